"""Tables to paste into a spreadsheet."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from advisor.words.formatting import plain_number
from advisor.words.translation import t


def tab_separated(header: Sequence[str], rows: Iterable[Sequence[str | float]]) -> str:
    """Tabs between cells, numbers with the precision that they have, unknown empty."""
    lines = [header, *([_cell(value) for value in row] for row in rows)]
    return "\n".join("\t".join(line) for line in lines) + "\n"


def _cell(value: str | float) -> str:
    if isinstance(value, str):
        return value.replace("\t", " ").replace("\n", " ")
    return t("never") if math.isinf(value) else plain_number(value)
