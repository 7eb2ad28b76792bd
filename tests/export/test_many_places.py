"""Exports of thousands of places tell how far they are, can be given up, and leave nothing out."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from advisor.costs.uncertainty import DEFAULT_DRAWS
from advisor.datapack.loading import load_pack
from advisor.export.export_format import ExportFormat
from advisor.export.registry import export_formats, format_of
from advisor.export.scenario_costs import cost_draws
from advisor.export.subject import Subject
from advisor.export.writing import DRAWS_OF_MANY, export_draws, export_to, subject_for
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study

COUNT = 5_000
FEWER = 400  # for what takes a spreadsheet's library long
QUICK = [each for each in export_formats() if each.suffix in (".csv", ".geojson")]


class GivenUpError(Exception):
    """Nobody wants the export any more."""


def subject_of(count: int, folder: Path) -> Subject:
    """So many places, two criteria, one figure in eleven unknown."""
    criteria = "id,theme,direction,lower,upper\nquality,good,up,0,100\nprice,money,down,0,100\n"
    places = "".join(f"p{i},Place {i},r{i % 9}\n" for i in range(count))
    figures = "".join(
        f"p{i},{name},{(i * step) % 101}\n"
        for name, step in (("quality", 37), ("price", 53))
        for i in range(count)
        if i % 11 or name == "price"
    )
    (folder / "criteria.csv").write_text(criteria, encoding="utf-8")
    (folder / "locations.csv").write_text(f"id,name,region\n{places}", encoding="utf-8")
    (folder / "values.csv").write_text(f"location_id,criterion_id,value\n{figures}", encoding="utf-8")
    pack = load_pack(folder)
    study = default_study(pack)
    assessment = Assessor(pack).assess(study.scenario, study.own)
    return Subject(study, assessment, None, None, date(2026, 11, 28))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """Five thousand places."""
    return subject_of(COUNT, tmp_path_factory.mktemp("many"))


@pytest.fixture(scope="module")
def fewer(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """Some hundred."""
    return subject_of(FEWER, tmp_path_factory.mktemp("fewer"))


@pytest.mark.parametrize("how", QUICK, ids=[each.id for each in QUICK])
def test_that_an_export_of_many_places_tells_how_far_it_is(many: Subject, how: ExportFormat) -> None:
    told: list[float] = []
    content = how.files(many, told.append)[""]
    assert len(told) > 50
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 1
    assert len(content) > COUNT


@pytest.mark.parametrize("how", QUICK, ids=[each.id for each in QUICK])
def test_that_an_export_that_is_given_up_leaves_no_file(
    many: Subject, how: ExportFormat, tmp_path: Path
) -> None:
    def stop(part: float) -> None:
        if part > 0.3:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        export_to(tmp_path / f"x{how.suffix}", how, many, stop)
    assert list(tmp_path.iterdir()) == []


def test_that_a_workbook_tells_how_far_it_is_and_can_be_given_up(fewer: Subject, tmp_path: Path) -> None:
    how = format_of(Path("x.xlsx"))
    assert how is not None
    told: list[float] = []

    def stop(part: float) -> None:
        told.append(part)
        if part > 0.5:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        export_to(tmp_path / "x.xlsx", how, fewer, stop)
    assert list(tmp_path.iterdir()) == []
    assert len(told) > 50
    assert told == sorted(told)


def test_that_many_places_are_ranked_in_fewer_draws_and_counting_can_be_given_up(many: Subject) -> None:
    assert export_draws(1_000) > export_draws(1_001) == DRAWS_OF_MANY
    how = format_of(Path("x.csv"))
    assert how is not None

    def stop(_part: float) -> None:
        raise GivenUpError

    with pytest.raises(GivenUpError):
        subject_for(how, many.study, many.assessment, None, many.today, stop)


def test_that_a_workbook_of_very_many_figures_has_a_row_a_place_and_says_how_each_is_known(
    fewer: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor.export.workbook.data_sheets._MOST_ROWS", FEWER)
    how = format_of(Path("x.xlsx"))
    assert how is not None
    book = load_workbook(io.BytesIO(how.files(fewer)[""]), read_only=True)
    figures = list(book["Figures"].iter_rows(min_row=4, values_only=True))
    known = list(book["How known"].iter_rows(min_row=4, values_only=True))
    assert len(figures) == len(known) == FEWER + 1
    assert figures[0] == ("Location", "quality", "price")
    evaluation = fewer.assessment.evaluation
    for at, row in enumerate(evaluation.order[:50].tolist(), start=1):
        assert figures[at][1:] == pytest.approx(tuple(evaluation.valued.raw[row]))
        assert [str(cell).split(",")[0] for cell in known[at][1:]] == [
            "observed" if method >= 2 else "imputed" for method in evaluation.valued.methods[row]
        ]


def test_that_costs_of_thousands_of_places_are_counted_from_fewer_draws_and_never_from_too_few() -> None:
    assert cost_draws(205) == cost_draws(250) == DEFAULT_DRAWS
    assert cost_draws(1_000) == 2_500
    assert cost_draws(5_000) == cost_draws(100_000) == 500
