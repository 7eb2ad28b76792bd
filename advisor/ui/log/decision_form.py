"""Logging a decision: what was chosen, who decided, why, and what was rejected."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.scenario.comparison.explanation import leader_of
from advisor.scenario.edits.decision_edits import with_decision
from advisor.scenario.names import gazetteer_of
from advisor.scenario.study.problems import ScenarioError
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.widgets.foot import Foot
from advisor.ui.widgets.search_combo import SearchCombo
from advisor.ui.widgets.small_widgets import ElidedLabel, label
from advisor.views.log.decision_texts import place_names
from advisor.words.translation import t

_EDGE = 20  # pixels at the sides
_LEAST_NOTE, _MOST_NOTE = 2, 5  # lines of what is typed that are seen
_AROUND_NOTE = 16  # pixels above and below them
_ALL = 1_000  # of what is left
_DAY = 10  # of the type size, wide


class DecisionForm(QWidget):
    """Fields of one decision; the scenario is kept as it is when it is logged. Ctrl+Return logs.

    Args:
        document: whose log gets the entry.
        chosen: id of the location that is offered as the choice, empty for the leader.
        today: the day that is offered.
        parent: Qt parent.

    Signals:
        logged: the entry is in the log.
    """

    logged = Signal()

    def __init__(
        self,
        document: Document,
        chosen: str = "",
        today: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        pack = document.pack
        places = [
            (place.id, place.name) for place in sorted(pack.locations, key=lambda one: one.name.casefold())
        ]
        names = None if pack.places is None else lambda: gazetteer_of(pack)
        self.chosen = SearchCombo([("", t("None")), *places], self, names=names)
        self.chosen.show_key(chosen or leader_of(document.assessment))
        self.chosen.chosen.connect(self.chosen.show_key)
        self.who = QLineEdit(self)
        self.who.setPlaceholderText(t("A person, a board, the room"))
        self.note = QPlainTextEdit(self)
        self.note.setTabChangesFocus(True)
        # As high as the others leave it: what Qt would like it to be would scroll a low page.
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.day = QLineEdit((today or date.today()).isoformat(), self)
        self.reject = SearchCombo(places, self, names=names)
        self.reject.show_key("")
        edit = self.reject.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(t("Add a location"))
        self.reject.chosen.connect(self._add_rejected)
        self.rejected: list[str] = []
        self.remove_buttons: dict[str, QToolButton] = {}
        self.error = label("", "error", self)
        self.error.setWordWrap(True)
        self.error.hide()
        self.log_button = QPushButton(t("Log the decision"), self)
        self.log_button.setToolTip(t("Log the decision (Ctrl+Return)"))
        self.log_button.clicked.connect(self.log)
        self._build()
        follow_look(self._dress)

    def _dress(self) -> None:
        """As much room as its type needs."""
        self.day.setFixedWidth(_DAY * look_in_force().base)
        self.note.ensurePolished()
        line = self.note.fontMetrics().lineSpacing()
        self.note.setMinimumHeight(_LEAST_NOTE * line + _AROUND_NOTE)
        self.note.setMaximumHeight(_MOST_NOTE * line + _AROUND_NOTE)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 4, _EDGE, 8)
        column.setSpacing(4)
        kept = label(
            t("The scenario “{name}” is kept as it is now.", name=self._document.scenario.name), "quiet", self
        )
        kept.setTextFormat(Qt.TextFormat.PlainText)
        kept.setWordWrap(True)
        column.addWidget(kept)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(2)
        fields: tuple[tuple[str, QWidget], ...] = (
            (t("Chosen"), self.chosen),
            (t("Who decided"), self.who),
            (t("Why"), self.note),
            (t("Rejected"), self.reject),
            (t("Day"), self.day),
        )
        for caption, field in fields:
            title = label(caption, "section", self)
            title.setContentsMargins(0, 8, 0, 0)
            title.setBuddy(field)
            field.setAccessibleName(caption)
            column.addWidget(title)
            if field is self.reject:
                column.addLayout(self._chips)
            column.addWidget(field, _ALL if field is self.note else 0)
        column.addStretch(1)
        self.foot = Foot(self, self.log_button, self.error, edge=_EDGE)
        column.addWidget(self.foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Log from wherever the focus is."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.log()
        else:
            super().keyPressEvent(event)

    def log(self) -> None:
        """Put the entry into the log, or say why it cannot be one."""
        try:
            day = date.fromisoformat(self.day.text().strip())
        except ValueError:
            self._refuse(t("“{text}” is no day: write it like 2026-11-28.", text=self.day.text()))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = self.chosen.key
        name = place_names(self._document.pack, [chosen])[0] if chosen else ""
        text = t("log the decision for {place:the}", place=name) if chosen else t("log a decision")
        try:
            after = with_decision(
                self._document.study,
                day,
                who=self.who.text(),
                note=self.note.toPlainText(),
                chosen=chosen,
                rejected=tuple(key for key in self.rejected if key != chosen),
            )
            self._document.edit_study(after, text)
        except ScenarioError as error:
            self._refuse(str(error))
            return
        self.logged.emit()

    def _refuse(self, text: str) -> None:
        self.error.setText(text)
        self.error.show()

    def _add_rejected(self, location: str) -> None:
        self.reject.show_key("")
        if not location or location in self.rejected:
            return
        self.rejected.append(location)
        name = place_names(self._document.pack, [location])[0]
        row = QWidget(self)
        remove = QToolButton(row)
        remove.setProperty("role", "tiny")
        remove.setIconSize(QSize(12, 12))
        remove.setIcon(icon("close", "text"))
        remove.setAccessibleName(t("Remove {place:the}", place=name))
        remove.clicked.connect(lambda: self._drop(location, row))
        words = ElidedLabel(name, row)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(remove)
        line.addWidget(words, 1)
        self.remove_buttons[location] = remove
        self._chips.addWidget(row)

    def _drop(self, location: str, row: QWidget) -> None:
        self.rejected.remove(location)
        del self.remove_buttons[location]
        self._chips.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.reject.setFocus(Qt.FocusReason.OtherFocusReason)
