"""Scores of languages as cells, with what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from advisor.computed.column import method_codes
from advisor.core.cells import Cells, make_column
from advisor.places.language_names import language_name
from advisor.places.languages import LanguageFact, LanguageScore, LanguageScores, LanguageTable
from advisor.words.translation import t


def language_cells(
    table: LanguageTable,
    languages: Sequence[str],
    scores: LanguageScores,
    rule: Callable[[LanguageFact], LanguageScore | None],
) -> Cells:
    """A column of language scores.

    Args:
        table: facts of all locations.
        languages: ISO 639 codes that were scored.
        scores: of the locations.
        rule: what one fact comes to, for its reason.
    """
    sources, years = [], []
    for location in table.location_ids:
        facts = _facts(table, location, languages)
        ids = dict.fromkeys(part for fact in facts for part in fact.source_id.split(";") if part)
        sources.append(";".join(ids) or "cldr")
        years.append(max((fact.year or 0 for fact in facts), default=0))
    return make_column(
        scores.value,
        low=scores.low,
        high=scores.high,
        methods=method_codes(scores.methods),
        year=np.array(years, dtype=np.int16),
        sources=sources,
        notes=lambda row: _note(_facts(table, table.location_ids[row], languages), languages, rule),
    )


def _facts(table: LanguageTable, location: str, languages: Sequence[str]) -> list[LanguageFact]:
    facts = (table.fact(location, language) for language in languages)
    return [fact for fact in facts if fact is not None]


def _note(
    facts: Sequence[LanguageFact],
    languages: Sequence[str],
    rule: Callable[[LanguageFact], LanguageScore | None],
) -> str:
    told = ((fact, rule(fact)) for fact in facts)
    return "; ".join(
        t("{language}: {reason}", language=language_name(fact.language), reason=score.reason)
        for fact, score in told
        if score is not None
    ) or t("{languages}: not among the languages listed", languages=", ".join(map(language_name, languages)))
