"""Kills windows at random moments while a study is edited, and counts what is lost: ``make kills``.

A window on a small pack is edited every few milliseconds, saved now and then, and killed (SIGKILL) at a
moment drawn at random. Then what the next start would find is looked at: the journal and the saved file.
Whatever was edited more than two seconds before the kill must be there, every file must be whole, and nothing
else may lie about.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from advisor.app.document.document import Document
from advisor.app.document.journal import abandoned_journals
from advisor.app.document.settings import Settings
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import read_study
from advisor.ui.window.furnishing import furnished_window
from advisor.ui.window.search_between_events import search_between_events
from advisor.whole_file import remove_leftovers

MOST_LOST_S = 2.0
LATEST_KILL_S = 4.0
EDIT_EVERY_MS = 7  # as fast as a window can
_SAVED_EVERY_MS = 1_400
PACK = {
    "criteria.csv": "id,direction,lower,upper\nquality,up,0,10\nprice,down,0,100\n",
    "locations.csv": "id,name\na,Alpha\nb,Beta\nc,Gamma\n",
    "values.csv": "location_id,criterion_id,value\na,quality,8\na,price,40\nb,quality,5\nb,price,20\n"
    "c,price,90\n",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a kill has cost.

    Attributes:
        edits: how many were made.
        lost_s: time between the last edit that is found again and the kill, seconds.
        faults: what must not be.
    """

    edits: int
    lost_s: float
    faults: tuple[str, ...]


def edit_until_killed(pack: DataPack, folder: Path, reports: int, seed: int, every_ms: int) -> None:
    """The window: it tells every edit with its moment, and never returns."""
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    os.environ["LOCATION_ADVISOR_DATA"] = str(folder / "data")
    chance = random.Random(seed)
    application = QApplication([])
    gc.disable()
    settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window = furnished_window(Document(Assessor(pack), default_study(pack)), settings)
    window.show()
    document, number = window.document, 0
    search_between_events(document, application)  # as the application does

    def edit() -> None:
        nonlocal number
        number += 1
        document.edit(replace(document.scenario, name=f"plan {number}"), "rename")
        os.write(reports, f"{number} {time.monotonic()}\n".encode())
        if chance.random() < every_ms / _SAVED_EVERY_MS:
            window.files.save_to(folder / "plan.advisor")

    timer = QTimer()
    timer.timeout.connect(edit)
    timer.start(every_ms)
    application.exec()


def kill_once(pack: DataPack, seed: int, latest: float, every_ms: int) -> Outcome:
    """One window, one kill, one look at what is left."""
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="kill-"))
    heard, reports = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(heard)
        edit_until_killed(pack, folder, reports, seed, every_ms)
        os._exit(1)
    os.close(reports)
    text = os.read(heard, 1)  # it has begun
    time.sleep(chance.uniform(0.0, latest))
    os.kill(process, signal.SIGKILL)
    killed = time.monotonic()
    os.waitpid(process, 0)
    with os.fdopen(heard, "rb") as stream:
        text += stream.read()
    lines = [line.split() for line in text.decode().splitlines() if line.count(" ") == 1]
    moments = {int(number): float(moment) for number, moment in lines}
    outcome = looked_at(folder, moments, killed)
    shutil.rmtree(folder)
    return outcome


def looked_at(folder: Path, moments: dict[int, float], killed: float) -> Outcome:
    """What the next start finds."""
    from PySide6.QtCore import QSettings

    faults, found = [], [0]
    saved = folder / "plan.advisor"
    try:
        if saved.exists():
            found.append(int(read_study(saved).active.removeprefix("plan ")))
        for journal in abandoned_journals(folder / "data" / "recovery"):
            found.append(int(journal.read().study.active.removeprefix("plan ")))
            journal.forget()
    except Exception as error:  # whatever it is, it is what this looks for
        faults.append(f"{type(error).__name__}: {error}")
    remove_leftovers(folder)
    # Qt holds a lock while it writes settings, and takes one over whose process is gone when it next does.
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("next start", 1)
    store.sync()
    if store.status() != QSettings.Status.NoError:
        faults.append("settings cannot be written")
    known = {"plan.advisor", "settings.ini", "data", "recovery"}
    left = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.name not in known]
    faults += [f"left: {name}" for name in left]
    lost = killed - moments.get(max(found), min(moments.values(), default=killed))
    floor = max((number for number, moment in moments.items() if moment <= killed - MOST_LOST_S), default=0)
    if max(found) < floor:
        faults.append(f"edit {floor} was lost; {max(found)} was found")
    return Outcome(len(moments), lost if moments else 0.0, tuple(faults))


def main() -> int:
    """Kill, print a summary; exit code 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--latest", type=float, default=LATEST_KILL_S, help="seconds after the first edit")
    parser.add_argument("--every", type=int, default=EDIT_EVERY_MS, help="milliseconds between two edits")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="kills-pack-"))
    for name, text in PACK.items():
        (folder / name).write_text(text, encoding="utf-8")
    pack = load_pack(folder)
    shutil.rmtree(folder)
    began, outcomes = time.monotonic(), []
    for at in range(options.count):
        outcomes.append(kill_once(pack, options.seed * 100_000 + at, options.latest, options.every))
        for fault in outcomes[-1].faults:
            print(f"kill {at}: {fault}", flush=True)
    lost = sorted(outcome.lost_s for outcome in outcomes)
    faulty = sum(bool(outcome.faults) for outcome in outcomes)
    print(
        f"{len(outcomes)} kills, {sum(outcome.edits for outcome in outcomes):,} edits, {faulty} with faults; "
        f"lost: median {lost[len(lost) // 2]:.2f} s, most {lost[-1]:.2f} s; {time.monotonic() - began:.0f} s"
    )
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())
