"""Entries of TOML files: declared once, for reading, for checking and for the page about packs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from advisor.datapack.format_words import FIRST_YEAR, LAST_YEAR, filled_in
from advisor.datapack.problems import Problems, shown
from advisor.words.translation import marked, t

LARGEST_WEIGHT = 1e6


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a table of a TOML file.

    Attributes:
        name: what stands before the equals sign.
        kind: what stands behind it, for people, marked for translation.
        fits: whether a value is of that kind.
        help: what the entry says, for people, marked for translation.
        example: the entry as it is written.
        default: its value where it is left out.
        names: words of the format that fill the place {names} of kind and help.
    """

    name: str
    kind: str
    fits: Callable[[object], bool]
    help: str
    example: str
    default: object = ""
    names: tuple[str, ...] = ()

    @property
    def holds(self) -> str:
        """What stands behind the equals sign, as people read it."""
        return marked(self.kind, **filled_in(self.names))

    @property
    def meaning(self) -> str:
        """What the entry says, as people read it."""
        return marked(self.help, **filled_in(self.names))


def is_text(value: object) -> bool:
    """Whether a value is text of a sensible length."""
    return isinstance(value, str) and len(value) <= 20_000


def is_year(value: object) -> bool:
    """Whether a value is a calendar year."""
    return isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR


def is_texts(value: object) -> bool:
    """Whether a value is a table of texts."""
    return isinstance(value, dict) and all(is_text(each) for each in value.values())


def is_weight(value: object) -> bool:
    """Whether a value is a finite number from 0 on that can be a weight."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LARGEST_WEIGHT


def is_table(value: object) -> bool:
    """Whether a value is a table, whatever stands in it."""
    return isinstance(value, dict)


def read_entries(
    file: str, stated: Mapping[str, Any], entries: Sequence[Entry], place: str, problems: Problems
) -> dict[str, Any]:
    """The values of all entries; one of the wrong kind is noted and takes its default.

    Args:
        file: the TOML file.
        stated: what stands in it.
        entries: what may stand there.
        place: the table it stands in, blank at the top.
        problems: where faults are noted.
    """
    values: dict[str, Any] = {}
    for entry in entries:
        value = stated.get(entry.name, entry.default)
        if entry.name in stated and not entry.fits(value):
            column = f"{place}.{entry.name}" if place else entry.name
            message = t(
                "'{name}' cannot be {value}; it is {kind}.",
                name=entry.name,
                value=shown(repr(value)),
                kind=entry.holds.replace("`", ""),
            )
            problems.error(
                file, 0, shown(column), message, t("Write it as {example}.", example=entry.example)
            )
            value = entry.default
        values[entry.name] = value
    return values
