"""A combo box whose name reaches screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

_ROUND_THE_TEXT = 6  # pixels that a field leaves beside its text
_ROUND_A_ROW = 32  # those that a row of the list and its frame leave


class NamedBox(QComboBox):
    """A combo box that says its name before its value.

    On Linux Qt gives the name of a combo box away to its value and keeps the relation to a label only, so the
    name stands in a label beside it that nobody sees. The field of an editable one is named as well.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spoken: QLabel | None = None

    def setAccessibleName(self, name: str) -> None:
        """Name it for every screen reader."""
        super().setAccessibleName(name)
        if self._spoken is None:
            self._spoken = QLabel(self.parentWidget())
            self._spoken.hide()
            self._spoken.setBuddy(self)
        self._spoken.setText(name.replace("&", "&&"))
        field = self.lineEdit()
        if field is not None:
            field.setAccessibleName(name)

    def list_rows_alike(self) -> None:
        """Say that all rows of the list are as high as the first.

        Qt lays the list out at every change of the type, whether it is open or not; of a long one it need not
        measure each row.
        """
        rows = self.view()
        assert isinstance(rows, QListView)
        rows.setUniformItemSizes(True)

    def reading_width(self) -> int:
        """How wide it has to be for its choice to be read in full, in pixels."""
        self.ensurePolished()
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        frame = self.width() - self.style().subControlRect(control, option, part, self).width()
        return self.fontMetrics().horizontalAdvance(self.currentText()) + frame + _ROUND_THE_TEXT

    def widen(self, rows: QAbstractItemView, seen: int) -> None:
        """Give a list of the choices room for the longest of them.

        Args:
            rows: the list.
            seen: how many rows it shows at once.
        """
        rows.ensurePolished()
        width = rows.fontMetrics().horizontalAdvance
        words = max((width(self.itemText(at)) for at in range(self.count())), default=0)
        bar = rows.verticalScrollBar().sizeHint().width() if self.count() > seen else 0
        rows.setMinimumWidth(min(words + _ROUND_A_ROW + bar, self.screen().availableGeometry().width()))

    def showPopup(self) -> None:
        """Open the list, as wide as its longest choice: left to Qt it may be as narrow as the field."""
        self.widen(self.view(), self.maxVisibleItems())
        super().showPopup()

    def changeEvent(self, event: QEvent) -> None:
        """The label goes where the box goes: Qt looks for it among the box's neighbours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange and self._spoken is not None:
            self._spoken.setParent(self.parentWidget())
            self._spoken.hide()
