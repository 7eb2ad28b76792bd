"""The ranked list as people read it: what the screen shows, a column each, in the order of the ranking."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.core.value_functions import FloatArray
from advisor.costs.results import Quantiles
from advisor.export.place_name import place_name
from advisor.export.progress import Progress, told
from advisor.export.ranking_csv import safe_text
from advisor.export.scenario_costs import scenario_costs
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import fixed_number, short_number
from advisor.places.engagement import engagement_name
from advisor.words.data_words import data_text
from advisor.words.formatting import capital
from advisor.words.translation import mark, marked, t

_STATUS = {
    Status.RANKED: mark("ranked"),
    Status.EXCLUDED: mark("excluded"),
    Status.INSUFFICIENT: mark("insufficient data"),
}


@dataclass(frozen=True, slots=True)
class _Column:
    """A heading, and the cell of a location by its row in the pack."""

    title: str
    cell: Callable[[int], str]


def people_rows(subject: Subject, progress: Progress) -> Iterator[list[str]]:
    """Header, then a row a location; unknown figures are empty, estimates are named in a column of theirs."""
    columns = [
        *_standing(subject),
        *_certainty(subject),
        *_costs(subject),
        *_remarks(subject),
        *_points(subject),
        *_figures(subject),
    ]
    yield [safe_text(column.title) for column in columns]
    for row in told(subject.assessment.evaluation.order.tolist(), progress):
        yield [column.cell(row) for column in columns]


def titled(title: str, unit: str) -> str:
    """A heading with the unit of its figures."""
    return t("{title} ({unit})", title=title, unit=unit) if unit else title


def _standing(subject: Subject) -> list[_Column]:
    assessment, evaluation = subject.assessment, subject.assessment.evaluation
    places = assessment.locations

    def score(row: int) -> str:
        is_thin = evaluation.status[row] == Status.INSUFFICIENT
        return "" if is_thin else fixed_number(float(evaluation.scores[row]), SCORE_DECIMALS)

    columns = [
        _Column(t("Rank"), lambda row: str(evaluation.ranks[row] or "")),
        _Column(t("Location"), lambda row: safe_text(place_name(places[row]))),
    ]
    if any(place.region for place in places):
        columns.append(_Column(t("Region"), lambda row: safe_text(places[row].region)))
    if assessment.home_figures is not None:
        columns.append(
            _Column(t("Engagement"), lambda row: capital(engagement_name(assessment.engagement(row))))
        )
    status = {each: capital(marked(word)) for each, word in _STATUS.items()}
    return [
        *columns,
        _Column(t("Status"), lambda row: status[Status(int(evaluation.status[row]))]),
        _Column(titled(t("Score"), "0\N{EN DASH}100"), score),
    ]


def _certainty(subject: Subject) -> list[_Column]:
    certainty = subject.certainty
    if certainty is None:
        return []

    def rank(ranks: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Callable[[int], str]:
        return lambda row: str(ranks[row] or "")

    def share(shares: FloatArray) -> Callable[[int], str]:
        return lambda row: fixed_number(100 * float(shares[row]), 0)

    return [
        _Column(t("Likely ranks from"), rank(certainty.rank_low)),
        _Column(t("Likely ranks to"), rank(certainty.rank_high)),
        _Column(titled(t("First"), t("% of weightings")), share(certainty.p_first)),
        _Column(titled(t("Among the first three"), t("% of weightings")), share(certainty.p_top3)),
    ]


def _costs(subject: Subject) -> list[_Column]:
    costs = scenario_costs(subject)
    if costs is None:
        return []

    def ends(
        titles: Sequence[str], three: Quantiles, text: Callable[[float], str], but_for: int = -1
    ) -> list[_Column]:
        """Low, middle and high, for all rows but one."""

        def column(title: str, figures: FloatArray) -> _Column:
            return _Column(title, lambda row: "" if row == but_for else text(float(figures[row])))

        return [
            column(title, figures)
            for title, figures in zip(titles, (three.p10, three.p50, three.p90), strict=True)
        ]

    cost = {"money": costs.currency}
    return [
        *ends(
            (
                t("Cost per person and year, low ({money})", **cost),
                t("Cost per person and year, median ({money})", **cost),
                t("Cost per person and year, high ({money})", **cost),
            ),
            costs.total_year_per_fte,
            short_number,
        ),
        *ends(
            (t("Saving, low (%)"), t("Saving, median (%)"), t("Saving, high (%)")),
            costs.saving_pct,
            lambda value: fixed_number(value, 0),
        ),
        *ends(
            (
                t("Payback, earliest (month)"),
                t("Payback, median (month)"),
                t("Payback, latest (month)"),
            ),
            costs.payback_month,
            lambda value: t("never") if math.isinf(value) else fixed_number(value, 0),
            costs.home_index,
        ),
        *ends(
            (
                t("Price of a productive hour, low ({money})", **cost),
                t("Price of a productive hour, median ({money})", **cost),
                t("Price of a productive hour, high ({money})", **cost),
            ),
            costs.price_hour,
            short_number,
        ),
    ]


def _remarks(subject: Subject) -> list[_Column]:
    """How far a location is known, its flags, and why it is not ranked."""
    assessment, evaluation = subject.assessment, subject.assessment.evaluation
    names = np.array([criterion.name for criterion in evaluation.criteria], dtype=object)

    def named(method: CellMethod) -> Callable[[int], str]:
        return lambda row: safe_text("; ".join(names[evaluation.valued.methods[row] == method]))

    def known(row: int) -> str:
        # Rounded down: 100 means that nothing is unknown.
        return str(math.floor(100 * float(evaluation.coverage[row]) + 1e-9))

    return [
        _Column(titled(t("Known"), t("% of the weight")), known),
        _Column(t("Flags"), lambda row: safe_text("; ".join(flag.text for flag in assessment.flags(row)))),
        _Column(t("Not ranked because"), lambda row: safe_text(capital("; ".join(assessment.reasons(row))))),
        _Column(t("Taken from similar places"), named(CellMethod.IMPUTED)),
        _Column(t("Your own figures"), named(CellMethod.USER)),
    ]


def _points(subject: Subject) -> list[_Column]:
    """What each theme adds to the score."""
    evaluation, pack = subject.assessment.evaluation, subject.assessment.pack
    weights = evaluation.weights

    def column(k: int, theme: str) -> _Column:
        points = evaluation.contributions[:, weights.theme_of == k].sum(axis=1)
        title = t("Points from {theme}", theme=pack.theme_label(theme))
        return _Column(title, lambda row: fixed_number(float(points[row]), SCORE_DECIMALS))

    return [column(k, theme) for k, theme in enumerate(weights.themes)]


def _figures(subject: Subject) -> list[_Column]:
    """The figure of every criterion, as it is known."""
    values = subject.assessment.cells.values

    def column(j: int, title: str) -> _Column:
        return _Column(title, lambda row: short_number(float(values[row, j])))

    return [
        column(j, titled(criterion.name, data_text(criterion.unit)))
        for j, criterion in enumerate(subject.assessment.evaluation.criteria)
    ]
