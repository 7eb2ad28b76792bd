"""The band above the clock: hours on both sides, overlap and window wanted, hubs, more places."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor.places.gazetteer import Gazetteer
from advisor.scenario.study.scenario import Scenario
from advisor.ui.clock.clock_hub import HubChoice
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.search_combo import SearchCombo
from advisor.ui.widgets.small_widgets import ElidedLabel, label
from advisor.ui.widgets.time_fields import HoursField, ScenarioEdits, WantedField, WindowField
from advisor.views.clock.clock_figure import ClockPlace, ClockYear
from advisor.views.clock.clock_texts import cover_sentence
from advisor.views.look.theme import LIGHT
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_PAD, _GAP = 12, 10
_ARROW = 3.4  # of the type size: the arrow of a choice, and what lies around its words


class ClockFields(QWidget):
    """Fields that show as many of themselves as there is room for.

    Args:
        edits: takes what is typed and chosen.
        names: id and name of every location, in order.
        all_names: what else they are called.
    """

    def __init__(
        self,
        edits: ScenarioEdits,
        names: Iterable[tuple[str, str]],
        all_names: Callable[[], Gazetteer],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.home_hours = HoursField(t("Hours at home"), "home_hours", edits)
        self.site_hours = HoursField(t("Hours at the sites"), "site_hours", edits)
        self.wanted = WantedField(edits)
        self.window_field = WindowField(edits)
        self.cover = ElidedLabel()
        self.cover.setMinimumHeight(28)
        self.hub = HubChoice(edits)
        self.add = SearchCombo(names, names=all_names)
        self.add.setAccessibleName(t("Add a place"))
        edit = self.add.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(t("Add place"))
        self._least: tuple[int, ...] = (0, 0)
        self._build()
        follow_look(self._dress)

    def _build(self) -> None:
        self._lines = lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        lines.setContentsMargins(_PAD, 0, _PAD, 0)
        lines.setSpacing(_GAP)
        lines.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, caption, field in (
            (first, t("Home"), self.home_hours),
            (first, t("Sites"), self.site_hours),
            (first, t("Wanted"), self.wanted),
            (second, t("Service window"), self.window_field),
        ):
            column = QVBoxLayout()
            column.setSpacing(1)
            column.addWidget(label(caption, "caption"))
            column.addWidget(field)
            row.addLayout(column)
        second.addWidget(self.cover, 1000, Qt.AlignmentFlag.AlignBottom)
        second.addStretch(1)
        second.addWidget(self.hub, 0, Qt.AlignmentFlag.AlignBottom)
        second.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        for row in (first, second):
            row.setSpacing(_GAP)
            lines.addLayout(row, 0 if row is first else 1)
        first.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        """May become narrow: what does not fit is hidden."""
        return QSize(0, super().minimumSizeHint().height())

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        for field, width in (
            (self.home_hours, 104),
            (self.site_hours, 104),
            (self.wanted, 62),
            (self.window_field, 96),
        ):
            field.setFixedWidth(width + 9 * (look.base - LIGHT.base))
        self._least = tuple(width + 9 * (look.base - LIGHT.base) for width in (106, 118))

    def _wishes(self) -> tuple[int, int]:
        """What hubs and places need to be read in full; no more than the longest hub is worth."""
        metrics, more = self.add.fontMetrics(), round(_ARROW * look_in_force().base)
        hub = max(
            (metrics.horizontalAdvance(self.hub.itemText(at)) for at in range(self.hub.count())), default=0
        )
        edit = self.add.lineEdit()
        add = metrics.horizontalAdvance(edit.placeholderText()) if edit is not None else 0
        most = 2 * self._least[0]
        return min(most, max(self._least[0], hub + more)), min(most, max(self._least[1], add + more))

    def show_clocks(self, clocks: ClockYear, place: ClockPlace | None, scenario: Scenario) -> None:
        """Show what is in force, and the hubs of a place."""
        for field in (self.home_hours, self.site_hours, self.wanted, self.window_field):
            field.show_scenario(scenario)
        self.add.show_key("")
        self.hub.show_place(place, scenario)
        self.cover.setText(cover_sentence(clocks))
        self.cover.setToolTip(
            as_typed(
                t("Share of the service window in {year} in which somebody here is at work", year=clocks.year)
            )
        )

    @property
    def is_folded(self) -> bool:
        """Whether the fields stand in two lines."""
        return self._lines.direction() == QBoxLayout.Direction.TopToBottom

    def fit(self, width: int) -> bool:
        """Show what a width allows: hours first, then hubs, more places, their words in full, the cover.

        Without room for the hours in one line, those of work stand above the others.

        Returns:
            Whether there is room for the hours at all.
        """
        hours, window = (self.home_hours, self.site_hours, self.wanted), (self.window_field,)
        whole, first, second = (
            width - 2 * _PAD - sum(field.maximumWidth() + _GAP for field in fields)
            for fields in ((*hours, *window), hours, window)
        )
        is_folded = whole < 0
        ways = QBoxLayout.Direction
        self._lines.setDirection(ways.TopToBottom if is_folded else ways.LeftToRight)
        left = second if is_folded else whole
        room = min(first, second) if is_folded else whole
        wishes = self._wishes()
        ample = sum(wishes) + 2 * _GAP <= left
        hub = min(wishes[0], max(self._least[0], self.hub.reading_width()))
        for widget, wide, is_wanted in (
            (self.hub, wishes[0] if ample else hub, self.hub.has_choice),
            (self.add, wishes[1] if ample else self._least[1], True),
            (self.cover, 15 * look_in_force().base, True),
        ):
            fits = is_wanted and left >= wide + _GAP
            widget.setVisible(fits)
            if widget is not self.cover:
                widget.setFixedWidth(wide)
            left -= wide + _GAP if fits else 0
        return room >= 0
