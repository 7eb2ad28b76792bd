"""Page one, for a board: what to do, why, how sure, what it costs and saves, and what would change it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.robustness import Robustness
from advisor.core.strengths import strengths, weaknesses
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.costs.results import Quantiles
from advisor.export.report.blocks import Block, Card, Cards, Chapter, Figure, Panel, Panels, Paragraph
from advisor.export.report.ranking_chapters import WIDE, ranking_table
from advisor.export.report.report_facts import ReportFacts
from advisor.places.regimes import Tier, transfer_regime
from advisor.views.certainty.certainty_figures import sureness_sentence
from advisor.views.cost.cash_flow_scene import cash_flow_scene
from advisor.views.cost.months import month_number, month_span
from advisor.views.scene.box import Size
from advisor.views.why.criteria_rows import standing_sentence
from advisor.words.formatting import (
    capital,
    chance_text,
    decimal_text,
    figure_text,
    money_text,
    percent_range,
    percent_text,
    share_text,
)
from advisor.words.translation import t, tn

_REASONS = 3
_PLACES = 4  # of the short list, home apart
_CHART = 172.0  # height of the course of the saving
_STEPS = ("pilot.scope", "pilot.length", "pilot.cost")  # lines of the plan that come first


def board_page(facts: ReportFacts) -> Chapter:
    """The chapter that a board reads: it fits on one page, and is the whole answer."""
    title = t("Recommendation")
    if facts.row is None:
        text = t("No location is ranked: the must-haves leave none, or too little is known.")
        return Chapter("board", title, (Paragraph(text),))
    why = t("Why {place:the}", place=facts.name(facts.row))
    blocks: list[Block] = [
        Paragraph(_headline(facts, facts.row)),
        Cards(tuple(_cards(facts, facts.row))),
        Panels(
            (
                Panel(why, _reasons(facts, facts.row), is_list=True),
                Panel(t("What speaks against it"), _objections(facts, facts.row), is_list=True),
            )
        ),
    ]
    sure = Panel(t("How sure this is"), tuple(_certainty(facts, facts.row)))
    money = _money(facts)
    costs = (Panel(t("What it costs and saves"), tuple(money)),) if money else ()
    blocks.append(Panels((sure, *costs)))
    flags = board_flags(facts, facts.row) or (t("None found in the figures of this study."),)
    ending = [Panel(t("Flags"), flags, is_list=True, wide=_wide(flags))]
    if facts.pair is not None:
        sentences = (facts.pair.sentence, facts.pair.smallest_sentence)
        changes = tuple(sentence for sentence in sentences if sentence)
        ending.insert(0, Panel(t("What would change it"), changes, wide=_wide(changes)))
    if steps := _first_steps(facts):
        ending.append(Panel(t("Next step: a pilot"), steps, is_list=True, wide=_wide(steps)))
    blocks.append(Panels(tuple(ending)))
    blocks.append(ranking_table(facts, _short_list(facts, facts.row), t("The short list")))
    view = facts.cost_view
    if view is not None and not view.is_home:
        blocks.append(Figure(partial(cash_flow_scene, view), Size(WIDE, _CHART)))
    return Chapter("board", title, tuple(blocks))


def _wide(texts: Sequence[str]) -> float:
    """The part of the width that texts want, so that panels beside each other are about as high."""
    return min(1.8, max(0.8, sum(map(len, texts)) / 160))


def _short_list(facts: ReportFacts, row: int) -> tuple[int, ...]:
    """The place, the best others and home, in the order of the ranking."""
    rows = {row, *facts.abroad[:_PLACES]}
    if facts.home is not None:
        rows.add(facts.home)
    return tuple(int(one) for one in facts.evaluation.order if int(one) in rows)


def _first_steps(facts: ReportFacts) -> tuple[str, ...]:
    """What the plan does first, as people left it."""
    lines = facts.plan.section("pilot").lines if facts.plan is not None else ()
    return tuple(line.text for line in lines if line.id in _STEPS)


def _headline(facts: ReportFacts, row: int) -> str:
    evaluation, name = facts.evaluation, facts.name(row)
    score = decimal_text(float(evaluation.scores[row]), SCORE_DECIMALS)
    if evaluation.status[row] != Status.RANKED:
        return t("{place:The} was chosen. It is not ranked in this study: see the flags.", place=name)
    told = {"place": name, "rank": int(evaluation.ranks[row]), "count": facts.ranked, "score": score}
    if facts.is_decided:
        return t(
            "{place:The} was chosen; it is at rank {rank} of {count} with {score} of 100 points.", **told
        )
    home = facts.home
    if home is not None and evaluation.ranks[home] and evaluation.scores[home] > evaluation.scores[row]:
        return t(
            "{place:The} leads abroad with {score} of 100 points, rank {rank} of {count}; the work scores "
            "higher at "
            "home ({home:the}: {points}).",
            **told,
            home=facts.name(home),
            points=decimal_text(float(evaluation.scores[home]), SCORE_DECIMALS),
        )
    return t("{place:The} leads {count} ranked locations with {score} of 100 points.", **told)


def _cards(facts: ReportFacts, row: int) -> list[Card]:
    scores, certainty = facts.evaluation.scores, facts.subject.certainty
    points = t("{score} points", score=decimal_text(float(scores[row]), SCORE_DECIMALS))
    cards = [Card(t("Recommendation"), facts.name(row), points)]
    if facts.runner_up is not None:
        other = facts.runner_up
        points = t("{score} points", score=decimal_text(float(scores[other]), SCORE_DECIMALS))
        is_better = scores[other] > scores[row]  # another was chosen than the one that leads
        cards.append(Card(t("Leads abroad") if is_better else t("Runner-up"), facts.name(other), points))
    if certainty is not None and not math.isnan(certainty.p_first[row]):
        first = share_text(float(certainty.p_first[row]))
        cards.append(Card(t("First in"), first, t("of plausible weightings")))
    if (view := facts.cost_view) is not None and not view.is_home:
        low, middle, high = view.three("saving_pct")
        cards.append(
            Card(
                t("Saving"),
                percent_range(low / 100, high / 100),
                t("median {figure}", figure=percent_text(middle / 100)),
            )
        )
        low, middle, high = view.three("payback_month")
        cards.append(
            Card(t("Payback month"), month_span(low, high), t("median {figure}", figure=month_number(middle)))
        )
        low, middle, high = view.three("total_year_per_fte")
        cards.append(
            Card(
                t("A person a year"),
                money_text(low, high, view.currency),
                t("median {figure}", figure=money_text(middle)),
            )
        )
    return cards


def _reasons(facts: ReportFacts, row: int) -> tuple[str, ...]:
    found = (
        t(
            "{criterion}: {figure}, which is worth {points} points more than the middle of the ranking.",
            criterion=facts.evaluation.criteria[effect.column].name,
            figure=_figure(facts, row, effect.column),
            points=decimal_text(effect.points),
        )
        for effect in strengths(facts.evaluation, row, _REASONS)
    )
    return tuple(found) or (t("It is close to the middle of the ranking on everything that counts."),)


def _objections(facts: ReportFacts, row: int) -> tuple[str, ...]:
    found = (
        t(
            "{criterion}: {figure}, which costs {points} points against the middle of the ranking.",
            criterion=facts.evaluation.criteria[effect.column].name,
            figure=_figure(facts, row, effect.column),
            points=decimal_text(-effect.points),
        )
        for effect in weaknesses(facts.evaluation, row, _REASONS)
    )
    return tuple(found) or (t("Nothing that counts is half a point below the middle of the ranking."),)


def _figure(facts: ReportFacts, row: int, column: int) -> str:
    value = float(facts.assessment.cells.values[row, column])
    return figure_text(value, facts.evaluation.criteria[column].unit)


def _certainty(facts: ReportFacts, row: int) -> list[str]:
    certainty = facts.subject.certainty
    said = []
    if certainty is not None:
        said.append(sureness_sentence(certainty, row, facts.name(row)))
        if often := _first_more_often(facts, certainty, row):
            said.append(often)
    if facts.pair is not None and facts.pair.likelihood_sentence:
        said.append(facts.pair.likelihood_sentence)
    said.append(_known(math.floor(100 * float(facts.evaluation.coverage[row]) + 1e-9) / 100))
    return said


def _known(share: float) -> str:
    if share >= 1.0:
        return t("All of the weight rests on known figures.")
    return t(
        "{share} of the weight rests on known figures; the rest is estimated from similar places.",
        share=percent_text(share),
    )


def _first_more_often(facts: ReportFacts, certainty: Robustness, row: int) -> str:
    """Who is first more often than what is recommended; empty for nobody."""
    first = np.nan_to_num(certainty.p_first)
    other = int(first.argmax())
    named = {"place": facts.name(other), "share": share_text(float(first[other]))}
    if first[other] <= first[row]:
        return ""
    if other == facts.home:
        return t("{place:The}, where the work is today, is first more often: in {share}.", **named)
    return t("{place:The} is first more often: in {share}.", **named)


def _money(facts: ReportFacts) -> list[str]:
    view = facts.cost_view
    if view is None:
        return [facts.why_no_cost] if facts.why_no_cost else []
    if view.is_home:
        return [t("The work stays where it is, so nothing is saved and nothing has to be paid back.")]

    def money(name: str) -> str:
        low, _middle, high = view.three(name)
        return money_text(low, high, view.currency)

    saving, payback = view.three("saving_pct"), view.three("payback_month")
    said = [
        tn(
            "Over {count} year the work costs {total} there, which saves {saving} ({share}) against "
            "leaving it as it is.",
            "Over {count} years the work costs {total} there, which saves {saving} ({share}) against "
            "leaving it as "
            "it is.",
            view.years,
            total=money("total"),
            saving=money("saving"),
            share=percent_range(saving[0] / 100, saving[2] / 100),
        ),
        t(
            "Moving costs {once} once and is paid back in month {span}.",
            once=money("one_off"),
            span=month_span(payback[0], payback[2]),
        )
        if math.isfinite(payback[1])
        else t("Moving costs {once} once and is not paid back within the horizon.", once=money("one_off")),
        t(
            "The chance that it saves anything is {chance}. Ranges hold in eight cases of ten; {money}.",
            chance=chance_text(float(view.result.probability_of_saving[view.row])),
            money=view.money,
        ),
    ]
    wages = float(view.result.wage_only_saving_pct[view.row])
    if not math.isnan(wages):
        text = t("National wages alone would promise {share}.", share=percent_text(wages / 100))
        said.append(text)
    return said


def board_flags(facts: ReportFacts, row: int) -> tuple[str, ...]:
    """What a board must know before it says yes."""
    evaluation, assessment, name = facts.evaluation, facts.assessment, facts.name(row)
    flags = []
    if standing := standing_sentence(assessment, row):
        flags.append(standing)
    flags += [
        t("{flag}. {detail}", flag=flag.text, detail=flag.detail_text) if flag.detail else flag.text
        for flag in assessment.flags(row)
    ]
    flags += _law_flags(facts, row)
    unknown = int(((evaluation.weights.flat > 0) & ~evaluation.valued.known[row]).sum())
    if unknown:
        flags.append(
            tn(
                "{count} figure of {place:the} that counts is unknown and estimated from similar places.",
                "{count} figures of {place:the} that count are unknown and estimated from similar places.",
                unknown,
                place=name,
            )
        )
    view = facts.cost_view
    if view is not None and not view.is_home and _may_lose(view.result.saving_pct, view.row):
        flags.append(t("In the worst tenth of cases the move saves nothing."))
    if facts.is_decided and evaluation.ranks[row] > 1:
        leader = next(int(one) for one in evaluation.order)
        flags.append(
            t(
                "The decision stands against the ranking: {leader:the} leads it now.",
                leader=facts.name(leader),
            )
        )
    return tuple(capital(flag) for flag in flags)


def _law_flags(facts: ReportFacts, row: int) -> list[str]:
    """Where personal data may not simply go there, and where what is known of that is in doubt."""
    seen, location = facts.assessment.home_figures, facts.assessment.locations[row].id
    if seen is None or row == facts.home:
        return []
    regime = transfer_regime(seen.places.law, facts.assessment.scenario.home, location)
    flags = []
    if regime.tier not in (Tier.SAME_REGIME, Tier.ADEQUATE):
        text = t("Personal data: {tier}. {reason}", tier=regime.tier.label, reason=regime.reason)
        flags.append(text)
    if seen.places.law.suspect(location):
        name = facts.name(row)
        flags.append(t("Records about data protection in {place:the} contradict one another.", place=name))
    return flags


def _may_lose(saving: Quantiles, row: int) -> bool:
    return bool(saving.p10[row] <= 0)
