"""Which two locations are compared: the selected one and one that the user chooses."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.scenario.ranking.assessment import Assessment
from advisor.views.compare.compare_figures import Comparison, compare


class ComparedPair(QObject):
    """The selected location beside a second one, which is the leader unless the user chooses.

    Where the leader itself is selected the second one is the runner-up. With
    nothing selected the two best are compared.

    Signals:
        changed: other locations, or other figures or weights.
    """

    changed = Signal()

    def __init__(self, document: Document, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._chosen = ""
        self._comparison: Comparison | None = None
        self._told: tuple[Assessment, str, str] | None = None
        document.assessment_changed.connect(self._on_change)
        document.replaced.connect(self._begin_afresh)
        selection.selected_changed.connect(self._on_change)

    @property
    def first(self) -> str:
        """Id of the location that is compared; empty where there is none."""
        selected = self._selection.selected
        return selected if selected in self._document.pack.location_ids else self._best()

    @property
    def second(self) -> str:
        """Id of the location that it is compared with; empty where there is no other."""
        first = self.first
        if self._chosen and self._chosen != first:
            return self._chosen
        return self._best(other_than=first)

    @property
    def comparison(self) -> Comparison | None:
        """Both beside each other, computed when first asked for; None where there are no two."""
        if self._comparison is None and self.first and self.second:
            self._comparison = compare(self._document.assessment, self.first, self.second)
        return self._comparison

    def choose(self, location: str) -> None:
        """Compare with this location until another is chosen."""
        if location != self._chosen:
            self._chosen = location
            self._tell()  # also where it comes to the same: whoever has chosen shows what holds now

    def _best(self, other_than: str = "") -> str:
        order = self._document.assessment.evaluation.order
        ids = (self._document.pack.location_ids[int(row)] for row in order)
        return next((key for key in ids if key != other_than), "")

    def _begin_afresh(self) -> None:
        self._chosen = ""

    def _on_change(self) -> None:
        """A study that is opened is heard of twice, by its best location and by its figures."""
        if self._told != self._now():
            self._tell()

    def _now(self) -> tuple[Assessment, str, str]:
        return self._document.assessment, self.first, self.second

    def _tell(self) -> None:
        self._told, self._comparison = self._now(), None
        self.changed.emit()
