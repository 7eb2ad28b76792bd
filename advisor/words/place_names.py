"""Names of places within a sentence: "the Netherlands", "el Reino Unido".

A template says in which form it needs a name: ``{place:the}`` within a sentence, ``{place:The}`` at its
beginning, and for languages that join prepositions to articles ``{place:de}`` and ``{place:a}``. So whoever
says a sentence hands over the name as it stands in lists and headings, and translators choose the form. Which
article a name takes comes with the data; a name without one stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

FORMS = frozenset({"the", "The", "de", "a"})
_FORMED = re.compile(r"\{(\w+):(?:" + "|".join(sorted(FORMS)) + r")\}")
_JOINED = {"de el ": "del ", "a el ": "al "}


class _Known:
    names: Mapping[str, str] = {}


class _Name(str):
    """A name that takes the form which a template asks for."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        if form not in FORMS:
            return super().__format__(form)
        name = within_sentence(self)
        if form == "the":
            return name
        if form == "The":
            return name[:1].upper() + name[1:]
        said = f"{form} {name}"
        return next(
            (short + said[len(long) :] for long, short in _JOINED.items() if said.startswith(long)), said
        )


def filled(template: str, values: Mapping[str, object]) -> str:
    """A template with its values filled in, names in the forms that it asks for."""
    formed = _FORMED.findall(template) if ":" in template else ()
    if formed:
        values = {**values, **{place: _Name(values[place]) for place in formed}}
    return template.format(**values)


def within_sentence(name: str) -> str:
    """A name with its article, where it is known to take one."""
    return _Known.names.get(name, name)


def learn_names(names: Iterable[tuple[str, str]]) -> None:
    """Take up names of a pack that has been opened, each with how it stands within a sentence."""
    _Known.names = {**_Known.names, **{name: said for name, said in names if said and said != name}}


def forget_names() -> None:
    """Another language is in force: what was learnt before is of no use."""
    _Known.names = {}
