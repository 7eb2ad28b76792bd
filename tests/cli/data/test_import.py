"""``location-advisor import``: nothing is asked, nothing is guessed; what is wrong ends with 2 and a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.cli.main import main
from advisor.scenario.study.files import read_study

TABLE = "Country,Wifi (Mbit/s)\nPoland,50\nRomania,90\nIndia,70\nWorld,60\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "wifi.csv"
    path.write_text(TABLE)
    return path


def test_a_table_is_taken_into_a_new_study_that_ranks_with_it(table, tmp_path, capsys):
    out = tmp_path / "own.advisor"
    assert main(["import", str(table), "--out", str(out), "--source", "Survey 2026", "--note", "by Ada"]) == 0
    told = capsys.readouterr()
    assert "new criterion Wifi" in told.out
    assert "World" in told.out
    assert "Taken in: 3 figures and 1 new criterion for 3 locations" in told.err
    study = read_study(out)
    assert (study.own.sources[0].title, study.own.sources[0].note) == ("Survey 2026", "by Ada")
    assert [criterion.id for criterion in study.own.criteria] == ["wifi"]
    assert main(["rank", str(out), "--top", "3", "--weight", "wifi=1000"]) == 0


def test_a_study_is_imported_into_and_stays_as_it_was(table, tmp_path):
    first, second = tmp_path / "a.advisor", tmp_path / "b.advisor"
    main(["import", str(table), "--out", str(first)])
    before = first.read_bytes()
    table.write_text("Country,Seats\nPoland,5\n")
    assert main(["import", str(table), "--study", str(first), "--out", str(second)]) == 0
    assert first.read_bytes() == before
    assert [criterion.id for criterion in read_study(second).own.criteria] == ["wifi", "seats"]


def test_names_that_are_not_clear_end_with_two_and_the_options_that_decide(table, tmp_path, capsys):
    table.write_text(TABLE + "Korea,5\nUtopia,6\n")
    out = tmp_path / "own.advisor"
    assert main(["import", str(table), "--out", str(out)]) == 2
    said = capsys.readouterr().err
    assert "'Korea' could mean several locations" in said
    assert '--place "Korea=ID"' in said
    assert not out.exists()
    assert main(["import", str(table), "--out", str(out), "--place", "Korea=KOR", "Utopia="]) == 0
    assert {figure.location for figure in read_study(out).own.figures} == {"POL", "ROU", "IND", "KOR"}
    assert main(["import", str(table), "--out", str(out), "--skip-unknown"]) == 0


def test_checking_writes_nothing(table, tmp_path, capsys):
    assert main(["import", str(table), "--check"]) == 0
    assert "new criterion Wifi" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [table]


def test_a_column_becomes_what_an_option_says(table, tmp_path):
    out = tmp_path / "own.advisor"
    what = (
        'Wifi=new label="Speed at sites" direction=down lower=10 upper=200 '
        "theme=travel weight=3 theme_weight=9"
    )
    assert main(["import", str(table), "--out", str(out), "--column", what]) == 0
    (made,) = read_study(out).own.criteria
    assert (made.label, made.direction, made.lower, made.upper) == ("Speed at sites", "down", 10, 200)
    assert (made.theme, made.theme_label, made.weight, made.theme_weight) == ("travel", "Travel", 3, 9)
    assert main(["import", str(table), "--out", str(out), "--column", "Wifi=internet_users unit=same"]) == 0
    assert {figure.criterion for figure in read_study(out).own.figures} == {"internet_users"}
    assert (
        main(["import", str(table), "--out", str(out), "--column", "Wifi=wage currency=EUR per=month"]) == 0
    )
    assert {wage.currency for wage in read_study(out).own.wages} == {"EUR"}


def test_sites_are_imported(tmp_path):
    path, out = tmp_path / "sites.csv", tmp_path / "own.advisor"
    path.write_text("Site,lat,lon,Rent\nLodz,51.77,19.46,14\n")
    assert main(["import", str(path), "--out", str(out)]) == 0
    assert [(site.name, site.country) for site in read_study(out).own.sites] == [("Lodz", "POL")]
    assert main(["rank", str(out), "--format", "json"]) == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], "Say with --out"),
        (["--out", "x.advisor", "--column", "Wifi"], "is not of the form"),
        (["--out", "x.advisor", "--column", "Wifi=wfi"], "there is no criterion 'wfi'"),
        (["--out", "x.advisor", "--column", "Wifi=new speed=3"], "is not understood"),
        (["--out", "x.advisor", "--column", "Wifi=new lower=9 upper=1"], "must be below"),
        (["--out", "x.advisor", "--column", "Wifi=new lower=low"], "is not a number"),
        (["--out", "x.advisor", "--column", "Wfi=place"], "There is no column 'Wfi'"),
        (["--out", "x.advisor", "--column", "Wifi=rate=none"], "There is no rate 'none'"),
        (["--out", "x.advisor", "--place", "Poland=XYZ"], "There is no location 'XYZ'"),
        (["--out", "x.advisor", "--study", "none.advisor"], "There is no file"),
    ],
)
def test_bad_options_give_one_message_each(table, options, said, capsys):
    assert main(["import", str(table), *options]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("suffix", [".xlsx", ".geojson", ".gpkg"])
def test_an_export_with_its_study_is_no_table(table, few_places, tmp_path, capsys, suffix):
    exported = tmp_path / f"export{suffix}"
    assert main(["export", "--pack", str(few_places), "--out", str(exported)]) == 0
    assert main(["import", str(exported), "--check"]) == 2
    assert "is an export of a study" in capsys.readouterr().err


def test_a_pack_to_begin_with_ranks_at_once_and_is_never_written_over(tmp_path, capsys):
    folder = tmp_path / "mine"
    assert main(["pack", "new", str(folder)]) == 0
    assert main(["pack", "check", str(folder)]) == 0
    assert "no problems" in capsys.readouterr().out
    assert main(["rank", "--pack", str(folder)]) == 0
    assert "East site" in capsys.readouterr().out.partition("Too little")[0]
    assert main(["pack", "new", str(folder)]) == 2
    assert "is not empty" in capsys.readouterr().err
