"""A change of the look dresses what is seen first and once, and the rest in the turns that come."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from advisor.ui.look.current import dress_last, finish_dressing, follow_look, look_in_force, put_in_force
from advisor.views.look.theme import DARK, LIGHT, presented

MANY = 80  # rows, of which a window shows some


class Counted(QLabel):
    """Counts how often it is dressed and painted, and follows the look."""

    def __init__(self, text: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.dressed = self.painted = 0
        self.followed: list[object] = []
        self.painted_as: list[tuple[int, int]] = []  # how often dressed and told of a look each time
        follow_look(self.follow)

    def follow(self):
        self.followed.append(look_in_force())

    def changeEvent(self, event):  # noqa: N802
        super().changeEvent(event)
        self.dressed += event.type() == QEvent.Type.StyleChange

    def paintEvent(self, event):  # noqa: N802
        super().paintEvent(event)
        self.painted += 1
        self.painted_as.append((self.dressed, len(self.followed)))

    @property
    def wears(self):
        return self.palette().color(QPalette.ColorRole.WindowText).name()


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.inner = QFrame(made)
    made.inner.setObjectName("header")  # opaque
    made.seen, made.hidden = Counted("seen", made.inner), Counted("hidden", made.inner)
    QVBoxLayout(made).addWidget(made.inner)
    column = QVBoxLayout(made.inner)
    column.addWidget(made.seen)
    column.addWidget(made.hidden)
    column.addWidget(QLineEdit("typed"))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.hidden.painted > 0)
    made.hidden.hide()
    finish_dressing()
    QApplication.processEvents()
    for one in (made.seen, made.hidden):
        one.dressed = one.painted = 0
        one.followed.clear()
    return made


def painted_rows(window, qtbot, count):
    """Many more widgets in a window, all of which have been painted."""
    rows = [Counted(str(number), window.inner) for number in range(count)]
    for row in rows:
        window.inner.layout().addWidget(row)
    qtbot.waitUntil(lambda: all(row.painted for row in rows))
    return rows


def test_that_what_is_seen_is_dressed_at_once_and_once(window):
    put_in_force(DARK)
    assert window.seen.wears == QColor(DARK.text).name()
    finish_dressing()
    assert window.seen.dressed == 1


def test_that_what_follows_is_told_in_the_turn_after_and_before_it_is_painted(window, qtbot):
    told_when_painted = []

    def paint(event):
        told_when_painted.append(list(window.seen.followed))

    window.seen.paintEvent = paint
    put_in_force(DARK)
    assert window.seen.followed == []
    qtbot.waitUntil(lambda: bool(told_when_painted))
    assert told_when_painted == [[DARK]]


def test_that_many_widgets_are_dressed_in_several_turns_and_painted_once_all_are(window, qtbot):
    rows = painted_rows(window, qtbot, 500)
    finish_dressing()
    QApplication.processEvents()
    seen = [row for row in rows if not row.visibleRegion().isEmpty()]
    for row in seen:
        row.painted = row.dressed = 0
    worn_when_painted = []

    def paint(_event):
        worn_when_painted.append({row.wears for row in seen})

    seen[0].paintEvent = paint  # type: ignore[method-assign]
    put_in_force(DARK)
    assert {row.wears for row in seen} == {QColor(LIGHT.text).name(), QColor(DARK.text).name()}
    qtbot.waitUntil(lambda: bool(worn_when_painted))
    assert worn_when_painted == [{QColor(DARK.text).name()}]
    assert {row.dressed for row in seen} == {1}


def test_that_a_second_look_in_between_is_the_only_one_that_is_put_on(window, qtbot):
    rows = painted_rows(window, qtbot, 200)
    put_in_force(DARK)
    put_in_force(presented(LIGHT))
    finish_dressing()
    QApplication.processEvents()
    assert {row.wears for row in rows} == {QColor(presented(LIGHT).text).name()}
    assert {row.followed[-1].text for row in rows} == {presented(LIGHT).text}


def test_that_what_follows_is_told_of_the_last_of_two_looks_alone(window):
    put_in_force(DARK)
    put_in_force(presented(LIGHT))
    finish_dressing()
    assert window.seen.followed == [presented(LIGHT)]


def test_that_it_is_painted_once(window, qtbot):
    put_in_force(DARK)
    qtbot.waitUntil(lambda: window.seen.painted > 0)
    finish_dressing()
    qtbot.wait(0)
    assert window.seen.painted == 1


def test_that_to_finish_paints_a_window_also_where_nothing_unseen_waits(window):
    window.hidden.show()
    put_in_force(DARK)
    assert (window.hidden.dressed, window.seen.painted) == (1, 0)
    finish_dressing()
    assert (window.seen.followed, window.seen.painted) == ([DARK], 1)


def test_that_it_is_painted_in_a_turn_after_it_is_dressed(window, qtbot):
    put_in_force(DARK)
    QApplication.sendPostedEvents()
    assert (window.seen.dressed, window.seen.painted) == (1, 0)
    put_in_force(LIGHT)  # before it was painted
    qtbot.waitUntil(lambda: window.seen.painted > 0)
    assert window.seen.painted == 1


def test_that_a_window_that_is_gone_before_it_is_painted_is_left_alone(qtbot, window):
    gone = QWidget()
    gone.show()
    put_in_force(DARK)
    delete(gone)
    qtbot.waitUntil(lambda: window.seen.painted > 0)


def test_that_no_widget_is_left_to_the_search_for_garbage(window, qtbot):
    gc.collect()
    put_in_force(DARK)
    finish_dressing()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        assert not [value for value in gc.garbage if isinstance(value, QWidget | list)]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()


def test_that_what_nobody_sees_is_dressed_in_a_later_turn(window, qtbot):
    put_in_force(DARK)
    assert (window.hidden.dressed, window.hidden.followed) == (0, [])
    qtbot.waitUntil(lambda: window.hidden.dressed == 1)
    assert window.hidden.wears == QColor(DARK.text).name()
    assert window.hidden.followed == [DARK]


def test_that_what_is_shown_before_its_turn_is_dressed_then(window):
    put_in_force(DARK)
    window.hidden.show()
    assert window.hidden.wears == QColor(DARK.text).name()
    finish_dressing()
    assert (window.hidden.dressed, window.hidden.followed) == (1, [DARK])


def test_that_only_the_last_of_two_looks_reaches_what_nobody_sees(window):
    put_in_force(DARK)
    put_in_force(LIGHT)
    finish_dressing()
    assert window.hidden.wears == QColor(LIGHT.text).name()
    assert (window.hidden.dressed, window.hidden.followed) == (1, [LIGHT])


def test_that_what_is_gone_before_its_turn_is_left_alone(window):
    put_in_force(DARK)
    window.hidden.setParent(None)
    window.hidden.deleteLater()
    window.hidden = None
    finish_dressing()


def test_that_rows_out_of_sight_wait(qtbot):
    area, inside = QScrollArea(), QWidget()
    rows = [Counted(f"row {at}") for at in range(MANY)]
    column = QVBoxLayout(inside)
    for row in rows:
        column.addWidget(row)
    area.setWidget(inside)
    area.resize(200, 200)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitUntil(lambda: rows[0].painted > 0)
    finish_dressing()
    for row in rows:
        row.dressed = 0
    put_in_force(DARK)
    assert rows[0].dressed == 1
    assert rows[-1].dressed == 0
    finish_dressing()
    assert {row.dressed for row in rows} == {1}


def test_that_a_menu_opened_later_wears_the_look(window, qtbot):
    menu = QMenu(window)
    menu.addAction("something")
    qtbot.addWidget(menu)
    menu.popup(window.pos())
    menu.hide()
    put_in_force(DARK)
    menu.popup(window.pos())
    assert menu.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    menu.hide()


def test_that_what_opens_over_a_window_is_dressed_first_of_what_nobody_sees(window, qtbot):
    told: list[object] = []

    class Told(QMenu):
        def changeEvent(self, event):  # noqa: N802
            super().changeEvent(event)
            if event.type() == QEvent.Type.StyleChange:
                told.append((look_in_force(), window.behind.dressed))

    window.behind = Counted("behind", QWidget(window))  # hidden with what holds it, and near to nobody
    menu = Told(
        window.seen
    )  # who follows the look; a menu is a window of its own and measured by nobody else
    menu.addAction("something")
    menu.popup(window.pos())
    menu.hide()
    window.behind.ensurePolished()
    finish_dressing()
    told.clear()
    window.behind.dressed = 0
    put_in_force(DARK)
    assert told == []
    qtbot.waitUntil(lambda: window.behind.dressed == 1)
    assert told == [(DARK, 0)]


def test_that_what_was_never_shown_is_told_at_once(qtbot):
    panel = Counted()
    qtbot.addWidget(panel)
    panel.ensurePolished()
    put_in_force(DARK)
    assert panel.followed == [LIGHT, DARK]
    assert panel.wears == QColor(DARK.text).name()


def test_that_a_large_part_is_dressed_over_several_turns(qtbot):
    window, part = QWidget(), QWidget()
    rows = [Counted(f"row {at}") for at in range(MANY)]
    column = QVBoxLayout(part)
    for row in rows:
        column.addWidget(row)
    QVBoxLayout(window).addWidget(part)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: rows[0].painted > 0)
    part.hide()
    finish_dressing()
    for row in rows:
        row.dressed = 0
    put_in_force(DARK)
    dark = QColor(DARK.text).name()
    qtbot.waitUntil(lambda: rows[0].wears == dark)
    assert rows[-1].wears != dark
    part.show()
    assert {row.dressed for row in rows} == {1}


def test_that_what_lies_over_a_window_is_dressed_in_the_next_turns_and_painted_as_a_whole(window, qtbot):
    over = Counted("over", window.inner)
    window.inner.layout().addWidget(over)
    inside = Counted("inside", over)
    over.show()
    qtbot.waitUntil(lambda: inside.painted > 0)
    dress_last(over)
    for one in (over, inside):
        one.dressed = 0
        one.followed.clear()
        one.painted_as.clear()
    put_in_force(DARK)
    assert window.seen.dressed == 1
    assert (over.dressed, inside.dressed, over.followed) == (0, 0, [])
    qtbot.waitUntil(lambda: (1, 1) in over.painted_as)
    assert inside.dressed == 1
    assert {*over.painted_as, *inside.painted_as} <= {(0, 0), (1, 1)}, "half done"
    assert (over.followed, inside.followed) == ([DARK], [DARK])


def test_that_whoever_measures_what_it_holds_finds_it_in_the_new_size(qtbot):
    class Measuring(QWidget):
        widths: list[int]

        def changeEvent(self, event):  # noqa: N802
            super().changeEvent(event)
            if event.type() == QEvent.Type.StyleChange:
                self.widths.append(self.held.fontInfo().pixelSize())

    window = QWidget()
    parts = [Measuring(window), Measuring(window)]
    column = QVBoxLayout(window)
    for part in parts:
        part.widths, part.held = [], QLabel("held", part)
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    parts[1].hide()
    finish_dressing()
    for part in parts:
        part.widths.clear()
    put_in_force(presented(LIGHT))
    finish_dressing()
    assert [part.widths for part in parts] == [[presented(LIGHT).base]] * 2


def test_that_what_is_shown_before_its_turn_hears_of_its_size_in_the_new_look(qtbot):
    class Fitting(QLabel):
        fitted: list[int]

        def resizeEvent(self, event):  # noqa: N802
            super().resizeEvent(event)
            self.fitted.append(self.fontInfo().pixelSize())

    window, pages = QWidget(), QStackedWidget()
    first, second = Fitting("first"), Fitting("second")
    for page in (first, second):
        page.fitted = []
        pages.addWidget(page)
    QVBoxLayout(window).addWidget(pages)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    pages.setCurrentIndex(1)
    pages.setCurrentIndex(0)
    put_in_force(presented(LIGHT))
    window.resize(500, 400)
    QApplication.sendPostedEvents()
    second.fitted.clear()
    pages.setCurrentIndex(1)
    assert second.fitted == [presented(LIGHT).base]
