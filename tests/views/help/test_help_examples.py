"""The numbers in the help are those of the engine: every example is computed again, in every language."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from advisor.core.aggregation.methods.additive import Additive
from advisor.core.aggregation.methods.geometric import Geometric
from advisor.core.aggregation.methods.promethee import unicriterion_flows
from advisor.core.aggregation.methods.topsis import topsis
from advisor.core.ahp import pairwise_comparisons
from advisor.core.criteria import Preference
from advisor.core.elicitation import centroid_weights, swing_weights
from advisor.core.flips import flip_weights
from advisor.core.group import _borda, kendall_w
from advisor.core.value_functions import Direction, LinearValue, LogValue
from advisor.core.weighting import Weights
from advisor.paths import HELP

Rows = Sequence[Sequence[str]]
TABLE = re.compile(r'<a id="(example-[a-z]+)"></a>\n\n((?:\|.*\n)+)')
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
LANGUAGES = sorted(folder.name for folder in HELP.iterdir() if (folder / "README.md").is_file())
TEXTS = {
    (language, path.name): path.read_text(encoding="utf-8")
    for language in LANGUAGES
    for path in (HELP / language).glob("method-*.md")
}
TABLES = {
    (language, name): [
        [DECIMAL_COMMA.sub(".", cell.strip()) for cell in line.strip("|\n").split("|")]
        for line in table.splitlines()[2:]
    ]
    for (language, _page), text in TEXTS.items()
    for name, table in TABLE.findall(text)
}
SCALES: dict[str, tuple[type[LinearValue | LogValue], Direction]] = {
    "linear up": (LinearValue, Direction("up")),
    "log down": (LogValue, Direction("down")),
    "lineal creciente": (LinearValue, Direction("up")),
    "logarítmica decreciente": (LogValue, Direction("down")),
}


def numbers(row: Sequence[str]) -> list[float]:
    return [float(cell) for cell in row if cell]


def values(rows: Rows) -> list[list[float]]:
    found = []
    for _, figure, lower, upper, scale, _ in rows:
        function, direction = SCALES[scale]
        made = function(float(lower), float(upper), direction)
        found.append([float(made(np.array([float(figure)]))[0])])
    return found


def swings(rows: Rows) -> list[list[float]]:
    weights = swing_weights({row[0]: float(row[1]) for row in rows}).weights
    return [[weights[row[0]]] for row in rows]


def centroids(rows: Rows) -> list[list[float]]:
    return [list(centroid_weights(int(row[0]))) for row in rows]


def pairs(rows: Rows) -> list[list[float]]:
    a_b, a_c, b_c = numbers(rows[0])[:3]
    matrix = np.array([[1, a_b, a_c], [1 / a_b, 1, b_c], [1 / a_c, 1 / b_c, 1]])
    result = pairwise_comparisons(matrix, ["A", "B", "C"])
    return [[*result.weights, result.consistency_ratio]]


def scores(rows: Rows) -> list[list[float]]:
    weights = Weights(
        ("first", "second"), np.array([0, 1]), np.array([0.6, 0.4]), np.ones(2), np.array([0.6, 0.4])
    )
    themes = np.array([numbers(row)[:2] for row in rows])
    both = [100 * method.scores(themes, weights, 0.05) for method in (Additive(), Geometric())]
    return [list(pair) for pair in zip(*both, strict=True)]


def closeness(rows: Rows) -> list[list[float]]:
    figures = np.array([numbers(row[1:3]) for row in rows])
    return [[found] for found in topsis(figures, np.array([0.6, 0.4]))]


def net_flows(rows: Rows) -> list[list[float]]:
    figures = np.array([numbers(row[1:3]) for row in rows])
    flows = unicriterion_flows(figures, [Preference(), Preference()])
    return [[found] for found in flows @ np.array([0.6, 0.4])]


def spreads(rows: Rows) -> list[list[float]]:
    return [[math.exp(-float(row[0])), math.exp(float(row[0]))] for row in rows]


def flips(rows: Rows) -> list[list[float]]:
    weights, first, second = np.array([numbers(row[1:4]) for row in rows]).T
    return [[share] for share in flip_weights(weights, (second - first)[None, :])[0]]


def hours(rows: Rows) -> list[list[float]]:
    found = []
    for row in rows:
        weekly, leave, holidays, absence = numbers(row)[:4]
        found.append([(52 * weekly - weekly / 5 * (leave + holidays)) * (1 - absence / 100)])
    return found


def borda(rows: Rows) -> list[list[float]]:
    ranks = np.array([numbers(row[1:4]) for row in rows], dtype=np.intp).T
    return [[found] for found in _borda(ranks, np.full(len(ranks), 1 / len(ranks)))]


def concordance(rows: Rows) -> list[list[float]]:
    ranks = np.array([[int(rank) for rank in one.split()] for one in rows[0][0].split(";")], dtype=np.intp)
    return [[kendall_w(ranks)]]


COMPUTED: dict[str, Callable[[Rows], list[list[float]]]] = {
    "example-value": values,
    "example-swing": swings,
    "example-roc": centroids,
    "example-ahp": pairs,
    "example-scores": scores,
    "example-topsis": closeness,
    "example-promethee": net_flows,
    "example-spread": spreads,
    "example-flip": flips,
    "example-hours": hours,
    "example-group": borda,
    "example-w": concordance,
}


def test_that_every_example_of_the_help_is_computed_again():
    anchors = {
        (language, name)
        for (language, _page), text in TEXTS.items()
        for name in re.findall(r'id="(example-[a-z]+)"', text)
    }
    assert anchors == {(language, name) for language in LANGUAGES for name in COMPUTED} == set(TABLES)


@pytest.mark.parametrize(("language", "name"), sorted(TABLES))
def test_that_the_numbers_of_an_example_are_those_of_the_engine(language, name):
    rows = TABLES[language, name]
    for row, computed in zip(rows, COMPUTED[name](rows), strict=True):
        printed = [cell for cell in row if cell][-len(computed) :]
        for cell, number in zip(printed, computed, strict=True):
            decimals = len(cell.partition(".")[2])
            assert abs(float(cell) - number) <= 0.5 * 10**-decimals + 1e-9, (row, computed)
