"""Which words have room: the lines that a text takes, and the first of some texts that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from advisor.words.unbroken import broken, unbroken

Width = Callable[[str], float]


def in_lines(text: str, width_of: Width, room: float) -> list[str]:
    """A text on as many lines as its words need; a word that is wider than the room has a line of its own.

    A figure and its unit are one word.

    Args:
        text: one line.
        width_of: how wide words are, in the unit of ``room``.
        room: how wide a line may be.
    """
    lines: list[str] = []
    line = ""
    for word in unbroken(text).split(" "):
        longer = f"{line} {word}" if line else word
        if not line or width_of(longer) <= room:
            line = longer
        else:
            lines.append(line)
            line = word
    return [broken(one) for one in (*lines, line)]


def first_fitting(texts: Sequence[str], width_of: Width, room: float) -> str:
    """The first text that has room, otherwise the last.

    Args:
        texts: in full first, then shorter; at least one.
        width_of: how wide a text is, in the unit of ``room``.
        room: how wide it may be.
    """
    return next((text for text in texts if width_of(text) <= room), texts[-1])
