"""What of the ranking is shown and in which order. Filtering never changes a rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QAbstractProxyModel, QModelIndex, QObject, Qt, Signal

from advisor.app.models.ranking_model import Index, RankingModel
from advisor.core.evaluation import Status
from advisor.places.folding import folded
from advisor.scenario.names import gazetteer_of
from advisor.words.translation import t

_UP = Qt.SortOrder.AscendingOrder
_NO_INDEX = QModelIndex()
_ARROWS = {_UP: "\N{UPWARDS ARROW}", Qt.SortOrder.DescendingOrder: "\N{DOWNWARDS ARROW}"}
_NOTHING = Qt.ItemFlag.NoItemFlags
_LOCATION = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class ListFilter:
    """Which locations to show; empty parts show all.

    Attributes:
        text: all its words must occur in names, hubs or region, whatever the accents; or else it is a name in
            another language.
        region: region of the pack.
        engagement: engagement model.
    """

    text: str = ""
    region: str = ""
    engagement: str = ""


class RankingFilter(QAbstractProxyModel):
    """The filtered and sorted ranking, with a heading row above each section that is not ranked.

    A row is named by the location's index in the pack; headings have the
    negative ``Status`` of their section. Sections stay apart in every sorting.

    Signals:
        rearranging: rows are about to move; True if that is because the ranking changed.
        rearranged: rows have moved.
        counts_changed: how many locations are shown, and of how many.
    """

    rearranging = Signal(bool)
    rearranged = Signal()
    counts_changed = Signal(int, int)

    def __init__(self, model: RankingModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._filter = ListFilter()
        self._sorting: tuple[int, Qt.SortOrder] = (-1, _UP)
        self._texts: list[str] = []  # made when somebody looks for something
        self._regions = self._regions_now()
        self._keys: list[int] = []
        self._rows: dict[int, int] = {}
        self._totals: dict[Status, int] = {}
        self._counts = (0, 0)
        self.setSourceModel(model)
        model.dataChanged.connect(self._follow)
        model.modelReset.connect(self._begin_anew)
        self._refresh(following=False)

    @property
    def model(self) -> RankingModel:
        """The ranking that is filtered."""
        return self._model

    @property
    def keys(self) -> Sequence[int]:
        """What each row shows: index of a location in the pack, or a negative heading."""
        return self._keys

    @property
    def filter(self) -> ListFilter:
        """The filter in force."""
        return self._filter

    @property
    def counts(self) -> tuple[int, int]:
        """Locations shown, and all."""
        return self._counts

    @property
    def regions(self) -> list[str]:
        """Regions of the pack in alphabetical order."""
        return sorted({region for region in self._regions.tolist() if region})

    def set_filter(self, **parts: str) -> None:
        """Change some parts of the filter (``text``, ``region``, ``engagement``)."""
        changed = replace(self._filter, **parts)
        if changed != self._filter:
            self._filter = changed
            self._refresh(following=False)

    def sort(self, column: int, order: Qt.SortOrder = _UP) -> None:
        """Sort each section by a column, missing last; -1 is the order of the ranking."""
        if (column, order) != self._sorting:
            self._sorting = (column, order)
            self._refresh(following=False)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._model.columns) - 1)

    def row_of(self, location_id: str) -> int:
        """The row that shows a location, -1 where the filter hides it."""
        alternatives = self._model.assessment.evaluation.alternatives
        if location_id not in alternatives:
            return -1
        return self._rows.get(alternatives.index(location_id), -1)

    # What Qt asks -----------------------------------------------------------------------------------

    def mapToSource(self, index: Index) -> QModelIndex:  # noqa: N802
        """The same cell in the ranking, invalid for a heading."""
        if not index.isValid() or self._keys[index.row()] < 0:
            return QModelIndex()
        return self._model.index(self._model.order.index(self._keys[index.row()]), index.column())

    def mapFromSource(self, index: Index) -> QModelIndex:  # noqa: N802
        """The same cell here, invalid where the filter hides it."""
        if not index.isValid():
            return QModelIndex()
        row = self._rows.get(self._model.order[index.row()], -1)
        return self.index(row, index.column()) if row >= 0 else QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """The index of a cell."""
        inside = 0 <= row < len(self._keys) and 0 <= column < len(self._model.columns)
        return self.createIndex(row, column) if inside and not parent.isValid() else QModelIndex()

    def parent(self, child: Index = _NO_INDEX) -> QModelIndex:  # type: ignore[override]  # noqa: ARG002
        """Rows have no parents."""
        return QModelIndex()

    def sibling(self, row: int, column: int, index: Index) -> QModelIndex:  # noqa: ARG002
        """Another cell of the table."""
        return self.index(row, column)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """Locations shown and headings."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """As many as the ranking has."""
        return 0 if parent.isValid() else len(self._model.columns)

    def hasChildren(self, parent: Index = _NO_INDEX) -> bool:  # noqa: N802
        """Only the table itself has rows."""
        return not parent.isValid() and bool(self._keys)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles as in the ranking, with an arrow on the column that is sorted by."""
        answer = self._model.headerData(section, orientation, role)
        if role == Qt.ItemDataRole.DisplayRole and self._sorting[0] == section:
            return f"{_ARROWS[self._sorting[1]]} {answer}"
        return answer

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be neither selected nor reached by key."""
        if not index.isValid() or self._keys[index.row()] < 0:
            return _NOTHING
        return _LOCATION

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell of the ranking, or the text of a heading."""
        if not index.isValid():
            return None
        key = self._keys[index.row()]
        if key >= 0:
            return self._model.cell(key, index.column(), role)
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._heading(Status(-key)) if role in spoken else None

    # Arranging --------------------------------------------------------------------------------------

    def _heading(self, status: Status) -> str:
        label = t("Excluded") if status == Status.EXCLUDED else t("Too little data")
        return t("{caption} ({number})", caption=label, number=self._totals.get(status, 0))

    def _regions_now(self) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
        return np.array([location.region for location in self._model.assessment.locations], dtype=object)

    def _begin_anew(self) -> None:
        """Other locations or columns."""
        self.beginResetModel()
        self._texts, self._regions = [], self._regions_now()
        self._sorting = (-1, _UP)
        self._keys, self._totals = self._arranged()
        self._rows = {key: row for row, key in enumerate(self._keys)}
        self.endResetModel()
        self.rearranged.emit()
        self._refresh(following=False)

    def _follow(self) -> None:
        self._refresh(following=True)
        if self._keys:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._keys) - 1, self.columnCount() - 1))

    def _refresh(self, following: bool) -> None:
        keys, totals = self._arranged()
        self._totals = totals
        if keys != self._keys:
            self.rearranging.emit(following)
            self._install(keys)
            self.rearranged.emit()
        counts = (sum(totals.values()), len(self._regions))
        if counts != self._counts:
            self._counts = counts
            self.counts_changed.emit(*counts)

    def _arranged(self) -> tuple[list[int], dict[Status, int]]:
        evaluation = self._model.assessment.evaluation
        rows = evaluation.order[self._accepted()[evaluation.order]]
        column, order = self._sorting
        if column >= 0:
            figures = self._model.sort_key(column)[rows]
            signed = figures if order == _UP else -figures
            missing = np.isnan(figures)
            rows = rows[np.lexsort((np.nan_to_num(signed), missing, evaluation.status[rows]))]
        status = evaluation.status[rows]
        keys: list[int] = rows[status == Status.RANKED].tolist()
        totals = {Status.RANKED: len(keys)}
        for section in (Status.EXCLUDED, Status.INSUFFICIENT):
            members = rows[status == section].tolist()
            totals[section] = len(members)
            keys += [-int(section), *members] if members else []
        return keys, totals

    def _accepted(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        wanted, assessment = self._filter, self._model.assessment
        accepted = np.ones(len(self._regions), dtype=np.bool_)
        if wanted.text.strip():
            accepted &= self._named(wanted.text)
        if wanted.region:
            accepted &= self._regions == wanted.region
        if wanted.engagement:
            models = [assessment.engagement(i) for i in range(len(self._regions))]
            accepted &= np.array([model == wanted.engagement for model in models])
        return accepted

    def _named(self, wanted: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        pack = self._model.assessment.pack
        names = gazetteer_of(pack)
        if not self._texts:
            every = names.words()
            places = [f"{one.name} {one.id} {one.region} {one.subregion}" for one in pack.locations]
            self._texts = [f"{folded(place)} | {every[i]}" for place, i in zip(places, every, strict=True)]
        words = folded(wanted).split()
        found = np.array([bool(words) and all(word in text for word in words) for text in self._texts])
        if not found.any():
            known = names.location(wanted, suggests=False).places if words else ()
            meant = {place.location_id for place in known}
            found = np.array([location.id in meant for location in pack.locations])
        return found

    def _install(self, keys: list[int]) -> None:
        """Go from the old rows to the new ones by removals, insertions and one move of all."""
        wanted, present = set(keys), set(self._keys)
        end = len(self._keys)
        while end > 0:  # neighbours go together: views look again after every removal
            first = end - 1
            while self._keys[first] not in wanted and first > 0 and self._keys[first - 1] not in wanted:
                first -= 1
            if self._keys[first] not in wanted:
                self.beginRemoveRows(QModelIndex(), first, end - 1)
                del self._keys[first:end]
                self.endRemoveRows()
            end = first
        fresh = [key for key in keys if key not in present]
        if fresh:
            count = len(self._keys)
            self.beginInsertRows(QModelIndex(), count, count + len(fresh) - 1)
            self._keys += fresh
            self._rows = {key: row for row, key in enumerate(self._keys)}
            self.endInsertRows()
        if self._keys != keys:
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            held = [self._keys[index.row()] for index in before]
            self._keys = keys
            self._rows = {key: row for row, key in enumerate(keys)}
            after = [
                self.createIndex(self._rows[key], index.column())
                for key, index in zip(held, before, strict=True)
            ]
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()
        self._rows = {key: row for row, key in enumerate(self._keys)}
