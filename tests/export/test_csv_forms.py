"""CSV in four forms: for people and for scripts, a row a location and a row a figure."""

from __future__ import annotations

import csv
import io
import json
import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from advisor.cli.main import main
from advisor.core.evaluation import Status
from advisor.core.matrix import CellMethod
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.export.formats.geojson_places import place_properties
from advisor.export.ranking_csv import ranking_csv
from advisor.export.registry import export_formats, format_of
from advisor.export.subject import Subject
from advisor.export.tables.csv_files import fixed_number, short_number
from advisor.export.tables.figure_rows import MACHINE_COLUMNS
from advisor.export.writing import subject_for
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.embedding import study_in
from advisor.scenario.study.files import read_study
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.own_data import OwnData, OwnFigure, OwnSite
from advisor.words.data_words import data_text
from advisor.words.locale import set_locale
from tests.export.subjects import assessor_of

DAY = date(2026, 11, 28)
VARIANTS = ("", "long", "machine", "machine-long")


def files_of(subject: Subject, variant: str) -> dict[str, bytes]:
    how = format_of(Path("x.csv"), variant)
    assert how is not None
    return dict(how.files(subject))


def rows_of(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.fixture(scope="module")
def subject(default_pack: DataPack) -> Subject:
    study, assessor = read_study(EXAMPLE_STUDY), assessor_of(default_pack)
    figure = OwnFigure("POL", "wage_drift", 12.3456, "ours")
    study = replace(study, own=OwnData(figures=(figure,)))
    how = format_of(Path("x.csv"))
    assert how is not None
    assessment = assessor.assess(study.scenario, study.own)
    return subject_for(how, study, assessment, assessor.cost_model, DAY)


@pytest.fixture(scope="module")
def people(subject: Subject) -> list[dict[str, str]]:
    return rows_of(files_of(subject, "")[""])


def test_that_people_read_rank_cost_range_likely_ranks_saving_payback_certainty_and_flags(
    people: list[dict[str, str]], subject: Subject
) -> None:
    first, certainty = people[0], subject.certainty
    row = int(subject.assessment.evaluation.order[0])
    assert certainty is not None
    assert first["Rank"] == "1"
    assert first["Location"] == subject.assessment.locations[row].name
    assert first["Likely ranks from"] == str(certainty.rank_low[row])
    assert first["First (% of weightings)"] == f"{100 * certainty.p_first[row]:.0f}"
    low, middle, high = (
        float(first[f"Cost per person and year, {end} (USD)"]) for end in ("low", "median", "high")
    )
    assert low < middle < high
    assert float(first["Saving, low (%)"]) < float(first["Saving, high (%)"])
    assert first["Payback, median (month)"]
    assert any(line["Flags"] for line in people)


def test_that_every_location_is_listed_in_the_order_of_the_ranking(
    people: list[dict[str, str]], subject: Subject
) -> None:
    evaluation, locations = subject.assessment.evaluation, subject.assessment.locations
    assert [line["Location"] for line in people] == [locations[row].name for row in evaluation.order]
    out = [line for line in people if not line["Rank"]]
    assert len(out) == int((evaluation.status != Status.RANKED).sum())
    assert all(line["Not ranked because"] and line["Status"] != "Ranked" for line in out)


def test_that_estimates_and_own_figures_are_named(people: list[dict[str, str]], subject: Subject) -> None:
    evaluation = subject.assessment.evaluation
    by_name = {line["Location"]: line for line in people}
    assert by_name["Poland"]["Your own figures"] == "Wage drift"
    assert by_name["Poland"]["Wage drift (% a year)"] == "12.3"
    for row in evaluation.order[:30]:
        names = [
            criterion.name
            for criterion, method in zip(evaluation.criteria, evaluation.valued.methods[row], strict=True)
            if method == CellMethod.IMPUTED
        ]
        line = by_name[subject.assessment.locations[row].name]
        assert line["Taken from similar places"] == "; ".join(names)


def test_that_a_map_program_is_told_of_estimates_and_own_figures_too(subject: Subject) -> None:
    valued = subject.assessment.evaluation.valued
    rows = {location.id: row for row, location in enumerate(subject.assessment.locations)}
    poland = place_properties(subject.assessment, rows["POL"], None, None)
    assert poland["own_figures"] == "wage_drift"
    assert poland["wage_drift"] == 12.3456
    for row in subject.assessment.evaluation.order[:30].tolist():
        said = place_properties(subject.assessment, row, None, None)["taken_from_peers"]
        estimated = (valued.methods[row] == CellMethod.IMPUTED).nonzero()[0]
        assert said == "; ".join(valued.criteria[j].id for j in estimated)


def test_that_themes_add_up_to_the_score_but_for_rounding(people: list[dict[str, str]]) -> None:
    for line in people:
        parts = [float(cell) for title, cell in line.items() if title.startswith("Points from ")]
        assert line["Score (0\N{EN DASH}100)"] == "" or math.isclose(
            sum(parts), float(line["Score (0\N{EN DASH}100)"]), abs_tol=0.05 * len(parts) + 0.05
        )


def test_that_one_row_a_figure_has_unit_year_source_method_weight_and_contribution(subject: Subject) -> None:
    rows = rows_of(files_of(subject, "long")[""])
    assessment, evaluation = subject.assessment, subject.assessment.evaluation
    assert len(rows) == len(assessment.locations) * len(evaluation.criteria)
    leader = int(evaluation.order[0])
    mine = [line for line in rows if line["Location"] == assessment.locations[leader].name]
    for line, criterion, part in zip(
        mine, evaluation.criteria, evaluation.contributions[leader], strict=True
    ):
        assert (line["Criterion"], line["Unit"]) == (criterion.name, data_text(criterion.unit))
        assert float(line["Points added to the score"]) == pytest.approx(part, abs=0.0051)
    assert sum(float(line["Weight (% of the whole)"]) for line in mine) == pytest.approx(100, abs=1)
    observed = [line for line in mine if line["Known as"] == "observed" and line["Year"]]
    assert observed
    assert all(line["Source"] for line in observed)


def test_that_scripts_get_ids_and_every_digit_of_every_figure(subject: Subject) -> None:
    rows = rows_of(files_of(subject, "machine-long")[""])
    assert tuple(rows[0]) == MACHINE_COLUMNS
    values, ids = subject.assessment.evaluation.valued.raw, subject.assessment.pack.location_ids
    names = [criterion.id for criterion in subject.assessment.evaluation.criteria]
    for line in rows[:500]:
        figure = values[ids.index(line["location_id"]), names.index(line["criterion_id"])]
        assert line["value"] == "" if math.isnan(figure) else math.isclose(float(line["value"]), figure)


def test_that_the_form_for_scripts_is_the_table_of_rank(subject: Subject) -> None:
    without = replace(subject, certainty=None)
    assert files_of(without, "machine")[""] == ranking_csv(subject.assessment)


@pytest.mark.parametrize("variant", VARIANTS)
def test_that_a_byte_order_mark_comes_when_it_is_chosen_and_changes_nothing_else(
    subject: Subject, variant: str
) -> None:
    plain, marked = files_of(subject, variant), files_of(replace(subject, text_mark=True), variant)
    assert marked[""] == b"\xef\xbb\xbf" + plain[""]
    assert not marked[".meta.json"].startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("variant", VARIANTS)
def test_that_a_name_like_a_formula_is_disarmed_in_every_form(variant: str, write_pack) -> None:  # type: ignore[no-untyped-def]
    folder = write_pack(
        locations='id,name\na,"=HYPERLINK(""x"")"\nb,+1\nc,@SUM\n',
        criteria="id,label,theme,direction,lower,upper\nquality,=1+1,-theme,up,0,10\nprice,Price,-theme,down,0,100\n",
    )
    pack = load_pack(folder)
    study = default_study(pack)
    assessment = Assessor(pack).assess(study.scenario, study.own)
    content = files_of(Subject(study, assessment, None, None, DAY), variant)[""]
    for line in csv.reader(io.StringIO(content.decode("utf-8"), newline="")):
        for cell in line:
            assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell
            assert not cell.startswith("-") or float(cell) < 0, cell


def test_that_where_decimals_have_a_comma_cells_are_set_apart_by_semicolons(subject: Subject) -> None:
    set_locale("de")
    try:
        text = files_of(subject, "")[""]
        machine = files_of(subject, "machine")[""]
    finally:
        set_locale("en")
    line = next(iter(rows_of(text, ";")))
    assert any("," in cell and cell.replace(",", "").isdigit() for cell in line.values())
    assert all(float(row["score"]) >= 0 for row in rows_of(machine) if row["rank"])


@pytest.mark.parametrize(
    ("value", "text"),
    [(34_812.0, "34800"), (0.12345, "0.123"), (-0.5743, "-0.574"), (7.0, "7"), (0.0, "0"), (999.6, "1000")],
)
def test_that_numbers_have_the_precision_that_means_something(value: float, text: str) -> None:
    assert short_number(value) == text


def test_that_unknown_is_empty_and_no_zero_has_a_sign() -> None:
    assert short_number(math.nan) == fixed_number(math.nan, 1) == ""
    assert fixed_number(-0.01, 1) == "0"


@pytest.mark.parametrize(
    ("options", "variant"),
    [
        ([], ""),
        (["--long"], "long"),
        (["--style", "machine"], "machine"),
        (["--style", "machine", "--long", "--bom"], "machine-long"),
    ],
)
def test_that_options_of_the_command_line_choose_the_form(
    options: list[str], variant: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ranked.csv"
    assert main(["export", str(EXAMPLE_STUDY), "--out", str(out), *options]) == 0
    head = out.read_bytes()
    assert head.startswith(b"\xef\xbb\xbf") is ("--bom" in options)
    first = next(csv.reader(io.StringIO(head.decode("utf-8-sig"))))
    expected = {
        "": "Likely ranks from",
        "long": "Known as",
        "machine": "score_worst",
        "machine-long": "criterion_id",
    }
    assert expected[variant] in first
    assert "ranked.csv.meta.json" in capfd.readouterr().out


def test_that_options_of_tables_are_refused_for_other_files(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(EXAMPLE_STUDY), "--out", str(tmp_path / "x.json"), "--long"]) == 2
    assert capfd.readouterr().err == "location-advisor: --long is for CSV files alone.\n"


def test_that_a_table_opens_again_with_its_description_and_says_what_is_missing_without(
    subject: Subject, tmp_path: Path
) -> None:
    path = tmp_path / "ranked.csv"
    files = files_of(subject, "")
    path.write_bytes(files[""])
    with pytest.raises(StudyFileError, match=r"ranked\.csv\.meta\.json is not beside it"):
        study_in(path)
    path.with_name("ranked.csv.meta.json").write_bytes(files[".meta.json"])
    assert study_in(path) == subject.study
    document = json.loads(files[".meta.json"])
    assert document["date"] == DAY.isoformat()
    assert {"pack", "weights", "method", "sources", "scenario"} <= set(document)


def test_that_units_are_said_in_the_language_of_the_table_and_stay_as_they_are_for_scripts(
    few_places: Path, tmp_path: Path
) -> None:
    written = {}
    command = ["export", str(EXAMPLE_STUDY), "--pack", str(few_places), "--lang", "es"]
    try:
        for name, options in (
            ("people", []),
            ("long", ["--long"]),
            ("raw", ["--long", "--style", "machine"]),
        ):
            path = tmp_path / f"{name}.csv"
            assert main([*command, "--out", str(path), *options]) == 0
            written[name] = path.read_text(encoding="utf-8")
    finally:
        set_locale("en")
    assert "Coste por empleado a tiempo completo (USD al a\u00f1o)" in written["people"].splitlines()[0]
    assert "USD al a\u00f1o" in written["long"]
    assert "USD a year" not in written["long"]
    assert "USD a year" in written["raw"]


def test_that_a_site_of_the_users_own_is_said_to_be_one_for_people_and_has_its_name_for_scripts(
    few_places_pack: DataPack,
) -> None:
    study = read_study(EXAMPLE_STUDY)
    site = OwnSite("lodz", "Lodz plant", 51.77, 19.46, "POL")
    study = study.with_own(replace(study.own, sites=(site,)))
    assessor = Assessor(few_places_pack)
    assessment = assessor.assess(study.scenario, study.own)
    subject = Subject(study, assessment, assessment.cost_model, None, date(2026, 11, 28))
    for variant, wanted in (("", True), ("long", True), ("machine", False)):
        how = next(one for one in export_formats() if one.suffix == ".csv" and one.variant == variant)
        text = how.files(subject)[""].decode("utf-8")
        assert "Lodz plant" in text
        assert ("Lodz plant (your site)" in text) is wanted, variant
