"""Fields for hours, wanted overlap and service window, shared by the clock view and the settings page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from advisor.app.document.document import Document
from advisor.core.limits import limits
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.ui.widgets.small_widgets import ChoiceBox, restyle
from advisor.ui.widgets.widgets_texts import HOURS_TIP, OVERLAP_LIMITS, OVERLAP_TIP, WINDOW_TIP
from advisor.words.formatting import in_sentence
from advisor.words.locale import digits
from advisor.words.number_input import NumberError, parse_figure, typed_figure
from advisor.words.translation import marked, t
from advisor.words.true_signs import true_signs

_Edit = Callable[[Scenario], Scenario]


def plain_hours(text: str) -> str:
    """Hours as typed, in the form that is stored: ``9:00 – 17:00`` and ``9-17`` as ``09:00-17:00``."""
    ends = [end.partition(":") for end in text.replace(" ", "").replace("\N{EN DASH}", "-").split("-")]
    if len(ends) != 2:
        return text.strip()
    return "-".join(f"{hour.zfill(2)}:{minute or '00'}" for hour, _, minute in ends)


class ScenarioEdits(QObject):
    """Edits of one document from fields; a refusal comes back as a sentence.

    Signals:
        refused: why an edit was refused; empty after one that was taken.
    """

    refused = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def edit(self, edit: _Edit, text: str) -> bool:
        """Put an edited scenario in force, as one step that can be undone."""
        try:
            self._document.edit(edit(self._document.scenario), text)
        except ScenarioError as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        return True


class HoursField(QLineEdit):
    """Daily working hours, home's or the sites'."""

    def __init__(self, name: str, field: str, edits: ScenarioEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._edits, self._shown = field, edits, ""
        self._text = t("change {name}", name=in_sentence(name))
        self.setAccessibleName(name)
        self.setToolTip(marked(HOURS_TIP))
        self.editingFinished.connect(self._commit)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the hours in force."""
        self._shown = str(getattr(scenario, self._field))
        self._write()
        mark_wrong(self, wrong=False)

    def _commit(self) -> None:
        hours = plain_hours(self.text())
        if hours == self._shown:
            self._write()
            mark_wrong(self, wrong=False)
            return
        done = self._edits.edit(lambda s: replace(s, **{self._field: hours}), self._text)  # type: ignore[arg-type]
        mark_wrong(self, wrong=not done)

    def _write(self) -> None:
        """The hours in force as people read them, the cursor left alone where they are there already."""
        text = true_signs(self._shown)
        if self.text() != text:
            self.setText(text)


class WantedField(QLineEdit):
    """Overlap wanted, hours a day."""

    def __init__(self, edits: ScenarioEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits, self._shown = edits, ""
        self.setAccessibleName(t("Overlap wanted"))
        self.setToolTip(marked(OVERLAP_TIP))
        self.editingFinished.connect(self._commit)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the hours in force."""
        self._shown = typed_figure(scenario.wanted_overlap, "h")
        if self.text() != self._shown:
            self.setText(self._shown)
        mark_wrong(self, wrong=False)

    def _commit(self) -> None:
        if self.text() == self._shown:
            mark_wrong(self, wrong=False)
            return
        try:
            wanted = parse_figure(self.text(), "hours", name=t("the overlap wanted"))
        except NumberError as error:
            self._refuse(str(error))
            return
        most = limits(Scenario, "wanted_overlap")[1]
        if wanted is None or not 0 < wanted <= most:
            self._refuse(marked(OVERLAP_LIMITS, most=digits(most)))
            return
        self._edits.edit(lambda s: replace(s, wanted_overlap=wanted), t("change the overlap wanted"))

    def _refuse(self, text: str) -> None:
        mark_wrong(self, wrong=True)
        self._edits.refused.emit(text)


class WindowField(ChoiceBox):
    """Service window in home time: round the clock, the hours at home, or hours typed in."""

    def __init__(self, edits: ScenarioEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits, self._shown = edits, ""
        self._names = {
            "24x7": true_signs("24x7"),
            "24x5": true_signs("24x5"),
            "": t("Home hours"),
            "08:00-20:00": true_signs("08:00-20:00"),
        }
        self.setEditable(True)
        self.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        for key, name in self._names.items():
            self.addItem(name, key)
        self.setAccessibleName(t("Service window"))
        self.setToolTip(marked(WINDOW_TIP))
        self.activated.connect(lambda index: self._set(str(self.itemData(index))))
        field = self.lineEdit()
        if field is not None:
            field.editingFinished.connect(self._commit)

    def show_scenario(self, scenario: Scenario) -> None:
        """Show the window in force."""
        self._shown = scenario.service_window
        self._write()
        mark_wrong(self, wrong=False)

    def _commit(self) -> None:
        typed = self.currentText().strip()
        keys = {name.casefold(): key for key, name in self._names.items()}
        self._set(keys.get(typed.casefold(), plain_hours(typed)))

    def _set(self, window: str) -> None:
        if window == self._shown:
            self._write()
            mark_wrong(self, wrong=False)
            return
        text = t("change the service window")
        mark_wrong(self, wrong=not self._edits.edit(lambda s: replace(s, service_window=window), text))

    def _write(self) -> None:
        """The window in force as people read it."""
        self.setEditText(self._names.get(self._shown, true_signs(self._shown)))


def mark_wrong(field: QWidget, *, wrong: bool) -> None:
    """Outline a field whose content was refused."""
    if bool(field.property("wrong")) != wrong:
        field.setProperty("wrong", wrong)
        restyle(field)
