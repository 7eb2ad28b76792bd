"""A study file that is dropped on the window is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from advisor.scenario.study.embedding import EXPORT_SUFFIXES
from advisor.scenario.study.files import OLD_SUFFIX, SUFFIX


class FileDrops(QObject):
    """Takes what is dropped on a window, if it is one study file.

    Args:
        window: where files may be dropped.
        opened: called with the path of the file.
    """

    def __init__(self, window: QWidget, opened: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._opened = opened
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept one study file, and open it where it is let go."""
        drops = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in drops or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        path = _study_of(event)
        if path is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._opened(path)
        return True


def _study_of(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.name.lower().endswith((SUFFIX, OLD_SUFFIX, *EXPORT_SUFFIXES)) else None
