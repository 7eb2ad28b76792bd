"""Providers' quotes for the selected location: entered, judged, used in the ranking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.costs.quotes import Unit
from advisor.scenario.cost.cost_model import CostModel, EngagementCosts
from advisor.scenario.edits.own_costs import (
    PRICE,
    own_value,
    quotes_for,
    with_own_value,
    with_quote,
    without_own_values,
    without_quote,
)
from advisor.scenario.study.own_data import Quote
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import look_in_force
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.small_widgets import ChoiceBox, label
from advisor.views.cost.quote_scene import JudgedQuote, quote_scene
from advisor.views.cost.quote_words import question, quote_lines
from advisor.views.scene.scene import SceneMaker, empty_scene
from advisor.words.dates import date_text
from advisor.words.locale import digits
from advisor.words.number_input import NumberError, parse_figure
from advisor.words.translation import t

_MOST_ROWS = 4  # of the list; more are scrolled
_BESIDE_TEXT, _EDGES = 22, 40  # pixels
_PROVIDER_LEAST, _CHART = 10, 9.5  # of the size of type: room for a name, height of the chart


class QuotesPage(QScrollArea):
    """A form for a quote, the quotes that there are, and what is to be said of the one that is selected.

    Signals:
        refused: why a quote could not be taken, a sentence; nothing has changed.
        accepted: the last edit was taken.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, document: Document, model: CostModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._model = document, model
        self._location = ""
        self._judged: list[JudgedQuote] = []
        self.provider = QLineEdit()
        self.price = QLineEdit()
        self.unit = ChoiceBox()
        self.currency = QLineEdit()
        self.covers = QLineEdit()
        self.add = QPushButton(t("Add quote"))
        self.list = QListWidget()
        self.chart = SceneView(t("Quotes"), picks=True)
        self.verdict = label("")
        self.use = QPushButton()
        self.remove = QPushButton(t("Remove"))
        self._build()
        self.add.clicked.connect(self._add)
        self.price.returnPressed.connect(self._add)
        self.covers.returnPressed.connect(self._add)
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        self.chart.chosen.connect(self._choose)
        self.use.clicked.connect(self._use)
        self.remove.clicked.connect(self._remove)
        document.assessment_changed.connect(self._on_assessment)

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fields = (
            (self.provider, t("Provider")),
            (self.price, t("Price")),
            (self.currency, t("Currency of the quote")),
            (self.covers, t("What it covers")),
        )
        for field, name in fields:
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
        self.provider.setMaxLength(200)
        self.covers.setMaxLength(1_000)
        self.currency.setMaxLength(3)
        self.unit.setAccessibleName(t("What the price is for"))
        self.unit.addItem(t("an hour"), Unit.HOUR.value)
        self.unit.addItem(t("a month"), Unit.MONTH.value)
        self.list.setAccessibleName(t("Quotes"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.verdict.setWordWrap(True)
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        second, last = QHBoxLayout(), QHBoxLayout()
        self._first, asked = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self._first.addWidget(self.provider, 1)
        for widget in (self.price, self.currency, self.unit):
            asked.addWidget(widget)
        asked.addStretch(1)
        self._first.addLayout(asked)
        second.addWidget(self.covers, 1)
        second.addWidget(self.add)
        last.addWidget(self.use)
        last.addWidget(self.remove)
        last.addStretch(1)
        content = QWidget(self.viewport())
        column = QVBoxLayout(content)
        column.setContentsMargins(9, 2, 8, 6)
        column.setSpacing(4)
        column.addLayout(self._first)
        column.addLayout(second)
        column.addWidget(self.list)
        column.addWidget(self.chart)
        column.addWidget(self.verdict)
        column.addLayout(last)
        column.addStretch(1)
        self.setWidget(content)
        self._fitting = Fitting(self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What a provider asks stands below its name where there is no room beside it."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit(self) -> None:
        """Fields of a few letters are as wide as these."""
        em = look_in_force().base
        for field, text, least in ((self.price, t("Price"), 6 * em), (self.currency, "MWM", 0)):
            field.ensurePolished()
            field.setFixedWidth(max(least, field.fontMetrics().horizontalAdvance(text) + _BESIDE_TEXT))
        asked = self.price.width() + self.currency.width() + self.unit.sizeHint().width()
        is_beside = asked + _PROVIDER_LEAST * em <= self.viewport().width() - _EDGES
        ways = QBoxLayout.Direction
        self._first.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)
        self.chart.setFixedHeight(round(_CHART * em))

    # Showing ----------------------------------------------------------------------------------------

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The quotes that are listed."""
        return quotes_for(self._document.study, self._location)

    def show_location(self, location: str) -> None:
        """Show the quotes for a location; empty for none."""
        if location != self._location:
            self._location = location
            self.currency.setText(self._document.scenario.currency)
        self._on_assessment()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self._on_assessment()

    def _on_assessment(self) -> None:
        if not self.isVisible():
            return
        self.currency.setText(self.currency.text() or self._document.scenario.currency)
        costs = self._costs()
        self._judged = [each for each in map(partial(self._judge, costs), enumerate(self.quotes)) if each]
        chosen = min(max(0, self.list.currentRow()), max(0, len(self._judged) - 1))
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for each in self._judged:
            self.list.addItem(QListWidgetItem(self._told(self.quotes[int(each.key)])))
        self.list.setCurrentRow(chosen if self._judged else -1)
        self.list.blockSignals(blocked)
        rows = min(max(1, len(self._judged)), _MOST_ROWS)
        self.list.setFixedHeight(rows * (look_in_force().base + 5) + 4)
        self.add.setEnabled(bool(self._location))
        self._show_chosen()

    def _draw(self, make: SceneMaker) -> None:
        """Show a chart that is as high as this page has it, so that it may not ask for less."""
        self.chart.show_scene(lambda size, measure: replace(make(size, measure), least_height=0.0))

    def _costs(self) -> EngagementCosts:
        return self._model.of(self._document.scenario, self._document.study.own)

    def _judge(self, costs: EngagementCosts, entry: tuple[int, Quote]) -> JudgedQuote | None:
        number, quote = entry
        usd = quote.price / self._model.rate(quote.currency).per_usd
        found = costs.quote(self._location, usd, Unit(quote.unit)) if usd > 0.0 else None
        return JudgedQuote(str(number), quote.provider or t("Quote"), found) if found else None

    @staticmethod
    def _told(quote: Quote) -> str:
        told = {
            "provider": quote.provider or t("Quote"),
            "currency": quote.currency,
            "price": digits(quote.price, 2),
            "day": date_text(quote.date) if quote.date else "",
            "covers": quote.covers,
        }
        if quote.unit == "hour":
            line = t("{provider}: {currency} {price} an hour, {day}", **told)
        else:
            line = t("{provider}: {currency} {price} a month, {day}", **told)
        return t("{quote} ({covers})", quote=line, covers=quote.covers) if quote.covers else line

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        for widget in (self.list, self.verdict, self.use, self.remove):
            widget.setVisible(chosen is not None)
        if chosen is None:
            why = t(
                "Enter what a provider asks for one person to see where it stands against what the work "
                "should cost here, which margin it implies, and what to ask."
            )
            self._draw(lambda size, measure: empty_scene(size, measure, why))
            return
        scenario = self._document.scenario
        money = (scenario.currency, self._model.rate(scenario.currency).per_usd)
        place = self._document.pack.location(self._location).name
        self._draw(partial(quote_scene, tuple(self._judged), chosen.key, place, money))
        lines = [*quote_lines(chosen.check, place, *money)[3:], question(chosen.check)]
        self.verdict.setText("\n".join(lines))
        is_used = self._is_used(chosen)
        self.use.setText(t("Take out of the ranking") if is_used else t("Use in the ranking"))
        is_provider = scenario.delivery == "provider"
        self.use.setEnabled(is_provider)
        self.use.setToolTip(
            t("The price then stands in place of the one computed, in every scenario of this function.")
            if is_provider
            else t("A quote is a provider's: choose the delivery by a provider first.")
        )

    def _chosen(self) -> JudgedQuote | None:
        row = self.list.currentRow()
        return self._judged[row] if 0 <= row < len(self._judged) else None

    def _choose(self, key: str) -> None:
        for row, each in enumerate(self._judged):
            if each.key == key:
                self.list.setCurrentRow(row)

    def _is_used(self, judged: JudgedQuote) -> bool:
        own = own_value(self._document.study, self._location, PRICE)
        return own is not None and own.note == self._note(self.quotes[int(judged.key)])

    # Edits ------------------------------------------------------------------------------------------

    def _add(self) -> None:
        try:
            price = parse_figure(self.price.text(), name=t("the price"))
            if price is None or price <= 0.0:
                raise NumberError(t("Enter a price above 0 first."))
            currency = self.currency.text().strip().upper()
            self._model.rate(currency)
            quote = Quote(
                self._location,
                self._document.scenario.function,
                price,
                "hour" if self.unit.currentData() == Unit.HOUR.value else "month",
                currency,
                self.provider.text().strip() or None,
                self.covers.text().strip(),
                date=date.today(),
            )
            after = with_quote(self._document.study, quote)
        except (NumberError, ScenarioError) as error:
            self.refused.emit(str(error))
            return
        for field in (self.provider, self.price, self.covers):
            field.clear()
        if self._edit(after, t("add a quote")):
            self.list.setCurrentRow(self.list.count() - 1)
            self.ensureWidgetVisible(self.use)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            study = without_quote(self._document.study, self.quotes[int(chosen.key)])
            if self._is_used(chosen):
                study = without_own_values(study, self._location, {PRICE})
            self._edit(study, t("remove a quote"))

    def _use(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        study = self._document.study
        if self._is_used(chosen):
            after = without_own_values(study, self._location, {PRICE})
            self._edit(after, t("take a quote out of the ranking"))
            return
        per_usd = self._model.rate(study.scenario.currency).per_usd
        price = chosen.check.price_hour * per_usd
        note = self._note(self.quotes[int(chosen.key)])
        after = with_own_value(study, self._location, PRICE, (price, price, price), per_usd, note)
        self._edit(after, t("use a quote in the ranking"))

    def _note(self, quote: Quote) -> str:
        """What the price in force says of where it comes from; tells which quote it is."""
        return t("Quote of {quote}", quote=self._told(quote))

    def _edit(self, after: Study, text: str) -> bool:
        try:
            self._document.edit_study(after, text)
        except ScenarioError as error:
            self.refused.emit(str(error))
            return False
        self.accepted.emit()
        return True
