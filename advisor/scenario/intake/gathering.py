"""The figures of a table by series, location and year; what cannot be read is noted with its cure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from advisor.datapack.numbers import NumberError
from advisor.datapack.problems import Problem, Problems, shown
from advisor.datapack.schema import DataPack
from advisor.places.folding import folded
from advisor.scenario.intake.figures import (
    figure_in,
    other_unit_message,
    plain_number,
    plain_unit,
    read_number,
    says_unknown,
    split_heading,
)
from advisor.scenario.intake.layout import Column, Layout, Role, year_of
from advisor.scenario.intake.places import NamedPlace, PlaceKind, PlaceNames
from advisor.scenario.intake.sheet import Progress, no_progress
from advisor.scenario.intake.site_rows import SitePlaces, SiteRow
from advisor.words.translation import t

Duplicates = Literal["ask", "last", "mean"]
_STEP = 500
_MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """One figure of the table.

    Attributes:
        location: id of the location or site.
        year: of the figure, 0 where not stated.
        value: in the series' unit.
        line: where it stands.
        note: what stands beside it.
        provider: who asks for it, where it is a price.
    """

    location: str
    year: int
    value: float
    line: int
    note: str = ""
    provider: str = ""


@dataclass(slots=True)
class Series:
    """Figures of one kind.

    Attributes:
        key: what the import names it by: the heading, or the name in the column that says which figure it is.
        label, unit: as understood.
        readings: in the order of the table.
    """

    key: str
    label: str
    unit: str
    readings: list[Reading] = field(default_factory=list)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that its figures are of, without 0."""
        return tuple(sorted({reading.year for reading in self.readings if reading.year}))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not taken in, and why."""

    line: int
    text: str
    why: str


@dataclass(slots=True)
class Gathered:
    """Everything that a table says.

    Attributes:
        series: by key, in the order of the table.
        problems: what could not be read.
        places: names that are not clear, with the lines that they stand on.
        found: how many different locations were found.
        left_out: rows that add up others.
        cities: names of cities that stand for their country, with its id.
        blank: cells that say that nothing is known.
        sites: the sites, where each row is one.
    """

    series: dict[str, Series] = field(default_factory=dict)
    problems: Problems = field(default_factory=Problems)
    places: dict[str, tuple[NamedPlace, list[int]]] = field(default_factory=dict)
    found: set[str] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)
    cities: dict[str, str] = field(default_factory=dict)
    blank: int = 0
    sites: list[SiteRow] = field(default_factory=list)

    def ask(self, place: NamedPlace, line: int) -> None:
        """Note a name that is not clear."""
        if place.text in self.places or len(self.places) < _MOST_NAMED:
            self.places.setdefault(place.text, (place, []))[1].append(line)


def gather(
    layout: Layout,
    pack: DataPack,
    names: PlaceNames,
    sites: SitePlaces | None = None,
    progress: Progress = no_progress,
) -> Gathered:
    """Read every row.

    Args:
        layout: the columns with their roles.
        pack: whose locations are meant.
        names: looks places up.
        sites: finds the country of a position; needed where the layout has positions.
        progress: told the part that is done, now and then; it may raise to stop the work.
    """
    found = Gathered(problems=Problems(of_features=layout.sheet.of_features))
    values = layout.of_role(Role.VALUE)
    if not values and not layout.sites:
        found.problems.add(_nothing(layout))
        return found
    if not layout.sites and not layout.of_role(Role.PLACE):
        found.problems.add(_no_places(layout))
        return found
    cells = _CellReader(layout, found)
    rows, lines = layout.body, layout.lines
    names.stand_together({row[column.index] for column in layout.of_role(Role.PLACE) for row in rows})
    if layout.sites:
        located = _sites(layout, names, sites or SitePlaces(pack), found)
    else:
        located = [_location(layout, row, line, names, found) for row, line in zip(rows, lines, strict=True)]
    for at, (row, line, location) in enumerate(zip(rows, lines, located, strict=True)):
        if at % _STEP == 0:
            progress(at / max(1, len(rows)))
        if location:
            found.found.add(location)
            cells.take(row, line, location)
    found.problems.sort_from(0)
    return found


def _location(layout: Layout, row: Sequence[str], line: int, names: PlaceNames, found: Gathered) -> str:
    """Id of the location of a row, empty where it is left out or has to be asked for."""
    texts = [row[column.index] for column in layout.of_role(Role.PLACE)]
    if not any(texts):
        if any(row[column.index] for column in layout.of_role(Role.VALUE)):
            found.left_out.append(LeftOut(line, _said(row), t("the row names no location")))
        return ""
    place = names.first_of(texts)
    if place.kind is PlaceKind.FOUND:
        if place.city:
            found.cities.setdefault(place.city, place.location)
        return place.location
    if place.kind is PlaceKind.AGGREGATE:
        why = t("left out as you said") if place.by_user else t("a total, an average or a group")
        found.left_out.append(LeftOut(line, place.text, why))
    elif _is_footnote(row, layout):
        found.left_out.append(LeftOut(line, _said(row), t("no figures: a note or a heading")))
    else:
        found.ask(place, line)
    return ""


def _is_footnote(row: Sequence[str], layout: Layout) -> bool:
    """Whether a row has no figure at all, as notes below a table have none."""
    return all(figure_in(row[column.index]) is None for column in layout.of_role(Role.VALUE))


def _said(row: Sequence[str]) -> str:
    return shown(" ".join(cell for cell in row if cell))


def _sites(layout: Layout, names: PlaceNames, finder: SitePlaces, found: Gathered) -> list[str]:
    rows = finder.rows(layout, names, found.problems, found.ask)
    found.sites = [row for row in rows if row is not None]
    return [row.id if row is not None else "" for row in rows]


class _CellReader:
    """Reads the figures of rows into series."""

    def __init__(self, layout: Layout, found: Gathered) -> None:
        self._layout, self._found = layout, found
        self._values = layout.of_role(Role.VALUE)
        self._year = next(iter(layout.of_role(Role.YEAR)), None)
        self._series = next(iter(layout.of_role(Role.SERIES)), None)
        self._unit = next(iter(layout.of_role(Role.UNIT)), None)
        self._notes = layout.of_role(Role.NOTE)
        self._provider = next(iter(layout.of_role(Role.PROVIDER)), None)
        self._keys: dict[tuple[str, int], Series] = {}
        years = [column for column in self._values if column.year]
        self._years_are_columns = len(years) > 1 and len(years) >= len(self._values) - 1

    def take(self, row: Sequence[str], line: int, location: str) -> None:
        year = self._year_of(row, line)
        if year is None:
            return
        note = "; ".join(row[column.index] for column in self._notes if row[column.index])
        provider = row[self._provider.index] if self._provider is not None else ""
        for column in self._values:
            cell = row[column.index]
            if says_unknown(cell):
                self._found.blank += 1
                continue
            series = self._series_of(column, row)
            value = self._number(column, cell, series, line)
            if value is not None:
                of = column.year if self._years_are_columns and column.year else year
                series.readings.append(Reading(location, of, value, line, note, provider))

    def _year_of(self, row: Sequence[str], line: int) -> int | None:
        if self._year is None or not row[self._year.index]:
            return 0
        text = row[self._year.index]
        year = year_of(text)
        if not year:
            message = t("'{text}' names no year.", text=shown(text))
            self._problem(line, self._year, message, t("Write four digits, such as 2025."))
            return None
        return year

    def _series_of(self, column: Column, row: Sequence[str]) -> Series:
        named = row[self._series.index] if self._series is not None else ""
        known = self._keys.get((named, column.index))
        if known is None:
            known = self._keys[named, column.index] = self._new_series(column, row, named)
        return known

    def _new_series(self, column: Column, row: Sequence[str], named: str) -> Series:
        many = len(self._values) > 1 and not self._years_are_columns
        if named:
            key = f"{named} / {column.heading}" if many else named
            label, unit = split_heading(named)
            label = t("{first}, {second}", first=label, second=column.name) if many else label
        elif self._years_are_columns and column.year:
            key, unit = self._sheet_label(), column.unit
            label = key
        else:
            key, label, unit = column.heading, column.name, column.unit
        found = self._found.series.get(key)
        if found is None:
            if self._unit is not None and row[self._unit.index]:
                unit = plain_unit(row[self._unit.index])
            found = self._found.series[key] = Series(key, label or key, unit or column.unit)
        return found

    def _sheet_label(self) -> str:
        """What the figures of a table with a column a year are called: its title above, or its file."""
        sheet = self._layout.sheet
        for row in sheet.rows[: max(0, self._layout.header)]:
            cells = [cell for cell in row if cell]
            if len(cells) == 1 and len(cells[0]) > 3:
                return cells[0]
        return sheet.name or sheet.file.rpartition(".")[0]

    def _number(self, column: Column, cell: str, series: Series, line: int) -> float | None:
        if (plain := plain_number(cell, column.style)) is not None:
            return plain
        figure = figure_in(cell)
        if figure is None:
            self._problem(
                line,
                column,
                t("'{text}' is not a number.", text=shown(cell)),
                t("Write a plain number, or leave it blank."),
            )
            return None
        if figure.unit and series.unit and not _same(figure.unit, series.unit):
            self._problem(line, column, *other_unit_message(figure.unit, series.unit))
            return None
        try:
            return read_number(figure, column.style)
        except NumberError as error:
            self._problem(line, column, str(error), error.cure)
            return None

    def _problem(self, line: int, column: Column, message: str, cure: str) -> None:
        self._found.problems.error(self._layout.sheet.file, line, column.heading, message, cure)


def _same(unit: str, series: str) -> bool:
    """Whether the unit beside a figure is that of its series, or the beginning of it."""
    mine, theirs = folded(unit) or unit, folded(series) or series
    return mine == theirs or theirs.startswith(f"{mine} ") or (unit == "%" and series.startswith("%"))


def _nothing(layout: Layout) -> Problem:
    message = t("No column holds figures.")
    cure = t("Choose another sheet or header row, or say which column holds figures.")
    return Problem(layout.sheet.file, layout.header_line, "", message, cure)


def _no_places(layout: Layout) -> Problem:
    message = t("No column names locations.")
    cure = t("Say which column names the country, or give latitude and longitude for sites.")
    return Problem(layout.sheet.file, layout.header_line, "", message, cure)


def newest(readings: Sequence[Reading]) -> Mapping[str, list[Reading]]:
    """The readings of each location that are of its newest year; several where a year stands twice."""
    found: dict[str, list[Reading]] = {}
    for reading in readings:
        before = found.get(reading.location)
        if before is None or reading.year > before[0].year:
            found[reading.location] = [reading]
        elif reading.year == before[0].year:
            before.append(reading)
    return found
