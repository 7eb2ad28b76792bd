"""Words and years of the format of packs, light enough to be loaded before anything is drawn."""

from __future__ import annotations

from collections.abc import Sequence

FIRST_YEAR, LAST_YEAR = 1900, 2100


def quoted(words: Sequence[str]) -> str:
    """Words of the format, as they stand in a list."""
    return ", ".join(f"`{word}`" for word in words)


def filled_in(names: Sequence[str]) -> dict[str, str]:
    """What fills the place of a text that names words of the format; nothing for one that names none."""
    return {"names": quoted(names)} if names else {}
