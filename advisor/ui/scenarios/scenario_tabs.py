"""The scenarios of a study as tabs: chosen, renamed, dragged and coloured where they stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QStyle, QTabBar, QToolTip, QWidget

from advisor.app.document.document import Document
from advisor.scenario.edits import scenario_edits as edits
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import SCENARIO_COLOURS, Scenario, ScenarioColour
from advisor.scenario.study.study import Study
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.scenarios.name_field import NameField
from advisor.ui.widgets.announcing import announce
from advisor.views.scenarios.colour_names import colour_name
from advisor.words.plain_text import as_typed, menu_text
from advisor.words.translation import t

_SWATCH = 10  # pixels
_NAME_LEAST = 140  # pixels of the field for a name


class ScenarioTabs(QTabBar):
    """One tab a scenario. Arrow keys choose, F2 renames, Delete removes, Ctrl+arrow moves, as dragging does.

    Signals:
        refused: why an edit could not be made, a sentence.
        told: what was done that can be taken back, a sentence.
    """

    refused = Signal(str)
    told = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._naming = 0
        self.name_field = NameField(self)
        self.setObjectName("scenarioTabs")
        self._document = document
        self._shown: tuple[tuple[str, str], ...] = ()
        self._is_dragging = False
        self.setAccessibleName(t("Scenarios"))
        self.setMovable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(_SWATCH, _SWATCH))
        self.name_field.hide()
        self.name_field.left.connect(self._end_naming)
        self._take_name: Callable[[str], None] | None = None
        self.currentChanged.connect(self._choose)
        self.tabBarDoubleClicked.connect(lambda at: self.rename() if at >= 0 else None)
        document.follow(self._show)
        follow_look(self._dress)

    # What can be done ---------------------------------------------------------------------------------

    def duplicate(self) -> None:
        """Put a copy of the active scenario in force."""
        text = t("duplicate the scenario “{name}”", name=self._active)
        self._edit(edits.with_copy, text)

    def new_from_this(self) -> None:
        """Ask for a name in the strip, and put a copy under it in force."""
        at = self.currentIndex()
        before = self._active

        def take(name: str) -> None:
            text = t("make the scenario “{name}” from “{before}”", name=name, before=before)
            self._do(lambda study: edits.with_copy(study, name), text)

        self._ask_name(at, edits.copy_name(self._document.study), t("Name of the new scenario"), take)

    def rename(self) -> None:
        """Ask for another name of the active scenario, in its tab."""
        name = self._active

        def take(after: str) -> None:
            text = t("rename the scenario “{name}”", name=name)
            self._do(lambda study: edits.with_name(study, name, after), text)

        self._ask_name(self.currentIndex(), name, t("Name of the scenario"), take)

    def remove(self) -> None:
        """Take the active scenario away; the last one stays."""
        name = self._active
        if self._edit(lambda study: edits.without(study, name), t("delete the scenario “{name}”", name=name)):
            self.told.emit(t("The scenario “{name}” is deleted.", name=name))

    def shift(self, steps: int) -> None:
        """Move the active scenario to the right, or with a number below 0 to the left."""
        name, place = self._active, self.currentIndex() + steps
        if 0 <= place < self.count():
            self._edit(
                lambda study: edits.with_place(study, name, place), t("move the scenario “{name}”", name=name)
            )

    def go(self, steps: int) -> None:
        """Put a neighbour in force, round and round."""
        self.setCurrentIndex((self.currentIndex() + steps) % self.count())
        announce(self, t("Scenario “{name}” is in force", name=self._active))

    def colour(self, colour: ScenarioColour) -> None:
        """Give the active scenario a colour, or none."""
        name = self._active
        text = t("change the colour of the scenario “{name}”", name=name)
        self._edit(lambda study: edits.with_colour(study, name, colour), text)

    # Editing ------------------------------------------------------------------------------------------

    @property
    def _active(self) -> str:
        return self._document.study.active

    def _do(self, edit: Callable[[Study], Study], text: str) -> None:
        """Edit as one step.

        Raises:
            ScenarioError: it cannot be done; nothing has changed.
        """
        self._document.edit_study(edit(self._document.study), text)

    def _edit(self, edit: Callable[[Study], Study], text: str) -> bool:
        try:
            self._do(edit, text)
        except ScenarioError as error:
            self.refused.emit(str(error))
            return False
        return True

    def _choose(self, at: int) -> None:
        if at < 0 or self._is_dragging:
            return
        name = str(self.tabData(at))
        if not self._edit(
            lambda study: edits.with_active(study, name), t("go to the scenario “{name}”", name=name)
        ):
            self._show()

    def _ask_name(self, at: int, name: str, caption: str, take: Callable[[str], None]) -> None:
        self._take_name, self._naming = take, at
        field = self.name_field
        field.setAccessibleName(caption)
        field.setToolTip(t("{what}: Return takes it, Escape leaves it", what=caption))
        field.show_wrong(wrong=False)
        field.setText(name)
        self._place_field()
        field.show()
        field.raise_()
        field.selectAll()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_naming(self, is_taken: bool) -> None:
        """Take the name, or where it cannot be one say why and stay."""
        field, take = self.name_field, self._take_name
        if take is None:
            return
        name = field.text().strip()
        if is_taken and name:
            try:
                take(name)
            except ScenarioError as error:
                field.show_wrong(wrong=True)
                QToolTip.showText(field.mapToGlobal(field.rect().bottomLeft()), as_typed(str(error)), field)
                self.refused.emit(str(error))
                return
        self._take_name = None
        had_focus = field.hasFocus()
        field.hide()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys and mouse -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove, and move with Ctrl; the rest is as with all tabs."""
        key, moves = event.key(), {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if key == Qt.Key.Key_Delete:
            self.remove()
        elif key in moves and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.shift(moves[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and perhaps begin to drag."""
        super().mousePressEvent(event)
        is_first = event.type() == QEvent.Type.MouseButtonPress  # not the second one of a double click
        self._is_dragging = is_first and event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Where a tab is dropped its scenario stays."""
        super().mouseReleaseEvent(event)
        if not self._is_dragging:
            return
        self._is_dragging = False
        at = self.currentIndex()
        names = [scenario.name for scenario in self._document.study.scenarios]
        order = [str(self.tabData(place)) for place in range(self.count())]
        if order != names and sorted(order) == sorted(names):
            name = str(self.tabData(at))
            self._edit(
                lambda study: edits.with_place(study, name, at), t("move the scenario “{name}”", name=name)
            )
        self._show()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the scenario under the pointer."""
        at = (
            self.tabAt(event.pos())
            if event.reason() == QContextMenuEvent.Reason.Mouse
            else self.currentIndex()
        )
        if at < 0:
            return
        self.setCurrentIndex(at)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(t("Duplicate"), self.duplicate)
        menu.addAction(t("New from this…"), self.new_from_this)
        menu.addAction(t("Rename…"), self.rename)
        colours = menu.addMenu(t("Colour"))
        for colour in SCENARIO_COLOURS:
            action = colours.addAction(_swatch(colour), colour_name(colour))
            action.triggered.connect(lambda _on=False, one=colour: self.colour(one))
        menu.addSeparator()
        menu.addAction(t("Delete"), self.remove).setEnabled(self.count() > 1)
        menu.popup(event.globalPos())

    def minimumTabSizeHint(self, index: int) -> QSize:
        """A tab is as wide as its name, at most as wide as the bar: where room is short the bar is scrolled.

        Qt would shorten all names before it scrolls, and a few letters tell no scenario from another.
        """
        arrows = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_TabBarScrollButtonWidth, None, self)
        whole = self.tabSizeHint(index)
        return QSize(min(whole.width(), max(0, self.width() - arrows)), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The field for a name goes where its tab goes."""
        super().resizeEvent(event)
        self._place_field()

    def _place_field(self) -> None:
        rect = self.tabRect(self._naming)
        width = min(max(rect.width(), _NAME_LEAST), self.width())
        left = max(0, min(rect.left(), self.width() - width))
        self.name_field.setGeometry(left, 0, width, self.height())

    # Showing ------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Paint swatches in the colours of a look."""
        self._shown = ()
        self._show()

    def _show(self) -> None:
        """Show the scenarios as they are; while one is dragged, tabs stay as they are."""
        if self._is_dragging and self._shown:
            return
        study = self._document.study
        wanted = tuple((scenario.name, scenario.colour) for scenario in study.scenarios)
        blocked = self.blockSignals(True)
        if wanted != self._shown:
            self._fill(study.scenarios)
            self._shown = wanted
        self.setCurrentIndex([name for name, _ in wanted].index(study.active))
        self.blockSignals(blocked)

    def _fill(self, scenarios: tuple[Scenario, ...]) -> None:
        while self.count() > len(scenarios):
            self.removeTab(self.count() - 1)
        while self.count() < len(scenarios):
            self.addTab("")
        for at, scenario in enumerate(scenarios):
            self.setTabText(at, menu_text(scenario.name))
            self.setTabData(at, scenario.name)
            self.setTabIcon(at, _swatch(scenario.colour) if scenario.colour else QIcon())
            colour = colour_name(scenario.colour)
            self.setTabToolTip(at, as_typed(t("{name}: F2 renames, dragging moves", name=scenario.name)))
            self.setAccessibleTabName(
                at,
                t("{name}, {colour}", name=scenario.name, colour=colour)
                if scenario.colour
                else scenario.name,
            )
        self.updateGeometry()


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(2 * _SWATCH, 2 * _SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    if colour:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look_in_force().scenarios[colour]))
        painter.drawEllipse(QRectF(1, 1, 2 * _SWATCH - 2, 2 * _SWATCH - 2))
        painter.end()
    return QIcon(picture)
