"""Weights by sliders whose shares always add up to 100."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from advisor.core.elicitation import Elicited
from advisor.core.shares import move_share, rounded_shares
from advisor.scenario.edits.weight_scope import Item
from advisor.ui.look.current import follow_look
from advisor.ui.weights.row_way import RowWay
from advisor.ui.weights.weights_texts import SLIDER_LEAD
from advisor.ui.widgets.share_slider import ShareSlider
from advisor.ui.widgets.small_widgets import label
from advisor.words.formatting import percent_text
from advisor.words.plain_text import as_typed
from advisor.words.translation import marked, t


class SliderRow(QWidget):
    """Name, slider and share of one thing."""

    def __init__(self, item: Item, hue: QColor) -> None:
        super().__init__()
        self.item = item
        self.slider = ShareSlider(hue.name(), self)
        self.slider.setAccessibleName(t("{criterion}, share in percent", criterion=item.name))
        self.slider.setToolTip(as_typed(item.swing_in_full))
        self.share = QLabel(self)
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.name = label(item.name, "", self)
        self.name.setToolTip(as_typed(item.swing_in_full))
        self.swing = label(item.swing, "quiet", self)
        self.swing.setWordWrap(True)
        self.swing.setToolTip(as_typed(item.swing_in_full))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 5)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.share, 0, 2)
        grid.addWidget(self.swing, 1, 0, 1, 3)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        follow_look(self._dress)

    def show_share(self, share: float, whole: int) -> None:
        """Show a share of 100, exact and rounded."""
        self.slider.show_share(share, whole)
        self.share.setText(percent_text(whole / 100))

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self.share.ensurePolished()
        self.share.setFixedWidth(self.share.fontMetrics().horizontalAdvance(percent_text(1.0)) + 4)


class SliderWay(RowWay):
    """A slider for each thing; what one takes, the others give in proportion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(marked(SLIDER_LEAD), parent)
        self.rows: list[SliderRow] = []
        self._shares: dict[str, float] = {}
        self._loaded: dict[str, float] = {}
        self._before: dict[str, float] | None = None

    def load(self, items: Sequence[Item], hues: Mapping[str, QColor], shares: Mapping[str, float]) -> None:
        """Begin with the weights in force."""
        self._shares, self._loaded, self._before = dict(shares), dict(shares), None
        self.rows = [SliderRow(item, hues[item.theme]) for item in items]
        for row in self.rows:
            row.slider.gesture_began.connect(self._begin)
            row.slider.gesture_ended.connect(self._end)
            row.slider.wanted.connect(lambda share, key=row.item.id: self._move(key, share))
            row.slider.reset_wanted.connect(lambda key=row.item.id: self._move(key, self._loaded[key]))
        self.put_rows(self.rows)
        self._show()

    def elicited(self) -> Elicited | None:
        """Weights by name; None while nothing has any."""
        total = sum(self._shares.values())
        if not total > 0:
            return None
        weights = {row.item.name: self._shares[row.item.id] / total for row in self.rows}
        return Elicited(weights, t("Set with sliders."))

    def _begin(self) -> None:
        self._before = dict(self._shares)

    def _end(self) -> None:
        self._before = None

    def _move(self, key: str, share: float) -> None:
        # From where they were when the movement began, so that there and back leaves all as it was.
        self._shares = move_share(self._before or self._shares, key, share)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        whole = rounded_shares(self._shares)
        for row in self.rows:
            row.show_share(self._shares[row.item.id], whole[row.item.id])
