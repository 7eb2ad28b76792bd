"""``location-advisor group``: what the people of a study come to together."""

from __future__ import annotations

import argparse
from pathlib import Path

from advisor.cli.errors import CommandError, tell
from advisor.cli.options.scenario_options import add_scenario_options, open_pack, study_from
from advisor.cli.printing import emit, json_text, table_text, writing
from advisor.datapack.schema import DataPack
from advisor.export.group_json import group_document
from advisor.scenario.people.group_model import with_group_weights
from advisor.scenario.people.people_edits import with_votes
from advisor.scenario.people.vote_tables import read_votes
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.files import write_study
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.views.people.people_figures import GroupFigures, group_figures
from advisor.words.formatting import percent_text
from advisor.words.locale import digits
from advisor.words.translation import mark, t

EXAMPLES = mark("""examples:
  location-advisor group my.advisor
  location-advisor group my.advisor --json
  location-advisor group my.advisor --import votes.csv --out with-votes.advisor
  location-advisor group my.advisor --use --out decided.advisor

VOTES is a table, .csv or .xlsx, one row a person: a column name, if wanted a column importance, and
a column for each theme, by id or label, with weights on any scale. Ballots that were filled in can be
named together: --import vote-ana.csv vote-ben.csv
""")
_TOP = 10


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of the command."""
    add_scenario_options(parser)
    parser.add_argument("--json", action="store_true", help=t("JSON for scripts"))
    parser.add_argument(
        "--top", type=int, default=_TOP, metavar="N", help=t("locations (default: {top})", top=_TOP)
    )
    parser.add_argument(
        "--import",
        dest="votes",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="VOTES",
        help=t("take votes from tables or ballots first"),
    )
    parser.add_argument(
        "--use", action="store_true", help=t("put the group's weights in the place of the scenario's")
    )
    parser.add_argument("--out", type=Path, metavar="STUDY", help=t("write the study with votes and weights"))


def run(options: argparse.Namespace) -> int:
    """Weigh together and print.

    Raises:
        CommandError: bad input.
    """
    if options.top < 1:
        raise CommandError(t("--top is {number}: it must be 1 or more.", number=options.top))
    if options.use and options.out is None:
        raise CommandError(t("--use changes the study: say with --out where to write it."))
    pack = open_pack(options.pack)
    assessor = Assessor(pack)
    try:
        study = _with_votes(study_from(options, pack), options.votes, pack)
        assessment = assessor.assess(study.scenario, study.own)
        figures = group_figures(assessment, study.stakeholders)
        if options.use:
            study = study.with_active(with_group_weights(assessment, figures.decision))
    except ScenarioError as error:
        raise CommandError(str(error)) from error
    if options.out is not None:
        with writing(options.out):
            write_study(study.made_with(pack), options.out)
    if options.json:
        emit(json_text(group_document(figures, study.stakeholders)))
    else:
        emit(group_text(figures, study, options.top))
    return 0


def _with_votes(study: Study, paths: list[Path], pack: DataPack) -> Study:
    """The study with the votes of some files; nothing is taken where anything is wrong.

    Raises:
        CommandError: with every problem on a line of its own.
    """
    if not paths:
        return study
    table = read_votes(paths, extended_pack(pack, study.own), study.scenario)
    for remark in table.remarks:
        tell(remark)
    if table.problems:
        raise CommandError(*map(str, table.problems))
    return with_votes(study, table.votes)


def group_text(figures: GroupFigures, study: Study, top: int) -> str:
    """For people: the people, the rankings side by side, and what the room should know."""
    decision = figures.decision
    themes = decision.group.weights.themes
    heads = [(t("Who"), "left"), (t("Counts"), "right")]
    heads += [(figures.theme(theme), "right") for theme in themes]
    heads += [(t("First"), "left")]
    weighed = zip(study.stakeholders, decision.evaluations, decision.members, strict=True)
    rows = [
        [
            person.name if person.has_weighed else t("{name} (not weighed yet)", name=person.name),
            digits(person.importance, 0 if person.importance.is_integer() else 1),
            *(percent_text(float(share)) for share in member.weights.theme_weights),
            figures.place(own.leader),
        ]
        for person, own, member in weighed
    ]
    shares = (percent_text(float(share)) for share in decision.group.weights.theme_weights)
    rows.append([t("The group"), "", *shares, figures.place(decision.leader)])
    people = table_text([(head, "right" if side == "right" else "left") for head, side in heads], rows)
    ranking = table_text(
        [
            (t("Rank"), "right"),
            (t("Location"), "left"),
            (t("Score"), "right"),
            (t("Borda"), "right"),
            (t("Worst regret"), "right"),
        ],
        _ranking_rows(figures, top),
    )
    sentences = "\n".join(
        t("{title}: {text}", title=finding.title, text=finding.text) for finding in figures.findings
    )
    return f"{figures.assessment.scenario.name}\n\n{people}\n{ranking}\n{sentences}\n"


def _ranking_rows(figures: GroupFigures, top: int) -> list[list[str]]:
    decision = figures.decision
    column = {int(row): at for at, row in enumerate(decision.rows)}
    ranked = [int(row) for row in decision.group.order if decision.group.ranks[row]]
    return [
        [
            str(int(decision.group.ranks[row])),
            figures.place(row),
            digits(float(decision.group.scores[row]), 1),
            digits(float(decision.borda[column[row]]), 1) if row in column else "\N{EN DASH}",
            digits(float(decision.worst_regret[column[row]]), 1) if row in column else "\N{EN DASH}",
        ]
        for row in ranked[:top]
    ]
