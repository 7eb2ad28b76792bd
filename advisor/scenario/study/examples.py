"""The example studies, for those who open the program with the data that they are about."""

from __future__ import annotations

from dataclasses import replace

from advisor.datapack.schema import DataPack
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.study.checks import check_study
from advisor.scenario.study.files import read_study
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.words.translation import t


def first_example(pack: DataPack) -> Study | None:
    """The study that newcomers begin with, named in their language; None where it does not fit the pack."""
    try:
        study = read_study(EXAMPLE_STUDY)
        check_study(pack, study)
    except (StudyFileError, ScenarioError):
        return None
    return study.with_active(replace(study.scenario, name=t("UK customer support")))
