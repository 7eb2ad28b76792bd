"""The map as a screen reader finds it: a list of places, the best first, with what their cards say."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from advisor.ui.widgets.painted_parts import PaintedNode, PartNode
from advisor.views.map.map_figure import HoverCard
from advisor.views.map.spoken_map import spoken_place

_Text, _Role = QAccessible.Text, QAccessible.Role


class ListsPlaces(Protocol):
    """What a screen reader has to know of the map."""

    def listed_places(self) -> Sequence[str]:
        """Ids of what it shows, in the order in which they are read."""

    def card_of(self, location_id: str) -> HoverCard | None:
        """What the map says of a place."""

    def is_selected(self, location_id: str) -> bool:
        """Whether it is the selected place."""


class PlaceNode(PartNode):
    """One place."""

    def __init__(self, whole: MapNode, view: ListsPlaces, index: int) -> None:
        super().__init__(whole, index)
        self._view = view

    def _id(self) -> str:
        listed = self._view.listed_places()
        return listed[self.index] if self.index < len(listed) else ""

    def text(self, kind: QAccessible.Text) -> str:
        """What its card says."""
        card = self._view.card_of(self._id())
        return spoken_place(card) if card is not None and kind == _Text.Name else ""

    def rect(self) -> QRect:
        """The whole map: only the page knows where a place is drawn."""
        return self._whole.rect()

    def role(self) -> QAccessible.Role:
        """An entry of a list."""
        return _Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether it is selected."""
        state = QAccessible.State()
        state.selectable = True
        state.selected = self._view.is_selected(self._id())
        return state


class MapNode(PaintedNode):
    """The map and its places.

    Args:
        view: the map, which must be what ``ListsPlaces`` says.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view, _Role.List)
        self._view: ListsPlaces = weakref.proxy(cast(ListsPlaces, view))

    def childCount(self) -> int:
        """How many places there are."""
        return len(self._view.listed_places())

    def part(self, index: int) -> PlaceNode:
        """One place."""
        return PlaceNode(self, self._view, index)
