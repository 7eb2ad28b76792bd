"""Every figure on a row of its own: unit, year, source, how it is known, weight and what it adds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from advisor.core.matrix import CellMethod
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.export.place_name import place_name
from advisor.export.progress import Progress, told
from advisor.export.ranking_csv import number_cell, safe_text
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import fixed_number, short_number
from advisor.views.why.criteria_texts import METHOD_WORDS
from advisor.words.data_words import data_text
from advisor.words.translation import marked, t, tn

_NAMED = 3  # sources of a figure that are named; a cost rests on thirty

# Ids that scripts rely on: columns are added, never renamed.
MACHINE_COLUMNS = (
    "rank",
    "location_id",
    "location",
    "theme",
    "criterion_id",
    "value",
    "unit",
    "low",
    "high",
    "year",
    "method",
    "source_ids",
    "weight",
    "utility",
    "contribution",
    "note",
)


@dataclass(frozen=True, slots=True)
class _Figure:
    """What is known of one location on one criterion, and what it does to the score.

    Attributes:
        row, column: indices of the location and of the criterion.
        rank: as text, empty where it has none.
        raw, low, high: the figure that counts and its interval, NaN where there is none.
        year: as text, empty where none is known.
        method: how it is known.
        source_ids, note: as in the pack.
        value: 0..1 between the goalposts.
        part: points added to the score.
    """

    row: int
    column: int
    rank: str
    raw: float
    low: float
    high: float
    year: str
    method: CellMethod
    source_ids: str
    note: str
    value: float
    part: float


def figure_rows(subject: Subject, progress: Progress) -> Iterator[list[str]]:
    """Header, then a row a location and criterion, in the order of the ranking.

    What is unknown has the estimate that it is ranked with, and says so.
    """
    assessment, evaluation = subject.assessment, subject.assessment.evaluation
    yield [
        t("Rank"),
        t("Location"),
        t("Theme"),
        t("Criterion"),
        t("Figure"),
        t("Unit"),
        t("Low"),
        t("High"),
        t("Year"),
        t("Known as"),
        t("Source"),
        t("Weight (% of the whole)"),
        t("Value (0\N{EN DASH}100 between its goalposts)"),
        t("Points added to the score"),
        t("Note"),
    ]
    methods = {method: marked(word) for method, word in METHOD_WORDS.items()}
    columns = [
        (
            safe_text(assessment.pack.theme_label(criterion.theme)),
            safe_text(criterion.name),
            safe_text(data_text(criterion.unit)),
            fixed_number(100 * float(evaluation.weights.flat[j]), 1),
        )
        for j, criterion in enumerate(evaluation.criteria)
    ]
    names = [safe_text(place_name(location)) for location in assessment.locations]
    sources = _sources_named(subject)
    for one in _figures(subject, progress):
        theme, criterion, unit, weight = columns[one.column]
        yield [
            one.rank,
            names[one.row],
            theme,
            criterion,
            short_number(one.raw),
            unit,
            short_number(one.low),
            short_number(one.high),
            one.year,
            methods[one.method],
            sources(one.source_ids),
            weight,
            fixed_number(100 * one.value, 0),
            fixed_number(one.part, SCORE_DECIMALS + 1),
            one.note,
        ]


def machine_figure_rows(subject: Subject, progress: Progress) -> Iterator[list[str]]:
    """The same with ids and every digit; weight and utility are shares, 0..1."""
    assessment, evaluation = subject.assessment, subject.assessment.evaluation
    yield list(MACHINE_COLUMNS)
    columns = [
        (
            safe_text(criterion.theme),
            safe_text(criterion.id),
            safe_text(criterion.unit),
            number_cell(float(evaluation.weights.flat[j])),
        )
        for j, criterion in enumerate(evaluation.criteria)
    ]
    places = [(safe_text(location.id), safe_text(location.name)) for location in assessment.locations]
    for one in _figures(subject, progress):
        theme, criterion, unit, weight = columns[one.column]
        yield [
            one.rank,
            *places[one.row],
            theme,
            criterion,
            number_cell(one.raw),
            unit,
            number_cell(one.low),
            number_cell(one.high),
            one.year,
            one.method.name.lower(),
            safe_text(one.source_ids),
            weight,
            number_cell(one.value),
            number_cell(one.part),
            one.note,
        ]


def _figures(subject: Subject, progress: Progress) -> Iterator[_Figure]:
    """Every figure in the order of the ranking, criterion by criterion."""
    evaluation, cells = subject.assessment.evaluation, subject.assessment.cells
    valued = evaluation.valued
    for row in told(evaluation.order.tolist(), progress):
        rank = str(evaluation.ranks[row] or "")
        raw, low, high = valued.raw[row].tolist(), cells.low[row].tolist(), cells.high[row].tolist()
        values, parts = valued.values[row].tolist(), evaluation.contributions[row].tolist()
        years, how = cells.years[row].tolist(), valued.methods[row].tolist()
        for j in range(len(evaluation.criteria)):
            yield _Figure(
                row=row,
                column=j,
                rank=rank,
                raw=raw[j],
                low=low[j],
                high=high[j],
                year=str(years[j] or ""),
                method=CellMethod(how[j]),
                source_ids=str(cells.sources[row, j]),
                note=safe_text(str(cells.notes[row, j])),
                value=values[j],
                part=parts[j],
            )


def _sources_named(subject: Subject) -> Callable[[str], str]:
    known = subject.assessment.sources

    @cache
    def named(ids: str) -> str:
        """Who published it, and what; of many the first few, and how many more there are."""
        listed, said = list(filter(None, ids.split(";"))), []
        for one in listed[:_NAMED]:
            source = known.get(one)
            parts = (source.publisher, source.dataset, source.edition) if source is not None else (one,)
            said.append(", ".join(part for part in parts if part) or one)
        text = "; ".join(said)
        more = len(listed) - len(said)
        if more > 0:
            text = tn("{sources}; {count} more", "{sources}; {count} more", more, sources=text)
        return safe_text(text)

    return named
