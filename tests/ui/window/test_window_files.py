"""New, open, save, export and close, on a window without a map."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from advisor.export.pictures.png_file import density
from advisor.export.registry import format_of
from advisor.scenario.study.embedding import study_in
from advisor.scenario.study.files import read_study
from advisor.scenario.study.study import Study

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window, generic_document, monkeypatch):
    # The dialog of the system cannot be driven; Qt's own can.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return open_window(generic_document)


def rename(window, name):
    window.header.name.setFocus()
    window.header.name.selectAll()
    QTest.keyClicks(window.header.name, name)
    QTest.keyClick(window.header.name, Qt.Key.Key_Return)


def question(window) -> QMessageBox | None:
    found = window.findChildren(QMessageBox, "unsavedQuestion")
    return next((box for box in found if box.isVisible()), None)


def answer(window, button):
    box = question(window)
    assert box is not None
    QTest.mouseClick(box.button(button), LEFT)


def dialog(window) -> QFileDialog:
    return next(d for d in window.findChildren(QFileDialog) if d.isVisible())


def choose(window, path: Path):
    chooser = dialog(window)
    chooser.setDirectory(str(path.parent))
    chooser.selectFile(path.name)
    chooser.accept()


def test_that_the_title_names_the_scenario_and_marks_changes(window):
    assert window.windowTitle() == "Untitled scenario[*] – Location Advisor"
    assert not window.isWindowModified()
    rename(window, "Alpha plan")
    assert window.windowTitle() == "Alpha plan[*] – Location Advisor"
    assert window.isWindowModified()
    window.actions_["undo"].trigger()
    assert not window.isWindowModified()
    assert window.header.name.text() == "Untitled scenario"


def test_that_saving_asks_for_a_file_once(window, tmp_path):
    rename(window, "Alpha plan")
    window.actions_["save"].trigger()
    assert dialog(window).selectedFiles()[0].endswith("alpha-plan.advisor")
    choose(window, tmp_path / "alpha.advisor")
    assert read_study(tmp_path / "alpha.advisor").scenario.name == "Alpha plan"
    assert not window.isWindowModified()
    rename(window, "Beta plan")
    window.actions_["save"].trigger()
    assert read_study(tmp_path / "alpha.advisor").scenario.name == "Beta plan"
    assert window.settings.recent_files == [tmp_path / "alpha.advisor"]


def test_that_a_scenario_file_gets_its_suffix(window, tmp_path):
    assert window.files.save_to(tmp_path / "plan")
    assert window.files.save_to(tmp_path / "other.json")
    assert sorted(p.name for p in tmp_path.glob("*.advisor")) == ["other.advisor", "plan.advisor"]


def test_that_opening_replaces_the_scenario_and_its_history(window, tmp_path, qtbot):
    rename(window, "Alpha plan")
    window.files.save_to(tmp_path / "alpha.advisor")
    rename(window, "Beta plan")
    window.document.undo_stack.setClean()
    window.actions_["open"].trigger()
    choose(window, tmp_path / "alpha.advisor")
    qtbot.waitUntil(lambda: window.document.scenario.name == "Alpha plan")
    assert not window.actions_["undo"].isEnabled()
    assert window.document.path == tmp_path / "alpha.advisor"


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        ("{", "line 1, is not valid JSON"),
        ("[1, 2]", "it is not a study"),
        ('{"format": "location-advisor-scenario", "version": 99}', "this program reads versions 1 to 2"),
        (
            '{"format": "location-advisor-scenario", "version": 1, "headcount": "many"}',
            "headcount: 'many' is not a whole number",
        ),
        (
            '{"format": "location-advisor-scenario", "version": 1, "theme_weights": {"glamour": 2}}',
            "There is no theme 'glamour'",
        ),
    ],
)
def test_that_a_broken_file_gives_one_message_and_leaves_the_document_alone(window, tmp_path, content, cause):
    rename(window, "Alpha plan")
    before, history = window.document.scenario, window.document.undo_stack.count()
    path = tmp_path / "broken.advisor"
    path.write_text(content, encoding="utf-8")
    assert not window.open_file(path)
    assert window.document.scenario is before
    assert window.document.undo_stack.count() == history
    assert window.messages.isVisible()
    assert cause in window.messages.text
    assert "broken.advisor" in window.messages.text
    QTest.mouseClick(window.messages.close_button, LEFT)
    assert not window.messages.isVisible()


def test_that_a_good_file_takes_the_message_away(window, tmp_path):
    window.open_file(tmp_path / "missing.advisor")
    assert "There is no file" in window.messages.text
    window.files.save_to(tmp_path / "good.advisor")
    assert window.open_file(tmp_path / "good.advisor")
    assert window.messages.text == ""


def test_that_a_folder_that_cannot_be_written_to_is_named(window, tmp_path):
    assert not window.files.save_to(tmp_path / "nowhere" / "plan.advisor")
    assert "could not be written" in window.messages.text
    assert window.messages.action_button.isVisible()
    QTest.mouseClick(window.messages.action_button, LEFT)
    assert dialog(window).isVisible()
    dialog(window).reject()


def test_that_new_starts_over_after_asking(window):
    rename(window, "Alpha plan")
    window.actions_["new"].trigger()
    answer(window, QMessageBox.StandardButton.Cancel)
    assert window.document.scenario.name == "Alpha plan"
    window.actions_["new"].trigger()
    answer(window, QMessageBox.StandardButton.Discard)
    assert window.document.scenario.name == "Untitled scenario"
    assert not window.isWindowModified()
    assert question(window) is None


def test_that_closing_with_unsaved_changes_asks_without_blocking(window, tmp_path):
    rename(window, "Alpha plan")
    assert not window.close()
    assert "“Alpha plan” has changes that are not saved." in question(window).text()
    answer(window, QMessageBox.StandardButton.Cancel)
    assert window.isVisible()
    window.close()
    answer(window, QMessageBox.StandardButton.Save)
    choose(window, tmp_path / "alpha.advisor")
    assert not window.isVisible()
    assert read_study(tmp_path / "alpha.advisor").scenario.name == "Alpha plan"


def test_that_closing_can_give_up_changes(window):
    rename(window, "Alpha plan")
    window.close()
    answer(window, QMessageBox.StandardButton.Discard)
    assert not window.isVisible()


def test_that_the_ranking_is_exported_with_its_description(window, tmp_path, qtbot):
    window.actions_["export.csv"].trigger()
    assert dialog(window).selectedFiles()[0].endswith("untitled-scenario.csv")
    choose(window, tmp_path / "ranked.csv")
    qtbot.waitUntil(lambda: "Exported to" in window.messages.text)
    with (tmp_path / "ranked.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Location"] for row in rows] == ["Alpha", "Beta", "Gamma"]
    description = json.loads((tmp_path / "ranked.csv.meta.json").read_text(encoding="utf-8"))
    assert description["scenario"]["name"] == "Untitled scenario"
    assert "ranked.csv" in window.messages.text


def test_that_a_table_is_marked_for_excel_where_that_kind_of_file_is_chosen(window, tmp_path, qtbot):
    window.actions_["export.csv-long"].trigger()
    kinds = dialog(window).nameFilters()
    assert kinds == ["CSV (*.csv)", "CSV, UTF-8 marked for Excel (*.csv)"]
    dialog(window).selectNameFilter(kinds[1])
    choose(window, tmp_path / "figures.csv")
    qtbot.waitUntil(lambda: "Exported to" in window.messages.text)
    assert (tmp_path / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbfRank,Location,")


def test_that_an_export_that_fails_says_so(window, tmp_path, qtbot):
    window.files.export(tmp_path / "nowhere" / "ranked.csv", format_of(Path("ranked.csv")))
    qtbot.waitUntil(lambda: "could not be written" in window.messages.text)
    assert not window.files.exports.is_busy


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_that_a_chart_is_saved_with_its_caption(window, tmp_path, qtbot, suffix):
    window.drawer.show_tab("certainty")
    chart = window.drawer.panel("certainty").chart
    qtbot.waitUntil(lambda: not chart.is_empty, timeout=20_000)
    chart.setFocus()
    QTest.keySequence(chart, "Ctrl+Alt+S")
    path = tmp_path / f"chart{suffix}"
    choose(window, path)
    assert f"Exported to {path}" in window.messages.text
    content = path.read_bytes()
    if suffix == ".png":
        assert round(density(content)) == 300
    elif suffix == ".svg":
        assert "Untitled scenario" in content.decode()
        assert "made with Location Advisor" in content.decode()
    else:
        words = " ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
        assert "Untitled scenario" in words
        assert study_in(path) == window.document.study.made_with(window.document.pack)


def test_that_a_chart_offers_to_copy_and_to_save(window, qtbot):
    window.drawer.show_tab("certainty")
    chart = window.drawer.panel("certainty").chart
    qtbot.waitUntil(lambda: not chart.is_empty, timeout=20_000)
    texts = [action.text() for action in chart.menu().actions()]
    assert texts == ["Copy as a picture", "Copy as numbers", "Save as a picture…"]


def test_that_a_scenario_that_does_not_fit_the_pack_is_refused(window, tmp_path):
    path = tmp_path / "plan.advisor"
    window.files.save_to(path)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["scenarios"][0]["function"] = "astrology"
    path.write_text(json.dumps(document), encoding="utf-8")
    before = window.document.scenario
    assert not window.open_file(path)
    assert "There is no business function 'astrology'" in window.messages.text
    assert window.document.scenario == before


def test_that_an_emptied_name_is_put_back(window):
    rename(window, "Alpha plan")
    window.header.name.selectAll()
    QTest.keyClick(window.header.name, Qt.Key.Key_Delete)
    QTest.keyClick(window.header.name, Qt.Key.Key_Return)
    assert window.header.name.text() == "Alpha plan"


def test_that_undo_says_what_it_undoes(window):
    rename(window, "Alpha plan")
    assert window.actions_["undo"].text() == "Undo rename the scenario"
    window.document.edit(replace(window.document.scenario, name="Beta"), "do something")
    assert window.actions_["undo"].text() == "Undo do something"
    QTest.keySequence(window, "Ctrl+Z")
    assert window.document.scenario.name == "Alpha plan"
    assert window.actions_["redo"].text() == "Redo do something"
    QTest.keySequence(window, "Ctrl+Shift+Z")
    assert window.document.scenario.name == "Beta"


def test_that_recent_files_can_be_opened_from_the_menu(window, tmp_path, qtbot):
    rename(window, "Alpha plan")
    window.files.save_to(tmp_path / "alpha.advisor")
    window.document.new(Study.of(replace(window.document.scenario, name="Beta")))
    menu = window.actions_.menus["recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["alpha.advisor"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.document.scenario.name == "Alpha plan")
