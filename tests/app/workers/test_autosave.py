"""What is not saved is kept while it is edited, and goes once it is saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from advisor.app.document.document import Document
from advisor.app.document.journal import abandoned_journals
from advisor.app.workers.autosave import Autosave
from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study


@pytest.fixture
def document(qapp, write_pack):
    pack = load_pack(write_pack())
    return Document(Assessor(pack), default_study(pack))


def rename(document, name):
    document.edit(replace(document.scenario, name=name), "rename")


def test_that_changes_are_kept_after_a_moment_although_editing_goes_on(document, qtbot, tmp_path):
    autosave = Autosave(document, tmp_path, delay_ms=20)
    with qtbot.waitSignal(autosave.kept):
        rename(document, "one")
    number = 0

    def go_on():
        nonlocal number
        number += 1
        rename(document, f"plan {number}")

    editing = QTimer()
    editing.timeout.connect(go_on)
    editing.start(1)  # never a pause as long as the delay
    with qtbot.waitSignals([autosave.kept] * 3):
        pass
    editing.stop()
    autosave._worker.shutdown()
    autosave._journal.release()
    assert abandoned_journals(tmp_path)[0].read().study.active.startswith("plan ")


def test_that_nothing_stays_once_it_is_saved_or_undone(document, qtbot, tmp_path):
    folder = tmp_path / "recovery"
    autosave = Autosave(document, folder, delay_ms=5)
    with qtbot.waitSignal(autosave.kept):
        rename(document, "one")
    document.save(tmp_path / "one.advisor")
    qtbot.waitUntil(lambda: list(folder.iterdir()) == [])
    with qtbot.waitSignal(autosave.kept):
        rename(document, "two")
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: list(folder.iterdir()) == [])
    with qtbot.waitSignal(autosave.kept):
        document.undo_stack.redo()
    autosave.shutdown()
    assert list(folder.iterdir()) == []


def test_that_what_cannot_be_kept_is_said_once_until_it_can(document, qtbot, tmp_path):
    folder = tmp_path / "file"
    folder.write_text("no folder")
    autosave = Autosave(document, folder, delay_ms=5)
    causes: list[str] = []
    autosave.failed.connect(causes.append)
    with qtbot.waitSignal(autosave._worker.failed):
        rename(document, "one")
    with qtbot.waitSignal(autosave._worker.failed):
        rename(document, "two")
    assert len(causes) == 1
    assert causes[0]
    folder.unlink()
    with qtbot.waitSignal(autosave.kept):
        rename(document, "three")
    autosave.shutdown()
