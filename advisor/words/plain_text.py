"""Texts that may hold anything, for places that would read markup or keys into them.

Qt takes a text that looks like HTML for HTML in tooltips and in labels that are not told otherwise, and ``&``
in menus, buttons and tabs for a key. Names of scenarios, places and packs are shown as they are typed.
"""

from __future__ import annotations

from html import escape


def as_typed(text: str) -> str:
    """A text for a tooltip, which shows it as it is, on lines that break."""
    if "<" not in text and "&lt;" not in text:
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"


def menu_text(text: str) -> str:
    """A text for a menu, a button or a tab, without a key."""
    return text.replace("&", "&&")
