"""Spanish "y" and "o" before a word that begins with the same sound: "Sudáfrica e India", "siete u ocho"."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Of an i that is no part of a diphthong ("nieve y hielo"), and of an o, also where a figure begins with it.
_SOUNDS = {
    "y": ("e", re.compile(r"[«“\"(]*h?[ií](?![aeouáéóú])", re.IGNORECASE)),
    "o": ("u", re.compile(r"[«“\"(]*(?:h?[oó]|8|11(?!\d))", re.IGNORECASE)),
}
_BEFORE_PLACE = re.compile(r"\b([yo]) ([«“\"(]*\{(\w+)(?::([^}]*))?\})")


def conjunction(word: str, following: str) -> str:
    """The form of ``y`` or ``o`` that stands before a text."""
    other, sound = _SOUNDS[word]
    return other if sound.match(following) else word


def with_conjunctions(template: str, values: Mapping[str, object]) -> str:
    """A Spanish template whose ``y`` and ``o`` before a place have the form that its value asks for."""

    def formed(found: re.Match[str]) -> str:
        word, place, name, form = found.groups()
        following = format(values[name], form or "") if name in values else ""
        return f"{conjunction(word, following)} {place}"

    return _BEFORE_PLACE.sub(formed, template)
