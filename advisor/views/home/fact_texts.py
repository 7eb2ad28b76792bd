"""Facts about two places as people read them: figures with units, sources by name, unknown as a dash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advisor.datapack.schema import Source
from advisor.places.knowledge import Fact
from advisor.places.regime_texts import legal_word
from advisor.views.home.home_texts import SECTIONS
from advisor.words.data_words import data_text
from advisor.words.formatting import UNKNOWN, hours_text
from advisor.words.locale import digits
from advisor.words.translation import t


def by_section(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Facts by section, in the order of ``SECTIONS``; languages that are not known are left out."""
    found: dict[str, list[Fact]] = {section: [] for section in SECTIONS}
    for fact in facts:
        if fact.section != "language" or fact.value is not None:
            found.setdefault(fact.section, []).append(fact)
    return {section: members for section, members in found.items() if members}


def value_text(fact: Fact) -> str:
    """The value with its unit; unknown is an en dash."""
    value = fact.value
    if value is None:
        return UNKNOWN
    if isinstance(value, bool):
        return t("yes") if value else t("no")
    if isinstance(value, str):
        return legal_word(value)
    return _figure(value, fact.unit)


def _figure(value: float, unit: str) -> str:
    if unit == "h":
        return hours_text(value)
    number = digits(value)
    if unit == "0-100":
        return t("{number} of 100", number=number)
    return t("{number} {unit}", number=number, unit=data_text(unit)) if unit else number


def source_text(fact: Fact, sources: Mapping[str, Source]) -> str:
    """Publishers and datasets behind a fact with its year, or with the edition where it has no year."""
    parts = []
    for key in (part for part in fact.source.split(";") if part):
        source = sources.get(key)
        if source is None:
            parts.append(key)
            continue
        name = source.publisher or source.dataset or source.id
        edition = "" if fact.year else source.edition
        parts.append(t("{name} ({edition})", name=name, edition=edition) if edition else name)
    text = "; ".join(parts)
    if not text or not fact.year:
        return text or fact.year
    return t("{sources}, {year}", sources=text, year=fact.year)
