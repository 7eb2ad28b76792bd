"""Every criterion of the selected location as a Qt tree: themes with their criteria."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.models.headings import COPIED_ROLE, LEFT, RIGHT, all_heading_answers
from advisor.core.cells import Cells
from advisor.scenario.edits.own_figures import checked_figure, with_own_figure, without_own_figures
from advisor.scenario.study.problems import ScenarioError
from advisor.views.why.criteria_rows import (
    CriterionFigures,
    ThemeSums,
    criterion_row,
    source_names,
    theme_row,
)
from advisor.views.why.criteria_texts import (
    HEADINGS,
    NUMERIC,
    TreeColumn,
    criterion_text,
    criterion_tip,
    theme_text,
)
from advisor.words.formatting import in_sentence
from advisor.words.number_input import NumberError, typed_figure
from advisor.words.plain_text import as_typed
from advisor.words.translation import t
from advisor.words.units import folded, unit_text

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1  # CriterionFigures or ThemeSums
BAR_ROLE = int(Qt.ItemDataRole.UserRole) + 2  # value in 0..1


class CriteriaModel(QAbstractItemModel):
    """Themes, and under them their criteria, for the selected location.

    Editing a value puts the user's own figure in its place through the undo
    stack; an empty text takes the source's again.

    Signals:
        refused: a figure could not be taken; why, in a sentence.
        accepted: the last figure was taken.
        sources_changed: rows may name other sources than before.
    """

    refused = Signal(str)
    accepted = Signal()
    sources_changed = Signal()

    def __init__(self, document: Document, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        weights = document.assessment.evaluation.weights
        self._columns = [
            [j for j, theme in enumerate(weights.theme_of) if theme == position]
            for position in range(len(weights.themes))
        ]
        self._row = self._selected_row()
        self._cells: Cells | None = None
        self._sources: frozenset[str] = frozenset()
        self._cache: dict[tuple[int, int], CriterionFigures | ThemeSums] = {}
        document.assessment_changed.connect(self._refresh)
        selection.selected_changed.connect(self._refresh)

    @property
    def location_row(self) -> int:
        """Index of the selected location in the pack, -1 for none."""
        return self._row

    @property
    def names(self) -> tuple[str, ...]:
        """What the criteria are called."""
        return tuple(criterion.name for criterion in self._document.pack.criteria)

    @property
    def units(self) -> frozenset[str]:
        """What the criteria are counted in."""
        return frozenset(unit_text(criterion.unit) for criterion in self._document.pack.criteria)

    @property
    def sources(self) -> frozenset[str]:
        """All that rows may name as their source, whichever location is selected."""
        assessment = self._document.assessment
        if assessment.cells is not self._cells:
            self._cells, self._sources = assessment.cells, source_names(assessment)
        return self._sources

    # What Qt asks -----------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """A theme, or a criterion of a theme."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]
        """The theme of a criterion."""
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(int(child.internalId()) - 1, 0, 0)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """Themes, or criteria of a theme; none while nothing is selected."""
        if self._row < 0 or parent.column() > 0:
            return 0
        if not parent.isValid():
            return len(self._columns)
        return len(self._columns[parent.row()]) if parent.internalId() == 0 else 0

    def columnCount(self, _parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """The parts of a row."""
        return len(TreeColumn)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Title and explanation of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(TreeColumn):
            return None
        return self._headings[section].get(role)

    @cached_property
    def _headings(self) -> tuple[dict[int, object], ...]:
        return all_heading_answers(HEADINGS, NUMERIC)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Values can be edited."""
        flags = super().flags(index)
        if index.isValid() and index.internalId() and index.column() == TreeColumn.VALUE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, the raw value for editing, the value as a bar, and the whole row."""
        if not index.isValid() or self._row < 0:
            return None
        row, part = self.row(index), TreeColumn(index.column())
        answers: dict[int, Callable[[], object]] = {
            ROW_ROLE: lambda: row,
            BAR_ROLE: lambda: row.value,
            Qt.ItemDataRole.TextAlignmentRole: lambda: RIGHT if part in NUMERIC else LEFT,
        }
        if part in _COPIED:
            answers[COPIED_ROLE] = lambda: _COPIED[part](row)
        if isinstance(row, ThemeSums):
            answers[Qt.ItemDataRole.DisplayRole] = lambda: theme_text(row, part)
        else:
            answers[Qt.ItemDataRole.DisplayRole] = lambda: criterion_text(row, part)
            answers[Qt.ItemDataRole.ToolTipRole] = lambda: as_typed(criterion_tip(row, part))
            if part is TreeColumn.VALUE:
                answers[Qt.ItemDataRole.EditRole] = lambda: _editable(row)
        return answers[role]() if role in answers else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take what the user typed as the location's own figure; nothing typed takes the source's."""
        row = self.row(index) if index.isValid() and self._row >= 0 else None
        if role != Qt.ItemDataRole.EditRole or not isinstance(row, CriterionFigures):
            return False
        text = str(value)
        if text == self.data(index, role):
            return True
        try:
            figure = checked_figure(text, row.criterion)
            if figure is None:
                self.reset([index])
            else:
                self._override(row, figure)
        except (NumberError, ScenarioError) as error:
            self.refused.emit(str(error))
            return False
        self.accepted.emit()
        return True

    def reset(self, indexes: Sequence[Index]) -> None:
        """Take the source's figures again in these rows, as one step."""
        rows = [self.row(index) for index in indexes]
        ids = {row.criterion.id for row in rows if isinstance(row, CriterionFigures)}
        text = t("take the source's figure for {name}", name=self._place())
        after = without_own_figures(self._document.study, self._selection.selected, ids)
        self._document.edit_study(after, text)

    def can_reset(self, index: Index) -> bool:
        """Whether the user has entered the figure of a row; a cost that follows their own pay is no such."""
        row, location = self.row(index), self._selection.selected
        return isinstance(row, CriterionFigures) and any(
            (figure.location, figure.criterion) == (location, row.criterion.id)
            for figure in self._document.study.own.figures
        )

    def row(self, index: Index) -> CriterionFigures | ThemeSums:
        """What a row shows."""
        key = (int(index.internalId()), index.row())
        if key not in self._cache:
            assessment = self._document.assessment
            theme, place = key
            if theme == 0:
                self._cache[key] = theme_row(assessment, self._row, place)
            else:
                self._cache[key] = criterion_row(assessment, self._row, self._columns[theme - 1][place])
        return self._cache[key]

    def find(self, criterion: str) -> QModelIndex:
        """The row of a criterion, by its id; an invalid index where there is none, or no location."""
        ids = [each.id for each in self._document.assessment.evaluation.criteria]
        if self._row < 0 or criterion not in ids:
            return QModelIndex()
        for position, columns in enumerate(self._columns):
            if ids.index(criterion) in columns:
                place = columns.index(ids.index(criterion))
                return self.index(place, TreeColumn.CRITERION, self.index(position, 0))
        return QModelIndex()

    # Following --------------------------------------------------------------------------------------

    def _selected_row(self) -> int:
        ids = self._document.pack.location_ids
        selected = self._selection.selected
        return ids.index(selected) if selected in ids else -1

    def _refresh(self) -> None:
        row = self._selected_row()
        self._cache.clear()
        if self._cells is not None and self._sources != self.sources:
            self.sources_changed.emit()
        if (row < 0) != (self._row < 0):
            self.beginResetModel()
            self._row = row
            self.endResetModel()
            return
        self._row = row
        if row < 0:
            return
        last = len(TreeColumn) - 1
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._columns) - 1, last))
        for position, columns in enumerate(self._columns):
            theme = self.index(position, 0)
            self.dataChanged.emit(self.index(0, 0, theme), self.index(len(columns) - 1, last, theme))

    def _override(self, row: CriterionFigures, figure: float) -> None:
        criterion = row.criterion
        text = t(
            "change {criterion} of {name:the}", criterion=in_sentence(criterion.name), name=self._place()
        )
        after = with_own_figure(self._document.study, self._selection.selected, criterion.id, figure)
        self._document.edit_study(after, text)

    def _place(self) -> str:
        return self._document.pack.locations[self._row].name


def _figure(row: CriterionFigures | ThemeSums) -> float | None:
    """The figure in the unit that stands beside it; a theme has none."""
    return None if isinstance(row, ThemeSums) else row.raw * folded(row.criterion.unit)[1]


_COPIED: Mapping[TreeColumn, Callable[[CriterionFigures | ThemeSums], float | None]] = {
    TreeColumn.VALUE: _figure,
    TreeColumn.SCORE: lambda row: 100 * row.value,
    TreeColumn.POINTS: lambda row: row.points,
}


def _editable(row: CriterionFigures) -> str:
    return "" if math.isnan(row.raw) else typed_figure(row.raw, row.criterion.unit)
