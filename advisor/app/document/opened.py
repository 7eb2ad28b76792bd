"""A study as it was read from a file and found to fit; frozen, so that a thread may read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from advisor.app.document.journal import FileState
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.checks import check_study
from advisor.scenario.study.embedding import is_export, study_in
from advisor.scenario.study.study import Study

_READ, _CHECKED = 0.6, 0.7  # parts of the work


@dataclass(frozen=True, slots=True)
class Opened:
    """What a document is to show.

    Attributes:
        file: that it was read from.
        study: fits the pack.
        state: of the file before it was read, None where there was none.
    """

    file: Path
    study: Study
    state: FileState | None

    @property
    def came_inside(self) -> bool:
        """Whether it came inside an export, so that it has no file of its own yet."""
        return is_export(self.file)


def read_opened(
    path: Path, assessor: Assessor, progress: Callable[[float], None] = lambda _part: None
) -> Opened:
    """Read a study file, or the study inside an export, and rank it, which the assessor remembers.

    Args:
        path: the file.
        assessor: of the pack that it has to fit.
        progress: told the part that is done; it may raise to stop the work.

    Raises:
        StudyFileError: the file cannot be read, or holds no study.
        ScenarioError: the study does not fit the pack.
    """
    state = state_of(path)
    progress(0.0)
    study = study_in(path)
    progress(_READ)
    check_study(assessor.pack, study)
    progress(_CHECKED)
    assessor.assess(study.scenario, study.own)
    progress(1.0)
    return Opened(path, study, state)


def state_of(path: Path) -> FileState | None:
    """What tells one writing of a file from the next, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)
