"""Axes: a label is the number it stands at, and labels do not run into each other."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advisor.views.scene.box import Box
from advisor.views.scene.placement import Course, first_free, spread
from advisor.views.scene.scales import LogScale, Scale, log_ticks, ticks
from advisor.views.scene.type_styles import PlainMeasurer, Style, fitted, wrapped
from advisor.words.formatting import axis_texts
from advisor.words.locale import THOUSANDS

UNITS = {" bn": 1e9, " m": 1e6, " k": 1e3, "": 1.0}
ends = st.floats(-1e9, 1e9)


def number_of(text: str) -> float:
    """What a label says."""
    unit = next(unit for unit in UNITS if text.endswith(unit))
    return float(text.removesuffix(unit).replace("\N{MINUS SIGN}", "-").replace(THOUSANDS, "")) * UNITS[unit]


def test_that_a_scale_runs_from_its_start_to_its_end():
    scale = Scale(0.0, 10.0, 100.0, 0.0)
    assert [scale.at(value) for value in (0.0, 5.0, 10.0)] == [100.0, 50.0, 0.0]
    assert scale.value(25.0) == 7.5


def test_that_equal_ratios_take_equal_room_on_a_log_scale():
    scale = LogScale(10.0, 1000.0, 0.0, 100.0)
    assert [scale.at(value) for value in (10.0, 100.0, 1000.0)] == pytest.approx([0.0, 50.0, 100.0])
    assert log_ticks(10.0, 100.0) == [10.0, 20.0, 50.0, 100.0]


def test_that_half_steps_keep_their_decimals():
    assert axis_texts([10.0, 12.5, 15.0, 17.5]) == ["10.0", "12.5", "15.0", "17.5"]
    assert axis_texts([0.0, 12_500.0, 25_000.0]) == ["0", "12.5 k", "25.0 k"]
    assert axis_texts([-5e6, 0.0, 5e6]) == ["\N{MINUS SIGN}5 m", "0", "5 m"]
    assert axis_texts([]) == []


@given(ends, ends, st.integers(1, 12))
def test_that_every_label_is_the_number_it_stands_at(first: float, second: float, most: int):
    low, high = sorted((first, second))
    assume(high - low > max(1e-3, 1e-4 * max(abs(low), abs(high))))
    marks = ticks(low, high, most)
    assert len(marks) <= most
    for mark, text in zip(marks, axis_texts(marks), strict=True):
        assert math.isclose(number_of(text), mark, rel_tol=1e-6, abs_tol=1e-6 * max(map(abs, marks)))
    assert len(set(axis_texts(marks))) == len(marks)


def test_that_ranks_are_named_by_whole_numbers_only():
    assert all(mark == int(mark) for mark in ticks(1.0, 6.0, 9, whole=True))
    assert ticks(3.0, 3.0, 5) == []


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(1, 60)), max_size=8))
def test_that_spread_labels_keep_their_order_and_never_overlap(wanted: list[tuple[float, float]]):
    ordered = sorted(wanted)
    sizes = [size for _, size in ordered]
    starts = spread([middle for middle, _ in ordered], sizes, 0.0, 500.0)
    placed = list(zip(starts, sizes, strict=True))
    for (left, size), (following, _) in pairwise(placed):
        assert following >= left + size - 1e-6


def test_that_a_label_keeps_off_lines_and_other_labels():
    line = [Course([(0.0, 50.0), (40.0, 50.0), (100.0, 50.0)], 4.0)]
    choices = [Box(10, 45, 30, 10), Box(10, 30, 30, 10)]
    assert first_free(choices, Box(0, 0, 100, 100), line) == choices[1]
    assert first_free(choices, Box(0, 0, 20, 100), line) is None


def test_that_a_text_is_shortened_to_its_room_and_wrapped_with_its_percent_sign():
    measure = PlainMeasurer()
    text = "Governance and vendor management take back 40 % of the saving"
    for width in (0.0, 20.0, 80.0, 200.0, 900.0):
        short = fitted(measure, text, Style.PLAIN, width)
        assert measure.width(short, Style.PLAIN) <= width or not short
    lines = wrapped(measure, text, Style.PLAIN, 150.0, 3)
    assert len(lines) <= 3
    assert all(measure.width(line, Style.PLAIN) <= 150.0 for line in lines)
    for width in range(20, 600):
        assert not any(line.endswith("40") for line in wrapped(measure, text, Style.PLAIN, width, 30))
