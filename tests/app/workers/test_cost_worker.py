"""Costs off the main thread: the same figures as the model's, roughly first, the latest request only."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from advisor.app.workers.cost_worker import QUICK_DRAWS, CostAnswer, CostWorker, answer, cost_request
from advisor.costs.uncertainty import DEFAULT_DRAWS
from advisor.datapack.schema import DataPack
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.scenario import Scenario


@pytest.fixture(scope="module")
def model(default_pack: DataPack) -> CostModel:
    made = Assessor(default_pack).cost_model
    assert made is not None
    return made


@pytest.fixture(scope="module")
def scenario(default_pack: DataPack) -> Scenario:
    return replace(default_scenario(default_pack), currency="EUR")


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[CostWorker]:
    made = CostWorker(rest_ms=0)
    yield made
    made.shutdown()


def test_that_one_location_alone_gets_the_figures_it_has_among_all(
    model: CostModel, scenario: Scenario, default_pack: DataPack
) -> None:
    per_usd = model.rate(scenario.currency).per_usd
    every = model.of(scenario).evaluate(500).in_currency("EUR", per_usd)
    for location in ("IND", "POL", scenario.home):
        request = replace(cost_request(model, scenario, location), draws=500)
        alone = answer(request)
        row = default_pack.location_ids.index(location)
        assert alone.result.location_ids[request.row] == location
        assert alone.result.currency == "EUR"
        for name in ("total", "saving", "saving_pct", "npv", "payback_month", "run_rate", "one_off"):
            for end in ("p10", "p50", "p90"):
                mine = float(getattr(getattr(alone.result, name), end)[request.row])
                assert mine == float(getattr(getattr(every, name), end)[row])
        assert alone.result.probability_of_saving[request.row] == every.probability_of_saving[row]
        detail = model.of(scenario).detail(location, 500).in_currency(per_usd)
        assert alone.detail.waterfall == detail.waterfall
        assert math.isclose(alone.detail.total, detail.total)


def test_that_the_latest_request_alone_is_answered_in_full(
    qtbot: QtBot, worker: CostWorker, model: CostModel, scenario: Scenario
) -> None:
    answers: list[tuple[str, int]] = []
    worker.answered.connect(lambda a: answers.append((a.request.location_id, a.request.draws)))

    def is_final(result: CostAnswer) -> bool:
        return result.is_final

    with qtbot.waitSignal(worker.answered, check_params_cb=is_final, timeout=20_000):
        for location in ("IND", "PHL", "POL"):
            worker.ask(cost_request(model, scenario, location))
    assert answers == [("POL", QUICK_DRAWS), ("POL", DEFAULT_DRAWS)]


def test_that_a_cancelled_request_is_never_answered(
    qtbot: QtBot, worker: CostWorker, model: CostModel, scenario: Scenario
) -> None:
    answers: list[object] = []
    worker.answered.connect(answers.append)
    worker.ask(cost_request(model, scenario, "IND"))
    worker.cancel()
    with qtbot.assertNotEmitted(worker.answered, wait=50):
        worker._start(QUICK_DRAWS)
    assert answers == []


def test_that_an_unknown_location_is_refused(model: CostModel, scenario: Scenario) -> None:
    with pytest.raises(ValueError, match="There is no location 'XYZ'"):
        cost_request(model, scenario, "XYZ")
