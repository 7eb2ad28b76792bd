"""Votes from files: tables with one row a person, and the small files that ballots save.

Everything is read and checked before anything is taken: a problem names file, row and column, and its cure.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from advisor.core.criteria import themes_of
from advisor.datapack.numbers import NumberError, NumberStyle, parse_number, style_of
from advisor.datapack.plain_text import decode, read_cells
from advisor.datapack.problems import Problem, Problems, shown
from advisor.datapack.schema import DataPack
from advisor.scenario.edits.weight_edits import theme_shares, weights_by_default
from advisor.scenario.people.votes import Vote
from advisor.scenario.study.embedding import open_book
from advisor.scenario.study.json_reading import StudyFileError, read_bounded
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Stakeholder
from advisor.words.formatting import list_text
from advisor.words.translation import t

VOTE_SUFFIXES = (".csv", ".xlsx", ".tsv", ".txt")
NAME, IMPORTANCE = "name", "importance"
_ALSO = {"who": NAME, "person": NAME, "stakeholder": NAME, "counts": IMPORTANCE}
_MOST_ROWS = 2_000
_STEP = 100  # rows between two looks at whether somebody still wants them

Progress = Callable[[float], None]


def _unheard(_part: float) -> None:
    """Told to nobody."""


@dataclass(frozen=True, slots=True)
class VoteTable:
    """The votes of one or more files.

    Attributes:
        votes: in the order of the rows; empty where there is any problem.
        problems: what has to be put right first.
        remarks: how a file was read, where that is not plain.
    """

    votes: tuple[Vote, ...]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class _Rows:
    """A table as text: the name of its file, its header, and its rows with their lines."""

    file: str
    header_line: int
    header: list[str]
    rows: list[tuple[int, list[str]]]


@dataclass(slots=True)
class _Reading:
    """What has been read so far.

    Attributes:
        columns: what a column may be called, in lower case, to its id.
        themes: ids of the themes to their labels.
        shares: theme id to the business function's share, percent.
        seen: names in lower case to where they stand.
        progress: told the part of the file that is read.
    """

    columns: dict[str, str]
    themes: dict[str, str]
    shares: dict[str, float]
    problems: Problems = field(default_factory=Problems)
    remarks: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    progress: Progress = _unheard


def name_column(header: Sequence[str]) -> int | None:
    """Which column of a table holds names, by its headings."""
    known = {t("Name").casefold(): NAME, NAME: NAME, **_ALSO}
    return next((at for at, cell in enumerate(header) if known.get(cell.strip().casefold()) == NAME), None)


def read_votes(
    paths: Sequence[Path], pack: DataPack, scenario: Scenario, progress: Progress = _unheard
) -> VoteTable:
    """Read the votes of tables and ballots.

    A row with nothing but a name is somebody who has not weighed. A theme without a column keeps the share
    that the business function gives it.

    Args:
        paths: CSV files or spreadsheets.
        pack: whose themes are weighed.
        scenario: whose business function stands for themes without a column.
        progress: told the part that is read, now and then; it may raise to stop the work.
    """
    themes = {theme: pack.theme_label(theme) for theme in themes_of(pack.criteria)}
    names = {NAME: NAME, IMPORTANCE: IMPORTANCE, **_ALSO}
    names |= {t("Name").casefold(): NAME, t("Importance").casefold(): IMPORTANCE}
    columns = names | {label.casefold(): theme for theme, label in themes.items()}
    columns |= {theme.casefold(): theme for theme in themes}
    reading = _Reading(columns, themes, theme_shares(weights_by_default(pack, scenario)))
    votes: list[Vote] = []
    for at, path in enumerate(paths):
        progress(at / len(paths))
        reading.progress = partial(_part_of, progress, at, len(paths))
        votes += _votes_of(path, reading)
    found = tuple(reading.problems.errors)
    if not votes and not found:
        name = paths[0].name if paths else ""
        found = (Problem(name, 0, "", t("There are no votes in it."), t("Write one row for each person.")),)
    return VoteTable(() if found else tuple(votes), found, tuple(reading.remarks))


def _part_of(progress: Progress, file: int, files: int, part: float) -> None:
    progress((file + part) / files)


def _votes_of(path: Path, reading: _Reading) -> Iterator[Vote]:
    try:
        table = _spreadsheet(path) if path.suffix.lower() == ".xlsx" else _text_table(path, reading)
    except StudyFileError as error:
        reading.problems.error(path.name, 0, "", str(error), "")
        return
    if table is None:
        return
    columns = _columns(table, reading)
    if columns is None:
        return
    style = style_of(
        cell.removesuffix("%").strip()
        for _, cells in table.rows
        for cell, column in zip(cells, columns, strict=False)
        if column != NAME
    )
    for at, (line, cells) in enumerate(table.rows):
        if at % _STEP == 0:
            reading.progress(at / len(table.rows))
        vote = _vote(table.file, line, dict(zip(columns, cells, strict=False)), style, reading)
        if vote is not None:
            yield vote


def _text_table(path: Path, reading: _Reading) -> _Rows | None:
    problems = reading.problems
    text = decode(path.name, read_bounded(path), problems)
    if text is None:
        return None

    def understood(names: Sequence[str]) -> int:
        return sum(name.strip().casefold() in reading.columns for name in names)

    cells = read_cells(path.name, text, understood, problems)
    if cells is None:
        return None
    rows = list(zip(cells.lines, ([cell.strip() for cell in row] for row in cells.rows), strict=True))
    return _Rows(path.name, cells.header_line, cells.header, rows)


def _spreadsheet(path: Path) -> _Rows:
    """The first sheet of a spreadsheet; its first row that is not blank is the header.

    Raises:
        StudyFileError: it cannot be read.
    """
    book = open_book(path)
    rows = []
    for at, row in enumerate(book.worksheets[0].iter_rows(max_row=_MOST_ROWS, values_only=True), start=1):
        cells = ["" if cell is None else str(cell).strip() for cell in row]
        if any(cells):
            rows.append((at, cells))
    book.close()
    if not rows:
        return _Rows(path.name, 1, [], [])
    line, header = rows[0]
    while header and not header[-1]:
        header.pop()
    return _Rows(path.name, line, header, rows[1:])


def _columns(table: _Rows, reading: _Reading) -> list[str] | None:
    """What each column of a table holds; None, with the reason noted, where that is not clear."""
    problems, line = reading.problems, table.header_line
    found: list[str] = []
    good = True
    for name in table.header:
        column = reading.columns.get(name.casefold(), "")
        if not column or column in found:
            good = False
            _bad_column(table, name, column, reading)
        found.append(column)
    if NAME not in found:
        good = False
        message = t("There is no column '{column}'.", column=NAME)
        cure = t("Begin the table with a line of headings: name, then a theme a column.")
        problems.error(table.file, line, "", message, cure)
    elif not any(theme in found for theme in reading.themes):
        good = False
        message = t("There is no column of a theme.")
        cure = t("Add one for each of {themes}.", themes=list_text(list(reading.themes)))
        problems.error(table.file, line, "", message, cure)
    missing = [label for theme, label in reading.themes.items() if theme not in found]
    if good and missing:
        reading.remarks.append(
            t(
                "{file} has no column for {themes}: the share of the business function stands.",
                file=table.file,
                themes=list_text(missing),
            )
        )
    return found if good else None


def _bad_column(table: _Rows, name: str, column: str, reading: _Reading) -> None:
    problems, line = reading.problems, table.header_line
    if column:
        message = t("Two columns mean the same.")
        problems.error(table.file, line, shown(name), message, t("Keep one of them."))
        return
    known = [NAME, IMPORTANCE, *reading.themes]
    offered = [one for one in reading.columns if one not in _ALSO]
    near = difflib.get_close_matches(name.casefold(), offered, n=1)
    if near:
        cure = t("Did you mean '{column}'?", column=reading.columns[near[0]])
    else:
        cure = t("Take it out, or call it one of {columns}.", columns=", ".join(known))
    problems.error(table.file, line, shown(name), t("This column is not known."), cure)


def _vote(file: str, line: int, cells: dict[str, str], style: NumberStyle, reading: _Reading) -> Vote | None:
    """A row; None, with the reasons noted, where it cannot be taken."""
    problems = reading.problems
    before = len(problems.errors)
    name = cells.get(NAME, "").strip()
    where = t("{file}, line {line}", file=file, line=line)
    if not name:
        problems.error(file, line, NAME, t("Nobody is named."), t("Write a name, or take the row out."))
    elif name.casefold() in reading.seen:
        message = t(
            "'{name}' stands in {place} already.", name=shown(name), place=reading.seen[name.casefold()]
        )
        problems.error(file, line, NAME, message, t("Keep one of the two, or add a surname."))
    reading.seen.setdefault(name.casefold(), where)
    importance = _number(file, line, IMPORTANCE, cells.get(IMPORTANCE, ""), style, problems)
    themes = [theme for theme in reading.themes if theme in cells]
    given: dict[str, float] = {}
    if any(cells[theme] for theme in themes):
        given = _weights(file, line, {theme: cells[theme] for theme in themes}, style, problems)
    if len(problems.errors) > before:
        return None
    try:
        Stakeholder(name, 1.0 if importance is None else importance, given)
    except ScenarioError as error:
        problems.error(file, line, "", str(error), t("Write it otherwise."))
        return None
    return Vote(name, importance, _in_percent(given, reading.shares))


def _weights(
    file: str, line: int, cells: dict[str, str], style: NumberStyle, problems: Problems
) -> dict[str, float]:
    """The weights of a row with some; a blank among them could mean nothing, or nothing said."""
    given: dict[str, float] = {}
    for theme, cell in cells.items():
        if not cell:
            cure = t("Write 0 where it does not matter, or leave the whole row blank.")
            problems.error(file, line, theme, t("The weight is missing."), cure)
            continue
        number = _number(file, line, theme, cell, style, problems)
        if number is not None:
            given[theme] = number
    if len(given) == len(cells) and not sum(given.values()) > 0:
        problems.error(file, line, "", t("Every weight is 0."), t("Give at least one theme some weight."))
    return given


def _number(
    file: str, line: int, column: str, cell: str, style: NumberStyle, problems: Problems
) -> float | None:
    text = cell.removesuffix("%").strip()
    if not text:
        return None
    try:
        number = parse_number(text, style)
    except NumberError as error:
        problems.error(file, line, column, str(error), error.cure)
        return None
    if number < 0:
        message = t("'{text}' is below 0.", text=shown(cell))
        problems.error(file, line, column, message, t("Write 0 or more."))
        return None
    return number


def _in_percent(given: dict[str, float], shares: dict[str, float]) -> dict[str, float]:
    """Weights on any scale as percent of the whole; themes that are not given keep their shares."""
    if not given:
        return {}
    kept = {theme: share for theme, share in shares.items() if theme not in given}
    scale = (100.0 - sum(kept.values())) / sum(given.values())
    in_order = {**kept, **{theme: round(scale * weight, 6) for theme, weight in given.items()}}
    return {theme: in_order[theme] for theme in shares}
