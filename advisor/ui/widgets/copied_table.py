"""Copying from tables and lists: as numbers for a spreadsheet and as a picture, by keys and by menu."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QAbstractItemModel, QEvent, QMimeData, QModelIndex, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QImage, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QTableView, QTreeView

from advisor.app.models.headings import COPIED_ROLE
from advisor.ui.look.current import look_in_force
from advisor.words.tables import tab_separated
from advisor.words.translation import t

_RATIO = 2  # dots of a copied picture to a screen dot
_DISPLAY, _EDIT = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@runtime_checkable
class HearsOfCopies(Protocol):
    """A window that says what was copied."""

    def tell_copied(self, text: str) -> None:
        """Say it."""


class TableCopying(QObject):
    """Gives an item view the ways to copy that charts have: Ctrl+C, Ctrl+Shift+C and a menu.

    Numbers are those that the model has for copying or for editing, with the precision that they have; where
    it has none, the text that is shown. What is hidden or covered is not copied.

    Args:
        view: of which is copied.
        name: what it is called in the message.
        columns: of the model, for a list that shows several in one; none for those that are in sight.

    Attributes:
        actions: to be put into a menu that the view has already.
    """

    def __init__(self, view: QAbstractItemView, name: str, columns: Sequence[int] = ()) -> None:
        super().__init__(view)
        self._view, self._name, self._columns = view, name, tuple(columns)
        self.actions = (
            self._action(t("Copy as a picture"), "Ctrl+Shift+C", self.copy_picture),
            self._action(t("Copy as numbers"), QKeySequence.StandardKey.Copy, self.copy_numbers),
        )
        if view.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu:
            view.installEventFilter(self)
            view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer to copy, where the pointer is or, by the keyboard, at the current row."""
        if event.type() != QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        view = self._view
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard or place.isNull():
            place = view.viewport().mapToGlobal(
                view.visualRect(view.currentIndex()).bottomLeft() + QPoint(8, 0)
            )
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        return True

    def menu(self) -> QMenu:
        """The ways to copy."""
        menu = QMenu(self._view)
        menu.addActions(list(self.actions))
        return menu

    def table(self) -> tuple[list[str], list[list[str | float]]]:
        """Header and rows as they stand in sight, all of them."""
        columns = self._in_sight()
        model, shows_names = self._view.model(), self._shows_names()
        header = [_heading(model, column) for column in columns]
        rows = []
        for index in _rows(self._view, QModelIndex()):
            cells: list[str | float] = [_cell(index.siblingAtColumn(column)) for column in columns]
            rows.append(
                [_flat(model.headerData(index.row(), _DOWN, _DISPLAY)), *cells] if shows_names else cells
            )
        return (["", *header] if shows_names else header), rows

    def copy_numbers(self) -> None:
        """Put all rows on the clipboard, as text with tabs and as a table for documents."""
        header, rows = self.table()
        if not rows:
            return
        text = tab_separated(header, rows)
        lines = "".join(
            f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in line.split(chr(9)))}</tr>"
            for line in text.rstrip("\n").split("\n")
        )
        content = QMimeData()
        content.setText(text)
        content.setHtml(f"<table>{lines}</table>")
        QGuiApplication.clipboard().setMimeData(content)
        self._tell(t("{table} is on the clipboard as a table.", table=self._name))

    def picture(self) -> QImage:
        """What is in sight, at twice the usual density."""
        view = self._view
        image = QImage(QSize(view.width(), view.height()) * _RATIO, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_RATIO)
        image.fill(look_in_force().panel)
        painter = QPainter(image)
        view.render(painter, QPoint())
        painter.end()
        return image

    def copy_picture(self) -> None:
        """Put what is in sight on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(self.picture())
        self._tell(t("{table} is on the clipboard as a picture.", table=self._name))

    def _tell(self, text: str) -> None:
        window = self._view.window()
        if isinstance(window, HearsOfCopies):
            window.tell_copied(text)

    def _shows_names(self) -> bool:
        """Whether rows have names beside them."""
        view = self._view
        return isinstance(view, QTableView) and not view.verticalHeader().isHidden()

    def _in_sight(self) -> list[int]:
        """Columns that are shown, in the order in which they stand."""
        view = self._view
        if self._columns or isinstance(view, QListView):
            return list(self._columns) or [0]
        if isinstance(view, QTreeView | QTableView):
            head = view.header() if isinstance(view, QTreeView) else view.horizontalHeader()
            order = [head.logicalIndex(place) for place in range(head.count())]
            return [column for column in order if not view.isColumnHidden(column)]
        return list(range(view.model().columnCount()))

    def _action(self, text: str, keys: QKeySequence.StandardKey | str, do: object) -> QAction:
        action = QAction(text, self._view)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self._view.addAction(action)
        return action


def _rows(view: QAbstractItemView, parent: QModelIndex) -> Iterator[QModelIndex]:
    """Rows and, below each, the rows that it holds."""
    model = view.model()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from _rows(view, index)


def _heading(model: QAbstractItemModel, column: int) -> str:
    found = model.headerData(column, _ACROSS, COPIED_ROLE)
    return _flat(model.headerData(column, _ACROSS, _DISPLAY) if found is None else found)


def _cell(index: QModelIndex) -> str | float:
    for role in (COPIED_ROLE, _EDIT):
        number = index.data(role)
        if isinstance(number, int | float) and not isinstance(number, bool):
            return float(number)
    return _flat(index.data(_DISPLAY))


def _flat(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
