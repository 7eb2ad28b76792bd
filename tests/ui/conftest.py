"""Windows and panels on real documents, made and taken down without a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSettings, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.settings import Settings
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.ui.look.stylesheet import style_sheet
from advisor.ui.map.webengine_setup import prepare_webengine
from advisor.views.look.theme import LIGHT
from tests.reckoned_once import reckon_once

if TYPE_CHECKING:
    from advisor.ui.map.map_view import MapView
    from advisor.ui.window.main_window import MainWindow

prepare_webengine()

PointAt = Callable[[QWidget, QPoint], None]
_NUMBERS = count()
_SIZE = QSize(1280, 800)
_KEPT: list[MainWindow] = []  # windows that all tests of a file share


@pytest.fixture(scope="session", autouse=True)
def emptied_clipboard(qapp: QApplication) -> Iterator[None]:
    """Without a display, what was copied goes after Python has ended, which crashes the process."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="module", autouse=True)
def reckoned_once() -> Iterator[None]:
    """Windows show what they find out; that it is right is for the tests of workers and engine to say."""
    with pytest.MonkeyPatch.context() as patched:
        reckon_once(patched)
        yield


@pytest.fixture(scope="module", autouse=True)
def first_sizes() -> Iterator[None]:
    """Windows begin at the size that they have here: the screen of no display is smaller than any other."""
    from advisor.ui.window import main_window

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(main_window, "first_size", lambda _room: _SIZE)
        yield


@pytest.fixture(autouse=True)
def light_look(qapp: QApplication) -> None:
    """Every test begins in the light look, whatever the one before it put in force.

    Widgets that it left to be deleted are gone first: they would be dressed with every look, test after test.
    A panel that is tried by itself stands in no window, so the application has the windows' sheet here.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    put_in_force(LIGHT)
    if not qapp.styleSheet():
        qapp.setStyleSheet(style_sheet(LIGHT))


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What windows keep of unsaved studies is kept for no other test; a folder is made where it is needed."""
    folder = tmp_path_factory.getbasetemp() / f"user-data-{next(_NUMBERS)}"
    monkeypatch.setenv("LOCATION_ADVISOR_DATA", str(folder))


@pytest.fixture
def point_at(qapp: QApplication) -> PointAt:
    """Moves the pointer over a widget, whatever windows of other tests may still lie in front of it."""

    def point(widget: QWidget, place: QPoint) -> None:
        assert widget.hasMouseTracking(), "it is told of no move without a button"
        position, nothing = QPointF(place), Qt.MouseButton.NoButton
        everywhere = widget.mapToGlobal(position)
        no_key = Qt.KeyboardModifier.NoModifier
        qapp.sendEvent(
            widget, QMouseEvent(QEvent.Type.MouseMove, position, everywhere, nothing, nothing, no_key)
        )

    return point


@pytest.fixture
def document(qapp: QCoreApplication, assessor: Assessor, default_pack: DataPack) -> Document:
    """The default scenario on the pack that ships with the program."""
    return Document(assessor, default_study(default_pack))


@pytest.fixture
def generic_document(qapp: QCoreApplication, write_pack: Callable[..., Path]) -> Document:
    """A pack of three alternatives without places, functions and map."""
    pack = load_pack(write_pack())
    return Document(Assessor(pack), default_study(pack))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of their own, light and without motion."""
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made.look = "light"
    made.reduced_motion = True
    return made


@pytest.fixture(scope="module")
def keep_window(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Document], object]]:
    """Opens a window that all tests of a file share; each has to leave it as it found it."""
    from advisor.ui.window.furnishing import furnished_window

    def keep(document: Document, *, draws_map: bool = False) -> MainWindow:
        store = str(tmp_path_factory.mktemp("window") / "settings.ini")
        settings = Settings(QSettings(store, QSettings.Format.IniFormat))
        settings.look, settings.reduced_motion = "light", True
        window = furnished_window(document, settings, None if draws_map else blank_map(document.pack))
        window.resize(_SIZE)
        window.show()
        _KEPT.append(window)
        return window

    yield keep
    _close(_KEPT)
    _KEPT.clear()


@pytest.fixture(scope="module")
def one_window(
    keep_window: Callable[[Document], MainWindow], assessor: Assessor, default_pack: DataPack
) -> MainWindow:
    """The window of the default study, which all tests of a file share."""
    return keep_window(Document(assessor, default_study(default_pack)))


@pytest.fixture
def kept(one_window: MainWindow) -> Iterator[MainWindow]:
    """The window that a file's tests share, for those that edit nothing; as it was opened."""
    yield one_window
    _leave_as_opened(one_window)
    assert not one_window.document.undo_stack.count()


@pytest.fixture
def edited(one_window: MainWindow, default_pack: DataPack) -> Iterator[MainWindow]:
    """The window that a file's tests share, for those that edit its study; the default one, as it was opened.

    What a panel has found out stays in it: who waits for that asks for a window that nobody has used.
    """
    tab = one_window.drawer.current
    yield one_window
    one_window.document.new(default_study(default_pack))
    one_window.messages.clear()
    one_window.drawer.show_tab(tab)
    _leave_as_opened(one_window)


def _leave_as_opened(window: MainWindow) -> None:
    window.palette_.close_down()
    window.side_page.close_page()
    if window.has_large_type:
        window.use_large_type(False)
        finish_dressing()
    window.showNormal()
    window.resize(_SIZE)
    QCoreApplication.processEvents()


@pytest.fixture(autouse=True)
def kept_in_front(request: pytest.FixtureRequest) -> None:
    """Keys go to the window in front, which may be one that another test has left there."""
    if "keep_window" in request.fixturenames:
        for window in _KEPT:
            window.activateWindow()
        QCoreApplication.processEvents()


@pytest.fixture
def open_window(qtbot: QtBot, settings: Settings) -> Iterator[Callable[[Document], object]]:
    """Opens windows and closes them as a user would who discards changes."""
    from advisor.ui.window.furnishing import furnished_window

    opened: list[MainWindow] = []

    def open_one(document: Document) -> MainWindow:
        window = furnished_window(document, settings, blank_map(document.pack))
        window.resize(_SIZE)
        window.show()
        qtbot.waitExposed(window)
        opened.append(window)
        return window

    yield open_one
    _close(opened)


def blank_map(pack: DataPack) -> MapView | None:
    """A map whose page stays blank: few tests need it drawn, which takes half a second in another process."""
    from advisor.ui.map.map_view import MapView

    class BlankMap(MapView):
        def _load(self) -> None:
            self._patience.stop()

    return BlankMap(pack.geometry) if pack.geometry else None


def _close(windows: list[MainWindow]) -> None:
    """Close windows without being asked about changes, and let them go."""
    for window in windows:
        window.document.undo_stack.setClean()
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
