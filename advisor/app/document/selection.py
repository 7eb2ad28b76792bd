"""The one selection and the one hover that map, ranking and drawer share."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Which location is selected and which is under the pointer; empty means none."""

    selected_changed = Signal(str)
    hovered_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._selected = ""
        self._hovered = ""

    @property
    def selected(self) -> str:
        """Id of the selected location."""
        return self._selected

    @property
    def hovered(self) -> str:
        """Id of the location under the pointer."""
        return self._hovered

    def select(self, location_id: str) -> None:
        """Select a location, or none; the same one again says nothing."""
        if location_id != self._selected:
            self._selected = location_id
            self.selected_changed.emit(location_id)

    def hover(self, location_id: str) -> None:
        """Hover a location, or none; the same one again says nothing."""
        if location_id != self._hovered:
            self._hovered = location_id
            self.hovered_changed.emit(location_id)
