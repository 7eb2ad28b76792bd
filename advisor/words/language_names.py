"""What languages call themselves, for the choice of the program's language."""

from __future__ import annotations

from advisor.words.formatting import capital


def own_name(code: str) -> str:
    """A language in its own words: ``Español``; the code where it has none.

    Args:
        code: ISO 639 code.
    """
    from babel import Locale

    return capital(Locale.parse(code).get_language_name(code) or code)
