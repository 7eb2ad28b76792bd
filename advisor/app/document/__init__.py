"""The open document, its undo stack, the selection and the settings."""
