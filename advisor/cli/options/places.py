"""HOME and SITE on the command line: an IANA zone, a hub, or a country by any of its names."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from advisor.cli.errors import CommandError
from advisor.cli.options.locations import clear_place
from advisor.datapack.schema import DataPack
from advisor.places.gazetteer import Lookup, Place
from advisor.places.hubs import Hub, HubSet
from advisor.places.shifts import Weekend, WorkingHours
from advisor.places.timezones import weekend_of_zone, zone_names
from advisor.scenario.home.place_model import place_model
from advisor.scenario.names import gazetteer_of
from advisor.words.translation import t


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """What a name on the command line stands for.

    Attributes:
        name: how to print it.
        location_id: the country, empty for a bare zone.
        hubs: its hubs as (name, zone, share of hub population), the main one first.
        weekend: days without a shift.
    """

    name: str
    location_id: str
    hubs: tuple[tuple[str, str, float], ...]
    weekend: Weekend


class PlaceFinder:
    """Finds places by name in a pack."""

    def __init__(self, pack: DataPack) -> None:
        self._pack = pack
        self._hubs = HubSet.of(()) if pack.places is None else place_model(pack, pack.places).hubs

    def find(self, text: str) -> NamedPlace:
        """The place that a zone, a hub, or any name or code of a country stands for.

        Raises:
            CommandError: no such place, or a name that means several.
        """
        # Zones are called Singapore, Egypt or GB too; who types that means the place.
        found = gazetteer_of(self._pack).find(text) if self._pack.places is not None else Lookup(())
        if not found.places and text in zone_names():
            return NamedPlace(text, "", ((text, text, 1.0),), weekend_of_zone(text))
        if self._pack.places is None:
            message = t(
                "The data pack {name} has no hubs: name IANA zones such as Europe/London.",
                name=self._pack.title,
            )
            raise CommandError(message)
        if not found.places:
            self._offer_zone(text, found)
        place = clear_place(found, text)
        if not place.hub:
            return self._country(place.location_id)
        hubs = self._hubs.hubs
        return self._hub(next(i for i, hub in enumerate(hubs) if _is(hub, place)))

    def _country(self, location_id: str) -> NamedPlace:
        at = self._pack.location_ids.index(location_id)
        mine = [i for i, owner in enumerate(self._hubs.location_of) if owner == at]
        if not mine:
            raise CommandError(
                t("No hub of {location_id} is known, so its clock is not either.", location_id=location_id)
            )
        hubs = tuple(
            (self._hubs.hubs[i].name, self._hubs.hubs[i].zone, float(self._hubs.share[i])) for i in mine
        )
        return NamedPlace(self._pack.locations[at].name, location_id, hubs, self._hubs.weekends[at])

    def _hub(self, index: int) -> NamedPlace:
        hub = self._hubs.hubs[index]
        weekend = self._hubs.weekends[int(self._hubs.location_of[index])]
        return NamedPlace(hub.name, hub.location_id, ((hub.name, hub.zone, 1.0),), weekend)

    @staticmethod
    def _offer_zone(text: str, found: Lookup) -> None:
        """A zone that is nearer than any place."""
        zones = {zone.casefold(): zone for zone in zone_names()}
        if not found.suggestions and (near := get_close_matches(text.casefold(), zones, n=1)):
            raise CommandError(
                t(
                    "There is no zone, hub or country '{text}'. Did you mean '{zones}'?",
                    text=text,
                    zones=zones[near[0]],
                )
            )


def _is(hub: Hub, place: Place) -> bool:
    return (hub.location_id, hub.name) == (place.location_id, place.hub)


def parse_hours(text: str) -> WorkingHours:
    """Working hours like 09:00-17:00.

    Raises:
        CommandError: text of another form.
    """
    try:
        return WorkingHours.parse(text)
    except ValueError as error:
        sentence = str(error)
        raise CommandError(
            t("{sentence}{sentence2}.", sentence=sentence[:1].upper(), sentence2=sentence[1:])
        ) from error
