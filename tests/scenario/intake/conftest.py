"""Tables written into a folder and planned against the default pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from advisor.datapack.schema import DataPack
from advisor.scenario.intake.plan import Choices, Plan, make_plan
from advisor.scenario.intake.sheet import read_sheet
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.study import Study

PlanText = Callable[..., Plan]


@pytest.fixture
def study(default_pack: DataPack) -> Study:
    return default_study(default_pack)


@pytest.fixture
def plan_text(tmp_path: Path, default_pack: DataPack, study: Study) -> PlanText:
    """Writes a text file and plans its import."""

    def plan(text: str | bytes, name: str = "table.csv", choices: Choices | None = None) -> Plan:
        path = tmp_path / name
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
        return make_plan(read_sheet(path), default_pack, study, choices)

    return plan
