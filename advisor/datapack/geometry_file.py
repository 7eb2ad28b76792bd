"""The polygons of a pack's map: a file that is parsed, checked and written again before a page sees it."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from advisor.datapack.problems import PackError, Problem, Problems
from advisor.datapack.reading import LARGEST_GEOMETRY, read_bytes
from advisor.paths import DEFAULT_PACK
from advisor.places.derived_files import keep_table, read_table

if TYPE_CHECKING:
    from advisor.datapack.geojson import Feature

_KEPT = 4
_LARGE = 8 * 2**20
_TABLE = "polygons"


@dataclass(slots=True)
class _Checked:
    """What became of a file.

    Attributes:
        features: its features, None where it cannot be drawn or only the text is known.
        problems: what is to be said.
        text: the text for the page, once it has been asked for.
    """

    features: list[Feature] | None
    problems: tuple[Problem, ...] = ()
    text: str = ""

    def written(self) -> str:
        """The text for the page, blank where it cannot be drawn."""
        if not self.text and self.features is not None:
            from advisor.datapack.geojson import written  # not needed where the text has been kept

            collection = {"type": "FeatureCollection", "features": [written(each) for each in self.features]}
            self.text = json.dumps(collection, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
        return self.text


_lock = Lock()
_checked: OrderedDict[str, _Checked] = OrderedDict()


@dataclass(frozen=True, slots=True)
class GeometryFile:
    """A GeoJSON file of a pack.

    Attributes:
        folder: the pack.
        name: the file inside it.
        id_property: the property that holds the ids of places; blank to find out.
    """

    folder: Path
    name: str
    id_property: str = ""

    def check(self, location_ids: Sequence[str], problems: Problems) -> None:
        """Note what is wrong with the file, and how it was understood."""
        for problem in self._read(location_ids).problems:
            problems.add(problem)

    @property
    def is_large(self) -> bool:
        """Whether reading it takes so long that nobody should wait for it."""
        try:
            return (self.folder / self.name).stat().st_size > _LARGE
        except (OSError, ValueError):
            return False

    def page_text(self) -> str:
        """The polygons as a GeoJSON FeatureCollection in ASCII, made of nothing but what was understood.

        It reads only the ids of the places besides, so that the map can start before the pack is loaded;
        who comes second takes what the first has made.

        Raises:
            PackError: the file cannot be drawn.
        """
        checked = self._read(self._location_ids())
        with _lock:
            text = checked.written()
        if not text:
            raise PackError(str(self.folder), list(checked.problems))
        return text

    @property
    def _is_own(self) -> bool:
        """Whether this is the program's own, which is kept between starts; those of users never are."""
        return self.folder.resolve() == DEFAULT_PACK.resolve()

    def _location_ids(self) -> list[str]:
        if self._is_own:  # tidy, and the page waits: without loading what reads tables of every kind
            with (self.folder / "locations.csv").open(encoding="utf-8", newline="") as table:
                return [row["id"] for row in csv.DictReader(table)]
        from advisor.datapack.location_table import LOCATIONS

        return [row.id for row in LOCATIONS.read(self.folder, Problems())]

    def _read(self, location_ids: Sequence[str]) -> _Checked:
        problems = Problems()
        content = read_bytes(self.folder, self.name, LARGEST_GEOMETRY, problems)
        if content is None:
            return _Checked(None, tuple(problems.found))
        digest = hashlib.sha256(content)
        digest.update("\0".join((self.name, self.id_property, *location_ids)).encode("utf-8", "replace"))
        key = digest.hexdigest()
        with _lock:
            if key not in _checked:
                is_own = self._is_own
                kept = _kept_text(key) if is_own else ""
                _checked[key] = _Checked(None, (), kept) if kept else self._check(content, location_ids)
                if is_own and not kept:
                    _keep_text(key, _checked[key])
                while len(_checked) > _KEPT:
                    _checked.popitem(last=False)
            _checked.move_to_end(key)
            return _checked[key]

    def _check(self, content: bytes, location_ids: Sequence[str]) -> _Checked:
        from advisor.datapack.geojson import read_features

        problems = Problems()
        features = read_features(self.name, content, location_ids, self.id_property, problems)
        return _Checked(None if problems.errors else features, tuple(problems.found))


def _kept_text(key: str) -> str:
    kept = read_table(_TABLE, ())
    text = kept.get("text")
    return text if kept.get("key") == key and isinstance(text, str) else ""


def _keep_text(key: str, checked: _Checked) -> None:
    if not checked.problems and checked.written():
        keep_table(_TABLE, (), {"key": key, "text": checked.text})
