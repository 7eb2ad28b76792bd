"""The cost files of the pack: written from the source tables, the same bytes every time."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from advisor.datapack.build.exchange_rates import build_exchange_rates
from advisor.datapack.build.total_cost import build_total_cost
from advisor.datapack.cost_tables import read_parameters, read_rates
from advisor.datapack.problems import Problems

DATA = Path(__file__).parents[2] / "data"
SOURCES = DATA / "sources"


def test_that_the_pack_holds_what_the_sources_give(tmp_path: Path) -> None:
    build_total_cost(SOURCES, tmp_path)
    build_exchange_rates(SOURCES, tmp_path)
    for name in ("tco.csv", "fx.csv"):
        assert (tmp_path / name).read_bytes() == (DATA / "pack" / name).read_bytes(), name


def test_that_the_open_pack_quotes_nobody_and_still_has_every_parameter(tmp_path: Path) -> None:
    build_total_cost(SOURCES, tmp_path, open_only=True)
    parameters = read_parameters(tmp_path, Problems())
    assert parameters is not None
    tiers = {}
    for name in ("sources.csv", "tco_sources.csv"):
        with (SOURCES / name).open(encoding="utf-8", newline="") as handle:
            tiers |= {row["id"]: row["tier"] for row in csv.DictReader(handle)}
    for each in parameters.values():
        assert all(tiers[source] != "quoted" for source in each.source_ids)
        assert bool(each.source_ids) == (each.basis == "source")


def test_that_a_rate_without_a_known_source_is_refused(tmp_path: Path) -> None:
    for name in ("sources.csv", "tco_sources.csv"):
        shutil.copy(SOURCES / name, tmp_path / name)
    table = (SOURCES / "tco_parameters.csv").read_text(encoding="utf-8")
    for broken, message in (
        (table.replace(",source,cio_2003,", ",source,hearsay,"), "names unknown sources: hearsay"),
        (table.replace(",source,cio_2003,", ",source,,"), "must name a source or be an assumption"),
    ):
        (tmp_path / "tco_parameters.csv").write_text(broken, encoding="utf-8")
        with pytest.raises(ValueError, match=message):
            build_total_cost(tmp_path, tmp_path)


def test_that_the_currencies_people_report_in_have_a_rate() -> None:
    rates = read_rates(DATA / "pack", 2025, Problems())
    for code in ("USD", "EUR", "GBP", "INR", "PHP", "TWD"):
        assert rates.rate(code).per_usd > 0.0
    assert rates.rate("EUR").year == 2025
