"""What is said about how sure a rank is."""

from __future__ import annotations

import pytest

from advisor.views.certainty.certainty_texts import standing_text


@pytest.mark.parametrize(
    ("first", "ends", "expected"),
    [
        (
            0.9,
            (1, 2),
            "Poland is first in 90 % of plausible weightings; "
            "nine times out of ten it is between rank 1 and rank 2 of 2.",
        ),
        (
            0.002,
            (2, 2),
            "Poland is first in under 1 % of plausible weightings; "
            "nine times out of ten it is at rank 2 of 2.",
        ),
        (0.0, (2, 2), "Poland is never first; nine times out of ten it is at rank 2 of 2."),
        (
            0.0,
            (1, 2),
            "Poland is never first; nine times out of ten it is between rank 1 and rank 2 of 2.",
        ),
        (0.0, (0, 0), "Poland is not ranked."),
    ],
)
def test_that_the_sentence_says_first_and_interval(
    first: float, ends: tuple[int, int], expected: str
) -> None:
    assert standing_text("Poland", first, ends, 2) == expected
