"""The options that make a scenario on the command line, shared by every command that ranks."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from advisor.cli.errors import CommandError, tell
from advisor.cli.options.locations import home_named
from advisor.cli.options.study_file import open_study
from advisor.core.aggregation import Aggregation
from advisor.core.aggregation.registry import headline_methods, opinion_methods
from advisor.datapack import kept_pack
from advisor.datapack.problems import PackError
from advisor.datapack.schema import DataPack
from advisor.paths import DEFAULT_PACK
from advisor.scenario.edits.presets import PRESETS, with_preset
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import (
    ADVISORY_LEVELS,
    ENGAGEMENT_MODELS,
    FATF_GATES,
    MustHaves,
    Scenario,
)
from advisor.scenario.study.study import Study
from advisor.words.formatting import either_text
from advisor.words.number_input import NumberError, check_figure
from advisor.words.translation import t

_PLAIN_OPTIONS = {
    "function": "function",
    "headcount": "headcount",
    "industry": "industry",
    "spread": "weight_spread",
}
_MOST_REMARKS = 6
_MUST = re.compile(r"^\s*(.+?)\s*(>=|<=|=)\s*(.+?)\s*$")


def add_scenario_options(parser: argparse.ArgumentParser, *, with_file: bool = True) -> None:
    """Add STUDY, --scenario, --pack, --home, --function and the other options that make a scenario."""
    if with_file:
        parser.add_argument("study", nargs="?", type=Path, metavar="STUDY", help=t("a .advisor file"))
        parser.add_argument(
            "--scenario", metavar="NAME", help=t("the scenario of the file to take (default: the active one)")
        )
    add_pack_option(parser)
    parser.add_argument("--home", metavar="COUNTRY", help=t("home country: GBR, UK, Germany, ..."))
    parser.add_argument(
        "--function", metavar="ID", help=t("business function; see 'location-advisor functions'")
    )
    parser.add_argument("--headcount", type=int, metavar="N", help=t("people"))
    parser.add_argument("--industry", metavar="ID", help=t("the client's industry"))
    parser.add_argument(
        "--preset",
        metavar="ID",
        help=t("theme weights of a published index: {presets}", presets=", ".join(PRESETS)),
    )
    for flag, told in (
        ("--weight", t("weight of a criterion within its theme, any scale")),
        ("--theme-weight", t("weight of a theme, any scale")),
    ):
        parser.add_argument(
            flag,
            nargs="+",
            action="extend",
            default=[],
            metavar="ID=VALUE",
            help=told,
        )
    parser.add_argument(
        "--aggregation",
        metavar="METHOD",
        help=t(
            "{methods} (default: {method}); 'rank' also takes {others}",
            methods=either_text([*headline_methods()]),
            method=Aggregation().method,
            others=", ".join(opinion_methods()),
        ),
    )
    floored = either_text([key for key, method in headline_methods().items() if method.has_floor])
    parser.add_argument(
        "--floor",
        type=float,
        metavar="F",
        help=t("{floored} only: lowest theme score, 0 to 1", floored=floored),
    )
    parser.add_argument(
        "--must",
        nargs="+",
        action="extend",
        default=[],
        metavar="ID>=VALUE",
        help=t(
            "must-have: 'overlap>=4', 'cost_per_fte<=30000', 'engagement=nearshore,onshore', "
            "'fatf=grey', 'advisory<=3'"
        ),
    )


def add_pack_option(parser: argparse.ArgumentParser) -> None:
    """Add --pack."""
    parser.add_argument(
        "--pack",
        type=Path,
        default=DEFAULT_PACK,
        metavar="DIR",
        help=t("data pack folder (default: built in)"),
    )


def open_pack(folder: Path) -> DataPack:
    """Open a pack.

    Raises:
        CommandError: with the first problem and how to see all.
    """
    try:
        pack = kept_pack.open_pack(folder)
    except PackError as error:
        raise CommandError(str(error)) from error
    for remark in pack.remarks[:_MOST_REMARKS]:
        tell(remark.told)
    return pack


def assess_options(options: argparse.Namespace) -> Assessment:
    """Open pack and scenario, apply the options, rank.

    Raises:
        CommandError: anything that does not fit, with cause and cure.
    """
    pack = open_pack(options.pack)
    try:
        study = study_from(options, pack)
        return Assessor(pack).assess(study.scenario, study.own)
    except ScenarioError as error:
        raise CommandError(str(error)) from error


def study_from(options: argparse.Namespace, pack: DataPack) -> Study:
    """The study of the file, or the default one, with the options laid over its active scenario.

    Raises:
        CommandError: a file or an option that cannot be understood.
        ScenarioError: an option out of its limits.
    """
    study = open_study(getattr(options, "study", None), getattr(options, "scenario", None), pack)
    pack, scenario = extended_pack(pack, study.own), study.scenario
    if options.home is not None:
        scenario = replace(scenario, home=home_named(pack, options.home))
    scenario = with_options(scenario, options, _PLAIN_OPTIONS)
    if options.preset is not None:
        scenario = with_preset(pack, scenario, options.preset)
    themes = {**scenario.theme_weights, **_pairs(options.theme_weight, "--theme-weight")}
    criteria = {**scenario.criterion_weights, **_pairs(options.weight, "--weight")}
    changed = replace(
        scenario,
        theme_weights=themes,
        criterion_weights=criteria,
        aggregation=_aggregation(scenario.aggregation, options),
        must_haves=_must_haves(scenario.must_haves, options.must, pack),
    )
    return study.with_active(changed)


def with_options(scenario: Scenario, options: argparse.Namespace, fields: Mapping[str, str]) -> Scenario:
    """A scenario with those options laid over that are given.

    Args:
        scenario: what holds where an option is not given.
        options: of the command line.
        fields: option name to the field of the scenario that it sets.

    Raises:
        CommandError: a value out of its limits, with the option's name.
    """
    for option, field in fields.items():
        value = getattr(options, option, None)
        if value is not None:
            try:
                scenario = replace(scenario, **{field: value})
            except ScenarioError as error:
                raise CommandError(str(error).replace(f"{field}: ", f"--{option}: ", 1)) from error
    return scenario


def _pairs(texts: list[str], option: str) -> dict[str, float]:
    pairs = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or not name:
            raise CommandError(
                t(
                    "{option} '{text}' is not of the form ID=VALUE, for example cost=40.",
                    option=option,
                    text=text,
                )
            )
        pairs[name.strip()] = _number(value, f"{option} {text}")
    return pairs


def _number(text: str, where: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise CommandError(
            t("'{text}' in {where} is not a number; write it like 12.5.", text=text, where=where)
        )
    return number


def _aggregation(current: Aggregation, options: argparse.Namespace) -> Aggregation:
    method = options.aggregation or current.method
    floor = current.floor if options.floor is None else options.floor
    if method in opinion_methods():
        known = either_text([*headline_methods()])
        message = t(
            "'{method}' gives a second opinion, which only 'location-advisor rank' lists: use {known}.",
            method=method,
            known=known,
        )
        raise CommandError(message)
    try:
        return Aggregation(method, floor)
    except ValueError as error:
        raise CommandError(str(error)) from error


def _must_haves(current: MustHaves, texts: list[str], pack: DataPack) -> MustHaves:
    must = current
    for text in texts:
        match = _MUST.match(text)
        if match is None:
            message = t(
                "--must '{text}' is not understood: write ID>=VALUE or ID<=VALUE, in quotation marks.",
                text=text,
            )
            raise CommandError(message)
        name, op, value = match.groups()
        if name == "advisory" and pack.places is not None:
            must = _set_advisory(must, op, value, text)
            continue
        if op == "=" and pack.places is None:
            raise CommandError(
                t(
                    "--must '{text}': the data pack {name} knows no places to check.",
                    text=text,
                    name=pack.title,
                )
            )
        must = _set_label(must, name, value, text) if op == "=" else _set_bound(must, name, op, value, pack)
    return must


def _set_advisory(must: MustHaves, op: str, value: str, text: str) -> MustHaves:
    level = next((known for known in ADVISORY_LEVELS if str(known) == value.strip()), None)
    if op != "<=" or level is None:
        raise CommandError(
            t("--must '{text}': use advisory<=1 to advisory<=4; 4 admits every place.", text=text)
        )
    return replace(must, advisory=level)


def _set_bound(must: MustHaves, name: str, op: str, value: str, pack: DataPack) -> MustHaves:
    side: Literal[">=", "<="] = ">=" if op == ">=" else "<="
    option = f"--must {name}{op}{value}"
    limit = _number(value, option)
    criterion = next((one for one in pack.criteria if one.id == name), None)
    try:
        if criterion is not None:
            check_figure(limit, value, criterion.unit, criterion.name)
        return replace(must, bounds=must.with_limit(name, side, limit))
    except (NumberError, ValueError) as error:
        raise CommandError(t("{option}: {error}", option=option, error=error)) from error


def _set_label(must: MustHaves, name: str, value: str, text: str) -> MustHaves:
    words = [word.strip().lower() for word in re.split(r"[,|]", value)]
    if name == "engagement":
        models = [model for model in ENGAGEMENT_MODELS if model in words]
        if unknown := [word for word in words if word not in ENGAGEMENT_MODELS]:
            known = ", ".join(ENGAGEMENT_MODELS)
            raise CommandError(
                t("There is no engagement model '{unknown}'; use {known}.", unknown=unknown[0], known=known)
            )
        return replace(must, engagement=frozenset(models))
    if name == "fatf":
        gate = next((known for known in FATF_GATES if [known] == words), None)
        if gate is None:
            raise CommandError(t("--must {text}: use fatf=none, fatf=black or fatf=grey.", text=text))
        return replace(must, fatf=gate)
    if name == "sanctions":
        if words not in (["exclude"], ["allow"]):
            raise CommandError(t("--must {text}: use sanctions=exclude or sanctions=allow.", text=text))
        return replace(must, exclude_sanctioned=words == ["exclude"])
    raise CommandError(
        t("--must '{text}' needs >= or <=; only engagement, fatf and sanctions take =.", text=text)
    )
