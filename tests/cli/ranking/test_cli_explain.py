"""``explain A B``: what it says is what re-ranking confirms."""

from __future__ import annotations

import json

import numpy as np
import pytest

from advisor.cli.main import main
from advisor.core.flips import moved, reweighted
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario

PAIR = ("explain", "ZAF", "IND", "--home", "GBR", "--function", "customer-support")


def explained(capfdbinary, *arguments):
    assert main([*arguments, "--json"]) == 0
    return json.loads(capfdbinary.readouterr().out)


def text_of(capfdbinary, *arguments):
    assert main(list(arguments)) == 0
    return capfdbinary.readouterr().out.decode("utf-8")


@pytest.mark.parametrize("method", ["additive", "geometric"])
def test_that_contributions_are_sorted_and_sum_to_the_difference(capfdbinary, method):
    document = explained(capfdbinary, *PAIR, "--aggregation", method)
    parts = [entry["contribution"] for entry in document["contributions"]]
    assert sum(parts) == pytest.approx(document["difference"])
    assert sum(entry["contribution"] for entry in document["themes"]) == pytest.approx(document["difference"])
    assert parts == sorted(parts, reverse=True)
    assert document["a"]["score"] - document["b"]["score"] == pytest.approx(document["difference"])


def test_that_how_sure_the_lead_is_can_be_repeated(capfdbinary):
    likelihood = explained(capfdbinary, *PAIR)["likelihood"]
    assert likelihood["a_higher"] + likelihood["b_higher"] == pytest.approx(1.0)
    assert (likelihood["draws"], likelihood["seed"], likelihood["spread"]) == (10_000, 1, 0.3)
    assert explained(capfdbinary, *PAIR)["likelihood"] == likelihood


def test_that_every_flip_makes_the_two_level_when_ranked_again(capfdbinary, default_pack):
    document = explained(capfdbinary, *PAIR)
    evaluation = Assessor(default_pack).assess(default_scenario(default_pack)).evaluation
    ids = [criterion.id for criterion in evaluation.criteria]
    values = evaluation.valued.values[[evaluation.row("ZAF"), evaluation.row("IND")]]
    assert document["flips"]
    for flip in document["flips"]:
        j = ids.index(flip["criterion"])
        assert flip["weight_now"] == pytest.approx(evaluation.weights.flat[j])
        weights = reweighted(evaluation.weights, moved(evaluation.weights.flat, j, flip["weight_needed"]))
        scores = evaluation.aggregation.scores(values, weights)
        assert scores[0] == pytest.approx(scores[1], abs=1e-9)
    changed = evaluation.weights.flat.copy()
    for change in document["smallest_change"]["changes"]:
        changed[ids.index(change["criterion"])] = change["weight_needed"]
    assert changed.sum() == pytest.approx(1.0)
    assert np.abs(changed - evaluation.weights.flat).sum() == pytest.approx(
        document["smallest_change"]["distance"]
    )
    assert values[0] @ changed == pytest.approx(values[1] @ changed)


def test_that_a_flip_of_a_generic_pack_can_be_typed_back_as_a_weight(capfdbinary, write_pack):
    # a leads b by (0.3 - 0.2) / 2; quality needs 40 % for a tie: 0.4 * 0.3 = 0.6 * 0.2.
    folder = str(write_pack())
    document = explained(capfdbinary, "explain", "a", "b", "--pack", folder)
    assert document["difference"] == pytest.approx(5.0)
    needed = {flip["criterion"]: flip["weight_needed"] for flip in document["flips"]}
    assert needed == pytest.approx({"quality": 0.4, "price": 0.6})
    assert document["smallest_change"]["distance"] == pytest.approx(0.2)
    level = explained(
        capfdbinary, *("explain", "a", "b", "--pack", folder, "--weight", "quality=0.4", "price=0.6")
    )
    assert level["difference"] == pytest.approx(0.0, abs=1e-9)


def test_that_who_is_better_nowhere_cannot_be_put_ahead(capfdbinary, write_pack):
    folder = str(write_pack())
    document = explained(capfdbinary, "explain", "c", "a", "--pack", folder)
    assert document["difference"] < 0
    assert (document["flips"], document["smallest_change"]) == ([], None)
    text = text_of(capfdbinary, "explain", "c", "a", "--pack", folder)
    assert "Alpha leads Gamma" in text
    assert "No change of weights" in text


def test_that_locations_are_found_by_name_and_the_scenario_may_follow(capfdbinary, tmp_path, default_pack):
    from advisor.scenario.study.defaults import default_study
    from advisor.scenario.study.files import write_study

    file = tmp_path / "x.advisor"
    write_study(default_study(default_pack), file)
    by_name = text_of(capfdbinary, "explain", "South Africa", "poland", str(file))
    assert by_name == text_of(capfdbinary, "explain", "ZAF", "POL", *PAIR[3:])
    assert by_name.splitlines()[2].startswith("South Africa leads Poland by")
    assert "Smallest joint change" in by_name


def test_that_a_location_without_a_rank_is_explained_and_marked(capfdbinary):
    document = explained(capfdbinary, "explain", "IRN", "IND", "--home", "GBR")
    assert document["a"]["rank"] is None
    assert document["a"]["status"] == "excluded"
    assert "Iran is not ranked" in text_of(capfdbinary, "explain", "IRN", "IND", "--home", "GBR")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["explain", "ZAF"], "required: B"),
        (["explain", "ZAF", "XXX"], "There is no location 'XXX'"),
        (["explain", "Polan", "ZAF"], "Did you mean 'Poland'"),
        (["explain", "ZAF", "zaf"], "the same location"),
        (["explain", "ZAF", "IND", "--aggregation", "topsis"], "takes additive or geometric"),
        (["explain", "ZAF", "IND", "none.advisor"], "There is no file"),
    ],
)
def test_that_bad_input_gives_exit_code_2_and_one_line(capfd, arguments, message):
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert message in err
    assert err.count("\n") == 1
    assert out == ""
