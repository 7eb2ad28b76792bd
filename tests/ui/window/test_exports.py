"""Exports are made in the background: the window goes on, says how far it is, and can give one up."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.export.export_format import ExportFormat
from advisor.ui.window.page_printer import PagePrinter


class Slow:
    """A format that takes as long as the test wants."""

    def __init__(self):
        self.may_end, self.threads, self.names = threading.Event(), [], []

    def make(self, subject, progress):
        self.threads.append(threading.current_thread())
        progress(0.5)
        self.may_end.wait(20)
        progress(0.9)
        self.names.append(subject.assessment.scenario.name)
        return {"": subject.assessment.scenario.name.encode()}

    @property
    def how(self) -> ExportFormat:
        return ExportFormat(".slow", "Slow", "", self.make)


@pytest.fixture
def slow():
    slow = Slow()
    yield slow
    slow.may_end.set()


@pytest.fixture
def window(open_window, generic_document):
    return open_window(generic_document)


def is_at(window, done):
    bar = window.messages.bar
    return bar.isVisible() and bar.value() == round(done * bar.maximum())


def test_that_an_export_says_how_far_it_is_while_the_window_goes_on(window, slow, tmp_path, qtbot):
    document = window.document
    window.files.export(tmp_path / "a.slow", slow.how)
    document.rename("Later")
    qtbot.waitUntil(lambda: is_at(window, 0.1 + 0.9 * 0.5))
    assert window.messages.text == "Exporting to a.slow…"
    assert not (tmp_path / "a.slow").exists()
    slow.may_end.set()
    qtbot.waitUntil(lambda: "Exported to" in window.messages.text)
    assert not window.messages.bar.isVisible()
    # The study as it was when it was asked for.
    assert (tmp_path / "a.slow").read_text() == "Untitled scenario"
    assert slow.threads[0] is not threading.main_thread()


def test_that_an_export_that_is_given_up_leaves_the_earlier_file(window, slow, tmp_path, qtbot):
    path = tmp_path / "out" / "a.slow"
    path.parent.mkdir()
    path.write_text("earlier")
    window.files.export(path, slow.how)
    qtbot.waitUntil(window.messages.action_button.isVisible)
    slow.may_end.set()
    window.messages.action_button.click()
    assert window.messages.text == "a.slow was not exported."
    assert not window.files.exports.is_busy
    assert [one.name for one in path.parent.iterdir()] == ["a.slow"]
    assert path.read_text() == "earlier"


def test_that_two_exports_at_once_are_both_written(window, slow, tmp_path, qtbot):
    other = Slow()
    window.files.export(tmp_path / "a.slow", slow.how)
    window.files.export(tmp_path / "b.slow", other.how)
    slow.may_end.set()
    other.may_end.set()
    qtbot.waitUntil(lambda: not window.files.exports.is_busy)
    assert (tmp_path / "a.slow").exists() and (tmp_path / "b.slow").exists()


def test_that_a_window_that_closes_gives_up_its_exports(window, slow, tmp_path, qtbot):
    window.files.export(tmp_path / "a.slow", slow.how)
    qtbot.waitUntil(lambda: bool(slow.threads))
    slow.may_end.set()
    window.close()
    assert not slow.threads[0].is_alive()
    assert not window.files.exports.is_busy


def test_that_a_fault_in_an_export_is_said_with_a_way_to_try_again(window, slow, tmp_path, qtbot):
    def fail(_subject, _progress):
        raise ValueError("no figures")

    window.files.export(tmp_path / "a.slow", replace(slow.how, make=fail))
    qtbot.waitUntil(lambda: "no figures" in window.messages.text)
    assert window.messages.action_button.text() == "Try again"
    assert not (tmp_path / "a.slow").exists()


def test_that_a_page_that_cannot_be_printed_is_said(window, slow, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(PagePrinter, "print_page", lambda printer, _page: printer.failed.emit("no paper"))
    page = ExportFormat(".slow", "Slow", "", slow.make, page=lambda _subject, _progress: "<html>never</html>")
    window.files.export(tmp_path / "a.slow", page)
    qtbot.waitUntil(lambda: "no paper" in window.messages.text)
    assert not window.files.exports.is_busy
    assert not (tmp_path / "a.slow").exists()


def test_that_a_picture_is_the_same_wherever_it_is_drawn():
    from advisor.export.rasterizer import rasterized

    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="5" height="5"/></svg>'
    drawn: list[bytes] = []
    thread = threading.Thread(target=lambda: drawn.append(rasterized(svg, 2.0)))
    thread.start()
    thread.join()
    assert drawn == [rasterized(svg, 2.0)]


def test_that_a_picture_is_drawn_here_where_no_process_can_be_started(monkeypatch, tmp_path: Path):
    from advisor.export.rasterizer import rasterized

    monkeypatch.setattr("sys.executable", str(tmp_path / "nowhere"))
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    drawn: list[bytes] = []
    thread = threading.Thread(target=lambda: drawn.append(rasterized(svg, 1.0)))
    thread.start()
    thread.join()
    assert drawn[0].startswith(b"\x89PNG")
