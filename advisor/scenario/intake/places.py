"""Names of places in a table, matched to the pack's locations; what is not clear is asked, never guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from advisor.datapack.location import Location
from advisor.datapack.schema import DataPack
from advisor.places.cities import cities_called, states_of_america
from advisor.places.folding import folded
from advisor.places.gazetteer import Place
from advisor.scenario.intake.vocabulary import AGGREGATES, BEGINNINGS, ENDINGS
from advisor.scenario.names import gazetteer_of

_USA = "USA"
_STATES_LIKE_COUNTRIES = frozenset({"georgia"})


class PlaceKind(StrEnum):
    """What became of a name."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    AGGREGATE = "aggregate"


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name in the table and what it stands for.

    Attributes:
        text: as it stands there.
        kind: what became of it.
        location: id of the location, where it is found.
        offers: what may be meant, where it is not.
        by_user: whether somebody has said what it stands for.
        is_group: whether a group of locations is called so as well.
        city: where it is, or may be, a city: its name.
    """

    text: str
    kind: PlaceKind
    location: str = ""
    offers: tuple[Place, ...] = ()
    by_user: bool = False
    city: str = ""
    is_group: bool = False


def is_aggregate(text: str, pack: DataPack) -> bool:
    """Whether a name means several places together: a total, an average, a region, a group of countries."""
    name = folded(text)
    groups = {
        folded(group) for one in pack.locations for group in (one.region, one.subregion, one.income_group)
    }
    known = AGGREGATES | groups - {""}
    start, _blank, ending = name.rpartition(" ")
    return (
        name in known
        or (ending in ENDINGS and (start in known or not start))
        or any(name == one or name.startswith(f"{one} ") for one in BEGINNINGS)
    )


class PlaceNames:
    """Looks names up, each once.

    Args:
        pack: whose locations are meant.
        chosen: what the user says that a name stands for: a location's id, or empty to leave it out.
    """

    def __init__(self, pack: DataPack, chosen: Mapping[str, str] | None = None) -> None:
        self._pack = pack
        self._names = gazetteer_of(pack)
        self._chosen = {folded(text): place for text, place in (chosen or {}).items()}
        self._ids = {folded(one): one for one in pack.location_ids}
        self._known: dict[str, NamedPlace] = {}
        self._countries: dict[str, list[Location]] = {}
        for location in pack.locations:
            if location.iso3 and not location.country:
                self._countries.setdefault(location.iso3, []).append(location)
        named = {folded(location.name) for location in pack.locations}
        self._like_states = named & _STATES_LIKE_COUNTRIES if _USA in self._countries else set()
        self._are_states = False

    def find(self, text: str) -> NamedPlace:
        """What a name stands for."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._stated(text) or self._look_up(text)
        return found

    def first_of(self, texts: Sequence[str]) -> NamedPlace:
        """What several names of one row stand for together: the first that is clear decides.

        A country decides before a city, which may have its name in common with others.
        """
        found = sorted((self.find(text) for text in texts if text), key=lambda one: bool(one.city))
        for kind in (PlaceKind.FOUND, PlaceKind.AGGREGATE, PlaceKind.AMBIGUOUS):
            for one in found:
                if one.kind is kind:
                    city = next((each.city for each in found if each.city), "")
                    return one if kind is not PlaceKind.FOUND else replace(one, city=city)
        return found[0] if found else NamedPlace("", PlaceKind.UNKNOWN)

    def stand_together(self, texts: Iterable[str]) -> None:
        """Names of one table tell what each means: Georgia among states of America may be one of them."""
        together = {folded(text) for text in texts}
        if together & self._like_states and len(together & states_of_america()) > 1:
            self._are_states = True
            self._known.clear()

    def _stated(self, text: str) -> NamedPlace | None:
        """What the user says that a name means, or what it means as an id."""
        key = folded(text)
        if key in self._chosen:
            place = self._chosen[key]
            kind = PlaceKind.FOUND if place else PlaceKind.AGGREGATE
            return NamedPlace(text, kind, place, by_user=True)
        if key in self._ids:
            return NamedPlace(text, PlaceKind.FOUND, self._ids[key])
        return None

    def _look_up(self, text: str) -> NamedPlace:
        key = folded(text)
        if self._are_states and key in self._like_states:
            return self._state_or_country(text)
        aggregate = is_aggregate(text, self._pack)
        found = self._names.location(text)
        if found.place is not None and not aggregate:
            named = self._names.find(text).place
            hub = named if named is not None and named.hub else None
            return _city(text, self._cities(text, hub)) if hub else _found(text, found.place)
        if aggregate:
            # Micronesia is a country and a region.
            offers = tuple(one for one in found.places if folded(one.label) == key)
            kind = PlaceKind.AMBIGUOUS if offers else PlaceKind.AGGREGATE
            return NamedPlace(text, kind, offers=offers, is_group=True)
        if found.is_ambiguous:
            return NamedPlace(text, PlaceKind.AMBIGUOUS, offers=found.places)
        cities = self._cities(text)
        return (
            _city(text, cities) if cities else NamedPlace(text, PlaceKind.UNKNOWN, offers=found.suggestions)
        )

    def _state_or_country(self, text: str) -> NamedPlace:
        america = self._countries[_USA][0]
        offers = (*self._names.location(text).places, Place(america.id, "", america.name))
        return NamedPlace(text, PlaceKind.AMBIGUOUS, offers=offers)

    def _cities(self, text: str, hub: Place | None = None) -> tuple[Place, ...]:
        """Where a city of a name may lie; that of a hub of the name comes first.

        Other countries may have one of the name too, also where the pack has a hub of it.
        """
        ids = [hub.location_id] if hub is not None else []
        for city in cities_called(text):
            ids += [location.id for location in self._countries.get(city.iso3, ())]
        return tuple(Place(one, "", self._pack.location(one).name) for one in dict.fromkeys(ids))


def _found(text: str, place: Place, city: str = "") -> NamedPlace:
    return NamedPlace(text, PlaceKind.FOUND, place.location_id, city=city)


def _city(text: str, places: tuple[Place, ...]) -> NamedPlace:
    if len(places) > 1:
        return NamedPlace(text, PlaceKind.AMBIGUOUS, offers=places, city=text)
    return _found(text, places[0], text)
