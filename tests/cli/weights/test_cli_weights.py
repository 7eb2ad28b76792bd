"""``weights roc`` and ``weights ahp``: weights and consistency from the command line."""

from __future__ import annotations

import json

import pytest

from advisor.cli.main import main


def told(capfdbinary, *arguments):
    assert main(["weights", *arguments, "--json"]) == 0
    return json.loads(capfdbinary.readouterr().out)


def matrix(tmp_path, text):
    path = tmp_path / "m.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_that_centroid_weights_of_four_are_those_of_the_literature(capfdbinary):
    # Rank k of n weighs (1/k + ... + 1/n) / n (Edwards & Barron 1994, SMARTER).
    document = told(capfdbinary, "roc", "a,b,c,d")
    assert {name: round(w, 4) for name, w in document["weights"].items()} == {
        "a": 0.5208,
        "b": 0.2708,
        "c": 0.1458,
        "d": 0.0625,
    }


def test_that_level_ids_share_the_weights_of_their_ranks(capfdbinary):
    weights = told(capfdbinary, "roc", "a, b = c ,d")["weights"]
    assert weights["b"] == weights["c"] == pytest.approx((0.27083 + 0.14583) / 2, abs=1e-4)
    assert sum(weights.values()) == pytest.approx(1.0)


def test_that_consistent_comparisons_give_their_ratios(capfdbinary, tmp_path):
    document = told(capfdbinary, "ahp", matrix(tmp_path, ",a,b,c\na,1,2,6\nb,1/2,1,3\nc,1/6,1/3,1\n"))
    assert document["weights"] == pytest.approx({"a": 0.6, "b": 0.3, "c": 0.1})
    assert document["consistency_ratio"] == pytest.approx(0.0, abs=1e-9)
    assert document["consistent"] is True
    assert document["most_inconsistent"] is None


@pytest.mark.parametrize(
    "text",
    [
        "a,b,c\n1,2,6\n,1,3\n,,1\n",  # no names in front, one side only
        ",a,b,c\na,,2,6\nb,,,3\nc,,,\n",  # diagonal left blank
        "\ufeff,a,b,c\r\na,1,2,6\r\nb,0.5,1,3\r\n\r\nc,0.1667,0.3333,1\r\n",  # as a spreadsheet saves it
        "thing,a,b,c\na,1,2,6\nb,1/2,1,3\nc,1/6,1/3,1\n",
    ],
)
def test_that_a_matrix_may_be_written_in_several_ways(capfdbinary, tmp_path, text):
    document = told(capfdbinary, "ahp", matrix(tmp_path, text))
    assert document["weights"] == pytest.approx({"a": 0.6, "b": 0.3, "c": 0.1}, abs=1e-4)


def test_that_a_contradiction_is_pointed_out(capfdbinary, tmp_path):
    path = matrix(tmp_path, ",a,b,c\na,1,3,1/5\nb,,1,3\nc,,,1\n")
    document = told(capfdbinary, "ahp", path)
    assert document["consistency_ratio"] > 0.1
    assert document["consistent"] is False
    worst = document["most_inconsistent"]
    assert (worst["first"], worst["second"], worst["third"]) == ("a", "b", "c")
    assert worst["said"] == pytest.approx([3.0, 3.0, 0.2])
    assert main(["weights", "ahp", path]) == 0
    text = capfdbinary.readouterr().out.decode("utf-8")
    assert worst["sentence"] in text
    assert "above 0.10" in text


def test_that_the_text_can_be_typed_back(capfdbinary):
    assert main(["weights", "roc", "cost,people"]) == 0
    assert "cost=75 people=25" in capfdbinary.readouterr().out.decode("utf-8")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        (",a,b\na,1,x\nb,,1\n", "line 2, 'b': 'x' is not a number"),
        (",a,b\na,1,1/0\nb,,1\n", "'1/0' is not a number"),
        (",a,b\na,1,-2\nb,,1\n", "not above 0"),
        (",a,b\na,1,2\n", "1 rows of comparisons for the 2 names"),
        (",a,b\nb,1,2\na,,1\n", "'b' stands where 'a' should"),
        (",a,a\na,1,2\na,,1\n", "a name of its own"),
        (",a,b\na,2,2\nb,,1\n", "with itself must be 1"),
        (",a,b\na,1,2,3\nb,,1\n", "more cells than names"),
        (",a,b\na,1,\nb,,1\n", "is missing"),
        (",a,b\na,1,20\nb,,1\n", "between 1/9 and 9"),
        (",a,b\na,1,3\nb,3,1\n", "not reciprocal"),
    ],
)
def test_that_a_broken_matrix_gives_one_line_with_its_place(capfd, tmp_path, text, message):
    assert main(["weights", "ahp", matrix(tmp_path, text)]) == 2
    out, err = capfd.readouterr()
    assert message in err
    assert err.count("\n") == 1
    assert out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["weights"], "required"),
        (["weights", "roc", "a,,b"], "has a blank id"),
        (["weights", "roc", "a,b,a"], "'a' is ranked twice"),
        (["weights", "ahp", "nowhere.csv"], "cannot be read"),
    ],
)
def test_that_bad_input_gives_exit_code_2_and_one_line(capfd, arguments, message):
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert message in err
    assert err.count("\n") == 1
    assert out == ""
