"""The spreadsheet: formulas with our results, ranks that follow the weights, no formula that a user typed."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from advisor.cli.main import main
from advisor.core.aggregation import Aggregation
from advisor.core.evaluation import Status
from advisor.core.robustness import robustness
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.export.registry import format_of
from advisor.export.subject import Subject
from advisor.export.workbook import workbook_texts
from advisor.paths import EXAMPLE_STUDY
from advisor.scenario.study import embedding
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.embedding import STUDY_SHEET, read_embedded_study
from advisor.scenario.study.files import read_study
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.scenario import CostChange
from advisor.scenario.study.study import Decision, Study
from advisor.views.people.people_figures import group_figures
from advisor.views.scenarios.settings import settings
from advisor.words.locale import set_locale
from advisor.words.translation import language, marked
from tests.export.subjects import assessor_of

SHEETS = [
    "Summary",
    "Ranking",
    "Weights",
    "Values",
    "Known",
    "Points by criterion",
    "Figures",
    "Costs",
    "Certainty",
]
STATUS = {Status.RANKED: "ranked", Status.EXCLUDED: "excluded", Status.INSUFFICIENT: "insufficient data"}
EXAMPLES = EXAMPLE_STUDY.parent
OFFICE = shutil.which("soffice")
FORMULA = re.compile("<f>([^<]*)</f>")
Recomputed = dict[str, tuple[Path, Study]]


def subject_of(pack: DataPack, study: Study) -> Subject:
    assessor = assessor_of(pack)
    assessment = assessor.assess(study.scenario, study.own)
    certainty = robustness(assessment.evaluation, draws=500)
    return Subject(study, assessment, assessor.cost_model, certainty, date(2026, 11, 28))


def content(subject: Subject) -> bytes:
    how = format_of(Path("x.xlsx"))
    assert how is not None
    return how.files(subject)[""]


@pytest.fixture(scope="module")
def subject(default_pack: DataPack) -> Subject:
    return subject_of(default_pack, read_study(EXAMPLE_STUDY))


@pytest.fixture(scope="module")
def exported(subject: Subject) -> bytes:
    return content(subject)


@pytest.fixture(scope="module")
def book(few_places_pack: DataPack) -> Workbook:
    """Of few places, with its formulas, for all who look at it and change nothing."""
    return load_workbook(io.BytesIO(content(subject_of(few_places_pack, read_study(EXAMPLE_STUDY)))))


def rows_of(content: bytes, sheet: str, first: int, *, results: bool = False) -> list[tuple]:
    """Cells of one sheet from a row on, without reading all figures on the others."""
    found = load_workbook(io.BytesIO(content), read_only=True, data_only=results)[sheet]
    return list(found.iter_rows(min_row=first, values_only=True))


def sheets_of(content: bytes) -> dict[str, str]:
    """What the sheets are made of, by their place in the archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return {name: archive.read(name).decode() for name in names}


def formulas_of(content: bytes) -> list[str]:
    """All formulas, sooner than by reading every cell."""
    return [unescape(text) for sheet in sheets_of(content).values() for text in FORMULA.findall(sheet)]


def test_that_all_sheets_are_there_and_the_study_is_hidden(exported: bytes) -> None:
    book = load_workbook(io.BytesIO(exported), read_only=True)
    assert book.sheetnames[: len(SHEETS)] == SHEETS
    assert {"Certainty", "Scenarios", "Sources", STUDY_SHEET} <= set(book.sheetnames)
    assert book[STUDY_SHEET].sheet_state == "veryHidden"


def test_that_formulas_carry_the_results_of_the_program(exported: bytes, subject: Subject) -> None:
    evaluation = subject.assessment.evaluation
    rows = rows_of(exported, "Ranking", 5, results=True)
    for cells, row in zip(rows, evaluation.order, strict=True):
        assert cells[1] == subject.assessment.locations[row].name
        assert (cells[0] or 0) == evaluation.ranks[row]
        assert cells[4] == pytest.approx(evaluation.scores[row])


def test_that_headings_stay_rows_can_be_filtered_and_there_is_a_chart(book: Workbook) -> None:
    for name in ("Ranking", "Figures", "Costs"):
        assert book[name].freeze_panes is not None
        assert book[name].auto_filter.ref is not None
    assert len(book["Summary"]._charts) == 1


def test_that_figures_have_methods_and_sources(exported: bytes, subject: Subject) -> None:
    rows = rows_of(exported, "Figures", 5)
    assessment = subject.assessment
    assert len(rows) == len(assessment.locations) * len(assessment.evaluation.criteria)
    observed = [row for row in rows if row[7] == "observed"]
    assert observed
    assert all(row[8] for row in observed)
    assert {row[7] for row in rows} >= {"observed", "estimated", "unknown, taken from peers"}


def test_that_sources_are_named_by_who_published_what(exported: bytes, subject: Subject) -> None:
    rows = rows_of(exported, "Sources", 5)
    known = subject.assessment.sources
    assert len(rows) > 10
    for row in rows:
        source = known[row[0]]
        assert row[1:5] == tuple(
            part or None for part in (source.publisher, source.dataset, source.edition, source.licence)
        )
        assert row[1] != row[0]


@pytest.fixture(scope="module")
def team(few_places_pack: DataPack) -> bytes:
    """A study of four scenarios, as a spreadsheet."""
    return content(subject_of(few_places_pack, read_study(EXAMPLES / "strategy-team.advisor")))


def test_that_settings_of_scenarios_have_words_units_and_real_numbers(team: bytes) -> None:
    rows = {row[1]: row for row in rows_of(team, "Scenarios", 4)}
    assert rows["Setting"][3] == "Anywhere, by a provider (active)"
    assert rows["Home"][:4] == ("Work", "Home", None, "Germany")
    assert rows["Headcount"][2:6] == ("people", 60, 60, 200)
    assert rows["Horizon of the cost"][2:6] == ("years", 5, 5, 7)
    assert rows["Engagement allowed"][4] == "onshore and nearshore"
    assert rows["Weight of Cost"][3] == pytest.approx(0.3352, abs=1e-3)
    assert rows["Room to hire at most"][2:4] == ("% of workforce", 30)
    raw = re.compile(r"[a-z]_[a-z]|[{}\\[\]]|\.[a-z]")
    assert not [cell for row in rows.values() for cell in row if isinstance(cell, str) and raw.search(cell)]


def test_that_settings_in_which_scenarios_differ_stand_out(team: bytes) -> None:
    sheet = load_workbook(io.BytesIO(team), read_only=True)["Scenarios"]
    marked = {}
    for row in sheet.iter_rows(min_row=5):
        marked[row[1].value] = row[3].fill.fgColor.rgb not in (None, "00000000")
    assert marked["Headcount"]
    assert not marked["Home"]


def test_that_what_a_user_changed_of_the_cost_has_three_numbers(default_pack: DataPack) -> None:
    study = read_study(EXAMPLE_STUDY)
    change = CostChange("provider_margin_pct", 11.0, 12.5, 20.0)
    other = replace(study.scenario, name="Dearer", cost_changes=(change,))
    study = replace(study, scenarios=(study.scenario, other))
    rows = settings(default_pack, study.scenarios)
    margin = {row.label: row.values for row in rows if "margin" in row.label}
    assert [values[1] for values in margin.values()] == [11.0, 12.5, 20.0]
    assert all(isinstance(values[0], float) for values in margin.values())
    assert sum(row.differs for row in rows) == 3


def test_that_people_have_a_sheet_with_weights_firsts_and_what_the_group_finds(
    few_places_pack: DataPack,
) -> None:
    subject = subject_of(few_places_pack, read_study(EXAMPLES / "workshop.advisor"))
    exported = content(subject)
    people = rows_of(exported, "People", 5)
    figures = group_figures(subject.assessment, subject.study.stakeholders)
    rows, said = people[:6], people[6:]
    assert [row[0] for row in rows] == [*figures.names, "The group"]
    assert rows[0][3:9] == pytest.approx(tuple(figures.decision.members[0].weights.theme_weights))
    assert [row[9] for row in rows[:-1]] == [figures.place(row) for row in figures.firsts]
    texts = [str(row[1]) for row in said if row[1]]
    assert texts == [finding.text for finding in figures.findings]
    first = rows_of(exported, "Their ranks", 5)[0]
    column = figures.decision.rows.tolist().index(figures.decision.leader)
    assert first[:2] == (figures.place(figures.decision.leader), 1)
    assert list(first[7:]) == figures.decision.ranks[:, column].tolist()


def test_that_a_study_without_people_has_no_sheet_of_them(book: Workbook) -> None:
    assert "People" not in book.sheetnames


@pytest.mark.parametrize("code", ["en", "es"])
def test_that_names_of_sheets_are_words_of_the_language_that_a_spreadsheet_takes(code: str) -> None:
    before = language()
    set_locale(code)
    try:
        names = [marked(name) for name in workbook_texts.SHEETS]
    finally:
        set_locale(before)
    assert len({name.lower() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert (names == list(workbook_texts.SHEETS)) == (code == "en")


def test_that_formulas_of_a_spanish_spreadsheet_point_to_its_own_sheets(few_places_pack: DataPack) -> None:
    before = language()
    set_locale("es")
    try:
        made = content(subject_of(few_places_pack, read_study(EXAMPLE_STUDY)))
    finally:
        set_locale(before)
    named = {name for text in formulas_of(made) for name in re.findall(r"'([^']+)'!", text)}
    assert named == {"Pesos", "Valores", "Conocido", "Clasificaci\u00f3n"}
    assert named <= set(load_workbook(io.BytesIO(made), read_only=True).sheetnames)


def test_that_decisions_carry_real_days(write_pack: Callable[..., Path]) -> None:
    pack = load_pack(write_pack())
    study = default_study(pack)
    study = replace(study, decisions=(Decision(date(2026, 1, 2), "Board", "Because", "a"),))
    rows = rows_of(content(subject_of(pack, study)), "Decisions", 5)
    assert rows[0][0].date() == date(2026, 1, 2)


def test_that_what_a_user_typed_is_never_a_formula(write_pack: Callable[..., Path]) -> None:
    hostile = '=HYPERLINK("http://x")'
    quoted = hostile.replace('"', '""')
    pack = load_pack(write_pack(locations=f'id,name\na,"{quoted}"\nb,+1\nc,@sum\n'))
    study = default_study(pack)
    study = study.with_active(replace(study.scenario, name=hostile))
    study = replace(study, decisions=(Decision(date(2026, 1, 2), hostile, hostile, "a"),))
    book = load_workbook(io.BytesIO(content(subject_of(pack, study))))
    formulas = [
        (sheet.title, str(cell.value))
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert {title for title, _ in formulas} == {"Ranking", "Weights", "Values", "Known", "Summary"}
    assert not [text for _, text in formulas if "HYPERLINK" in text]


def test_that_the_file_opens_again_as_the_study(exported: bytes, subject: Subject, tmp_path: Path) -> None:
    path = tmp_path / "study.xlsx"
    path.write_bytes(exported)
    assert read_embedded_study(path) == subject.study


def damaged(book: Workbook, damage: str) -> bytes:
    """The sheets that a reader of the study looks at, as another program saves them, with a damage."""
    made = Workbook()
    made.active.title = "Ranking"  # type: ignore[union-attr]
    if damage != "no sheet":
        sheet = made.create_sheet(STUDY_SHEET)
        for row in book[STUDY_SHEET].iter_rows(values_only=True):
            sheet.append(row)
        if damage:
            assert sheet["A2"].value
            sheet["A2"] = "" if damage == "cut" else "{"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_that_a_study_is_found_whatever_became_of_the_other_sheets(
    book: Workbook, subject: Subject, tmp_path: Path
) -> None:
    path = tmp_path / "study.xlsx"
    path.write_bytes(damaged(book, ""))
    assert read_embedded_study(path) == subject.study


@pytest.mark.parametrize("damage", ["text", "no sheet", "cut", "changed"])
def test_that_a_file_without_a_whole_study_says_so(book: Workbook, tmp_path: Path, damage: str) -> None:
    path = tmp_path / "study.xlsx"
    path.write_bytes(b"not a spreadsheet" if damage == "text" else damaged(book, damage))
    with pytest.raises(StudyFileError, match=r"study\.xlsx"):
        read_embedded_study(path)


def test_that_an_archive_that_unpacks_to_an_absurd_size_is_refused(
    exported: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "MOST_UNPACKED", 10_000)
    path = tmp_path / "bomb.xlsx"
    path.write_bytes(exported)
    with pytest.raises(StudyFileError, match="absurd size"):
        read_embedded_study(path)


def test_that_the_command_line_ranks_an_exported_file_like_the_study(
    exported: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "study.xlsx"
    path.write_bytes(exported)
    said = []
    for file in (path, EXAMPLE_STUDY):
        assert main(["rank", str(file), "--format", "json"]) == 0
        said.append(json.loads(capfd.readouterr().out))
    assert said[0] == said[1]


METHODS = ("additive", "geometric")


def with_weight(content: bytes, cell: str, weight: float, *, is_whole: bool) -> bytes:
    """A spreadsheet with another number among the weights and without the results of its formulas.

    Args:
        content: the spreadsheet.
        cell: of the sheet with the weights.
        weight: the number.
        is_whole: with all sheets filled; else only those that have formulas.
    """
    weights = f"xl/worksheets/sheet{SHEETS.index('Weights') + 1}.xml"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as changed:
        sheets = sheets_of(content)
        for name in archive.namelist():
            if (sheet := sheets.get(name)) is None:
                changed.writestr(name, archive.read(name))
                continue
            if name == weights:
                sheet, count = re.subn(rf'(<c r="{cell}"[^>]*><v>)[^<]*', rf"\g<1>{weight}", sheet)
                assert count == 1
            if "<f>" not in sheet and not is_whole:
                sheet = re.sub(r"<sheetData>.*</sheetData>", "<sheetData/>", sheet, flags=re.DOTALL)
            changed.writestr(name, re.sub(r"(</f>)<v>[^<]*</v>", r"\1", sheet))
    return out.getvalue()


@pytest.fixture(scope="module")
def recomputed(default_pack: DataPack, tmp_path_factory: pytest.TempPathFactory) -> Recomputed:
    """By method: a spreadsheet with one weight changed, as another program computes it, and its study."""
    if OFFICE is None:
        pytest.skip("LibreOffice recomputes the formulas, and it is not here")
    folder = tmp_path_factory.mktemp("office")
    example, studies = read_study(EXAMPLE_STUDY), {}
    for method in METHODS:
        study = example.with_active(replace(example.scenario, aggregation=Aggregation(method)))
        before = subject_of(default_pack, study)
        weights = before.assessment.evaluation.weights
        shares = zip(weights.themes, weights.theme_weights, strict=True)
        changed = {theme: 100 * float(share) for theme, share in shares}
        changed[weights.themes[0]] *= 3
        made = with_weight(content(before), "B5", changed[weights.themes[0]], is_whole=method == METHODS[0])
        (folder / f"{method}.xlsx").write_bytes(made)
        studies[method] = study.with_active(replace(study.scenario, theme_weights=changed))
    command = [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
    books = [str(folder / f"{method}.xlsx") for method in METHODS]
    subprocess.run([*command, "--outdir", str(folder / "out"), *books], check=True, capture_output=True)
    return {method: (folder / "out" / f"{method}.xlsx", studies[method]) for method in METHODS}


@pytest.mark.parametrize("method", METHODS)
def test_that_another_program_computes_our_ranks_for_other_weights(
    default_pack: DataPack, recomputed: Recomputed, method: str
) -> None:
    path, other = recomputed[method]
    computed = {row[1]: (row[0], row[3]) for row in rows_of(path.read_bytes(), "Ranking", 5, results=True)}
    summary = rows_of(path.read_bytes(), "Summary", 15, results=True)
    after = subject_of(default_pack, other).assessment
    for row, location in enumerate(after.locations):
        rank, status = computed[location.name]
        assert status == STATUS[Status(int(after.evaluation.status[row]))], location.name
        assert (int(rank) if rank else 0) == after.evaluation.ranks[row], location.name
    top = [(row[0], row[2]) for row in summary[:10]]
    assert len(top) == 10
    for (rank, score), row in zip(top, after.evaluation.order, strict=False):
        assert rank == after.evaluation.ranks[row]
        assert round(score, 1) == pytest.approx(round(float(after.evaluation.scores[row]), 1))
