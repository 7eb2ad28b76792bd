"""The third step: names of locations that are not clear, each to be decided or left out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.datapack.schema import DataPack
from advisor.scenario.intake.places import NamedPlace, PlaceKind
from advisor.scenario.intake.plan import Plan
from advisor.scenario.names import gazetteer_of
from advisor.ui.widgets.piecemeal import Piecemeal
from advisor.ui.widgets.search_combo import SearchCombo
from advisor.ui.widgets.small_widgets import empty_layout, label
from advisor.views.intake.intake_texts import left_out_text, lost_sites_text, places_text
from advisor.words.formatting import list_text
from advisor.words.translation import t, tn

_MOST_SHOWN = 60  # names
_MOST_OFFERS = 3
_COMBO = 180


class PlacesStep(QWidget):
    """Names that are not clear.

    Signals:
        place_chosen: a name, and the id of the location that it means; empty to leave it out.
        skip_chosen: whether everything that is not clear is left out.
    """

    place_chosen = Signal(str, str)
    skip_chosen = Signal(bool)

    def __init__(self, pack: DataPack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._entries = [(one.id, one.name) for one in sorted(pack.locations, key=lambda one: one.name)]
        self._asked: list[str] = []  # names that rows are there for, or are being made for
        self._pieces = Piecemeal(self)
        self.found = label("", "section", self)
        self.found.setWordWrap(True)
        self.left_out = label("", "quiet", self)
        self.left_out.setWordWrap(True)
        self.lost = label("", "error", self)
        self.lost.setWordWrap(True)
        self.decided = label("", "quiet", self)
        self.decided.setWordWrap(True)
        self.skip = QCheckBox(t("Leave out all rows whose location is not clear"), self)
        self.skip.clicked.connect(self.skip_chosen)
        self.combos: dict[str, SearchCombo] = {}
        self.offers: dict[str, list[QPushButton]] = {}
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(6)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.found, self.left_out, self.lost, self.decided, self.skip, self._rows):
            column.addWidget(widget)
        column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what a plan asks."""
        self.found.setText(places_text(plan))
        said = left_out_text(plan)
        self.left_out.setText(said)
        self.left_out.setVisible(bool(said))
        lost = lost_sites_text(plan)
        self.lost.setText(lost)
        self.lost.setVisible(bool(lost))
        self._show_decided(plan.choices.places)
        self.skip.setChecked(plan.choices.skip_unknown)
        self.skip.setVisible(bool(plan.asked) or plan.choices.skip_unknown or plan.layout.sites)
        shown = plan.asked[:_MOST_SHOWN]
        if self._asked != [place.text for place, _lines in shown]:
            self._make([(place, len(lines)) for place, lines in shown])

    def _show_decided(self, places: Mapping[str, str]) -> None:
        names = {location.id: location.name for location in self._pack.locations}
        told = [
            t("{name} is {location}", name=text, location=names.get(place, place))
            if place
            else t("{name} is left out", name=text)
            for text, place in places.items()
        ]
        self.decided.setText(t("You said: {what}.", what=list_text(told)) if told else "")
        self.decided.setVisible(bool(told))

    def _make(self, asked: list[tuple[NamedPlace, int]]) -> None:
        empty_layout(self._grid)
        self.combos.clear()
        self.offers.clear()
        self._asked = [place.text for place, _count in asked]
        # Every row holds a list of all locations: dozens of them in one turn would hold the window up.
        self._pieces.start(partial(self._add, row, *one) for row, one in enumerate(asked))

    def _add(self, row: int, place: NamedPlace, count: int) -> None:
        rows = tn("{count} row", "{count} rows", count)
        if place.kind is PlaceKind.AMBIGUOUS and place.is_group:
            said = t("“{name}” is a location and a group ({rows})", name=place.text, rows=rows)
        elif place.kind is PlaceKind.AMBIGUOUS:
            said = t("“{name}” means several ({rows})", name=place.text, rows=rows)
        else:
            said = t("“{name}” is not known ({rows})", name=place.text, rows=rows)
        name = label(said, "", self._rows)
        name.setWordWrap(True)
        combo = SearchCombo(self._entries, self._rows, names=lambda: gazetteer_of(self._pack))
        combo.show_key("")
        combo.setFixedWidth(_COMBO)
        if (field := combo.lineEdit()) is not None:
            field.setPlaceholderText(t("Which location?"))
        combo.setAccessibleName(t("The location that {name} means", name=place.text))
        combo.chosen.connect(lambda key, text=place.text: self.place_chosen.emit(text, key))
        self.combos[place.text] = combo
        buttons = []
        for offer in place.offers[:_MOST_OFFERS]:
            button = QPushButton(offer.label, self._rows)
            button.setProperty("role", "link")
            button.clicked.connect(
                lambda _on=False, text=place.text, key=offer.location_id: self.place_chosen.emit(text, key)
            )
            buttons.append(button)
        out = QPushButton(t("Leave out"), self._rows)
        out.setProperty("role", "link")
        out.setAccessibleName(t("Leave out {name:the}", name=place.text))
        out.clicked.connect(lambda _on=False, text=place.text: self.place_chosen.emit(text, ""))
        buttons.append(out)
        self.offers[place.text] = buttons
        line = QWidget(self._rows)
        inside = QHBoxLayout(line)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for button in buttons:
            inside.addWidget(button)
        inside.addStretch(1)
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(combo, row, 1)
        self._grid.addWidget(line, row, 2)
