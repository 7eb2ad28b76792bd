"""Choice of the hub that counts for a country with several."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from advisor.scenario.study.scenario import Scenario
from advisor.ui.widgets.small_widgets import ChoiceBox
from advisor.ui.widgets.time_fields import ScenarioEdits
from advisor.views.clock.clock_figure import ClockPlace
from advisor.words.data_words import data_text
from advisor.words.plain_text import as_typed
from advisor.words.translation import t


class HubChoice(ChoiceBox):
    """All hubs of a site, or one of them."""

    def __init__(self, edits: ScenarioEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._place: ClockPlace | None = None
        self.activated.connect(self._choose)
        self.hide()

    @property
    def has_choice(self) -> bool:
        """Has the place more than one hub?"""
        return self._place is not None and len(self._place.hubs) > 1

    def show_place(self, place: ClockPlace | None, scenario: Scenario) -> None:
        """Offer the hubs of a place and show the one in force."""
        self._place = place
        if place is None:
            return
        is_home = place.id == scenario.home
        self.clear()
        first = t("Main hub") if is_home else t("All hubs")
        self.addItem(first, "")
        for name in place.hubs:
            self.addItem(data_text(name), name)
        self.setCurrentIndex(max(0, self.findData(scenario.hubs.get(place.id, ""))))
        self.setAccessibleName(t("Hub of {place:the}", place=place.name))
        self.setToolTip(
            as_typed(
                t(
                    "Which city stands for {place:the}: all of them by population, or one; the ranking "
                    "follows",
                    place=place.name,
                )
            )
        )

    def _choose(self) -> None:
        if self._place is None:
            return
        place, hub = self._place, str(self.currentData())

        def choose(scenario: Scenario) -> Scenario:
            others = {key: name for key, name in scenario.hubs.items() if key != place.id}
            return replace(scenario, hubs={**others, place.id: hub} if hub else others)

        all_hubs = t("count all hubs of {place:the}", place=place.name)
        text = t("choose {hub}", hub=data_text(hub)) if hub else all_hubs
        self._edits.edit(choose, text)
