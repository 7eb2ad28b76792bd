"""A combo box to type in: it offers every entry that contains what was typed, accents or not.

Enter takes what was typed only if it names one entry; else it asks which one is meant, or says that there is
none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Thread

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QCompleter, QWidget

from advisor.places.folding import folded
from advisor.places.gazetteer import Gazetteer, Lookup, read_foreign_names
from advisor.ui.widgets.name_field import NameField
from advisor.ui.widgets.named_box import NamedBox
from advisor.ui.widgets.which_one import WhichOne, said_back
from advisor.ui.widgets.widgets_texts import NOTHING_CALLED_SO, NOTHING_CALLED_SO_BUT
from advisor.words.translation import marked, t

_KEY = Qt.ItemDataRole.UserRole
_FOLDED = Qt.ItemDataRole.UserRole + 1
_ALL_NAMES = Qt.ItemDataRole.UserRole + 2
_MOST_OFFERED = 12  # of more, somebody should type more letters


class _Completer(QCompleter):
    """Compares folded texts, shows the real ones."""

    def splitPath(self, path: str) -> list[str]:
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


def _fill(model: QStandardItemModel, entries: Iterable[tuple[str, str]]) -> None:
    for key, name in entries:
        item = QStandardItem(name)
        item.setData(key, _KEY)
        item.setData(f"{folded(name)} {folded(key)}", _FOLDED)
        model.appendRow(item)


class SearchCombo(NamedBox):
    """Choose one of many by typing part of its name or its id.

    Signals:
        chosen: id of the entry that the user has chosen; not sent by ``show_key``.
    """

    chosen = Signal(str)

    def __init__(
        self,
        entries: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        names: Callable[[], Gazetteer] | None = None,
    ) -> None:
        """Build the list.

        Args:
            entries: id and name of each entry, in the order of listing.
            parent: Qt parent.
            names: where entries are locations: all the names that they go by, asked for when somebody types.
        """
        super().__init__(parent)
        self._names = names
        self._has_all_names = names is None
        self._is_asking = False
        model = QStandardItemModel(self)
        _fill(model, entries)
        self.setModel(model)
        self.setEditable(True)
        self.setLineEdit(NameField(self))
        self.setInsertPolicy(NamedBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(16)
        self.list_rows_alike()
        self._completer = completer = _Completer(model, self)
        completer.setCompletionRole(_FOLDED)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)
        self._key = ""
        self.activated.connect(lambda index: self._choose(str(self.itemData(index, _KEY))))
        edit = self.lineEdit()
        if edit is not None:
            edit.textEdited.connect(self._read_names)
            edit.returnPressed.connect(self._choose_named)
            edit.editingFinished.connect(self._restore)

    def set_entries(self, entries: Iterable[tuple[str, str]]) -> None:
        """Offer other entries; what is in force stays."""
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.clear()
        _fill(model, entries)
        self._has_all_names = self._names is None
        self._restore()

    @property
    def key(self) -> str:
        """Id of the entry in force."""
        return self._key

    def show_key(self, key: str) -> None:
        """Show an entry without saying that it was chosen."""
        self._key = key
        self._restore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces the name at once; what is then offered is read in full."""
        super().focusInEvent(event)
        if (offered := self._completer.popup()) is not None:
            self.widen(offered, self._completer.maxVisibleItems())
        edit = self.lineEdit()
        if edit is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            edit.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed and not taken goes."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._restore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel must not change the scenario by accident."""
        event.ignore()

    def _read_names(self) -> None:
        """Complete other names too, from the first letter that is typed."""
        if self._has_all_names or self._names is None:
            return
        self._has_all_names = True
        words, model = self._names().words(), self.model()
        blocked = model.blockSignals(
            True
        )  # else the box puts the name in force in the place of what is typed
        for row in range(self.count()):
            text = f"{self.itemData(row, _FOLDED)} | {words.get(str(self.itemData(row, _KEY)), '')}"
            self.setItemData(row, text, _ALL_NAMES)
        model.blockSignals(blocked)
        self._completer.setCompletionRole(_ALL_NAMES)
        Thread(target=read_foreign_names, name="names", daemon=True).start()

    def _choose_named(self) -> None:
        """Enter takes the one entry that is meant, or asks."""
        text = self.currentText()
        typed = folded(text)
        if not typed or typed == folded(self.itemText(self._row())):
            return
        meant, near = self._meant(text, typed)
        if len(meant) == 1:
            self._choose(meant[0][0])
        elif meant:
            self._ask(t("Several entries are called “{name}”. Which one?", name=said_back(text)), meant)
        elif near:
            self._ask(marked(NOTHING_CALLED_SO_BUT, name=said_back(text)), near)
        else:
            self._ask(marked(NOTHING_CALLED_SO, name=said_back(text)), [])

    def _meant(self, text: str, typed: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Entries that a text names, and others that may be meant: id and how to offer it."""
        entries = [(str(self.itemData(row, _KEY)), self.itemText(row)) for row in range(self.count())]
        found = Lookup(()) if self._names is None else self._names().find(text, beginnings=True)
        known = {key for key, _name in entries}
        meant = [(place.location_id, place.label) for place in found.places if place.location_id in known]
        if self._names is None:
            meant = [one for one in entries if typed in (folded(one[0]), folded(one[1]))]
            meant = meant or [one for one in entries if folded(one[1]).startswith(typed)]
        near = [(place.location_id, place.label) for place in found.suggestions if place.location_id in known]
        near += [one for one in entries if typed in folded(one[1]) and one not in near]
        return meant[:_MOST_OFFERED], near[:_MOST_OFFERED]

    def _ask(self, heading: str, offers: list[tuple[str, str]]) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()
        self._is_asking = True  # what was typed stays, to be corrected
        which = WhichOne(heading, offers, self._choose, self)
        which.aboutToHide.connect(self._asked)
        which.ask()

    def _asked(self) -> None:
        self._is_asking = False

    def _choose(self, key: str) -> None:
        changed = key != self._key
        self._key = key
        self._is_asking = False
        self._restore()
        if changed:
            self.chosen.emit(key)

    def _row(self) -> int:
        return self.findData(self._key, _KEY)

    def _restore(self) -> None:
        """Unfinished typing makes way for the name of the entry in force."""
        if self._is_asking:
            return
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
