"""The ranking as a narrow list whose rows glide to their new place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from advisor.app.document.selection import Selection
from advisor.app.models.ranking_filter import RankingFilter
from advisor.ui.look.current import follow_look
from advisor.ui.look.glide import Glide
from advisor.ui.look.row_paint import write
from advisor.ui.ranking.ranking_delegate import ListDelegate
from advisor.ui.ranking.shared_rows import HoverView, SharedRows
from advisor.ui.widgets.copied_table import TableCopying
from advisor.views.look.theme import GAP, GLIDE_MS
from advisor.views.ranking.fixed_columns import ENGAGEMENT, LIKELY, NAME, RANK, SCORE
from advisor.words.plain_text import as_typed
from advisor.words.translation import t, tc


def _likely_heading() -> str:
    return tc("above the narrow list", "Likely ranks")


class ListHeader(QWidget):
    """What the figures of the second line are, above the list."""

    def __init__(self, delegate: ListDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = delegate
        self._row_width = 0
        self.setAccessibleName(t("Columns of the ranking"))
        self.setMouseTracking(True)

    def set_row_width(self, width: int) -> None:
        """Follow the width of the rows, which a scroll bar narrows."""
        if width != self._row_width:
            self._row_width = width
            self.update()

    def sizeHint(self) -> QSize:
        """Two small lines."""
        return QSize(200, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Two small lines."""
        return QSize(0, round(2 * self._delegate.small.height + 8))

    def event(self, event: QEvent) -> bool:
        """Explain the column under the pointer."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(as_typed(self._tip(event.pos().x())))  # type: ignore[attr-defined]
        return super().event(event)

    def _tip(self, x: int) -> str:
        places = self._delegate.places(self._row_width)
        model = self._delegate.rows.model
        columns = model.columns
        name_end = places.name[0] + places.name[1]
        if model.has_certainty and name_end - self._delegate.small.width(_likely_heading()) <= x <= name_end:
            return columns[model.column(LIKELY)].tip
        badge = (model.column(ENGAGEMENT), *places.badge)
        for position, left, width in [*places.figures, *([badge] if places.badge[1] else [])]:
            if left <= x <= left + width:
                return columns[position].tip
        return columns[model.column(RANK if x < places.name[0] else SCORE)].tip

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the headings over their columns."""
        painter = QPainter(self)
        delegate, ink = self._delegate, self._delegate.ink
        painter.fillRect(self.rect(), ink.panel)
        painter.fillRect(0, self.height() - 1, self.width(), 1, ink.line)
        places = delegate.places(self._row_width)
        line = delegate.small.height
        first, second = 3.0, 3.0 + line
        model = delegate.rows.model
        texts = [
            (places.name, first, t("Location"), False),
            (places.score, first, t("Score"), True),
            (places.bar, second, t("By theme"), False),
        ]
        if model.has_certainty:
            texts.append((places.name, first, _likely_heading(), True))
        for position, left, width in places.figures:
            title, _sample = model.columns[position].in_list or ("", "")
            texts.append(((left, width), second, title, True))
        taken = {first: float(self._row_width), second: float(self._row_width)}  # from where on, in each line
        for (left, width), top, text, right in texts:
            if right:
                begins = left + width - delegate.small.width(text)
                taken[top] = min(taken[top], begins)
        for (left, width), top, text, right in texts:
            if not right and left + delegate.small.width(text) + GAP > taken[top]:
                continue  # what stands below says as much
            # Headings may be wider than their narrow column, towards where there is room.
            extra = max(0.0, delegate.small.width(text) - width + 1)
            area = QRectF(left - (extra if right else 0.0), top, width + extra, line)
            write(painter, area, text, delegate.small, ink.quiet, right=right)


class RankingList(HoverView, QListView):
    """Compact rows for a side panel; selection and hover are shared with the whole window."""

    def __init__(
        self,
        rows: RankingFilter,
        selection: Selection,
        parent: QWidget | None = None,
        *,
        glide_ms: int = GLIDE_MS,
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self.delegate = ListDelegate(rows, selection, self.font(), self)
        self.header = ListHeader(self.delegate, parent)
        self.setUniformItemSizes(True)
        self.setStyleSheet("QListView { border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shared = SharedRows(self, rows, self.delegate, selection, glide_ms)
        self.setModelColumn(rows.model.column(NAME))
        self.setAccessibleName(t("Ranking"))
        shown = [at for at, column in enumerate(rows.model.columns) if column.shown]
        self.copying = TableCopying(self, t("The ranking"), shown)
        follow_look(self._dress)

    @property
    def glide(self) -> Glide:
        """Where rows are while they move."""
        return self.shared.glide

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self.scheduleDelayedItemsLayout()
        self.header.updateGeometry()
        self.header.update()
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every row that is in sight now, at its place or on its way."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        area = self.viewport().rect()
        self.header.set_row_width(area.width())
        painter.fillRect(area, self.delegate.ink.panel)
        height, top = self.delegate.row_height, self.verticalOffset()
        column, glide = self.modelColumn(), self.glide
        moving = []
        for row, key in enumerate(self._rows.keys):
            offset = glide.offset(key)
            y = round((row + offset) * height) - top
            if y + height <= 0 or y >= area.height():
                continue
            if offset:
                moving.append((offset, y, row))
                continue
            option.rect = area.adjusted(0, y, 0, 0)
            option.rect.setHeight(height)
            self.delegate.paint(painter, option, self._rows.index(row, column))
        # Rows on their way up pass over those on their way down.
        for _, y, row in sorted(moving):
            option.rect = area.adjusted(0, y, 0, 0)
            option.rect.setHeight(height)
            self.delegate.paint(painter, option, self._rows.index(row, column))
