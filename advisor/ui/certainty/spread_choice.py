"""How far off the weights may be: a choice in plain words in place of a standard deviation."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.core.sampling import DEFAULT_SPREAD
from advisor.ui.widgets.small_widgets import ChoiceBox, ElidedLabel
from advisor.views.look.theme import GAP
from advisor.words.locale import digits
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

# Two thirds of the factors on a weight lie between exp(-spread) and exp(spread).
SPREADS = (0.0, 0.15, DEFAULT_SPREAD, 0.7, 1.1)


class SpreadChoice(QWidget):
    """A label and a choice box; every choice is an edit of the scenario that can be undone.

    Args:
        document: whose scenario holds the spread.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        name = t("Weights may be off by")
        self.box = ChoiceBox(self)
        self.box.setAccessibleName(name)
        tip = t(
            "Nobody knows their weights exactly. Certainty is counted over thousands of weightings around "
            "yours; two thirds of them stay within what is chosen here."
        )
        self.box.setToolTip(as_typed(tip))
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        caption = ElidedLabel(name, self)
        caption.setProperty("role", "quiet")
        caption.setAlignment(Qt.AlignmentFlag.AlignRight)
        caption.setToolTip(as_typed(tip))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(caption, 1)
        row.addWidget(self.box)
        self._texts = {
            SPREADS[0]: t("nothing, figures only"),
            SPREADS[1]: t("a sixth"),
            SPREADS[2]: t("a third"),
            SPREADS[3]: t("half or double"),
            SPREADS[4]: t("a third or triple"),
        }
        self.box.activated.connect(self._choose)
        document.assessment_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        now = self._document.scenario.weight_spread
        shown = [float(self.box.itemData(index)) for index in range(self.box.count())]
        wanted = sorted({*SPREADS, now})
        if shown != wanted:
            self.box.clear()
            for spread in wanted:
                self.box.addItem(self._texts.get(spread, self._own(spread)), spread)
        self.box.setCurrentIndex(wanted.index(now))

    def _own(self, spread: float) -> str:
        """A spread that a file or a script has set."""
        return t(
            "\N{MULTIPLICATION SIGN} {least} to \N{MULTIPLICATION SIGN} {greatest}",
            least=digits(math.exp(-spread), 2),
            greatest=digits(math.exp(spread), 2),
        )

    def _choose(self, index: int) -> None:
        spread = float(self.box.itemData(index))
        text = t("let weights be off by {spread}", spread=self.box.itemText(index))
        self._document.edit(replace(self._document.scenario, weight_spread=spread), text)
