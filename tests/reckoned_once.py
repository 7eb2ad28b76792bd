"""What hundreds of windows and commands ask for again is reckoned once in a process.

That holds for what follows from its arguments alone: total costs and the certainty of a ranking. Whether they
are right, and the same each time, is for the tests of the engine to say, where nothing is kept. Threads,
progress and calling off are those of the program.
"""

from __future__ import annotations

import pickle
from dataclasses import fields, replace
from typing import Any

import pytest

from advisor.app.workers import cost_worker, robustness_runner
from advisor.app.workers.cost_worker import CostAnswer, CostRequest
from advisor.core.evaluation import Evaluation
from advisor.core.robustness import KeepGoing, Robustness
from advisor.costs.results import CostResult, RankingCosts
from advisor.costs.uncertainty import DEFAULT_DRAWS, DEFAULT_SEED
from advisor.scenario.cost.cost_model import EngagementCosts
from advisor.words.translation import language

_answer, _robustness = cost_worker.answer, robustness_runner.robustness
_evaluate, _for_ranking = EngagementCosts.evaluate, EngagementCosts.for_ranking
_KEPT: dict[bytes, Any] = {}  # by all that it is reckoned from


def _reckoned_from(costs: EngagementCosts) -> tuple[Any, ...]:
    """All numbers that costs depend on: names and sources, which have a language, are not among them."""
    rates = [(key, rate.values, rate.by_user) for key, rate in costs.parameters.items()]
    figures = [getattr(costs.inputs, one.name) for one in fields(costs.inputs) if one.name != "source_ids"]
    return rates, figures, costs.home, costs.terms


def evaluated(costs: EngagementCosts, draws: int = DEFAULT_DRAWS, seed: int = DEFAULT_SEED) -> CostResult:
    """All costs of an engagement."""
    key = pickle.dumps(("evaluate", _reckoned_from(costs), draws, seed))
    if key not in _KEPT:
        _KEPT[key] = _evaluate(costs, draws, seed)
    return _KEPT[key]


def for_ranking(costs: EngagementCosts) -> RankingCosts:
    """What the ranking uses of them."""
    key = pickle.dumps(("ranking", _reckoned_from(costs)))
    if key not in _KEPT:
        _KEPT[key] = _for_ranking(costs)
    return _KEPT[key]


def answered(request: CostRequest) -> CostAnswer:
    """Costs of one location, for the thread of a worker."""
    key = pickle.dumps(("answer", language(), request))
    if key not in _KEPT:
        _KEPT[key] = _answer(request)
    return replace(_KEPT[key], request=request)


def counted(
    evaluation: Evaluation, draws: int, seed: int, spread: float, keep_going: KeepGoing
) -> Robustness | None:
    """How sure a ranking is, for the thread of a worker."""
    key = pickle.dumps(("robustness", evaluation, draws, seed, spread))
    if key not in _KEPT:
        found = _robustness(evaluation, draws, seed, spread, keep_going)
        if found is None:
            return None
        _KEPT[key] = found
    return _KEPT[key] if keep_going(1.0) else None


def reckon_costs_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Costs alone."""
    monkeypatch.setattr(EngagementCosts, "evaluate", evaluated)
    monkeypatch.setattr(EngagementCosts, "for_ranking", for_ranking)


def reckon_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them, for windows."""
    reckon_costs_once(monkeypatch)
    monkeypatch.setattr(cost_worker, "answer", answered)
    monkeypatch.setattr(robustness_runner, "robustness", counted)
