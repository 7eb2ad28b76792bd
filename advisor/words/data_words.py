"""Texts that come with data rather than with the program, in the language in force.

A pack may carry what its texts are called in other languages: whole texts (``Cost`` is ``Coste``), and
templates for notes that hold figures (``mean of {count} yearly rates from {year}``). What stands in a place
is looked up in its turn, and its numbers are written as the language writes them. Remarks that semicolons set
apart are looked up one by one; what stands in brackets belongs to one remark and to one place. A text that
nobody has translated stays as it is published.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from advisor.words.locale import decimal_mark, digits, follow_language
from advisor.words.true_signs import true_signs

_PLACE = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
# A letter, or brackets with what is in them, which may be brackets twice more.
_WHOLE = r"(?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))"
_NEXT = "; "  # sets the remarks of one note apart
_LONGEST = 2_000  # letters that are looked at for places
_DEEPEST = 10  # texts within texts
_START, _END = 6, 3  # letters of a text that most templates are ruled out by


class _Template(NamedTuple):
    """A text with places.

    Attributes:
        start, longest, end: its own words before the first place, the most that stand together anywhere, and
            those behind the last: few texts that do not fit have all of them.
        pattern: what fits it.
        translation: how it is said.
    """

    start: str
    longest: str
    end: str
    pattern: re.Pattern[str]
    translation: str

    @classmethod
    def of(cls, text: str, translation: str) -> _Template:
        """The template that a pack writes as ``text``."""
        own = _PLACE.split(text)[::2]
        return cls(own[0], max(own, key=len), own[-1], re.compile(_pattern(text)), translation)


class DataWords:
    """What texts of data are called in one language.

    Args:
        texts: text or template as it is published to how it is said.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)
        templates = [text for text in texts if _PLACE.search(text)]
        # Those that begin with words of their own come first, then those that say most themselves.
        templates.sort(key=lambda text: (text.startswith("{"), -len(_PLACE.sub("", text))))
        self._templates = [_Template.of(text, texts[text]) for text in templates]
        self._by_ends: dict[tuple[str, str], list[_Template]] = {}
        self._said: dict[tuple[str, int], str] = {}

    def said(self, text: str) -> str:
        """A text in the language; what is not known stays as it is."""
        return self._said_within(text, _DEEPEST)

    def _said_within(self, text: str, depth: int) -> str:
        found = self._said.get((text, depth))
        if found is None:
            found = self._said[text, depth] = self._find(text, depth)
        return found

    def _find(self, text: str, depth: int) -> str:
        if not text or not self.texts:
            return text
        if (exact := self.texts.get(text)) is not None:
            return exact
        if not depth or len(text) > _LONGEST:
            return text
        remarks = _remarks(text)
        for template in self._that_may_fit(text[:_START], text[-_END:]):
            # One that is no template of several remarks is for one of them.
            if len(remarks) > 1 and _NEXT not in template.translation:
                continue
            if template.longest in text and (match := template.pattern.fullmatch(text)):
                values = {name: self._value(value, depth - 1) for name, value in match.groupdict().items()}
                return "".join(
                    values.get(part, "") if at % 2 else part
                    for at, part in enumerate(_PLACE.split(template.translation))
                )
        if len(remarks) > 1:
            return _NEXT.join(self._said_within(part, depth - 1) for part in remarks)
        return text

    def _that_may_fit(self, start: str, end: str) -> list[_Template]:
        """The templates whose own words do not contradict the first and the last letters of a text."""
        found = self._by_ends.get((start, end))
        if found is None:
            found = self._by_ends[start, end] = [
                one
                for one in self._templates
                if start.startswith(one.start[:_START]) and end.endswith(one.end[-_END:])
            ]
        return found

    def _value(self, text: str, depth: int) -> str:
        if _NUMBER.fullmatch(text):
            plain = text.replace(",", "")
            decimals = len(plain.partition(".")[2])
            return digits(float(plain), decimals) if "," in text else plain.replace(".", decimal_mark())
        return self._said_within(text, depth)


def _remarks(text: str) -> list[str]:
    """The parts of a note that semicolons set apart, except for those in brackets."""
    found: list[str] = []
    for part in text.split(_NEXT):
        if found and not _is_whole(found[-1]):
            found[-1] += _NEXT + part
        else:
            found.append(part)
    return found


def _is_whole(text: str) -> bool:
    """Whether every bracket that is opened in a text is closed in it, and none else."""
    depth = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            return False
    return depth == 0


def _pattern(template: str) -> str:
    parts = _PLACE.split(template)
    return "".join(f"(?P<{part}>{_WHOLE}+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))


class _InForce:
    words = DataWords({})


def learn(words: DataWords) -> None:
    """Take up the words of a pack that has been opened, beside those of others."""
    if words.texts:
        _InForce.words = DataWords(_InForce.words.texts | words.texts)


@follow_language
def forget() -> None:
    """Another language is in force: what was learnt before is of no use."""
    _InForce.words = DataWords({})


def data_text(text: str) -> str:
    """A text of data that the program also computes with, such as a unit, as it is shown."""
    return true_signs(_InForce.words.said(text))
