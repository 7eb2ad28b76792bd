"""Reads files that somebody opens or drops, off the main thread: studies, exports with theirs, and tables.

What reads tables and documents takes a while to load, so that even finding out what a file is is done here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from advisor.app.document.opened import Opened, read_opened
from advisor.app.workers.reader import Reader
from advisor.app.workers.worker import SLOW_MS, WorkState
from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.places.folding import folded
from advisor.scenario.intake.sheet import TABLE_SUFFIXES, first_rows
from advisor.scenario.people.vote_tables import VOTE_SUFFIXES
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.embedding import EXPORT_SUFFIXES, holds_study
from advisor.scenario.study.files import OLD_SUFFIX, SUFFIX

_LEAST_THEMES = 2  # headings that are themes, from which on a table holds votes
_STUDIES = (SUFFIX, OLD_SUFFIX)


class TableKind(StrEnum):
    """What the rows of tables are."""

    FIGURES = "figures"
    VOTES = "votes"


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables that hold no study.

    Attributes:
        paths: one of figures, or several of votes.
        kind: which of them.
    """

    paths: tuple[Path, ...]
    kind: TableKind


class FileReader(Reader):
    """Reads what was asked for last.

    Signals:
        found: what it is, an ``Opened`` study or ``Tables``.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None, *, slow_ms: int = SLOW_MS) -> None:
        super().__init__("files", parent, slow_ms=slow_ms)
        self._worker.done.connect(self.found)

    def open(self, path: Path, assessor: Assessor) -> None:
        """Read a study file, or the study inside an export."""

        def work(state: WorkState) -> Opened:
            return read_opened(path, assessor, state.progress)

        self._worker.start(work)

    def look_at(self, paths: Sequence[Path], assessor: Assessor) -> None:
        """Find out what files are that ``may_be_taken``, and read the study that one of them holds."""

        def work(state: WorkState) -> Opened | Tables:
            state.progress(0.0)
            if len(paths) == 1 and _has_study(paths[0]):
                return read_opened(paths[0], assessor, state.progress)
            are_votes = all(ends(path, VOTE_SUFFIXES) for path in paths) and holds_votes(paths, assessor.pack)
            return Tables(tuple(paths), TableKind.VOTES if are_votes else TableKind.FIGURES)

        self._worker.start(work)


def may_be_taken(paths: Sequence[Path]) -> bool:
    """Whether files can be opened or taken in, by their names: one study, export or table, or tables."""
    if len(paths) == 1:
        return ends(paths[0], (*_STUDIES, *EXPORT_SUFFIXES, *TABLE_SUFFIXES, *VOTE_SUFFIXES))
    return bool(paths) and all(ends(path, VOTE_SUFFIXES) for path in paths)


def is_study_file(path: Path) -> bool:
    """Whether a file is named as studies are, rather than as something that may hold one."""
    return ends(path, _STUDIES)


def ends(path: Path, suffixes: tuple[str, ...]) -> bool:
    """Whether a file has one of some suffixes."""
    return path.name.lower().endswith(suffixes)


def holds_votes(paths: Sequence[Path], pack: DataPack) -> bool:
    """Whether some files are votes rather than one table of figures: their headings are themes."""
    if len(paths) != 1:
        return True
    themes = themes_of(pack.criteria)
    names = {folded(name) for theme in themes for name in (theme, pack.theme_label(theme))}
    return any(
        len({folded(cell) for cell in row} & names) >= min(_LEAST_THEMES, len(themes))
        for row in first_rows(paths[0])
    )


def _has_study(path: Path) -> bool:
    """Whether a file holds a study; where it can hold nothing else, reading it says what is wrong."""
    if not ends(path, (*_STUDIES, *EXPORT_SUFFIXES)):
        return False
    return not ends(path, TABLE_SUFFIXES) or holds_study(path)
