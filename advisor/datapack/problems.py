"""Problems in files: collected, so that all of them can be shown at once with place and cure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from advisor.words.plain_text import one_line
from advisor.words.translation import t

Severity = Literal["error", "warning", "note"]
MOST_A_FILE = 500
_LONGEST = 380  # letters of a message
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file, or that is worth knowing about how it was read.

    Attributes:
        file: file name inside the pack.
        line: line number from 1 (the header is line 1); 0 where the whole file is meant.
        column: column name, empty where the whole line is meant.
        message: what is wrong.
        cure: what to do about it.
        severity: an ``error`` keeps the pack from opening, a ``warning`` does not;
            a ``note`` says how an untidy file was read.
        is_feature: whether ``line`` counts the features of a file of places, which has no lines.
    """

    file: str
    line: int
    column: str
    message: str
    cure: str
    severity: Severity = "error"
    is_feature: bool = False

    def __str__(self) -> str:
        told = {"place": self.place, "message": self.message, "cure": self.cure}
        return t("{place}: {message} {cure}", **told) if self.cure else t("{place}: {message}", **told)

    @property
    def place(self) -> str:
        """Where it is: file, line or feature, and column as far as they are known."""
        told = {"file": self.file, "line": self.line, "column": self.column}
        if self.is_feature and self.line and self.column:
            return t("{file}, feature {line}, property {column}", **told)
        if self.is_feature and self.line:
            return t("{file}, feature {line}", **told)
        if self.line and self.column:
            return t("{file}, line {line}, column {column}", **told)
        if self.line:
            return t("{file}, line {line}", **told)
        return t("{file}, column {column}", **told) if self.column else self.file

    @property
    def told(self) -> str:
        """The problem and how bad it is."""
        if self.severity == "error":
            return t("error: {problem}", problem=self)
        if self.severity == "warning":
            return t("warning: {problem}", problem=self)
        return t("note: {problem}", problem=self)


@dataclass(slots=True)
class Problems:
    """A growing list of problems.

    Attributes:
        found: the problems, in the order in which they were met; of each file
            only the first ``MOST_A_FILE``.
        named: for a file that could be read, the ids that stand in it with their
            lines, also those that cannot be used; a table that refers to them has no fault for that.
        of_features: files of places, of which features are counted rather than lines.
    """

    found: list[Problem] = field(default_factory=list)
    named: dict[str, Mapping[str, int]] = field(default_factory=dict)
    of_features: frozenset[str] = frozenset()
    _count: Counter[str] = field(default_factory=Counter)

    def error(self, file: str, line: int, column: str, message: str, cure: str) -> None:
        """Note something that keeps the pack from opening."""
        self.add(Problem(file, line, column, message, cure))

    def warning(self, file: str, line: int, column: str, message: str, cure: str) -> None:
        """Note something that the user should know but that does no harm."""
        self.add(Problem(file, line, column, message, cure, "warning"))

    def note(self, file: str, line: int, column: str, message: str, cure: str = "") -> None:
        """Note how something untidy was read."""
        self.add(Problem(file, line, column, message, cure, "note"))

    def add(self, problem: Problem) -> None:
        """Keep a problem, unless its file has more than anybody reads."""
        self._count[problem.file] += 1
        is_feature = problem.file in self.of_features
        # What stands in a file may stand in the message.
        file, column, message = (
            one_line(text, _LONGEST) for text in (problem.file, problem.column, problem.message)
        )
        problem = replace(problem, file=file, column=column, message=message, is_feature=is_feature)
        if self._count[problem.file] < MOST_A_FILE:
            self.found.append(problem)
        elif self._count[problem.file] == MOST_A_FILE:
            message = t("There are more problems than {count}; the rest is not listed.", count=MOST_A_FILE)
            self.found.append(Problem(problem.file, 0, "", message, t("Mend these first.")))

    def sort_from(self, start: int) -> None:
        """Put the problems found since ``start`` in the order of their lines."""
        self.found[start:] = sorted(self.found[start:], key=lambda problem: problem.line)

    def line_of(self, file: str, id_: str) -> int:
        """The line on which an id stands, 0 where it is not known."""
        return self.named.get(file, {}).get(id_, 0)

    @property
    def errors(self) -> list[Problem]:
        """Those that keep the pack from opening."""
        return [problem for problem in self.found if problem.severity == "error"]


def shown(text: object) -> str:
    """Text from a file as a message may quote it: one line, not long, and printable everywhere."""
    plain = " ".join(str(text).encode("utf-8", "replace").decode("utf-8").split())
    plain = "".join(sign if sign.isprintable() else "?" for sign in plain)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


class PackError(Exception):
    """A pack that cannot be opened, with everything that is wrong with it."""

    def __init__(self, folder: str, problems: list[Problem]) -> None:
        self.problems = problems
        told = {"folder": folder, "problem": problems[0]}
        if len(problems) == 1:
            message = t("The data pack {folder} cannot be opened. {problem}", **told)
        else:
            message = t(
                "The data pack {folder} cannot be opened. {problem} (and {count} more: see "
                "'location-advisor pack check')",
                count=len(problems) - 1,
                **told,
            )
        super().__init__(message)
