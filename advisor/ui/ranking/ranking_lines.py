"""How lines of the ranking's table are drawn, and the columns of it that do not scroll away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView, QWidget

from advisor.app.models.ranking_filter import RankingFilter
from advisor.core.evaluation import Status
from advisor.ui.look.glide import Glide
from advisor.ui.look.row_paint import columns_in_sight
from advisor.ui.ranking.ranking_delegate import TableDelegate
from advisor.ui.ranking.shared_rows import HoverView, SharedRows
from advisor.views.ranking.fixed_columns import ENGAGEMENT, NAME, SCORE
from advisor.words.translation import t

_BESIDE_FROZEN = 8  # of the type size: with less beside them, columns that stay cover what is scrolled to
_REASON_WIDTH = 18  # the least for a reason; where the score column is narrower it takes the badge's place
# The heading itself carries the arrow, so that it never covers a word.
_SHEET = """QTreeView { border: none; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }"""


class RankingLines(HoverView, QTreeView):
    """A view that draws a line a location, at its place or on its way there."""

    delegate: TableDelegate

    def __init__(self, rows: RankingFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._sight: list[tuple[int, int, int]] = []
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setStyleSheet(_SHEET)

    @property
    def glide(self) -> Glide:
        """Where rows are while they move."""
        raise NotImplementedError

    @property
    def is_focused(self) -> bool:
        """Whether the keyboard acts on these lines."""
        return self.hasFocus()

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
        self.delegate.paint_back(painter, area, row, self.is_focused)
        columns = self._rows.model.columns
        name = self._rows.model.column(NAME)  # the frame of the row is its own
        spare = self._reason_column() if row.status != Status.RANKED else -1
        for position, left, width in self._sight:
            cell = QRectF(left, top, width, height)
            if position != spare:
                if columns[position].key == SCORE and spare >= 0:
                    cell.setWidth(width + self.header().sectionSize(spare))
                self.delegate.paint_cell(painter, cell, row, position)
            if position != name and self._is_current(index.row(), position):
                self.delegate.paint_current(painter, cell)

    def _is_current(self, row: int, position: int) -> bool:
        current = self.currentIndex()
        return self.is_focused and current.row() == row and current.column() == position

    def _reason_column(self) -> int:
        """The column whose place a reason takes, where the score has not enough for it; -1 for none."""
        header, score = self.header(), self._rows.model.column(SCORE)
        if header.sectionSize(score) >= _REASON_WIDTH * self.delegate.look.base:
            return -1
        after = header.logicalIndex(header.visualIndex(score) + 1)
        is_badge = after >= 0 and self._rows.model.columns[after].key == ENGAGEMENT
        return after if is_badge and not header.isSectionHidden(after) else -1


class FrozenColumns(RankingLines):
    """The first columns of a table, above it, so that they stay while the others scroll sideways.

    Args:
        table: whose columns these are; selection, rows and their movement are its own.
        shared: joins the table to the selection and hover of the window.
        sort: sorts the table by a column.
        count: how many of its columns stay.
    """

    def __init__(
        self, table: RankingLines, shared: SharedRows, sort: Callable[[int], None], count: int
    ) -> None:
        super().__init__(table._rows, table)
        self._table = table
        self.count = count
        self.delegate = table.delegate
        self.setObjectName("frozenColumns")
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(table.delegate)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.setFrameShape(table.frameShape())
        self.setEditTriggers(table.editTriggers())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(t("Columns that stay in sight"))
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.shared = shared
        self.header().setSectionsClickable(True)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(table.header().minimumSectionSize())
        self.header().sectionClicked.connect(sort)
        self.header().sectionResized.connect(self._on_resized)
        table.header().sectionResized.connect(lambda _i, _old, _new: self.settle())
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.glide.moved.connect(self.viewport().update)
        self.hide()

    @property
    def glide(self) -> Glide:
        """The table's: both move as one."""
        return self._table.glide

    @property
    def is_focused(self) -> bool:
        """Keys go to the table."""
        return self._table.hasFocus()

    def settle(self) -> None:
        """Lie over the table's own columns, where there is anything to scroll, and room to see it."""
        table, width = self._table, 0
        for position in range(self._rows.columnCount()):
            hidden = position >= self.count or table.isColumnHidden(position)
            self.setColumnHidden(position, hidden)
            if not hidden:
                self.setColumnWidth(position, table.columnWidth(position))
                width += table.columnWidth(position)
        head, room = table.header().height(), table.viewport().width()
        self.header().setFixedHeight(max(1, head))
        self.setGeometry(0, 0, min(width, room) + 1, head + table.viewport().height())
        beside = _BESIDE_FROZEN * self.delegate.look.base
        self.setVisible(table.header().length() > room >= width + beside)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def _on_resized(self, position: int, _before: int, width: int) -> None:
        """Somebody drags the edge of a heading; hiding a column comes as a width of 0."""
        if width and position < self.count:
            self._table.setColumnWidth(position, width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click leaves the keyboard with the table."""
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, and a hairline where the columns that scroll begin."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().width() - 1, 0, 1, self.viewport().height(), self.delegate.ink.line)
        painter.end()
