"""A pack with the criteria and sites of the user's own: made once for equal ones, and frozen like any pack.

A site is a part of a country of the pack. It has a clock, a distance and a place on the map of its own; what
the user has not said of it otherwise is the country's: figures, law, languages, pay and who can be hired.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from advisor.core.cells import Cells
from advisor.core.criteria import Criterion, make_value_function, themes_of
from advisor.core.remarks import Remark
from advisor.core.value_functions import Direction
from advisor.datapack.location import Location
from advisor.datapack.place_facts import PlaceTables
from advisor.datapack.schema import DataPack, Source
from advisor.places.hubs import Hub
from advisor.scenario.study.own_data import OwnCriterion, OwnData, OwnSite
from advisor.scenario.study.problems import ScenarioError
from advisor.words.translation import t

OWN_TIER = "own"
_REMEMBERED = 8


@dataclass(frozen=True, slots=True)
class Additions:
    """What the user adds to a pack.

    Attributes:
        criteria, sites: in the order in which they stand after the pack's.
    """

    criteria: tuple[OwnCriterion, ...] = ()
    sites: tuple[OwnSite, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.criteria or self.sites)


def additions_of(own: OwnData) -> Additions:
    """What a study adds to the pack."""
    return Additions(own.criteria, own.sites)


def extended_pack(pack: DataPack, own: OwnData) -> DataPack:
    """The pack with the user's own criteria and sites; the pack itself where there are none.

    Raises:
        ScenarioError: an id that the pack has already, a site in a country that it does not have, or in one
            whose clock is not known.
    """
    return with_additions(pack, additions_of(own))


def with_additions(pack: DataPack, added: Additions) -> DataPack:
    """The same for what is added."""
    return _extended(pack, added) if added else pack


def own_sources(own: OwnData) -> dict[str, Source]:
    """The user's own tables as sources, by id."""
    from advisor.words.dates import date_text  # needed only where there are any

    return {
        source.id: Source(
            source.id,
            t("Your own data"),
            source.title,
            date_text(source.date) if source.date else "",
            tier=OWN_TIER,
            note=" ".join(part for part in (source.file, source.note) if part and part != source.title),
        )
        for source in own.sources
    }


@lru_cache(maxsize=_REMEMBERED)
def _extended(pack: DataPack, added: Additions) -> DataPack:
    _check(pack, added)
    criteria = (*pack.criteria, *(_criterion(each, pack) for each in added.criteria))
    parents = _parents(pack, added.sites)
    labels = {each.theme: each.theme_label for each in added.criteria if each.theme_label}
    known = themes_of(pack.criteria)
    return replace(
        pack,
        criteria=criteria,
        theme_labels={**pack.theme_labels, **{key: name for key, name in labels.items() if key not in known}},
        locations=(*pack.locations, *map(_location, added.sites, parents)),
        cells=_cells(pack, parents, len(criteria)),
        places=_places(pack.places, added.sites),
    )


def _check(pack: DataPack, added: Additions) -> None:
    for criterion in added.criteria:
        if any(one.id == criterion.id for one in pack.criteria):
            raise ScenarioError(
                t(
                    "Your criterion '{name}' has the id '{id}', which the data pack has already. Import it "
                    "under another id.",
                    name=criterion.label,
                    id=criterion.id,
                )
            )
    for site in added.sites:
        if site.id in pack.location_ids:
            raise ScenarioError(
                t(
                    "Your site '{name}' has the id '{id}', which the data pack has already. Import it under "
                    "another id.",
                    name=site.name,
                    id=site.id,
                )
            )
        if (site.country or pack.places is not None) and site.country not in pack.location_ids:
            raise ScenarioError(
                t(
                    "Your site '{name}' lies in '{country}', which the data pack does not have.",
                    name=site.name,
                    country=site.country,
                )
            )


def _criterion(own: OwnCriterion, pack: DataPack) -> Criterion:
    direction = Direction(own.direction)
    # Of a theme that the pack has, its weight holds.
    stated = next((c.theme_weight for c in pack.criteria if c.theme == own.theme), own.theme_weight)
    return Criterion(
        id=own.id,
        value_function=make_value_function(own.transform, direction, own.lower, own.upper),
        direction=direction,
        label=own.label,
        theme=own.theme,
        unit=own.unit,
        weight=own.weight,
        theme_weight=stated,
        description=t("Your own criterion. {note}", note=own.note).rstrip(),
        basis=t("Goalposts of your own."),
    )


def _parents(pack: DataPack, sites: Sequence[OwnSite]) -> list[Location | None]:
    known = {location.id: location for location in pack.locations}
    return [known.get(site.country) for site in sites]


def _location(site: OwnSite, country: Location | None) -> Location:
    if country is None:
        return Location(site.id, site.name, lat=site.lat, lon=site.lon)
    return replace(country, id=site.id, name=site.name, lat=site.lat, lon=site.lon, country=country.id)


def _cells(pack: DataPack, parents: Sequence[Location | None], columns: int) -> Cells:
    """The pack's cells; those of sites are their country's, and say so."""
    m, n = pack.cells.values.shape
    rows = {location.id: row for row, location in enumerate(pack.locations)}
    made = [part.copy() for part in Cells.empty(m + len(parents), columns).parts]
    for target, part in zip(made, pack.cells.parts, strict=True):
        target[:m, :n] = part
    notes = len(made) - 1
    for at, country in enumerate(parents, start=m):
        if country is None:
            continue
        for target, part in zip(made, pack.cells.parts, strict=True):
            target[at, :n] = part[rows[country.id]]
        known = ~np.isnan(pack.cells.values[rows[country.id]])
        for column in np.flatnonzero(known).tolist():
            made[notes][at, column] = inherited_note(
                country.name, str(pack.cells.notes[rows[country.id], column])
            )
    return Cells(*made)  # type: ignore[arg-type]


def inherited_note(country: str, note: str) -> str:
    """What stands beside a figure of a site that is its country's."""
    told = t("Figure of {country:the}", country=country)
    return t("{first}; {second}", first=told, second=note) if note else told


def inherited_remark(country: str, note: object) -> Remark:
    """The same for a remark that is worded only when somebody reads it."""
    return Remark(lambda _row: inherited_note(country, str(note)), 0)


def _places(tables: PlaceTables | None, sites: Sequence[OwnSite]) -> PlaceTables | None:
    if tables is None or not sites:
        return tables
    by_country: dict[str, list[OwnSite]] = {}
    for site in sites:
        by_country.setdefault(site.country, []).append(site)
    copied = {
        kind: [
            replace(row, location_id=site.id)
            for row in getattr(tables, kind)
            for site in by_country.get(row.location_id, ())
        ]
        for kind in ("languages", "workforce")
    }
    return replace(
        tables,
        hubs=(*tables.hubs, *(_hub(site, tables.hubs) for site in sites)),
        languages=(*tables.languages, *copied["languages"]),
        workforce=(*tables.workforce, *copied["workforce"]),
        countries={**tables.countries, **{site.id: site.country for site in sites}},
    )


def _hub(site: OwnSite, hubs: Iterable[Hub]) -> Hub:
    """Where the site's work is done: at its position, by the clock and holidays of the nearest hub there."""
    mine = [hub for hub in hubs if hub.location_id == site.country]
    if not mine:
        raise ScenarioError(
            t(
                "No hub of '{country}' is known, so the clock of your site '{name}' is not either.",
                country=site.country,
                name=site.name,
            )
        )
    near = min(mine, key=lambda hub: _apart(site, hub))
    return Hub(site.id, site.name, site.lat, site.lon, None, near.zone, near.part)


def _apart(site: OwnSite, hub: Hub) -> float:
    """How far they are from each other on a flat map of the country; enough to tell the nearest."""
    across = (abs(site.lon - hub.lon + 180.0) % 360.0 - 180.0) * np.cos(np.radians(site.lat))
    return float(np.hypot(site.lat - hub.lat, across))
