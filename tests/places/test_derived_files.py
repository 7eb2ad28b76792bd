"""Tables kept between starts: the same figures with and without them, whatever befalls the files."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from advisor.paths import user_folder
from advisor.places import derived_files, timezones
from advisor.places.derived_files import keep_table, package_version, read_table
from advisor.places.holiday_years import _computed, _packed, _unpacked
from advisor.places.timezones import clock_table


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LOCATION_ADVISOR_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_that_a_table_comes_back_as_it_was_kept(folder):
    keep_table("days", ("tzdata",), {"a": [1, "é"]})
    assert read_table("days", ("tzdata",)) == {"a": [1, "é"]}
    assert read_table("nights", ("tzdata",)) == {}
    assert [file.name.startswith("days-") for file in folder.iterdir()] == [True]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"0" * 64 + b"{}", b"\xff\xfe" * 50])
def test_that_a_damaged_table_counts_as_not_there(folder, damage):
    keep_table("days", (), {"a": 1})
    next(folder.iterdir()).write_bytes(damage)
    assert read_table("days", ()) == {}
    keep_table("days", (), {"a": 2})
    assert read_table("days", ()) == {"a": 2}


def test_that_one_changed_letter_is_noticed(folder):
    keep_table("days", (), {"a": "2027-01-01"})
    file = next(folder.iterdir())
    file.write_text(file.read_text().replace("2027", "2028"))
    assert read_table("days", ()) == {}


def test_that_another_version_of_a_package_has_a_table_of_its_own(folder, monkeypatch):
    keep_table("days", ("tzdata",), {"a": 1})
    monkeypatch.setattr(derived_files, "package_version", lambda _package: "0.0")
    assert read_table("days", ("tzdata",)) == {}


def test_that_only_the_last_few_versions_stay(folder, monkeypatch):
    keep_table("days-off", (), {"a": 1})
    for number in range(12):
        monkeypatch.setattr(derived_files, "__version__", str(number))
        keep_table("days", (), {"a": number})
    assert read_table("days", ()) == {"a": 11}
    assert sorted(file.name.rpartition("-")[0] for file in folder.iterdir()) == [*["days"] * 8, "days-off"]


def test_that_versions_are_those_of_the_installed_packages():
    packages = ("babel", "tzdata", "holidays", "pycountry", "numpy", "PySide6")
    assert [package_version(name) for name in packages] == [version(name) for name in packages]


def test_that_a_folder_that_cannot_be_written_to_is_no_problem(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LOCATION_ADVISOR_CACHE", str(tmp_path / "file"))
    keep_table("days", (), {"a": 1})
    assert read_table("days", ()) == {}


def test_that_nothing_is_kept_where_the_user_wants_nothing_kept(monkeypatch):
    monkeypatch.setenv("LOCATION_ADVISOR_CACHE", "")
    assert user_folder("cache") is None
    keep_table("days", (), {"a": 1})
    assert read_table("days", ()) == {}


@pytest.mark.parametrize(
    ("iso3", "year", "part"),
    [("GBR", 2027, "SCT"), ("CHN", 2025, ""), ("IND", 2027, ""), ("UKR", 2024, ""), ("XKX", 2027, "")],
)
def test_that_kept_holidays_are_the_computed_ones(iso3, year, part):
    computed = _computed(iso3, year, part)
    again = _unpacked(iso3, year, _packed(computed))
    assert _packed(again) == _packed(computed)
    assert (again.iso3, again.year, again.note) == (iso3, year, computed.note)


def test_that_kept_clocks_are_the_computed_ones(folder):
    zones = ("Europe/London", "Asia/Kolkata", "Africa/Casablanca", "Australia/Lord_Howe", "UTC")
    timezones._known_steps.cache_clear()
    computed = clock_table.__wrapped__(2027, zones)
    assert [file.name.startswith("clocks-2027-") for file in folder.iterdir()] == [True]
    timezones._known_steps.cache_clear()  # as a start does
    again = clock_table.__wrapped__(2027, zones)
    assert again.row_of == computed.row_of
    assert again.since.tolist() == computed.since.tolist()
    assert again.offset.tolist() == computed.offset.tolist()


def test_that_kept_clocks_are_read_once_whichever_zones_are_asked_for(folder, monkeypatch):
    timezones._known_steps.cache_clear()
    read = []

    def count(name, packages):
        read.append(name)
        return {}

    monkeypatch.setattr(timezones, "read_table", count)
    for zones in (("Europe/London",), ("Europe/London", "Asia/Kolkata"), ("Asia/Kolkata", "UTC")):
        clock_table.__wrapped__(2027, zones)
    assert read == ["clocks-2027"]
    timezones._known_steps.cache_clear()
