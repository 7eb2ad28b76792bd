"""Benchmark: from a cold process to the painted map, beside a bare page and maps alone in the same run.

The bare map has plotly.js as it is published, as a page with a map anywhere; the other has what the program
makes of it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]

BARE_PAGE = """
import sys
from advisor.ui.map.webengine_setup import prepare_webengine
prepare_webengine()
from PySide6.QtWidgets import QApplication
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
app = QApplication([])
view = QWebEngineView()
profile = QWebEngineProfile(view)
page = QWebEnginePage(profile, view)
view.setPage(page)
page.loadFinished.connect(app.quit)
view.show()
page.setHtml("<p>bare</p>")
app.exec()
view.setPage(None)
del page
"""

MAP = """
from advisor.ui.map.webengine_setup import prepare_webengine
prepare_webengine()
from PySide6.QtWidgets import QApplication
from advisor.paths import DEFAULT_PACK
from advisor.datapack.pack_header import read_header
from advisor.datapack.problems import Problems
from advisor.ui.map.map_view import MapView
from advisor.datapack.pack_header import geometry_of
app = QApplication([])
view = MapView(geometry_of(DEFAULT_PACK, read_header(DEFAULT_PACK, Problems())))
view.picture_painted.connect(app.quit)
view.failed.connect(lambda _why: app.exit(1))
view.resize(760, 520)
view.show()
code = app.exec()
view.shutdown()
raise SystemExit(code)
"""

BARE_MAP = f"""
from advisor.ui.map import page_files
page_files.map_library = bytes
{MAP}
"""

WINDOW = """
from advisor.paths import DEFAULT_PACK
from advisor.ui.window.application import run_window
run_window(None, DEFAULT_PACK, until_painted=True)
"""
PROGRAMS = {"bare-page": BARE_PAGE, "bare-map": BARE_MAP, "map": MAP, "window": WINDOW}


@pytest.mark.parametrize("what", list(PROGRAMS))
@pytest.mark.benchmark(group="start to painted map")
def test_bench_start(benchmark, what, tmp_path):
    code = PROGRAMS[what]
    environment = {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
        "LOCATION_ADVISOR_CACHE": str(tmp_path / "cache"),  # the round to warm up fills it
    }

    def start() -> None:
        import os

        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    benchmark.pedantic(start, rounds=3, warmup_rounds=1)
