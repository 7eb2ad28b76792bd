"""The ranking as a wide table: any criterion beside the score, sortable, rank and name always in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from advisor.app.document.selection import Selection
from advisor.app.models.ranking_filter import RankingFilter
from advisor.ui.look.current import follow_look
from advisor.ui.look.glide import Glide
from advisor.ui.ranking.column_arrangement import ColumnArrangement
from advisor.ui.ranking.ranking_delegate import TableDelegate
from advisor.ui.ranking.ranking_lines import FrozenColumns, RankingLines
from advisor.ui.ranking.ranking_texts import TABLE_KEYS
from advisor.ui.ranking.shared_rows import SharedRows
from advisor.ui.widgets.copied_table import TableCopying
from advisor.views.look.theme import GLIDE_MS
from advisor.views.ranking.fixed_columns import NAME, RANK, SCORE
from advisor.words.translation import marked, t

_ARROW = "\N{UPWARDS ARROW} "  # stands before the title of the column that is sorted by
_BESIDE_NAME = 2.2  # of the type size: for a flag and edges
_LEAST_NAME, _MOST_NAME = 8.0, 20.0  # of the type size: a column of names
_HEAD_PADDING = 16  # pixels
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_SORTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENSURE = QAbstractItemView.ScrollHint.EnsureVisible


class RankingTable(RankingLines):
    """One line a location; the columns can be chosen, sorted and moved.

    Arrow keys left and right go from cell to cell, Enter sorts by the column of the cell.

    Signals:
        columns_changed: keys of the shown columns have changed.
        arranged: somebody has moved a column or changed its width.
    """

    columns_changed = Signal()
    arranged = Signal()

    def __init__(
        self,
        rows: RankingFilter,
        selection: Selection,
        parent: QWidget | None = None,
        *,
        glide_ms: int = GLIDE_MS,
    ) -> None:
        super().__init__(rows, parent)
        self._own_widths: dict[str, float] = {}  # in units of the type size
        self._is_fitting = False
        self.frozen: FrozenColumns | None = None  # Qt asks to scroll while the view is still being made
        self.delegate = TableDelegate(rows, selection, self.font(), self)
        self.shared = SharedRows(self, rows, self.delegate, selection, glide_ms)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(t("Ranking as a table"))
        self.setAccessibleDescription(marked(TABLE_KEYS))
        self.copying = TableCopying(self, t("The ranking"))
        self._set_up_header()
        self.frozen = FrozenColumns(self, self.shared, self.sort_on, rows.model.column(NAME) + 1)
        self.header().sectionMoved.connect(self._keep_frozen_first)
        self.header().sectionResized.connect(self._keep_width)
        follow_look(self._dress)

    @property
    def glide(self) -> Glide:
        """Where rows are while they move."""
        return self.shared.glide

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
            self._share_width()
            self.columns_changed.emit()

    @property
    def arrangement(self) -> ColumnArrangement:
        """Order and widths of the columns as far as somebody has changed them."""
        header, columns = self.header(), self._rows.model.columns
        order = [header.logicalIndex(place) for place in range(header.count())]
        usual = order == sorted(order)
        return ColumnArrangement(
            () if usual else tuple(columns[position].key for position in order), dict(self._own_widths)
        )

    def arrange(self, arrangement: ColumnArrangement) -> None:
        """Put the columns as somebody wanted them; keys that the table has not are passed over."""
        header, model = self.header(), self._rows.model
        self._own_widths = {
            k: w for k, w in arrangement.widths.items() if model.column(k) >= 0 and k != SCORE
        }
        blocked = header.blockSignals(True)
        known = [model.column(key) for key in arrangement.order if model.column(key) >= 0]
        for place, position in enumerate(known):
            header.moveSection(header.visualIndex(position), place)
        header.blockSignals(blocked)
        self._put_frozen_first()
        self._dress()

    def take_columns(self, shown: Sequence[str], arrangement: ColumnArrangement) -> None:
        """The model has other columns than before.

        Args:
            shown: keys of those to show.
            arrangement: in which order and how wide.
        """
        header = self.header()
        blocked = header.blockSignals(True)
        for position in range(header.count()):
            header.moveSection(header.visualIndex(position), position)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        for position, column in enumerate(self._rows.model.columns):
            self.setColumnHidden(position, not (column.fixed or column.key in shown))
        header.blockSignals(blocked)
        self.arrange(arrangement)

    def sort_on(self, position: int) -> None:
        """Sort by a column, best first; again turns it round."""
        header = self.header()
        if header.sortIndicatorSection() == position:
            down = header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        else:
            role = Qt.ItemDataRole.InitialSortOrderRole
            order = Qt.SortOrder(self._rows.headerData(position, Qt.Orientation.Horizontal, role))
        header.setSortIndicator(position, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go along the row, Enter sorts."""
        key, current = Qt.Key(event.key()), self.currentIndex()
        if key in _STEPS and current.isValid():
            self._go_along(current, _STEPS[key])
        elif key in _SORTING and current.isValid():
            self.sort_on(current.column())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typed letters find names, whichever column is current."""
        current = self.currentIndex()
        name = self._rows.model.column(NAME)
        if current.isValid() and current.column() != name:
            self.setCurrentIndex(current.siblingAtColumn(name))
        super().keyboardSearch(search)

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = _ENSURE
    ) -> None:
        """Bring a cell into sight, out from under the frozen columns; those always are in sight."""
        bar, frozen = self.horizontalScrollBar(), self.frozen
        aside = bar.value()
        super().scrollTo(index, hint)
        if frozen is None:
            return
        if index.column() < frozen.count and (not aside or not frozen.isHidden()):
            bar.setValue(aside)
        if frozen.isHidden() or index.column() < frozen.count:
            return
        covered = frozen.width() - self.header().sectionViewportPosition(index.column())
        if covered > 0:
            bar.setValue(bar.value() - covered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def _go_along(self, current: QModelIndex, step: int) -> None:
        header = self.header()
        place = header.visualIndex(current.column()) + step
        while 0 <= place < header.count() and header.isSectionHidden(header.logicalIndex(place)):
            place += step
        if 0 <= place < header.count():
            index = current.siblingAtColumn(header.logicalIndex(place))
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.viewport().update()

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
        for position, column in enumerate(self._rows.model.columns):
            self.setColumnHidden(position, not (column.fixed or column.shown))

    def _dress(self) -> None:
        """Use other colours and sizes."""
        base = self.delegate.look.base
        was_fitting, self._is_fitting = self._is_fitting, True
        for position, column in enumerate(self._rows.model.columns):
            own = self._own_widths.get(column.key)
            usual = max(column.ems * base, self._heading_width(position))
            self.setColumnWidth(position, round(usual if own is None else own * base))
        self._is_fitting = was_fitting
        self._share_width()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _heading_width(self, position: int) -> float:
        """What a heading needs, sorted by or not."""
        first, *more = self._rows.model.columns[position].heading.split("\n")
        return max(self.delegate.small.width(line) for line in (_ARROW + first, *more)) + _HEAD_PADDING

    def _names_width(self) -> float:
        """What the longest name needs behind a flag, within reason."""
        names = (location.name for location in self._rows.model.assessment.locations)
        wanted = max(map(self.delegate.strong.width, names), default=0.0)
        return min(wanted + _BESIDE_NAME * self.delegate.look.base, _MOST_NAME * self.delegate.look.base)

    def _share_width(self) -> None:
        """Names and scores share what there is.

        Where the table is narrow the score gives up its bar first and long names their ends, so that the
        figure is in sight. Where there is more than the columns need, the bar takes it.
        """
        model, base, room = self._rows.model, self.delegate.look.base, self.viewport().width()
        rank, name, score = model.column(RANK), model.column(NAME), model.column(SCORE)
        figure = max(self._heading_width(score), self.delegate.figure_width)
        was_fitting, self._is_fitting = self._is_fitting, True
        if NAME not in self._own_widths:
            beside = room - self.columnWidth(rank) - figure
            self.setColumnWidth(name, round(min(max(beside, _LEAST_NAME * base), self._names_width())))
        beside = room - self.columnWidth(rank) - self.columnWidth(name)
        least = min(max(beside, figure), model.columns[score].ems * base)
        others = self.header().length() - self.columnWidth(score)
        self.setColumnWidth(score, round(max(least, room - others)))
        self._is_fitting = was_fitting
        if self.frozen is not None:
            self.frozen.settle()

    def _keep_frozen_first(self) -> None:
        """Whatever is dragged where, the frozen columns stay in front."""
        self._put_frozen_first()
        self.arranged.emit()

    def _keep_width(self, position: int, before: int, width: int) -> None:
        """Somebody drags the edge of a heading; hiding and showing come as widths from and to 0."""
        key = self._rows.model.columns[position].key
        if self._is_fitting or not before or not width or key == SCORE:
            return
        self._own_widths[key] = width / self.delegate.look.base
        self.arranged.emit()

    def _put_frozen_first(self) -> None:
        header, frozen = self.header(), self.frozen
        if frozen is None:
            return
        blocked = header.blockSignals(True)
        for place in range(frozen.count):
            header.moveSection(header.visualIndex(place), place)
        header.blockSignals(blocked)
        frozen.settle()
        self.viewport().update()
