"""Undo commands: a study before and a study after."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QUndoCommand, QUndoStack

from advisor.app.document.held_bytes import own_bytes
from advisor.scenario.study.study import Study
from advisor.words.translation import Sentence, sentence_of

_MERGING_ID = 1
_ITSELF = 500  # bytes that a step takes besides its studies


class EditStudy(QUndoCommand):
    """Replaces the study; commands with the same gesture become one.

    Args:
        sentence: what the menu says after "Undo".
        before, after: the studies. What a step holds (``bytes_held``) is what its ``before`` does not share
            with its ``after``, which the next step or the document holds anyway.
        apply: called with the study that is to be in force.
        gesture: names one continuous movement (a slider drag); 0 merges with nothing.

    Attributes:
        sentence: what the menu says, as something that can be said in another language.
    """

    def __init__(
        self,
        sentence: Sentence,
        before: Study,
        after: Study,
        apply: Callable[[Study], None],
        gesture: int = 0,
    ) -> None:
        super().__init__(sentence.text)
        self.sentence = sentence
        self._before = before
        self._after = after
        self._apply = apply
        self._gesture = gesture
        self._is_put_back = False
        self.bytes_held = _ITSELF + own_bytes(before, after)

    @property
    def before(self) -> Study:
        """The study that undoing puts in force."""
        return self._before

    @property
    def after(self) -> Study:
        """The study that doing puts in force."""
        return self._after

    def again(self) -> EditStudy:
        """The same step, for a stack that begins anew."""
        return EditStudy(self.sentence, self._before, self._after, self._apply, self._gesture)

    def said_anew(self, names: Mapping[str, str], apply: Callable[[Study], None]) -> EditStudy:
        """The same step for another document, in the language in force; it merges with no other.

        Args:
            names: what names of data in its text are called now.
            apply: of the other document.
        """
        return EditStudy(sentence_of(self.sentence.again(names)), self._before, self._after, apply)

    def put_back(self, stack: QUndoStack) -> None:
        """Push the step on a stack without doing again what was done."""
        self._is_put_back = True
        stack.push(self)
        self._is_put_back = False

    def redo(self) -> None:
        """Put the later study in force."""
        if not self._is_put_back:
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
        self.bytes_held = _ITSELF + own_bytes(self._before, self._after)
        self.setText(other.text())
        self.sentence = other.sentence
        self.setObsolete(self._after == self._before)
        return True
