"""The plan after the choice: about the chosen place, from its figures, with what people made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from advisor.core.evaluation import Status
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
from advisor.views.plan.risks import _ANSWERS, risks
from advisor.words.formatting import number_text


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


def test_that_every_criterion_of_the_pack_has_a_response_to_its_risk(default_pack: DataPack) -> None:
    known = {criterion.id for criterion in default_pack.criteria}
    assert set(_ANSWERS) == known


def test_that_every_function_has_measures_of_its_own(study: Study, few_places_pack: DataPack) -> None:
    seen, assessor = set(), Assessor(few_places_pack)
    for function in few_places_pack.functions:
        of_function = study.with_active(replace(study.scenario, function=function))
        section = planned(assessor, of_function).sections[3]
        assert len(section.lines) >= 6
        seen.add(tuple(one.id for one in section.lines))
    assert len(seen) == len(few_places_pack.functions)


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


def of_scenario(study: Study, place: str, **changes: object) -> Study:
    """The study with another scenario, for a place that was decided on."""
    other = study.with_active(replace(study.scenario, **changes))  # type: ignore[arg-type]
    return with_decision(other, date(2026, 11, 28), chosen=place)


def test_that_a_centre_of_ones_own_asks_no_provider_for_anything(assessor: Assessor, study: Study) -> None:
    plan = planned(assessor, of_scenario(study, "IND", delivery="captive"))
    assert plan.sections[0].title == "What to settle for a centre of your own"
    texts = [one.text for section in plan.sections for one in section.lines if section.id in ("ask", "leave")]
    assert not [text for text in texts if "the provider" in text or "margin" in text]
    assert "hired by you" in line(plan, "govern.site").text
    assert "moving has cost, USD" in line(plan, "leave.cost").text
    bought = planned(assessor, of_scenario(study, "IND"))
    assert bought.sections[0].title == "What to ask providers"
    assert {one.id for one in plan.lines} >= {"ask.security", "ask.data", "ask.price", "ask.shift"}


def test_that_a_pilot_is_never_the_whole_move(assessor: Assessor, study: Study) -> None:
    for people, wanted in ((1, 1), (5, 1), (12, 4), (30, 10), (500, 10)):
        facts = facts_of(assessor, of_scenario(study, "IND", headcount=people))
        assert pilot_size(facts)[0] == wanted


def test_that_nights_are_spoken_of_only_where_there_are_some(assessor: Assessor, study: Study) -> None:
    far = planned(assessor, of_scenario(study, "PHL", home="USA"))
    near = planned(assessor, of_scenario(study, "POL", home="DEU", function="software-development"))
    assert "night work (7 h" in line(far, "ask.shift").text
    assert "needs no nights" in line(near, "ask.shift").text
    assert "0 h a shift" not in line(near, "ask.shift").text


def test_that_what_nearly_all_places_lack_is_no_risk_of_this_one(assessor: Assessor, study: Study) -> None:
    facts = facts_of(assessor, of_scenario(study, "POL", function="software-development"))
    evaluation = facts.assessment.evaluation
    ranked = evaluation.status == Status.RANKED
    for one in risks(facts).lines:
        column = facts.columns.get(one.id.partition(".")[2].replace("-", "_"))
        if column is not None:
            values = evaluation.valued.values[:, column]
            ahead = int((values[ranked] > values[facts.row] + 1e-12).sum())
            assert values[facts.row] < 0.3 or ahead >= ranked.sum() / 4
    ids = {one.id for one in risks(facts).lines}
    assert "risk.ai-use" not in ids
    assert "risk.corporate-tax" not in ids  # the provider pays it
    own = facts_of(assessor, of_scenario(study, "GBR", delivery="captive", home="POL"))
    assert "risk.corporate-tax" in {one.id for one in risks(own).lines}


def test_that_a_place_shared_with_others_and_a_rate_of_everywhere_say_so(
    assessor: Assessor, study: Study
) -> None:
    india = planned(assessor, of_scenario(study, "IND", home="DEU", function="finance-accounting"))
    assert "others" in line(india, "risk.affinity").figure
    assert line(india, "risk.turnover").figure.endswith("as for such work everywhere")
    voices = planned(assessor, of_scenario(study, "PHL", home="USA", function="customer-support"))
    assert "everywhere" not in line(voices, "risk.turnover").figure


def test_that_a_saving_that_is_hardly_one_has_a_response_of_its_own(assessor: Assessor, study: Study) -> None:
    plan = planned(assessor, of_scenario(study, "POL", function="software-development", home="GBR"))
    assert "binding offers" in line(plan, "risk.saving").text
