"""A study inside an export, so that the export opens again and ranks the same."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.scenario.study.files import OLD_SUFFIX, read_study, study_from_text, study_text
from advisor.scenario.study.inside_geopackage import read_geopackage_study
from advisor.scenario.study.inside_html import read_html_study
from advisor.scenario.study.inside_json import description_of, read_json_study, read_table_study
from advisor.scenario.study.inside_office import read_office_study
from advisor.scenario.study.inside_pdf import read_pdf_study
from advisor.scenario.study.json_reading import StudyFileError, read_bounded
from advisor.scenario.study.study import Study
from advisor.words.translation import t

if TYPE_CHECKING:
    from openpyxl import Workbook

STUDY_SHEET = "Study file"
_MARK = "location-advisor-study"
_LONGEST = 30_000  # characters of a spreadsheet's cell that every program keeps
_MOST_LINES = 2_000
MOST_UNPACKED = 512 * 1024 * 1024


def embedded_lines(study: Study) -> list[str]:
    """A study as texts that fit cells: a mark, then the JSON in pieces that begin with a quotation mark.

    A piece is a JSON string, so that it is never a formula and keeps its blanks at both ends.
    """
    text = json.dumps(json.loads(study_text(study)), ensure_ascii=False)
    pieces = [text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST)]
    return [_MARK, *(json.dumps(piece, ensure_ascii=False) for piece in pieces)]


def study_in(path: Path) -> Study:
    """The study of a study file, or the one inside an export.

    Raises:
        StudyFileError: the file cannot be read, or holds no study.
    """
    read = _READERS.get(path.suffix.lower(), read_study)
    return read(path)


def read_embedded_study(path: Path) -> Study:
    """The study inside an exported spreadsheet.

    Raises:
        StudyFileError: the file cannot be read or holds no study.
    """
    book = open_book(path)
    if STUDY_SHEET not in book.sheetnames:
        raise StudyFileError(
            t(
                "{file} holds no study: Location Advisor did not export it, or its sheet '{sheet}' is gone.",
                file=path.name,
                sheet=STUDY_SHEET,
            )
        )
    cells = [row[0] for row in book[STUDY_SHEET].iter_rows(max_row=_MOST_LINES, max_col=1, values_only=True)]
    return study_from_text(_joined(cells, path), path.name)


def holds_study(path: Path) -> bool:
    """Whether a table or a file of places is an export with its study, rather than data of the user's own.

    A spreadsheet that cannot be read is taken for one, so that opening it says what is wrong with it.
    """
    suffix = path.suffix.lower()
    if suffix == ".csv":
        return description_of(path).is_file()
    if suffix in (".json", ".geojson", ".gpkg"):
        try:
            study_in(path)
        except StudyFileError:
            return False
        return True
    try:
        book = open_book(path)
    except StudyFileError:
        return True
    found = STUDY_SHEET in book.sheetnames
    book.close()
    return found


def open_book(path: Path) -> Workbook:
    """A spreadsheet of a sensible size, for reading its values.

    Raises:
        StudyFileError: the file cannot be read, or is no spreadsheet.
    """
    from openpyxl import load_workbook

    content = read_bounded(path)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > MOST_UNPACKED:
            raise StudyFileError(t("{file} unpacks to an absurd size.", file=path.name))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except StudyFileError:
        raise
    except Exception as error:  # a broken archive raises whatever its parts raise
        raise StudyFileError(t("{file} is no spreadsheet that can be read.", file=path.name)) from error
    return book


def _joined(cells: Sequence[object], path: Path) -> str:
    broken = t("{file} holds a study that was changed or cut off. Export it again.", file=path.name)
    if not cells or cells[0] != _MARK:
        raise StudyFileError(broken)
    pieces = []
    for cell in cells[1:]:
        if cell is None:
            continue
        try:
            piece = json.loads(str(cell))
        except (json.JSONDecodeError, RecursionError):
            raise StudyFileError(broken) from None
        pieces.append(str(piece))
    return "".join(pieces)


_READERS: Mapping[str, Callable[[Path], Study]] = {
    ".xlsx": read_embedded_study,
    ".html": read_html_study,
    ".docx": read_office_study,
    ".pptx": read_office_study,
    ".pdf": read_pdf_study,
    ".csv": read_table_study,
    ".json": read_json_study,
    ".geojson": read_json_study,
    ".gpkg": read_geopackage_study,
}
EXPORT_SUFFIXES = tuple(_READERS)  # of exports that hold their study


def is_export(path: Path) -> bool:
    """Whether a file is named as exports are, which hold a study and are none."""
    return path.suffix.lower() in _READERS and not path.name.lower().endswith(OLD_SUFFIX)
