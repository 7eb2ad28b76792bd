"""Great-circle distance from home to the nearest hub."""

from __future__ import annotations

from advisor.computed.column import ComputedColumn
from advisor.computed.materials import TimeFromHome
from advisor.computed.source_ids import PLACES
from advisor.core.cells import Cells, make_column
from advisor.words.translation import t


def _distance(time: TimeFromHome) -> Cells:
    hubs, view = time.hubs.hubs, time.view
    home_name = hubs[view.home_hub].title
    return make_column(
        view.distance_km,
        sources=PLACES,
        notes=lambda row: (
            t("{home:The} to {site:the}, great circle", home=home_name, site=hubs[hub].title)
            if (hub := int(view.nearest_hub[row])) >= 0
            else ""
        ),
    )


COLUMN = ComputedColumn(TimeFromHome, _distance)
