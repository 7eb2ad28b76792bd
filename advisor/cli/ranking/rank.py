"""``location-advisor rank``: the ranked list as a table, CSV or JSON."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import add_scenario_options, assess_options
from advisor.cli.printing import emit, json_text, table_text, writing
from advisor.core.aggregation.registry import headline_methods, opinion_methods
from advisor.core.evaluation import Status
from advisor.core.robustness import DRAWS_AT_REST, Robustness, robustness
from advisor.core.sampling import DEFAULT_SEED, DEFAULT_SPREAD
from advisor.export.ranking_csv import ranking_csv, ranking_files
from advisor.export.ranking_json import ranking_document
from advisor.export.writing import write_beside
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.ranking.second_opinion import by_second_opinion
from advisor.scenario.study.scenario import LARGEST_SPREAD
from advisor.words.formatting import figure_text, percent_text, range_text, share_text
from advisor.words.locale import digits
from advisor.words.translation import t

EXAMPLES = """examples:
  location-advisor rank --home GBR --function customer-support --top 10
  location-advisor rank --home USA --function software-development --theme-weight cost=40 people=30
  location-advisor rank my.advisor --must 'overlap>=4' 'cost_per_fte<=40000'
  location-advisor rank my.advisor --format csv --out ranked.csv
  location-advisor rank --pack my-pack --format json
  location-advisor rank my.advisor --robustness --spread 0.5 --top 10
  location-advisor rank my.advisor --aggregation promethee
"""
MOST_DRAWS = 200_000  # sampling error is a tenth of a percentage point there


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    parser.add_argument("--top", type=int, metavar="N", help="only the first N ranked locations")
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help="default: table")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to a file; csv adds FILE.meta.json")
    parser.add_argument(
        "--robustness",
        action="store_true",
        help="how sure: chance of rank 1 and ranks 1-3, 5-95%% rank interval",
    )
    parser.add_argument("--draws", type=int, metavar="N", help=f"with --robustness (default {DRAWS_AT_REST})")
    parser.add_argument("--seed", type=int, metavar="N", help=f"with --robustness (default {DEFAULT_SEED})")
    parser.add_argument(
        "--spread",
        type=float,
        metavar="S",
        help=f"with --robustness: how far off weights may be, 0 to {LARGEST_SPREAD:g} "
        f"(scenario's, or {DEFAULT_SPREAD})",
    )


def run(options: argparse.Namespace) -> int:
    """Rank and print.

    Raises:
        CommandError: bad input.
    """
    if options.top is not None and options.top < 1:
        raise CommandError(f"--top is {options.top}: it must be 1 or more.")
    _check_draws(options)
    opinion = options.aggregation if options.aggregation in opinion_methods() else None
    if opinion and options.robustness:
        known = " or ".join(headline_methods())
        message = f"--robustness does not go with {opinion}, a second opinion: use {known}."
        raise CommandError(message)
    if opinion:
        options.aggregation = None  # the headline, which decides who is ranked, stays the scenario's
    assessment = assess_options(options)
    certainty = _certainty(options, assessment) if options.robustness else None
    if opinion:
        assessment = by_second_opinion(assessment, opinion)
    if options.format == "csv" and options.out:
        with writing(options.out):
            write_beside(options.out, ranking_files(assessment, options.top, certainty))
    elif options.format == "csv":
        emit(ranking_csv(assessment, options.top, certainty))
    elif options.format == "json":
        emit(json_text(ranking_document(assessment, options.top, certainty)), options.out)
    else:
        emit(ranking_table(assessment, options.top, certainty), options.out)
    return 0


def _check_draws(options: argparse.Namespace) -> None:
    for name in ("draws", "seed", "spread"):
        if getattr(options, name) is not None and not options.robustness:
            raise CommandError(f"--{name} says how certainty is computed: add --robustness.")
    if options.draws is not None and not 1 <= options.draws <= MOST_DRAWS:
        raise CommandError(f"--draws is {options.draws}: it must be between 1 and {MOST_DRAWS}.")


def _certainty(options: argparse.Namespace, assessment: Assessment) -> Robustness | None:
    draws = DRAWS_AT_REST if options.draws is None else options.draws
    seed = DEFAULT_SEED if options.seed is None else options.seed
    try:
        return robustness(assessment.evaluation, draws, seed, assessment.scenario.weight_spread)
    except ValueError as error:
        raise CommandError(str(error)) from error


def ranking_table(assessment: Assessment, top: int | None = None, certainty: Robustness | None = None) -> str:
    """The ranked list for people: one line a location, and what was left out below."""
    evaluation = assessment.evaluation
    ids = [criterion.id for criterion in evaluation.criteria]
    shown = [name for name in ("cost_per_fte", "overlap") if name in ids]
    placed = assessment.home_figures is not None
    columns: list[tuple[str, str]] = [("Rank", "right"), ("Location", "left")]
    columns += [("Model", "left")] if placed else []
    columns += [("Score", "right")]
    columns += [(name, "right") for name in ("First", "Top 3", "Ranks")] if certainty else []
    columns += [({"cost_per_fte": "USD/FTE/year", "overlap": "Overlap"}[name], "right") for name in shown]
    columns += [("Coverage", "right")]
    flagged = any(assessment.flags(int(row)) for row in evaluation.order)
    columns += [("Flags", "left")] if flagged else []
    rows = []
    ranked = [row for row in evaluation.order if evaluation.status[row] == Status.RANKED]
    tied = {int(rank) for rank in evaluation.ranks if np.count_nonzero(evaluation.ranks == rank) > 1}
    for row in ranked[:top]:
        rank = int(evaluation.ranks[row])
        cells = [f"{rank}=" if rank in tied else f"{rank} ", assessment.locations[row].name]
        cells += [assessment.engagement(row)] if placed else []
        cells += [digits(evaluation.scores[row], 1)]
        if certainty:
            cells += [share_text(float(certainty.p_first[row])), share_text(float(certainty.p_top3[row]))]
            cells += [f"{certainty.rank_low[row]}\N{EN DASH}{certainty.rank_high[row]}"]
        cells += [_figure(assessment, row, ids.index(name)) for name in shown]
        cells += [percent_text(float(evaluation.coverage[row]))]
        cells += ["; ".join(flag.text for flag in assessment.flags(int(row)))] if flagged else []
        rows.append(cells)
    table = table_text([(name, "right" if side == "right" else "left") for name, side in columns], rows)
    if flagged:
        table += f"{t('A place without a flag is not cleared: lists are dated and not complete.')}\n"
    below = _left_out(assessment, None if top is None else len(ranked))
    return f"{heading(assessment)}\n\n{table}\n{_remark(certainty)}{below}"


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
    if opinion := opinion_methods().get(assessment.second_opinion):
        parts.append(f"second opinion by {opinion.name}, not the headline ranking")
    return ", ".join(parts)


def _remark(certainty: Robustness | None) -> str:
    if certainty is None:
        return ""
    return (
        f"First, Top 3: share of {certainty.draws} plausible weightings (spread {certainty.spread:g}, "
        f"seed {certainty.seed}); Ranks: nine times out of ten.\n"
    )


def _figure(assessment: Assessment, row: int, j: int) -> str:
    cells = assessment.cells
    low, high = float(cells.low[row, j]), float(cells.high[row, j])
    if assessment.evaluation.criteria[j].id == "cost_per_fte" and not np.isnan(low):
        return range_text(low, high)
    return figure_text(float(cells.values[row, j]), assessment.evaluation.criteria[j].unit, with_unit=False)


def _left_out(assessment: Assessment, ranked: int | None) -> str:
    evaluation = assessment.evaluation
    counted = "1 location is" if ranked == 1 else f"{ranked} locations are"
    lines = [f"{counted} ranked."] if ranked is not None else []
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
