"""The working conditions that time and language figures rest on: hours, languages, year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.datapack.schema import DataPack
from advisor.places.language_names import language_name
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.values import whole_limits
from advisor.ui.home.place_settings import IndustrySettings, PlaceSettings
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.widgets.search_combo import SearchCombo
from advisor.ui.widgets.small_widgets import NumberBox, PlainLabel, empty_layout, label, line
from advisor.views.home.home_texts import (
    HOME_HOURS_TIP,
    NO_CUSTOMER_LANGUAGES,
    NO_WORKING_LANGUAGE,
    OVERLAP_LIMITS,
    OVERLAP_TIP,
    SITE_HOURS_TIP,
    WORKING_LANGUAGES_TIP,
    YEAR_TIP,
)
from advisor.words.formatting import in_sentence
from advisor.words.number_input import NumberError, parse_figure, typed_figure
from advisor.words.translation import marked, t
from advisor.words.true_signs import true_signs

_Edit = Callable[[Scenario], Scenario]


def languages_of(pack: DataPack) -> list[tuple[str, str]]:
    """Code and name of every language of a pack, by name."""
    codes = {fact.language for fact in pack.places.languages} if pack.places else set()
    return sorted(((code, language_name(code)) for code in codes), key=lambda entry: entry[1].casefold())


_FIELD = 10  # of the type size, wide


class LanguageList(QWidget):
    """Chosen languages with a field to add one; says what is wanted, shows what is in force."""

    def __init__(
        self,
        name: str,
        languages: list[tuple[str, str]],
        choose: Callable[[tuple[str, ...]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose = choose
        self._chosen: tuple[str, ...] = ()
        self.add = SearchCombo(languages, self)
        self.add.setAccessibleName(t("Add to {list}", list=in_sentence(name)))
        edit = self.add.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(t("Add a language"))
        self.add.chosen.connect(self._on_chosen)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addWidget(self.add)

    @property
    def names(self) -> list[str]:
        """The languages that are shown, in order."""
        return [language_name(code) for code in self._chosen]

    def show_languages(self, codes: tuple[str, ...]) -> None:
        """Show the languages in force."""
        self.add.show_key("")
        if codes == self._chosen:
            return
        self._chosen = codes
        empty_layout(self._rows)
        for code in codes:
            self._rows.addWidget(self._language_row(code))

    def _language_row(self, code: str) -> QWidget:
        row = QWidget(self)
        remove = QToolButton(row)
        remove.setProperty("role", "tiny")
        remove.setIconSize(QSize(12, 12))
        remove.setIcon(icon("close", "text"))
        remove.setAccessibleName(t("Remove {name:the}", name=language_name(code)))
        remove.clicked.connect(lambda: self._choose(tuple(c for c in self._chosen if c != code)))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PlainLabel(language_name(code), row))
        layout.addWidget(remove)
        layout.addStretch(1)
        return row

    def _on_chosen(self, code: str) -> None:
        if code not in self._chosen:
            self._choose((*self._chosen, code))
        self.add.show_key("")


class ConditionsPage(QWidget):
    """Fields over the hours, languages and year of a document's scenario."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        languages = languages_of(document.pack)
        self.home_hours = self._line(t("Hours at home"))
        self.site_hours = self._line(t("Hours at the location"))
        self.wanted = self._line(t("Overlap wanted"))
        self.year = NumberBox(*whole_limits(Scenario, "year"))
        self.year.setAccessibleName(t("Year"))
        self.working = LanguageList(t("Working languages"), languages, self._set_working, self)
        self.customers = LanguageList(t("Customer languages"), languages, self._set_customers, self)
        self.customers_note = label(marked(NO_CUSTOMER_LANGUAGES), "quiet")
        self.places = PlaceSettings(document, self)
        self.industry = IndustrySettings(document, self)
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.error.hide()
        self._build()
        follow_look(self._dress)
        self.home_hours.editingFinished.connect(self._set_home_hours)
        self.site_hours.editingFinished.connect(self._set_site_hours)
        self.wanted.editingFinished.connect(self._set_wanted)
        self.year.valueChanged.connect(self._set_year)
        document.assessment_changed.connect(self._show)
        self._show(document.assessment)

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(name)
        return field

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 20)
        column.setSpacing(10)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        rows: list[tuple[str, QWidget, str]] = [
            (t("Hours at home"), self.home_hours, marked(HOME_HOURS_TIP)),
            (t("Hours at the location"), self.site_hours, marked(SITE_HOURS_TIP)),
            (
                t("Overlap wanted"),
                self.wanted,
                marked(OVERLAP_TIP),
            ),
            (t("Year"), self.year, marked(YEAR_TIP)),
        ]
        for index, (name, field, tip) in enumerate(rows):
            title = PlainLabel(name)
            note = label(tip, "quiet")
            note.setWordWrap(True)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(title)
            texts.addWidget(note)
            grid.addLayout(texts, index, 0)
            grid.addWidget(field, index, 1)
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addWidget(line())
        column.addWidget(label(t("Working languages"), "section"))
        column.addWidget(label(marked(WORKING_LANGUAGES_TIP), "quiet"))
        column.addWidget(self.working)
        column.addWidget(line())
        column.addWidget(label(t("Customer languages"), "section"))
        column.addWidget(self.customers_note)
        column.addWidget(self.customers)
        column.addWidget(line())
        column.addWidget(self.places)
        column.addWidget(line())
        column.addWidget(self.industry)
        column.addStretch(1)

    def _dress(self) -> None:
        """Fields as wide as what is typed into them."""
        for field in (self.home_hours, self.site_hours, self.wanted, self.year):
            field.setFixedWidth(_FIELD * look_in_force().base)

    # Edits -------------------------------------------------------------------------------------------

    def _edit(self, edit: _Edit, text: str) -> None:
        try:
            self._document.edit(edit(self._document.scenario), text)
        except ScenarioError as error:
            self._refuse(str(error))
        else:
            self._refuse("")
            self._show(self._document.assessment)

    def _refuse(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))

    def _set_home_hours(self) -> None:
        hours = self.home_hours.text().replace(" ", "").replace("\N{EN DASH}", "-")
        self._edit(lambda s: replace(s, home_hours=hours), t("change the hours at home"))

    def _set_site_hours(self) -> None:
        hours = self.site_hours.text().replace(" ", "").replace("\N{EN DASH}", "-")
        self._edit(lambda s: replace(s, site_hours=hours), t("change the hours at the location"))

    def _set_wanted(self) -> None:
        try:
            wanted = parse_figure(self.wanted.text(), "hours", name=t("the overlap wanted"))
        except NumberError as error:
            self._refuse(str(error))
            return
        if wanted is None or not 0 <= wanted <= 24:
            self._refuse(marked(OVERLAP_LIMITS))
            return
        self._edit(lambda s: replace(s, wanted_overlap=wanted), t("change the overlap wanted"))

    def _set_year(self, year: int) -> None:
        self._edit(lambda s: replace(s, year=year), t("change the year to {year}", year=year))

    def _set_working(self, codes: tuple[str, ...]) -> None:
        if not codes:
            self._refuse(marked(NO_WORKING_LANGUAGE))
            return
        self._edit(lambda s: replace(s, working_languages=codes), t("change the working languages"))

    def _set_customers(self, codes: tuple[str, ...]) -> None:
        self._edit(lambda s: replace(s, customer_languages=codes), t("change the customer languages"))

    def _show(self, assessment: Assessment) -> None:
        scenario = assessment.scenario
        for field, text in (
            (self.home_hours, true_signs(scenario.home_hours)),
            (self.site_hours, true_signs(scenario.site_hours)),
            (self.wanted, typed_figure(scenario.wanted_overlap, "h")),
        ):
            if field.text() != text:
                field.setText(text)
        self.year.show_number(scenario.year)
        self.working.show_languages(scenario.working_languages)
        self.customers.show_languages(scenario.customer_languages)
        self.customers_note.setVisible(not scenario.customer_languages)
