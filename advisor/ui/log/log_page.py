"""The decision log as a timeline, the latest decision on top; each can be come back to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.scenario.edits.decision_edits import own_figures_as_then, with_restored, without_decision
from advisor.scenario.study.own_data import NOTHING_OWN
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Decision, Study
from advisor.ui.widgets.small_widgets import label
from advisor.views.log.decision_texts import LoggedDecision, logged_decisions
from advisor.words.plain_text import as_typed, menu_text
from advisor.words.translation import t


class LogPage(QWidget):
    """Every decision of a document with what can be done about it.

    Signals:
        told: what was done that can be taken back, a sentence.
        refused: why something cannot be done, a sentence.
        log_wanted: a decision is to be logged.
    """

    told = Signal(str)
    refused = Signal(str)
    log_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: tuple[tuple[Decision, ...], str] | None = None
        self.entries: list[DecisionEntry] = []
        self.log_button = QPushButton(t("Log a decision…"), self)
        self.log_button.setProperty("role", "primary")
        self.log_button.clicked.connect(self.log_wanted)
        self._nothing = _words(
            t("Nothing is decided yet. A decision keeps the scenario as it is, and why."), "quiet"
        )
        head = QHBoxLayout()
        head.addWidget(self.log_button)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 20)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        document.follow(self._show)
        self._show()

    def _show(self) -> None:
        study = self._document.study
        shown = (study.decisions, study.active)
        if shown == self._shown:
            return
        self._shown = shown
        had_focus = self.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        for entry in self.entries:
            self._column.removeWidget(entry)
            entry.hide()  # its button may be the one that is being pressed
            entry.deleteLater()
        self.entries = [
            DecisionEntry(one, study.active, self) for one in logged_decisions(self._document.pack, study)
        ]
        for place, entry in enumerate(self.entries):
            self._column.insertWidget(2 + place, entry)
            self._connect(entry)
        self._nothing.setVisible(not self.entries)
        if had_focus:
            self.log_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self, entry: DecisionEntry) -> None:
        place, name = entry.decision.place, entry.decision.scenario
        day = entry.decision.day
        active = self._document.study.active
        entry.beside_button.clicked.connect(
            lambda: self._edit(
                lambda study: with_restored(study, place, in_place=False),
                t("bring back “{scenario}” of {day}", scenario=name, day=day),
                self._with_own_figures(
                    place,
                    t(
                        "“{scenario}” is back as it was on {day}, as a scenario of its own.",
                        scenario=name,
                        day=day,
                    ),
                ),
            )
        )
        entry.in_place_button.clicked.connect(
            lambda: self._edit(
                lambda study: with_restored(study, place, in_place=True),
                t("put “{scenario}” of {day} in place of “{active}”", scenario=name, day=day, active=active),
                self._with_own_figures(
                    place,
                    t(
                        "“{active}” is now as “{scenario}” was on {day}.",
                        scenario=name,
                        day=day,
                        active=active,
                    ),
                ),
            )
        )
        entry.remove_button.clicked.connect(
            lambda: self._edit(
                lambda study: without_decision(study, place),
                t("strike out the decision of {day}", day=day),
                t("The decision of {day} is struck out.", day=day),
            )
        )

    def _with_own_figures(self, place: int, told: str) -> str:
        """Say where the figures that scenarios share are others now: a decision does not keep them."""
        study = self._document.study
        as_then = own_figures_as_then(study, place)
        if as_then or (as_then is None and study.own == NOTHING_OWN):
            return told
        if as_then is None:
            return t(
                "{told} Your own figures count as they are now; whether they were others then is not known.",
                told=told,
            )
        return t("{told} Your own figures count as they are now, and they were others then.", told=told)

    def _edit(self, edit: Callable[[Study], Study], undo: str, told: str) -> None:
        try:
            self._document.edit_study(edit(self._document.study), undo)
        except ScenarioError as error:
            self.refused.emit(str(error))
        else:
            self.told.emit(told)


class DecisionEntry(QFrame):
    """One decision, with a line at its left that joins it to those before and after.

    Args:
        decision: in words.
        active: name of the active scenario.
    """

    def __init__(self, decision: LoggedDecision, active: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decision = decision
        self.setObjectName("decisionEntry")
        self.setProperty("inForce", decision.in_force)
        self.setAccessibleName(decision.spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 2, 0, 2)
        column.setSpacing(3)
        dot = " \N{MIDDLE DOT} "
        column.addWidget(_words(dot.join(part for part in (decision.day, decision.who) if part), "quiet"))
        chosen = decision.chosen
        if decision.in_force:
            chosen = t("{chosen} \N{EM DASH} marked on map and ranking", chosen=chosen)
        column.addWidget(_words(chosen, "section"))
        for text in (decision.rejected, decision.note):
            if text:
                column.addWidget(_words(text))
        kept = t("Scenario “{name}”: {about}", name=decision.scenario, about=decision.about)
        if not decision.about:
            kept = t("Scenario “{name}”", name=decision.scenario)
        if decision.scenario:
            column.addWidget(_words(kept, "quiet"))
        self.beside_button = self._link(
            t("Bring back as a copy"), t("As a scenario of its own, beside the others")
        )
        self.in_place_button = self._link(
            t("Replace the active one"), t("“{active}” becomes what was decided on", active=active)
        )
        self.remove_button = self._link(
            t("Strike out"), t("Take the entry out of the log; undo brings it back")
        )
        for button in (self.beside_button, self.in_place_button):
            button.setVisible(bool(decision.scenario))
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        for button in (self.beside_button, self.in_place_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _link(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(menu_text(text), self)
        button.setProperty("role", "link")
        button.setToolTip(as_typed(tip))
        button.setAccessibleName(t("{what}, decision of {day}", what=text, day=self.decision.day))
        return button


def _words(text: str, role: str = "") -> QLabel:
    made = label(text, role)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
