"""The charts of certainty by their marks: shares, ranks and weights at their places in their colours."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from advisor.views.certainty.acceptability_scene import LABELLED, SELDOM, acceptability_scene
from advisor.views.certainty.certainty_figures import RankShares, RankTable
from advisor.views.certainty.diagnostics_figures import Diagnostics, Influence, RankSpan
from advisor.views.certainty.influence_scene import influence_scene
from advisor.views.certainty.rank_span_scene import rank_span_scene
from advisor.views.look.theme import DARK
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Bar, Cell, Dot, Mark, Rule, Text
from advisor.views.scene.roles import Role, role_colour
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import PlainMeasurer, Style
from tests.views.look.test_theme import contrast, mixed
from tests.views.scene.collisions import written_box

WIDE, DRAWER = Size(900.0, 330.0), Size(420.0, 200.0)
TABLE = RankTable(
    ("1", "2", "3", "4+"),
    (
        RankShares("a", "Alpha", 1, (0.7, 0.25, 0.047, 0.003), 0.7, 0.997, 1, 3),
        RankShares("b", "Beta", 2, (0.3, 0.4, 0.1, 0.2), 0.3, 0.8, 1, 9),
        RankShares("c", "Gamma", 3, (0.0, 0.004, 0.6, 0.396), 0.0, 0.604, 3, 12),
    ),
    40,
    10_000,
)
SHOWN = Diagnostics(
    pairs=(),
    influences=(
        Influence("Cost", "cost", 0.4, 0.1),
        Influence("Overlap", "time", 0.3, 0.6),
        Influence("Distance", "language", 0.1, -0.05),
    ),
    spans=(
        RankSpan("a", "Alpha", 1, 1, 1, 1, 1, 0.0, 0.0),
        RankSpan("b", "Beta", 2, 1, 12, 1, 5, 0.3, 0.1),
        RankSpan("c", "Gamma", 3, 3, 20, 3, 3, 0.2, 0.0),
    ),
    hanging=2,
    ranked=40,
    incomplete=1,
)
NOTHING = Diagnostics((), (), (), 0, 0, 0)


def laid(make: Callable[..., Scene], *data: object, size: Size = WIDE) -> Scene:
    return make(*data, size, PlainMeasurer())


def some(scene: Scene, kind: type[Mark], role: Role | None = None) -> list[Mark]:
    return [mark for mark in scene.marks if isinstance(mark, kind) and role in (None, mark.role)]


# Ranks ----------------------------------------------------------------------------------------------


def test_that_every_cell_stands_for_its_share_in_its_row_and_column():
    scene = laid(acceptability_scene, TABLE, "Alpha leads.", "", "")
    for row in TABLE.rows:
        cells = [mark for mark in scene.of(row.id) if isinstance(mark, Cell) and not mark.stop]
        assert [cell.values[0] for cell in cells] == list(row.shares)
        assert [cell.said for cell in cells] == [
            TABLE.cell_words(TABLE.rows.index(row), column) for column in range(4)
        ]
        assert [cell.box.x for cell in cells] == sorted(cell.box.x for cell in cells)
        for cell in cells[:-1]:
            assert cell.role is (Role.RAISED if cell.values[0] < SELDOM else Role.HEAT)
        assert cells[-1].role is Role.NOTHING  # many ranks together are no rank
    lines = [mark.area.y for mark in scene.stops]
    assert lines == sorted(lines)
    columns = {round(mark.box.x, 3) for mark in scene.marks if isinstance(mark, Cell) and not mark.stop}
    assert len(columns) == 4


def test_that_shares_that_matter_are_written_in_their_cells():
    scene = laid(acceptability_scene, TABLE, "Alpha leads.", "", "")
    written = [(mark.text, mark.values[0]) for mark in some(scene, Text, Role.ON_HEAT)]
    wanted = [share for row in TABLE.rows for share in row.shares[:-1] if share > LABELLED]
    assert written == [(f"{100 * share:.0f}", share) for share in wanted]


def test_that_a_share_that_rounds_to_less_than_five_in_a_hundred_is_not_written():
    row = replace(TABLE.rows[0], shares=(0.045, 0.0451, 0.047, 0.8629))
    scene = laid(acceptability_scene, replace(TABLE, rows=(row,)), "", "", "")
    assert [mark.text for mark in some(scene, Text, Role.ON_HEAT)] == ["5", "5"]


def test_that_the_rows_selected_and_hovered_are_marked():
    scene = laid(acceptability_scene, TABLE, "", "b", "c")
    rows = {mark.key: mark.area for mark in scene.stops}
    (selected,) = some(scene, Cell, Role.SELECTED)
    (hovered,) = some(scene, Cell, Role.TRACK)
    assert selected.box == rows["b"]
    assert hovered.box == rows["c"]
    assert scene.marked == "b"


def test_that_the_headings_stay_and_stand_over_their_columns():
    scene = laid(acceptability_scene, TABLE, "", "", "")
    heads = {mark.text: mark.box for mark in scene.pinned if isinstance(mark, Text)}
    assert set(TABLE.columns) | {"First", "Top 3", "Ranks"} <= set(heads)
    cells = [mark for mark in scene.of("a") if isinstance(mark, Cell) and not mark.stop]
    for column, cell in zip(TABLE.columns, cells, strict=True):
        assert heads[column].x == pytest.approx(cell.box.x)
    assert scene.pinned_top == scene.pinned[0].bounds.y


def test_that_a_share_is_never_certain_by_rounding():
    texts = [mark.text for mark in some(laid(acceptability_scene, TABLE, "", "", ""), Text)]
    assert [text for text in texts if text.startswith((">", "<"))] != []
    assert "100 %" not in texts


# Weight and influence -------------------------------------------------------------------------------


def test_that_bars_of_weight_and_effect_are_as_long_as_they_are_large():
    scene = laid(influence_scene, SHOWN)
    bars = some(scene, Bar)
    weights = [bar for bar in bars if bar.key == "weight"]
    effects = [bar for bar in bars if bar.key == "effect"]
    assert [bar.values[0] for bar in weights] == [one.weight for one in SHOWN.influences]
    assert [bar.values[0] for bar in effects] == [one.effect for one in SHOWN.influences]
    scales = [bar.box.width / abs(bar.values[0]) for bar in bars]
    assert scales == pytest.approx([scales[0]] * len(scales))
    zero = weights[0].box.x
    for bar in bars:
        assert (bar.box.right if bar.values[0] < 0 else bar.box.x) == pytest.approx(zero)
    assert [bar.theme for bar in effects] == [one.theme for one in SHOWN.influences]
    assert {bar.role for bar in weights} == {Role.QUIET}


def test_that_an_effect_against_the_ranking_is_said():
    stops = laid(influence_scene, SHOWN).stops
    assert "runs against it" in stops[2].said
    assert stops[1].said.startswith("“Overlap” weighs 30 % and makes 60 %")


# Ranks that hang on estimates -----------------------------------------------------------------------


def test_that_spans_reach_from_the_best_to_the_worst_rank():
    scene = laid(rank_span_scene, SHOWN)
    grid = sorted((rule.values[0], rule.start[0]) for rule in some(scene, Rule) if rule.values)
    (first, at_first), (last, at_last) = grid[0], grid[-1]
    one = (at_last - at_first) / (last - first)
    assert one > 0

    def x_of(rank: float) -> float:
        return at_first + (rank - first) * one

    assert [x_of(rank) for rank, _ in grid] == pytest.approx([x for _, x in grid])
    for bar in some(scene, Bar):
        assert (bar.box.x, bar.box.right) == pytest.approx(tuple(map(x_of, bar.values)))
    for dot in some(scene, Dot):
        assert dot.x == pytest.approx(x_of(dot.values[0]))
    assert [dot.key for dot in some(scene, Dot)] == ["a", "b", "c"]


def test_that_missing_figures_have_another_colour_and_thickness_than_estimated_ones():
    bars = [bar for bar in some(laid(rank_span_scene, SHOWN), Bar) if bar.key == "b"]
    assert [(bar.values, bar.role) for bar in bars] == [((1.0, 12.0), Role.GAIN), ((1.0, 5.0), Role.LOSS)]
    assert bars[0].box.height < bars[1].box.height


# All ------------------------------------------------------------------------------------------------


def test_that_without_anything_to_show_it_is_said():
    assert laid(influence_scene, NOTHING).words == "The scores do not differ, so nothing decides."
    assert laid(rank_span_scene, NOTHING).words == "No location is ranked."


@pytest.mark.parametrize("size", [WIDE, DRAWER])
def test_that_rows_follow_each_other_and_marks_have_a_place(size: Size):
    for make, data in (
        (acceptability_scene, (TABLE, "Alpha leads.", "a", "b")),
        (influence_scene, (SHOWN,)),
        (rank_span_scene, (SHOWN,)),
    ):
        scene = laid(make, *data, size=size)
        assert len(scene.stops) == 3
        for before, after in pairwise(scene.stops):
            assert after.area.y >= before.area.bottom - 0.01
        frame = Box(0, 0, size.width, max(size.height, scene.least_height))
        for mark in (*scene.marks, *scene.pinned):
            assert all(math.isfinite(part) for part in mark.bounds)
            assert mark.bounds.within(frame, 2), (make, mark)


MANY = RankTable(
    (*(str(rank) for rank in range(1, 16)), "16+"),
    (
        RankShares("a", "Alpha", 1, (0.46, 0.2, 0.09, 0.05, *[0.02] * 10, 0.0, 0.0), 0.46, 0.75, 1, 14),
        RankShares("b", "Beta", 2, (0.08, 0.07, 0.06, *[0.05] * 12, 0.19), 0.08, 0.2, 1, 19),
    ),
    169,
    2_000,
)


@pytest.mark.parametrize("width", range(300, 1_000, 20))
def test_that_all_shares_worth_a_figure_have_it_or_none_and_the_first_rank_is_named(width: int) -> None:
    scene = acceptability_scene(MANY, "Said.", "a", "", Size(float(width), 300.0), PlainMeasurer())
    told = [mark for mark in scene.marks if isinstance(mark, Text) and mark.role is Role.ON_HEAT]
    assert len(told) in (0, sum(share > LABELLED for row in MANY.rows for share in row.shares[:-1]))
    named = [mark for mark in scene.pinned if isinstance(mark, Text) and mark.text in MANY.columns[:-1]]
    if any(isinstance(mark, Cell) and mark.role is Role.HEAT for mark in scene.marks):
        assert named[0].text == "1"
    else:
        assert named == []
    for one, other in pairwise(named):
        assert one.area.right <= other.area.x + 1


@pytest.mark.parametrize("larger", [1, 2])
def test_that_no_two_ranks_are_named_over_each_other(larger: int) -> None:
    measure = PlainMeasurer(13 * larger, 11 * larger)
    for width in range(280 * larger, 900 * larger, 10):
        scene = acceptability_scene(MANY, "Said.", "a", "", Size(float(width), 300.0), measure)
        texts = [mark for mark in scene.pinned if isinstance(mark, Text)]
        boxes = sorted(written_box(mark, measure) for mark in texts)
        assert all(other.x - one.right >= 3 for one, other in pairwise(boxes)), width


@pytest.mark.parametrize("larger", [1, 2])
def test_that_names_of_the_spans_keep_apart_in_large_type(larger: int) -> None:
    scene = rank_span_scene(SHOWN, Size(500.0, 120.0), PlainMeasurer(13 * larger, 11 * larger))
    names = [
        mark for mark in scene.marks if isinstance(mark, Text) and mark.text in ("Alpha", "Beta", "Gamma")
    ]
    height = PlainMeasurer(13 * larger, 11 * larger).height(Style.SMALL)
    assert all(other.area.y - one.area.y >= height for one, other in pairwise(names))


@pytest.mark.parametrize("larger", [1, 2])
def test_that_the_last_named_rank_keeps_apart_from_those_beyond(larger: int) -> None:
    measure = PlainMeasurer(13 * larger, 11 * larger)
    for width in range(360 * larger, 1400, 10):
        scene = acceptability_scene(MANY, "Said.", "a", "", Size(float(width), 300.0), measure)
        heads = [mark for mark in scene.pinned if isinstance(mark, Text) and mark.text in MANY.columns]
        if heads and heads[-1].text == "16+" and len(heads) > 1:
            before, beyond = (written_box(mark, measure) for mark in heads[-2:])
            assert beyond.x - before.right >= 0.7 * measure.height(Style.SMALL), width


@pytest.mark.parametrize("larger", [1, 2])
def test_that_ranks_too_narrow_to_be_told_apart_are_left_to_the_chances(larger: int) -> None:
    measure = PlainMeasurer(13 * larger, 11 * larger)
    seen = set()
    for width in range(280 * larger, 900 * larger, 10):
        scene = acceptability_scene(MANY, "Said.", "a", "", Size(float(width), 300.0), measure)
        heat = [
            m.box.width for m in scene.marks if isinstance(m, Cell) and m.role in (Role.HEAT, Role.RAISED)
        ]
        assert all(wide + 1 >= 0.3 * measure.height(Style.SMALL) for wide in heat), width
        seen.add(bool(heat))
    assert seen == {False, True}


def test_that_pale_bars_of_weights_stand_out_from_a_dark_panel() -> None:
    weights = [mark for mark in laid(influence_scene, SHOWN).marks if mark.key == "weight"]
    assert weights
    for bar in weights:
        assert isinstance(bar, Bar)
        assert contrast(mixed(role_colour(bar.role, DARK), DARK.panel, bar.opacity), DARK.panel) >= 2.8
