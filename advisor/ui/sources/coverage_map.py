"""The heat map of coverage: a table whose cells say how a figure is known, and how old it is."""

from __future__ import annotations

import math

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from advisor.app.models.coverage_model import THEME_ROLE, CoverageModel
from advisor.core.matrix import CellMethod
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.copied_table import TableCopying
from advisor.ui.widgets.small_widgets import label
from advisor.views.look.theme import theme_colour
from advisor.views.scene.heat import heat_colour
from advisor.views.sources.coverage_figures import OLD, STATES, Coverage
from advisor.words.translation import marked, t

_CELL = 1.55  # of the type size
_NAMES = 11.5  # of the type size: the column of locations
_STRIPE = 3
_ENTRIES = 5  # of the legend
_SEEN_ROWS, _LEAST_ROWS = 11, 5  # at once, below the names of the criteria
_NAMES_ROOM, _NAMES_PART = 9, 0.4  # of the type size; of what is seen of the page: names of criteria, upwards
_TOLD = 3  # of the type size: what the current cell is, in words
_FRESH, _STALE = 0.95, 0.25  # shares of the map's scale for a figure of this year and for an old one
_ENDLESS = 100_000  # pixels
_SHEET = "QTableView { border: none; } QHeaderView { border: none; }"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

Index = QModelIndex | QPersistentModelIndex


def age_colour(age: int | None) -> str:
    """The colour of a figure's age: strong for this year, pale from ``OLD`` years on; the middle for none."""
    part = 0.5 if age is None else min(1.0, age / OLD)
    return heat_colour(_FRESH + (_STALE - _FRESH) * part, look_in_force())


def paint_state(painter: QPainter, area: QRectF, state: CellMethod, age: int | None) -> None:
    """One cell: full is observed, half estimated, a pen stroke one's own, a dotted frame unknown."""
    look = look_in_force()
    inner = area.adjusted(0.5, 0.5, -0.5, -0.5)
    if state == CellMethod.IMPUTED:
        painter.setPen(QPen(QColor(look.edge), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inner.adjusted(1, 1, -1, -1))
        return
    colour = QColor(age_colour(age))
    if state == CellMethod.ESTIMATED:
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inner)
        half = QRectF(inner.left(), inner.center().y(), inner.width(), inner.height() / 2)
        painter.fillRect(half, colour)
        return
    painter.fillRect(inner, colour if state == CellMethod.OBSERVED else QColor(look.selected))
    if state == CellMethod.USER:
        painter.setPen(QPen(QColor(look.accent), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(inner.bottomLeft() + QPointF(3, -3), inner.topRight() + QPointF(-3, 3))


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: CoverageModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRectF(option.rect).adjusted(0, 0, -1, -1)
        paint_state(painter, area, *self._model.known(index))
        view = option.widget
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(QColor(look_in_force().text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -1, -1))


class _Head(QHeaderView):
    """Names of criteria written upwards, under the colour of their theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setSectionsClickable(False)
        self._most = _ENDLESS

    def allow(self, most: int) -> None:
        """Take no more than a height, pixels: one long name must not leave the cells without room."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """As high as the longest name is long, as far as that is allowed."""
        metrics, model = QFontMetrics(self._font()), self.model()
        orientation = Qt.Orientation.Horizontal
        names = (str(model.headerData(at, orientation)) for at in range(self.count()))
        longest = max(map(metrics.horizontalAdvance, names), default=0)
        return QSize(0, min(self._most, longest + _STRIPE + 8))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(look_in_force().small)
        return font

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, model = look_in_force(), self.model()
        orientation = Qt.Orientation.Horizontal
        painter.save()
        painter.fillRect(rect, QColor(look.panel))
        theme = str(model.headerData(section, orientation, THEME_ROLE))
        stripe = QRect(rect.left(), rect.bottom() - _STRIPE, rect.width() - 1, _STRIPE)
        painter.fillRect(stripe, QColor(theme_colour(theme)))
        painter.setFont(self._font())
        painter.setPen(QColor(look.text))
        painter.translate(rect.left(), rect.bottom() - _STRIPE - 3)
        painter.rotate(-90)
        room = QRect(0, 0, rect.height() - _STRIPE - 6, rect.width())
        text = str(model.headerData(section, orientation, Qt.ItemDataRole.DisplayRole))
        # The tooltip says all of it, and so does the line below the cells.
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class _Side(QHeaderView):
    """Names of locations, all of one width: none of them is measured."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setSectionsClickable(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        return QSize(round(_NAMES * look_in_force().base), 0)


class CoverageTable(QTableView):
    """The cells. Arrow keys walk; a click, Return or space leads to the figure.

    Signals:
        wanted: ids of the location and of the criterion of a cell.
        told: what the current cell is, in words.
    """

    wanted = Signal(str, str)
    told = Signal(str)

    def __init__(self, coverage: Coverage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CoverageModel(coverage, self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self._model, self))
        self.head = _Head(self)
        self.setHorizontalHeader(self.head)
        self.setVerticalHeader(_Side(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_SHEET)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(t("Coverage: locations by criteria"))
        self.copying = TableCopying(self, t("The coverage"))
        self.clicked.connect(self._choose)
        self.entered.connect(self._tell)
        self.setCurrentIndex(self._model.index(0, 0))
        follow_look(self._dress)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what the cell is that the keyboard has come to."""
        super().currentChanged(current, previous)
        self._tell(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and space lead to the figure."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def fit(self, room: int) -> None:
        """Take the height of the head and of some rows: as many as can be seen at once, pixels."""
        self.head.allow(max(_NAMES_ROOM * look_in_force().base, round(_NAMES_PART * room)))
        head = self.head.sizeHint().height()
        rows = max(_LEAST_ROWS, min(_SEEN_ROWS, (room - head) // self._side))
        self.setFixedHeight(head + rows * self._side)

    def _choose(self, index: Index) -> None:
        self.wanted.emit(*self._model.place(index))

    def _tell(self, index: Index) -> None:
        if index.isValid():
            self.told.emit(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _dress(self) -> None:
        look = look_in_force()
        self._side = round(_CELL * look.base)
        self.horizontalHeader().setDefaultSectionSize(self._side)
        self.verticalHeader().setDefaultSectionSize(self._side)
        self.verticalHeader().setFixedWidth(round(_NAMES * look.base))
        self.viewport().update()


class _Swatch(QWidget):
    """A cell of the legend."""

    def __init__(self, state: CellMethod, age: int | None) -> None:
        super().__init__()
        self._state, self._age = state, age
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_look(self._dress)

    def sizeHint(self) -> QSize:
        side = round(1.3 * look_in_force().base)
        return QSize(side, side)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint_state(painter, QRectF(self.rect()), self._state, self._age)
        painter.end()


class CoverageMap(QWidget):
    """Sentence, legend, cells, and below them what the cell under pointer or keyboard is.

    Signals:
        wanted: ids of the location and of the criterion that somebody wants to see.
    """

    wanted = Signal(str, str)

    def __init__(self, coverage: Coverage) -> None:
        super().__init__()
        self._seen: QWidget | None = None  # of the page that scrolls it
        self.table = CoverageTable(coverage)
        self.sentence = label(coverage.sentence())
        self.sentence.setWordWrap(True)
        self.current = label("", "quiet")
        self.current.setWordWrap(True)
        self.current.setMinimumHeight(round(2.6 * look_in_force().base))
        self.current.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.legend: list[QWidget] = []
        self._lines = QGridLayout()
        self._lines.setSpacing(5)
        self._lines.setColumnStretch(_ENTRIES, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.sentence)
        self._explain()
        column.addLayout(self._lines)
        column.addWidget(self.table)
        column.addWidget(self.current)
        self.table.told.connect(self.current.setText)
        self.table.wanted.connect(self.wanted)
        self.current.setText(t("A click or Return on a cell leads to its figure."))
        follow_look(self._dress)

    def _explain(self) -> None:
        entries: list[tuple[CellMethod, int | None, str]] = [
            (CellMethod.OBSERVED, 0, t("observed, this year")),
            (CellMethod.OBSERVED, OLD, t("observed, {years} years old or more", years=OLD)),
            (CellMethod.ESTIMATED, 0, marked(STATES[CellMethod.ESTIMATED])),
            (CellMethod.USER, 0, marked(STATES[CellMethod.USER])),
            (CellMethod.IMPUTED, None, marked(STATES[CellMethod.IMPUTED])),
        ]
        for state, age, text in entries:
            entry = QWidget(self)
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 8, 0)
            row.setSpacing(5)
            row.addWidget(_Swatch(state, age))
            row.addWidget(label(text, "quiet"))
            self.legend.append(entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend takes as many lines as it needs."""
        super().resizeEvent(event)
        self._lay_legend()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on as high as the page that scrolls it lets it be."""
        super().showEvent(event)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self._seen is None:
            self._seen = around.viewport()
            self._seen.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page of another height shows other rows."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Head, cells and the words below them are seen together."""
        room = _ENDLESS if self._seen is None else self._seen.height()
        self.table.fit(room - _TOLD * look_in_force().base)

    def _lay_legend(self) -> None:
        """In lines of much the same length: no entry is left alone where two lines will do."""
        widths = [entry.sizeHint().width() for entry in self.legend]
        gap = self._lines.horizontalSpacing()
        evenly = (math.ceil(_ENTRIES / lines) for lines in range(1, _ENTRIES))
        columns = next(
            (
                count
                for count in evenly
                if sum(max(widths[at::count]) + gap for at in range(count)) <= self.width()
            ),
            1,
        )
        for at, entry in enumerate(self.legend):
            self._lines.addWidget(entry, *divmod(at, columns))

    def minimumSizeHint(self) -> QSize:
        """May be as narrow as the page: legend and table take what there is."""
        return QSize(0, super().minimumSizeHint().height())

    def _dress(self) -> None:
        self._lay_legend()
        self._fit()
