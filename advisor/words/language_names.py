"""What languages call themselves, for the choice of the program's language."""

from __future__ import annotations

from advisor.words.formatting import capital

# As CLDR has them, for the program's own languages, so that a start need not read it for two words.
_OWN = {"en": "English", "es": "Español"}


def own_name(code: str) -> str:
    """A language in its own words: ``Español``; the code where it has none.

    Args:
        code: ISO 639 code.
    """
    return _OWN.get(code) or _in_cldr(code)


def _in_cldr(code: str) -> str:
    from babel import Locale

    return capital(Locale.parse(code).get_language_name(code) or code)
