"""Pictures of the window: ``python -m advisor.ui.window.screenshots README_FOLDER ALL_FOLDER``.

The first folder gets the pictures that the README shows, the second one every drawer tab in both looks
and both sizes, and every step of a presentation, for a hard look.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.paths import DEFAULT_PACK, EXAMPLE_STUDY, EXAMPLES
from advisor.ui.map.map_rendering import use_offscreen

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

SIZES = ((1440, 900), (1920, 1080))
SELECTED = "ZAF"
# What the README shows: name of the picture to look, size and drawer tab.
README_PICTURES = {
    "window": ("light", (1440, 900), "why"),
    "dark": ("dark", (1440, 900), "certainty"),
    "cost": ("light", (1440, 900), "cost"),
    "clock": ("light", (1440, 900), "clock"),
    "compare": ("light", (1440, 900), "compare"),
}
# Of a room's screen: a projector's, an upright one, and the step that the README shows of which.
ROOMS = ((1920, 1080), (1280, 720), (1080, 1920))
README_ROOM = ("dark", (1920, 1080), "top")
_PRESENTED_STUDY = EXAMPLES / "workshop.advisor"
_TIMEOUT_MS = 60_000
_REST_MS = 1_200


def take_screenshots(readme: Path, everything: Path) -> list[Path]:
    """Write a picture of the window for each look, size and drawer tab, and those of the README.

    Returns:
        The paths of all pictures.

    Raises:
        TimeoutError: the map did not draw.
    """
    use_offscreen()
    # Qt may be imported only after its environment is set.
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from advisor.app.document.document import Document
    from advisor.app.document.settings import Settings
    from advisor.datapack.loading import load_pack
    from advisor.scenario.ranking.assessment import Assessor
    from advisor.scenario.study.files import read_study
    from advisor.ui.window.main_window import MainWindow

    application = QApplication.instance() or QApplication([])
    if isinstance(application, QApplication):
        application.setStyle("Fusion")
    for folder in (readme, everything):
        folder.mkdir(parents=True, exist_ok=True)
    assessor = Assessor(load_pack(DEFAULT_PACK))
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as scratch:
        for look in ("light", "dark"):
            store = QSettings(str(Path(scratch) / f"{look}.ini"), QSettings.Format.IniFormat)
            settings = Settings(store)
            settings.look, settings.reduced_motion = look, True
            window = MainWindow(Document(assessor, read_study(EXAMPLE_STUDY)), settings)
            window.selection.select(SELECTED)
            for width, height in SIZES:
                window.resize(width, height)
                window.show()
                _wait_for_map(window)
                for tab in window.drawer.tab_ids:
                    window.drawer.show_tab(tab)
                    _settle(window)
                    picture = window.grab()
                    paths = [everything / f"window-{look}-{width}x{height}-{tab}.png"]
                    paths += [
                        readme / f"{name}.png"
                        for name, shown in README_PICTURES.items()
                        if shown == (look, (width, height), tab)
                    ]
                    for path in paths:
                        picture.save(str(path))
                    written += paths
            window.document.open(_PRESENTED_STUDY)
            written += _present(window, look, readme, everything)
            window.close()
            window.deleteLater()
            application.processEvents()
    return written


def _present(window: MainWindow, look: str, readme: Path, everything: Path) -> list[Path]:
    """Every step of a presentation at every size of a room's screen, and the speaker's window."""
    presentation, written = window.presentation, []
    presentation.begin()
    screen, talk = presentation.screen, presentation.talk
    if screen is None:
        return []
    screen.showNormal()
    for width, height in ROOMS:
        screen.resize(width, height)
        for step in talk.steps:
            talk.go_to(step)
            paths = [everything / f"room-{look}-{width}x{height}-{talk.at + 1:02d}-{step}.png"]
            if (look, (width, height), step) == README_ROOM:
                paths.append(readme / "room.png")
            talk.light_place(1)
            _settle(window, 3 * _REST_MS if screen.shows_map else _REST_MS // 4)
            lit = everything / f"room-{look}-{width}x{height}-{talk.at + 1:02d}-{step}-spotlight.png"
            screen.grab().save(str(lit))
            talk.light("")
            _settle(window, 3 * _REST_MS if screen.shows_map else _REST_MS // 4)
            for path in paths:
                screen.grab().save(str(path))
            written += [*paths, lit]
    speaker = presentation.open_speaker()
    _settle(window)
    path = everything / f"speaker-{look}.png"
    speaker.grab().save(str(path))
    presentation.leave()
    return [*written, path]


def _wait_for_map(window: MainWindow) -> None:
    """Until the map is on the screen in its present size.

    Raises:
        TimeoutError: it did not draw.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    if window.map_panel is None:
        return
    view = window.map_panel.view
    if not view.is_ready:
        loop, limit = QEventLoop(), QTimer()
        view.map_ready.connect(loop.quit)
        limit.setSingleShot(True)
        limit.timeout.connect(loop.quit)
        limit.start(_TIMEOUT_MS)
        loop.exec()
        if not view.is_ready:
            raise TimeoutError("The map was not drawn in time.")
    _settle(window)


def _settle(window: MainWindow, rest_ms: int = _REST_MS) -> None:
    """Let layouts, workers and the web page come to rest: a picture has no other sign of it."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop(window)
    QTimer.singleShot(rest_ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    os.environ["LOCATION_ADVISOR_DATA"] = ""  # the pictures show nobody's own unsaved work
    for written in take_screenshots(Path(sys.argv[1]), Path(sys.argv[2])):
        print(written)
