"""Weights set another way: by ranking, by comparing in pairs, or by what swings are worth."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.core.elicitation import Elicited
from advisor.scenario.edits.weight_scope import WeightScope, scopes_of
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.ui.look.current import follow_look
from advisor.ui.look.row_paint import theme_colours
from advisor.ui.weights.pair_way import PairWay
from advisor.ui.weights.rank_way import RankWay
from advisor.ui.weights.swing_way import SwingWay
from advisor.ui.weights.weight_bars import WeightBars
from advisor.ui.weights.weights_texts import (
    ALL_ZERO,
    NOTHING_TO_WEIGH,
    NOW_IN_FORCE,
    WERE_IN_FORCE,
    RankMove,
    ranks_sentence,
    step_names,
)
from advisor.ui.widgets.segments import Segments
from advisor.ui.widgets.small_widgets import ChoiceBox, label, line
from advisor.views.look.theme import GAP
from advisor.words.formatting import in_sentence
from advisor.words.translation import marked, t, tc

RANK, PAIRS, SWING = range(3)
_EDGE = 20  # pixels to both sides


class ElicitationPage(QWidget):
    """Three ways that end in the same weights, applied as one step.

    Signals:
        applied: what was done, for a message.
    """

    applied = Signal(str)

    def __init__(self, document: Document, selection: Selection) -> None:
        super().__init__()
        self._document = document
        self._selection = selection
        self._scopes = scopes_of(document.pack)
        themes = document.assessment.evaluation.weights.themes
        self._hues: dict[str, QColor] = dict(zip(themes, theme_colours(themes), strict=True))
        self.scope_choice = ChoiceBox(self)
        self.segments = Segments(
            t("Way to set weights"),
            (
                (tc("verb", "Rank"), tc("verb", "Rank")),
                (t("Compare in pairs"), t("Pairs")),
                (t("Swing"), t("Swing")),
            ),
            self,
        )
        self.rank, self.pairs, self.swing = RankWay(), PairWay(), SwingWay()
        self._ways: tuple[RankWay | PairWay | SwingWay, ...] = (self.rank, self.pairs, self.swing)
        self.bars = WeightBars()
        self.locked = label("", "quiet", self)
        self.effect = label("", "", self)
        self.done = label("", "quiet", self)
        self.apply_button = QPushButton(t("Apply these weights"), self)
        self._build()
        self._connect()
        self.show_way(RANK)
        self._load()
        follow_look(self._dress)

    def _build(self) -> None:
        for scope in self._scopes:
            self.scope_choice.addItem(scope.name)
        self.scope_choice.setAccessibleName(t("Weights to set"))
        self.apply_button.setProperty("role", "primary")
        for words in (self.locked, self.effect, self.done):
            words.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(label(t("Weights of"), "quiet", self))
        top.addWidget(self.scope_choice, 1)
        button = QHBoxLayout()
        button.addWidget(self.apply_button)
        button.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 4, _EDGE, 20)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        for way in self._ways:
            column.addWidget(way)
        column.addWidget(line(self))
        column.addWidget(label(t("Weights that follow"), "section", self))
        column.addWidget(self.bars)
        column.addWidget(self.locked)
        column.addWidget(self.effect)
        column.addLayout(button)
        column.addWidget(self.done)
        column.addStretch(1)

    def _connect(self) -> None:
        self.scope_choice.activated.connect(lambda _index: self._load())
        self.segments.chosen.connect(self.show_way)
        for way in self._ways:
            way.changed.connect(self._on_change)
        self.apply_button.clicked.connect(self.apply)
        self._document.assessment_changed.connect(self._show)
        self._document.replaced.connect(self._load)

    # Showing ------------------------------------------------------------------------------------------

    @property
    def scope(self) -> WeightScope | None:
        """What is weighed; None where a pack has a single criterion."""
        index = self.scope_choice.currentIndex()
        return self._scopes[index] if 0 <= index < len(self._scopes) else None

    @property
    def way(self) -> RankWay | PairWay | SwingWay:
        """The way in sight."""
        return self._ways[self.segments.current]

    def choose_scope(self, theme: str) -> None:
        """Weigh the criteria of a theme, or the themes with an empty id."""
        index = next(i for i, scope in enumerate(self._scopes) if scope.theme == theme)
        self.scope_choice.setCurrentIndex(index)
        self._load()

    def show_way(self, index: int) -> None:
        """Bring a way to the front."""
        self.segments.show_current(index)
        for place, way in enumerate(self._ways):
            way.setVisible(place == index)
        self._on_change()

    def _dress(self) -> None:
        """Larger type wants shorter words."""
        self.segments.fit(self.width() - 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of each word as there is room for."""
        super().resizeEvent(event)
        self._dress()

    def _load(self) -> None:
        scope = self.scope
        if scope is not None:
            shares = scope.shares(self._document.pack, self._document.scenario)
            for way in self._ways:
                way.load(scope.items, self._hues, shares)
        self._on_change()

    def _on_change(self) -> None:
        self.done.setText("")
        self._show()

    def _elicited(self) -> Elicited | None:
        ready = self.scope is not None and bool(self.rank.list.count())
        return self.way.elicited() if ready else None

    def _show(self, _assessment: object = None) -> None:
        scope, found = self.scope, self._elicited()
        self.apply_button.setEnabled(scope is not None and found is not None)
        self.bars.setVisible(found is not None)
        if scope is None or found is None:
            self.effect.setText(marked(NOTHING_TO_WEIGH) if scope is None else marked(ALL_ZERO))
            return
        now = scope.shares(self._document.pack, self._document.scenario)
        weights = scope.by_id(found.weights)
        pack, scenario = self._document.pack, self._document.scenario
        self.bars.show_weights(scope.items, self._hues, scope.shares_after(pack, scenario, weights), now)
        locked = ", ".join(scope.locked(scenario))
        self.locked.setText(t("Locked, so it stays: {names}", names=locked) if locked else "")
        self.locked.setVisible(bool(locked))
        self.effect.setText(self._effect(self._after(scope, weights)))

    def _after(self, scope: WeightScope, weights: dict[str, float]) -> Scenario:
        return scope.applied(self._document.pack, self._document.scenario, weights)

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
        scope, found = self.scope, self._elicited()
        if scope is None or found is None:
            return
        text = step_names(in_sentence(scope.name))[self.segments.current]
        before = self._document.scenario
        self._document.edit(self._after(scope, scope.by_id(found.weights)), text)
        changed = self._document.scenario != before
        done = marked(NOW_IN_FORCE) if changed else marked(WERE_IN_FORCE)
        note = f"{found.note} {done}"
        self.done.setText(note)
        self.applied.emit(note)


def _leader(assessment: Assessment) -> str:
    evaluation = assessment.evaluation
    first = next((int(row) for row in evaluation.order if evaluation.ranks[row]), -1)
    return assessment.locations[first].name if first >= 0 else ""
