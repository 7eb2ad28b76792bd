"""The report as a Word file."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """DOCX, for Word, LibreOffice and others."""
    return ExportFormat(
        ".docx",
        t("Report as Word file (&DOCX)…"),
        t("The report to be edited: native tables, boxes to tick, charts as pictures"),
        _files,
        place=3,
        wants_certainty=True,
        is_report=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    # The library takes a while to load and is needed only here.
    from advisor.export.report.report_files import report_file
    from advisor.export.report.word_file import word_report

    return {"": report_file(word_report, subject, progress)}
