"""A spreadsheet with everything: summary, live ranking, figures, costs, certainty, study and sources."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """Excel's format, which LibreOffice and others open too."""
    return ExportFormat(
        ".xlsx",
        t("&Spreadsheet (XLSX)…"),
        t("Ranking that follows the weights in the sheet, figures, costs, certainty and sources"),
        _files,
        place=5,
        wants_certainty=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    # The library takes a while to load and is needed only here.
    from advisor.export.workbook.book import workbook_bytes

    return {"": workbook_bytes(subject, progress)}
