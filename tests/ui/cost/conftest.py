"""The cost tab in a window of its own, and what a user does to it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.workers.cost_worker import CostAnswer, CostWorker
from advisor.scenario.cost.cost_model import CostModel
from advisor.ui.cost.cost_panel import CostPanel
from advisor.ui.look.current import put_in_force
from advisor.views.look.theme import LIGHT

LARGE = (1000, 390)

Settle = Callable[[CostPanel, Callable[[], object]], CostAnswer]


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
