"""Paints rows of the ranking: two lines in the list, one line of cells in the table."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from advisor.app.document.selection import Selection
from advisor.app.models.ranking_filter import RankingFilter
from advisor.core.evaluation import Status
from advisor.places.engagement import Engagement, engagement_name
from advisor.places.flags import Severity
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.marks import paint_arrow, paint_engagement_mark, paint_flag_mark
from advisor.ui.look.row_paint import Ink, Type, theme_colours, write
from advisor.ui.look.score_bar import paint_score_bar
from advisor.views.look.theme import GAP
from advisor.views.ranking.fixed_columns import ENGAGEMENT
from advisor.views.ranking.ranking_rows import RankedRow
from advisor.words.formatting import UNKNOWN
from advisor.words.locale import digits
from advisor.words.marks import chosen_mark
from advisor.words.translation import t

Index = QModelIndex | QPersistentModelIndex
_PAD = 12
_CELL_PAD = 6
_ACCENT_EDGE = 3
_MARK_GAP = 5
_LEAST_BAR = 2  # of the type size: a bar with less shows no shares
_LIST_BAR = 4  # of the type size: with less of a bar in the list, engagement models are told by shape alone
_COLUMN_GAP = 0.6  # of the small type between columns: with less, headings read as one sentence


def _mark_side(face: Type) -> int:
    return round(face.metrics.capHeight()) + 1


class RankingDelegate(QStyledItemDelegate):
    """What list and table share: fonts, backgrounds, headings, hover and selection.

    Args:
        rows: the filtered ranking.
        selection: tells which row is selected and which is hovered.
        font: the view's font.
    """

    def __init__(
        self,
        rows: RankingFilter,
        selection: Selection,
        font: QFont,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = rows
        self.selection = selection
        self._take_themes()
        rows.modelReset.connect(self._take_themes)
        self._font = font
        follow_look(self._dress)

    def _take_themes(self) -> None:
        """Themes come and go with criteria of the user's own."""
        self.hues = theme_colours(self.rows.model.assessment.evaluation.weights.themes)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        bold, half, font = QFont.Weight.Bold, QFont.Weight.DemiBold, self._font
        self.look, self.ink = look, Ink.of(look)
        self.small = Type(font, look.small)
        self.small_bold = Type(font, look.small, half)
        self.plain = Type(font, look.base)
        self.strong = Type(font, look.base, half)
        self.score = Type(font, look.base + 2, bold)
        self.rank = Type(font, look.base + 6, half)

    @property
    def row_height(self) -> int:
        """Height of every row in pixels."""
        return round(self.plain.height + 12)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(60, self.row_height)

    def paint_back(self, painter: QPainter, area: QRectF, row: RankedRow, focused: bool) -> None:
        """Background of a row: plain, under the pointer, or selected."""
        selected = row.id == self.selection.selected
        if selected:
            painter.fillRect(area, self.ink.selected)
            painter.fillRect(QRectF(area.left(), area.top(), _ACCENT_EDGE, area.height()), self.ink.accent)
            if focused:
                painter.setPen(self.ink.accent)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        elif row.id == self.selection.hovered:
            painter.fillRect(area, self.ink.track)
        else:
            painter.fillRect(area, self.ink.panel)

    def paint_heading(self, painter: QPainter, area: QRectF, text: str) -> None:
        """The heading of a section, with a hairline above it."""
        painter.fillRect(area, self.ink.panel)
        line = QRectF(area.left() + _PAD, area.bottom() - self.small.height - 12, area.width() - 2 * _PAD, 1)
        painter.fillRect(line, self.ink.line)
        below = QRectF(line.left(), line.bottom() + 4, line.width(), self.small.height + 4)
        write(painter, below, text, self.small_bold, self.ink.quiet)

    def paint_badge(self, painter: QPainter, area: QRectF, model: str, text: str, face: Type) -> None:
        """The engagement model as shape and word."""
        if not model:
            return
        side = _mark_side(face)
        mark = QRectF(area.left(), area.center().y() - side / 2, side, side)
        paint_engagement_mark(painter, mark, model, self.ink.quiet)
        write(painter, area.adjusted(side + _MARK_GAP, 0, 0, 0), text, face, self.ink.quiet)

    def paint_movement(self, painter: QPainter, area: QRectF, movement: int) -> None:
        """Arrow and number of places, right-aligned."""
        if not movement:
            return
        colour = self.ink.accent if movement > 0 else self.ink.quiet
        text = str(abs(movement))
        left = area.right() - self.small.width(text) - 10
        arrow = QRectF(left, area.center().y() - 2.5, 7, 5)
        paint_arrow(painter, arrow, up=movement > 0, colour=colour)
        write(painter, area, text, self.small, colour, right=True)

    def paint_flags(self, painter: QPainter, area: QRectF, row: RankedRow, face: Type) -> QRectF:
        """A mark before a name that a warning or an alarm goes with; returns what is left for the name."""
        if row.loudest is None or row.loudest < Severity.WARNING:
            return area
        side = _mark_side(face) + 2
        mark = QRectF(area.left(), area.center().y() - side / 2, side, side)
        paint_flag_mark(painter, mark, alarming=row.loudest == Severity.ALARM, colour=self.ink.warning)
        return area.adjusted(side + _MARK_GAP, 0, 0, 0)

    def paint_name(self, painter: QPainter, area: QRectF, row: RankedRow, colour: QColor) -> None:
        """A name after its flags, and before a word where it is the location that was chosen."""
        area = self.paint_flags(painter, area, row, self.strong)
        if row.chosen:
            mark = chosen_mark()
            width = self.small_bold.width(mark) + 2
            name = max(0.0, min(self.strong.width(row.name) + GAP, area.width() - width))
            beside = QRectF(area.left() + name, area.top() + 1, width, area.height())
            write(painter, beside, mark, self.small_bold, self.ink.text)
            area = QRectF(area.left(), area.top(), max(0.0, name - 4), area.height())
        write(painter, area, row.name, self.strong, colour)

    def paint_bar(self, painter: QPainter, area: QRectF, row: RankedRow) -> None:
        """The score split by theme."""
        paint_score_bar(painter, area, zip(row.parts, self.hues, strict=True), self.ink.track)

    def row_of(self, index: Index) -> RankedRow | None:
        """What a row shows, None for a heading."""
        key = self.rows.keys[index.row()]
        return self.rows.model.row(key) if key >= 0 else None


@dataclass(frozen=True, slots=True)
class ListPlaces:
    """Where things stand in a row of the list, as x positions and widths in pixels."""

    width: float
    rank: tuple[float, float]
    name: tuple[float, float]
    score: tuple[float, float]
    bar: tuple[float, float]
    badge: tuple[float, float]
    figures: tuple[tuple[int, float, float], ...]  # with the index of the column in front
    full_words: bool


class ListDelegate(RankingDelegate):
    """A location on two lines: rank, name, score; then bar, engagement model, cost and overlap."""

    _places: ListPlaces | None = None

    def _dress(self) -> None:
        """Use other colours and sizes."""
        super()._dress()
        self._places = None

    @property
    def row_height(self) -> int:
        """Two lines and the space around them."""
        return round(self.score.height + self.small.height + 15)

    def places(self, width: float) -> ListPlaces:
        """The columns of the second line, right-aligned figures last, for a width."""
        if self._places is None or self._places.width != width:
            self._places = self._placed(width)
        return self._places

    def _placed(self, width: float) -> ListPlaces:
        small, gap = self.small, max(GAP + 2, ceil(_COLUMN_GAP * self.look.small))
        rank = ceil(self.rank.width("000")) + 4
        left, right = _PAD / 2 + rank + GAP, width - _PAD
        score = ceil(self.score.width("100.0"))
        # The last column of both lines is as wide as the widest of its headings and figures, so that what
        # stands before it ends at one place.
        last = max(score, ceil(small.width(t("Score"))))
        figures: list[tuple[int, float, float]] = []
        edge = right
        for position, column in reversed(list(enumerate(self.rows.model.columns))):
            if column.in_list is not None:
                heading, sample = column.in_list
                wide = ceil(small.width(sample))
                if not figures:
                    last = max(last, wide, ceil(small.width(heading)))
                figures.append((position, edge - wide, wide))
                edge -= (wide if len(figures) > 1 else last) + gap
        has_badge = self.rows.model.column(ENGAGEMENT) >= 0
        mark = _mark_side(small) if has_badge else 0
        words = mark + _MARK_GAP + ceil(max(map(small.width, map(engagement_name, Engagement))))
        full = has_badge and edge - words - gap - left >= _LIST_BAR * self.look.base
        badge = words if full else mark
        x_badge = edge - badge
        end = x_badge - (gap if badge else 0)
        return ListPlaces(
            width,
            (_PAD / 2, rank),
            (left, right - last - gap - left),
            (right - score, score),
            (left, end - left),
            (x_badge, badge),
            tuple(figures),
            full,
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        area = QRectF(option.rect)
        row = self.row_of(index)
        if row is None:
            self.paint_heading(painter, area, str(index.data()))
            return
        self.paint_back(painter, area, row, self._focused(option))
        places, ink = self.places(area.width()), self.ink
        ranked = row.status == Status.RANKED
        main = ink.text if ranked else ink.quiet
        first = QRectF(0, area.top() + 5, 0, self.score.height)
        second = QRectF(0, first.bottom() + 1, 0, self.small.height + 2)

        def put(line: QRectF, place: tuple[float, float]) -> QRectF:
            return QRectF(area.left() + place[0], line.top(), place[1], line.height())

        write(painter, put(first, places.rank), str(row.rank) if ranked else "", self.rank, main, right=True)
        name = put(first, places.name)
        if row.certainty:
            text = "\N{EN DASH}".join(str(rank) for rank in dict.fromkeys(row.certainty))
            width = self.small.width(text) + 2
            write(
                painter, name.adjusted(name.width() - width, 1, 0, 0), text, self.small, ink.quiet, right=True
            )
            name.setWidth(name.width() - width - GAP)
        self.paint_name(painter, name, row, main)
        score = UNKNOWN if row.status == Status.INSUFFICIENT else digits(row.score, 1)
        write(
            painter, put(first, places.score), score, self.score if ranked else self.plain, main, right=True
        )
        if not ranked:
            wide = (places.name[0], area.width() - places.name[0] - _PAD)
            write(painter, put(second, wide), row.reason, self.small, ink.quiet)
            return
        self.paint_movement(painter, put(second, places.rank), row.movement)
        bar = put(second, places.bar)
        self.paint_bar(painter, QRectF(bar.left(), bar.center().y() - 4, bar.width(), 8), row)
        word = engagement_name(row.engagement) if places.full_words else ""
        self.paint_badge(painter, put(second, places.badge), row.engagement, word, self.small)
        for position, left, width in places.figures:
            text = str(self.rows.model.cell(row.number, position))
            is_own = self.rows.model.columns[position].key in row.own
            face, colour = (self.small_bold, ink.accent) if is_own else (self.small, main)
            write(painter, put(second, (left, width)), text, face, colour, right=True)

    def _focused(self, option: QStyleOptionViewItem) -> bool:
        view = option.widget
        return bool(view is not None and view.hasFocus())


class TableDelegate(RankingDelegate):
    """A location on one line, a cell a column."""

    @property
    def figure_width(self) -> int:
        """Width of a cell that has a score and no bar."""
        return ceil(self.strong.width("100.0")) + 2 * _CELL_PAD

    def paint_cell(self, painter: QPainter, cell: QRectF, row: RankedRow, position: int) -> None:
        """Draw one cell; the view has drawn the background of the row."""
        column = self.rows.model.columns[position]
        area = cell.adjusted(_CELL_PAD, 0, -_CELL_PAD, 0)
        ranked = row.status == Status.RANKED
        colour = self.ink.text if ranked else self.ink.quiet
        text = str(self.rows.model.cell(row.number, position))
        if column.paint == "score":
            number = self.strong.width("100.0")
            left = area.adjusted(0, 0, -number - GAP, 0)
            if ranked:
                middle = left.center().y()
                if left.width() >= _LEAST_BAR * self.look.base:
                    self.paint_bar(painter, QRectF(left.left(), middle - 4, left.width(), 8), row)
            else:
                write(painter, left, row.reason, self.small, colour)
            write(painter, area, text, self.strong, colour, right=True)
        elif column.paint == "badge":
            self.paint_badge(painter, area, row.engagement, text, self.plain)
        elif column.paint == "movement":
            self.paint_movement(painter, area, row.movement)
        elif column.paint == "rank":
            self._paint_rank(painter, area, row, text if ranked else "")
        elif column.paint == "name":
            self.paint_name(painter, area, row, colour)
        else:
            quiet = text == UNKNOWN or column.paint == "reason"
            is_own = column.key in row.own
            face = self.strong if is_own else self.plain
            colour = self.ink.quiet if quiet else self.ink.accent if is_own else colour
            write(painter, area, text, face, colour, right=column.numeric)

    def paint_current(self, painter: QPainter, cell: QRectF) -> None:
        """A frame around the cell that keys act on."""
        painter.setPen(self.ink.accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell.adjusted(1.5, 2.5, -1.5, -2.5))

    def _paint_rank(self, painter: QPainter, area: QRectF, row: RankedRow, text: str) -> None:
        """The rank, and quietly beside it the likely ranks."""
        if not (text and row.certainty):
            write(painter, area, text, self.strong, self.ink.text, right=True)
            return
        likely = "\N{EN DASH}".join(str(rank) for rank in dict.fromkeys(row.certainty))
        number = area.adjusted(0, 0, self.strong.width("000") - area.width(), 0)
        write(painter, number, text, self.strong, self.ink.text, right=True)
        beside = area.adjusted(number.width() + 4, 0, 0, 0)
        write(painter, beside, likely, self.small, self.ink.quiet, right=True)
