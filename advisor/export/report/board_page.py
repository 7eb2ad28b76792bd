"""Page one, for a board: what to do, why, how sure, what it costs and saves, and what would change it."""

from __future__ import annotations

import math

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.robustness import Robustness
from advisor.core.strengths import strengths
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.costs.results import Quantiles
from advisor.export.report.blocks import Block, Bullets, Card, Cards, Chapter, Heading, Paragraph
from advisor.export.report.report_facts import ReportFacts
from advisor.views.certainty.certainty_figures import sureness_sentence
from advisor.views.cost.months import month_number, month_span
from advisor.views.why.criteria_rows import standing_sentence
from advisor.words.formatting import (
    capital,
    decimal_text,
    figure_text,
    money_text,
    percent_range,
    percent_text,
    share_text,
)
from advisor.words.translation import t, tn

_REASONS = 3


def board_page(facts: ReportFacts) -> Chapter:
    """The chapter that a board reads."""
    title = t("Recommendation")
    if facts.row is None:
        text = t("No location is ranked: the must-haves leave none, or too little is known.")
        return Chapter("board", title, (Paragraph(text),))
    blocks: list[Block] = [
        Paragraph(_headline(facts, facts.row)),
        Cards(tuple(_cards(facts, facts.row))),
        Heading(t("Why {place}", place=facts.name(facts.row))),
        Bullets(_reasons(facts, facts.row)),
        Heading(t("How sure this is")),
        Paragraph(" ".join(_certainty(facts, facts.row))),
    ]
    if money := _money(facts):
        blocks += [Heading(t("What it costs and saves")), Paragraph(" ".join(money))]
    if facts.pair is not None:
        sentences = (facts.pair.sentence, facts.pair.smallest_sentence)
        blocks += [
            Heading(t("What would change it")),
            Paragraph(" ".join(sentence for sentence in sentences if sentence)),
        ]
    flags = board_flags(facts, facts.row)
    blocks += [Heading(t("Flags")), Bullets(flags or (t("None found in the figures of this study."),))]
    return Chapter("board", title, tuple(blocks))


def _headline(facts: ReportFacts, row: int) -> str:
    evaluation, name = facts.evaluation, facts.name(row)
    score = decimal_text(float(evaluation.scores[row]), SCORE_DECIMALS)
    if evaluation.status[row] != Status.RANKED:
        return t("{place} was chosen. It is not ranked in this study: see the flags.", place=name)
    told = {"place": name, "rank": int(evaluation.ranks[row]), "count": facts.ranked, "score": score}
    if facts.is_decided:
        return t("{place} was chosen; it is at rank {rank} of {count} with {score} of 100 points.", **told)
    home = facts.home
    if home is not None and evaluation.ranks[home] and evaluation.scores[home] > evaluation.scores[row]:
        return t(
            "{place} leads abroad with {score} of 100 points, rank {rank} of {count}; the work scores "
            "higher at "
            "home ({home}: {points}).",
            **told,
            home=facts.name(home),
            points=decimal_text(float(evaluation.scores[home]), SCORE_DECIMALS),
        )
    return t("{place} leads {count} ranked locations with {score} of 100 points.", **told)


def _cards(facts: ReportFacts, row: int) -> list[Card]:
    scores, certainty = facts.evaluation.scores, facts.subject.certainty
    points = t("{score} points", score=decimal_text(float(scores[row]), SCORE_DECIMALS))
    cards = [Card(t("Recommendation"), facts.name(row), points)]
    if facts.runner_up is not None:
        other = facts.runner_up
        points = t("{score} points", score=decimal_text(float(scores[other]), SCORE_DECIMALS))
        cards.append(Card(t("Runner-up"), facts.name(other), points))
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
    evaluation = facts.evaluation
    found = []
    for effect in strengths(evaluation, row, _REASONS):
        criterion = evaluation.criteria[effect.column]
        found.append(
            t(
                "{criterion}: {figure}, which is worth {points} points more than the middle of the ranking.",
                criterion=criterion.name,
                figure=figure_text(float(facts.assessment.cells.values[row, effect.column]), criterion.unit),
                points=decimal_text(effect.points),
            )
        )
    return tuple(found) or (t("It is close to the middle of the ranking on everything that counts."),)


def _certainty(facts: ReportFacts, row: int) -> list[str]:
    certainty = facts.subject.certainty
    said = []
    if certainty is not None:
        said.append(sureness_sentence(certainty, row, facts.name(row)))
        if often := _first_more_often(facts, certainty, row):
            said.append(often)
    if facts.pair is not None and facts.pair.likelihood_sentence:
        said.append(facts.pair.likelihood_sentence)
    said.append(
        t(
            "{share} of the weight rests on known figures; the rest is estimated from similar places.",
            share=percent_text(math.floor(100 * float(facts.evaluation.coverage[row]) + 1e-9) / 100),
        )
    )
    return said


def _first_more_often(facts: ReportFacts, certainty: Robustness, row: int) -> str:
    """Who is first more often than what is recommended; empty for nobody."""
    first = np.nan_to_num(certainty.p_first)
    other = int(first.argmax())
    named = {"place": facts.name(other), "share": share_text(float(first[other]))}
    if first[other] <= first[row]:
        return ""
    if other == facts.home:
        return t("{place}, where the work is today, is first more often: in {share}.", **named)
    return t("{place} is first more often: in {share}.", **named)


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
            chance=share_text(float(view.result.probability_of_saving[view.row])),
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
        t("{flag}. {detail}", flag=flag.text, detail=flag.detail) if flag.detail else flag.text
        for flag in assessment.flags(row)
    ]
    seen = assessment.home_figures
    if seen is not None and seen.places.law.suspect(assessment.locations[row].id):
        flags.append(t("Records about data protection in {place} contradict one another.", place=name))
    unknown = int(((evaluation.weights.flat > 0) & ~evaluation.valued.known[row]).sum())
    if unknown:
        flags.append(
            tn(
                "{count} figure of {place} that counts is unknown and estimated from similar places.",
                "{count} figures of {place} that count are unknown and estimated from similar places.",
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
            t("The decision stands against the ranking: {leader} leads it now.", leader=facts.name(leader))
        )
    return tuple(capital(flag) for flag in flags)


def _may_lose(saving: Quantiles, row: int) -> bool:
    return bool(saving.p10[row] <= 0)
