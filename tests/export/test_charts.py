"""Charts as pictures: every one with title, scenario, date and source, 300 dots an inch, without a window."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from advisor.cli.main import main
from advisor.core.robustness import robustness
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.export.charts.registry import charts
from advisor.export.pictures.chart_files import chart_png, chart_scene, chart_svg
from advisor.export.pictures.png_file import density, picture_size, with_density
from advisor.export.report.report_facts import ReportFacts, report_facts
from advisor.export.subject import Subject
from advisor.paths import EXAMPLE_STUDY, EXAMPLES
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.embedding import study_in
from advisor.scenario.study.files import read_study
from advisor.scenario.study.own_data import OwnCriterion, OwnData, OwnFigure
from advisor.views.captions import chart_caption
from advisor.views.scene.captioned import moved
from advisor.views.scene.marks import Mark
from tests.export.subjects import assessor_of

DAY = date(2026, 11, 28)
_TEXT = "{http://www.w3.org/2000/svg}text"


@pytest.fixture(scope="module")
def facts(default_pack: DataPack) -> ReportFacts:
    """Of the study that has people, with a second scenario."""
    study, assessor = read_study(EXAMPLES / "workshop.advisor"), assessor_of(default_pack)
    other = replace(study.scenario, name="From Britain", home="GBR")
    study = replace(study, scenarios=(*study.scenarios, other))
    assessment = assessor.assess(study.scenario, study.own)
    certainty = robustness(assessment.evaluation, draws=200)
    return report_facts(Subject(study, assessment, assessor.cost_model, certainty, DAY))


@pytest.mark.parametrize("name", list(charts()))
def test_that_every_chart_is_drawn_with_title_scenario_date_and_source(facts: ReportFacts, name: str) -> None:
    chart = charts()[name]
    made = chart.draw(facts)
    assert not isinstance(made, str), made
    scene = chart_scene(made, chart_caption(chart.title, facts.assessment, DAY))
    root = ElementTree.fromstring(chart_svg(scene).decode("utf-8"))
    said = " ".join("".join(node.itertext()) for node in root.iter(_TEXT))
    for text in (chart.title, "US customer support", "28 Nov 2026", "Location Advisor world pack, edition"):
        assert text in said
    wide, tall = scene.size
    for mark in scene.marks:
        assert mark.bounds.y >= -0.5, mark
        assert mark.bounds.bottom <= tall + 0.5, mark
        assert mark.bounds.x >= -0.5, mark
        assert mark.bounds.right <= wide + 0.5, mark


def test_that_a_picture_has_300_dots_an_inch_and_says_so(facts: ReportFacts) -> None:
    made = charts()["influence"].draw(facts)
    assert not isinstance(made, str)
    scene = chart_scene(made, chart_caption("Weight", facts.assessment, DAY))
    png = chart_png(scene)
    assert round(density(png)) == 300
    assert picture_size(png)[0] == round(scene.size.width * 300 / 96)
    with pytest.raises(ValueError, match="no PNG"):
        with_density(b"GIF89a")


def test_that_a_moved_mark_keeps_everything_but_its_place(facts: ReportFacts) -> None:
    kinds: set[type[Mark]] = set()
    for name in ("sensitivity", "quality", "cash-flow", "opinions", "clock"):
        made = charts()[name].draw(facts)
        assert not isinstance(made, str)
        for mark in chart_scene(made, chart_caption("x", facts.assessment, DAY)).marks:
            there = moved(mark, 10.0, 20.0)
            assert (there.bounds.x, there.bounds.y) == pytest.approx((mark.bounds.x + 10, mark.bounds.y + 20))
            assert moved(there, -10.0, -20.0).bounds == pytest.approx(mark.bounds)
            assert (there.key, there.role, there.values) == (mark.key, mark.role, mark.values)
            kinds.add(type(mark))
    assert len(kinds) >= 7


def test_that_a_pack_without_places_says_why_there_is_no_chart_of_cost(write_pack) -> None:  # type: ignore[no-untyped-def]
    pack = load_pack(write_pack())
    study, assessor = default_study(pack), Assessor(pack)
    bare = report_facts(Subject(study, assessor.assess(study.scenario), None, None, DAY))
    assert charts()["waterfall"].draw(bare) == "This data pack knows no costs."
    assert not isinstance(charts()["influence"].draw(bare), str)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_that_the_command_line_draws_a_chart(
    qapp: QApplication, suffix: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"chart{suffix}"
    assert main(["export", str(EXAMPLE_STUDY), "--out", str(out), "--chart", "waterfall"]) == 0
    assert capfd.readouterr().out == f"Written: {out}\n"
    if suffix == ".pdf":
        words = " ".join(PdfReader(io.BytesIO(out.read_bytes())).pages[0].extract_text().split())
        assert "From wage to total cost" in words
        assert study_in(out).scenario.name == read_study(EXAMPLE_STUDY).scenario.name
    elif suffix == ".svg":
        assert "From wage to total cost" in out.read_text(encoding="utf-8")
    else:
        assert round(density(out.read_bytes())) == 300


def test_that_the_command_line_draws_the_map_with_its_caption(qapp: QApplication, tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    assert main(["export", str(EXAMPLE_STUDY), "--out", str(out), "--map", "coverage"]) == 0
    said = out.read_text(encoding="utf-8")
    for text in (
        "Weight that rests on known figures",
        "UK customer support",
        "home United Kingdom",
        "made with Location Advisor",
    ):
        assert text in said


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["x.svg", "--chart", "pie"], "There is no chart 'pie'. There are: certainty, influence,"),
        (["x.svg", "--map", "altitude"], "There is no layer 'altitude'. There are: score,"),
        (["x.svg"], "add --chart NAME or --map"),
        (["x.csv", "--chart", "waterfall"], "a picture ends in one of .png, .svg, .pdf"),
        (["x.svg", "--chart", "scenarios"], "The study has one scenario"),
    ],
)
def test_that_a_picture_that_cannot_be_drawn_is_refused_with_what_can(
    options: list[str], said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out, *rest = options
    assert main(["export", str(EXAMPLE_STUDY), "--out", str(tmp_path / out), *rest]) == 2
    error = capfd.readouterr().err
    assert said in error
    assert error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_that_scenarios_of_a_study_with_criteria_of_its_own_are_set_beside_each_other(write_pack) -> None:  # type: ignore[no-untyped-def]
    pack = load_pack(write_pack())
    study = default_study(pack)
    figures = tuple(OwnFigure(place, "own", value) for place, value in (("a", 1.0), ("b", 5.0), ("c", 9.0)))
    criterion = OwnCriterion("own", "Own", "up", 0.0, 10.0, theme="theirs")
    other = replace(study.scenario, name="Other")
    own = OwnData(figures=figures, criteria=(criterion,))
    study = replace(study, scenarios=(study.scenario, other), own=own)
    assessment = Assessor(pack).assess(study.scenario, study.own)
    facts = report_facts(Subject(study, assessment, None, None, DAY))
    made = charts()["scenarios"].draw(facts)
    assert not isinstance(made, str)
    assert not chart_scene(made, chart_caption("x", assessment, DAY)).is_empty
