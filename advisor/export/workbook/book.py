"""Puts the sheets together: the same bytes for the same study on the same day."""

from __future__ import annotations

from datetime import datetime, time

from advisor.export.progress import Progress, part_of, unheard
from advisor.export.scenario_costs import scenario_costs
from advisor.export.subject import Subject
from advisor.export.workbook.data_sheets import (
    add_certainty,
    add_contributions,
    add_costs,
    add_figures,
    add_sources,
)
from advisor.export.workbook.live_ranking import add_ranking_sheets
from advisor.export.workbook.sheet import Book
from advisor.export.workbook.study_sheets import add_decisions, add_people, add_scenarios
from advisor.export.workbook.summary_sheet import fill_summary
from advisor.export.workbook.workbook_texts import SUMMARY
from advisor.scenario.study.embedding import STUDY_SHEET, embedded_lines
from advisor.words.translation import marked


def workbook_bytes(subject: Subject, progress: Progress = unheard) -> bytes:
    """The spreadsheet as a file's content.

    Args:
        subject: what is exported.
        progress: told the part that is done; putting the file together at the end takes as long as the rest.
    """
    book = Book(subject.assessment.scenario.name, datetime.combine(subject.today, time()))
    summary = book.sheet(marked(SUMMARY))
    layout = add_ranking_sheets(book, subject.assessment, part_of(progress, 0.0, 0.25))
    fill_summary(summary, subject, layout)
    add_contributions(book, layout)
    progress(0.35)
    add_figures(book, layout, part_of(progress, 0.35, 0.5))
    costs = scenario_costs(subject)
    if costs is not None:
        add_costs(book, layout, costs)
    add_certainty(book, subject, layout)
    add_scenarios(book, subject)
    add_people(book, subject)
    if subject.study.decisions:
        add_decisions(book, subject)
    add_sources(book, subject)
    _add_study(book, subject)
    progress(0.55)
    return book.content()


def _add_study(book: Book, subject: Subject) -> None:
    """The study itself on a hidden sheet, so that the file opens again."""
    hidden = book.sheet(STUDY_SHEET)
    for row, text in enumerate(embedded_lines(subject.study)):
        hidden.worksheet.write_string(row, 0, text)
    hidden.worksheet.very_hidden()
