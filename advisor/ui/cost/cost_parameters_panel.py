"""What the cost is computed with, beside the charts or in their place: of all places, of one; quotes."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.models.cost_parameter_model import CostParameterModel
from advisor.app.models.place_figure_model import PlaceFigureModel
from advisor.app.models.range_table_model import RangeTableModel
from advisor.app.workers.cost_worker import CostAnswer
from advisor.scenario.cost.cost_model import CostModel
from advisor.ui.cost.cost_parameter_table import CostParameterTable
from advisor.ui.cost.cost_terms import Choice, CostTerms
from advisor.ui.cost.place_figures_page import PlaceFiguresPage
from advisor.ui.cost.quotes_page import QuotesPage
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.help_topic import give_topic
from advisor.views.look.theme import GAP
from advisor.words.translation import t

ALL, HERE, HOME, QUOTES = "all", "here", "home", "quotes"
_LEFT, _RIGHT = 12, 8  # pixels
_TOPICS = {ALL: "cost#parameters", HERE: "cost#parameters", HOME: "cost#own", QUOTES: "quotes"}


class CostParametersPanel(QWidget):
    """One page at a time: terms and parameters of all places, figures of one, and quotes.

    A page is built when it is first shown, or asked for.

    Args:
        document: whose study is edited.
        model: the pack's cost model.
        parent: Qt parent.

    Signals:
        refused: why a figure could not be taken, a sentence; nothing has changed.
        accepted: the last edit was taken.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, document: Document, model: CostModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._costs = document, model
        self._answer: CostAnswer | None = None
        self._name = ""
        self._front = ALL
        self._built: dict[str, QWidget] = {}
        self.model = CostParameterModel(document, model, self)
        self.reset_all = QPushButton(self)
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
            self,
        )
        self.pages = QStackedWidget(self)
        head = QHBoxLayout()
        head.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        head.addWidget(self.scope)
        head.addStretch(1)
        head.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.scope.chosen.connect(self.show_page)
        self._tell_edits_of(self.model)
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)
        self._fitting = Fitting(self, self._fit)
        self.show_page(ALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Figures to choose from stand in two rows where one has no room for them."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit(self) -> None:
        link = 0 if self.reset_all.isHidden() else self.reset_all.sizeHint().width() + GAP
        self.scope.fit(self.width() - _LEFT - _RIGHT - link)

    # Pages ------------------------------------------------------------------------------------------

    @property
    def all(self) -> AllPlacesPage:
        """Terms and parameters of all places."""
        return cast("AllPlacesPage", self._page(ALL))

    @property
    def here(self) -> PlaceFiguresPage:
        """Figures of the selected location."""
        return cast("PlaceFiguresPage", self._page(HERE))

    @property
    def home(self) -> PlaceFiguresPage:
        """Figures of home."""
        return cast("PlaceFiguresPage", self._page(HOME))

    @property
    def quotes(self) -> QuotesPage:
        """What providers ask."""
        return cast("QuotesPage", self._page(QUOTES))

    @property
    def built(self) -> tuple[str, ...]:
        """The pages that have been shown, or asked for, until now."""
        return tuple(self._built)

    def show_page(self, page: str) -> None:
        """Bring a page to the front."""
        self._front = page
        self.scope.show_key(page)
        if self.isVisible():
            self.pages.setCurrentWidget(self._page(page))
        self._count()

    def showEvent(self, event: QShowEvent) -> None:
        """Build what can be seen now."""
        super().showEvent(event)
        self.pages.setCurrentWidget(self._page(self._front))

    def _page(self, key: str) -> QWidget:
        if key not in self._built:
            page = self._built[key] = self._make(key)
            give_topic(page, _TOPICS[key])
            self.pages.addWidget(page)
            self._tell(key)
        return self._built[key]

    def _make(self, key: str) -> QWidget:
        if key == ALL:
            every = AllPlacesPage(self._document, self._costs, self.model, self.pages)
            self._tell_edits_of(every.terms)
            return every
        if key == QUOTES:
            quotes = QuotesPage(self._document, self._costs, self.pages)
            self._tell_edits_of(quotes)
            return quotes
        at_home = key == HOME
        about = t("The work as it is, in-house at home: the baseline of every saving.") if at_home else ""
        figures = PlaceFigureModel(self._document, self._costs, self, at_home=at_home)
        self._tell_edits_of(figures)
        return PlaceFiguresPage(figures, about, self.pages)

    def _tell_edits_of(self, source: CostTerms | RangeTableModel | QuotesPage) -> None:
        source.refused.connect(self.refused)
        source.accepted.connect(self.accepted)

    # Showing ----------------------------------------------------------------------------------------

    def show_answer(self, answer: CostAnswer | None, name: str) -> None:
        """Take the estimates from a costing of the location of that name; None for no location."""
        self._answer, self._name = answer, name
        for key in self._built:
            self._tell(key)

    def _tell(self, key: str) -> None:
        """Let a page show the latest costing."""
        answer = self._answer
        if key == QUOTES:
            self.quotes.show_location("" if answer is None else answer.request.location_id)
        elif key == HOME:
            self.home.model.show_answer(answer)
        elif key == HERE:
            self.here.model.show_answer(answer)
            if self.here.model.ids:
                self.here.about.setText(t("Pay and prices: {name}", name=self._name))
            else:
                self.here.about.setText(t("Select another place than home to overrule its pay and prices."))

    def _reset(self) -> None:
        self.model.reset()

    def _count(self) -> None:
        changed = len(self.model.parameters.changed)
        self.reset_all.setVisible(changed > 0 and self._front == ALL)
        self.reset_all.setText(t("Reset {count} changed", count=changed))
        self._fitting.again()


class AllPlacesPage(QWidget):
    """What holds for every location.

    Attributes:
        terms: what is agreed about the engagement.
        table: the parameters.
    """

    def __init__(
        self, document: Document, model: CostModel, parameters: CostParameterModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.terms = CostTerms(document, model, self)
        self.table = CostParameterTable(parameters, self)
        give_topic(self.terms, "cost#terms")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.terms)
        table = QHBoxLayout()
        table.setContentsMargins(9, 0, 0, 0)
        table.addWidget(self.table)
        column.addLayout(table, 1)
