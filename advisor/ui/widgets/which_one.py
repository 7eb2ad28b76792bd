"""Asks which of several was meant, or says that nothing is called so; nothing is chosen by chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from advisor.words.plain_text import menu_text

_LONGEST = 60  # letters of what was typed that are said back


class WhichOne(QMenu):
    """A list below a field: a heading that cannot be chosen, and what may have been meant.

    Args:
        heading: what is asked or said.
        offers: key and name of each.
        chosen: called with the key that the user takes.
        field: where it opens.
    """

    def __init__(
        self,
        heading: str,
        offers: Sequence[tuple[str, str]],
        chosen: Callable[[str], None],
        field: QWidget,
    ) -> None:
        super().__init__(field)
        self._field = field
        self.setObjectName("whichOne")
        self.setAccessibleName(heading)
        self.addAction(menu_text(heading)).setEnabled(False)
        for key, name in offers:
            action = self.addAction(menu_text(name))
            action.triggered.connect(lambda _checked=False, key=key: chosen(key))
        self.aboutToHide.connect(self.deleteLater)

    @property
    def heading(self) -> str:
        """What is asked or said."""
        return self.accessibleName()

    @property
    def names(self) -> list[str]:
        """What is offered."""
        return [action.text().replace("&&", "&") for action in self.actions()[1:]]

    def ask(self) -> None:
        """Open below the field."""
        self.popup(self._field.mapToGlobal(QPoint(0, self._field.height())))


def said_back(text: str) -> str:
    """What was typed, short enough to be said back."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"
