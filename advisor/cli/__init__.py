"""The command line: the same functions as the window, for scripts."""
