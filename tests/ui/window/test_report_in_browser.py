"""The report's page in a browser: no request, the map is drawn, tables sort.

What is printed from it is looked at with the other files, in ``tests/export/test_formats.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.export.registry import format_of
from advisor.export.subject import Subject
from advisor.export.writing import export_to, subject_for
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.ui.map.network_guard import NetworkGuard
from advisor.ui.window.page_printer import PagePrinter

LONG_MS = 60_000
FIRST = "document.querySelector('#ranking tbody tr').cells[{column}].textContent"


class Browser:
    """A page with a guard over its requests."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.profile = QWebEngineProfile()
        self.guard = NetworkGuard()
        self.profile.setUrlRequestInterceptor(self.guard)
        self.page = QWebEnginePage(self.profile)

    def ask(self, script: str) -> Any:
        """What a script in the page answers."""
        answers: list[Any] = []
        self.page.runJavaScript(f"JSON.stringify({script})", 0, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=LONG_MS)
        return json.loads(answers[0]) if answers[0] else None

    def open(self, path: Path) -> None:
        """Load a file and wait until it says that it is drawn."""
        with self._qtbot.waitSignal(self.page.loadFinished, timeout=LONG_MS):
            self.page.load(QUrl.fromLocalFile(str(path)))
        ready = "document.documentElement.dataset.ready === 'yes'"
        self._qtbot.waitUntil(lambda: self.ask(ready) is True, timeout=LONG_MS)

    def close(self) -> None:
        """The page goes before its profile."""
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(self.page, QEvent.Type.DeferredDelete)
        self.profile.deleteLater()


@pytest.fixture
def browser(qtbot: QtBot, qapp: QApplication) -> Iterator[Browser]:
    made = Browser(qtbot)
    yield made
    made.close()


@pytest.fixture
def subject(assessor: Assessor) -> Subject:
    study = read_study(EXAMPLE_STUDY)
    assessment = assessor.assess(study.scenario, study.own)
    how = format_of(Path("x.html"))
    assert how is not None
    return subject_for(how, study, assessment, assessor.cost_model, date(2026, 11, 28))


@pytest.fixture
def file(subject: Subject, tmp_path: Path) -> Path:
    how = format_of(Path("x.html"))
    assert how is not None
    return export_to(tmp_path / "report.html", how, subject)[0]


def test_that_a_browser_draws_the_map_and_sorts_and_asks_the_network_for_nothing(
    browser: Browser, file: Path
) -> None:
    browser.open(file)
    assert browser.ask("document.querySelectorAll('#map path.choroplethlocation').length") > 150
    assert browser.ask("document.querySelectorAll('svg.main-svg').length") > 0
    assert browser.ask(FIRST.format(column=0)) == "1"
    head = "document.querySelectorAll('#ranking th button')[{column}].click()"
    browser.ask(head.format(column=1))
    names = "[...document.querySelectorAll('#ranking tbody tr')].map(row => row.cells[1].textContent)"
    shown = browser.ask(names)
    assert shown[:3] == sorted(shown)[:3]
    assert shown[0] == "Afghanistan"
    browser.ask(head.format(column=0))
    ranks = "[...document.querySelectorAll('#ranking tbody tr')].map(row => row.cells[0].textContent)"
    ranked = [int(text) for text in browser.ask(ranks) if text.isdigit()]
    assert ranked == sorted(ranked)
    assert not browser.ask(ranks)[-1].isdigit()
    browser.ask(head.format(column=0))
    again = [int(text) for text in browser.ask(ranks) if text.isdigit()]
    assert again == sorted(ranked, reverse=True)
    assert not browser.ask(ranks)[-1].isdigit()
    assert browser.guard.blocked == ()


def test_that_a_page_that_never_is_drawn_is_given_up(qtbot: QtBot, qapp: QApplication) -> None:
    printer = PagePrinter(timeout_ms=300)
    with qtbot.waitSignal(printer.failed, timeout=LONG_MS) as done:
        printer.print_page("<p>Never ready</p>")
    assert "not drawn in time" in done.args[0]
    printer._on_loaded(True)  # as a page does that comes too late
    assert not printer._ask.isActive()
    printer.deleteLater()
