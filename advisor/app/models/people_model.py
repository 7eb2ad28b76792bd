"""The people of a study as a table: name, how much they count, points for each theme."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from advisor.app.document.document import Document
from advisor.app.models.headings import LEFT, RIGHT
from advisor.core.criteria import themes_of
from advisor.scenario.people import people_edits
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Stakeholder, Study
from advisor.words.locale import digits
from advisor.words.number_input import NumberError, parse_figure, typed_figure
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

Index = QModelIndex | QPersistentModelIndex
NAME, IMPORTANCE, FIRST_THEME = range(3)
COVERED = "\N{BULLET}"
_NO_INDEX = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """A row a person, a column a theme; edits go through the undo stack.

    While votes are covered a cell says only that there is something: what somebody types from a card is
    covered as soon as it is entered.

    Signals:
        refused: why something that was typed could not be taken.
    """

    refused = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._people = document.study.stakeholders
        self._themes = themes_of(document.pack.criteria)
        self._covered = True
        document.follow(self._refresh)

    @property
    def is_covered(self) -> bool:
        """Whether points are hidden."""
        return self._covered

    def set_covered(self, covered: bool) -> None:
        """Hide or show the points."""
        if covered != self._covered:
            self._covered = covered
            self._all_changed()

    def person(self, row: int) -> Stakeholder | None:
        """The person of a row, None beyond the last."""
        return self._people[row] if 0 <= row < len(self._people) else None

    def row_of(self, name: str) -> int:
        """The row of a person, -1 where there is nobody of that name."""
        return next((row for row, person in enumerate(self._people) if person.name == name), -1)

    # What is shown ------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """One for each person."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """Name, importance, themes, total."""
        return 0 if parent.isValid() else FIRST_THEME + len(self._themes) + 1

    @property
    def _total(self) -> int:
        return FIRST_THEME + len(self._themes)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles, with what they mean."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section == NAME else RIGHT
        if role == Qt.ItemDataRole.ToolTipRole and section == IMPORTANCE:
            return t("How much somebody counts beside the others; 0 asks them without counting them")
        return None

    def _title(self, column: int) -> str:
        if column == NAME:
            return t("Name")
        if column == IMPORTANCE:
            return t("Counts")
        return t("Total") if column == self._total else self._document.pack.theme_label(self._theme(column))

    def _theme(self, column: int) -> str:
        return self._themes[column - FIRST_THEME]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says."""
        person, column = self._people[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(person, column)
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(person, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if column == NAME else RIGHT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(person, column)
        if role == Qt.ItemDataRole.ToolTipRole and not person.has_weighed:
            return as_typed(t("{name} has not weighed yet", name=person.name))
        return None

    def _text(self, person: Stakeholder, column: int) -> str:
        if column == NAME:
            return person.name
        if column == IMPORTANCE:
            return typed_figure(person.importance)
        if not person.has_weighed:
            return "\N{EN DASH}"
        if self._covered:
            return COVERED
        if column == self._total:
            return _points(sum(person.theme_weights.values()))
        points = person.theme_weights.get(self._theme(column))
        return "\N{EN DASH}" if points is None else _points(points)

    def _typed(self, person: Stakeholder, column: int) -> str:
        if column == NAME:
            return person.name
        if column == IMPORTANCE:
            return typed_figure(person.importance)
        # A covered cell is opened blank, so that looking for a moment shows nothing.
        if self._covered or not person.has_weighed:
            return ""
        weights = person.theme_weights
        points = sum(weights.values()) if column == self._total else weights.get(self._theme(column), 0.0)
        return typed_figure(round(points, 4))

    def _spoken(self, person: Stakeholder, column: int) -> str:
        text, title = self._text(person, column), self._title(column)
        if column == NAME:
            return text
        if column > IMPORTANCE and not person.has_weighed:
            return t("{person}, {column}: not weighed yet", person=person.name, column=title)
        if column > IMPORTANCE and self._covered:
            return t("{person}, {column}: hidden", person=person.name, column=title)
        return t("{person}, {column}: {value}", person=person.name, column=title, value=text)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All but the total can be typed into."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return flags if index.column() == self._total else flags | Qt.ItemFlag.ItemIsEditable

    # Edits ----------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take what was typed; what cannot be is refused with the reason."""
        person = self.person(index.row())
        if role != Qt.ItemDataRole.EditRole or person is None:
            return False
        try:
            edited = self._edited(person, index.column(), str(value))
        except (ScenarioError, NumberError) as error:
            self.refused.emit(str(error))
            return False
        if edited is None:
            return False
        self._document.edit_study(*edited)
        return True

    def _edited(self, person: Stakeholder, column: int, typed: str) -> tuple[Study, str] | None:
        """The study after an edit and what was done; None where nothing was typed."""
        study = self._document.study
        if column == NAME:
            after = people_edits.with_person_renamed(study, person.name, typed)
            return after, t("rename {name}", name=person.name)
        number = parse_figure(typed)
        if number is None:
            return None
        if column == IMPORTANCE:
            after = people_edits.with_importance(study, person.name, number)
            return after, t("change how much {name} counts", name=person.name)
        after = people_edits.with_points(study, person.name, self._themes, self._theme(column), number)
        return after, t("enter points of {name}", name=person.name)

    def _refresh(self, _assessment: object) -> None:
        people = self._document.study.stakeholders
        if people == self._people:
            return
        if [one.name for one in people] == [one.name for one in self._people]:
            self._people = people
            self._all_changed()
        else:
            self.beginResetModel()
            self._people = people
            self.endResetModel()

    def _all_changed(self) -> None:
        if self._people:
            last = self.index(len(self._people) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _points(points: float) -> str:
    return digits(points, 0 if abs(points - round(points)) < 0.05 else 1)
