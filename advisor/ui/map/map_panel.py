"""The map with the choice of its layer above; follows the document and the one selection."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.workers.robustness_runner import Certainty
from advisor.core.robustness import Robustness
from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.map.map_view import MapView
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.one_of_many import OneOfMany
from advisor.ui.widgets.small_widgets import label
from advisor.views.captions import Caption
from advisor.views.look.theme import BASE_PIXELS, LookName
from advisor.views.map.certainty_layer import CERTAINTY
from advisor.views.map.map_caption import map_caption
from advisor.views.map.map_layer import MapLayer, Shown
from advisor.views.map.map_layers import layer_picture, layers_of
from advisor.views.map.map_looks import hub_points
from advisor.views.map.score_layers import SCORE
from advisor.words.plain_text import as_typed, menu_text
from advisor.words.translation import t

_MARGIN, _GAP = 12, 2  # pixels
_BUTTON_PADDING = 24  # pixels, both sides of a button together
_NAME_EMS = 13  # the most for the name of a layer on a button, in units of the type size
_WORLD_SHAPE = 0.428  # height of the whole view over its width, see NORTH and SOUTH in map_frame.js
_REM = 12.0  # pixels: the unit of map.css at the usual size of type
# Least width and height of the legend on one line and on two, and its height where it is narrower; rem.
_STRIP, _NARROW_STRIP = ((55, 2.8), (33, 3.9)), 6.2


class MapPanel(QWidget):
    """Layer chooser and map of a pack with polygons.

    Signals:
        layer_changed: id of the layer that is now shown.
        wanted: somebody wants to see the map, which may have made room for other things.
        resized: the panel has another size.

    Args of the constructor: ``view`` is a map that is being loaded already, to save time at the start.

    Raises:
        ValueError: the pack has no polygons.
    """

    layer_changed = Signal(str)
    wanted = Signal()
    resized = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        parent: QWidget | None = None,
        view: MapView | None = None,
    ) -> None:
        super().__init__(parent)
        if document.pack.geometry is None:
            raise ValueError("The pack has no polygons to draw a map from.")
        self._document, self._selection = document, selection
        self._layer = SCORE
        self._certainty: Certainty | None = None
        self._other: Assessment | None = None
        self._layers: dict[str, MapLayer] = {}
        self._group = QActionGroup(self)
        self.layer_actions: dict[str, QAction] = {}
        self._take_layers()
        self.quick_buttons: dict[str, OneOfMany] = {}
        self.more_button = QToolButton(self)
        theme: LookName = "dark" if look_in_force().name == "dark" else "light"
        self.view = view or MapView(document.pack.geometry, theme=theme, parent=self)
        self.view.set_hubs(hub_points(document.pack))
        self._is_lent = False
        self.view.set_names(())
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._bar_frame = self._bar()
        layout.addWidget(self._bar_frame)
        layout.addWidget(self.view, 1)
        self.view.show()  # a frame hides it while it waits for its place
        self.view.location_clicked.connect(selection.select)
        self.view.location_hovered.connect(selection.hover)
        selection.selected_changed.connect(lambda _key: self._show_selected())
        selection.hovered_changed.connect(lambda key: self.view.set_hovered(key or None))
        document.pack_changed.connect(self._take_pack)
        document.assessment_changed.connect(self._show)
        document.choice_changed.connect(self._show)
        self._fitting = Fitting(self, self._fit_bar)
        follow_look(self._dress)
        self._show(document.assessment)

    def _take_layers(self) -> None:
        self._layers = {layer.id: layer for layer in layers_of(self._document.pack)}
        self.layer_actions = {layer.id: self._layer_action(layer) for layer in self._layers.values()}

    def _take_pack(self) -> None:
        """Other criteria or sites: other layers to choose from, other points on the map."""
        actions, bar = list(self.layer_actions.values()), self._bar_frame
        self._other = None
        before = self._layer
        self._layer = before if before in {layer.id for layer in layers_of(self._document.pack)} else SCORE
        self._take_layers()
        self.quick_buttons = {}
        self.more_button = QToolButton(self)
        self._bar_frame = self._bar()
        self._column.replaceWidget(bar, self._bar_frame)
        for old in (bar, *actions):
            old.deleteLater()
        bar.hide()
        self._fitting.now()
        self.view.set_hubs(hub_points(self._document.pack))
        if self._layer != before:
            self.layer_changed.emit(self._layer)

    @property
    def layer(self) -> str:
        """Id of the layer that is shown."""
        return self._layer

    def show_layer(self, layer: str) -> None:
        """Colour the map by another layer."""
        if layer == self._layer or layer not in self._layers:
            return
        if self._layers[layer].needs_other and self._other is None:
            return
        self._layer = layer
        self.layer_actions[layer].setChecked(True)
        self._name_more()
        self._show(self._document.assessment)
        self.layer_changed.emit(layer)

    def ask_layer(self, layer: str) -> None:
        """Colour the map by another layer, for somebody who wants to see it."""
        self.show_layer(layer)
        self.wanted.emit()

    def set_certainty(self, certainty: Certainty) -> None:
        """Take what was counted for the ranking in force, for the layer that shows it."""
        self._certainty = certainty
        if self._layer == CERTAINTY:
            self._show(self._document.assessment)

    def set_other(self, other: Assessment | None) -> None:
        """Take the ranking of the scenario that this one is compared with, for the layer that shows it."""
        if other is self._other:
            return
        self._other = other
        for layer in self._layers.values():
            if layer.needs_other:
                self.layer_actions[layer.id].setEnabled(other is not None)
        if self._layers[self._layer].needs_other:
            if other is None:
                self.show_layer(SCORE)
            else:
                self._show(self._document.assessment)

    def _dress(self) -> None:
        """Paint in the colours of a look, and as large as its type."""
        look = look_in_force()
        self.view.set_theme("dark" if look.name == "dark" else "light")
        if not self._is_lent:
            self.view.set_text_scale(look.base / BASE_PIXELS)

    def lend(self) -> MapView:
        """The map itself, for whoever shows it larger meanwhile: a second page would take 230 MB more.

        It goes on showing what this panel would show. Whoever has it says which location it marks, which it
        names and how large its text is, and calls ``take_back``.
        """
        self._is_lent = True
        return self.view

    def take_back(self) -> None:
        """Show the map here again, as it was."""
        if not self._is_lent:
            return
        self._is_lent = False
        self.view.set_names(())
        self._column.addWidget(self.view, 1)
        self.view.show()
        self._dress()
        self._show_selected()

    def _show_selected(self) -> None:
        """Mark what is selected in the window; a map that is lent marks what its borrower wants."""
        if not self._is_lent:
            self.view.set_selected(self._selection.selected or None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many layers as there is room for."""
        super().resizeEvent(event)
        self._fitting.now()
        self.resized.emit()

    def _fit_bar(self) -> None:
        """Where room is short the caption goes, then the last layers, which "More" holds as well."""
        self.more_button.ensurePolished()
        hints = [button.sizeHint().width() + _GAP for button in self.quick_buttons.values()]
        more = max(self.more_button.sizeHint().width(), self.more_button.minimumWidth())
        room = self.width() - 2 * _MARGIN - more
        self._caption.setVisible(self._caption.sizeHint().width() + sum(hints) <= room)
        for position, button in enumerate(self.quick_buttons.values()):
            button.setVisible(position == 0 or sum(hints[: position + 1]) <= room)
        self._name_more()

    def fitting_height(self, width: int) -> int:
        """How high the panel must be for the world to fill it at a width, in pixels."""
        rem = _REM * look_in_force().base / BASE_PIXELS
        strip = next((lines for least, lines in _STRIP if width >= least * rem), _NARROW_STRIP)
        return round(self._bar_frame.sizeHint().height() + _WORLD_SHAPE * width + strip * rem)

    def shutdown(self) -> None:
        """Let go of the web page; call before the window goes."""
        self.view.shutdown()

    def save_picture(self, path: Path) -> None:
        """Write the map as a picture with its title, the scenario, the date and where it comes from."""
        self.view.save_picture(path, self._picture_caption())

    def copy_picture(self) -> None:
        """Put the same picture on the clipboard."""
        self.view.copy_picture(self._picture_caption())

    def _picture_caption(self) -> Caption:
        assessment = self._document.assessment
        shown = Shown(assessment, self._robustness(assessment), self._other, self._document.study.chosen)
        return map_caption(shown, self._layers[self._layer], date.today())

    def _layer_action(self, layer: MapLayer) -> QAction:
        action = QAction(menu_text(layer.title), self._group, checkable=True)
        action.setToolTip(as_typed(layer.help))
        action.setIconText(layer.short or layer.title)
        action.setChecked(layer.id == self._layer)
        action.setEnabled(not layer.needs_other)
        action.triggered.connect(lambda: self.ask_layer(layer.id))
        return action

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("mapBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_MARGIN, 4, 8, 4)
        row.setSpacing(_GAP)
        bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._caption = label(t("Colour by"), "quiet", bar)
        self._caption.setContentsMargins(0, 0, 4, 0)
        row.addWidget(self._caption)
        for layer in self._layers.values():
            if layer.short:
                self.quick_buttons[layer.id] = self._quick_button(layer.id, bar)
                row.addWidget(self.quick_buttons[layer.id])
        self.more_button.setProperty("role", "layer")
        self.more_button.setCheckable(True)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setMenu(self._menu())
        self.more_button.setAccessibleName(t("More map layers"))
        row.addWidget(self.more_button)
        row.addStretch(1)
        self._name_more()
        return bar

    def _quick_button(self, layer: str, bar: QWidget) -> OneOfMany:
        button = OneOfMany(parent=bar)
        button.follow(self.layer_actions[layer])  # shows the short text
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addActions([self.layer_actions[layer.id] for layer in self._layers.values() if not layer.theme])
        menu.addSeparator()
        theme_menu = menu
        for layer in self._layers.values():
            if layer.opens_theme:
                theme_menu = menu.addMenu(menu_text(layer.title))
                theme_menu.setToolTipsVisible(True)
                self.layer_actions[layer.id].setText(t("{theme} score", theme=layer.title))
                theme_menu.addAction(self.layer_actions[layer.id])
                theme_menu.addSeparator()
            elif layer.theme:
                theme_menu.addAction(self.layer_actions[layer.id])
        return menu

    def _name_more(self) -> None:
        elsewhere = self._layer not in self.quick_buttons or self.quick_buttons[self._layer].isHidden()
        name = self.layer_actions[self._layer].text() if elsewhere else t("More")
        self.more_button.setToolTip(as_typed(name if elsewhere else t("More map layers")))
        font = QFont(self.more_button.font())
        font.setWeight(QFont.Weight.DemiBold)  # as it is while it is down
        metrics = QFontMetrics(font)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _NAME_EMS * look_in_force().base)
        text = f"{name} \N{BLACK DOWN-POINTING SMALL TRIANGLE}"
        self.more_button.setText(text)
        self.more_button.setMinimumWidth(metrics.horizontalAdvance(text) + _BUTTON_PADDING)
        self.more_button.setChecked(elsewhere)

    def _robustness(self, assessment: Assessment) -> Robustness | None:
        """What was counted for a ranking; None while it is on its way."""
        certainty = self._certainty
        return certainty.robustness if certainty is not None and certainty.assessment is assessment else None

    def _show(self, assessment: Assessment) -> None:
        counted = self._robustness(assessment)
        if self._layer == CERTAINTY and counted is None and self._certainty is not None:
            return  # on its way: nothing blinks meanwhile
        self.view.show_picture(
            layer_picture(
                Shown(assessment, counted, self._other, self._document.study.chosen),
                self._layers[self._layer],
            )
        )
