"""What languages are called in the language in force."""

from __future__ import annotations

from advisor.places.languages import LANGUAGES
from advisor.words.locale import locale
from advisor.words.translation import ENGLISH, language


def language_name(code: str) -> str:
    """Name of an ISO 639 language in the language in force, or the code where it has none."""
    usual = LANGUAGES.get(code)
    if usual and language() == ENGLISH:
        return usual
    return str(locale().languages.get(code) or usual or code)
