"""The charts of a room, by their marks."""

from __future__ import annotations

import pytest

from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Stakeholder
from advisor.views.people.people_figures import group_figures
from advisor.views.people.ranks_scene import TOP, ranks_scene
from advisor.views.people.weights_scene import weights_scene
from advisor.views.scene.box import Size
from advisor.views.scene.marks import Dot, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.type_styles import PlainMeasurer

CRITERIA = "id,theme,direction,lower,upper,theme_weight\nprice,cost,down,0,100,50\nskill,talent,up,0,10,50\n"
VALUES = (
    "location_id,criterion_id,value\na,price,0\na,skill,0\nb,price,100\nb,skill,10\nc,price,40\nc,skill,7\n"
)
SIZE = Size(700.0, 320.0)


@pytest.fixture
def figures(write_pack):
    assessment = Assessor(load_pack(write_pack(criteria=CRITERIA, values=VALUES))).assess(Scenario())

    def make(*costs: float):
        people = [
            Stakeholder(f"P{at}", theme_weights={"cost": float(cost), "talent": 100.0 - cost})
            for at, cost in enumerate(costs, start=1)
        ]
        return group_figures(assessment, people)

    return make


def test_that_every_person_has_a_dot_on_every_theme_and_the_group_a_bar(figures):
    scene = weights_scene(figures(80, 20, 50), SIZE, PlainMeasurer())
    for theme, shares in (("cost", (0.8, 0.2, 0.5)), ("talent", (0.2, 0.8, 0.5))):
        assert [scene.of(f"{theme}/P{k}")[0].values[0] for k in (1, 2, 3)] == pytest.approx(shares)
        assert scene.of(f"{theme}/group")[0].values == pytest.approx((0.5,))
    xs = [scene.of(f"cost/P{k}")[0].x for k in (2, 3, 1)]
    assert xs == sorted(xs)
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1])
    assert "P1 gives “Cost” 80 %" in [mark.words for mark in scene.stops]


@pytest.mark.parametrize("count", [2, 3, 9])
def test_that_dots_of_the_same_weight_cover_each_other_nowhere(figures, count):
    scene = weights_scene(figures(*[40] * count), SIZE, PlainMeasurer())
    dots = [mark for mark in scene.marks if isinstance(mark, Dot) and mark.key.startswith("cost/")]
    assert len(dots) == count
    for at, one in enumerate(dots):
        for other in dots[at + 1 :]:
            apart = max(abs(one.x - other.x), abs(one.y - other.y))
            assert apart >= 2 * one.radius - 0.02


@pytest.mark.parametrize("height", [120.0, 400.0])
def test_that_who_is_who_is_said_before_the_rows(figures, height):
    """In a low chart the last row is scrolled away, and what explains all of them must not be."""
    scene = weights_scene(figures(80, 20, 50), Size(SIZE.width, height), PlainMeasurer())
    key = next(mark for mark in scene.marks if isinstance(mark, Text) and mark.text.startswith("1 P1"))
    assert key.box.bottom <= min(mark.y - mark.radius for mark in scene.marks if isinstance(mark, Dot))


def test_that_rows_are_so_high_that_two_dots_of_one_weight_stand_on_it(figures):
    low = weights_scene(figures(40, 40, 90), Size(SIZE.width, 0.0), PlainMeasurer())
    scene = weights_scene(figures(40, 40, 90), Size(SIZE.width, low.least_height), PlainMeasurer())
    one, other, apart = (scene.of(f"cost/P{k}")[0] for k in (1, 2, 3))
    assert one.x == other.x
    assert abs(one.y - other.y) == pytest.approx(2 * one.radius)
    assert apart.y == pytest.approx((one.y + other.y) / 2)
    rest = [mark.y for mark in scene.marks if isinstance(mark, Dot) and mark.key.startswith("talent/")]
    assert min(one.y, other.y) - max(rest) >= 2 * one.radius - 0.02
    assert scene.least_height >= max(mark.y + mark.radius for mark in scene.marks if isinstance(mark, Dot))


def test_that_rankings_stand_side_by_side(figures):
    """Ann 80 20 62, Bob 20 80 68, Cy 50 50 65: ranks of Gamma 2, 2, 1; by all three methods 1."""
    scene = ranks_scene(figures(80, 20, 50), "c", SIZE, PlainMeasurer())
    assert scene.of("c")[0].values == (1, 1, 1, 2, 2, 1)
    assert scene.of("a")[0].values == (2, 2, 2, 1, 3, 2)
    assert scene.marked == "c"
    assert scene.table.split("\n")[0] == "Location\tMean\tBorda\tRegret\tP1\tP2\tP3"
    assert scene.table.split("\n")[1].startswith("Gamma\t1\t1\t1\t2\t2\t1")


def test_that_the_best_of_the_group_stands_above_and_ranks_under_whose_they_are(figures):
    scene = ranks_scene(figures(80, 30, 50), "", SIZE, PlainMeasurer())
    rows = sorted((mark for mark in scene.stops if mark.key), key=lambda mark: mark.area.y)
    assert [row.values[0] for row in rows] == [1, 2, 3]
    heads = sorted((mark for mark in scene.stops if not mark.key), key=lambda mark: mark.box.x)
    assert [head.words.partition(":")[0] for head in heads] == scene.table.split("\n")[0].split("\t")[1:]
    texts = [mark for mark in scene.marks if isinstance(mark, Text)]
    for row in rows:
        ranks = [mark for mark in texts if mark.role is Role.ON_HEAT and mark.box.within(row.area)]
        assert [float(mark.text) for mark in ranks] == list(row.values)
        assert [mark.box.x for mark in ranks] == pytest.approx([head.box.x for head in heads])
        (name,) = [mark for mark in texts if mark.role is Role.TEXT and mark.box.within(row.area)]
        assert row.words.startswith(f"{name.text}: ")


def test_that_a_better_rank_has_more_heat_and_the_first_all_of_it(figures):
    scene = ranks_scene(figures(80, 30, 50), "", SIZE, PlainMeasurer())
    for row in (mark for mark in scene.stops if mark.key):
        cells = [mark for mark in scene.of(row.key) if mark.role is Role.HEAT]
        texts = [mark for mark in scene.marks if mark.role is Role.ON_HEAT and mark.box.within(row.area)]
        heats = [1 - (rank - 1) / TOP for rank in row.values]
        assert [mark.values[0] for mark in cells] == [mark.values[0] for mark in texts]
        assert [mark.values[0] for mark in cells] == pytest.approx(heats)
        assert [mark.box for mark in cells] == [mark.box for mark in texts]


def test_that_rows_of_ranks_are_lower_where_room_is_scarce_and_no_room_is_left_over(figures):
    tall = ranks_scene(figures(80, 20, 50), "", Size(700.0, 900.0), PlainMeasurer())
    low = ranks_scene(figures(80, 20, 50), "", Size(700.0, tall.least_height), PlainMeasurer())

    def rows(scene):
        return [mark for mark in scene.stops if mark.key]

    assert rows(low)[0].area.height < rows(tall)[0].area.height
    spare = low.size.height - rows(low)[-1].area.bottom
    assert 0 <= spare < rows(low)[0].area.height


def test_that_marks_stay_inside_and_texts_in_their_boxes(figures):
    for make in (
        lambda: weights_scene(figures(*range(5, 95, 7)), SIZE, PlainMeasurer()),
        lambda: ranks_scene(figures(80, 20, 50), "", SIZE, PlainMeasurer()),
    ):
        scene = make()
        for mark in scene.marks:
            if isinstance(mark, Text):
                assert mark.box.x >= 0
                assert mark.box.right <= SIZE.width + 0.5


def test_that_of_a_hundred_people_as_many_are_shown_as_there_is_room_for(figures):
    crowd = figures(*[at % 97 for at in range(100)])
    scene = ranks_scene(crowd, "", SIZE, PlainMeasurer())
    assert "no room for" in scene.sentence
    assert len(scene.table.split("\n")[0].split("\t")) == 104
    scene = weights_scene(crowd, SIZE, PlainMeasurer())
    assert sum(isinstance(mark, Dot) for mark in scene.marks) == 200


@pytest.mark.parametrize("width", [320.0, 420.0, 900.0])
def test_that_headings_are_read_in_full_over_columns_however_narrow(figures, width):
    assessment = figures(80, 20, 50).assessment
    names = ("Finance", "Security and compliance", "Operations", "Human resources")
    people = [
        Stakeholder(name, theme_weights={"cost": 20.0 * at, "talent": 100.0 - 20.0 * at})
        for at, name in enumerate(names, start=1)
    ]
    scene = ranks_scene(group_figures(assessment, people), "", Size(width, 400.0), PlainMeasurer())
    texts = [mark for mark in scene.marks if isinstance(mark, Text)]
    words = {word for mark in texts for word in mark.text.split()}
    assert words >= {word for name in names for word in name.split()}
    boxes = [mark.bounds for mark in texts]
    assert all(box.x >= 0 and box.right <= width + 1 for box in boxes)
    for at, box in enumerate(boxes):
        assert not any(box.inset(1, 1, 1, 1).meets(other.inset(1, 1, 1, 1)) for other in boxes[at + 1 :])
