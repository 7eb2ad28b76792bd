"""``location-advisor rank``: the ranked list as a table, CSV or JSON."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from advisor.cli.errors import CommandError
from advisor.cli.printing import emit, json_text, table_text, writing
from advisor.cli.scenario_options import add_scenario_options, assess_options
from advisor.core.evaluation import Status
from advisor.export.ranking_csv import export_ranking, ranking_csv
from advisor.export.ranking_json import ranking_document
from advisor.scenario.assessment import Assessment
from advisor.scenario.formatting import figure_text, percent_text, range_text

EXAMPLES = """examples:
  location-advisor rank --home GBR --function customer-support --top 10
  location-advisor rank --home USA --function software-development --theme-weight cost=40 people=30
  location-advisor rank my.advisor.json --must 'overlap>=4' 'cost_per_fte<=40000'
  location-advisor rank my.advisor.json --format csv --out ranked.csv
  location-advisor rank --pack my-pack --format json
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    parser.add_argument("--top", type=int, metavar="N", help="only the first N ranked locations")
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: table")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to a file; csv adds FILE.meta.json")


def run(options: argparse.Namespace) -> int:
    """Rank and print.

    Raises:
        CommandError: bad input.
    """
    if options.top is not None and options.top < 1:
        raise CommandError(f"--top is {options.top}: it must be 1 or more.")
    assessment = assess_options(options)
    if options.format == "csv" and options.out:
        with writing(options.out):
            export_ranking(assessment, options.out, options.top)
    elif options.format == "csv":
        emit(ranking_csv(assessment, options.top))
    elif options.format == "json":
        emit(json_text(ranking_document(assessment, options.top)), options.out)
    else:
        emit(ranking_table(assessment, options.top), options.out)
    return 0


def ranking_table(assessment: Assessment, top: int | None = None) -> str:
    """The ranked list for people: one line a location, and what was left out below."""
    evaluation = assessment.evaluation
    ids = [criterion.id for criterion in evaluation.criteria]
    shown = [name for name in ("cost_per_fte", "overlap") if name in ids]
    placed = assessment.home_figures is not None
    columns: list[tuple[str, str]] = [("Rank", "right"), ("Location", "left")]
    columns += [("Model", "left")] if placed else []
    columns += [("Score", "right")]
    columns += [({"cost_per_fte": "USD/FTE/year", "overlap": "Overlap"}[name], "right") for name in shown]
    columns += [("Coverage", "right")]
    rows = []
    ranked = [row for row in evaluation.order if evaluation.status[row] == Status.RANKED]
    tied = {int(rank) for rank in evaluation.ranks if np.count_nonzero(evaluation.ranks == rank) > 1}
    for row in ranked[:top]:
        rank = int(evaluation.ranks[row])
        cells = [f"{rank}=" if rank in tied else f"{rank} ", assessment.locations[row].name]
        cells += [assessment.engagement(row)] if placed else []
        cells += [f"{evaluation.scores[row]:.1f}"]
        cells += [_figure(assessment, row, ids.index(name)) for name in shown]
        cells += [percent_text(float(evaluation.coverage[row]))]
        rows.append(cells)
    table = table_text([(name, "right" if side == "right" else "left") for name, side in columns], rows)
    return f"{heading(assessment)}\n\n{table}\n{_left_out(assessment, None if top is None else len(ranked))}"


def heading(assessment: Assessment) -> str:
    """One line that says what was ranked."""
    scenario, pack = assessment.scenario, assessment.pack
    parts = []
    if scenario.home:
        parts.append(f"Home {pack.location(scenario.home).name}")
    if scenario.function:
        parts.append(pack.functions[scenario.function].label.lower())
        parts.append(f"{scenario.headcount} people")
    parts.append(f"data pack {pack.name} {pack.version}".rstrip())
    return ", ".join(parts)


def _figure(assessment: Assessment, row: int, j: int) -> str:
    cells = assessment.cells
    low, high = float(cells.low[row, j]), float(cells.high[row, j])
    if assessment.evaluation.criteria[j].id == "cost_per_fte" and not np.isnan(low):
        return range_text(low, high)
    return figure_text(float(cells.values[row, j]), assessment.evaluation.criteria[j].unit, with_unit=False)


def _left_out(assessment: Assessment, ranked: int | None) -> str:
    evaluation = assessment.evaluation
    lines = [f"{ranked} locations are ranked."] if ranked is not None else []
    for status, heading_text in ((Status.EXCLUDED, "Excluded"), (Status.INSUFFICIENT, "Too little data")):
        rows = [row for row in evaluation.order if evaluation.status[row] == status]
        if not rows:
            continue
        names = [assessment.locations[row].name for row in rows]
        if status == Status.EXCLUDED:
            names = [
                f"{name} ({'; '.join(assessment.reasons(row))})"
                for name, row in zip(names, rows, strict=True)
            ]
        shown = ", ".join(names[:8])
        more = f" and {len(names) - 8} more" if len(names) > 8 else ""
        lines.append(f"{heading_text} ({len(names)}): {shown}{more}")
    return "\n".join(lines) + "\n" if lines else ""
