"""Printing to a terminal or a pipe: tables for people, JSON for scripts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from advisor.cli.errors import CommandError
from advisor.words.translation import t

Justify = Literal["left", "right"]


def table_text(columns: Sequence[tuple[str, Justify]], rows: Iterable[Sequence[str]]) -> str:
    """A plain table with aligned columns, as wide as it needs to be, without colour codes."""
    from rich.cells import cell_len  # its tables take longer to lay out than a ranking to compute

    lines = [[_in_cell(cell) for cell in row] for row in ([heading for heading, _ in columns], *rows)]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    text = []
    for cells in lines:
        padded = [
            f"{' ' * (width - cell_len(cell))}{cell}"
            if justify == "right"
            else f"{cell}{' ' * (width - cell_len(cell))}"
            for cell, width, (_, justify) in zip(cells, widths, columns, strict=True)
        ]
        text.append("  ".join(padded).rstrip())
    return "\n".join(text) + "\n"


def _in_cell(text: str) -> str:
    """A text on one line, without what would move the cursor of a terminal."""
    return text if text.isprintable() else "".join(each if each.isprintable() else " " for each in text)


def json_text(document: Any) -> str:
    """JSON with full precision; unknown must already be None."""
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    if text.isascii() or text.encode("utf-8", "ignore").decode() == text:
        return text
    return json.dumps(document, indent=2, allow_nan=False) + "\n"  # the name of a file that is no UTF-8


def emit(content: str | bytes, out: Path | None = None) -> None:
    """Write to a file, or to standard output as UTF-8 bytes unchanged.

    Raises:
        CommandError: the file cannot be written.
    """
    data = _encoded(content) if isinstance(content, str) else content
    if out is None:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise  # the reader has had enough
        except OSError as error:
            give_up_output()
            raise CommandError(
                t("The output cannot be written: {strerror}.", strerror=error.strerror)
            ) from error
        return
    from advisor.whole_file import write_whole

    with writing(out):
        write_whole(out, data)


def _encoded(text: str) -> bytes:
    """UTF-8; names of files that are none come out as the bytes that they are."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def give_up_output() -> None:
    """Write nothing more to standard output, so that what is left in it is no problem at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class writing:  # noqa: N801 - reads as a verb: with writing(path): ...
    """Turns a failure to write a file into a clear message."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Name the file and the cause."""
        if isinstance(error, OSError):
            message = t(
                "{path} cannot be written: {strerror}. Choose another place with --out.",
                path=self._path,
                strerror=error.strerror,
            )
            raise CommandError(message) from error
