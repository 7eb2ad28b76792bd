"""What a report consists of, as plain data that every writer understands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from advisor.views.map.map_figure import MapPicture
from advisor.views.scene.box import Size
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import Measurer


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences; quiet ones are notes beside the matter."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A figure that is read first: what it is, the figure, and what stands below it."""

    caption: str
    figure: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """Figures beside each other."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A matter under a heading of its own: sentences, or a list of points.

    ``wide`` is its part of the width.
    """

    title: str
    texts: tuple[str, ...]
    is_list: bool = False
    wide: float = 1.0

    @property
    def matter(self) -> Bullets | Paragraph:
        """What stands below the heading, as a block of its own."""
        return Bullets(self.texts) if self.is_list else Paragraph(" ".join(self.texts))


@dataclass(frozen=True, slots=True)
class Panels:
    """Panels beside each other."""

    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers stand at its right edge. ``wide`` is its part of the width."""

    title: str
    is_number: bool = False
    tip: str = ""
    wide: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        text: what it says.
        key: what it is sorted by where that is a number; None sorts by the text, NaN comes last.
        tip: what more there is to know.
        bar: part of the width, 0..1, that a bar behind the text fills.
    """

    text: str
    key: float | None = None
    tip: str = ""
    bar: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        columns: from left to right.
        rows: as many cells as columns.
        strong: indices of rows that stand out.
        is_sortable: whether readers may sort it, where the file can.
        few: how many rows are shown where there is no room for all; 0 for all.
        name: what a screen reader calls it.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    strong: frozenset[int] = frozenset()
    is_sortable: bool = False
    few: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, drawn for a size."""

    scene: Callable[[Size, Measurer], Scene]
    size: Size


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The map: what it is coloured by, polygons as GeoJSON text, and what stands around it."""

    picture: MapPicture
    polygons: str
    title: str
    source: str
    selected: str


@dataclass(frozen=True, slots=True)
class CheckLine:
    """Something to tick."""

    text: str
    done: bool


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick."""

    lines: tuple[CheckLine, ...]


Block = Paragraph | Heading | Bullets | Cards | Panels | Table | Figure | WorldMap | Checklist


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a report with its heading; the id is what links lead to."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; its first chapter is the page for a board.

    Attributes:
        title: of the document.
        subtitle: home, function, people and date.
        footer: pack, version and program, for the foot of each page.
        chapters: in order.
    """

    title: str
    subtitle: str
    footer: str
    chapters: tuple[Chapter, ...]


def plain_table(
    titles: tuple[str, ...], rows: Sequence[tuple[str, ...]], wide: tuple[float, ...] = ()
) -> Table:
    """A table of texts alone."""
    widths = wide or (1.0,) * len(titles)
    columns = tuple(Column(title, wide=width) for title, width in zip(titles, widths, strict=True))
    return Table(columns, tuple(tuple(Cell(text) for text in row) for row in rows))
