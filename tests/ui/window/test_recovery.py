"""What a window that was killed has kept: offered, recovered, discarded, or left for later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from advisor.app.document.journal import Journal, Unsaved, journal_folder
from advisor.scenario.study.study import Study

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def leave(generic_document):
    """Leaves a journal as a window does that is killed."""

    def one(name, day=29, scenario=None, path=None):
        scenario = scenario or generic_document.scenario
        study = Study.of(replace(scenario, name=name), generic_document.pack)
        journal = Journal.new(journal_folder())
        journal.keep(Unsaved(study, path, None, datetime(2027, 11, day, 16, 5)))
        journal.release()
        return journal.file

    return one


@pytest.fixture
def window(open_window, generic_document):
    return lambda: open_window(generic_document)


def press(button):
    QTest.mouseClick(button, LEFT)


def test_that_a_start_without_losses_offers_nothing(window):
    assert window().messages.text == ""


def test_that_what_was_lost_is_offered_and_recovered(window, leave, tmp_path):
    file = leave("Night shift", path=tmp_path / "night.advisor")
    opened = window()
    assert "“Night shift”" in opened.messages.text
    assert "29 Nov 2027" in opened.messages.text
    assert opened.messages.action_button.text() == "Recover"
    press(opened.messages.action_button)
    assert opened.document.scenario.name == "Night shift"
    assert opened.document.path == tmp_path / "night.advisor"
    assert opened.isWindowModified()
    assert opened.messages.text == ""
    assert not file.exists()
    (mine,) = journal_folder().glob("*.recovery")  # it is not saved yet, so it is kept still
    assert Journal(mine).read().study == opened.document.study


def test_that_discarding_is_for_good(window, leave):
    file = leave("Night shift")
    opened = window()
    press(opened.messages.second_button)
    assert not file.exists()
    assert opened.messages.text == ""
    assert opened.document.scenario.name == "Untitled scenario"


def test_that_it_is_kept_until_the_user_decides(window, leave):
    file = leave("Night shift")
    first = window()
    press(first.messages.close_button)
    assert first.messages.text == ""
    first.close()
    assert file.exists()
    assert "“Night shift”" in window().messages.text


def test_that_another_message_does_not_push_the_offer_away(window, leave, tmp_path):
    leave("Night shift")
    opened = window()
    opened.open_file(tmp_path / "missing.advisor")
    assert "missing.advisor" in opened.messages.text
    assert not opened.messages.action_button.isVisible()
    press(opened.messages.close_button)
    assert "“Night shift”" in opened.messages.text
    assert opened.messages.action_button.isVisible()


def test_that_several_are_offered_one_after_the_other(window, leave):
    leave("First")
    leave("Second")
    opened = window()
    assert {"“First”" in opened.messages.text, "“Second”" in opened.messages.text} == {True, False}
    before = opened.messages.text
    press(opened.messages.close_button)
    assert "kept on" in opened.messages.text
    assert opened.messages.text != before
    press(opened.messages.second_button)
    assert opened.messages.text == ""
    assert len(list(journal_folder().glob("*.recovery"))) == 1


def test_that_two_windows_do_not_take_each_others(open_window, generic_document, leave):
    leave("Night shift")
    first = open_window(generic_document)
    assert "“Night shift”" in first.messages.text
    second = open_window(generic_document)
    assert second.messages.text == ""


def test_that_unsaved_changes_of_the_open_study_are_asked_for_first(window, leave):
    leave("Night shift")
    opened = window()
    document = opened.document
    document.edit(replace(document.scenario, name="Begun already"), "rename")
    press(opened.messages.action_button)
    (box,) = opened.findChildren(QMessageBox, "unsavedQuestion")
    press(box.button(QMessageBox.StandardButton.Cancel))
    assert document.scenario.name == "Begun already"
    assert "“Night shift”" in opened.messages.text


def test_that_what_does_not_fit_the_pack_stays_kept(window, leave, generic_document):
    file = leave("Night shift", scenario=replace(generic_document.scenario, function="astrology"))
    opened = window()
    press(opened.messages.action_button)
    assert "astrology" in opened.messages.text
    assert file.exists()
    press(opened.messages.close_button)
    assert "“Night shift”" in opened.messages.text


def test_that_the_kept_copy_goes_only_once_it_is_kept_anew(window, leave, monkeypatch):
    file = leave("Night shift")
    opened = window()

    def full(_self, _unsaved):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "keep", full)
    press(opened.messages.action_button)
    assert opened.document.scenario.name == "Night shift"
    assert file.exists()
    assert "No space left on device" in opened.messages.text


def test_that_a_damaged_one_is_said_and_can_be_discarded(window):
    folder = journal_folder()
    folder.mkdir(parents=True)
    (folder / "x.recovery").write_bytes(b"{")
    opened = window()
    assert "cannot be read" in opened.messages.text
    press(opened.messages.action_button)
    assert list(folder.glob("*.recovery")) == []


def test_that_a_window_without_a_folder_works_and_keeps_nothing(window, monkeypatch):
    monkeypatch.setenv("LOCATION_ADVISOR_DATA", "")
    opened = window()
    assert opened.recovery.autosave is None
