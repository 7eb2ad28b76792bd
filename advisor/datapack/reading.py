"""Bounded reads: only regular files inside the pack, none larger than anybody can want."""

from __future__ import annotations

import os
import stat
import tomllib
from pathlib import Path
from typing import Any

from advisor.datapack.problems import Problems
from advisor.words.translation import t

LARGEST_TABLE = 64 * 2**20
LARGEST_TOML = 2**20
LARGEST_GEOMETRY = 128 * 2**20
_MEGABYTE = 2**20


def is_present(folder: Path, file: str) -> bool:
    """Whether a pack has something of that name, be it a file or not."""
    return os.path.lexists(folder / file)


def read_bytes(folder: Path, file: str, limit: int, problems: Problems) -> bytes | None:
    """The content of a file of a pack; None, with the reason noted, where it may not or cannot be read.

    Args:
        folder: the pack.
        file: path inside it.
        limit: most bytes that are read.
        problems: where the reason is noted.
    """
    try:
        # Where it would be, whether or not there is something: a way out of the pack is no missing file.
        path, home = (folder / file).resolve(), folder.resolve(strict=True)
        if not path.is_relative_to(home):
            message = t("The file lies outside the pack's folder.")
            problems.error(file, 0, "", message, t("Copy it into the folder of the pack."))
            return None
        # Opened without waiting, so that a pipe without a writer does not hold everything up.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                message = t("This is not a regular file.")
                problems.error(file, 0, "", message, t("Put a plain file in its place."))
                return None
            content = stream.read(limit + 1)
    except FileNotFoundError:
        problems.error(file, 0, "", t("The file is missing."), t("Add it to the folder of the pack."))
        return None
    except (OSError, RuntimeError, ValueError) as error:  # also a loop of links, a name with a NUL
        reason = getattr(error, "strerror", None) or str(error)
        message = t("The file cannot be read: {reason}.", reason=reason)
        problems.error(file, 0, "", message, t("Check that it is a file and that you may read it."))
        return None
    if len(content) > limit:
        message = t("The file is larger than {limit} MB.", limit=limit // _MEGABYTE)
        problems.error(file, 0, "", message, t("Keep only what the pack needs."))
        return None
    return content


def read_toml(folder: Path, file: str, problems: Problems) -> dict[str, Any]:
    """The entries of a TOML file of a pack, empty where there is none or it cannot be read."""
    if not is_present(folder, file):
        return {}
    content = read_bytes(folder, file, LARGEST_TOML, problems)
    if content is None:
        return {}
    cure = t("Mend the line that it names.")
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problems.error(file, line, "", t("The file is not UTF-8 text."), t("Save it as UTF-8."))
    except tomllib.TOMLDecodeError as error:
        line = getattr(error, "lineno", 0) or _line_in(str(error))
        message = t("The file is not valid TOML: {reason}.", reason=str(error))
        problems.error(file, line, "", message, cure)
    except RecursionError:
        message = t("Brackets stand within one another more deeply than can be read.")
        problems.error(file, _deepest_line(content), "", message, t("Write at most ten within one another."))
    except ValueError:  # a whole number of more digits than Python reads
        message = t("A number has too many digits.")
        problems.error(file, 0, "", message, t("Write numbers with at most 15 digits."))
    return {}


def _line_in(message: str) -> int:
    """The line that a message of tomllib names: it holds it only as text."""
    words = message.replace(",", " ").split()
    return int(words[words.index("line") + 1]) if "line" in words[:-1] else 0


def _deepest_line(content: bytes) -> int:
    """The line with most opening brackets."""
    lines = content.split(b"\n")
    return max(range(len(lines)), key=lambda at: lines[at].count(b"[") + lines[at].count(b"{")) + 1
