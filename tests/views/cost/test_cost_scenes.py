"""The cost charts by their marks: each stands for its number, at its place, in the colour that means it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from advisor.views.cost.cash_flow_scene import cash_flow_scene
from advisor.views.cost.components_scene import components_scene
from advisor.views.cost.cost_cash_flow import cash_course
from advisor.views.cost.cost_components import components
from advisor.views.cost.cost_quality import Dot as Place
from advisor.views.cost.cost_tornado import tornado_bars
from advisor.views.cost.cost_view import CostView
from advisor.views.cost.cost_waterfall import waterfall
from advisor.views.cost.quality_scene import quality_scene
from advisor.views.cost.tornado_scene import tornado_scene
from advisor.views.cost.waterfall_scene import waterfall_scene
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Area, Bar, Cell, Dot, Line, Mark, Rule, Text
from advisor.views.scene.placement import Course
from advisor.views.scene.roles import Role, part_role
from advisor.views.scene.scene import PAD, Scene
from advisor.views.scene.type_styles import ELLIPSIS, PlainMeasurer, Style
from tests.views.scene.collisions import colliding_texts

WIDE, DRAWER, TINY = Size(900.0, 330.0), Size(480.0, 220.0), Size(300.0, 130.0)
PLACES = (
    Place("a", "Alpha", 8_000.0, 10_000.0, 13_000.0, 50.0, 3, is_home=False, is_best=True),
    Place("b", "Beta", 18_000.0, 20_000.0, 24_000.0, 40.0, 4, is_home=False),
    Place("c", "Gamma", 30_000.0, 40_000.0, 52_000.0, 70.0, 1, is_home=False, is_best=True),
    Place("d", "Delta", 70_000.0, 80_000.0, 90_000.0, 60.0, 2, is_home=True),
)


def laid(make: Callable[..., Scene], *data: object, size: Size = WIDE) -> Scene:
    return make(*data, size, PlainMeasurer())


def some(scene: Scene, kind: type[Mark], role: Role | None = None) -> list[Mark]:
    return [mark for mark in scene.marks if isinstance(mark, kind) and role in (None, mark.role)]


@pytest.fixture(scope="module")
def poland(costed: Callable[[str], CostView]) -> CostView:
    return costed("POL")


@pytest.fixture(scope="module")
def switzerland(costed: Callable[[str], CostView]) -> CostView:
    return costed("CHE")


@pytest.fixture(scope="module")
def home(costed: Callable[[str], CostView]) -> CostView:
    return costed("DEU")


# Waterfall ------------------------------------------------------------------------------------------


def test_that_bars_of_the_waterfall_are_as_long_as_their_amounts(poland: CostView):
    scene = laid(waterfall_scene, poland)
    bars = some(scene, Bar)
    scales = [bar.box.width / abs(bar.values[1] - bar.values[0]) for bar in bars if bar.box.width > 2]
    assert len(scales) > 4
    assert max(scales) == pytest.approx(min(scales), rel=1e-6)
    zero = bars[0].box.x
    ends = [zero + scales[0] * max(bar.values) for bar in bars if min(bar.values) >= 0]
    assert ends == pytest.approx([bar.box.right for bar in bars if min(bar.values) >= 0], abs=0.01)
    assert max(bar.box.right for bar in bars) == pytest.approx(WIDE.width - 14, abs=0.01)  # all of the room


def test_that_the_waterfall_falls_from_the_gap_to_the_saving(poland: CostView):
    scene = laid(waterfall_scene, poland)
    bars = some(scene, Bar)
    falls = waterfall(poland, len(bars))
    assert [bar.key for bar in bars] == [fall.id for fall in falls]
    assert [bar.values for bar in bars] == [(fall.start, fall.end) for fall in falls]
    assert [bar.box.y for bar in bars] == sorted(bar.box.y for bar in bars)
    for before, after in pairwise(bars[:-1]):
        assert after.values[0] == pytest.approx(before.values[1])


def test_that_a_gain_has_the_colour_of_gains_and_a_loss_that_of_losses(poland: CostView):
    bars = some(laid(waterfall_scene, poland), Bar)
    assert {bar.role for bar in bars} == {Role.WHOLE, Role.GAIN, Role.LOSS}
    for bar in bars[1:-1]:
        start, end = bar.values
        assert bar.role is (Role.GAIN if end > start else Role.LOSS), bar.key
        assert (" adds " if end > start else " takes back ") in bar.said
    assert bars[0].role is bars[-1].role is Role.WHOLE


# Components -----------------------------------------------------------------------------------------


def test_that_the_layers_of_the_cost_are_as_long_as_their_amounts_on_one_scale(poland: CostView):
    scene = laid(components_scene, poland)
    bars = some(scene, Bar)
    for row, amounts in (
        ("home", [part.at_home for part in components(poland)]),
        ("away", [part.away for part in components(poland)]),
    ):
        shown = [bar for bar in bars if bar.key.startswith(f"{row}.")]
        assert [bar.values[0] for bar in shown] == pytest.approx([a for a in amounts if a])
    scales = [(bar.box.width + 1) / abs(bar.values[0]) for bar in bars if bar.box.width > 3]
    assert max(scales) == pytest.approx(min(scales), rel=1e-6)
    for bar in bars:
        assert bar.role is part_role(bar.key.partition(".")[2])


def test_that_the_layers_lie_end_to_end_and_home_above(poland: CostView):
    bars = some(laid(components_scene, poland), Bar)
    rows = {row: [bar for bar in bars if bar.key.startswith(row)] for row in ("home", "away")}
    assert rows["home"][0].box.bottom < rows["away"][0].box.y
    for row in rows.values():
        above = [bar for bar in row if bar.values[0] > 0]
        for before, after in pairwise(above):
            assert after.box.x == pytest.approx(before.box.right + 1, abs=0.7)


@pytest.mark.parametrize("size", [WIDE, DRAWER])
def test_that_the_longer_cost_takes_all_the_room_that_the_words_beside_it_leave(poland: CostView, size: Size):
    scene, measure = laid(components_scene, poland, size=size), PlainMeasurer()
    end = max(bar.box.right for bar in some(scene, Bar)) + 1
    beside = [mark for mark in some(scene, Text) if mark.box.x > end]
    longest = max(measure.width(mark.text, mark.style) for mark in beside)
    assert any(mark.text.endswith(" likely") for mark in beside)
    assert end + longest + 1.5 * GAP == pytest.approx(size.width - PAD, abs=0.01)
    (zero,) = some(scene, Rule)
    assert min(bar.box.x for bar in some(scene, Bar)) == zero.start[0]


@pytest.mark.parametrize("larger", [1, 2])
def test_that_every_caption_has_the_colour_of_its_layer_and_stands_near_it(
    costed: Callable[[str], CostView], larger: int
):
    measure = PlainMeasurer(13 * larger, 11 * larger)
    for location in ("POL", "IND", "CHE", "VNM"):
        parts = {part.label: part for part in components(costed(location))}
        for size in (WIDE, DRAWER):
            scene = components_scene(
                costed(location), Size(size.width * larger, size.height * larger), measure
            )
            bars = {bar.key: bar.box for bar in some(scene, Bar)}
            middle = bars["away.wage"].y - 2
            swatches = some(scene, Cell)
            named = [mark for mark in some(scene, Text) if mark.text in parts]
            assert len(named) == len(swatches) >= 3, (location, size)
            for name in named:
                swatch = max(
                    (
                        s
                        for s in swatches
                        if s.box.x < name.box.x and s.box.meets(Box(0, name.box.y, 9_999, name.box.height))
                    ),
                    key=lambda s: s.box.x,
                )
                part = parts[name.text]
                assert swatch.role is part_role(part.id)
                assert swatch.box.right <= name.box.x
                layer = bars[("home." if name.box.y < middle else "away.") + part.id]
                away = max(layer.x - name.box.right, swatch.box.x - layer.right, 0.0)
                assert away <= 42 * larger, (location, size, name.text)


# Cash flow ------------------------------------------------------------------------------------------


def test_that_a_larger_saving_stands_higher_in_the_cash_flow(poland: CostView):
    scene = laid(cash_flow_scene, poland)
    line = next(mark for mark in some(scene, Line) if mark.key == "likely")
    course = cash_course(poland)
    assert line.values == tuple(float(value) for value in course.likely)
    heights = [y for _, y in line.points]
    best, worst = (
        max(range(len(heights)), key=line.values.__getitem__),
        min(range(len(heights)), key=line.values.__getitem__),
    )
    assert heights[best] < heights[worst]
    (x0, y0), (x1, y1) = line.points[0], line.points[-1]
    rate = (y1 - y0) / (line.values[-1] - line.values[0])
    assert rate < 0
    assert [y0 + rate * (value - line.values[0]) for value in line.values] == pytest.approx(heights)
    assert x1 > x0
    assert line.role is Role.GAIN


def test_that_gridlines_of_the_cash_flow_stand_at_their_numbers(poland: CostView):
    scene = laid(cash_flow_scene, poland)
    line = next(mark for mark in some(scene, Line) if mark.key == "likely")
    rate = (line.points[-1][1] - line.points[0][1]) / (line.values[-1] - line.values[0])
    for rule in (rule for rule in some(scene, Rule) if rule.values):
        assert rule.start[1] == pytest.approx(line.points[0][1] + rate * (rule.values[0] - line.values[0]))


def test_that_the_band_about_the_saving_has_its_colour_and_reaches_from_worst_to_best(poland: CostView):
    scene, course = laid(cash_flow_scene, poland), cash_course(poland)
    (band,) = some(scene, Area)
    line = next(mark for mark in some(scene, Line) if mark.key == "likely")
    assert band.role is line.role is Role.GAIN
    assert band.opacity < 0.5  # or nobody sees the line and the grid through it
    assert band.values == (course.low[-1], course.high[-1])
    rate = (line.points[-1][1] - line.points[0][1]) / (line.values[-1] - line.values[0])
    heights = [line.points[0][1] + rate * (v - line.values[0]) for v in (*course.high, *course.low[::-1])]
    assert [y for _, y in band.points] == pytest.approx(heights)


def test_that_payback_has_the_colour_of_losses_which_end_there(poland: CostView):
    scene, course = laid(cash_flow_scene, poland), cash_course(poland)
    band = next(mark for mark in some(scene, Cell) if mark.key == "payback-band")
    assert band.role is Role.LOSS
    low, _, high = course.payback_band
    assert band.values == (low, high)
    (x0, _), (x1, _) = (next(mark for mark in some(scene, Line)).points[at] for at in (0, -1))
    month = (x1 - x0) / course.months[-1]
    assert (band.box.x, band.box.right) == pytest.approx(
        (x0 + low * month, x0 + min(high, course.months[-1]) * month)
    )


def test_that_payback_is_a_dot_on_zero_within_its_band(poland: CostView):
    scene = laid(cash_flow_scene, poland)
    dot = next(mark for mark in some(scene, Dot) if mark.key == "payback")
    band = next(mark for mark in some(scene, Cell) if mark.key == "payback-band")
    zero = next(rule for rule in some(scene, Rule) if rule.values == (0.0,))
    assert dot.y == zero.start[1]
    assert band.box.x <= dot.x <= band.box.right
    assert dot.values == (cash_course(poland).payback,)


@pytest.mark.parametrize("larger", [1, 2])
def test_that_no_line_runs_through_the_words_for_payback(poland: CostView, larger: int):
    measure = PlainMeasurer(13 * larger, 11 * larger)
    for width in range(400 * larger, 700 * larger, 20):
        scene = cash_flow_scene(poland, Size(float(width), 180.0 * larger), measure)
        label = next(
            mark for mark in some(scene, Text) if "month" in mark.text and mark.style is Style.SMALL_STRONG
        )
        line = next(mark for mark in some(scene, Rule) if mark.role is Role.TEXT)
        assert not label.box.x <= line.start[0] <= label.box.right, width
        beside = next(mark for mark in some(scene, Text) if mark.text.endswith("best tenth"))
        assert label.box.right + 6 < beside.box.x, width


def test_that_payback_is_told_in_words_in_two_lines_where_one_has_no_room(poland: CostView):
    measure = PlainMeasurer(26, 22)
    told = []
    for width in (1_400.0, 800.0):
        scene = cash_flow_scene(poland, Size(width, 420.0), measure)
        label = [mark.text for mark in some(scene, Text) if mark.style is Style.SMALL_STRONG]
        told.append([text for text in label if not text.endswith("likely")])
        assert not list(colliding_texts(scene.marks, measure))
    wide, narrow = told
    assert len(wide) == 1
    assert len(narrow) == 2
    assert " ".join(narrow) == wide[0]


def test_that_the_first_year_is_called_one_where_the_others_have_no_room(poland: CostView):
    measure = PlainMeasurer(26, 22)
    seen = set()
    for width in range(700, 900, 5):
        scene = cash_flow_scene(poland, Size(float(width), 420.0), measure)
        axis = [mark for mark in some(scene, Text) if mark.align is Align.RIGHT and mark.style is Style.SMALL]
        years = [mark.text for mark in axis if mark.text.startswith("year ") or mark.text in tuple("12345")]
        seen.add(tuple(years))
        assert not list(colliding_texts(scene.marks, measure)), width
    assert ("year 1", "2", "3", "4", "5") in seen


def test_that_every_month_explains_itself_in_order(poland: CostView):
    stops = laid(cash_flow_scene, poland).stops
    assert len(stops) == 12 * poland.years + 1
    assert stops[3].said.startswith("After month 3: saved")
    assert [stop.area.x for stop in stops] == sorted(stop.area.x for stop in stops)


# What matters ---------------------------------------------------------------------------------------


def test_that_bars_of_what_matters_reach_to_the_saving_they_stand_for(poland: CostView):
    bars = some(laid(tornado_scene, poland), Bar)
    for bar in bars:
        saving, end = bar.values
        assert saving == pytest.approx(poland.saving)
        assert bar.role is (Role.GAIN if end > saving else Role.LOSS)
    scales = [bar.box.width / abs(bar.values[1] - bar.values[0]) for bar in bars if bar.box.width > 2]
    assert max(scales) == pytest.approx(min(scales), rel=1e-6)
    gains = [bar.box.x for bar in bars if bar.role is Role.GAIN]
    losses = [bar.box.right for bar in bars if bar.role is Role.LOSS]
    assert gains == pytest.approx([gains[0]] * len(gains))
    assert losses == pytest.approx([gains[0]] * len(losses))


def test_that_what_matters_most_stands_first(poland: CostView):
    scene = laid(tornado_scene, poland)
    assert [stop.key for stop in scene.stops] == [bar.factor for bar in tornado_bars(poland)][:10]
    assert [stop.area.y for stop in scene.stops] == sorted(stop.area.y for stop in scene.stops)


# Cost and quality -----------------------------------------------------------------------------------


def test_that_dearer_places_stand_right_and_better_ones_higher():
    scene = laid(quality_scene, PLACES, "USD", "b", "")
    dots = {mark.key: mark for mark in scene.stops if isinstance(mark, Dot)}
    assert [mark.key for mark in scene.stops] == ["a", "b", "c", "d"]
    assert [dots[key].x for key in "abcd"] == sorted(dots[key].x for key in "abcd")
    steps = [dots[after].x - dots[before].x for before, after in pairwise("abcd")]
    assert steps == pytest.approx([steps[0]] * 3)  # each costs twice as much as the one before
    assert sorted("abcd", key=lambda key: dots[key].y) == ["c", "d", "a", "b"]
    rate = (dots["c"].y - dots["b"].y) / 30
    assert dots["d"].y == pytest.approx(dots["b"].y + 20 * rate)


def test_that_colour_and_size_of_a_dot_say_what_it_is():
    scene = laid(quality_scene, PLACES, "USD", "b", "")
    dots = {mark.key: mark for mark in scene.stops if isinstance(mark, Dot)}
    assert {key: dot.role for key, dot in dots.items()} == {
        "a": Role.GAIN,
        "b": Role.PLACE,
        "c": Role.GAIN,
        "d": Role.HOME,
    }
    assert dots["b"].radius > dots["a"].radius > 3
    assert dots["b"].edge is Role.TEXT
    assert {mark.text for mark in some(scene, Text)} >= {"Alpha", "Beta", "Gamma", "Delta"}


def test_that_names_of_dots_keep_off_each_other():
    labels = [mark.box for mark in some(laid(quality_scene, PLACES, "USD", "b", "a"), Text)][-4:]
    assert not any(a.meets(b) for at, a in enumerate(labels) for b in labels[at + 1 :])


def test_that_a_name_that_nobody_asked_for_lies_over_no_crowd_of_dots():
    crowd = [
        Place(f"n{n}", "Other", 9_000.0, 11_000.0 + 400 * (n % 9), 30_000.0, 46.0 + n / 9, n, is_home=False)
        for n in range(80)
    ]
    best = Place("z", "Zulu and its far islands", 9e3, 12_600.0, 3e4, 50.2, 9, is_home=False, is_best=True)
    places = sorted((*PLACES, *crowd, best), key=lambda place: place.cost)
    for asked, is_named in (("", False), ("z", True)):
        scene = laid(quality_scene, places, "USD", asked, "", size=DRAWER)
        middles = [(dot.x, dot.y) for dot in scene.stops]
        names = {mark.text: mark.box for mark in some(scene, Text) if mark.text in {p.name for p in places}}
        assert ("Zulu and its far islands" in names) is is_named
        for name, box in names.items():
            covered = sum(box.holds(*middle) for middle in middles)
            assert covered == 0 or name.startswith("Zulu")


def test_that_a_name_that_was_asked_for_keeps_off_others_where_it_can():
    others = [
        Place(f"n{n}", "Other", 9e3, 13_000.0 + 700 * (n % 12), 3e4, 56.0 - n / 3, n, is_home=False)
        for n in range(60)
    ]
    places = sorted((*PLACES, *others), key=lambda place: place.cost)
    asked = Place("s", "South Africa", 1e4, 12_400.0, 15e3, 57.0, 2, is_home=False, is_best=True)
    better = Place("t", "Tonga", 1e4, 16_000.0, 2e4, 64.0, 2, is_home=False, is_best=True)
    places = sorted((*places, asked, better), key=lambda place: place.cost)
    for width in range(410, 800, 10):
        scene = laid(quality_scene, places, "USD", "s", "", size=Size(float(width), 260.0))
        name = next(mark for mark in some(scene, Text) if mark.text == "South Africa")
        assert not [dot for dot in scene.stops if name.box.holds(dot.x, dot.y)], width


def test_that_no_name_stands_on_the_range_of_another_place():
    near = Place("y", "Yonder", 15_500.0, 19_000.0, 22_500.0, 38.5, 5, is_home=False, is_best=True)
    scene = laid(quality_scene, sorted((*PLACES, near), key=lambda p: p.cost), "USD", "b", "", size=DRAWER)
    line = next(mark for mark in some(scene, Rule) if mark.key == "b")
    names = [mark.box for mark in some(scene, Text) if mark.text in {"Yonder", "Alpha", "Beta", "Gamma"}]
    assert len(names) >= 3
    for box in names:
        across = box.x < line.end[0] and box.right > line.start[0]
        assert not (across and box.y < line.start[1] < box.bottom)


def test_that_no_name_stands_on_the_line_of_the_best_or_on_the_words_for_quality():
    best = [
        Place("e", "Endless Echo Islands", 9e3, 9_900.0, 3e4, 62.0, 9, is_home=False, is_best=True),
        Place("f", "Far and Farther Lands", 9e3, 11_000.0, 3e4, 69.0, 9, is_home=False, is_best=True),
        Place("g", "Gulf", 9e3, 42_000.0, 8e4, 71.0, 9, is_home=True, is_best=True),
    ]
    places = sorted((*PLACES, *best), key=lambda p: p.cost)
    for width in range(300, 900, 20):
        scene = laid(quality_scene, places, "USD", "", "", size=Size(float(width), 220.0))
        words = next(mark for mark in some(scene, Text) if mark.text.startswith("quality"))
        front = next(mark for mark in some(scene, Line) if mark.key == "best")
        names = [mark for mark in some(scene, Text) if mark.text in {place.name for place in places}]
        assert names
        for name in names:
            assert not name.box.meets(words.box), (width, name.text)
            assert not Course(front.points, front.width).meets(name.box), (width, name.text)


def test_that_what_was_asked_for_is_named_on_a_line_rather_than_nowhere():
    low = (
        Place("a", "Alpha", 8_000.0, 10_000.0, 13_000.0, 42.0, 3, is_home=False, is_best=True),
        Place("l", "Lowland", 13_000.0, 16_000.0, 24_000.0, 40.0, 4, is_home=False),
    )
    for asked, is_named in (("", False), ("l", True)):
        scene = laid(quality_scene, (*low, PLACES[2]), "USD", asked, "", size=DRAWER)
        assert ("Lowland" in {mark.text for mark in some(scene, Text)}) is is_named


def test_that_the_axis_of_cost_has_two_figures_however_narrow():
    measure, places = PlainMeasurer(26, 22), sorted(PLACES, key=lambda place: place.cost)
    spread = [
        replace(place, cost=cost) for place, cost in zip(places, (18e3, 45e3, 120e3, 230e3), strict=True)
    ]
    for width in range(500, 1_200, 50):
        scene = quality_scene(spread, "USD", "", "", Size(float(width), 460.0), measure)
        figures = [mark for mark in some(scene, Text) if re.fullmatch(r"\d+ k", mark.text)]
        (title,) = [mark for mark in some(scene, Text) if mark.text.startswith("cost per person")]
        assert len(figures) >= 2, width
        assert title.box.bottom <= 460.0
        assert not list(colliding_texts([*figures, title], measure)), width


def test_that_without_places_the_chart_says_why():
    scene = laid(quality_scene, (), "USD", "", "")
    assert scene.is_empty
    assert scene.words.startswith("No location has both")


# All ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, DRAWER, TINY])
@pytest.mark.parametrize("location", ["POL", "IND", "CHE", "DEU", "NGA"])
def test_that_every_chart_stays_in_its_frame_and_explains_itself(
    costed: Callable[[str], CostView], location: str, size: Size
):
    view = costed(location)
    frame = Box(0, 0, size.width, size.height)
    for make in (components_scene, waterfall_scene, cash_flow_scene, tornado_scene):
        scene = laid(make, view, size=size)
        assert scene.sentence or scene.empty
        assert scene.stops or scene.is_empty
        assert scene.table.count("\n") > 1 or scene.is_empty
        for mark in scene.marks:
            assert all(math.isfinite(part) for part in mark.bounds), (make, mark)
            if size is not TINY:
                assert mark.bounds.within(frame, 1.0), (make, mark)


@pytest.mark.parametrize("location", ["POL", "CHE", "IND"])
def test_that_no_text_is_cut_where_there_is_room(costed: Callable[[str], CostView], location: str):
    for make in (components_scene, waterfall_scene, cash_flow_scene, tornado_scene):
        texts = [mark.text for mark in some(laid(make, costed(location)), Text)]
        assert not [text for text in texts if text.endswith(ELLIPSIS)], make


def test_that_texts_do_not_collide(costed: Callable[[str], CostView]):
    makers: tuple[Callable[..., Scene], ...] = (
        components_scene,
        cash_flow_scene,
        tornado_scene,
        waterfall_scene,
    )
    for make in makers:
        for size in (WIDE, DRAWER):
            scene = laid(make, costed("POL"), size=size)
            assert list(colliding_texts(scene.marks, PlainMeasurer())) == [], (make, size)


@pytest.mark.parametrize("larger", [1, 2])
@pytest.mark.parametrize("make", [waterfall_scene, tornado_scene])
def test_that_names_take_the_lines_that_they_need(
    poland: CostView, make: Callable[..., Scene], larger: int
) -> None:
    measure = PlainMeasurer(13 * larger, 11 * larger)
    for width in range(320 * larger, 700 * larger, 30):
        for height in (170.0 * larger, 240.0 * larger, 360.0 * larger):
            scene = make(poland, Size(float(width), height), measure)
            texts = [mark.text for mark in some(scene, Text)]
            assert not [text for text in texts if text.endswith(ELLIPSIS)], (width, height)
            assert list(colliding_texts(scene.marks, measure)) == [], (width, height)
            bottom = max(mark.bounds.bottom for mark in scene.marks)
            assert bottom <= max(height, scene.least_height) + 1, (width, height)


def test_that_bars_are_as_high_beside_a_name_of_several_lines_as_beside_any_other(poland: CostView) -> None:
    for make in (waterfall_scene, tornado_scene):
        scene = laid(make, poland, size=Size(420.0, 360.0))
        heights = {round(bar.box.height, 6) for bar in some(scene, Bar)}
        rows = {round(mark.area.height, 6) for mark in scene.stops}
        assert (len(heights), len(rows) > 1) == (1, True), make


@pytest.mark.parametrize("width", [560.0, 640.0, 900.0])
def test_that_what_matters_is_named_in_full(poland: CostView, width: float) -> None:
    scene = tornado_scene(poland, Size(width, 170.0), PlainMeasurer())
    texts = [mark for mark in scene.marks if isinstance(mark, Text)]
    assert not [mark.text for mark in texts if mark.text.endswith("\N{HORIZONTAL ELLIPSIS}")]
    assert all(mark.area.x >= 0 and mark.area.right <= width for mark in texts)
