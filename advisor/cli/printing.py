"""Printing to a terminal or a pipe: tables for people, JSON for scripts."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from advisor.cli.errors import CommandError
from advisor.whole_file import write_whole
from advisor.words.translation import t

Justify = Literal["left", "right"]


def table_text(columns: Sequence[tuple[str, Justify]], rows: Iterable[Sequence[str]]) -> str:
    """A plain table with aligned columns, as wide as it needs to be, without colour codes."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    for heading, justify in columns:
        table.add_column(heading, justify=justify, no_wrap=True)
    for row in rows:
        table.add_row(*row)
    console = Console(
        file=io.StringIO(),  # never the standard output, which capturing would flush
        width=10_000,
        color_system=None,
        force_terminal=False,
        markup=False,
        highlight=False,
    )
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def json_text(document: Any) -> str:
    """JSON with full precision; unknown must already be None."""
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def emit(content: str | bytes, out: Path | None = None) -> None:
    """Write to a file, or to standard output as UTF-8 bytes unchanged.

    Raises:
        CommandError: the file cannot be written.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
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
    with writing(out):
        write_whole(out, data)


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
