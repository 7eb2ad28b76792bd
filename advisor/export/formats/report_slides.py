"""The report as slides."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """PPTX, for PowerPoint, LibreOffice and others."""
    return ExportFormat(
        ".pptx",
        t("Report as s&lides (PPTX)…"),
        t("The report to be shown: a slide for a board, then each chapter, with native tables"),
        _files,
        place=4,
        wants_certainty=True,
        is_report=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    # The library takes a while to load and is needed only here.
    from advisor.export.report.report_files import report_file
    from advisor.export.report.slides_file import slides_report

    return {"": report_file(slides_report, subject, progress)}
