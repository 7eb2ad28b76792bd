"""A computed column is one new file: packs may name it, and rankings hold it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

import numpy as np
import pytest

from advisor.computed import columns
from advisor.computed.choices import ComputedChoices
from advisor.computed.registry import computed_column, computed_ids
from advisor.core.criteria import Criterion
from advisor.core.value_functions import LinearValue
from advisor.scenario.memory import Memory
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario

CLOCK_HOURS = """
from advisor.computed.column import ComputedColumn
from advisor.computed.materials import TimeFromHome
from advisor.core.cells import make_column


def _clock_hours(time):
    hours = time.hubs.by_location(time.view.hub_clock_hours)
    return make_column(hours.high, year=time.settings.year, notes="largest difference in the year")


COLUMN = ComputedColumn(TimeFromHome, _clock_hours)
"""


def _forget() -> None:
    computed_ids.cache_clear()
    computed_column.cache_clear()


@pytest.fixture
def with_clock_hours(tmp_path, monkeypatch) -> Iterator[None]:
    (tmp_path / "clock_hours.py").write_text(CLOCK_HOURS)
    monkeypatch.setattr(columns, "__path__", [*columns.__path__, str(tmp_path)])
    _forget()
    yield
    _forget()


def test_that_the_columns_are_those_of_the_folder():
    assert set(computed_ids()) == {
        "affinity",
        "cost_per_fte",
        "customer_language",
        "data_transfer",
        "distance",
        "night_hours",
        "overlap",
        "room_to_hire",
        "saving",
        "shared_days",
        "workforce",
        "working_language",
        "working_ties",
    }
    with pytest.raises(KeyError):
        computed_column("astrology")


@pytest.mark.usefixtures("with_clock_hours")
def test_that_a_column_in_one_new_file_is_ranked_by(default_pack):
    hours = Criterion("clock_hours", LinearValue(0.0, 12.0, default_pack.criteria[0].direction),
                      theme=default_pack.criteria[0].theme, computed="clock_hours")  # fmt: skip
    cells = default_pack.cells
    wider = [np.concatenate([part, part[:, :1]], axis=1) for part in cells.parts]
    pack = replace(default_pack, criteria=(*default_pack.criteria, hours), cells=type(cells)(*wider))
    assessment = Assessor(pack).assess(default_scenario(pack))
    row = pack.location_ids.index("IND")
    assert assessment.cells.values[row, -1] == 5.5
    assert assessment.cells.notes[row, -1] == "largest difference in the year"


def test_that_every_part_of_a_scenario_that_a_column_reads_is_a_choice(default_pack):
    choices = Assessor(default_pack).assess(default_scenario(default_pack)).choices
    assert all(getattr(choices, field.name) is not None for field in fields(ComputedChoices))
    assert hash(choices) == hash(Assessor(default_pack).assess(default_scenario(default_pack)).choices)


def test_that_a_memory_computes_equal_keys_once_and_forgets_the_oldest():
    asked: list[int] = []
    squares = Memory(lambda key: asked.append(key) or key * key, 2)  # type: ignore[func-returns-value]
    assert [squares(key) for key in (1, 2, 1, 3, 1, 2)] == [1, 4, 1, 9, 1, 4]
    assert asked == [1, 2, 3, 2]
