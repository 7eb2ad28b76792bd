"""SMAA-2: analytic cases, consistency of the counts, determinism, progress."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import norm

from advisor.core import sampling
from advisor.core.aggregation import Aggregation
from advisor.core.evaluation import evaluate, value_matrix
from advisor.core.robustness import CHUNK, pairwise_wins, rank_order, robustness
from advisor.core.sampling import sample_weights, score_noise, standard_draws, value_moments
from advisor.core.screening import Bound, Facts, screen
from advisor.core.weighting import resolve_weights
from tests.examples import tried_with

NAN = np.nan
PERCENT = 0.015  # three standard errors of a share near a half at 10,000 draws


@pytest.fixture(scope="module")
def trade_off(ranking, criteria):
    """Two alternatives: the first leads on c0 by 0.4, the second on c1 by 0.5; two themes."""
    return ranking([[0.7, 0.2], [0.3, 0.7]], criteria(2, themes=["x", "y"]), weights=[3, 2])


def test_that_two_criteria_give_the_analytic_probability(trade_off):
    # The first wins if 0.4 w0 > 0.5 w1, that is ln(w0/w1) > ln(5/4); with lognormal factors
    # ln(w0/w1) is normal with mean ln(3/2) and standard deviation spread * sqrt(2).
    for spread in (0.1, 0.3, 1.0):
        expected = norm.cdf((np.log(3 / 2) - np.log(5 / 4)) / (spread * np.sqrt(2)))
        assert robustness(trade_off, spread=spread).p_first[0] == pytest.approx(expected, abs=PERCENT)


def test_that_weights_within_a_theme_vary_as_much_as_those_of_themes(ranking, criteria):
    table = [[0.7, 0.2], [0.3, 0.7]]
    apart = robustness(ranking(table, criteria(2, themes=["x", "y"]), weights=[3, 2]))
    together = robustness(ranking(table, criteria(2), weights=[3, 2]))
    assert together.p_first[0] == pytest.approx(apart.p_first[0], abs=2 * PERCENT)


def test_that_an_interval_gives_the_analytic_probability(ranking):
    # One criterion: a0 is 0.5 with certainty, a1 is 0.45 between 0.35 and 0.55. Swanson's
    # rule: mean 0.45, variance 0.3 * 0.1**2 * 2.
    result = ranking([[0.5], [0.45]], low=[[NAN], [0.35]], high=[[NAN], [0.55]])
    expected = norm.cdf(0.05 / np.sqrt(0.6 * 0.1**2))
    assert robustness(result).p_first[0] == pytest.approx(expected, abs=PERCENT)


def test_that_counts_agree_with_drawing_every_cell(ranking, criteria):
    rng = np.random.default_rng(3)
    figures = rng.uniform(0.4, 0.6, (6, 8))
    margin = rng.uniform(0.02, 0.1, (6, 8))
    themes = ["x", "x", "x", "y", "y", "z", "z", "z"]
    result = ranking(figures, criteria(8, themes=themes), low=figures - margin, high=figures + margin)
    drawn = standard_draws(99, 20_000, 3, 8)
    tops, within = sample_weights(result.weights, drawn, 0.3)
    sd = np.sqrt(0.6) * margin  # Swanson's rule again
    cells = figures + sd * rng.standard_normal((20_000, 6, 8))
    scores = np.einsum("dij,dj->di", cells, within * tops[:, result.weights.theme_of])
    expected = np.bincount(scores.argmax(axis=1), minlength=6) / 20_000
    assert robustness(result).p_first == pytest.approx(expected, abs=PERCENT)


@pytest.mark.parametrize("aggregation", [Aggregation(), Aggregation("geometric", 0.0)])
def test_that_without_doubt_the_headline_ranking_is_certain(ranking, criteria, aggregation):
    table = np.random.default_rng(5).uniform(0.1, 0.9, (9, 4))
    result = ranking(table, criteria(4, themes=["x", "x", "y", "z"]), aggregation=aggregation)
    sure = robustness(result, draws=500, spread=0.0)
    assert sure.rows.tolist() == result.order.tolist()
    assert sure.acceptability == pytest.approx(np.eye(9))
    assert sure.rank_low.tolist() == sure.rank_high.tolist() == result.ranks.tolist()
    assert sure.confidence[result.order[0]] == 1.0


@pytest.mark.parametrize("aggregation", [Aggregation(), Aggregation("geometric", 0.0)])
def test_that_identical_alternatives_share_the_first_rank_evenly(ranking, criteria, aggregation):
    table, two = [[0.5, 0.5]] * 4, criteria(2, themes=["x", "y"])
    shares = robustness(ranking(table, two, aggregation=aggregation)).p_first
    assert shares == pytest.approx(np.full(4, 0.25), abs=PERCENT)


@tried_with(20)
@given(
    arrays(np.float64, (7, 5), elements=st.floats(0, 1)),
    st.lists(st.floats(0.01, 10), min_size=5, max_size=5),
    st.sampled_from([Aggregation(), Aggregation("geometric"), Aggregation("geometric", 0.0)]),
    st.floats(0, 2),
)
def test_that_every_alternative_has_one_rank_and_every_rank_one_alternative(
    ranking, criteria, figures, weights, aggregation, spread
):
    judged = criteria(5, themes=["x", "x", "y", "z", "z"])
    evaluation = ranking(figures, judged, weights, aggregation=aggregation, low=figures - 0.1, high=figures)
    result = robustness(evaluation, draws=300, spread=spread)
    assert result.acceptability.sum(axis=0) == pytest.approx(np.ones(7))
    assert result.acceptability.sum(axis=1) == pytest.approx(np.ones(7))
    assert result.p_first.sum() == pytest.approx(1.0)
    assert (result.p_first <= result.p_top3).all()
    assert (result.p_top3 <= result.p_top5).all()
    assert (result.rank_low <= result.rank_high).all()
    assert (result.rank_low >= 1).all()
    assert (result.rank_high <= 7).all()
    won = result.p_first > 0
    assert np.isnan(result.central[~won]).all()
    assert result.central[won].sum(axis=1) == pytest.approx(np.ones(won.sum()), abs=1e-5)


def test_that_the_same_seed_gives_the_same_answer_and_another_seed_another(trade_off):
    first, again = robustness(trade_off, 1000, seed=5), robustness(trade_off, 1000, seed=5)
    assert first.acceptability.tolist() == again.acceptability.tolist()
    assert first.confidence.tolist() == again.confidence.tolist()
    assert first.central.tolist() == again.central.tolist()
    assert robustness(trade_off, 1000, seed=6).central.tolist() != first.central.tolist()


def test_that_fewer_draws_are_the_first_of_more():
    few, many = standard_draws(4, 10, 2, 3), standard_draws(4, 30, 2, 3)
    for name in ("themes", "criteria"):
        assert getattr(few, name).tolist() == getattr(many, name)[:10].tolist()
    ten, thirty = (np.concatenate(list(score_noise(4, count, 5, 7))) for count in (10, 30))
    assert ten.tolist() == thirty[:10].tolist()


def test_that_noise_that_is_not_kept_is_the_same(monkeypatch):
    kept = np.concatenate(list(score_noise(4, 30, 5, 7)))
    monkeypatch.setattr(sampling, "KEPT_DRAWS", 0)
    assert np.concatenate(list(score_noise(4, 30, 5, 7))).tolist() == kept.tolist()


@pytest.mark.parametrize("aggregation", [Aggregation(), Aggregation("geometric")])
def test_that_many_alternatives_are_counted_as_few_are(ranking, criteria, monkeypatch, aggregation):
    rng = np.random.default_rng(11)
    figures = rng.uniform(0.4, 0.6, (40, 6))
    judged = criteria(6, themes=["x", "x", "y", "y", "z", "z"])
    evaluation = ranking(figures, judged, aggregation=aggregation, low=figures - 0.1, high=figures + 0.1)
    few = robustness(evaluation, 1200)
    monkeypatch.setattr("advisor.core.robustness.LARGE", 10)
    monkeypatch.setattr(sampling, "KEPT_DRAWS", 0)
    many = robustness(evaluation, 1200)
    assert (few.counts == many.counts).all()
    assert few.confidence.tolist() == pytest.approx(many.confidence.tolist(), nan_ok=True)
    assert few.p_top3.tolist() == many.p_top3.tolist()


def test_that_thousands_of_alternatives_leave_room_in_memory(ranking, criteria):
    figures = np.random.default_rng(1).uniform(size=(3_000, 4))
    evaluation = ranking(figures, criteria(4), low=figures - 0.1, high=figures + 0.1)
    tracemalloc.start()
    result = robustness(evaluation, 1_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert result.counts.dtype == np.uint16
    assert peak < 80e6  # shares of 3,000 by 3,000 in full precision alone would be 72 MB


def test_that_a_small_move_of_a_weight_moves_the_shares_a_little_and_one_way(ranking, criteria):
    table, two = [[0.7, 0.2], [0.3, 0.7]], criteria(2, themes=["x", "y"])
    shares = [robustness(ranking(table, two, weights=[w, 2]), 2000).p_first[0] for w in (3, 3.01, 3.02, 3.03)]
    assert shares == sorted(shares)
    assert shares[-1] - shares[0] < 0.02


def test_that_weights_have_no_scale(ranking, criteria):
    table, two = [[0.7, 0.2], [0.3, 0.7]], criteria(2, themes=["x", "y"])
    one, hundred = (ranking(table, two, weights=w) for w in ([3, 2], [300, 200]))
    assert robustness(one, 500).p_first == pytest.approx(robustness(hundred, 500).p_first)


def test_that_a_weight_of_nothing_stays_nothing(ranking, criteria):
    evaluation = ranking([[1.0, 0.0], [0.0, 1.0]], criteria(2, themes=["x", "y"]), weights=[1, 0])
    result = robustness(evaluation, 500, spread=2.0)
    assert result.p_first.tolist() == [1.0, 0.0]
    assert result.central[0].tolist() == [1.0, 0.0]


def test_that_only_ranked_alternatives_take_part(matrix, criteria):
    table = [[0.9, 0.9], [0.5, 0.5], [0.6, NAN], [0.4, 0.4]]
    valued = value_matrix(matrix(table, criteria(2)))
    facts = Facts(figures={"x": np.array([0.0, 1.0, 1.0, 1.0])})
    screening = screen(4, [Bound("x", ">=", 1.0)], facts)
    result = robustness(evaluate(valued, resolve_weights(valued.criteria), None, screening), 200)
    assert result.rows.tolist() == [1, 3]
    assert result.p_first[[1, 3]].tolist() == [1.0, 0.0]
    assert np.isnan(result.p_first[[0, 2]]).all()
    assert result.rank_low.tolist() == [0, 1, 0, 2]


def test_that_nobody_ranked_gives_empty_counts(matrix):
    valued = value_matrix(matrix([[0.5], [0.6]]))
    screening = screen(2, [Bound("x", ">=", 1.0)], Facts(figures={"x": np.zeros(2)}))
    result = robustness(evaluate(valued, resolve_weights(valued.criteria), None, screening), 100)
    assert result.acceptability.shape == (0, 0)
    assert np.isnan(result.p_top5).all()
    assert result.rank_high.tolist() == [0, 0]


def test_that_central_weights_favour_what_the_winner_is_good_at(trade_off):
    result = robustness(trade_off, spread=0.5)
    assert result.central[0, 0] > 0.6 > result.central[1, 0]
    assert result.confidence.tolist() == [1.0, 1.0]  # values are certain, so right weights decide


@pytest.mark.parametrize("aggregation", [Aggregation(), Aggregation("geometric")])
def test_that_pairwise_shares_complement_each_other_and_agree_with_the_counts(ranking, criteria, aggregation):
    table, two = [[0.7, 0.2], [0.3, 0.7]], criteria(2, themes=["x", "y"])
    evaluation = ranking(
        table, two, weights=[3, 2], aggregation=aggregation, low=table, high=np.add(table, 0.1)
    )
    wins = pairwise_wins(evaluation, np.array([1, 0]))
    assert wins[0, 1] + wins[1, 0] == pytest.approx(1.0)
    assert wins[0, 1] == pytest.approx(robustness(evaluation).p_first[1], abs=1e-4)
    assert np.isnan(np.diag(wins)).all()


def test_that_an_imputed_cell_is_as_doubtful_as_its_peers_differ(matrix):
    figures = [[0.2], [0.4], [0.6], [0.8], [NAN]]
    mean, variance = value_moments(value_matrix(matrix(figures)))
    assert mean[:4, 0].tolist() == pytest.approx([0.2, 0.4, 0.6, 0.8])
    assert variance[:4, 0].tolist() == [0.0] * 4
    low, high = np.percentile([0.2, 0.4, 0.6, 0.8], [10, 90])
    assert mean[4, 0] == pytest.approx(0.5)
    assert variance[4, 0] == pytest.approx(0.6 * ((high - low) / 2) ** 2)


def test_that_a_cell_at_a_goalpost_can_only_be_worse_than_its_headline(matrix):
    mean, _ = value_moments(value_matrix(matrix([[1.2]], low=[[0.8]], high=[[1.6]])))
    assert mean[0, 0] == pytest.approx(0.3 * 0.8 + 0.4 + 0.3)


def test_that_progress_is_told_and_a_stop_is_obeyed(trade_off):
    told: list[float] = []

    def keep_going(share: float) -> bool:
        told.append(share)
        return len(told) < 2

    assert robustness(trade_off, 4 * CHUNK, keep_going=keep_going) is None
    assert told == [0.25, 0.5]
    told.clear()
    assert robustness(trade_off, CHUNK + 1, keep_going=lambda share: not told.append(share)) is not None  # type: ignore[func-returns-value]
    assert told[-1] == 1.0


@given(arrays(np.float32, (3, 9), elements=st.floats(0, 1, width=32)))
def test_that_the_packed_sort_orders_as_a_plain_sort(scores):
    order = rank_order(scores)
    assert np.sort(order, axis=1).tolist() == [list(range(9))] * 3
    ordered = np.take_along_axis(scores, order, axis=1)
    assert (np.diff(ordered, axis=1) <= 1e-6).all()


def test_that_the_packed_sort_takes_one_alternative_and_scores_out_of_range():
    assert rank_order(np.array([[0.5]], dtype=np.float32)).tolist() == [[0]]
    assert rank_order(np.array([[-9.0, 9.0, 0.5]], dtype=np.float32)).tolist() == [[1, 2, 0]]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"draws": 0}, "The number of draws is 0: it must be 1 or more."),
        ({"seed": -1}, "The seed is -1: it must be 0 or more."),
        ({"spread": -0.1}, "The spread is -0.1: it must be 0 or more."),
        ({"spread": NAN}, "The spread is nan: it must be 0 or more."),
    ],
)
def test_that_impossible_options_say_what_is_wrong(trade_off, options, message):
    with pytest.raises(ValueError) as caught:
        robustness(trade_off, **options)
    assert str(caught.value) == message
