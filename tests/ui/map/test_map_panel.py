"""The panel of the map on its real page: layers, their names, presentation, saved pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.ui.map.map_panel import MapPanel
from advisor.views.look.theme import LIGHT, presented
from advisor.views.map.criterion_layers import criterion_layer
from advisor.views.map.score_layers import SCORE
from tests.ui.map.waiting import wait


@pytest.fixture(scope="module")
def only_panel(qapp: QApplication, assessor: Assessor, default_pack: DataPack) -> Iterator[MapPanel]:
    """One for all tests of this file: its page takes a while to load."""
    made = MapPanel(Document(assessor, default_study(default_pack)), Selection())
    made.resize(620, 420)
    wait(made.view.map_ready, made.show)
    yield made
    made.shutdown()
    made.deleteLater()


@pytest.fixture
def panel(only_panel: MapPanel, qtbot: QtBot) -> MapPanel:
    """The panel as it was made, and drawn so."""
    finish_dressing()  # the usual look is in force again
    only_panel.show_layer(SCORE)
    only_panel.view.set_text_scale(1.0)
    only_panel.resize(620, 420)
    with qtbot.waitSignal(only_panel.view.picture_painted, timeout=20_000):
        only_panel.view.paint_again()
    qtbot.waitUntil(lambda: ask(qtbot, only_panel, "innerWidth") == 620, timeout=20_000)
    return only_panel


def ask(qtbot: QtBot, panel: MapPanel, code: str) -> Any:
    answers: list[str] = []
    panel.view.web_view().page().runJavaScript(f"JSON.stringify({code})", answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    return json.loads(answers[0])


def test_that_a_layer_is_named_everywhere_by_what_it_shows(
    qtbot: QtBot, panel: MapPanel, tmp_path: Path
) -> None:
    with qtbot.waitSignal(panel.view.picture_painted, timeout=20_000):
        panel.layer_actions[criterion_layer("science_graduates")].trigger()
    assert panel.view.accessibleName() == (
        "World map: locations coloured by science and engineering graduates"
    )
    assert ask(qtbot, panel, "document.getElementById('legend-label').textContent") == (
        "Science and engineering graduates"
    )
    ends = "['legend-weak', 'legend-strong'].map(id => document.getElementById(id).textContent)"
    assert ask(qtbot, panel, ends) == ["worse", "better"]
    more = panel.more_button
    assert more.isChecked()
    bold = QFont(more.font())
    bold.setWeight(QFont.Weight.DemiBold)
    assert more.text().startswith("Science and ")
    assert more.width() >= QFontMetrics(bold).horizontalAdvance(more.text()) + 20  # with its padding
    assert more.toolTip() == "Science and engineering graduates"
    picture = tmp_path / "map.svg"
    with qtbot.waitSignal(panel.view.picture_saved, timeout=30_000):
        panel.save_picture(picture)
    text = picture.read_text(encoding="utf-8")
    for part in ("Science and engineering graduates", "home United Kingdom", "Figures: ", "made with"):
        assert part in text


def test_that_a_presentation_enlarges_the_text_of_the_map(qtbot: QtBot, panel: MapPanel) -> None:
    size = "parseFloat(getComputedStyle(document.getElementById('legend')).fontSize)"
    before = ask(qtbot, panel, size)
    look = presented(LIGHT)
    put_in_force(look)
    finish_dressing()
    qtbot.waitUntil(lambda: ask(qtbot, panel, size) > before, timeout=20_000)
    assert ask(qtbot, panel, size) == pytest.approx(before * look.base / LIGHT.base, rel=0.02)


@pytest.mark.parametrize("size", [(620, 420), (1900, 900)])
def test_that_the_type_of_the_map_is_that_of_the_window_at_any_width(
    qtbot: QtBot, panel: MapPanel, size: tuple[int, int]
) -> None:
    panel.resize(*size)
    qtbot.waitUntil(lambda: ask(qtbot, panel, "innerWidth") == size[0], timeout=20_000)
    least = "parseFloat(getComputedStyle(document.getElementById('legend-keys')).fontSize)"
    assert ask(qtbot, panel, least) == pytest.approx(LIGHT.small, abs=0.1)


_KEYS = "[...document.querySelectorAll('#legend-keys li')]"
_SEEN_KEYS = f"{_KEYS}.filter(one => one.offsetWidth).map(one => one.className)"


def test_that_a_low_map_keeps_the_key_of_its_marks_and_a_wide_one_all_of_them(
    qtbot: QtBot, panel: MapPanel
) -> None:
    panel.resize(1000, 200)
    qtbot.waitUntil(lambda: ask(qtbot, panel, "innerWidth") == 1000, timeout=20_000)
    qtbot.waitUntil(lambda: len(ask(qtbot, panel, _SEEN_KEYS)) == 4, timeout=20_000)
    panel.resize(420, 200)
    qtbot.waitUntil(lambda: ask(qtbot, panel, _SEEN_KEYS) == ["flagged"], timeout=20_000)
    panel.view.set_text_scale(2.0)
    qtbot.waitUntil(lambda: ask(qtbot, panel, _SEEN_KEYS) == [], timeout=20_000)
