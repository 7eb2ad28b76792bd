"""Reads files that somebody opens or drops, off the main thread: studies, exports with theirs, votes, tables.

What reads tables and documents takes a while to load, so that even finding out what a file is is done here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from advisor.app.document.opened import Opened, read_opened
from advisor.app.workers.reader import Reader
from advisor.app.workers.worker import SLOW_MS, WorkState
from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.places.folding import folded
from advisor.scenario.intake.sheet import TABLE_SUFFIXES, first_rows
from advisor.scenario.names import gazetteer_of
from advisor.scenario.people.vote_tables import VOTE_SUFFIXES, VoteTable, name_column, read_votes
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.embedding import EXPORT_SUFFIXES, holds_study
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.files import OLD_SUFFIX, SUFFIX
from advisor.scenario.study.study import Study

_LEAST_THEMES = 2  # headings that are themes, from which on a table holds votes
_STUDIES = (SUFFIX, OLD_SUFFIX)


@dataclass(frozen=True, slots=True)
class Figures:
    """A table or file of places that holds figures, to be read by an assistant of its own.

    Attributes:
        path: the file.
    """

    path: Path


class FileReader(Reader):
    """Reads what was asked for last.

    Signals:
        found: what it is: an ``Opened`` study, a ``VoteTable``, or ``Figures``.
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

    def look_at(self, paths: Sequence[Path], assessor: Assessor, study: Study) -> None:
        """Find out what files are that ``may_be_taken``, and read the study or the votes that they hold."""

        def work(state: WorkState) -> Opened | VoteTable | Figures:
            state.progress(0.0)
            if len(paths) == 1 and _has_study(paths[0]):
                return read_opened(paths[0], assessor, state.progress)
            pack = extended_pack(assessor.pack, study.own)
            if all(ends(path, VOTE_SUFFIXES) for path in paths) and holds_votes(paths, pack):
                return read_votes(paths, pack, study.scenario, state.progress)
            return Figures(paths[0])

        self._worker.start(work)

    def read_votes(self, paths: Sequence[Path], assessor: Assessor, study: Study) -> None:
        """Read tables that somebody says are votes."""

        def work(state: WorkState) -> VoteTable:
            return read_votes(paths, extended_pack(assessor.pack, study.own), study.scenario, state.progress)

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
    """Whether some files are votes rather than one table of figures.

    Several headings that are themes say so. One alone may be the name of a figure as well, so it says so only
    beside a column of names that are not mostly those of locations.
    """
    if len(paths) != 1:
        return True
    themes = themes_of(pack.criteria)
    names = {folded(name) for theme in themes for name in (theme, pack.theme_label(theme))}
    rows = first_rows(paths[0])
    for at, row in enumerate(rows):
        known = len({folded(cell) for cell in row} & names)
        if known >= min(_LEAST_THEMES, len(themes)) and known:
            return True
        if known and (column := name_column(row)) is not None:
            find = gazetteer_of(pack).location
            named = [other[column] for other in rows[at + 1 :] if column < len(other)]
            return 2 * sum(bool(find(name, suggests=False).places) for name in named) <= len(named)
    return False


def _has_study(path: Path) -> bool:
    """Whether a file holds a study; where it can hold nothing else, reading it says what is wrong."""
    if not ends(path, (*_STUDIES, *EXPORT_SUFFIXES)):
        return False
    return not ends(path, TABLE_SUFFIXES) or holds_study(path)
