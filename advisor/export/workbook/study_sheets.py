"""The sheets about the study itself: what its scenarios assume, what its people want, what was decided."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from advisor.core.evaluation import competition_ranks
from advisor.export.place_name import place_name
from advisor.export.subject import Subject
from advisor.export.workbook.sheet import (
    DAY,
    FIRST_ROW,
    HEAD_ROW,
    NUMBER,
    SCORE,
    SHARE,
    WHOLE,
    Book,
    Row,
    Value,
    add_table,
    day_number,
)
from advisor.export.workbook.workbook_texts import (
    DECISIONS,
    DECISIONS_NOTE,
    PEOPLE,
    PEOPLE_NOTE,
    SCENARIOS,
    SCENARIOS_NOTE,
    THEIR_RANKS,
    THEIR_RANKS_NOTE,
)
from advisor.scenario.study.problems import ScenarioError
from advisor.views.look.theme import LIGHT
from advisor.views.people.people_figures import GroupFigures, group_figures
from advisor.views.scenarios.settings import Setting, settings
from advisor.words.translation import marked, t

_KINDS = {"share": SHARE, "whole": WHOLE, "number": NUMBER, "text": ""}


def add_scenarios(book: Book, subject: Subject) -> None:
    """Every scenario of the study, a column each, with all that it assumes."""
    scenarios, active = subject.study.scenarios, subject.study.active
    names = [
        t("{name} (active)", name=scenario.name) if scenario.name == active else scenario.name
        for scenario in scenarios
    ]
    sheet = book.sheet(marked(SCENARIOS))
    sheet.title(t("Scenarios"), marked(SCENARIOS_NOTE))
    sheet.header(HEAD_ROW, [t("Part"), t("Setting"), t("Unit"), *names])
    found = settings(subject.assessment.pack, scenarios)
    for row, setting in enumerate(found, start=FIRST_ROW):
        sheet.put(row, 1, setting.part, font_color=LIGHT.quiet)
        sheet.put(row, 2, setting.label)
        sheet.put(row, 3, setting.unit or None)
        for column, value in enumerate(setting.values, start=4):
            sheet.put(row, column, value, _KINDS[setting.kind], align="left", **_difference(setting))
    sheet.finish(HEAD_ROW, (FIRST_ROW, 4))


def _difference(setting: Setting) -> dict[str, object]:
    """Settings in which scenarios differ stand out."""
    return {"bg_color": LIGHT.selected} if setting.differs else {}


def add_people(book: Book, subject: Subject) -> None:
    """Everybody's weights and ranking, and what the group comes to; nothing for a study without people."""
    people = subject.study.stakeholders
    try:
        figures = group_figures(subject.assessment, people)
    except ScenarioError:  # nobody, or nobody who counts
        return
    _add_weights(book, figures, subject)
    _add_ranks(book, figures)


def _add_weights(book: Book, figures: GroupFigures, subject: Subject) -> None:
    decision, pack = figures.decision, figures.assessment.pack
    weights = decision.group.weights
    titles = [t("Person"), t("Importance"), t("Has weighed")]
    titles += [pack.theme_label(theme) for theme in weights.themes]
    titles += [t("Own first"), t("Weight to move to weigh as the group"), t("First without this person")]

    def rows() -> Iterator[Row]:
        for k, person in enumerate(subject.study.stakeholders):
            shares = decision.members[k].weights.theme_weights.tolist()
            said = t("yes") if person.has_weighed else t("no")
            without = figures.place(int(decision.without[k]))
            first, distance = figures.place(figures.firsts[k]), float(decision.distance[k])
            yield [person.name, person.importance, said, *shares, first, distance, without]
        group = figures.place(decision.leader)
        yield [t("The group"), None, "", *weights.theme_weights.tolist(), group, None, ""]

    themes = [None, None, None, *weights.themes]
    formats = ["", NUMBER, "", *[SHARE] * len(weights.themes), "", SHARE, ""]
    heading = (t("People"), marked(PEOPLE_NOTE))
    sheet = add_table(book, PEOPLE, heading, titles, rows(), formats, themes=themes)
    below = FIRST_ROW + len(decision.members) + 3
    for row, finding in enumerate(figures.findings, start=below):
        sheet.put(row, 1, finding.title, bold=True)
        sheet.long_text(row, 2, finding.text)


def _add_ranks(book: Book, figures: GroupFigures) -> None:
    decision, locations = figures.decision, figures.assessment.locations
    regret = np.asarray(decision.worst_regret)
    borda_ranks, regret_ranks = competition_ranks(decision.borda), competition_ranks(-regret)
    at = {int(row): column for column, row in enumerate(decision.rows)}
    titles = [t("Location"), t("Rank of the group"), t("Score of the group")]
    titles += [
        t("Rank by Borda count"),
        t("Borda points"),
        t("Rank by worst regret"),
        t("Worst regret (points)"),
    ]
    titles += list(figures.names)

    def cells(row: int) -> Row:
        column = at[row]
        shown: list[Value] = [place_name(locations[row]), int(decision.group.ranks[row])]
        shown += [float(decision.group.scores[row])]
        shown += [int(borda_ranks[column]), float(decision.borda[column])]
        shown += [int(regret_ranks[column]), float(regret[column])]
        return [*shown, *decision.ranks[:, column].tolist()]

    order = (int(row) for row in decision.group.order if int(row) in at)
    formats = ["", WHOLE, SCORE, WHOLE, SCORE, WHOLE, SCORE, *[WHOLE] * len(figures.names)]
    heading = (t("Their ranks"), marked(THEIR_RANKS_NOTE))
    add_table(book, THEIR_RANKS, heading, titles, map(cells, order), formats)


def add_decisions(book: Book, subject: Subject) -> None:
    """The decision log."""
    names = {location.id: place_name(location) for location in subject.assessment.locations}
    rows: Iterator[Row] = (
        [
            day_number(decision.date),
            decision.who,
            names.get(decision.chosen, decision.chosen),
            ", ".join(names.get(place, place) for place in decision.rejected),
            decision.note,
        ]
        for decision in subject.study.decisions
    )
    titles = [t("Date"), t("Who decided"), t("Chosen"), t("Rejected"), t("Why")]
    add_table(book, DECISIONS, (t("Decisions"), marked(DECISIONS_NOTE)), titles, rows, [DAY])
