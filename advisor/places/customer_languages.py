"""Which languages customers are served in where nobody has said."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.places.languages import LanguageTable


def customers_of(languages: LanguageTable, home: str, chosen: Sequence[str]) -> tuple[str, ...]:
    """The customers' languages: those chosen, else the official ones of home, else its most spoken one."""
    if chosen:
        return tuple(chosen)
    facts = languages.facts_of(home)
    official = [fact for fact in facts if fact.official in ("official", "de_facto")]
    known = max((fact.share or 0.0 for fact in official), default=0.0)
    # An official language of few (Irish, Welsh) is not what customers call in.
    spoken = [fact.language for fact in official if (fact.share or 0.0) >= max(10.0, known / 4)]
    return tuple(spoken[:2]) or tuple(fact.language for fact in (official or list(facts))[:1])
