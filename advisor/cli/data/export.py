"""``location-advisor export``: a study in any format that the window exports, byte for byte the same."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from advisor.cli.data.picture import add_picture_options, assessed, write_picture
from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import add_scenario_options
from advisor.cli.printing import emit, writing
from advisor.export.export_format import ExportFormat
from advisor.export.pictures.chart_files import SUFFIXES
from advisor.export.progress import unheard
from advisor.export.registry import export_formats, format_of
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import MACHINE, PEOPLE, csv_variant
from advisor.export.writing import export_to, subject_for
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor export my.advisor --out ranked.csv --bom
  location-advisor export my.advisor --out figures.csv --long
  location-advisor export my.advisor --out ranked.csv --style machine
  location-advisor export my.advisor --out places.geojson
  location-advisor export my.advisor --out waterfall.svg --chart waterfall
  location-advisor export my.advisor --out map.pdf --map
  location-advisor export my.advisor --scenario "Nearshore only" --out places.gpkg
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    known = ", ".join(dict.fromkeys(each.suffix for each in export_formats()))
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help=t("its suffix chooses the format: {known}", known=known),
    )
    add_picture_options(parser)
    table = parser.add_argument_group(t("tables (CSV)"))
    table.add_argument(
        "--style",
        choices=(PEOPLE, MACHINE),
        help=t(
            "people: readable headings, rounded figures, cost, likely ranks, flags (default); machine: ids "
            "and every digit, as rank --format csv"
        ),
    )
    table.add_argument("--long", action="store_true", help=t("one row a figure, with unit, year and source"))
    table.add_argument(
        "--bom", action="store_true", help=t("begin with a byte-order mark, by which Excel knows UTF-8")
    )


def run(options: argparse.Namespace) -> int:
    """Export and say what was written.

    Raises:
        CommandError: bad input, an unknown suffix, or a file that cannot be written.
    """
    if options.chart is not None or options.map is not None:
        return write_picture(options)
    if not options.out.name.lower().endswith(".csv"):
        given = [name for name in ("style", "long", "bom") if getattr(options, name)]
        if given:
            raise CommandError(t("--{option} is for CSV files alone.", option=given[0]))
    variant = csv_variant(options.style or PEOPLE, is_long=options.long)
    return write_export(options, export_formats(), variant=variant, text_mark=options.bom)


def write_export(
    options: argparse.Namespace,
    formats: Sequence[ExportFormat],
    *,
    variant: str = "",
    text_mark: bool = False,
) -> int:
    """Write the study of the options in the one of some formats that the suffix names.

    Args:
        options: of the command line.
        formats: among which the suffix chooses.
        variant: which one, where a suffix has several.
        text_mark: whether text begins with a byte-order mark.

    Raises:
        CommandError: bad input, a suffix of none of them, or a file that cannot be written.
    """
    how = format_of(options.out, variant)
    if how is None or how.suffix not in [each.suffix for each in formats]:
        known = ", ".join(dict.fromkeys(each.suffix for each in formats))
        message = t("{file} has no suffix of an export: use one of {known}.", file=options.out, known=known)
        if options.out.suffix.lower() in SUFFIXES:
            message = t("A picture is of a chart or of the map: add --chart NAME or --map.")
        raise CommandError(message)
    study, assessment, cost_model = assessed(options)
    subject = subject_for(how, study, assessment, cost_model, date.today())
    subject = _printed(how, replace(subject, text_mark=text_mark))
    with writing(options.out):
        written = export_to(options.out, how, subject)
    said = t("Written: {files}", files=", ".join(str(path) for path in written))
    emit(f"{said}\n")
    return 0


def _printed(how: ExportFormat, subject: Subject) -> Subject:
    """The subject with its page printed, where the format wants that.

    Raises:
        CommandError: it cannot be printed.
    """
    if how.page is None:
        return subject
    # Qt takes a while to load and is needed only here.
    from advisor.ui.map.map_rendering import RenderingError
    from advisor.ui.window.page_printer import print_now

    try:
        return replace(subject, printed=print_now(how.page(subject, unheard)))
    except RenderingError as error:
        raise CommandError(str(error)) from error
