"""Rows of the must-haves: a limit on a figure, a choice, a set of boxes; each with what it excludes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.core.criteria import Criterion
from advisor.core.screening import Bound
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.widgets.announcing import announce
from advisor.ui.widgets.small_widgets import PlainLabel, label, restyle
from advisor.views.priorities.priorities_texts import excluded_sentence, limit_name
from advisor.words.data_words import data_text
from advisor.words.locale import digits
from advisor.words.number_input import NumberError, parse_figure, typed_figure
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_SIGNS = {">=": "\N{GREATER-THAN OR EQUAL TO}", "<=": "\N{LESS-THAN OR EQUAL TO}"}
_FIELD_EMS = 7.0  # all fields have one width, and no less than this, in units of the type size
_PADDING = 24  # pixels, both sides of a field together
_ARROW = 28  # pixels beyond the size of type beside the text of a choice: both sides and the arrow
_COUNT_EMS = 2.5  # "-205" in small type


def field_width(choices: Iterable[str]) -> int:
    """All fields of the must-haves have one width: with room for the hint on money and for every choice.

    No wider than that, because captions are read in one line where they can be.

    Args:
        choices: the entries of all boxes.
    """
    base = look_in_force().base
    font = QFont(QApplication.font())
    font.setPixelSize(base)
    width = QFontMetrics(font).horizontalAdvance
    chosen = max(map(width, choices), default=0) + base + _ARROW
    return max(round(_FIELD_EMS * base), width(t("USD, e.g. 30 k")) + _PADDING, chosen)


def _unbroken(caption: str) -> str:
    """A caption whose sign stays beside its last word."""
    words, _, sign = caption.rpartition(" ")
    return f"{words}\N{NO-BREAK SPACE}{sign}" if words and sign in _SIGNS.values() else caption


class MustHaveRow(QWidget):
    """A caption, something to set, and how many locations it excludes; room for an error below."""

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = caption
        self.title = PlainLabel(_unbroken(caption), self)
        self.title.setWordWrap(True)
        self.count = PlainLabel(parent=self)
        self.count.setProperty("role", "quiet")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.error = label("", "error", self)
        self.error.setWordWrap(True)
        self.error.hide()
        follow_look(self._dress)

    def show_count(self, excluded: int | None, unchecked: int = 0) -> None:
        """Say how many locations fail, and how many cannot be checked; None for no limit."""
        if excluded is None:
            self.count.setText("")
            self.count.setToolTip("")
            return
        said = excluded_sentence(excluded, unchecked)
        self.count.setText(digits(-excluded))
        self.count.setToolTip(as_typed(said))
        self.count.setAccessibleName(t("{caption}: {message}", caption=self.subject, message=said))

    def show_error(self, text: str) -> None:
        """Say what is wrong, below; empty for nothing."""
        if text and text != self.error.text():
            announce(self, text)
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def _dress(self) -> None:
        """Paint in the sizes of a look."""
        look = look_in_force()
        self.count.setFixedWidth(round(_COUNT_EMS * look.base))


class _LimitField(QLineEdit):
    """Puts back what is in force when Escape is pressed."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class LimitRow(MustHaveRow):
    """A figure must be at least, or at most, what stands in the field; empty for no limit.

    Signals:
        changed: the new ``Bound``, or None for no limit.
        dismissed: the row is to go away.
    """

    changed = Signal(object)
    dismissed = Signal()

    def __init__(
        self, criterion: Criterion, op: str, caption: str = "", *, removable: bool = False, parent: QWidget
    ) -> None:
        caption = caption or criterion.name
        super().__init__(t("{name} {sign}", name=caption, sign=_SIGNS[op]), parent)
        self.criterion = criterion
        self.op = op
        self._limit: float | None = None
        full_name = limit_name(criterion.name, op, data_text(criterion.unit))
        self.title.setToolTip(f"<b>{escape(full_name)}</b><br>{escape(criterion.description)}")
        self.title.setAccessibleDescription(criterion.description)
        self.field = _LimitField(self)
        self.field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.field.setPlaceholderText(_placeholder(criterion) or t("no limit"))
        self.field.setToolTip(
            as_typed(
                t("{unit}; leave it empty for no limit", unit=data_text(criterion.unit) or t("a number"))
            )
        )
        self.field.setAccessibleName(limit_name(caption, op, data_text(criterion.unit)))
        self.field.textEdited.connect(lambda: self._mark(""))
        self.field.editingFinished.connect(self._commit)
        self.field.left.connect(self._commit)
        self.remove = QToolButton(self)
        self.remove.setProperty("role", "tiny")
        self.remove.setIcon(icon("close", "quiet"))
        self.remove.setIconSize(QSize(12, 12))
        self.remove.setAccessibleName(t("Remove the limit on {criterion}", criterion=criterion.name))
        self.remove.setToolTip(t("Remove this limit"))
        self.remove.setVisible(removable)
        self.remove.clicked.connect(self.dismissed)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.remove, 0, 1)
        grid.addWidget(self.field, 0, 2)
        grid.addWidget(self.count, 0, 3)
        grid.addWidget(self.error, 1, 0, 1, 4)
        grid.setColumnStretch(0, 1)

    def show_limit(self, limit: float | None) -> None:
        """Show the limit in force."""
        self._limit = limit
        if not (self.field.hasFocus() and self.field.isModified()):
            self._restore()

    def refuse(self, text: str) -> None:
        """Mark what was typed as wrong and say why."""
        self._mark(text)

    def _restore(self) -> None:
        self.field.setText("" if self._limit is None else typed_figure(self._limit, self.criterion.unit))
        self.field.setModified(False)
        self._mark("")

    def _commit(self) -> None:
        if not self.field.isModified():
            return
        try:
            limit = parse_figure(self.field.text(), self.criterion.unit, name=self.criterion.name)
        except NumberError as error:
            self._mark(str(error))
            return
        self.field.setModified(False)
        if limit == self._limit:
            self._restore()
        else:
            op: Literal[">=", "<="] = ">=" if self.op == ">=" else "<="
            try:
                bound = None if limit is None else Bound(self.criterion.id, op, limit)
            except ValueError as error:
                self._mark(str(error))
                return
            self.changed.emit(bound)

    def _mark(self, error: str) -> None:
        self.show_error(error)
        if bool(self.field.property("wrong")) != bool(error):
            self.field.setProperty("wrong", bool(error))
            restyle(self.field)


class ChoiceRow(MustHaveRow):
    """A caption with any one widget to set."""

    def __init__(
        self, caption: str, widget: QWidget, *, below: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(caption, parent)
        self.widget = widget
        if isinstance(widget, QAbstractButton) and not caption:
            self.subject = widget.text()  # it says itself what it is about
        if below:
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 2, 0, 2)
            column.setSpacing(2)
            top = QGridLayout()
            top.addWidget(self.title, 0, 0)
            top.addWidget(self.count, 0, 1)
            top.setColumnStretch(0, 1)
            column.addLayout(top)
            column.addWidget(widget)
            column.addWidget(self.error)
            return
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        if caption:
            grid.addWidget(self.title, 0, 0)
            grid.addWidget(widget, 0, 1)
            grid.setColumnStretch(0, 1)
        else:
            self.title.hide()
            grid.addWidget(widget, 0, 0, 1, 2)
        grid.addWidget(self.count, 0, 2)
        grid.addWidget(self.error, 1, 0, 1, 3)


def _placeholder(criterion: Criterion) -> str:
    """The unit, or for money, which lists show in thousands, how to write it."""
    return t("USD, e.g. 30 k") if criterion.unit.startswith("USD") else data_text(criterion.unit)
