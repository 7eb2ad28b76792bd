from __future__ import annotations

import numpy as np

from advisor.places.affinity import Tie, TieTable

TABLE = TieTable(
    [
        Tie("GBR", "IRL", contiguous=True, common_official_language=True, common_spoken_language=True,
            colonial_tie=True, same_country_once=True),
        Tie("IND", "GBR", common_official_language=True, colonial_tie=True),
        Tie("KEN", "IND", common_official_language=True, common_coloniser=True),
        Tie("AUT", "CHE", common_spoken_language=True, contiguous=True),
    ],
    dict.fromkeys(["GBR", "IRL", "IND", "KEN"], "english") | {"AUT": "german", "CHE": "german"},
    unknown=["MNE"],
)  # fmt: skip


def test_that_everything_shared_is_a_full_score() -> None:
    ireland = TABLE.between("GBR", "IRL")
    assert ireland.value == 100
    assert ireland.method == "observed"
    assert "common border" in ireland.reasons


def test_that_points_add_up_and_are_named() -> None:
    assert TABLE.between("GBR", "IND").value == 25 + 50
    assert TABLE.between("IND", "KEN").value == 13 + 50
    assert TABLE.between("AUT", "CHE").value == 25 + 50
    assert "same legal origin (German law)" in TABLE.between("AUT", "CHE").reasons


def test_that_a_shared_language_is_no_affinity() -> None:
    """Language has criteria of its own and is not counted twice."""
    with_language = Tie("AUT", "DEU", common_official_language=True, common_spoken_language=True)
    assert TieTable([with_language], {"AUT": "german", "DEU": "french"}).between("AUT", "DEU").value == 0


def test_that_affinity_is_mutual_and_full_at_home() -> None:
    assert TABLE.between("IND", "GBR") == TABLE.between("GBR", "IND")
    assert TABLE.between("MNE", "MNE").value == 100


def test_that_no_tie_is_a_known_zero() -> None:
    stranger = TABLE.between("KEN", "CHE")
    assert (stranger.value, stranger.method) == (0, "observed")


def test_that_unknown_ties_stay_unknown() -> None:
    for pair in (("GBR", "MNE"), ("MNE", "GBR")):
        assert np.isnan(TABLE.between(*pair).value)
        assert TABLE.between(*pair).method == "unknown"


def test_that_an_unknown_legal_origin_leaves_a_range() -> None:
    some = TABLE.between("GBR", "XYZ")
    assert (some.value, some.low, some.high, some.method) == (25, 0, 50, "estimated")


def test_that_all_locations_are_scored_at_once() -> None:
    all_of_them = TABLE.from_home("GBR", ["IRL", "MNE", "GBR", "IND"])
    assert all_of_them.value.tolist()[0] == 100
    assert np.isnan(all_of_them.value[1])
    assert all_of_them.methods == ("observed", "unknown", "observed", "observed")
    assert all_of_them.details[3].value == all_of_them.value[3] == 75
