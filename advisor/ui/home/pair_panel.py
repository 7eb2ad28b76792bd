"""What the selected location is to home: law, calendar, languages, closeness, with sources."""

from __future__ import annotations

import html
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.workers.own_turn import OwnTurn
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import LongText, label
from advisor.views.home.home_texts import NOTHING_SELECTED
from advisor.views.home.site_cards import Card, CardRow, site_cards
from advisor.views.look.theme import GAP, Look
from advisor.words.formatting import capital
from advisor.words.translation import marked, t

_PAD = 12
_COLUMN = 26  # least width of a column, in heights of type
_ORDER = ("law", "ties", "calendar", "language")
# Of how many columns: where each card stands. The two about law and closeness share one.
_COLUMNS = {1: (0, 0, 0, 0), 2: (0, 0, 1, 1), 3: (0, 0, 1, 2)}


class CardLabel(LongText):
    """One card as rich text that can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_card(self, card: Card) -> None:
        """Write a card in the colours of the look in force."""
        self.setAccessibleName(t("{caption}: {message}", caption=card.title, message=card.headline))
        self.setText(card_html(card, look_in_force()))


class CardColumns(QWidget):
    """Cards in as many columns as there is room for, each as high as its text is in its column.

    Qt's boxes remember how high a text was in the width before, so that large type ran over the card below.

    Args:
        cards: in the order of reading.
        parent: Qt parent.
    """

    def __init__(self, cards: Sequence[CardLabel], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        for card in self._cards:
            card.setParent(self)

    def event(self, event: QEvent) -> bool:
        """A card with another text is as high as that."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = min(3, max(1, self.width() // (_COLUMN * look_in_force().base)))
        gap = 2 * _PAD
        width = (self.width() - (count - 1) * gap) // count
        bottoms = [0] * count
        for card, column in zip(self._cards, _COLUMNS[count], strict=True):
            height = max(0, card.heightForWidth(width))
            card.setGeometry(column * (width + gap), bottoms[column], width, height)
            bottoms[column] += height + _PAD
        self.setMinimumHeight(max(bottoms) - _PAD)


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
        self._columns = CardColumns([self.labels[key] for key in _ORDER])
        self._title = label("", "title")
        self._nothing = label(marked(NOTHING_SELECTED), "quiet")
        self._build()
        self._soon = OwnTurn(self._catch_up, self)
        document.assessment_changed.connect(self._outdate)
        selection.selected_changed.connect(self._outdate)
        follow_look(self._dress)

    def _build(self) -> None:
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._title.setWordWrap(True)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(_PAD, 8, _PAD, _PAD)
        outer.setSpacing(8)
        outer.addWidget(self._title)
        outer.addWidget(self._columns)
        outer.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.area.setAccessibleName(t("How the location relates to home"))
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._nothing)
        self._pages.addWidget(self.area)

    def _dress(self) -> None:
        """Use other colours and sizes, in a turn of its own: texts with their colours are written anew."""
        self._key = None
        self._is_stale = True
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while the panel could not be seen."""
        super().showEvent(event)
        self._catch_up()

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
            t("{site:The} as seen from {home:the}", site=assessment.pack.location(site).name, home=home)
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
    name = f'<td width="34%" style="color:{colour};padding-right:{GAP}px">{html.escape(row.label)}</td>'
    return f"<tr>{name}<td>{html.escape(row.value)}{small}</td></tr>"
