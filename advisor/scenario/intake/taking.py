"""An import taken into a study: figures, criteria, pay, rates, quotes and sites, each with its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from advisor.datapack.schema import DataPack
from advisor.scenario.intake.gathering import Reading
from advisor.scenario.intake.plan import Plan, SeriesPlan
from advisor.scenario.intake.proposals import TargetKind
from advisor.scenario.intake.sheet import IntakeError, Progress, no_progress
from advisor.scenario.study.checks import check_study
from advisor.scenario.study.own_data import (
    OwnCriterion,
    OwnData,
    OwnFigure,
    OwnRate,
    OwnSite,
    OwnSource,
    OwnWage,
    Quote,
)
from advisor.scenario.study.study import Study
from advisor.words.dates import date_text
from advisor.words.formatting import list_text
from advisor.words.translation import t, tn

Sourced = OwnFigure | OwnCriterion | OwnSite | OwnWage | OwnRate | Quote
_AtPlace = TypeVar("_AtPlace", OwnFigure, OwnWage, OwnRate, Quote)


def taken_in(
    study: Study, base: DataPack, plan: Plan, today: date, progress: Progress = no_progress
) -> Study:
    """The study with everything that a plan takes in; of two figures for one cell the imported one counts.

    Args:
        study: as it is.
        base: the pack without what the study adds to it.
        plan: without errors.
        today: the day of the import.
        progress: told the part that is done, before each series; it may raise to stop the work.

    Raises:
        IntakeError: the plan has errors, or nothing to take in.
        ScenarioError: what it makes does not fit the pack or the bounds of a study.
    """
    if plan.errors:
        raise IntakeError(str(plan.errors[0]))
    if not plan.is_ready:
        raise IntakeError(t("There is nothing to take in. Say what the columns become."))
    title = plan.title[:200]
    source = OwnSource(_source_id(study), title, plan.sheet.title[:200], today, plan.choices.note)
    taken = _Taken(study.scenario.function, source, today)
    for at, one in enumerate(plan.taken):
        progress(at / len(plan.taken))
        taken.add(one)
    after = study.with_own(taken.beside(study.own, plan))
    check_study(base, after)
    progress(1.0)
    return after


def summary(plan: Plan) -> str:
    """What a plan takes in, in a sentence."""
    kinds = [one.target.kind for one in plan.taken]
    figures = sum(len(one.readings) for one in plan.taken)
    parts = [tn("{count} figure", "{count} figures", figures)]
    if count := kinds.count(TargetKind.NEW):
        parts.append(tn("{count} new criterion", "{count} new criteria", count))
    if count := len(plan.gathered.sites):
        parts.append(tn("{count} site", "{count} sites", count))
    places = 0 if plan.layout.sites else len({r.location for one in plan.taken for r in one.readings})
    told = list_text(parts)
    if not places:
        return told
    return tn("{what} for {count} location", "{what} for {count} locations", places, what=told)


def imported_tables(own: OwnData) -> tuple[tuple[OwnSource, int], ...]:
    """The tables that were taken in, with how many entries are left of each."""
    entries: tuple[tuple[Sourced, ...], ...] = (
        own.figures, own.criteria, own.sites, own.wages, own.rates, own.quotes,
    )  # fmt: skip
    counts = Counter(entry.source for kind in entries for entry in kind)
    return tuple((source, counts[source.id]) for source in own.sources)


def without_table(study: Study, source_id: str) -> Study:
    """The study without what was taken from one of the user's tables, and what rests on it.

    Raises:
        ScenarioError: a weight or must-have of a scenario names a criterion that would go.
    """
    own = study.own
    criteria = tuple(each for each in own.criteria if each.source != source_id)
    sites = tuple(each for each in own.sites if each.source != source_id)
    gone = {each.id for each in own.criteria} - {each.id for each in criteria}
    left = {each.id for each in own.sites} - {each.id for each in sites}
    figures = tuple(each for each in _kept(own.figures, source_id, left) if each.criterion not in gone)
    sources = tuple(each for each in own.sources if each.id != source_id)
    return study.with_own(
        replace(
            own,
            figures=figures,
            criteria=criteria,
            sites=sites,
            sources=sources,
            wages=_kept(own.wages, source_id, left),
            rates=_kept(own.rates, source_id, left),
            quotes=_kept(own.quotes, source_id, left),
        )
    )


def _kept(entries: Iterable[_AtPlace], source_id: str, left: Collection[str]) -> tuple[_AtPlace, ...]:
    return tuple(each for each in entries if each.source != source_id and each.location not in left)


def _source_id(study: Study) -> str:
    taken = {source.id for source in study.own.sources}
    number = len(taken) + 1
    while f"own-{number}" in taken:
        number += 1
    return f"own-{number}"


@dataclass(slots=True)
class _Taken:
    """What the series of one table become, until all of it goes into the study at once.

    The study's own entries are checked whenever a part of it is built, so that is done once a table and not
    once a series. Figures, pay and rates stand by what they replace.

    Attributes:
        function: that pay and quotes are for.
        source: the table.
        today: the day of the import.
    """

    function: str
    source: OwnSource
    today: date
    criteria: list[OwnCriterion] = field(default_factory=list)
    figures: dict[tuple[str, str], OwnFigure] = field(default_factory=dict)
    wages: dict[tuple[str, str], OwnWage] = field(default_factory=dict)
    rates: dict[tuple[str, str], OwnRate] = field(default_factory=dict)
    quotes: list[Quote] = field(default_factory=list)

    def add(self, plan: SeriesPlan) -> None:
        """Everything of a series."""
        target = plan.target
        if target.kind is TargetKind.NEW and target.new is not None:
            told = t("From {source}, taken in on {day}.", source=self.source.title, day=date_text(self.today))
            made = replace(target.new, source=self.source.id, note=target.new.note or told)
            self.criteria.append(made)
            self._add_figures(made.id, plan.readings)
        elif target.kind is TargetKind.CRITERION:
            self._add_figures(target.criterion, plan.readings)
        elif target.kind is TargetKind.WAGE:
            self._add_wages(plan)
        elif target.kind is TargetKind.RATE:
            self._add_rates(plan)
        else:
            self._add_quotes(plan)

    def beside(self, own: OwnData, plan: Plan) -> OwnData:
        """What a study has, without what this replaces, and then this."""
        sites = tuple(
            OwnSite(row.id, row.name, row.lat, row.lon, row.country, self.source.id, row.remark)
            for row in plan.gathered.sites
        )
        figures = (e for e in own.figures if (e.location, e.criterion) not in self.figures)
        wages = (e for e in own.wages if (e.location, e.function) not in self.wages)
        rates = (e for e in own.rates if (e.location, e.parameter) not in self.rates)
        return replace(
            own,
            sources=(*own.sources, self.source),
            sites=(*own.sites, *sites),
            criteria=(*own.criteria, *self.criteria),
            figures=(*figures, *self.figures.values()),
            wages=(*wages, *self.wages.values()),
            rates=(*rates, *self.rates.values()),
            quotes=(*own.quotes, *self.quotes),
        )

    def _add_figures(self, criterion: str, readings: Iterable[Reading]) -> None:
        for r in readings:
            self.figures[r.location, criterion] = OwnFigure(
                r.location,
                criterion,
                r.value,
                self._note(r),
                date=self.today,
                year=r.year,
                source=self.source.id,
            )

    def _add_wages(self, plan: SeriesPlan) -> None:
        for r in plan.readings:
            self.wages[r.location, self.function] = OwnWage(
                r.location,
                r.value,
                plan.target.currency,
                "month" if plan.target.per == "month" else "year",
                function=self.function,
                note=self._note(r),
                date=self.today,
                source=self.source.id,
            )

    def _add_rates(self, plan: SeriesPlan) -> None:
        rate = plan.target.rate
        for r in plan.readings:
            self.rates[r.location, rate] = OwnRate(
                r.location,
                rate,
                r.value,
                r.value,
                r.value,
                note=self._note(r),
                date=self.today,
                source=self.source.id,
            )

    def _add_quotes(self, plan: SeriesPlan) -> None:
        for r in plan.readings:
            quote = Quote(
                r.location,
                self.function,
                r.value,
                "month" if plan.target.per == "month" else "hour",
                plan.target.currency,
                r.provider[:200] or None,
                note=self._note(r),
                date=self.today,
                source=self.source.id,
            )
            self.quotes.append(quote)

    def _note(self, reading: Reading) -> str:
        told = t("{source}, line {line}", source=self.source.title, line=reading.line)
        return t("{first}; {second}", first=told, second=reading.note[:500]) if reading.note else told
