"""A pack of three alternatives in two themes, on which groups can be worked out by hand."""

from __future__ import annotations

import pytest

from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study

CRITERIA = "id,theme,direction,lower,upper,theme_weight\nprice,cost,down,0,100,50\nskill,talent,up,0,10,50\n"
VALUES = (
    "location_id,criterion_id,value\na,price,0\na,skill,0\nb,price,100\nb,skill,10\nc,price,40\nc,skill,7\n"
)


@pytest.fixture
def pack(write_pack):
    """Alpha is best on cost, Beta on talent, Gamma (60, 70) is good on both."""
    return load_pack(write_pack(criteria=CRITERIA, values=VALUES))


@pytest.fixture
def assess(pack):
    """Assesses a study of one scenario."""
    assessor = Assessor(pack)
    return lambda study: assessor.assess(study.scenario, study.own)


@pytest.fixture
def study(pack):
    """A study without people."""
    return Study.of(Scenario(name="Where?"), pack)
