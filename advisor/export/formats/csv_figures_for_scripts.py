"""Every figure as CSV for scripts, one row each: ids, every digit."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import MACHINE_LONG, csv_files
from advisor.export.tables.figure_rows import machine_figure_rows
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """CSV in long form, for scripts."""
    return ExportFormat(
        ".csv",
        t("Figures as CSV for scripts, one a r&ow…"),
        t("Every figure with ids of place, criterion and sources and every digit"),
        _files,
        place=13,
        variant=MACHINE_LONG,
        has_text_mark=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    return csv_files(subject, machine_figure_rows(subject, progress), is_local=False)
