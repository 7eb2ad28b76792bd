"""Reading a JSON file that may be anything: bounded in size and digits, never waiting for a pipe."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path
from typing import Any

from advisor.scenario.study.problems import ABSURD, LONGEST_MESSAGE, MOST_DIGITS, place_text
from advisor.words.plain_text import one_line
from advisor.words.translation import t

MOST_BYTES = 32 * 1024 * 1024
_MOST_DEEP = 20  # entries within entries; a study has 7
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")  # UTF-8 has no other way to write half a character


class StudyFileError(Exception):
    """A file that cannot be opened as a study; the message names the file, the cause and the cure."""

    def __init__(self, message: str) -> None:
        super().__init__(one_line(message, LONGEST_MESSAGE))


class _RefusedError(ValueError):
    """JSON that the standard allows and that cannot be meant."""


def read_json(path: Path) -> Any:
    """The content of a JSON file as plain values.

    Integers of absurd length come as very large ones, which no limit lets pass, so that the message about
    them can say where they stand.

    Raises:
        StudyFileError: no file, too large, no text, no JSON, or JSON that cannot be meant.
    """
    return parse_json(read_bounded(path), path.name)


def parse_json(content: bytes, name: str) -> Any:
    """The same for content that was read already.

    Args:
        content: the JSON text, UTF-8.
        name: of the file that it came from, for messages.

    Raises:
        StudyFileError: no text, no JSON, or JSON that cannot be meant.
    """
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, parse_int=_integer, object_pairs_hook=_unique)
    except UnicodeDecodeError:
        raise StudyFileError(t("{file} is not UTF-8 text, so it is no study.", file=name)) from None
    except RecursionError:
        raise StudyFileError(_too_deep(name)) from None
    except json.JSONDecodeError as error:
        raise StudyFileError(
            t(
                "{file}, line {line}, is not valid JSON: {cause}. Restore an earlier copy.",
                file=name,
                line=error.lineno,
                cause=error.msg,
            )
        ) from None
    except _RefusedError as error:
        raise StudyFileError(
            t("{file} cannot be opened: {cause}. Correct it in the file.", file=name, cause=error)
        ) from None
    if _depth(document) > _MOST_DEEP:
        raise StudyFileError(_too_deep(name))
    if _ESCAPED_SURROGATE.search(text) and (place := _surrogate_place(document)):
        raise StudyFileError(
            t(
                "{file} cannot be opened: {place} holds half a character (a lone surrogate such as \\ud800). "
                "Correct it in the file.",
                file=name,
                place=place,
            )
        )
    return document


def _too_deep(name: str) -> str:
    return t("{file} is nested too deeply, so it is no study.", file=name)


def _depth(document: Any) -> int:
    """How deep entries stand within entries, counted no further than is of interest."""
    level, depth = [document], 0
    while level and depth <= _MOST_DEEP:
        depth += 1
        inside: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                inside.extend(value.values())
            elif isinstance(value, list):
                inside.extend(value)
        level = inside
    return depth


def read_bounded(path: Path) -> bytes:
    """The content of a file of a sensible size.

    Raises:
        StudyFileError: no file, no regular one, or one that is too large.
    """
    try:
        # Opening a pipe without this waits for somebody to write to it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise StudyFileError(t("There is no file {file}. Check its name and folder.", file=path)) from None
    except OSError as error:
        raise StudyFileError(t("{file} cannot be read: {cause}.", file=path, cause=error.strerror)) from error
    except ValueError:
        raise StudyFileError(t("{file} is no name that a file can have.", file=path)) from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise StudyFileError(
                t("{file} is a folder, pipe or device. Save the study as a file and open that.", file=path)
            )
        with os.fdopen(handle, "rb", closefd=False) as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise StudyFileError(t("{file} cannot be read: {cause}.", file=path, cause=error.strerror)) from error
    finally:
        os.close(handle)
    if len(content) > MOST_BYTES:
        raise StudyFileError(
            t(
                "{file} is larger than {most} MB, which no study is. Check that it is the right file.",
                file=path.name,
                most=MOST_BYTES // 1024**2,
            )
        )
    return content


def _integer(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        return -ABSURD if digits.startswith("-") else ABSURD
    return int(digits)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _RefusedError(t("'{entry}' stands twice in the same place", entry=place_text([twice])))
    return made


def _surrogate_place(document: Any) -> str:
    waiting: list[tuple[tuple[int | str, ...], Any]] = [((), document)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str):
            if not value.isascii() and _SURROGATE.search(value):
                return place_text(place)
        elif isinstance(value, dict):
            for key, part in value.items():
                if not key.isascii() and _SURROGATE.search(key):
                    return place_text((*place, key.encode("ascii", "replace").decode()))
                waiting.append(((*place, key), part))
        elif isinstance(value, list):
            waiting.extend(((*place, index), part) for index, part in enumerate(value))
    return ""
