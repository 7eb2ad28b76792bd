"""Files of the user's own as sheets of cells: CSV and TSV of any dialect, XLSX, ODS, and files of places.

pandas, openpyxl and geopandas do the reading. What was understood on the way (encoding, separator, layer)
comes along as remarks, because people have to see it.
"""

from __future__ import annotations

import csv
import io
import math
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor.scenario.study.embedding import MOST_UNPACKED, STUDY_SHEET
from advisor.scenario.study.json_reading import StudyFileError, read_bounded
from advisor.words.formatting import number_text
from advisor.words.translation import mark, marked, t

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
BOOK_SUFFIXES = (".xlsx", ".ods")
PLACE_SUFFIXES = (".geojson", ".gpkg", ".kml")
TABLE_SUFFIXES = (*TEXT_SUFFIXES, *BOOK_SUFFIXES, *PLACE_SUFFIXES)
LATITUDE, LONGITUDE = "lat", "lon"  # headings of the columns that a file of places gets

MOST_ROWS, MOST_COLUMNS = 1_000_000, 2_000
_LONGEST_CELL = 2_000  # characters; the rest of a longer one is no figure and no name
_CHUNK = 10_000  # rows that are read at once
_STEP = 2_000  # rows between two looks at whether somebody still wants them
_FIRST_ROWS, _FIRST_COLUMNS = 10, 100
_SAMPLE = 64 * 1024  # characters that show the dialect
_SEPARATORS = {
    ",": mark("commas"),
    ";": mark("semicolons"),
    "\t": mark("tabs"),
    "|": mark("vertical bars"),
}

Progress = Callable[[float], None]


class IntakeError(ValueError):
    """A file that cannot be taken in; the message names the cause and the cure."""


def no_progress(_part: float) -> None:
    """Told to nobody."""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One sheet of a file, as it stands there.

    Attributes:
        file: name of the file.
        name: of the sheet or layer; empty where the file has only one.
        sheets: names of all sheets of the file; empty where it has none.
        rows: cells as texts, stripped; all rows have the same length.
        lines: the line or row of the file that each row stands on.
        separator: what stood between the cells of a text file; empty for others.
        from_numbers: whether numbers come from a spreadsheet, so that a point is their decimal sign.
        remarks: how it was read, where that is not plain.
        is_places: whether it holds a place a row, with latitude and longitude in the last two columns.
    """

    file: str
    name: str
    sheets: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    separator: str = ""
    from_numbers: bool = False
    remarks: tuple[str, ...] = ()
    is_places: bool = False

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def of_features(self) -> frozenset[str]:
        """The file, where its parts are counted as features rather than as lines."""
        return frozenset({self.file}) if self.is_places else frozenset()

    @property
    def title(self) -> str:
        """File and sheet, as a source is named."""
        return t("{file}, {sheet}", file=self.file, sheet=self.name) if self.name else self.file


@dataclass(slots=True)
class _Found:
    """Rows while they are read."""

    progress: Progress
    rows: list[tuple[str, ...]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)

    def add(self, line: int, cells: Sequence[str], part: float) -> None:
        if any(cells):
            self.rows.append(tuple(cells))
            self.lines.append(line)
            if len(self.rows) > MOST_ROWS:
                raise IntakeError(
                    t(
                        "The table has more than {count} rows. Keep those you need.",
                        count=number_text(MOST_ROWS),
                    )
                )
        if line % _STEP == 0:
            self.progress(min(1.0, part))

    def level(self) -> tuple[tuple[str, ...], ...]:
        """All rows equally long, without columns that are blank throughout at the right end."""
        width = max(
            (max((at + 1 for at, cell in enumerate(row) if cell), default=0) for row in self.rows), default=0
        )
        if width > MOST_COLUMNS:
            raise IntakeError(
                t("The table has more than {count} columns. Keep those you need.", count=MOST_COLUMNS)
            )
        return tuple((*row, *("",) * (width - len(row)))[:width] for row in self.rows)


def is_table(path: Path) -> bool:
    """Whether a file may be a table of the user's own, by its name."""
    return path.suffix.lower() in TABLE_SUFFIXES


def read_sheet(path: Path, sheet: str = "", progress: Progress = no_progress) -> Sheet:
    """Read one sheet of a file.

    Args:
        path: the file.
        sheet: which; empty for the one that holds most cells.
        progress: told the part that is read, now and then; it may raise to stop the work.

    Raises:
        IntakeError: the file cannot be read, or is no table.
    """
    suffix = path.suffix.lower()
    if suffix not in TABLE_SUFFIXES:
        known = ", ".join(TABLE_SUFFIXES)
        raise IntakeError(t("{file} is no table: use one of {known}.", file=path.name, known=known))
    try:
        content = read_bounded(path)
        if suffix in TEXT_SUFFIXES:
            found = _text_sheet(path, content, progress)
        elif suffix == ".xlsx":
            found = _book_sheet(path, content, sheet, progress)
        else:
            found = _ods_sheet(path, sheet, progress) if suffix == ".ods" else _places(path, sheet, progress)
    except StudyFileError as error:
        raise IntakeError(str(error)) from error
    if not found.rows:
        raise IntakeError(t("{file} holds no cells.", file=found.title))
    progress(1.0)
    return found


def first_rows(path: Path) -> tuple[tuple[str, ...], ...]:
    """The first few rows of a table, to tell what kind it is; none where it cannot be read."""
    suffix = path.suffix.lower()
    try:
        if suffix in TEXT_SUFFIXES:
            with path.open("rb") as file:
                text, _remarks = _decoded(path.name, file.read(_SAMPLE))
            separator, skipped = _dialect(text, suffix)
            lines = text.split("\n")[skipped : skipped + _FIRST_ROWS]
            return tuple(tuple(row) for row in csv.reader(lines, delimiter=separator))
        if suffix == ".xlsx":
            from openpyxl import load_workbook

            book = load_workbook(path, read_only=True, data_only=True)
            try:
                rows = book.worksheets[0].iter_rows(max_row=_FIRST_ROWS, max_col=_FIRST_COLUMNS)
                return tuple(tuple(_cell(cell) for cell in row) for row in rows)
            finally:
                book.close()
    except Exception:  # what is wrong with a file is said by whoever reads it whole
        return ()
    return ()


# Text files ------------------------------------------------------------------------------------------


def _text_sheet(path: Path, content: bytes, progress: Progress) -> Sheet:
    import pandas as pd

    text, remarks = _decoded(path.name, content)
    separator, skipped = _dialect(text, path.suffix.lower())
    if separator != "," and path.suffix.lower() != ".tsv":
        remarks.append(t("Cells are separated by {separator}.", separator=marked(_SEPARATORS[separator])))
    body = text.split("\n", skipped)[-1]
    width = max(
        (len(row) for row in csv.reader(io.StringIO(body[:_SAMPLE], newline=""), delimiter=separator)),
        default=1,
    )
    width = max(width, max((line.count(separator) for line in body.split("\n")), default=0) + 1)
    if width > 4 * MOST_COLUMNS:
        raise IntakeError(
            t("{file} is no table: one of its lines has {count} cells.", file=path.name, count=width)
        )
    found, line, total = _Found(progress), skipped, max(1, body.count("\n"))
    try:
        chunks = pd.read_csv(
            io.StringIO(body, newline=""),
            sep=separator,
            header=None,
            names=range(width),
            dtype=str,
            keep_default_na=False,
            na_filter=False,
            skip_blank_lines=False,
            index_col=False,
            chunksize=_CHUNK,
        )
        for chunk in chunks:
            for cells in chunk.itertuples(index=False, name=None):
                line += 1
                found.add(line, [_text(cell) for cell in cells], (line - skipped) / total)
                line += sum(cell.count("\n") for cell in cells if isinstance(cell, str) and "\n" in cell)
    except (pd.errors.ParserError, csv.Error) as error:
        raise IntakeError(
            t(
                "{file} is not valid CSV ({reason}). Check its quotation marks.",
                file=path.name,
                reason=str(error),
            )
        ) from error
    rows = found.level()
    if rows and (parts := _joined_headings(rows[0][0])):
        header, *others = rows
        rows = ((*parts, *header[1:]), *((*_parted(row[0], len(parts)), *row[1:]) for row in others))
        remarks.append(t("The first column was parted at its commas."))
    return Sheet(path.name, "", (), rows, tuple(found.lines), separator, remarks=tuple(remarks))


def _joined_headings(cell: str) -> tuple[str, ...]:
    """Headings that stand in one cell, as Eurostat joins them with commas before a backslash; else none."""
    names, slash, _time = cell.partition("\\")
    parts = tuple(name.strip() for name in names.split(","))
    return parts if slash and len(parts) > 1 and all(parts) else ()


def _parted(cell: str, count: int) -> tuple[str, ...]:
    parts = [part.strip() for part in cell.split(",", count - 1)]
    return (*parts, *("",) * (count - len(parts)))


def _decoded(name: str, content: bytes) -> tuple[str, list[str]]:
    """The text of a file, and how it was read where that is not UTF-8."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding, remark = "utf-16", t("The file was read as UTF-16 text.")
    else:
        encoding, remark = "utf-8-sig", ""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        # What spreadsheets of Western Europe write as "CSV"; names of places show whether it fits.
        text = content.decode("cp1252", "replace")
        remark = t("The file was read as Windows-1252 text: check that accents are right.")
    if "\0" in text:
        raise IntakeError(t("{file} is not text. Save it as 'CSV UTF-8'.", file=name))
    return text.replace("\r\n", "\n").replace("\r", "\n"), [remark] if remark else []


def _dialect(text: str, suffix: str) -> tuple[str, int]:
    """What stands between the cells, and how many lines before the table only say so."""
    first = text[:_SAMPLE].lstrip("\n").split("\n", 1)[0].strip().strip('"')
    name, equals, sign = first.partition("=")
    if name.strip().casefold() == "sep" and equals and (sign in _SEPARATORS or sign == ""):
        return sign or "\t", text[: text.index("\n")].count("\n") + 1 if "\n" in text else 0
    if suffix == ".tsv":
        return "\t", 0
    sample = text[:_SAMPLE]
    return max(_SEPARATORS, key=lambda sign: _fits(sample, sign)), 0


def _fits(sample: str, sign: str) -> tuple[float, int]:
    """How well a separator makes a table: the share of lines of the usual width, and that width."""
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign) if row]
    except csv.Error:
        return 0.0, 0
    several = [width for width in widths if width > 1]
    if not several:
        return 0.0, 0
    usual = max(set(several), key=several.count)
    return round(several.count(usual) / len(widths), 1), usual


def _text(cell: object) -> str:
    """A cell on one line, without anything that steers a terminal or cannot be shown."""
    if not isinstance(cell, str):
        return ""
    text = " ".join(cell[:_LONGEST_CELL].split())
    return text if text.isprintable() else "".join(sign for sign in text if sign.isprintable())


# Spreadsheets ----------------------------------------------------------------------------------------


def holds_own_export(path: Path) -> bool:
    """Whether a spreadsheet is an export of this program, with its study inside."""
    try:
        with zipfile.ZipFile(path) as archive:
            return f'name="{STUDY_SHEET}"'.encode() in archive.read("xl/workbook.xml")
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError):
        return False


def _book_sheet(path: Path, content: bytes, wanted: str, progress: Progress) -> Sheet:
    from openpyxl import load_workbook

    _check_unpacked(path, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about features of the file that hold no figures
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except Exception as error:  # a broken archive raises whatever its parts raise
        raise IntakeError(t("{file} is no spreadsheet that can be read.", file=path.name)) from error
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    name = _chosen(
        path, wanted, {key: (one.max_row or 0) * (one.max_column or 0) for key, one in sheets.items()}
    )
    sheet, found = sheets[name], _Found(progress)
    total = max(1, sheet.max_row or 1)
    # Rows are filled up to the number of columns that is asked for, so that is never more than the sheet has.
    widest = None if sheet.max_column is None else min(sheet.max_column, MOST_COLUMNS + 1)
    try:
        for line, cells in enumerate(sheet.iter_rows(max_col=widest), start=1):
            found.add(line, [_cell(cell) for cell in cells], line / total)
    except (ValueError, KeyError, TypeError) as error:
        raise IntakeError(t("{file} is no spreadsheet that can be read.", file=path.name)) from error
    finally:
        book.close()
    remarks = _sheet_remarks(name, sheets)
    return Sheet(
        path.name, name if len(sheets) > 1 else "", tuple(sheets), found.level(), tuple(found.lines),
        from_numbers=True, remarks=remarks,
    )  # fmt: skip


def _check_unpacked(path: Path, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except Exception as error:  # a broken archive raises whatever its parts raise
        raise IntakeError(t("{file} is no spreadsheet that can be read.", file=path.name)) from error
    if unpacked > MOST_UNPACKED:
        raise IntakeError(t("{file} unpacks to an absurd size.", file=path.name))


def _cell(cell: Any) -> str:
    """A cell as text: numbers with a decimal point, percentages as people see them."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return "" if value is None else str(value).lower()
    if isinstance(value, int | float):
        if isinstance(value, float) and not math.isfinite(value):
            return ""
        if "%" in str(cell.number_format):
            return f"{_plain(100.0 * value)} %"
        return _plain(value)
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return _text(str(value))


def _plain(value: float) -> str:
    """A number in as many digits as a spreadsheet keeps, never as a power of ten."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int):
        return str(value)
    shown = f"{value:.15g}"
    return shown if "e" not in shown else f"{value:.15f}".rstrip("0")


def _ods_sheet(path: Path, wanted: str, progress: Progress) -> Sheet:
    import pyogrio

    try:
        names = [str(row[0]) for row in pyogrio.list_layers(path)]
        sizes = {name: pyogrio.read_info(path, layer=name, HEADERS="DISABLE")["features"] for name in names}
        name = _chosen(path, wanted, sizes)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of the file that hold no cells
            frame = pyogrio.read_dataframe(
                path, layer=name, read_geometry=False, HEADERS="DISABLE", FIELD_TYPES="STRING"
            )
    except IntakeError:
        raise
    except Exception as error:  # the driver raises what it likes
        raise IntakeError(t("{file} is no spreadsheet that can be read.", file=path.name)) from error
    progress(0.5)
    found, total = _Found(progress), max(1, len(frame))
    for line, cells in enumerate(frame.itertuples(index=False, name=None), start=1):
        found.add(line, [_number_text(_text(cell)) for cell in cells], 0.5 + 0.5 * line / total)
    return Sheet(
        path.name, name if len(names) > 1 else "", tuple(names), found.level(), tuple(found.lines),
        from_numbers=True, remarks=_sheet_remarks(name, names),
    )  # fmt: skip


def _number_text(text: str) -> str:
    """A number of a spreadsheet without the zeros that only fill it up."""
    whole, point, rest = text.partition(".")
    filled = point and len(rest) > 10 and rest.isdigit() and whole.lstrip("-").isdigit()
    return _plain(float(text)) if filled else text


def _chosen(path: Path, wanted: str, sizes: dict[str, int]) -> str:
    if not sizes:
        raise IntakeError(t("{file} has no sheet.", file=path.name))
    if not wanted:
        return max(sizes, key=lambda name: sizes[name])
    folded = {name.casefold(): name for name in sizes}
    if wanted.casefold() not in folded:
        known = ", ".join(f"'{name}'" for name in sizes)
        raise IntakeError(
            t("{file} has no sheet '{sheet}': it has {known}.", file=path.name, sheet=wanted, known=known)
        )
    return folded[wanted.casefold()]


def _sheet_remarks(name: str, names: Sequence[str] | dict[str, Any]) -> tuple[str, ...]:
    return (t("Sheet '{sheet}' of {count}.", sheet=name, count=len(names)),) if len(names) > 1 else ()


# Places ----------------------------------------------------------------------------------------------


def _places(path: Path, wanted: str, progress: Progress) -> Sheet:
    import pyogrio

    try:
        names = [str(row[0]) for row in pyogrio.list_layers(path)]
        sizes = {name: pyogrio.read_info(path, layer=name)["features"] for name in names}
        name = _chosen(path, wanted, sizes)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a place without a position is told of where it stands
            frame = pyogrio.read_dataframe(path, layer=name)
    except IntakeError:
        raise
    except Exception as error:  # the driver raises what it likes
        raise IntakeError(t("{file} is no file of places that can be read.", file=path.name)) from error
    if "geometry" not in frame:
        raise IntakeError(t("{file} holds no positions.", file=path.name))
    progress(0.5)
    remarks = list(_sheet_remarks(name, names))
    points = _points(frame, remarks)
    columns = [str(column) for column in frame.columns if column != "geometry"]
    kept = [column for column in columns if column not in _KML_STYLE]
    rows: list[tuple[str, ...]] = [(*kept, LATITUDE, LONGITUDE)]
    attributes = frame[kept].itertuples(index=False, name=None)
    for cells, (lat, lon) in zip(attributes, points, strict=True):
        rows.append((*map(_attribute, cells), lat, lon))
    # Features have no lines: they are counted from 1, as a reader of the file counts them.
    return Sheet(
        path.name, name if len(names) > 1 else "", tuple(names), tuple(rows), tuple(range(len(rows))),
        from_numbers=True, remarks=tuple(remarks), is_places=True,
    )  # fmt: skip


# What KML says of how a place looks.
_KML_STYLE = frozenset(
    {"timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon"}
)


def _points(frame: GeoDataFrame, remarks: list[str]) -> Iterator[tuple[str, str]]:
    """Latitude and longitude of each place as texts; blank where it has no position."""
    geometry = frame.geometry
    if geometry.crs is None:
        remarks.append(t("The file names no coordinate system; degrees (WGS 84) were assumed."))
        geometry = geometry.set_crs(4326)
    elif geometry.crs.to_epsg() != 4326:
        remarks.append(t("Positions were converted from {system}.", system=geometry.crs.name))
        geometry = geometry.to_crs(4326)
    if not (geometry.geom_type.dropna() == "Point").all():
        remarks.append(t("Of areas and lines a point inside was taken."))
    for shape in geometry:
        if shape is None or shape.is_empty:
            yield "", ""
        else:
            point = shape if shape.geom_type == "Point" else shape.representative_point()
            yield f"{point.y:.7g}", f"{point.x:.7g}"


def _attribute(value: object) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _plain(value)
    return _text(str(value))
