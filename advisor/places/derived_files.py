"""Tables that follow from installed files alone, kept in the user's cache folder between starts.

A year of holidays for all places takes half a second to compute and never changes for one version of the
package that it comes from. What is kept here has a checksum, is named by everything that it rests on, and is
written all or nothing: a file that is damaged, old or not readable counts as not there, and two programs that
start together do no harm. It never holds what a user or a client has entered.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from advisor import __version__
from advisor.paths import user_folder

_FORMAT = 2
_CHECK = 64  # bytes of the checksum, which come first
_KEPT = 8  # files of one name: those of other versions of the program and its packages
_BESIDE = ".dist-info"


def read_table(name: str, packages: tuple[str, ...]) -> dict[str, object]:
    """A kept table, empty where there is none that can be trusted.

    Args:
        name: names the table; part of the file's name.
        packages: installed packages that the table rests on.
    """
    content = read_kept(name, _rests_on(packages), ".json")
    if content is None:
        return {}
    try:
        found = json.loads(content)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def keep_table(name: str, packages: tuple[str, ...], table: dict[str, object]) -> None:
    """Keep a table, all or nothing; where that cannot be done it is left, since it can be computed again."""
    content = json.dumps(table, separators=(",", ":"), ensure_ascii=True).encode("ascii")
    keep(name, _rests_on(packages), ".json", content)


def read_kept(name: str, rests_on: Sequence[str], suffix: str) -> bytes | None:
    """What was kept under a name, None where there is nothing that can be trusted.

    Args:
        name: part of the file's name.
        rests_on: everything that it follows from; another version of anything is another file.
        suffix: how the file's name ends.
    """
    file = _file(name, rests_on, suffix)
    if file is None:
        return None
    try:
        with file.open("rb") as stream:
            if not _is_ours(os.fstat(stream.fileno())):
                return None
            check, content = stream.read(_CHECK), stream.read()
    except (OSError, ValueError):
        return None
    return content if check == hashlib.sha256(content).hexdigest().encode() else None


def keep(name: str, rests_on: Sequence[str], suffix: str, content: bytes) -> None:
    """Keep something, all or nothing; where that cannot be done it is left, since it can be made again."""
    file = _file(name, rests_on, suffix)
    if file is None:
        return
    unfinished = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=file.parent, prefix=f".{name}-", delete=False) as out:
            unfinished = out.name
            out.write(hashlib.sha256(content).hexdigest().encode())
            out.write(content)
        Path(unfinished).replace(file)
        _remove_old(file, name, suffix)
    except (OSError, ValueError):
        with suppress(OSError):
            Path(unfinished).unlink(missing_ok=True)


@cache
def package_version(package: str) -> str:
    """The version of an installed package, from the name of the folder that installers put beside it.

    The library's own way reads and parses all that stands in the folder, which takes as long as a ranking's
    arithmetic.
    """
    start = f"{package.casefold()}-"
    for folder in sys.path:
        for name in _names_in(folder):
            if name.endswith(_BESIDE) and name.casefold().startswith(start):
                return name[len(start) : -len(_BESIDE)]
    from importlib.metadata import version  # installed in some other way

    return version(package)


@cache
def _names_in(folder: str) -> tuple[str, ...]:
    try:
        return tuple(os.listdir(folder or "."))  # noqa: PTH208  names are all that is wanted of some hundred
    except OSError:
        return ()


def _rests_on(packages: tuple[str, ...]) -> list[str]:
    return [f"{package} {package_version(package)}" for package in packages]


def _file(name: str, rests_on: Sequence[str], suffix: str) -> Path | None:
    folder = user_folder("cache")
    if folder is None:
        return None
    digest = hashlib.sha256("|".join((str(_FORMAT), __version__, *rests_on)).encode()).hexdigest()[:16]
    return folder / f"{name}-{digest}{suffix}"


def _is_ours(status: os.stat_result) -> bool:
    """Whether nobody else can have written a file; where systems do not tell, folders of users are closed."""
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _remove_old(newest: Path, name: str, suffix: str) -> None:
    """Remove what versions before the last few have left."""
    digits = len(newest.name) - len(name) - len(suffix)
    found = [
        file
        for file in newest.parent.glob(f"{name}-*{suffix}")
        if len(file.name) - len(name) - len(suffix) == digits
    ]
    for file in sorted(found, key=lambda each: each.stat().st_mtime)[:-_KEPT]:
        file.unlink(missing_ok=True)
