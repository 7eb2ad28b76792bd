"""What a user can do in the window: each action declared once, a file a menu, all in ``registry``."""
