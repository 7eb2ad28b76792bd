"""The real page in a real web view, clicked with real events and read back through JavaScript."""

from __future__ import annotations

import json
import logging
import time
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from advisor import paths
from advisor.datapack.geometry_file import GeometryFile
from advisor.ui.map.map_view import MapView
from advisor.views.captions import Caption
from advisor.views.look.theme import LIGHT, LOOKS
from advisor.views.map.map_figure import HoverCard, HubPoint, MapPicture, colour_at, scale_positions
from tests.ui.map.waiting import wait

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

GEOMETRY = GeometryFile(paths.DEFAULT_PACK, "countries.geojson")


def picture(**changes: Any) -> MapPicture:
    ids = ("POL", "IND", "BRA", "ZAF", "SGP", "MLT", "HKG", "BRB", "MUS", "GBR", "RUS", "SOM", "TCD", "XXX")
    content: dict[str, Any] = {
        "ids": ids,
        "values": (72.0, 64.0, 51.5, 47.25, 80.0, 66.0, 61.0, 40.0, 58.0, 70.0, None, None, None, 33.0),
        "statuses": ("ranked",) * 10 + ("excluded", "insufficient", "unknown", "ranked"),
        "low": 30.0,
        "high": 80.0,
        "label": "Score",
        "unit": "0-100",
        "ticks": ("30", "55", "80"),
        "home": "GBR",
        "points": {"GBR": (51.5, -0.1), "POL": (50.06, 19.94), "XXX": (-10.0, -140.0)},
        "cards": {
            "POL": HoverCard(
                "Poland", 1, "72.0", "Nearshore", (("Overlap", "7 h 00"),), (("Cost", "31-44 k"),)
            )
        },
    }
    return MapPicture(**{**content, **changes})


class Page:
    """The map and a few questions to its page."""

    def __init__(self, view: MapView) -> None:
        self.view = view
        self.clicked: list[str] = []
        self.hovered: list[str] = []
        view.location_clicked.connect(self.clicked.append)
        view.location_hovered.connect(self.hovered.append)

    def ask(self, code: str) -> Any:
        answers: list[Any] = []
        loop = QEventLoop()

        def take(answer: Any) -> None:
            answers.append(answer)
            loop.quit()

        self.view.web_view().page().runJavaScript(f"JSON.stringify({code})", take)
        QTimer.singleShot(20_000, loop.quit)
        if not answers:
            loop.exec()
        assert answers, f"no answer to {code}"
        return json.loads(answers[0]) if answers[0] else None

    def wait_for(self, qtbot: QtBot, code: str) -> None:
        qtbot.waitUntil(lambda: bool(self.ask(code)), timeout=20_000)

    def wait_for_hovers(self, qtbot: QtBot, count: int) -> None:
        qtbot.waitUntil(lambda: len(self.hovered) >= count, timeout=20_000)

    def show(self, qtbot: QtBot, shown: MapPicture) -> None:
        with qtbot.waitSignal(self.view.picture_painted, timeout=20_000):
            self.view.show_picture(shown)

    def fill(self, code: str) -> tuple[int, ...]:
        return tuple(self.ask(f"{_RGB}({_PATH}('{code}').getAttribute('fill'))"))

    def place(self, code: str) -> QPoint:
        """Where the label point or pin of a location is, in the widget."""
        x, y = self.ask(
            f"(p => p.map(Math.round))(gd_().projection((f => [f.properties.lon, f.properties.lat])"
            f"({_FEATURE}('{code}'))))".replace(
                "gd_()", "document.getElementById('map')._fullLayout.geo._subplot"
            )
        )
        return QPoint(int(x), int(y))

    def rest(self, qtbot: QtBot) -> None:
        """Take the pointer to the sea."""
        self.move(_SEA)
        quiet = "document.getElementById('card').hidden && !document.getElementById('map')._hoverdata"
        self.wait_for(qtbot, quiet)

    def move(self, point: QPoint) -> None:
        target = self.view.web_view().focusProxy()
        position = QPointF(point)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            position,
            target.mapToGlobal(position),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, event)


_SEA = QPoint(450, 500)
_DATA = "document.getElementById('map').data"
_FEATURE = f"(id => {_DATA}[0].geojson.features.find(f => f.id === id))"
_PATH = f"(id => document.querySelectorAll('path.choroplethlocation')[{_DATA}[0].locations.indexOf(id)])"
_RGB = (
    "(text => { const c = document.createElement('canvas').getContext('2d'); c.fillStyle = text;"
    " c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data].slice(0, 3); })"
)
_FILLS = "[...document.querySelectorAll('path.choroplethlocation')].map(p => p.getAttribute('fill'))"
_STROKES = "[...document.querySelectorAll('path.choroplethlocation')].map(p => p.style.stroke)"
_PINS = "[...document.querySelectorAll('.scatterlayer .trace')[1].querySelectorAll('path.point')]"
_PIN_LOOKS = f"{_PINS}.map(p => p.style.fill + p.style.stroke + p.getAttribute('d'))"


@pytest.fixture(scope="module")
def module_view(qapp: QApplication) -> Iterator[MapView]:
    view = MapView(GEOMETRY)
    view.resize(900, 560)
    view.show_picture(picture())
    wait(view.map_ready, view.show)
    yield view
    view.shutdown()
    view.deleteLater()


@pytest.fixture
def page(module_view: MapView, qtbot: QtBot) -> Iterator[Page]:
    """The shared map in its first state; network and console must stay silent."""
    found = Page(module_view)
    module_view.set_theme("light")
    module_view.set_selected(None)
    module_view.set_hovered(None)
    module_view.set_hubs([])
    module_view.reset_view()
    found.show(qtbot, picture())
    found.rest(qtbot)
    found.hovered.clear()
    yield found
    module_view.location_clicked.disconnect(found.clicked.append)
    module_view.location_hovered.disconnect(found.hovered.append)
    assert module_view.requests_blocked() == ()
    assert module_view.page_errors() == ()


def test_that_every_territory_of_the_file_is_drawn(page: Page) -> None:
    features = json.loads(GEOMETRY.page_text())["features"]
    assert page.ask("document.querySelectorAll('path.choroplethlocation').length") == len(features)
    assert page.ask(f"{_FILLS}.filter(fill => !fill).length") == 0
    assert page.ask(f"{_DATA}[0].locations.filter(id => !{_PATH}(id).getAttribute('d'))") == []


def test_that_the_page_sets_up_no_kind_of_chart_but_those_of_the_map(page: Page) -> None:
    kinds = page.ask("Object.keys(Plotly.PlotSchema.get().traces).sort()")
    assert kinds == ["choropleth", "scatter", "scattergeo"]  # Plotly itself needs the second


def test_that_colours_are_those_of_the_scores(page: Page) -> None:
    shown = picture()
    for code, position in zip(shown.ids, scale_positions(shown), strict=True):
        if code != "XXX":
            drawn, expected = page.fill(code), colour_at(position, "light")
            assert max(abs(a - b) for a, b in zip(drawn, expected, strict=True)) <= 1, code


def test_that_changes_have_colours_and_a_legend_of_their_own(page: Page, qtbot: QtBot) -> None:
    shown = picture(ramp="change", low=-70.0, high=70.0, ticks=("-70", "0", "+70"))
    page.show(qtbot, shown)
    for code, position in zip(shown.ids, scale_positions(shown), strict=True):
        if code != "XXX":
            drawn, expected = page.fill(code), colour_at(position, "light")
            assert max(abs(a - b) for a, b in zip(drawn, expected, strict=True)) <= 1, code
    lost, gained = LIGHT.map.change[0], LIGHT.map.change[-1]
    bar = page.ask("getComputedStyle(document.querySelector('#legend-bar')).backgroundImage")
    for end in (lost, gained):
        assert str(tuple(int(end[at : at + 2], 16) for at in (1, 3, 5))) in bar
    page.show(qtbot, picture())
    assert page.fill("POL") == colour_at(scale_positions(picture())[0], "light")


def test_that_every_look_is_its_own(page: Page) -> None:
    looks = {
        code: (page.fill(code), page.ask(f"{_PATH}('{code}').style.fill"))
        for code in ("RUS", "SOM", "TCD", "ESH", "POL")
    }
    assert len(set(looks.values())) == 5
    assert "stripes" in looks["SOM"][1]
    outline = page.ask(f"{_RGB}({_PATH}('TCD').style.stroke)")
    assert outline != page.ask(f"{_RGB}({_PATH}('POL').style.stroke)")


def test_that_a_disc_of_a_small_place_looks_as_its_key_in_the_legend(page: Page, qtbot: QtBot) -> None:
    statuses = ["ranked"] * 10 + ["excluded", "insufficient", "unknown", "ranked"]
    values: list[float | None] = [*([50.0] * 13), 33.0]
    for code, status in (("SGP", "excluded"), ("MLT", "insufficient"), ("BRB", "unknown")):
        at = picture().ids.index(code)
        statuses[at], values[at] = status, None
    fill = f"{_PINS}.map(p => p.style.fill)"
    page.show(qtbot, picture(statuses=tuple(statuses), values=tuple(values)))
    pins = page.ask(f"{_PINS}.length")
    found = page.ask(fill)
    assert len(found) == pins
    assert sum("#lines" in one for one in found) == 1 and sum("#stripes" in one for one in found) == 1
    page.show(qtbot, picture())
    assert not [one for one in page.ask(fill) if "#" in one and "url" in one]


def test_that_places_too_small_to_click_and_places_without_polygon_have_a_pin(page: Page) -> None:
    assert page.ask(f"{_PINS}.length") == 6
    drawn = page.ask(f"{_PINS}.map(p => {_RGB}(p.style.fill))")
    assert tuple(drawn[0]) == colour_at(1.0, "light")


@pytest.mark.parametrize("code", ["POL", "IND", "SGP", "MLT", "HKG", "BRB", "MUS"])
def test_that_a_click_selects_the_location_under_it(page: Page, qtbot: QtBot, code: str) -> None:
    place = page.place(code)
    page.move(place)
    qtbot.waitUntil(lambda: page.hovered == [code], timeout=20_000)
    with qtbot.waitSignal(page.view.location_clicked, timeout=20_000):
        qtbot.mouseClick(page.view.web_view().focusProxy(), Qt.MouseButton.LeftButton, pos=place)
    assert page.clicked == [code]


def test_that_a_click_on_the_sea_or_on_other_land_selects_nothing(page: Page, qtbot: QtBot) -> None:
    target = page.view.web_view().focusProxy()
    page.move(page.place("GRL"))
    page.wait_for(qtbot, "!document.getElementById('card').hidden")
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=page.place("GRL"))
    page.rest(qtbot)
    qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=_SEA)
    page.move(page.place("POL"))
    qtbot.waitUntil(lambda: page.hovered == ["POL"], timeout=20_000)
    assert page.clicked == []


def test_that_hovering_reports_the_location_and_shows_its_card(page: Page, qtbot: QtBot) -> None:
    page.move(page.place("POL"))
    page.wait_for(qtbot, "!document.getElementById('card').hidden")
    text = page.ask("document.getElementById('card').innerText")
    assert page.hovered == ["POL"]
    for word in ("1", "Poland", "72.0", "Nearshore", "Overlap", "7 h 00", "Cost", "31-44 k"):
        assert word in text
    page.rest(qtbot)
    assert page.hovered == ["POL", ""]
    assert page.ask("document.querySelectorAll('.outline-hovered').length") == 0


def test_that_land_outside_the_pack_says_so(page: Page, qtbot: QtBot) -> None:
    page.move(page.place("GRL"))
    page.wait_for(qtbot, "!document.getElementById('card').hidden")
    assert "Greenland" in page.ask("document.getElementById('card').innerText")
    assert page.hovered == []
    page.rest(qtbot)


def test_that_a_hover_elsewhere_outlines_without_a_card(page: Page, qtbot: QtBot) -> None:
    page.view.set_hovered("BRA")
    page.wait_for(qtbot, "document.querySelectorAll('.outline-hovered').length === 1")
    assert page.ask("document.getElementById('card').hidden") is True
    assert page.hovered == []


def test_that_home_is_outlined_in_its_own_colour(page: Page) -> None:
    colours = LOOKS["light"].map
    outlines = (
        "[...document.querySelectorAll('path.outline-home:not(.face)')]"
        ".map(p => [p.getAttribute('stroke'), Number(p.getAttribute('stroke-width'))])"
    )
    strokes = page.ask(outlines)
    # From the outside: a halo, the line, and a halo again between the line and the land.
    assert [colour for colour, _width in strokes] == [colours.halo, colours.home, colours.halo]
    assert [width for _colour, width in strokes] == sorted(
        (width for _colour, width in strokes), reverse=True
    )
    assert min(width for _colour, width in strokes) > 0
    same_path = (
        f"document.querySelector('.outline-home').getAttribute('d') === {_PATH}('GBR').getAttribute('d')"
    )
    assert page.ask(same_path) is True
    assert page.ask("document.querySelector('.outline-home.face').getAttribute('fill')") == page.ask(
        f"{_PATH}('GBR').getAttribute('fill')"
    )


def test_that_the_selection_is_outlined_and_joined_to_home(page: Page, qtbot: QtBot) -> None:
    line = "document.querySelector('.scatterlayer path.js-line')"
    assert page.ask(f"{line} === null || !{line}.getAttribute('d')") is True
    page.view.set_selected("IND")
    page.wait_for(qtbot, f"{line} !== null && !!{line}.getAttribute('d')")
    assert page.ask("document.querySelectorAll('path.outline-selected').length") == 4
    assert page.ask(f"{line}.getAttribute('d').split('L').length") > 3  # a great circle, not a straight line
    page.view.set_selected(None)
    page.wait_for(qtbot, f"{line} === null || !{line}.getAttribute('d')")
    assert page.ask("document.querySelectorAll('.outline-selected').length") == 0


def test_that_flagged_places_carry_a_mark_and_the_legend_says_so(page: Page, qtbot: QtBot) -> None:
    marks = "document.querySelectorAll('.scatterlayer > g.trace')[3].querySelectorAll('path.point').length"
    legend = "document.getElementById('legend-keys').textContent.includes('Flagged')"
    assert page.ask(legend) is False
    page.show(qtbot, replace(picture(), flagged=("IND", "SGP")))
    page.wait_for(qtbot, f"{marks} === 2 && {legend}")
    page.show(qtbot, picture())
    page.wait_for(qtbot, f"!{legend}")


def test_that_a_selected_pin_gets_a_ring(page: Page, qtbot: QtBot) -> None:
    page.view.set_selected("SGP")
    page.wait_for(qtbot, "document.querySelectorAll('circle.outline-selected').length === 2")
    ring = page.ask("document.querySelector('circle.outline-selected').getAttribute('transform')")
    assert ring == page.ask(f"{_PINS}[0].getAttribute('transform')")


def test_that_the_hubs_of_the_selection_are_shown_and_all_when_zoomed_in(page: Page, qtbot: QtBot) -> None:
    hubs = [
        HubPoint("POL", "Krakow", 50.06, 19.94),
        HubPoint("POL", "Warsaw", 52.2, 21.0),
        HubPoint("IND", "Pune", 18.5, 73.9),
    ]
    shown = f"{_DATA}[3].lat.filter(lat => lat !== null).length"
    page.view.set_hubs(hubs)
    page.wait_for(qtbot, f"{shown} === 0")
    page.view.set_selected("POL")
    page.wait_for(qtbot, f"{shown} === 2")
    for _ in range(5):
        page.view.zoom_in()
    page.wait_for(qtbot, f"{shown} === 3")
    page.view.reset_view()
    page.wait_for(qtbot, f"{shown} === 2")


_NAMES = "[...document.querySelectorAll('#names .name')]"
_RECT = "(r => [r.left, r.top, r.right, r.bottom].map(Math.round))"
# Drawn for a window of a width, as high as the legend leaves it.
_LAID_OUT = (
    "(wide => (map => map.clientWidth === wide && map._fullLayout.width === wide"
    " && map._fullLayout.height === map.clientHeight)(document.getElementById('map')))"
)
_NAMED = f"{_NAMES}.map(g => [g.textContent, {_RECT}(g.getBoundingClientRect())])"
CLOSE = (
    ("POL", "1 Poland"),
    ("GBR", "2 United Kingdom"),
    ("MLT", "3 Malta"),
    ("BRB", "4 Barbados"),
    ("IND", "5 India"),
)


@pytest.mark.parametrize("size", [(900, 560), (1_600, 700), (620, 900)], ids=str)
def test_that_named_places_are_named_without_covering_each_other(
    page: Page, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.view.resize(*size)
    page.view.set_text_scale(2.0)
    page.view.set_names(CLOSE)
    try:
        page.wait_for(qtbot, f"{_NAMES}.length === 5 && {_LAID_OUT}({size[0]})")
        for moves in ((), (page.view.zoom_in,), (page.view.reset_view,)):
            before = page.ask(_NAMED)
            for move in moves:
                move()
                page.wait_for(
                    qtbot, f"JSON.stringify({_NAMED}) !== '{json.dumps(before, separators=(',', ':'))}'"
                )
            found = page.ask(_NAMED)
            assert [text for text, _box in found] == [text for _id, text in CLOSE]
            wide, tall = page.ask(
                "[document.getElementById('map').clientWidth, document.getElementById('map').clientHeight]"
            )
            for _text, (left, top, right, bottom) in found:
                assert left >= 0 and top >= 0 and right <= wide and bottom <= tall
            for (_one, a), (_other, b) in combinations(found, 2):
                assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            spots = [page.place(code) for code in ("MLT", "BRB", "IND")]
            for spot, (_text, (left, top, right, bottom)) in product(spots, found):
                assert not (left < spot.x() < right and top < spot.y() < bottom)
        assert page.ask(
            f"{_NAMES}.every(g => parseFloat(getComputedStyle(g.querySelector('text')).fontSize) >= 22)"
        )
    finally:
        page.view.set_names(())
        page.view.set_text_scale(1.0)
        page.view.resize(900, 560)
    page.wait_for(qtbot, f"{_NAMES}.length === 0")
    page.wait_for(qtbot, f"{_LAID_OUT}(900)")


def test_that_names_leave_the_chosen_place_its_word_and_lines_do_not_cross(page: Page, qtbot: QtBot) -> None:
    word = "[...document.querySelectorAll('.scatterlayer text')].find(t => t.textContent === 'Chosen')"
    ends = "['x1', 'y1', 'x2', 'y2'].map(a => Number(l.getAttribute(a)))"
    lines = f"[...document.querySelectorAll('#names line')].map(l => {ends})"
    page.show(qtbot, picture(chosen="POL"))
    page.view.set_names(CLOSE)
    page.wait_for(qtbot, f"{_NAMES}.length === 5 && !!({word})")
    left, top, right, bottom = page.ask(f"{_RECT}({word}.getBoundingClientRect())")
    for _text, box in page.ask(_NAMED):
        assert box[2] <= left or right <= box[0] or box[3] <= top or bottom <= box[1]
    for one, other in combinations(page.ask(lines)[::2], 2):
        assert not crosses(one, other)
    page.view.set_names(())
    page.wait_for(qtbot, f"{_NAMES}.length === 0")


def crosses(one: list[float], other: list[float]) -> bool:
    """Whether two lines, from one point to another, cross each other."""

    def side(line: list[float], x: float, y: float) -> bool:
        return (line[2] - line[0]) * (y - line[1]) > (line[3] - line[1]) * (x - line[0])

    return side(one, *other[:2]) != side(one, *other[2:]) and side(other, *one[:2]) != side(other, *one[2:])


def test_that_a_place_that_is_zoomed_out_of_sight_has_no_name_in_the_window(page: Page, qtbot: QtBot) -> None:
    page.view.set_names((("IND", "1 India"), ("BRA", "2 Brazil")))
    page.wait_for(qtbot, f"{_NAMES}.length === 2")
    for _ in range(5):
        page.view.zoom_in()
    page.wait_for(qtbot, f"{_NAMES}.length < 2")  # what is out of the window has no name in it
    page.view.set_names(())
    page.view.reset_view()


def test_that_the_fast_path_paints_what_restyle_paints(page: Page, qtbot: QtBot, caplog: Any) -> None:
    changed = picture(
        values=(33.0, 77.0, None, 60.0, 31.0, 45.0, None, 79.0, 50.0, 30.0, 64.0, 41.0, None, 66.0),
        statuses=("ranked",) * 9 + ("excluded", "ranked", "ranked", "insufficient", "ranked"),
    )
    looks = f"[{_FILLS}, {_STROKES}, {_PIN_LOOKS}, {_DATA}[0].z, {_DATA}[2].marker.color]"
    with caplog.at_level(logging.WARNING):
        page.show(qtbot, changed)
    fast = page.ask(looks)
    page.show(qtbot, picture())
    before = page.ask(looks)
    try:
        page.ask("advisorMap.forceRestyle = true")
        page.show(qtbot, changed)
        slow = page.ask(looks)
        page.show(qtbot, picture())
        assert page.ask(looks) == before
    finally:
        page.ask("advisorMap.forceRestyle = false")
    assert fast == slow
    assert fast != before
    assert caplog.records == []


def test_that_a_redraw_keeps_what_the_fast_path_painted(page: Page, qtbot: QtBot) -> None:
    page.show(qtbot, picture(values=(31.0, *picture().values[1:])))
    painted, scale = page.ask(_FILLS), "document.getElementById('map').layout.geo.projection.scale"
    whole = page.ask(scale)
    page.view.zoom_in()
    page.wait_for(qtbot, f"{scale} > 1.4 * {whole}")
    assert page.ask(_FILLS) == painted


def test_that_updates_arrive_in_order_and_only_the_last_one_counts(page: Page, qtbot: QtBot) -> None:
    painted: list[int] = []
    page.view.picture_painted.connect(painted.append)
    try:
        last = [page.view.show_picture(picture(values=(30.0 + i, *picture().values[1:]))) for i in range(40)][
            -1
        ]
        qtbot.waitUntil(lambda: last in painted, timeout=20_000)
    finally:
        page.view.picture_painted.disconnect(painted.append)
    assert painted == sorted(painted)
    assert len(painted) <= 3
    assert page.fill("POL") == colour_at(
        scale_positions(picture(values=(69.0, *picture().values[1:])))[0], "light"
    )


def test_that_the_dark_theme_has_colours_of_its_own(page: Page, qtbot: QtBot) -> None:
    page.view.set_selected("IND")
    page.wait_for(qtbot, "document.querySelectorAll('path.outline-selected').length === 4")
    background = f"{_RGB}(getComputedStyle(document.body).backgroundColor)"
    light = (page.fill("IND"), page.ask(background))
    page.view.set_theme("dark")
    page.wait_for(qtbot, "document.documentElement.style.colorScheme === 'dark'")
    qtbot.waitUntil(lambda: page.fill("IND") != light[0], timeout=20_000)
    assert page.ask(background) != light[1]
    expected = colour_at(scale_positions(picture())[1], "dark")
    assert max(abs(a - b) for a, b in zip(page.fill("IND"), expected, strict=True)) <= 1
    halo = "document.querySelector('.outline-selected').getAttribute('stroke')"
    assert page.ask(halo) == LOOKS["dark"].map.selected_halo


def test_that_the_legend_names_the_layer_and_its_numbers(page: Page, qtbot: QtBot) -> None:
    text = page.ask("document.getElementById('legend').innerText.split(/\\s+/).join(' ')")
    for word in ("Score", "0-100", "30", "55", "80", "Home", "Excluded", "Too little data", "Unknown"):
        assert word in text
    page.show(qtbot, picture(label="Cost", unit="USD", direction="down", ticks=("1 k", "9 k")))
    ticks = page.ask("[...document.getElementById('legend-ticks').children].map(t => t.textContent)")
    assert ticks == ["9 k", "1 k"]
    assert page.fill("POL") == colour_at(0.16, "light")


@pytest.mark.parametrize("size", [(500, 700), (800, 500), (1800, 600)])
def test_that_the_world_fits_into_any_window(page: Page, qtbot: QtBot, size: tuple[int, int]) -> None:
    view = page.view
    view.resize(*size)
    layout = "document.getElementById('map')._fullLayout"
    try:
        tall_now = "document.getElementById('map').clientHeight"
        drawn = f"{layout}.width === {size[0]} && {layout}.height === {tall_now}"
        page.wait_for(qtbot, drawn)
        tall = page.ask(f"{layout}.height")
        strip = page.ask("document.getElementById('strip').getBoundingClientRect().top")
        assert abs(tall - strip) < 1  # the legend stands below the map, never on it
        assert size[1] - tall <= 100
        for code in ("POL", "NZL", "CHL", "CAN"):
            place = page.place(code)
            assert 0 < place.x() < size[0]
            assert 0 < place.y() < tall
        box = page.ask(f"(r => [r.width, r.height])({layout}.geo._subplot.bgRect.node().getBBox())")
        assert abs(box[0] - size[0]) < 2  # the whole window can be used when zoomed in
        assert abs(box[1] - tall) < 2
    finally:
        view.resize(900, 560)
        page.wait_for(qtbot, f"{layout}.width === 900")


def test_that_dragging_moves_the_map_and_a_redraw_keeps_it_there(page: Page, qtbot: QtBot) -> None:
    scale = "document.getElementById('map').layout.geo.projection.scale"
    whole, first = page.ask(scale), page.place("IND")
    page.view.zoom_in()
    page.wait_for(qtbot, f"{scale} > 1.4 * {whole}")
    before = page.place("IND")
    drag(page, qtbot, QPoint(450, 500), QPoint(330, 460))
    qtbot.waitUntil(lambda: page.place("IND") != before, timeout=20_000)
    page.wait_for(qtbot, "document.getElementById('map').layout.geo.center.lat !== 0")
    moved = page.place("IND")
    assert moved.x() < before.x()
    page.view.set_selected("IND")
    page.wait_for(qtbot, "document.querySelectorAll('path.outline-selected').length === 4")
    page.wait_for(qtbot, f"{_DATA}[1].lat.length === 2")
    again = page.place("IND")
    assert abs(again.x() - moved.x()) <= 1
    assert abs(again.y() - moved.y()) <= 1
    assert page.clicked == []
    page.view.set_selected(None)
    page.view.reset_view()
    qtbot.waitUntil(lambda: page.place("IND") == first, timeout=5_000)


def drag(page: Page, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    """Press, move in steps with the button down, let go."""
    target = page.view.web_view().focusProxy()
    qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        position = QPointF(start + (end - start) * (step / 4))
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            position,
            target.mapToGlobal(position),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, event)
    qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize("far", [6, 15, 60])
def test_that_dragging_a_location_selects_nothing_and_a_click_afterwards_does(
    page: Page, qtbot: QtBot, far: int
) -> None:
    start = page.place("IND")
    page.move(start)
    qtbot.waitUntil(lambda: page.hovered == ["IND"], timeout=20_000)
    drag(page, qtbot, start, start + QPoint(far, far // 2))
    page.rest(qtbot)
    page.ask("1")  # whatever the page had to say has arrived
    assert page.clicked == []
    place = page.place("BRA")
    page.move(place)
    qtbot.waitUntil(lambda: page.hovered[-1] == "BRA", timeout=20_000)
    with qtbot.waitSignal(page.view.location_clicked, timeout=20_000):
        qtbot.mouseClick(page.view.web_view().focusProxy(), Qt.MouseButton.LeftButton, pos=place)
    assert page.clicked == ["BRA"]


def test_that_a_larger_text_scale_enlarges_legend_and_marks(page: Page, qtbot: QtBot) -> None:
    legend = "document.getElementById('legend-label').getBoundingClientRect().height"
    pins = f"{_DATA}[2].marker.size[0]"
    before = (page.ask(legend), page.ask(pins))
    page.view.set_text_scale(1.5)
    try:
        page.wait_for(qtbot, f"{pins} > 1.4 * {before[1]}")
        assert page.ask(legend) == pytest.approx(1.5 * before[0], rel=0.1)
    finally:
        page.view.set_text_scale(1.0)
        page.wait_for(qtbot, f"Math.abs({pins} - {before[1]}) < 1e-6")


def test_that_a_view_that_stays_as_it_is_is_not_drawn_again(page: Page, qtbot: QtBot) -> None:
    gd = "document.getElementById('map')"
    page.ask(
        f"(window.plots = 0, window.count = () => {{ plots++; }}, {gd}.on('plotly_afterplot', count), 1)"
    )
    try:
        page.view.zoom_out()
        page.wait_for(qtbot, "plots === 1")
        page.view.reset_view()
        page.wait_for(qtbot, "plots === 2")
        page.view.reset_view()
        page.view.zoom_in()
        page.view.reset_view()
        page.wait_for(qtbot, "plots === 3")
        page.view.reset_view()
        page.show(qtbot, picture())  # what would be drawn comes before
        assert page.ask("plots") == 3
    finally:
        page.ask(f"({gd}.removeListener('plotly_afterplot', window.count), 1)")


def test_that_keys_zoom_move_and_reset(page: Page, qtbot: QtBot) -> None:
    target = page.view.web_view().focusProxy()
    target.setFocus()
    scale = "document.getElementById('map').layout.geo.projection.scale"
    first = page.ask(scale)
    qtbot.keyClick(target, Qt.Key.Key_Plus)
    page.wait_for(qtbot, f"{scale} > {first} * 1.4")
    lon = page.ask("document.getElementById('map').layout.geo.center.lon")
    qtbot.keyClick(target, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    page.wait_for(qtbot, f"document.getElementById('map').layout.geo.center.lon > {lon}")
    qtbot.keyClick(target, Qt.Key.Key_Minus)
    page.wait_for(qtbot, f"{scale} < {first} * 1.1")
    qtbot.keyClick(target, Qt.Key.Key_0)
    page.wait_for(qtbot, f"Math.abs(document.getElementById('map').layout.geo.center.lon - {lon}) < 1e-6")
    with qtbot.waitSignal(page.view.location_clicked, timeout=20_000):
        qtbot.keyClick(target, Qt.Key.Key_Escape)
    assert page.clicked == [""]


def test_that_arrow_keys_go_from_place_to_place_and_show_their_cards(page: Page, qtbot: QtBot) -> None:
    target, name = (
        page.view.web_view().focusProxy(),
        "document.querySelector('#card:not([hidden]) .card-name')",
    )
    target.setFocus()
    page.view.set_selected("POL")
    page.wait_for(qtbot, "document.querySelectorAll('.outline-selected').length > 0")
    qtbot.keyClick(target, Qt.Key.Key_Return)
    page.wait_for(qtbot, f"{name}?.textContent === 'Poland'")
    assert page.hovered == ["POL"]
    assert page.ask("document.querySelectorAll('.outline-hovered').length") == 1
    for steps, key in ((1, Qt.Key.Key_Down), (2, Qt.Key.Key_Up)):
        qtbot.keyClick(target, key)
        page.wait_for_hovers(qtbot, 1 + steps)
        assert page.hovered[-1] not in ("", page.hovered[-2])
    qtbot.keyClick(target, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.clicked == [page.hovered[-1]], timeout=20_000)
    qtbot.keyClick(target, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.hovered[-1] == "", timeout=20_000)
    assert page.ask("document.getElementById('card').hidden")
    assert len(page.clicked) == 1, "the first Escape closes the card only"
    qtbot.keyClick(target, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.clicked[-1] == "", timeout=20_000)
    page.view.set_selected(None)
    assert page.view.page_errors() == ()


@pytest.mark.parametrize(("suffix", "start"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
def test_that_the_map_can_be_saved_as_a_picture(
    page: Page, qtbot: QtBot, tmp_path: Path, suffix: str, start: bytes
) -> None:
    target = tmp_path / f"map.{suffix}"
    with qtbot.waitSignal(page.view.picture_saved, timeout=30_000):
        page.view.save_picture(target)
    content = target.read_bytes()
    assert content.startswith(start)
    assert len(content) > 20_000
    if suffix == "pdf":
        document = QPdfDocument()
        assert document.load(str(target)) == QPdfDocument.Error.None_
        assert document.pageCount() == 1
        document.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == [target.name]


def test_that_a_printed_map_is_one_page_with_every_letter_of_its_caption(
    page: Page, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "map.pdf"
    caption = Caption("Score", "Łódź \N{MIDDLE DOT} 60 people", "Figures: ILO")
    with qtbot.waitSignal(page.view.picture_saved, timeout=30_000):
        page.view.save_picture(target, caption)
    pages = PdfReader(target).pages
    assert len(pages) == 1
    assert "Łódź \N{MIDDLE DOT} 60 people" in pages[0].extract_text()


def test_that_a_saved_picture_carries_its_caption_and_its_legend(
    page: Page, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "map.svg"
    caption = Caption("Score", "A <scenario> & more", "Figures: ILO")
    with qtbot.waitSignal(page.view.picture_saved, timeout=30_000):
        page.view.save_picture(target, caption)
    root = ElementTree.parse(target).getroot()
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    for text in ("Score", "A <scenario> & more", "Figures: ILO", "0-100", "55", "Home", "Too little data"):
        assert text in texts
    map_height = page.ask("document.getElementById('map').clientHeight")
    assert float(root.get("height")) > map_height + 80


def test_that_a_picture_that_cannot_be_written_says_why(page: Page, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.view.saving_failed, timeout=20_000) as missing:
        page.view.save_picture(tmp_path / "no such folder" / "map.svg")
    assert "No such file" in missing.args[0]
    with qtbot.waitSignal(page.view.saving_failed, timeout=20_000) as unknown:
        page.view.save_picture(tmp_path / "map.gif")
    assert ".svg" in unknown.args[0]


def test_that_nothing_was_asked_of_the_network(page: Page) -> None:
    assert page.view.requests_blocked() == ()


def test_that_a_page_that_fails_says_why_within_two_seconds(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GeometryFile, "page_text", lambda _: '{"type": "FeatureCollection"}')
    view = MapView(GEOMETRY)
    try:
        with qtbot.waitSignal(view.failed, timeout=20_000) as failed:
            with qtbot.waitSignal(view.web_view().loadFinished, timeout=20_000):
                view.show()
            began = time.monotonic()
        assert time.monotonic() - began < 2.0
        assert failed.args[0].startswith("The map could not be drawn: ")
        assert "TypeError" in failed.args[0]
    finally:
        view.shutdown()
        view.shutdown()  # whoever is not sure may say it again
        view.deleteLater()


def test_that_a_page_that_never_draws_is_told_of_when_patience_ends(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MapView, "_start", lambda self: None)
    view = MapView(GEOMETRY, patience_ms=50)
    try:
        with qtbot.waitSignal(view.failed, timeout=20_000) as failed:
            view.show()
        assert "nothing has been drawn" in failed.args[0]
    finally:
        view.shutdown()
        view.deleteLater()


def test_that_a_map_deleted_without_shutdown_takes_its_page_along_quietly(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GeometryFile, "page_text", lambda _: '{"type": "FeatureCollection", "features": []}')
    view = MapView(GEOMETRY)
    with qtbot.waitSignal(view.map_ready, timeout=60_000):
        view.show()
    gone: list[bool] = []
    view.destroyed.connect(lambda: gone.append(True))
    view.deleteLater()
    qtbot.waitUntil(lambda: gone == [True], timeout=20_000)


def test_that_the_map_is_named_by_what_it_is_coloured_by(page: Page, qtbot: QtBot) -> None:
    name = "document.getElementById('map').getAttribute('aria-label')"
    assert page.view.accessibleName() == page.ask(name) == "World map: locations coloured by score"
    page.show(qtbot, picture(label="Cost per full-time employee", title="Cost"))
    assert page.view.accessibleName() == page.ask(name) == "World map: locations coloured by cost"
