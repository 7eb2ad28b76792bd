"""The charts of the comparison by their marks: values, places, colours and what can be dragged."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.compare.compare_figures import LEAST_POINTS, Comparison, compare
from advisor.views.compare.difference_scene import difference_scene
from advisor.views.compare.opinion_figures import opinions
from advisor.views.compare.opinions_scene import opinions_scene
from advisor.views.compare.rank_scene import rank_scene
from advisor.views.compare.sensitivity_figures import WeightLines, weight_lines
from advisor.views.compare.sensitivity_scene import sensitivity_scene
from advisor.views.compare.what_if_figures import RankLine, rank_line
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Bar, Cell, Dot, Line, Mark, Rule, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import PlainMeasurer, Style
from advisor.words.formatting import percent_text
from tests.views.scene.collisions import colliding_texts

WIDE, DRAWER = Size(900.0, 330.0), Size(480.0, 240.0)


def laid(make: Callable[..., Scene], *data: object, size: Size = WIDE) -> Scene:
    return make(*data, size, PlainMeasurer())


def some(scene: Scene, kind: type[Mark]) -> list[Mark]:
    return [mark for mark in scene.marks if isinstance(mark, kind)]


def is_straight(places: list[tuple[float, float]], slope: int) -> bool:
    """Whether positions follow values on one straight scale that rises or falls."""
    (v0, p0), *rest = sorted(places)
    rates = [(p - p0) / (v - v0) for v, p in rest if v - v0 > 1e-6]
    return bool(rates) and all(
        math.isclose(rate, rates[-1], rel_tol=1e-3, abs_tol=1e-9) and rate * slope > 0 for rate in rates
    )


@pytest.fixture(scope="module")
def assessment(assessor: Assessor, default_pack: DataPack) -> Assessment:
    return assessor.assess(default_scenario(default_pack))


@pytest.fixture(scope="module")
def pair(assessment: Assessment) -> Comparison:
    return compare(assessment, "POL", "ROU")


@pytest.fixture(scope="module")
def lines(assessment: Assessment, pair: Comparison) -> WeightLines:
    return weight_lines(assessment, "cost", pair.a, pair.b)


@pytest.fixture(scope="module")
def ranks(assessment: Assessment) -> RankLine:
    return rank_line(assessment, "POL", "cost_per_fte")


# Difference -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, DRAWER])
def test_that_bars_of_the_difference_stand_on_the_side_of_whom_they_speak_for(pair: Comparison, size: Size):
    bars = some(laid(difference_scene, pair, size=size), Bar)
    assert {bar.key for bar in bars} == {d.id for d in pair.differences if abs(d.points) >= LEAST_POINTS}
    first = [bar for bar in bars if bar.values[0] > 0]
    second = [bar for bar in bars if bar.values[0] < 0]
    middle = max(bar.box.right for bar in first)
    assert {round(bar.box.right) for bar in first} == {round(middle)}
    assert {round(bar.box.x - middle) for bar in second} == {1}
    for bar in bars:
        (points,) = bar.values
        assert f"{abs(points):.2f} points for {'Poland' if points > 0 else 'Romania'}" in bar.said
    scales = [bar.box.width / abs(bar.values[0]) for bar in bars]
    assert scales == pytest.approx([scales[0]] * len(scales))


def test_that_names_are_read_in_full_before_the_figures_have_their_place(pair: Comparison):
    names = {d.name for d in pair.differences if abs(d.points) >= LEAST_POINTS}
    for width in (560.0, 640.0, 697.0, 760.0, 900.0):
        scene = laid(difference_scene, pair, size=Size(width, 330.0))
        assert names <= {mark.text for mark in some(scene, Text)}, width
        assert min(bar.box.width / abs(bar.values[0]) for bar in some(scene, Bar)) > 0


def test_that_criteria_without_a_difference_are_counted_where_their_names_have_no_room(pair: Comparison):
    alike = [d for d in pair.differences if abs(d.points) < LEAST_POINTS]
    assert len(alike) > 2
    scene = laid(difference_scene, pair, size=Size(300.0, 330.0))
    (rest,) = [mark for mark in some(scene, Text) if mark.text.startswith("No difference: ")]
    assert re.fullmatch(r"No difference: .+ and \d+ more", rest.text)
    assert "…" not in rest.text
    assert rest.text.count(",") + 1 + int(rest.text.split()[-2]) == len(alike)
    assert all(d.name.casefold() in rest.words.casefold() for d in alike)


def test_that_the_longest_bar_of_the_difference_uses_its_room(pair: Comparison):
    scene = laid(difference_scene, pair)
    longest = max(bar.box.width for bar in some(scene, Bar))
    middle = round(WIDE.width / 2)
    heads = [mark.box for mark in some(scene, Text) if mark.text in ("Poland", "Romania")]
    names = [mark.box for mark in some(scene, Text) if mark.style == "plain" and mark.box.x > middle]
    room = min(
        middle - max(box.right for box in heads if box.right < middle), min(box.x for box in names) - middle
    )
    assert longest > 0.6 * room


def test_that_figures_stand_beside_the_bars_where_names_leave_them_room(pair: Comparison):
    firsts = {d.first for d in pair.differences if abs(d.points) >= LEAST_POINTS}
    for size, shown in ((WIDE, True), (Size(720.0, 330.0), True), (Size(440.0, 330.0), False)):
        texts = {mark.text for mark in some(laid(difference_scene, pair, size=size), Text)}
        assert (firsts <= texts) is shown, size


def test_that_bars_of_the_difference_have_the_hue_of_their_theme(pair: Comparison):
    scene = laid(difference_scene, pair)
    themes = {d.id: d.theme for d in pair.differences}
    for bar in some(scene, Bar):
        assert (bar.role, bar.theme) == (Role.THEME, themes[bar.key])
    assert scene.themes == pair.assessment.evaluation.weights.themes


def test_that_the_largest_difference_of_each_side_stands_first(pair: Comparison):
    bars = some(laid(difference_scene, pair), Bar)
    for side in (
        [bar for bar in bars if bar.values[0] > 0],
        [bar for bar in bars if bar.values[0] < 0],
    ):
        assert [bar.box.y for bar in side] == sorted(bar.box.y for bar in side)
        sizes = [abs(bar.values[0]) for bar in side]
        assert sizes == sorted(sizes, reverse=True)


def test_that_the_chart_asks_for_the_height_that_its_rows_take(pair: Comparison):
    scene = laid(difference_scene, pair)
    lowest = max(mark.bounds.bottom for mark in scene.marks)
    assert lowest <= scene.least_height


def row_heights(scene: Scene) -> Counter[int]:
    """How often bars of the first side are how far apart."""
    tops = sorted(bar.box.centre[1] for bar in some(scene, Bar) if bar.values[0] > 0)
    return Counter(round(below - above) for above, below in pairwise(tops))


def test_that_a_name_of_two_lines_makes_its_own_row_higher_and_no_other(pair: Comparison):
    sizes = (Size(float(width), 330.0) for width in range(300, 900, 4))
    found = [row_heights(laid(difference_scene, pair, size=size)) for size in sizes]
    mixed = [heights for heights in found if max(heights) > min(heights) + 5]  # less is rounding
    assert any(max(heights, key=heights.__getitem__) < max(heights) - 5 for heights in mixed)


def test_that_sides_are_titled_with_names_wherever_these_have_room(pair: Comparison):
    for width in range(420, 1_200, 20):
        scene = laid(difference_scene, pair, size=Size(float(width), 330.0))
        titles = [mark for mark in some(scene, Text) if re.fullmatch(r"\w+: \d+\.\d", mark.text)]
        assert [mark.text.split(":")[0] for mark in titles] == ["Poland", "Romania"], width
        assert list(colliding_texts(scene.marks, PlainMeasurer())) == [], width


# Sensitivity ----------------------------------------------------------------------------------------


def test_that_a_higher_score_stands_higher_and_a_larger_weight_further_right(lines: WeightLines):
    scene = laid(sensitivity_scene, lines)
    courses = some(scene, Line)
    assert {course.key for course in courses} == {
        lines.assessment.pack.location_ids[int(row)] for row in lines.lines.rows
    }
    heights = [
        (value, y) for course in courses for value, (_, y) in zip(course.values, course.points, strict=True)
    ]
    assert is_straight(heights, slope=-1)
    handle = scene.handle
    assert handle is not None
    for course in courses:
        assert (course.points[0][0], course.points[-1][0]) == (handle.x_of(0.0), handle.x_of(1.0))
    across = [(dot.values[0], dot.x) for dot in some(scene, Dot)]
    across += [(0.0, courses[0].points[0][0]), (1.0, courses[0].points[-1][0])]
    assert is_straight(across, slope=1)


def test_that_gridlines_and_crossings_stand_at_their_numbers(lines: WeightLines):
    scene = laid(sensitivity_scene, lines)
    course = some(scene, Line)[0]
    known = [(value, y) for value, (_, y) in zip(course.values, course.points, strict=True)]
    grid = [rule for rule in some(scene, Rule) if len(rule.values) == 1 and rule.start[1] == rule.end[1]]
    assert len(grid) > 2
    dots = [dot for dot in some(scene, Dot) if len(dot.values) == 2]
    assert len(dots) == len(lines.lines.crossings)
    assert is_straight(
        [*known, *((r.values[0], r.start[1]) for r in grid), *((d.values[1], d.y) for d in dots)], slope=-1
    )


def test_that_the_two_compared_stand_out(lines: WeightLines):
    ids = lines.assessment.pack.location_ids
    courses = {course.key: course for course in some(laid(sensitivity_scene, lines), Line)}
    first, second = courses[ids[lines.a]], courses[ids[lines.b]]
    assert (first.role, second.role) == (Role.ACCENT, Role.TEXT)
    others = [course for key, course in courses.items() if key not in (first.key, second.key)]
    assert all(course.role is Role.QUIET and course.width < first.width for course in others)


def test_that_the_weight_can_be_dragged_over_the_whole_plot(lines: WeightLines):
    scene = laid(sensitivity_scene, lines)
    handle = scene.handle
    assert handle is not None
    course = some(scene, Line)[0]
    assert handle.value == lines.now
    assert handle.box.centre[0] == pytest.approx(handle.x_of(lines.now))
    assert (handle.track.x, handle.track.right) == pytest.approx((course.points[0][0], course.points[-1][0]))
    assert lines.crossing is not None
    near = handle.x_of(lines.crossing.share) + 3
    assert handle.value_at(near, 5) == lines.crossing.share
    assert handle.value_at(handle.track.x - 50, 5) == 0.0
    assert handle.value_at(handle.x_of(0.123), 0) == 0.12


def test_that_a_crossing_says_who_overtakes_whom_and_hands_out_its_weight(lines: WeightLines):
    assert lines.crossing is not None
    scene = laid(sensitivity_scene, lines)
    dot = next(mark for mark in scene.stops if mark.key == repr(lines.crossing.share))
    above, below = lines.label(lines.crossing.above), lines.label(lines.crossing.below)
    assert dot.said == f"{above} overtakes {below} at {100 * lines.crossing.share:.0f} %"
    assert scene.stops[0].key


def test_that_no_label_of_a_crossing_has_a_ground_that_hides_a_line(lines: WeightLines):
    scene = laid(sensitivity_scene, lines)
    assert not some(scene, Cell)
    shares = [mark.box for mark in some(scene, Text) if mark.style == "small strong" and "%" in mark.text]
    assert not any(one.meets(other) for at, one in enumerate(shares) for other in shares[at + 1 :])


@pytest.mark.parametrize("larger", [1, 2])
def test_that_nothing_of_the_sensitivity_is_written_over_anything_else(
    lines: WeightLines, larger: int
) -> None:
    measure = PlainMeasurer(13 * larger, 11 * larger)
    for width in range(330 * larger, 800 * larger, 20):
        for height in (190.0 * larger, 240.0 * larger, 330.0 * larger):
            for can_drag in (True, False):
                size = Size(float(width), height)
                scene = sensitivity_scene(lines, size, measure, can_drag=can_drag)
                assert list(colliding_texts(scene.marks, measure)) == [], size


def test_that_the_share_of_a_crossing_covers_no_dot_where_there_is_another_place(lines: WeightLines) -> None:
    for width in range(360, 1_200, 20):
        for height in (200.0, 260.0, 330.0):
            scene = laid(sensitivity_scene, lines, size=Size(float(width), height))
            large = [dot for dot in some(scene, Dot) if dot.key]
            for label in (m for m in some(scene, Text) if m.style is Style.SMALL_STRONG and "%" in m.text):
                box = label.area.inset(-1, -1, -1, -1)
                assert not any(box.holds(dot.x, dot.y) for dot in large), (width, label.text)


def test_that_a_turn_which_the_sentence_does_not_tell_of_names_the_new_leader(lines: WeightLines):
    known = (*lines.told_turns, *((lines.crossing.share,) if lines.crossing else ()))
    leads = {
        percent_text(reign.start): lines.label(reign.row)
        for reign in lines.reigns[1:]
        if not any(abs(reign.start - turn) < 1e-9 for turn in known)
    }
    assert leads
    written = [mark.text for mark in some(laid(sensitivity_scene, lines), Text) if "%" in mark.text]
    named = dict(text.split(": ") for text in written if re.match(r"\d+ %: ", text))
    assert named
    assert named.items() <= leads.items()


# What if --------------------------------------------------------------------------------------------


def test_that_the_axis_ends_soon_after_the_last_change_of_rank(ranks: RankLine):
    last = ranks.figures[np.flatnonzero(np.diff(ranks.ranks))[-1]]
    assert ranks.figures[-1] - last < 0.25 * (ranks.figures[-1] - ranks.figures[0])
    assert ranks.figures[-1] < abs(ranks.criterion.value_function.worst)
    assert ranks.figures[0] < ranks.now < ranks.figures[-1]


def test_that_the_best_rank_stands_on_top(ranks: RankLine):
    scene = laid(rank_scene, ranks, ranks.now * 1.3, "", True)
    line = next(mark for mark in some(scene, Line) if mark.key == "ranks")
    assert line.values == tuple(float(rank) for rank in ranks.ranks)
    grid = [rule for rule in some(scene, Rule) if rule.values and rule.start[1] == rule.end[1]]
    dots = [mark for mark in some(scene, Dot) if mark.key in ("now", "tried")]
    assert len(dots) == 2
    places = [(value, y) for value, (_, y) in zip(line.values, line.points, strict=True)]
    places += [(rule.values[0], rule.start[1]) for rule in grid] + [(d.values[1], d.y) for d in dots]
    assert is_straight(places, slope=1)  # positions count from the top: rank 1 has the smallest
    across = [(float(f), x) for f, (x, _) in zip(ranks.figures, line.points, strict=True)]
    assert is_straight([*across, *((d.values[0], d.x) for d in dots)], slope=1)


def test_that_ranks_on_the_axis_are_whole(ranks: RankLine):
    scene = laid(rank_scene, ranks, ranks.now, "", True)
    grid = [rule for rule in some(scene, Rule) if rule.values and rule.start[1] == rule.end[1]]
    assert all(rule.values[0] == int(rule.values[0]) for rule in grid)


def test_that_labels_of_the_figures_keep_off_the_line(ranks: RankLine):
    for factor in (0.5, 0.8, 1.0, 1.1, 1.3, 2.0):
        for size in (WIDE, DRAWER):
            scene = laid(rank_scene, ranks, ranks.now * factor, "", True, size=size)
            assert not [cell for cell in some(scene, Cell) if cell.role is Role.PANEL]
            line = next(mark for mark in some(scene, Line) if mark.key == "ranks")
            label = next(mark for mark in some(scene, Text) if mark.text.startswith("now "))
            inner = label.box.inset(1, 2, 1, 2)
            for (x0, y0), (x1, y1) in pairwise(line.points):
                piece = Box(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
                assert not piece.meets(inner), (factor, size)


def test_that_a_figure_is_dragged_only_where_it_can_be(ranks: RankLine):
    assert laid(rank_scene, ranks, ranks.now, "", False).handle is None
    handle = laid(rank_scene, ranks, ranks.now, "", True).handle
    assert handle is not None
    assert handle.value == pytest.approx(ranks.now)
    assert handle.value_at(handle.x_of(50_000), 5) == pytest.approx(50_000, rel=0.02)
    assert handle.x_of(handle.low) == handle.track.x


def test_that_figures_beyond_a_must_have_are_shaded(
    assessor: Assessor, default_pack: DataPack, ranks: RankLine
):
    scenario = default_scenario(default_pack)
    limit = 1.2 * ranks.now
    bounds = scenario.must_haves.with_limit("cost_per_fte", "<=", limit)
    must = replace(scenario.must_haves, bounds=bounds)
    limited = rank_line(assessor.assess(replace(scenario, must_haves=must)), "POL", "cost_per_fte")
    scene = laid(rank_scene, limited, ranks.now, "", True)
    (cell,) = [mark for mark in some(scene, Cell) if mark.key == "excluded"]
    step = float(limited.figures[1] - limited.figures[0])
    assert cell.values[0] == pytest.approx(limit, abs=step)
    handle = scene.handle
    assert handle is not None
    assert cell.box.x == pytest.approx(handle.x_of(cell.values[0]))
    assert cell.box.right == pytest.approx(handle.track.right)


# Second opinions ------------------------------------------------------------------------------------


def test_that_a_shade_says_how_far_and_which_way_a_method_differs(assessment: Assessment):
    told = opinions(assessment, ("POL",))
    scene = laid(opinions_scene, told, ())
    shades = [cell for cell in some(scene, Cell) if cell.values and cell.role is not Role.NOTHING]
    assert shades
    for cell in shades:
        rank, apart = cell.values
        assert cell.role is (Role.WARNING if apart > 0 else Role.ACCENT)
        arrows = [t.text for t in some(scene, Text) if t.box.within(cell.box, 3) and t.text in "\u2191\u2193"]
        assert arrows == ["\u2193" if apart > 0 else "\u2191"]
        inks = {t.role for t in some(scene, Text) if t.box.within(cell.box, 3)}
        assert inks == {Role.TEXT}  # quiet text has no contrast of 4.5 on the full shade
        numbers = [t.text for t in some(scene, Text) if t.box.within(cell.box, 3) and t.text.isdigit()]
        assert numbers in ([], [f"{rank:.0f}"])
    far = sorted(shades, key=lambda cell: abs(cell.values[1]))
    assert [cell.opacity for cell in far] == sorted(cell.opacity for cell in far)


def test_that_methods_have_their_short_names_where_columns_are_narrow_and_type_is_large(
    assessment: Assessment,
):
    told = opinions(assessment, ())
    measure = PlainMeasurer(26, 22)
    scene = opinions_scene(told, (), Size(740.0, 400.0), measure)
    texts = {mark.text: mark.box for mark in some(scene, Text)}
    short = [told.headline, *(verdict.short_name for verdict in told.verdicts)]
    assert set(short) <= set(texts)
    steps = {round(texts[name].y) for name in short}
    assert 1 < len(steps) < len(short)


def test_that_every_location_is_a_row_in_the_order_of_the_ranking(assessment: Assessment):
    told = opinions(assessment, ())
    scene = laid(opinions_scene, told, ())
    rows = [mark for mark in scene.stops if mark.key]
    assert [mark.key for mark in rows] == [row.name for row in told.rows]
    assert [mark.values for mark in rows] == [(row.headline, *row.ranks) for row in told.rows]
    assert [mark.area.y for mark in rows] == sorted(mark.area.y for mark in rows)


# All ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, DRAWER, Size(380.0, 180.0)])
def test_that_every_mark_has_a_place(
    pair: Comparison, lines: WeightLines, ranks: RankLine, assessment: Assessment, size: Size
):
    for make, data in (
        (difference_scene, (pair,)),
        (sensitivity_scene, (lines,)),
        (rank_scene, (ranks, math.nan, "", True)),
        (rank_scene, (ranks, ranks.now * 1.4, "If pay rose:", True)),
        (opinions_scene, (opinions(assessment, ()), (pair.a,))),
    ):
        scene = laid(make, *data, size=size)
        assert scene.stops
        assert scene.sentence
        assert "\t" in scene.table
        for mark in scene.marks:
            assert all(math.isfinite(part) for part in mark.bounds), (make, mark)
            assert mark.bounds.x >= -1, (make, mark)
            assert mark.bounds.right <= size.width + 40, (make, mark)


@pytest.mark.parametrize("width", [240.0, 330.0, 420.0])
def test_that_names_stand_over_their_bars_where_they_have_no_room_beside(pair: Comparison, width: float):
    scene = laid(difference_scene, pair, size=Size(width, 2_000.0))
    texts = [mark for mark in some(scene, Text) if isinstance(mark, Text)]
    shown = [d.name for d in pair.differences if abs(d.points) >= LEAST_POINTS]
    assert {text.text for text in texts} >= set(shown)
    bars = {mark.key: mark for mark in some(scene, Bar)}
    for one in texts:
        assert one.area.x >= 0
        assert one.area.right <= width
        assert all(not one.area.meets(bar.box) for bar in bars.values() if isinstance(bar, Bar))


@pytest.mark.parametrize("width", [560.0, 600.0, 700.0])
def test_that_the_sides_of_the_difference_are_named_in_full_where_no_figures_stand(
    pair: Comparison, width: float
):
    scene = laid(difference_scene, pair, size=Size(width, 300.0))
    texts = [mark.text for mark in some(scene, Text) if isinstance(mark, Text)]
    titles = [text for text in texts if text.startswith((f"{pair.name(pair.a)}: ", f"{pair.name(pair.b)}: "))]
    heads = {pair.assessment.pack.location_ids[row] for row in (pair.a, pair.b)} & set(texts)
    assert len(titles) == 2 or heads


def test_that_no_label_of_a_crossing_stands_under_the_weight_now_where_there_is_another_place(
    lines: WeightLines,
):
    for width in range(500, 1_200, 50):
        scene = laid(sensitivity_scene, lines, size=Size(float(width), 330.0))
        upright = next(m for m in some(scene, Rule) if m.role is Role.ACCENT).start[0]
        shares = [m for m in some(scene, Text) if m.style is Style.SMALL_STRONG and m.text.endswith("%")]
        assert shares
        for label in (m for m in shares if not m.text.startswith("now")):
            assert not label.area.x < upright < label.area.right
