"""Starting the window as a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.paths import EXAMPLE_STUDY
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


def test_that_reading_the_map_needs_nothing_that_reads_tables_and_no_source_text(tmp_path):
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
loaded = [name for name in slow if name in sys.modules]
view.shutdown()
import zipapp
print(json.dumps(loaded + [zipapp.__file__] * (zipapp.__file__ in linecache.cache)))
"""
    for _ in range(2):  # the first one keeps what the page is made of
        done = start(code, QT_QPA_PLATFORM="offscreen", LOCATION_ADVISOR_CACHE=str(tmp_path))
        assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_that_the_window_is_put_together_without_what_is_needed_later():
    code = """
import json, sys
from advisor.ui.map.webengine_setup import prepare_webengine
prepare_webengine()
import advisor.ui.window.furnishing
later = ("babel", "holidays", "http", "markdown_it", "numpy.ma", "openpyxl", "pandas", "plotly", "pycountry")
print(json.dumps([name for name in later if name in sys.modules]))
"""
    done = start(code, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "[]\n"


def test_that_the_start_ends_with_a_map_that_can_be_seen(tmp_path):
    code = """
from advisor.paths import DEFAULT_PACK
from advisor.ui.window.application import run_window
raise SystemExit(run_window(None, DEFAULT_PACK, until_painted=True))
"""
    done = start(
        code, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path), XDG_DATA_HOME=str(tmp_path)
    )
    assert done.returncode == 0, done.stderr


def test_that_a_broken_pack_is_said_in_one_line(tmp_path):
    done = start(
        f"from advisor.cli.main import main; raise SystemExit(main(['--pack', {str(tmp_path)!r}]))",
        QT_QPA_PLATFORM="offscreen",
    )
    assert done.returncode == 2
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


def test_that_the_frame_is_seen_before_anything_is_read_and_filled_in_its_place(tmp_path):
    code = """
import json, sys
from PySide6.QtCore import QTimer
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

    def show_and_end():
        show()
        seen["full"] = [window.isVisible(), window.is_furnished, *window.geometry().getRect()]
        seen["same"] = int(window.winId()) == seen.pop("native")
        parts = (window.header, window.map_panel.view, window.drawer, window.ranking.list, window.status_line)
        seen["parts"] = [part.isVisible() for part in parts]
        QTimer.singleShot(0, window.close)

    window.take_parts, window.show_parts = take_hidden, show_and_end
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


def test_that_no_empty_frame_stays_where_a_pack_cannot_be_opened(tmp_path):
    code = f"""
from pathlib import Path
from advisor.ui.window.application import run_window
code = run_window(None, Path({str(tmp_path)!r}))
from PySide6.QtWidgets import QApplication
print(code, [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()])
"""
    done = start(code, QT_QPA_PLATFORM="offscreen", XDG_CONFIG_HOME=str(tmp_path))
    assert done.stdout == "2 []\n", done.stderr


def test_that_a_pack_that_takes_long_is_named_while_it_is_read(qtbot, tmp_path):
    notice = _loading_notice(tmp_path / "my-pack")
    qtbot.addWidget(notice)
    assert "my-pack" in notice.labelText()
    assert not notice.isVisible()
    assert notice.maximum() == 0  # nobody knows how far it is
