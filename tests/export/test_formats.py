"""Formats of export: found by their suffix, complete, and the same bytes from window and command line."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import geopandas
import pytest
from pypdf import PdfReader
from shapely.geometry import shape

from advisor.cli.main import main
from advisor.datapack.schema import DataPack
from advisor.export.export_format import Files
from advisor.export.progress import unheard
from advisor.export.ranking_csv import ranking_csv
from advisor.export.registry import export_formats, format_of
from advisor.export.subject import Subject
from advisor.export.writing import export_to, subject_for, write_beside
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.embedding import study_in
from advisor.scenario.study.files import read_study
from advisor.ui.map.network_guard import NetworkGuard
from advisor.ui.window import page_printer
from advisor.ui.window.page_printer import print_now
from tests.export.subjects import assessor_of
from tests.printed_pages import texts_of_pages

SUFFIXES = list(dict.fromkeys(each.suffix for each in export_formats()))


@pytest.fixture(scope="module")
def subject(default_pack: DataPack) -> Subject:
    study, assessor = read_study(EXAMPLE_STUDY), assessor_of(default_pack)
    assessment = assessor.assess(study.scenario, study.own)
    return Subject(study, assessment, assessor.cost_model, None, date(2026, 11, 28))


@pytest.fixture(scope="module", autouse=True)
def few_draws() -> Iterator[None]:
    """How sure the ranking is costs the same in every format, and is tested elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("advisor.export.writing.DRAWS_AT_REST", 200)
        yield


@pytest.fixture(scope="module")
def asked_for() -> dict[str, tuple[str, ...]]:
    """What pages asked of the network in vain while they were printed, by the suffix of their file."""
    return {}


@pytest.fixture(scope="module")
def files_of(subject: Subject, asked_for: dict[str, tuple[str, ...]]) -> Callable[[str], Files]:
    """What the format of a suffix makes; each is made once."""

    @cache
    def made(suffix: str) -> Files:
        how = format_of(Path(f"x{suffix}"))
        assert how is not None
        whole = subject_for(how, subject.study, subject.assessment, subject.cost_model, subject.today)
        if how.page is not None:
            guards: list[NetworkGuard] = []
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(
                    page_printer, "NetworkGuard", lambda owner: kept_in(guards, NetworkGuard(owner))
                )
                whole = replace(whole, printed=print_now(how.page(whole, unheard)))
            asked_for[suffix] = guards[0].blocked
        return how.files(whole)

    return made


def kept_in(guards: list[NetworkGuard], guard: NetworkGuard) -> NetworkGuard:
    guards.append(guard)
    return guard


def test_that_every_format_has_a_suffix_a_title_and_a_help_of_its_own() -> None:
    formats = export_formats()
    for part in ("id", "title", "help"):
        assert len({getattr(each, part) for each in formats}) >= len(formats) - (part == "help")
    for suffix in SUFFIXES:
        assert format_of(Path(f"x{suffix}")) is not None
    assert all(each.suffix.startswith(".") for each in formats)
    assert [each.place for each in formats] == sorted(each.place for each in formats)


def test_that_the_suffix_chooses_the_format_whatever_its_capitals() -> None:
    assert format_of(Path("Ranked.CSV")) == format_of(Path("ranked.csv")) is not None
    assert format_of(Path("ranked.doc")) is None
    assert format_of(Path("ranked")) is None


def same(suffix: str, first: bytes, second: bytes) -> bool:
    """Byte by byte; of a PDF, whose objects the browser engine orders as it likes, word by word."""
    return texts_of_pages(first) == texts_of_pages(second) if suffix == ".pdf" else first == second


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_that_the_command_line_writes_byte_for_byte_what_the_window_makes(
    subject: Subject,
    files_of: Callable[[str], Files],
    suffix: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    class Today(date):
        @classmethod
        def today(cls) -> date:  # type: ignore[override]
            return subject.today

    monkeypatch.setattr("advisor.cli.data.export.date", Today)
    out = tmp_path / f"study{suffix}"
    assert main(["export", str(EXAMPLE_STUDY), "--out", str(out)]) == 0
    assert same(suffix, out.read_bytes(), files_of(suffix)[""])
    assert str(out) in capfd.readouterr().out


def test_that_the_report_is_printed_on_pages_that_say_whose_they_are(
    subject: Subject, files_of: Callable[[str], Files], asked_for: dict[str, tuple[str, ...]]
) -> None:
    content = files_of(".pdf")[""]
    assert asked_for[".pdf"] == ()
    pages = texts_of_pages(content)
    for said in ("Recommendation", "What would change it", "Flags", "Next step", "pays for itself", "1 / "):
        assert said in pages[0]
    assert "Ranking" in pages[1].splitlines()  # the page for a board is one page
    name = subject.assessment.scenario.name
    foot = f"{name} \N{MIDDLE DOT} "
    assert all(foot in page and f"{at} / {len(pages)}" in page for at, page in enumerate(pages, start=1))
    metadata = PdfReader(io.BytesIO(content)).metadata
    assert metadata is not None
    assert metadata.title == name


def test_that_an_unknown_suffix_is_refused_with_those_there_are(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(EXAMPLE_STUDY), "--out", str(tmp_path / "x.doc")]) == 2
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert all(suffix in said for suffix in SUFFIXES)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_that_every_export_opens_again_and_ranks_the_same(
    subject: Subject, files_of: Callable[[str], Files], suffix: str, tmp_path: Path
) -> None:
    path = tmp_path / f"study{suffix}"
    write_beside(path, files_of(suffix))
    study = study_in(path)
    assert study == subject.study.made_with(subject.assessment.pack)
    again = Assessor(subject.assessment.pack).assess(study.scenario, study.own).evaluation
    assert again.order.tolist() == subject.assessment.evaluation.order.tolist()
    assert again.scores.tolist() == subject.assessment.evaluation.scores.tolist()


def test_that_the_command_line_ranks_an_export(
    subject: Subject,
    files_of: Callable[[str], Files],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "places.geojson"
    write_beside(path, files_of(".geojson"))
    assert main(["rank", str(path), "--format", "csv"]) == 0
    assert capfd.readouterr().out.encode() == ranking_csv(subject.assessment)


def test_that_places_have_polygons_that_run_as_the_standard_wants(
    subject: Subject, files_of: Callable[[str], Files]
) -> None:
    document = json.loads(files_of(".geojson")[""])
    assert len(document["features"]) == len(subject.assessment.locations)
    assert document["metadata"]["scenario"]["home"] == subject.assessment.scenario.home
    for feature in document["features"]:
        outline = shape(feature["geometry"])
        for polygon in getattr(outline, "geoms", [outline]):
            if polygon.geom_type == "Polygon":
                assert polygon.exterior.is_ccw, feature["id"]
    first = min(
        (f["properties"] for f in document["features"] if f["properties"]["rank"]), key=lambda p: p["rank"]
    )
    leader = subject.assessment.locations[int(subject.assessment.evaluation.order[0])]
    assert first["name"] == leader.name


def test_that_a_geopackage_opens_with_figures_and_what_explains_them(
    subject: Subject, files_of: Callable[[str], Files], tmp_path: Path
) -> None:
    path = tmp_path / "places.gpkg"
    path.write_bytes(files_of(".gpkg")[""])
    places = geopandas.read_file(path, layer="places")
    assert len(places) == len(subject.assessment.locations)
    assert places.crs.to_epsg() == 4326
    evaluation = subject.assessment.evaluation
    ranks = dict(zip(places["id"], places["rank"], strict=True))
    for row in evaluation.order[:20]:
        assert ranks[subject.assessment.locations[row].id] == evaluation.ranks[row]
    about = geopandas.read_file(path, layer="about")
    assert {"pack", "scenario", "weights", "method", "sources", "date", "study"} <= set(about["key"])
    assert {"flags", "coverage", "rank_low", "cost_year_per_fte_usd_likely", "payback_month_high"} <= set(
        places
    )


def test_that_a_file_and_its_companion_are_written_both_or_neither(tmp_path: Path) -> None:
    path = tmp_path / "ranked.csv"
    path.write_bytes(b"old")
    (tmp_path / "ranked.csv.meta.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_beside(path, {"": b"new", ".meta.json": b"{}"})
    assert path.read_bytes() == b"old"
    assert {each.name for each in tmp_path.iterdir()} == {"ranked.csv", "ranked.csv.meta.json"}


def test_that_an_export_names_the_files_that_it_wrote(subject: Subject, tmp_path: Path) -> None:
    how = format_of(Path("x.csv"))
    assert how is not None
    written = export_to(tmp_path / "a.csv", how, subject)
    assert [path.name for path in written] == ["a.csv", "a.csv.meta.json"]
    assert all(path.is_file() for path in written)
