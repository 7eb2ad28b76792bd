"""The pages that slide in from the right. A new page is one entry here; it is built when it is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from advisor.ui.window.context import WindowContext
from advisor.ui.window.side_page import PAGE_WIDTH
from advisor.words.translation import t

_WIDE = 920  # for pages that hold a table


@dataclass(frozen=True, slots=True)
class Page:
    """What the window needs to know of a page.

    Attributes:
        title: above it.
        build: makes it, importing what it needs only then.
        topic: the page of the help that explains it.
        width: that it would like to have, pixels at the usual size of type.
    """

    title: str
    build: Callable[[WindowContext], QWidget]
    topic: str
    width: int = PAGE_WIDTH


def pages() -> Mapping[str, Page]:
    """Every page by its id, in the language in force."""
    return {
        "conditions": Page(t("Working conditions"), _conditions, "conditions"),
        "weights": Page(t("Set weights another way"), _weights, "weights"),
        "plan": Page(t("Plan"), _plan, "plan"),
        "decide": Page(t("Log a decision"), _decide, "log"),
        "log": Page(t("Decision log"), _log, "log"),
        "own-data": Page(t("Your own data"), _own_data, "import"),
        "sources": Page(t("Sources"), _sources, "trust", _WIDE),
        "keyboard": Page(t("Keyboard"), _keyboard, "keyboard"),
        "about": Page(t("About"), _about, "getting-started"),
    }


def _conditions(window: WindowContext) -> QWidget:
    from advisor.ui.home.conditions_page import ConditionsPage

    return ConditionsPage(window.document, window.side_page.room)


def _weights(window: WindowContext) -> QWidget:
    from advisor.ui.weights.elicitation_page import ElicitationPage

    return ElicitationPage(window.document, window.selection, window.side_page.room)


def _plan(window: WindowContext) -> QWidget:
    from advisor.ui.plan.plan_page import PlanPage

    return PlanPage(window.document, window.side_page.room)


def _own_data(window: WindowContext) -> QWidget:
    from advisor.ui.intake.own_data_page import OwnDataPage
    from advisor.ui.window.intake_opening import ask_import

    page = OwnDataPage(window.document, window.side_page.room)
    page.import_wanted.connect(lambda: ask_import(window))
    return page


def _sources(window: WindowContext) -> QWidget:
    from advisor.ui.why.detail_panel import DetailPanel
    from advisor.ui.window.sources_page import SourcesPage

    page = SourcesPage(window.document.assessment, date.today(), window.side_page.room)

    def lead(location: str, criterion: str) -> None:
        """To the figure of a cell, in the tab Why."""
        window.side_page.close_page()
        window.selection.select(location)
        window.drawer.show_tab("why")
        panel = window.drawer.panel("why")
        if isinstance(panel, DetailPanel):
            panel.show_criterion(criterion)

    page.cell_wanted.connect(lead)
    return page


def _keyboard(window: WindowContext) -> QWidget:
    from advisor.ui.window.keyboard_page import KeyboardPage

    return KeyboardPage(window)


def _about(window: WindowContext) -> QWidget:
    from advisor.ui.window.info_pages import about_page

    return about_page(window.document.pack)


def _decide(window: WindowContext) -> QWidget:
    from advisor.ui.log.decision_form import DecisionForm

    form = DecisionForm(window.document, window.selection.selected, parent=window.side_page.room)
    form.logged.connect(lambda: window.open_page("log"))
    return form


def _log(window: WindowContext) -> QWidget:
    from advisor.ui.log.log_page import LogPage

    page = LogPage(window.document, window.side_page.room)
    page.told.connect(lambda text: window.messages.done(text, window.document.undo_stack))
    page.refused.connect(window.messages.problem)
    page.log_wanted.connect(lambda: window.open_page("decide"))
    return page
