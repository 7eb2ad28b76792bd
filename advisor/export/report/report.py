"""Puts a report together: the same content for every kind of file."""

from __future__ import annotations

from advisor import __version__
from advisor.export.progress import Progress, told, unheard
from advisor.export.report.blocks import Report
from advisor.export.report.board_page import board_page
from advisor.export.report.closing_chapters import (
    about_chapter,
    decisions_chapter,
    plan_chapter,
    sources_chapter,
)
from advisor.export.report.place_chapters import clock_chapter, cost_chapter, law_chapter
from advisor.export.report.ranking_chapters import (
    certainty_chapter,
    comparison_chapter,
    method_chapter,
    ranking_chapter,
    weights_chapter,
)
from advisor.export.report.report_facts import ReportFacts, report_facts
from advisor.export.subject import Subject
from advisor.words.dates import date_text
from advisor.words.translation import t, tn

_CHAPTERS = (
    board_page,
    ranking_chapter,
    comparison_chapter,
    cost_chapter,
    certainty_chapter,
    clock_chapter,
    law_chapter,
    plan_chapter,
    decisions_chapter,
    weights_chapter,
    method_chapter,
    sources_chapter,
    about_chapter,
)


def make_report(subject: Subject, progress: Progress = unheard) -> Report:
    """The report of a study: chapters without anything to say are left out.

    Args:
        subject: what is reported.
        progress: told the part that is done; what it raises ends the work.
    """
    facts = report_facts(subject)
    chapters = tuple(chapter for make in told(_CHAPTERS, progress) if (chapter := make(facts)) is not None)
    return Report(subject.assessment.scenario.name, _subtitle(facts), _footer(facts), chapters)


def _subtitle(facts: ReportFacts) -> str:
    assessment = facts.assessment
    scenario, pack = assessment.scenario, assessment.pack
    parts = []
    if facts.home is not None:
        parts.append(t("from {home:the}", home=facts.name(facts.home)))
    if function := pack.functions.get(scenario.function):
        parts.append(function.label)
        parts.append(tn("{count} person", "{count} people", scenario.headcount))
    parts.append(date_text(facts.subject.today))
    return " \N{MIDDLE DOT} ".join(parts)


def _footer(facts: ReportFacts) -> str:
    pack = facts.assessment.pack
    edition = t("{pack} {edition}", pack=pack.title, edition=pack.version) if pack.version else pack.title
    return t(
        "{scenario} \N{MIDDLE DOT} {date} \N{MIDDLE DOT} data: {edition} \N{MIDDLE DOT} Location "
        "Advisor {version}",
        scenario=facts.assessment.scenario.name,
        date=date_text(facts.subject.today),
        edition=edition,
        version=__version__,
    )
