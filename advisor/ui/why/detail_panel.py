"""Why the selected location stands where it stands: every criterion with its origin and its effect."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.models.criteria_model import CriteriaModel
from advisor.scenario.edits.own_figures import without_own_figures
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.why.criteria_tree import CriteriaTree
from advisor.ui.why.detail_header import DetailHeader
from advisor.ui.widgets.small_widgets import PlainLabel
from advisor.views.look.theme import GAP
from advisor.views.why.criteria_rows import lift_sentence, standing_sentence
from advisor.views.why.why_texts import NOTHING_SELECTED, flags_sentence
from advisor.words.plain_text import as_typed
from advisor.words.translation import marked, t, tn

_PAD = 12


class DetailPanel(QWidget):
    """The explanation of the selected location; values can be overruled in place.

    Args:
        document: whose ranking is explained.
        selection: tells which location is shown.
    """

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._document = document
        self._selection = selection
        self.model = CriteriaModel(document, selection, self)
        self._content = QWidget(self)
        self.header = DetailHeader(self._content)
        self.tree = CriteriaTree(self.model, document.assessment.evaluation.weights.themes, self._content)
        self._flags = self._label("")
        self._headline = self._label("")
        self._sentence = self._label("")
        self._message = self._label("error")
        self._take_back = QPushButton(self._content)
        self._take_back.setProperty("role", "link")
        self._take_back.clicked.connect(self.take_back)
        self._build()
        follow_look(self._dress)
        self.model.refused.connect(self._refuse)
        self.model.accepted.connect(self._message.hide)
        self.tree.edit_begun.connect(self._message.hide)
        document.assessment_changed.connect(self._show)
        document.choice_changed.connect(self._show)
        selection.selected_changed.connect(self._select)
        self._show()

    def show_criterion(self, criterion: str) -> None:
        """Lead to the figure of a criterion, by its id."""
        index = self.model.find(criterion)
        if index.isValid():
            self.tree.expand(index.parent())
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def flags(self) -> str:
        """What nobody may miss about the location; empty where there is no flag."""
        return self._flags.text()

    @property
    def headline(self) -> str:
        """What keeps the location out of the ranking; empty for a plain ranked one."""
        return self._headline.text()

    @property
    def sentence(self) -> str:
        """What lifts and lowers the location most."""
        return self._sentence.text()

    @property
    def message(self) -> str:
        """Why the last figure was refused; empty if it was taken."""
        return self._message.text() if not self._message.isHidden() else ""

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        for label in (self._flags, self._headline):
            label.setStyleSheet(f"color: {look.warning}; font-weight: 600;")

    def take_back(self) -> None:
        """Take the sources' figures again in place of all own ones of this location."""
        location = self._selection.selected
        every = {criterion.id for criterion in self._document.pack.criteria}
        text = t("take the sources' figures for {name}", name=self._document.pack.location(location).name)
        self._document.edit_study(without_own_figures(self._document.study, location, every), text)

    def _label(self, role: str) -> QLabel:
        label = PlainLabel(parent=self._content)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setContentsMargins(_PAD, 0, _PAD, 0)
        label.hide()
        return label

    def _build(self) -> None:
        nothing = PlainLabel(marked(NOTHING_SELECTED), self)
        nothing.setProperty("role", "quiet")
        nothing.setWordWrap(True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setContentsMargins(4 * _PAD, 0, 4 * _PAD, 0)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        words = QHBoxLayout()
        words.setContentsMargins(0, 2, _PAD, GAP)
        texts = QVBoxLayout()
        texts.setSpacing(3)
        for label in (self._flags, self._headline, self._sentence, self._message):
            texts.addWidget(label)
        words.addLayout(texts, 1)
        words.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words)
        layout.addWidget(self.tree, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(nothing)
        self._pages.addWidget(self._content)

    def _select(self) -> None:
        self._message.hide()
        self._show()

    def _show(self) -> None:
        row = self.model.location_row
        self._pages.setCurrentIndex(int(row >= 0))
        if row < 0:
            return
        assessment = self._document.assessment
        chosen = assessment.pack.location_ids[row] == self._document.study.chosen
        self.header.show_location(assessment, row, chosen=chosen)
        flags = assessment.flags(row)
        self._flags.setToolTip(as_typed("\n".join(flag.detail_text for flag in flags)))
        for label, text in (
            (self._flags, flags_sentence(flags)),
            (self._headline, standing_sentence(assessment, row)),
            (self._sentence, lift_sentence(assessment, row)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        # In little height not every line of it can be seen.
        self._sentence.setToolTip(as_typed(self._sentence.text()))
        own = sum(one.location == self._selection.selected for one in assessment.own.figures)
        self._take_back.setText(tn("Take back your figure", "Take back your {count} figures", own))
        self._take_back.setVisible(own > 0)

    def _refuse(self, reason: str) -> None:
        self._message.setText(reason)
        self._message.show()
