"""Reading the pack's CSV tables: every cell with its line number, every fault noted."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from advisor.datapack.problems import Problems


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes:
        file: the file's name.
        line: its line number from 1.
        cells: column name to stripped text; columns the file lacks are absent.
    """

    file: str
    line: int
    cells: dict[str, str]

    def text(self, column: str, default: str = "") -> str:
        """The text of a cell, or ``default`` where it is blank or the column is absent."""
        return self.cells.get(column) or default

    def number(self, column: str, problems: Problems, default: float = math.nan) -> float:
        """The number in a cell; blank gives ``default``; anything else is noted as a problem."""
        text = self.cells.get(column, "")
        if not text:
            return default
        try:
            number = float(text.replace("_", "?"))  # float() would read 1_000
        except ValueError:
            cure = "Write a plain number with a point for decimals and no thousands separator."
            problems.error(self.file, self.line, column, f"'{text}' is not a number.", cure)
            return math.nan
        if not math.isfinite(number):
            problems.error(
                self.file,
                self.line,
                column,
                f"'{text}' is not a finite number.",
                "Leave unknown cells blank.",
            )
            return math.nan
        return number

    def choice(self, column: str, allowed: Sequence[str], problems: Problems, default: str) -> str:
        """One of the allowed words; anything else is noted as a problem and gives ``default``."""
        text = self.cells.get(column, "").lower()
        if not text:
            return default
        if text not in allowed:
            problems.error(
                self.file,
                self.line,
                column,
                f"'{self.cells[column]}' is not a {column}.",
                f"Use one of: {', '.join(allowed)}.",
            )
            return default
        return text


def read_table(folder: Path, file: str, required: Sequence[str], problems: Problems) -> list[Row]:
    """The rows of a CSV table with a header; faults of the file as a whole are noted.

    A missing file is a problem only if ``required`` names columns. Blank lines are skipped.
    """
    path = folder / file
    if not path.is_file():
        if required:
            columns = ",".join(required)
            problems.error(
                file, 0, "", "The file is missing.", f"Add it, with at least the columns {columns}."
            )
        return []
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.error(file, line, "", "The file is not UTF-8 text.", "Save it as 'CSV UTF-8'.")
        return []
    # Not str.splitlines: it also breaks lines at characters that may stand in a name (U+2028, U+0085).
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        if not _header_serves(file, header, required, problems):
            return []
        rows = []
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) > len(header):
                problems.error(
                    file,
                    reader.line_num,
                    "",
                    f"The line has {len(cells)} cells, the header has {len(header)}.",
                    'Put text that contains a comma in "quotation marks".',
                )
                continue
            stripped = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
            rows.append(Row(file, reader.line_num, stripped))
        return rows
    except csv.Error as error:
        problems.error(
            file, reader.line_num, "", f"The line is not valid CSV ({error}).", "Check its quotation marks."
        )
        return []


def _header_serves(file: str, header: list[str], required: Sequence[str], problems: Problems) -> bool:
    missing = [name for name in required if name not in header]
    if missing and len(header) == 1 and {";", "\t"} & set(header[0]):
        message = "The columns are not separated by commas."
        problems.error(file, 1, "", message, "Save it as 'CSV UTF-8 (comma delimited)'.")
        return False
    for name in missing:
        problems.error(file, 1, name, "The column is missing.", f"Add a column named {name} to the header.")
    for name in sorted({name for name in header if name and header.count(name) > 1}):
        problems.error(file, 1, name, "The column occurs twice.", "Remove or rename one of them.")
    return not missing
