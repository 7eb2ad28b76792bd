"""Subjects of reports."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.core.robustness import robustness
from advisor.datapack.schema import DataPack
from advisor.export.report.blocks import Report
from advisor.export.report.report import make_report
from advisor.export.subject import Subject
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.study.files import read_study
from advisor.scenario.study.study import Study
from tests.export.subjects import assessor_of


def subject_of(pack: DataPack, study: Study) -> Subject:
    """What is exported of a study, with few draws."""
    assessor = assessor_of(pack)
    assessment = assessor.assess(study.scenario, study.own)
    certainty = robustness(assessment.evaluation, draws=500)
    return Subject(study.made_with(pack), assessment, assessment.cost_model, certainty, date(2026, 11, 28))


@pytest.fixture
def make_subject():
    """Makes what is exported of a study on a pack."""
    return subject_of


@pytest.fixture(scope="session")
def subject(default_pack: DataPack) -> Subject:
    """The example."""
    return subject_of(default_pack, read_study(EXAMPLE_STUDY))


@pytest.fixture(scope="session")
def report(subject: Subject) -> Report:
    """Its report, for all who only read it."""
    return make_report(subject)
