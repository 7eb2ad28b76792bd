"""Texts that may hold anything, shown as they are typed.

Qt takes a text that looks like HTML for HTML: in labels whose format is not set, in tooltips, and in message
boxes; and ``&`` in menus, buttons and tabs for a key. Everything that can carry data goes through here.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox


def tip(text: str) -> str:
    """A tooltip that shows a text as it is; it wraps, as Qt's own do only for HTML."""
    if not text:
        return ""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"


def menu_text(text: str) -> str:
    """A text for a menu, a button or a tab, where ``&`` would mark a key."""
    return text.replace("&", "&&")


def plain(label: QLabel | QMessageBox) -> None:
    """Let a label or a message box show its texts as they are."""
    label.setTextFormat(Qt.TextFormat.PlainText)
