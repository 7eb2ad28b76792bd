"""Languages and affinity as seen from home and from the chosen languages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from advisor.places.affinity import TieTable
from advisor.places.languages import LANGUAGES, LanguageScores, LanguageTable, customer_score, working_score
from advisor.scenario.columns import Column, make_column, method_codes

_TIE_SOURCES = "cepii_geodist;legal_origin"


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


def language_columns(
    table: LanguageTable, home: str, working: Sequence[str], customers: Sequence[str]
) -> dict[str, Column]:
    """The columns ``working_language`` and ``customer_language``."""
    return {
        "working_language": _column(table, working, table.working(working), customer=False),
        "customer_language": _column(
            table,
            customers_of(table, home, customers),
            table.customer(customers_of(table, home, customers)),
            customer=True,
        ),
    }


def affinity_column(ties: TieTable, home: str, location_ids: Sequence[str]) -> Column:
    """The column ``affinity``."""
    found = ties.from_home(home, location_ids)
    return make_column(
        found.value,
        low=found.low,
        high=found.high,
        methods=method_codes(found.methods),
        sources=_TIE_SOURCES,
        notes=["; ".join(detail.reasons) for detail in found.details],
    )


def _column(
    table: LanguageTable, languages: Sequence[str], scores: LanguageScores, *, customer: bool
) -> Column:
    rule = customer_score if customer else working_score
    notes, sources, years = [], [], []
    for location in table.location_ids:
        facts = [table.fact(location, language) for language in languages]
        told = [(fact, rule(fact)) for fact in facts if fact is not None]
        notes.append(
            "; ".join(
                f"{LANGUAGES.get(fact.language, fact.language)}: {score.reason}"
                for fact, score in told
                if score is not None
            )
            or f"{', '.join(LANGUAGES.get(code, code) for code in languages)}: not among the languages listed"
        )
        ids = dict.fromkeys(part for fact, _ in told for part in fact.source_id.split(";") if part)
        sources.append(";".join(ids) or "cldr")
        years.append(max((fact.year or 0 for fact, _ in told), default=0))
    return make_column(
        scores.value,
        low=scores.low,
        high=scores.high,
        methods=method_codes(scores.methods),
        year=np.array(years, dtype=np.int16),
        sources=sources,
        notes=notes,
    )
