"""Locations and hubs named on the command line, by any of their names; nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.cli.errors import CommandError
from advisor.datapack.schema import DataPack
from advisor.words.formatting import either_text
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.places.gazetteer import Lookup, Place


def location_named(pack: DataPack, text: str) -> str:
    """Id of the location that a name stands for; a hub stands for its location.

    Raises:
        CommandError: the name means several locations or none.
    """
    from advisor.scenario.names import gazetteer_of  # of all names in all languages

    return clear_place(gazetteer_of(pack).location(text), text).location_id


def home_named(pack: DataPack, text: str) -> str:
    """Id of the home country; as it was typed for a pack without places, which refuses it by itself.

    Raises:
        CommandError: the name means several locations or none.
    """
    # Ids are the usual case of scripts, and the gazetteer takes a moment to build.
    if pack.places is None or text in pack.location_ids:
        return text
    return location_named(pack, text)


def clear_place(found: Lookup, text: str) -> Place:
    """The one place of a lookup.

    Raises:
        CommandError: there are several or none.
    """
    if found.place is not None:
        return found.place
    if found.is_ambiguous:
        names = [_spelling(place) for place in found.places]
        message = t("'{text}' could mean several places: write {names}.", text=text, names=either_text(names))
        raise CommandError(message)
    if found.suggestions:
        near = either_text([f"'{place.hub or place.label}'" for place in found.suggestions])
        message = t(
            "There is no location '{text}'. Did you mean {near}? See 'location-advisor locations'.",
            text=text,
            near=near,
        )
        raise CommandError(message)
    raise CommandError(t("There is no location '{text}'. See 'location-advisor locations'.", text=text))


def _spelling(place: Place) -> str:
    """How to type a place so that nothing else can be meant."""
    return f"'{place.hub},{place.location_id}'" if place.hub else f"'{place.location_id}' ({place.label})"
