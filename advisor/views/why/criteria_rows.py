"""One location criterion by criterion: figure, origin, value, weight and contribution. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from advisor.core.criteria import Criterion
from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import UNKNOWN, figure_text

_NAMED = 2  # how many criteria the sentence names on either side
_LEAST_POINTS = 0.5  # effects on the score below it are not worth naming


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion of one location.

    Attributes:
        figure: as shown, unknown is an en dash.
        raw: the figure, NaN where unknown.
        year: of the figure, 0 where not stated.
        source: short name of where it comes from.
        origin: full attribution, a source a line.
        doubt: interval, or how an unknown figure counts; empty where neither is known.
        value: of the value function, 0..1, also where it rests on peers.
        weight: share of the whole, 0..1.
        points: contribution to the score.
    """

    criterion: Criterion
    figure: str
    raw: float
    year: int
    method: CellMethod
    source: str
    origin: str
    doubt: str
    note: str
    value: float
    weight: float
    points: float

    @property
    def known(self) -> bool:
        """Whether the figure itself is known."""
        return self.method >= CellMethod.ESTIMATED


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """The sums of one theme: its score (0..1), weight (0..1) and points."""

    theme: str
    label: str
    value: float
    weight: float
    points: float


def theme_row(assessment: Assessment, row: int, position: int) -> ThemeRow:
    """The sums of the theme at a position for the location in a row."""
    evaluation = assessment.evaluation
    weights = evaluation.weights
    theme = weights.themes[position]
    return ThemeRow(
        theme,
        assessment.pack.theme_label(theme),
        float(evaluation.themes[row, position]) / 100,
        float(weights.theme_weights[position]),
        float(evaluation.contributions[row, weights.theme_of == position].sum()),
    )


def criterion_row(assessment: Assessment, row: int, column: int) -> CriterionRow:
    """The criterion in a column for the location in a row."""
    evaluation, cells = assessment.evaluation, assessment.cells
    criterion = evaluation.criteria[column]
    raw = float(cells.values[row, column])
    method = CellMethod(int(evaluation.valued.methods[row, column]))
    source, origin = _sources(assessment, row, column, method)
    return CriterionRow(
        criterion,
        figure_text(raw, criterion.unit, with_unit=False),
        raw,
        int(cells.years[row, column]),
        method,
        source,
        origin,
        _doubt(assessment, row, column, method),
        str(cells.notes[row, column]),
        float(evaluation.valued.values[row, column]),
        float(evaluation.weights.flat[column]),
        float(evaluation.contributions[row, column]),
    )


def _sources(assessment: Assessment, row: int, column: int, method: CellMethod) -> tuple[str, str]:
    if method == CellMethod.USER:
        return "you", "Your own figure"
    if method < CellMethod.ESTIMATED:
        return UNKNOWN, "No source has this figure"
    ids = [part for part in str(assessment.cells.sources[row, column]).split(";") if part]
    known = assessment.pack.sources
    names = [known[one].publisher or one if one in known else one for one in ids]
    if not names:
        computed = assessment.evaluation.criteria[column].computed
        return ("computed", "Computed for your home country") if computed else (UNKNOWN, "")
    short = names[0] if len(names) == 1 else f"{names[0]} +{len(names) - 1}"
    return short, "\n".join(known[one].attribution if one in known else one for one in ids)


def _doubt(assessment: Assessment, row: int, column: int, method: CellMethod) -> str:
    valued, unit = assessment.evaluation.valued, assessment.evaluation.criteria[column].unit
    middle, low, high = (float(array[row, column]) for array in (valued.raw, valued.raw_low, valued.raw_high))
    if method == CellMethod.UNKNOWN:
        return "Unknown everywhere, so it counts 0"
    ends = [figure_text(end, unit, with_unit=False) for end in (low, high)]
    if method == CellMethod.IMPUTED:
        counted = figure_text(middle, unit, with_unit=False)
        return f"Unknown. It counts as {counted}, the middle of similar places ({ends[0]} to {ends[1]})"
    return "" if low == high or math.isnan(low) else f"Between {ends[0]} and {ends[1]}"


def headline(assessment: Assessment, row: int) -> str:
    """What keeps a location out of the ranking, or could not be checked; empty for a plain ranked one."""
    evaluation = assessment.evaluation
    reasons = assessment.reasons(row)
    if evaluation.status[row] == Status.EXCLUDED:
        return f"Excluded: {'; '.join(reasons)}."
    if evaluation.status[row] == Status.INSUFFICIENT:
        text = "; ".join(reasons)
        return f"{text[:1].upper()}{text[1:]}."
    labels = {criterion.id: criterion.name.lower() for criterion in evaluation.criteria}
    unchecked = [labels.get(one.column, one.column) for one in evaluation.screening.unchecked(row)]
    if unchecked:
        return f"Not checked against the must-have on {', '.join(unchecked)}: the figure is unknown."
    return ""


def lift_sentence(assessment: Assessment, row: int) -> str:
    """What lifts and what lowers a location most, against the middle of the ranked locations.

    The effect of a criterion is its weight times the distance of the
    location's value from the median of all ranked ones, in points of the score.
    """
    evaluation = assessment.evaluation
    ranked = evaluation.status == Status.RANKED
    if not ranked.any():
        return ""
    values = evaluation.valued.values
    middle = np.median(values[ranked], axis=0)
    effects = 100.0 * evaluation.weights.flat * (values[row] - middle)
    order = np.argsort(-effects, kind="stable")
    lifts = [int(j) for j in order[:_NAMED] if effects[j] >= _LEAST_POINTS]
    lowers = [int(j) for j in order[::-1][:_NAMED] if effects[j] <= -_LEAST_POINTS]

    def named(columns: list[int]) -> str:
        texts = []
        for j in columns:
            sign = "+" if effects[j] > 0 else "\N{MINUS SIGN}"
            name = evaluation.criteria[j].name
            name = name if name[1:2].isupper() else name[:1].lower() + name[1:]
            texts.append(f"{name} ({sign}{abs(effects[j]):.1f})")
        return " and ".join(texts)

    if not lifts and not lowers:
        return "Close to the middle of the ranking on everything that counts."
    parts = [f"{named(lifts)} {'lifts' if len(lifts) == 1 else 'lift'} it most"] if lifts else []
    if lowers:
        parts.append(f"{named(lowers)} {'lowers' if len(lowers) == 1 else 'lower'} it most")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}, in points against the middle of the ranking."
