"""What a step says in a sentence, above everything that it shows."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date

from advisor.core.explanation import explain
from advisor.core.tolerance import SCORE_DECIMALS, published_lead
from advisor.scenario.ranking.lead_texts import lead_sentence
from advisor.scenario.study.study import Decision, Study
from advisor.scenario.study.talk import TalkStep
from advisor.views.stage.standings import Standing, Standings, short_name
from advisor.words.dates import date_text
from advisor.words.formatting import in_sentence, list_text, percent_text
from advisor.words.locale import digits
from advisor.words.translation import t, tn

_LEVEL_NAMED = 2  # places that share the last rank that is shown; of more it is said how many
_MOST_NAMED = 6


def headline(step: TalkStep, shown: Standings) -> str:
    """The sentence of a step; empty where the step is nothing but words."""
    return _SENTENCES[step](shown)


def question(shown: Standings) -> str:
    """What the room is asked."""
    assessment = shown.assessment
    pack, scenario = assessment.pack, assessment.scenario
    function = pack.functions.get(scenario.function)
    home = shown.home
    if function is None or home is None:
        return t("Which of {count} places serves us best?", count=digits(len(pack.locations)))
    return tn(
        "Where should one person work in {function} for {home:the}?",
        "Where should {count} people work in {function} for {home:the}?",
        scenario.headcount,
        function=in_sentence(function.label),
        home=home.name,
    )


def nothing_left(shown: Standings) -> str:
    """That no location is left, and why."""
    if not shown.excluded:
        return t("No place is known well enough to be ranked.")
    return tn(
        "No place is left: the must-haves exclude the only one.",
        "No place is left: the must-haves exclude {count}. Relax one of them.",
        shown.excluded,
    )


def title_lines(shown: Standings, today: date) -> tuple[str, ...]:
    """What stands below the title: what it is about, when, and where the figures come from."""
    pack, scenario = shown.assessment.pack, shown.assessment.scenario
    function, home = pack.functions.get(scenario.function), shown.home
    about = ""
    if function is not None and home is not None:
        about = t("{function} for {home:the}", function=function.label, home=home.name)
    source = t("Data: {name} {version}", name=short_name(pack.title), version=short_name(pack.version))
    return tuple(line for line in (about, date_text(today), source) if line)


def covered_sentence(study: Study) -> str:
    """How far the vote has come."""
    people = study.stakeholders
    if not people:
        return t("What matters to you? The weights are shown when the room is ready.")
    weighed = sum(one.has_weighed for one in people)
    return tn(
        "{weighed} of one person has set weights. The votes are hidden.",
        "{weighed} of {count} people have set their weights. The votes are hidden.",
        len(people),
        weighed=digits(weighed),
    )


def decision_lines(shown: Standings, decision: Decision) -> tuple[str, ...]:
    """A decision in lines: who and when, why, and what was rejected."""
    who = date_text(decision.date)
    if decision.who:
        who = t("{who}, {day}", who=decision.who, day=who)
    rejected = [_place(shown, key) for key in decision.rejected]
    left_out = ""
    if len(rejected) > _MOST_NAMED:
        left_out = t(
            "Rejected: {places} and {count} more",
            places=", ".join(rejected[:_MOST_NAMED]),
            count=digits(len(rejected) - _MOST_NAMED),
        )
    elif rejected:
        left_out = t("Rejected: {places}", places=list_text(rejected))
    return tuple(line for line in (who, " ".join(decision.note.split()), left_out) if line)


def latest_decision(study: Study) -> Decision | None:
    """The latest entry of the log that chose a location, else the latest of all."""
    chosen = (one for one in reversed(study.decisions) if one.chosen)
    return next(chosen, study.decisions[-1] if study.decisions else None)


def named_places(shown: Standings) -> tuple[tuple[str, str], ...]:
    """What the map calls the best places: ids with rank and name."""
    return tuple((one.id, t("{rank} {name}", rank=digits(one.rank), name=one.name)) for one in shown.top())


def spoken_standing(shown: Standings, standing: Standing) -> str:
    """A location in words, for screen readers."""
    if not standing.rank:
        return t(
            "{name:The} is not ranked: {reasons}", name=standing.name, reasons="; ".join(standing.reasons)
        )
    said = [
        t(
            "Rank {rank}: {name}, score {score}",
            rank=standing.rank,
            name=standing.name,
            score=standing.score_text,
        )
    ]
    if standing.badges:
        said.append(standing.badges)
    if shown.knows_costs:
        said.append(t("cost {figure} {unit}", figure=standing.cost_text, unit=shown.cost_unit))
    if not math.isnan(standing.first):
        said.append(
            t(
                "first in {share} of plausible weightings, likely ranks {ranks}",
                share=standing.first_text,
                ranks=standing.likely_text,
            )
        )
    return ", ".join(said)


def lead_of(shown: Standings) -> str:
    """Who leads whom, on what, and what would change that."""
    first, second = shown.top(2)
    assessment = shown.assessment
    labels = {criterion.id: in_sentence(criterion.name) for criterion in assessment.evaluation.criteria}
    return lead_sentence(
        assessment.evaluation,
        explain(assessment.evaluation, first.row, second.row),
        lambda row: shown.row(row).name,
        lambda theme: in_sentence(assessment.pack.theme_label(theme)),
        labels.__getitem__,
    )


def _place(shown: Standings, location: str) -> str:
    found = shown.of(location)
    return found.name if found else location


def _priorities(shown: Standings) -> str:
    shares = shown.shares
    first = max(range(len(shares)), key=shares.__getitem__)
    return t(
        "“{theme}” weighs most: {share} of the whole",
        theme=short_name(shown.theme(shown.themes[first])),
        share=percent_text(shares[first]),
    )


def _leader(shown: Standings) -> str:
    if shown.is_empty:
        return nothing_left(shown)
    return tn(
        "{name:The} is the only place left, with {score} of 100 points",
        "{name:The} leads {count} places, with {score} of 100 points",
        len(shown.order),
        name=shown.top(1)[0].name,
        score=shown.top(1)[0].score_text,
    )


def _top(shown: Standings) -> str:
    lead, level = _lead(shown), shown.level_with_the_last()
    if not level:
        return lead
    told = {"lead": lead, "rank": level[0].rank}
    if len(level) <= _LEVEL_NAMED:
        return t("{lead}; also at rank {rank}: {names}", names=list_text([one.name for one in level]), **told)
    return t("{lead}; {count} more at rank {rank}", count=digits(len(level)), **told)


def _lead(shown: Standings) -> str:
    if len(shown.order) < 2:
        return _leader(shown)
    first, second = shown.top(2)
    ahead = published_lead(first.score, second.score)
    if not ahead:
        return t("{first:The} and {second:the} are level", first=first.name, second=second.name)
    return t(
        "{first:The} leads {second:the} by {points} points",
        first=first.name,
        second=second.name,
        points=digits(ahead, SCORE_DECIMALS),
    )


def _compare(shown: Standings) -> str:
    return _leader(shown) if len(shown.order) < 2 else lead_of(shown)


def _cost(shown: Standings) -> str:
    if shown.is_empty:
        return nothing_left(shown)
    first = shown.top(1)[0]
    told = {"name": first.name, "cost": first.cost_text, "unit": shown.cost_unit}
    if math.isnan(first.saving):
        return t("A person in {name:the} costs {cost} {unit}", **told)
    if first.saving < 0:
        return t(
            "A person in {name:the} costs {cost} {unit}, {share} more than today at home",
            share=percent_text(-first.saving),
            **told,
        )
    return t(
        "A person in {name:the} costs {cost} {unit}, {share} less than today at home",
        share=percent_text(first.saving),
        **told,
    )


def _certainty(shown: Standings) -> str:
    if shown.is_empty:
        return nothing_left(shown)
    return shown.sentence or t("The certainty of the ranking is being computed.")


def _decision(shown: Standings) -> str:
    decision = latest_decision(shown.study)
    if decision is None:
        return t("Nothing is decided yet")
    if not decision.chosen:
        return t("Decided, without a place yet")
    return t("Chosen: {place}", place=_place(shown, decision.chosen))


_SENTENCES: dict[TalkStep, Callable[[Standings], str]] = {
    TalkStep.TITLE: lambda shown: shown.assessment.scenario.name,
    TalkStep.QUESTION: question,
    TalkStep.COVERED: lambda shown: covered_sentence(shown.study),
    TalkStep.PRIORITIES: _priorities,
    TalkStep.MAP: _leader,
    TalkStep.TOP: _top,
    TalkStep.COMPARE: _compare,
    TalkStep.COST: _cost,
    TalkStep.CERTAINTY: _certainty,
    TalkStep.DECISION: _decision,
}
