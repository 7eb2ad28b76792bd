"""What if one figure of the selected location were another: tried live, applied as the user's own."""

from __future__ import annotations

import math
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.compared_pair import ComparedPair
from advisor.app.document.document import Document
from advisor.scenario.edits.own_figures import checked_figure, with_own_figure, without_own_figures
from advisor.scenario.study.problems import ScenarioError
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.compare.beside_page import BesidePage
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import ChoiceBox, NumberBox, label, restyle
from advisor.views.compare.rank_scene import rank_scene
from advisor.views.compare.what_if_figures import RankLine, rank_line
from advisor.views.look.theme import GAP
from advisor.views.scene.scene import empty_scene
from advisor.words.data_words import data_text
from advisor.words.formatting import figure_text, in_sentence
from advisor.words.number_input import NumberError, typed_figure
from advisor.words.translation import t

PAY = "pay"  # not a criterion: changes the cost of a full-time employee through the cost model
COST = "cost_per_fte"
_CONTROLS = 250  # pixels
_LEFT = _RIGHT = 12
_LEAST_PERCENT, _LEAST_FIGURE = 5, 5  # of the type size: the two fields
_CHART = (480, 0)  # it takes the height that is there and wishes for none, which would be scrolled to
_UNLIMITED = 16_777_215
_CHART_LEAST = 18  # of the type size: where less is left beside the fields, the chart stands below them


class WhatIfPage(BesidePage):
    """A criterion, a change in percent or a new figure, and the rank that follows."""

    def __init__(self, document: Document, pair: ComparedPair) -> None:
        super().__init__()
        self._document = document
        self._pair = pair
        self._line: RankLine | None = None
        self._figure = math.nan
        self._shown: tuple[str, ...] = ()
        self._is_in_one = False
        self.choice = ChoiceBox(self)
        self.percent = NumberBox(-90, 400, self)
        self.field = QLineEdit(self)
        self.unit = label("", "quiet", self)
        self.message = label("", "error", self)
        self.apply_button = QPushButton(t("Apply as own figure"), self)
        self.take_back_button = QPushButton(t("Take back"), self)
        self.chart = SceneView(t("What if"), size=_CHART)
        self._controls = QWidget(self)
        self._offer()
        self._build()
        self.choice.activated.connect(lambda _index: self.refresh())
        self.percent.valueChanged.connect(self._on_percent)
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self.apply)
        self.chart.dragged.connect(self._try)
        document.replaced.connect(self._begin_afresh)
        self.apply_button.clicked.connect(self.apply)
        self.take_back_button.clicked.connect(self.take_back)
        follow_look(self._dress)

    def _offer(self) -> None:
        pack = self._document.pack
        ids = [criterion.id for criterion in pack.criteria]
        if self._document.cost_model is not None and COST in ids:
            self.choice.addItem(t("Pay, and with it the cost"), PAY)
            self.choice.insertSeparator(1)
        for criterion in pack.criteria:
            self.choice.addItem(criterion.name, criterion.id)
        self.choice.setAccessibleName(t("Figure to try"))

    def _build(self) -> None:
        self.percent.setSuffix(" %")
        self.percent.setKeyboardTracking(True)
        self.percent.setAccessibleName(t("Change in percent"))
        self.field.setAccessibleName(t("New figure"))
        self.message.setWordWrap(True)
        self.apply_button.setProperty("role", "primary")
        self.take_back_button.setProperty("role", "link")
        self.take_back_button.setToolTip(t("Take the source's figure again"))
        self._changed_by = label(t("changed by"), "quiet", self)
        self._or_were = label(t("or were"), "quiet", self)
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(6)
        self._first = QHBoxLayout()
        self._first.setSpacing(GAP)
        self._first.addWidget(self.choice, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.addStretch(1)
        self._place_buttons(self._buttons)
        self._column = left = QVBoxLayout(self._controls)
        left.setSpacing(GAP)
        left.addLayout(self._first)
        left.addLayout(grid)
        left.addWidget(self.message)
        left.addLayout(self._buttons)
        left.addStretch(1)
        self.row.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(self.chart, 1)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self.turn()

    @property
    def _narrow(self) -> int:
        """How wide the fields are where the chart stands beside them."""
        return _CONTROLS + 22 * (look_in_force().base - 13)

    @property
    def is_wide(self) -> bool:
        """Whether the chart has room beside the fields."""
        return self.width() - self._narrow >= _CHART_LEAST * look_in_force().base

    def turn(self) -> None:
        """The fields stand in as few rows as their width allows: so the chart below them is in sight."""
        super().turn()
        wide = self.is_wide
        self._controls.setMinimumWidth(self._narrow if wide else 0)
        self._controls.setMaximumWidth(self._narrow if wide else _UNLIMITED)
        self._column.setContentsMargins(_LEFT, 6, 0 if wide else _RIGHT, 8 if wide else 0)
        room = (self._narrow if wide else self.viewport().width() - _RIGHT) - _LEFT
        em = look_in_force().base
        self.percent.setMinimumWidth(_LEAST_PERCENT * em)
        self.field.setMinimumWidth(_LEAST_FIGURE * em)
        said = (self._changed_by, self._or_were, self.unit)
        words = sum(each.fontMetrics().horizontalAdvance(each.text()) for each in said)
        self._place_fields(in_one=words + (_LEAST_PERCENT + _LEAST_FIGURE) * em + 4 * GAP <= room)
        both = (self.apply_button, self.take_back_button)
        wishes = {each: each.sizeHint().width() + GAP for each in both}
        choice = self.choice.reading_width()
        in_first = choice + sum(wish for each, wish in wishes.items() if not each.isHidden()) <= room
        self.choice.setMinimumWidth(choice if in_first else 0)
        self._place_buttons(self._first if in_first else self._buttons)
        ways = QBoxLayout.Direction
        beside = sum(wishes.values()) - GAP <= room  # else they would cut each other's words
        self._buttons.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _place_buttons(self, layout: QBoxLayout) -> None:
        """What is done with the figure stands beside the choice, or below the fields."""
        for at, button in enumerate((self.apply_button, self.take_back_button)):
            if layout.indexOf(button) < 0:
                for one in (self._first, self._buttons):
                    one.removeWidget(button)
                place = at if layout is self._buttons else -1
                layout.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignLeft)

    def _place_fields(self, *, in_one: bool) -> None:
        """Both ways to change the figure in one row, or in two."""
        grid = self._grid
        fields: tuple[QWidget, ...] = (self._changed_by, self.percent, self._or_were, self.field, self.unit)
        if grid.count() and in_one == self._is_in_one:
            return
        self._is_in_one = in_one
        self.unit.setWordWrap(not in_one)
        for field in fields:
            grid.removeWidget(field)
        if in_one:
            for column, field in enumerate(fields):
                grid.addWidget(field, 0, column)
        else:
            grid.addWidget(self._changed_by, 0, 0)
            grid.addWidget(self.percent, 0, 1, 1, 2)
            grid.addWidget(self._or_were, 1, 0)
            grid.addWidget(self.field, 1, 1)
            grid.addWidget(self.unit, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1 if in_one else 0)

    @property
    def line(self) -> RankLine | None:
        """The ranks over figures that are shown."""
        return self._line

    @property
    def figure(self) -> float:
        """The figure that is tried."""
        return self._figure

    def choose(self, criterion: str) -> None:
        """Try figures of another criterion."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(criterion)))
        self.refresh()

    # Showing ------------------------------------------------------------------------------------------

    @property
    def _is_pay(self) -> bool:
        return bool(self.choice.currentData() == PAY)

    @property
    def _criterion(self) -> str:
        return COST if self._is_pay else str(self.choice.currentData())

    def refresh(self) -> None:
        """Show the pair in force; a figure that was tried stays until the one in force is another."""
        location = self._pair.first
        if not location:
            self._line = None
            why = t("There is no location to try figures on.")
            self.chart.show_scene(lambda size, measure: empty_scene(size, measure, why))
            return
        self._line = line = rank_line(self._document.assessment, location, self._criterion)
        shown = (location, str(self.choice.currentData()), repr(line.now))
        if shown != self._shown:
            self._shown, self._figure = shown, line.now
            self.percent.show_number(0)
        own = any(
            o.location == location and o.criterion == self._criterion
            for o in self._document.study.own.figures
        )
        self.take_back_button.setVisible(own)
        self.unit.setText(data_text(line.criterion.unit))
        self.turn()
        self.field.setReadOnly(self._is_pay)
        self.percent.setEnabled(self._is_pay or line.now > 0)
        self._show_figure(typed=False)

    def _begin_afresh(self) -> None:
        """Another study: what was tried was tried on the one before."""
        self._shown = ()

    def _show_figure(self, *, typed: bool) -> None:
        line = self._line
        if line is None:
            return
        self._refuse("")
        if not typed:
            text = (
                "" if math.isnan(self._figure) else typed_figure(_rounded(self._figure), line.criterion.unit)
            )
            self.field.setText(text)
        words, percent = "", self.percent.value()
        if self._is_pay and percent > 0:
            words = t("If pay rose by {percent} %:", percent=percent)
        elif self._is_pay and percent < 0:
            words = t("If pay fell by {percent} %:", percent=-percent)
        can_drag = not self._is_pay
        self.chart.show_scene(partial(rank_scene, line, self._figure, words, can_drag))
        changed = not math.isclose(self._figure, line.now, rel_tol=1e-9, abs_tol=1e-12)
        self.apply_button.setEnabled(changed and not math.isnan(self._figure))

    def _refuse(self, reason: str) -> None:
        self.message.setText(reason)
        self.message.setVisible(bool(reason))
        self.field.setProperty("wrong", bool(reason))
        restyle(self.field)

    # Trying -------------------------------------------------------------------------------------------

    def _on_percent(self, percent: int) -> None:
        line = self._line
        if line is None:
            return
        factor = 1.0 + percent / 100.0
        if self._is_pay:
            self._figure = self._cost_at(factor) if percent else line.now
        else:
            self._figure = line.now * factor
        self._show_figure(typed=False)

    def _cost_at(self, factor: float) -> float:
        model = self._document.cost_model
        assert model is not None
        try:
            costs = model.of(self._document.scenario, self._document.study.own)
            return costs.at_pay(self._pair.first, factor)
        except ScenarioError as error:
            self._refuse(str(error))
            return math.nan

    def _on_typed(self, text: str) -> None:
        line = self._line
        if line is None:
            return
        try:
            figure = checked_figure(text, line.criterion)
        except NumberError as error:
            self._refuse(str(error))
            self.apply_button.setEnabled(False)
            return
        self._try(line.now if figure is None else figure, typed=True)

    def _try(self, figure: float, *, typed: bool = False) -> None:
        line = self._line
        if line is None:
            return
        self._figure = figure
        if line.now > 0:
            self.percent.show_number(round(100.0 * (figure / line.now - 1.0)))
        self._show_figure(typed=typed)

    # Editing ------------------------------------------------------------------------------------------

    def apply(self) -> None:
        """Make the figure the location's own, as one step."""
        line = self._line
        if line is None or not self.apply_button.isEnabled():
            return
        what = in_sentence(line.criterion.name)
        percent = f"{self.percent.value():+d}"
        note = t("Pay changed by {percent} %", percent=percent) if self._is_pay else ""
        figure = _rounded(self._figure)
        shown = figure_text(figure, line.criterion.unit)
        text = t("set {what} of {name:the} to {figure}", what=what, name=line.name, figure=shown)
        after = with_own_figure(self._document.study, self._pair.first, line.criterion.id, figure, note)
        self._document.edit_study(after, text)

    def take_back(self) -> None:
        """Take the source's figure again."""
        line = self._line
        if line is None:
            return
        text = t("take the source's figure for {name}", name=line.name)
        after = without_own_figures(self._document.study, self._pair.first, {line.criterion.id})
        self._document.edit_study(after, text)


def _rounded(figure: float) -> float:
    """A figure with four meaningful digits: nobody guesses more."""
    return float(f"{figure:.4g}")
