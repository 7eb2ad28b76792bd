"""Memory of the window's own process: at rest, and after a long session: ``make memory``.

The window is started as the program starts it. It rests, then the sliders of all themes are dragged, 20 moves
a drag, then home changes from place to place; the map paints meanwhile, and figures are counted in the
background as always. Measured is the resident memory of the main process (the map's page has processes of its
own), each time after the window has rested and Python has collected.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MOST_AT_REST_MB = 300.0
MOST_GROWTH = 0.10
A_DRAG = 20  # moves
LOOK_EVERY_MS, IDLE_S = 500, 0.02  # the window rests while it computes less than that between two looks
IDLE_LOOKS, MOST_LOOKS = 6, 600
PATIENCE_MS = 120_000


def resident_mb() -> float:
    """Memory of this process, MB."""
    gc.collect()
    with Path("/proc/self/status").open(encoding="utf-8") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def rest() -> None:
    """Let the window do what it has to do by itself, until it does nothing more."""
    from PySide6.QtCore import QEventLoop, QTimer

    idle = 0
    for _ in range(MOST_LOOKS):
        before = time.process_time()
        loop = QEventLoop()
        QTimer.singleShot(LOOK_EVERY_MS, loop.quit)
        loop.exec()
        idle = idle + 1 if time.process_time() - before < IDLE_S else 0
        if idle == IDLE_LOOKS:
            return


def started() -> MainWindow:
    """The window as the program starts it, with its map painted."""
    from PySide6.QtCore import QEventLoop, QTimer

    from advisor.app.document.document import Document
    from advisor.app.document.settings import Settings
    from advisor.paths import DEFAULT_PACK
    from advisor.scenario.study.defaults import default_study
    from advisor.ui.window import application as start

    settings = Settings()
    view = start._start_map(DEFAULT_PACK, settings)
    assessor = start._load(DEFAULT_PACK)
    from advisor.ui.window.furnishing import furnished_window

    window = furnished_window(Document(assessor, default_study(assessor.pack)), settings, view)
    window.show()
    assert view is not None
    loop = QEventLoop()
    view.picture_painted.connect(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    view.paint_again()
    loop.exec()
    return window


def drag_sliders(window: MainWindow, moves: int) -> None:
    """Drag the sliders of all themes in turn."""
    from PySide6.QtWidgets import QApplication

    themes = list(window.priorities.rows.values())
    for move in range(moves):
        slider = themes[move // A_DRAG % len(themes)].slider
        if move % A_DRAG == 0:
            slider.gesture_began.emit()
        slider.wanted.emit(5 + move * 7 % 60)
        if move % A_DRAG == A_DRAG - 1 or move == moves - 1:
            slider.gesture_ended.emit()
        QApplication.processEvents()


def change_homes(window: MainWindow, homes: int) -> None:
    """Move home from place to place."""
    from PySide6.QtWidgets import QApplication

    document = window.document
    ids = document.pack.location_ids
    for number in range(homes):
        document.edit(replace(document.scenario, home=ids[number % len(ids)]), "change home")
        QApplication.processEvents()


def session(moves: int, homes: int) -> dict[str, float]:
    """Memory, MB, in the order in which it was measured; and what the history holds."""
    window = started()
    rest()
    found = {"at rest": resident_mb()}
    drag_sliders(window, moves // 10)
    found[f"after {moves // 10:,} slider moves"] = resident_mb()
    drag_sliders(window, moves - moves // 10)
    rest()
    found[f"after {moves:,} slider moves"] = resident_mb()
    change_homes(window, homes // 10)
    found[f"after {homes // 10:,} changes of home"] = resident_mb()
    change_homes(window, homes - homes // 10)
    rest()
    found[f"after {homes:,} changes of home"] = resident_mb()
    stack = window.document.undo_stack
    found["undo steps"], found["undo history"] = stack.count(), stack.bytes_held / 2**20
    stack.setClean()
    window.close()
    return found


def summary(found: dict[str, float]) -> int:
    """Print what was found; 1 where something is not as it must be."""
    measured = {what: mb for what, mb in found.items() if not what.startswith("undo")}
    first = found["at rest"]
    for what, mb in measured.items():
        print(f"{what:>28}: {mb:6.1f} MB ({100 * (mb / first - 1):+5.1f} %)")
    print(f"{'undo history':>28}: {found['undo history']:6.2f} MB in {found['undo steps']:.0f} steps")
    growth = max(measured.values()) / first - 1
    print(f"bounds: {MOST_AT_REST_MB:.0f} MB at rest, {100 * MOST_GROWTH:.0f} % more at the most")
    return 1 if first > MOST_AT_REST_MB or growth > MOST_GROWTH else 0


def main() -> int:
    """Measure; exit code 1 where something is not as it must be, 2 where it cannot be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moves", type=int, default=2_000, help="of sliders")
    parser.add_argument("--homes", type=int, default=200, help="changes of home")
    parser.add_argument("--json", action="store_true", help="print the figures for another program")
    options = parser.parse_args()
    if not sys.platform.startswith("linux"):
        print("This reads /proc, which only Linux has.")
        return 2
    with tempfile.TemporaryDirectory(prefix="memory-") as folder:
        os.environ["XDG_CONFIG_HOME"] = os.environ["LOCATION_ADVISOR_DATA"] = folder
        from advisor.ui.window import application as start

        application = start._make_application()
        found = session(options.moves, options.homes)
        application.processEvents()
    if options.json:
        print(json.dumps(found))
        return 0
    return summary(found)


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)  # what Qt and Python tear down at the end is not measured here
