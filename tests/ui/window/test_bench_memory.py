"""Benchmark: memory of the main process at rest, and after a long session of sliders and homes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

SESSION = """
import json, os, sys
from dataclasses import replace
from advisor.paths import DEFAULT_PACK
from advisor.ui.map.webengine_setup import prepare_webengine
from advisor.ui.window.memory import return_freed_memory
return_freed_memory()
prepare_webengine()
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from advisor.app.document.document import Document
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.ui.window.main_window import MainWindow

SLIDES, HOMES = int(sys.argv[1]), int(sys.argv[2])
app = QApplication([])
app.setStyle("Fusion")

def resident():
    import gc
    gc.collect()
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

def rest(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

assessor = Assessor(load_pack(DEFAULT_PACK))
window = MainWindow(Document(assessor, default_study(assessor.pack)))
loop = QEventLoop()
window.map_panel.view.map_ready.connect(loop.quit)
QTimer.singleShot(60_000, loop.quit)
window.show()
loop.exec()
rest(3_000)
found = {"at rest": resident()}
document = window.document
themes = list(window.priorities.rows.values())
for step in range(SLIDES):
    slider = themes[step // 20 % len(themes)].slider
    if step % 20 == 0:
        slider.gesture_began.emit()
    slider.wanted.emit(5 + step * 7 % 60)
    if step % 20 == 19:
        slider.gesture_ended.emit()
    app.processEvents()
    if step == SLIDES // 10:
        found["after a tenth of the moves"] = resident()
rest(2_000)
found["after all moves"] = resident()
ids = document.pack.location_ids
for step in range(HOMES):
    document.edit(replace(document.scenario, home=ids[step % len(ids)]), "change home")
    app.processEvents()
    if step == HOMES // 10:
        found["after a tenth of the homes"] = resident()
rest(2_000)
found["after all homes"] = resident()
found["undo steps"] = document.undo_stack.count()
print(json.dumps(found))
document.undo_stack.setClean()
window.close()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.benchmark(group="memory of the main process, MB")
def test_bench_memory(benchmark, tmp_path, capsys):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
    }

    def session() -> dict[str, float]:
        done = subprocess.run(
            [sys.executable, "-c", SESSION, "2000", "200"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return dict(json.loads(done.stdout.splitlines()[-1]))

    found = benchmark.pedantic(session, rounds=1)
    benchmark.extra_info.update(found)
    with capsys.disabled():
        print("", *(f"{what}: {figure:.0f}" for what, figure in found.items()), sep="\n  ")
