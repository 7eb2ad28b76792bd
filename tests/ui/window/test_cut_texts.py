"""Nothing is cut: every tab with all its pages, in both languages, at the sizes of windows and of type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontMetrics, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeout
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK, EXAMPLES
from advisor.scenario.edits.scenario_edits import with_copy
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import finish_dressing
from advisor.ui.look.row_paint import Type
from advisor.ui.widgets.small_widgets import ChoiceBox, ElidedLabel, label
from advisor.views.scene.box import Box
from advisor.views.scene.marks import Text
from advisor.views.scene.scene import Scene
from advisor.words.locale import set_locale
from tests.ui.window.cut_texts import cut_texts
from tests.ui.window.every_page import every_page

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

_COPY = "Nearer home than the scenario before"
_ELSEWHERE = (f"NameField: {_COPY}",)
_SMALLEST = ("ScenarioTabs: ", "ChoiceBox: Comercio minorista")
SIZES = {  # of windows, by that of type in percent: it takes long to dress a window in another one
    100: ((960, 600), (1280, 720), (1440, 900)),
    150: ((960, 600),),
    200: ((960, 600), (1280, 720), (1440, 900), (1920, 1080)),
}


@pytest.fixture(scope="module", params=["en", "es"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """A language, in force as long as the window of this file is."""
    set_locale(request.param)
    yield request.param
    set_locale("en")


@pytest.fixture(scope="module")
def window(keep_window: Callable[[Document], MainWindow], spoken: str) -> MainWindow:
    """Two scenarios, and people whose votes are revealed."""
    study = read_study(Path(EXAMPLES / "workshop.advisor"))
    document = Document(Assessor(load_pack(DEFAULT_PACK)), study)
    made = keep_window(document)
    document.edit_study(with_copy(document.study, _COPY), "copy")
    weights = {
        "cost": 62.0,
        "people": 10.0,
        "language": 10.0,
        "time": 6.0,
        "regulation": 6.0,
        "resilience": 6.0,
    }
    document.edit(replace(document.scenario, headcount=900, theme_weights=weights), "change")
    made.vote_cover.cover(False)
    made.selection.select("ZAF")
    return made


@pytest.fixture
def painted_short(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What rows that are painted have no room for, added to while they are painted."""
    found: list[str] = []
    whole = Type.shaped

    def shaped(face: Type, text: str, width: float) -> tuple[QStaticText, float]:
        if face.width(text) > width + 1:
            found.append(text)
        return whole(face, text, width)

    monkeypatch.setattr(Type, "shaped", shaped)
    return found


@pytest.mark.parametrize("text", SIZES)
def test_that_no_text_is_cut(window: MainWindow, painted_short: list[str], qtbot: QtBot, text: int) -> None:
    window.choose_text_size(text)
    finish_dressing()
    for size in SIZES[text]:
        window.resize(*size)
        QCoreApplication.processEvents()
        window.setUpdatesEnabled(False)  # where words stand is what counts here: they are painted below
        found = list(everywhere(window, qtbot))
        window.setUpdatesEnabled(True)
        assert (size, found) == (size, [])
        assert text > 100 or window.drawer.tabs.shown == window.drawer.tab_ids
        painted_short.clear()
        paint_everything(window, qtbot)
        short = {text for text in painted_short if not is_long_publisher(window, text)}
        assert (size, short) == (size, set())


def paint_everything(window: MainWindow, qtbot: QtBot) -> None:
    """Every tab, every row of the one that explains, and the table, whose fields show their words."""
    window.grab()
    for tab in window.drawer.tab_ids:
        window.drawer.show_tab(tab)
        settle(window.drawer.panel(tab), qtbot)
        window.drawer.grab()
    paint_all_rows(window.drawer.panel("why").tree)
    window.ranking.set_table_mode(True)
    window.ranking.grab()
    narrow = [line for line in cut_texts(window.ranking) if line.startswith(("PromptedField", "QLineEdit"))]
    window.ranking.set_table_mode(False)
    assert narrow == []


def test_that_where_only_one_side_has_room_each_is_found(window: MainWindow) -> None:
    window.resize(960, 600)
    window.choose_text_size(200)
    finish_dressing()
    QCoreApplication.processEvents()
    panes, drawer = window.panes, window.drawer
    assert panes.sides.isVisible()
    window.ranking.start_finding()
    assert (window.priorities.isVisible(), window.ranking.isVisible(), drawer.isVisible()) == (
        False,
        True,
        False,
    )
    assert window.ranking.search.hasFocus() or window.focusWidget() is window.ranking.search
    panes.sides.button(0).click()
    assert (window.priorities.isVisible(), window.ranking.isVisible(), drawer.isVisible()) == (
        True,
        False,
        False,
    )
    drawer.show_tab("why")
    assert (window.priorities.isVisible(), window.ranking.isVisible(), drawer.isVisible()) == (
        False,
        False,
        True,
    )
    window.choose_text_size(100)
    finish_dressing()
    QCoreApplication.processEvents()
    assert not panes.sides.isVisible()
    assert (window.priorities.isVisible(), window.ranking.isVisible(), drawer.isVisible()) == (
        True,
        True,
        True,
    )


def is_long_publisher(window: MainWindow, text: str) -> bool:
    """Whether a text is a publisher that cannot even end after its first word."""
    publishers = {source.publisher for source in window.document.pack.sources.values()}
    return text.partition(" +")[0] in publishers


def paint_all_rows(view: QAbstractItemView) -> None:
    """Those that have to be scrolled to as well."""
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, max(1, bar.pageStep() // 2)):
        bar.setValue(value)
        view.grab()
    bar.setValue(0)


def everywhere(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, str]]:
    """What is cut, page by page of every tab, and on each side where they are not seen together."""
    for side in range(window.panes.sides.count if window.panes.sides.isVisible() else 0):
        window.panes.sides.button(side).click()
        yield from ((f"side {side}", line) for line in cut_for_good(window, qtbot))
    for page, panel in every_page(window):
        settle(panel, qtbot)
        yield from ((page, line) for line in cut_for_good(window, qtbot))


def cut_for_good(window: MainWindow, qtbot: QtBot) -> list[str]:
    """What is cut once every part has found its place, which may take some turns of the event loop."""
    found: list[str] = []

    def is_whole() -> bool:
        found[:] = unexpected(window)
        return not found

    with suppress(QtTimeout):
        qtbot.waitUntil(is_whole, timeout=1_500)
    return found


def unexpected(window: MainWindow) -> list[str]:
    """What is cut, but for a name that the strip has in full.

    Where there is room for one side only the strip is scrolled, and the last of three long choices says all
    on pointing.
    """
    passed = _ELSEWHERE + (_SMALLEST if window.panes.sides.isVisible() else ())
    return [line for line in cut_texts(window) if not line.startswith(passed)]


def settle(panel: QWidget, qtbot: QtBot) -> None:
    """Until what is computed elsewhere has come, and everything has found its place."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    charts = [chart for chart in panel.findChildren(SceneView) if chart.isVisible()]
    waiting = "\N{HORIZONTAL ELLIPSIS}"
    qtbot.waitUntil(lambda: not any(chart.scene.empty.endswith(waiting) for chart in charts), timeout=30_000)
    QCoreApplication.processEvents()


# What finds them -------------------------------------------------------------------------------------


def test_that_whatever_is_cut_is_found(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(400, 300)
    words = "words that need room"
    wide = QFontMetrics(host.font()).horizontalAdvance(words)
    plain, elided, choice = label(words, parent=host), ElidedLabel(words, host), ChoiceBox(host)
    wrapped = QLabel(words, host)
    wrapped.setWordWrap(True)
    choice.addItem(words)
    chart = SceneView("chart")
    chart.setParent(host)
    box, below = Box(0, 0, 50, 20), Box(0, 50, 50, 20)
    shown = (Text(box, "wor\N{HORIZONTAL ELLIPSIS}"), Text(below, "one"), Text(below, "other"))
    chart.show_scene(lambda size, _measure: Scene(size, shown))
    host.show()
    parts: list[QWidget] = [plain, elided, choice, wrapped]
    for widget in parts:
        widget.setGeometry(0, 0, 3 * wide, 60)
    chart.setGeometry(0, 100, 200, 100)
    assert list(cut_texts(host)) == ["SceneView: wor\N{HORIZONTAL ELLIPSIS}", "SceneView: one (over other)"]
    for widget in parts:
        widget.setGeometry(0, 0, wide // 2, 16)
    kinds = [line.split(":")[0] for line in cut_texts(host)]
    assert sorted(kinds) == ["ChoiceBox", "ElidedLabel", "PlainLabel", "QLabel", "SceneView", "SceneView"]
