"""What a group comes to, as frozen figures and sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from advisor.core.compromise import Compromise, compromise
from advisor.core.group import AGREES, SPLITS, GroupDecision
from advisor.scenario.people.group_model import group_decision
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.study import Stakeholder
from advisor.words.formatting import list_text, percent_text
from advisor.words.locale import digits
from advisor.words.translation import t, tn

_CLOSE = 0.9  # Kendall's W from which people are of one mind
_NOTHING = 0.05  # points of the score that nobody can see
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the room should know.

    Attributes:
        id: what it is about: agreement, leaders, acceptable, divides, near, compromise, without,
            waiting.
        title: in a word or two.
        text: in a sentence or two.
    """

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class GroupFigures:
    """A group decision with the names that sentences need.

    Attributes:
        assessment: of the scenario that the group looks at.
        decision: what the people make of it.
        compromise: what meeting on the theme that divides most would change; None where nothing divides.
        waiting: who has not weighed yet, and counts with the weights of the business function.
    """

    assessment: Assessment
    decision: GroupDecision
    compromise: Compromise | None
    waiting: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The people in order."""
        return tuple(member.name for member in self.decision.members)

    def place(self, row: int) -> str:
        """Name of a location; a dash where nothing is ranked."""
        return self.assessment.locations[row].name if row >= 0 else "\N{EN DASH}"

    def theme(self, theme: str) -> str:
        """Label of a theme."""
        return self.assessment.pack.theme_label(theme)

    @property
    def firsts(self) -> tuple[int, ...]:
        """(p) row of each person's first, -1 if nothing is ranked."""
        return tuple(own.leader for own in self.decision.evaluations)

    @property
    def agreement(self) -> str:
        """How far the rankings agree, in words."""
        return agreement_words(self.decision.kendall_w)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the room should know, the most important first."""
        found = [
            Finding("leaders", t("First"), _leaders(self)),
            Finding("agreement", t("Agreement"), _agreement(self)),
            Finding("divides", t("What divides"), _divides(self)),
            Finding("acceptable", t("Most acceptable"), _acceptable(self)),
            Finding("near", t("Near and far"), _near(self)),
            Finding("compromise", t("Compromise"), _compromise(self)),
            Finding("without", t("Without one person"), _without(self)),
            Finding("waiting", t("Not weighed yet"), _waiting(self)),
        ]
        return tuple(finding for finding in found if finding.text)


def group_figures(assessment: Assessment, people: Sequence[Stakeholder]) -> GroupFigures:
    """What the people make of a scenario, with the compromise on what divides them most.

    Raises:
        ScenarioError: nobody, nobody who counts, or weights that cannot serve.
    """
    decision = group_decision(assessment, people)
    divisions = decision.divisions
    divided = bool(divisions) and divisions[0].points >= _NOTHING and len(decision.members) > 1
    met = compromise(decision, divisions[0].theme) if divided else None
    waiting = tuple(person.name for person in people if not person.has_weighed)
    return GroupFigures(assessment, decision, met, waiting)


def agreement_words(kendall_w: float) -> str:
    """Kendall's W in words."""
    if math.isnan(kendall_w):
        return t("cannot be compared")
    if kendall_w >= _CLOSE:
        return t("of one mind")
    if kendall_w >= AGREES:
        return t("largely agreed")
    return t("partly agreed") if kendall_w >= SPLITS else t("divided")


def _agreement(figures: GroupFigures) -> str:
    decision = figures.decision
    if len(decision.members) < 2:
        return t("One person alone always agrees: add somebody else.")
    if math.isnan(decision.kendall_w):
        return t("The rankings cannot be compared: there are too few locations, or all score the same.")
    return t(
        "The room is {words}: {number} on a scale from 0, no agreement at all, to 1, the same ranking "
        "(Kendall's W over {count} locations).",
        words=figures.agreement,
        number=digits(decision.kendall_w, 2),
        count=len(decision.rows),
    )


def _leaders(figures: GroupFigures) -> str:
    decision = figures.decision
    mean, borda, regret = decision.leader, decision.borda_winner, decision.most_acceptable
    if mean < 0 or borda < 0:
        return t("Nothing is ranked, so there is nothing to decide.")
    if mean == borda == regret:
        said = t(
            "{place:The} is first by the mean of the weights, by Borda count and by least worst regret.",
            place=figures.place(mean),
        )
    else:
        said = t(
            "{mean:The} is first by the mean of the weights, {borda:the} by Borda count, {regret:the} by "
            "least worst regret.",
            mean=figures.place(mean),
            borda=figures.place(borda),
            regret=figures.place(regret),
        )
    return t("{sentence} {firsts}", sentence=said, firsts=_firsts(figures))


def _firsts(figures: GroupFigures) -> str:
    """Whose first it is."""
    decision = figures.decision
    with_it = [
        name for name, row in zip(figures.names, figures.firsts, strict=True) if row == decision.leader
    ]
    place, count = figures.place(decision.leader), len(decision.members)
    if len(with_it) == count:
        return t("Everybody puts {place:the} first.", place=place)
    if not with_it:
        return t("Nobody's own first is {place:the}.", place=place)
    return tn(
        "{count} of {all} puts {place:the} first: {names}.",
        "{count} of {all} put {place:the} first: {names}.",
        len(with_it),
        all=count,
        place=place,
        names=named(with_it),
    )


def _divides(figures: GroupFigures) -> str:
    decision = figures.decision
    if len(decision.members) < 2:
        return ""
    first = decision.divisions[0]
    if first.spread < 0.005:
        return t("Nothing divides the room: everybody gives every theme the same weight.")
    said = t(
        "“{theme}” divides the room most: {most} gives it {high}, {least} {low}; that is worth "
        "{points} points "
        "of the score.",
        theme=figures.theme(first.theme),
        most=figures.names[first.highest],
        high=percent_text(float(first.shares[first.highest])),
        least=figures.names[first.lowest],
        low=percent_text(float(first.shares[first.lowest])),
        points=digits(first.points, 1),
    )
    above, below = sides(figures, first.theme)
    if len(above) + len(below) <= 2:
        return said
    return t(
        "{sentence} More than the group: {above}. Less: {below}.",
        sentence=said,
        above=named(above) or "\N{EN DASH}",
        below=named(below) or "\N{EN DASH}",
    )


def sides(figures: GroupFigures, theme: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who gives a theme more than the group does, the most first, and who less, the least first."""
    division = next(each for each in figures.decision.divisions if each.theme == theme)
    weights = figures.decision.group.weights
    middle = float(weights.theme_weights[weights.themes.index(theme)])
    order = np.argsort(-division.shares, kind="stable")
    above = tuple(figures.names[at] for at in order if division.shares[at] > middle + 0.005)
    below = tuple(figures.names[at] for at in order[::-1] if division.shares[at] < middle - 0.005)
    return above, below


def _acceptable(figures: GroupFigures) -> str:
    decision, row = figures.decision, figures.decision.most_acceptable
    if row < 0:
        return ""
    column = int(np.flatnonzero(decision.rows == row)[0])
    worst = float(decision.worst_regret[column])
    if worst < _NOTHING:
        return t("{place:The} is everybody's best: nobody gives up anything.", place=figures.place(row))
    counted = [k for k, member in enumerate(decision.members) if member.importance > 0]
    most = max(counted, key=lambda k: float(decision.regret[k, column]))
    return t(
        "{place:The} is what most could live with: nobody gives up more than {points} points of their "
        "own best, {name} the most.",
        place=figures.place(row),
        points=digits(worst, 1),
        name=figures.names[most],
    )


def _near(figures: GroupFigures) -> str:
    decision = figures.decision
    if len(decision.members) < 2 or float(decision.distance.max()) < 0.005:
        return ""
    return t(
        "{near} is nearest to the group, {far} farthest: to weigh as the group does, {far} would have to "
        "move {far_share} of the weight, {near} {near_share}.",
        near=figures.names[decision.nearest],
        far=figures.names[decision.farthest],
        far_share=percent_text(float(decision.distance[decision.farthest])),
        near_share=percent_text(float(decision.distance[decision.nearest])),
    )


def _compromise(figures: GroupFigures) -> str:
    found, decision = figures.compromise, figures.decision
    if found is None:
        return ""
    values = {
        "theme": figures.theme(found.theme),
        "share": percent_text(found.share),
        "agreement": _number(decision.kendall_w),
        "then": _number(found.kendall_w),
        "place": figures.place(found.leader),
        "now": figures.place(decision.leader),
        "count": sum(int(row) == found.leader for row in found.firsts),
        "before": sum(row == found.leader for row in figures.firsts),
        "all": len(found.firsts),
    }
    if found.leader == decision.leader:
        return t(
            "If everybody gave “{theme}” {share}, as the group does, agreement would go from {agreement} to "
            "{then}. {place:The} would stay first, and {count} of {all} people would put it first themselves "
            "(now {before}).",
            **values,
        )
    return t(
        "If everybody gave “{theme}” {share}, as the group does, agreement would go from {agreement} to "
        "{then}. {place:The} would be first instead of {now:the}, and {count} of {all} people would put "
        "it first themselves (now {before}).",
        **values,
    )


def _without(figures: GroupFigures) -> str:
    decision = figures.decision
    if len(decision.members) < 2 or decision.leader < 0:
        return ""
    changed = [
        t("without {name} it would be {place:the}", name=name, place=figures.place(int(row)))
        for name, row in zip(figures.names, decision.without, strict=True)
        if row >= 0 and row != decision.leader
    ]
    if not changed:
        return t("No single person decides who is first.")
    return t(
        "{place:The} is first only with everybody: {changes}.",
        place=figures.place(decision.leader),
        changes=list_text(changed[:_MOST_NAMED]),
    )


def _waiting(figures: GroupFigures) -> str:
    if not figures.waiting:
        return ""
    return tn(
        "{names} counts with the usual weights of the business function until they have weighed.",
        "{names} count with the usual weights of the business function until they have weighed.",
        len(figures.waiting),
        names=named(figures.waiting),
    )


def named(names: tuple[str, ...] | list[str]) -> str:
    """People as a list; of many only the first few."""
    if len(names) <= _MOST_NAMED:
        return list_text(names) if names else ""
    return t("{names} and {count} more", names=", ".join(names[:_MOST_NAMED]), count=len(names) - _MOST_NAMED)


def _number(kendall_w: float) -> str:
    return "\N{EN DASH}" if math.isnan(kendall_w) else digits(kendall_w, 2)
