"""Which sections of the help say something about a few typed words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor.places.folding import folded
from advisor.views.help.help_pages import CONTENTS, HelpPage, Place, Section

_AROUND = 70  # letters to both sides of what was found
_MOST = 30
_WORD = re.compile(r"\w+")
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Found:
    """A section that says something about what was typed.

    Attributes:
        place: where it is.
        title: of its page.
        heading: of the section; empty where it is the page's own.
        excerpt: a part of the text around what was found.
    """

    place: Place
    title: str
    heading: str
    excerpt: str


def search(pages: Sequence[HelpPage], typed: str) -> tuple[Found, ...]:
    """Sections in which every typed word begins a word, those with the words in their headings first.

    Args:
        pages: in the order in which equals are listed.
        typed: words in any case, with or without accents.
    """
    wanted = folded(typed).split()
    if not wanted:
        return ()
    found: list[tuple[int, int, Found]] = []
    for page in pages:
        if page.name == CONTENTS:
            continue
        for section in page.sections:
            distance = _distance(page, section, wanted)
            if distance is not None:
                found.append((distance, len(found), _found(page, section, wanted)))
    found.sort(key=lambda one: one[:2])
    return tuple(one for _distance_, _at, one in found[:_MOST])


def _distance(page: HelpPage, section: Section, wanted: Sequence[str]) -> int | None:
    """0 for a title, 1 for a heading, 2 for the text; None where a word is not there."""
    heading, everything = folded(section.heading), folded(f"{page.title} {section.heading} {section.words}")
    if not _begin(wanted, everything):
        return None
    if section.level == 1 and _begin(wanted, heading):
        return 0
    return 1 if _begin(wanted, heading) else 2


def _begin(wanted: Sequence[str], text: str) -> bool:
    spaced = f" {text}"
    return all(f" {word}" in spaced for word in wanted)


def _found(page: HelpPage, section: Section, wanted: Sequence[str]) -> Found:
    heading = "" if section.level == 1 else section.heading
    return Found(Place(page.name, section.anchor), page.title, heading, _excerpt(section.words, wanted))


def _excerpt(words: str, wanted: Sequence[str]) -> str:
    starts = (match.start() for match in _WORD.finditer(words) if _is_wanted(match[0], wanted))
    at = next(starts, 0)
    first, last = max(0, at - _AROUND), min(len(words), at + _AROUND)
    if first:
        first = words.find(" ", first, at) + 1 or first
    if last < len(words):
        last = max(words.rfind(" ", at, last), at + 1)
    before, after = _ELLIPSIS if first else "", _ELLIPSIS if last < len(words) else ""
    return f"{before}{words[first:last].strip()}{after}"


def _is_wanted(word: str, wanted: Sequence[str]) -> bool:
    return any(folded(word).startswith(one) for one in wanted)
