"""Python's own import instead of the one that PySide puts in its place."""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Let Python import as it does without PySide; call once, early.

    PySide reads the source of every module that is imported after it and looks whether it names PySide, for
    the sake of switches of its own (``from __feature__ import snake_case``) that this program does not use.
    With all that a window is made of this takes a tenth of the start, and Python keeps the texts.
    """
    import PySide6.QtCore  # noqa: F401  replaces the import

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
