"""The undo history of a document: as long as its steps fit into a bound of memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack

from advisor.app.document.commands import EditStudy

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from advisor.scenario.study.study import Study

# Bytes that all steps together may hold. A step of a slider or a home holds some kilobytes, so that there is
# room for thousands of them; where a list of thousands of own figures is edited, for hundreds.
MOST_BYTES = 16 * 2**20


class History(QUndoStack):
    """An undo stack that lets go of its oldest steps once all of them hold too much.

    The latest step always stays, however large it is.

    Args of the constructor: ``most_bytes`` is the bound.
    """

    def __init__(self, parent: QObject | None = None, most_bytes: int = MOST_BYTES) -> None:
        super().__init__(parent)
        self._most = most_bytes
        self._at_most = 0  # what the steps can hold; steps that have merged or gone are still counted in it

    @property
    def bytes_held(self) -> int:
        """Bytes that the steps hold beyond the study in force, as estimated."""
        return sum(command.bytes_held for command in self._commands())

    @property
    def undone(self) -> Study | None:
        """The study that taking the last step back puts in force; None where there is no step."""
        return self._step(self.index() - 1, lambda step: step.before)

    @property
    def redone(self) -> Study | None:
        """The study that doing the next step again puts in force; None where there is none."""
        return self._step(self.index(), lambda step: step.after)

    def add(self, command: EditStudy) -> None:
        """Push a step, and let go of the oldest where it makes too many bytes."""
        self.push(command)
        self._at_most += self._latest_bytes()
        if self._at_most <= self._most:
            return
        self._at_most = self.bytes_held
        if self._at_most > self._most:
            self._forget()

    def _step(self, at: int, which: Callable[[EditStudy], Study]) -> Study | None:
        command = self.command(at) if 0 <= at < self.count() else None
        return which(command) if isinstance(command, EditStudy) else None

    def _commands(self) -> list[EditStudy]:
        found = (self.command(at) for at in range(self.count()))
        return [command for command in found if isinstance(command, EditStudy)]

    def _latest_bytes(self) -> int:
        latest = self.command(self.count() - 1)
        return latest.bytes_held if isinstance(latest, EditStudy) else 0

    def _forget(self) -> None:
        """Begin anew with the latest steps that fit into two thirds of the bound.

        Qt takes a step off the old end only by the count that it was given while it was empty.
        """
        commands = self._commands()
        kept: list[EditStudy] = []
        size = 0
        for command in reversed(commands):
            size += command.bytes_held
            if kept and 3 * size > 2 * self._most:
                break
            kept.append(command.again())
        kept.reverse()
        clean = self.cleanIndex() - (len(commands) - len(kept))
        was_blocked = self.blockSignals(True)  # nothing that could be seen changes
        self.clear()
        if clean < 0:
            self.resetClean()  # what was saved can no longer be gone back to
        for at, command in enumerate(kept):
            if at == clean and clean:
                self.setClean()
            command.put_back(self)
        self.blockSignals(was_blocked)
        self._at_most = sum(command.bytes_held for command in kept)
