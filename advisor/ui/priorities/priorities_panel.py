"""The priorities: one slider for each theme, opening to its criteria; shares always add up to 100."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.document.share_gesture import ShareGesture
from advisor.core.aggregation import Aggregation
from advisor.core.aggregation.registry import headline_methods
from advisor.core.limits import limits
from advisor.core.shares import rounded_shares
from advisor.scenario.edits import weight_edits
from advisor.scenario.edits.presets import presets_of, with_preset
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.scenario import Scenario
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.priorities.priorities_texts import ANSWERS_TIP, FLOOR_TIP, OTHER_WAYS_TIP, WEIGHT_TIP
from advisor.ui.priorities.priority_row import CriterionRow, ShareControls, ThemeRow
from advisor.ui.widgets.small_widgets import ChoiceBox, NumberBox, label
from advisor.views.look.theme import theme_colour
from advisor.views.priorities.condition_words import conditions_line
from advisor.words.formatting import in_sentence, percent_text
from advisor.words.plain_text import as_typed
from advisor.words.translation import marked, t

_Edit = Callable[[Scenario], Scenario]
_LEAST_FLOOR, _MOST_FLOOR = (round(100 * end) for end in limits(Aggregation, "floor"))  # percent


class PrioritiesPanel(QWidget):
    """Sliders over the weights of a document.

    While a slider moves, its siblings are computed from where they were when
    the movement began: moving it there and back leaves everything as it was.

    Signals:
        another_way_wanted: weights are to be set otherwise than with sliders.
        conditions_wanted: hours, languages or year are to be changed.
    """

    another_way_wanted = Signal()
    conditions_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._gesture = ShareGesture(document, self)
        self.rows: dict[str, ThemeRow] = {}
        self._criterion_rows: dict[str, CriterionRow] = {}
        self.reset_button = QPushButton(t("Reset all"), self)
        self.reset_button.setProperty("role", "link")
        self.reset_button.setToolTip(t("Back to the weights of the business function"))
        self.reset_button.clicked.connect(self.reset_all)
        self.ways_button = QPushButton(t("Other ways ▾"), self)
        self.ways_button.setProperty("role", "link")
        self.ways_button.setAccessibleName(self.ways_button.text().removesuffix(" ▾"))
        self.ways_button.setToolTip(marked(OTHER_WAYS_TIP))
        self.ways_button.setMenu(self._ways_menu())
        self.caption = label("", "quiet", self)
        self.caption.setWordWrap(True)
        self.method = ChoiceBox(self)
        self.floor = NumberBox(_LEAST_FLOOR, _MOST_FLOOR, self)
        self._build()
        document.pack_changed.connect(self._take_pack)
        document.assessment_changed.connect(self._show)
        follow_look(self._dress)
        self._show(document.assessment)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(label(t("Priorities"), "section", self))
        head.addStretch(1)
        head.addWidget(self.ways_button)
        layout.addLayout(head)
        below = QHBoxLayout()
        below.addWidget(self.caption, 1)
        below.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(below)
        layout.addSpacing(4)
        self._themes = QVBoxLayout()
        self._themes.setSpacing(0)
        layout.addLayout(self._themes)
        self._build_rows()
        layout.addSpacing(6)
        layout.addLayout(self._method_rows())

    def _build_rows(self) -> None:
        document, pack = self._document, self._document.pack
        for position, theme in enumerate(dict.fromkeys(c.theme for c in pack.criteria)):
            colour = theme_colour(theme, position)
            row = ThemeRow(theme, pack.theme_label(theme), colour, self)
            self.rows[theme] = row
            self._themes.addWidget(row)
            self._connect(row, self._gesture.move_theme, self._gesture.reset_theme)
            row.conditions_wanted.connect(self.conditions_wanted)
            row.opened.connect(lambda _open: self._show(document.assessment))
            row.criterion_ids = tuple(one.id for one in pack.criteria if one.theme == theme)

    def _fill(self, row: ThemeRow) -> None:
        """Make the rows of a theme's criteria, once they are wanted."""
        if row.criteria:
            return
        colour = theme_colour(row.key, list(self.rows).index(row.key))
        for criterion in self._document.pack.criteria:
            if criterion.theme == row.key:
                inner = self._criterion_rows[criterion.id] = CriterionRow(
                    criterion.id, criterion.name, colour, row
                )
                row.add_criterion(inner)
                self._connect(inner, self._gesture.move_criterion, self._gesture.reset_criterion)

    @property
    def criterion_rows(self) -> Mapping[str, CriterionRow]:
        """Every criterion's row by its id; those of closed themes are made when somebody asks."""
        if any(not row.criteria for row in self.rows.values()):
            for row in self.rows.values():
                self._fill(row)
            self._show(self._document.assessment)
        return self._criterion_rows

    def _take_pack(self) -> None:
        """Other criteria: a slider for each, the themes that were open stay so."""
        was_open = {theme for theme, row in self.rows.items() if row.chevron.isChecked()}
        for row in self.rows.values():
            self._themes.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()
        self._criterion_rows.clear()
        self._gesture.forget()
        self._build_rows()
        self._show(self._document.assessment)
        for theme in was_open & set(self.rows):
            self.rows[theme].chevron.setChecked(True)
        self._dress()

    def _ways_menu(self) -> QMenu:
        """Weights that are found otherwise than with sliders: by answers, or as published by others."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        answers = menu.addAction(t("By ranking, pairs or swings…"))
        answers.setToolTip(marked(ANSWERS_TIP))
        answers.triggered.connect(self.another_way_wanted)
        menu.addSeparator()
        for preset in presets_of(self._document.pack):
            action = menu.addAction(marked(preset.label))
            action.setToolTip(marked(preset.reason))
            action.triggered.connect(lambda _=False, chosen=preset.id: self.take_preset(chosen))
        return menu

    def take_preset(self, preset_id: str) -> None:
        """Take the theme weights of a published location index."""
        pack = self._document.pack
        self._apply(lambda s: with_preset(pack, s, preset_id), t("take published weights"))

    def _method_rows(self) -> QVBoxLayout:
        for index, method in enumerate(headline_methods().values()):
            self.method.addItem(method.choice, method.id)
            self.method.setItemData(index, method.choice_meaning, Qt.ItemDataRole.ToolTipRole)
        self.method.setAccessibleName(t("How theme scores become one score"))
        self.method.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.method.setMinimumContentsLength(12)
        self.method.activated.connect(self._on_method)
        self.floor.setSuffix(t("{number} %", number=""))
        self.floor.setAccessibleName(t("Floor of theme scores, percent"))
        self.floor.setToolTip(marked(FLOOR_TIP))
        self.floor.valueChanged.connect(self._on_floor)
        self.floor.setFixedWidth(76)
        self._floor_row = QWidget(self)
        row = QHBoxLayout(self._floor_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(t("Floor of theme scores"), "", self._floor_row))
        row.addStretch(1)
        row.addWidget(self.floor)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.method)
        column.addWidget(self._floor_row)
        return column

    def _connect(
        self,
        row: ShareControls,
        move: Callable[[str, float], None],
        reset: Callable[[str], None],
    ) -> None:
        row.slider.gesture_began.connect(self._gesture.begin)
        row.slider.gesture_ended.connect(self._gesture.end)
        row.slider.wanted.connect(lambda share: move(row.key, share))
        row.slider.reset_wanted.connect(lambda: reset(row.key))
        for asked in (row.slider.wanted, row.slider.reset_wanted):
            asked.connect(self._show_in_force)
        row.lock_wanted.connect(lambda locked: self._lock(row.key, locked))

    def go_to(self, key: str) -> None:
        """Put the keyboard on the slider of a theme or a criterion, or on the lock that holds it."""
        for theme in self.rows.values():
            if key in theme.criterion_ids:
                theme.chevron.setChecked(True)
        row: ShareControls = self._criterion_rows[key] if key in self._criterion_rows else self.rows[key]
        stop = row.slider if row.slider.isEnabled() else row.lock
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, row, lambda: self._bring_into_sight(row))  # once what was opened has its place

    def _bring_into_sight(self, row: QWidget) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(row)

    # Edits -------------------------------------------------------------------------------------------

    def reset_all(self) -> None:
        """Every weight back to the business function's."""
        self._apply(weight_edits.without_own_weights, t("reset all weights"))

    def _lock(self, key: str, locked: bool) -> None:
        is_criterion = key in self._criterion_rows
        name = (self._criterion_rows if is_criterion else self.rows)[key].name
        if locked:
            text = t("lock the weight of {name}", name=name)
        else:
            text = t("unlock the weight of {name}", name=name)
        lock = weight_edits.with_locked_criterion if is_criterion else weight_edits.with_locked_theme
        self._document.edit(lock(self._document.scenario, key, locked), text)

    def _on_method(self) -> None:
        method = self.method.currentData()
        text = t("change how themes are combined")
        floor = self._document.scenario.aggregation.floor
        self._apply(lambda s: replace(s, aggregation=Aggregation(method, floor)), text)

    def _on_floor(self, percent: int) -> None:
        text = t("change the floor of theme scores")
        self._apply(lambda s: replace(s, aggregation=Aggregation(s.aggregation.method, percent / 100)), text)

    def _apply(self, edit: _Edit, text: str) -> None:
        self._gesture.apply(edit, text)
        self._show_in_force()

    def _show_in_force(self) -> None:
        """A share that could not move jumps back."""
        self._show(self._document.assessment)

    # Showing -----------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Paint in the colours and sizes of a look."""
        look = look_in_force()
        self.ensurePolished()
        metrics = self.fontMetrics()
        width = max((metrics.horizontalAdvance(row.name) for row in self.rows.values()), default=0)
        for row in self.rows.values():
            row.set_name_width(min(width, 9 * look.base) + 4)

    def _show(self, assessment: Assessment) -> None:
        pack, scenario, weights = assessment.pack, assessment.scenario, assessment.evaluation.weights
        defaults = weight_edits.weights_by_default(pack, scenario)
        shares = weight_edits.theme_shares(weights)
        own = weight_edits.theme_shares(defaults)
        whole = rounded_shares(shares)
        for theme, row in self.rows.items():
            row.show_share(shares[theme], whole[theme], own[theme])
            row.show_lock(theme in scenario.locked_themes)
            row.slider.setToolTip(
                as_typed(
                    marked(
                        WEIGHT_TIP,
                        share=percent_text(shares[theme] / 100, 1),
                        default=percent_text(own[theme] / 100),
                    )
                )
            )
            row.show_conditions(conditions_line(assessment, theme))
            if row.chevron.isChecked():
                self._fill(row)
            if row.chevron.isChecked() or (row.criteria and not row.criteria[0].toolTip()):
                self._show_criteria(assessment, row, weight_edits.criterion_shares(pack, defaults, theme))
        moved = weight_edits.has_own_weights(scenario)
        self.reset_button.setEnabled(moved)
        function = pack.functions.get(scenario.function)
        if moved:
            self.caption.setText(t("Your own weights"))
        else:
            self.caption.setText(
                t("Weights for {function}", function=in_sentence(function.label))
                if function
                else t("Default weights")
            )
        self.caption.setToolTip(as_typed(function.reason if function else ""))
        self._show_method(scenario.aggregation)

    def _show_method(self, aggregation: Aggregation) -> None:
        self.method.setCurrentIndex(self.method.findData(aggregation.method))
        self.method.setToolTip(as_typed(str(self.method.currentData(Qt.ItemDataRole.ToolTipRole) or "")))
        self._floor_row.setVisible(aggregation.formula.has_floor)
        self.floor.show_number(round(100 * aggregation.floor))

    def _show_criteria(self, assessment: Assessment, row: ThemeRow, defaults: dict[str, float]) -> None:
        pack, weights = assessment.pack, assessment.evaluation.weights
        shares = weight_edits.criterion_shares(pack, weights, row.key)
        whole = rounded_shares(shares)
        flat = 100.0 * np.asarray(weights.flat)
        for j, criterion in enumerate(pack.criteria):
            if criterion.id in shares:
                inner = self._criterion_rows[criterion.id]
                inner.show_share(shares[criterion.id], whole[criterion.id], defaults[criterion.id])
                inner.show_lock(criterion.id in assessment.scenario.locked_criteria)
                inner.explain(criterion.description, row.name, shares[criterion.id], float(flat[j]))
