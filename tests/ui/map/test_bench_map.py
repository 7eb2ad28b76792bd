"""How long the map takes, beside the least that the same work can cost. Run with ``make bench``.

The bare page is Plotly with the same polygons and nothing else; comparing within one run keeps the
figures meaningful on any machine.
"""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView

from advisor import paths
from advisor.datapack.geometry_file import GeometryFile
from advisor.ui.map.map_view import MapView
from advisor.ui.map.webengine_setup import prepare_webengine
from advisor.views.map.map_figure import MapPicture
from tests.ui.map.waiting import wait

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture

GEOMETRY = GeometryFile(paths.DEFAULT_PACK, "countries.geojson")
SIZE = (820, 560)
BARE = """<!doctype html><style>body{margin:0}</style>
<div id=map style="width:100vw;height:100vh"></div><script>
window.PlotlyGeoAssets = {topojson: {world_110m: {type: 'Topology', objects: {}, arcs: []}}};
</script><script src="PLOTLY"></script><script>
const gd = document.getElementById('map'), geojson = GEOMETRY;
const painted = name => requestAnimationFrame(() => setTimeout(() => { document.title = name; }));
Plotly.newPlot(gd, [{type: 'choropleth', geojson, featureidkey: 'id',
  locations: geojson.features.map(f => f.id),
  z: geojson.features.map((f, i) => i % 100), zmin: 0, zmax: 100, showscale: false, hoverinfo: 'none'}],
  {geo: {visible: false, projection: {type: 'natural earth'}}, margin: {l: 0, r: 0, t: 0, b: 0}},
  {displayModeBar: false}).then(() => painted('ready'));
function update(z, name) {
  const cd = gd.calcdata[0];
  gd.data[0].z = cd[0].trace.z = z;
  z.forEach((value, i) => { cd[i].z = value; });
  cd[0].trace._module.style(gd, cd);
  painted(name);
}
</script>"""


class BarePage:
    def __init__(self) -> None:
        self.profile = QWebEngineProfile()
        self.page = QWebEnginePage(self.profile)
        self.view = QWebEngineView()
        self.view.setPage(self.page)
        self.view.resize(*SIZE)

    def open(self, file: Path, signal: SignalInstance) -> None:
        def start() -> None:
            self.page.load(QUrl.fromLocalFile(str(file)))
            self.view.show()

        wait(signal, start)

    def open_map(self, file: Path) -> None:
        self.open(file, self.page.titleChanged)
        while self.page.title() != "ready":
            wait(self.page.titleChanged, lambda: None)

    def close(self) -> None:
        self.view.setPage(None)  # type: ignore[arg-type]
        self.view.deleteLater()
        self.page.deleteLater()
        QCoreApplication.sendPostedEvents(self.page, QEvent.Type.DeferredDelete)
        self.profile.deleteLater()


def picture(seed: int) -> MapPicture:
    ids = tuple(item["id"] for item in json.loads(GEOMETRY.page_text())["features"])[:200]
    dice = random.Random(seed)
    values = tuple(dice.uniform(0, 100) for _ in ids)
    return MapPicture(ids, values, ("ranked",) * len(ids), 0, 100, "Score", home="GBR")


@pytest.fixture
def bare_file(tmp_path: Path) -> Path:
    file = tmp_path / "bare.html"
    plotly = QUrl.fromLocalFile(str(paths.plotly_script())).toString()
    text = BARE.replace('src="PLOTLY"', f'src="{plotly}"')
    file.write_text(text.replace("= GEOMETRY", "= " + GEOMETRY.page_text()), encoding="utf-8")
    return file


@pytest.fixture
def blank_file(tmp_path: Path) -> Path:
    file = tmp_path / "blank.html"
    file.write_text("<!doctype html><p>Blank</p>", encoding="utf-8")
    return file


@pytest.fixture
def warm(qapp: QApplication, blank_file: Path) -> Iterator[None]:
    """The browser engine is up before anything is measured."""
    prepare_webengine()
    page = BarePage()
    page.open(blank_file, page.page.loadFinished)
    yield
    page.close()


@pytest.mark.benchmark(group="map: new values to painted frame")
def test_bench_bare_update(benchmark: BenchmarkFixture, warm: None, bare_file: Path) -> None:
    page = BarePage()
    page.open_map(bare_file)
    count = iter(range(1_000_000))

    def move() -> None:
        number = next(count)
        values = [(number * 7 + i) % 100 for i in range(242)]
        wait(page.page.titleChanged, lambda: page.page.runJavaScript(f"update({values}, 'n{number}')"))

    benchmark.pedantic(move, rounds=40, warmup_rounds=5)
    page.close()


@pytest.mark.benchmark(group="map: new values to painted frame")
def test_bench_slider_move(benchmark: BenchmarkFixture, warm: None) -> None:
    view = MapView(GEOMETRY)
    view.resize(*SIZE)
    pictures = [picture(seed) for seed in range(8)]
    view.show_picture(pictures[0])
    wait(view.map_ready, view.show)
    count = iter(range(1_000_000))

    def move() -> None:
        shown = pictures[next(count) % len(pictures)]
        wait(view.picture_painted, lambda: view.show_picture(shown))

    benchmark.pedantic(move, rounds=40, warmup_rounds=5)
    view.shutdown()


@pytest.mark.benchmark(group="map: start to painted")
def test_bench_blank_page(benchmark: BenchmarkFixture, warm: None, blank_file: Path) -> None:
    def start() -> None:
        page = BarePage()
        page.open(blank_file, page.page.loadFinished)
        page.close()

    benchmark.pedantic(start, rounds=5)


@pytest.mark.benchmark(group="map: start to painted")
def test_bench_bare_map_page(benchmark: BenchmarkFixture, warm: None, bare_file: Path) -> None:
    def start() -> None:
        page = BarePage()
        page.open_map(bare_file)
        page.close()

    benchmark.pedantic(start, rounds=5)


@pytest.mark.benchmark(group="map: start to painted")
def test_bench_map_start(benchmark: BenchmarkFixture, warm: None) -> None:
    shown = picture(1)

    def start() -> None:
        view = MapView(GEOMETRY)
        view.resize(*SIZE)
        view.show_picture(shown)
        wait(view.map_ready, view.show)
        view.shutdown()
        view.deleteLater()

    benchmark.pedantic(start, rounds=5)
