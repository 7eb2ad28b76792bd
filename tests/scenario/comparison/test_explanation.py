"""Two scenarios beside each other: every field is an assumption, and the steps lead from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.comparison.assumptions import Assumption, differing, taken_over
from advisor.scenario.comparison.explanation import explain, explaining
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.scenario import CostChange, MustHaves, Scenario

NO_ASSUMPTIONS = {"name", "colour", "locked_themes", "locked_criteria"}


def other(pack: DataPack) -> Scenario:
    """A scenario that differs from the usual one in everything."""
    return Scenario(
        "Other",
        home="DEU",
        function="software-development",
        headcount=80,
        industry="healthcare",
        working_languages=("en", "de"),
        customer_languages=("de",),
        home_hours="08:00-16:00",
        site_hours="10:00-18:00",
        wanted_overlap=3.0,
        year=2028,
        hubs={"IND": pack.places.hubs[0].name} if pack.places else {},
        engagement_rule=replace(Scenario().engagement_rule, max_clock_hours=2.0),
        service_window="08:00-20:00",
        theme_weights={"cost": 60.0, "people": 40.0},
        criterion_weights={"cost_per_fte": 3.0, "overlap": 2.0},
        aggregation=replace(Scenario().aggregation, method="geometric"),
        must_haves=MustHaves(
            frozenset({"nearshore"}),
            (Bound("overlap", ">=", 2.0),),
            exclude_sanctioned=False,
            fatf="grey",
            advisory=2,
        ),
        weight_spread=0.5,
        years=7,
        delivery="captive",
        prices="nominal",
        currency="EUR",
        cost_changes=(CostChange("governance_pct", 1.0, 2.0, 3.0),),
    )


def test_that_every_field_is_an_assumption(default_pack: DataPack) -> None:
    a, b = default_scenario(default_pack), other(default_pack)
    unequal = {f.name for f in fields(Scenario) if getattr(a, f.name) == getattr(b, f.name)}
    assert unequal <= NO_ASSUMPTIONS
    mine, others = a.must_haves, b.must_haves
    assert not [f.name for f in fields(MustHaves) if getattr(mine, f.name) == getattr(others, f.name)]
    changed = a
    for one in differing(default_pack, a, b):
        changed = taken_over(default_pack, one, changed, b)
    assert replace(changed, name=b.name) == b


def test_that_names_and_colours_are_no_difference(default_pack: DataPack) -> None:
    a = default_scenario(default_pack)
    assert differing(default_pack, a, replace(a, name="B", colour="teal")) == ()


def test_that_weights_differ_theme_by_theme_and_limits_one_by_one(default_pack: DataPack) -> None:
    a = default_scenario(default_pack)
    b = replace(
        a,
        criterion_weights={"cost_per_fte": 9.0},
        must_haves=replace(a.must_haves, bounds=(*a.must_haves.bounds, Bound("overlap", ">=", 4.0))),
    )
    assert differing(default_pack, a, b) == (Assumption("within", "cost"), Assumption("limit", "overlap >="))


@pytest.fixture
def three(write_pack: Callable[..., Path]) -> Assessor:
    """Quality 8, 5, 2 (upwards); price 40, 20, 90 (downwards), both on fixed goalposts."""
    return Assessor(load_pack(write_pack()))


def test_that_the_assumption_which_explains_most_comes_first(three: Assessor) -> None:
    theme = three.pack.criteria[0].theme
    a = replace(default_scenario(three.pack), name="A", criterion_weights={"quality": 1.0, "price": 0.0})
    b = replace(
        a,
        name="B",
        years=3,
        criterion_weights={"quality": 0.0, "price": 1.0},
        must_haves=MustHaves(bounds=(Bound("price", "<=", 50.0),)),
    )
    found = explain(three.assess, three.pack, a, b, top=3)
    # A: Alpha, Beta, Gamma. B: Beta, Alpha, and Gamma is excluded: 1 + 1 + 1 places.
    assert (found.leader, found.distance) == ("a", 3)
    assert [step.assumption for step in found.steps] == [
        Assumption("within", theme),
        Assumption("limit", "price <="),
        Assumption("years"),
    ]
    assert [(step.before, step.after, step.leader) for step in found.steps] == [
        (3, 1, "b"),
        (1, 0, "b"),
        (0, 0, "b"),
    ]
    assert [round(found.share(step), 3) for step in found.steps] == [0.667, 0.333, 0.0]


def test_that_steps_end_at_the_second_scenario_whatever_differs(default_pack: DataPack) -> None:
    assessor = Assessor(default_pack)
    a = default_scenario(default_pack)
    b = replace(other(default_pack), name="B", theme_weights={"cost": 70.0}, headcount=50, hubs={}, year=2027)
    found = explain(assessor.assess, default_pack, a, b)
    assert sum(step.explained for step in found.steps) == found.distance
    assert found.steps[-1].after == 0
    assert len(found.steps) == len(differing(default_pack, a, b))


def test_that_equal_scenarios_need_no_steps(three: Assessor) -> None:
    a = default_scenario(three.pack)
    found = explain(three.assess, three.pack, a, replace(a, name="B"))
    assert (found.distance, found.steps) == (0, ())


def test_that_the_part_done_never_falls_and_ends_at_one(three: Assessor) -> None:
    a = default_scenario(three.pack)
    b = replace(a, name="B", years=2, delivery="captive", criterion_weights={"price": 4.0})
    done = list(explaining(three.assess, three.pack, a, b))
    assert done == sorted(done)
    assert done[-1] == 1.0
