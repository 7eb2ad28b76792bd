"""Relaxing must-haves: what each excludes, and that what is proposed brings something back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.core.evaluation import Status
from advisor.core.screening import Bound, Forbidden, Outcome
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.ranking.relaxing import first_to_lift, least_change, limit_effects
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.scenario import MustHaves, Scenario


def ranked(assessment: Assessment) -> set[int]:
    return set(np.flatnonzero(assessment.evaluation.status == Status.RANKED).tolist())


def small(write_pack: Callable[..., Path], *bounds: Bound) -> tuple[Assessor, Assessment]:
    pack = load_pack(write_pack())  # quality 8, 5, 2; price 40, 20, 90
    assessor = Assessor(pack)
    return assessor, assessor.assess(replace(default_scenario(pack), must_haves=MustHaves(bounds=bounds)))


def test_that_effects_count_what_a_limit_excludes_and_what_it_excludes_by_itself(
    write_pack: Callable[..., Path],
) -> None:
    price, quality = Bound("price", "<=", 30.0), Bound("quality", ">=", 6.0)
    _, assessment = small(write_pack, price, quality)
    found = {effect.constraint: (effect.excluded, effect.alone) for effect in limit_effects(assessment)}
    assert found == {price: (2, 1), quality: (2, 1)}  # a: price; b: quality; c: both


def test_that_the_limit_that_brings_back_most_is_lifted_first(write_pack: Callable[..., Path]) -> None:
    price, quality = Bound("price", "<=", 10.0), Bound("quality", ">=", 4.0)
    _, assessment = small(write_pack, price, quality)
    lift = first_to_lift(assessment)
    assert lift is not None
    assert lift.lifted == (price,)
    assert lift.brings_back == 2
    assert lift.must_haves.bounds == (quality,)


def test_that_limits_which_only_together_exclude_are_lifted_together(write_pack: Callable[..., Path]) -> None:
    _, assessment = small(write_pack, Bound("price", "<=", 10.0), Bound("quality", ">=", 9.0))
    lift = first_to_lift(assessment)
    assert lift is not None
    assert len(lift.lifted) == 2
    assert lift.brings_back == 3
    assert least_change(assessment) is None


def test_that_the_least_change_moves_a_limit_just_to_the_nearest_place(
    write_pack: Callable[..., Path],
) -> None:
    _, assessment = small(write_pack, Bound("price", "<=", 10.0))
    ease = least_change(assessment)
    assert ease is not None
    assert ease.eased == Bound("price", "<=", 20.0)
    assert ease.brings_back == 1


def test_that_the_law_is_relaxed_last(assessor: Assessor, default_pack: DataPack) -> None:
    """North Korea alone is on the black list and under sanctions; a limit on pay excludes all others."""
    scenario = default_scenario(default_pack)
    must = replace(scenario.must_haves, fatf="grey", bounds=(Bound("labour_force", ">=", 5_000.0),))
    lift = first_to_lift(assessor.assess(replace(scenario, must_haves=must)))
    assert lift is not None
    assert not any(isinstance(one, Forbidden) for one in lift.lifted)


def test_that_nothing_is_proposed_where_nothing_is_excluded(write_pack: Callable[..., Path]) -> None:
    _, assessment = small(write_pack)
    assert limit_effects(assessment) == ()
    assert first_to_lift(assessment) is None
    assert least_change(assessment) is None


LIMITS = st.fixed_dictionaries(
    {},
    optional={
        "overlap": st.floats(0.0, 24.0),
        "cost_per_fte": st.floats(0.0, 400_000.0),
        "labour_force": st.floats(0.0, 1_000.0),
        "tertiary": st.floats(-10.0, 120.0),
    },
)


@given(
    limits=LIMITS,
    engagement=st.sets(st.sampled_from(["onshore", "nearshore", "offshore"]), min_size=1),
    fatf=st.sampled_from(["none", "black", "grey"]),
)
def test_that_relaxing_what_is_proposed_brings_at_least_one_place_back(
    assessor: Assessor, default_pack: DataPack, limits: dict[str, float], engagement: set[str], fatf: str
) -> None:
    known = {criterion.id for criterion in default_pack.criteria}
    bounds = tuple(
        Bound(column, "<=" if column == "cost_per_fte" else ">=", limit)
        for column, limit in limits.items()
        if column in known
    )
    scenario: Scenario = default_scenario(default_pack)
    must = replace(scenario.must_haves, bounds=bounds, engagement=frozenset(engagement), fatf=fatf)
    before = assessor.assess(replace(scenario, must_haves=must))
    excluded = before.evaluation.status == Status.EXCLUDED
    could_be_ranked = excluded & (before.evaluation.coverage >= 0.7)
    proposals = [first_to_lift(before), least_change(before)]
    assert (proposals[0] is not None) == bool(could_be_ranked.any())
    for proposal in proposals:
        if proposal is None:
            continue
        after = assessor.assess(replace(before.scenario, must_haves=proposal.must_haves))
        assert ranked(before) < ranked(after)
        assert len(ranked(after)) - len(ranked(before)) == proposal.brings_back > 0


@pytest.mark.parametrize(
    "gate",
    [
        {"engagement": frozenset({"onshore"})},
        {"exclude_sanctioned": True},
        {"fatf": "grey"},
        {"advisory": 1},
    ],
    ids=str,
)
def test_that_each_gate_by_itself_can_be_lifted(
    assessor: Assessor, default_pack: DataPack, gate: dict[str, object]
) -> None:
    open_to_all = MustHaves(exclude_sanctioned=False, fatf="none", advisory=4)
    scenario = replace(default_scenario(default_pack), must_haves=replace(open_to_all, **gate))
    before = assessor.assess(scenario)
    lift = first_to_lift(before)
    assert lift is not None
    assert lift.must_haves == open_to_all
    after = assessor.assess(replace(scenario, must_haves=lift.must_haves))
    assert len(ranked(after)) - len(ranked(before)) == lift.brings_back > 0


def test_that_a_limit_counts_as_many_as_the_must_have_does(assessor: Assessor) -> None:
    bounds = (Bound("overlap", ">=", 8.0), Bound("cost_per_fte", "<=", 20_000.0))
    scenario = replace(default_scenario(assessor.pack), must_haves=MustHaves(bounds=bounds))
    assessment = assessor.assess(scenario)
    screening = assessment.evaluation.screening
    counts = (screening.outcomes == Outcome.FAIL).sum(axis=0)
    failed = dict(zip(screening.constraints, map(int, counts), strict=True))
    found = {effect.constraint: effect.excluded for effect in limit_effects(assessment)}
    assert found == {constraint: failed[constraint] for constraint in found}
    assert set(bounds) <= found.keys()
