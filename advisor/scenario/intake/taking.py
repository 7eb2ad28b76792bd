"""An import taken into a study: figures, criteria, pay, rates, quotes and sites, each with its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from advisor.datapack.schema import DataPack
from advisor.scenario.intake.gathering import Reading
from advisor.scenario.intake.plan import Plan, SeriesPlan
from advisor.scenario.intake.proposals import TargetKind
from advisor.scenario.intake.sheet import IntakeError
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


def taken_in(study: Study, base: DataPack, plan: Plan, today: date) -> Study:
    """The study with everything that a plan takes in; of two figures for one cell the imported one counts.

    Args:
        study: as it is.
        base: the pack without what the study adds to it.
        plan: without errors.
        today: the day of the import.

    Raises:
        IntakeError: the plan has errors, or nothing to take in.
        ScenarioError: what it makes does not fit the pack or the bounds of a study.
    """
    if plan.errors:
        raise IntakeError(str(plan.errors[0]))
    if not plan.is_ready:
        raise IntakeError(t("There is nothing to take in. Say what the columns become."))
    source = OwnSource(_source_id(study), plan.title[:200], plan.sheet.title[:200], today, plan.choices.note)
    own = replace(study.own, sources=(*study.own.sources, source))
    own = _with_sites(own, plan, source.id)
    for one in plan.taken:
        own = _with_series(own, one, study, source, today)
    after = study.with_own(own)
    check_study(base, after)
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


def _with_sites(own: OwnData, plan: Plan, source: str) -> OwnData:
    sites = tuple(
        OwnSite(row.id, row.name, row.lat, row.lon, row.country, source, row.remark)
        for row in plan.gathered.sites
    )
    return replace(own, sites=(*own.sites, *sites))


def _with_series(own: OwnData, plan: SeriesPlan, study: Study, source: OwnSource, today: date) -> OwnData:
    target, readings = plan.target, plan.readings
    if target.kind is TargetKind.NEW and target.new is not None:
        note = target.new.note or t(
            "From {source}, taken in on {day}.", source=source.title, day=date_text(today)
        )
        made = replace(target.new, source=source.id, note=note)
        own = replace(own, criteria=(*own.criteria, made))
        return _with_figures(own, made.id, readings, source, today)
    if target.kind is TargetKind.CRITERION:
        return _with_figures(own, target.criterion, readings, source, today)
    function = study.scenario.function
    if target.kind is TargetKind.WAGE:
        return _with_wages(own, plan, function, source, today)
    if target.kind is TargetKind.RATE:
        places = {reading.location for reading in readings}
        kept = (e for e in own.rates if e.parameter != target.rate or e.location not in places)
        rates = (
            OwnRate(
                r.location,
                target.rate,
                r.value,
                r.value,
                r.value,
                note=_note(r, source),
                date=today,
                source=source.id,
            )
            for r in readings
        )
        return replace(own, rates=(*kept, *rates))
    quotes = (
        Quote(
            r.location,
            function,
            r.value,
            "month" if target.per == "month" else "hour",
            target.currency,
            r.provider[:200] or None,
            note=_note(r, source),
            date=today,
            source=source.id,
        )
        for r in readings
    )
    return replace(own, quotes=(*own.quotes, *quotes))


def _with_wages(own: OwnData, plan: SeriesPlan, function: str, source: OwnSource, today: date) -> OwnData:
    places = {reading.location for reading in plan.readings}
    kept = (e for e in own.wages if e.function != function or e.location not in places)
    wages = (
        OwnWage(
            r.location,
            r.value,
            plan.target.currency,
            "month" if plan.target.per == "month" else "year",
            function=function,
            note=_note(r, source),
            date=today,
            source=source.id,
        )
        for r in plan.readings
    )
    return replace(own, wages=(*kept, *wages))


def _with_figures(
    own: OwnData, criterion: str, readings: Collection[Reading], source: OwnSource, today: date
) -> OwnData:
    places = {reading.location for reading in readings}
    kept: Iterable[OwnFigure] = (
        each for each in own.figures if each.criterion != criterion or each.location not in places
    )
    made = (
        OwnFigure(r.location, criterion, r.value, _note(r, source), date=today, year=r.year, source=source.id)
        for r in readings
    )
    return replace(own, figures=(*kept, *made))


def _note(reading: Reading, source: OwnSource) -> str:
    told = t("{source}, line {line}", source=source.title, line=reading.line)
    return t("{first}; {second}", first=told, second=reading.note[:500]) if reading.note else told
