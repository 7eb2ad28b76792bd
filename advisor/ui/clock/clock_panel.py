"""The clock: home and up to six sites through a day and through a year, and the shift that would do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.places.timezones import days_in_year
from advisor.scenario.names import gazetteer_of
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.clock.clock_fields import ClockFields
from advisor.ui.clock.year_slider import YearSlider
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import PlainLabel, label
from advisor.ui.widgets.time_fields import ScenarioEdits
from advisor.views.clock.clock_figure import ClockFigure, ClockPlace, ClockYear, clock_year
from advisor.views.clock.clock_places import ClockPlaces
from advisor.views.clock.clock_scene import clock_height, clock_scene
from advisor.views.clock.clock_texts import day_texts, wide_days, year_sentence
from advisor.views.scene.fitting import first_fitting
from advisor.words.plain_text import as_typed
from advisor.words.translation import t
from advisor.words.true_signs import true_signs

_PAD = 12
_WIDEST = 120  # of the type size: over longer bars the eye loses the row


class ClockPanel(QWidget):
    """The clock view with everything that changes it.

    Args:
        document: whose home, hours and year are shown.
        selection: the selected location is always among the bars.
        today: the date to begin with is the same one of the scenario's year.
    """

    def __init__(
        self,
        document: Document,
        selection: Selection,
        parent: QWidget | None = None,
        *,
        today: date | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._document, self._selection = document, selection
        self._today = today or date.today()
        self._places = ClockPlaces()
        self._clocks: ClockYear | None = None
        self._is_stale = True
        self._edits = ScenarioEdits(document, self)
        names = sorted(((x.id, x.name) for x in document.pack.locations), key=lambda entry: entry[1])
        self.fields = ClockFields(self._edits, names, lambda: gazetteer_of(document.pack))
        self.figure: ClockFigure | None = None
        self._wide_days: tuple[str, ...] = ()
        self.chart = SceneView(t("Clock"), walk_chooses=True, size=(640, 210))
        self.slider = YearSlider()
        self.day_label = label("", "section")
        self.sentence = PlainLabel()
        self._words = QWidget()
        self.apply_button = QPushButton()
        self.keep_button = QPushButton()
        self.error = label("", "error")
        self._build()
        self._connect()
        follow_look(self._dress)

    # Building ----------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.apply_button.setProperty("role", "primary")
        self.keep_button.setProperty("role", "link")
        self.sentence.setWordWrap(True)
        self.error.hide()
        self._column = column = QVBoxLayout(self)
        column.setSpacing(3)
        column.addWidget(self.fields)
        column.addWidget(self.error)
        column.addWidget(self.chart, 1)
        when = QHBoxLayout()
        when.setContentsMargins(_PAD, 0, _PAD, 0)
        when.setSpacing(_PAD)
        when.addWidget(self.day_label)
        when.addWidget(self.slider, 1)
        when.addWidget(self.keep_button)
        column.addLayout(when)
        words = QHBoxLayout(self._words)
        words.setContentsMargins(_PAD, 0, _PAD, 0)
        words.setSpacing(8)
        words.addWidget(self.sentence, 1)
        words.addWidget(self.apply_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._words)
        self.error.setContentsMargins(_PAD, 0, _PAD, 0)

    def _connect(self) -> None:
        self._document.assessment_changed.connect(self._outdate)
        self._selection.selected_changed.connect(self._visit)
        self._edits.refused.connect(self._refuse)
        self.slider.valueChanged.connect(self._show_day)
        self.chart.chosen.connect(self._selection.select)
        self.chart.removed.connect(self.remove)
        self.fields.add.chosen.connect(self.keep)
        self.keep_button.clicked.connect(self._keep_or_remove)
        self.apply_button.clicked.connect(self._apply_shift)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self._make_room()

    # Places ------------------------------------------------------------------------------------------

    @property
    def clocks(self) -> ClockYear | None:
        """What is shown, None before the first time."""
        return self._clocks

    def keep(self, site: str) -> None:
        """Show a site until it is removed."""
        self.fields.add.show_key("")
        if site and site != self._document.scenario.home:
            self._places.keep(site, self._document.assessment)
            self._selection.select(site)
            self._outdate()

    def remove(self, site: str) -> None:
        """Show a site no longer."""
        if site != self._document.scenario.home:
            self._places.remove(site, self._document.assessment)
            self._outdate()

    def _keep_or_remove(self) -> None:
        place = self._focus()
        if place is None:
            return
        if self._places.is_guest(place.id, self._document.assessment):
            self.keep(place.id)
        else:
            self.remove(place.id)

    def _visit(self, site: str) -> None:
        self._places.visit(site)
        self._outdate()

    def _focus(self) -> ClockPlace | None:
        """The place that sentence, hubs and buttons are about: the selected one, else the first site."""
        if self._clocks is None:
            return None
        home, *sites = self._clocks.places
        chosen = self._selection.selected
        return next((place for place in (home, *sites) if place.id == chosen), sites[0] if sites else None)

    # Edits -------------------------------------------------------------------------------------------

    def _apply_shift(self) -> None:
        place = self._focus()
        if place is not None and place.offer is not None:
            hours = str(place.offer.hours)
            text = t("move the sites' shift to {hours}", hours=true_signs(hours))
            self._edits.edit(lambda s: replace(s, site_hours=hours), text)

    def _refuse(self, reason: str) -> None:
        self.error.setText(reason)
        self.error.setVisible(bool(reason))

    # Showing -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What does not fit makes room."""
        super().resizeEvent(event)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        """Fields that come to wear another type ask for a layout, and may fit or fit no longer."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        """The bars come first: fields and sentence are shown as far as height and width allow."""
        self._column.setContentsMargins(0, 5, self.width() - self._wide, 5)
        rows = len(self._clocks.places) if self._clocks else 5
        words = max(2 * look_in_force().base, self._words.heightForWidth(self._wide))
        tall = clock_height(rows, self.chart.measure) + self.slider.sizeHint().height() + words + 20
        self._words.setVisible(self.height() >= tall)
        self._show_day_text()
        fits = self.fields.fit(self._wide)
        self.fields.setVisible(fits and self.height() >= tall + self.fields.sizeHint().height())

    @property
    def _wide(self) -> int:
        """How much of its width is used, pixels."""
        return min(self.width(), _WIDEST * look_in_force().base)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while the panel could not be seen."""
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def _outdate(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        assessment = self._document.assessment
        before, self._is_stale = self._clocks, False
        self._clocks = clocks = clock_year(assessment, self._places.shown(assessment))
        if clocks is None:
            return
        blocked = self.slider.blockSignals(True)
        self.slider.show_year(clocks.year, clocks.steps)
        if before is None:
            self.slider.set_day(self._first_day(clocks))
        self.slider.blockSignals(blocked)
        self._wide_days = wide_days(clocks.year)
        self._show_words(clocks)
        self._make_room()
        self._show_day()

    def _show_words(self, clocks: ClockYear) -> None:
        place = self._focus()
        is_site = place is not None and place is not clocks.places[0]
        self.sentence.setText(
            year_sentence(place, clocks.year, clocks.wanted) if place is not None and is_site else ""
        )
        self.fields.show_clocks(clocks, place, self._document.scenario)
        offer = place.offer if place is not None else None
        self.apply_button.setVisible(bool(offer and offer.move))
        if offer is not None:
            hours = true_signs(str(offer.hours))
            self.apply_button.setText(t("Use {hours}", hours=hours))
            self.apply_button.setToolTip(
                as_typed(t("All sites then work {hours} on their own clock; undo takes it back", hours=hours))
            )
        self.keep_button.setVisible(is_site)
        if place is not None:
            is_guest = self._places.is_guest(place.id, self._document.assessment)
            self.keep_button.setText(t("Keep") if is_guest else t("Remove"))
            named = (
                t("Keep {name:the}", name=place.name) if is_guest else t("Remove {name:the}", name=place.name)
            )
            self.keep_button.setAccessibleName(named)

    def _show_day(self) -> None:
        if self._clocks is None:
            return
        self.figure = figure = self._clocks.on(self.slider.day)
        self._show_day_text()
        place = self._focus()
        marked = place.id if place and place.id == self._selection.selected else ""
        self.chart.show_scene(partial(clock_scene, figure, marked))

    def _show_day_text(self) -> None:
        """What the date is about, as far as there is room beside the slider; the tooltip says all of it.

        Of all dates only those with a holiday take more room than the others, so the slider keeps its place.
        """
        if self.figure is None:
            return
        texts, width = day_texts(self.figure), self.day_label.fontMetrics().horizontalAdvance
        room = self._wide - 4 * _PAD - self.slider.minimumSizeHint().width()
        if not self.keep_button.isHidden():
            room -= self.keep_button.sizeHint().width()
        widest = max(map(width, self._wide_days), default=0)
        self.day_label.setMinimumWidth(max(0, min(widest, room)))
        self.day_label.setText(first_fitting(texts, width, room))
        self.day_label.setToolTip(as_typed(texts[0]))

    def _first_day(self, clocks: ClockYear) -> date:
        """Today's date in the year shown, or the next one on which home works."""
        start = date(clocks.year, 1, 1)
        index = min(self._today.timetuple().tm_yday, days_in_year(clocks.year)) - 1
        weekend = clocks.places[0].schedule.weekend.days
        days = (start + timedelta(days=(index + step) % clocks.days) for step in range(8))
        return next((day for day in days if day.weekday() not in weekend), start)
