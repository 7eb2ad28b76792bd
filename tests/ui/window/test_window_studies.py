"""Opening, beginning and saving studies in a real window: what stays behind, what is told, what is asked."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from advisor.app.models.ranking_model import Role
from advisor.scenario.study.files import read_study, write_study
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import PackVersion, Study

LEFT = Qt.MouseButton.LeftButton
OLD = (
    Path(__file__).parents[2] / "scenario" / "study" / "files_of_earlier_versions" / "version-1.advisor.json"
)


@pytest.fixture
def window(open_window, generic_document):
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return open_window(generic_document)


@pytest.fixture
def other(tmp_path, generic_document) -> Path:
    """A study with another ranking."""
    path = tmp_path / "other.advisor"
    scenario = replace(generic_document.scenario, name="Other", criterion_weights={"quality": 0.0})
    write_study(Study.of(scenario, generic_document.pack), path)
    return path


def movements(window):
    model = window.ranking.model
    return [model.index(row, 0).data(Role.ROW).movement for row in range(model.rowCount())]


def test_that_opening_another_study_keeps_nothing_of_the_one_before(window, other):
    window.selection.select("b")
    window.open_page("about")
    window.ranking.search.setText("gam")
    before = [int(row) for row in window.document.assessment.evaluation.order]
    assert window.open_file(other)
    after = [int(row) for row in window.document.assessment.evaluation.order]
    assert after != before
    assert movements(window) == [0, 0, 0]
    best = window.document.pack.location_ids[after[0]]
    assert window.selection.selected == best
    assert window.ranking.rows.counts == (3, 3)
    assert window.ranking.list.verticalScrollBar().value() == 0
    assert window.side_page.isHidden()
    assert window.document.undo_stack.count() == 0


def test_that_a_long_list_begins_at_the_top_again(open_window, document):
    window = open_window(document)
    ranking = window.ranking.list
    ranking.scrollToBottom()
    assert ranking.verticalScrollBar().value() > 0
    window.document.new(Study.of(replace(document.scenario, home="DEU", name="Other")))
    assert ranking.verticalScrollBar().value() == 0
    assert set(movements(window)) == {0}


def test_that_another_version_of_the_data_is_told_of_once(window, other, tmp_path):
    study = replace(read_study(other), pack=PackVersion(window.document.pack.name, "1999.1"))
    old = tmp_path / "old.advisor"
    write_study(study, old)
    assert window.open_file(old)
    now = window.document.pack.version
    said = f"old.advisor: Made with data of 1999.1, shown with {now}: figures may differ."
    assert window.messages.text == said
    assert window.files.save_to(old)
    assert read_study(old).pack.version == now
    assert window.open_file(old)
    assert window.messages.text == ""


def test_that_all_names_that_the_pack_lacks_are_said_in_one_message(window, other):
    document = json.loads(other.read_text(encoding="utf-8"))
    document["scenarios"][0]["criterion_weights"] = {"rian": 1.0}
    document["own"]["figures"] = [{"location": "atlantis", "criterion": "price", "value": 1.0}]
    other.write_text(json.dumps(document), encoding="utf-8")
    before = window.document.study
    assert not window.open_file(other)
    assert "There is no location 'atlantis'" in window.messages.text
    assert "There is no criterion 'rian'" in window.messages.text
    assert window.document.study is before


def test_that_a_file_changed_elsewhere_is_not_written_over_unasked(window, other):
    assert window.open_file(other)
    write_study(Study.of(Scenario(name="Somebody else's")), other)
    window.document.rename("Mine")
    window.actions_["save"].trigger()
    assert "other.advisor was changed elsewhere" in window.messages.text
    assert read_study(other).active == "Somebody else's"
    assert not window.document.undo_stack.isClean()
    QTest.mouseClick(window.messages.action_button, LEFT)
    assert read_study(other).active == "Mine"
    assert window.document.undo_stack.isClean()
    window.document.rename("Mine again")
    window.actions_["save"].trigger()
    assert read_study(other).active == "Mine again"


def test_that_a_file_of_version_1_opens_and_is_saved_beside_it(open_window, document, tmp_path):
    window = open_window(document)
    old = tmp_path / "plan.advisor.json"
    shutil.copy(OLD, old)
    before = old.read_bytes()
    assert window.open_file(old)
    window.document.rename("Plan")
    window.actions_["save"].trigger()
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    assert Path(dialog.selectedFiles()[0]).name == "plan.advisor"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("plan.advisor")
    dialog.accept()
    assert read_study(tmp_path / "plan.advisor").active == "Plan"
    assert old.read_bytes() == before


def test_that_the_dialog_for_opening_offers_files_of_both_suffixes(window):
    window.actions_["open"].trigger()
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    assert "*.advisor *.advisor.json" in dialog.nameFilters()[0]
    dialog.reject()


def drop(window, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, LEFT, none)
    QApplication.sendEvent(window, enter)
    let_go = QDropEvent(QPointF(50, 50), copy, data, LEFT, none)
    QApplication.sendEvent(window, let_go)
    return enter.isAccepted()


def test_that_a_study_dropped_on_the_window_is_opened(window, other, qtbot):
    assert drop(window, other)
    qtbot.waitUntil(lambda: window.document.path == other)
    assert window.settings.recent_files == [other]


def test_that_a_drop_asks_about_unsaved_changes_first(window, other, qtbot):
    window.document.rename("Unsaved")
    assert drop(window, other)
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox, "unsavedQuestion")))
    assert window.document.scenario.name == "Unsaved"
    box = next(box for box in window.findChildren(QMessageBox, "unsavedQuestion") if box.isVisible())
    QTest.mouseClick(box.button(QMessageBox.StandardButton.Discard), LEFT)
    assert window.document.path == other


def test_that_other_things_cannot_be_dropped(window, other, tmp_path):
    picture = tmp_path / "picture.png"
    picture.touch()
    assert not drop(window, picture)
    assert not drop(window, other, picture)
    assert window.document.path is None


def test_that_a_name_that_another_scenario_has_is_put_back(window):
    study = window.document.study
    two = replace(study, scenarios=(*study.scenarios, replace(study.scenario, name="Second")))
    window.document.new(two)
    window.header.name.setText("Second")
    QTest.keyClick(window.header.name, Qt.Key.Key_Return)
    assert window.document.scenario.name == study.active
    assert window.header.name.text() == study.active
