"""Kinds of columns: each says how its cells are read, what they may hold, and what people are told about it.

A row model is a named tuple whose fields are annotated with their kind, so that a column is declared once:
for reading, for checking and for the page about packs. A column is read as a whole, which is several times
faster than cell by cell; only what does not fit is looked at one by one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_type_hints

import numpy as np

from advisor.datapack.format_words import FIRST_YEAR, LAST_YEAR, filled_in, quoted
from advisor.datapack.numbers import POINTS, SMALLEST, NumberError, NumberStyle, is_unknown, parse_number
from advisor.datapack.problems import Problems, shown
from advisor.places.timezones import zone_names
from advisor.words.formatting import in_sentence
from advisor.words.translation import mark, marked, t

LONGEST_TEXT = 20_000
LARGEST = 1e15  # the most that 15 digits write; figures within it can be added and multiplied safely
_YES, _NO = frozenset({"1", "yes", "true", "x"}), frozenset({"", "0", "no", "false"})


@dataclass(slots=True)
class ColumnReading:
    """One column while it is being read.

    Attributes:
        file: the table.
        column: its name.
        lines: the line of each cell.
        problems: where faults are noted.
        unusable: rows that hold a fault; a row in it is not handed on.
        style: how the numbers of the table are written.
        unknown_words: words for "unknown" that were met in the table, with how often.
    """

    file: str
    column: str
    lines: Sequence[int]
    problems: Problems
    unusable: set[int]
    style: NumberStyle = POINTS
    unknown_words: dict[str, int] = field(default_factory=dict)

    def fault(self, row: int, message: str, cure: str) -> None:
        """Note an error and give the row up."""
        self.unusable.add(row)
        self.problems.error(self.file, self.lines[row], self.column, message, cure)


@dataclass(frozen=True, slots=True)
class Column:
    """What all kinds of columns share.

    Attributes:
        help: what the column holds, for people, as one or two sentences, marked for translation.
        required: the table must have the column.
        filled: no cell of it may be blank.
        names: words of the format that fill the place {names} of the help.
    """

    help: str
    required: bool = False
    filled: bool = False
    names: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What a cell holds, in a few words."""
        return t("text")

    @property
    def meaning(self) -> str:
        """The help, as people read it."""
        return marked(self.help, **filled_in(self.names))

    @property
    def is_number(self) -> bool:
        """Whether cells may hold decimals, so that their signs are looked at."""
        return False

    def read(self, cells: Sequence[str], reading: ColumnReading) -> Sequence[Any]:
        """The values of stripped cells, one each; faults are noted and their rows given up."""
        self._check_filled(cells, reading)
        return cells

    def missing(self, count: int) -> Sequence[Any]:
        """The values where the table lacks the column."""
        return [""] * count

    def _check_filled(self, cells: Sequence[str], reading: ColumnReading) -> None:
        if self.filled and "" in cells:
            for row, cell in enumerate(cells):
                if not cell:
                    reading.fault(row, *self._blank())

    def _blank(self) -> tuple[str, str]:
        message = t("The cell is blank.")
        return message, t("Write {what}.", what=in_sentence(self.meaning).rstrip("."))


@dataclass(frozen=True, slots=True)
class Text(Column):
    """Any text."""

    def read(self, cells: Sequence[str], reading: ColumnReading) -> Sequence[str]:
        """The texts as they stand."""
        self._check_filled(cells, reading)
        if max(map(len, cells), default=0) > LONGEST_TEXT:
            for row, cell in enumerate(cells):
                if len(cell) > LONGEST_TEXT:
                    message = t("The text has more than {count} characters.", count=LONGEST_TEXT)
                    reading.fault(row, message, t("Shorten it."))
        return cells


@dataclass(frozen=True, slots=True)
class Checked(Column):
    """Text of which every different one is checked once.

    Attributes:
        check: the value of a text, or raises ValueError with a message and a cure.
        described: what a cell holds, for people, marked for translation.
    """

    check: Callable[[str], Any] = str
    described: str = ""

    @property
    def kind(self) -> str:
        """What a cell holds."""
        return marked(self.described)

    def read(self, cells: Sequence[str], reading: ColumnReading) -> Sequence[Any]:
        """The checked values; blank cells stay blank text."""
        self._check_filled(cells, reading)
        values: dict[str, Any] = {"": ""}
        faults: dict[str, tuple[str, str]] = {}
        for cell in set(cells) - {""}:
            try:
                values[cell] = self.check(cell)
            except ValueError as error:
                message, cure = error.args
                faults[cell], values[cell] = (message, cure), ""
        if faults:
            for row, cell in enumerate(cells):
                if cell in faults:
                    reading.fault(row, *faults[cell])
        return [values[cell] for cell in cells]


def _zone(name: str) -> str:
    if name not in zone_names():
        message = t("There is no time zone '{name}'.", name=shown(name))
        raise ValueError(message, t("Write an IANA name such as Europe/Berlin."))
    return name


@dataclass(frozen=True, slots=True)
class Zone(Checked):
    """An IANA time zone."""

    check: Callable[[str], str] = _zone
    described: str = mark("IANA time zone, such as `Europe/Berlin`")


@dataclass(frozen=True, slots=True)
class Choice(Column):
    """One of a few words, in capitals or not.

    Attributes:
        allowed: the words.
        default: what a blank cell or a column that is not there means.
    """

    allowed: tuple[str, ...] = ()
    default: str = ""

    @property
    def kind(self) -> str:
        """The words."""
        return t("one of {words}", words=quoted(self.allowed))

    def read(self, cells: Sequence[str], reading: ColumnReading) -> Sequence[str]:
        """The words in the spelling of ``allowed``."""
        self._check_filled(cells, reading)
        spelt = {word.casefold(): word for word in self.allowed}
        values = {cell: spelt.get(cell.casefold(), "") for cell in set(cells)} | {"": self.default}
        if not all(value or not cell for cell, value in values.items()):
            cure = t("Use one of: {words}.", words=", ".join(self.allowed))
            for row, cell in enumerate(cells):
                if cell and not values[cell]:
                    message = t("'{text}' is not a known {column}.", text=shown(cell), column=reading.column)
                    reading.fault(row, message, cure)
        return [values[cell] for cell in cells]

    def missing(self, count: int) -> Sequence[str]:
        """The default."""
        return [self.default] * count


@dataclass(frozen=True, slots=True)
class Reference(Column):
    """The id of a line of another table; several, joined with ";", where ``several``."""

    table: str = ""
    several: bool = False

    @property
    def kind(self) -> str:
        """Which table it points into."""
        if self.several:
            return t("ids from `{table}`, joined with `;`", table=self.table)
        return t("id from `{table}`", table=self.table)

    def read(self, cells: Sequence[str], reading: ColumnReading) -> Sequence[str]:
        """The ids; those that stand nowhere are faults, unless nothing could be read of the other table."""
        self._check_filled(cells, reading)
        named = reading.problems.named.get(self.table)
        different = set(cells) - {""}
        if named is None or (not named and not self.several):
            return cells
        nowhere = {cell for cell in different if self._strangers(cell, named)}
        if nowhere:
            for row, cell in enumerate(cells):
                if cell in nowhere:
                    stranger = shown(self._strangers(cell, named)[0])
                    message = t("There is no '{id}' in {table}.", id=stranger, table=self.table)
                    cure = t("Use an id from {table}, or add it there.", table=self.table)
                    reading.fault(row, message, cure)
        return cells

    def _strangers(self, cell: str, named: Collection[str]) -> list[str]:
        parts = [part.strip() for part in cell.split(";")] if self.several else [cell]
        return [part for part in parts if part and part not in named]


@dataclass(frozen=True, slots=True)
class Flag(Column):
    """Yes or no."""

    @property
    def kind(self) -> str:
        """Its words."""
        return t("`1` for yes; `0` or blank for no")

    def read(self, cells: Sequence[str], reading: ColumnReading) -> Sequence[bool]:
        """The truth of each cell."""
        values = {cell: cell.casefold() in _YES for cell in set(cells)}
        strange = {cell for cell in values if cell.casefold() not in _YES | _NO}
        if strange:
            for row, cell in enumerate(cells):
                if cell in strange:
                    message = t("'{text}' is neither yes nor no.", text=shown(cell))
                    reading.fault(row, message, t("Write 1 or 0."))
        return [values[cell] for cell in cells]

    def missing(self, count: int) -> Sequence[bool]:
        """No."""
        return [False] * count


@dataclass(frozen=True, slots=True)
class Number(Column):
    """A finite number between bounds; blank is unknown, NaN.

    Attributes:
        least: lowest number allowed.
        greatest: highest number allowed.
        above: the number must be above this.
        default: what blank means.
        whole: a whole number, handed on as ``int``; blank is then ``int(default)``.
        unit: unit of the bounds, for people, marked for translation.
    """

    least: float = -LARGEST
    greatest: float = LARGEST
    above: float = -math.inf
    default: float = math.nan
    whole: bool = False
    unit: str = ""

    @property
    def kind(self) -> str:
        """The bounds and the unit."""
        what = t("whole number") if self.whole else t("number")
        bounds = ""
        if math.isfinite(self.above):
            bounds = t("above {bound}", bound=f"{self.above:.10g}")
        elif self.least > -LARGEST and self.greatest < LARGEST:
            bounds = t("{least} to {greatest}", least=f"{self.least:.10g}", greatest=f"{self.greatest:.10g}")
        elif self.least > -LARGEST:
            bounds = t("{least} or more", least=f"{self.least:.10g}")
        return ", ".join(part for part in (what, bounds, marked(self.unit)) if part)

    @property
    def is_number(self) -> bool:
        """Yes, unless whole: then no decimals are looked for."""
        return not self.whole

    def read(self, cells: Sequence[str], reading: ColumnReading) -> Sequence[Any]:
        """The numbers."""
        self._check_filled(cells, reading)
        numbers = self._at_once(cells, reading.style)
        if numbers is None:
            numbers = [self._one(row, cell, reading) for row, cell in enumerate(cells)]
        array = np.array(numbers)
        outside = (array < self.least) | (array > self.greatest) | (array <= self.above)
        if self.least > self.default:  # what stands for a blank cell is no fault
            outside &= array != self.default
        for row in np.flatnonzero(outside).tolist():
            reading.fault(row, *self._out_of_bounds(numbers[row]))
        if self.whole:
            if not reading.unusable and np.array_equal(array, np.floor(array)):
                return [int(number) for number in numbers]
            return [self._whole(row, number, reading) for row, number in enumerate(numbers)]
        return numbers

    def missing(self, count: int) -> Sequence[Any]:
        """Unknown, or what blank means."""
        return [int(self.default) if self.whole else self.default] * count

    def _at_once(self, cells: Sequence[str], style: NumberStyle) -> list[float] | None:
        """All numbers by the fast way, None where a cell needs a closer look."""
        if style != POINTS:
            return None
        default = self.default
        try:
            numbers = [float(cell) if cell else default for cell in cells]
        except ValueError:
            return None
        # float() would also read 1_000, nan and inf, and a number of thousands of digits.
        odd = "_" in "".join(cells) or max(map(len, cells), default=0) > 25
        sizes = np.abs(numbers)
        extreme = np.any(np.isinf(sizes) | ((sizes > 0.0) & (sizes < SMALLEST)))
        blank = cells.count("") if math.isnan(default) else 0
        if odd or extreme or sum(map(math.isnan, numbers)) != blank:
            return None
        return numbers

    def _one(self, row: int, cell: str, reading: ColumnReading) -> float:
        if not cell:
            return self.default
        if is_unknown(cell):
            reading.unknown_words[cell] = reading.unknown_words.get(cell, 0) + 1
            if self.filled:
                reading.fault(row, *self._blank())
            return self.default
        try:
            return parse_number(cell, reading.style)
        except NumberError as error:
            reading.fault(row, *self._no_number(cell, error))
            return self.default

    def _no_number(self, cell: str, error: NumberError) -> tuple[str, str]:  # noqa: ARG002
        return str(error), error.cure

    def _out_of_bounds(self, number: float) -> tuple[str, str]:
        message = t("{number} is not allowed here: {kind}.", number=f"{number:g}", kind=self.kind)
        return message, t("Correct it; leave unknown cells blank.")

    def _whole(self, row: int, number: float, reading: ColumnReading) -> int:
        if math.isnan(number) or row in reading.unusable:
            return 0 if math.isnan(self.default) else int(self.default)
        if number != int(number):
            reading.fault(row, *self._out_of_bounds(number))
        return int(number)


@dataclass(frozen=True, slots=True)
class Year(Number):
    """A calendar year; blank is 0."""

    least: float = FIRST_YEAR
    greatest: float = LAST_YEAR
    default: float = 0.0
    whole: bool = True

    @property
    def kind(self) -> str:
        """The bounds."""
        return t("year, {first} to {last}", first=FIRST_YEAR, last=LAST_YEAR)

    def _no_number(self, cell: str, error: NumberError) -> tuple[str, str]:  # noqa: ARG002
        return self._no_year(cell)

    def _no_year(self, cell: str) -> tuple[str, str]:
        return t("'{text}' is not a year.", text=shown(cell)), t("Write it as 2024, or leave it blank.")

    def _out_of_bounds(self, number: float) -> tuple[str, str]:
        return self._no_year(f"{number:g}")


@cache
def columns_of(row: type) -> dict[str, Column]:
    """The columns of a row model by name, in their order."""
    kinds = get_type_hints(row, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in kinds.items() if name != "line"}
