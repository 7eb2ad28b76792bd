"""Chart data of the cost view: they add up, and their sentences say what they show."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from advisor.core.evaluation import Status
from advisor.costs.terms import DeliveryModel
from advisor.datapack.schema import DataPack
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.scenario import CostChange, Scenario
from advisor.views.cost.cost_cash_flow import cash_course, cash_sentence, cash_table, payback_words
from advisor.views.cost.cost_components import components, components_sentence, components_table, part_lines
from advisor.views.cost.cost_figures import key_figures
from advisor.views.cost.cost_quality import dot_words, quality_dots, quality_sentence, quality_table
from advisor.views.cost.cost_tornado import end_words, tornado_bars, tornado_sentence, tornado_table
from advisor.views.cost.cost_view import CostView, unknown_reason
from advisor.views.cost.cost_waterfall import headline, waterfall, waterfall_sentence, waterfall_table
from advisor.views.cost.months import month_range
from advisor.words.formatting import percent_range, range_text, share_text
from advisor.words.place_names import within_sentence
from advisor.words.tables import tab_separated

DRAWS = 400


@pytest.fixture(scope="module")
def scenario(default_pack: DataPack) -> Scenario:
    return replace(default_scenario(default_pack), home="DEU")


@pytest.fixture(scope="module")
def assessment(assessor: Assessor, scenario: Scenario) -> Assessment:
    return assessor.assess(scenario)


def model_of(assessor: Assessor) -> CostModel:
    assert assessor.cost_model is not None
    return assessor.cost_model


def view_of(assessor: Assessor, scenario: Scenario, location: str) -> CostView:
    model, pack = model_of(assessor), assessor.pack
    result = model.of(scenario).evaluate(DRAWS)
    return CostView(
        pack.location(location).name,
        pack.location(scenario.home).name,
        result,
        pack.location_ids.index(location),
        model.of(scenario).detail(location, DRAWS),
        model.of(scenario).parameters,
        model.price_year,
    )


@pytest.fixture(scope="module")
def poland(assessor: Assessor, scenario: Scenario) -> CostView:
    return view_of(assessor, scenario, "POL")


@pytest.fixture(scope="module")
def switzerland(assessor: Assessor, scenario: Scenario) -> CostView:
    return view_of(assessor, scenario, "CHE")


@pytest.fixture(scope="module")
def home(assessor: Assessor, scenario: Scenario) -> CostView:
    return view_of(assessor, scenario, "DEU")


def numbers(table: str) -> list[list[str]]:
    return [line.split("\t") for line in table.splitlines()]


# Money ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (31_000, 44_400, "31–44 k"),
        (1_240_000, 3_300_000, "1.2–3.3 m"),
        (11_000_000, 27_000_000, "11–27 m"),
        (-1_200_000, 3_400_000, "−1.2 to 3.4 m"),
        (300, 450, "300–450"),
        (9_100, 9_120, "9.1 k"),
        (0, 0, "0"),
        (math.nan, 1, "–"),
    ],
)
def test_that_a_money_range_has_one_unit(low: float, high: float, text: str) -> None:
    assert range_text(low, high) == text


def test_that_only_certainty_is_called_certain() -> None:
    texts = [share_text(part) for part in (0, 0.001, 0.5, 0.999, 1, math.nan)]
    assert texts == ["0 %", "< 1 %", "50 %", "> 99 %", "100 %", "–"]


def test_that_a_payback_can_be_never() -> None:
    assert month_range(5, 14) == "month 5–14"
    assert month_range(30, math.inf) == "month 30–never"
    assert month_range(math.inf, math.inf) == "never"
    assert percent_range(-0.05, 0.12) == "−5 to 12 %"


def test_that_a_table_keeps_full_numbers_and_leaves_the_unknown_empty() -> None:
    assert (
        tab_separated(["a", "b"], [[1 / 3, math.nan], ["x\ty", math.inf]]) == "a\tb\n0.3333\t\nx y\tnever\n"
    )


# Components -----------------------------------------------------------------------------------------


def test_that_components_add_up_to_the_totals(poland: CostView) -> None:
    parts = components(poland)
    assert sum(part.away for part in parts) == pytest.approx(poland.detail.total, rel=1e-12)
    assert sum(part.at_home for part in parts) - sum(part.away for part in parts) == pytest.approx(
        poland.saving, rel=1e-9
    )
    assert parts[0].id == "wage"
    assert sum(len(part.lines) for part in parts) == len(poland.detail.lines)


def test_that_the_share_beside_pay_is_what_the_sentence_says(poland: CostView) -> None:
    parts = {part.id: part.away for part in components(poland)}
    share = 100 * (1 - parts["wage"] / sum(parts.values()))
    assert components_sentence(poland).startswith(f"{share:.0f} % of the cost in Poland is not pay")


def test_that_an_own_centre_has_overhead_in_place_of_a_margin(assessor: Assessor, scenario: Scenario) -> None:
    view = view_of(assessor, replace(scenario, delivery="captive"), "POL")
    assert view.result.terms.delivery is DeliveryModel.CAPTIVE
    management = next(part for part in components(view) if part.id == "management")
    assert management.label == "Overhead and travel"
    assert any("Overhead of one's own centre" in text for text in part_lines(management))
    assert "Overhead and travel" in [fall.label for fall in waterfall(view, 9)]


def test_that_the_components_table_ends_in_the_total(poland: CostView) -> None:
    rows = numbers(components_table(poland))
    likely = [float(row[3]) for row in rows[1:]]
    assert sum(likely[:-1]) == pytest.approx(likely[-1], abs=len(likely))  # in whole dollars
    assert rows[0][3] == "Likely (USD, prices of 2025)"


# Waterfall ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("most", [4, 7, 8, 9, 10, 12, 15, 99])
def test_that_the_waterfall_ends_at_the_saving_however_much_is_merged(poland: CostView, most: int) -> None:
    falls = waterfall(poland, most)
    assert len(falls) <= most
    assert falls[0].start == 0.0
    assert falls[-1].end == poland.detail.waterfall[-1].amount
    assert falls[-2].end == pytest.approx(falls[-1].end, rel=1e-12)
    for before, after in pairwise(falls[:-1]):
        assert after.start == before.end


def test_that_the_likely_saving_is_that_of_the_lines(poland: CostView) -> None:
    gap = sum(line.at_home - line.likely for line in poland.detail.lines)
    assert poland.saving == pytest.approx(gap, rel=1e-12)
    assert numbers(waterfall_table(poland))[-1] == ["Saving", f"{poland.saving:.0f}"]


def test_that_the_headline_names_what_takes_back_most(poland: CostView) -> None:
    steps = sorted(poland.detail.waterfall[1:-1], key=lambda step: step.amount)
    assert [step.id for step in steps[:2]] == ["work_at_home", "provider_margin"]
    share = -100 * (steps[0].amount + steps[1].amount) / poland.detail.waterfall[0].amount
    first = "The work at home until it has moved and the provider's margin"
    assert headline(poland) == f"{first} take back {share:.0f} % of the wage saving."


def test_that_a_saving_above_the_wage_gap_is_not_told_as_more_than_wages_promise(
    assessor: Assessor, scenario: Scenario
) -> None:
    """In money it is more than the gap in wages, in percent less than wages alone promise: both are said."""
    view = view_of(assessor, scenario, "PHL")
    assert view.saving > view.detail.waterfall[0].amount
    wages = float(view.result.wage_only_saving_pct[view.row])
    true = 100 * view.saving / sum(line.at_home for line in view.detail.lines)
    assert true < wages
    assert headline(view).startswith(
        f"Wages alone promise {wages:.0f} %, with all costs {true:.0f} % is likely."
    )


def test_that_a_dearer_place_is_told_as_such(switzerland: CostView) -> None:
    assert headline(switzerland).endswith("the move makes the work dearer still.")
    assert "% higher" in waterfall_sentence(switzerland)
    assert "dearer" in waterfall_sentence(switzerland)
    assert "does not pay for itself" in cash_sentence(switzerland)
    assert payback_words(cash_course(switzerland)).startswith("never")


def test_that_costs_which_eat_the_whole_saving_are_told_so(assessor: Assessor, scenario: Scenario) -> None:
    dear = replace(scenario, cost_changes=(CostChange("provider_margin_pct", 90, 90, 90),))
    view = view_of(assessor, dear, "POL")
    assert headline(view).endswith("all costs together leave no saving.")


def test_that_home_neither_saves_nor_loses(home: CostView) -> None:
    assert home.saving == 0.0
    assert [fall.amount for fall in waterfall(home)] == [0.0, 0.0]
    assert "is home" in headline(home)
    assert {each.id: each.text for each in key_figures(home)}["payback"] == "–"
    for sentence in (waterfall_sentence, components_sentence, cash_sentence, tornado_sentence):
        assert sentence(home)


# Cash flow ------------------------------------------------------------------------------------------


def test_that_the_cash_flow_ends_at_the_saving_within_its_band(poland: CostView) -> None:
    course = cash_course(poland)
    assert float(course.likely[-1]) == pytest.approx(poland.saving, rel=1e-9)
    assert (course.low <= course.high).all()
    assert course.lowest <= float(course.likely[0]) < 0
    low, _, high = poland.three("saving")
    assert (float(course.low[-1]), float(course.high[-1])) == pytest.approx((low, high), rel=1e-9)
    assert course.payback_band == poland.three("payback_month")


def test_that_the_likely_course_crosses_zero_in_its_payback_month(poland: CostView) -> None:
    course = cash_course(poland)
    month = int(course.payback)
    assert course.likely[month - 1] < 0 <= course.likely[month]
    rows = numbers(cash_table(poland))
    assert len(rows) == 1 + 61
    assert [row[0] for row in rows if len(row) == 6 and row[4]][1:] == ["12", "24", "36", "48", "60"]


# Tornado --------------------------------------------------------------------------------------------


def test_that_the_widest_swing_comes_first_and_holds_the_likely_saving(poland: CostView) -> None:
    bars = tornado_bars(poland)
    assert [bar.width for bar in bars] == sorted((bar.width for bar in bars), reverse=True)
    assert all(
        min(bar.at_low, bar.at_high) - 1e-6 <= poland.saving <= max(bar.at_low, bar.at_high) + 1e-6
        for bar in bars
    )
    assert tornado_sentence(poland).startswith(f"“{bars[0].label}” matters most")
    assert len(numbers(tornado_table(poland))) == 1 + len(poland.detail.tornado)


def test_that_ends_stand_in_their_unit(poland: CostView) -> None:
    bars = {bar.factor: bar for bar in tornado_bars(poland)}
    assert bars["provider_margin_pct"].end_text(7.5) == "7.5 %"
    assert bars["double_running_months"].end_text(12.0) == "12 months"
    assert bars["double_running_months"].end_text(1.0) == "1 month"
    assert replace(bars["double_running_months"], unit="people").end_text(1.0) == "1 person"
    assert bars["home.base_wage"].end_text(2_700.0) == "USD 2.7 k"
    assert end_words(bars["provider_margin_pct"], at_low=True).startswith("at 5 %: saving ")


# Cost and quality -----------------------------------------------------------------------------------


def test_that_quality_is_the_score_with_no_weight_on_cost(assessor: Assessor, scenario: Scenario) -> None:
    bare = assessor.assess(replace(scenario, theme_weights={"cost": 0.0}))
    for aggregation in (scenario.aggregation, replace(scenario.aggregation, method="geometric")):
        assessment = assessor.assess(replace(scenario, aggregation=aggregation))
        bare = assessor.assess(replace(scenario, aggregation=aggregation, theme_weights={"cost": 0.0}))
        rows = {location: row for row, location in enumerate(assessor.pack.location_ids)}
        for dot in quality_dots(assessment):
            assert dot.quality == pytest.approx(float(bare.evaluation.scores[rows[dot.id]]), abs=1e-9)


def test_that_the_dots_are_the_ranked_places_with_the_cost_of_the_ranking(assessment: Assessment) -> None:
    dots = quality_dots(assessment, per_usd=2.0)
    rows = {location: row for row, location in enumerate(assessment.evaluation.alternatives)}
    column = [criterion.id for criterion in assessment.evaluation.criteria].index("cost_per_fte")
    assert len(dots) == int((assessment.evaluation.status == Status.RANKED).sum())
    for dot in dots:
        assert dot.cost == pytest.approx(2.0 * assessment.cells.values[rows[dot.id], column])
        assert dot.low <= dot.cost <= dot.high
        assert dot.rank == assessment.evaluation.ranks[rows[dot.id]]
    assert [dot.id for dot in dots if dot.is_home] == ["DEU"]


def test_that_the_best_are_beaten_by_none_and_all_others_by_one(assessment: Assessment) -> None:
    dots = quality_dots(assessment)
    for dot in dots:
        beaten = any(
            other.cost <= dot.cost and other.quality > dot.quality for other in dots if other is not dot
        )
        assert dot.is_best != (beaten or any(o.cost < dot.cost and o.quality >= dot.quality for o in dots))


def test_that_the_sentence_names_what_beats_a_place(assessment: Assessment) -> None:
    dots = quality_dots(assessment)
    best = next(dot for dot in dots if dot.is_best)
    beaten = next(dot for dot in dots if not dot.is_best)
    assert quality_sentence(dots, best.id).startswith("No location is both cheaper and better")
    named = within_sentence(beaten.name, "en")
    assert quality_sentence(dots, beaten.id).endswith(f"both cheaper and better than {named}.")
    assert quality_sentence(dots, "").startswith(f"Of {len(dots)} ranked locations")
    assert quality_sentence((), "").startswith("No location")
    assert len(numbers(quality_table(dots, "USD"))) == len(dots) + 1
    assert dot_words(best).startswith(f"{best.name}: ")


def test_that_there_is_no_quality_where_only_cost_counts(assessor: Assessor, scenario: Scenario) -> None:
    themes = assessor.assess(scenario).evaluation.weights.themes
    only_cost = replace(scenario, theme_weights={theme: float(theme == "cost") for theme in themes})
    assert quality_dots(assessor.assess(only_cost)) == ()


# Key figures ----------------------------------------------------------------------------------------


def test_that_the_key_figures_are_the_results(poland: CostView) -> None:
    result, row = poland.result, poland.row
    texts = {each.id: each for each in key_figures(poland)}
    for key in ("run_rate", "one_off", "total", "npv"):
        quantiles = getattr(result, key)
        assert texts[key].text == range_text(quantiles.p10[row], quantiles.p90[row])
    assert texts["saving"].text == percent_range(
        result.saving_pct.p10[row] / 100, result.saving_pct.p90[row] / 100
    )
    assert texts["wage_only"].text == f"{result.wage_only_saving_pct[row]:.0f} %"
    assert "governance" in texts["wage_only"].tip


def test_that_unknown_costs_say_what_is_unknown(assessor: Assessor, scenario: Scenario) -> None:
    inputs = model_of(assessor).of(scenario).inputs
    unknown = [
        row
        for row in range(len(inputs))
        if math.isnan(inputs.base_wage.likely[row]) or math.isnan(inputs.contributions_pct[row])
    ]
    home = inputs.index("DEU")
    for row in unknown:
        reason = unknown_reason(inputs, row, home, ("Nowhere", "Germany"))
        assert reason.startswith("The cost is unknown, because the ")
        assert reason.endswith(" of Nowhere is unknown.") or reason.endswith(" of Nowhere are unknown.")
    known = int(np.flatnonzero(~np.isnan(inputs.base_wage.likely))[0])
    assert (unknown_reason(inputs, known, home, ("A", "B")) == "") == (known not in unknown)


def test_that_the_waterfall_uses_the_rows_that_it_is_given(poland: CostView) -> None:
    for most in range(4, 10):
        falls = waterfall(poland, most)
        assert most - 1 <= len(falls) <= most
        assert falls[-2].end == pytest.approx(falls[-1].end)
        assert len({fall.label for fall in falls}) == len(falls)
    kept = {fall.id: abs(fall.amount) for fall in waterfall(poland, 6)[1:-1]}
    others = [abs(fall.amount) for fall in waterfall(poland, 9)[1:-1] if fall.id not in kept]
    assert min(amount for key, amount in kept.items() if key not in ("gained", "lost")) >= max(others)
