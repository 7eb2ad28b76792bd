"""The one reader of all tables of a pack: a file and a row model in, typed rows and problems out."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from advisor.datapack.columns import Column, ColumnReading, columns_of
from advisor.datapack.numbers import POINTS, NumberStyle, style_of
from advisor.datapack.plain_text import Cells, decode, read_cells
from advisor.datapack.problems import Problems, shown
from advisor.datapack.reading import LARGEST_TABLE, is_present, read_bytes
from advisor.words.translation import t, tn

R = TypeVar("R", bound=tuple[Any, ...])  # a named tuple: the line, then the columns


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table of a pack.

    Attributes:
        file: its name.
        row: its row model: a named tuple of the line and the columns.
        about: what it holds, for people, marked for translation.
        key: columns that no two lines may agree in.
        key_shown: the column at which a second such line is reported; blank is the first of ``key``.
        needed: a pack must have it.
    """

    file: str
    row: type[R]
    about: str
    key: tuple[str, ...] = ()
    key_shown: str = ""
    needed: bool = False

    @property
    def columns(self) -> dict[str, Column]:
        """The columns by name."""
        return columns_of(self.row)

    def read(self, folder: Path, problems: Problems) -> list[R]:
        """The rows without a fault, in the order of the file; every fault is noted."""
        start = len(problems.found)
        rows = self._read(folder, problems)
        problems.sort_from(start)
        return rows

    def _read(self, folder: Path, problems: Problems) -> list[R]:
        if not is_present(folder, self.file):
            if self.needed:
                needed = ",".join(name for name, kind in self.columns.items() if kind.required)
                message = t("The file is missing.")
                cure = t("Add it, with at least the columns {columns}.", columns=needed)
                problems.error(self.file, 0, "", message, cure)
            return []
        content = read_bytes(folder, self.file, LARGEST_TABLE, problems)
        text = None if content is None else decode(self.file, content, problems)
        if text is None:
            return []
        cells = read_cells(self.file, text, self._understood, problems)
        if cells is None or (places := self._places(cells, problems)) is None:
            return []
        columns = [list(map(str.strip, column)) for column in zip(*cells.rows, strict=True)]
        if not columns:
            columns = [[] for _ in cells.header]
        return self._rows(cells, {name: columns[at] for name, at in places.items()}, problems)

    def _understood(self, header: Sequence[str]) -> int:
        known = self.columns
        return sum(_folded(name) in known for name in header)

    def _places(self, cells: Cells, problems: Problems) -> dict[str, int] | None:
        """Which cell of a row each column is; None where one is missing."""
        known, line = self.columns, cells.header_line
        places: dict[str, int] = {}
        turned: list[str] = []
        for at, name in enumerate(cells.header):
            column = name if name in known else _folded(name)
            if column in places:
                message = t("The column occurs twice.")
                problems.error(self.file, line, column, message, t("Remove or rename one of them."))
            elif column in known:
                places[column] = at
                turned += [name] * (column != name)
            elif name:
                self._stranger(name, line, problems)
        if turned:
            names = ", ".join(f"'{shown(name)}'" for name in turned)
            problems.note(self.file, line, "", t("Columns were recognised by {names}.", names=names))
        missing = [name for name, kind in known.items() if kind.required and name not in places]
        for name in missing:
            cure = t("Add a column named {name} to the header.", name=name)
            problems.error(self.file, line, name, t("The column is missing."), cure)
        return None if missing else places

    def _stranger(self, name: str, line: int, problems: Problems) -> None:
        similar = difflib.get_close_matches(_folded(name[:40]), list(self.columns), 1, 0.8)
        if similar:
            message = t("The column '{name}' is not known and was not read.", name=shown(name))
            problems.warning(self.file, line, "", message, t("Did you mean {name}?", name=similar[0]))

    def _rows(self, cells: Cells, columns: dict[str, list[str]], problems: Problems) -> list[R]:
        unusable: set[int] = set()
        unknown_words: dict[str, int] = {}
        style = self._style(cells, columns, problems)
        values = []
        for name, kind in self.columns.items():
            if name in columns:
                reading = ColumnReading(
                    self.file, name, cells.lines, problems, unusable, style, unknown_words
                )
                values.append(kind.read(columns[name], reading))
            else:
                values.append(kind.missing(len(cells.rows)))
        for word, count in unknown_words.items():
            message = tn("'{word}' was read as unknown in {count} cell.",
                         "'{word}' was read as unknown in {count} cells.", count, word=word)  # fmt: skip
            problems.note(self.file, 0, "", message)
        self._check_key(cells.lines, columns, values, unusable, problems)
        rows = map(cast("Any", self.row)._make, zip(cells.lines, *values, strict=True))
        return [row for at, row in enumerate(rows) if at not in unusable] if unusable else list(rows)

    def _style(self, cells: Cells, columns: dict[str, list[str]], problems: Problems) -> NumberStyle:
        if cells.separator == ",":
            return POINTS
        numbers = (columns[name] for name, kind in self.columns.items() if kind.is_number and name in columns)
        style = style_of(cell for column in numbers for cell in column)
        if style.decimal == ",":
            problems.note(self.file, 0, "", t("Numbers were read with a comma for decimals: 4,5 is 4.5."))
        return style

    def _check_key(
        self,
        lines: Sequence[int],
        columns: dict[str, list[str]],
        values: list[Sequence[object]],
        unusable: set[int],
        problems: Problems,
    ) -> None:
        """Note lines that agree in the key, and keep what other tables may refer to."""
        if not self.key:
            return
        if self.key == ("id",):
            stated = zip(reversed(columns["id"]), reversed(lines), strict=True)
            problems.named[self.file] = {id_: line for id_, line in stated if id_}
        names = list(self.columns)
        keys = list(zip(*(values[names.index(name)] for name in self.key), strict=True))
        if len(set(keys)) == len(keys):
            return
        first: dict[tuple[object, ...], int] = {}
        for at, key in enumerate(keys):
            if key[0] == "":  # a blank or broken id is a fault of its own
                continue
            if key in first:
                what = ", ".join(shown(part) for part in key if part not in ("", 0))
                message = t("'{what}' is already on line {line}.", what=what, line=lines[first[key]])
                problems.error(
                    self.file,
                    lines[at],
                    self.key_shown or self.key[0],
                    message,
                    t("Keep one of the two lines."),
                )
                unusable.add(at)
            first.setdefault(key, at)


def _folded(name: str) -> str:
    """A column's name as it is spelt here, whatever capitals, spaces and hyphens a file has."""
    plain = unicodedata.normalize("NFKC", name).strip().strip('"').casefold()
    return "_".join(plain.replace("-", " ").replace("_", " ").split())
