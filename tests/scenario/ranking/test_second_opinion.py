"""Rankings by TOPSIS and PROMETHEE II in place of the headline."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.core.aggregation.registry import opinion_methods
from advisor.core.evaluation import Status
from advisor.core.second_opinions import second_opinions
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.ranking.second_opinion import by_second_opinion
from advisor.scenario.study.scenario import Scenario


@pytest.fixture(scope="module")
def british(default_pack):
    return Assessor(default_pack).assess(Scenario(home="GBR", function="customer-support"))


@pytest.mark.parametrize("method", opinion_methods())
def test_that_an_opinion_ranks_exactly_those_of_the_headline(british, method):
    other = by_second_opinion(british, method).evaluation
    ranked = british.evaluation.status == Status.RANKED
    expected = next(o for o in second_opinions(british.evaluation) if o.method == method)
    assert other.ranks.tolist() == expected.ranks.tolist()
    assert (other.ranks > 0).tolist() == ranked.tolist()
    assert np.isnan(other.scores).tolist() == (~ranked).tolist()
    assert other.status.tolist() == british.evaluation.status.tolist()


@pytest.mark.parametrize("method", opinion_methods())
def test_that_the_listing_is_by_score_and_then_as_in_the_headline(british, method):
    other, headline = by_second_opinion(british, method).evaluation, british.evaluation
    count = int((headline.status == Status.RANKED).sum())
    assert (np.diff(other.scores[other.order[:count]]) <= 0).all()
    assert (np.diff(other.ranks[other.order[:count]]) >= 0).all()
    assert other.order[count:].tolist() == headline.order[count:].tolist()


def test_that_flows_by_criterion_sum_to_the_score_and_closeness_has_no_parts(british):
    flows = by_second_opinion(british, "promethee").evaluation
    ranked = flows.status == Status.RANKED
    assert flows.contributions[ranked].sum(axis=1) == pytest.approx(flows.scores[ranked])
    assert flows.scores[ranked].sum() == pytest.approx(0.0, abs=1e-6)
    assert np.isnan(by_second_opinion(british, "topsis").evaluation.contributions).all()


def test_that_the_scenario_keeps_its_own_aggregation(british):
    other = by_second_opinion(british, "topsis")
    assert other.scenario is british.scenario
    assert other.evaluation.aggregation.method == "additive"
    assert (other.second_opinion, british.second_opinion) == ("topsis", "")
