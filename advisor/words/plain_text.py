"""Texts that may hold anything, for places that would read markup or keys into them.

Qt takes a text that looks like HTML for HTML in tooltips and in labels that are not told otherwise, and ``&``
in menus, buttons and tabs for a key. Names of scenarios, places and packs are shown as they are typed.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape

_LONGEST_LINE = 300
_LONGEST_WORD = 120  # what was typed is said back this far
_LONG = re.compile(rf"[^\s]{{{_LONGEST_WORD + 1},}}")
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})  # moves a cursor, is not seen, or no letter


def as_typed(text: str) -> str:
    """A text for a tooltip, which shows it as it is, on lines that break."""
    if "<" not in text and "&lt;" not in text:
        return text
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>"


def menu_text(text: str) -> str:
    """A text for a menu, a button or a tab, without a key."""
    return text.replace("&", "&&")


def one_line(text: str, longest: int = _LONGEST_LINE) -> str:
    """A message on one line of a terminal: without what would steer it, and no longer than can be taken in.

    Args:
        text: what is to be said; what somebody has typed may be in it.
        longest: letters; the end, which holds the cure, is kept.
    """
    seen = text if text.isprintable() else _seen(text)
    line = _LONG.sub(lambda word: word[0][: _LONGEST_WORD - 1] + _ELLIPSIS, " ".join(seen.split()))
    if len(line) <= longest:
        return line
    end = longest // 2
    return f"{line[: longest - end - 3]} {_ELLIPSIS} {line[-end:]}"


def _seen(text: str) -> str:
    """A text whose line breaks and tabs are blanks; escapes and the like are replaced."""
    return "".join(
        " " if letter.isspace() else "\N{REPLACEMENT CHARACTER}" if _is_unseen(letter) else letter
        for letter in text
    )


def _is_unseen(letter: str) -> bool:
    return not letter.isprintable() and unicodedata.category(letter) in _UNSEEN
