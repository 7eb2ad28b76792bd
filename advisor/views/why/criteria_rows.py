"""One location criterion by criterion: figure, origin, value, weight and contribution. No Qt."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor.core.criteria import Criterion
from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.core.strengths import Effect, strengths, weaknesses
from advisor.datapack.schema import Source
from advisor.scenario.ranking.assessment import ADVISORY, Assessment
from advisor.views.why.why_texts import IN_THE_MIDDLE, imputed_sentence, lift_text, unchecked_sentence
from advisor.words.formatting import UNKNOWN, capital, figure_text, in_sentence, quoted
from advisor.words.locale import digits
from advisor.words.translation import marked, t

_NAMED = 2  # how many criteria the sentence names on either side


@dataclass(frozen=True, slots=True)
class CriterionFigures:
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
class ThemeSums:
    """The sums of one theme: its score (0..1), weight (0..1) and points."""

    theme: str
    label: str
    value: float
    weight: float
    points: float


def theme_row(assessment: Assessment, row: int, position: int) -> ThemeSums:
    """The sums of the theme at a position for the location in a row."""
    evaluation = assessment.evaluation
    weights = evaluation.weights
    theme = weights.themes[position]
    return ThemeSums(
        theme,
        assessment.pack.theme_label(theme),
        float(evaluation.themes[row, position]) / 100,
        float(weights.theme_weights[position]),
        float(evaluation.contributions[row, weights.theme_of == position].sum()),
    )


def criterion_row(assessment: Assessment, row: int, column: int) -> CriterionFigures:
    """The criterion in a column for the location in a row."""
    evaluation, cells = assessment.evaluation, assessment.cells
    criterion = evaluation.criteria[column]
    raw = float(cells.values[row, column])
    method = CellMethod(int(evaluation.valued.methods[row, column]))
    source, origin = _sources(assessment, row, column, method)
    return CriterionFigures(
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
        table = assessment.sources.get(str(assessment.cells.sources[row, column]))
        return t("you"), table.attribution if table is not None else t("Your own figure")
    if method < CellMethod.ESTIMATED:
        return UNKNOWN, t("No source has this figure")
    ids, known = _source_ids(str(assessment.cells.sources[row, column])), assessment.sources
    if not ids:
        computed = assessment.evaluation.criteria[column].computed
        return (t("computed"), t("Computed for your home country")) if computed else (UNKNOWN, "")
    return _short(ids, known), "\n".join(known[one].attribution if one in known else one for one in ids)


def source_names(assessment: Assessment) -> frozenset[str]:
    """All that rows may name as their source, whichever location is selected."""
    cited = {str(cell) for cell in assessment.cells.sources.flat}
    return frozenset(_short(ids, assessment.sources) for cell in cited if (ids := _source_ids(cell)))


def _source_ids(cell: str) -> list[str]:
    return [part for part in cell.split(";") if part]


def _short(ids: Sequence[str], known: Mapping[str, Source]) -> str:
    """The first of some sources by its publisher, and how many more there are."""
    first = known[ids[0]].publisher or ids[0] if ids[0] in known else ids[0]
    return first if len(ids) == 1 else t("{source} +{number}", source=first, number=len(ids) - 1)


def _doubt(assessment: Assessment, row: int, column: int, method: CellMethod) -> str:
    valued, unit = assessment.evaluation.valued, assessment.evaluation.criteria[column].unit
    middle, low, high = (float(array[row, column]) for array in (valued.raw, valued.raw_low, valued.raw_high))
    if method == CellMethod.UNKNOWN:
        return t("Unknown everywhere, so it counts 0")
    ends = [figure_text(end, unit, with_unit=False) for end in (low, high)]
    if method == CellMethod.IMPUTED:
        counted = figure_text(middle, unit, with_unit=False)
        return imputed_sentence(counted, *ends)
    return "" if low == high or math.isnan(low) else t("Between {low} and {high}", low=ends[0], high=ends[1])


def standing_sentence(assessment: Assessment, row: int) -> str:
    """What keeps a location out of the ranking, or could not be checked; empty for a plain ranked one."""
    evaluation = assessment.evaluation
    reasons = assessment.reasons(row)
    if evaluation.status[row] == Status.EXCLUDED:
        return t("Excluded: {reasons}.", reasons="; ".join(reasons))
    if evaluation.status[row] == Status.INSUFFICIENT:
        return f"{capital('; '.join(reasons))}."
    labels = {criterion.id: quoted(criterion.name) for criterion in evaluation.criteria}
    labels[ADVISORY] = t("travel advisory")
    unchecked = [labels.get(one.column, one.column) for one in evaluation.screening.unchecked(row)]
    return unchecked_sentence(unchecked) if unchecked else ""


def lift_sentence(assessment: Assessment, row: int) -> str:
    """What lifts and what lowers a location most, in points against the middle of the ranked locations."""
    evaluation = assessment.evaluation
    if not (evaluation.status == Status.RANKED).any():
        return ""
    lifts = [_effect_text(assessment, one) for one in strengths(evaluation, row, _NAMED)]
    lowers = [_effect_text(assessment, one) for one in weaknesses(evaluation, row, _NAMED)]
    if not lifts and not lowers:
        return marked(IN_THE_MIDDLE)
    return capital(lift_text(lifts, lowers))


def _effect_text(assessment: Assessment, effect: Effect) -> str:
    sign = "+" if effect.points > 0 else "\N{MINUS SIGN}"
    name = in_sentence(assessment.evaluation.criteria[effect.column].name)
    return t("“{name}” ({points})", name=name, points=f"{sign}{digits(abs(effect.points), 1)}")
