"""The bytes of a table as lines of cells, whatever spreadsheet wrote them; what is unusual is noted."""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from advisor.datapack.problems import Problems, shown
from advisor.words.translation import t

MOST_LINES = 1_000_000
LONGEST_LINE = 100_000
SEPARATORS = (",", ";", "\t")
_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs"}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Cells:
    """A table as text.

    Attributes:
        separator: what stood between the cells.
        header: the names of the columns, as they stand there.
        header_line: the line of the header, from 1.
        lines: the line on which each row starts.
        rows: the cells of each row, as many as the header has.
    """

    separator: str
    header: list[str]
    header_line: int
    lines: list[int]
    rows: list[list[str]]


def decode(file: str, content: bytes, problems: Problems) -> str | None:
    """The text of a file in UTF-8 or UTF-16; None, with the reason noted, where it is neither."""
    encoding = "utf-16" if content.startswith(_UTF_16) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = t("The file is not UTF-8 text.")
        problems.error(file, line, "", message, t("Save it as 'CSV UTF-8'."))
        return None
    if "\0" in text:
        message = t("The file is not text.")
        problems.error(
            file, text[: text.index("\0")].count("\n") + 1, "", message, t("Save it as 'CSV UTF-8'.")
        )
        return None
    if encoding == "utf-16":
        problems.note(file, 0, "", t("The file was read as UTF-16 text."))
    if not unicodedata.is_normalized("NFC", text):
        problems.note(file, 0, "", t("Letters with separate accents were joined (Unicode NFC)."))
        text = unicodedata.normalize("NFC", text)
    return text


def read_cells(
    file: str, text: str, understood: Callable[[Sequence[str]], int], problems: Problems
) -> Cells | None:
    """The cells of a table; None, with the reason noted, where they cannot be told apart.

    Args:
        file: its name.
        text: its text.
        understood: how many of some names of columns are known.
        problems: where faults are noted, and what is unusual.
    """
    if text.count("\n") > MOST_LINES:
        message = t("The table has more than {count} lines.", count=MOST_LINES)
        problems.error(file, MOST_LINES, "", message, t("Keep only what the pack needs."))
        return None
    lines = text.split("\n")
    if len(text) > LONGEST_LINE and max(map(len, lines)) > LONGEST_LINE:
        at = next(i for i, line in enumerate(lines) if len(line) > LONGEST_LINE)
        message = t("The line has more than {count} characters.", count=LONGEST_LINE)
        problems.error(file, at + 1, "", message, t("Check its quotation marks, or shorten it."))
        return None
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    named = _named_separator(lines[start]) if start < len(lines) else ""
    if named:
        problems.note(file, start + 1, "", t("The line sep={separator} was understood.", separator=named))
        start += 1
    separator = named or _separator(lines[start : start + 1], understood)
    if separator != "," and not named:
        problems.note(file, 0, "", t("Cells are separated by {separator}.", separator=_NAMES[separator]))
    return _split(file, "\n".join(lines[start:]) if start else text, separator, start, problems)


def _named_separator(line: str) -> str:
    """The sign that a first line ``sep=;`` names; blank for any other line."""
    name, equals, sign = line.strip("\r\n").strip('"').partition("=")
    return sign if name.strip().casefold() == "sep" and equals and sign in (*SEPARATORS, "|") else ""


def _separator(header: Sequence[str], understood: Callable[[Sequence[str]], int]) -> str:
    """The sign that makes most known columns of the header, a comma where it makes no difference."""
    line = header[0] if header else ""
    return max(SEPARATORS, key=lambda sign: understood([cell.strip(' \r"') for cell in line.split(sign)]))


def _split(file: str, text: str, separator: str, start: int, problems: Problems) -> Cells | None:
    # Not str.splitlines: it also breaks lines at characters that may stand in a name (U+2028, U+0085).
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    ends: list[int] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        first = reader.line_num
        rows = list(reader)
        if reader.line_num != first + len(rows):  # some rows reach over several lines
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
            ends = [reader.line_num for _ in reader]
    except csv.Error as error:
        message = t("The line is not valid CSV ({reason}).", reason=str(error))
        problems.error(file, start + reader.line_num, "", message, t("Check its quotation marks."))
        return None
    while header and not header[-1]:  # spreadsheets leave separators behind the last column
        header.pop()
    lines = [start + end + 1 for end in ends[:-1]] or list(
        range(start + first + 1, start + first + 1 + len(rows))
    )
    if set(map(len, rows)) - {len(header)} or not all(row[0] for row in rows):
        lines, rows = _level(file, separator, len(header), lines, rows, problems)
    return Cells(separator, header, start + 1, lines, rows)


def _level(
    file: str, separator: str, width: int, lines: list[int], rows: list[list[str]], problems: Problems
) -> tuple[list[int], list[list[str]]]:
    """All rows as wide as the header, without blank ones; those with too many cells are noted."""
    kept_lines: list[int] = []
    kept: list[list[str]] = []
    for line, cells in zip(lines, rows, strict=True):
        if len(cells) > width and any(map(str.strip, cells[width:])):
            _too_many(file, line, cells, width, separator, problems)
        elif any(map(str.strip, cells)):
            kept_lines.append(line)
            kept.append((cells + [""] * width)[:width])
    return kept_lines, kept


def _too_many(file: str, line: int, cells: list[str], width: int, separator: str, problems: Problems) -> None:
    extra = next(cell for cell in cells[width:] if cell.strip())
    message = t(
        "The line has {cells} cells, the header has {columns}; '{text}' is one too many.",
        cells=len(cells), columns=width, text=shown(extra),
    )  # fmt: skip
    cure = t('Put text that contains "{separator}" in quotation marks.', separator=separator)
    problems.error(file, line, "", message, cure)
