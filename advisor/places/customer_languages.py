"""Which languages customers are served in, and how much each of them counts.

A language counts where it has standing at home, in all of it or in a part, and a tenth of the people speak
it. Without standing a share is mostly one of learners: 64 % of Germany know English, but call in German.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor.places.languages import LanguageTable

LEAST_SHARE = 10  # per cent, in whole per cent as such shares are published
# Spoken forms whose speakers read and write, and are served in, another language.
_SERVED_IN: Mapping[str, str] = MappingProxyType({"gsw": "de"})


def customers_of(languages: LanguageTable, home: str, chosen: Sequence[str]) -> Mapping[str, float]:
    """The customers' languages with the weight of each, adding up to 1.

    Those chosen count alike. Where none is chosen, they are the languages with standing at home that at
    least a tenth speak, by their shares; where no share is known, home's most official language alone.
    """
    if chosen:
        codes = tuple(dict.fromkeys(chosen))
        return {code: 1 / len(codes) for code in codes}
    facts = [fact for fact in languages.facts_of(home) if fact.language not in _SERVED_IN]
    standing = [fact for fact in facts if fact.official]
    shares = {fact.language: fact.share for fact in standing if fact.share is not None}
    spoken = {code: share for code, share in shares.items() if round(share) >= LEAST_SHARE}
    if not spoken:
        return {fact.language: 1.0 for fact in (standing or facts)[:1]}
    total = sum(spoken.values())
    return {code: share / total for code, share in spoken.items()}
