"""The assistant in a real window: what it shows, asks and takes in, by mouse and by keyboard."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from advisor.app.document.document import Document
from advisor.app.workers import intake_reader
from advisor.scenario.intake.layout import Role
from advisor.scenario.intake.proposals import TargetKind
from advisor.scenario.intake.taking import taken_in
from advisor.scenario.study.study import Study
from advisor.ui.intake.intake_page import CHECK, PLACES, SERIES, TABLE, IntakePage
from advisor.ui.intake.own_data_page import OwnDataPage
from advisor.ui.window.intake_opening import open_import
from advisor.ui.window.pack_opening import open_pack_page, window_command

TEXT = "Country,Wifi (Mbit/s),Crime\nPoland,50,1\nRomania,90,2\nKorea,70,3\nWorld,60,2\n"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "wifi.csv"
    path.write_text(TEXT)
    return path


def settled(qtbot: QtBot, page: IntakePage) -> None:
    qtbot.waitUntil(
        lambda: page.plan is not None and not page.reader.is_busy and page.is_complete, timeout=20_000
    )


@pytest.fixture
def page(qtbot: QtBot, document: Document, table: Path) -> IntakePage:
    made = IntakePage(document, table)
    qtbot.addWidget(made)
    made.resize(820, 700)
    made.show()
    settled(qtbot, made)
    return made


def test_the_first_step_shows_the_table_and_what_each_column_is(page):
    model = page.table.model
    assert model.index(0, 1).data() == "Wifi (Mbit/s)"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Location"
    assert page.table.roles["Crime"].currentData() == Role.VALUE
    assert "Header on line 1" in page.table.understood.text()


def test_a_plan_is_shown_in_front_at_once_and_by_other_steps_in_later_turns(qtbot, page, monkeypatch):
    shown: list[object] = []
    for step in page.pages:
        monkeypatch.setattr(step, "show_plan", lambda _plan, step=step: shown.append(step))
    page.go_to(PLACES)
    page.reader.planned.emit(page.plan)
    assert shown == [page.places]
    qtbot.waitUntil(lambda: page.is_complete)
    assert shown == [page.places, page.table, page.series, page.check]
    page.reader.planned.emit(page.plan)
    page.go_to(CHECK)  # nobody sees a step that does not know the plan
    assert set(shown[4:]) == set(page.pages)


def test_another_role_changes_what_is_taken(qtbot, page):
    box = page.table.roles["Crime"]
    box.setCurrentIndex(box.findData(Role.SKIP))
    box.activated.emit(box.currentIndex())
    settled(qtbot, page)
    assert [one.series.label for one in page.plan.series] == ["Wifi"]


def test_a_name_that_is_not_clear_is_asked_and_one_click_decides(qtbot, page):
    page.go_to(PLACES)
    assert list(page.places.combos) == ["Korea"]
    assert not page.plan.is_ready
    south = next(button for button in page.places.offers["Korea"] if button.text() == "South Korea")
    QTest.mouseClick(south, LEFT)
    settled(qtbot, page)
    assert page.places.combos == {}
    assert "Korea is South Korea" in page.places.decided.text()
    assert page.plan.is_ready


def test_that_rows_of_many_names_are_made_in_turns_of_their_own(qtbot, document, tmp_path):
    path = tmp_path / "names.csv"
    names = [f"Nowhere {at}" for at in range(12)]
    path.write_text(
        "\n".join(["Country,Wifi", "Poland,3", *(f"{name},4" for name in names)]), encoding="utf-8"
    )
    page = IntakePage(document, path)
    qtbot.addWidget(page)
    page.resize(820, 700)
    page.show()
    settled(qtbot, page)
    page.go_to(PLACES)
    page.places._make([(place, len(lines)) for place, lines in page.plan.asked])
    assert list(page.places.combos) == names[:1]
    qtbot.waitUntil(lambda: list(page.places.combos) == names)
    page.places.show_plan(page.plan)  # asks the same: nothing is made anew
    assert list(page.places.combos) == names
    qtbot.waitUntil(lambda: all(combo.isVisible() for combo in page.places.combos.values()))


def test_sites_that_lie_nowhere_are_named_where_they_can_be_left_out(qtbot, document, tmp_path):
    path = tmp_path / "sites.csv"
    path.write_text(
        "Site,Latitude,Longitude,Seats\nKraków hub,50.06,19.94,120\nAt sea,0,-30,1\n", encoding="utf-8"
    )
    made = IntakePage(document, path)
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, made)
    made.go_to(SERIES)
    made.next_button.click()
    assert made.step == PLACES
    assert made.places.lost.isVisible()
    assert made.places.lost.text().startswith("3: 'At sea' lies in no country of the data pack.")
    made.places.skip.click()
    settled(qtbot, made)
    assert not made.places.lost.isVisible()
    assert made.plan.is_ready


def test_what_a_series_becomes_is_edited_on_the_spot_beside_its_picture(qtbot, page):
    page.go_to(SERIES)
    card = page.series.cards["Wifi (Mbit/s)"]
    assert card.kind.currentData() == TargetKind.NEW
    upper = card.fields["upper"]
    assert isinstance(upper, QLineEdit)
    upper.setFocus()
    upper.selectAll()
    QTest.keyClicks(upper, "200")
    QTest.keyClick(upper, Qt.Key.Key_Return)
    settled(qtbot, page)
    assert page.plan.series[0].target.new.upper == 200
    scene = card.picture.scene
    assert any("200 Mbit/s" in getattr(mark, "text", "") for mark in scene.of("best"))
    upper.selectAll()
    QTest.keyClicks(upper, "1")
    QTest.keyClick(upper, Qt.Key.Key_Return)
    assert "below the upper one" in card.problem.text()
    assert page.plan.series[0].target.new.upper == 200


def test_problems_stand_with_line_and_cure_and_nothing_can_be_taken_in(page):
    page.go_to(CHECK)
    model = page.check.problems.problems
    assert model.index(0, 0).data() == "4"
    assert "South Korea (KOR)" in model.index(0, 3).data()
    assert not page.take_button.isEnabled()
    assert not page.take()


def test_the_keyboard_goes_through_the_steps_and_passes_over_what_need_not_be_asked(qtbot, page):
    page.places.place_chosen.emit("Korea", "KOR")
    settled(qtbot, page)
    for _ in range(2):
        page.next_button.setFocus()
        QTest.keyClick(page.next_button, Qt.Key.Key_Space)
    assert page.step == CHECK
    page.back_button.setFocus()
    QTest.keyClick(page.back_button, Qt.Key.Key_Space)
    assert page.step == PLACES


def test_a_file_that_cannot_be_read_says_why(qtbot, document, tmp_path):
    path = tmp_path / "broken.xlsx"
    path.write_text("no archive")
    made = IntakePage(document, path)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.problem.text()), timeout=20_000)
    assert "is no spreadsheet that can be read" in made.problem.text()
    assert made.step == TABLE


def test_a_long_table_shows_progress_and_can_be_cancelled_while_the_window_goes_on(qtbot, document, tmp_path):
    path = tmp_path / "big.csv"
    rows = [f"{key},{year},{year % 7}\n" for year in range(1900, 2080) for key in document.pack.location_ids]
    path.write_text("iso3,year,wifi\n" + "".join(rows * 3)[: 100_000 * 16])
    made = IntakePage(document, path)
    qtbot.addWidget(made)
    made.show()
    parts: list[float] = []
    made.reader.progressed.connect(parts.append)
    qtbot.waitUntil(lambda: len(parts) > 2, timeout=30_000)  # events are handled meanwhile
    assert made.reader.is_busy
    with qtbot.waitSignal(made.given_up):
        QTest.mouseClick(made.cancel_button, LEFT)
    assert not made.reader.is_busy
    made.reader.shutdown()
    assert made.plan is None


def test_many_series_are_shown_a_few_at_a_time_so_that_the_window_goes_on(qtbot, document, tmp_path):
    path = tmp_path / "many.csv"
    names = [f"Wifi {at}" for at in range(30)]
    path.write_text(
        "\n".join([",".join(["Country", *names]), *(f"{key}{',5' * 30}" for key in ("POL", "ROU"))])
    )
    made = IntakePage(document, path)
    qtbot.addWidget(made)
    made.show()
    settled(qtbot, made)
    assert len(made.series.cards) < 10  # nobody sees them yet
    made.go_to(SERIES)
    assert not made.series.is_complete
    qtbot.waitUntil(lambda: made.series.is_complete, timeout=20_000)
    assert list(made.series.cards) == [one.series.key for one in made.plan.series]
    card = made.series.cards["Wifi 29"]
    assert card.title.text() == "Wifi 29"


def test_what_many_columns_are_is_shown_a_few_at_a_time(qtbot, document, tmp_path):
    path = tmp_path / "many.csv"
    names = [f"Wifi {at}" for at in range(30)]
    path.write_text("\n".join([",".join(["Country", *names]), f"POL{',5' * 30}", f"ROU{',6' * 30}"]))
    made = IntakePage(document, path)
    qtbot.addWidget(made)
    seen = set()  # in the turns between
    turns = QTimer(made)
    turns.timeout.connect(lambda: seen.add(len(made.table.roles)))
    turns.start(0)
    made.show()
    qtbot.waitUntil(lambda: len(made.table.roles) == 31)
    settled(qtbot, made)
    turns.stop()
    assert any(0 < count < 31 for count in seen)
    assert list(made.table.roles) == ["Country", *names]
    assert {box.currentData() for box in made.table.roles.values()} == {Role.PLACE, Role.VALUE}
    made.table.role_chosen.emit("Wifi 29", Role.SKIP)
    settled(qtbot, made)
    assert made.table.roles["Wifi 29"].currentData() == Role.SKIP
    assert len(made.plan.series) == 29


def test_an_edit_while_a_table_is_taken_in_is_not_lost(qtbot, page, document):
    page.places.place_chosen.emit("Korea", "KOR")
    settled(qtbot, page)
    assert page.take()
    document.rename("Edited meanwhile")
    with qtbot.waitSignal(page.taken, timeout=20_000):
        pass
    assert document.scenario.name == "Edited meanwhile"
    assert {criterion.id for criterion in document.study.own.criteria} == {"wifi", "crime"}
    document.undo_stack.undo()
    assert document.scenario.name == "Edited meanwhile"
    assert document.study.own.criteria == ()


def test_taking_in_is_done_off_the_main_thread_and_can_be_cancelled(qtbot, page, document, monkeypatch):
    threads: list[threading.Thread] = []
    go_on = threading.Event()

    def take(*given: Any) -> Study:
        threads.append(threading.current_thread())
        go_on.wait(20)
        return taken_in(*given)

    monkeypatch.setattr(intake_reader, "taken_in", take)
    page.places.place_chosen.emit("Korea", "KOR")
    settled(qtbot, page)
    page.go_to(CHECK)
    before = document.study
    QTest.mouseClick(page.take_button, LEFT)
    qtbot.waitUntil(page.cancel_button.isVisible)
    assert not page.take_button.isEnabled()
    QTest.mouseClick(page.cancel_button, LEFT)
    go_on.set()
    page.reader.shutdown()
    assert threads[0] is not threading.main_thread()
    assert document.study is before
    assert page.take_button.isEnabled()


def test_a_page_of_many_parts_goes_when_it_closes_and_reads_no_more(
    qtbot, document, open_window, table, monkeypatch
):
    window = open_window(document)
    page = open_import(window, table)
    assert page is not None
    settled(qtbot, page)
    page.go_to(SERIES)
    qtbot.waitUntil(lambda: page.series.is_complete)
    page.reader.ask(document.pack, document.study, page.plan.choices)
    window.side_page.close_page()
    assert not page.reader.is_busy
    qtbot.waitUntil(lambda: not isValid(page))
    assert open_import(window, table) is not None  # and another one comes in its place
    assert window.side_page.content is not page
    settled(qtbot, window.side_page.content)


def test_everything_is_taken_in_as_one_step_that_one_undo_takes_back(qtbot, document, open_window, table):
    window = open_window(document)
    before = document.study
    page = open_import(window, table)
    assert page is not None
    settled(qtbot, page)
    page.places.place_chosen.emit("Korea", "KOR")
    settled(qtbot, page)
    page.go_to(CHECK)
    with qtbot.waitSignal(page.taken):
        QTest.mouseClick(page.take_button, LEFT)
    assert window.side_page.isHidden()
    assert document.undo_stack.undoText() == "import wifi.csv"
    assert {criterion.id for criterion in document.study.own.criteria} == {"wifi", "crime"}
    assert {"wifi", "crime"} <= set(window.priorities.criterion_rows)
    document.undo_stack.undo()
    assert document.study == before
    assert "wifi" not in window.priorities.criterion_rows


def drop(window: Any, *paths: Path) -> bool:
    """Let files go over a window; whether it would have them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, LEFT, none)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, LEFT, none))
    return enter.isAccepted()


def test_drops_are_told_apart(
    qtbot: QtBot,
    generic_document: Document,
    open_window: Callable[[Document], Any],
    table: Path,
    write_pack: Any,
) -> None:
    window = open_window(generic_document)
    assert drop(window, table)
    qtbot.waitUntil(lambda: window.side_page.content is not None)
    page = window.side_page.content
    assert isinstance(page, IntakePage)
    settled(qtbot, page)
    window.side_page.close_page()
    folder = write_pack(criteria="id,direction,lower,upper\nquality,up,0,ten\n")
    assert drop(window, folder)
    assert window.side_page.title == "Data pack"
    checked = window.side_page.content
    qtbot.waitUntil(lambda: not checked.checker.is_busy and bool(checked.problems), timeout=20_000)
    assert not checked.open_button.isEnabled()
    assert checked.table.problems.index(0, 0).data() == "criteria.csv"
    window.side_page.close_page()
    assert not drop(window, folder.parent)


def test_a_pack_that_can_be_ranked_opens_in_a_window_of_its_own(
    qtbot: QtBot,
    generic_document: Document,
    open_window: Callable[[Document], Any],
    write_pack: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[tuple[str, list[str]]] = []

    def start(program: str, arguments: list[str]) -> tuple[bool, int]:
        started.append((program, arguments))
        return True, 1

    monkeypatch.setattr(
        "advisor.ui.window.pack_opening.QProcess.startDetached",
        start,
    )
    window = open_window(generic_document)
    folder = write_pack()
    page = open_pack_page(window, folder)
    qtbot.waitUntil(page.open_button.isEnabled, timeout=20_000)
    QTest.mouseClick(page.open_button, LEFT)
    assert [[program, *arguments] for program, arguments in started] == [window_command(folder)]
    assert window_command(folder)[-2:] == ["--pack", str(folder)]
    assert "opens in a window of its own" in window.messages.text


def test_the_users_own_tables_are_listed_and_can_be_taken_back(qtbot, document, tmp_path):
    path = tmp_path / "wifi.csv"
    path.write_text("Country,Wifi\nPoland,50\nRomania,90\n")
    before = document.study
    made = IntakePage(document, path)
    qtbot.addWidget(made)
    settled(qtbot, made)
    with qtbot.waitSignal(made.taken):
        assert made.take()
    listed = OwnDataPage(document)
    qtbot.addWidget(listed)
    listed.show()
    (source,) = document.study.own.sources
    QTest.mouseClick(listed.back_buttons[source.id], LEFT)
    assert document.study == before
    assert listed.back_buttons == {}
    assert not listed.nothing.isHidden()
    document.undo_stack.undo()
    assert list(listed.back_buttons) == [source.id]
    weighed = replace(document.scenario, criterion_weights={"wifi": 50.0})
    document.edit(weighed, "weigh")
    assert not listed.take_back(source.id)
    assert "weights or must-haves name it" in listed.problem.text()
