"""A column for each criterion of the pack; cost and overlap stand first, and in the narrow list as well."""

from __future__ import annotations

import math

from advisor.core.criteria import Criterion
from advisor.core.value_functions import Direction
from advisor.datapack.schema import DataPack
from advisor.views.ranking.ranking_column import DOWN, UP, RankingColumn, Text
from advisor.views.ranking.ranking_rows import RankingRows
from advisor.words.formatting import UNKNOWN, figure_text, range_text
from advisor.words.translation import t
from advisor.words.units import unit_text

COST, OVERLAP = "cost_per_fte", "overlap"


def leading_columns(pack: DataPack) -> tuple[RankingColumn, ...]:
    """Cost and overlap, where the pack has them."""
    return tuple(
        _criterion_column(pack, j)
        for key in (COST, OVERLAP)
        for j, criterion in enumerate(pack.criteria)
        if criterion.id == key
    )


def other_columns(pack: DataPack) -> tuple[RankingColumn, ...]:
    """All other criteria, hidden unless the user chooses them."""
    return tuple(
        _criterion_column(pack, j)
        for j, criterion in enumerate(pack.criteria)
        if criterion.id not in (COST, OVERLAP)
    )


def _criterion_column(pack: DataPack, j: int) -> RankingColumn:
    criterion = pack.criteria[j]
    is_leading = criterion.id in (COST, OVERLAP)
    in_list = {
        COST: (unit_text(criterion.unit) or criterion.name, "000\N{EN DASH}000 k"),
        OVERLAP: (criterion.name if len(criterion.name) < 10 else t("Overlap"), "00 h 00"),
    }

    def value(rows: RankingRows, number: int) -> object:
        figure = float(rows.assessment.cells.values[number, j])
        return None if math.isnan(figure) else figure

    text = _text(criterion, j)
    return RankingColumn(
        criterion.id,
        criterion.name,
        criterion.description or criterion.name,
        value,
        text,
        _tip(criterion, j),
        _spoken(criterion, text) if is_leading else (lambda _rows, _number: ""),
        unit=unit_text(criterion.unit),
        group=pack.theme_label(criterion.theme),
        best_first=DOWN if criterion.direction is Direction.UP else UP,
        shown=is_leading,
        in_list=in_list.get(criterion.id),
    )


def _text(criterion: Criterion, j: int) -> Text:
    def text(rows: RankingRows, number: int) -> str:
        cells = rows.assessment.cells
        if criterion.id == COST and not math.isnan(cells.low[number, j]):
            return range_text(float(cells.low[number, j]), float(cells.high[number, j]))
        return figure_text(float(cells.values[number, j]), criterion.unit, with_unit=False)

    return text


def _spoken(criterion: Criterion, text: Text) -> Text:
    def spoken(rows: RankingRows, number: int) -> str:
        figure = text(rows, number)
        if figure == UNKNOWN:
            return t("{criterion} unknown", criterion=criterion.name)
        if criterion.id == COST and criterion.id in rows.row(number).own:
            return t("your cost {figure} {unit}", figure=figure, unit=unit_text(criterion.unit))
        if criterion.id == COST:
            return t("cost {figure} {unit}", figure=figure, unit=unit_text(criterion.unit))
        return t("overlap {figure}", figure=figure)

    return spoken


def _tip(criterion: Criterion, j: int) -> Text:
    def tip(rows: RankingRows, number: int) -> str:
        cells, unit = rows.assessment.cells, criterion.unit
        value, low, high = (float(array[number, j]) for array in (cells.values, cells.low, cells.high))
        figure, least, most = (figure_text(one, unit, with_unit=False) for one in (value, low, high))
        if math.isnan(value):
            text = t(
                "{criterion}: unknown, so the score takes the middle of similar places",
                criterion=criterion.name,
            )
        elif math.isnan(low):
            text = t("{criterion}: {figure}", criterion=criterion.name, figure=figure)
        else:
            text = t(
                "{criterion}: {figure} (between {least} and {most})",
                criterion=criterion.name,
                figure=figure,
                least=least,
                most=most,
            )
        note = str(cells.notes[number, j])
        return "\n".join((text, note)) if note else text

    return tip
