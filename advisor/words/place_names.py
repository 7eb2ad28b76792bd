"""Names of places within a sentence: "the Netherlands", "el Reino Unido".

A template says in which form it needs a name: ``{place:the}`` within a sentence, ``{place:The}`` at its
beginning, and for languages that join prepositions to articles ``{place:de}`` and ``{place:a}``. So whoever
says a sentence hands over the name as it stands in lists and headings, and translators choose the form. Which
article a name takes comes with the data; a name without one stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from advisor.words.conjunctions import with_conjunctions

FORMS = frozenset({"the", "The", "de", "a"})
_FORMED = re.compile(r"\{(\w+):(?:" + "|".join(sorted(FORMS)) + r")\}")
_JOINED = {"de el ": "del ", "a el ": "al "}


# ISO 639 code of a language, to names as they stand alone and how they stand within a sentence.
_known: dict[str, dict[str, str]] = {}


class _Name(str):
    """A name that takes the form which a template asks for."""

    __slots__ = ("within",)
    within: str  # how it stands within a sentence

    def __format__(self, form: str) -> str:
        if form not in FORMS:
            return super().__format__(form)
        if form == "the":
            return self.within
        if form == "The":  # a name that takes no article begins as it is written
            return str(self) if self.within == self else self.within[:1].upper() + self.within[1:]
        said = f"{form} {self.within}"
        return next(
            (short + said[len(long) :] for long, short in _JOINED.items() if said.startswith(long)), said
        )


def filled(template: str, values: Mapping[str, object], code: str) -> str:
    """A template with its values filled in, names in the forms that it asks for.

    Args:
        template: with places in braces.
        values: what stands in them.
        code: ISO 639 code of the template's language.
    """
    if formed := _formed(template):
        values = {**values, **{place: _named(str(values[place]), code) for place in formed}}
    if code == "es":
        template = with_conjunctions(template, values)
    return template.format(**values)


@lru_cache(maxsize=4_096)  # more than there are templates
def _formed(template: str) -> tuple[str, ...]:
    """The places of a template that ask for a form."""
    return tuple(_FORMED.findall(template))


def _named(text: str, code: str) -> _Name:
    name = _Name(text)
    name.within = within_sentence(text, code)
    return name


def within_sentence(name: str, code: str) -> str:
    """A name with its article, where it is known to take one in a language."""
    return _known.get(code, {}).get(name, name)


def learn_names(names: Iterable[tuple[str, str]], code: str) -> None:
    """Take up names of a pack that was opened in a language, each with how it stands within a sentence."""
    _known.setdefault(code, {}).update({name: said for name, said in names if said and said != name})
