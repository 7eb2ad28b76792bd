"""The open document, undo, selection, item models. Qt without widgets."""
