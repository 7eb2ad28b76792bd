"""Nothing that the Spanish window shows or says is English: tabs, pages, tables, charts, tips, menus."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container, Iterator
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK, EXAMPLES
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.widgets.piecemeal import finish_within
from advisor.ui.window.pages import pages
from advisor.words.locale import set_locale
from tests.ui.window.every_page import every_page

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

# Words that hardly a sentence is without, and that of the subject; none of them is Spanish as well.
ENGLISH = re.compile(
    r"\b(the|of|and|with|from|for|by|is|are|was|be|not|which|where|this|that|your|you|it|its|their|weights?|"
    r"figures?|locations?|rank|ranked|costs|people|years?|days?|hours?|points|score|sources?|unknown|estimated|"
    r"holidays?|week|month|home|places?|show|all|open|save|mean|workers|clerks|law|City)\b"
)
# Names of a package, a file and a command, which are the same in every language.
NAMES = ("holidays", "sources.csv", "rank --format csv", "Angeles City")
MARKUP = re.compile(r"<[^>]+>|https?://\S+")
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
MOST_ROWS = 60


@pytest.fixture(scope="module")
def spanish() -> Iterator[None]:
    set_locale("es")
    yield
    set_locale("en")


@pytest.fixture(scope="module")
def window(keep_window: Callable[[Document], MainWindow], spanish: None) -> MainWindow:
    study = read_study(EXAMPLES / "workshop.advisor")
    made = keep_window(Document(Assessor(load_pack(DEFAULT_PACK)), study))
    made.vote_cover.cover(False)
    made.selection.select("ZAF")
    made.resize(1440, 900)
    return made


def test_that_nothing_of_the_spanish_window_is_english(window: MainWindow, qtbot: QtBot) -> None:
    study, pack = window.document.study, window.document.pack
    names = {*NAMES, *(one.name for one in study.scenarios), *(one.name for one in study.stakeholders)}
    for one in study.stakeholders:  # a heading has them in lines
        words = one.name.split()
        names |= {" ".join(words[start:end]) for end in range(len(words) + 1) for start in range(end)}
    for source in pack.sources.values():
        names |= {source.publisher, source.publisher.partition(" (")[0], source.dataset, source.licence}
    longest_first = sorted(names - {""}, key=len, reverse=True)
    left: dict[str, str] = {}
    seen: dict[str, str] = {}
    for where, text in everything(window, qtbot):
        seen.setdefault(text, where)
    for text, where in seen.items():
        plain = html.unescape(MARKUP.sub(" ", text))
        if ENGLISH.search(plain):
            for name in longest_first:
                plain = plain.replace(name, " ")
            if ENGLISH.search(plain):
                left.setdefault(plain.strip(), where)
    assert len(seen) > 9_000
    assert left == {}


def everything(window: MainWindow, qtbot: QtBot) -> Iterator[tuple[str, str]]:
    """Every text of every part, with where it is."""
    for shown, panel in every_page(window):
        qtbot.waitUntil(partial(has_come, panel), timeout=30_000)
        QCoreApplication.processEvents()
        yield from ((shown, text) for text in texts_of(panel))
    for name in pages():
        page = window.open_page(name)
        finish_within(page)
        yield from ((name, text) for text in texts_of(page))
    window.side_page.close_page()
    window.ranking.set_table_mode(True)
    yield from (("window", text) for text in texts_of(window, set(window.drawer.findChildren(QWidget))))
    window.ranking.set_table_mode(False)
    for action in window.findChildren(QAction):
        yield from (("menu", text) for text in (action.text(), action.toolTip(), action.statusTip()))


def has_come(panel: QWidget) -> bool:
    """Whether no chart of a panel waits for what is computed elsewhere."""
    charts = (chart for chart in panel.findChildren(SceneView) if chart.isVisible())
    return not any(chart.scene.empty.endswith("\N{HORIZONTAL ELLIPSIS}") for chart in charts)


def texts_of(root: QWidget, but: Container[QWidget] = ()) -> Iterator[str]:
    """What a widget and all in it shows, says on pointing, and tells screen readers, but for some in it."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget in but:
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QLineEdit):
            yield from (widget.text(), widget.placeholderText())
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(at) for at in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from _of_model(widget)
        elif isinstance(widget, SceneView):
            for mark in widget.scene.marks:
                for name in ("text", "words"):
                    said = getattr(mark, name, "")
                    yield str(said() if callable(said) else said)


def _of_model(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for role in ROLES:
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
            for row in range(min(model.rowCount(), MOST_ROWS)):
                yield str(model.index(row, column).data(role) or "")
