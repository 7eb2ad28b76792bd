"""No line ends between what is read in one go."""

from __future__ import annotations

import pytest

from advisor.views.scene.fitting import in_lines
from advisor.words.unbroken import broken, unbroken


@pytest.mark.parametrize(
    "together",
    [
        "16 %",
        "1.0 %",
        "5\N{EN DASH}16 %",
        "6.1\N{EN DASH}8.4 m",
        "289 bn",
        "29 k",
        "6 h 36",
        "4 h",
        "USD 70 k",
        "< 1 %",
    ],
)
def test_that_a_figure_and_its_unit_are_one_word(together: str) -> None:
    text = f"as much as {together}, or more"
    assert " " not in unbroken(text).split("as much as ")[1].split(", or")[0]
    assert broken(unbroken(text)) == text


@pytest.mark.parametrize(
    "apart", ["12 months", "300 people", "2027 Monday", "a m", "5 more", "9 KMX", "ranks 3 highest"]
)
def test_that_other_words_may_stand_on_two_lines(apart: str) -> None:
    assert unbroken(apart) == apart


def test_that_a_line_is_ended_before_a_figure_whose_unit_has_no_room() -> None:
    assert in_lines("all of it comes to USD 6.1 m", len, 26) == ["all of it comes to", "USD 6.1 m"]
    assert in_lines("instead of 1.0 %.", len, 15) == ["instead of", "1.0 %."]
