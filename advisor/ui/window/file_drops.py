"""A study file that is dropped on the window is opened; votes that are dropped are taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from advisor.scenario.people.vote_tables import VOTE_SUFFIXES
from advisor.scenario.study.embedding import EXPORT_SUFFIXES, holds_study
from advisor.scenario.study.files import OLD_SUFFIX, SUFFIX


class FileDrops(QObject):
    """Takes what is dropped on a window, if it is one study file, or tables of votes.

    Args:
        window: where files may be dropped.
        opened: called with the path of a study file.
        voted: called with the paths of tables of votes.
    """

    def __init__(
        self,
        window: QWidget,
        opened: Callable[[Path], object],
        voted: Callable[[Sequence[Path]], object],
    ) -> None:
        super().__init__(window)
        self._opened, self._voted = opened, voted
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept one study file or any number of votes, and take them where they are let go."""
        drops = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in drops or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = _files_of(event)
        is_study = len(paths) == 1 and _ends(paths[0], (SUFFIX, OLD_SUFFIX, *EXPORT_SUFFIXES))
        are_votes = bool(paths) and all(_ends(path, VOTE_SUFFIXES) for path in paths)
        if not is_study and not are_votes:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            # A spreadsheet may be either: an export with its study, or a table of votes.
            if is_study and not (are_votes and not holds_study(paths[0])):
                self._opened(paths[0])
            else:
                self._voted(paths)
        return True


def _files_of(event: QDropEvent) -> list[Path]:
    """What is dropped, empty if any of it is no file of this machine."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []


def _ends(path: Path, suffixes: tuple[str, ...]) -> bool:
    return path.name.lower().endswith(suffixes)
