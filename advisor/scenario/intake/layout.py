"""What the columns of a table are: where its header stands, what names places, years and figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from advisor.datapack.numbers import NumberError, NumberStyle
from advisor.places.folding import folded
from advisor.scenario.intake.figures import (
    common_unit,
    figure_in,
    number_style,
    plain_unit,
    read_number,
    says_unknown,
    split_heading,
)
from advisor.scenario.intake.places import PlaceKind, PlaceNames
from advisor.scenario.intake.sheet import Progress, Sheet, no_progress
from advisor.scenario.intake.vocabulary import COUNTERS, COUNTRY, HEADINGS, NOT_PLACES
from advisor.words.translation import mark, marked, t

FIRST_YEAR, LAST_YEAR = 1900, 2100
_LOOKED_AT = 400  # different cells of a column that show what it is
_HEADER_WITHIN = 30  # rows
_MOSTLY, _SOME, _NEARLY_ALL = 0.6, 0.3, 0.9  # parts of the cells
_RANGE = re.compile(r"^[(\[]?\d+\s*(?:-|\N{EN DASH}|to|bis|\.\.)\s*\d+[)\]]?$")
_DATE = re.compile(
    r"^(?:(\d{4})[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{1,2}[-/.]\d{1,2}[-/.](\d{4})|(\d{4})[- ]?[QHMT]\d{1,2})$"
)
_YEAR = re.compile(r"^(?:[^\W\d_]{1,4}[ _]?)?((?:19|20)\d{2})(?:\.0|e)?(?:\s*\[YR\d{4}\])?$")


class Role(StrEnum):
    """What a column is to the import."""

    PLACE = "place"
    NAME = "name"
    LAT = "lat"
    LON = "lon"
    YEAR = "year"
    SERIES = "series"
    UNIT = "unit"
    NOTE = "note"
    VALUE = "value"
    PROVIDER = "provider"
    SKIP = "skip"


ROLE_NAMES = {
    Role.PLACE: mark("Location"),
    Role.NAME: mark("Name of the site"),
    Role.LAT: mark("Latitude"),
    Role.LON: mark("Longitude"),
    Role.YEAR: mark("Year"),
    Role.SERIES: mark("Which figure it is"),
    Role.UNIT: mark("Unit"),
    Role.NOTE: mark("Note"),
    Role.VALUE: mark("Figures"),
    Role.PROVIDER: mark("Provider"),
    Role.SKIP: mark("Leave out"),
}


def role_name(role: Role) -> str:
    """What a role is called."""
    return marked(ROLE_NAMES[role])


@dataclass(frozen=True, slots=True)
class Column:
    """A column as it is understood, whatever the user makes of it.

    Attributes:
        index: from 0.
        heading: as it stands there.
        name, unit: of the heading, or of most of its cells.
        role: what it seems to be.
        year: of a column that is a year's figures, 0 for others.
        style: how its numbers are written.
        signed: whether it has numbers with a comma or a point, so that the style is its own.
        filled: how many cells are not blank.
        examples: a few of them.
    """

    index: int
    heading: str
    name: str
    unit: str = ""
    role: Role = Role.SKIP
    year: int = 0
    style: NumberStyle = field(default_factory=lambda: NumberStyle("."))
    signed: bool = False
    filled: int = 0
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """A sheet with its columns.

    Attributes:
        sheet: the cells.
        header: index of the header among its rows, -1 where it has none.
        columns: left to right.
        sites: whether each row is a site of its own, with a position.
    """

    sheet: Sheet
    header: int
    columns: tuple[Column, ...]

    @property
    def sites(self) -> bool:
        """Whether the rows have positions."""
        return {Role.LAT, Role.LON} <= {column.role for column in self.columns}

    @property
    def header_line(self) -> int:
        """The line of the file that the header stands on, 0 where it has none."""
        return self.sheet.lines[self.header] if self.header >= 0 else 0

    @property
    def body(self) -> Sequence[tuple[str, ...]]:
        """The rows below the header."""
        return self.sheet.rows[self.header + 1 :]

    @property
    def lines(self) -> Sequence[int]:
        """The lines of these rows."""
        return self.sheet.lines[self.header + 1 :]

    def of_role(self, role: Role) -> tuple[Column, ...]:
        """The columns that have a role."""
        return tuple(column for column in self.columns if column.role is role)

    def with_role(self, index: int, role: Role) -> Layout:
        """The same with another role for a column."""
        changed = [replace(c, role=role) if c.index == index else c for c in self.columns]
        return replace(self, columns=tuple(changed))

    @property
    def years(self) -> tuple[int, ...]:
        """The years of columns that are a year's figures."""
        return tuple(sorted({c.year for c in self.columns if c.year and c.role is Role.VALUE}))


def understand(
    sheet: Sheet, names: PlaceNames, header_line: int | None = None, progress: Progress = no_progress
) -> Layout:
    """What a sheet is made of.

    Args:
        sheet: the cells.
        names: looks places up.
        header_line: the line that the header stands on, where somebody says; 0 for none.
        progress: told the part that is done, before each column; it may raise to stop the work.
    """
    header = _header(sheet, names) if header_line is None else _row_of(sheet, header_line)
    if header_line is None and _is_turned(sheet, header, names):
        sheet, header = _turned(sheet, header), 0
    headings = (
        sheet.rows[header]
        if header >= 0
        else tuple(t("Column {number}", number=i + 1) for i in range(sheet.width))
    )
    body = sheet.rows[header + 1 :]
    columns = []
    for index, both in enumerate(zip(_apart(headings), headings, strict=True)):
        progress(index / len(headings))
        columns.append(_column(sheet, body, index, both, names))
    columns = _with_unit_row(list(_settled(_in_one_style(columns), body)), body)
    return Layout(sheet, header, tuple(columns))


def _in_one_style(columns: list[Column]) -> list[Column]:
    """The columns, with the decimal sign of the others where a column's own numbers show none.

    Where the others differ among themselves, nothing is taken for granted.
    """
    shown = {column.style.decimal for column in columns if column.style.decimal and column.signed}
    if len(shown) != 1:
        return columns
    style = NumberStyle(shown.pop(), grouped=True)
    return [column if column.style.decimal else replace(column, style=style) for column in columns]


def _apart(headings: Sequence[str]) -> Iterator[str]:
    """Headings of which no two are the same."""
    seen: Counter[str] = Counter()
    for heading in headings:
        seen[heading] += 1
        again = heading and seen[heading] > 1
        yield t("{heading} ({number})", heading=heading, number=seen[heading]) if again else heading


def _with_unit_row(columns: list[Column], body: Sequence[Sequence[str]]) -> list[Column]:
    """The columns with their units, where these stand on a line of their own below the header."""
    values = [column for column in columns if column.role is Role.VALUE]
    places = [column for column in columns if column.role in (Role.PLACE, Role.NAME)]
    if not body or not values or any(body[0][column.index] for column in places):
        return columns
    cells = {column.index: body[0][column.index] for column in values}
    if not any(cells.values()) or any(figure_in(cell) for cell in cells.values() if not _is_range(cell)):
        return columns
    return [
        replace(c, unit=plain_unit(cells[c.index].strip("()[]"))) if cells.get(c.index) and not c.unit else c
        for c in columns
    ]


def _is_range(cell: str) -> bool:
    """Whether a cell names the ends of a scale: ``(1-10)``."""
    return bool(_RANGE.match(cell))


def _is_turned(sheet: Sheet, header: int, names: PlaceNames) -> bool:
    """Whether locations stand in the header, a column each, and nowhere else."""
    if header < 0 or sheet.is_places:
        return False
    headings = [cell for cell in sheet.rows[header][1:] if cell]
    found = [names.find(cell).kind is PlaceKind.FOUND for cell in headings if not year_in(cell)]
    firsts = [row[0] for row in sheet.rows[header + 1 :] if row[0]]
    beside = [names.find(cell).kind is PlaceKind.FOUND for cell in firsts[:_LOOKED_AT]]
    return (
        len(found) > 1 and sum(found) >= _MOSTLY * len(headings) and sum(beside) < _SOME * max(1, len(beside))
    )


def _turned(sheet: Sheet, header: int) -> Sheet:
    """The table with rows for columns; its faults are told by the line of the header."""
    (_corner, *headings), *others = zip(*sheet.rows[header:], strict=True)
    rows = (("", *headings), *others)  # what stood in the corner named what are now the headings
    remark = t("Locations stand in the columns, so rows and columns were exchanged.")
    lines = (sheet.lines[header],) * len(rows)
    return replace(sheet, rows=rows, lines=lines, remarks=(*sheet.remarks, remark))


def year_in(text: str) -> int:
    """The year that a heading or a cell names, 0 for none."""
    found = _YEAR.match(text.strip())
    return int(found[1]) if found else 0


def year_of(text: str) -> int:
    """The year of a year, a date, a quarter or a month; 0 for none."""
    found = _DATE.match(text.strip())
    return int(next(group for group in found.groups() if group)) if found else year_in(text)


# The header ------------------------------------------------------------------------------------------


def _row_of(sheet: Sheet, line: int) -> int:
    return max((at for at, one in enumerate(sheet.lines) if one <= line), default=-1) if line else -1


def _header(sheet: Sheet, names: PlaceNames) -> int:
    """The row above the first one that looks like data; -1 where the table begins with data."""
    if sheet.is_places:
        return 0
    rows = sheet.rows[:_HEADER_WITHIN]
    wide = max((sum(map(bool, row)) for row in sheet.rows[: 4 * _HEADER_WITHIN]), default=1)
    for at, row in enumerate(rows):
        cells = [cell for cell in row if cell]
        if len(cells) < max(2, wide // 2):
            continue  # a title, a note, a date
        if at + 1 < len(sheet.rows) and _is_header(row, sheet.rows[at + 1 : at + 6], names):
            return at
        if _is_data(row, names):
            return at - 1 if at and len([c for c in rows[at - 1] if c]) > 1 else -1
    return 0


def _is_number(cell: str) -> bool:
    return figure_in(cell) is not None


def _is_data(row: Sequence[str], names: PlaceNames) -> bool:
    has_place = any(
        names.find(cell).kind is not PlaceKind.UNKNOWN for cell in row if cell and not _is_number(cell)
    )
    return has_place and any(_is_number(cell) for cell in row)


def _is_header(row: Sequence[str], below: Sequence[Sequence[str]], names: PlaceNames) -> bool:
    """Whether a row names what stands below it: no figures but years, and figures or places below."""
    figures = [cell for cell in row if cell and _is_number(cell) and not year_in(cell)]
    if figures or _is_data([cell for cell in row if not year_in(cell)], names):
        return False
    return any(any(_is_number(cell) for cell in one if cell) for one in below)


# Columns ---------------------------------------------------------------------------------------------


def _column(
    sheet: Sheet, body: Sequence[Sequence[str]], index: int, headings: tuple[str, str], names: PlaceNames
) -> Column:
    """A column by its heading among the others, and as it stands in the table."""
    heading, written = headings
    cells = [row[index] for row in body if row[index]]
    different = list(dict.fromkeys(cells))[:_LOOKED_AT]
    name, unit = split_heading(written)
    column = Column(
        index,
        heading,
        name or heading,
        unit,
        year=year_in(heading),
        filled=len(cells),
        examples=tuple(different[:3]),
    )
    known = [cell for cell in different if not says_unknown(cell)]
    if not known:
        return column
    figures = [figure for figure in map(figure_in, known) if figure is not None]
    style = number_style(
        (figure.number for figure in figures), from_numbers=sheet.from_numbers, separator=sheet.separator
    )
    if not unit and figures:
        unit = common_unit([figure.unit for figure in figures])
    signed = any(sign in figure.number for figure in figures for sign in ",.")
    column = replace(column, style=style, signed=signed, unit=plain_unit(unit))
    return replace(column, role=_role(column, known, len(figures), names))


def _role(column: Column, known: Sequence[str], numbers: int, names: PlaceNames) -> Role:
    heading = folded(column.name)
    for role in (Role.LAT, Role.LON):
        if heading in HEADINGS[role] and numbers >= _MOSTLY * len(known) and _within(column, known, role):
            return role
    years = sum(1 for cell in known if year_of(cell))
    if (
        years >= 0.9 * len(known)
        and not column.year
        and (heading in HEADINGS[Role.YEAR] or years == len(known) > 1)
    ):
        return Role.YEAR
    for role in (Role.SERIES, Role.UNIT, Role.NOTE, Role.PROVIDER):
        if heading in HEADINGS[role] and numbers < _MOSTLY * len(known):
            return role
    if numbers < _MOSTLY * len(known):
        if _names_places(heading, known, names):
            return Role.PLACE
        return Role.SKIP if numbers < _SOME * len(known) else Role.VALUE
    return Role.SKIP if heading in COUNTERS else Role.VALUE


def _names_places(heading: str, known: Sequence[str], names: PlaceNames) -> bool:
    """Whether most cells are places; under a heading that says so, any."""
    if heading in NOT_PLACES:
        return False
    clear = sum(names.find(cell).kind is not PlaceKind.UNKNOWN for cell in known)
    return heading in COUNTRY or clear >= _MOSTLY * len(known)


def _within(column: Column, known: Sequence[str], role: Role) -> bool:
    most = 90.0 if role is Role.LAT else 180.0
    inside = 0
    for cell in known:
        figure = figure_in(cell)
        try:
            inside += figure is not None and abs(read_number(figure, column.style)) <= most
        except NumberError:
            continue
    return inside >= _MOSTLY * len(known)


def _settled(columns: Sequence[Column], body: Sequence[Sequence[str]]) -> Iterator[Column]:
    """The columns, each understood beside the others."""
    roles = Counter(column.role for column in columns)
    sites = roles[Role.LAT] == roles[Role.LON] == 1
    places = [column for column in columns if column.role is Role.PLACE]
    named = _name_column(columns, body) if sites else None
    has_series = roles[Role.SERIES] > 0
    series = next((column for column in columns if column.role is Role.SERIES), None)
    seen: set[Role] = set()
    for column in columns:
        role = column.role
        if role in (Role.LAT, Role.LON) and not sites:
            role = Role.VALUE
        if named is not None and column.index == named.index:
            role = Role.NAME
        elif sites and role is Role.PLACE and not _names_countries(column, places):
            role = Role.SKIP
        if role in (Role.YEAR, Role.SERIES, Role.UNIT) and role in seen:
            role = Role.SKIP  # the first of its kind counts
        if role is Role.UNIT and not has_series:
            role = Role.NOTE
        if role is Role.SERIES and series is not None and column.index != series.index:
            role = Role.SKIP
        seen.add(role)
        yield replace(column, role=role)


def _names_countries(column: Column, places: Sequence[Column]) -> bool:
    return folded(column.name) in COUNTRY or len(places) == 1


def _name_column(columns: Sequence[Column], body: Sequence[Sequence[str]]) -> Column | None:
    """The column that names sites: by its heading, else the first text that differs in each row."""
    texts = [c for c in columns if c.role in (Role.PLACE, Role.SKIP, Role.NOTE) and c.filled]
    for column in texts:
        if folded(column.name) in HEADINGS[Role.NAME]:
            return column
    for column in texts:
        cells = [row[column.index] for row in body if row[column.index]]
        if len(set(cells)) == len(cells) and folded(column.name) not in COUNTRY:
            return column
    return None
