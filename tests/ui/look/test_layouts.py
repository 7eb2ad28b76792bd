"""Windows laid out in the turn in which they change, and once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.look.layouts import neighbours_left, settle


class Neighbour(QWidget):
    """Counts how often it takes another size."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def resizeEvent(self, event):  # noqa: N802
        super().resizeEvent(event)
        self.sizes.append(event.size().height())


class Holder(QWidget):
    """A bar over a neighbour that has the rest of the height."""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.neighbour = QWidget(), Neighbour()
        self.short, self.tall = QLabel("short"), QLabel("tall\n\n\n\n\n\ntext")
        self.tall.hide()
        row = QHBoxLayout(self.bar)
        row.addWidget(self.short)
        row.addWidget(self.tall)
        column = QVBoxLayout(self)
        column.addWidget(self.bar)
        column.addWidget(self.neighbour, 1)


@pytest.fixture
def holder(qtbot: QtBot) -> Holder:
    made = Holder()
    made.resize(300, 400)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    made.neighbour.sizes.clear()
    return made


def test_that_qt_lays_out_neighbours_while_something_is_tried(holder: Holder) -> None:
    holder.tall.setVisible(True)
    assert holder.neighbour.sizes


def test_that_neighbours_are_laid_out_once_after_what_was_tried(holder: Holder) -> None:
    before = holder.neighbour.height()
    with neighbours_left(holder.bar):
        for is_seen in (True, False, True):
            holder.tall.setVisible(is_seen)
    assert holder.neighbour.sizes == []
    settle()
    assert len(holder.neighbour.sizes) == 1
    assert holder.neighbour.height() < before
    assert holder.bar.height() >= holder.tall.sizeHint().height()


def test_that_what_fails_leaves_the_layout_at_work(holder: Holder) -> None:
    with pytest.raises(ValueError, match="tried"), neighbours_left(holder.bar):
        raise ValueError("tried")
    assert holder.layout().isEnabled()


def test_that_a_widget_without_neighbours_is_tried_out_all_the_same(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    with neighbours_left(alone):
        alone.resize(10, 10)
