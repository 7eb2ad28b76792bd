"""Every figure as CSV, one row each, under headings that can be read."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import LONG, csv_files
from advisor.export.tables.figure_rows import figure_rows
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """CSV in long form, for people."""
    return ExportFormat(
        ".csv",
        t("&Figures as CSV, one a row…"),
        t("Every figure with unit, year, source, how it is known, weight and what it adds to the score"),
        _files,
        place=11,
        variant=LONG,
        has_text_mark=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    return csv_files(subject, figure_rows(subject, progress), is_local=True)
