"""Workforces of the pack: which figure counts, how others are estimated, and how well."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from advisor import paths
from advisor.datapack.build.sources import Sources
from advisor.datapack.build.workforce import (
    FOUND,
    definition_spread,
    fitted,
    published,
    workforce_model,
)

COLUMNS = ["location_id", "kind", "year", "value", "definition", "quality", "use", "source_id", "note"]


def table(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame([(*row, "people", *rest) for *row, rest in rows], columns=COLUMNS[:9])


FIGURES = table(
    ("A", "services", 2024, 100.0, ("B", "level", "s", "")),
    ("A", "services", 2020, 50.0, ("A", "level", "s", "")),
    ("B", "services", 2020, 200.0, ("B", "level", "s", "")),
    ("B", "services", 2023, 400.0, ("B", "level", "s", "")),
    ("B", "services", 2025, 9_999.0, ("A", "check", "s", "")),
    ("B", "it", 2025, 30.0, ("A", "level", "s", "")),
)


def test_that_quality_counts_before_age_and_checks_never() -> None:
    found = published(FIGURES, "services")
    assert {place: row["value"] for place, row in found.items()} == {"A": 50, "B": 400}
    assert list(published(FIGURES, "it")) == ["B"]


def test_that_the_spread_of_definitions_is_that_of_pairs_of_one_place_and_time() -> None:
    """Both pairs differ by a factor of two: half of log(2) squared, and its root."""
    spread, pairs = definition_spread(FIGURES)
    assert pairs == 2
    assert spread == pytest.approx(math.log(2) / math.sqrt(2))


def test_that_the_line_is_found_again_and_its_error_is_leave_one_out() -> None:
    """Four places on people = 3 x size ^ 0.5: no error. One off the line is judged without itself."""
    sizes = {"A": 100.0, "B": 400.0, "C": 2_500.0, "D": 10_000.0}
    figures = {place: {"size": size} for place, size in sizes.items()}
    exact = {place: 3 * size**0.5 for place, size in sizes.items()}
    line = fitted(exact, figures, ["size"])
    assert line.slopes == pytest.approx((math.log(3), 0.5), abs=1e-5)
    assert line.error == pytest.approx(0, abs=1e-6)
    assert line.at({"size": 900}) == pytest.approx(90, rel=1e-4)
    assert math.isnan(line.at({"size": 0}))
    off = exact | {"D": exact["D"] * 2}
    without = fitted({p: n for p, n in off.items() if p != "D"}, figures, ["size"])
    missed = math.log(off["D"] / without.at(figures["D"]))
    assert missed == pytest.approx(math.log(2), abs=1e-4)
    assert fitted(off, figures, ["size"]).error > 0.2


def test_that_the_shipped_model_says_how_far_off_it_is() -> None:
    model = workforce_model(Sources.open(paths.DATA / "sources"))
    first, *others = model.lines
    assert first.names == ("labour_force", "online", "ict_share", FOUND)
    assert first.count >= 50
    assert math.exp(first.error) < 2.3
    assert first.error < min(line.error for line in (*others, *model.tried))
    assert 0 < model.ratio < 1


def test_that_who_publishes_nothing_is_estimated_below_who_publishes_much() -> None:
    """The count of figures found has a slope of its own, beyond twice its error."""
    line = workforce_model(Sources.open(paths.DATA / "sources")).lines[0]
    at = line.names.index(FOUND) + 1
    assert line.slopes[at] > 2 * line.scatter * math.sqrt(line.inverse[at][at]) > 0
    economy = {"labour_force": 1e7, "online": 80.0, "ict_share": 10.0}
    assert line.at(economy | {FOUND: 1.0}) < line.at(economy | {FOUND: 2.0}) / 2


def test_that_the_interval_grows_away_from_the_places_that_publish() -> None:
    line = workforce_model(Sources.open(paths.DATA / "sources")).lines[0]
    usual = {"labour_force": 1e7, "online": 80.0, "ict_share": 10.0, FOUND: 2.0}
    assert line.error <= line.error_at(usual) < line.error_at(usual | {"online": 5.0, FOUND: 1.0})


def test_that_published_figures_are_kept_and_others_marked_as_estimates() -> None:
    rows = pd.read_csv(paths.DEFAULT_PACK / "workforce.csv").set_index(["location_id", "kind"])
    assert rows.loc[("PHL", "services"), "people"] == 1_900_000
    assert rows.loc[("PHL", "services"), "method"] == "observed"
    assert rows.loc[("BWA", "services"), "method"] == "estimated"
    assert (rows["low"] < rows["people"]).all()
    assert (rows["people"] < rows["high"]).all()
    assert rows.loc[("IND", "it"), "people"] == pytest.approx(
        22_682_855 * workforce_model(Sources.open(paths.DATA / "sources")).ratio, rel=1e-5
    )


def test_that_accounts_of_a_hub_of_networks_are_cut_to_what_its_people_can_have() -> None:
    rows = pd.read_csv(paths.DEFAULT_PACK / "workforce.csv").set_index(["location_id", "kind"])
    for place in ("HKG", "SGP"):
        assert "cut off" in rows.loc[(place, "it"), "note"]
    assert rows["note"].str.contains("cut off").sum() == 2
