"""The screen that a room watches: one step at a time, nothing around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QBoxLayout, QVBoxLayout, QWidget

from advisor.scenario.study.talk import TalkStep
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import follow_look, look_in_force, look_of, wear
from advisor.ui.look.glide import Glide
from advisor.ui.look.painting_turns import PaintingTurns
from advisor.ui.stage.slider_strip import SliderStrip
from advisor.ui.stage.stage_keys import Wish, place_of, wish_of
from advisor.ui.stage.talk import Talk
from advisor.ui.widgets.announcing import announce
from advisor.views.look.theme import BLANK, GLIDE_MS, LOOKS, staged
from advisor.views.scene.scene import SceneMaker
from advisor.views.scene.type_styles import Style
from advisor.views.stage.cards_scene import cards_scene
from advisor.views.stage.compare_scene import compare_scene
from advisor.views.stage.head_scenes import FOOT_EMS, foot_scene, head_height, head_scene
from advisor.views.stage.priorities_scene import People, people_of, priorities_scene
from advisor.views.stage.range_scenes import certainty_scene, cost_scene
from advisor.views.stage.spotlight_scene import spotlight_scene
from advisor.views.stage.stage_texts import named_places
from advisor.views.stage.steps import WITH_SLIDERS
from advisor.views.stage.words_scenes import covered_scene, decision_scene, question_scene, title_scene
from advisor.words.translation import t

_WORDS_ALONE = frozenset({TalkStep.TITLE, TalkStep.QUESTION})  # they are their own headline
_APART = 0.4  # of a line, between what is shown and the spotlight below it
_LIT_SHARE = 0.36  # of the width, or of the height on an upright screen, for the spotlight
_LEGEND = 11  # pixels: the least text of the map's page at its usual size (map.css)
_SLOWER = 2  # a room needs longer than one person to see what moves


class LentMap(Protocol):
    """The map of the window as this screen uses it: a widget that marks a location and is clicked."""

    @property
    def location_clicked(self) -> SignalInstance:
        """Id of a location; empty where nothing is meant any more."""

    def set_selected(self, location_id: str | None, /) -> None:
        """Mark a location, or none."""

    def set_names(self, names: Sequence[tuple[str, str]], /) -> None:
        """Write texts beside places: ids with what is written."""

    def set_text_scale(self, factor: float, /) -> None:
        """Say how large the text is, 1 as usual."""

    def setParent(self, parent: QWidget, /) -> None:
        """As every widget."""

    def setGeometry(self, x: int, y: int, width: int, height: int, /) -> None:
        """As every widget."""

    def show(self) -> None:
        """As every widget."""

    def lower(self) -> None:
        """As every widget."""

    def raise_(self) -> None:
        """As every widget."""


class MapLender(Protocol):
    """Who has the one map of the window."""

    def lend(self) -> LentMap:
        """The map."""

    def take_back(self) -> None:
        """Show it where it was."""


class _Blank(QWidget):
    """Nothing."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All of it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(BLANK))
        painter.end()


class StageScreen(QWidget):
    """Shows a talk.

    Args:
        talk: what is shown.
        lender: has the map; None where a pack has none.
        today: the day that stands on the first step.

    Attributes:
        head, chart, spotlight, foot: what is seen, as charts.
        strip: the sliders.

    Signals:
        left: somebody wants to leave.
        wished: what else somebody asks for with a key (``Wish``).
    """

    left = Signal()
    wished = Signal(object)

    def __init__(self, talk: Talk, lender: MapLender | None, today: Callable[[], date] = date.today) -> None:
        super().__init__(None, Qt.WindowType.Window)
        PaintingTurns(self)
        self.setObjectName("stageScreen")
        self.setWindowTitle(t("Presentation"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._talk, self._lender, self._today = talk, lender, today
        self._map: LentMap | None = None
        self._people: People | None = None
        self._watched: QWidget | None = None
        self._order: tuple[int, ...] = ()
        self._head_of: tuple[TalkStep, int, int] | None = None
        self._said: tuple[TalkStep, bool] | None = None
        # The map lies below the sheet at its full size, so that it is drawn before it is shown.
        self._sheet = QWidget(self)
        self.head = _chart(t("What is shown"))
        self.chart = _chart(t("Step"), picks=True)
        self.spotlight = _chart(t("In the spotlight"))
        self.foot = _chart(t("Steps"), picks=True)
        self.strip = SliderStrip(talk.document, self._sheet)
        self._wants_sliders = True
        self._blank = _Blank(self)
        self._blank.setAccessibleName(t("Blank screen"))
        self._blank.hide()
        self._glide = Glide(self._draw_cards, _SLOWER * GLIDE_MS, self)
        self._build()
        talk.changed.connect(self.show_step)
        talk.figures_changed.connect(self._show_figures)
        self.chart.chosen.connect(self._pick)
        self.foot.chosen.connect(lambda key: talk.go_to(TalkStep(key)))
        follow_look(self._dress)

    def _build(self) -> None:
        self._sheet.setAutoFillBackground(True)
        self._sheet.setObjectName("stageSheet")
        self._sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.chart)
        self._middle.addWidget(self.spotlight)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._middle, 1)
        column.addWidget(self.strip)
        column.addWidget(self.foot)

    # Its life -------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Take the map and show the first step; whoever calls this then shows the screen."""
        self._wants_sliders = True
        if self._lender is not None and self._map is None:
            self._map = self._lender.lend()
            self._map.setParent(self)
            self._map.lower()
            self._map.show()
            self._map.location_clicked.connect(self._pick_on_map)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._watch, Qt.ConnectionType.UniqueConnection)
        self._fit()
        self._show_figures()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Give the map back."""
        self._unwatch()
        self._glide.stop()
        if self._lender is not None and self._map is not None:
            self._map.location_clicked.disconnect(self._pick_on_map)
            self._map = None
            self._lender.take_back()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let cards jump rather than glide."""
        self._glide.duration = 0 if reduced else _SLOWER * GLIDE_MS

    @property
    def is_gliding(self) -> bool:
        """Whether a card is on its way."""
        return self._glide.moving

    @property
    def glide_ms(self) -> int:
        """How long a card is on its way."""
        return self._glide.duration

    @property
    def shows_map(self) -> bool:
        """Whether the map is what is shown."""
        return self._map is not None and self._talk.step is TalkStep.MAP

    @property
    def is_blank(self) -> bool:
        """Whether nothing is shown."""
        return self._blank.isVisible()

    # Showing --------------------------------------------------------------------------------------------

    def show_step(self) -> None:
        """Show what the talk has come to."""
        talk = self._talk
        if not talk.is_on:
            return
        step = talk.step
        self.head.setVisible(step not in _WORDS_ALONE)
        self.strip.setVisible(self._wants_sliders and step in WITH_SLIDERS)
        self.spotlight.setVisible(bool(talk.lit))
        if self._map is not None:
            self._map.set_selected(talk.pointed_at or None)
            self._map.set_names(() if talk.hides_ranking else named_places(talk.shown))
            if self.shows_map:
                self._map.raise_()
            else:
                self._map.lower()
        self._fit()
        self.head.show_scene(partial(head_scene, step, self._sentence(step)))
        self.foot.show_scene(partial(foot_scene, talk.steps, talk.at))
        self.chart.show_scene(self._maker(step))
        if talk.lit:
            self.spotlight.show_scene(
                partial(
                    spotlight_scene,
                    talk.shown,
                    talk.lit,
                    is_below=self._is_upright,
                    is_covered=talk.hides_ranking,
                )
            )
        self._blank.setVisible(talk.is_blank)
        self._blank.raise_()
        if self._said != (step, talk.is_blank):
            self._said = (step, talk.is_blank)
            announce(self, t("Blank screen") if talk.is_blank else self.foot.sentence())

    def _show_figures(self) -> None:
        """The figures are others: cards glide to where they belong now."""
        talk = self._talk
        if not talk.is_on:
            return
        people = talk.document.study.stakeholders
        has_votes = bool(people) and not talk.cover.is_covered
        self._people = people_of(talk.document.assessment, people) if has_votes else None
        order = talk.shown.order
        if order != self._order:
            self._glide.remember(self._order)
            self._order = order
            if talk.step is TalkStep.TOP and self.isVisible():
                self._glide.start(order)
            else:
                self._glide.stop()
        self.show_step()

    def _sentence(self, step: TalkStep) -> str:
        if step is TalkStep.PRIORITIES and self._people is not None and self._people.sentence:
            return self._people.sentence
        return self._talk.sentence(step)

    def _maker(self, step: TalkStep) -> SceneMaker:
        talk = self._talk
        shown = talk.shown
        makers: dict[TalkStep, SceneMaker] = {
            TalkStep.TITLE: partial(title_scene, shown, self._today()),
            TalkStep.QUESTION: partial(question_scene, shown),
            TalkStep.COVERED: partial(covered_scene, shown),
            TalkStep.PRIORITIES: partial(priorities_scene, shown, self._people),
            TalkStep.TOP: partial(cards_scene, shown, talk.lit, self._glide.offset),
            TalkStep.COMPARE: partial(compare_scene, shown),
            TalkStep.COST: partial(cost_scene, shown, talk.lit),
            TalkStep.CERTAINTY: partial(certainty_scene, shown, talk.lit),
            TalkStep.DECISION: partial(decision_scene, shown),
        }
        return makers.get(step, makers[TalkStep.TITLE])

    def _draw_cards(self) -> None:
        if self._talk.step is TalkStep.TOP:
            self.chart.show_scene(self._maker(TalkStep.TOP))

    def _pick(self, key: str) -> None:
        """A place that is clicked comes into the spotlight."""
        if self._talk.shown.of(key) is not None:
            self._talk.light(key)

    def _pick_on_map(self, key: str) -> None:
        """The same; the window has selected it already, so that a spotlight that is on has moved there."""
        if key and key != self._talk.lit:
            self._talk.light(key)

    # Sizes ----------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """The look of the window in the type of a room."""
        wear(self, staged(LOOKS[look_in_force().name], max(1, self.width()), max(1, self.height())))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Type follows the screen."""
        super().resizeEvent(event)
        for part in (self._sheet, self._blank):
            part.setGeometry(self.rect())
        self._dress()

    @property
    def _is_upright(self) -> bool:
        return self.height() > self.width()

    def _fit(self) -> None:
        """Give every part the room that its type needs."""
        line = self.chart.measure.height(Style.PLAIN)
        self._fit_head()
        self.foot.setFixedHeight(round(FOOT_EMS * line))
        is_upright = self._is_upright
        direction = QBoxLayout.Direction.TopToBottom if is_upright else QBoxLayout.Direction.LeftToRight
        if self._middle.direction() != direction:
            self._middle.setDirection(direction)
        # Beside each other each has its own margin.
        self._middle.setSpacing(round(_APART * line) if is_upright else 0)
        # Without a head above it the card would touch the edge of the screen.
        above = round(_APART * line) if self._talk.lit and self._talk.step in _WORDS_ALONE else 0
        self._middle.setContentsMargins(0, above, 0, 0)
        self._middle.setStretch(0, round(100 * (1 - _LIT_SHARE)))
        self._middle.setStretch(1, round(100 * _LIT_SHARE))
        self.strip.arrange(self.width())
        self._fit_map()

    def _fit_head(self) -> None:
        """As high as its sentence asks for; within a step it only grows: nothing jumps while weights move."""
        step = self._talk.step
        needed = round(head_height(self._sentence(step), self.width(), self.head.measure))
        key = (step, self.width(), self.height())
        if key == self._head_of:
            needed = max(needed, self.head.height())
        self._head_of = key
        self.head.setFixedHeight(needed)

    def _fit_map(self) -> None:
        """Where the map stands at its step, whatever is shown now; its least text as large as any other."""
        if self._map is None:
            return
        is_own = self.shows_map
        measure, sentence = self.head.measure, self._sentence(TalkStep.MAP)
        top = self.head.height() if is_own else round(head_height(sentence, self.width(), measure))
        below = self.foot.height() + (self.strip.height() if self._wants_sliders else 0)
        width, height = self.width(), max(1, self.height() - top - below)
        if is_own and self._talk.lit:
            if self._is_upright:
                height = round(height * (1 - _LIT_SHARE))
            else:
                width = round(width * (1 - _LIT_SHARE))
        self._map.setGeometry(0, top, width, height)
        self._map.set_text_scale(look_of(self).base / _LEGEND)

    # Keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Steps, spotlight, blank, and leaving."""
        if not self._obey(event, arrows=True):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of a presentation count wherever the keyboard is: on a slider, a chart or the map."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Space and isinstance(watched, QAbstractButton):
            return False
        is_own = isinstance(watched, SceneView) or watched in self.strip.sliders.values()
        return self._obey(event, arrows=not is_own)

    def _obey(self, event: QKeyEvent, *, arrows: bool) -> bool:
        wish = wish_of(event, arrows=arrows)
        if wish is not None:
            self._do(wish)
        elif (place := place_of(event)) is not None:
            self._talk.light_place(place)
        else:
            return False
        event.accept()
        return True

    def _do(self, wish: Wish) -> None:
        talk = self._talk
        if wish is Wish.LEAVE:
            self.left.emit()
        elif wish is Wish.SLIDERS:
            self.turn_sliders()
        elif wish in (Wish.LIGHT_UP, Wish.LIGHT_DOWN) and talk.lit:
            talk.light_next(1 if wish is Wish.LIGHT_DOWN else -1)
        elif not steer(talk, wish):
            self.wished.emit(wish)

    def turn_sliders(self) -> None:
        """Leave the room of the sliders to what is shown, or bring them back."""
        self._wants_sliders = not self._wants_sliders
        self.show_step()

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Keys go where the keyboard is, so that is where they are looked at."""
        if now is self._watched:
            return
        self._unwatch()
        if now is not None and now is not self and self.isAncestorOf(now):
            now.installEventFilter(self)
            now.destroyed.connect(self._forget_watched)
            self._watched = now

    def _unwatch(self) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget_watched)
            self._watched = None

    def _forget_watched(self) -> None:
        self._watched = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes the screen leaves the presentation."""
        if self._talk.is_on:
            event.ignore()
            self.left.emit()
        else:
            super().closeEvent(event)


def steer(talk: Talk, wish: Wish) -> bool:
    """Do with a talk what a key asks for; false where that is none of its business."""
    deeds: dict[Wish, Callable[[], object]] = {
        Wish.FORWARD: talk.forward,
        Wish.BACK: talk.back,
        Wish.LIGHT_DOWN: talk.forward,
        Wish.LIGHT_UP: talk.back,
        Wish.FIRST: lambda: talk.go_to(talk.steps[0]),
        Wish.LAST: lambda: talk.go_to(talk.steps[-1]),
        Wish.BLANK: lambda: talk.blank(not talk.is_blank),
        Wish.LIGHT: talk.turn_light,
    }
    if wish not in deeds:
        return False
    deeds[wish]()
    return True


def _chart(name: str, *, picks: bool = False) -> SceneView:
    made = SceneView(name, picks=picks)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard with the steps
    return made
