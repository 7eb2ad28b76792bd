"""One gazetteer for the whole program: what a name that somebody types stands for.

It knows ids, ISO codes, names in English and in every language that matters for the trade, official and
former names, what people say for short, and the cities of the hubs; accents, capitals and punctuation do not
count.
A word that means several places is never decided by chance, and one that means none is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from threading import Lock
from typing import cast

from advisor.places.cities import cities_called
from advisor.places.city_aliases import CITIES
from advisor.places.country_aliases import ALIASES, AMBIGUOUS
from advisor.places.derived_files import keep_table, read_table
from advisor.places.folding import folded
from advisor.words.data_words import data_text

# Languages in which people name countries; English is among them, because a pack may be in another language.
_LANGUAGES = """
    en de fr es it pt nl pl cs sk hu ro bg el tr ru uk sv da nb fi et lv lt sl hr sr sr_Latn sq mk ar
    he fa hi bn ur ta th vi id ms fil ja ko zh zh_Hant ka hy az kk uz sw am ne si km lo my mn ca eu
    gl is ga mt cy af zu
"""
_KEPT, _PACKAGES = "place-names", ("babel", "pycountry")
_LEAST_LETTERS = 3  # from which the beginning of a single name is taken for it
_MOST_SUGGESTIONS = 3
_SIMILAR = 0.75


@dataclass(frozen=True, slots=True)
class Place:
    """A location, or one of its hubs.

    Attributes:
        location_id: the location.
        hub: name of the hub where a city was named, empty for the location as a whole.
        label: how to offer it: ``South Korea``, ``Birmingham, United Kingdom``.
    """

    location_id: str
    hub: str
    label: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a name stands for.

    Attributes:
        places: one if the name is clear, several if it is ambiguous, none if it is unknown.
        suggestions: for an unknown name, what may have been meant; never taken without asking.
    """

    places: tuple[Place, ...]
    suggestions: tuple[Place, ...] = ()

    @property
    def place(self) -> Place | None:
        """The place, None where the name is ambiguous or unknown."""
        return self.places[0] if len(self.places) == 1 else None

    @property
    def is_ambiguous(self) -> bool:
        """Whether the name means several places, so that somebody must be asked."""
        return len(self.places) > 1


@dataclass(frozen=True, slots=True)
class NamedLocation:
    """What the gazetteer needs to know of a location; ``iso3`` is empty where it is no country."""

    id: str
    name: str
    iso3: str = ""


class Gazetteer:
    """Finds the locations and hubs of one pack by any of their names."""

    def __init__(self, locations: Sequence[NamedLocation], hubs: Iterable[tuple[str, str]] = ()) -> None:
        """Index names.

        Args:
            locations: all of the pack.
            hubs: (location id, hub name) of every hub.
        """
        self._locations = {location.id: location for location in locations}
        self._of_country: dict[str, list[str]] = {}
        for location in locations:
            if location.iso3:
                self._of_country.setdefault(location.iso3.upper(), []).append(location.id)
        self._codes: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        for location in locations:
            self._add(self._codes, location.id, location.id)
            self._add(self._names, location.name, location.id)
        for iso3, ids in self._of_country.items():
            self._index_country(iso3, ids)
        for word, countries in AMBIGUOUS.items():
            meant = {i for iso3 in countries for i in self._of_country.get(iso3, ())}
            if meant:
                self._names[folded(word)] = meant
        self._hubs: dict[str, list[tuple[str, str]]] = {}
        self._index_hubs(list(hubs))
        self._foreign: dict[str, set[str]] | None = None

    def find(self, text: str, *, beginnings: bool = False, suggests: bool = True) -> Lookup:
        """What a name stands for.

        Codes come first, then names of locations, hubs, and names in other languages. ``Birmingham, USA``
        names a hub by its location too.

        Args:
            text: what was typed.
            beginnings: take also the beginning of a name, of three letters or more, for all locations whose
                names begin with it; for fields where the choice is seen before it counts.
            suggests: compare an unknown name with all that are known for what may have been meant; that
                takes longer than all the rest.
        """
        typed = folded(text)
        if not typed:
            return Lookup(())
        found = self._codes.get(typed) or self._names.get(typed)
        if found:
            return Lookup(self._as_places(found))
        hubs = self._hub_places(text)
        if hubs:
            return Lookup(hubs)
        found = self._turned_round(text) or self._other_languages().get(typed)
        if not found and beginnings:
            found = self._by_beginning(typed)
        if found:
            return Lookup(self._as_places(found))
        return Lookup((), (self._with_city(text) or self._similar(typed)) if suggests else ())

    def location(self, text: str, *, beginnings: bool = False, suggests: bool = True) -> Lookup:
        """Like ``find``, but a hub stands for its location."""
        found = self.find(text, beginnings=beginnings, suggests=suggests)
        ids = {place.location_id for place in found.places}
        return Lookup(self._as_places(ids), found.suggestions)

    def words(self) -> Mapping[str, str]:
        """Location id to the folded names of it and its hubs that need no other language, in one text."""
        found: dict[str, list[str]] = {location_id: [] for location_id in self._locations}
        for table in (self._codes, self._names):
            for name, ids in table.items():
                for location_id in ids:
                    found[location_id].append(name)
        for name, hubs in self._hubs.items():
            for location_id, _hub in hubs:
                found.get(location_id, []).append(name)
        return {location_id: " | ".join(names) for location_id, names in found.items()}

    def _index_hubs(self, hubs: Sequence[tuple[str, str]]) -> None:
        """Names of hubs themselves come before what else their cities are called."""
        for location_id, hub in hubs:
            for name in dict.fromkeys((folded(hub), folded(data_text(hub)))):
                self._hubs.setdefault(name, []).append((location_id, hub))
        for location_id, hub in hubs:
            location = self._locations.get(location_id)
            for name in _other_city_names(location.iso3.upper() if location else "", folded(hub)):
                known = self._hubs.setdefault(name, [])
                if (location_id, hub) not in known:
                    known.append((location_id, hub))

    def _index_country(self, iso3: str, ids: Sequence[str]) -> None:
        import pycountry

        self._extend(self._codes, iso3, ids)
        country = pycountry.countries.get(alpha_3=iso3)
        if country is not None:
            self._extend(self._codes, country.alpha_2, ids)
            for name in ("name", "common_name", "official_name"):
                self._extend(self._names, getattr(country, name, ""), ids)
        for alias in ALIASES.get(iso3, ()):
            self._extend(self._names, alias, ids)

    @staticmethod
    def _add(table: dict[str, set[str]], name: str, location_id: str) -> None:
        if key := folded(name):
            table.setdefault(key, set()).add(location_id)

    def _extend(self, table: dict[str, set[str]], name: str, ids: Sequence[str]) -> None:
        for location_id in ids:
            self._add(table, name, location_id)

    def _as_places(self, ids: Iterable[str]) -> tuple[Place, ...]:
        made = (Place(i, "", self._locations[i].name) for i in ids)
        return tuple(sorted(made, key=lambda place: place.label))

    def _hub_places(self, text: str) -> tuple[Place, ...]:
        name, comma, country = text.partition(",")
        found = self._hubs.get(folded(name), [])
        if comma and found:
            within = {place.location_id for place in self.location(country).places}
            found = [(location_id, hub) for location_id, hub in found if location_id in within]
        labels = (
            (i, hub, f"{data_text(hub)}, {self._locations[i].name}")
            for i, hub in found
            if i in self._locations
        )
        return tuple(Place(*parts) for parts in labels)

    def _other_languages(self) -> Mapping[str, set[str]]:
        """Names in other languages, read when the first name is asked for that no English list knows."""
        if self._foreign is None:
            found: dict[str, set[str]] = {}
            for iso3, spellings in _foreign_names().items():
                for spelling in spellings if iso3 in self._of_country else ():
                    found.setdefault(spelling, set()).update(self._of_country[iso3])
            self._foreign = found  # whole: the gazetteer is everybody's
        return self._foreign

    def _turned_round(self, text: str) -> set[str]:
        """``Korea, South`` as tables for sorting write it."""
        name, comma, first = text.partition(",")
        return self._names.get(folded(f"{first} {name}"), set()) if comma and first.strip() else set()

    def _by_beginning(self, typed: str) -> set[str]:
        if len(typed) < _LEAST_LETTERS:
            return set()
        return {i for i, location in self._locations.items() if folded(location.name).startswith(typed)}

    def _with_city(self, text: str) -> tuple[Place, ...]:
        """The locations that have a larger city of a name; whether they are meant somebody has to say."""
        ids = [i for city in cities_called(text) for i in self._of_country.get(city.iso3, ())]
        return tuple(Place(i, "", self._locations[i].name) for i in ids[:_MOST_SUGGESTIONS])

    def _similar(self, typed: str) -> tuple[Place, ...]:
        near = get_close_matches(typed, [*self._names, *self._hubs], _MOST_SUGGESTIONS, _SIMILAR)
        places: dict[Place, None] = {}
        for name in near:
            found = self._as_places(self._names.get(name, ()))
            places |= dict.fromkeys(found or self._hub_places(self._hubs[name][0][1]))
        return tuple(places)[:_MOST_SUGGESTIONS]


def _other_city_names(iso3: str, hub: str) -> list[str]:
    """Folded names of the city of a hub, given by its own."""
    for names in CITIES.get(iso3, ()):
        known = [folded(name) for name in names]
        if hub in known:
            return [name for name in known if name != hub]
    return []


def read_foreign_names() -> None:
    """Have names in other languages ready; for a background thread, while somebody is typing."""
    _foreign_names()


_READING = Lock()


def _foreign_names() -> dict[str, set[str]]:
    """ISO3 code to the folded names of a country in other languages (CLDR)."""
    with _READING:
        return _read_foreign_names()


@cache
def _read_foreign_names() -> dict[str, set[str]]:
    kept = read_table(_KEPT, _PACKAGES)
    if kept and all(isinstance(names, list) for names in kept.values()):
        return {iso3: {str(name) for name in cast("list[object]", names)} for iso3, names in kept.items()}
    names = _computed_foreign_names()
    keep_table(_KEPT, _PACKAGES, {iso3: sorted(spellings) for iso3, spellings in names.items()})
    return names


def _computed_foreign_names() -> dict[str, set[str]]:
    import pycountry
    from babel import Locale, localedata

    names: dict[str, set[str]] = {}
    for language in _LANGUAGES.split():
        territories = Locale.parse(language).territories
        for country in pycountry.countries:
            if (name := territories.get(country.alpha_2)) and (key := folded(name)):
                names.setdefault(country.alpha_3, set()).add(key)
        if name := territories.get("XK"):
            names.setdefault("XKX", set()).add(folded(name))
        localedata.clear_caches()  # else all that is known of all languages is held: 65 MB
    return names
