"""Journals of studies that are not saved: whole, private, and nobody else's."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from advisor.app.document.document import Document
from advisor.app.document.journal import Journal, Unsaved, abandoned_journals
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.json_reading import StudyFileError

THEN = datetime(2027, 11, 29, 16, 5)
posix = pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")


@pytest.fixture
def document(qapp, write_pack):
    pack = load_pack(write_pack())
    return Document(Assessor(pack), default_study(pack))


def rename(document, name):
    document.edit(replace(document.scenario, name=name), "rename")


def only(folder) -> Journal:
    (found,) = abandoned_journals(folder)
    return found


def test_that_a_journal_gives_back_what_was_kept(document, tmp_path):
    path = Path(os.fsdecode(b"/plans/caf\xe9.advisor"))
    unsaved = Unsaved(document.study, path, (1, 2, 3), THEN)
    journal = Journal.new(tmp_path)
    journal.keep(unsaved)
    assert journal.read() == unsaved


@posix
def test_that_nobody_else_can_read_a_journal(document, tmp_path):
    journal = Journal.new(tmp_path / "recovery")
    journal.keep(Unsaved(document.study, None, None, THEN))
    journal.keep(Unsaved(document.study, None, None, THEN))
    assert journal.file.stat().st_mode & 0o777 == 0o600
    assert journal.file.parent.stat().st_mode & 0o777 == 0o700


def test_that_the_journal_of_an_open_window_is_nobody_elses(document, tmp_path):
    mine = Journal.new(tmp_path)
    mine.keep(Unsaved(document.study, None, None, THEN))
    assert abandoned_journals(tmp_path) == []
    mine.release()
    theirs = only(tmp_path)
    assert theirs.file == mine.file
    assert abandoned_journals(tmp_path) == []


def test_that_locks_of_windows_that_kept_nothing_go(tmp_path):
    journal = Journal.new(tmp_path)
    assert journal.hold()
    lock = next(tmp_path.iterdir())
    content = lock.read_bytes()
    journal.release()
    lock.write_bytes(content.replace(str(os.getpid()).encode(), b"999999999", 1))  # of a program that is gone
    assert abandoned_journals(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"format": "location-advisor-recovery", "version": 1}',
        b'{"format": "location-advisor-recovery", "version": 2}',
        b'{"format": "location-advisor-recovery", "version": 1, "kept": "then", "study": {}}',
        b'{"format": "location-advisor-recovery", "version": 1, "kept": "2027-11-29T16:05:00", "file": null,'
        b' "file_state": [1], "study": {}}',
        b'{"format": "location-advisor-recovery", "version": 1, "kept": "2027-11-29T16:05:00", "file": 7,'
        b' "file_state": null, "study": {}}',
        b'{"format": "location-advisor-recovery", "version": 1, "kept": "2027-11-29T16:05:00", "file": null,'
        b' "file_state": null, "study": {}}',
    ],
)
def test_that_a_damaged_journal_is_said_to_be(tmp_path, content):
    (tmp_path / "x.recovery").write_bytes(content)
    with pytest.raises(StudyFileError):
        only(tmp_path).read()


def test_that_a_recovered_study_is_not_saved_and_knows_its_file(document, tmp_path):
    path = tmp_path / "one.advisor"
    document.save(path)
    rename(document, "two")
    unsaved = Unsaved(document.study, document.path, document.file_state, THEN)
    document.new(default_study(document.pack))
    document.recover(unsaved)
    assert document.scenario.name == "two"
    assert document.path == path
    assert not document.undo_stack.isClean()
    document.save(path)
    assert document.undo_stack.isClean()
