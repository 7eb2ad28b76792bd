"""Puts the plan of a study together."""

from __future__ import annotations

from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.study import Study
from advisor.views.plan.asking import asking
from advisor.views.plan.founding import founding
from advisor.views.plan.leaving import leaving, second_source
from advisor.views.plan.measures import measures
from advisor.views.plan.moving import governance, pilot, transfer
from advisor.views.plan.plan import Plan, PlanSection, with_items
from advisor.views.plan.plan_facts import PlanFacts, plan_facts
from advisor.views.plan.risks import risks
from advisor.words.translation import t


def _beginning(facts: PlanFacts) -> PlanSection:
    """What to ask providers, or what to settle for a centre of one's own."""
    return founding(facts) if facts.is_captive else asking(facts)


_SECTIONS = (_beginning, pilot, governance, measures, transfer, risks, leaving, second_source)


def plan_of(study: Study, assessment: Assessment, cost_model: CostModel | None) -> Plan | None:
    """What to do once a location is chosen, with what people made of it; None where none is ranked.

    Args:
        study: the document, with its decisions and its entries of the plan.
        assessment: the ranking of its active scenario.
        cost_model: total costs, None where the pack knows none.
    """
    facts = plan_facts(study, assessment, cost_model)
    if facts is None:
        return None
    sections = with_items((make(facts) for make in _SECTIONS), study.plan)
    return Plan(facts.location, facts.name, _basis(facts), sections)


def _basis(facts: PlanFacts) -> str:
    if facts.is_decided:
        return t("For {place:the}, which the latest decision chose.", place=facts.name)
    return t(
        "For {place:the}, which leads the ranking abroad; a logged decision changes that.", place=facts.name
    )
