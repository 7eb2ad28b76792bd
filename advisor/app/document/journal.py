"""Journals: what is kept of a study that is not saved, in case the program is ended.

Each window has a journal of its own in the user's data folder, readable by nobody else, and a lock beside it
that says whether the window is still there.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote_to_bytes
from uuid import uuid4

from PySide6.QtCore import QLockFile

from advisor.paths import user_folder
from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.json_reading import StudyFileError, read_json
from advisor.scenario.study.study import Study
from advisor.whole_file import remove_leftovers, write_whole
from advisor.words.translation import t

FileState = tuple[int, int, int]  # when a file was changed, its size, which file it is

_FORMAT, _VERSION = "location-advisor-recovery", 1
_SUFFIX = ".recovery"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A study that is not saved.

    Attributes:
        study: as it was.
        path: the file that it was opened from or saved to, None where it never was.
        file_state: of that file when it was opened or saved.
        kept: when this was written, local time.
    """

    study: Study
    path: Path | None
    file_state: FileState | None
    kept: datetime


def journal_folder() -> Path | None:
    """Where journals are, None where none are kept."""
    folder = user_folder("data")
    return folder / "recovery" if folder is not None else None


class Journal:
    """One journal, held by one window. A lock shows others that it is not theirs."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._lock = QLockFile(str(file.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # only the end of its program frees a lock, never the time

    @classmethod
    def new(cls, folder: Path) -> Journal:
        """A journal of its own, which has nothing in it yet."""
        return cls(folder / f"{uuid4().hex}{_SUFFIX}")

    def hold(self) -> bool:
        """Whether it is ours from now on."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def release(self) -> None:
        """Leave it to others as it is."""
        self._lock.unlock()

    def keep(self, unsaved: Unsaved) -> None:
        """Write, all or nothing.

        Raises:
            OSError: it cannot be written; what was kept before is as it was.
        """
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not self.hold():
            raise OSError(0, t("another window holds {file}", file=self.file))
        document = {
            "format": _FORMAT,
            "version": _VERSION,
            "kept": unsaved.kept.isoformat(timespec="seconds"),
            "file": quote(os.fsencode(unsaved.path)) if unsaved.path else None,
            "file_state": unsaved.file_state,
            "study": json.loads(study_text(unsaved.study)),
        }
        write_whole(self.file, json.dumps(document, ensure_ascii=False).encode(), mode=0o600)

    def read(self) -> Unsaved:
        """What was kept.

        Raises:
            StudyFileError: it cannot be read.
        """
        document = read_json(self.file)
        try:
            if document["format"] != _FORMAT or document["version"] != _VERSION:
                raise StudyFileError(t("{file} is of another version.", file=self.file.name))
            kept = datetime.fromisoformat(document["kept"])
            text = json.dumps(document["study"])
            path = Path(os.fsdecode(unquote_to_bytes(document["file"]))) if document["file"] else None
            state = _state(document["file_state"])
        except (KeyError, TypeError, ValueError, AttributeError):
            raise StudyFileError(t("{file} is damaged.", file=self.file.name)) from None
        return Unsaved(study_from_text(text, self.file.name), path, state, kept)

    def forget(self) -> None:
        """Remove it; where that cannot be done it stays."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
        self.release()


def abandoned_journals(folder: Path) -> list[Journal]:
    """Journals of windows that are no longer there, earliest first; they are held from now on."""
    remove_leftovers(folder)
    found: list[tuple[float, Journal]] = []
    with suppress(OSError):
        for file in folder.glob(f"*{_SUFFIX}"):
            journal = Journal(file)
            if journal.hold():
                found.append((file.stat().st_mtime, journal))
        for lock in folder.glob("*.lock"):  # of windows that had nothing to keep
            journal = Journal(lock.with_suffix(_SUFFIX))
            if not journal.file.exists() and journal.hold():
                journal.release()
    return [journal for _when, journal in sorted(found, key=lambda one: one[0])]


def _state(value: Any) -> FileState | None:
    if value is None:
        return None
    changed, size, which = value
    return (int(changed), int(size), int(which))
