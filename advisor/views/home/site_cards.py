"""What a site is to home, as cards of plain text: law, calendar, languages, ties and distance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from advisor.places.customer_languages import customers_of
from advisor.places.knowledge import Fact, ProfileRequest
from advisor.places.language_names import language_name
from advisor.places.languages import LANGUAGES
from advisor.places.profile import at_work_label, site_profile, with_customers_label
from advisor.places.regime_texts import DISCLAIMER
from advisor.views.home.fact_texts import source_text, value_text
from advisor.views.home.home_texts import (
    AFFINITY,
    DISTANCE,
    HUB_DISTANCE,
    LAW_ROWS,
    PLACE_ROWS,
    coming_dates,
    interval_text,
    language_note,
    languages_footer,
    shared_days_headline,
    shared_days_sentence,
)
from advisor.words.data_words import data_text
from advisor.words.dates import weekday_text, with_dates
from advisor.words.formatting import UNKNOWN, capital
from advisor.words.locale import digits
from advisor.words.translation import marked, t

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.datapack.schema import Source
    from advisor.scenario.ranking.assessment import Assessment


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
    dates = [fact for fact in profile.facts if fact.section == "calendar" and fact.about]
    facts = {fact.label: fact for fact in profile.facts if fact not in dates}
    sources = assessment.sources
    return (
        _law(facts, sources),
        _calendar(facts, dates, names, sources),
        _languages(facts, chosen, languages, sources),
        _ties(facts, sources),
    )


def _row(fact: Fact, sources: Mapping[str, Source], note: str = "") -> CardRow:
    return CardRow(
        marked(fact.label),
        value_text(fact),
        note or with_dates(data_text(fact.note)),
        source_text(fact, sources),
    )


def _law(facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> Card:
    tier = facts["Data-transfer tier"]
    rows = [_row(facts[label], sources) for label in LAW_ROWS if label in facts]
    score = facts["Data-transfer score"]
    headline = capital(value_text(tier))
    if score.value is not None:
        headline = t("{tier} ({score})", tier=headline, score=value_text(score))
    return Card(
        "law",
        t("Sending personal data there"),
        headline,
        tier.note.removesuffix(marked(DISCLAIMER)).strip(),
        source_text(tier, sources),
        tuple(row for row in rows if row.value),
        marked(DISCLAIMER),
    )


def _calendar(
    facts: Mapping[str, Fact], dates: Sequence[Fact], names: Mapping[str, str], sources: Mapping[str, Source]
) -> Card:
    home, shared = facts["Working days at home"], facts["Shared working days"]
    share = facts["Share of home working days"]
    if not isinstance(shared.value, int | float):
        headline, sentence = t("Not known"), coming_dates() if dates else ""
    else:
        headline = shared_days_headline(digits(shared.value), value_text(home))
        sentence = shared_days_sentence(value_text(share), is_one_sided=bool(dates))
    rows = []
    for fact in dates:
        day = date.fromisoformat(str(fact.value))
        rows.append(
            CardRow(
                weekday_text(day).replace(" ", "\N{NO-BREAK SPACE}"),
                t("only {name:the} works: {reason}", name=names[fact.about], reason=fact.note),
            )
        )
    return Card(
        "calendar",
        t("Working days"),
        headline,
        sentence,
        source_text(shared, sources),
        tuple(rows),
        shared.note,
    )


def _languages(
    facts: Mapping[str, Fact], chosen: Sequence[str], languages: Sequence[str], sources: Mapping[str, Source]
) -> Card:
    rows, unknown = [], []
    for code in languages:
        key, name = LANGUAGES.get(code, code), language_name(code)
        work, serve = facts[at_work_label(key)], facts[with_customers_label(key)]
        if work.value is None and serve.value is None:
            if code in chosen:
                rows.append(CardRow(name, UNKNOWN, t("not known")))
            else:
                unknown.append(name)
            continue
        value = t("{work} at work, {customers} with customers", work=_score(work), customers=_score(serve))
        known = work if work.value is not None else serve
        reason = known.score.reason if known.score else ""
        note = language_note(reason, _interval(work), _interval(serve))
        rows.append(CardRow(name, value, note, source_text(known, sources)))
    names = ", ".join(language_name(code) for code in chosen)
    headline = t("Yours: {languages}", languages=names)
    return Card("language", t("Languages"), headline, "", "", tuple(rows), languages_footer(unknown))


def _score(fact: Fact) -> str:
    return UNKNOWN if not isinstance(fact.value, int | float) else digits(fact.value)


def _interval(fact: Fact) -> str:
    if fact.score is None:
        return ""
    interval = t("{low} to {high}", low=digits(fact.score.low), high=digits(fact.score.high))
    return interval_text(interval, is_estimated=fact.score.method == "estimated")


def _ties(facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> Card:
    model = facts["Engagement model"]
    ends = {"home": value_text(facts["Home hub"]), "site": value_text(facts["Site hub"])}
    notes = {DISTANCE: t("{home:The} to {site:the}", **ends), HUB_DISTANCE: value_text(facts["Nearest hub"])}
    shown = [name for name in (AFFINITY, *PLACE_ROWS) if name in facts]
    nearest = value_text(facts["Nearest hub"])
    if nearest == ends["site"] or nearest in model.note:  # its distance is said already
        shown.remove(HUB_DISTANCE)
    rows = [_row(facts[name], sources, notes.get(name, "")) for name in shown]
    reason = model.note.partition(": ")[2] or model.note
    return Card(
        "ties",
        t("Closeness"),
        capital(value_text(model)),
        capital(reason),
        source_text(model, sources),
        tuple(rows),
    )
