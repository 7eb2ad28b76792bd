"""The ranked list as CSV for scripts: ids for headings, every digit; columns are added, never renamed."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.ranking_csv import ranking_rows
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import MACHINE, csv_files
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """CSV for scripts: the table of ``rank --format csv``."""
    return ExportFormat(
        ".csv",
        t("Ranking as CSV for s&cripts…"),
        t("The ranked list with ids for headings and every digit, the same as rank --format csv"),
        _files,
        place=12,
        variant=MACHINE,
        has_text_mark=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    rows = ranking_rows(subject.assessment, None, subject.certainty, progress)
    return csv_files(subject, rows, is_local=False)
