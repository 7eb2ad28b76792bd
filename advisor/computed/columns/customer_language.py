"""How well the language of the customers is spoken at each location."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.languages import language_cells
from advisor.computed.materials import LanguagesInUse
from advisor.core.cells import Cells
from advisor.places.languages import customer_score


def _customer_language(known: LanguagesInUse) -> Cells:
    scores = known.table.customer(known.customers)
    return language_cells(known.table, tuple(known.customers), scores, customer_score)


COLUMN = ComputedColumn(LanguagesInUse, _customer_language)
