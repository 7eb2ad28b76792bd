"""An import before it is taken in: what was understood, what it becomes, and everything that is wrong."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from advisor.core.criteria import Criterion
from advisor.datapack.problems import Problem, Problems, shown
from advisor.datapack.schema import DataPack
from advisor.places.folding import folded
from advisor.scenario.intake.gathering import Duplicates, Gathered, Reading, Series, gather, newest
from advisor.scenario.intake.layout import Layout, Role, understand
from advisor.scenario.intake.places import NamedPlace, PlaceKind, PlaceNames
from advisor.scenario.intake.proposals import FEW_KNOWN, Target, TargetKind, propose
from advisor.scenario.intake.sheet import Progress, Sheet, no_progress
from advisor.scenario.intake.site_rows import SitePlaces
from advisor.scenario.study.study import Study
from advisor.scenario.study.values import MOST_FIGURES, MOST_LISTED
from advisor.words.formatting import either_text, list_text, number_text
from advisor.words.translation import t, tn

_FAR = 20.0  # times the distance of the goalposts, beyond which a figure is in another unit, or a slip
_UNDERSTOOD, _GATHERED = 0.2, 0.9  # parts of the work that are done then
_MOST_OFFERS = 6


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user says of a table; all else is proposed.

    Attributes:
        header_line: the line that the header stands on; 0 for none, None to find out.
        roles: of columns, by their heading.
        places: what a name stands for: id of a location, or empty to leave it out.
        skip_unknown: leave out all rows whose location is not clear.
        duplicates: what to do where a location stands twice for the same year.
        targets: what series become, by their key.
        title: what the source is called; empty for the name of the file.
        note: about it.
    """

    header_line: int | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    skip_unknown: bool = False
    duplicates: Duplicates = "ask"
    targets: Mapping[str, Target] = field(default_factory=dict)
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class SeriesPlan:
    """A series and what becomes of it.

    Attributes:
        series: as gathered.
        target: what it becomes.
        readings: the one of each location that counts.
        years: the years of these, oldest first, without 0.
        older: how many readings of earlier years do not count.
        repeated: how many locations have several figures of one year, of which nobody has said what counts.
    """

    series: Series
    target: Target
    readings: tuple[Reading, ...]
    years: tuple[int, ...]
    older: int
    repeated: int = 0

    @property
    def values(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Its figures, one a location."""
        return np.array([reading.value for reading in self.readings], dtype=np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What an import would do.

    Attributes:
        layout: sheet and columns.
        gathered: what the table says.
        choices: what it was made with.
        series: in the order of the table.
        problems: all of them; errors keep anything from being taken in.
        asked: names of locations that somebody has to decide, with their lines.
    """

    layout: Layout
    gathered: Gathered
    choices: Choices
    series: tuple[SeriesPlan, ...]
    problems: tuple[Problem, ...]
    asked: tuple[tuple[NamedPlace, tuple[int, ...]], ...]

    @property
    def sheet(self) -> Sheet:
        """The cells."""
        return self.layout.sheet

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps it from being taken in."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def taken(self) -> tuple[SeriesPlan, ...]:
        """The series that become something."""
        return tuple(one for one in self.series if one.target.kind is not TargetKind.SKIP and one.readings)

    @property
    def is_ready(self) -> bool:
        """Whether it can be taken in."""
        return not self.errors and bool(self.taken or self.gathered.sites)

    @property
    def has_duplicates(self) -> bool:
        """Whether somebody has to say what counts where a location has several figures of one year."""
        return any(one.repeated for one in self.series)

    @property
    def title(self) -> str:
        """What the source is called."""
        return self.choices.title.strip() or self.sheet.title


def make_plan(
    sheet: Sheet,
    pack: DataPack,
    study: Study,
    choices: Choices | None = None,
    progress: Progress = no_progress,
) -> Plan:
    """Understand a sheet, propose what it becomes, and check all of it.

    Args:
        sheet: the cells.
        pack: with what the study adds to it.
        study: what it would be taken into.
        choices: what the user says.
        progress: told the part that is done, now and then; it may raise to stop the work.
    """
    choices = choices or Choices()
    names = PlaceNames(pack, choices.places)
    problems = Problems(of_features=sheet.of_features)
    layout = understand(sheet, names, choices.header_line, lambda part: progress(_UNDERSTOOD * part))
    layout = _with_roles(layout, choices, problems)
    gathered = gather(
        layout,
        pack,
        names,
        SitePlaces(pack, skips=choices.skip_unknown),
        lambda part: progress(_UNDERSTOOD + (_GATHERED - _UNDERSTOOD) * part),
    )
    problems.found += gathered.problems.found
    asked = _asked(gathered, layout, choices, problems)
    _note_cities(gathered, pack, layout, problems)
    plans: list[SeriesPlan] = []
    for series in gathered.series.values():
        target = choices.targets.get(series.key) or propose(series, pack, study)
        plans.append(_series_plan(series, _own_ids_apart(target, plans), choices, layout, problems))
        _check_target(plans[-1], pack, layout, problems)
    _check_together(plans, gathered, study, layout, problems)
    progress(1.0)
    return Plan(layout, gathered, choices, tuple(plans), tuple(problems.found), asked)


def _with_roles(layout: Layout, choices: Choices, problems: Problems) -> Layout:
    for heading, role in choices.roles.items():
        found = [c for c in layout.columns if heading.casefold() in (c.heading.casefold(), c.name.casefold())]
        for column in found:
            if role in (Role.LAT, Role.LON, Role.NAME, Role.YEAR, Role.SERIES, Role.UNIT):
                for other in layout.of_role(role):  # of these there is one
                    layout = layout.with_role(other.index, Role.SKIP)
            layout = layout.with_role(column.index, role)
        if not found:
            known = ", ".join(f"'{column.heading}'" for column in layout.columns[:12])
            message = t("There is no column '{name}'.", name=shown(heading))
            problems.error(
                layout.sheet.file, layout.header_line, "", message, t("There are {names}.", names=known)
            )
    return layout


def _asked(
    gathered: Gathered, layout: Layout, choices: Choices, problems: Problems
) -> tuple[tuple[NamedPlace, tuple[int, ...]], ...]:
    """Names that somebody must decide, each noted as a problem."""
    asked = tuple((place, tuple(lines)) for place, lines in gathered.places.values())
    for place, lines in asked:
        where = tn("{count} row", "{count} rows", len(lines))
        if place.kind is PlaceKind.AMBIGUOUS and place.is_group:
            message = t(
                "'{name}' could be a location or a group ({rows}).", name=shown(place.text), rows=where
            )
        elif place.kind is PlaceKind.AMBIGUOUS:
            message = t("'{name}' could mean several locations ({rows}).", name=shown(place.text), rows=where)
        else:
            message = t("'{name}' is no location that is known ({rows}).", name=shown(place.text), rows=where)
        offers = place.offers[:_MOST_OFFERS]
        labels = either_text([f"{one.label} ({one.location_id})" for one in offers])
        cure = (
            t("Say which: {offers}. Or leave it out.", offers=labels)
            if offers
            else t("Say which, or leave it out.")
        )
        if choices.skip_unknown:
            problems.warning(layout.sheet.file, lines[0], "", message, t("Left out."))
        else:
            problems.error(layout.sheet.file, lines[0], "", message, cure)
    return asked


def _note_cities(gathered: Gathered, pack: DataPack, layout: Layout, problems: Problems) -> None:
    """Figures of a city are no figures of its country; whoever takes them for that has to know."""
    if gathered.cities:
        city, location = next(iter(gathered.cities.items()))
        message = tn(
            "{count} city stands for its country: {city} for {country:the}.",
            "{count} cities stand for their countries, such as {city} for {country:the}.",
            len(gathered.cities),
            city=city,
            country=next((one.name for one in pack.locations if one.id == location), location),
        )
        cure = t("Add latitude and longitude to have them as sites of their own.")
        problems.warning(layout.sheet.file, layout.header_line, "", message, cure)


# Series ----------------------------------------------------------------------------------------------


def _series_plan(
    series: Series, target: Target, choices: Choices, layout: Layout, problems: Problems
) -> SeriesPlan:
    found = newest(series.readings)
    kept: list[Reading] = []
    unsettled: list[list[Reading]] = []
    for readings in found.values():
        last = readings[-1]
        if target.kind is TargetKind.QUOTE:
            kept += readings  # two providers may offer at one place
        elif len({reading.value for reading in readings}) == 1 or choices.duplicates == "last":
            kept.append(last)
        elif choices.duplicates == "mean":
            mean = sum(reading.value for reading in readings) / len(readings)
            kept.append(replace(last, value=mean, note=t("mean of {count} rows", count=len(readings))))
        else:
            unsettled.append(readings)
    if unsettled and target.kind is not TargetKind.SKIP:
        first = unsettled[0]
        lines = list_text([str(reading.line) for reading in first[:_MOST_OFFERS]])
        told = {"place": first[0].location, "lines": lines}
        if layout.sheet.is_places:
            message = tn(
                "{count} location has several figures of the same year: {place} (features {lines}).",
                "{count} locations have several figures of the same year, such as {place} "
                "(features {lines}).",
                len(unsettled),
                **told,
            )
        else:
            message = tn(
                "{count} location has several figures of the same year: {place} (lines {lines}).",
                "{count} locations have several figures of the same year, such as {place} (lines {lines}).",
                len(unsettled),
                **told,
            )
        cure = t("Delete the others, or take the last, or their mean.")
        problems.error(layout.sheet.file, first[-1].line, series.key, message, cure)
    years = tuple(sorted({reading.year for reading in kept if reading.year}))
    older = len(series.readings) - sum(len(readings) for readings in found.values())
    return SeriesPlan(series, target, tuple(kept), years, older, len(unsettled))


def _own_ids_apart(target: Target, before: list[SeriesPlan]) -> Target:
    """Two new criteria of one table never get the same id."""
    if target.new is None:
        return target
    taken = {one.target.new.id for one in before if one.target.new is not None}
    made, number = target.new.id, 2
    while made in taken:
        made, number = f"{target.new.id}_{number}", number + 1
    return target if made == target.new.id else replace(target, new=replace(target.new, id=made))


def _check_target(plan: SeriesPlan, pack: DataPack, layout: Layout, problems: Problems) -> None:
    target, series = plan.target, plan.series
    file, line = layout.sheet.file, layout.header_line
    if target.kind is TargetKind.CRITERION:
        criterion = next((one for one in pack.criteria if one.id == target.criterion), None)
        if criterion is None:
            message = t("There is no criterion '{name}'.", name=shown(target.criterion))
            problems.error(file, line, series.key, message, t("See 'location-advisor criteria'."))
            return
        _check_unit(plan, criterion, file, line, problems)
        _check_range(plan, criterion, file, problems)
    elif target.kind in (TargetKind.WAGE, TargetKind.QUOTE):
        if not target.currency:
            message = t("The currency is not known.")
            problems.error(file, line, series.key, message, t("Name it in the heading, such as EUR."))
        elif pack.costs is not None and target.currency not in {
            "USD",
            *pack.costs.exchange_rates.by_currency,
        }:
            message = t("No exchange rate of {currency} is known.", currency=target.currency)
            problems.error(file, line, series.key, message, t("Convert the figures to another currency."))
        for reading in plan.readings:
            if reading.value <= 0:
                message = t("Pay or a price of {value} is not possible.", value=number_text(reading.value))
                problems.error(file, reading.line, series.key, message, t("Correct it, or leave it blank."))
    elif target.kind is TargetKind.NEW and target.new is not None:
        _check_new(plan, pack, layout, problems)


def _check_new(plan: SeriesPlan, pack: DataPack, layout: Layout, problems: Problems) -> None:
    target, series, file = plan.target, plan.series, layout.sheet.file
    assert target.new is not None
    total = len(pack.locations) + (len(plan.readings) if layout.sites else 0)
    if plan.readings and target.new.weight and len(plan.readings) < FEW_KNOWN * total:
        message = t(
            "“{name}” is known for {count} of {total} locations, so it weighs little.",
            name=target.new.label,
            count=len(plan.readings),
            total=total,
        )
        cure = t("Raise its weight if it should decide; others may then have too little data for a rank.")
        problems.warning(file, layout.header_line, series.key, message, cure)
    if target.new.transform == "log":
        for reading in plan.readings:
            if reading.value <= 0:
                message = t("On a logarithmic scale {value} counts as the lower goalpost.",
                            value=number_text(reading.value))  # fmt: skip
                problems.warning(
                    file, reading.line, series.key, message, t("Choose the linear scale if it should not.")
                )
                break


def _check_unit(plan: SeriesPlan, criterion: Criterion, file: str, line: int, problems: Problems) -> None:
    mine, theirs = plan.series.unit, criterion.unit
    if not mine or plan.target.takes_unit or _same_unit(mine, theirs):
        return
    message = t("The table is in {unit}, the criterion “{name}” in {other}.",
                unit=mine, name=criterion.name, other=theirs or t("no unit"))  # fmt: skip
    cure = t("Convert the figures, make it a new criterion, or take them as they are (unit=same).")
    problems.error(file, line, plan.series.key, message, cure)


def _same_unit(mine: str, theirs: str) -> bool:
    first, second = folded(mine) or mine, folded(theirs) or theirs
    return first == second or second.startswith(f"{first} ") or (mine == "%" and theirs.startswith("%"))


def _check_range(plan: SeriesPlan, criterion: Criterion, file: str, problems: Problems) -> None:
    ends = sorted((criterion.value_function.worst, criterion.value_function.best))
    span = (ends[1] - ends[0]) or 1.0
    for reading in plan.readings:
        beyond = max(ends[0] - reading.value, reading.value - ends[1])
        if beyond > _FAR * span:
            message = t("{value} is far from what “{name}” has elsewhere.",
                        value=number_text(reading.value), name=criterion.name)  # fmt: skip
            problems.warning(file, reading.line, plan.series.key, message, t("Check the unit."))
            return


def _check_together(
    plans: list[SeriesPlan], gathered: Gathered, study: Study, layout: Layout, problems: Problems
) -> None:
    file = layout.sheet.file
    seen: dict[str, str] = {}
    for plan in plans:
        key = plan.target.criterion or plan.target.rate
        if plan.target.kind in (TargetKind.CRITERION, TargetKind.RATE) and key in seen and plan.readings:
            message = t("'{first}' and '{second}' would both become {name}.",
                        first=shown(seen[key]), second=shown(plan.series.key), name=key)  # fmt: skip
            problems.error(file, layout.header_line, plan.series.key, message, t("Leave one of them out."))
        seen.setdefault(key, plan.series.key)
        for reading in plan.readings:
            if not math.isfinite(reading.value) or abs(reading.value) > 1e15:
                message = t("The figure is absurdly large.")
                problems.error(file, reading.line, plan.series.key, message, t("Correct it."))
    count = sum(len(plan.readings) for plan in plans if plan.target.kind is not TargetKind.SKIP)
    if count + len(study.own.figures) > MOST_FIGURES:
        message = t("A study holds {most} figures of your own; with these there would be more.",
                    most=number_text(MOST_FIGURES))  # fmt: skip
        problems.error(file, 0, "", message, t("Leave some columns out."))
    if len(gathered.sites) + len(study.own.sites) > MOST_LISTED:
        message = t("A study holds {most} sites of your own; with these there would be more.",
                    most=number_text(MOST_LISTED))  # fmt: skip
        problems.error(file, 0, "", message, t("Leave some rows out."))
