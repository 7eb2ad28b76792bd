"""The one way from a sentence in the code to the sentence that is read.

Every text that a person reads is a whole template with named places, handed to ``t`` (or to ``tn`` where a
number decides its form): ``t("{name} leads by {points} points", name=..., points=...)``. English is the key
and needs no catalogue; other languages are catalogues ``resources/languages/CODE.po``. Nothing is glued
from fragments, so that a translator can change the order of the words. Names of places take articles by
``{name:the}``, see ``place_names``.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from advisor.paths import RESOURCES
from advisor.words.place_names import filled

LANGUAGES = RESOURCES / "languages"
ENGLISH = "en"

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = ENGLISH
# How the latest sentences were made, so that one that is kept can be made again in another language: what
# said it, its first arguments, what stands in its places. Every row that is painted says some, few are kept.
_Made = tuple[Callable[..., str], tuple[object, ...], Mapping[str, object]]
_latest: dict[str, _Made] = {}
_before: dict[str, _Made] = {}
_MOST_LATEST = 100


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that can be said again, in whatever language is in force then.

    Attributes:
        text: as it was said first.
        say: what said it; None for a text that came from elsewhere and stays as it is.
        texts: its first arguments.
        values: what stands in its places.
    """

    text: str
    say: Callable[..., str] | None = None
    texts: tuple[object, ...] = ()
    values: Mapping[str, object] | None = None

    def again(self, names: Mapping[str, str] | None = None) -> str:
        """The sentence in the language in force.

        Args:
            names: what names of data in it are called now.
        """
        names = names or {}
        if self.say is None:
            return names.get(self.text, self.text)
        values = {
            key: value.again(names) if isinstance(value, Sentence) else value
            for key, value in (self.values or {}).items()
        }
        return self.say(*self.texts, **values)


def sentence_of(text: str) -> Sentence:
    """How a text that was made a moment ago came about; one that nobody knows of stays as it is."""
    made = _latest.get(text) or _before.get(text)
    if made is None:
        return Sentence(text)
    say, texts, values = made
    inner = {key: sentence_of(value) if isinstance(value, str) else value for key, value in values.items()}
    return Sentence(text, say, texts, inner)


def _said(text: str, say: Callable[..., str], texts: tuple[object, ...], values: Mapping[str, object]) -> str:
    global _latest, _before
    if len(_latest) >= _MOST_LATEST:
        _latest, _before = {}, _latest
    _latest[text] = (say, texts, values)
    return text


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
    text = _catalogue.gettext(template) if template else ""
    return _said(filled(text, values, _language) if values else text, t, (template,), values)


def tc(context: str, template: str, /, **values: object) -> str:
    """Like ``t`` for a short word whose meaning depends on where it stands.

    Args:
        context: says to translators which meaning is meant ("verb", "column heading").
        template: the English text.
        values: what stands in the places.
    """
    text = _catalogue.pgettext(context, template)
    return _said(filled(text, values, _language) if values else text, tc, (context, template), values)


def tn(one: str, many: str, count: int, /, **values: object) -> str:
    """A sentence whose form depends on a number; ``{count}`` is filled in too.

    Args:
        one: the English sentence for one.
        many: the English sentence for every other number.
        count: the number.
        values: what else stands in the places.
    """
    text = filled(_catalogue.ngettext(one, many, count), {"count": count} | values, _language)
    return _said(text, tn, (one, many, count), values)


def mark(template: str) -> str:
    """A template that is kept in a table and translated when it is used, by ``marked``."""
    return template


def marked(template: str, /, **values: object) -> str:
    """Like ``t`` for a template that ``mark`` has marked where it stands; none at all stays none."""
    return t(template, **values) if template else ""


def languages() -> tuple[str, ...]:
    """ISO 639 codes of all languages that can be put in force, English first."""
    return (ENGLISH, *sorted(path.stem for path in LANGUAGES.glob("*.po")))


@cache
def _load(code: str) -> gettext.NullTranslations:
    path = LANGUAGES / f"{code}.po"
    if code == ENGLISH or not path.is_file():
        return gettext.NullTranslations()
    # English needs none of it. Catalogues are text, so that nothing compiled has to be kept up to date.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        catalogue = read_po(file, code)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
