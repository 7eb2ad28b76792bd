"""Files that are dropped on the window: studies and packs are opened, votes and tables are taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from advisor.datapack.pack_header import is_pack
from advisor.paths import is_folder
from advisor.scenario.intake.sheet import TABLE_SUFFIXES
from advisor.scenario.people.vote_tables import VOTE_SUFFIXES
from advisor.scenario.study.embedding import EXPORT_SUFFIXES, holds_study
from advisor.scenario.study.files import OLD_SUFFIX, SUFFIX


class FileDrops(QObject):
    """Takes what is dropped on a window, if it is one study, table or pack, or tables of votes.

    Args:
        window: where files may be dropped.
        opened: called with the path of a study file.
        voted: called with the paths of tables of votes.
        imported: called with the path of a table of figures, or of a file of sites.
        pack_opened: called with the folder of a data pack.
        are_votes: whether tables are votes rather than figures.
    """

    def __init__(
        self,
        window: QWidget,
        opened: Callable[[Path], object],
        voted: Callable[[Sequence[Path]], object],
        imported: Callable[[Path], object],
        pack_opened: Callable[[Path], object],
        are_votes: Callable[[Sequence[Path]], bool],
    ) -> None:
        super().__init__(window)
        self._opened, self._voted, self._imported = opened, voted, imported
        self._pack_opened, self._are_votes = pack_opened, are_votes
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what can be taken, and take it where it is let go."""
        drops = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in drops or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = _files_of(event)
        take = self._taker(paths)
        if take is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            take()
        return True

    def _taker(self, paths: list[Path]) -> Callable[[], object] | None:
        """What would take the files, None where nothing would."""
        if not paths:
            return None
        first, alone = paths[0], len(paths) == 1
        if alone and is_folder(first):
            return (lambda: self._pack_opened(first)) if is_pack(first) else None
        if (
            alone
            and _ends(first, (SUFFIX, OLD_SUFFIX, *EXPORT_SUFFIXES))
            and not _ends(first, TABLE_SUFFIXES)
        ):
            return lambda: self._opened(first)
        if all(_ends(path, VOTE_SUFFIXES) for path in paths):
            return lambda: self._take_tables(paths)
        return (lambda: self._imported(first)) if alone and _ends(first, TABLE_SUFFIXES) else None

    def _take_tables(self, paths: list[Path]) -> None:
        """A spreadsheet may be an export with its study, a table of votes, or one of figures."""
        if len(paths) == 1 and _ends(paths[0], EXPORT_SUFFIXES) and holds_study(paths[0]):
            self._opened(paths[0])
        elif self._are_votes(paths):
            self._voted(paths)
        else:
            self._imported(paths[0])


def _files_of(event: QDropEvent) -> list[Path]:
    """What is dropped, empty if any of it is no file of this machine."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls] if all(url.isLocalFile() for url in urls) else []


def _ends(path: Path, suffixes: tuple[str, ...]) -> bool:
    return path.name.lower().endswith(suffixes)
