"""Ranking a pack on trial: what passes here, ranks.

The tables of a pack are checked one by one where they are read. Whether they also serve together is tried:
for every business function, and from several homes where the pack knows places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from advisor.core.evaluation import Status
from advisor.datapack.functions import FILE as FUNCTIONS_FILE
from advisor.datapack.loading import read_pack
from advisor.datapack.place_tables import HUBS
from advisor.datapack.problems import Problem, shown
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.words.translation import t

_HOMES = 5


def check_and_rank(folder: Path) -> list[Problem]:
    """Everything that is wrong with a pack: in its files, and where it cannot be ranked."""
    pack, problems = read_pack(folder)
    return problems if pack is None else [*problems, *trial_problems(pack)]


def trial_problems(pack: DataPack) -> list[Problem]:
    """What keeps a pack that opens from being ranked, or from being ranked well."""
    problems: list[Problem] = []
    said: set[str] = set()
    try:
        assessor = Assessor(pack)
        trials = list(_trials(pack))
    except _FAILURES as error:
        return [_failure("", "", error)]
    for file, column, scenario in trials:
        try:
            evaluation = assessor.assess(scenario).evaluation
        except _FAILURES as error:
            problem = _failure(file, column, error)
        else:
            ranked = evaluation.status == Status.RANKED
            if not np.isfinite(evaluation.scores[ranked]).all():
                problem = _failure(file, column, ArithmeticError(t("a score is not a number")))
            elif not ranked.any():
                problem = _nothing_ranked(file, column)
            else:
                continue
        if problem.message not in said:
            said.add(problem.message)
            problems.append(problem)
    return problems


_FAILURES = (ScenarioError, ArithmeticError, LookupError, NotImplementedError, TypeError, ValueError)


def _trials(pack: DataPack) -> Iterator[tuple[str, str, Scenario]]:
    """Scenarios, each with the file and the entry that it tries."""
    first = default_scenario(pack)
    for function in pack.functions:
        yield FUNCTIONS_FILE, shown(function), replace(first, function=function)
    if pack.places is None:
        if not pack.functions:
            yield "", "", first
        return
    ids = pack.location_ids
    spread = np.linspace(0, len(ids) - 1, min(_HOMES, len(ids))).astype(int)
    for home in dict.fromkeys((first.home, *(ids[int(at)] for at in spread))):
        yield HUBS.file, shown(home), replace(first, home=home)


def _failure(file: str, column: str, error: Exception) -> Problem:
    message = t("The pack opens but cannot be ranked: {reason}", reason=shown_whole(error))
    return Problem(file or "criteria.csv", 0, column, message, t("Correct the figures that it names."))


def _nothing_ranked(file: str, column: str) -> Problem:
    message = t("No place has enough figures for a rank.")
    cure = t("Add figures: a rank needs 70 % of the weight to be known.")
    return Problem(file or "values.csv", 0, column, message, cure, "warning")


def shown_whole(error: Exception) -> str:
    """The message of an error as one line of at most 200 characters."""
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= 200 else text[:199] + "…"
