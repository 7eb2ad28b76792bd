"""Problems in files: collected, so that all of them can be shown at once with place and cure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file.

    Attributes:
        file: file name inside the pack.
        line: line number from 1 (the header is line 1); 0 where the whole file is meant.
        column: column name, empty where the whole line is meant.
        message: what is wrong.
        cure: what to do about it.
        severity: an ``error`` keeps the pack from opening, a ``warning`` does not.
    """

    file: str
    line: int
    column: str
    message: str
    cure: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f", line {self.line}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: {self.message} {self.cure}"


@dataclass(slots=True)
class Problems:
    """A growing list of problems.

    Attributes:
        found: the problems, in the order in which they were met.
        named: for a file, the ids that stand in it, also on lines that cannot
            be used; a table that refers to them has no fault for that.
    """

    found: list[Problem] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)

    def refers_to_nothing(self, file: str, wanted: str) -> bool:
        """Whether an id stands nowhere in a file; False where nothing in the file could be read."""
        named = self.named.get(file, set())
        return bool(named) and wanted not in named

    def error(self, file: str, line: int, column: str, message: str, cure: str) -> None:
        """Note something that keeps the pack from opening."""
        self.found.append(Problem(file, line, column, message, cure))

    def warning(self, file: str, line: int, column: str, message: str, cure: str) -> None:
        """Note something that the user should know but that does no harm."""
        self.found.append(Problem(file, line, column, message, cure, "warning"))

    @property
    def errors(self) -> list[Problem]:
        """Those that keep the pack from opening."""
        return [problem for problem in self.found if problem.severity == "error"]


class PackError(Exception):
    """A pack that cannot be opened, with everything that is wrong with it."""

    def __init__(self, folder: str, problems: list[Problem]) -> None:
        self.problems = problems
        more = (
            f" (and {len(problems) - 1} more: see 'location-advisor pack check')" if len(problems) > 1 else ""
        )
        super().__init__(f"The data pack {folder} cannot be opened. {problems[0]}{more}")
