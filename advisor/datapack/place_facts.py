"""What a pack knows of places, apart from the reader of its tables, which a kept pack does not need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor.places.affinity import Tie
from advisor.places.collaborations import Collaboration
from advisor.places.hubs import Hub
from advisor.places.languages import LanguageFact
from advisor.places.law import LegalFact
from advisor.places.workforce import Workforce


@dataclass(frozen=True, slots=True)
class PlaceTables:
    """What a pack knows of places, as the values that ``advisor.places`` computes with.

    Attributes:
        hubs: at least one for a place that can be a home.
        languages: what is known about languages.
        legal: legal facts, each of its kind once for a place.
        ties: pairs of places that share something.
        workforce: people by kind of work, each kind once for a place.
        collaborations: pairs of places that work together in software.
        countries: location id to the country whose law, holidays and ties hold there, where it is a part of
            one; a place that is not named stands for itself.
    """

    hubs: tuple[Hub, ...]
    languages: tuple[LanguageFact, ...]
    legal: tuple[LegalFact, ...]
    ties: tuple[Tie, ...]
    workforce: tuple[Workforce, ...] = ()
    collaborations: tuple[Collaboration, ...] = ()
    countries: Mapping[str, str] = field(default_factory=dict)
