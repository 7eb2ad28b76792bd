"""The terms of the trade and of the method, each defined once: in ``docs/help/LANGUAGE/glossary.md``.

Tooltips, the help and its search all read that file. An entry is one line::

    <a id="swing-weight"></a>**Swing weight**: One sentence that says what it is. [More](weights.md#swings)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from advisor.paths import HELP
from advisor.words.translation import ENGLISH, language, t

GLOSSARY = "glossary"
_ENTRY = re.compile(
    r'^<a id="(?P<id>[a-z0-9-]+)"></a>\*\*(?P<name>[^*]+)\*\*: (?P<text>.+?)'
    r"(?: \[[^\]]+\]\((?P<more>[^)]+)\))?$",
    re.MULTILINE,
)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_MARKUP = re.compile(r"</?su[bp]>|[*`]")


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it means.

    Attributes:
        id: the same in every language.
        name: what people call it.
        sentence: what it means, without markup.
        more: where the help says more: a page and perhaps a place in it, empty for nowhere.
    """

    id: str
    name: str
    sentence: str
    more: str


def glossary(code: str = "") -> Mapping[str, Term]:
    """All terms by id, in the order of their names.

    Args:
        code: ISO 639 code; none for the language in force.

    Returns:
        The terms in that language, none at all where it has no glossary.
    """
    return _read(code or language())


def meaning(term: str) -> str:
    """What a term means, in the language in force; empty where that has no glossary.

    Raises:
        KeyError: the glossary has no such term.
    """
    terms = glossary()
    return terms[term].sentence if terms else ""


def with_meaning(words: str, *terms: str) -> str:
    """Words for a tooltip, and below them what the terms in them mean.

    Raises:
        KeyError: the glossary has no such term.
    """
    return "\n".join(part for part in (words, *(meaning(term) for term in terms)) if part)


def defined(*terms: str) -> str:
    """Terms, each on a line with what it means; empty where the language in force has no glossary.

    Raises:
        KeyError: the glossary has no such term.
    """
    known = glossary()
    found = [known[term] for term in terms] if known else []
    return "\n".join(t("{term}: {meaning}", term=term.name, meaning=term.sentence) for term in found)


@cache
def _read(code: str) -> Mapping[str, Term]:
    path = HELP / code / f"{GLOSSARY}.md"
    if code != ENGLISH and not path.is_file():
        return {}
    return {
        entry["id"]: Term(entry["id"], entry["name"], _plain(entry["text"]), entry["more"] or "")
        for entry in _ENTRY.finditer(path.read_text(encoding="utf-8"))
    }


def _plain(text: str) -> str:
    return _MARKUP.sub("", _LINK.sub(r"\1", text))
