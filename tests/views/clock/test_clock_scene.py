"""The clock by its marks: spans of time at their minutes, in the colours that mean them."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest

from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.clock.clock_figure import ClockFigure, ClockYear, clock_year
from advisor.views.clock.clock_scene import LEAST_ROWS, clock_height, clock_scene
from advisor.views.look.theme import DARK, LIGHT, theme_colour
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Bar, Cell, Mark, Rule, Text
from advisor.views.scene.roles import Role, role_colour
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import PlainMeasurer

WIDE = Size(900.0, 330.0)
SITES = ("IND", "USA", "PHL")


@pytest.fixture(scope="module")
def year(default_pack: DataPack) -> ClockYear:
    scenario = replace(default_scenario(default_pack), home="GBR", year=2027, site_hours="13:00-22:30")
    found = clock_year(Assessor(default_pack).assess(scenario), SITES)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def figure(year: ClockYear) -> ClockFigure:
    return year.on(date(2027, 11, 22))


def laid(figure: ClockFigure, selected: str = "", size: Size = WIDE) -> Scene:
    return clock_scene(figure, selected, size, PlainMeasurer())


def bars(scene: Scene, place: str, role: Role) -> list[Bar]:
    return [m for m in scene.marks if isinstance(m, Bar) and (m.key, m.role) == (place, role)]


def some(scene: Scene, kind: type[Mark]) -> list[Mark]:
    return [mark for mark in scene.marks if isinstance(mark, kind)]


def test_that_work_night_and_overlap_are_painted_as_what_they_are(figure: ClockFigure):
    scene = laid(figure)
    for row in figure.rows:
        for spans, role in (
            (row.bar.night, Role.NIGHT),
            (row.bar.work, Role.WORK),
            (row.bar.overlap, Role.OVERLAP),
        ):
            assert [bar.values for bar in bars(scene, row.place.id, role)] == list(spans)
    assert any(row.bar.overlap for row in figure.rows)


def test_that_overlap_is_told_from_night_and_work_by_its_hue(figure: ClockFigure):
    for look in (LIGHT, DARK):
        assert role_colour(Role.OVERLAP, look) == theme_colour("time") == look.clock.overlap
        assert role_colour(Role.NIGHT, look) == look.clock.night
        assert len({role_colour(role, look) for role in (Role.OVERLAP, Role.NIGHT, Role.WORK, Role.DAY)}) == 4


def test_that_the_key_has_the_colours_of_overlap_and_night_before_their_names(figure: ClockFigure):
    scene = laid(figure)
    for name, role in (("Overlap", Role.OVERLAP), ("Night", Role.NIGHT)):
        (caption,) = [mark for mark in some(scene, Text) if mark.text == name]
        (swatch,) = [m for m in some(scene, Cell) if m.edge is Role.QUIET and m.box.within(caption.box)]
        assert swatch.role is role
        assert swatch.box.right < caption.box.right - PlainMeasurer().width(name, caption.style)


def test_that_what_is_shared_lies_over_work_and_work_over_night(figure: ClockFigure):
    order = [mark.role for mark in laid(figure).of("IND") if isinstance(mark, Bar)]
    ranks = {Role.NIGHT: 0, Role.WORK: 1, Role.OVERLAP: 2}
    assert [ranks[role] for role in order] == sorted(ranks[role] for role in order)


def test_that_every_span_stands_at_its_minutes_under_its_hours(figure: ClockFigure):
    scene = laid(figure)
    hours = [rule for rule in some(scene, Rule) if rule.key == "hour"]
    (first, at_first), (last, at_last) = [(r.values[0], r.start[0]) for r in (hours[0], hours[-1])]
    minute = (at_last - at_first) / (last - first)
    assert minute > 0
    zero = at_first - first * minute
    for rule in hours:
        assert rule.start[0] == pytest.approx(zero + rule.values[0] * minute)
        assert rule.values[0] == 60 * rule.values[1]
    for bar in some(scene, Bar):
        start, end = bar.values
        assert (bar.box.x, bar.box.right) == pytest.approx((zero + start * minute, zero + end * minute))


def test_that_work_at_night_is_hatched(figure: ClockFigure):
    scene = laid(figure)
    for row in figure.rows:
        hatched = sum(
            m.values[1] - m.values[0] for m in scene.of(row.place.id) if isinstance(m, Cell) and m.hatched
        )
        both = sum(
            max(0, min(work[1], night[1]) - max(work[0], night[0]))
            for work in row.bar.work
            for night in row.bar.night
        )
        assert hatched == both
    assert [m for m in some(scene, Cell) if m.hatched]


def test_that_every_place_says_cover_and_holiday_too(year: ClockYear):
    scene = laid(year.on(date(2027, 1, 26)))
    india = next(mark for mark in scene.stops if mark.key == "IND")
    assert "Republic Day" in india.said
    assert "of the service window" in india.said
    assert [mark.key for mark in scene.stops] == ["GBR", *SITES]
    assert scene.sentence.endswith(".")


def test_that_home_is_framed_and_the_selected_row_marked(figure: ClockFigure):
    scene = laid(figure, "USA")
    (frame,) = [mark for mark in some(scene, Cell) if mark.edge is Role.HOME]
    home = scene.stops[0].area
    assert frame.box.inset(1.5, 1.5, 1.5, 1.5).within(home)
    (marked,) = [mark for mark in some(scene, Cell) if mark.role is Role.SELECTED]
    assert marked.box == next(mark.area for mark in scene.stops if mark.key == "USA")
    assert scene.marked == "USA"


def test_that_night_work_has_the_colour_of_warnings(figure: ClockFigure):
    texts = [mark for mark in some(laid(figure), Text) if mark.role is Role.WARNING]
    nights = [row.place.night for row in figure.rows[1:] if row.place.night]
    assert len(texts) == len(nights) > 0


@pytest.mark.parametrize("size", [WIDE, Size(640.0, 260.0), Size(420.0, 120.0)])
def test_that_rows_share_the_height(figure: ClockFigure, size: Size):
    scene = laid(figure, size=size)
    assert len({mark.area.height for mark in scene.stops}) == 1
    assert scene.stops[-1].area.bottom <= size.height
    assert scene.least_height == clock_height(LEAST_ROWS, PlainMeasurer())
    for mark in scene.marks:
        assert all(math.isfinite(part) for part in mark.bounds)
        assert mark.bounds.within(Box(0, 0, max(size.width, 520), size.height), 3), mark


@pytest.mark.parametrize("width", [330.0, 420.0, 640.0, 900.0])
def test_that_names_are_read_in_full_and_figures_go_before_the_axis_does(figure: ClockFigure, width: float):
    scene = laid(figure, size=Size(width, 260.0))
    texts = [mark for mark in scene.marks if isinstance(mark, Text)]
    assert {row.place.name for row in figure.rows} <= {mark.text for mark in texts}
    boxes = [mark.bounds for mark in texts if mark.text]
    assert all(box.right <= width + 1 for box in boxes)
    heads = [mark.bounds for mark in texts if mark.bounds.y < 4]
    for at, box in enumerate(heads):
        assert not any(box.meets(other) for other in heads[at + 1 :])


@pytest.mark.parametrize("row", [16.0, 19.0, 22.0, 30.0, 45.0])
def test_that_figures_are_no_higher_than_their_rows(figure: ClockFigure, row: float):
    measure = PlainMeasurer()
    top = clock_height(0, measure)
    scene = laid(figure, size=Size(900.0, top + row * len(figure.rows)))
    texts = [mark for mark in some(scene, Text) if isinstance(mark, Text) and mark.box.y >= top - 2]
    assert all(measure.height(text.style) <= row + 1 for text in texts)
