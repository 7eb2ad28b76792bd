"""``location-advisor ballot``: a ballot to fill in, on paper or in a browser, without a network."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import add_scenario_options, open_pack, study_from
from advisor.cli.printing import emit, writing
from advisor.export.ballots.html_ballot import html_ballot
from advisor.export.ballots.paper_ballot import paper_ballot
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.problems import ScenarioError
from advisor.whole_file import write_whole
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor ballot my.advisor --out ballot.html      filled in in a browser, saves a small file
  location-advisor ballot my.advisor --out ballot.pdf       printed, a page for each person

The files that people save come back with 'location-advisor group my.advisor --import FILE...'.
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=t("its suffix chooses the kind: .html, .pdf")
    )


def run(options: argparse.Namespace) -> int:
    """Write the ballot.

    Raises:
        CommandError: bad input, or a file that cannot be written.
    """
    kind = options.out.suffix.lower()
    if kind not in (".html", ".pdf"):
        message = t("{file} is neither .html nor .pdf: choose one of them.", file=options.out)
        raise CommandError(message)
    pack = open_pack(options.pack)
    try:
        study = study_from(options, pack)
        pack = extended_pack(pack, study.own)
    except ScenarioError as error:
        raise CommandError(str(error)) from error
    if kind == ".html":
        content = html_ballot(pack, study).encode("utf-8")
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from advisor.app.document.printing import pdf_of

        content = pdf_of(paper_ballot(pack, study), t("Ballot"))
    with writing(options.out):
        write_whole(options.out, content)
    said = t("Written: {files}", files=options.out)
    emit(f"{said}\n")
    return 0
