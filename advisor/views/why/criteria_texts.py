"""What the columns of the criteria list are called, and what they say. No Qt."""

from __future__ import annotations

from enum import IntEnum

from advisor.core.matrix import CellMethod
from advisor.views.why.criteria_rows import CriterionFigures, ThemeSums
from advisor.words.formatting import percent_text
from advisor.words.locale import digits
from advisor.words.units import unit_text

METHOD_WORDS = {
    CellMethod.UNKNOWN: "unknown",
    CellMethod.IMPUTED: "unknown, taken from peers",
    CellMethod.ESTIMATED: "estimated",
    CellMethod.OBSERVED: "observed",
    CellMethod.USER: "your figure",
}
METHOD_TIPS = {
    CellMethod.UNKNOWN: "Nobody knows this figure for any location.",
    CellMethod.IMPUTED: "No source has this figure. The score takes the middle of similar places.",
    CellMethod.ESTIMATED: "Derived from other figures.",
    CellMethod.OBSERVED: "Published by the source as it stands here, or computed exactly.",
    CellMethod.USER: "You put this figure in place of the source's. Press Delete to take the source's again.",
}


class TreeColumn(IntEnum):
    """Columns of the tree."""

    CRITERION = 0
    VALUE = 1
    UNIT = 2
    METHOD = 3
    SOURCE = 4
    SCORE = 5
    WEIGHT = 6
    POINTS = 7


HEADINGS = {
    TreeColumn.CRITERION: ("Criterion", "What the location is judged by, grouped by theme."),
    TreeColumn.VALUE: ("Value", "The figure and its year. Double-click to put your own in its place."),
    TreeColumn.UNIT: ("Unit", "What the figure counts."),
    TreeColumn.METHOD: ("Known as", "Observed, estimated, taken from peers, or your own figure."),
    TreeColumn.SOURCE: ("Source", "Who publishes the figure."),
    TreeColumn.SCORE: ("Score", "How good the figure is between fixed goalposts: 0 is poor, 100 is ideal."),
    TreeColumn.WEIGHT: ("Weight", "Share of the criterion in the whole; all add to 100 %."),
    TreeColumn.POINTS: ("Points", "What the criterion adds to the score of the location."),
}
NUMERIC = (TreeColumn.VALUE, TreeColumn.SCORE, TreeColumn.WEIGHT, TreeColumn.POINTS)


def criterion_text(row: CriterionFigures, part: TreeColumn) -> str:
    """A cell of a criterion; unknown is an en dash."""
    texts = {
        TreeColumn.CRITERION: row.criterion.name,
        TreeColumn.VALUE: row.figure,
        TreeColumn.UNIT: unit_text(row.criterion.unit),
        TreeColumn.METHOD: METHOD_WORDS[row.method],
        TreeColumn.SOURCE: row.source,
        TreeColumn.SCORE: digits(100 * row.value),
        TreeColumn.WEIGHT: percent_text(row.weight),
        TreeColumn.POINTS: digits(row.points, 1),
    }
    return texts[part]


def theme_text(row: ThemeSums, part: TreeColumn) -> str:
    """A cell of a theme, empty where a theme has nothing to say."""
    texts = {
        TreeColumn.CRITERION: row.label,
        TreeColumn.SCORE: digits(100 * row.value),
        TreeColumn.WEIGHT: percent_text(row.weight),
        TreeColumn.POINTS: digits(row.points, 1),
    }
    return texts.get(part, "")


def criterion_tip(row: CriterionFigures, part: TreeColumn) -> str:
    """What a cell of a criterion tells on hover."""
    criterion = row.criterion
    unit = unit_text(criterion.unit)
    tips = {
        TreeColumn.CRITERION: f"{criterion.name}, {unit}\n{criterion.description}".strip(),
        TreeColumn.VALUE: "\n".join(text for text in (row.doubt, row.note) if text),
        TreeColumn.UNIT: unit,
        TreeColumn.METHOD: METHOD_TIPS[row.method],
        TreeColumn.SOURCE: row.origin,
        TreeColumn.SCORE: f"Goalposts: {criterion.basis}" if criterion.basis else "",
        TreeColumn.WEIGHT: f"{percent_text(row.weight, 1)} of the whole",
        TreeColumn.POINTS: f"{digits(100 * row.value)} of 100, weighing {percent_text(row.weight, 1)}",
    }
    return tips[part]
