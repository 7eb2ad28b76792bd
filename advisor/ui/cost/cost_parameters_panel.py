"""What the cost is computed with, beside the charts or in their place: of all places, of one; quotes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.models.cost_parameter_model import CostParameterModel
from advisor.app.models.place_figure_model import PlaceFigureModel
from advisor.app.workers.cost_worker import CostAnswer
from advisor.scenario.cost.cost_model import CostModel
from advisor.ui.cost.cost_parameter_table import CostParameterTable
from advisor.ui.cost.cost_terms import Choice, CostTerms
from advisor.ui.cost.place_figures_page import PlaceFiguresPage
from advisor.ui.cost.quotes_page import QuotesPage
from advisor.ui.widgets.help_topic import give_topic
from advisor.words.translation import t

ALL, HERE, HOME, QUOTES = "all", "here", "home", "quotes"


class CostParametersPanel(QWidget):
    """One page at a time: terms and parameters of all places, figures of one, and quotes.

    Args:
        document: whose study is edited.
        model: the pack's cost model.

    Signals:
        refused: why a figure could not be taken, a sentence; nothing has changed.
        accepted: the last edit was taken.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, document: Document, model: CostModel) -> None:
        super().__init__()
        self.terms = CostTerms(document, model)
        self.model = CostParameterModel(document, model, self)
        self.table = CostParameterTable(self.model)
        self.here = PlaceFiguresPage(
            PlaceFigureModel(document, model, self, at_home=False),
            t("Select another place than home to overrule its pay and prices."),
        )
        self.home = PlaceFiguresPage(
            PlaceFigureModel(document, model, self, at_home=True),
            t("The work as it is, in-house at home: the baseline of every saving."),
        )
        self.quotes = QuotesPage(document, model)
        self.reset_all = QPushButton()
        self.reset_all.setProperty("role", "link")
        self.reset_all.setToolTip(t("Take the sources' figures for all parameters again."))
        self.reset_all.clicked.connect(self._reset)
        self.scope = Choice(
            t("Figures"),
            [
                (ALL, t("All places"), t("Parameters that hold for every location.")),
                (HERE, t("This place"), t("Pay, rates and prices of the selected location.")),
                (HOME, t("As you are"), t("Your own wage and cost at home.")),
                (QUOTES, t("Quotes"), t("What providers ask at the selected location.")),
            ],
        )
        self.pages = QStackedWidget()
        self._of = {ALL: self._all(), HERE: self.here, HOME: self.home, QUOTES: self.quotes}
        topics = {ALL: "cost#parameters", HERE: "cost#parameters", HOME: "cost#own", QUOTES: "quotes"}
        for key, page in self._of.items():
            give_topic(page, topics[key])
            self.pages.addWidget(page)
        give_topic(self.terms, "cost#terms")
        head = QHBoxLayout()
        head.setContentsMargins(9, 0, 8, 0)
        head.addWidget(self.scope)
        head.addStretch(1)
        head.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.scope.chosen.connect(self.show_page)
        for source in (self.terms, self.model, self.here.model, self.home.model, self.quotes):
            source.refused.connect(self.refused)
            source.accepted.connect(self.accepted)
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)
        self.show_page(ALL)

    def show_page(self, page: str) -> None:
        """Bring a page to the front."""
        self.scope.show_key(page)
        self.pages.setCurrentWidget(self._of[page])
        self._count()

    def show_answer(self, answer: CostAnswer | None, name: str) -> None:
        """Take the estimates from a costing of the location of that name; None for no location."""
        for page in (self.here, self.home):
            page.model.show_answer(answer)
        self.quotes.show_location("" if answer is None else answer.request.location_id)
        if self.here.model.ids:
            self.here.about.setText(t("Pay and prices: {name}", name=name))
        else:
            self.here.about.setText(t("Select another place than home to overrule its pay and prices."))

    def _all(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.terms)
        table = QHBoxLayout()
        table.setContentsMargins(9, 0, 0, 0)
        table.addWidget(self.table)
        column.addLayout(table, 1)
        return page

    def _reset(self) -> None:
        self.model.reset()

    def _count(self) -> None:
        changed = len(self.model.parameters.changed)
        self.reset_all.setVisible(changed > 0 and self.scope.key == ALL)
        self.reset_all.setText(t("Reset {count} changed", count=changed))
