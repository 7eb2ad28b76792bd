"""Closing chapters: the plan after the choice, the decision log, sources, and what the file is made of."""

from __future__ import annotations

from advisor import __version__
from advisor.export.metadata import borders_note, used_sources
from advisor.export.report.blocks import (
    Block,
    Bullets,
    Cell,
    Chapter,
    CheckLine,
    Checklist,
    Column,
    Heading,
    Paragraph,
    Table,
    plain_table,
)
from advisor.export.report.report_facts import ReportFacts
from advisor.views.plan.plan import PlanSection
from advisor.words.dates import date_text
from advisor.words.translation import t

_TICKED, _OPEN = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"


def plan_chapter(facts: ReportFacts) -> Chapter | None:
    """From the ranking to a plan."""
    plan = facts.plan
    if plan is None:
        return None
    blocks: list[Block] = [Paragraph(plan.basis)]
    for section in plan.sections:
        blocks += [Heading(section.title), Paragraph(section.intro, quiet=True)]
        if section.id == "risk":
            blocks.append(_risks(section))
            lines = [line for line in section.lines if not line.about]
        else:
            lines = list(section.lines)
        if lines:
            blocks.append(Checklist(tuple(CheckLine(line.text, line.done) for line in lines)))
    return Chapter("plan", t("After the choice"), tuple(blocks))


def _risks(section: PlanSection) -> Table:
    columns = (
        Column("", wide=0.3),
        Column(t("Risk"), wide=1.3),
        Column(t("Figure"), wide=1.6),
        Column(t("Owner"), wide=1.1),
        Column(t("Response"), wide=3.4),
    )
    rows = tuple(
        (
            Cell(_TICKED if line.done else _OPEN),
            Cell(line.about),
            Cell(line.figure),
            Cell(line.owner),
            Cell(line.text),
        )
        for line in section.lines
        if line.about
    )
    return Table(columns, rows, name=section.title)


def decisions_chapter(facts: ReportFacts) -> Chapter | None:
    """The log of decisions, earliest first."""
    decisions, pack = facts.subject.study.decisions, facts.assessment.pack
    if not decisions:
        return None
    names = {location.id: location.name for location in pack.locations}
    rows = [
        (
            date_text(one.date),
            one.who,
            names.get(one.chosen, one.chosen),
            ", ".join(names.get(each, each) for each in one.rejected),
            one.note,
        )
        for one in decisions
    ]
    titles = (t("Date"), t("Who"), t("Chosen"), t("Rejected"), t("Why"))
    return Chapter("decisions", t("Decisions"), (plain_table(titles, rows, (1.0, 1.2, 1.2, 1.6, 3.0)),))


def sources_chapter(facts: ReportFacts) -> Chapter:
    """Every source of the figures, with its licence."""
    rows = [
        (source["publisher"], source["dataset"], source["edition"], source["licence"])
        for source in used_sources(facts.assessment)
    ]
    titles = (t("Publisher"), t("Dataset"), t("Edition"), t("Licence"))
    blocks: list[Block] = []
    if rows:
        blocks.append(plain_table(titles, rows, (1.6, 2.4, 1.2, 1.4)))
    else:
        blocks.append(Paragraph(t("This data pack names no sources.")))
    return Chapter("sources", t("Sources"), tuple(blocks))


def about_chapter(facts: ReportFacts) -> Chapter:
    """What somebody needs to repeat the ranking, and that this file opens again."""
    pack, subject = facts.assessment.pack, facts.subject
    edition = t("{pack} {edition}", pack=pack.title, edition=pack.version) if pack.version else pack.title
    items = [
        t("Data pack: {name}.", name=edition),
        t(
            "Made on {date} with Location Advisor {version}.",
            date=date_text(subject.today),
            version=__version__,
        ),
        t(
            "The study is inside this file: drop it on Location Advisor, or rank it from the command "
            "line, and "
            "the same ranking comes out."
        ),
    ]
    if pack.licence:
        items.insert(1, t("Terms of the data: {terms}", terms=pack.licence))
    if pack.geometry is not None:
        items.append(borders_note())
    return Chapter("about", t("About this report"), (Bullets(tuple(items)),))
