"""``location-advisor pack``: all problems of a data pack at once, and how good its wages are."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from advisor.cli.errors import CommandError
from advisor.cli.printing import emit, json_text
from advisor.datapack.template import write_template
from advisor.datapack.validation_table import wage_checks
from advisor.paths import DEFAULT_PACK, is_folder
from advisor.scenario.ranking.pack_trial import check_and_rank
from advisor.views.cost.wage_quality import (
    by_income,
    by_occupation,
    check_text,
    group_text,
    quality_summary,
    worst,
)
from advisor.words.translation import mark, t, tn

EXAMPLES = mark("""examples:
  location-advisor pack check my-pack
  location-advisor pack check my-pack --json
  location-advisor pack new my-pack
  location-advisor pack validation --json
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the subcommand and its options."""
    commands = parser.add_subparsers(dest="pack_command", required=True, metavar="{check,new,validation}")
    check = commands.add_parser("check", help=t("list all problems with file, line, column and cure"))
    check.add_argument("folder", type=Path, metavar="DIR", help=t("the data pack"))
    check.add_argument("--json", action="store_true", help=t("JSON for scripts"))
    new = commands.add_parser("new", help=t("write a commented data pack to begin with, ready to rank"))
    new.add_argument("folder", type=Path, metavar="DIR", help=t("a new or an empty folder"))
    told = commands.add_parser("validation", help=t("how good the wages are against published pay"))
    told.add_argument(
        "folder", type=Path, nargs="?", default=DEFAULT_PACK, metavar="DIR", help=t("the data pack")
    )
    told.add_argument("--json", action="store_true", help=t("JSON for scripts"))


def run(options: argparse.Namespace) -> int:
    """Check a pack, or say how good its wages are.

    Raises:
        CommandError: the pack has errors (after all of them are printed).
    """
    if options.pack_command == "new":
        return _new(options.folder)
    if not is_folder(options.folder):
        raise CommandError(
            t("There is no folder {folder}. Name the folder that holds criteria.csv.", folder=options.folder)
        )
    if options.pack_command == "validation":
        _validation(options.folder, as_json=options.json)
        return 0
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


def _new(folder: Path) -> int:
    """Write a data pack to begin with.

    Raises:
        CommandError: there is something in the folder, or it cannot be written.
    """
    try:
        written = write_template(folder)
    except FileExistsError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        raise CommandError(
            t("{file} could not be written: {cause}", file=folder, cause=error.strerror or error)
        ) from error
    names = ", ".join(path.name for path in written)
    said = t("Written in {folder}: {files}.", folder=folder, files=names)
    then = t("Rank it with 'location-advisor rank --pack {folder}'.", folder=folder)
    emit(f"{said}\n{then}\n")
    return 0


def _validation(folder: Path, *, as_json: bool) -> None:
    checks = wage_checks(folder)
    if not checks:
        raise CommandError(t("The pack in {folder} has no published pay to compare with.", folder=folder))
    groups = {"by_occupation": by_occupation(checks), "by_income_group": by_income(checks)}
    if as_json:
        told = {key: [asdict(group) for group in found] for key, found in groups.items()}
        entries = {
            key: [asdict(each) | {"ratio": each.ratio} for each in found]
            for key, found in (("worst", worst(checks)), ("checks", checks))
        }
        emit(json_text(told | entries))
        return
    lines = [quality_summary(checks), ""]
    for found in groups.values():
        lines += [*map(group_text, found), ""]
    lines += [check_text(each, str) for each in worst(checks)]
    emit("\n".join([*lines, ""]))
