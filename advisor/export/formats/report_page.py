"""The report as one HTML file."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """HTML that opens in any browser, offline."""
    return ExportFormat(
        ".html",
        t("Report as &web page (HTML)…"),
        t("One page for a board, then every chapter, with an interactive map; it opens offline anywhere"),
        _files,
        place=1,
        wants_certainty=True,
        is_report=True,
    )


def _files(subject: Subject, progress: Progress) -> Files:
    from advisor.export.report.html_page import page_report
    from advisor.export.report.report_files import report_file

    return {"": report_file(page_report, subject, progress)}
