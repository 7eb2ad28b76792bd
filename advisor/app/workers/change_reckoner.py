"""Changes of a scenario whose figures are reckoned beside the window before they are put in force."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document
from advisor.app.workers.own_turn import OwnTurn
from advisor.app.workers.worker import SLOW_MS, Worker, WorkState
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A change that waits for its figures."""

    study: Callable[[], Study]
    do: Callable[[], None]


class ChangeReckoner(QObject):
    """Puts changes in force once their figures are known, so that the window answers meanwhile.

    Another home, function or number of people calls for other figures; a weight does not, and is
    changed at once. Changes are made in the order in which they were asked for, each in the scenario that
    was active then. Who needs them made calls ``settle``, as every action of the window does.

    Args:
        document: what is changed.
        slow_ms: after how long the reckoning counts as slow.

    Signals:
        settled: nothing waits any more; all is made, or forgotten.
        refused: why a change that waited could not be made.
        slow_changed: whether something has been waiting for longer than ``slow_ms``.
    """

    settled = Signal()
    refused = Signal(str)
    slow_changed = Signal(bool)

    def __init__(self, document: Document, parent: QObject | None = None, *, slow_ms: int = SLOW_MS) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting: deque[_Waiting] = deque()
        self._next = OwnTurn(self._begin, self)
        self._worker = Worker("changes", self, slow_ms=slow_ms)
        self._worker.done.connect(self._on_known)
        self._worker.failed.connect(self._on_known)  # whoever makes it is told why
        self._worker.slow_changed.connect(self.slow_changed)
        document.replaced.connect(self.forget)

    @property
    def is_busy(self) -> bool:
        """Whether a change waits for its figures."""
        return bool(self._waiting)

    def change(self, how: Callable[[Scenario], Scenario], text: str) -> None:
        """Change the scenario that is active now, as one step that can be undone.

        Args:
            how: makes the scenario that is wanted of the one in force.
            text: what was done, for the menu.

        Raises:
            ScenarioError: the changed scenario does not fit the pack; nothing has changed.
        """
        document, name = self._document, self._document.scenario.name

        def changed() -> Study:
            return _changed(document.study, name, how)

        self.do_when_known(changed, lambda: document.edit_study(changed(), text))

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        stack = self._document.undo_stack
        self.do_when_known(lambda: stack.undone or self._document.study, stack.undo)

    def redo(self) -> None:
        """Do again what was taken back, if there is something."""
        stack = self._document.undo_stack
        self.do_when_known(lambda: stack.redone or self._document.study, stack.redo)

    def do_when_known(self, study: Callable[[], Study], do: Callable[[], None]) -> None:
        """Do something once the figures of the study are known that it puts in force.

        Args:
            study: tells that study; asked when it is its turn.
            do: puts it in force.

        Raises:
            ScenarioError: the study does not fit the pack, or ``do`` raised it.
        """
        is_known = self._document.knows(study())  # also says what is wrong with it before anything waits
        if is_known and not self._waiting:
            do()
            return
        self._waiting.append(_Waiting(study, do))
        if len(self._waiting) == 1:
            self._begin()

    def settle(self) -> None:
        """Make what waits, now."""
        if self._waiting:
            self._worker.finish()
        while self._waiting:
            self._make_next()

    def forget(self) -> None:
        """Make none of what waits."""
        self._worker.cancel()
        self._next.stop()
        if self._waiting:
            self._waiting.clear()
            self.settled.emit()

    def shutdown(self) -> None:
        """Make what waits, and let go of the thread."""
        self.settle()
        self._worker.shutdown()

    def _begin(self) -> None:
        """Reckon what comes next, or make what is known already: each change in a turn of its own."""
        if not self._waiting:
            return
        document = self._document
        try:
            study = self._waiting[0].study()
            is_known = document.knows(study)
        except ScenarioError:
            is_known = True  # that it is refused
        if is_known:
            self._make_next()
        else:
            self._worker.start(partial(_assess, document, study))

    def _on_known(self, _found: object) -> None:
        if self._waiting:
            self._make_next()

    def _make_next(self) -> None:
        waiting = self._waiting.popleft()
        try:
            waiting.do()
        except ScenarioError as error:
            self.refused.emit(str(error))
        if self._waiting:
            self._next.start()
        else:
            self._next.stop()
            self.settled.emit()


def _changed(study: Study, name: str, how: Callable[[Scenario], Scenario]) -> Study:
    """The study with one of its scenarios changed; as it is if that one is gone."""
    return replace(study, scenarios=tuple(how(one) if one.name == name else one for one in study.scenarios))


def _assess(document: Document, study: Study, _state: WorkState) -> None:
    """On the working thread: what it finds is remembered."""
    document.assess(study)
