"""Which words have room: lines of a text, and the first of some texts that fits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.views.scene.fitting import first_fitting, in_lines

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=12).map(" ".join)


@given(WORDS, st.integers(0, 30))
def test_that_lines_hold_all_words_in_order_and_none_is_wider_than_the_room_but_a_single_word(text, room):
    lines = in_lines(text, len, room)
    assert " ".join(lines) == text
    assert all(len(line) <= room or " " not in line for line in lines)


@given(WORDS, st.integers(0, 30))
def test_that_no_line_has_room_for_the_word_that_comes_after_it(text, room):
    lines = in_lines(text, len, room)
    for line, after in pairwise(lines):
        assert len(line) + 1 + len(after.split(" ")[0]) > room


@pytest.mark.parametrize(("room", "said"), [(20, "Southern Africa"), (8, "Africa"), (3, "")])
def test_that_the_fullest_text_that_has_room_is_said_and_else_the_last(room, said):
    assert first_fitting(["Southern Africa", "Africa", ""], len, room) == said


def test_that_the_last_text_is_said_where_none_has_room():
    assert first_fitting(["offshore", "off"], len, 1) == "off"
