"""Writing a file so that it is either the old one or the whole new one, whatever happens."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import socket
import stat
import tempfile
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from uuid import uuid4

# A file that is being written is called after machine and process, so that others know when nobody will end
# it. Its name does not grow with that of the target, which may be as long as can be.
_PREFIX, _SUFFIX = ".advisor-", ".tmp"
_LEFTOVER = re.compile(r"\.advisor-([0-9a-f]{8})-(\d+)-\w+\.tmp")
_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_LONG_AGO_S = 24 * 3600.0  # nobody writes one file for a day


def write_whole(path: Path, content: bytes, *, mode: int | None = None) -> None:
    """Write a file all or nothing.

    A link is followed and its target replaced. A file keeps its permissions and, where the system allows it,
    its owner; one that may not be written to, or that nobody may write to, is refused although its folder
    would allow a replacement. What is no regular file (a pipe, a device such as ``/dev/stdout``) cannot be
    replaced: it is written to. What a killed program has left half-written in the same folder goes.

    Args:
        path: where to.
        content: what.
        mode: permissions of a file that is new; None for those that new files have.

    Raises:
        OSError: it cannot be written; an earlier file is as it was.
    """
    if is_stream(path):
        _write_stream(path, content)
        return
    found = _status(path)
    target = Path(os.path.realpath(path)) if path.is_symlink() else path
    if found is not None and not (os.access(target, os.W_OK) and found.st_mode & _ANYBODY_WRITES):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    if found is not None:
        mode = stat.S_IMODE(found.st_mode)
    elif mode is None:
        mode = 0o666 & ~_umask()
    remove_leftovers(target.parent)
    temporary = _prepared(target.parent, content, mode)
    try:
        if found is not None:
            _give_to(temporary, found)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _give_to(path: Path, found: os.stat_result) -> None:
    """Let a file belong to whom the one that it replaces belongs to; only some may give files away."""
    if hasattr(os, "chown") and (found.st_uid, found.st_gid) != (os.getuid(), os.getgid()):
        with contextlib.suppress(OSError):
            os.chown(path, found.st_uid, found.st_gid)
            path.chmod(stat.S_IMODE(found.st_mode))  # giving it away may have taken some of them


def remove_leftovers(folder: Path) -> None:
    """Remove what programs that are no longer running have left half-written in a folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if (match := _LEFTOVER.fullmatch(entry.name)) and _is_left(entry, *match.groups()):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _is_left(entry: os.DirEntry[str], machine: str, process: str) -> bool:
    if machine == _machine() and os.name == "posix":  # elsewhere asking after a process would end it
        return not _is_running(int(process))
    return time.time() - entry.stat(follow_symlinks=False).st_mtime > _LONG_AGO_S


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


@cache
def _machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:8]


def _prefix() -> str:
    return f"{_PREFIX}{_machine()}-{os.getpid()}-"


def is_stream(path: Path) -> bool:
    """Whether a path is there and no regular file: a pipe, a device, a folder."""
    found = _status(path)
    return found is not None and not stat.S_ISREG(found.st_mode)


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


def _prepared(folder: Path, content: bytes, mode: int) -> Path:
    """A temporary file with the content, on the disk.

    Raises:
        OSError: it cannot be written; nothing is left of it.
    """
    with contextlib.suppress(OSError):
        return _prepared_nameless(folder, content, mode)
    handle, name = tempfile.mkstemp(prefix=_prefix(), suffix=_SUFFIX, dir=folder)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _prepared_nameless(folder: Path, content: bytes, mode: int) -> Path:
    """The same, named only once it is complete, so that being killed while writing leaves nothing.

    Raises:
        OSError: the system or the file system cannot do this, or it cannot be written.
    """
    if not hasattr(os, "O_TMPFILE"):
        raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
    path = folder / f"{_prefix()}{uuid4().hex}{_SUFFIX}"
    handle = os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fchmod(handle, mode)
        os.fsync(handle)
        # The name of the handle is a link to the file; Python follows it only from a folder handle.
        handles = os.open("/proc/self/fd", os.O_RDONLY)
        try:
            os.link(str(handle), path, src_dir_fd=handles, follow_symlinks=True)
        finally:
            os.close(handles)
    return path


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _write_stream(path: Path, content: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
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
