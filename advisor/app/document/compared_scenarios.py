"""Which scenario the active one is set beside, and both rankings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.views.scenarios.comparison import ScenarioPair


class ComparedScenarios(QObject):
    """The active scenario beside another: the one that was in force before, unless the user chooses.

    Signals:
        changed: other scenarios, or other figures or weights in one of them.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._chosen = ""
        self._active = document.study.active
        self._pair: ScenarioPair | None = None
        self._kept: Assessment | None = None
        document.follow(self._on_change)
        document.replaced.connect(self._begin_afresh)

    @property
    def others(self) -> tuple[str, ...]:
        """Names of the scenarios that the active one can be set beside."""
        study = self._document.study
        return tuple(scenario.name for scenario in study.scenarios if scenario.name != study.active)

    @property
    def other(self) -> str:
        """Name of the one that it is set beside; empty where there is no second."""
        others = self.others
        return self._chosen if self._chosen in others else next(iter(others), "")

    @property
    def pair(self) -> ScenarioPair | None:
        """The other scenario first, then the active one; None without a second."""
        if self._pair is None and (assessment := self.other_assessment) is not None:
            self._pair = ScenarioPair(assessment, self._document.assessment)
        return self._pair

    @property
    def other_assessment(self) -> Assessment | None:
        """The ranking of the other scenario, None without one."""
        if not self.other:
            return None
        study = self._document.study
        scenario, kept = study.named(self.other), self._kept
        if kept is None or kept.scenario != scenario or kept.own != study.own:
            try:
                self._kept = self._document.preview(scenario)
            except ScenarioError:  # a file checks every scenario, so this one cannot come from there
                self._kept = None
        return self._kept

    def assess(self, scenario: Scenario) -> Assessment:
        """The ranking of any scenario of this document.

        Raises:
            ScenarioError: it cannot be assessed.
        """
        return self._document.preview(scenario)

    def choose(self, name: str) -> None:
        """Set the active scenario beside this one until another is chosen."""
        if name != self._chosen:
            self._chosen = name
            self._tell()

    def _begin_afresh(self) -> None:
        self._chosen, self._active = "", self._document.study.active

    def _on_change(self) -> None:
        active = self._document.study.active
        if active != self._active:
            if self._active in self.others:  # what one comes from is what one compares with
                self._chosen = self._active
            self._active = active
        self._tell()

    def _tell(self) -> None:
        self._pair = None
        self.changed.emit()
