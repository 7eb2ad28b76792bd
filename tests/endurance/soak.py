"""Uses the real window at random for a given time: ``make soak``.

Sliders, homes, functions, tabs, pages, layers, looks, Find, the palette, undo, saving, opening, exports of every
kind: a step every few milliseconds, drawn from a seed. Counted are errors (exceptions, Qt's critical messages, errors of the map's page, requests to the
network), how the memory of the window and its web processes grows after the first sixth of the time, and how long
the main thread answers nobody: by the wall clock, and in computing time of the main thread, which is what counts on
a machine that does other work too; of what lasted too long it says where the main thread was.
"""

# ruff: noqa: E501

from __future__ import annotations

import argparse
import gc
import logging
import os
import random
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

STALL_S, SLOW_STALL_S = 0.100, 0.150
SLOW_STEPS = ("look", "present", "year")  # may take as long as the second
WARM_UP = 1 / 6
BEAT_MS = 5
PAUSE_MS = (5, 60)
DEPTH = 14  # of what it says of the stack
LOOK_EVERY_S, LOOK_AFTER_S = 0.010, 0.050  # how often the watch looks, and from when on


class Watch(threading.Thread):
    """Looks at what the main thread does while it answers nobody.

    Args:
        begun: when the main thread last answered, seconds of the monotonic clock.
    """

    def __init__(self, begun: Callable[[], float]) -> None:
        super().__init__(name="watch", daemon=True)
        self._begun, self._main = begun, threading.get_ident()
        self._seen: list[str] = []
        self._of = 0.0
        self._is_over = threading.Event()

    def run(self) -> None:
        """Until it is stopped."""
        while not self._is_over.wait(LOOK_EVERY_S):
            begun = self._begun()
            if time.monotonic() - begun < LOOK_AFTER_S:
                continue
            lines = self._lines()
            if begun != self._of:
                self._of, self._seen = begun, []
            self._seen.append(" < ".join(lines))

    def _lines(self) -> list[str]:
        """Where the main thread is, innermost first. Nothing here waits: frames that go on meanwhile are gone."""
        lines, frame = [], sys._current_frames().get(self._main)
        while frame is not None and len(lines) < DEPTH:
            lines.append((frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
            frame = frame.f_back
        return [f"{Path(file).name}:{line} {name}" for file, line, name in lines]

    def stop(self) -> None:
        """Look no more."""
        self._is_over.set()

    def seen(self, begun: float) -> str:
        """What was seen most often since a moment, blank if nothing was."""
        return Counter(self._seen).most_common(1)[0][0] if begun == self._of and self._seen else ""


class Soak:
    """One window under random use.

    Attributes:
        errors: everything that went wrong.
        stalls: name of a step to its longest stall in computing time, seconds.
        waits: the same by the wall clock.
        causes: what the main thread did during the longest stall of a step.
        memory: (seconds since the start, MB).
        paces: what one and the same computation took now and then, seconds.
    """

    def __init__(self, seed: int, folder: Path) -> None:
        from PySide6.QtCore import QSettings, QTimer

        from advisor.app.document.document import Document
        from advisor.app.document.settings import Settings
        from advisor.datapack.loading import load_pack
        from advisor.export.registry import export_formats
        from advisor.paths import DEFAULT_PACK
        from advisor.scenario.ranking.assessment import Assessor
        from advisor.scenario.study.defaults import default_study
        from advisor.ui.window.main_window import MainWindow

        self.errors: list[str] = []
        self.stalls: dict[str, float] = {}
        self.waits: dict[str, float] = {}
        self.causes: dict[str, str] = {}
        self.memory: list[tuple[float, float]] = []
        self.paces: list[float] = []
        self.steps: Counter[str] = Counter()
        self._chance, self._folder = random.Random(seed), folder
        self._formats = export_formats()
        pack = load_pack(DEFAULT_PACK)
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        self.window = MainWindow(Document(Assessor(pack), default_study(pack)), settings)
        self.window.resize(1440, 900)
        self.window.show()
        self._step_name, self._begun, self._computed = "start", time.monotonic(), time.thread_time()
        self._start = time.monotonic()
        self._watch = Watch(lambda: self._begun)
        self._watch.start()
        self._beat, self._next = QTimer(), QTimer()
        self._beat.timeout.connect(self._on_beat)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._step)

    def begin(self) -> None:
        """Start using the window; what it took to come up is not counted."""
        self._on_beat()
        self.stalls.clear()
        self.waits.clear()
        self.causes.clear()
        self._beat.start(BEAT_MS)
        self._next.start(0)

    def end(self) -> None:
        """Stop, and close the window as somebody who wants to keep nothing."""
        self._next.stop()
        self._beat.stop()
        self._watch.stop()
        view = self.window.map_panel.view if self.window.map_panel else None
        if view is not None:
            self.errors += [f"page: {error}" for error in view.page_errors()]
            self.errors += [f"network: {address}" for address in view.requests_blocked()]
        self.window.document.undo_stack.setClean()
        self.window.close()

    def measure(self) -> None:
        """Note the memory of this process and those it has started."""
        self._on_beat()
        gc.collect()
        self.memory.append((time.monotonic() - self._start, resident_mb()))
        self.paces.append(pace())
        self._begun, self._computed = time.monotonic(), time.thread_time()  # not the window's doing

    def _on_beat(self) -> None:
        now, computed = time.monotonic(), time.thread_time()
        name, stalled = self._step_name, computed - self._computed
        self.waits[name] = max(self.waits.get(name, 0.0), now - self._begun)
        if stalled > self.stalls.get(name, 0.0):
            self.stalls[name] = stalled
            if stalled > LOOK_AFTER_S and (cause := self._watch.seen(self._begun)):
                self.causes[name] = cause
        self._begun, self._computed = now, computed

    def _step(self) -> None:
        name, work = self._chance.choice(self._works())
        self._on_beat()
        self._step_name = name
        self.steps[name] += 1
        try:
            work()
        except Exception:  # whatever it is, it is what this looks for
            self.errors.append(f"{name}: {traceback.format_exc(limit=-3)}")
        self._next.start(self._chance.randint(*PAUSE_MS))

    def _works(self) -> list[tuple[str, Callable[[], object]]]:
        window, chance, document = self.window, self._chance, self.window.document
        pack, scenario = document.pack, document.scenario
        rows = list(window.priorities.rows.values())
        file = self._folder / "soak.advisor"

        def edit(**changes: object) -> None:
            document.edit(replace(document.scenario, **changes), "soak")  # type: ignore[arg-type]

        def slide() -> None:
            slider = chance.choice(rows).slider
            slider.gesture_began.emit()
            slider.wanted.emit(chance.randint(1, 60))
            slider.gesture_ended.emit()

        def look_for() -> None:
            window.ranking.rows.set_filter(
                text=chance.choice(("", "", "an", "UK", "Korea", "Deutschland", "xyz"))
            )

        def open_again() -> None:
            if file.exists():
                document.undo_stack.setClean()
                window.open_file(file)

        def export() -> None:
            how = chance.choice(self._formats)
            if not window.files.exports.is_busy:
                window.files.export(self._folder / f"soak{how.suffix}", how)

        def present() -> None:
            if window.presentation.is_on:
                window.presentation.leave()
            elif chance.random() < 0.3:
                window.presentation.begin()

        def palette() -> None:
            if window.palette_.isVisible():
                window.palette_.hide()
            else:
                window.open_palette()

        works: list[tuple[str, Callable[[], object]]] = [
            *[("weight", slide)] * 8,
            *[("select", lambda: window.selection.select(chance.choice(pack.location_ids)))] * 8,
            *[("tab", lambda: window.drawer.show_tab(chance.choice(window.drawer.tab_ids)))] * 4,
            *[("undo", document.undo_stack.undo)] * 3,
            *[("redo", document.undo_stack.redo)] * 2,
            ("home", lambda: edit(home=chance.choice(pack.location_ids))),
            ("function", lambda: edit(function=chance.choice(list(pack.functions)))),
            ("people", lambda: edit(headcount=chance.randint(1, 5_000))),
            (
                "year",
                lambda: (
                    edit(year=scenario.year + chance.choice((-1, 1)))
                    if 2024 < scenario.year < 2029
                    else edit(year=2026)
                ),
            ),
            ("find", look_for),
            ("name", lambda: edit(name=f"Soak {chance.randint(1, 99)}")),
            (
                "page",
                lambda: window.open_page(
                    chance.choice(("conditions", "weights", "sources", "keyboard", "about"))
                ),
            ),
            ("close page", window.side_page.close_page),
            ("table", lambda: window.ranking.set_table_mode(chance.random() < 0.5)),
            ("look", lambda: window.choose_dark(chance.random() < 0.5)),
            ("look", lambda: window.use_large_type(chance.random() < 0.3)),
            ("present", present),
            ("size", lambda: window.resize(chance.randint(960, 1920), chance.randint(600, 1080))),
            ("save", lambda: window.files.save_to(file, over_others=True)),
            ("open", open_again),
            ("export", export),
            ("palette", palette),
        ]
        if window.map_panel is not None:
            view = window.map_panel.view
            moves = (view.zoom_in, view.zoom_out, view.reset_view)
            works += [("map", chance.choice(moves))] * 2
            works.append(("hover", lambda: view.set_hovered(chance.choice(pack.location_ids))))
        return works


def pace() -> float:
    """Computing time of some ten milliseconds' work: on a machine with other work the same takes longer."""
    began = time.thread_time()
    sum(number * number for number in range(150_000))
    return time.thread_time() - began


def resident_mb() -> float:
    """Memory of this process and of those it has started, MB; of Linux only, else 0."""
    pages = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except (OSError, ValueError):
            continue
        if str(os.getpid()) in (lines.get("Pid"), lines.get("PPid")) or is_descendant(lines.get("PPid", "0")):
            pages += float(lines.get("VmRSS", "0 kB").split()[0]) / 1024
    return pages


def is_descendant(parent: str) -> bool:
    """Whether a process was started by this one, at whatever remove."""
    for _ in range(6):
        if parent == str(os.getpid()):
            return True
        try:
            fields = Path(f"/proc/{parent}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return False
        parent = fields[1]
    return False


class Listed(logging.Handler):
    """Takes down what the program logs as an error."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._errors = errors

    def emit(self, record: logging.LogRecord) -> None:
        """One error."""
        self._errors.append(f"log: {record.name}: {record.getMessage()[:300]}")


def summary(soak: Soak, took: float) -> int:
    """Print what was found; 1 where something is not as it must be."""
    before = next((mb for at, mb in soak.memory if at >= took * WARM_UP), 0.0)
    growth = soak.memory[-1][1] / before - 1 if before else 0.0
    most = {name: SLOW_STALL_S if name in SLOW_STEPS else STALL_S for name in soak.stalls}
    stalled = {name: s for name, s in soak.stalls.items() if s > most[name]}
    for error in soak.errors[:20]:
        print(error)
    print(
        f"{sum(soak.steps.values()):,} steps in {took / 60:.1f} minutes: {len(soak.errors)} errors; "
        f"memory {before:.0f} MB after {took * WARM_UP / 60:.1f} minutes, {soak.memory[-1][1]:.0f} MB at the end "
        f"({100 * growth:+.1f} %)"
    )
    told = ", ".join(
        f"{name} {1000 * s:.0f}" for name, s in sorted(soak.stalls.items(), key=lambda one: -one[1])
    )
    waited = ", ".join(
        f"{name} {1000 * s:.0f}" for name, s in sorted(soak.waits.items(), key=lambda one: -one[1])[:6]
    )
    print(f"Longest computing of the main thread after a step, ms: {told}")
    print(f"Longest by the wall clock, ms: {waited}")
    paces = sorted(1000 * took for took in soak.paces)
    print(
        f"One and the same computation took {paces[0]:.0f} to {paces[-1]:.0f} ms, "
        f"in the middle {paces[len(paces) // 2]:.0f}: the machine did other work too where these differ"
    )
    for name in sorted(stalled, key=lambda one: -stalled[one]):
        print(f"{name}, {1000 * stalled[name]:.0f} ms: {soak.causes.get(name, 'nothing was seen')}")
    return 1 if soak.errors or growth > 0.05 or stalled else 0


def main() -> int:
    """Use a window for a while; exit code 1 where something is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    os.environ["LOCATION_ADVISOR_DATA"] = str(folder / "data")

    from advisor.ui.map.qt_messages import log_qt_messages
    from advisor.ui.map.webengine_setup import prepare_webengine
    from advisor.ui.window.memory import return_freed_memory

    return_freed_memory()
    log_qt_messages()
    prepare_webengine()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    application.setStyle("Fusion")
    soak = Soak(options.seed, folder)
    logging.getLogger().addHandler(Listed(soak.errors))

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        soak.errors.append("".join(traceback.format_exception(kind, error, trace, limit=-3)))

    sys.excepthook = hook
    measuring = QTimer()
    measuring.timeout.connect(soak.measure)
    measuring.start(max(1_000, int(60_000 * options.minutes / 30)))
    began = time.monotonic()
    if soak.window.map_panel is not None:
        soak.window.map_panel.view.map_ready.connect(soak.begin)
    else:
        soak.begin()
    QTimer.singleShot(
        int(60_000 * options.minutes), lambda: application.exit(0)
    )  # quit() would ask the window
    application.exec()
    soak.measure()
    took = time.monotonic() - began
    soak.end()
    code = summary(soak, took)
    sys.stdout.flush()
    os._exit(code)  # nothing of Qt's end is measured


if __name__ == "__main__":
    sys.exit(main())
