"""Whether the votes of a study are covered: one answer for the window and for the screen of a room."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document


class VoteCover(QObject):
    """Votes are covered until somebody reveals them, and again when another study is opened.

    The cover is no part of the study: nothing is saved of it, and undo leaves it alone.

    Signals:
        changed: whether they are covered now.
    """

    changed = Signal(bool)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_covered = True
        document.replaced.connect(lambda: self.cover(True))

    @property
    def is_covered(self) -> bool:
        """Whether votes, and everything that follows from them, are hidden."""
        return self._is_covered

    def cover(self, covered: bool) -> None:
        """Hide the votes, or show them."""
        if covered != self._is_covered:
            self._is_covered = covered
            self.changed.emit(covered)
