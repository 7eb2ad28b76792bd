"""Presents on two screens and says where the windows are; run by ``test_stage`` with a platform of two.

Every argument is a set of scale factors and has a process of its own, because Qt takes factors as it begins.
It is a copy of this one where there are copies: half of its time goes into loading what a window needs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.app.document.document import Document
from advisor.app.document.settings import Settings
from advisor.datapack.kept_pack import open_pack
from advisor.paths import DEFAULT_PACK, EXAMPLES
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.ui.map.map_view import MapView
from advisor.ui.map.webengine_setup import prepare_webengine
from advisor.ui.window.furnishing import furnished_window


class _BlankMap(MapView):
    """Nobody looks at it."""

    def _load(self) -> None:
        self._patience.stop()


def main() -> None:
    """One line of JSON for each set of factors, in their order."""
    for factors in sys.argv[1:]:
        if len(sys.argv) == 2:
            present(factors)
        elif not hasattr(os, "fork"):
            subprocess.run([sys.executable, __file__, factors], check=True)
        elif (process := os.fork()) == 0:
            present(factors)
        elif os.waitpid(process, 0)[1]:
            sys.exit(f"With the factors “{factors}” it failed.")


def present(factors: str) -> NoReturn:
    """Begin, swap, swap back; and end the process."""
    if factors:
        os.environ["QT_SCREEN_SCALE_FACTORS"] = factors
    folder = Path(os.environ["TWO_SCREENS"])
    os.environ["LOCATION_ADVISOR_DATA"] = str(folder / "data")
    prepare_webengine()
    QApplication([])
    pack = open_pack(DEFAULT_PACK)
    assert pack.geometry is not None
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.look, settings.reduced_motion = "light", True
    document = Document(Assessor(pack), read_study(EXAMPLES / "workshop.advisor"))
    window = furnished_window(document, settings, _BlankMap(pack.geometry))
    window.setGeometry(0, 0, 1280, 800)
    window.show()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_F5)
    found = []
    for _ in range(3):
        QCoreApplication.processEvents()
        screen, speaker = window.presentation.screen, window.presentation.speaker
        assert screen is not None and speaker is not None
        found.append(
            {
                "room": screen.screen().name(),
                "full": screen.isFullScreen(),
                "speaker": speaker.screen().name(),
                "maximized": speaker.isMaximized(),
                "covers": screen.geometry() == screen.screen().geometry() and speaker.isVisible(),
            }
        )
        QTest.keyClick(speaker, Qt.Key.Key_X)
    window.close()
    print(json.dumps(found), flush=True)
    os._exit(0)  # the web engine takes its time to leave


if __name__ == "__main__":
    main()
