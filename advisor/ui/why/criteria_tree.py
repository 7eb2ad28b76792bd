"""The tree of themes and criteria in the detail panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from advisor.app.models.criteria_model import ROW_ROLE, CriteriaModel
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.row_paint import columns_in_sight
from advisor.ui.why.criteria_delegate import CriteriaDelegate
from advisor.ui.widgets.copied_table import TableCopying
from advisor.ui.widgets.fitting import Fitting
from advisor.views.why.criteria_rows import CriterionFigures, ThemeSums
from advisor.views.why.criteria_texts import TreeColumn
from advisor.words.formatting import plain_number
from advisor.words.translation import t

# Least and ample widths in units of the type size; what a wide panel has to spare is shared out.
_WIDTHS = {
    TreeColumn.CRITERION: (17.0, 21.0),
    TreeColumn.VALUE: (7.2, 8.5),
    TreeColumn.UNIT: (6.5, 12.0),
    TreeColumn.METHOD: (7.3, 15.0),
    TreeColumn.SOURCE: (6.1, 18.0),
    TreeColumn.SCORE: (6.2, 16.0),
    TreeColumn.WEIGHT: (4.2, 5.0),
    TreeColumn.POINTS: (4.2, 5.0),
}
_SHEET = """QTreeView { border: none; }
QHeaderView::section:first { padding-left: 12px; }
QHeaderView::section:last { padding-right: 12px; }"""


_EXPENDABLE = (TreeColumn.UNIT, TreeColumn.SOURCE, TreeColumn.METHOD, TreeColumn.WEIGHT)
_SOME_WORDS = 10.3  # of the type size: most short texts are read in full, and of long ones two words
_NAME_LEAST = 9.0  # of the type size: before a name is shorter than that, the points go too


_TEXTS = (TreeColumn.UNIT, TreeColumn.METHOD, TreeColumn.SOURCE)  # in the order in which they get room


def column_widths(
    total: int,
    em: int,
    name: int = 0,
    texts: Mapping[TreeColumn, int] = MappingProxyType({}),
    words: Mapping[TreeColumn, int] = MappingProxyType({}),
) -> dict[TreeColumn, int]:
    """Widths in pixels that fill ``total``; where there is no room, columns go one by one, the unit first.

    Args:
        total: of the panel, pixels.
        em: size of type.
        name: what the longest name of a criterion needs, pixels.
        texts: what columns of texts need to be read in full, pixels; they have it before bars are longer.
        words: what those of them need that may not end within their first word, pixels; the names of
            criteria, which may take more lines, make room for that and for some words more.
    """
    least_name, ample_name = _WIDTHS[TreeColumn.CRITERION]
    names = max(least_name, name / em)
    least_value, ample_value = _WIDTHS[TreeColumn.VALUE]
    values = max(least_value, texts.get(TreeColumn.VALUE, 0) / em)
    parts = _WIDTHS | {
        TreeColumn.CRITERION: (names, max(names, ample_name)),
        TreeColumn.VALUE: (values, max(values, ample_value)),
    }
    for part in _EXPENDABLE:
        # A name may take another line before nobody sees how much its criterion weighs.
        more = names - least_name if part is TreeColumn.WEIGHT else 0.0
        if (sum(least for least, _ in parts.values()) - more) * em > total:
            del parts[part]
    over = sum(least for least, _ in parts.values()) * em - total
    if over > (names - _NAME_LEAST) * em:
        del parts[TreeColumn.POINTS]
    least = {part: round(low * em) for part, (low, _) in parts.items()}
    for part in _TEXTS:
        if part in parts:
            wanted = max(words.get(part, 0), min(texts.get(part, 0), round(_SOME_WORDS * em)))
            missing = max(0, wanted - least[part]) if part in words else 0
            from_spare = min(missing, max(0, total - sum(least.values())))
            from_name = min(
                missing - from_spare, max(0, least[TreeColumn.CRITERION] - round(least_name * em))
            )
            least[part] += from_name + from_spare
            least[TreeColumn.CRITERION] -= from_name
    spare = max(0, total - sum(least.values()))
    for part in _TEXTS:
        more = min(spare, max(0, texts.get(part, 0) - least[part])) if part in parts else 0
        if more:
            least[part] += more
            spare -= more
    wishes = {part: max(0.0, ample * em - least[part]) for part, (_, ample) in parts.items()}
    widths = {part: least[part] + int(spare * wishes[part] / sum(wishes.values())) for part in parts}
    # The criterion takes what rounding leaves over, and gives up what is missing down to a few letters.
    widths[TreeColumn.CRITERION] = max(5 * em, widths[TreeColumn.CRITERION] + total - sum(widths.values()))
    return {part: widths.get(part, 0) for part in TreeColumn}


class CriteriaTree(QTreeView):
    """Criteria by theme; a double click or F2 edits a value, Delete takes the source's again.

    Signals:
        edit_begun: an editor is about to open.
    """

    edit_begun = Signal()

    def __init__(self, model: CriteriaModel, themes: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.delegate = CriteriaDelegate(themes, self.font(), self)
        self._sight: list[tuple[int, int, int]] = []
        self.setItemDelegate(self.delegate)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)  # until it is known which names need more lines
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_SHEET)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.copying = TableCopying(self, t("The list of criteria"), tuple(TreeColumn))
        self.setAccessibleName(t("Criteria of the selected location"))
        self.setModel(model)  # once it is set up: each of these has a view with rows measure all of them
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setMinimumSectionSize(0)
        self.clicked.connect(self._toggle)
        model.modelReset.connect(self.expandAll)
        self.expandAll()
        self._fitting = Fitting(self, self._fit)
        model.sources_changed.connect(self._fitting.again)
        follow_look(self._dress)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Draw again what has changed.

        Qt's tree measures every row then; how high one is hangs on the name of its criterion alone.
        """
        QAbstractItemView.dataChanged(self, first, last, roles)

    def edit_value(self, index: QModelIndex) -> None:
        """Open the editor on the value of a criterion's row."""
        if isinstance(index.data(ROW_ROLE), CriterionFigures):
            self.edit_begun.emit()
            self.edit(index.siblingAtColumn(TreeColumn.VALUE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Find out once which columns are in sight, then draw the rows."""
        self._sight = columns_in_sight(self.header(), self.viewport().width())
        super().paintEvent(event)

    def drawRow(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the background of a row, then its cells."""
        ink, top, height = self.delegate.ink, option.rect.top(), option.rect.height()
        area = QRectF(0, top, self.viewport().width(), height)
        current = self.currentIndex()
        chosen = self.hasFocus() and current.row() == index.row() and current.parent() == index.parent()
        row = self._model.row(index)
        is_theme = isinstance(row, ThemeSums)
        painter.fillRect(area, ink.selected if chosen else ink.raised if is_theme else ink.panel)
        if is_theme:
            painter.fillRect(QRectF(0, top, area.width(), 1), ink.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_open = is_theme and self.isExpanded(self._model.index(index.row(), 0, index.parent()))
        for position, left, width in self._sight:
            cell = QRectF(left, top, width, height)
            self.delegate.paint_cell(painter, cell, row, TreeColumn(position), is_open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 and Return edit the value of the current row, Delete takes the source's figure again."""
        current = self.currentIndex()
        if self.state() == QTreeView.State.EditingState:
            # The editor has had the key first; a Return that commits must not open it again.
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.edit_value(current)
        elif event.key() == Qt.Key.Key_Delete and current.isValid():
            self._model.reset([current])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit(self) -> None:
        longest = self.delegate.name_width(self._model.names)
        texts = self.delegate.text_widths(self._model.units, self._model.sources)
        words = self.delegate.word_widths(self._model.sources)
        widths = column_widths(self.viewport().width(), look_in_force().base, longest, texts, words)
        self.delegate.units_inline = not widths[TreeColumn.UNIT]
        self.setUniformRowHeights(longest <= widths[TreeColumn.CRITERION])
        if self.delegate.give_name_room(widths[TreeColumn.CRITERION]):
            self.scheduleDelayedItemsLayout()
        for part, width in widths.items():
            self.setColumnHidden(part, width == 0)
            if width:
                self.setColumnWidth(part, width)

    def _toggle(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW_ROLE), ThemeSums):
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def _offer(self, position: QPoint) -> None:
        index = self.indexAt(position)
        row = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(row, CriterionFigures):
            menu = self.menu_for(index, row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(position))

    def menu_for(self, index: QModelIndex, row: CriterionFigures) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        own = QAction(t("Enter your own figure"), menu)
        own.triggered.connect(lambda: self.edit_value(index))
        back = QAction(t("Take the source's figure again"), menu)
        back.setEnabled(self._model.can_reset(index))
        back.triggered.connect(lambda: self._model.reset([index]))
        copy = QAction(t("Copy the figure"), menu)
        copy.setEnabled(row.known)
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(plain_number(row.raw)))
        menu.addActions([own, back, copy])
        menu.addSeparator()
        menu.addActions(list(self.copying.actions))
        return menu
