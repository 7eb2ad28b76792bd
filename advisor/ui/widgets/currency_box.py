"""The currency in which money is shown: chosen from the usual ones, or typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from advisor.app.document.document import Document
from advisor.scenario.edits.cost_edits import offered_currencies
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import ChoiceBox
from advisor.words.translation import t

_EMS = 6.5  # width, in sizes of type


class CurrencyBox(ChoiceBox):
    """A field over the currency of a document's scenario; the currency of home is among those offered.

    Signals:
        refused: why a currency could not be taken, a sentence; nothing has changed.
        accepted: the last one was taken.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._offered: tuple[str, ...] = ()
        self._completed = QStringListModel(self)
        self.setEditable(True)
        self.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self.list_rows_alike()
        self.setAccessibleName(t("Currency"))
        self.setToolTip(t("Three letters, such as EUR. Converted at the mean rate of the year."))
        completer = QCompleter(self._completed, self)  # one for good: Qt keeps those that it replaces
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.activated.connect(lambda _index: self._take())
        edit = self.lineEdit()
        if edit is not None:
            edit.editingFinished.connect(self._take)
        document.assessment_changed.connect(self._show)
        follow_look(self._dress)
        self._show(document.assessment)

    def _dress(self) -> None:
        self.setFixedWidth(round(_EMS * look_in_force().base))

    def _take(self) -> None:
        document, code = self._document, self.currentText().strip().upper()
        if code == document.scenario.currency:
            self._show(document.assessment)
            return
        try:
            document.edit(replace(document.scenario, currency=code), t("count in {currency}", currency=code))
        except ScenarioError as error:
            self.refused.emit(str(error))
            self._show(document.assessment)
        else:
            self.accepted.emit()

    def _show(self, assessment: Assessment) -> None:
        scenario, model = assessment.scenario, self._document.cost_model
        if model is None:
            return
        blocked = self.blockSignals(True)
        iso3 = self._document.pack.location(scenario.home).iso3
        codes = tuple(offered_currencies(model.currencies, iso3))
        if codes != self._offered:
            self._offered = codes
            self.clear()
            self.addItems(codes)
            self._completed.setStringList(codes)
        self.setCurrentIndex(self.findText(scenario.currency))
        self.setEditText(scenario.currency)
        self.blockSignals(blocked)
