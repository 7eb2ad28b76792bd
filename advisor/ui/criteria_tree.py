"""The tree of themes and criteria in the detail panel."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QStyleOptionViewItem, QTreeView, QWidget

from advisor.app.criteria_model import ROW_ROLE, CriteriaModel
from advisor.app.criteria_rows import CriterionRow, ThemeRow
from advisor.app.criteria_texts import Part
from advisor.core.matrix import CellMethod
from advisor.ui.criteria_delegate import CriteriaDelegate
from advisor.ui.theme import Look

# Least and ample widths in units of the type size; what a wide panel has to spare is shared out.
_WIDTHS = {
    Part.CRITERION: (12.5, 19.0),
    Part.VALUE: (8.0, 9.5),
    Part.UNIT: (6.5, 11.0),
    Part.METHOD: (7.0, 14.0),
    Part.SOURCE: (5.5, 18.0),
    Part.SCORE: (8.0, 16.0),
    Part.WEIGHT: (4.4, 5.5),
    Part.POINTS: (4.2, 5.5),
}


def column_widths(total: int, em: int) -> dict[Part, int]:
    """Widths in pixels that fill ``total``; the unit and then the source go where there is no room."""
    parts = dict(_WIDTHS)
    for part in (Part.UNIT, Part.SOURCE):
        if sum(least for least, _ in parts.values()) * em > total:
            del parts[part]
    least = {part: round(low * em) for part, (low, _) in parts.items()}
    wishes = {part: ample - low for part, (low, ample) in parts.items()}
    spare = max(0, total - sum(least.values()))
    widths = {part: least[part] + int(spare * wishes[part] / sum(wishes.values())) for part in parts}
    widths[Part.CRITERION] += max(0, total - sum(widths.values()))
    return {part: widths.get(part, 0) for part in Part}


class CriteriaTree(QTreeView):
    """Criteria by theme; a double click or F2 edits a value, Delete takes the source's again.

    Signals:
        edit_begun: an editor is about to open.
    """

    edit_begun = Signal()

    def __init__(
        self, model: CriteriaModel, themes: tuple[str, ...], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self.delegate = CriteriaDelegate(themes, look, self.font(), self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTreeView { border: none; }")
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.setAccessibleName(self.tr("Criteria of the selected location"))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setMinimumSectionSize(0)
        self.clicked.connect(self._toggle)
        model.modelReset.connect(self.expandAll)
        self.expandAll()

    def set_look(self, look: Look) -> None:
        """Use other colours and sizes."""
        self._look = look
        self.delegate.set_look(look, self.font())
        self._fit()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def edit_value(self, index: QModelIndex) -> None:
        """Open the editor on the value of a criterion's row."""
        if isinstance(index.data(ROW_ROLE), CriterionRow):
            self.edit_begun.emit()
            self.edit(index.siblingAtColumn(Part.VALUE))

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the background of a row, then its cells."""
        ink = self.delegate.ink
        area = QRectF(option.rect)
        area.setWidth(self.viewport().width())
        current = self.currentIndex()
        chosen = self.hasFocus() and current.row() == index.row() and current.parent() == index.parent()
        is_theme = isinstance(index.data(ROW_ROLE), ThemeRow)
        painter.fillRect(area, ink.selected if chosen else ink.raised if is_theme else ink.panel)
        if is_theme:
            painter.fillRect(QRectF(area.left(), area.top(), area.width(), 1), ink.line)
        super().drawRow(painter, option, index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Return edit the value of the current row, Delete takes the source's figure again."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.edit_value(current)
        elif event.key() == Qt.Key.Key_Delete and current.isValid():
            self._model.reset([current])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for part, width in column_widths(self.viewport().width(), self._look.base).items():
            self.setColumnHidden(part, width == 0)
            if width:
                self.setColumnWidth(part, width)

    def _toggle(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW_ROLE), ThemeRow):
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def _offer(self, position: QPoint) -> None:
        index = self.indexAt(position)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, CriterionRow):
            menu = self.menu_for(index, row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(position))

    def menu_for(self, index: QModelIndex, row: CriterionRow) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        own = QAction(self.tr("Enter your own figure"), menu)
        own.triggered.connect(lambda: self.edit_value(index))
        back = QAction(self.tr("Take the source's figure again"), menu)
        back.setEnabled(row.method == CellMethod.USER)
        back.triggered.connect(lambda: self._model.reset([index]))
        copy = QAction(self.tr("Copy the figure"), menu)
        copy.setEnabled(row.known)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(f"{row.raw:.12g}"))
        menu.addActions([own, back, copy])
        return menu
