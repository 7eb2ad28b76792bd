"""The ranked list as CSV: RFC 4180, UTF-8, the same bytes from the window and from the command line."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from functools import lru_cache

from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.core.robustness import Robustness
from advisor.costs.results import CostResult
from advisor.costs.summary import NEVER
from advisor.export.certainty import CERTAINTY_COLUMNS, certainty_entry
from advisor.export.metadata import metadata_document
from advisor.export.progress import Progress, told, unheard
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.inside_json import DESCRIPTION
from advisor.words.json_numbers import number_or_none

# Also where a program takes the text apart at a semicolon or tab; some take signs of full width for theirs.
_FORMULA = re.compile(r"^(?=[\t\r\n])|(^|[;\t\n\r|])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])")
STATUS_NAMES = {
    Status.RANKED: "ranked",
    Status.EXCLUDED: "excluded",
    Status.INSUFFICIENT: "insufficient data",
}
_FIXED = (
    "rank",
    "id",
    "iso3",
    "name",
    "region",
    "engagement",
    "status",
    "score",
    "score_worst",
    "score_best",
    "coverage",
    "reasons",
    "flags",
)

# Costs, USD, after everything else: low, middle, high of a range of P10 to P90.
COST_COLUMNS = (
    *(f"cost_year_per_fte_usd_{end}" for end in ("low", "likely", "high")),
    *(f"saving_pct_{end}" for end in ("low", "likely", "high")),
    *(f"payback_month_{end}" for end in ("low", "likely", "high")),
    *(f"price_hour_usd_{end}" for end in ("low", "likely", "high")),
    *(f"wage_month_usd_{end}" for end in ("low", "likely", "high")),
)


@lru_cache(20_000)
def safe_text(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before a sign that would begin one."""
    return _FORMULA.sub(lambda found: f"{found[0]}'", text)


def number_cell(value: float, digits: int = 10) -> str:
    """A number with a point for decimals in every locale; unknown is blank."""
    if math.isnan(value):
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else f"{value:.{digits}g}"


def ranking_rows(
    assessment: Assessment,
    top: int | None = None,
    certainty: Robustness | None = None,
    progress: Progress = unheard,
) -> list[list[str]]:
    """Header and one row a location in listing order.

    Args:
        assessment: the ranking.
        top: keeps the first so many ranked ones.
        certainty: of this ranking; adds the columns of ``CERTAINTY_COLUMNS``.
        progress: told the part that is done.
    """
    evaluation = assessment.evaluation
    weights = evaluation.weights
    criteria = evaluation.criteria
    costs = assessment.costs.result if assessment.costs else None
    header = [
        *_FIXED,
        *(CERTAINTY_COLUMNS if certainty else ()),
        *(f"contribution_{theme}" for theme in weights.themes),
        *(name for criterion in criteria for name in (criterion.id, f"{criterion.id}_method")),
        *(COST_COLUMNS if costs else ()),
    ]
    rows = [[safe_text(name) for name in header]]
    for row in told(evaluation.order.tolist(), progress):
        status = Status(evaluation.status[row])
        if top is not None and (status != Status.RANKED or len(rows) > top):
            continue
        location = assessment.locations[row]
        theme_parts = [
            evaluation.contributions[row, weights.theme_of == k].sum() for k in range(len(weights.themes))
        ]
        cells = [
            str(evaluation.ranks[row]) if status == Status.RANKED else "",
            safe_text(location.id),
            safe_text(location.iso3),
            safe_text(location.name),
            safe_text(location.region),
            assessment.engagement(row),
            STATUS_NAMES[status],
            *(number_cell(float(x[row])) for x in (evaluation.scores, evaluation.worst, evaluation.best)),
            number_cell(float(evaluation.coverage[row]), 6),
            safe_text("; ".join(assessment.reasons(row))),
            safe_text("; ".join(flag.text for flag in assessment.flags(int(row)))),
            *_certainty_cells(certainty, int(row)),
            *(number_cell(float(part)) for part in theme_parts),
        ]
        for j in range(len(criteria)):
            cells.append(number_cell(float(assessment.cells.values[row, j])))
            cells.append(CellMethod(evaluation.valued.methods[row, j]).name.lower())
        rows.append([*cells, *(_cost_cells(costs, int(row)) if costs else ())])
    return rows


def cost_numbers(costs: CostResult, row: int) -> dict[str, float | str | None]:
    """Costs of a place by ``COST_COLUMNS``: unknown is None, "never" is beyond the horizon."""
    return {
        name: NEVER if math.isinf(end) else number_or_none(round(end, 2))
        for name, end in zip(COST_COLUMNS, _cost_ends(costs, row), strict=True)
    }


def _cost_cells(costs: CostResult, row: int) -> list[str]:
    """Unknown is blank, a payback that does not come within the horizon is "never"."""
    return [NEVER if math.isinf(end) else number_cell(end, 6) for end in _cost_ends(costs, row)]


def _cost_ends(costs: CostResult, row: int) -> list[float]:
    figures = (
        costs.total_year_per_fte,
        costs.saving_pct,
        costs.payback_month,
        costs.price_hour,
        costs.wage_month,
    )
    return [float(end[row]) for each in figures for end in (each.p10, each.p50, each.p90)]


def _certainty_cells(certainty: Robustness | None, row: int) -> list[str]:
    if certainty is None:
        return []
    if not certainty.rank_low[row]:
        return [""] * len(CERTAINTY_COLUMNS)
    return [number_cell(float(figure)) for figure in certainty_entry(certainty, row).values()]


def ranking_csv(assessment: Assessment, top: int | None = None, certainty: Robustness | None = None) -> bytes:
    """The ranked list as CSV bytes: UTF-8, CRLF line ends, header row; see ``ranking_rows``."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(ranking_rows(assessment, top, certainty))
    return text.getvalue().encode("utf-8")


def ranking_files(
    assessment: Assessment, top: int | None = None, certainty: Robustness | None = None
) -> dict[str, bytes]:
    """The ranked list and its metadata, by the ending that is added to the name of the file."""
    document = json.dumps(metadata_document(assessment, certainty), indent=2, ensure_ascii=False) + "\n"
    return {"": ranking_csv(assessment, top, certainty), DESCRIPTION: document.encode("utf-8")}
