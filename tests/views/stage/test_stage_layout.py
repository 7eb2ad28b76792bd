"""Large texts stand in lines of about one length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from advisor.views.scene.type_styles import PlainMeasurer, Style, wrapped
from advisor.views.stage.layout import balanced, lines_in

MEASURE = PlainMeasurer(40, 40)
TITLE = "US customer support, 300 people"
WORDS = some.lists(some.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=14).map(" ".join)


@pytest.mark.parametrize("share", [0.95, 0.8, 0.65])
def test_that_no_word_stands_alone_below_a_long_line(share):
    width = share * MEASURE.width(TITLE, Style.TITLE)
    style, natural = lines_in(MEASURE, TITLE, width, 900.0, (Style.TITLE,))
    lines = balanced(MEASURE, natural, TITLE, style, width)
    assert (style, len(lines)) == (Style.TITLE, 2)
    longest, shortest = (end(MEASURE.width(line, style) for line in lines) for end in (max, min))
    assert shortest > 0.55 * longest


@given(text=WORDS, width=some.floats(700.0, 2_000.0))
def test_that_lines_of_one_length_are_as_many_and_say_the_same(text, width):
    style, natural = lines_in(MEASURE, text, width, 9_000.0, (Style.LARGE,))
    lines = balanced(MEASURE, natural, text, style, width)
    assert " ".join(lines) == text
    assert len(lines) == len(wrapped(MEASURE, text, Style.LARGE, width, 99))
    assert all(MEASURE.width(line, Style.LARGE) <= width for line in lines)
