"""Whether a place can staff an engagement at all."""

from __future__ import annotations

import math
from dataclasses import dataclass

from advisor.datapack.schema import DataPack

LABOUR_FORCE = "labour_force"  # criterion, in million people
# More than one in a hundred of all who work or look for work, for one client and one kind of work,
# cannot be hired without emptying other offices: a judgement of this product.
MOST_PCT = 1.0


@dataclass(frozen=True, slots=True)
class Staffing:
    """The head count beside who is there.

    Attributes:
        people: who work or look for work there.
        share_pct: the head count in % of them.
    """

    people: float
    share_pct: float

    @property
    def is_enough(self) -> bool:
        """Whether so many can be hired."""
        return self.share_pct <= MOST_PCT


def staffing(pack: DataPack, location: str, head_count: int) -> Staffing | None:
    """The head count as a share of the labour force; None where that is unknown."""
    ids = [criterion.id for criterion in pack.criteria]
    if LABOUR_FORCE not in ids:
        return None
    millions = float(pack.cells.values[pack.location_ids.index(location), ids.index(LABOUR_FORCE)])
    if math.isnan(millions) or millions <= 0.0:
        return None
    people = millions * 1e6
    return Staffing(people, 100.0 * head_count / people)
