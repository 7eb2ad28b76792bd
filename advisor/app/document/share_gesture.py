"""Moving the weights of a document: a drag is one step, and all of it is reckoned from where it began."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from advisor.app.document.document import Document
from advisor.scenario.edits import weight_edits
from advisor.scenario.study.scenario import Scenario
from advisor.words.translation import t

_Edit = Callable[[Scenario], Scenario]


class ShareGesture(QObject):
    """Edits of the weights of a document, alone or as the steps of a movement.

    While a share moves, the others are computed from where they were when the movement began: moving it there
    and back leaves everything as it was. Shares that are locked stay.
    """

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._before: Scenario | None = None

    def begin(self) -> None:
        """From here to ``end`` all moves are one step."""
        self._before = self._document.scenario
        self._document.begin_gesture()

    def end(self) -> None:
        """The next move is a step of its own."""
        self._before = None
        self._document.end_gesture()

    def forget(self) -> None:
        """What moves is no longer there: whatever comes next is reckoned from what is in force."""
        self._before = None

    def apply(self, edit: _Edit, text: str) -> None:
        """Make an edit of the scenario with which the movement began, or of the one in force."""
        self._document.edit(edit(self._before or self._document.scenario), text)

    def move_theme(self, theme: str, share: float) -> None:
        """Give a theme a share of the whole, 0..100; the others that are not locked make room."""
        pack = self._document.pack
        self.apply(
            lambda s: weight_edits.with_theme_share(pack, s, theme, share, s.locked_themes - {theme}),
            t("change the weight of {name}", name=pack.theme_label(theme)),
        )

    def reset_theme(self, theme: str) -> None:
        """Give a theme the share that the business function has."""
        pack = self._document.pack
        self.apply(
            lambda s: weight_edits.with_default_theme_share(pack, s, theme, s.locked_themes - {theme}),
            t("reset the weight of {name}", name=pack.theme_label(theme)),
        )

    def move_criterion(self, criterion: str, share: float) -> None:
        """Give a criterion a share within its theme, 0..100; the others there that may move make room."""
        pack = self._document.pack
        self.apply(
            lambda s: weight_edits.with_criterion_share(
                pack, s, criterion, share, s.locked_criteria - {criterion}
            ),
            t("change the weight of {name}", name=self._criterion_name(criterion)),
        )

    def reset_criterion(self, criterion: str) -> None:
        """Give a criterion the share within its theme that the business function has."""
        pack = self._document.pack
        self.apply(
            lambda s: weight_edits.with_default_criterion_share(
                pack, s, criterion, s.locked_criteria - {criterion}
            ),
            t("reset the weight of {name}", name=self._criterion_name(criterion)),
        )

    def _criterion_name(self, criterion: str) -> str:
        return next(one.name for one in self._document.pack.criteria if one.id == criterion)
