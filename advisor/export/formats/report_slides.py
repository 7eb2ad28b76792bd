"""The report as slides."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress, part_of
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
    from advisor.export.report.report import make_report
    from advisor.export.report.slides_file import slides_report

    report = make_report(subject, part_of(progress, 0.0, 0.5))
    return {"": slides_report(report, subject, part_of(progress, 0.5, 1.0))}
