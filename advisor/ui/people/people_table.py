"""The list of people, which is also where cards are typed in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.models.people_model import NAME, PeopleModel
from advisor.scenario.people import people_edits
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.people.turned_header import TurnedHeader
from advisor.ui.widgets.copied_table import TableCopying
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.row_heights import give_lines
from advisor.ui.widgets.small_widgets import label
from advisor.views.look.theme import GAP
from advisor.words.translation import t

_EDGE = 12  # pixels at the sides
_CELL = 6  # before and after what stands in a cell, as in the style sheet
_BESIDE_TITLE = 16  # pixels of a heading beside its words
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PeopleTable(QTableView):
    """The table itself, with the keys of a list that is edited.

    Signals:
        move_wanted: the current person is to go up (-1) or down (1).
        removal_wanted: the current person is to be taken out.
        weighing_wanted: the current person is to weigh.
    """

    move_wanted = Signal(int)
    removal_wanted = Signal()
    weighing_wanted = Signal()

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people")
        self.setModel(model)
        self.setAccessibleName(t("People and their points"))
        self.copying = TableCopying(self, t("The table of people"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)  # else rows stay as high as larger type had them
        self.head = header = TurnedHeader(self)
        self.setHorizontalHeader(header)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(0)  # what columns need is counted here
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fitting = QTimer(self)  # once for all edits of a turn: every cell is asked what it needs
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)
        model.modelReset.connect(self._fit_soon)
        model.dataChanged.connect(self._fit_soon)
        follow_look(self._dress)

    def _dress(self) -> None:
        """Rows are as high as a field that is typed into."""
        self.verticalHeader().setDefaultSectionSize(look_in_force().base + 15)
        self._fit()

    def _fit_soon(self) -> None:
        self._fitting.start()

    def _fit(self) -> None:
        """Names take what the points leave, in lines where that is little; then headings are turned.

        What nobody needs is shared out, so that points stand near the names that they are of.
        """
        columns = range(1, self.head.count())
        names = [str(self.model().index(row, NAME).data()) for row in range(self.model().rowCount())]
        words = (word for name in names for word in name.split())
        least = max(map(self.fontMetrics().horizontalAdvance, words), default=0) + 3 * GAP
        wide, upright = self._point_widths()
        self.head.turn(least + sum(wide) > self.viewport().width())
        widths = upright if self.head.is_turned else wide
        needed = max(map(self.fontMetrics().horizontalAdvance, names), default=0) + 3 * GAP
        spare = max(0, self.viewport().width() - sum(widths) - needed)
        widths = [width + spare // (len(widths) + 1) for width in widths]
        for column, width in zip(columns, widths, strict=True):
            self.setColumnWidth(column, width)
        self.setColumnWidth(NAME, max(least, self.viewport().width() - sum(widths)))
        give_lines(self, names, self.columnWidth(NAME) - 2 * _CELL, self.fontMetrics())

    def _point_widths(self) -> tuple[list[int], list[int]]:
        """How wide the columns of points are with their headings, and with those turned."""
        font = QFont(self.font())
        font.setPixelSize(look_in_force().small)  # as the sheet has headings
        metrics = QFontMetrics(font)
        wide, upright = [], []
        for column in range(1, self.head.count()):
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            figures = self.sizeHintForColumn(column)
            wide.append(max(metrics.horizontalAdvance(title) + _BESIDE_TITLE, figures))
            upright.append(max(metrics.height() + _BESIDE_TITLE // 2, figures))
        return wide, upright

    def changeEvent(self, event: QEvent) -> None:
        """Names in another type need other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_fitting"):
            self._fit_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names the room that is left."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """F2 is typed here, whatever the window does with it elsewhere."""
        asked = event.type() == QEvent.Type.ShortcutOverride and self.currentIndex().isValid()
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move somebody, Delete on a name takes them out, Ctrl+Enter lets them weigh."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        index = self.currentIndex()
        if not index.isValid():
            super().keyPressEvent(event)
        elif key in _MOVES and modifiers & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(_MOVES[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.column() == NAME:
            self.removal_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.weighing_wanted.emit()
        else:
            super().keyPressEvent(event)


class PeoplePage(QWidget):
    """The table with a field to add people and buttons for what keys do.

    Signals:
        weighing_wanted: name of the person who is to weigh.
        refused: why something could not be done.
    """

    weighing_wanted = Signal(str)
    refused = Signal(str)

    def __init__(self, document: Document, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._model = document, model
        self.table = PeopleTable(model, self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(t("Name or group"))
        self.field.setAccessibleName(t("Name of somebody to add"))
        self.add_button = QPushButton(t("Add"), self)
        self.add_button.setToolTip(t("Add this person (Enter)"))
        self.weigh_button = QPushButton(t("Vote…"), self)
        self.weigh_button.setToolTip(t("Let this person weigh unseen by the others (Ctrl+Enter)"))
        self.up_button = self._icon_button("chevron-up", t("Move up"), "Alt+Up")
        self.down_button = self._icon_button("chevron-down", t("Move down"), "Alt+Down")
        self.remove_button = self._icon_button("close", t("Remove"), "Del")
        self.hint = label(
            t("Nobody is here yet. Add the people whose priorities count, or take in their votes."), "", self
        )
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        adding, doing = QHBoxLayout(), QHBoxLayout()
        adding.addWidget(self.field, 1)
        adding.addWidget(self.add_button)
        adding.addStretch(1)
        doing.addStretch(1)
        for button in (self.weigh_button, self.up_button, self.down_button, self.remove_button):
            doing.addWidget(button)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.setContentsMargins(_EDGE, GAP // 2, _EDGE, GAP)
        for part, stretch in ((adding, 1), (doing, 0)):
            part.setSpacing(GAP)
            self._rows.addLayout(part, stretch)
        self._rows.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QVBoxLayout()
        middle.setContentsMargins(_EDGE - _CELL, 0, _EDGE - _CELL, 0)
        middle.addWidget(self.table)
        column.addLayout(middle, 1)
        self.hint.setContentsMargins(_EDGE, 0, _EDGE, 0)
        column.addWidget(self.hint, 1)
        column.addLayout(self._rows)
        self._connect()
        self._enable()
        self._fitting = Fitting(self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What cannot stand beside the field stands below it."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit(self) -> None:
        """The field is as wide as what it asks for, and grows where there is room."""
        field = self.field
        field.ensurePolished()
        metrics = field.fontMetrics()
        # Qt leaves what a letter may reach to the left of its place, too.
        words = metrics.horizontalAdvance(field.placeholderText()) + max(0, -metrics.minLeftBearing())
        least = words + 2 * GAP + 6
        field.setMinimumWidth(least)
        field.setMaximumWidth(2 * least)
        buttons = (self.add_button, self.weigh_button, self.up_button, self.down_button, self.remove_button)
        beside = sum(button.sizeHint().width() + GAP for button in buttons)
        ways = QBoxLayout.Direction
        fits = least + beside + 2 * _EDGE <= self.width()
        self._rows.setDirection(ways.LeftToRight if fits else ways.TopToBottom)

    def _icon_button(self, name: str, text: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name, "quiet"))
        button.setIconSize(QSize(14, 14))
        button.setAccessibleName(text)
        button.setToolTip(t("{what} ({keys})", what=text, keys=keys))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _connect(self) -> None:
        self.field.returnPressed.connect(self.add)
        self.field.textChanged.connect(lambda _text: self._enable())
        self.add_button.clicked.connect(self.add)
        self.weigh_button.clicked.connect(self.weigh)
        self.up_button.clicked.connect(lambda: self.move_current(-1))
        self.down_button.clicked.connect(lambda: self.move_current(1))
        self.remove_button.clicked.connect(self.remove)
        self.table.move_wanted.connect(self.move_current)
        self.table.removal_wanted.connect(self.remove)
        self.table.weighing_wanted.connect(self.weigh)
        self.table.selectionModel().currentChanged.connect(lambda _new, _old: self._enable())
        self._model.modelReset.connect(self._enable)
        self._model.refused.connect(self.refused)

    @property
    def current(self) -> str:
        """Name of the person in the current row, empty for none."""
        person = self._model.person(self.table.currentIndex().row())
        return person.name if person is not None else ""

    def add(self) -> None:
        """Add who stands in the field."""
        name = self.field.text()
        if self._edit(
            t("add {name}", name=name.strip()), lambda study: people_edits.with_person(study, name)
        ):
            self.field.clear()
            self._go_to(name.strip())

    def remove(self) -> None:
        """Take the current person out."""
        name, row = self.current, self.table.currentIndex().row()
        self._edit(t("remove {name}", name=name), lambda study: people_edits.without_person(study, name))
        self.table.setCurrentIndex(self._model.index(min(row, self._model.rowCount() - 1), NAME))

    def move_current(self, step: int) -> None:
        """Move the current person up (-1) or down (1)."""
        name = self.current
        text = t("move {name} up", name=name) if step < 0 else t("move {name} down", name=name)
        self._edit(text, lambda study: people_edits.with_person_moved(study, name, step))
        self._go_to(name)

    def weigh(self) -> None:
        """Let the current person weigh."""
        if self.current:
            self.weighing_wanted.emit(self.current)

    def _edit(self, text: str, edit: Callable[[Study], Study]) -> bool:
        try:
            self._document.edit_study(edit(self._document.study), text)
        except ScenarioError as error:
            self.refused.emit(str(error))
            return False
        return True

    def _go_to(self, name: str) -> None:
        self.table.setCurrentIndex(self._model.index(self._model.row_of(name), NAME))

    def _enable(self) -> None:
        """Only what can be done now."""
        row, last = self.table.currentIndex().row(), self._model.rowCount() - 1
        self.table.setVisible(last >= 0)
        self.hint.setVisible(last < 0)
        self.add_button.setEnabled(bool(self.field.text().strip()))
        for button in (self.weigh_button, self.remove_button):
            button.setEnabled(row >= 0)
        self.up_button.setEnabled(row > 0)
        self.down_button.setEnabled(0 <= row < last)
