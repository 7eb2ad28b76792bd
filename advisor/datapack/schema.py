"""What a data pack holds, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from advisor.core.cells import Cells
from advisor.core.criteria import Criterion
from advisor.costs.wages import WageTable
from advisor.datapack.business_function import BusinessFunction
from advisor.datapack.cost_facts import CostTables
from advisor.datapack.geometry_file import GeometryFile
from advisor.datapack.location import Location
from advisor.datapack.place_facts import PlaceTables
from advisor.datapack.problems import Problem


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from, with the terms under which they may be shown."""

    id: str
    publisher: str = ""
    dataset: str = ""
    edition: str = ""
    licence: str = ""
    tier: str = ""
    note: str = ""

    @property
    def attribution(self) -> str:
        """One line that credits the source."""
        parts = (self.publisher, self.dataset, self.edition, self.licence)
        return ", ".join(part for part in parts if part) or self.id


@dataclass(frozen=True, slots=True, eq=False)
class DataPack:
    """Everything that a scenario can be assessed with.

    Attributes:
        folder: where it was read from.
        name: what it is known by, in every language.
        geometry: polygons for the map, None for a pack without a map.
        theme_labels: theme id to label.
        places: hubs, languages, law and ties; None for a generic pack.
        wages: what wage costs are made of; None for a pack without wages.
        costs: what total costs are made of; None for a pack without cost parameters.
        remarks: warnings about the files, and notes of how untidy ones were read.
        title: what it is called in the language in force.
        location_ids: m ids in the order of the cells' rows.
    """

    folder: Path
    name: str
    version: str
    price_year: int
    licence: str
    geometry: GeometryFile | None
    theme_labels: Mapping[str, str]
    criteria: tuple[Criterion, ...]
    locations: tuple[Location, ...]
    cells: Cells
    sources: Mapping[str, Source] = field(default_factory=dict)
    functions: Mapping[str, BusinessFunction] = field(default_factory=dict)
    places: PlaceTables | None = None
    wages: WageTable | None = None
    costs: CostTables | None = None
    remarks: tuple[Problem, ...] = ()
    title: str = ""
    location_ids: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", self.title or self.name)
        object.__setattr__(self, "location_ids", tuple(location.id for location in self.locations))

    def location(self, location_id: str) -> Location:
        """A location by id.

        Raises:
            KeyError: no such location.
        """
        for location in self.locations:
            if location.id == location_id:
                return location
        raise KeyError(location_id)

    def theme_label(self, theme: str) -> str:
        """The label of a theme, or its id with a capital where it has none."""
        return self.theme_labels.get(theme) or theme.replace("_", " ").capitalize()
