"""``location-advisor export``: a study in any format that the window exports, byte for byte the same."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import add_scenario_options, open_pack, study_from
from advisor.cli.printing import emit, writing
from advisor.export.registry import export_formats, format_of
from advisor.export.writing import export_to, subject_for
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.problems import ScenarioError
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor export my.advisor --out ranked.csv
  location-advisor export my.advisor --out places.geojson
  location-advisor export my.advisor --scenario "Nearshore only" --out places.gpkg
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    known = ", ".join(each.suffix for each in export_formats())
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help=t("its suffix chooses the format: {known}", known=known),
    )


def run(options: argparse.Namespace) -> int:
    """Export and say what was written.

    Raises:
        CommandError: bad input, an unknown suffix, or a file that cannot be written.
    """
    how = format_of(options.out)
    if how is None:
        known = ", ".join(each.suffix for each in export_formats())
        message = t("{file} has no suffix of an export: use one of {known}.", file=options.out, known=known)
        raise CommandError(message)
    pack = open_pack(options.pack)
    assessor = Assessor(pack)
    try:
        study = study_from(options, pack)
        assessment = assessor.assess(study.scenario, study.own)
    except ScenarioError as error:
        raise CommandError(str(error)) from error
    subject = subject_for(how, study, assessment, assessor.cost_model, date.today())
    with writing(options.out):
        written = export_to(options.out, how, subject)
    said = t("Written: {files}", files=", ".join(str(path) for path in written))
    emit(f"{said}\n")
    return 0
