"""The charts of two scenarios, asserted by their marks."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from advisor.scenario.comparison.explanation import Explanation, explain
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.scenarios.assumption_texts import differences
from advisor.views.scenarios.comparison import ScenarioPair
from advisor.views.scenarios.differences_scene import differences_scene
from advisor.views.scenarios.explanation_scene import explanation_scene
from advisor.views.scenarios.slope_scene import slope_scene
from advisor.views.scene.box import Size
from advisor.views.scene.marks import Bar, Line, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.type_styles import PlainMeasurer, Style

MEASURE = PlainMeasurer()


@pytest.fixture(scope="module")
def pair(assessor: Assessor) -> ScenarioPair:
    first = replace(default_scenario(assessor.pack), name="Base")
    second = replace(first, name="German", home="DEU", theme_weights={"people": 60.0, "cost": 40.0})
    return ScenarioPair(assessor.assess(first), assessor.assess(second))


@pytest.fixture(scope="module")
def found(assessor: Assessor, pair: ScenarioPair) -> Explanation:
    return explain(assessor.assess, assessor.pack, pair.a.scenario, pair.b.scenario)


@pytest.mark.parametrize("width", [280.0, 560.0, 1200.0])
def test_that_a_line_leads_from_each_rank_to_the_other(pair: ScenarioPair, width: float) -> None:
    scene = slope_scene(pair, "DEU", Size(width, 600.0), MEASURE)
    lines = [mark for mark in scene.marks if isinstance(mark, Line)]
    assert {line.key: line.values for line in lines} == {row.id: (row.a, row.b) for row in pair.rows}
    assert len(scene.stops) == len(pair.rows)
    starts = {line.key: line.points[0][1] for line in lines}
    order = sorted(pair.rows, key=lambda row: starts[row.id])
    ranks = [row.a or 10_000 for row in order]
    assert ranks == sorted(ranks)
    assert lines[-1].key == "DEU"  # on top of the others
    assert all(mark.bounds.right <= width for mark in scene.marks if isinstance(mark, Text))


def test_that_lines_grow_no_longer_on_a_wall(pair: ScenarioPair) -> None:
    def spans(width: float) -> set[float]:
        scene = slope_scene(pair, "DEU", Size(width, 600.0), MEASURE)
        points = [mark.points for mark in scene.marks if isinstance(mark, Line)]
        return {right[0] - left[0] for left, right in points}

    (narrow,), (wide,), (wall,) = spans(700.0), spans(1_600.0), spans(3_400.0)
    assert narrow < wide == wall < 1_000


def test_that_names_of_a_side_never_overlap(pair: ScenarioPair) -> None:
    scene = slope_scene(pair, "", Size(500.0, 600.0), MEASURE)
    texts = [mark.box for mark in scene.marks if isinstance(mark, Text)]
    for at, box in enumerate(texts):
        assert not any(box.inset(1, 2, 1, 2).meets(other) for other in texts[at + 1 :])


def test_that_names_are_smaller_before_they_are_shortened(pair: ScenarioPair) -> None:
    names, styles = {row.name for row in pair.rows}, set()
    for width in range(420, 800, 20):
        scene = slope_scene(pair, "DEU", Size(float(width), 600.0), MEASURE)
        written = [mark for mark in scene.marks if isinstance(mark, Text) and mark.text in names]
        assert len(written) == 2 * len(names), width
        styles |= {mark.style for mark in written}
    assert styles == {Style.PLAIN, Style.STRONG, Style.SMALL, Style.SMALL_STRONG}


def test_that_the_table_has_a_line_for_each_difference(pair: ScenarioPair) -> None:
    rows = differences(pair.a.pack, pair.a.scenario, pair.b.scenario)
    scene = differences_scene(rows, pair.names, Size(500.0, 300.0), MEASURE)
    assert [stop.key for stop in scene.stops] == [row.label for row in rows]
    assert scene.sentence == f"“Base” and “German” differ in {len(rows)} assumptions."
    assert len(scene.table.splitlines()) == len(rows) + 1


@pytest.mark.parametrize("width", [500.0, 900.0, 3_000.0])
def test_that_what_differs_stands_side_by_side_in_a_wide_window_too(pair: ScenarioPair, width: float) -> None:
    rows = differences(pair.a.pack, pair.a.scenario, pair.b.scenario)
    scene = differences_scene(rows, pair.names, Size(width, 300.0), MEASURE)
    texts = [mark for mark in scene.marks if isinstance(mark, Text) and mark.style is Style.PLAIN]
    cells = [mark for mark in texts if mark.text != scene.sentence]
    assert max(mark.box.x for mark in cells) < 700
    assert not [mark.text for mark in texts if mark.text.endswith("\N{HORIZONTAL ELLIPSIS}")]


def test_that_equal_scenarios_say_so(pair: ScenarioPair) -> None:
    scene = differences_scene((), pair.names, Size(500.0, 300.0), MEASURE)
    assert scene.is_empty
    assert scene.words == "“Base” and “German” assume the same."


def test_that_each_bar_of_the_way_ends_where_the_next_begins(
    assessor: Assessor, pair: ScenarioPair, found: Explanation
) -> None:
    scene = explanation_scene(
        assessor.pack, found, pair.a.scenario, pair.b.scenario, Size(640.0, 300.0), MEASURE
    )
    bars = [mark for mark in scene.marks if isinstance(mark, Bar) and len(mark.values) == 2]
    assert bars[0].values[0] == found.distance
    assert bars[-1].values[1] == 0
    for before, after in pairwise(bars):
        assert before.values[1] == after.values[0]
        assert before.box.x == pytest.approx(after.box.right, abs=1.0)
    (whole,) = [mark for mark in scene.marks if isinstance(mark, Bar) and len(mark.values) == 1]
    assert whole.role is Role.WHOLE  # the whole difference is data, no empty track
    assert len(scene.stops) == len(found.steps) + 2
    assert "explains" in scene.stops[1].words


def test_that_nothing_of_the_explanation_is_shortened_where_there_is_little_room(
    assessor: Assessor, found: Explanation, pair: ScenarioPair
) -> None:
    a = replace(pair.a.scenario, name="A scenario with a name of many words")
    b = pair.b.scenario
    told = explain(assessor.assess, assessor.pack, a, b)
    for size in (Size(360.0, 400.0), Size(700.0, 400.0)):
        scene = explanation_scene(assessor.pack, told, a, b, size, MEASURE)
        texts = [mark for mark in scene.marks if isinstance(mark, Text)]
        assert not [mark.text for mark in texts if mark.text.endswith("\N{HORIZONTAL ELLIPSIS}")]
        assert all(mark.box.right <= size.width for mark in texts)


def test_that_headings_of_the_explanation_stand_over_what_they_name(
    assessor: Assessor, pair: ScenarioPair, found: Explanation
) -> None:
    for width in (480.0, 640.0, 900.0):
        scene = explanation_scene(
            assessor.pack, found, pair.a.scenario, pair.b.scenario, Size(width, 300.0), MEASURE
        )
        texts = [mark for mark in scene.marks if isinstance(mark, Text)]
        head = next(mark for mark in texts if mark.text == "Leader then")
        leaders = {assessor.pack.location(step.leader).name for step in found.steps}
        right = [mark for mark in texts if mark.text in leaders and mark.area.x > width / 2]
        assert {mark.area.x for mark in right} == {head.area.x}


def test_that_shares_stand_under_a_heading_that_says_what_they_are(
    assessor: Assessor, pair: ScenarioPair, found: Explanation
) -> None:
    size = Size(640.0, 300.0)
    scene = explanation_scene(assessor.pack, found, pair.a.scenario, pair.b.scenario, size, MEASURE)
    texts = [mark for mark in scene.marks if isinstance(mark, Text)]
    shares = [mark for mark in texts if mark.text.endswith("%")]
    (head,) = [mark for mark in texts if mark.text == "Explains"]
    assert len(shares) == len(found.steps)
    assert {mark.area.right for mark in (head, *shares)} == {head.area.right}
