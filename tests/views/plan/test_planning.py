"""The plan after the choice: about the chosen place, from its figures, with what people made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.edits.decision_edits import with_decision
from advisor.scenario.edits.plan_edits import (
    with_plan_item,
    with_plan_restored,
    with_plan_text,
    with_tick,
    without_plan_item,
)
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import read_study
from advisor.scenario.study.own_data import OwnRate
from advisor.scenario.study.study import Study
from advisor.views.plan.moving import pilot_size
from advisor.views.plan.plan import Plan, PlanLine
from advisor.views.plan.plan_facts import PlanFacts, plan_facts
from advisor.views.plan.planning import plan_of
from advisor.views.plan.risks import _ANSWERS
from advisor.words.formatting import number_text


@pytest.fixture(scope="module")
def assessor(default_pack: DataPack) -> Assessor:
    return Assessor(default_pack)


@pytest.fixture(scope="module")
def study() -> Study:
    return read_study(EXAMPLE_STUDY)


def planned(assessor: Assessor, study: Study) -> Plan:
    plan = plan_of(study, assessor.assess(study.scenario, study.own), assessor.cost_model)
    assert plan is not None
    return plan


def facts_of(assessor: Assessor, study: Study) -> PlanFacts:
    facts = plan_facts(study, assessor.assess(study.scenario, study.own), assessor.cost_model)
    assert facts is not None
    return facts


def line(plan: Plan, name: str) -> PlanLine:
    return next(one for one in plan.lines if one.id == name)


def test_that_turnover_of_the_users_own_is_never_called_published(assessor: Assessor, study: Study) -> None:
    place = facts_of(assessor, study).location
    rate = OwnRate(place, "attrition_pct", 18.0, 18.0, 18.0)
    plan = planned(assessor, study.with_own(replace(study.own, rates=(rate,))))
    told = [one.text for one in plan.lines if "18 %" in one.text and "turnover" in one.text]
    assert sum("your own figure" in text for text in told) == 2
    assert not any("published" in text for text in told)


def test_that_the_plan_is_for_the_leader_abroad_until_a_decision_chooses(
    assessor: Assessor, study: Study
) -> None:
    plan = planned(assessor, study)
    assessment = assessor.assess(study.scenario, study.own)
    evaluation = assessment.evaluation
    ids = assessment.pack.location_ids
    assert plan.location == next(ids[row] for row in evaluation.order if ids[row] != study.scenario.home)
    decided = planned(assessor, with_decision(study, date(2026, 11, 28), chosen="POL"))
    assert decided.location == "POL"
    assert "Poland" in decided.basis
    assert decided.sections[5].title == "Risks of Poland"


def test_that_every_section_has_lines_with_ids_of_their_own(assessor: Assessor, study: Study) -> None:
    plan = planned(assessor, study)
    assert [section.id for section in plan.sections] == [
        *("ask", "pilot", "govern", "measure", "learn", "risk", "leave", "second")
    ]
    assert all(section.lines for section in plan.sections)
    ids = [one.id for one in plan.lines]
    assert len(set(ids)) == len(ids)
    assert all(one.id.startswith(f"{section.id}.") for section in plan.sections for one in section.lines)


def test_that_money_in_the_plan_is_that_of_the_cost_model(assessor: Assessor, study: Study) -> None:
    facts, plan = facts_of(assessor, study), planned(assessor, study)
    assert assessor.cost_model is not None
    engagement = assessor.cost_model.of(study.scenario, study.own)
    whole = engagement.evaluate(2_000)
    row = engagement.inputs.index(plan.location)
    people, months = pilot_size(facts)
    assert (people, months) == (10, 6)
    rate = assessor.cost_model.rate(study.scenario.currency).per_usd
    high = number_text(float(whole.price_hour.p90[row]) * rate)
    assert high in line(plan, "pilot.price").text
    cost = number_text(float(whole.run_rate.p90[row]) * rate * people * months / 12).split()[0]
    assert cost.split(".")[0] in line(plan, "pilot.cost").text


def test_that_a_risk_has_its_figure_an_owner_and_a_response(assessor: Assessor, study: Study) -> None:
    plan = planned(assessor, study)
    risks = next(section for section in plan.sections if section.id == "risk").lines
    assert len(risks) >= 5
    assert all(one.about and one.figure and one.owner and one.text for one in risks)
    facts = facts_of(assessor, study)
    for one in risks:
        column = facts.columns.get(one.id.partition(".")[2].replace("-", "_"))
        if column is not None:
            assert one.figure.startswith(facts.figure(column))
            assert facts.assessment.evaluation.valued.values[facts.row, column] < 0.6


def test_that_every_criterion_of_the_pack_but_cost_has_a_response_to_its_risk(default_pack: DataPack) -> None:
    known = {criterion.id for criterion in default_pack.criteria}
    assert known - set(_ANSWERS) <= {"saving", "cost_per_fte", "labour_force"}
    assert set(_ANSWERS) <= known


def test_that_every_function_has_measures_of_its_own(
    assessor: Assessor, study: Study, default_pack: DataPack
) -> None:
    seen = set()
    for function in default_pack.functions:
        of_function = study.with_active(replace(study.scenario, function=function))
        section = planned(assessor, of_function).sections[3]
        assert len(section.lines) >= 6
        seen.add(tuple(one.id for one in section.lines))
    assert len(seen) == len(default_pack.functions)


def test_that_what_people_did_to_the_plan_is_shown(assessor: Assessor, study: Study) -> None:
    changed = with_tick(study, "pilot.scope", True)
    changed = with_plan_text(changed, "pilot.stop", "  Stop at once.  ")
    changed = without_plan_item(changed, "learn.lag")
    changed = with_plan_item(changed, "ask", "Ask about the canteen.")
    plan = planned(assessor, changed)
    assert line(plan, "pilot.scope").done
    assert line(plan, "pilot.stop").text == "Stop at once."
    assert line(plan, "pilot.stop").is_changed
    assert "learn.lag" not in [one.id for one in plan.lines]
    assert line(plan, "ask.own-1").text == "Ask about the canteen."
    assert (
        planned(assessor, with_plan_restored(changed, "learn")).sections[4]
        == planned(assessor, study).sections[4]
    )


def test_that_taking_everything_back_leaves_the_study_as_it_was(study: Study) -> None:
    changed = with_tick(with_plan_text(study, "pilot.stop", "Never."), "pilot.stop", True)
    back = with_plan_text(with_tick(changed, "pilot.stop", False), "pilot.stop", "")
    assert back == study
    assert without_plan_item(with_plan_item(study, "ask", "More."), "ask.own-1") == study


def test_that_a_pack_without_places_and_costs_has_a_plan_too(write_pack) -> None:
    pack = load_pack(write_pack())
    study, assessor = default_study(pack), Assessor(pack)
    plan = planned(assessor, study)
    assert plan.name == "Alpha"
    texts = " ".join(one.text for one in plan.lines)
    assert "nan" not in texts.lower().split()
    assert "{" not in texts
