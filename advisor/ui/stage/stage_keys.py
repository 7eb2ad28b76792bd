"""What a key means while something is presented: those of a keyboard, and those that clickers send."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Wish(Enum):
    """What somebody wants who presses a key."""

    FORWARD = auto()
    BACK = auto()
    FIRST = auto()
    LAST = auto()
    BLANK = auto()
    LIGHT = auto()
    LIGHT_UP = auto()
    LIGHT_DOWN = auto()
    SLIDERS = auto()
    SPEAKER = auto()
    SWAP = auto()
    MENU = auto()
    HELP = auto()
    LEAVE = auto()


# Clickers send page up and down, a full stop for a blank screen, and Escape or F5 at their ends.
_ALWAYS = {
    Qt.Key.Key_PageDown: Wish.FORWARD,
    Qt.Key.Key_PageUp: Wish.BACK,
    Qt.Key.Key_Escape: Wish.LEAVE,
    Qt.Key.Key_F1: Wish.HELP,
}
_LETTERS = {
    Qt.Key.Key_Space: Wish.FORWARD,
    Qt.Key.Key_N: Wish.FORWARD,
    Qt.Key.Key_B: Wish.BLANK,
    Qt.Key.Key_Period: Wish.BLANK,
    Qt.Key.Key_S: Wish.LIGHT,
    Qt.Key.Key_W: Wish.SLIDERS,
    Qt.Key.Key_P: Wish.SPEAKER,
    Qt.Key.Key_X: Wish.SWAP,
    Qt.Key.Key_Question: Wish.MENU,
    Qt.Key.Key_Menu: Wish.MENU,
}
# What sliders and charts use themselves while they have the keyboard.
_ARROWS = {
    Qt.Key.Key_Right: Wish.FORWARD,
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_Down: Wish.LIGHT_DOWN,
    Qt.Key.Key_Up: Wish.LIGHT_UP,
    Qt.Key.Key_Home: Wish.FIRST,
    Qt.Key.Key_End: Wish.LAST,
    Qt.Key.Key_Return: Wish.FORWARD,
    Qt.Key.Key_Enter: Wish.FORWARD,
    Qt.Key.Key_Backspace: Wish.BACK,
}
_PLAIN = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.ShiftModifier
_FIRST_DIGIT = Qt.Key.Key_1


def wish_of(event: QKeyEvent, *, arrows: bool = True, letters: bool = True) -> Wish | None:
    """What a key asks for, None where it is no key of a presentation.

    Args:
        event: the key.
        arrows: whether keys count that move something in what has the keyboard.
        letters: whether keys count that can be typed.
    """
    if event.modifiers() not in _PLAIN:
        return None
    key = Qt.Key(event.key())
    found = _ALWAYS.get(key)
    if found is None and letters:
        found = _LETTERS.get(key)
    if found is None and arrows:
        found = _ARROWS.get(key)
    return found


def place_of(event: QKeyEvent) -> int | None:
    """The place in the ranking that a digit asks for, 0 the best; None where it is no digit from 1 to 9."""
    place = event.key() - _FIRST_DIGIT
    return place if 0 <= place <= 8 and event.modifiers() in _PLAIN else None
