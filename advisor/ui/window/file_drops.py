"""Files that are dropped on the window: studies and packs are opened, votes and tables are taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from advisor.app.workers.file_reader import may_be_taken
from advisor.datapack.pack_header import is_pack
from advisor.paths import is_folder


class FileDrops(QObject):
    """Takes what is dropped on a window, if it is one study, export, table or pack, or tables of votes.

    Args:
        window: where files may be dropped.
        dropped: called with the paths of files; what is in them is found out there.
        pack_opened: called with the folder of a data pack.
    """

    def __init__(
        self,
        window: QWidget,
        dropped: Callable[[Sequence[Path]], object],
        pack_opened: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._dropped, self._pack_opened = dropped, pack_opened
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what can be taken, and take it where it is let go."""
        drops = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in drops or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        take = self._taker(_files_of(event))
        if take is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            take()
        return True

    def _taker(self, paths: list[Path]) -> Callable[[], object] | None:
        """What would take the files, None where nothing would; told from their names alone."""
        if len(paths) == 1 and is_folder(paths[0]):
            return partial(self._pack_opened, paths[0]) if is_pack(paths[0]) else None
        return partial(self._dropped, paths) if may_be_taken(paths) else None


def _files_of(event: QDropEvent) -> list[Path]:
    """What is dropped, empty if any of it is no file of this machine."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []
