"""The report on paper: its web page, printed."""

from __future__ import annotations

from advisor.export.export_format import ExportFormat, Files
from advisor.export.progress import Progress
from advisor.export.subject import Subject
from advisor.words.translation import t


def export_format() -> ExportFormat:
    """PDF; whoever exports has the page printed first."""
    return ExportFormat(
        ".pdf",
        t("Report for pri&nt (PDF)…"),
        t("The report on pages of paper, with the study attached"),
        _files,
        place=2,
        wants_certainty=True,
        is_report=True,
        page=_page,
    )


def _page(subject: Subject, progress: Progress) -> str:
    from advisor.export.report.html_page import page_report
    from advisor.export.report.report_files import report_file

    return report_file(page_report, subject, progress).decode("utf-8")


def _files(subject: Subject, _progress: Progress) -> Files:
    from advisor.scenario.study.inside_pdf import pdf_with_study

    if not subject.printed:
        raise ValueError("the page of this format has to be printed first")
    title = subject.assessment.scenario.name
    return {"": pdf_with_study(subject.printed, subject.study, title, subject.today)}
