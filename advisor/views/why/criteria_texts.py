"""What the columns of the criteria list are called, and what they say. No Qt."""

from __future__ import annotations

from enum import IntEnum

from advisor.core.matrix import CellMethod
from advisor.views.why.criteria_rows import CriterionFigures, ThemeSums
from advisor.words.formatting import percent_text
from advisor.words.locale import digits
from advisor.words.translation import mark, marked, t
from advisor.words.units import unit_text

METHOD_WORDS = {
    CellMethod.UNKNOWN: mark("unknown"),
    CellMethod.IMPUTED: mark("unknown, taken from peers"),
    CellMethod.ESTIMATED: mark("estimated"),
    CellMethod.OBSERVED: mark("observed"),
    CellMethod.USER: mark("your figure"),
}
METHOD_TIPS = {
    CellMethod.UNKNOWN: mark("Nobody knows this figure for any location."),
    CellMethod.IMPUTED: mark("No source has this figure. The score takes the middle of similar places."),
    CellMethod.ESTIMATED: mark("Derived from other figures."),
    CellMethod.OBSERVED: mark("Published by the source as it stands here, or computed exactly."),
    CellMethod.USER: mark(
        "You put this figure in place of the source's. Press Delete to take the source's again."
    ),
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
    TreeColumn.CRITERION: (mark("Criterion"), mark("What the location is judged by, grouped by theme.")),
    TreeColumn.VALUE: (
        mark("Value"),
        mark("The figure and its year. Double-click to put your own in its place."),
    ),
    TreeColumn.UNIT: (mark("Unit"), mark("What the figure counts.")),
    TreeColumn.METHOD: (
        mark("Known as"),
        mark("Observed, estimated, taken from peers, or your own figure."),
    ),
    TreeColumn.SOURCE: (mark("Source"), mark("Who publishes the figure.")),
    TreeColumn.SCORE: (
        mark("Score"),
        mark("How good the figure is between fixed goalposts: 0 is poor, 100 is ideal."),
    ),
    TreeColumn.WEIGHT: (mark("Weight"), mark("Share of the criterion in the whole; all add to 100 %.")),
    TreeColumn.POINTS: (mark("Points"), mark("What the criterion adds to the score of the location.")),
}
NUMERIC = (TreeColumn.VALUE, TreeColumn.SCORE, TreeColumn.WEIGHT, TreeColumn.POINTS)


def criterion_text(row: CriterionFigures, part: TreeColumn) -> str:
    """A cell of a criterion; unknown is an en dash."""
    texts = {
        TreeColumn.CRITERION: row.criterion.name,
        TreeColumn.VALUE: row.figure,
        TreeColumn.UNIT: unit_text(row.criterion.unit),
        TreeColumn.METHOD: marked(METHOD_WORDS[row.method]),
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
    named = t("{criterion}, {unit}", criterion=criterion.name, unit=unit) if unit else criterion.name
    tips = {
        TreeColumn.CRITERION: f"{named}\n{criterion.description}".strip(),
        TreeColumn.VALUE: "\n".join(text for text in (row.doubt, row.note) if text),
        TreeColumn.UNIT: unit,
        TreeColumn.METHOD: marked(METHOD_TIPS[row.method]),
        TreeColumn.SOURCE: row.origin,
        TreeColumn.SCORE: t("Goalposts: {basis}", basis=criterion.basis) if criterion.basis else "",
        TreeColumn.WEIGHT: t("{share} of the whole", share=percent_text(row.weight, 1)),
        TreeColumn.POINTS: t(
            "{number} of 100, weighing {share}",
            number=digits(100 * row.value),
            share=percent_text(row.weight, 1),
        ),
    }
    return tips[part]
