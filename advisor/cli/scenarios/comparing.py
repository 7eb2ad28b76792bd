"""``location-advisor compare-scenarios``: ranks in both, what is assumed differently, what explains it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import add_pack_option, open_pack
from advisor.cli.options.study_file import open_study
from advisor.cli.printing import emit, json_text, table_text
from advisor.datapack.schema import DataPack
from advisor.scenario.comparison.explanation import TOP, explain
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.views.scenarios.assumption_texts import differences
from advisor.views.scenarios.comparison import ScenarioPair
from advisor.views.scenarios.explanation_texts import explanation_sentence, step_text
from advisor.words.formatting import UNKNOWN, percent_text
from advisor.words.json_numbers import number_or_none
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor compare-scenarios my.advisor "Base" "Nearshore only"
  location-advisor compare-scenarios my.advisor "Base" "Nearshore only" --top 5 --json
""")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("study", type=Path, metavar="STUDY", help=t("a .advisor file"))
    parser.add_argument("a", metavar="A", help=t("name of the scenario to begin with"))
    parser.add_argument("b", metavar="B", help=t("name of the scenario to end with"))
    add_pack_option(parser)
    parser.add_argument(
        "--top",
        type=int,
        default=TOP,
        metavar="N",
        help=t("how many first places count (default: {top})", top=TOP),
    )
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts"))


def run(options: argparse.Namespace) -> int:
    """Compare and print.

    Raises:
        CommandError: bad input.
    """
    if options.top < 1:
        raise CommandError(t("--top is {top}: it must be 1 or more.", top=options.top))
    pack = open_pack(options.pack)
    study = open_study(options.study, None, pack)
    try:
        document = comparison_document(study, pack, options.a, options.b, options.top)
    except ScenarioError as error:
        raise CommandError(str(error)) from error
    emit(json_text(document) if options.json else _text(document))
    return 0


def comparison_document(study: Study, pack: DataPack, a: str, b: str, top: int = TOP) -> dict[str, Any]:
    """What the window shows of two scenarios, as plain values.

    Raises:
        ScenarioError: there is no such scenario, or it does not fit the pack.
    """
    assessor, pack = Assessor(pack), extended_pack(pack, study.own)
    first, second = study.named(a), study.named(b)
    pair = ScenarioPair(assessor.assess(first, study.own), assessor.assess(second, study.own), top)
    found = explain(lambda scenario: assessor.assess(scenario, study.own), pack, first, second, top)
    return {
        "a": a,
        "b": b,
        "top": top,
        "distance": pair.distance,
        "sentence": pair.sentence,
        "ranking": [
            {
                "id": row.id,
                "name": row.name,
                "rank_a": row.a or None,
                "rank_b": row.b or None,
                "score_a": number_or_none(row.scores[0]),
                "score_b": number_or_none(row.scores[1]),
            }
            for row in pair.rows
        ],
        "differences": [
            {"assumption": row.label, "a": row.a, "b": row.b} for row in differences(pack, first, second)
        ],
        "explanation": explanation_sentence(pack, found, first, second),
        "leader": found.leader or None,
        "steps": [
            {
                "assumption": step.assumption.kind,
                "key": step.assumption.key or None,
                "text": step_text(pack, step, first, second),
                "distance_before": step.before,
                "distance_after": step.after,
                "explained": step.explained,
                "share": found.share(step),
                "leader": step.leader or None,
                "leader_name": pack.location(step.leader).name if step.leader else None,
            }
            for step in found.steps
        ],
    }


def _text(document: dict[str, Any]) -> str:
    def rank(value: int | None) -> str:
        return UNKNOWN if value is None else str(value)

    ranks = table_text(
        [(t("Location"), "left"), (document["a"], "right"), (document["b"], "right")],
        ([row["name"], rank(row["rank_a"]), rank(row["rank_b"])] for row in document["ranking"]),
    )
    assumed = table_text(
        [(t("What differs"), "left"), (document["a"], "left"), (document["b"], "left")],
        ([row["assumption"], row["a"], row["b"]] for row in document["differences"]),
    )
    steps = table_text(
        [(t("Changed one at a time"), "left"), (t("Explains"), "right"), (t("Leader then"), "left")],
        ([row["text"], percent_text(row["share"]), row["leader_name"] or ""] for row in document["steps"]),
    )
    return "\n".join([f"{document['sentence']}\n", ranks, assumed, f"{document['explanation']}\n", steps])
