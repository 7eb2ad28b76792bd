"""Moving the weights of themes: a drag is one step, and its siblings follow from where it began."""

from __future__ import annotations

from PySide6.QtCore import QObject

from advisor.app.document.document import Document
from advisor.scenario.edits import weight_edits
from advisor.scenario.study.scenario import Scenario
from advisor.words.translation import t


class ThemeShares(QObject):
    """Edits of the theme weights of a document.

    While a share moves, the others are computed from where they were when the movement began: moving it there
    and back leaves everything as it was.
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

    def move(self, theme: str, share: float) -> None:
        """Give a theme a share of the whole, 0..100; the others that are not locked make room."""
        before = self._before or self._document.scenario
        locked = before.locked_themes - {theme}
        after = weight_edits.with_theme_share(self._document.pack, before, theme, share, locked)
        name = self._document.pack.theme_label(theme)
        self._document.edit(after, t("change the weight of {name}", name=name))

    def reset(self, theme: str) -> None:
        """Give a theme the share that the business function has."""
        scenario = self._document.scenario
        locked = scenario.locked_themes - {theme}
        after = weight_edits.with_default_theme_share(self._document.pack, scenario, theme, locked)
        name = self._document.pack.theme_label(theme)
        self._document.edit(after, t("reset the weight of {name}", name=name))
