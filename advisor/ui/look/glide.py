"""Rows that glide to their new place: an offset for each row, shrinking to nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation, Signal

from advisor.views.look.theme import GLIDE_MS


class Glide(QObject):
    """Where rows are painted while they move. Knows keys and row numbers, no pixels.

    Signals:
        moved: the offsets have changed.

    Args:
        repaint: called whenever the offsets have changed.
        duration_ms: length of the movement; 0 moves at once.
    """

    moved = Signal()

    def __init__(
        self, repaint: Callable[[], object], duration_ms: int = GLIDE_MS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._repaint = repaint
        self._before: dict[int, float] = {}
        self._way: dict[int, float] = {}
        self._left = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setDuration(duration_ms)
        self._animation.valueChanged.connect(self._advance)

    @property
    def duration(self) -> int:
        """Length of the movement in milliseconds."""
        return self._animation.duration()

    @duration.setter
    def duration(self, milliseconds: int) -> None:
        self._animation.setDuration(milliseconds)

    @property
    def moving(self) -> bool:
        """Whether any row is on its way."""
        return self._left > 0.0

    def offset(self, key: int) -> float:
        """How many rows below its place a row is painted now."""
        return self._way.get(key, 0.0) * self._left if self._left else 0.0

    def remember(self, keys: Sequence[int]) -> None:
        """Before rows move: where each is painted now."""
        self._before = {key: row + self.offset(key) for row, key in enumerate(keys)}

    def start(self, keys: Sequence[int]) -> None:
        """After rows have moved: glide from where they were; rows that were not there just appear."""
        self.stop()
        before = self._before
        self._way = {key: before[key] - row for row, key in enumerate(keys) if before.get(key, row) != row}
        if self._way and self._animation.duration() > 0:
            self._left = 1.0
            self._animation.start()

    def stop(self) -> None:
        """Put every row in its place at once."""
        if self._animation.state() != QAbstractAnimation.State.Stopped:
            self._animation.stop()
        self._left = 0.0

    def _advance(self, left: object) -> None:
        self._left = float(left) if isinstance(left, (int, float)) else 0.0
        self._repaint()
        self.moved.emit()
