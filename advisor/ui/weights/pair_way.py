"""Weights from comparisons in pairs, with the contradictions pointed out while they arise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from advisor.core.ahp import RANDOM_INDEX, PairwiseResult
from advisor.core.elicitation import Elicited
from advisor.scenario.edits.weight_scope import Item, compared, starting_ratio
from advisor.ui.weights.pair_row import PairRow
from advisor.ui.weights.row_way import RowWay
from advisor.ui.weights.weights_texts import CONSISTENT, INCONSISTENT, PAIRS_LEAD, TOO_MANY_PAIRS
from advisor.ui.widgets.small_widgets import label, restyle
from advisor.words.locale import digits
from advisor.words.translation import marked

MOST = len(RANDOM_INDEX)  # things that can be compared


class PairWay(RowWay):
    """All comparisons, and how far they agree with each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            marked(PAIRS_LEAD),
            parent,
        )
        self._items: tuple[Item, ...] = ()
        self.rows: list[PairRow] = []
        self.verdict = label("", "", self)
        self.verdict.setWordWrap(True)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.verdict)

    def load(self, items: Sequence[Item], hues: Mapping[str, QColor], shares: Mapping[str, float]) -> None:
        """Begin with the ratios of the weights in force."""
        self._items, self.rows = tuple(items), []
        for first, second in combinations(items, 2) if len(items) <= MOST else ():
            row = PairRow(first, second, (hues[first.theme], hues[second.theme]))
            row.show_step(starting_ratio(shares[first.id], shares[second.id]))
            row.changed.connect(self._on_change)
            self.rows.append(row)
        self.put_rows(self.rows)
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
            self.verdict.setText(marked(TOO_MANY_PAIRS, count=MOST))
            return
        ratio = digits(result.consistency_ratio, 2)
        worst = set()
        if result.consistent:
            text = marked(CONSISTENT, ratio=ratio)
        else:
            assert result.worst is not None
            worst = {result.worst.first, result.worst.second, result.worst.third}
            text = marked(
                INCONSISTENT,
                ratio=ratio,
                place=result.worst.sentence,
            )
        self.verdict.setText(text)
        self.verdict.setProperty("role", "" if result.consistent else "error")
        restyle(self.verdict)
        for row in self.rows:
            row.warn({row.first.name, row.second.name} <= worst)
