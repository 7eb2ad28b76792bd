"""Keeps the map as high as the world needs for its width, and gives the rest to what stands below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSplitter

from advisor.ui.map.map_panel import MapPanel


class MapFit(QObject):
    """Sets the splitter between map and drawer, until the user does.

    Args:
        splitter: the map above, the drawer below.
        map_panel: stands above.
        least_below: how many pixels the part below keeps at least.
    """

    def __init__(self, splitter: QSplitter, map_panel: MapPanel, least_below: Callable[[], int]) -> None:
        super().__init__(splitter)
        self._splitter, self._panel, self._least = splitter, map_panel, least_below
        self.is_active = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        splitter.splitterMoved.connect(self._leave_alone)
        map_panel.resized.connect(self._soon.start)  # the splitter divides its new size first

    def fit_soon(self) -> None:
        """Divide the height once all else has its size."""
        self._soon.start()

    def fit(self) -> None:
        """Divide the height anew, unless the user has done it or what is below is folded away."""
        below = self._splitter.widget(1)
        total = sum(self._splitter.sizes())
        least = self._least()
        is_free = below is not None and below.maximumHeight() >= least and not self._panel.isHidden()
        if not (self.is_active and is_free and total > 0):
            return
        wanted = min(self._panel.fitting_height(self._splitter.width()), total - least)
        self._splitter.setSizes([wanted, total - wanted])

    def _leave_alone(self) -> None:
        self.is_active = False
