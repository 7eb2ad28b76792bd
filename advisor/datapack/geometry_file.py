"""The polygons of a pack's map: a file that is parsed, checked and written again before a page sees it."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from advisor.datapack.geojson import Feature, read_features, written
from advisor.datapack.location_table import LOCATIONS
from advisor.datapack.problems import PackError, Problem, Problems
from advisor.datapack.reading import LARGEST_GEOMETRY, read_bytes

_KEPT = 4


@dataclass(frozen=True, slots=True)
class _Checked:
    """What became of a file: features (None where it cannot be drawn), and what is to be said."""

    features: list[Feature] | None
    problems: tuple[Problem, ...]


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

    def page_text(self) -> str:
        """The polygons as a GeoJSON FeatureCollection in ASCII, made of nothing but what was understood.

        It reads only the ids of the places besides, so that the map can start before the pack is loaded;
        who comes second takes what the first has made.

        Raises:
            PackError: the file cannot be drawn.
        """
        checked = self._read([row.id for row in LOCATIONS.read(self.folder, Problems())])
        if checked.features is None:
            raise PackError(str(self.folder), list(checked.problems))
        collection = {"type": "FeatureCollection", "features": [written(each) for each in checked.features]}
        return json.dumps(collection, ensure_ascii=True, allow_nan=False, separators=(",", ":"))

    def _read(self, location_ids: Sequence[str]) -> _Checked:
        problems = Problems()
        content = read_bytes(self.folder, self.name, LARGEST_GEOMETRY, problems)
        if content is None:
            return _Checked(None, tuple(problems.found))
        key = hashlib.sha256(content)
        key.update("\0".join((self.name, self.id_property, *location_ids)).encode("utf-8", "replace"))
        with _lock:
            if key.hexdigest() not in _checked:
                _checked[key.hexdigest()] = self._check(content, location_ids)
                while len(_checked) > _KEPT:
                    _checked.popitem(last=False)
            _checked.move_to_end(key.hexdigest())
            return _checked[key.hexdigest()]

    def _check(self, content: bytes, location_ids: Sequence[str]) -> _Checked:
        problems = Problems()
        features = read_features(self.name, content, location_ids, self.id_property, problems)
        return _Checked(None if problems.errors else features, tuple(problems.found))
