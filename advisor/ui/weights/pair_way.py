"""Weights from comparisons in pairs, with the contradictions pointed out while they arise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.core.ahp import RANDOM_INDEX, PairwiseResult
from advisor.core.elicitation import Elicited
from advisor.scenario.edits.weight_scope import Item, compared, starting_ratio
from advisor.ui.weights.pair_row import PairRow
from advisor.ui.widgets.small_widgets import label, restyle

MOST = len(RANDOM_INDEX)  # things that can be compared


class PairWay(QWidget):
    """All comparisons, and how far they agree with each other.

    Signals:
        changed: a comparison is another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        self.rows: list[PairRow] = []
        self.verdict = label("", "", self)
        self.verdict.setWordWrap(True)
        lead = label(
            self.tr(
                "Move each knob towards what matters more, up to nine times as much. They start where your "
                "weights are."
            ),
            "quiet",
            self,
        )
        lead.setWordWrap(True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(lead)
        layout.addLayout(self._list)
        layout.addWidget(self.verdict)

    def load(self, items: Sequence[Item], hues: Mapping[str, QColor], shares: Mapping[str, float]) -> None:
        """Begin with the ratios of the weights in force."""
        for row in self.rows:
            self._list.removeWidget(row)
            row.deleteLater()
        self._items, self.rows = tuple(items), []
        for first, second in combinations(items, 2) if len(items) <= MOST else ():
            row = PairRow(first, second, (hues[first.theme], hues[second.theme]))
            row.show_step(starting_ratio(shares[first.id], shares[second.id]))
            row.changed.connect(self._on_change)
            self.rows.append(row)
            self._list.addWidget(row)
        self._judge()

    def result(self) -> PairwiseResult | None:
        """What the comparisons come to; None where there are too many things."""
        if not self.rows:
            return None
        return compared(self._items, {(row.first.id, row.second.id): row.step for row in self.rows})

    def elicited(self) -> Elicited | None:
        """Weights by name; None where there are too many things."""
        result = self.result()
        return result.elicited() if result else None

    def _on_change(self) -> None:
        self._judge()
        self.changed.emit()

    def _judge(self) -> None:
        result = self.result()
        if result is None:
            self.verdict.setText(self.tr("Up to {0} things can be compared in pairs.").format(MOST))
            return
        ratio = self.tr("Consistency ratio {0:.2f}").format(result.consistency_ratio)
        worst = set()
        if result.consistent:
            text = self.tr("{0}: they agree with each other well enough (up to 0.10).").format(ratio)
        else:
            assert result.worst is not None
            worst = {result.worst.first, result.worst.second, result.worst.third}
            text = self.tr("{0}, above 0.10: they contradict each other, most where {1}").format(
                ratio, result.worst.sentence
            )
        self.verdict.setText(text)
        self.verdict.setProperty("role", "" if result.consistent else "error")
        restyle(self.verdict)
        for row in self.rows:
            row.warn({row.first.name, row.second.name} <= worst)
