"""What every writer of reports is: one way for each kind of block, the same words where rows are left out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from advisor.export.report.blocks import (
    Block,
    Bullets,
    Cards,
    Checklist,
    Figure,
    Heading,
    Panels,
    Paragraph,
    Table,
    WorldMap,
)
from advisor.words.translation import t

Made = TypeVar("Made")


class BlockWriter(ABC, Generic[Made]):
    """Writes blocks; a writer that forgets a kind of block cannot be made."""

    def __init__(self) -> None:
        self._ways: dict[type[Block], Callable[[Any], Made]] = {
            Paragraph: self.paragraph,
            Heading: self.heading,
            Bullets: self.bullets,
            Cards: self.cards,
            Panels: self.panels,
            Table: self.table,
            Figure: self.figure,
            WorldMap: self.map,
            Checklist: self.checklist,
        }

    def write(self, block: Block) -> Made:
        """Write a block the way of its kind."""
        return self._ways[type(block)](block)

    @abstractmethod
    def paragraph(self, block: Paragraph) -> Made:
        """Sentences."""

    @abstractmethod
    def heading(self, block: Heading) -> Made:
        """A heading inside a chapter."""

    @abstractmethod
    def bullets(self, block: Bullets) -> Made:
        """A list."""

    @abstractmethod
    def cards(self, block: Cards) -> Made:
        """Figures that are read first."""

    @abstractmethod
    def panels(self, block: Panels) -> Made:
        """Matters beside each other."""

    @abstractmethod
    def table(self, block: Table) -> Made:
        """A table."""

    @abstractmethod
    def figure(self, block: Figure) -> Made:
        """A chart."""

    @abstractmethod
    def map(self, block: WorldMap) -> Made:
        """The map."""

    @abstractmethod
    def checklist(self, block: Checklist) -> Made:
        """Things to tick."""


def rows_in_sight(block: Table, most: int = 0) -> list[int]:
    """Rows that are shown where there is no room for all: the first few, and those that stand out.

    Args:
        block: the table.
        most: how many there is room for; 0 for as many as the table wants.
    """
    few = min(block.few, most) if block.few and most else block.few
    return [at for at in range(len(block.rows)) if not few or at < few or at in block.strong]


def shortened_note(shown: int, block: Table) -> str:
    """What is said below a table some of whose rows are left out; empty where none are."""
    if shown >= len(block.rows):
        return ""
    return t(
        "{few} of {count}; the report as a web page and the spreadsheet list them all.",
        few=shown,
        count=len(block.rows),
    )


def map_note(block: WorldMap) -> str:
    """What is said below a map that is a picture: its colours and its sources."""
    weak, strong = block.picture.ends
    return t(
        "Pale is {weak}, dark is {strong}; grey is not ranked. {source}",
        weak=weak,
        strong=strong,
        source=block.source,
    )
