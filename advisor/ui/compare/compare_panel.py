"""Two locations compared: what sets them apart, what would change that, and what other methods say."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from advisor.app.document.compared_pair import ComparedPair
from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.scenario.names import gazetteer_of
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.compare.moves_page import MovesPage
from advisor.ui.compare.opinions_page import OpinionsPage
from advisor.ui.compare.sensitivity_page import SensitivityPage
from advisor.ui.compare.what_if_page import WhatIfPage
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.help_topic import give_topic
from advisor.ui.widgets.search_combo import SearchCombo
from advisor.ui.widgets.segments import Segments
from advisor.ui.widgets.small_widgets import ElidedLabel
from advisor.views.compare.difference_scene import difference_scene
from advisor.views.scene.scene import empty_scene
from advisor.words.translation import t

DIFFERENCE, MOVES, WHAT_IF, SENSITIVITY, OPINIONS = range(5)
_CHOOSER, _CHOOSER_LEAST = 150, 110  # pixels
_REST_MS = 150
_LEFT = _RIGHT = 12
_BESIDE = 6  # before what names the second location, and between its parts
_MARGINS = _LEFT + _RIGHT + 2 * _BESIDE + 2
_TOPICS = ("difference", "changes", "what-if", "sensitivity", "opinions")  # of the help, by page


class DifferencePage(QScrollArea):
    """The bars, scrolled where there are more than fit."""

    def __init__(self, pair: ComparedPair) -> None:
        super().__init__()
        self._pair = pair
        self.chart = SceneView(t("Difference"), picks=True)
        self.setWidget(self.chart)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def refresh(self) -> None:
        """Show the pair in force."""
        pair = self._pair.comparison
        if pair is None:
            why = t("There is no second location to compare with.")
            self.chart.show_scene(lambda size, measure: empty_scene(size, measure, why))
        else:
            self.chart.show_scene(partial(difference_scene, pair))


_Page: TypeAlias = DifferencePage | MovesPage | WhatIfPage | SensitivityPage | OpinionsPage


class ComparePanel(QWidget):
    """The selected location beside a second one.

    A page is built when it is first shown, or asked for. Only the page in sight is kept up to date; the
    others catch up when they are shown.

    Signals:
        copied: what was copied from a chart, for a message.
    """

    copied = Signal(str)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        parent: QWidget | None = None,
        *,
        rest_ms: int = _REST_MS,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._document = document
        self.pair = ComparedPair(document, selection, self)
        self.segments = Segments(
            t("What to compare"),
            (
                (t("Difference"), t("Difference")),
                (t("What would change it"), t("Changes")),
                (t("What if"), t("What if")),
                (t("Sensitivity"), t("Sensitivity")),
                (t("Second opinions"), t("Opinions")),
            ),
            self,
            folds=True,
        )
        self._against = QWidget(self.segments)
        self.who = ElidedLabel("", self._against)
        self.who.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        places = sorted(document.pack.locations, key=lambda place: place.name.casefold())
        self.chooser = SearchCombo(
            [(place.id, place.name) for place in places],
            self._against,
            names=lambda: gazetteer_of(document.pack),
        )
        self.chooser.setAccessibleName(t("Location to compare with"))
        self.chooser.setToolTip(t("Location to compare with: the leader unless you choose another"))
        self.chooser.chosen.connect(self.pair.choose)
        self._rest_ms = rest_ms
        self._front = DIFFERENCE
        self._built: list[int] = []
        self._fresh: set[int] = set()  # pages that show the pair in force
        self._build()
        self._connect()
        follow_look(self._dress)
        self._on_pair()

    def _build(self) -> None:
        self._stack = QStackedWidget(self)
        against = QHBoxLayout(self._against)
        against.setContentsMargins(_BESIDE, 0, 0, 0)
        against.setSpacing(_BESIDE)
        against.addStretch()
        against.addWidget(self.who, 1)
        against.addWidget(self.chooser)
        head = QHBoxLayout()
        head.setContentsMargins(_LEFT, 4, _RIGHT, 2)
        head.addWidget(self.segments)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.segments.chosen.connect(self.show_page)
        self.pair.changed.connect(self._on_pair)

    # Pages ----------------------------------------------------------------------------------------------

    @cached_property
    def difference(self) -> DifferencePage:
        """What sets the two apart."""
        made = DifferencePage(self.pair)
        made.chart.chosen.connect(self._ask_what_if)
        made.chart.copied.connect(self.copied)
        self._take(DIFFERENCE, made)
        return made

    @cached_property
    def moves(self) -> MovesPage:
        """What would change it."""
        made = MovesPage(self._document, self.pair)
        self._take(MOVES, made)
        return made

    @cached_property
    def what_if(self) -> WhatIfPage:
        """Another figure."""
        made = WhatIfPage(self._document, self.pair)
        made.chart.copied.connect(self.copied)
        self._take(WHAT_IF, made)
        return made

    @cached_property
    def sensitivity(self) -> SensitivityPage:
        """Every weight from nothing to all."""
        made = SensitivityPage(self._document, self.pair)
        made.chart.copied.connect(self.copied)
        self._take(SENSITIVITY, made)
        return made

    @cached_property
    def opinions(self) -> OpinionsPage:
        """What other methods say."""
        made = OpinionsPage(self._document, self.pair, rest_ms=self._rest_ms)
        made.chart.copied.connect(self.copied)
        self._take(OPINIONS, made)
        return made

    @property
    def built(self) -> tuple[int, ...]:
        """The pages that have been shown, or asked for, until now."""
        return tuple(self._built)

    @property
    def page(self) -> int:
        """Index of the page in sight."""
        return self._front

    def show_page(self, index: int) -> None:
        """Bring a page to the front."""
        self._front = index
        self.segments.show_current(index)
        self._refresh()

    def _page(self, index: int) -> _Page:
        pages: tuple[Callable[[], _Page], ...] = (
            lambda: self.difference,
            lambda: self.moves,
            lambda: self.what_if,
            lambda: self.sensitivity,
            lambda: self.opinions,
        )
        return pages[index]()

    def _take(self, index: int, page: QWidget) -> None:
        """Give a page that was just built its place."""
        give_topic(page, f"compare#{_TOPICS[index]}")
        self._stack.addWidget(page)
        self._built.append(index)

    # Reacting -------------------------------------------------------------------------------------------

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self._fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the labels where room is short."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        self._fit(self.width())
        self._refresh()

    def minimumSizeHint(self) -> QSize:
        """May become small: what has no room is scrolled."""
        return QSize(super().minimumSizeHint().width(), 9 * look_in_force().base)

    def _fit(self, width: int) -> None:
        """Long labels and the name where there is room for them, short ones and no name where not.

        The second location is named in the first row that has room for it.
        """
        first = self.pair.first
        name = self._document.pack.location(first).name if first else ""
        text = t("{name:The} against", name=name) if name else ""
        usual = _CHOOSER + 16 * (look_in_force().base - 13)
        least = max(_CHOOSER_LEAST, self.chooser.reading_width())
        room = width - _MARGINS
        if room - self.segments.tight_width >= least:
            left_over = room - self.segments.tight_width
            self.chooser.setFixedWidth(max(least, min(usual, left_over)))
            room -= self.chooser.width()
            if not self._name_first(text, room - self.segments.short_width):
                self._name_first(t("against"), room - self.segments.short_width)
            self.segments.fit(room - self._width_of_who())
            self.segments.take_in(self._against, 0)
            return
        self.segments.fit(width - _LEFT - _RIGHT)
        left_over = room - self.segments.second_width
        fits = left_over >= least
        left_over = left_over if fits else room
        self.chooser.setFixedWidth(max(least, min(usual, left_over)))
        left_over -= self.chooser.width()
        if not self._name_first(text, left_over):
            self._name_first(t("against"), left_over)
        self.segments.take_in(self._against, 1 if fits else 2)

    def _name_first(self, text: str, room: int) -> bool:
        """Say which location is compared if there is room for it."""
        self.who.setText(text)
        fits = self.who.fontMetrics().horizontalAdvance(text) <= room
        self.who.setVisible(fits)
        return fits

    def _width_of_who(self) -> int:
        return 0 if self.who.isHidden() else self.who.fontMetrics().horizontalAdvance(self.who.text())

    def _ask_what_if(self, criterion: str) -> None:
        self.what_if.choose(criterion)
        self.show_page(WHAT_IF)

    def _on_pair(self) -> None:
        self.chooser.show_key(self.pair.second)
        self._fresh.clear()
        if self.isVisible():
            self._fit(self.width())
            self._refresh()

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        page = self._page(self._front)
        self._stack.setCurrentWidget(page)
        if self._front not in self._fresh:
            self._fresh.add(self._front)
            page.refresh()
