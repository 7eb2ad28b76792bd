"""Writing a file so that it is either the old one or the whole new one, whatever happens."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

_TEMPORARY = ".advisor-"  # begins the name of a file that is being written


def write_whole(path: Path, content: bytes) -> None:
    """Write a file all or nothing.

    A link is followed and its target replaced. A file keeps its permissions, and one that may not be written
    to is refused although its folder would allow a replacement. What is no regular file (a pipe, a device
    such as ``/dev/stdout``) cannot be replaced: it is written to.

    Raises:
        OSError: it cannot be written; an earlier file is as it was.
    """
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    found = _status(target)
    if found is not None and not stat.S_ISREG(found.st_mode):
        _write_stream(path, content)
        return
    if found is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(target))
    # The name of the temporary file does not grow with that of the target, which may be as long as can be.
    handle, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(found.st_mode) if found is not None else 0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write several files that belong together: all of them, or none.

    Raises:
        OSError: one cannot be written; earlier files are as they were.
    """
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            before[path] = path.read_bytes() if path.is_file() else None
            write_whole(path, content)
    except OSError:
        for path, content_before in list(before.items())[:-1]:
            with contextlib.suppress(OSError):
                if content_before is None:
                    path.unlink(missing_ok=True)
                else:
                    write_whole(path, content_before)
        raise


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _write_stream(path: Path, content: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    with path.open("wb") as stream:
        stream.write(content)


def _sync_folder(folder: Path) -> None:
    """The new name too is on the disk; systems that cannot do this for folders keep it anyway."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
