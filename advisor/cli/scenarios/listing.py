"""``location-advisor scenarios``: the scenarios of a study, and who leads in each."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import add_pack_option, open_pack
from advisor.cli.options.study_file import open_study
from advisor.cli.printing import Justify, emit, json_text, table_text
from advisor.core.evaluation import Status
from advisor.datapack.schema import DataPack
from advisor.scenario.comparison.explanation import leader_of
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor scenarios my.advisor
  location-advisor scenarios my.advisor --json
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("study", type=Path, metavar="STUDY", help=t("a .advisor file"))
    add_pack_option(parser)
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts"))


def run(options: argparse.Namespace) -> int:
    """List and print.

    Raises:
        CommandError: bad input.
    """
    pack = open_pack(options.pack)
    study = open_study(options.study, None, pack)
    try:
        document = scenarios_document(study, pack)
    except ScenarioError as error:
        raise CommandError(str(error)) from error
    emit(json_text(document) if options.json else _table(document, extended_pack(pack, study.own)))
    return 0


def scenarios_document(study: Study, pack: DataPack) -> dict[str, Any]:
    """Every scenario in its order, with what it is about and who leads.

    Raises:
        ScenarioError: one of them does not fit the pack.
    """
    assessor, entries = Assessor(pack), []
    pack = extended_pack(pack, study.own)
    for scenario in study.scenarios:
        assessment = assessor.assess(scenario, study.own)
        leader = leader_of(assessment)
        entries.append(
            {
                "name": scenario.name,
                "active": scenario.name == study.active,
                "colour": scenario.colour,
                "home": scenario.home,
                "function": scenario.function,
                "headcount": scenario.headcount,
                "ranked": int(np.sum(assessment.evaluation.status == Status.RANKED)),
                "leader": leader or None,
                "leader_name": pack.location(leader).name if leader else None,
            }
        )
    return {"active": study.active, "chosen": study.chosen or None, "scenarios": entries}


def _table(document: dict[str, Any], pack: DataPack) -> str:
    rows = [
        [
            "*" if entry["active"] else "",
            entry["name"],
            pack.location(entry["home"]).name if entry["home"] else "",
            pack.functions[entry["function"]].label if entry["function"] else "",
            str(entry["ranked"]),
            entry["leader_name"] or "",
        ]
        for entry in document["scenarios"]
    ]
    columns = (t("Scenario"), t("Home"), t("Function"))
    headings: list[tuple[str, Justify]] = [
        ("", "left"),
        *((name, "left") for name in columns),
        (t("Ranked"), "right"),
    ]
    return table_text([*headings, (t("Leader"), "left")], rows)
