"""Weights of somebody who is still thinking: every change counts at once, and nobody else sees any of it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from advisor.datapack.schema import DataPack
from advisor.scenario.study.scenario import Scenario
from advisor.ui.weights.pair_way import PairWay
from advisor.ui.weights.rank_way import RankWay
from advisor.ui.weights.slider_way import SliderWay
from advisor.ui.weights.swing_way import SwingWay
from advisor.ui.weights.weighing_page import WeighingPage
from advisor.ui.widgets.small_widgets import label
from advisor.words.translation import t, tc

SLIDERS, RANK, PAIRS, SWING = range(4)


class _Draft:
    """A scenario that belongs to nobody else."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario


class DraftPage(WeighingPage):
    """Four ways over a draft of its own. Nothing on it says what the weights would do to the ranking.

    Args:
        pack: whose themes and criteria are weighed.
        scenario: has the weights to begin with.
    """

    edge = 0

    def __init__(self, pack: DataPack, scenario: Scenario) -> None:
        self._draft = _Draft(scenario)
        self.sliders, self.rank, self.pairs, self.swing = SliderWay(), RankWay(), PairWay(), SwingWay()
        super().__init__(
            pack,
            self._draft,
            (
                (self.sliders, (t("Sliders"), t("Sliders"))),
                (self.rank, (tc("verb", "Rank"), tc("verb", "Rank"))),
                (self.pairs, (t("Compare in pairs"), t("Pairs"))),
                (self.swing, (t("Swing"), t("Swing"))),
            ),
        )
        self.lacking = label("", "error", self)
        self.lacking.setWordWrap(True)
        self.build((self.lacking,))
        for way in self._ways:
            way.changed.connect(self._take)

    def begin(self) -> None:
        """Put the keyboard on the first slider."""
        if self.sliders.rows:
            self.sliders.rows[0].slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def scenario(self) -> Scenario:
        """The draft, with the weights that the way in sight comes to: what is in sight counts."""
        self._take()
        return self._draft.scenario

    def show_way(self, index: int) -> None:
        """Another way begins with the weights as they are now."""
        super().show_way(index)
        self.load()

    def show_result(self) -> None:
        """Also what is lacking."""
        super().show_result()
        found = self.elicited()
        self.lacking.setText("" if found else self.nothing_found())
        self.lacking.setVisible(found is None)

    def _take(self) -> None:
        scope, found = self.scope, self.elicited()
        if scope is not None and found is not None:
            self._draft.scenario = self.weighed(scope, found)
