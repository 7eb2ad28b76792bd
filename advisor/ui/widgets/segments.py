"""A segmented control: one of a few pages or ways, all in sight."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from advisor.ui.look.current import follow_look
from advisor.ui.widgets.one_of_many import OneOfMany
from advisor.ui.widgets.small_widgets import restyle
from advisor.ui.widgets.two_rows import TwoRows
from advisor.ui.widgets.word_widths import WordWidths
from advisor.words.plain_text import as_typed

_GAP = 2
_ENDLESS = 100_000  # pixels
_PADDING = 24  # of a button, to both sides
_TIGHT = 12  # the same where room is short


class Segments(QWidget):
    """Buttons of which one is down; arrow keys move between them.

    Where the long labels do not fit, the short ones are shown, closer together if need be, and in
    two rows where one may become two.

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
        folds: bool = False,
    ) -> None:
        """Make the buttons.

        Args:
            name: for screen readers.
            labels: long and short label of each.
            parent: Qt parent.
            tips: what each of them stands for, where a word or two do not say it.
            folds: whether they may stand in two rows.
        """
        super().__init__(parent)
        self._tips = tuple(tips) or ("",) * len(labels)
        self._labels = tuple(labels)
        self._is_tight = False
        self._widths = WordWidths()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._folds = folds
        self._first_of_second = len(self._labels)
        self._rows = TwoRows(self, _GAP)
        self._guest: QWidget | None = None
        self._guest_row = 0
        for index, (text, _short) in enumerate(self._labels):
            button = OneOfMany(text, self)
            button.setAccessibleName(text)
            self._group.addButton(button, index)
        self._rows.put(self._buttons, self._first_of_second)
        self._group.button(0).setChecked(True)
        self.fit(_ENDLESS)
        self._group.idClicked.connect(self.chosen)
        follow_look(self._dress)

    @property
    def current(self) -> int:
        """Index of the button that is down."""
        return self._group.checkedId()

    @property
    def count(self) -> int:
        """How many buttons there are."""
        return len(self._labels)

    def button(self, index: int) -> OneOfMany:
        """One of the buttons."""
        found = self._group.button(index)
        assert isinstance(found, OneOfMany)
        return found

    @property
    def _buttons(self) -> list[OneOfMany]:
        return [self.button(index) for index in range(self.count)]

    def show_current(self, index: int) -> None:
        """Press a button without saying that it was chosen."""
        self._group.button(index).setChecked(True)

    def fit(self, width: int) -> None:
        """Show the long labels if they fit in a width, else the short ones."""
        which = 0 if self._width(0) <= width else 1
        folded = self._folds and self._width(1, tight=True) > width
        self._set_tight(self._width(which, tight=False) > width and not folded)
        self._set_folded(folded, width)
        for index, texts in enumerate(self._labels):
            button = self.button(index)
            button.setText(texts[which])
            said = ("" if texts[which] == texts[0] else texts[0], self._tips[index])
            button.setToolTip(as_typed("\n".join(part for part in said if part)))
            button.setFixedWidth(self._button_width(texts[which], tight=self._is_tight))
        self._room = width

    def _dress(self) -> None:
        """Other type needs other widths; told once the buttons wear it."""
        self.fit(self._room)

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other widths."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_room"):
            self.fit(self._room)

    @property
    def long_width(self) -> int:
        """What the long labels need, in pixels."""
        return self._width(0)

    @property
    def short_width(self) -> int:
        """What the short labels need to stand at ease, in pixels."""
        return self._width(1)

    @property
    def tight_width(self) -> int:
        """What the short labels need in one row, close together, in pixels."""
        return self._width(1, tight=True)

    @property
    def second_width(self) -> int:
        """What the second row needs for its buttons, in pixels."""
        return sum(self.button(i).width() + _GAP for i in range(self._first_of_second, self.count))

    def take_in(self, guest: QWidget, row: int) -> None:
        """Let something else take what is left of a row; 2 is one of its own below the buttons."""
        if (guest, row) != (self._guest, self._guest_row):
            self._guest, self._guest_row = guest, row
            self._rows.put(self._buttons, self._first_of_second, guest, row)
            self.updateGeometry()

    @property
    def is_folded(self) -> bool:
        """Whether the buttons stand in two rows."""
        return self._first_of_second < len(self._labels)

    def minimumSizeHint(self) -> QSize:
        """The short labels, close together; the widest of them where they may fold."""
        each = (self._button_width(short, tight=True) for _long, short in self._labels)
        wide = max(each) if self._folds else self.tight_width
        if self._guest is not None:
            wide = max(wide, self._guest.minimumSizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """What is shown."""
        split, count = self._first_of_second, len(self._labels)
        wide = max(
            sum(self.button(i).width() + _GAP for i in row) - _GAP
            for row in (range(split), range(split, count))
        )
        return QSize(wide, super().sizeHint().height())

    def _set_folded(self, folded: bool, width: int) -> None:
        """Put what has no room in the first row into the second."""
        each = (self._button_width(short, tight=False) for _long, short in self._labels)
        split = self._rows.that_fit(each, width) if folded else len(self._labels)
        if split != self._first_of_second:
            self._first_of_second = split
            self._rows.put(self._buttons, split, self._guest, self._guest_row)
            self.updateGeometry()

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
        return self._widths.bold(button.font(), text) + (_TIGHT if tight else _PADDING)

    def _width(self, which: int, *, tight: bool = False) -> int:
        each = (self._button_width(labels[which], tight=tight) for labels in self._labels)
        return sum(each) + _GAP * (len(self._labels) - 1)
