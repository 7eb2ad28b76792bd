"""Keeps an item view in step with the one selection and hover of the window."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPoint
from PySide6.QtWidgets import QAbstractItemView

from advisor.app.document.selection import Selection
from advisor.app.models.ranking_filter import RankingFilter
from advisor.app.models.ranking_model import Role
from advisor.views.ranking import ranking_columns as keys


class SharedSelection(QObject):
    """Joins a view of the ranking to the selection: clicks and keys go out, changes come in."""

    def __init__(self, view: QAbstractItemView, rows: RankingFilter, selection: Selection) -> None:
        super().__init__(view)
        self._view, self._rows, self._selection = view, rows, selection
        self._column = rows.model.column(keys.NAME)
        self._rearranging = False
        view.selectionModel().currentChanged.connect(self._chosen)
        selection.selected_changed.connect(self.show_selected)
        selection.hovered_changed.connect(view.viewport().update)
        rows.rearranging.connect(self._hold)
        rows.rearranged.connect(self._keep)

    def hover_at(self, position: QPoint) -> None:
        """Hover the location at a point of the viewport, or none."""
        index = self._view.indexAt(position) if position.y() >= 0 else QModelIndex()
        location = index.data(Role.ID) if index.isValid() else None
        self._selection.hover(location or "")

    def show_selected(self) -> None:
        """Make the selected location the current row and bring it into sight."""
        row = self._rows.row_of(self._selection.selected)
        current = self._view.currentIndex()
        if row < 0:
            self._view.selectionModel().clear()
        elif current.row() != row:
            index = self._rows.index(row, self._column)
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        self._view.viewport().update()

    def _chosen(self, current: QModelIndex) -> None:
        location = current.data(Role.ID) if current.isValid() and not self._rearranging else None
        if location:
            self._selection.select(location)

    def _hold(self) -> None:
        # Qt makes a neighbour current when the current row is filtered away: nobody has chosen that.
        self._rearranging = True

    def _keep(self) -> None:
        scrolled = self._view.verticalScrollBar().value()
        row = self._rows.row_of(self._selection.selected)
        if row < 0:
            self._view.selectionModel().clear()
        elif self._view.currentIndex().row() != row:
            self._view.setCurrentIndex(self._rows.index(row, self._column))
            self._view.verticalScrollBar().setValue(scrolled)
        self._rearranging = False
