"""What the program remembers from one start to the next: looks and sizes, never the client's figures."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

APPLICATION = "location-advisor"
_RECENT_FILES = 8
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)  # percent
USUAL_SIZE = 100


def user_store() -> QSettings:
    """The INI file of this user."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APPLICATION, APPLICATION)


class Settings:
    """Named, typed access to a ``QSettings`` store; values that make no sense count as not stored."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._store = store if store is not None else user_store()

    @property
    def store(self) -> QSettings:
        """The store itself, for views that remember something of their own."""
        return self._store

    @property
    def look(self) -> str:
        """``light``, ``dark``, or empty to follow the system."""
        name = self._store.value("look", "")
        return name if name in ("light", "dark") else ""

    @look.setter
    def look(self, name: str) -> None:
        self._store.setValue("look", name)

    @property
    def text_size(self) -> int:
        """Size of all type in percent of the usual one, one of ``TEXT_SIZES``."""
        stored = str(self._store.value("text_size", ""))
        return int(stored) if stored.isdecimal() and int(stored) in TEXT_SIZES else USUAL_SIZE

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._store.setValue("text_size", str(percent))

    @property
    def language(self) -> str:
        """ISO 639 code of the chosen language, or empty to follow the system."""
        return str(self._store.value("language", ""))

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def reduced_motion(self) -> bool | None:
        """Whether things should jump rather than glide; None to do as the system does."""
        return {"true": True, "false": False}.get(str(self._store.value("reduced_motion", "")).lower())

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self._store.setValue("reduced_motion", "true" if reduced else "false")

    @property
    def reopens_last(self) -> bool:
        """Whether a start opens the study that was open last."""
        return str(self._store.value("reopens_last", "false")).lower() == "true"

    @reopens_last.setter
    def reopens_last(self, reopens: bool) -> None:
        self._store.setValue("reopens_last", "true" if reopens else "false")

    @property
    def shows_tour(self) -> bool:
        """Whether a start without a study begins with the tour: until it was closed for good."""
        return str(self._store.value("shows_tour", "true")).lower() == "true"

    @shows_tour.setter
    def shows_tour(self, shows: bool) -> None:
        self._store.setValue("shows_tour", "true" if shows else "false")

    @property
    def study_at_start(self) -> Path | None:
        """The study that a start opens by itself: the latest one, if that is wished and it is still there."""
        latest = next(iter(self.recent_files), None)
        return latest if self.reopens_last and latest is not None and latest.is_file() else None

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window as Qt saved it, empty where nothing is stored."""
        stored = self._store.value("window/geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    def sizes(self, splitter: str, parts: int) -> list[int] | None:
        """The remembered sizes of a splitter in pixels, None where they do not fit it."""
        stored = str(self._store.value(f"sizes/{splitter}", ""))
        texts = stored.split()
        if len(texts) != parts or not all(text.isdecimal() for text in texts):
            return None
        sizes = [int(text) for text in texts]
        return sizes if sum(sizes) > 0 else None

    def keep_sizes(self, splitter: str, sizes: list[int]) -> None:
        """Remember the sizes of a splitter."""
        self._store.setValue(f"sizes/{splitter}", " ".join(str(size) for size in sizes))

    @property
    def recent_files(self) -> list[Path]:
        """Study files opened or saved lately, latest first."""
        try:
            stored = json.loads(str(self._store.value("recent_files", "")))
        except ValueError:
            return []
        return [Path(name) for name in stored if isinstance(name, str)] if isinstance(stored, list) else []

    def add_recent_file(self, path: Path) -> None:
        """Put a file first in the list of recent ones."""
        others = [file for file in self.recent_files if file != path]
        names = [str(file) for file in [path, *others][:_RECENT_FILES]]
        self._store.setValue("recent_files", json.dumps(names))

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()
