"""Undo commands: a study before and a study after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from advisor.scenario.study.study import Study

_MERGING_ID = 1


class EditStudy(QUndoCommand):
    """Replaces the study; commands with the same gesture become one.

    Args:
        text: what the menu says after "Undo".
        before, after: the studies.
        apply: called with the study that is to be in force.
        gesture: names one continuous movement (a slider drag); 0 merges with nothing.
    """

    def __init__(
        self,
        text: str,
        before: Study,
        after: Study,
        apply: Callable[[Study], None],
        gesture: int = 0,
    ) -> None:
        super().__init__(text)
        self._before = before
        self._after = after
        self._apply = apply
        self._gesture = gesture

    def redo(self) -> None:
        """Put the later study in force."""
        self._apply(self._after)

    def undo(self) -> None:
        """Put the earlier study in force."""
        self._apply(self._before)

    def id(self) -> int:
        """Commands that may merge share an id."""
        return _MERGING_ID if self._gesture else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        """Take in a later step of the same gesture."""
        if not isinstance(other, EditStudy) or other._gesture != self._gesture:
            return False
        self._after = other._after
        self.setText(other.text())
        self.setObsolete(self._after == self._before)
        return True
