"""Uses the real window at random for a given time: ``make soak``.

Sliders, homes, functions, tabs, pages, help, an import, layers, looks, Find, the palette, presenting, undo, saving,
opening, exports of every kind: some ten steps a second, drawn from a seed. What is made or loaded when it is
first wanted is visited once to begin with, between steps at random: every tab, page, page of the help in both looks,
step of a presentation and kind of export. So what grows after that is growth.

Counted are errors (exceptions, Qt's critical messages, errors of the map's page, requests to the network), how the
memory of the window and its web processes grows after the first sixth of the time, and how long the main thread
answers nobody. That is measured three times: in computing time of the main thread, which decides, because it is the
same on a machine that does other work too; by the wall clock without the time in which the thread was ready and the
machine ran something else, which is more by what the thread waits for others, such as its own workers (Linux tells
that time; elsewhere there is none); and by the wall clock, which is what somebody before the screen waits. On a
machine that does nothing else the three differ by that waiting alone. A step in which the look changed is one of
the look, whatever began it. Of what lasted too long it says how often and where the main thread was, and with
``--told FILE`` all that was seen of every long step. ``--language es`` uses a window in Spanish.

Memory is noted while no export is being made, whose working set goes with it. The map's page keeps up to a hundred
MB of its own drawing until Chromium lets go of it, so levels are compared, not moments: the middle of what was noted
in the twelfth after the first sixth, and in the last twelfth.
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
from pathlib import Path
from statistics import median
from types import FrameType, TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

STALL_S, SLOW_STALL_S = 0.100, 0.150
SLOW_STEPS = ("look", "year")  # may take as long as the second
WARM_UP, LEVEL = 1 / 6, 1 / 12  # shares of the time
NOTES = 120  # of the memory
EXPORT_MS = 1_000  # until an export is asked for again
BEAT_MS = 5
PAUSE_MS = (0, 200)  # between two steps: nobody is quicker
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
        while isinstance(frame, FrameType) and len(lines) < DEPTH:
            lines.append((frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
            frame = frame.f_back
        return [f"{Path(file).name}:{line} {name}" for file, line, name in lines]

    def stop(self) -> None:
        """Look no more."""
        self._is_over.set()

    def seen(self, begun: float) -> list[tuple[str, int]]:
        """What was seen since a moment and how often, most often first."""
        return Counter(self._seen).most_common() if begun == self._of else []


class Soak:
    """One window under random use.

    Attributes:
        errors: everything that went wrong.
        stalls: name of a step to its longest stall in computing time, seconds.
        held: the same with what the main thread waited for, but for its turn on the machine.
        waits: the same by the wall clock.
        causes: what the main thread did during the longest stall of a step.
        too_long: how often a step took longer than it may, computing.
        held_too_long, waited_too_long: the same with its waiting, and by the wall clock.
        memory: (seconds since the start, MB of all processes, MB of the window's own).
        paces: what one and the same computation took now and then, seconds.
    """

    def __init__(self, seed: int, folder: Path, told: Path | None = None) -> None:
        from PySide6.QtCore import QSettings, QTimer

        from advisor.app.document.document import Document
        from advisor.app.document.settings import Settings
        from advisor.datapack.loading import load_pack
        from advisor.paths import DEFAULT_PACK
        from advisor.scenario.ranking.assessment import Assessor
        from advisor.scenario.study.defaults import default_study
        from advisor.ui.look.current import _in_force, look_in_force
        from advisor.ui.window.furnishing import furnished_window
        from tests.endurance.soak_steps import Steps

        self._look_in_force, self._dressing = look_in_force, _in_force.dressing
        self.errors: list[str] = []
        self.stalls: dict[str, float] = {}
        self.held: dict[str, float] = {}
        self.waits: dict[str, float] = {}
        self.causes: dict[str, str] = {}
        self.memory: list[tuple[float, float, float]] = []
        self.paces: list[float] = []
        self.steps: Counter[str] = Counter()
        self.too_long: Counter[str] = Counter()
        self.held_too_long: Counter[str] = Counter()
        self.waited_too_long: Counter[str] = Counter()
        self._told = told.open("w", encoding="utf-8") if told else None
        self._chance = random.Random(seed)
        pack = load_pack(DEFAULT_PACK)
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        self.window = furnished_window(Document(Assessor(pack), default_study(pack)), settings)
        self.window.resize(1440, 900)
        self.window.show()
        self._steps = Steps(self.window, self._chance, folder)
        self._visits = list(self._steps.visits())[::-1]
        self._is_visit = self._waits = False
        self._step_name = "start"
        self._begin_turn()
        self._start = time.monotonic()
        self._watch = Watch(lambda: self._begun)
        self._watch.start()
        self._beat, self._next = QTimer(), QTimer()
        self._beat.timeout.connect(self._on_beat)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._step)

    def begin(self) -> None:
        """Start using the window; what it took to come up is not counted."""
        from advisor.ui.window.memory import search_no_more_in_what_stays

        search_no_more_in_what_stays()  # as the application does
        self._on_beat()
        for found in (self.stalls, self.held, self.waits, self.causes):
            found.clear()
        for count in (self.too_long, self.held_too_long, self.waited_too_long):
            count.clear()
        self._beat.start(BEAT_MS)
        self._next.start(0)

    @property
    def visits_left(self) -> int:
        """How much has not been visited yet."""
        return len(self._visits)

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
        from PySide6.QtCore import QTimer

        if self.window.files.exports.is_busy:
            if not self._waits:
                self._waits = True
                QTimer.singleShot(EXPORT_MS, self._measure_after_all)
            return
        self._on_beat()
        gc.collect()
        self.memory.append((time.monotonic() - self._start, resident_mb(), resident_mb(of_all=False)))
        self.paces.append(pace())
        self._begin_turn()  # not the window's doing

    def _measure_after_all(self) -> None:
        self._waits = False
        self.measure()

    def _begin_turn(self) -> None:
        """What is measured next begins now."""
        self._begun, self._computed, self._queued = time.monotonic(), time.thread_time(), queued_s()
        self._look = self._look_in_force()
        self._is_to_dress = bool(self._dressing._to_dress)
        self._is_to_paint, self._is_to_tell = bool(self._dressing._held_back), bool(self._dressing._to_tell)

    def _on_beat(self) -> None:
        if (
            self._look_in_force() is not self._look
        ):  # as where another width calls for another size of the type
            self._step_name = "look"
        tells_of_look = self._is_to_tell and not self._dressing._to_tell  # in a turn after the change's own
        paints_look = self._is_to_paint and not self._dressing._held_back  # and in one after that
        is_of_look = self._is_to_dress or tells_of_look or paints_look
        name = "look" if is_of_look else self._step_name
        stalled = time.thread_time() - self._computed
        waited = time.monotonic() - self._begun
        held = max(stalled, waited - (queued_s() - self._queued))
        self.held[name] = max(self.held.get(name, 0.0), held)
        self.waits[name] = max(self.waits.get(name, 0.0), waited)
        self.held_too_long[name] += held > most_of(name)
        self.waited_too_long[name] += waited > most_of(name)
        is_long = stalled > LOOK_AFTER_S or held > most_of(name)
        seen = self._watch.seen(self._begun) if is_long else []
        if stalled > most_of(name):
            self.too_long[name] += 1
        if stalled > self.stalls.get(name, 0.0):
            self.stalls[name] = stalled
            if seen:
                self.causes[name] = seen[0][0]
        if is_long and self._told is not None:
            at = self._begun - self._start
            times = f"{1000 * stalled:.0f} ms {name} at {at:.0f} s, held {1000 * held:.0f}, {1000 * waited:.0f} in all"
            lines = [times, *(f"  {n} {one}" for one, n in seen)]
            print(*lines, sep="\n", file=self._told, flush=True)
        self._begin_turn()

    def _step(self) -> None:
        name, work = self._next_step()
        self._on_beat()
        self._step_name = name
        self.steps[name] += 1
        try:
            work()
        except Exception:  # whatever it is, it is what this looks for
            self.errors.append(f"{name}: {traceback.format_exc(limit=-3)}")
        self._next.start(self._chance.randint(*PAUSE_MS))

    def _next_step(self) -> tuple[str, Callable[[], object]]:
        """A visit and a step at random in turn, until all has been visited; exports wait for one another."""
        self._is_visit = not self._is_visit
        waits = bool(self._visits) and self._visits[-1][0] == "export" and self.window.files.exports.is_busy
        if self._visits and self._is_visit and not waits:
            return self._visits.pop()
        return self._steps.drawn()


def most_of(step: str) -> float:
    """How long a step may keep the main thread from answering, seconds."""
    return SLOW_STALL_S if step in SLOW_STEPS else STALL_S


def queued_s() -> float:
    """How long this thread has been ready while the machine ran something else, seconds; of Linux only, else 0."""
    try:
        figures = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat").read_text(encoding="ascii")
        return int(figures.split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def pace() -> float:
    """Computing time of some ten milliseconds' work: on a machine with other work the same takes longer."""
    began = time.thread_time()
    sum(number * number for number in range(150_000))
    return time.thread_time() - began


def resident_mb(*, of_all: bool = True) -> float:
    """Memory of this process, and of those it has started, MB; of Linux only, else 0."""
    pages = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except (OSError, ValueError):
            continue
        is_own = lines.get("Pid") == str(os.getpid())
        if is_own or (of_all and is_descendant(lines.get("PPid", "0"))):
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
    warm = [(at, mb, own) for at, mb, own in soak.memory if at >= took * WARM_UP]
    first = [(mb, own) for at, mb, own in warm if at <= took * (WARM_UP + LEVEL) or at == warm[0][0]]
    last = [(mb, own) for at, mb, own in soak.memory if at / took >= 1 - LEVEL]
    before, own_before = (median(part) for part in zip(*first, strict=True)) if first else (0.0, 0.0)
    after, own_after = (median(part) for part in zip(*last, strict=True)) if last else (0.0, 0.0)
    growth = after / before - 1 if before else 0.0
    stalled = {name: s for name, s in soak.stalls.items() if s > most_of(name)}
    for error in soak.errors[:20]:
        print(error)
    print(
        f"{sum(soak.steps.values()):,} steps in {took / 60:.1f} minutes: {len(soak.errors)} errors; "
        f"memory {before:.0f} MB after {took * WARM_UP / 60:.1f} minutes, {after:.0f} MB at the end "
        f"({100 * growth:+.1f} %), of the window's own process {own_before:.0f} and {own_after:.0f}"
    )
    if soak.visits_left:
        print(f"{soak.visits_left} things were not visited: that was too short")
    print(f"Longest computing of the main thread after a step, ms: {longest(soak.stalls)}")
    print(f"Longest with what it waited for, ms: {longest(soak.held, 6)}")
    print(f"Longest by the wall clock, ms: {longest(soak.waits, 6)}")
    print(
        f"Steps that took too long: {soak.too_long.total()} computing, {soak.held_too_long.total()} with what they "
        f"waited for, {soak.waited_too_long.total()} by the wall clock"
    )
    paces = sorted(1000 * took for took in soak.paces)
    print(
        f"One and the same computation took {paces[0]:.0f} to {paces[-1]:.0f} ms, "
        f"in the middle {paces[len(paces) // 2]:.0f}: the machine did other work too where these differ"
    )
    for name in sorted(stalled, key=lambda one: -stalled[one]):
        times = f"{soak.too_long[name]} of {soak.steps[name]:,} times too long"
        print(f"{name}, {1000 * stalled[name]:.0f} ms, {times}: {soak.causes.get(name, 'nothing was seen')}")
    return 1 if soak.errors or growth > 0.05 or stalled else 0


def longest(found: dict[str, float], most: int | None = None) -> str:
    """Names of steps with their longest time in ms, the longest first."""
    first = sorted(found.items(), key=lambda one: -one[1])[:most]
    return ", ".join(f"{name} {1000 * s:.0f}" for name, s in first)


def main() -> int:
    """Use a window for a while; exit code 1 where something is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", default="en", help="of the window")
    parser.add_argument("--told", type=Path, help="file for every long stall, with all that was seen of it")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    os.environ["LOCATION_ADVISOR_DATA"] = str(folder / "data")

    from advisor.ui.window.plain_imports import import_plainly

    import_plainly()
    from advisor.ui.map.qt_messages import log_qt_messages
    from advisor.ui.map.webengine_setup import prepare_webengine
    from advisor.ui.window.language_setup import put_language_in_force
    from advisor.ui.window.memory import return_freed_memory
    from advisor.ui.window.search_between_events import search_between_events
    from advisor.ui.window.turns import take_short_turns

    return_freed_memory()
    take_short_turns()
    log_qt_messages()
    prepare_webengine()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    gc.disable()
    application.setStyle("Fusion")
    put_language_in_force(options.language)
    soak = Soak(options.seed, folder, options.told)
    search_between_events(soak.window.document, application)  # as the application does
    logging.getLogger().addHandler(Listed(soak.errors))

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        soak.errors.append("".join(traceback.format_exception(kind, error, trace, limit=-3)))

    sys.excepthook = hook
    measuring = QTimer()
    measuring.timeout.connect(soak.measure)
    measuring.start(max(1_000, int(60_000 * options.minutes / NOTES)))
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
