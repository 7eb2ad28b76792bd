"""What the tests of exports share."""

from __future__ import annotations

from functools import cache

from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor


@cache
def assessor_of(pack: DataPack) -> Assessor:
    """One for all tests of a pack: it keeps what is drawn for the costs of an engagement."""
    return Assessor(pack)
