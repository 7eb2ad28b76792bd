"""The ranking as a wide table: sortable columns, any criterion beside the score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from advisor.app.document.selection import Selection
from advisor.app.models.ranking_filter import RankingFilter
from advisor.core.evaluation import Status
from advisor.ui.look.current import follow_look
from advisor.ui.look.glide import Glide
from advisor.ui.look.row_paint import columns_in_sight
from advisor.ui.ranking.ranking_delegate import TableDelegate
from advisor.ui.ranking.shared_selection import SharedSelection
from advisor.views.look.theme import GLIDE_MS
from advisor.views.ranking import ranking_columns as keys

# Least widths in units of the type size.
_WIDTHS = {
    keys.RANK: 8,  # with the likely ranks beside it
    keys.MOVEMENT: 4,
    keys.NAME: 12,
    keys.ENGAGEMENT: 8,
    keys.SCORE: 9,
    keys.COVERAGE: 6.5,
}
_FIGURE_WIDTH = 7
_REASON_WIDTH = 18  # the least for a reason; where the score column is narrower it takes the badge's place
# The heading itself carries the arrow, so that it never covers a word.
_SHEET = """QTreeView { border: none; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }"""


class RankingTable(QTreeView):
    """One line a location; the columns can be chosen, sorted and moved.

    Signals:
        columns_changed: keys of the shown columns have changed.
    """

    columns_changed = Signal()

    def __init__(
        self,
        rows: RankingFilter,
        selection: Selection,
        parent: QWidget | None = None,
        *,
        glide_ms: int = GLIDE_MS,
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self.glide = Glide(self.viewport().update, glide_ms, self)
        self.delegate = TableDelegate(rows, selection, self.font(), self)
        self._sight: list[tuple[int, int, int]] = []
        self.setItemDelegate(self.delegate)
        self.setModel(rows)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_SHEET)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Ranking as a table"))
        self.shared = SharedSelection(self, rows, selection)
        self._set_up_header()
        rows.rearranging.connect(self._before)
        rows.rearranged.connect(self._after)
        follow_look(self._dress)

    @property
    def shown_columns(self) -> list[str]:
        """Keys of the columns that are shown, in the model's order."""
        columns = self._rows.model.columns
        return [column.key for i, column in enumerate(columns) if not self.isColumnHidden(i)]

    def show_columns(self, shown: Sequence[str]) -> None:
        """Show these columns and the ones that cannot be hidden; unknown keys are passed over."""
        before = self.shown_columns
        for position, column in enumerate(self._rows.model.columns):
            self.setColumnHidden(position, not (column.fixed or column.key in shown))
        if self.shown_columns != before:
            self._widen_score()
            self.columns_changed.emit()

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self._set_widths()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def sort_by(self, position: int, order: Qt.SortOrder) -> None:
        """Sort by a column and say so in its heading."""
        self.header().setSortIndicator(position, order)
        self._rows.sort(position, order)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Find out once which columns are in sight, then draw the rows."""
        self._sight = columns_in_sight(self.header(), self.viewport().width())
        super().paintEvent(event)

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row, or the heading of a section, at its place or on its way there."""
        key = self._rows.keys[index.row()]
        height = option.rect.height()
        top = option.rect.top() + self.glide.offset(key) * height
        area = QRectF(0, top, self.viewport().width(), height)
        if key < 0:
            self.delegate.paint_heading(painter, area, str(index.data()))
            return
        row = self._rows.model.row(key)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.delegate.paint_back(painter, area, row, self.hasFocus())
        columns = self._rows.model.columns
        spare = self._reason_column() if row.status != Status.RANKED else -1
        for position, left, width in self._sight:
            cell = QRectF(left, top, width, height)
            if position != spare:
                if columns[position].key == keys.SCORE and spare >= 0:
                    cell.setLeft(self.header().sectionViewportPosition(spare))
                self.delegate.paint_cell(painter, cell, row, position)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters find names, whichever column is current."""
        current = self.currentIndex()
        name = self._rows.model.column(keys.NAME)
        if current.isValid() and current.column() != name:
            self.setCurrentIndex(current.siblingAtColumn(name))
        super().keyboardSearch(search)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is hovered everywhere."""
        super().mouseMoveEvent(event)
        self.shared.hover_at(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self.shared.hover_at(QPoint(-1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the score bar to the new width."""
        super().resizeEvent(event)
        self._widen_score()

    def _reason_column(self) -> int:
        """The column left of a narrow score column that gives its place to the reason, or -1."""
        header, score = self.header(), self._rows.model.column(keys.SCORE)
        if header.sectionSize(score) >= _REASON_WIDTH * self.delegate.look.base:
            return -1
        before = header.logicalIndex(header.visualIndex(score) - 1)
        is_badge = before >= 0 and self._rows.model.columns[before].key == keys.ENGAGEMENT
        return before if is_badge and not header.isSectionHidden(before) else -1

    def _set_up_header(self) -> None:
        header = self.header()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(36)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.sortIndicatorChanged.connect(self._rows.sort)
        self._set_widths()
        self.show_columns([column.key for column in self._rows.model.columns if column.shown])

    def _set_widths(self) -> None:
        for position, column in enumerate(self._rows.model.columns):
            ems = _WIDTHS.get(column.key, _FIGURE_WIDTH)
            title = max(self.delegate.small.width(line) for line in column.heading.split("\n")) + 14
            width = max(ems * self.delegate.look.base, min(title, 11 * self.delegate.look.base))
            self.setColumnWidth(position, round(width))
        self._widen_score()

    def _widen_score(self) -> None:
        """The score bar takes the width that is left over."""
        score = self._rows.model.column(keys.SCORE)
        others = self.header().length() - self.columnWidth(score)
        least = round(_WIDTHS[keys.SCORE] * self.delegate.look.base)
        self.setColumnWidth(score, max(least, self.viewport().width() - others))

    def _before(self, following: bool) -> None:
        if following and self.isVisible():
            self.glide.remember(self._rows.keys)
        else:
            self.glide.remember(())

    def _after(self) -> None:
        self.glide.start(self._rows.keys)
        self.viewport().update()
