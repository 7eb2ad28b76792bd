from __future__ import annotations

import pytest

from advisor.places.collaborations import Collaboration, CollaborationTable
from advisor.places.workforce import room_percent

TABLE = CollaborationTable(
    [Collaboration("A", "B", 3_000), Collaboration("B", "C", 1_000), Collaboration("A", "D", 9_800)]
)


def test_that_a_hundred_thousand_people_are_eleven_times_a_workforce_of_nine_thousand() -> None:
    assert room_percent(100_000, 9_000) == pytest.approx(1111.11, abs=0.01)
    assert room_percent(9, 9_000) == pytest.approx(0.1)


def test_that_ties_are_the_share_of_what_a_place_does_with_others() -> None:
    """B works 3,000 times with A and 1,000 times with C; A 3,000 of 12,800 with B."""
    assert TABLE.with_home("A", "B").percent == 75
    assert TABLE.with_home("B", "A").percent == pytest.approx(100 * 3_000 / 12_800)


def test_that_a_pair_too_small_to_be_published_is_taken_as_half_of_the_least() -> None:
    """C and A: at most 400 a year, so 200 beside C's 1,000."""
    found = TABLE.with_home("A", "C")
    assert not found.published
    assert found.percent == pytest.approx(100 * 200 / 1_200)
    assert (found.low, found.high) == (0, pytest.approx(100 * 400 / 1_400))


def test_that_home_is_all_its_own_and_strangers_are_unknown() -> None:
    assert TABLE.with_home("A", "A").percent == 100
    assert TABLE.with_home("A", "Z") is None
    assert TABLE.with_home("Z", "A") is None
