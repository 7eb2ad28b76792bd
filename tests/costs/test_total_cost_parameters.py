"""Parameters, terms and places' figures: what is accepted and what is said of what is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.costs.inputs import CostInputs, real_growth_pct
from advisor.costs.parameters import (
    LIMITS,
    CostParameters,
    ParameterError,
    parse_assignment,
)
from advisor.costs.ranges import Z90, Range, lognormal_quantile, triangular_quantile
from advisor.costs.terms import EngagementTerms, TermsError
from advisor.costs.uncertainty import Draws


def test_that_every_shipped_parameter_has_a_source_or_is_an_assumption(parameters: CostParameters) -> None:
    assert tuple(parameters) == tuple(LIMITS)
    for each in parameters.values():
        assert each.label and each.unit and each.base
        assert bool(each.source_ids) == (each.basis == "source"), each.id
    assert parameters["transition_pct"].published == (
        "2 to 3 % of contract (cio_2003, 2003): the article does not say if a year's or the whole "
        "contract's value",
    )


def test_that_a_change_is_marked_and_can_be_reset(parameters: CostParameters) -> None:
    changed = parameters.with_values({"governance_pct": 12.0, "attrition_pct": (5.0, 10.0, 20.0)})
    assert changed.changed == ("attrition_pct", "governance_pct")
    assert changed["governance_pct"].values == (12.0, 12.0, 12.0)
    assert changed["governance_pct"].basis == "user"
    assert parameters.changed == ()
    assert changed.reset("governance_pct").changed == ("attrition_pct",)
    assert dict(changed.reset()) == dict(parameters)
    assert changed.with_values({"governance_pct": (4.0, 6.0, 8.0)})["governance_pct"].basis == "source"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"governance_pct": -1.0}, "governance_pct: low must not be negative (it is -1)."),
        ({"provider_margin_pct": 100.0}, "provider_margin_pct: low must be at most 95 (it is 100)."),
        ({"inflation_pct": -60.0}, "inflation_pct: low must be at least -50 (it is -60)."),
        ({"attrition_pct": float("nan")}, "attrition_pct: low must be a number."),
        (
            {"attrition_pct": (30.0, 20.0, 40.0)},
            "attrition_pct: low, likely and high must rise (they are 30, 20, 40).",
        ),
    ],
)
def test_that_a_bad_value_is_named_and_changes_nothing(
    parameters: CostParameters, values: dict[str, float], message: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        parameters.with_values(values)
    assert str(caught.value) == message
    assert parameters.changed == ()


def test_that_an_unknown_parameter_is_named_with_those_that_exist(parameters: CostParameters) -> None:
    for attempt in (lambda: parameters["margin"], lambda: parameters.with_values({"margin": 1.0})):
        with pytest.raises(
            ParameterError, match=r"^There is no cost parameter 'margin'\. Known: provider_pay"
        ):
            attempt()


def test_that_an_assignment_is_one_number_or_three() -> None:
    assert parse_assignment("attrition_pct = 25") == ("attrition_pct", 25.0)
    assert parse_assignment("attrition_pct=10:20:30") == ("attrition_pct", (10.0, 20.0, 30.0))
    for text, message in (
        ("attrition_pct", "must have the form PARAMETER=VALUE"),
        ("margin=3", "There is no cost parameter 'margin'"),
        ("attrition_pct=many", "attrition_pct: 'many' is not a number"),
        ("attrition_pct=1:2", "attrition_pct: give one number or three"),
    ):
        with pytest.raises(ParameterError, match=message):
            parse_assignment(text)


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ({"head_count": 0}, "The head count must be at least 1 (it is 0)."),
        ({"years": 11}, "The horizon must be 1 to 10 years (it is 11)."),
        ({"delivery": "partner"}, "The delivery must be provider or captive (it is 'partner')."),
        ({"prices": "today"}, "The prices must be real or nominal (it is 'today')."),
    ],
)
def test_that_impossible_terms_are_refused(terms: dict[str, object], message: str) -> None:
    with pytest.raises(TermsError) as caught:
        EngagementTerms(**terms)  # type: ignore[arg-type]
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("figures", "message"),
    [
        ({"base_wage": Range.certain([100.0, 0.0])}, "base_wage must be above 0"),
        ({"months": np.array([12.0, 11.0])}, "months must be at least 12 a year"),
        ({"contributions_pct": np.array([1.0, -1.0])}, "contributions_pct must not be negative"),
        ({"attrition_pct": Range.certain([-1.0, 1.0])}, "attrition_pct must not be negative"),
        ({"distance_km": np.array([1.0])}, "distance_km has 1 entries for 2 places"),
        ({"source_ids": {"base_wage": ((),)}}, "source ids of base_wage have 1 entries for 2 places"),
    ],
)
def test_that_impossible_figures_are_refused(make_places, figures: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make_places([100.0, 200.0], **figures)


def test_that_a_place_is_found_by_its_id(make_places) -> None:
    places: CostInputs = make_places([1.0, 2.0, 3.0])
    assert places.index("P2") == 2
    assert places.take(slice(1, 3)).location_ids == ("P1", "P2")
    with pytest.raises(ValueError, match="There is no location 'XXX'"):
        places.index("XXX")


def test_that_ranges_must_rise() -> None:
    with pytest.raises(ValueError, match="low <= likely <= high"):
        Range(np.array([2.0]), np.array([1.0]), np.array([3.0]))
    with pytest.raises(ValueError, match="lists of one length"):
        Range(np.array([1.0]), np.array([1.0, 2.0]), np.array([3.0]))
    filled = Range.certain([np.nan, 4.0]).filled(1.0, 2.0, 3.0)
    assert (filled.low.tolist(), filled.high.tolist()) == ([1.0, 4.0], [3.0, 4.0])


def test_that_real_growth_is_growth_above_prices() -> None:
    """India 2023: rises of 10 % (WTW) at 5.64914 % consumer inflation."""
    assert real_growth_pct(10.0, 5.64914) == pytest.approx(4.1182, abs=1e-4)


@given(st.floats(0.0, 1.0), st.lists(st.floats(-40.0, 400.0), min_size=3, max_size=3).map(sorted))
def test_that_a_triangular_quantile_inverts_its_distribution(u: float, ends: list[float]) -> None:
    low, likely, high = ends
    x = float(triangular_quantile(u, low, likely, high))
    assert low - 1e-9 <= x <= high + 1e-9
    if high - low > 1e-3 and likely - low > 1e-3 and high - likely > 1e-3:
        width = high - low
        rising = (x - low) ** 2 / (width * (likely - low))
        falling = 1.0 - (high - x) ** 2 / (width * (high - likely))
        assert (rising if x <= likely else falling) == pytest.approx(u, abs=1e-6)


def test_that_an_estimate_has_its_ends_at_the_tenth_and_ninetieth_percentile() -> None:
    found = lognormal_quantile([-Z90, 0.0, Z90], 300.0, 400.0, 900.0)
    assert found == pytest.approx([300.0, 400.0, 900.0])


def test_that_draws_cover_every_stratum_once_and_are_the_same_for_all_places() -> None:
    draws = Draws(1000, 7)
    u = draws.uniform("site.base_wage")
    assert (np.sort((u * 1000).astype(int)) == np.arange(1000)).all()
    assert abs(np.corrcoef(u, draws.uniform("home.base_wage"))[0, 1]) < 0.1
    drawn = draws.figures("governance_pct", Range.certain([3.0]))
    assert (drawn == 3.0).all()
    with pytest.raises(ValueError, match="draws must be at least 1"):
        Draws(0)
