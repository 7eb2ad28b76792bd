"""The sheets that hold what the program counted: contributions, figures, costs, certainty, sources."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.costs.results import CostResult
from advisor.export.metadata import used_sources
from advisor.export.place_name import place_name
from advisor.export.progress import Progress, part_of, told
from advisor.export.subject import Subject
from advisor.export.workbook.live_ranking import Layout
from advisor.export.workbook.sheet import (
    MONEY,
    NUMBER,
    PRICE,
    SCORE,
    SHARE,
    WHOLE,
    Book,
    Row,
    Value,
    add_table,
)
from advisor.export.workbook.workbook_texts import (
    CERTAINTY,
    CERTAINTY_NOTE,
    CONTRIBUTIONS,
    CONTRIBUTIONS_NOTE,
    COSTS,
    COSTS_NOTE,
    COUNTS,
    FIGURES,
    FIGURES_NOTE,
    HOW_KNOWN,
    HOW_KNOWN_NOTE,
    SOURCES,
    SOURCES_NOTE,
)
from advisor.views.sources.source_texts import tier_name
from advisor.views.why.criteria_texts import METHOD_WORDS
from advisor.words.data_words import data_text
from advisor.words.formatting import number_text
from advisor.words.locale import digits
from advisor.words.translation import marked, t

_MOST_ROWS = 50_000  # of a sheet with one row a figure


def add_contributions(book: Book, layout: Layout) -> None:
    """Which criterion brings how many points, in the ranking as exported."""
    evaluation, locations = layout.evaluation, layout.assessment.locations
    parts = evaluation.contributions[:, list(layout.order)]
    rows: Iterable[Row] = (
        [place_name(locations[row]), float(evaluation.scores[row]), *parts[row].tolist()]
        for row in layout.rows
        if evaluation.status[row] == Status.RANKED
    )
    add_table(
        book,
        CONTRIBUTIONS,
        (
            marked(CONTRIBUTIONS),
            marked(CONTRIBUTIONS_NOTE),
        ),
        [t("Location"), t("Score"), *(criterion.name for criterion in layout.criteria)],
        rows,
        [""] + [SCORE] * (1 + len(layout.order)),
        themes=[None, None, *(criterion.theme for criterion in layout.criteria)],
    )


def add_figures(book: Book, layout: Layout, progress: Progress) -> None:
    """Every figure with unit, year, method, source and note.

    One row a figure; where there are very many, a row a location instead, and how each is known on a second
    sheet, because spreadsheets open a million rows of text slowly or not at all.
    """
    if len(layout.rows) * len(layout.order) > _MOST_ROWS:
        _add_wide_figures(book, layout, progress)
        return
    titles = [t("Location"), t("Criterion"), t("Figure"), t("Unit"), t("Low"), t("High"), t("Year")]
    titles += [t("Method"), t("Source"), t("Note")]
    note = marked(FIGURES_NOTE)
    formats = ["", "", NUMBER, "", NUMBER, NUMBER, WHOLE]
    add_table(book, FIGURES, (t("Figures"), note), titles, _long_figures(layout, progress), formats, fixed=2)


def _long_figures(layout: Layout, progress: Progress) -> Iterator[Row]:
    assessment, cells = layout.assessment, layout.assessment.cells
    valued, methods = layout.evaluation.valued, _method_words()
    for row in told(layout.rows, progress):
        for j, criterion in zip(layout.order, layout.criteria, strict=True):
            yield [
                place_name(assessment.locations[row]),
                criterion.name,
                float(valued.raw[row, j]),
                data_text(criterion.unit),
                float(cells.low[row, j]),
                float(cells.high[row, j]),
                int(cells.years[row, j]) or None,
                methods[CellMethod(int(valued.methods[row, j]))],
                str(cells.sources[row, j]),
                str(cells.notes[row, j]),
            ]


def _method_words() -> dict[CellMethod, str]:
    return {method: marked(word) for method, word in METHOD_WORDS.items()}


def _add_wide_figures(book: Book, layout: Layout, progress: Progress) -> None:
    cells, order = layout.assessment.cells, list(layout.order)
    valued, names = (
        layout.evaluation.valued,
        [place_name(location) for location in layout.assessment.locations],
    )
    raw = valued.raw[:, order]
    titles = [
        t("Location"),
        *(
            t("{title} ({unit})", title=each.name, unit=data_text(each.unit)) if each.unit else each.name
            for each in layout.criteria
        ),
    ]
    themes = [None, *(criterion.theme for criterion in layout.criteria)]
    first, second = part_of(progress, 0.0, 0.5), part_of(progress, 0.5, 1.0)
    rows = ([names[row], *raw[row].tolist()] for row in told(layout.rows, first))
    formats = ["", *[NUMBER] * len(order)]
    heading = (t("Figures"), marked(FIGURES_NOTE))
    add_table(book, FIGURES, heading, titles, rows, formats, themes=themes)

    methods = _method_words()

    @cache
    def how(method: int, year: int, sources: str) -> str:
        parts = (methods[CellMethod(method)], str(year or ""), sources)
        return ", ".join(part for part in parts if part)

    def known(row: int) -> Row:
        parts = (valued.methods[row, order], cells.years[row, order], cells.sources[row, order])
        methods, years, sources = (part.tolist() for part in parts)
        return [names[row], *map(how, methods, years, map(str, sources))]

    told_rows = (known(row) for row in told(layout.rows, second))
    titles = [t("Location"), *(criterion.name for criterion in layout.criteria)]
    heading = (t("How known"), marked(HOW_KNOWN_NOTE))
    add_table(book, HOW_KNOWN, heading, titles, told_rows, themes=themes)


def add_costs(book: Book, layout: Layout, result: CostResult) -> None:
    """Total cost, saving and payback of every location."""
    at = {location: row for row, location in enumerate(result.location_ids)}

    def month(value: float, here: int) -> Value:
        if here == result.home_index:  # nothing moves, so nothing is paid back
            return None
        return t("never") if math.isinf(value) else value

    def cells(row: int) -> Row:
        location = layout.assessment.locations[row]
        here = at[location.id]
        payback = result.payback_month
        cost, saving = result.total_year_per_fte, result.saving_pct
        price, wage = result.price_hour, result.wage_month
        return [
            place_name(location),
            *(float(end[here]) for end in (cost.p10, cost.p50, cost.p90)),
            *(float(end[here]) / 100 for end in (saving.p10, saving.p50, saving.p90)),
            *(month(float(end[here]), here) for end in (payback.p10, payback.p50, payback.p90)),
            float(result.probability_of_saving[here]),
            float(result.saving.p50[here]),
            float(result.one_off.p50[here]),
            *(float(end[here]) for end in (price.p10, price.p50, price.p90)),
            *(float(end[here]) for end in (wage.p10, wage.p50, wage.p90)),
        ]

    cost = {"money": result.currency}
    titles = [
        t("Location"),
        t("Cost per person and year, low ({money})", **cost),
        t("Cost per person and year, median ({money})", **cost),
        t("Cost per person and year, high ({money})", **cost),
        t("Saving, low"),
        t("Saving, median"),
        t("Saving, high"),
        t("Payback, earliest (month)"),
        t("Payback, median (month)"),
        t("Payback, latest (month)"),
        t("Chance of any saving"),
        t("Saving over the horizon, median ({money})", **cost),
        t("One-off cost, median ({money})", **cost),
        t("Price of a productive hour, low ({money})", **cost),
        t("Price of a productive hour, median ({money})", **cost),
        t("Price of a productive hour, high ({money})", **cost),
        t("Wage a month as paid, low ({money})", **cost),
        t("Wage a month as paid, median ({money})", **cost),
        t("Wage a month as paid, high ({money})", **cost),
    ]
    terms = result.terms
    note = marked(
        COSTS_NOTE,
        currency=result.currency,
        people=terms.head_count,
        years=terms.years,
    )
    formats = ["", *[MONEY] * 3, *[SHARE] * 3, *[WHOLE] * 3, SHARE, *[MONEY] * 2, *[PRICE] * 3, *[MONEY] * 3]
    add_table(book, COSTS, (t("Costs"), note), titles, (cells(row) for row in layout.rows), formats)


def add_certainty(book: Book, subject: Subject, layout: Layout) -> None:
    """How often each location takes which rank."""
    certainty = subject.certainty
    if certainty is None:
        return
    rows: Iterable[Row] = (
        [
            place_name(layout.assessment.locations[row]),
            float(certainty.p_first[row]),
            float(certainty.p_top3[row]),
            int(certainty.rank_low[row]),
            int(certainty.rank_high[row]),
        ]
        for row in layout.rows
        if certainty.rank_low[row]
    )
    note = marked(
        CERTAINTY_NOTE,
        draws=digits(certainty.draws),
        spread=number_text(certainty.spread),
        seed=certainty.seed,
    )
    titles = [t("Location"), t("First"), t("First three"), t("Likely ranks from"), t("Likely ranks to")]
    add_table(book, CERTAINTY, (t("Certainty"), note), titles, rows, ["", "0%", "0%", WHOLE, WHOLE])


def add_sources(book: Book, subject: Subject) -> None:
    """Where the figures come from, with the terms under which they may be shown."""
    rows: Iterator[Row] = (
        [
            *(source[key] for key in ("id", "publisher", "dataset", "edition", "licence")),
            tier_name(source["tier"]),
        ]
        for source in used_sources(subject.assessment)
    )
    titles = [t("Id"), t("Publisher"), t("Data"), t("Edition"), t("Licence"), t("Terms")]
    add_table(book, SOURCES, (t("Sources"), marked(SOURCES_NOTE)), titles, rows)


def coverage_note(layout: Layout) -> str:
    """How many are ranked, excluded, and listed without rank."""
    counts = np.bincount(layout.evaluation.status, minlength=len(Status))
    return marked(
        COUNTS,
        ranked=counts[Status.RANKED],
        excluded=counts[Status.EXCLUDED],
        few=counts[Status.INSUFFICIENT],
    )
