"""What a column of the ranking is: all that list, table and column chooser need, in one entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from advisor.core.value_functions import FloatArray
from advisor.views.ranking.ranking_rows import RankingRows
from advisor.words.translation import t

Order = Literal["ascending", "descending"]
UP: Order = "ascending"
DOWN: Order = "descending"
#: How a cell is painted: as text, or as one of the small drawings that the delegate knows.
Paint = Literal["text", "name", "reason", "rank", "movement", "badge", "score"]
Text = Callable[[RankingRows, int], str]

_TITLE_LETTERS = 15  # titles with more are broken


def _silent(_rows: RankingRows, _number: int) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class RankingColumn:
    """One column of the ranking. Its functions take the rows and a location's index in the pack.

    Attributes:
        key: a fixed name, or the id of the criterion that it shows.
        title: what stands above it, without the unit.
        tip: one sentence that explains it.
        value: a cell as a plain value, by which it is sorted; unknown is None.
        text: a cell as it is shown; unknown is an en dash.
        about: what a cell tells on hover.
        spoken: what the sentence that reads a whole row aloud says of it; empty for nothing.
        unit: unit of its figures, empty where there is none.
        group: heading under which it can be chosen.
        best_first: the order that the first click on its title gives.
        numeric: whether it is right-aligned, and sorted by number.
        shown: whether it is shown unless the user chooses otherwise.
        fixed: whether it cannot be hidden.
        paint: how its cells are painted.
        ems: its least width in units of the type size.
        in_list: what stands above it in the narrow list, with the widest text to expect; None keeps it out.
    """

    key: str
    title: str
    tip: str
    value: Callable[[RankingRows, int], object]
    text: Text
    about: Text
    spoken: Text = _silent
    unit: str = ""
    group: str = ""
    best_first: Order = UP
    numeric: bool = True
    shown: bool = True
    fixed: bool = False
    paint: Paint = "text"
    ems: float = 7.0
    in_list: tuple[str, str] | None = None

    @property
    def heading(self) -> str:
        """Title and unit on two lines at most: with more, one column makes the head of all higher."""
        if len(self.title) > _TITLE_LETTERS:
            return _in_two_lines(self.copied_heading)
        return f"{self.title}\n{self.unit}" if self.unit else self.title

    @property
    def copied_heading(self) -> str:
        """Title and unit on one line, for a spreadsheet."""
        return t("{title} ({unit})", title=self.title, unit=self.unit) if self.unit else self.title

    def sort_key(self, rows: RankingRows) -> FloatArray:
        """Numbers (m,) by index in the pack that sort as the column does; NaN is missing."""
        found = [self.value(rows, number) for number in range(len(rows.order))]
        if self.numeric:
            return np.array([np.nan if one is None else one for one in found], dtype=np.float64)
        texts = ["" if one is None else str(one).casefold() for one in found]
        places = np.unique(texts, return_inverse=True)[1].astype(np.float64)
        places[[not text for text in texts]] = np.nan
        return places


def _in_two_lines(text: str) -> str:
    """A text broken where its longer line is shortest; one word stays as it is."""
    words = text.split(" ")
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return "\n".join(min(breaks, key=lambda lines: max(map(len, lines)), default=(text,)))


def row_sentence(rows: RankingRows, columns: tuple[RankingColumn, ...], number: int) -> str:
    """A whole row as it is read aloud."""
    said = [text for column in columns if (text := column.spoken(rows, number))]
    return ", ".join(said)


def cell_sentence(rows: RankingRows, column: RankingColumn, number: int) -> str:
    """One cell as it is read aloud."""
    title = column.title if not column.unit else t("{title}, {unit}", title=column.title, unit=column.unit)
    return t("{title}: {figure}", title=title, figure=column.text(rows, number) or t("none"))
