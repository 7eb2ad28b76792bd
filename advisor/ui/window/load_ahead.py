"""Reads what will be wanted while the window rests: code of tabs, names in other languages, the help."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

from advisor.app.workers.worker import Worker
from advisor.datapack.schema import DataPack
from advisor.places.gazetteer import read_foreign_names
from advisor.scenario.names import gazetteer_of

_REST_MS, _BETWEEN_MS = 1_500, 120  # the window has come up; what the user does goes first


class LoadAhead(QObject):
    """Imports modules one at a time, and reads names and the help in a thread.

    Args:
        modules: their names, those that are wanted first at the front.
        parent: Qt parent.
        pack: whose locations will be looked for by name.
        rest_ms: when to begin.

    Signals:
        done: all of them are there.
    """

    done = Signal()

    def __init__(
        self,
        modules: Sequence[str],
        parent: QObject | None = None,
        *,
        pack: DataPack | None = None,
        rest_ms: int = _REST_MS,
    ) -> None:
        super().__init__(parent)
        self._waiting, self._pack = list(modules), pack
        self._has_begun = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._load)
        self._next.start(rest_ms)
        self._names = Worker("names", self)

    @property
    def is_done(self) -> bool:
        """Whether all of them are there."""
        return not self._waiting

    def shutdown(self) -> None:
        """Read no more."""
        self._next.stop()
        self._names.shutdown()

    def _load(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self._names.start(lambda _state: _read_texts(self._pack))
        import_module(self._waiting.pop(0))
        if self._waiting:
            self._next.start(_BETWEEN_MS)
        else:
            self.done.emit()


def _read_texts(pack: DataPack | None) -> None:
    """Names for who types a place, and the pages that the palette searches."""
    from advisor.views.help.help_pages import help_pages  # its reader takes a while to load

    if pack is not None:
        gazetteer_of(pack)
    read_foreign_names()
    help_pages()
