"""TOPSIS, PROMETHEE II, and how other methods compare with the headline."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import kendalltau

from advisor.core.aggregation import Aggregation
from advisor.core.aggregation.methods.promethee import NetFlows, preference_degree, unicriterion_flows
from advisor.core.aggregation.methods.topsis import topsis
from advisor.core.criteria import Criterion, Preference, check_preference
from advisor.core.evaluation import value_matrix
from advisor.core.second_opinions import judge, kendall_tau, second_opinions, upward_figures
from advisor.core.value_functions import Direction, LinearValue, PiecewiseValue
from tests.examples import tried_with

NAN = np.nan


def test_that_the_fighter_aircraft_example_of_topsis_is_reproduced():
    # Hwang & Yoon 1981, Multiple Attribute Decision Making: four aircraft judged on speed, range,
    # payload, cost (less is better), reliability and manoeuvrability.
    figures = np.array(
        [
            [2.0, 1500, 20_000, -5.5, 5, 9],
            [2.5, 2700, 18_000, -6.5, 3, 5],
            [1.8, 2000, 21_000, -4.5, 7, 7],
            [2.2, 1800, 20_000, -5.0, 5, 5],
        ]
    )
    weights = np.array([0.2, 0.1, 0.1, 0.1, 0.2, 0.3])
    assert topsis(figures, weights) == pytest.approx([0.643, 0.268, 0.613, 0.312], abs=1e-3)


def test_that_the_topsis_example_of_tzeng_and_huang_is_reproduced():
    # Tzeng & Huang 2011, Multiple Attribute Decision Making: Methods and Applications, CRC Press.
    figures = np.array([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], dtype=float)
    closeness = topsis(figures, np.array([0.3, 0.4, 0.3]))
    assert closeness == pytest.approx([0.5037, 0.6581, 0.7482, 0.3340], abs=1e-4)


def test_that_topsis_of_equals_is_one_half():
    assert topsis(np.ones((3, 2)), np.array([0.5, 0.5])).tolist() == [0.5] * 3
    assert topsis(np.zeros((2, 1)), np.array([1.0])).tolist() == [0.5] * 2


def test_that_a_difference_of_decimals_does_not_exceed_the_threshold_that_it_equals():
    rents = -np.array([[4.1], [4.3], [4.6]])  # 4.3 - 4.1 is above 0.2 in the last bit
    flows = unicriterion_flows(rents, [Preference("u-shape", q=0.2)])
    assert flows[:, 0] == pytest.approx([0.5, 0.5, -1.0])
    assert unicriterion_flows(rents, [Preference("level", q=0.2, p=0.5)])[:, 0] == pytest.approx(
        [0.25, 0.25, -0.5]
    )


def test_that_sums_that_are_equal_but_for_rounding_are_preferred_to_none():
    flows = unicriterion_flows(np.array([[0.1 + 0.2], [0.3]]), [Preference()])
    assert flows[:, 0].tolist() == [0.0, 0.0]


POWER_STATIONS = np.array(
    [
        [-80, 90, -6, -5.4, -8, 5],
        [-65, 58, -2, -9.7, -1, 1],
        [-83, 60, -4, -7.2, -4, 7],
        [-40, 80, -10, -7.5, -7, 10],
        [-52, 72, -6, -2.0, -3, 8],
        [-94, 96, -7, -3.6, -5, 6],
    ]
)
SHAPES = (
    Preference("u-shape", q=10),
    Preference("v-shape", p=30),
    Preference("linear", q=0.5, p=5),
    Preference("level", q=1, p=6),
    Preference("usual"),
    Preference("gaussian", s=5),
)


def test_that_the_power_station_example_of_promethee_is_reproduced():
    # Brans, Vincke & Mareschal 1986, EJOR 24(2), 228-238: six sites, six criteria, all six preference
    # functions, equal weights; the published preference indices.
    published = np.array(
        [
            [0.000, 0.296, 0.250, 0.268, 0.100, 0.185],
            [0.462, 0.000, 0.389, 0.333, 0.296, 0.500],
            [0.236, 0.180, 0.000, 0.333, 0.056, 0.429],
            [0.399, 0.505, 0.305, 0.000, 0.223, 0.212],
            [0.444, 0.515, 0.487, 0.380, 0.000, 0.448],
            [0.286, 0.399, 0.250, 0.432, 0.133, 0.000],
        ]
    )
    degrees = [
        preference_degree(column[:, None] - column, shape)
        for column, shape in zip(POWER_STATIONS.T, SHAPES, strict=True)
    ]
    assert np.mean(degrees, axis=0) == pytest.approx(published, abs=1.5e-3)
    net = NetFlows(unicriterion_flows(POWER_STATIONS, SHAPES)).scores(np.full(6, 1 / 6)) / 100
    assert net == pytest.approx((published.sum(axis=1) - published.sum(axis=0)) / 5, abs=2e-3)
    assert np.argsort(-net).tolist() == [4, 1, 3, 5, 2, 0]


@pytest.mark.parametrize(
    ("shape", "degrees"),
    [
        (Preference("usual"), [0, 0, 1, 1, 1, 1]),
        (Preference("u-shape", q=2), [0, 0, 0, 0, 1, 1]),
        (Preference("v-shape", p=4), [0, 0, 0.25, 0.5, 0.75, 1]),
        (Preference("level", q=1, p=3), [0, 0, 0, 0.5, 0.5, 1]),
        (Preference("linear", q=1, p=3), [0, 0, 0, 0.5, 1, 1]),
        (Preference("gaussian", s=2), [0, 0, *(1 - np.exp(-np.array([1, 4, 9, 25]) / 8))]),
    ],
)
def test_that_the_six_preference_functions_have_their_shapes(shape, degrees):
    assert preference_degree(np.array([-5.0, 0, 1, 2, 3, 5]), shape) == pytest.approx(degrees)


@pytest.mark.parametrize(
    ("preference", "message"),
    [
        (
            Preference("v-shape"),
            "The preference function of 'x' is v-shape: it needs",
        ),
        (
            Preference("level", q=2, p=2),
            "The preference function of 'x' is level: p (2) must be above q",
        ),
        (Preference("linear", q=2), "The preference function of 'x' is linear: p (0) must be above q"),
        (
            Preference("gaussian"),
            "The preference function of 'x' is gaussian: it needs",
        ),
        (Preference("u-shape", q=-1), "The preference function of 'x' has a threshold below 0."),
        (Preference("u-shape", q=NAN), "The preference function of 'x' has a threshold below 0."),
    ],
)
def test_that_impossible_thresholds_say_what_is_wrong(preference, message):
    with pytest.raises(ValueError) as caught:
        check_preference(preference, "x")
    assert str(caught.value).startswith(message)


@given(arrays(np.float64, (6, 6), elements=st.floats(-100, 100)))
def test_that_net_flows_sum_to_nothing_and_stay_within_one(figures):
    flows = unicriterion_flows(figures, SHAPES)
    assert flows.sum(axis=0) == pytest.approx(np.zeros(6), abs=1e-9)
    assert (np.abs(flows) <= 1 + 1e-12).all()


@given(
    arrays(np.float64, (5, 4), elements=st.floats(0.1, 1)),
    st.integers(0, 4),
    st.integers(0, 3),
    st.floats(0, 1),
)
def test_that_raising_a_figure_never_lowers_the_net_flow(figures, row, column, rise):
    raised = figures.copy()
    raised[row, column] += rise
    shapes, weights = (Preference(), SHAPES[1], Preference("linear", p=0.3), SHAPES[5]), np.full(4, 0.25)
    before, after = (NetFlows(unicriterion_flows(f, shapes)).scores(weights)[row] for f in (figures, raised))
    assert after >= before - 1e-10


def test_that_one_alternative_alone_has_no_flow():
    assert unicriterion_flows(np.array([[3.0]]), (Preference(),)).tolist() == [[0.0]]


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), min_size=2, max_size=12))
def test_that_kendalls_tau_is_that_of_scipy(pairs):
    x, y = np.array(pairs).T
    expected = kendalltau(x, y).statistic
    assert kendall_tau(x, y) == pytest.approx(expected, nan_ok=True)


def _raw_matrix(matrix, values, functions):
    judged = tuple(
        Criterion(f"c{j}", f, preference=Preference("u-shape", q=1)) for j, f in enumerate(functions)
    )
    return matrix(values, judged)


def test_that_methods_see_raw_figures_of_which_more_is_better(matrix):
    functions = (
        LinearValue(0, 10, Direction.UP),
        LinearValue(0, 10, Direction.DOWN),
        PiecewiseValue(((0, 1.0), (10, 0.0))),
        PiecewiseValue(((0, 0.0), (5, 1.0), (10, 0.0))),
        LinearValue(0, 10, Direction.UP),
    )
    valued = value_matrix(_raw_matrix(matrix, [[20.0, 20.0, 20.0, 4.0, NAN]], functions))
    figures, preferences = upward_figures(valued)
    assert figures[0].tolist() == pytest.approx([20.0, -20.0, -20.0, 0.8, 0.0])
    assert [p.shape for p in preferences] == ["u-shape", "u-shape", "u-shape", "usual", "u-shape"]


@tried_with(30)
@given(
    arrays(np.float64, (6, 4), elements=st.floats(0.01, 1)),
    st.lists(st.floats(0.1, 5), min_size=4, max_size=4),
)
def test_that_every_opinion_ranks_all_and_names_its_largest_disagreement(ranking, criteria, values, weights):
    evaluation = ranking(values, criteria(4, themes=["x", "x", "y", "z"]), weights)
    opinions = second_opinions(evaluation)
    assert [o.method for o in opinions] == ["geometric", "equal-weights", "topsis", "promethee"]
    for opinion in opinions:
        assert (opinion.ranks >= 1).all()
        apart = np.abs(opinion.ranks - evaluation.ranks)
        if opinion.disagreement is None:
            assert not apart.any()
            continue
        found = opinion.disagreement
        assert apart[found.row] == apart.max()
        assert found.headline_rank == evaluation.ranks[found.row]
        assert found.opinion_rank == opinion.ranks[found.row]
        assert found.apart_without <= apart.max()
        assert (found.criterion == "") == (found.apart_without == apart.max())


def test_that_the_headlines_own_method_gives_the_headline(ranking, criteria):
    values = np.random.default_rng(2).uniform(size=(7, 4))
    for aggregation in (Aggregation(), Aggregation("geometric", 0.1)):
        evaluation = ranking(values, criteria(4, themes=["x", "x", "y", "z"]), aggregation=aggregation)
        again = judge(evaluation).by(aggregation.method).scores(evaluation.weights.flat)
        assert again == pytest.approx(evaluation.scores)
        assert aggregation.method not in [o.method for o in second_opinions(evaluation)]


def test_that_the_criterion_behind_a_disagreement_is_found(ranking, criteria):
    # Equal weights lift the second, which is good at nothing but c2, a criterion of little weight.
    table = [[0.6, 0.6, 0.1], [0.5, 0.5, 1.0], [0.55, 0.55, 0.2]]
    evaluation = ranking(table, criteria(3), weights=[49, 49, 2])
    opinion = next(o for o in second_opinions(evaluation) if o.method == "equal-weights")
    assert evaluation.ranks.tolist() == [1, 3, 2]
    assert opinion.ranks.tolist() == [2, 1, 2]
    assert opinion.disagreement is not None
    assert (opinion.disagreement.row, opinion.disagreement.criterion) == (1, "c2")
    assert opinion.disagreement.apart_without == 0


def test_that_only_ranked_alternatives_are_judged(ranking, criteria):
    evaluation = ranking([[0.9, 0.2], [0.5, NAN], [0.1, 0.3]], criteria(2))
    opinion = second_opinions(evaluation)[-1]
    assert opinion.ranks.tolist() == [1, 0, 1]
    assert np.isnan(opinion.scores[1])


def test_that_nobody_ranked_gives_no_opinion(ranking, criteria):
    opinions = second_opinions(ranking([[0.9, NAN], [0.5, NAN]], criteria(2)))
    assert all(o.disagreement is None and np.isnan(o.tau) for o in opinions)
