"""Rows as a CSV file with its description beside it: RFC 4180, UTF-8, no cell that a spreadsheet computes."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterable, Sequence

from advisor.export.export_format import Files
from advisor.export.metadata import metadata_document
from advisor.export.subject import Subject
from advisor.scenario.study.inside_json import DESCRIPTION, with_study
from advisor.words.locale import decimal_mark

PEOPLE, MACHINE, LONG = "people", "machine", "long"
MACHINE_LONG = f"{MACHINE}-{LONG}"
_DIGITS = 3  # that mean something of a figure


def csv_variant(style: str, *, is_long: bool) -> str:
    """Which of the CSV formats is meant: by whom it is read, and whether every figure has its row."""
    if style == MACHINE:
        return MACHINE_LONG if is_long else MACHINE
    return LONG if is_long else ""


def csv_files(subject: Subject, rows: Iterable[Sequence[str]], *, is_local: bool) -> Files:
    """A table and its description, which also holds the study, so that the file opens again.

    Args:
        subject: what is exported.
        rows: the header and the rows, every text in them made safe.
        is_local: whether cells are set apart by semicolons where the language writes decimals with a comma,
            as spreadsheets there expect.
    """
    out = io.StringIO(newline="")
    mark = ";" if is_local and decimal_mark() == "," else ","
    csv.writer(out, lineterminator="\r\n", delimiter=mark).writerows(rows)
    document = metadata_document(subject.assessment, subject.certainty, subject.today)
    about = json.dumps(with_study(document, subject.study), indent=2, ensure_ascii=False) + "\n"
    encoding = "utf-8-sig" if subject.text_mark else "utf-8"
    return {"": out.getvalue().encode(encoding), DESCRIPTION: about.encode("utf-8")}


def short_number(value: float, digits: int = _DIGITS) -> str:
    """A number as precise as it means something, for a cell: 34,812 is ``34800``, 0.12345 is ``0.123``.

    With the decimal mark of the language and nothing between thousands. Unknown is empty.

    Args:
        value: the number.
        digits: that are kept, whole numbers below a thousand all.
    """
    if math.isnan(value) or math.isinf(value):
        return ""
    if value == 0:
        return "0"
    decimals = digits - 1 - math.floor(math.log10(abs(value)))
    return fixed_number(value, decimals)


def fixed_number(value: float, decimals: int) -> str:
    """A number with so many decimals at most; fewer than none rounds to tens, hundreds and so on."""
    if math.isnan(value) or math.isinf(value):
        return ""
    text = f"{round(value, decimals):.{max(0, decimals)}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace(".", decimal_mark())
