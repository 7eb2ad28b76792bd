"""The way out: what would set it in motion, how long it takes, and the second source."""

from __future__ import annotations

import math

from advisor.places.engagement import engagement_name
from advisor.views.plan.plan import PlanLine, PlanSection
from advisor.views.plan.plan_facts import PlanFacts, span
from advisor.words.formatting import number_text, percent_text
from advisor.words.locale import digits
from advisor.words.translation import t


def leaving(facts: PlanFacts) -> PlanSection:
    """Triggers, notice, and what must be ready."""
    lines = [
        PlanLine("leave.quality", t("Trigger: the same measure missed in three months of six.")),
        PlanLine("leave.price", _price(facts)),
        PlanLine("leave.turnover", _turnover(facts)),
        PlanLine("leave.law", _law(facts)),
        PlanLine("leave.notice", _notice(facts)),
        PlanLine("leave.cost", _cost(facts)),
        PlanLine("leave.help", _help(facts)),
        PlanLine(
            "leave.ours",
            t(
                "Ours from the first day: data, documents, numbers, domains, scripts and licences; "
                "tested once a year."
            ),
        ),
        PlanLine("leave.people", _people(facts)),
    ]
    intro = t("Written before the contract is signed, because afterwards nobody has reason to agree.")
    return PlanSection("leave", t("Exit plan"), intro, tuple(lines))


def _cost(facts: PlanFacts) -> str:
    if facts.costs is None:
        return t("Money for leaving is set aside: about what moving has cost.")
    return t(
        "Money for leaving is set aside: about what moving has cost, {once}.",
        once=facts.money(facts.costs.one_off),
    )


def _help(facts: PlanFacts) -> str:
    if facts.is_captive:
        return t("Help at the end: those who know stay for a bonus until the last task has been handed over.")
    return t(
        "Help at the end: the provider works on, hands over and trains at agreed rates until the last task."
    )


def _people(facts: PlanFacts) -> str:
    if facts.is_captive:
        return t("The centre is offered to a provider with its people before it is closed.")
    return t("Right to hire the team, or to have it move to the next provider.")


def _price(facts: PlanFacts) -> str:
    if facts.costs is None:
        return t("Trigger: the price rises above what the work costs at home.")
    return t(
        "Trigger: a productive hour costs more than {currency} {price}, the upper end of what the cost "
        "model expects.",
        currency=facts.assessment.scenario.currency,
        price=number_text(float(facts.costs.price_hour.p90[-1])),
    )


def _turnover(facts: PlanFacts) -> str:
    high = facts.attrition[2]
    if math.isnan(high):
        return t("Trigger: turnover above what was agreed, two quarters in a row.")
    return t("Trigger: turnover above {high} a year, two quarters in a row.", high=percent_text(high / 100))


def _law(facts: PlanFacts) -> str:
    if facts.law is None:
        return t("Trigger: the work or its data may no longer be there by law.")
    return t(
        "Trigger: the footing of data transfer falls below today's ({tier}), sanctions are imposed, "
        "or {place:the} no longer meets a must-have of this study.",
        tier=facts.law.tier.label,
        place=facts.name,
    )


def _notice(facts: PlanFacts) -> str:
    months, ramp = facts.rate("double_running_months"), facts.rate("ramp_months")
    if math.isnan(months[0]):
        return t("Notice: as long as moving took, without a minimum term beyond the pilot.")
    total = (months[0] + ramp[0], months[1] + ramp[1], months[2] + ramp[2])
    if facts.is_captive:
        return t(
            "Notice: as long as moving takes, {months} months by the cost model; no lease and no contract "
            "binds longer.",
            months=span(total),
        )
    return t(
        "Notice: as long as moving takes, {months} months by the cost model, and without a minimum term "
        "beyond it.",
        months=span(total),
    )


def second_source(facts: PlanFacts) -> PlanSection:
    """Who could take over: the next place of the ranking and the next city of this one."""
    lines = []
    if facts.runners_up:
        row = facts.runners_up[0]
        scores = facts.assessment.evaluation.scores
        told = {
            "name": facts.assessment.locations[row].name,
            "score": digits(float(scores[row]), 1),
            "own": digits(float(scores[facts.row]), 1),
        }
        text = t(
            "Second place: {name}, {score} points against {own} here. Talk to one provider there now.", **told
        )
        if engagement := facts.assessment.engagement(row):
            text = t(
                "Second place: {name} ({engagement}), {score} points against {own} here. Talk to one "
                "provider there now.",
                **told,
                engagement=engagement_name(engagement),
            )
        lines.append(PlanLine("second.place", text))
    if len(facts.hubs) > 1:
        text = t(
            "Second city: {city}, in addition to {main}, so that a power cut, a strike or a storm in "
            "one does not stop everything.",
            city=facts.hubs[1],
            main=facts.hubs[0],
        )
        lines.append(PlanLine("second.city", text))
    lines += [
        PlanLine("second.home", t("Home keeps people who can do the work: one in ten, or at least two.")),
        PlanLine(
            "second.share",
            t(
                "From the second year on a fifth of the volume elsewhere, so that leaving is more than "
                "a threat."
            ),
        ),
    ]
    intro = t("Nobody should depend on one provider, one site or one country.")
    return PlanSection("second", t("Second source"), intro, tuple(lines))
