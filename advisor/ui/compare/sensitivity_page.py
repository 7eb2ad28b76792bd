"""How scores follow the weight of one theme or criterion, which can be set in the chart."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor.app.document.compared_pair import ComparedPair
from advisor.app.document.document import Document
from advisor.app.document.share_gesture import ShareGesture
from advisor.scenario.edits.weight_edits import with_flat_share_around_locked, with_theme_share
from advisor.scenario.study.scenario import Scenario
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.small_widgets import ChoiceBox, label
from advisor.views.compare.sensitivity_figures import WeightLines, movable, weight_lines
from advisor.views.compare.sensitivity_scene import sensitivity_scene
from advisor.views.scene.scene import empty_scene
from advisor.words.translation import t

_BESIDE = 32  # pixels around choice and words


class SensitivityPage(QWidget):
    """A choice of weights above the chart."""

    def __init__(self, document: Document, pair: ComparedPair) -> None:
        super().__init__()
        self._document = document
        self._pair = pair
        self._gesture = ShareGesture(document, self)
        self._entries: tuple[tuple[str, str], ...] = ()
        self.choice = ChoiceBox(self)
        self.choice.setAccessibleName(t("Weight to move"))
        self.choice.activated.connect(lambda _index: self.refresh())
        self._hint = label("", "quiet", self)
        self.lines: WeightLines | None = None
        self.chart = SceneView(t("Sensitivity"))
        self.chart.gesture_began.connect(self._gesture.begin)
        self.chart.gesture_ended.connect(self._gesture.end)
        self.chart.dragged.connect(self._set)
        self.chart.chosen.connect(self._take)
        self._asked = asked = QHBoxLayout()
        asked.setSpacing(6)
        asked.addWidget(label(t("Move the weight of"), "quiet", self))
        asked.addWidget(self.choice)
        asked.addStretch()
        self._hint.setWordWrap(True)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(12, 2, 12, 0)
        row.setSpacing(6)
        row.addLayout(asked)
        row.addWidget(self._hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        area = QScrollArea(self)
        area.setWidget(self.chart)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(area, 1)
        self._fitting = Fitting(self, self._turn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What can be done stands beside the choice, or below it where there is no room."""
        super().resizeEvent(event)
        self._fitting.now()

    def _turn(self) -> None:
        ways, hint = QBoxLayout.Direction, self._hint
        words = hint.fontMetrics().horizontalAdvance(hint.text())
        self._asked.invalidate()  # it may know its parts in the type before
        is_wide = self._asked.sizeHint().width() + words + _BESIDE <= self.width()
        self._row.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)

    @property
    def key(self) -> str:
        """Id of the theme or criterion whose weight moves; empty where none can."""
        return str(self.choice.currentData() or "")

    @property
    def is_locked(self) -> bool:
        """Whether the share of what is chosen is not to move."""
        scenario = self._document.scenario
        return self.key in scenario.locked_themes | scenario.locked_criteria

    def choose(self, key: str) -> None:
        """Move another weight."""
        self._offer()
        self.choice.setCurrentIndex(max(0, self.choice.findData(key)))
        self.refresh()

    def refresh(self) -> None:
        """Show the pair in force."""
        self._offer()
        self.lines = self._lines()
        if self.lines is None:
            why = t("There is no second weight that this one could be moved against.")
            self.chart.show_scene(lambda size, measure: empty_scene(size, measure, why))
        else:
            self.chart.show_scene(partial(sensitivity_scene, self.lines, can_drag=not self.is_locked))
        self._hint.setText(
            t("Locked: unlock it among the priorities to set it")
            if self.is_locked
            else t("Drag the line to set it")
        )
        self._fitting.again()

    def _lines(self) -> WeightLines | None:
        pair = self._pair.comparison
        if pair is None or not self.key:
            return None
        return weight_lines(self._document.assessment, self.key, pair.a, pair.b)

    def _offer(self) -> None:
        """Offer what can be moved; begin with the heaviest."""
        entries = movable(self._document.assessment)
        if entries == self._entries:
            return
        before, self._entries = self.key, entries
        weights = self._document.assessment.evaluation.weights
        self.choice.clear()
        for key, name in entries:
            self.choice.addItem(name, key)
        themes = [key for key, _ in entries if key in weights.themes]
        if themes and len(themes) < len(entries):
            self.choice.insertSeparator(len(themes))
        heaviest = max(
            themes or [key for key, _ in entries],
            key=lambda key: float(weights.theme_weights[weights.themes.index(key)]) if themes else 0.0,
            default="",
        )
        keys = [key for key, _ in entries]
        self.choice.setCurrentIndex(self.choice.findData(before if before in keys else heaviest))

    # Editing ------------------------------------------------------------------------------------------

    def _take(self, crossing: str) -> None:
        """Return on a crossing takes its weight."""
        if crossing and not self.is_locked:
            self._gesture.begin()
            self._set(float(crossing))
            self._gesture.end()

    def _set(self, share: float) -> None:
        pack, key = self._document.pack, self.key
        is_theme = key in self._document.assessment.evaluation.weights.themes

        def change(scenario: Scenario) -> Scenario:
            if is_theme:
                return with_theme_share(pack, scenario, key, 100.0 * share, scenario.locked_themes)
            return with_flat_share_around_locked(pack, scenario, key, 100.0 * share)

        text = t("change the weight of {name}", name=self.choice.currentText())
        self._gesture.apply(change, text)
