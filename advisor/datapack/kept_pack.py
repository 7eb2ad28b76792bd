"""The program's own pack as it was read, kept between starts: reading and checking it takes much longer.

Only the pack that comes with the program is kept, never one of a user. It is kept under everything that it
follows from: every byte of its files, the code that reads them, and the language that it is read in. The file
is a pickle, of which nothing is executed: it is refused unless it belongs to this user and nobody else may
write to it, and nothing but the frozen classes of a pack can be named in it (see
``docs/decisions/0016-kept-between-starts.md``).
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from advisor.datapack.read_words import learn_words, words_file
from advisor.datapack.schema import DataPack
from advisor.garbage import no_search_by_itself
from advisor.paths import CODE, DEFAULT_PACK
from advisor.places.derived_files import keep, package_version, read_kept
from advisor.words.place_names import learn_names
from advisor.words.translation import LANGUAGES, language

_NAME, _SUFFIX = "pack", ".pickle"
_FOLDER = "folder"
_PACKAGES = ("numpy", "babel", "tzdata")
_READ_BY = ("core", "costs", "places", "computed", "datapack", "words")  # floors whose code makes a pack
_VALUES = ("core", "costs", "places", "datapack")  # floors of which a pack holds values


def open_pack(folder: Path) -> DataPack:
    """Open a data pack, the program's own from the cache folder where it has been read before.

    Raises:
        PackError: the pack has errors; the exception holds all of them.
    """
    rests_on = _rests_on(folder) if _is_own(folder) else None
    if rests_on is not None:
        content = read_kept(_NAME, rests_on, _SUFFIX)
        pack = None if content is None else unpacked(content, folder)
        if pack is not None:
            learn_words(folder)
            learn_names(((place.name, place.in_sentence) for place in pack.locations), language())
            return pack
    from advisor.datapack.loading import load_pack  # with all that reads and checks tables

    pack = load_pack(folder)
    if rests_on is not None and not pack.remarks:
        keep(_NAME, rests_on, _SUFFIX, packed(pack))
    return pack


def packed(pack: DataPack) -> bytes:
    """A pack as bytes, without the folder that it stands in."""
    out = io.BytesIO()
    _Packer(out, pack.folder).dump(pack)
    return out.getvalue()


def unpacked(content: bytes, folder: Path) -> DataPack | None:
    """The pack that ``packed`` made bytes of; None where they hold anything else."""
    try:
        with no_search_by_itself():  # thousands of small values, no circles
            found = _Unpacker(io.BytesIO(content), folder).load()
    except Exception:
        return None
    return found if isinstance(found, DataPack) else None


class _Packer(pickle.Pickler):
    """Writes arrays and mappings so that they come back as frozen as they are."""

    def __init__(self, out: io.BytesIO, folder: Path) -> None:
        super().__init__(out, protocol=5)
        self._folder = folder

    def persistent_id(self, value: Any) -> str | None:
        return _FOLDER if isinstance(value, Path) and value == self._folder else None

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, MappingProxyType):
            return MappingProxyType, (dict(value),)
        if isinstance(value, np.ndarray):
            if value.dtype == object:
                return objects_array, (value.ravel().tolist(), value.shape)
            return numbers_array, (value.tobytes(), value.dtype.str, value.shape)
        return NotImplemented


class _Unpacker(pickle.Unpickler):
    """Knows the classes of a pack and nothing else."""

    def __init__(self, content: io.BytesIO, folder: Path) -> None:
        super().__init__(content)
        self._folder = folder

    def persistent_load(self, name: str) -> Path:
        if name != _FOLDER:
            raise pickle.UnpicklingError(name)
        return self._folder

    def find_class(self, module: str, name: str) -> Any:
        if made := _MAKERS.get((module, name)):
            return made
        program, _, place = module.partition(".")
        if program != "advisor" or place.partition(".")[0] not in _VALUES or not name.isidentifier():
            raise pickle.UnpicklingError(name)
        found = super().find_class(module, name)
        if not (isinstance(found, type) and found.__module__ == module and _is_value(found)):
            raise pickle.UnpicklingError(name)
        return found


def _is_value(kind: type) -> bool:
    return is_dataclass(kind) or issubclass(kind, tuple | Enum)


def numbers_array(content: bytes, kind: str, shape: tuple[int, ...]) -> NDArray[Any]:
    """A frozen array of numbers from its bytes."""
    return np.frombuffer(content, dtype=np.dtype(kind)).reshape(shape)


def objects_array(values: list[object], shape: tuple[int, ...]) -> NDArray[np.object_]:
    """A frozen array of objects from a list."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    array = array.reshape(shape)
    array.flags.writeable = False
    return array


_MAKERS: Mapping[tuple[str, str], object] = {
    (__name__, "numbers_array"): numbers_array,
    (__name__, "objects_array"): objects_array,
    ("builtins", "mappingproxy"): MappingProxyType,
}


def _is_own(folder: Path) -> bool:
    return os.path.realpath(folder) == os.path.realpath(DEFAULT_PACK)


def _rests_on(folder: Path) -> list[str] | None:
    """Everything that the pack follows from; None where it cannot be told."""
    try:
        files = sorted(_files(folder))
        read = [f"{name} {hashlib.sha256((folder / name).read_bytes()).hexdigest()}" for name in files]
        code = [
            f"{status.st_size} {status.st_mtime_ns} {path}"
            for path, status in (
                *(found for room in _READ_BY for found in sorted(_code(CODE / room))),
                *_catalogues(),
            )
        ]
    except OSError:
        return None
    packages = [f"{package} {package_version(package)}" for package in _PACKAGES]
    return [sys.implementation.cache_tag or sys.version, language(), *packages, *read, *code]


def _catalogues() -> Iterator[tuple[str, os.stat_result]]:
    """Sentences that are made while a pack is read come from there."""
    if (path := LANGUAGES / f"{language()}.po").is_file():
        yield path.name, path.stat()


def _files(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        yield from (entry.name for entry in entries if entry.is_file() and not entry.name.endswith(".md"))
    if (folder / (words := words_file(language()))).is_file():
        yield words


def _code(room: Path) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(room) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.name, entry.stat()
