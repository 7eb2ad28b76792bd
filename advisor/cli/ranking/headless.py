"""``location-advisor headless``: the main job without a window: ranked list, map and the top ten."""

from __future__ import annotations

import argparse
from pathlib import Path

from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import add_scenario_options, assess_options
from advisor.cli.printing import emit, writing
from advisor.cli.ranking.rank import ranking_table
from advisor.export.ranking_csv import ranking_files
from advisor.export.writing import write_beside
from advisor.paths import DEFAULT_PACK, EXAMPLE_STUDY
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor headless                       the built-in example into the folder out
  location-advisor headless my.advisor --out results
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    parser.add_argument(
        "--out", type=Path, default=Path("out"), metavar="DIR", help=t("folder (default: out)")
    )


def run(options: argparse.Namespace) -> int:
    """Write ``ranked.csv`` (with its metadata) and ``map.png``, print the top ten.

    Raises:
        CommandError: bad input, or the folder or the map cannot be made.
    """
    from advisor.ui.map.map_rendering import RenderingError, render_map, use_offscreen

    if options.study is None and options.pack == DEFAULT_PACK:
        options.study = EXAMPLE_STUDY
    assessment = assess_options(options)
    table, picture = options.out / "ranked.csv", options.out / "map.png"
    with writing(options.out):
        options.out.mkdir(parents=True, exist_ok=True)
        write_beside(table, ranking_files(assessment))
    emit(ranking_table(assessment, top=10))
    if assessment.pack.geometry is None:
        said = t("Written: {table}. This data pack has no map.", table=table)
        emit(f"\n{said}\n")
        return 0
    use_offscreen()
    try:
        render_map(assessment, picture)
    except RenderingError as error:
        raise CommandError(
            t("{table} is written, but not the map: {error}", table=table, error=error)
        ) from error
    said = t("Written: {table}, {picture}", table=table, picture=picture)
    emit(f"\n{said}\n")
    return 0
