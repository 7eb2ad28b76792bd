"""Every figure on a row of its own: unit, year, source, how it is known, weight and what it adds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from advisor.core.matrix import CellMethod
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.export.progress import Progress, told
from advisor.export.ranking_csv import number_cell, safe_text
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import fixed_number, short_number
from advisor.views.why.criteria_texts import METHOD_WORDS
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


def figure_rows(subject: Subject, progress: Progress) -> Iterator[list[str]]:
    """Header, then a row a location and criterion, in the order of the ranking.

    What is unknown has the estimate that it is ranked with, and says so.
    """
    assessment, evaluation = subject.assessment, subject.assessment.evaluation
    valued, weights, cells = evaluation.valued, evaluation.weights, assessment.cells
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
            safe_text(criterion.unit),
            fixed_number(100 * float(weights.flat[j]), 1),
        )
        for j, criterion in enumerate(evaluation.criteria)
    ]
    sources = _sources_named(subject)
    for row in told(evaluation.order.tolist(), progress):
        rank, name = str(evaluation.ranks[row] or ""), safe_text(assessment.locations[row].name)
        raw, low, high = valued.raw[row].tolist(), cells.low[row].tolist(), cells.high[row].tolist()
        values, parts = valued.values[row].tolist(), evaluation.contributions[row].tolist()
        years, how = cells.years[row].tolist(), valued.methods[row].tolist()
        for j, (theme, criterion, unit, weight) in enumerate(columns):
            yield [
                rank,
                name,
                theme,
                criterion,
                short_number(raw[j]),
                unit,
                short_number(low[j]),
                short_number(high[j]),
                str(years[j] or ""),
                methods[CellMethod(how[j])],
                sources(str(cells.sources[row, j])),
                weight,
                fixed_number(100 * values[j], 0),
                fixed_number(parts[j], SCORE_DECIMALS + 1),
                safe_text(str(cells.notes[row, j])),
            ]


def machine_figure_rows(subject: Subject, progress: Progress) -> Iterator[list[str]]:
    """The same with ids and every digit; weight and utility are shares, 0..1."""
    assessment, evaluation = subject.assessment, subject.assessment.evaluation
    valued, weights, cells = evaluation.valued, evaluation.weights, assessment.cells
    yield list(MACHINE_COLUMNS)
    columns = [
        (
            safe_text(criterion.theme),
            safe_text(criterion.id),
            safe_text(criterion.unit),
            number_cell(float(weights.flat[j])),
        )
        for j, criterion in enumerate(evaluation.criteria)
    ]
    for row in told(evaluation.order.tolist(), progress):
        location = assessment.locations[row]
        rank = str(evaluation.ranks[row] or "")
        place = (safe_text(location.id), safe_text(location.name))
        raw, low, high = valued.raw[row].tolist(), cells.low[row].tolist(), cells.high[row].tolist()
        values, parts = valued.values[row].tolist(), evaluation.contributions[row].tolist()
        years, how = cells.years[row].tolist(), valued.methods[row].tolist()
        for j, (theme, criterion, unit, weight) in enumerate(columns):
            yield [
                rank,
                *place,
                theme,
                criterion,
                number_cell(raw[j]),
                unit,
                number_cell(low[j]),
                number_cell(high[j]),
                str(years[j] or ""),
                CellMethod(how[j]).name.lower(),
                safe_text(str(cells.sources[row, j])),
                weight,
                number_cell(values[j]),
                number_cell(parts[j]),
                safe_text(str(cells.notes[row, j])),
            ]


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
