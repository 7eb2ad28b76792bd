"""Starting the window as a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import OrderedDict
from pathlib import Path

import pytest

from advisor.datapack import geometry_file
from advisor.datapack.pack_header import geometry_of, read_header
from advisor.datapack.problems import Problems
from advisor.paths import DEFAULT_PACK, EXAMPLE_STUDY
from advisor.scenario.study.files import read_study
from advisor.ui.window.application import _loading_notice

ROOT = Path(__file__).parents[3]


def start(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a display can be missing")
def test_that_no_display_is_said_before_qt_aborts():
    done = start("from advisor.cli.main import main; raise SystemExit(main([]))")
    assert done.returncode == 2
    assert "A window needs a display" in done.stderr
    assert "Traceback" not in done.stderr


def test_that_map_and_parts_of_the_window_load_nothing_that_is_needed_later(tmp_path, monkeypatch):
    code = """
import json, linecache, sys
from pathlib import Path
import advisor.ui.window.application as application
from advisor.app.document.settings import Settings
from advisor.paths import DEFAULT_PACK
made = application._make_application()
view = application._start_map(DEFAULT_PACK, Settings())
view._geometry.page_text()
slow = ("numpy", "pydantic", "pandas", "plotly", "advisor.datapack.columns", "advisor.scenario")
by_map = [name for name in slow if name in sys.modules]
import zipapp
by_map += [zipapp.__file__] * (zipapp.__file__ in linecache.cache)
import advisor.ui.window.furnishing
later = ("babel", "holidays", "http", "markdown_it", "numpy.ma", "openpyxl", "pandas", "plotly", "pycountry")
view.shutdown()
print(json.dumps([by_map, [name for name in later if name in sys.modules]]))
"""
    monkeypatch.setenv("LOCATION_ADVISOR_CACHE", str(tmp_path))
    monkeypatch.setattr(geometry_file, "_checked", OrderedDict())
    geometry_of(
        DEFAULT_PACK, read_header(DEFAULT_PACK, Problems())
    ).page_text()  # as the start before has kept it
    done = start(code, QT_QPA_PLATFORM="offscreen", LOCATION_ADVISOR_CACHE=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [[], []]


def test_that_a_pack_that_cannot_be_opened_is_said_in_one_line_and_no_empty_frame_stays(tmp_path):
    code = f"""
from advisor.cli.main import main
code = main(["--pack", {str(tmp_path)!r}])
from PySide6.QtWidgets import QApplication
print([widget for widget in QApplication.topLevelWidgets() if widget.isVisible()])
raise SystemExit(code)
"""
    done = start(code, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "[]\n"), done.stderr
    assert "cannot be opened" in done.stderr
    assert done.stderr.count("\n") == 1


def test_that_the_window_opens_a_scenario_and_closes(tmp_path):
    code = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pathlib import Path
from advisor.paths import DEFAULT_PACK, EXAMPLE_STUDY
import advisor.ui.window.main_window as module
from advisor.ui.window.application import run_window

class Watched(module.MainWindow):
    def take_parts(self):
        super().take_parts()
        self.map_panel.view.picture_painted.connect(self.report)

    def report(self, sequence):
        print(self.windowTitle(), self.map_panel.view.requests_blocked())
        self.close()

module.MainWindow = Watched
raise SystemExit(run_window(EXAMPLE_STUDY, DEFAULT_PACK))
"""
    done = start(code, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    name = read_study(EXAMPLE_STUDY).scenario.name
    assert done.stdout == f"{name}[*] – Location Advisor ()\n"
    assert "Release of profile requested" not in done.stderr
    assert (tmp_path / "location-advisor" / "location-advisor.ini").is_file()


def test_that_the_frame_is_seen_first_and_filled_in_its_place_until_a_map_can_be_seen(tmp_path):
    code = """
import json, sys
from advisor.paths import DEFAULT_PACK
from advisor.ui.window import application

read, seen = application._load, {}

def load(folder, window):
    slow = ("numpy", "pydantic", "advisor.datapack.columns", "advisor.scenario", "advisor.ui.ranking")
    seen["read"] = [name for name in slow if name in sys.modules]
    assessor = read(folder, window)
    window.grab()
    seen["frame"] = [window.isVisible(), window.is_furnished, window.windowTitle()]
    seen["frame"] += window.geometry().getRect()
    seen["native"] = int(window.winId())
    take, show = window.take_parts, window.show_parts

    def take_hidden():
        take()
        seen["early"] = window.panes.isVisible()

    def show_and_look():
        show()
        seen["full"] = [window.isVisible(), window.is_furnished, *window.geometry().getRect()]
        seen["same"] = int(window.winId()) == seen.pop("native")
        parts = (window.header, window.map_panel.view, window.drawer, window.ranking.list, window.status_line)
        seen["parts"] = [part.isVisible() for part in parts]
        seen["maps"] = []
        window.map_panel.view.picture_painted.connect(seen["maps"].append)

    window.take_parts, window.show_parts = take_hidden, show_and_look
    return assessor

application._load = load
code = application.run_window(None, DEFAULT_PACK, until_painted=True)
print(json.dumps(seen))
raise SystemExit(code)
"""
    done = start(code, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["read"] == []
    assert seen["frame"][:3] == [True, False, "Location Advisor"]
    assert seen["full"] == [True, True, *seen["frame"][3:]], "it has its place and size from the start"
    assert seen["same"], "it is the same window, also for the system"
    assert not seen["early"], "the parts come all at once"
    assert seen["parts"] == [True] * 5
    assert seen["maps"][-1] > 0, "it ends once there is a map with its places"


@pytest.mark.parametrize("moment", ["while it is read", "between the parts"])
def test_that_a_window_that_is_closed_before_it_is_filled_ends_the_program_silently(tmp_path, moment):
    code = f"""
from PySide6.QtCore import QTimer
from advisor.paths import DEFAULT_PACK
from advisor.ui.window import application

read, moment = application._load, {moment!r}

def load(folder, window):
    if moment == "while it is read":
        QTimer.singleShot(0, window.close)
        return read(folder, window)
    assessor = read(folder, window)
    from advisor.ui.window import furnishing

    furnish = furnishing.furnish

    def furnish_and_close(*arguments, between_parts):
        furnish(*arguments, between_parts=window.close)

    furnishing.furnish = furnish_and_close
    return assessor

application._load = load
code = application.run_window(None, DEFAULT_PACK)
from PySide6.QtWidgets import QApplication
print([widget for widget in QApplication.topLevelWidgets() if widget.isVisible()])
raise SystemExit(code)
"""
    done = start(
        code, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path)
    )
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
    assert "Traceback" not in done.stderr
    assert "Release of profile requested" not in done.stderr
    assert not list(tmp_path.rglob("*.recovery")), "nothing is left to be recovered"


def test_that_a_pack_that_takes_long_is_named_while_it_is_read(qtbot, tmp_path):
    notice = _loading_notice(tmp_path / "my-pack")
    qtbot.addWidget(notice)
    assert "my-pack" in notice.labelText()
    assert not notice.isVisible()
    assert notice.maximum() == 0  # nobody knows how far it is
