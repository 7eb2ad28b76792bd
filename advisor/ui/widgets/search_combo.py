"""A combo box to type in: it offers every entry that contains what was typed, accents or not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

_KEY = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1


def folded(text: str) -> str:
    """Lower case without accents, as people type in a hurry."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


class _Completer(QCompleter):
    """Compares folded texts, shows the real ones."""

    def splitPath(self, path: str) -> list[str]:
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class SearchCombo(QComboBox):
    """Choose one of many by typing part of its name or its id.

    Signals:
        chosen: id of the entry that the user has chosen; not sent by ``show_key``.
    """

    chosen = Signal(str)

    def __init__(self, entries: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Build the list.

        Args:
            entries: id and name of each entry, in the order of listing.
            parent: Qt parent.
        """
        super().__init__(parent)
        model = QStandardItemModel(self)
        for key, name in entries:
            item = QStandardItem(name)
            item.setData(key, _KEY)
            item.setData(f"{folded(name)} {folded(key)}", _FOLDED)
            model.appendRow(item)
        self.setModel(model)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)
        completer = _Completer(model, self)
        completer.setCompletionRole(_FOLDED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self._key = ""
        self.activated.connect(lambda index: self._choose(str(self.itemData(index, _KEY))))
        edit = self.lineEdit()
        if edit is not None:
            edit.returnPressed.connect(self._choose_best)
            edit.editingFinished.connect(self._restore)

    @property
    def key(self) -> str:
        """Id of the entry in force."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show an entry without saying that it was chosen."""
        self._key = key
        self._restore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces the name at once."""
        super().focusInEvent(event)
        edit = self.lineEdit()
        if edit is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            edit.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel must not change the scenario by accident."""
        event.ignore()

    def _choose_best(self) -> None:
        """Enter takes the first entry that begins with, or else contains, what was typed."""
        typed = folded(self.currentText().strip())
        if not typed or typed == folded(self.itemText(self._row())):
            return
        names = [(folded(self.itemText(i)), str(self.itemData(i, _FOLDED))) for i in range(self.count())]
        found = [i for i, (name, _) in enumerate(names) if name.startswith(typed)]
        found += [i for i, (_, text) in enumerate(names) if typed in text]
        if found:
            self._choose(str(self.itemData(found[0], _KEY)))

    def _choose(self, key: str) -> None:
        changed = key != self._key
        self._key = key
        self._restore()
        if changed:
            self.chosen.emit(key)

    def _row(self) -> int:
        return self.findData(self._key, _KEY)

    def _restore(self) -> None:
        """Unfinished typing makes way for the name of the entry in force."""
        row = self._row()
        blocked = self.blockSignals(True)
        self.setCurrentIndex(row)
        self.setEditText(self.itemText(row) if row >= 0 else "")
        self.blockSignals(blocked)
        edit = self.lineEdit()
        if edit is not None:
            edit.setCursorPosition(0)
            if edit.hasFocus():
                edit.selectAll()
