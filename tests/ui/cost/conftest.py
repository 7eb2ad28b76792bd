"""The cost tab in a window of its own, and what a user does to it."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.workers import cost_worker
from advisor.app.workers.cost_worker import CostAnswer, CostRequest, CostWorker
from advisor.scenario.cost.cost_model import CostModel
from advisor.ui.cost.cost_panel import CostPanel
from advisor.ui.look.current import put_in_force
from advisor.views.look.theme import LIGHT
from advisor.words.translation import language

LARGE = (1000, 390)

Settle = Callable[[CostPanel, Callable[[], object]], CostAnswer]
_ANSWERS: dict[bytes, CostAnswer] = {}
_answer = cost_worker.answer


@pytest.fixture(autouse=True)
def answered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of these tests ask for the same few costs, each of which is reckoned once.

    They come from the thread of the worker all the same. An answer follows from its request and the language
    alone; that it is right is for the tests of the worker and of the model to say.
    """

    def kept(request: CostRequest) -> CostAnswer:
        key = pickle.dumps((language(), request))
        if key not in _ANSWERS:
            _ANSWERS[key] = _answer(request)
        return replace(_ANSWERS[key], request=request)

    monkeypatch.setattr(cost_worker, "answer", kept)


@pytest.fixture
def model(document: Document) -> CostModel:
    assert document.cost_model is not None
    return document.cost_model


@pytest.fixture
def selection(qapp: QApplication) -> Selection:
    return Selection()


@pytest.fixture
def open_panel(
    qtbot: QtBot, document: Document, model: CostModel, selection: Selection, settle: Settle
) -> Iterator[Callable[..., CostPanel]]:
    opened: list[CostPanel] = []

    def open_one(location: str = "POL", size: tuple[int, int] = LARGE) -> CostPanel:
        panel = CostPanel(document, model, selection, CostWorker(rest_ms=0))
        put_in_force(LIGHT)
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitExposed(panel)
        opened.append(panel)
        if location:
            settle(panel, lambda: selection.select(location))
        return panel

    yield open_one
    for panel in opened:
        panel.shutdown()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("costs")]


@pytest.fixture
def settle(qtbot: QtBot) -> Settle:
    """Do something and wait for the answer with all draws."""

    def done(panel: CostPanel, do: Callable[[], object]) -> CostAnswer:
        answers: list[CostAnswer] = []
        connection = panel.worker.answered.connect(answers.append)
        do()
        # Not by waitSignal: it writes every answer out with all of its figures, in case of a failure.
        qtbot.waitUntil(lambda: any(answer.is_final for answer in answers), timeout=20_000)
        panel.worker.answered.disconnect(connection)
        return next(answer for answer in answers if answer.is_final)

    return done
