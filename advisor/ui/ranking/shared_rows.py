"""What list and table of the ranking have in common: set-up, selection, hover, and rows that glide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from advisor.app.document.selection import Selection
from advisor.app.models.ranking_filter import RankingFilter
from advisor.app.models.ranking_model import Role
from advisor.ui.look.glide import Glide
from advisor.ui.ranking.ranking_delegate import RankingDelegate
from advisor.views.ranking.fixed_columns import NAME

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object  # beside the list or tree that a view of the ranking is


class HoverView(_View):
    """Makes the row under the pointer of an item view the one that is hovered everywhere."""

    shared: SharedRows

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Another row may be under the pointer."""
        super().mouseMoveEvent(event)
        self.shared.hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self.shared.hover(QModelIndex())


class SharedRows(QObject):
    """Makes an item view a view of the ranking, joined to the selection and hover of the whole window.

    Args:
        view: gets the rows, the delegate, and the manners of a read-only list.
        rows: what it shows.
        delegate: paints it.
        selection: clicks and keys go out to it, changes come in from it.
        glide_ms: how long rows take to their new place.

    Attributes:
        glide: where rows are while they move.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        rows: RankingFilter,
        delegate: RankingDelegate,
        selection: Selection,
        glide_ms: int,
    ) -> None:
        super().__init__(view)
        self._view, self._rows, self._selection = view, rows, selection
        self._column = rows.model.column(NAME)
        self._rearranging = False
        self.glide = Glide(view.viewport().update, glide_ms, self)
        view.setItemDelegate(delegate)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.setModel(rows)  # once it is set up: each of these has a view with rows measure all of them
        view.selectionModel().currentChanged.connect(self._chosen)
        selection.selected_changed.connect(self.show_selected)
        selection.hovered_changed.connect(view.viewport().update)
        rows.rearranging.connect(self._hold)
        rows.rearranged.connect(self._keep)

    def hover(self, index: QModelIndex) -> None:
        """Hover the location of a row everywhere; an index that is not valid hovers none."""
        location = index.data(Role.ID) if index.isValid() else None
        self._selection.hover(location or "")

    def show_selected(self) -> None:
        """Make the selected location the current row and bring it into sight."""
        row = self._rows.row_of(self._selection.selected)
        current = self._view.currentIndex()
        if row < 0:
            self._view.selectionModel().clear()
        elif current.row() != row:
            index = self._rows.index(row, current.column() if current.isValid() else self._column)
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._view.viewport().update()

    def begin_anew(self) -> None:
        """Another study is open: show it from the top, or where its selected location is."""
        self.glide.stop()
        self._view.verticalScrollBar().setValue(0)
        self._view.horizontalScrollBar().setValue(0)
        row = self._rows.row_of(self._selection.selected)
        if row >= 0:
            index = self._rows.index(row, self._column)
            self._view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _chosen(self, current: QModelIndex) -> None:
        location = current.data(Role.ID) if current.isValid() and not self._rearranging else None
        if location:
            self._selection.select(location)

    def _hold(self, following: bool) -> None:
        # Qt makes a neighbour current when the current row is filtered away: nobody has chosen that.
        self._rearranging = True
        self.glide.remember(self._rows.keys if following and self._view.isVisible() else ())

    def _keep(self) -> None:
        scrolled = self._view.verticalScrollBar().value()
        row = self._rows.row_of(self._selection.selected)
        if row < 0:
            self._view.selectionModel().clear()
        elif (current := self._view.currentIndex()).row() != row:
            column = current.column() if current.isValid() else self._column
            self._view.setCurrentIndex(self._rows.index(row, column))
            self._view.verticalScrollBar().setValue(scrolled)
        self._rearranging = False
        self.glide.start(self._rows.keys)
        self._view.viewport().update()
