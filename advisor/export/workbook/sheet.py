"""A sheet to write on: values, formulas with their result, headings, widths, frozen panes, filters."""

from __future__ import annotations

import io
import math
import textwrap
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from advisor.export.ranking_csv import safe_text
from advisor.views.look.theme import LIGHT, theme_colour
from advisor.words.translation import marked

NUMBER, SHARE, SCORE, WHOLE, MONEY, PRICE = "0.###", "0.0%", "0.0", "0", "#,##0", "#,##0.00"
_NARROWEST, _WIDEST = 8, 60  # characters
_HEADING = 10  # characters: headings longer than that are broken
_LINE = 15.0  # points of a line
_PAGE = 170  # characters across a page that can still be read
_LOOKED_AT = 400  # rows, to find the width of a column

DAY = "yyyy-mm-dd"
HEAD_ROW, FIRST_ROW = 4, 5  # of a sheet that is one table
_FIRST_DAY = date(1899, 12, 30)  # days of spreadsheets are counted from it

Value = str | float | int | None
Row = Sequence[Value]


class _PlainFormulas(Worksheet):  # type: ignore[misc]
    """A sheet whose formulas use no function newer than Excel 2007, so that nobody has to look for any.

    The library searches every formula for thirty names; a ranking of thousands of places has tens of
    thousands of formulas. Where a later version does not ask this, it looks again and nothing else changes.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002
        return formula.removeprefix("=")


class Book:
    """A spreadsheet that is being written; formats are made once."""

    def __init__(self, name: str, made: datetime) -> None:
        """Begin a book.

        Args:
            name: its title.
            made: the time that it carries, so that the same content gives the same bytes.
        """
        self._content = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook = Workbook(self._content, options)
        self.workbook.set_properties({"title": name, "author": "Location Advisor", "created": made})
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def sheet(self, name: str) -> Sheet:
        """Add a sheet."""
        return Sheet(self, self.workbook.add_worksheet(name, worksheet_class=_PlainFormulas))

    def format(self, **properties: object) -> Format:
        """A cell format with these properties."""
        key = tuple(properties.items())
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(dict(properties))
        return self._formats[key]

    def content(self) -> bytes:
        """The file; nothing can be written afterwards."""
        self.workbook.close()
        for worksheet in self.workbook.worksheets():
            # It is held in circles: its cells, hundreds of thousands, would wait for the search for garbage.
            worksheet.table.clear()
        return self._content.getvalue()


class Sheet:
    """One sheet. Rows and columns count from 1, as in formulas."""

    def __init__(self, book: Book, worksheet: Worksheet) -> None:
        self.book = book
        self.worksheet = worksheet
        self._widths: dict[int, int] = {}
        self._heads: dict[int, Sequence[str]] = {}  # titles by their row
        self._last_row = self._last_column = 1

    def title(self, text: str, note: str = "") -> None:
        """The first two lines: what the sheet is, and how to read it."""
        self.worksheet.write_string(0, 0, safe_text(text), self.book.format(bold=True, font_size=14))
        self.worksheet.write_string(1, 0, safe_text(note), self.book.format(font_color=LIGHT.quiet))

    def put(self, row: int, column: int, value: Value, shown: str = "", **look: object) -> None:
        """Write a value; text can never become a formula, an unknown number is an empty cell.

        Args:
            row: from 1.
            column: from 1.
            value: what.
            shown: number format.
            look: properties of the cell, such as ``bold``.
        """
        made = self.book.format(**look, **({"num_format": shown} if shown else {})) if look or shown else None
        if isinstance(value, str):
            text = safe_text(value)
            self.worksheet.write_string(row - 1, column - 1, text, made)
            self._note(row, column, len(max(text.split("\n"), key=len)))
        elif value is not None and not math.isnan(value):
            self.worksheet.write_number(row - 1, column - 1, value, made)
            self._note(row, column, 7)
        elif look:
            self.worksheet.write_blank(row - 1, column - 1, None, made)
        self._last_row, self._last_column = max(self._last_row, row), max(self._last_column, column)

    def long_text(self, row: int, column: int, text: str) -> None:
        """Write a sentence that runs over the cells at its right and makes no column wider."""
        self.worksheet.write_string(row - 1, column - 1, safe_text(text))

    def put_row(
        self, row: int, column: int, values: Sequence[Value], formats: Sequence[Format | None]
    ) -> None:
        """Write many values beside each other, as ``put`` does each, but faster.

        Args:
            row: from 1.
            column: of the first one, from 1.
            values: what; None and unknown numbers leave their cell empty.
            formats: of the book, one a value.
        """
        write_text, write_number = self.worksheet.write_string, self.worksheet.write_number
        at, place = row - 1, column - 2
        for value, made in zip(values, formats, strict=True):
            place += 1
            if value is None:
                continue
            if isinstance(value, str):
                if value:
                    write_text(at, place, safe_text(value), made)
            elif not math.isnan(value):
                write_number(at, place, value, made)
        if row <= _LOOKED_AT:
            for offset, value in enumerate(values):
                if value is not None:
                    width = max(map(len, value.split("\n"))) if isinstance(value, str) else 7
                    self._note(row, column + offset, width)
        self._last_row = max(self._last_row, row)
        self._last_column = max(self._last_column, column + len(values) - 1)

    def input(self, row: int, column: int, value: float, shown: str) -> None:
        """Write a number that is meant to be changed, marked as such."""
        self.put(row, column, value, shown, bg_color=LIGHT.selected, border=1, border_color=LIGHT.line)

    def formula(self, row: int, column: int, text: str, result: Value, shown: str = "") -> None:
        """Write a formula of our own; nothing that a user typed may stand in it.

        Args:
            row: from 1.
            column: from 1.
            text: begins with an equals sign.
            result: what it gives, for programs that show a file without computing it.
            shown: number format.
        """
        made = self.book.format(num_format=shown) if shown else None
        unknown = result is None or (isinstance(result, float) and math.isnan(result))
        self.worksheet.write_formula(row - 1, column - 1, text, made, "" if unknown else result)
        self._note(row, column, len(result) if isinstance(result, str) else 7)
        self._last_row, self._last_column = max(self._last_row, row), max(self._last_column, column)

    def header(
        self,
        row: int,
        titles: Sequence[str],
        themes: Sequence[str | None] = (),
        numbers: Collection[int] = (),
    ) -> None:
        """A row of column headings.

        Args:
            row: from 1.
            titles: one a column.
            themes: theme id of each column for its colour, None or nothing for none.
            numbers: columns of numbers, from 1, whose headings stand at the right as they do.
        """
        before = dict(self._widths)
        self._heads[row] = titles
        for column, text in enumerate(titles, start=1):
            look: dict[str, object] = {"bold": True, "bg_color": LIGHT.window}
            look |= {"text_wrap": True, "valign": "top"}
            theme = themes[column - 1] if column <= len(themes) else None
            if theme is not None:
                look |= {"bottom": 5, "bottom_color": theme_colour(theme)}
            if column in numbers:
                look |= {"align": "right"}
            self.put(row, column, text, **look)  # type: ignore[arg-type]
            self._widths[column] = max(before.get(column, 0), *map(len, text.split()), _HEADING)

    def finish(self, header_row: int, frozen: tuple[int, int], *, filtered: bool = True) -> None:
        """Freeze headings, offer filters, give every column its width, and fit pages to print.

        Args:
            header_row: the row of headings.
            frozen: first row and column that move.
            filtered: whether rows can be filtered by their values.
        """
        sheet = self.worksheet
        sheet.freeze_panes(frozen[0] - 1, frozen[1] - 1)
        if filtered and self._last_row > header_row:
            sheet.autofilter(header_row - 1, 0, self._last_row - 1, self._last_column - 1)
        widths = {column: max(_NARROWEST, min(_WIDEST, width + 2)) for column, width in self._widths.items()}
        for column, width in widths.items():
            sheet.set_column(column - 1, column - 1, width)
        for row, titles in self._heads.items():
            lines = max(_lines(title, widths[column]) for column, title in enumerate(titles, start=1))
            sheet.set_row(row - 1, _LINE * lines)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(-(-sum(widths.values()) // _PAGE), 0)
        if frozen[1] > 1:
            sheet.repeat_columns(0, frozen[1] - 2)
        sheet.repeat_rows(header_row - 1)

    def _note(self, row: int, column: int, width: int) -> None:
        if 2 < row <= _LOOKED_AT:
            self._widths[column] = max(self._widths.get(column, 0), width)


def add_table(
    book: Book,
    name: str,
    heading: tuple[str, str],
    titles: Sequence[str],
    rows: Iterable[Row],
    formats: Sequence[str] = (),
    *,
    themes: Sequence[str | None] = (),
    fixed: int = 1,
) -> Sheet:
    """A sheet that is one table.

    Args:
        book: what it is added to.
        name: of the sheet, marked.
        heading: title and note.
        titles: of the columns.
        rows: below them.
        formats: number formats, one a column; columns left out have none.
        themes: theme id of each column for its colour.
        fixed: columns that stay when the others move.
    """
    sheet = book.sheet(marked(name))
    sheet.title(*heading)
    numbers = [at for at, each in enumerate(formats, start=1) if each]
    sheet.header(HEAD_ROW, titles, themes, numbers)
    shown = [book.format(num_format=each) if each else None for each in formats]
    shown += [None] * (len(titles) - len(formats))
    for at, cells in enumerate(rows, start=FIRST_ROW):
        sheet.put_row(at, 1, cells, shown)
    sheet.finish(HEAD_ROW, (FIRST_ROW, fixed + 1))
    return sheet


def day_number(day: date) -> int:
    """A day as spreadsheets hold it; ``DAY`` shows it."""
    return (day - _FIRST_DAY).days


def _lines(title: str, width: int) -> int:
    """On how many lines a heading is broken, beside the button of its filter."""
    return len(textwrap.wrap(title, max(_NARROWEST, width - 2))) or 1


def letter(column: int) -> str:
    """The letters of a column, counted from 1."""
    return str(xl_col_to_name(column - 1))
