"""Costs of the selected location, computed off the main thread: roughly at once, fully at rest."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from advisor.app.workers.worker import SLOW_MS, Worker, WorkState
from advisor.costs.currency import ExchangeRate
from advisor.costs.detail import CostDetail, explain
from advisor.costs.inputs import CostInputs
from advisor.costs.parameters import CostParameters
from advisor.costs.results import CostResult
from advisor.costs.terms import EngagementTerms
from advisor.costs.total_cost import TotalCostModel
from advisor.costs.uncertainty import DEFAULT_DRAWS, DEFAULT_SEED
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData
from advisor.scenario.study.scenario import Scenario

QUICK_DRAWS = 2_000
REST_MS = 250


@dataclass(frozen=True, slots=True, eq=False)
class CostRequest:
    """Everything that the costs of one location depend on, as frozen values.

    Attributes:
        inputs: figures of home (row 0) and, unless it is home, the location (row 1).
        rate: the currency of the answer.
        draws: 0 until the worker has chosen.
    """

    parameters: CostParameters
    inputs: CostInputs
    terms: EngagementTerms
    rate: ExchangeRate
    draws: int = 0
    seed: int = DEFAULT_SEED

    @property
    def row(self) -> int:
        """Row of the location in ``inputs``."""
        return len(self.inputs) - 1

    @property
    def location_id(self) -> str:
        """The location."""
        return self.inputs.location_ids[self.row]


@dataclass(frozen=True, slots=True, eq=False)
class CostAnswer:
    """The costs of one location in the currency of the request.

    Attributes:
        request: what was asked; its inputs are in USD.
        result: of home and the location, rows as in the request.
        detail: of the location.
    """

    request: CostRequest
    result: CostResult
    detail: CostDetail

    @property
    def is_final(self) -> bool:
        """Whether it rests on all draws."""
        return self.request.draws >= DEFAULT_DRAWS


def cost_request(
    model: CostModel, scenario: Scenario, location_id: str, own: OwnData = NOTHING_OWN
) -> CostRequest:
    """What to ask for a location; call on the main thread, which owns the model.

    Raises:
        ScenarioError: the scenario's terms, rates or currency cannot be used.
        ValueError: no such location.
    """
    costs = model.of(scenario, own)
    inputs, home = costs.inputs, costs.home
    rows = list(dict.fromkeys((home, inputs.index(location_id))))
    return CostRequest(
        parameters=costs.parameters,
        inputs=inputs.take(np.array(rows, dtype=np.intp)),
        terms=costs.terms,
        rate=model.rate(scenario.currency),
    )


def answer(request: CostRequest) -> CostAnswer:
    """Compute a request. A location's figures are the same whichever others are computed with it."""
    model = TotalCostModel(request.parameters)
    result = model.evaluate(request.inputs, 0, request.terms, request.draws, request.seed)
    detail = explain(
        model, request.inputs, 0, request.row, request.terms, draws=request.draws, seed=request.seed
    )
    rate = request.rate
    return CostAnswer(
        request, result.in_currency(rate.currency, rate.per_usd), detail.in_currency(rate.per_usd)
    )


class CostWorker(QObject):
    """Answers the latest request twice: with few draws at once, with all of them once nothing changes.

    Signals:
        answered: a ``CostAnswer``.
        failed: the exception that a computation raised.
        slow_changed: whether an answer has been due for longer than half a second.
    """

    answered = Signal(object)
    failed = Signal(object)
    slow_changed = Signal(bool)

    def __init__(
        self, parent: QObject | None = None, *, rest_ms: int = REST_MS, slow_ms: int = SLOW_MS
    ) -> None:
        super().__init__(parent)
        self._request: CostRequest | None = None
        self._worker = Worker("costs", self, slow_ms=slow_ms)
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self.failed)
        self._worker.slow_changed.connect(self.slow_changed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(lambda: self._start(DEFAULT_DRAWS))

    def ask(self, request: CostRequest) -> None:
        """Want the costs of a location; what was asked before is forgotten."""
        self._request = request
        self._rest.stop()
        self._start(QUICK_DRAWS)

    def cancel(self) -> None:
        """Want nothing any more."""
        self._request = None
        self._rest.stop()
        self._worker.cancel()

    def shutdown(self) -> None:
        """Want nothing any more and wait until no thread is left."""
        self.cancel()
        self._worker.shutdown()

    def _start(self, draws: int) -> None:
        if self._request is None:
            return
        request = replace(self._request, draws=draws)

        def work(_state: WorkState) -> CostAnswer:
            return answer(request)

        self._worker.start(work)

    def _on_done(self, result: CostAnswer) -> None:
        if not result.is_final:
            self._rest.start()
        self.answered.emit(result)
