"""What a site is to home, as cards of plain text: law, calendar, languages, ties and distance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from advisor.places.customer_languages import customers_of
from advisor.places.knowledge import Fact, ProfileRequest
from advisor.places.languages import LANGUAGES
from advisor.places.profile import site_profile
from advisor.places.regimes import DISCLAIMER
from advisor.views.home.fact_texts import source_text, value_text
from advisor.words.dates import weekday_text
from advisor.words.formatting import UNKNOWN
from advisor.words.locale import digits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.datapack.schema import Source
    from advisor.scenario.ranking.assessment import Assessment

_LAW_ROWS = (
    "Instrument",
    "Data-protection law",
    "Supervisory authority",
    "FATF list",
    "United States sanctions",
    "Global CBPR Forum",
    "Convention 108+",
)
_PLACE_ROWS = (
    "Great-circle distance",
    "Distance to the nearest hub",
    "Largest clock difference",
    "Legal origin",
)


@dataclass(frozen=True, slots=True)
class CardRow:
    """One fact: label, value, a remark, and where it comes from with its year."""

    label: str
    value: str
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One subject.

    Attributes:
        id: for tests.
        title: the subject.
        headline: the answer in a few words.
        sentence: its reason.
        source: where headline and sentence come from, with the year.
        rows: the facts.
        footer: what a reader has to know.
    """

    id: str
    title: str
    headline: str
    sentence: str
    source: str
    rows: tuple[CardRow, ...]
    footer: str = ""


def site_cards(assessment: Assessment, site: str, today: date) -> tuple[Card, ...]:
    """The cards of a site as seen from the scenario's home; none for a pack without places.

    Args:
        assessment: scenario and figures of home.
        site: a location id.
        today: coming dates are listed from here.

    Raises:
        ValueError: the site has no hub, so that nothing is known about the pair.
    """
    figures = assessment.home_figures
    if figures is None:
        return ()
    scenario = assessment.scenario
    customers = customers_of(figures.places.languages, scenario.home, scenario.customer_languages)
    chosen = tuple(dict.fromkeys((*scenario.working_languages, *customers)))
    languages = tuple(dict.fromkeys((*chosen, *LANGUAGES)))
    request = ProfileRequest(scenario.home, site, figures.settings, today, languages=languages)
    profile = site_profile(figures.places.knowledge(figures.hubs), request, figures.view)
    names = {key: assessment.pack.location(key).name for key in (scenario.home, site)}
    facts = {fact.label: fact for fact in profile.facts if not fact.label.startswith("Only ")}
    sources = assessment.sources
    dates = [fact for fact in profile.facts if fact.label.startswith("Only ")]
    return (
        _law(facts, sources),
        _calendar(facts, dates, names, sources),
        _languages(facts, chosen, languages, sources),
        _ties(facts, sources),
    )


def _row(fact: Fact, sources: Mapping[str, Source], label: str = "") -> CardRow:
    return CardRow(label or fact.label, value_text(fact), fact.note, source_text(fact, sources))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _law(facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> Card:
    tier = facts["Data-transfer tier"]
    rows = [_row(facts[label], sources) for label in _LAW_ROWS if label in facts]
    score = facts["Data-transfer score"]
    headline = _upper(value_text(tier))
    return Card(
        "law",
        "Sending personal data there",
        headline if score.value is None else f"{headline} ({value_text(score)})",
        tier.note.removesuffix(DISCLAIMER).strip(),
        source_text(tier, sources),
        tuple(row for row in rows if row.value),
        DISCLAIMER,
    )


def _calendar(
    facts: Mapping[str, Fact], dates: Sequence[Fact], names: Mapping[str, str], sources: Mapping[str, Source]
) -> Card:
    home, shared, share = (
        facts[label]
        for label in ("Working days at home", "Shared working days", "Share of home working days")
    )
    if not isinstance(shared.value, int | float):
        headline, sentence = "Not known", ""
    else:
        headline = f"{digits(shared.value)} of {value_text(home)} shared"
        sentence = f"{value_text(share)} of home's working days, by weekends and public holidays."
    rows = []
    for fact in dates:
        day = date.fromisoformat(str(fact.value))
        works = fact.label.removeprefix("Only ").removesuffix(" works")
        rows.append(
            CardRow(
                weekday_text(day).replace(" ", "\N{NO-BREAK SPACE}"),
                f"only {names[works]} works: {fact.note}",
            )
        )
    coming = "Below: the next dates on which only one side works." if rows else ""
    return Card(
        "calendar",
        "Working days",
        headline,
        f"{sentence} {coming}".strip(),
        source_text(shared, sources),
        tuple(rows),
        shared.note,
    )


def _languages(
    facts: Mapping[str, Fact], chosen: Sequence[str], languages: Sequence[str], sources: Mapping[str, Source]
) -> Card:
    rows, unknown = [], []
    for code in languages:
        name = LANGUAGES.get(code, code)
        work, serve = facts[f"{name} at work"], facts[f"{name} with customers"]
        if work.value is None and serve.value is None:
            if code in chosen:
                rows.append(CardRow(name, UNKNOWN, "not known"))
            else:
                unknown.append(name)
            continue
        value = f"{_score(work)} at work, {_score(serve)} with customers"
        told = [
            f"{word} {_interval(fact)}"
            for word, fact in (("at work", work), ("customers", serve))
            if fact.note
        ]
        note = f"{_reason(work if work.value is not None else serve)}; {', '.join(told)}"
        known = work if work.value is not None else serve
        rows.append(CardRow(name, value, note, source_text(known, sources)))
    footer = "Scores 0 to 100 with their interval."
    if unknown:
        footer += f" Not known, which is not zero: {', '.join(unknown)}."
    names = ", ".join(LANGUAGES.get(code, code) for code in chosen)
    return Card("language", "Languages", f"Yours: {names}", "", "", tuple(rows), footer)


def _score(fact: Fact) -> str:
    return UNKNOWN if not isinstance(fact.value, int | float) else digits(fact.value)


def _reason(fact: Fact) -> str:
    """The note of a score is: reason; interval; method."""
    return "; ".join(fact.note.split("; ")[:-2])


def _interval(fact: Fact) -> str:
    *_, interval, method = fact.note.split("; ") if "; " in fact.note else ("", fact.note, "")
    return f"{interval}{', estimated' if method == 'estimated' else ''}"


def _ties(facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> Card:
    model, affinity = facts["Engagement model"], facts["Affinity with home"]
    nearest, near_km = facts["Nearest hub"], facts["Distance to the nearest hub"]
    hubs = f"{value_text(facts['Home hub'])} to {value_text(facts['Site hub'])}"
    rows = [_row(affinity, sources), *(_row(facts[name], sources) for name in _PLACE_ROWS if name in facts)]
    rows = [
        replace(row, note=hubs)
        if row.label == "Great-circle distance"
        else replace(row, note=value_text(nearest))
        if row.label == near_km.label
        else row
        for row in rows
    ]
    reason = model.note.partition(": ")[2]
    return Card(
        "ties",
        "Closeness",
        _upper(value_text(model)),
        _upper(reason),
        source_text(model, sources),
        tuple(rows),
    )
