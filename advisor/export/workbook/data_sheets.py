"""The sheets that hold what the program counted: contributions, figures, costs, certainty, study, sources."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.costs.results import CostResult
from advisor.export.metadata import used_sources
from advisor.export.progress import Progress, part_of, told
from advisor.export.subject import Subject
from advisor.export.workbook.live_ranking import Layout
from advisor.export.workbook.sheet import MONEY, NUMBER, PRICE, SCORE, SHARE, WHOLE, Book, Value
from advisor.export.workbook.workbook_texts import (
    CERTAINTY_NOTE,
    CONTRIBUTIONS_NOTE,
    COSTS_NOTE,
    COUNTS,
    DECISIONS_NOTE,
    FIGURES_NOTE,
    HOW_KNOWN_NOTE,
    SCENARIOS_NOTE,
    SOURCES_NOTE,
)
from advisor.scenario.study.files import scenario_values
from advisor.words.formatting import number_text
from advisor.words.translation import marked, t

_HEAD_ROW, _FIRST_ROW = 4, 5
_MOST_ROWS = 50_000  # of a sheet with one row a figure

Row = Sequence[Value]


def _sheet(
    book: Book,
    name: str,
    heading: tuple[str, str],
    titles: Sequence[str],
    rows: Iterable[Row],
    formats: Sequence[str] = (),
    *,
    themes: Sequence[str | None] = (),
    fixed: int = 1,
) -> None:
    sheet = book.sheet(name)
    sheet.title(*heading)
    sheet.header(_HEAD_ROW, titles, themes)
    shown = [book.format(num_format=each) if each else None for each in formats]
    shown += [None] * (len(titles) - len(formats))
    for at, cells in enumerate(rows, start=_FIRST_ROW):
        sheet.put_row(at, 1, cells, shown)
    sheet.finish(_HEAD_ROW, (_FIRST_ROW, fixed + 1))


def add_contributions(book: Book, layout: Layout) -> None:
    """Which criterion brings how many points, in the ranking as exported."""
    evaluation, locations = layout.evaluation, layout.assessment.locations
    parts = evaluation.contributions[:, list(layout.order)]
    rows: Iterable[Row] = (
        [locations[row].name, float(evaluation.scores[row]), *parts[row].tolist()]
        for row in layout.rows
        if evaluation.status[row] == Status.RANKED
    )
    _sheet(
        book,
        "Contributions",
        (
            t("Contributions"),
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
    _sheet(book, "Figures", (t("Figures"), note), titles, _long_figures(layout, progress), formats, fixed=2)


def _long_figures(layout: Layout, progress: Progress) -> Iterator[Row]:
    assessment, cells = layout.assessment, layout.assessment.cells
    valued = layout.evaluation.valued
    for row in told(layout.rows, progress):
        for j, criterion in zip(layout.order, layout.criteria, strict=True):
            yield [
                assessment.locations[row].name,
                criterion.name,
                float(valued.raw[row, j]),
                criterion.unit,
                float(cells.low[row, j]),
                float(cells.high[row, j]),
                int(cells.years[row, j]) or None,
                CellMethod(int(valued.methods[row, j])).name.lower(),
                str(cells.sources[row, j]),
                str(cells.notes[row, j]),
            ]


def _add_wide_figures(book: Book, layout: Layout, progress: Progress) -> None:
    cells, order = layout.assessment.cells, list(layout.order)
    valued, names = layout.evaluation.valued, [location.name for location in layout.assessment.locations]
    raw = valued.raw[:, order]
    titles = [
        t("Location"),
        *(
            t("{title} ({unit})", title=each.name, unit=each.unit) if each.unit else each.name
            for each in layout.criteria
        ),
    ]
    themes = [None, *(criterion.theme for criterion in layout.criteria)]
    first, second = part_of(progress, 0.0, 0.5), part_of(progress, 0.5, 1.0)
    rows = ([names[row], *raw[row].tolist()] for row in told(layout.rows, first))
    formats = ["", *[NUMBER] * len(order)]
    heading = (t("Figures"), marked(FIGURES_NOTE))
    _sheet(book, "Figures", heading, titles, rows, formats, themes=themes)

    @cache
    def how(method: int, year: int, sources: str) -> str:
        parts = (CellMethod(method).name.lower(), str(year or ""), sources)
        return ", ".join(part for part in parts if part)

    def known(row: int) -> Row:
        parts = (valued.methods[row, order], cells.years[row, order], cells.sources[row, order])
        methods, years, sources = (part.tolist() for part in parts)
        return [names[row], *map(how, methods, years, map(str, sources))]

    told_rows = (known(row) for row in told(layout.rows, second))
    titles = [t("Location"), *(criterion.name for criterion in layout.criteria)]
    heading = (t("How known"), marked(HOW_KNOWN_NOTE))
    _sheet(book, "Provenance", heading, titles, told_rows, themes=themes)


def add_costs(book: Book, layout: Layout, result: CostResult) -> None:
    """Total cost, saving and payback of every location."""
    at = {location: row for row, location in enumerate(result.location_ids)}

    def cells(row: int) -> Row:
        location = layout.assessment.locations[row]
        here = at[location.id]
        payback = float(result.payback_month.p50[here])
        cost, saving = result.total_year_per_fte, result.saving_pct
        price, wage = result.price_hour, result.wage_month
        return [
            location.name,
            *(float(end[here]) for end in (cost.p10, cost.p50, cost.p90)),
            *(float(end[here]) / 100 for end in (saving.p10, saving.p50, saving.p90)),
            t("never") if math.isinf(payback) else payback,
            float(result.probability_of_saving[here]),
            float(result.saving.p50[here]),
            float(result.one_off.p50[here]),
            *(float(end[here]) for end in (price.p10, price.p50, price.p90)),
            *(float(end[here]) for end in (wage.p10, wage.p50, wage.p90)),
        ]

    titles = [t("Location"), t("Cost per person and year, low"), t("Median"), t("High")]
    titles += [t("Saving, low"), t("Median"), t("High"), t("Payback month"), t("Chance of any saving")]
    titles += [t("Saving over the horizon"), t("One-off cost")]
    titles += [t("Price of a productive hour, low"), t("Median"), t("High")]
    titles += [t("Wage a month as paid, low"), t("Median"), t("High")]
    terms = result.terms
    note = marked(
        COSTS_NOTE,
        currency=result.currency,
        people=terms.head_count,
        years=terms.years,
    )
    formats = ["", MONEY, MONEY, MONEY, SHARE, SHARE, SHARE, WHOLE, SHARE, MONEY, MONEY]
    formats += [PRICE] * 3 + [MONEY] * 3
    _sheet(book, "Costs", (t("Costs"), note), titles, (cells(row) for row in layout.rows), formats)


def add_certainty(book: Book, subject: Subject, layout: Layout) -> None:
    """How often each location takes which rank."""
    certainty = subject.certainty
    if certainty is None:
        return
    rows: Iterable[Row] = (
        [
            layout.assessment.locations[row].name,
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
        draws=certainty.draws,
        spread=number_text(certainty.spread),
        seed=certainty.seed,
    )
    titles = [t("Location"), t("First"), t("First three"), t("Likely ranks from"), t("Likely ranks to")]
    _sheet(book, "Certainty", (t("Certainty"), note), titles, rows, ["", "0%", "0%", WHOLE, WHOLE])


def add_scenarios(book: Book, subject: Subject) -> None:
    """Every scenario of the study, one column each, with what was decided in it."""
    scenarios = subject.study.scenarios
    tables = [_flat(scenario_values(scenario)) for scenario in scenarios]
    keys = list(dict.fromkeys(key for table in tables for key in table))
    rows: Iterable[Row] = ([key, *(table.get(key) for table in tables)] for key in keys)
    names = [
        t("{name} (active)", name=scenario.name) if scenario.name == subject.study.active else scenario.name
        for scenario in scenarios
    ]
    heading = (t("Scenarios"), marked(SCENARIOS_NOTE))
    _sheet(book, "Scenarios", heading, [t("Setting"), *names], rows)


def _flat(values: object, prefix: str = "") -> dict[str, Value]:
    """Nested settings as ``part.part`` to a single value."""
    if isinstance(values, dict):
        found: dict[str, Value] = {}
        for key, value in values.items():
            found |= _flat(value, f"{prefix}.{key}" if prefix else str(key))
        return found
    if isinstance(values, list | tuple):
        return {prefix: ", ".join(str(value) for value in values)}
    if values is None or isinstance(values, str | int | float):
        return {prefix: values}
    return {prefix: str(values)}


def add_decisions(book: Book, subject: Subject) -> None:
    """The decision log."""
    names = {location.id: location.name for location in subject.assessment.locations}
    rows = (
        [
            str(decision.date),
            decision.who,
            names.get(decision.chosen, decision.chosen),
            ", ".join(names.get(place, place) for place in decision.rejected),
            decision.note,
        ]
        for decision in subject.study.decisions
    )
    titles = [t("Date"), t("Who decided"), t("Chosen"), t("Rejected"), t("Why")]
    _sheet(book, "Decisions", (t("Decisions"), marked(DECISIONS_NOTE)), titles, rows)


def add_sources(book: Book, subject: Subject) -> None:
    """Where the figures come from, with the terms under which they may be shown."""
    rows = (
        [source[key] for key in ("id", "publisher", "dataset", "edition", "licence", "tier")]
        for source in used_sources(subject.assessment)
    )
    titles = [t("Id"), t("Publisher"), t("Data"), t("Edition"), t("Licence"), t("Terms")]
    _sheet(book, "Sources", (t("Sources"), marked(SOURCES_NOTE)), titles, rows)


def coverage_note(layout: Layout) -> str:
    """How many are ranked, excluded, and listed without rank."""
    counts = np.bincount(layout.evaluation.status, minlength=len(Status))
    return marked(
        COUNTS,
        ranked=counts[Status.RANKED],
        excluded=counts[Status.EXCLUDED],
        few=counts[Status.INSUFFICIENT],
    )
