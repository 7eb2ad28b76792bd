"""Names as they are compared: without capitals, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KEPT_FOLDED = 20_000  # texts whose folded form is remembered: names are compared at every letter typed
_SHORT = {"st": "saint"}


@lru_cache(maxsize=_KEPT_FOLDED)
def folded(text: str) -> str:
    """Text as it is compared: no capitals, accents, punctuation or leading article; "St" is "Saint"."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(" " if _parts(letter) else letter for letter in plain if not unicodedata.combining(letter))
    words = re.sub(r"\b(\w)(?= \w\b)", r"\1", " ".join(kept.split())).split()
    if len(words) > 1:
        words = [_SHORT.get(word, word) for word in words[words[0] == "the" :] if word != "and"]
    return " ".join(words)


def _parts(letter: str) -> bool:
    return letter.isspace() or (unicodedata.category(letter)[0] in "PSC" and letter != "'")
