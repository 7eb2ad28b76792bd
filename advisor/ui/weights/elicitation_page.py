"""Weights set another way: by ranking, by comparing in pairs, or by what swings are worth."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.ui.weights.pair_way import PairWay
from advisor.ui.weights.rank_way import RankWay
from advisor.ui.weights.swing_way import SwingWay
from advisor.ui.weights.weighing_page import WeighingPage
from advisor.ui.weights.weights_texts import (
    NOW_IN_FORCE,
    WERE_IN_FORCE,
    RankMove,
    ranks_sentence,
    step_names,
)
from advisor.ui.widgets.foot import Foot
from advisor.ui.widgets.small_widgets import label
from advisor.words.formatting import in_sentence
from advisor.words.translation import marked, t, tc

RANK, PAIRS, SWING = range(3)


class ElicitationPage(WeighingPage):
    """Three ways that end in the same weights, applied as one step.

    Signals:
        applied: what was done, for a message.
    """

    applied = Signal(str)

    def __init__(self, document: Document, selection: Selection, parent: QWidget | None = None) -> None:
        self.rank, self.pairs, self.swing = RankWay(), PairWay(), SwingWay()
        super().__init__(
            document.pack,
            document,
            (
                (self.rank, (tc("verb", "Rank"), tc("verb", "Rank"))),
                (self.pairs, (t("Compare in pairs"), t("Pairs"))),
                (self.swing, (t("Swing"), t("Swing"))),
            ),
            parent,
        )
        self._document = document
        self._selection = selection
        self.locked = label("", "quiet", self)
        self.effect = label("", "", self)
        self.done = label("", "quiet", self)
        self.apply_button = QPushButton(t("Apply these weights"), self)
        self.apply_button.clicked.connect(self.apply)
        for words in (self.locked, self.effect, self.done):
            words.setWordWrap(True)
        self.foot = Foot(self, self.apply_button, self.effect, self.done, edge=self.edge)
        self.build((self.locked,), self.foot)
        document.assessment_changed.connect(self._follow)
        document.replaced.connect(self.load)

    def on_change(self) -> None:
        """What was done before is no news any more."""
        self._say_done("")
        super().on_change()

    def _say_done(self, text: str) -> None:
        """What was done stands in the place of what would be."""
        self.done.setText(text)
        self.done.setVisible(bool(text))
        self.effect.setVisible(not text)

    def _follow(self, _assessment: object) -> None:
        self.show_result()

    def show_result(self) -> None:
        """Also what applying would do."""
        super().show_result()
        scope, found = self.scope, self.elicited()
        self.apply_button.setEnabled(scope is not None and found is not None)
        if scope is None or found is None:
            self.effect.setText(self.nothing_found())
            return
        locked = ", ".join(scope.locked(self._document.scenario))
        self.locked.setText(t("Locked, so it stays: {names}", names=locked) if locked else "")
        self.locked.setVisible(bool(locked))
        self.effect.setText(self._effect(self.weighed(scope, found)))

    def _effect(self, after: Scenario) -> str:
        """What applying would do to the leader and to the selected location."""
        try:
            then = self._document.preview(after)
        except ScenarioError as error:
            return str(error)
        now = self._document.assessment
        first, next_first = _leader(now), _leader(then)
        if not next_first:
            return ""
        selected = self._selection.selected
        name, before, later = "", 0, 0
        if selected in now.pack.location_ids:
            row = now.pack.location_ids.index(selected)
            before, later = int(now.evaluation.ranks[row]), int(then.evaluation.ranks[row])
            name = now.locations[row].name
        return ranks_sentence(first, next_first, RankMove(name, before, later))

    # Editing ------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Put the weights in force, as one step, and say what was done."""
        scope, found = self.scope, self.elicited()
        if scope is None or found is None:
            return
        text = step_names(in_sentence(scope.name))[self.segments.current]
        before = self._document.scenario
        self._document.edit(self.weighed(scope, found), text)
        changed = self._document.scenario != before
        done = marked(NOW_IN_FORCE) if changed else marked(WERE_IN_FORCE)
        note = f"{found.note} {done}"
        self._say_done(note)
        self.applied.emit(note)


def _leader(assessment: Assessment) -> str:
    evaluation = assessment.evaluation
    first = next((int(row) for row in evaluation.order if evaluation.ranks[row]), -1)
    return assessment.locations[first].name if first >= 0 else ""
