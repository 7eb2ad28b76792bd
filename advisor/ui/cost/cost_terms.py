"""What is agreed about the engagement: delivery model, horizon, currency, prices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.values import whole_limits
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.currency_box import CurrencyBox
from advisor.ui.widgets.one_of_many import OneOfMany
from advisor.ui.widgets.small_widgets import NumberBox
from advisor.ui.widgets.two_rows import TwoRows
from advisor.words.plain_text import as_typed
from advisor.words.translation import t, tn

_BETWEEN = 2  # pixels from one button to the next
_ONE_ROW = 38  # of the type size: from this width on everything stands in one row


class Choice(QWidget):
    """A few buttons of which one is down, in one row or, where whoever holds it says so, in two.

    Signals:
        chosen: the key of the button that the user pressed.
    """

    chosen = Signal(str)

    def __init__(self, name: str, options: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """Make the buttons.

        Args:
            name: accessible name of the choice.
            options: key, text and explanation of each.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setStyleSheet('QPushButton[role="layer"] { padding: 3px 7px; }')
        self._group = QButtonGroup(self)
        self.buttons: dict[str, OneOfMany] = {}
        self._rows = TwoRows(self, _BETWEEN)
        for key, text, tip in options:
            button = OneOfMany(text.replace("&", "&&"), self)
            button.setToolTip(as_typed(tip))
            button.setAccessibleName(t("{name}: {choice}", name=name, choice=text) if name else text)
            button.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self.buttons[key] = button
        self._in_first = len(self.buttons)
        self._rows.put(tuple(self.buttons.values()), self._in_first)

    @property
    def key(self) -> str:
        """The option in force."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def show_key(self, key: str) -> None:
        """Show an option without telling of it."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def fit(self, width: int) -> None:
        """Put what does not fit in a width into a second row."""
        buttons = tuple(self.buttons.values())
        in_first = self._rows.that_fit((button.sizeHint().width() for button in buttons), width)
        if in_first != self._in_first:
            self._in_first = in_first
            self._rows.put(buttons, in_first)


class CostTerms(QWidget):
    """Fields over the terms of a document's scenario.

    Signals:
        refused: why a value could not be taken, a sentence; nothing has changed.
        accepted: the last value was taken.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, document: Document, model: CostModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._model = model
        self._home = ""
        self.delivery = Choice(
            t("Delivery"),
            [
                ("provider", t("Provider"), t("A third party employs the people at the site.")),
                ("captive", t("Own centre"), t("You employ them in a centre of your own.")),
            ],
        )
        self.prices = Choice(
            t("Prices"),
            [
                ("real", t("Real"), t("Every year in the prices of today.")),
                ("nominal", t("Nominal"), t("Every year in the prices of that year.")),
            ],
        )
        self.years = NumberBox(*whole_limits(Scenario, "years"))
        self.years.setAccessibleName(t("Horizon in years"))
        self.years.setToolTip(t("Over how many years costs and savings are counted."))
        self.currency = CurrencyBox(document)
        self.currency.refused.connect(self.refused)
        self.currency.accepted.connect(self.accepted)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(12, 2, 12, 4)
        self._layout.setSpacing(6)
        self._rows: list[QHBoxLayout] = []
        for fields in ((self.delivery, self.years), (self.prices, self.currency)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for field in fields:
                row.addWidget(field)
            row.addStretch(1)
            self._layout.addLayout(row)
            self._rows.append(row)
        self.delivery.chosen.connect(self._set_delivery)
        self.prices.chosen.connect(self._set_prices)
        self.years.valueChanged.connect(self._set_years)
        document.assessment_changed.connect(self._show)
        follow_look(self._dress)
        self._show(document.assessment)

    def _dress(self) -> None:
        """Use other sizes."""
        look = look_in_force()
        self.years.setFixedWidth(8 * look.base)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where there is room, else two."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins = self._layout.contentsMargins()
        needed = sum(row.sizeHint().width() for row in self._rows) + self._layout.spacing()
        wide = self.width() >= max(_ONE_ROW * look_in_force().base, needed + margins.left() + margins.right())
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != way:
            self._layout.setDirection(way)

    # Edits -------------------------------------------------------------------------------------------

    def _edit(self, edit: Callable[[Scenario], Scenario], text: str) -> None:
        try:
            self._document.edit(edit(self._document.scenario), text)
        except ScenarioError as error:
            self.refused.emit(str(error))
            self._show(self._document.assessment)
        else:
            self.accepted.emit()

    def _set_delivery(self, key: str) -> None:
        text = t("deliver by a provider") if key == "provider" else t("deliver by an own centre")
        captive = key == "captive"
        self._edit(lambda s: replace(s, delivery="captive" if captive else "provider"), text)

    def _set_prices(self, key: str) -> None:
        nominal = key == "nominal"
        text = t("count in nominal prices") if nominal else t("count in real prices")
        self._edit(lambda s: replace(s, prices="nominal" if nominal else "real"), text)

    def _set_years(self, years: int) -> None:
        self._edit(
            lambda s: replace(s, years=years),
            tn("change the horizon to {count} year", "change the horizon to {count} years", years),
        )

    def _show(self, assessment: Assessment) -> None:
        scenario = assessment.scenario
        self.delivery.show_key(scenario.delivery)
        self.prices.show_key(scenario.prices)
        self.years.setSuffix(tn(" year", " years", scenario.years))
        self.years.show_number(scenario.years)
