"""A segmented control: one of a few pages or ways, all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from advisor.ui.widgets.one_of_many import OneOfMany
from advisor.ui.widgets.small_widgets import restyle
from advisor.words.plain_text import as_typed

_GAP = 2
_ENDLESS = 100_000  # pixels
_PADDING = 24  # of a button, to both sides
_TIGHT = 8  # the same where room is short


class Segments(QWidget):
    """Buttons of which one is down; arrow keys move between them.

    Where the long labels do not fit, the short ones are shown, and closer together if need be.

    Signals:
        chosen: index of the button that the user has pressed.
    """

    chosen = Signal(int)

    def __init__(
        self,
        name: str,
        labels: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        tips: Sequence[str] = (),
    ) -> None:
        """Make the buttons.

        Args:
            name: for screen readers.
            labels: long and short label of each.
            parent: Qt parent.
            tips: what each of them stands for, where a word or two do not say it.
        """
        super().__init__(parent)
        self._tips = tuple(tips) or ("",) * len(labels)
        self._labels = tuple(labels)
        self._is_tight = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for index, (text, _short) in enumerate(self._labels):
            button = OneOfMany(text, self)
            button.setAccessibleName(text)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.button(0).setChecked(True)
        self.fit(_ENDLESS)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        """Index of the button that is down."""
        return self._group.checkedId()

    def button(self, index: int) -> OneOfMany:
        """One of the buttons."""
        found = self._group.button(index)
        assert isinstance(found, OneOfMany)
        return found

    def show_current(self, index: int) -> None:
        """Press a button without saying that it was chosen."""
        self._group.button(index).setChecked(True)

    def fit(self, width: int) -> None:
        """Show the long labels if they fit in a width, else the short ones."""
        which = 0 if self._width(0) <= width else 1
        self._set_tight(self._width(which, tight=False) > width)
        for index, texts in enumerate(self._labels):
            button = self.button(index)
            button.setText(texts[which])
            said = ("" if texts[which] == texts[0] else texts[0], self._tips[index])
            button.setToolTip(as_typed("\n".join(part for part in said if part)))
            button.setFixedWidth(self._button_width(texts[which], tight=self._is_tight))
        self._room = width

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other widths."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_room"):
            self.fit(self._room)

    @property
    def short_width(self) -> int:
        """What the short labels need to stand at ease, in pixels."""
        return self._width(1)

    def minimumSizeHint(self) -> QSize:
        """The short labels, close together."""
        return QSize(self._width(1, tight=True), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """What is shown."""
        wide = sum(self.button(i).width() + _GAP for i in range(len(self._labels))) - _GAP
        return QSize(wide, super().sizeHint().height())

    def _set_tight(self, tight: bool) -> None:
        """Move the labels closer, the last resort before they would cover each other."""
        if tight == self._is_tight:
            return
        self._is_tight = tight
        for index in range(len(self._labels)):
            self.button(index).setProperty("tight", tight)
            restyle(self.button(index))

    def _button_width(self, text: str, *, tight: bool) -> int:
        """Room for a label in the weight that it has while its button is down."""
        button = self.button(0)
        button.ensurePolished()
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(text) + (_TIGHT if tight else _PADDING)

    def _width(self, which: int, *, tight: bool = False) -> int:
        each = (self._button_width(labels[which], tight=tight) for labels in self._labels)
        return sum(each) + _GAP * (len(self._labels) - 1)
