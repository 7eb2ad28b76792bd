"""``location-advisor pack check``: all problems of a data pack at once."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from advisor.cli.errors import CommandError
from advisor.cli.printing import emit, json_text
from advisor.paths import is_folder
from advisor.scenario.ranking.pack_trial import check_and_rank
from advisor.words.translation import mark, t, tn

EXAMPLES = mark("""examples:
  location-advisor pack check my-pack
  location-advisor pack check my-pack --json
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the subcommand and its options."""
    commands = parser.add_subparsers(dest="pack_command", required=True, metavar="check")
    check = commands.add_parser("check", help=t("list all problems with file, line, column and cure"))
    check.add_argument("folder", type=Path, metavar="DIR", help=t("the data pack"))
    check.add_argument("--json", action="store_true", help=t("JSON for scripts"))


def run(options: argparse.Namespace) -> int:
    """Check a pack.

    Raises:
        CommandError: the pack has errors (after all of them are printed).
    """
    if not is_folder(options.folder):
        raise CommandError(
            t("There is no folder {folder}. Name the folder that holds criteria.csv.", folder=options.folder)
        )
    problems = check_and_rank(options.folder)
    errors = sum(problem.severity == "error" for problem in problems)
    if options.json:
        emit(json_text({"ok": errors == 0, "problems": [asdict(problem) for problem in problems]}))
    elif problems:
        emit("".join(problem.told + "\n" for problem in problems))
        if not errors:
            emit("\n".join((t("The pack opens and can be ranked."), "")))
    else:
        emit("\n".join((t("The pack has no problems."), "")))
    if errors:
        raise CommandError(
            tn(
                "{folder} has {count} error; it cannot be opened.",
                "{folder} has {count} errors; it cannot be opened.",
                errors,
                folder=options.folder,
            )
        )
    return 0
