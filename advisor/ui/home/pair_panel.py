"""What the selected location is to home: law, calendar, languages, closeness, with sources."""

from __future__ import annotations

import html
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import LongText, label
from advisor.views.home.home_texts import NOTHING_SELECTED
from advisor.views.home.site_cards import Card, CardRow, site_cards
from advisor.views.look.theme import Look
from advisor.words.formatting import capital
from advisor.words.translation import marked, t

_PAD = 12
_COLUMN = 26  # least width of a column, in heights of type
_ORDER = ("law", "ties", "calendar", "language")


class CardLabel(LongText):
    """One card as rich text that can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._claimed: object = None  # what the least height was found for
        self._later = QTimer(self)  # while a window finds its sizes, a label has several
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._claim_height)

    def show_card(self, card: Card) -> None:
        """Write a card in the colours of the look in force."""
        self.setAccessibleName(t("{caption}: {message}", caption=card.title, message=card.headline))
        self.setText(card_html(card, look_in_force()))
        self._claim_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A scroll area asks for least heights only, so the text claims what it needs at this width."""
        super().resizeEvent(event)
        self._later.start()

    def _claim_height(self) -> None:
        wanted = (self.width(), self.text(), self.font().key())
        if wanted != self._claimed:
            self._claimed = wanted
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class PairPanel(QWidget):
    """Cards about home and the selected location.

    Args:
        document: whose home is meant.
        selection: tells the location.
        today: coming dates are listed from here.
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
        self._is_stale = True
        self._key: object = None  # of the cards that are shown; those made for a key look as one likes
        self._known: object = None
        self._made: tuple[Card, ...] = ()
        self.cards: dict[str, Card] = {}
        self.labels = {key: CardLabel() for key in _ORDER}
        self._columns = [QVBoxLayout() for _ in range(3)]
        self._band = QHBoxLayout()
        self._count = 0
        self._title = label("", "title")
        self._nothing = label(marked(NOTHING_SELECTED), "quiet")
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._catch_up)
        document.assessment_changed.connect(self._outdate)
        selection.selected_changed.connect(self._outdate)
        follow_look(self._dress)

    def _build(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(_PAD, 8, _PAD, _PAD)
        outer.setSpacing(8)
        outer.addWidget(self._title)
        self._band.setSpacing(2 * _PAD)
        for column in self._columns:
            column.setSpacing(_PAD)
            self._band.addLayout(column, 1)
        outer.addLayout(self._band)
        outer.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.area.setAccessibleName(t("What the location is to home"))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.area)
        self._arrange(2)

    def _dress(self) -> None:
        """Use other colours and sizes, in a turn of its own: texts with their colours are written anew."""
        self._key = None
        self._is_stale = True
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange(min(3, max(1, self.width() // (_COLUMN * look_in_force().base))))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while the panel could not be seen."""
        super().showEvent(event)
        self._catch_up()

    def _arrange(self, count: int) -> None:
        if count == self._count:
            return
        self._count = count
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        for position, key in enumerate(_ORDER):
            # With three columns the two short cards share the first one.
            at = (0, 0, 1, 2)[position] if count == 3 else (0, 0, 1, 1)[position] if count == 2 else 0
            self._columns[at].addWidget(self.labels[key])
        for at, column in enumerate(self._columns):
            column.addStretch(1)
            self._band.setStretch(at, 1 if at < count else 0)

    def _outdate(self) -> None:
        self._is_stale = True
        self._catch_up()

    def _catch_up(self) -> None:
        if self._is_stale and self.isVisible():
            self._show()

    def _show(self) -> None:
        self._is_stale = False
        assessment, site = self._document.assessment, self._selection.selected
        known = site in assessment.pack.location_ids and assessment.home_figures is not None
        if not known or assessment.home_figures is None:
            self._pages.setCurrentIndex(0)
            return
        key = (site, assessment.choices.times, assessment.choices.languages)
        if key == self._key:
            self._pages.setCurrentIndex(1)
            return
        try:
            if key != self._known:
                self._made, self._known = tuple(site_cards(assessment, site, self._today)), key
        except ValueError as error:
            self._nothing.setText(t("{message}.", message=capital(str(error))))
            self._pages.setCurrentIndex(0)
            return
        self._key, cards = key, self._made
        self.cards = {card.id: card for card in cards}
        home = assessment.pack.location(assessment.scenario.home).name
        self._title.setText(
            t("{site} as seen from {home}", site=assessment.pack.location(site).name, home=home)
        )
        for card in cards:
            self.labels[card.id].show_card(card)
        self._pages.setCurrentIndex(1)


def card_html(card: Card, look: Look) -> str:
    """A card as rich text: title, headline, reason, facts with their sources, footer."""
    quiet = f"color:{look.quiet};font-size:{look.small}px"
    parts = [
        f'<div style="{quiet}">{html.escape(card.title)}</div>',
        f'<div style="font-size:{look.base + 3}px;font-weight:600">{html.escape(card.headline)}</div>',
    ]
    if card.sentence:
        parts.append(f"<div>{html.escape(card.sentence)}</div>")
    if card.source:
        parts.append(f'<div style="{quiet}">{html.escape(card.source)}</div>')
    if card.rows:
        rows = "".join(_row_html(row, quiet, look.quiet) for row in card.rows)
        parts.append(f'<table cellspacing="0" cellpadding="2" width="100%">{rows}</table>')
    if card.footer:
        parts.append(f'<div style="{quiet};font-style:italic">{html.escape(card.footer)}</div>')
    return "".join(parts)


def _row_html(row: CardRow, quiet: str, colour: str) -> str:
    below = [html.escape(part) for part in (row.note, row.source) if part]
    small = f'<br><span style="{quiet}">{" &middot; ".join(below)}</span>' if below else ""
    name = f'<td width="34%" style="color:{colour}">{html.escape(row.label)}</td>'
    return f"<tr>{name}<td>{html.escape(row.value)}{small}</td></tr>"
