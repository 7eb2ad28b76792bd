"""The ranked list as CSV for people: what the screen shows, under headings that can be read."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import csv_files
from advisor.export.tables.people_table import people_rows
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """CSV for people."""
    return ExportFormat(
        ".csv",
        t("&Ranking as CSV…"),
        t("The ranked list with cost, likely ranks, saving, payback, flags and figures, for a spreadsheet"),
        _files,
        place=10,
        wants_certainty=True,
        has_text_mark=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    return csv_files(subject, people_rows(subject, progress), is_local=True)
