"""The ranked list as CSV, with its description beside it."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.ranking_csv import ranking_files
from advisor.export.subject import Subject
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """CSV for scripts: machine ids, full precision."""
    return ExportFormat(
        ".csv",
        t("&Ranking as CSV…"),
        t("The ranked list with all figures, for a spreadsheet"),
        _files,
        place=10,
    )


def _files(subject: Subject) -> Files:
    return ranking_files(subject.assessment, None, subject.certainty)
