"""The header: what the scenario is about, and the few actions that a room needs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.workers.change_reckoner import ChangeReckoner
from advisor.datapack.schema import DataPack
from advisor.places.industries import INDUSTRIES
from advisor.scenario.names import gazetteer_of
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.values import whole_limits
from advisor.ui.look.current import look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.widgets.currency_box import CurrencyBox
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.name_field import NameField
from advisor.ui.widgets.named_box import NamedBox
from advisor.ui.widgets.search_combo import SearchCombo
from advisor.ui.widgets.small_widgets import ChoiceBox, NumberBox, label
from advisor.views.look.theme import LIGHT
from advisor.words.formatting import in_sentence
from advisor.words.locale import digits
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_KEY = Qt.ItemDataRole.UserRole
_HOME_WIDTH, _PEOPLE_WIDTH = 150, 84
_NAME_MOST = 420  # pixels at the usual size of type
_NAME_STRETCH = 5
_NAME_EDGES = 18  # pixels beside the name
# Least widths of the fields in pixels: at ease, closer, and where the window is narrow.
_LEAST = {
    "name": (130, 130, 200),  # of a name with less than this nobody would know which it is
    "home": (_HOME_WIDTH, 130, 110),
    "function": (180, 156, 100),
    "industry": (120, 104, 84),
}
# What goes one after the other where room is short: the name, which the strip below has, before what undoes.
_CLOSER, _NO_WORDS, _SHORT_NAME, _NO_CURRENCY, _NO_NAME, _NO_ICONS, _NO_BUTTONS, _NARROW, _TIGHT = range(
    1, 10
)
_GAP, _TIGHT_GAP = 12, 6  # pixels between fields
_TIGHT_LARGER = 1.3  # how much larger type widens fields at most where there is no room at all


class HeaderBar(QFrame):
    """Scenario name, home, function, industry, people; and room for action buttons at the right.

    Signals:
        industry_chosen: the user has chosen another industry.
        folded: a field has gone for want of room, or come back.
    """

    industry_chosen = Signal()
    folded = Signal()

    def __init__(self, document: Document, changes: ChangeReckoner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._document, self._changes = document, changes
        self.menu_button = QToolButton(self)
        self.name = NameField(self)
        self.home = SearchCombo(_homes(document.pack), self, names=lambda: gazetteer_of(document.pack))
        self.function = ChoiceBox(self)
        self.industry = ChoiceBox(self)
        self.people = NumberBox(*whole_limits(Scenario, "headcount"), self)
        self.currency = CurrencyBox(document, self)
        self._most: dict[QWidget, int] = {self.name: _NAME_MOST}
        self._read: tuple[object, ...] = ()  # what the fields have room for
        self.captions: dict[str, QLabel] = {}
        self._columns: list[QVBoxLayout] = []
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 6, 12, 8)
        self._row.setSpacing(_GAP)
        self._build()
        self._fitting = Fitting(self, self._fit)
        document.pack_changed.connect(lambda: self.home.set_entries(_homes(document.pack)))
        document.assessment_changed.connect(self._show)
        changes.settled.connect(lambda: self._show(document.assessment))  # or forgotten
        self._show(document.assessment)

    def _build(self) -> None:
        pack = self._document.pack
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setAccessibleName(t("Menu"))
        self.menu_button.setIcon(icon("menu", "text"))
        self.menu_button.setIconSize(QSize(16, 16))
        self._row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.name.setObjectName("scenarioName")
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.name.editingFinished.connect(self._rename)
        self._add_field("name", t("Scenario"), self.name, _NAME_STRETCH)
        self.home.chosen.connect(self._choose_home)
        self._fill_functions()
        self.function.activated.connect(self._choose_function)
        for industry in INDUSTRIES.values():
            self.industry.addItem(industry.label, industry.id)
            self.industry.setItemData(self.industry.count() - 1, industry.reason, Qt.ItemDataRole.ToolTipRole)
        self.industry.activated.connect(self._choose_industry)
        self.people.setGroupSeparatorShown(True)
        self.people.valueChanged.connect(self._set_people)
        places, functions = pack.places is not None, bool(pack.functions)
        fields: list[tuple[str, str, QWidget, int, int, bool]] = [
            ("home", t("Home"), self.home, 230, 3, places),
            ("function", t("Function"), self.function, 260, 4, functions),
            ("industry", t("Industry"), self.industry, 190, 4, places),
            ("people", t("Headcount"), self.people, 0, 0, functions),
            ("currency", t("Currency"), self.currency, 0, 0, self._document.cost_model is not None),
        ]
        for part, caption, widget, most, stretch, applies in fields:
            if most:
                self._most[widget] = most
            if applies:
                self._add_field(part, caption, widget, stretch)
            else:
                widget.hide()
        self._row.addStretch(1)

    def _add_field(self, part: str, caption: str, widget: QWidget, stretch: int) -> None:
        column = QVBoxLayout()
        column.setSpacing(2)
        title = label(caption, "caption", self)
        title.setContentsMargins(5 if widget is self.name else 1, 0, 0, 0)
        self.captions[part] = title
        widget.setAccessibleName(caption)
        column.addWidget(title)
        column.addWidget(widget)
        self._row.addLayout(column, stretch)
        self._columns.append(column)

    def _fill_functions(self) -> None:
        model = QStandardItemModel(self)
        titles = {"front": t("Front office"), "back": t("Back office")}
        for office, title in titles.items():
            functions = [f for f in self._document.pack.functions.values() if f.office == office]
            if functions:
                heading = QStandardItem(title)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                model.appendRow(heading)
            for function in functions:
                item = QStandardItem(function.label)
                item.setData(function.id, _KEY)
                item.setToolTip(as_typed(function.reason))
                model.appendRow(item)
        self.function.setModel(model)
        self.function.setMaxVisibleItems(20)

    def set_menu(self, menu: QMenu) -> None:
        """The menu behind the button at the left."""
        self.menu_button.setMenu(menu)

    @property
    def first_field(self) -> QWidget:
        """Where the keyboard begins."""
        return self.home if self.name.isHidden() else self.name

    def open_menu(self) -> None:
        """Open the menu behind the button at the left."""
        menu, button = self.menu_button.menu(), self.menu_button
        if menu is not None:
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def add_action_button(self, action: QAction, icon_name: str, *, with_text: bool = False) -> None:
        """Add a button at the right end that does an action."""
        button = self._button(with_text=with_text)
        button.setDefaultAction(action)
        button.setAccessibleName(action.iconText())
        action.setIcon(icon(icon_name, "text", "line"))

    def add_menu_button(
        self, menu: QMenu, name: str, help_: str, icon_name: str, *, with_text: bool = False
    ) -> None:
        """Add a button at the right end that opens a menu."""
        button = self._button(with_text=with_text)
        button.setText(name)
        button.setAccessibleName(name)
        button.setToolTip(as_typed(help_))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setIcon(icon(icon_name, "text", "line"))

    def _button(self, *, with_text: bool) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(16, 16))
        button.setProperty("withText", with_text)
        if with_text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._buttons.append(button)
        return button

    # Room --------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """May become narrow: what has no room is folded."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit(self) -> None:
        """Where room is short fields come closer, and what has no room goes; everything is elsewhere as well.

        First words go from buttons, then a long name is shortened, which the strip of scenarios has in full;
        then currency, name and icons go, the buttons, and only then choices are shortened. Single
        icons come back where they fit.
        """
        before = self.name.isHidden(), self.currency.isHidden()
        for level in range(_TIGHT + 1):
            self._apply(level)
            if self._row.minimumSize().width() <= self.width():
                break
        if level < _NARROW:  # else choices want the room
            self._bring_icons_back()
        self._fill_up()
        if (self.name.isHidden(), self.currency.isHidden()) != before:
            self.folded.emit()

    def _bring_icons_back(self) -> None:
        """As many as there is room for: what is done most first, then from the left."""
        for button in sorted(self._buttons, key=lambda one: not one.property("withText")):
            if button.isHidden():
                button.show()
                self._row.invalidate()
                if self._row.minimumSize().width() > self.width():
                    button.hide()
                    self._row.invalidate()
                    break

    def _fill_up(self) -> None:
        """What room is left goes to what is shortened, choices before the name."""
        spare = self.width() - self._row.minimumSize().width()
        for widget in (self.home, self.function, self.industry, self.name):
            if widget.isHidden():
                continue
            wish = self._reading_width(widget)
            more = min(max(0, spare), max(0, wish - widget.minimumWidth()))
            widget.setMinimumWidth(widget.minimumWidth() + more)
            spare -= more

    def _apply(self, level: int) -> None:
        larger = max(1.0, look_in_force().base / LIGHT.base)
        extra = look_in_force().base - LIGHT.base
        self._row.setSpacing(_GAP if level < _NO_CURRENCY else _TIGHT_GAP)
        roomy = _PEOPLE_WIDTH + max(0, 4 * extra)
        self.people.setFixedWidth(roomy if level < _NO_NAME else min(roomy, self.people.reading_width()))
        for part, widths in _LEAST.items():
            widget: QWidget = getattr(self, part)
            wish = self._reading_width(widget)
            is_read = level < (_SHORT_NAME if widget is self.name else _NARROW)
            least = larger * widths[0 if level < _CLOSER else 1 if level < _SHORT_NAME else 2]
            if widget is self.name and not is_read:
                least = min(least, wish)
            if level == _TIGHT:
                least = min(larger, _TIGHT_LARGER) * widths[2]
            if widget in self._most:
                most = round(self._most[widget] * larger)
                widget.setMaximumWidth(most if widget is self.name else max(most, wish))
            widget.setMinimumWidth(max(round(least), wish) if is_read else round(least))
        style = Qt.ToolButtonStyle
        for button in self._buttons:
            beside = level < _NO_WORDS and bool(button.property("withText"))
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if beside else style.ToolButtonIconOnly)
            is_main = bool(button.property("withText"))
            button.setVisible(level < _NO_BUTTONS if is_main else level < _NO_ICONS)
        for shown in (self.name, self.captions["name"]):
            shown.setVisible(level < _NO_NAME)
        self._row.setStretchFactor(self._columns[0], _NAME_STRETCH if level < _NO_NAME else 0)
        if "currency" in self.captions:  # it stands among the terms of the cost too
            self.currency.setVisible(level < _NO_CURRENCY)
            self.captions["currency"].setVisible(level < _NO_CURRENCY)
        for column in self._columns:
            column.invalidate()
        self._row.invalidate()

    def _reading_width(self, field: QWidget) -> int:
        """What a field needs to be read in full; a name no more than is becoming."""
        if isinstance(field, NamedBox):
            return field.reading_width()
        wish = self.name.fontMetrics().horizontalAdvance(self.name.text()) + _NAME_EDGES
        larger = max(1.0, look_in_force().base / LIGHT.base)
        return min(wish, round(_NAME_MOST * larger))

    # Edits -------------------------------------------------------------------------------------------

    def _edit(self, after: Callable[[Scenario], Scenario], text: str) -> None:
        self._changes.change(after, text)

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name:
            # Another scenario may have the name, and a pasted text may hold what no name can.
            with suppress(ScenarioError):
                self._document.rename(name)
        self.name.setText(self._document.scenario.name)
        self.name.setCursorPosition(0)

    def _choose_home(self, home: str) -> None:
        text = t("change home to {name:the}", name=self._document.pack.location(home).name)
        self._edit(lambda s: replace(s, home=home), text)

    def _choose_function(self) -> None:
        key = self.function.currentData(_KEY)
        if key:
            text = t("change the function to {name}", name=self._document.pack.functions[key].label)
            self._edit(lambda s: replace(s, function=key), text)

    def _choose_industry(self) -> None:
        industry = self.industry.currentData()
        text = t("change the industry to {name}", name=in_sentence(self.industry.currentText()))
        self._edit(lambda s: replace(s, industry=industry), text)
        self.industry_chosen.emit()

    def _set_people(self, people: int) -> None:
        text = t("change the people to {number}", number=digits(people))
        self._edit(lambda s: replace(s, headcount=people), text)

    def _show(self, assessment: Assessment) -> None:
        if self._changes.is_busy:  # what the fields say has yet to be put in force
            return
        scenario, functions = assessment.scenario, assessment.pack.functions
        if self.name.text() != scenario.name:
            self.name.setText(scenario.name)
            self.name.setCursorPosition(0)
        self.name.setToolTip(as_typed(t("{name}: click to rename", name=scenario.name)))
        if self.home.key != scenario.home:
            self.home.show_key(scenario.home)
        function = functions.get(scenario.function)
        self.function.setCurrentIndex(self.function.findData(scenario.function, _KEY) if function else -1)
        self.function.setToolTip(as_typed(f"{function.label}\n{function.reason}" if function else ""))
        self.industry.setCurrentIndex(self.industry.findData(scenario.industry))
        why = str(self.industry.currentData(Qt.ItemDataRole.ToolTipRole) or "")
        self.industry.setToolTip(as_typed(f"{self.industry.currentText()}\n{why}".strip()))
        self.people.show_number(scenario.headcount)
        read = (scenario.name, scenario.home, scenario.function, scenario.industry, scenario.headcount)
        if read != self._read:
            self._read = read
            self._fitting.again()


def _homes(pack: DataPack) -> list[tuple[str, str]]:
    """Where work can be today, by name: the pack's locations, and sites of the user's own."""
    return sorted(((location.id, location.name) for location in pack.locations), key=lambda each: each[1])
