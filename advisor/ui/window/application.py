"""Starting the window: environment first, then Qt; the map page and the data load side by side."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.datapack.problems import PackError, Problems
from advisor.garbage import no_search_by_itself
from advisor.ui.window.display import has_display, no_display, why_no_window
from advisor.ui.window.turns import take_short_turns
from advisor.words.plain_text import one_line
from advisor.words.translation import t

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

    from advisor.app.document.settings import Settings
    from advisor.scenario.ranking.assessment import Assessor
    from advisor.ui.map.map_view import MapView
    from advisor.ui.window.main_window import MainWindow

BAD_INPUT = 2
_LOOK_EVERY_MS = 5
_PATIENT_MS, _NEVER_MS = 1_500, 2**30


def run_window(
    scenario_path: Path | None, pack_folder: Path, *, lang: str = "", until_painted: bool = False
) -> int:
    """Open the window and stay until it is closed.

    Args:
        scenario_path: a study file to open; None for the latest one where that is wished, else the default.
        pack_folder: the data pack.
        lang: the language; empty for the one that was chosen last, else that of the system.
        until_painted: close as soon as the map is on the screen, to measure the start.

    Returns:
        Exit code: 0 when the window was closed, 2 where there is no display or the pack cannot be opened.
    """
    if not has_display():
        print(f"location-advisor: {no_display()}", file=sys.stderr)
        return BAD_INPUT
    take_short_turns()
    with no_search_by_itself():
        return _run(scenario_path, pack_folder, lang, until_painted=until_painted)


def _run(scenario_path: Path | None, pack_folder: Path, lang: str, *, until_painted: bool) -> int:
    application = _make_application()
    from PySide6.QtCore import QLocale

    from advisor.app.document.settings import Settings
    from advisor.ui.window.language_setup import put_language_in_force

    settings = Settings()
    put_language_in_force(lang, settings.language, QLocale.system().name())
    from advisor.ui.window.main_window import MainWindow

    window = MainWindow(settings)
    map_view = _start_map(pack_folder, settings, window)
    window.show()  # a frame that is filled with what is read from here on
    try:
        assessor = _load(pack_folder, window)
    except PackError as error:
        window.close()
        print(one_line(f"location-advisor: {error}"), file=sys.stderr)
        _give_up(window, map_view)
        return BAD_INPUT
    if window.was_closed:
        _give_up(window, map_view)
        return 0

    from advisor.app.document.document import Document
    from advisor.scenario.study.defaults import default_study
    from advisor.ui.window.furnishing import furnish
    from advisor.ui.window.memory import search_no_more_in_what_stays
    from advisor.ui.window.search_between_events import search_between_events
    from advisor.ui.window.window_keeper import WindowKeeper

    document = Document(assessor, default_study(assessor.pack))
    # The map's page asks for its files meanwhile.
    furnish(window, document, map_view, between_parts=application.processEvents)
    keeper = WindowKeeper(window, settings)
    if window.was_closed:  # while its parts were made
        window.leave()
        return 0
    to_open = scenario_path or settings.study_at_start
    if to_open is not None:
        window.open_file(to_open)
    window.show_parts()
    if to_open is None and not until_painted:
        window.welcome()
    if until_painted and window.map_panel is not None:
        # What was painted before nobody could see.
        seen = window.map_panel.view.paint_again()
        window.map_panel.view.picture_painted.connect(lambda number: number >= seen and window.close())
    # Some hundred thousand values have been made that live as long as the window: to search them again and
    # again would find nothing, and hold the window up.
    search_no_more_in_what_stays()
    search_between_events(document, application)
    code = application.exec()
    keeper.window.deleteLater()
    application.processEvents()
    return code


def _make_application() -> QApplication:
    from advisor.ui.window.plain_imports import import_plainly

    import_plainly()
    from advisor.ui.map.qt_messages import EndingWith, log_qt_messages
    from advisor.ui.map.webengine_setup import prepare_webengine
    from advisor.ui.window.memory import return_freed_memory

    return_freed_memory()
    log_qt_messages()
    prepare_webengine()
    # Qt may be imported only after its environment is set.
    from PySide6.QtWidgets import QApplication

    from advisor.app.document.settings import APPLICATION
    from advisor.ui.look.stylesheet import tabular

    with EndingWith(f"location-advisor: {why_no_window()}", BAD_INPUT):
        application = QApplication(sys.argv[:1])
    application.setApplicationName(APPLICATION)
    application.setDesktopFileName(APPLICATION)
    application.setStyle("Fusion")
    application.setFont(tabular(application.font()))
    return application


def _give_up(window: MainWindow, map_view: MapView | None) -> None:
    """End without parts: let go of the map's page, then of the frame that holds it."""
    if map_view is not None:
        map_view.shutdown()
    window.deleteLater()


def _start_map(pack_folder: Path, settings: Settings, window: QWidget | None = None) -> MapView | None:
    """The map, whose page loads in a process of its own while this one reads the data.

    Args:
        pack_folder: whose map it is.
        settings: tell the look to begin with.
        window: that will show it. Made in it before that is shown: a web page that comes into a window which
            is there already lets Qt make that window anew where the page is drawn by a graphics device.
    """
    from advisor.datapack.pack_header import geometry_of, read_header

    geometry = geometry_of(pack_folder, read_header(pack_folder, Problems()))
    if geometry is None:
        return None
    from advisor.ui.map.map_view import MapView

    view = MapView(geometry, theme="dark" if settings.look == "dark" else "light", parent=window)
    if window is not None:
        view.hide()  # until it has its place
    return view


def _loading_notice(pack_folder: Path, window: QWidget | None = None) -> QProgressDialog:
    """Says that the data are being read, for packs that take longer than anybody waits for nothing."""
    from PySide6.QtWidgets import QProgressDialog

    from advisor.ui.look.current import look_in_force, put_in_force

    notice = QProgressDialog(
        t("Reading the data pack {name}…", name=pack_folder.resolve().name), "", 0, 0, window
    )
    notice.setAutoReset(False)
    notice.setMinimumDuration(_NEVER_MS)  # shown by its own timer, because nothing tells how far it is
    notice.setCancelButton(None)  # there is nothing to go back to
    notice.setMinimumWidth(360)
    put_in_force(look_in_force())
    return notice


def _load(pack_folder: Path, window: QWidget | None = None) -> Assessor:
    """Read the pack and compute its first figures in a thread, so that the map's page is served meanwhile.

    Args:
        pack_folder: the pack.
        window: that waits for it, and so says what it waits for.

    Raises:
        PackError: the pack cannot be opened.
    """
    from concurrent.futures import ThreadPoolExecutor

    from PySide6.QtCore import QEventLoop, QTimer

    def load() -> Assessor:
        from advisor.datapack.kept_pack import open_pack
        from advisor.scenario.ranking.assessment import Assessor
        from advisor.scenario.study.defaults import default_scenario

        assessor = Assessor(open_pack(pack_folder))
        assessor.assess(default_scenario(assessor.pack))  # builds the yearly tables, which are then cached
        import advisor.ui.window.furnishing  # noqa: F401  with all that a window is put together from

        return assessor

    import advisor.ui.look.current  # noqa: F401  holds an object of Qt, which belongs to this thread

    with ThreadPoolExecutor(1) as pool:
        loading = pool.submit(load)
        loop, look = QEventLoop(), QTimer()
        look.timeout.connect(lambda: loop.quit() if loading.done() else None)
        look.start(_LOOK_EVERY_MS)
        if not loading.done():
            notice = _loading_notice(pack_folder, window)
            QTimer.singleShot(_PATIENT_MS, notice, notice.show)
            loop.exec()
            notice.close()
            notice.deleteLater()
        return loading.result()
