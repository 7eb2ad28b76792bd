"""``location-advisor explain A B``: why one location is above another, and what would turn it round."""

from __future__ import annotations

import argparse
from pathlib import Path

from advisor.cli.errors import CommandError
from advisor.cli.options.locations import location_named
from advisor.cli.options.scenario_options import add_scenario_options, assess_options
from advisor.cli.printing import emit, json_text, table_text
from advisor.cli.ranking.rank import heading
from advisor.core.aggregation.registry import headline_methods, opinion_methods
from advisor.core.evaluation import Status
from advisor.core.explanation import Explanation, Flip, explain
from advisor.export.explanation_json import changed_weights, explanation_document, explanation_sentence
from advisor.scenario.ranking.assessment import Assessment
from advisor.words.data_words import data_text
from advisor.words.formatting import either_text, figure_text, percent_text
from advisor.words.locale import digits
from advisor.words.translation import mark, t, tn

EXAMPLES = mark("""examples:
  location-advisor explain POL ROU --home GBR --function finance-accounting
  location-advisor explain Poland Romania my.advisor
  location-advisor explain ZAF IND --home GBR --function customer-support --json
""")
_MINUS = "\N{MINUS SIGN}"
_SHOWN = 6  # flips that are listed; the JSON has all


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    parser.add_argument("a", metavar="A", help=t("a location, by id or name"))
    parser.add_argument("b", metavar="B", help=t("the one it is compared with"))
    add_scenario_options(parser)
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts; weights are shares, 0 to 1"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=t("write to a file"))


def run(options: argparse.Namespace) -> int:
    """Explain and print.

    Raises:
        CommandError: bad input.
    """
    if options.aggregation in opinion_methods():
        known = either_text([*headline_methods()])
        message = t(
            "{aggregation} gives a second opinion, which 'rank' lists; explain takes {known}.",
            aggregation=options.aggregation,
            known=known,
        )
        raise CommandError(message)
    assessment = assess_options(options)
    pack = assessment.pack
    a, b = (pack.location_ids.index(location_named(pack, text)) for text in (options.a, options.b))
    if a == b:
        raise CommandError(t("'{a}' and '{b}' are the same location: name two.", a=options.a, b=options.b))
    explanation = explain(assessment.evaluation, a, b)
    if options.json:
        emit(json_text(explanation_document(assessment, explanation)), options.out)
    else:
        emit(_report(assessment, explanation), options.out)
    return 0


def _report(assessment: Assessment, explanation: Explanation) -> str:
    parts = [
        heading(assessment),
        explanation_sentence(assessment, explanation),
        *_unranked(assessment, explanation),
        _contributions(assessment, explanation),
        _flips(assessment, explanation),
        _smallest(assessment, explanation),
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def _unranked(assessment: Assessment, explanation: Explanation) -> list[str]:
    rows = (explanation.a, explanation.b)
    status, names = assessment.evaluation.status, assessment.locations
    return [
        t(
            "{name:The} is not ranked: {reasons}.",
            name=names[row].name,
            reasons="; ".join(assessment.reasons(row)),
        )
        for row in rows
        if status[row] != Status.RANKED
    ]


def _contributions(assessment: Assessment, explanation: Explanation) -> str:
    evaluation = assessment.evaluation
    names = [assessment.locations[row].name for row in (explanation.a, explanation.b)]
    rows = []
    for j in explanation.order:
        criterion = evaluation.criteria[j]
        figures = [
            figure_text(float(assessment.cells.values[row, j]), criterion.unit, with_unit=False)
            for row in (explanation.a, explanation.b)
        ]
        weight = _percent(float(evaluation.weights.flat[j]))
        points = _signed(float(explanation.parts[j]))
        rows.append((criterion.name, data_text(criterion.unit), *figures, weight, points))
    scores = [digits(evaluation.scores[row], 1) for row in (explanation.a, explanation.b)]
    rows.append((t("Score"), "", *scores, "", _signed(explanation.difference)))
    columns = (t("Criterion"), t("Unit"), *names, t("Weight"), t("Points"))
    return table_text([(name, "left" if at < 2 else "right") for at, name in enumerate(columns)], rows)


def _flips(assessment: Assessment, explanation: Explanation) -> str:
    if not explanation.flips and not explanation.theme_flips:
        return t("No single weight would make the two level.")
    names = {criterion.id: criterion.name for criterion in assessment.evaluation.criteria}
    rows = [
        _flip(flip, t("theme {theme}", theme=assessment.pack.theme_label(flip.id)))
        for flip in explanation.theme_flips
    ]
    rows += [_flip(flip, names[flip.id]) for flip in explanation.flips[:_SHOWN]]
    table = table_text([(t("One weight alone"), "left"), (t("Now"), "right"), (t("Level at"), "right")], rows)
    more = len(explanation.flips) - _SHOWN
    if more <= 0:
        return table
    told = tn("and {count} more criterion; --json has all", "and {count} more criteria; --json has all", more)
    return f"{table}{told}\n"


def _flip(flip: Flip, name: str) -> tuple[str, str, str]:
    return name, _percent(flip.weight_now), _percent(flip.weight_needed)


def _smallest(assessment: Assessment, explanation: Explanation) -> str:
    if explanation.smallest is None:
        return t("No change of weights makes the two level.")
    names = {criterion.id: criterion.name for criterion in assessment.evaluation.criteria}
    moves = [
        t(
            "{what} from {now} to {needed}",
            what=names[name] if kind == "criterion" else assessment.pack.theme_label(name),
            now=_percent(now),
            needed=_percent(needed),
        )
        for kind, name, now, needed in changed_weights(assessment, explanation)
    ]
    return (
        t("Smallest joint change that makes the two level: {moves}.", moves=", ".join(moves)) if moves else ""
    )


def _percent(share: float) -> str:
    return percent_text(share, 1)


def _signed(points: float) -> str:
    text = digits(abs(points), 1)
    return text if text == "0.0" else f"{_MINUS if points < 0 else '+'}{text}"
