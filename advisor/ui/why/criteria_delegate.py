"""Paints the criteria of one location: theme headings, figures with years, method marks, bars."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from advisor.app.models.criteria_model import ROW_ROLE
from advisor.core.matrix import CellMethod
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.marks import paint_arrow, paint_method_mark
from advisor.ui.look.row_paint import Ink, Type, theme_colours, write
from advisor.ui.look.score_bar import paint_value_bar
from advisor.views.look.theme import GAP
from advisor.views.scene.type_styles import ELLIPSIS
from advisor.views.why.criteria_rows import CriterionFigures, ThemeSums
from advisor.views.why.criteria_texts import METHOD_WORDS, TreeColumn, criterion_text, theme_text
from advisor.words.data_words import data_text
from advisor.words.formatting import number_text
from advisor.words.translation import marked, t
from advisor.words.units import unit_text

Index = QModelIndex | QPersistentModelIndex

_PAD = 6
_EDGE = 12  # space at the panel's left and right edge
_INDENT = 26
_BAR = 6.0
_YEAR, _LARGE = "2024", 888e9  # as wide as any year, and as most figures
_BESIDE_MARK = 6  # from the mark of a method to its words


class CriteriaDelegate(QStyledItemDelegate):
    """Cells of the criteria tree.

    Args:
        themes: theme ids in order, for their hues.
        font: the view's font.
    """

    def __init__(self, themes: tuple[str, ...], font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.units_inline = False  # whether units stand behind the names because their column has no room
        self.name_room = math.inf  # pixels for a name before it takes another line
        self._hues = dict(zip(themes, theme_colours(themes), strict=True))
        self._font = font
        follow_look(self._dress)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        self.ink = Ink.of(look)
        self.plain = Type(self._font, look.base)
        self.strong = Type(self._font, look.base, QFont.Weight.DemiBold)
        self.small = Type(self._font, look.small)

    def row_height(self, row: CriterionFigures | ThemeSums) -> int:
        """Height of a row in pixels: a name takes the lines it needs."""
        lines = len(self._lines(row)) if isinstance(row, CriterionFigures) else 1
        return round(lines * self.plain.height + 9)

    def _lines(self, row: CriterionFigures) -> list[str]:
        return self.plain.lines(criterion_text(row, TreeColumn.CRITERION), self.name_room)

    def hue(self, theme: str) -> QColor:
        """The colour of a theme."""
        return self._hues[theme]

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the name of the criterion needs."""
        return QSize(40, self.row_height(index.data(ROW_ROLE)))

    def give_name_room(self, column: int) -> bool:
        """Say how wide the column of criteria is; whether other names need more than one line now."""
        before = self.name_room
        self.name_room = column - _EDGE - _INDENT - _PAD
        return self.name_room != before

    def name_width(self, names: Sequence[str]) -> int:
        """How wide the column of criteria is in which the longest of some names is read in full."""
        longest = max((self.plain.width(name) for name in names), default=0.0)
        return math.ceil(longest) + _EDGE + _INDENT + _PAD + 1

    def text_widths(self, units: Iterable[str], sources: Iterable[str]) -> dict[TreeColumn, int]:
        """How wide columns are in which the longest of their texts is read in full.

        What a figure takes hangs on the language, which may need more than a letter for a billion.
        """
        methods = [marked(words) for method, words in METHOD_WORDS.items() if method != CellMethod.IMPUTED]
        texts = {
            TreeColumn.UNIT: units,
            TreeColumn.METHOD: [*methods, t("from peers")],
            TreeColumn.SOURCE: sources,
        }
        longest = {part: max(map(self.small.width, some), default=0.0) for part, some in texts.items()}
        longest[TreeColumn.METHOD] += self._mark_side + _BESIDE_MARK
        longest[TreeColumn.VALUE] = self.plain.width(number_text(_LARGE)) + _PAD + self.small.width(_YEAR)
        return {part: math.ceil(width) + 2 * _PAD + 1 for part, width in longest.items()}

    def word_widths(self, sources: Iterable[str]) -> dict[TreeColumn, int]:
        """How wide the column of sources is in which each of them has at least its first word."""
        starts = (
            first + ELLIPSIS if rest else first for first, _, rest in (one.partition(" ") for one in sources)
        )
        return {TreeColumn.SOURCE: math.ceil(max(map(self.small.width, starts), default=0.0)) + 2 * _PAD + 1}

    @property
    def _mark_side(self) -> int:
        return round(self.plain.metrics.capHeight()) + 1

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRectF,
        row: CriterionFigures | ThemeSums,
        part: TreeColumn,
        is_open: bool,
    ) -> None:
        """Draw one cell; the view has drawn the background."""
        left = _EDGE if part is TreeColumn.CRITERION else _PAD
        right = _EDGE if part is TreeColumn.POINTS else _PAD
        area = cell.adjusted(left, 0, -right, 0)
        if isinstance(row, ThemeSums):
            self._paint_theme(painter, area, row, part, is_open)
        else:
            self._paint_criterion(painter, area, row, part)

    def _paint_theme(
        self, painter: QPainter, area: QRectF, row: ThemeSums, part: TreeColumn, is_open: bool
    ) -> None:
        text = theme_text(row, part)
        if part is TreeColumn.CRITERION:
            middle = area.center().y()
            hue = QRectF(area.left() + _INDENT - 15, middle - 5, 10, 10)
            paint_arrow(
                painter, QRectF(area.left(), middle - 2.5, 7, 5), up=not is_open, colour=self.ink.quiet
            )
            painter.setBrush(self._hues[row.theme])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(hue, 2, 2)
            write(painter, area.adjusted(_INDENT, 0, 0, 0), text, self.strong, self.ink.text)
        elif part is TreeColumn.SCORE:
            self._paint_score(painter, area, text, row.value, self._hues[row.theme], True, self.strong)
        else:
            write(painter, area, text, self.strong, self.ink.text, right=True)

    def _paint_criterion(
        self, painter: QPainter, area: QRectF, row: CriterionFigures, part: TreeColumn
    ) -> None:
        text, ink = criterion_text(row, part), self.ink
        if part is TreeColumn.CRITERION:
            colour = ink.text if row.weight > 0 else ink.quiet
            area = area.adjusted(_INDENT, 0, 0, 0)
            lines = self._lines(row)
            last = self._paint_lines(painter, area, lines, colour)
            left = self.plain.width(lines[-1]) + GAP
            unit = unit_text(row.criterion.unit) if self.units_inline else ""
            if unit and left + self.small.width(unit) <= area.width():
                write(painter, last.adjusted(left, 1, 0, 1), unit, self.small, ink.quiet)
        elif part is TreeColumn.VALUE:
            self._paint_figure(painter, area, row, text)
        elif part is TreeColumn.METHOD:
            side = self._mark_side
            mark = QRectF(area.left(), area.center().y() - side / 2, side, side)
            own = row.method == CellMethod.USER
            colour = ink.accent if own else ink.quiet
            paint_method_mark(painter, mark, row.method, colour)
            words = area.adjusted(side + _BESIDE_MARK, 0, 0, 0)
            if row.method == CellMethod.IMPUTED and self.small.width(text) > words.width():
                text = t("from peers")
            write(painter, words, text, self.small, colour)
        elif part is TreeColumn.SCORE:
            self._paint_score(
                painter, area, text, row.value, self._hues[row.criterion.theme], row.known, self.plain
            )
        elif part in (TreeColumn.UNIT, TreeColumn.SOURCE):
            write(painter, area, self.small.in_words(text, area.width()), self.small, ink.quiet)
        else:
            counts = part is TreeColumn.POINTS and row.weight > 0
            write(painter, area, text, self.plain, ink.text if counts else ink.quiet, right=True)

    def _paint_lines(self, painter: QPainter, area: QRectF, lines: list[str], colour: QColor) -> QRectF:
        """Write the lines of a name around the middle of a cell; returns the room of the last one."""
        line = QRectF(area.left(), 0, area.width(), self.plain.height)
        line.moveTop(area.center().y() - len(lines) * line.height() / 2)
        for at, text in enumerate(lines):
            write(painter, line.translated(0, at * line.height()), text, self.plain, colour)
        return line.translated(0, (len(lines) - 1) * line.height())

    def _paint_figure(self, painter: QPainter, area: QRectF, row: CriterionFigures, text: str) -> None:
        year = self.small.width(_YEAR)
        own = row.method == CellMethod.USER
        colour = self.ink.accent if own else self.ink.text if row.known else self.ink.quiet
        face = self.strong if own else self.plain
        write(painter, area.adjusted(0, 0, -year - _PAD, 0), text, face, colour, right=True)
        if row.year and row.known:
            write(painter, area, str(row.year), self.small, self.ink.quiet, right=True)

    def _paint_score(
        self, painter: QPainter, area: QRectF, text: str, value: float, hue: QColor, known: bool, face: Type
    ) -> None:
        number = face.width("100")
        bar = QRectF(area.left(), area.center().y() - _BAR / 2, area.width() - number - GAP, _BAR)
        paint_value_bar(painter, bar, value, hue, self.ink.track, known=known)
        write(painter, area, text, face, self.ink.text if known else self.ink.quiet, right=True)

    # Editing ----------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field for the user's own figure."""
        field = QLineEdit(parent)
        row = index.data(ROW_ROLE)
        if isinstance(row, CriterionFigures):
            field.setAccessibleName(t("Your figure for {criterion}", criterion=row.criterion.name))
            field.setPlaceholderText(data_text(row.criterion.unit))
        field.setStyleSheet(
            "QLineEdit { min-height: 0; max-height: 999px; padding: 0 4px; border-radius: 3px; }"
        )
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the figure in force, all of it selected."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed; the model judges it."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Cover the whole cell."""
        editor.setGeometry(option.rect)
