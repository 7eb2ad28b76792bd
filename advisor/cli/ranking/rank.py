"""``location-advisor rank``: the ranked list as a table, CSV or JSON."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import add_scenario_options, assess_options
from advisor.cli.printing import emit, json_text, table_text, writing
from advisor.core.aggregation.registry import headline_methods, opinion_methods
from advisor.core.evaluation import Status
from advisor.core.sampling import DEFAULT_SEED, DEFAULT_SPREAD, DRAWS_AT_REST
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.scenario import LARGEST_SPREAD
from advisor.words.formatting import (
    either_text,
    figure_text,
    in_sentence,
    percent_text,
    range_text,
    share_text,
)
from advisor.words.locale import digits
from advisor.words.translation import mark, marked, t, tn

if TYPE_CHECKING:
    from advisor.core.robustness import Robustness

EXAMPLES = mark("""examples:
  location-advisor rank --home GBR --function customer-support --top 10
  location-advisor rank --home USA --function software-development --theme-weight cost=40 people=30
  location-advisor rank my.advisor --must 'overlap>=4' 'cost_per_fte<=40000'
  location-advisor rank my.advisor --format csv --out ranked.csv
  location-advisor rank --pack my-pack --format json
  location-advisor rank my.advisor --robustness --spread 0.5 --top 10
  location-advisor rank my.advisor --aggregation promethee
""")
MOST_DRAWS = 200_000  # sampling error is a tenth of a percentage point there

_NAMED = 8  # of those that are left out


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    parser.add_argument("--top", type=int, metavar="N", help=t("only the first N ranked locations"))
    parser.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help=t("default: table")
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help=t("write to a file; csv adds FILE.meta.json")
    )
    parser.add_argument(
        "--robustness",
        action="store_true",
        help=t("how sure: chance of rank 1 and ranks 1–3, 5–95%% rank interval"),
    )
    parser.add_argument(
        "--draws",
        type=int,
        metavar="N",
        help=t("with --robustness (default {draws_at_rest})", draws_at_rest=DRAWS_AT_REST),
    )
    parser.add_argument(
        "--seed",
        type=int,
        metavar="N",
        help=t("with --robustness (default {default_seed})", default_seed=DEFAULT_SEED),
    )
    parser.add_argument(
        "--spread",
        type=float,
        metavar="S",
        help=t(
            "with --robustness: how far off weights may be, 0 to {largest_spread} (scenario's, or "
            "{default_spread})",
            largest_spread=f"{LARGEST_SPREAD:g}",
            default_spread=DEFAULT_SPREAD,
        ),
    )


def run(options: argparse.Namespace) -> int:
    """Rank and print.

    Raises:
        CommandError: bad input.
    """
    if options.top is not None and options.top < 1:
        raise CommandError(t("--top is {top}: it must be 1 or more.", top=options.top))
    _check_draws(options)
    opinion = options.aggregation if options.aggregation in opinion_methods() else None
    if opinion and options.robustness:
        known = either_text([*headline_methods()])
        message = t(
            "--robustness does not go with {opinion}, a second opinion: use {known}.",
            opinion=opinion,
            known=known,
        )
        raise CommandError(message)
    if opinion:
        options.aggregation = None  # the headline, which decides who is ranked, stays the scenario's
    assessment = assess_options(options)
    certainty = _certainty(options, assessment) if options.robustness else None
    if opinion:
        from advisor.scenario.ranking.second_opinion import by_second_opinion

        assessment = by_second_opinion(assessment, opinion)
    if options.format == "csv":
        _write_csv(assessment, options, certainty)
    elif options.format == "json":
        from advisor.export.ranking_json import ranking_document

        emit(json_text(ranking_document(assessment, options.top, certainty)), options.out)
    else:
        emit(ranking_table(assessment, options.top, certainty), options.out)
    return 0


def _write_csv(assessment: Assessment, options: argparse.Namespace, certainty: Robustness | None) -> None:
    from advisor.export.ranking_csv import ranking_csv, ranking_files
    from advisor.export.writing import write_beside

    if options.out is None:
        emit(ranking_csv(assessment, options.top, certainty))
        return
    with writing(options.out):
        write_beside(options.out, ranking_files(assessment, options.top, certainty))


def _check_draws(options: argparse.Namespace) -> None:
    for name in ("draws", "seed", "spread"):
        if getattr(options, name) is not None and not options.robustness:
            raise CommandError(t("--{name} says how certainty is computed: add --robustness.", name=name))
    if options.draws is not None and not 1 <= options.draws <= MOST_DRAWS:
        raise CommandError(
            t(
                "--draws is {draws}: it must be between 1 and {most_draws}.",
                draws=options.draws,
                most_draws=MOST_DRAWS,
            )
        )


def _certainty(options: argparse.Namespace, assessment: Assessment) -> Robustness | None:
    from advisor.core.robustness import robustness

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
    columns: list[tuple[str, str]] = [(t("Rank"), "right"), (t("Location"), "left")]
    columns += [(t("Model"), "left")] if placed else []
    columns += [(t("Score"), "right")]
    columns += [(name, "right") for name in (t("First"), t("Top 3"), t("Ranks"))] if certainty else []
    columns += [
        ({"cost_per_fte": t("USD/FTE/year"), "overlap": t("Overlap")}[name], "right") for name in shown
    ]
    columns += [(t("Coverage"), "right")]
    flagged = any(assessment.flags(int(row)) for row in evaluation.order)
    columns += [(t("Flags"), "left")] if flagged else []
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
        remark = t("A place without a flag is not cleared: lists are dated and not complete.")
        table += f"{remark}\n"
    below = _left_out(assessment, None if top is None else len(ranked))
    return f"{heading(assessment)}\n\n{table}\n{_remark(certainty)}{below}"


def heading(assessment: Assessment) -> str:
    """One line that says what was ranked."""
    scenario, pack = assessment.scenario, assessment.pack
    parts = []
    if scenario.home:
        parts.append(t("Home {name}", name=pack.location(scenario.home).name))
    if scenario.function:
        parts.append(in_sentence(pack.functions[scenario.function].label))
        parts.append(tn("{count} person", "{count} people", scenario.headcount))
    parts.append(t("data pack {name} {version}", name=pack.title, version=pack.version).rstrip())
    if opinion := opinion_methods().get(assessment.second_opinion):
        parts.append(t("second opinion by {name}, not the headline ranking", name=opinion.name))
    return ", ".join(parts)


def _remark(certainty: Robustness | None) -> str:
    if certainty is None:
        return ""
    said = t(
        "First, Top 3: share of {draws} plausible weightings (spread {spread}, seed {seed}); Ranks: nine "
        "times "
        "out of ten.",
        draws=certainty.draws,
        spread=f"{certainty.spread:g}",
        seed=certainty.seed,
    )
    return f"{said}\n"


def _figure(assessment: Assessment, row: int, j: int) -> str:
    cells = assessment.cells
    low, high = float(cells.low[row, j]), float(cells.high[row, j])
    if assessment.evaluation.criteria[j].id == "cost_per_fte" and not np.isnan(low):
        return range_text(low, high)
    return figure_text(float(cells.values[row, j]), assessment.evaluation.criteria[j].unit, with_unit=False)


def _left_out(assessment: Assessment, ranked: int | None) -> str:
    evaluation = assessment.evaluation
    lines = []
    if ranked is not None:
        lines.append(tn("{count} location is ranked.", "{count} locations are ranked.", ranked))
    headings = ((Status.EXCLUDED, mark("Excluded")), (Status.INSUFFICIENT, mark("Too little data")))
    for status, heading_text in headings:
        rows = [row for row in evaluation.order if evaluation.status[row] == status]
        if not rows:
            continue
        names = [assessment.locations[row].name for row in rows]
        if status == Status.EXCLUDED:
            names = [
                t("{name} ({reasons})", name=name, reasons="; ".join(assessment.reasons(row)))
                for name, row in zip(names, rows, strict=True)
            ]
        told = {"heading": marked(heading_text), "count": len(rows), "names": ", ".join(names[:_NAMED])}
        if len(names) > _NAMED:
            more = len(names) - _NAMED
            lines.append(t("{heading} ({count}): {names} and {more} more", more=more, **told))
        else:
            lines.append(t("{heading} ({count}): {names}", **told))
    return "\n".join(lines) + "\n" if lines else ""
