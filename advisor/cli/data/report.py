"""``location-advisor report``: what a board reads, as web page, PDF, Word file or slides."""

from __future__ import annotations

import argparse
from pathlib import Path

from advisor.cli.data.export import write_export
from advisor.cli.options.scenario_options import add_scenario_options
from advisor.export.registry import export_formats
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor report my.advisor --out report.html
  location-advisor report my.advisor --out report.pdf
  location-advisor report --home GBR --function customer-support --people 80 --out report.docx
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    known = ", ".join(each.suffix for each in export_formats() if each.is_report)
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help=t("its suffix chooses the kind: {known}", known=known),
    )


def run(options: argparse.Namespace) -> int:
    """Write the report and say what was written.

    Raises:
        CommandError: bad input, an unknown suffix, or a file that cannot be written.
    """
    return write_export(options, [each for each in export_formats() if each.is_report])
