"""The sheets that rank: weights to change, values, what is known, and the ranking as formulas over them.

Where things stand is decided in one place, ``Layout``, so that every formula points where it should. Criteria
stand theme by theme, so that a theme is one range of columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from advisor.core.criteria import Criterion
from advisor.core.evaluation import MIN_COVERAGE, Evaluation, Status
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.core.tolerance import published as published_scores
from advisor.core.value_functions import FloatArray
from advisor.export.place_name import place_name
from advisor.export.progress import Progress, part_of, told
from advisor.export.workbook.sheet import NUMBER, SCORE, SHARE, WHOLE, Book, Sheet, Value, letter
from advisor.export.workbook.workbook_texts import (
    KNOWN,
    KNOWN_NOTE,
    RANKING,
    RANKING_NOTE,
    VALUES,
    VALUES_NOTE,
    WEIGHTS,
    WEIGHTS_NOTE,
)
from advisor.places.engagement import engagement_name
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.formatting import capital
from advisor.words.translation import marked, t

_FIRST_THEME = 5  # row of the first theme on the sheet of weights
_SHARES_ROW, _HEAD_ROW, _FIRST_ROW = 3, 4, 5  # of the sheets with one row a location
_FIRST_CRITERION = 3  # column of the first criterion on the sheets of values and of what is known
_RANK, _NAME, _MODEL, _STATUS, _SCORE, _FIRST_THEME_SCORE = 1, 2, 3, 4, 5, 6
_ROUNDING = 1e-9  # of coverage, so that what is 70 % but for the last bit counts as 70 %


@dataclass(frozen=True, eq=False)
class Layout:
    """Where weights, values and scores stand.

    Attributes:
        assessment: the ranking.
    """

    assessment: Assessment

    @property
    def evaluation(self) -> Evaluation:
        """What was ranked."""
        return self.assessment.evaluation

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Criteria in the order of columns: theme by theme."""
        theme_of = self.evaluation.weights.theme_of
        return tuple(int(j) for j in np.argsort(theme_of, kind="stable"))

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """In the order of columns."""
        return tuple(self.evaluation.criteria[j] for j in self.order)

    @property
    def themes(self) -> tuple[str, ...]:
        """Theme ids."""
        return self.evaluation.weights.themes

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """Locations in the order of the ranking."""
        return tuple(int(row) for row in self.evaluation.order)

    @property
    def last_row(self) -> int:
        """The last row of a sheet with one row a location."""
        return _FIRST_ROW + len(self.rows) - 1

    def columns_of(self, k: int) -> tuple[str, str]:
        """First and last column of a theme on the sheets of values and of what is known."""
        theme_of = self.evaluation.weights.theme_of[list(self.order)]
        at = np.flatnonzero(theme_of == k) + _FIRST_CRITERION
        return letter(int(at[0])), letter(int(at[-1]))

    @property
    def criterion_columns(self) -> tuple[str, str]:
        """First and last column of all criteria."""
        last = _FIRST_CRITERION + len(self.order) - 1
        return letter(_FIRST_CRITERION), letter(last)

    @property
    def theme_columns(self) -> tuple[str, str]:
        """First and last column of the theme scores in the ranking."""
        last = _FIRST_THEME_SCORE + len(self.themes) - 1
        return letter(_FIRST_THEME_SCORE), letter(last)

    @property
    def coverage_column(self) -> int:
        """Of the share of the weight that is known."""
        return _FIRST_THEME_SCORE + len(self.themes)

    @property
    def criteria_start(self) -> int:
        """Row of the first criterion on the sheet of weights."""
        return _FIRST_THEME + len(self.themes) + 3

    @property
    def floor_cell(self) -> str:
        """Where the floor of theme scores stands."""
        return f"{sheet_ref(WEIGHTS)}$H$5"


def add_ranking_sheets(book: Book, assessment: Assessment, progress: Progress) -> Layout:
    """Add the ranking and what it is computed from, telling how far that is."""
    layout = Layout(assessment)
    ranking, weights = book.sheet(marked(RANKING)), book.sheet(marked(WEIGHTS))
    values, known = book.sheet(marked(VALUES)), book.sheet(marked(KNOWN))
    valued = layout.evaluation.valued
    _fill_weights(weights, layout)
    note = marked(VALUES_NOTE)
    _fill_matrix(values, layout, valued.values, (t("Values"), note))
    progress(0.3)
    note = marked(KNOWN_NOTE)
    _fill_matrix(known, layout, valued.known.astype(np.float64), (t("What is known"), note))
    progress(0.6)
    _fill_ranking(ranking, layout, part_of(progress, 0.6, 1.0))
    return layout


def _fill_weights(sheet: Sheet, layout: Layout) -> None:
    weights, pack = layout.evaluation.weights, layout.assessment.pack
    note = marked(WEIGHTS_NOTE, sheet=marked(RANKING))
    sheet.title(t("Weights"), note)
    sheet.header(4, [t("Theme"), t("Weight"), t("Counts"), t("Share")], numbers=(2, 3, 4))
    first, last = _FIRST_THEME, _FIRST_THEME + len(layout.themes) - 1
    start = layout.criteria_start
    end = start + len(layout.criteria) - 1
    for k, theme in enumerate(layout.themes):
        row, share = first + k, float(weights.theme_weights[k])
        sheet.put(row, 1, pack.theme_label(theme))
        sheet.input(row, 2, 100 * share, NUMBER)
        members = f"SUMIFS($D${start}:$D${end},$A${start}:$A${end},$A{row})"
        # A theme whose criteria all weigh nothing has nothing to say.
        sheet.formula(row, 3, f"=IF({members}>0,B{row},0)", 100 * share, NUMBER)
        sheet.formula(row, 4, f"=C{row}/SUM($C${first}:$C${last})", share, SHARE)
    titles = [t("Theme"), t("Criterion"), t("Id"), t("Weight within the theme"), t("Share")]
    sheet.header(start - 1, titles, numbers=(4, 5))
    for position, (j, criterion) in enumerate(zip(layout.order, layout.criteria, strict=True)):
        row = start + position
        sheet.put(row, 1, pack.theme_label(criterion.theme))
        sheet.put(row, 2, criterion.name)
        sheet.put(row, 3, criterion.id)
        sheet.input(row, 4, 100 * float(weights.within[j]), NUMBER)
        within = f"D{row}/SUMIFS($D${start}:$D${end},$A${start}:$A${end},$A{row})"
        share_of = f"SUMIFS($D${first}:$D${last},$A${first}:$A${last},$A{row})"
        sheet.formula(row, 5, f"=IFERROR({within}*{share_of},0)", float(weights.flat[j]), SHARE)
    aggregation = layout.evaluation.aggregation
    sheet.put(4, 7, t("Aggregation"))
    sheet.put(4, 8, aggregation.formula.name)
    sheet.put(5, 7, t("Floor of theme scores"))
    sheet.put(5, 8, aggregation.floor, NUMBER)
    sheet.finish(4, (5, 1), filtered=False)


def _fill_matrix(sheet: Sheet, layout: Layout, figures: FloatArray, heading: tuple[str, str]) -> None:
    flat = layout.evaluation.weights.flat
    sheet.title(*heading)
    sheet.put(_SHARES_ROW, 2, t("Share of the weight"))
    names = [t("Id"), t("Location"), *(criterion.name for criterion in layout.criteria)]
    themes = [None, None, *(criterion.theme for criterion in layout.criteria)]
    sheet.header(_HEAD_ROW, names, themes, range(_FIRST_CRITERION, len(names) + 1))
    for position, j in enumerate(layout.order):
        source = f"={sheet_ref(WEIGHTS)}$E${layout.criteria_start + position}"
        sheet.formula(_SHARES_ROW, _FIRST_CRITERION + position, source, float(flat[j]), SHARE)
    shown = [None, None, *[sheet.book.format(num_format=NUMBER)] * len(layout.order)]
    ordered = figures[:, list(layout.order)]
    for position, row in enumerate(layout.rows):
        location = layout.assessment.locations[row]
        cells = (location.id, place_name(location), *ordered[row].tolist())
        sheet.put_row(_FIRST_ROW + position, 1, cells, shown)
    sheet.finish(_HEAD_ROW, (_FIRST_ROW, _FIRST_CRITERION))


def _fill_ranking(sheet: Sheet, layout: Layout, progress: Progress) -> None:
    assessment, weights = layout.assessment, layout.evaluation.weights
    sheets = {"weights": marked(WEIGHTS), "values": marked(VALUES), "known": marked(KNOWN)}
    note = marked(RANKING_NOTE, **sheets)
    sheet.title(t("Ranking"), note)
    labels = [assessment.pack.theme_label(theme) for theme in layout.themes]
    titles = [t("Rank"), t("Location"), t("Engagement"), t("Status"), t("Score"), *labels]
    titles += [t("Coverage"), t("Excluded because"), t("Published score")]
    numbers = {_RANK, *range(_SCORE, layout.coverage_column + 1), len(titles)}
    sheet.header(_HEAD_ROW, titles, [None] * 5 + list(layout.themes), numbers)
    sheet.put(_SHARES_ROW, 2, t("Share of the weight"))
    for k in range(len(layout.themes)):
        source, share = f"={sheet_ref(WEIGHTS)}$D${_FIRST_THEME + k}", float(weights.theme_weights[k])
        sheet.formula(_SHARES_ROW, _FIRST_THEME_SCORE + k, source, share, SHARE)
    for position, at in enumerate(told(layout.rows, progress)):
        _fill_row(sheet, layout, _FIRST_ROW + position, at)
    sheet.finish(_HEAD_ROW, (_FIRST_ROW, 3))


def _fill_row(sheet: Sheet, layout: Layout, row: int, at: int) -> None:
    evaluation, coverage, words = layout.evaluation, layout.coverage_column, _status_words()
    status, reason, published = letter(_STATUS), letter(coverage + 1), letter(coverage + 2)
    statuses, scores = (
        f"${column}${_FIRST_ROW}:${column}${layout.last_row}" for column in (status, published)
    )
    ranked = _quoted(words[Status.RANKED])
    place = f'COUNTIFS({statuses},{ranked},{scores},">"&{published}{row})+1'
    rank = int(evaluation.ranks[at]) or None
    sheet.formula(row, _RANK, f'=IF(${status}{row}={ranked},{place},"")', rank, WHOLE)
    sheet.put(row, _NAME, place_name(layout.assessment.locations[at]))
    sheet.put(row, _MODEL, capital(engagement_name(layout.assessment.engagement(at))))
    enough = f"{letter(coverage)}{row}>={MIN_COVERAGE - _ROUNDING!r}"
    otherwise = f"IF({enough},{ranked},{_quoted(words[Status.INSUFFICIENT])})"
    what = f'=IF({reason}{row}<>"",{_quoted(words[Status.EXCLUDED])},{otherwise})'
    sheet.formula(row, _STATUS, what, words[Status(int(evaluation.status[at]))])
    for k in range(len(layout.themes)):
        left, right = layout.columns_of(k)
        values = _beside_shares(VALUES, left, right, row)
        share = f"{letter(_FIRST_THEME_SCORE + k)}${_SHARES_ROW}"
        score = f"=IFERROR(100*SUMPRODUCT({values})/{share},0)"
        sheet.formula(row, _FIRST_THEME_SCORE + k, score, float(evaluation.themes[at, k]), SCORE)
    sheet.formula(row, _SCORE, _score_formula(layout, row), float(evaluation.scores[at]), SCORE)
    first, last = layout.criterion_columns
    known = _beside_shares(KNOWN, first, last, row)
    sheet.formula(row, coverage, f"=SUMPRODUCT({known})", float(evaluation.coverage[at]), SHARE)
    excluded = evaluation.status[at] == Status.EXCLUDED
    sheet.put(row, coverage + 1, capital("; ".join(layout.assessment.reasons(at))) if excluded else None)
    rounded = float(published_scores(evaluation.scores[at : at + 1])[0])
    sheet.formula(row, coverage + 2, f"=ROUND({letter(_SCORE)}{row},{SCORE_DECIMALS})", rounded, SCORE)


def _beside_shares(name: str, first: str, last: str, row: int) -> str:
    """Cells of a row, and the shares of the weight at the head of their columns."""
    sheet = sheet_ref(name)
    return f"{sheet}{first}{row}:{last}{row},{sheet}{first}${_SHARES_ROW}:{last}${_SHARES_ROW}"


def _status_words() -> dict[Status, str]:
    return {
        Status.RANKED: t("ranked"),
        Status.EXCLUDED: t("excluded"),
        Status.INSUFFICIENT: t("insufficient data"),
    }


def _quoted(text: str) -> str:
    """A text as formulas hold it."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _score_formula(layout: Layout, row: int) -> str:
    """The score from the theme scores, by the scenario's aggregation."""
    first, last = layout.theme_columns
    if not layout.evaluation.aggregation.formula.has_floor:
        return f"=SUMPRODUCT({first}{row}:{last}{row},{first}${_SHARES_ROW}:{last}${_SHARES_ROW})"
    terms = []
    for k in range(len(layout.themes)):
        column = letter(_FIRST_THEME_SCORE + k)
        share = f"{column}${_SHARES_ROW}"
        terms.append(f"IF({share}=0,0,{share}*LN(MAX({column}{row}/100,{layout.floor_cell})))")
    # The logarithm of 0 is an error: a theme at 0 that counts takes the score to 0.
    return f"=IFERROR(100*EXP({'+'.join(terms)}),0)"


@dataclass(frozen=True, slots=True)
class LivePlace:
    """Formulas of one place of the list, with what they give as exported."""

    rank: tuple[str, Value]
    name: tuple[str, Value]
    score: tuple[str, Value]


def live_top(layout: Layout, count: int) -> Sequence[LivePlace]:
    """Rank, name and score of the first ``count``, whatever the weights.

    Rows with the same published score stand in the order of the sheet.
    """
    published = _column(layout, layout.coverage_column + 2)
    ranked = f"({_column(layout, _STATUS)}={_quoted(_status_words()[Status.RANKED])})"
    key = f"{ranked}*(({published}+1)*1000000-ROW({published}))"
    names, scores, ranks = (_column(layout, column) for column in (_NAME, _SCORE, _RANK))
    evaluation, locations = layout.evaluation, layout.assessment.locations
    found = []
    for place, row in enumerate(layout.rows[:count], start=1):
        at = f"MATCH(SUMPRODUCT(LARGE({key},{place})),INDEX({key},0),0)"
        found.append(
            LivePlace(
                (f"=INDEX({ranks},{at})", int(evaluation.ranks[row])),
                (f"=INDEX({names},{at})", place_name(locations[row])),
                (f"=INDEX({scores},{at})", float(evaluation.scores[row])),
            )
        )
    return found


def sheet_ref(name: str) -> str:
    """A sheet as formulas point to it: its name in the language in force, quoted."""
    doubled = marked(name).replace("'", "''")
    return f"'{doubled}'!"


def _column(layout: Layout, column: int) -> str:
    return f"{sheet_ref(RANKING)}${letter(column)}${_FIRST_ROW}:${letter(column)}${layout.last_row}"
