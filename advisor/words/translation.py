"""The one way from a sentence in the code to the sentence that is read.

Every text that a person reads is a whole template with named places, handed to ``t`` (or to ``tn`` where a
number decides its form): ``t("{name} leads by {points} points", name=..., points=...)``. English is the key
and needs no catalogue; other languages are gettext catalogues in ``resources/languages``. Nothing is glued
from fragments, so that a translator can change the order of the words.
"""

from __future__ import annotations

import gettext
from functools import cache

from advisor.paths import RESOURCES

DOMAIN = "advisor"
LANGUAGES = RESOURCES / "languages"
ENGLISH = "en"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = ENGLISH


def language() -> str:
    """ISO 639 code of the language in force."""
    return _language


def set_language(code: str) -> None:
    """Put a language in force for every text that is made from now on.

    Args:
        code: ISO 639 code; one without a catalogue gives English.
    """
    global _catalogue, _language
    _catalogue, _language = _load(code), code


def t(template: str, /, **values: object) -> str:
    """A sentence in the language in force, with its values filled in.

    Args:
        template: the English sentence, places named in braces.
        values: what stands in the places; a template without places may hold plain braces.
    """
    text = _catalogue.gettext(template)
    return text.format(**values) if values else text


def tc(context: str, template: str, /, **values: object) -> str:
    """Like ``t`` for a short word whose meaning depends on where it stands.

    Args:
        context: says to translators which meaning is meant ("verb", "column heading").
        template: the English text.
        values: what stands in the places.
    """
    text = _catalogue.pgettext(context, template)
    return text.format(**values) if values else text


def tn(one: str, many: str, count: int, /, **values: object) -> str:
    """A sentence whose form depends on a number; ``{count}`` is filled in too.

    Args:
        one: the English sentence for one.
        many: the English sentence for every other number.
        count: the number.
        values: what else stands in the places.
    """
    return _catalogue.ngettext(one, many, count).format(**({"count": count} | values))


@cache
def _load(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LANGUAGES, [code], fallback=True)
