"""What every page for setting weights has: what is weighed, the ways to do it, and what follows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor.core.criteria import themes_of
from advisor.core.elicitation import Elicited
from advisor.datapack.schema import DataPack
from advisor.scenario.edits.weight_scope import WeightScope, scopes_of
from advisor.scenario.study.scenario import Scenario
from advisor.ui.look.current import follow_look
from advisor.ui.look.row_paint import theme_colours
from advisor.ui.weights.pair_way import PairWay
from advisor.ui.weights.rank_way import RankWay
from advisor.ui.weights.slider_way import SliderWay
from advisor.ui.weights.swing_way import SwingWay
from advisor.ui.weights.weight_bars import WeightBars
from advisor.ui.weights.weights_texts import ALL_ZERO, NOTHING_TO_WEIGH
from advisor.ui.widgets.help_topic import give_topic
from advisor.ui.widgets.segments import Segments
from advisor.ui.widgets.small_widgets import ChoiceBox, label, line
from advisor.views.look.theme import GAP
from advisor.words.glossary import meaning
from advisor.words.translation import marked, t

Way = SliderWay | RankWay | PairWay | SwingWay
_TERMS: dict[type[Way], str] = {RankWay: "roc", PairWay: "ahp", SwingWay: "swing-weight"}
_TOPICS: dict[type[Way], str] = {
    SliderWay: "weights#sliders",
    RankWay: "weights#ranking",
    PairWay: "weights#pairs",
    SwingWay: "weights#swings",
}


class Scenarios(Protocol):
    """Where the weights come from."""

    @property
    def scenario(self) -> Scenario:
        """The scenario whose weights are set."""


class WeighingPage(QWidget):
    """The ways to weigh the themes, or the criteria of one, over a scenario that is kept elsewhere.

    Args:
        pack: whose themes and criteria are weighed.
        source: has the scenario.
        ways: those that are offered, each with its long and short name.
        parent: Qt parent.

    Attributes:
        edge: pixels to both sides.
    """

    edge = 20

    def __init__(
        self,
        pack: DataPack,
        source: Scenarios,
        ways: Sequence[tuple[Way, tuple[str, str]]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pack, self._source = pack, source
        self._scopes = scopes_of(pack)
        themes = themes_of(pack.criteria)
        self._hues: dict[str, QColor] = dict(zip(themes, theme_colours(themes), strict=True))
        self._ways = tuple(way for way, _ in ways)
        self.scope_choice = ChoiceBox(self)
        tips = [meaning(_TERMS[type(way)]) if type(way) in _TERMS else "" for way in self._ways]
        self.segments = Segments(t("Way to set weights"), [names for _, names in ways], self, tips=tips)
        self._rule, self._caption = line(self), label(t("Weights that follow"), "section", self)
        self.bars = WeightBars()

    def build(self, below: Sequence[QWidget], foot: QWidget | None = None) -> None:
        """Put everything in its place and begin.

        Args:
            below: what stands below the weights that follow.
            foot: of the page, if it has one; it has its own edges.
        """
        for scope in self._scopes:
            self.scope_choice.addItem(scope.name)
        self.scope_choice.setAccessibleName(t("Weights to set"))
        top = QHBoxLayout()
        caption = label(t("Weights of"), "quiet", self)
        caption.setBuddy(self.scope_choice)
        top.addWidget(caption)
        top.addWidget(self.scope_choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(self.edge, 4, self.edge, 0 if foot else 20)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft)
        for way in self._ways:
            give_topic(way, _TOPICS[type(way)])
            column.addWidget(way)
        for part in (self._rule, self._caption, self.bars, *below):
            column.addWidget(part)
        column.addStretch(1)
        if foot is not None:
            column.addWidget(foot)
        self.scope_choice.activated.connect(lambda _index: self.load())
        self.segments.chosen.connect(self.show_way)
        for way in self._ways:
            way.changed.connect(self.on_change)
        self.load()
        self.show_way(0)
        follow_look(self._dress)

    # What is in sight -----------------------------------------------------------------------------------

    @property
    def scope(self) -> WeightScope | None:
        """What is weighed; None where a pack has a single criterion."""
        index = self.scope_choice.currentIndex()
        return self._scopes[index] if 0 <= index < len(self._scopes) else None

    @property
    def way(self) -> Way:
        """The way in sight."""
        return self._ways[self.segments.current]

    @property
    def way_hides_weights(self) -> bool:
        """Whether the way in sight does not show the weights itself."""
        return not isinstance(self.way, SliderWay)

    def choose_scope(self, theme: str) -> None:
        """Weigh the criteria of a theme, or the themes with an empty id."""
        index = next(i for i, scope in enumerate(self._scopes) if scope.theme == theme)
        self.scope_choice.setCurrentIndex(index)
        self.load()

    def show_way(self, index: int) -> None:
        """Bring a way to the front."""
        self.segments.show_current(index)
        for place, way in enumerate(self._ways):
            way.setVisible(place == index)
        self.on_change()

    def load(self) -> None:
        """Begin every way with the weights in force."""
        scope = self.scope
        if scope is not None:
            shares = scope.shares(self._pack, self._source.scenario)
            for way in self._ways:
                way.load(scope.items, self._hues, shares)
        self.on_change()

    def on_change(self) -> None:
        """Something was moved, or other things are weighed."""
        self.show_result()

    def elicited(self) -> Elicited | None:
        """What the way in sight comes to; None where that is nothing."""
        return self.way.elicited() if self.scope is not None else None

    def show_result(self) -> None:
        """Show the weights that follow beside those in force."""
        scope, found = self.scope, self.elicited()
        for widget in (self._rule, self._caption, self.bars):
            widget.setVisible(found is not None and self.way_hides_weights)
        if scope is None or found is None:
            return
        scenario = self._source.scenario
        shares = scope.shares_after(self._pack, scenario, scope.by_id(found.weights))
        self.bars.show_weights(scope.items, self._hues, shares, scope.shares(self._pack, scenario))

    def weighed(self, scope: WeightScope, found: Elicited) -> Scenario:
        """The scenario with the weights that follow."""
        return scope.applied(self._pack, self._source.scenario, scope.by_id(found.weights))

    def nothing_found(self) -> str:
        """Why no weights follow."""
        return marked(NOTHING_TO_WEIGH if self.scope is None else ALL_ZERO)

    def _dress(self) -> None:
        """Larger type wants shorter words."""
        self.segments.fit(self.width() - 2 * self.edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of each word as there is room for."""
        super().resizeEvent(event)
        self._dress()
