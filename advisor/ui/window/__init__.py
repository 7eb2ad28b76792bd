"""The window: its frame, menus, messages and files; the only room that knows all others."""
