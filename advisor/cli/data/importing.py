"""``location-advisor import``: figures, criteria, pay, quotes and sites from a table into a study."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from advisor.cli.errors import CommandError, tell
from advisor.cli.options.scenario_options import add_pack_option, open_pack
from advisor.cli.options.study_file import open_study
from advisor.cli.printing import emit, writing
from advisor.datapack.numbers import NumberError, parse_number
from advisor.datapack.schema import DataPack
from advisor.scenario.intake.layout import Role
from advisor.scenario.intake.plan import Choices, Plan, make_plan
from advisor.scenario.intake.proposals import (
    Target,
    TargetKind,
    currency_in,
    new_criterion,
    propose,
    rate_ids,
)
from advisor.scenario.intake.sheet import PLACE_SUFFIXES, IntakeError, Sheet, holds_own_export, read_sheet
from advisor.scenario.intake.taking import summary, taken_in
from advisor.scenario.study.embedding import EXPORT_SUFFIXES, holds_study
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.files import write_study
from advisor.scenario.study.own_data import OwnCriterion
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.views.intake.intake_texts import plan_lines
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor import offices.xlsx --out own.advisor
  location-advisor import wifi.csv --study my.advisor --out my.advisor --place "Korea=KOR"
  location-advisor import survey.csv --check --column "Wifi=new direction=up lower=0 upper=500 weight=20"
  location-advisor import pay.xlsx --sheet Wages --column "Gross=wage currency=EUR per=month" --out a.advisor
  location-advisor import sites.geojson --out own.advisor

what a column can be (--column "HEADING=WHAT"):
  place, name, lat, lon, year, series, unit, note, skip   what the row is about
  ID of a criterion                                        its figures (with unit=same: whatever the unit)
  new [label= direction=up|down lower= upper= unit= transform=linear|log theme= weight= theme_weight=]
  wage [currency= per=month|year], quote [currency= per=hour|month], rate=ID
""")
_ROLES = {role.value: role for role in Role if role is not Role.VALUE}
_NUMBERS = ("lower", "upper", "weight", "theme_weight")
_PERIODS = ("hour", "month", "year")
_MOST_LINES = 40


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=t("a table (.csv, .tsv, .xlsx, .ods) or sites (.geojson, .gpkg, .kml)"),
    )
    parser.add_argument(
        "--study", type=Path, metavar="STUDY", help=t("the study to take it into (default: a new one)")
    )
    parser.add_argument("--out", type=Path, metavar="STUDY", help=t("where to write the study"))
    parser.add_argument("--check", action="store_true", help=t("only say what would be taken in"))
    add_pack_option(parser)
    parser.add_argument(
        "--sheet", default="", metavar="NAME", help=t("sheet or layer (default: the largest)")
    )
    parser.add_argument(
        "--header",
        type=int,
        metavar="LINE",
        help=t("the line of the header; 0 for none (default: found out)"),
    )
    for flag, metavar, told in (
        ("--column", "HEADING=WHAT", t("what a column is, or becomes; see below")),
        ("--place", "NAME=ID", t("the location that a name means; 'NAME=' leaves it out")),
    ):
        parser.add_argument(flag, nargs="+", action="extend", default=[], metavar=metavar, help=told)
    parser.add_argument(
        "--skip-unknown", action="store_true", help=t("leave out rows whose location is not clear")
    )
    parser.add_argument(
        "--duplicates",
        choices=("ask", "last", "mean"),
        default="ask",
        help=t("where a location has several figures of one year (default: ask)"),
    )
    parser.add_argument(
        "--source", default="", metavar="TEXT", help=t("what the source is called (default: the file)")
    )
    parser.add_argument("--note", default="", metavar="TEXT", help=t("a note about it"))


_MAY_HOLD_STUDY = {*PLACE_SUFFIXES} & {*EXPORT_SUFFIXES}


def _is_export(file: Path) -> bool:
    """Whether a file is a table only in name; a table of text is taken as it is."""
    suffix = file.suffix.lower()
    return holds_own_export(file) if suffix == ".xlsx" else suffix in _MAY_HOLD_STUDY and holds_study(file)


def run(options: argparse.Namespace) -> int:
    """Take a table into a study, or say everything that is wrong with it.

    Raises:
        CommandError: bad input, with every problem on a line of its own.
    """
    if options.out is None and not options.check:
        raise CommandError(t("Say with --out where to write the study, or look with --check first."))
    if _is_export(options.file):
        raise CommandError(
            t("{file} is an export of a study: open it with 'location-advisor rank'.", file=options.file.name)
        )
    base = open_pack(options.pack)
    study = open_study(options.study, None, base)
    try:
        pack = extended_pack(base, study.own)
        sheet = read_sheet(options.file, options.sheet)
        plan = _plan(sheet, pack, study, options)
        emit("\n".join(plan_lines(plan, pack)) + "\n")
        if plan.errors:
            _refuse(plan)
        if options.check and plan.is_ready:
            return 0
        after = taken_in(study, base, plan, date.today())
    except (IntakeError, ScenarioError) as error:
        raise CommandError(str(error)) from error
    with writing(options.out):
        write_study(after.made_with(base), options.out)
    tell(t("Taken in: {what}. Written: {file}", what=summary(plan), file=options.out))
    return 0


def _refuse(plan: Plan) -> None:
    """Say what is wrong, and with which options it can be put right.

    Raises:
        CommandError: always.
    """
    lines = [problem.told for problem in plan.problems[:_MOST_LINES]]
    more = len(plan.problems) - _MOST_LINES
    if more > 0:
        lines.append(t("... and {count} more", count=more))
    cures = []
    for place, _rows in plan.asked[:3]:
        location = place.offers[0].location_id if len(place.offers) == 1 else "ID"
        cures.append(f'--place "{place.text}={location}"')
    if plan.asked:
        cures.append("--skip-unknown")
    if plan.has_duplicates:
        cures.append("--duplicates last")
    lines.append(t("Nothing was taken in."))
    if cures:
        lines.append(t("Decide with: {options}", options=" ".join(cures)))
    raise CommandError(*lines)


def _plan(sheet: Sheet, pack: DataPack, study: Study, options: argparse.Namespace) -> Plan:
    """The plan with everything that the options say.

    Raises:
        CommandError: an option that cannot be understood.
    """
    columns = dict(_pair(text, "--column") for text in options.column)
    places = {}
    for text in options.place:
        name, location = _pair(text, "--place")
        if location and location not in pack.location_ids:
            raise CommandError(
                t("There is no location '{id}'. See 'location-advisor locations'.", id=location)
            )
        places[name] = location
    choices = Choices(
        header_line=options.header,
        roles={heading: _ROLES[what] for heading, what in columns.items() if what in _ROLES},
        places=places,
        skip_unknown=options.skip_unknown,
        duplicates=options.duplicates,
        title=options.source,
        note=options.note,
    )
    wanted = {heading: what for heading, what in columns.items() if what not in _ROLES}
    # A column that becomes something holds figures, whatever it looked like.
    headings = dict.fromkeys(wanted, Role.VALUE)
    first = make_plan(sheet, pack, study, choices)
    known = {name.casefold() for one in first.series for name in (one.series.key, one.series.label)}
    missing = {heading: role for heading, role in headings.items() if heading.casefold() not in known}
    if missing:
        choices = replace(choices, roles={**choices.roles, **missing})
        first = make_plan(sheet, pack, study, choices)
    if not wanted:
        return first
    targets = {}
    for heading, what in wanted.items():
        for one in first.series:
            if heading.casefold() in (one.series.key.casefold(), one.series.label.casefold()):
                targets[one.series.key] = _target(what, one.series, pack, study, heading)
    return make_plan(sheet, pack, study, replace(choices, targets=targets))


def _pair(text: str, option: str) -> tuple[str, str]:
    name, equals, what = text.partition("=")
    if not equals or not name.strip():
        raise CommandError(t("{option} '{text}' is not of the form NAME=WHAT.", option=option, text=text))
    return name.strip(), what.strip()


def _target(what: str, series: Any, pack: DataPack, study: Study, heading: str) -> Target:
    """What a series becomes, as an option says it.

    Raises:
        CommandError: an option that cannot be understood.
    """
    try:
        kind, *details = shlex.split(what)
    except ValueError:
        raise CommandError(_not_understood(heading, what)) from None
    named = dict(detail.partition("=")[::2] for detail in details)
    criteria = [criterion.id for criterion in pack.criteria]
    if kind.startswith("rate="):
        rate = kind.partition("=")[2]
        if rate not in rate_ids():
            raise CommandError(
                t("There is no rate '{name}': use one of {names}.", name=rate, names=", ".join(rate_ids()))
            )
        return Target(TargetKind.RATE, rate=rate)
    if kind in ("wage", "quote"):
        currency = named.get("currency", "") or currency_in(series.unit) or currency_in(series.label)
        per = named.get("per", "year" if kind == "wage" else "hour")
        if per not in _PERIODS:
            raise CommandError(_not_understood(heading, what))
        return Target(TargetKind(kind), currency=currency.upper(), per=per)  # type: ignore[arg-type]
    if kind == "new":
        return Target(
            TargetKind.NEW, new=_criterion(new_criterion(series, pack, study), named, heading, what)
        )
    if kind in criteria:
        return Target(TargetKind.CRITERION, kind, takes_unit=named.get("unit") == "same")
    if kind == "figures":
        return propose(series, pack, study)
    message = t(
        "--column '{heading}={what}': there is no criterion '{name}'. Write 'new', 'wage', 'quote', "
        "'rate=ID', a role such as 'place' or 'skip', or an id of 'location-advisor criteria'.",
        heading=heading, what=what, name=kind,
    )  # fmt: skip
    raise CommandError(message)


def _criterion(proposed: OwnCriterion, named: Mapping[str, str], heading: str, what: str) -> OwnCriterion:
    known = {each.name for each in fields(OwnCriterion)} - {"source"}
    changes: dict[str, Any] = {}
    for name, text in named.items():
        if name not in known:
            raise CommandError(_not_understood(heading, what))
        try:
            changes[name] = parse_number(text) if name in _NUMBERS else text
        except NumberError as error:
            raise CommandError(str(error)) from error
    if "theme" in changes and changes["theme"] != proposed.theme:
        changes.setdefault("theme_label", changes["theme"].replace("_", " ").capitalize())
    try:
        return replace(proposed, **changes)
    except ScenarioError as error:
        raise CommandError(t("--column '{heading}': {cause}", heading=heading, cause=error)) from error


def _not_understood(heading: str, what: str) -> str:
    return t(
        "--column '{heading}={what}' is not understood. See 'location-advisor import --help'.",
        heading=heading,
        what=what,
    )
