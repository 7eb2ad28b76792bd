"""Headings over narrow columns are read in full, each over its own column, and take little height."""

from __future__ import annotations

import math

import pytest

from advisor.views.scene.box import Box, Size
from advisor.views.scene.headings import Heading, over_columns
from advisor.views.scene.marks import Rule, Text
from advisor.views.scene.scene import Sheet
from advisor.views.scene.type_styles import PlainMeasurer, Style
from tests.views.scene.collisions import colliding_texts, written_box

MEASURE = PlainMeasurer()
LINE = MEASURE.height(Style.SMALL)
LONG = ("Finance", "Operations", "Customer care", "Security and compliance", "Human resources")


def written(*texts: str, wide: float, left: float = 200.0) -> tuple[list[Text], list[Rule], float]:
    """Texts and lines of headings, and how high they are."""
    sheet = Sheet(Size(900.0, 300.0), MEASURE, "")
    columns = [Box(left + at * wide, 40.0, wide, LINE) for at in range(len(texts))]
    heads = [Heading(text, Style.SMALL, column) for text, column in zip(texts, columns, strict=True)]
    bottom = over_columns(sheet, heads, top=40.0)
    rules = [mark for mark in sheet.marks if isinstance(mark, Rule)]
    return [mark for mark in sheet.marks if isinstance(mark, Text)], rules, bottom - 40.0


def test_that_headings_with_room_stand_level_in_the_lines_they_need():
    texts, _, height = written(*LONG, wide=90.0)
    assert " ".join(mark.text for mark in texts) == " ".join(LONG)
    assert len(texts) == len(LONG) + 2
    assert not any(mark.angle for mark in texts)
    assert height == pytest.approx(2 * LINE)


@pytest.mark.parametrize(("wide", "times"), [(20.0, 3), (30.0, 2), (48.0, 2), (48.0, 1)])
def test_that_many_steps_give_way_to_headings_that_are_read_upwards(wide: float, times: int):
    many = LONG * times
    texts, rules, height = written(*many, wide=wide)
    assert {mark.angle for mark in texts} == {90.0}
    assert not rules
    read: list[list[str]] = [[] for _ in many]
    for mark in texts:
        column = int((mark.bounds.centre[0] - 200.0) / wide)
        assert mark.bounds.within(Box(200.0 + column * wide, 40.0, wide, height))
        read[column].append(mark.text)
    assert tuple(map(" ".join, read)) == many
    assert not list(colliding_texts(texts, MEASURE))
    begin = {round(written_box(mark, MEASURE).bottom, 6) for mark in texts}
    assert len(begin) == 1  # just above their columns
    assert begin.pop() < 40.0 + height


def test_that_two_steps_are_not_turned_and_each_is_led_to_its_column():
    texts, rules, height = written("Mean", "Arrepentimiento", "Borda", wide=48.0)
    assert not any(mark.angle for mark in texts)
    assert height == pytest.approx(2 * LINE)
    (long,) = [mark for mark in texts if mark.text == "Arrepentimiento"]
    under, down = rules
    assert under.start[1] == under.end[1] == long.box.bottom  # apart from what stands below it
    assert under.start[0] == pytest.approx(long.box.x)
    assert down.start == under.end
    assert down.end[1] == 40.0 + height


@pytest.mark.parametrize(("first", "angle"), [("Regret", 90.0), ("Arrepentimiento", 0.0)])
def test_that_a_group_is_turned_with_the_other_where_that_costs_no_height(first: str, angle: float):
    sheet = Sheet(Size(900.0, 300.0), MEASURE, "")
    names = (first, *LONG)
    heads = [
        Heading(text, Style.SMALL, Box(200.0 + 38.0 * at, 40.0, 38.0, LINE)) for at, text in enumerate(names)
    ]
    over_columns(sheet, heads[:1], heads[1:], top=40.0)
    texts = [mark for mark in sheet.marks if isinstance(mark, Text)]
    assert texts[0].text == first
    assert texts[0].angle == angle
    assert {mark.angle for mark in texts[1:]} == {90.0}
    assert not list(colliding_texts(texts, MEASURE))


def test_that_headings_that_turned_would_be_much_higher_stay_on_steps():
    one_word = "Unternehmenskommunikation"
    texts, _, height = written(*[one_word] * 3, wide=48.0)
    assert not any(mark.angle for mark in texts)
    assert height < MEASURE.width(one_word, Style.SMALL)


def test_that_a_quarter_of_a_turn_swaps_the_sides_of_a_box():
    box = Box(10.0, 20.0, 60.0, 12.0)
    turned = box.turned(90.0)
    assert turned == pytest.approx(Box(34.0, -4.0, 12.0, 60.0))
    assert turned.turned(90.0) == pytest.approx(box)
    assert box.turned(45.0).width == pytest.approx((60.0 + 12.0) / math.sqrt(2))
    start = Box(10.0, 20.0, 6.0, 12.0)  # of a text in that box: it comes to its lower end
    assert start.turned(90.0, box.centre) == pytest.approx(Box(34.0, 50.0, 12.0, 6.0))
    assert box.turned(0.0) is box
