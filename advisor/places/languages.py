"""Language scores 0..100 with an interval, from official status, share of speakers and tests.

Two questions are asked of a location and a language. *Working language*: how well do colleagues there work
with teams that use it? *Customer language*: can enough people be found there to serve customers in it? A
few per cent of speakers staff a service desk but do not make a working language, so the second rises
steeply with the share (square root) and the first in proportion.

Signals; all constants are judgements of this module, not figures from a source:

- *native* (proficiency 100 by the native-English rule): 100 for both, alone.
- *official* in law or in fact: working 50 + share/2 (an official language of few, like Irish, counts for
  little more than half); customers 70 + 0.3 share. Share unknown: 75 and 85 with a wide interval.
- *regional* status: working 20 + share/2; customers as a share alone.
- *share alone*: working = share, customers = 100 sqrt(share/40), at most 90. Surveys are old and mix first
  and second languages, so the interval is half to one and a half times the share.
- *tested proficiency* (English): the test score, within 8 points. Test takers are learners who chose to sit
  the test, speakers are counted by their own word: where there is another signal the score is the mean of
  both and the interval spans them. Working scores of a language without standing use the test alone. A
  level that was itself estimated, from tested places like it, counts as a tested one does, within 15
  points: not to be tested must not be an advantage. Where speakers were not counted, customers are scored
  with as many as tested places of that level usually have, marked as an estimate: unknown is not none.

No row, or a row without any signal, is unknown: never zero. Guards against absurd figures: a share or a
proficiency outside 0..100 counts as unknown; a share of a written standard language says little about
speech, so its interval reaches down by 35.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from advisor.core.percentiles import percentile
from advisor.places.arrays import frozen_array
from advisor.words.data_words import data_text
from advisor.words.number_input import given_figure
from advisor.words.translation import t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "en": "English", "es": "Spanish", "fr": "French", "de": "German", "pt": "Portuguese", "it": "Italian",
        "nl": "Dutch", "pl": "Polish", "ar": "Arabic", "zh": "Mandarin", "ja": "Japanese", "hi": "Hindi",
        "tr": "Turkish", "ru": "Russian",
    }
)  # fmt: skip
_MOST_COVER = 90.0  # what speakers alone can score with customers
# Median and upper quartile of what speakers score above the test, over the 48 places of the default pack that
# have both for English without standing. Not to be counted must not cost half of that.
_SPEAKERS_ABOVE_TEST, _MANY_ABOVE_TEST = 15.0, 30.0
_MIN_KNOWN = 5  # places with a known, not official score before an unknown one is estimated from them


@dataclass(frozen=True, slots=True)
class LanguageFact:
    """What is known about one language in one location.

    Attributes:
        location_id: the location.
        language: ISO 639 code.
        official: ``official``, ``de_facto``, ``regional`` or blank.
        share: per cent of people who speak it, None if unknown.
        proficiency: tested level 0..100 (100: native rule), None if unknown.
        year: year of the proficiency.
        method: ``observed`` or ``estimated``.
        source_id: source.
        note: remark of the source.
    """

    location_id: str
    language: str
    official: str = ""
    share: float | None = None
    proficiency: float | None = None
    year: int | None = None
    method: str = "observed"
    source_id: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LanguageScore:
    """Score 0..100 with its interval, method (``observed``/``estimated``) and the reason in a few words."""

    value: float
    low: float
    high: float
    method: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class LanguageScores:
    """Scores of n locations for a set of languages; NaN and method ``unknown`` where nothing is known.

    Attributes:
        value: (n,) mean over the languages, 0..100.
        low: (n,) lower end.
        high: (n,) upper end.
        methods: n of ``observed``, ``estimated``, ``unknown``.
    """

    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    methods: tuple[str, ...]


def working_score(fact: LanguageFact) -> LanguageScore | None:
    """How well the location works in the language; None if unknown."""
    share, tested = _guarded(fact.share), _tested(_guarded(fact.proficiency), fact.method)
    if fact.official in ("official", "de_facto"):
        return _joined(tested, _official(share, 50, 0.5, 75), fact)
    if tested is not None or share is None:
        return _joined(tested, None, fact)
    if fact.official == "regional":
        reason = t("regional language, spoken by {share} %", share=given_figure(share))
        return _joined(None, _score(20 + share / 2, 20 + share / 4, 20 + 0.75 * share, reason), fact)
    return _joined(None, _score(share, share / 2, 1.5 * share, _spoken_by(share)), fact)


def customer_score(fact: LanguageFact) -> LanguageScore | None:
    """Can enough people be found to serve customers in the language? None if unknown."""
    share, tested = _guarded(fact.share), _tested(_guarded(fact.proficiency), fact.method)
    if fact.official in ("official", "de_facto"):
        return _joined(tested, _official(share, 70, 0.3, 85), fact)
    if share is None:
        return None if tested is None else _without_speakers(tested)
    speakers = _score(_cover(share), _cover(share / 2), _cover(1.5 * share), _spoken_by(share))
    return _joined(tested, speakers, fact)


def _spoken_by(share: float) -> str:
    return t("spoken by {share} %", share=given_figure(share))


def _guarded(figure: float | None) -> float | None:
    return figure if figure is not None and 0 <= figure <= 100 else None


def _score(value: float, low: float, high: float, reason: str, method: str = "observed") -> LanguageScore:
    value, low, high = (min(100.0, max(0.0, figure)) for figure in (value, low, high))
    return LanguageScore(value, low, high, method, reason)


def _tested(level: float | None, method: str) -> LanguageScore | None:
    if level is None:
        return None
    spread = 15 if method == "estimated" else 8
    return _score(
        level,
        level - spread,
        level + spread,
        t("proficiency {level} of 100", level=given_figure(level)),
        method,
    )


def _official(share: float | None, base: float, slope: float, without: float) -> LanguageScore:
    if share is None:
        return _score(without, without - 25, without + 25, t("official language, share unknown"), "estimated")
    value = base + slope * share
    return _score(
        value, value - 10, value + 10, t("official language, spoken by {share} %", share=given_figure(share))
    )


def _cover(share: float) -> float:
    return min(_MOST_COVER, 100 * sqrt(share / 40))


def _without_speakers(tested: LanguageScore) -> LanguageScore:
    """A tested level with the speakers that places of that level usually have."""
    speakers = min(_MOST_COVER, tested.value + _SPEAKERS_ABOVE_TEST)
    many = min(_MOST_COVER, tested.value + _MANY_ABOVE_TEST)
    reason = t("{reason}; speakers not counted, taken as in tested places", reason=tested.reason)
    return _score(
        (tested.value + max(tested.value, speakers)) / 2,
        tested.low,
        max(tested.high, many),
        reason,
        "estimated",
    )


def _joined(
    tested: LanguageScore | None, other: LanguageScore | None, fact: LanguageFact
) -> LanguageScore | None:
    """One score from a test and another signal; see the module's text."""
    if tested is not None and tested.value == 100:
        return LanguageScore(100, 95, 100, fact.method, t("native language"))
    found = tested or other
    if tested is not None and other is not None:
        low, high = min(tested.value, other.value), max(tested.value, other.value)
        level = (
            tested.reason if fact.method == "observed" else t("{reason} (estimated)", reason=tested.reason)
        )
        spread = (low, high) if fact.method == "observed" else (min(low, tested.low), max(high, tested.high))
        found = LanguageScore(
            (low + high) / 2, *spread, fact.method, t("{reason}; {next}", reason=other.reason, next=level)
        )
    if found is None or "written standard" not in fact.note:
        return found
    return _score(
        found.value,
        found.low - 35,
        found.high,
        t("{reason}; {next}", reason=found.reason, next=data_text(fact.note)),
        "estimated",
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Scored:
    """All scores in one language for one of the two questions.

    Attributes:
        figures: (n, 3) value, low, high; NaN unknown.
        observed: (n,) is the score observed?
        without_standing: the scores where the language has no standing.
    """

    figures: NDArray[np.float64]
    observed: NDArray[np.bool_]
    without_standing: tuple[float, ...]


class _Purpose:
    """All scores for one of the two questions; those in a language are made when they are first wanted."""

    def __init__(
        self,
        facts: Mapping[tuple[str, str], LanguageFact],
        location_ids: tuple[str, ...],
        rule: Callable[[LanguageFact], LanguageScore | None],
    ) -> None:
        self._at = {location: i for i, location in enumerate(location_ids)}
        self._rule = rule
        self._facts: dict[str, list[LanguageFact]] = {}
        for (_, language), fact in facts.items():
            self._facts.setdefault(language, []).append(fact)
        self._found: dict[str, _Scored] = {}

    @cached_property
    def languages(self) -> list[str]:
        """Codes of the languages in which something is known somewhere."""
        return [code for code, facts in self._facts.items() if any(map(self._rule, facts))]

    def scored(self, language: str) -> _Scored:
        """The scores in a language."""
        if language not in self._found:
            self._found[language] = self._score(self._facts.get(language, ()))
        return self._found[language]

    def estimate(self, language: str) -> tuple[float, float, float]:
        """What to expect in a language where nothing is known: value, low, high."""
        values = self.scored(language).without_standing
        return _expected(values if len(values) >= _MIN_KNOWN else self._everywhere)

    @cached_property
    def _everywhere(self) -> tuple[float, ...]:
        """The scores in all languages where they have no standing."""
        without = (fact for facts in self._facts.values() for fact in facts if not fact.official)
        return tuple(score.value for fact in without if (score := self._rule(fact)) is not None)

    def _score(self, facts: Iterable[LanguageFact]) -> _Scored:
        figures = np.full((len(self._at), 3), np.nan)
        observed = np.zeros(len(self._at), dtype=np.bool_)
        without_standing: list[float] = []
        for fact in facts:
            score = self._rule(fact)
            if score is None:
                continue
            row = self._at[fact.location_id]
            figures[row] = score.value, score.low, score.high
            observed[row] = score.method == "observed"
            if not fact.official:
                without_standing.append(score.value)
        return _Scored(frozen_array(figures), frozen_array(observed), tuple(without_standing))


def _expected(values: Sequence[float]) -> tuple[float, float, float]:
    if not values:
        return np.nan, np.nan, np.nan
    ordered = sorted(values)
    return percentile(ordered, 10), 0.0, percentile(ordered, 50)


class LanguageTable:
    """Scores of all locations in all languages, from the facts."""

    def __init__(self, facts: Iterable[LanguageFact], location_ids: Sequence[str]) -> None:
        self.location_ids = tuple(location_ids)
        wanted = frozenset(self.location_ids)
        self._facts = {(f.location_id, f.language): f for f in facts if f.location_id in wanted}
        listed = {location for location, _ in self._facts}
        self._listed = np.array([location in listed for location in self.location_ids])
        self._working = _Purpose(self._facts, self.location_ids, working_score)
        self._customer = _Purpose(self._facts, self.location_ids, customer_score)

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of all languages that are known somewhere."""
        return tuple(sorted(self._working.languages))

    def fact(self, location_id: str, language: str) -> LanguageFact | None:
        """The fact behind a score."""
        return self._facts.get((location_id, language))

    def facts_of(self, location_id: str) -> tuple[LanguageFact, ...]:
        """All language facts of a location, official ones first, then by share."""
        mine = (fact for (location, _), fact in self._facts.items() if location == location_id)
        return tuple(
            sorted(
                mine, key=lambda f: (f.official not in ("official", "de_facto"), -(f.share or 0), f.language)
            )
        )

    def working(self, languages: Sequence[str]) -> LanguageScores:
        """Working-language scores of all locations, mean over the languages.

        Where a language is unknown, a location whose other languages are listed takes an estimate from the
        table itself: the lowest tenth of the places that list the language without giving it a standing,
        between zero and their median (a place that does not list it is likely below most that do). If the
        language is known in most places (English), peers say more, and a location stays unknown unless
        another chosen language is known there.
        """
        return self._combined(self._working, languages)

    def customer(self, languages: Mapping[str, float]) -> LanguageScores:
        """Customer-language scores of all locations; unknown as in `working`.

        Args:
            languages: ISO 639 codes with the weight of each.
        """
        return self._combined(self._customer, tuple(languages), tuple(languages.values()))

    def _combined(
        self, purpose: _Purpose, languages: Sequence[str], weights: Sequence[float] | None = None
    ) -> LanguageScores:
        chosen = tuple(dict.fromkeys(languages))
        n = len(self.location_ids)
        mean, whole = np.full((n, 3), np.nan), np.zeros(n, dtype=np.bool_)
        if chosen:
            scored = [purpose.scored(language) for language in chosen]
            figures = np.stack([each.figures for each in scored])
            unknown = np.isnan(figures[:, :, 0])
            common = (~unknown).sum(axis=1) > n / 2
            stays = ~self._listed | (unknown.all(axis=0) & common.any())
            for layer, language in enumerate(chosen):
                figures[layer, unknown[layer]] = purpose.estimate(language)
            mean = np.average(figures, axis=0, weights=weights)
            mean[stays] = np.nan
            whole = np.all([each.observed for each in scored], axis=0)
        methods = tuple(
            "unknown" if np.isnan(value) else "observed" if seen else "estimated"
            for value, seen in zip(mean[:, 0].tolist(), whole.tolist(), strict=True)
        )
        value, low, high = (frozen_array(np.ascontiguousarray(mean[:, i])) for i in range(3))
        return LanguageScores(value, low, high, methods)
