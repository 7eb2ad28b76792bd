"""Everything known about a home and a site as one list of facts, each with its source and date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from advisor.places.calendars import one_sided_days, work_calendars
from advisor.places.cover import cover_by
from advisor.places.derived_files import package_version
from advisor.places.engagement import engagement_reason
from advisor.places.from_home import HomeView, seen_from
from advisor.places.holiday_years import WEEKEND, holiday_source
from advisor.places.knowledge import Fact, Knowledge, ProfileRequest, Value
from advisor.places.languages import LANGUAGES, customer_score, working_score
from advisor.places.regime_texts import DISCLAIMER
from advisor.places.regimes import transfer_regime
from advisor.places.shifts import Schedule
from advisor.words.data_words import data_text
from advisor.words.locale import digits
from advisor.words.number_input import given_figure
from advisor.words.translation import mark, marked, t

if TYPE_CHECKING:
    from advisor.places.law import LegalFact


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """All facts about a home and a site, in order of sections."""

    home: str
    site: str
    facts: tuple[Fact, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON: sections of facts, unknown is null."""
        sections: dict[str, list[dict[str, Value]]] = {}
        for fact in self.facts:
            sections.setdefault(fact.section, []).append(
                {
                    "label": fact.label,
                    "value": fact.value,
                    "unit": fact.unit,
                    "source": fact.source,
                    "year": fact.year,
                    "note": fact.note,
                }
            )
        return {"home": self.home, "site": self.site, "sections": sections}


def site_profile(knowledge: Knowledge, request: ProfileRequest, view: HomeView | None = None) -> SiteProfile:
    """Gather everything known about the pair.

    Args:
        knowledge: the tables.
        request: what is asked.
        view: time and distance from this home with these settings, if they are at hand.

    Raises:
        ValueError: unknown location or hub, or a year outside the tables.
    """
    if view is None:
        view = seen_from(knowledge.hubs, knowledge.regions, request.home, request.settings, request.home_hub)
    site_hub = knowledge.hubs.hub_index(request.site, request.site_hub)
    facts = (
        *_distance(knowledge, request, view, site_hub),
        *_time(knowledge, request, view, site_hub),
        *_calendar(knowledge, request),
        *_language(knowledge, request),
        *_affinity(knowledge, request),
        *_law(knowledge, request),
    )
    return SiteProfile(request.home, request.site, facts)


def _known(figure: float, digits: int) -> float | None:
    return None if np.isnan(figure) else round(float(figure), digits)


def _days(count: float) -> int | None:
    return None if np.isnan(count) else round(float(count))


def _distance(knowledge: Knowledge, request: ProfileRequest, view: HomeView, site_hub: int) -> list[Fact]:
    hubs, source = knowledge.hubs, knowledge.hub_source
    at = hubs.location_ids.index(request.site)
    deciding = view.deciding_hub[at]
    reason = engagement_reason(
        view.engagement[at],
        float(view.hub_clock_hours[deciding]),
        float(view.hub_km[deciding]),
        same_region=knowledge.regions[at] == knowledge.regions[hubs.location_ids.index(request.home)],
        rule=request.settings.rule,
        hub="" if deciding == site_hub else data_text(hubs.hubs[deciding].name),
    )
    nearest = hubs.hubs[view.nearest_hub[at]].name
    return [
        Fact("distance", mark("Home hub"), hubs.hubs[view.home_hub].name, source=source),
        Fact("distance", mark("Site hub"), hubs.hubs[site_hub].name, source=source),
        Fact("distance", mark("Great-circle distance"), _known(view.hub_km[site_hub], 0), "km", source),
        Fact("distance", mark("Nearest hub"), nearest, source=source),
        Fact("distance", mark("Distance to the nearest hub"), _known(view.distance_km[at], 0), "km", source),
        Fact("distance", mark("Engagement model"), str(view.engagement[at]), source=source, note=reason),
    ]


def _time(knowledge: Knowledge, request: ProfileRequest, view: HomeView, site_hub: int) -> list[Fact]:
    settings, hubs = request.settings, knowledge.hubs
    source, year = _package("tzdata"), str(settings.year)
    at = hubs.location_ids.index(request.site)
    home_hub = hubs.hubs[view.home_hub]
    home_weekend, site_weekend = (hubs.weekends[hubs.location_of[i]] for i in (view.home_hub, site_hub))
    here = Schedule(home_hub.zone, settings.home_hours, home_weekend)
    there = Schedule(hubs.hubs[site_hub].zone, settings.site_hours, site_weekend)
    week = t("Python package {name} {version} (CLDR)", name="babel", version=package_version("babel"))

    def fact(label: str, value: Value, unit: str = "", note: str = "") -> Fact:
        return Fact("time", label, value, unit, source, year, note)

    spread = view.overlap
    facts = [
        fact(mark("Home zone"), here.zone),
        fact(mark("Site zone"), there.zone),
        fact(mark("Home hours"), str(here.hours)),
        fact(mark("Site hours"), str(there.hours)),
        Fact("time", mark("Home weekend"), str(here.weekend), source=week),
        Fact("time", mark("Site weekend"), str(there.weekend), source=week),
        fact(mark("Largest clock difference"), _known(view.hub_clock_hours[site_hub], 2), "h"),
        fact(mark("Overlap per home working day"), _known(view.hub_overlap[site_hub], 4), "h"),
        fact(mark("Overlap over all hubs, smallest"), _known(spread.low[at], 4), "h"),
        fact(mark("Overlap over all hubs, by population"), _known(spread.mean[at], 4), "h"),
        fact(mark("Overlap over all hubs, largest"), _known(spread.high[at], 4), "h"),
    ]
    move = view.hub_move[site_hub]
    label = t("Shift that reaches {hours} h", hours=given_figure(settings.wanted_hours))
    if np.isnan(move):
        facts.append(fact(label, None, note=t("No move of the shift reaches it.")))
    else:
        moved = there.hours.moved(int(move))
        note = t("moved by {minutes} minutes", minutes=f"{int(move):+d}") if int(move) else t("as it is")
        facts.append(fact(label, str(moved), note=note))
        facts.append(fact(mark("Night hours of that shift"), _known(view.hub_night[site_hub], 2), "h"))
    if request.window is not None:
        cover = cover_by(here.zone, request.window, [there], settings.year)
        window = request.window
        span = t("{hours}, closed {days}", hours=window.hours, days=window.closed)
        facts.append(fact(mark("Cover of the service window"), round(cover.share * 100, 2), "%", span))
    return facts


def _calendar(knowledge: Knowledge, request: ProfileRequest) -> list[Fact]:
    hubs, year = knowledge.hubs, request.settings.year
    workplaces = dict(zip(hubs.location_ids, hubs.workplaces, strict=True))
    pair = tuple(workplaces[location] for location in dict.fromkeys((request.home, request.site)))
    calendars = work_calendars(pair, year)
    shared = calendars.shared_with(request.home)
    notes = " ".join(calendars.notes).strip()

    def fact(label: str, value: Value, unit: str = "", note: str = "") -> Fact:
        return Fact("calendar", label, value, unit, holiday_source(), str(year), note)

    facts = [
        fact(mark("Working days at home"), _days(shared.home_days), "days"),
        fact(mark("Shared working days"), _days(shared.days[-1]), "days", notes),
        fact(mark("Share of home working days"), _known(shared.percent[-1], 2), "%"),
    ]
    coming = one_sided_days(pair[0], pair[-1], request.today)
    for day in coming:
        works = request.home if day.works == "home" else request.site
        label = t("Only {place:the} works", place=works)
        off = pair[-1] if day.works == "home" else pair[0]
        reason = t("weekend") if day.reason == WEEKEND else off.holiday_on(day.day)
        when, year_text = day.day.isoformat(), str(day.day.year)
        facts.append(Fact("calendar", label, when, "", holiday_source(), year_text, reason, about=works))
    return facts


def _language(knowledge: Knowledge, request: ProfileRequest) -> list[Fact]:
    facts: list[Fact] = []
    for code in request.languages:
        known, name = knowledge.languages.fact(request.site, code), LANGUAGES.get(code, code)
        for label, score in (
            (at_work_label(name), working_score(known) if known else None),
            (with_customers_label(name), customer_score(known) if known else None),
        ):
            if score is None or known is None:
                facts.append(Fact("language", label, None, "0-100", note=t("not known"), about=code))
                continue
            note = t(
                "{reason}; {low} to {high}; {method}",
                reason=score.reason,
                low=digits(score.low),
                high=digits(score.high),
                method=score.method,
            )
            value, when = round(score.value, 1), str(known.year or "")
            source = known.source_id
            facts.append(Fact("language", label, value, "0-100", source, when, note, about=code, score=score))
    return facts


def _affinity(knowledge: Knowledge, request: ProfileRequest) -> list[Fact]:
    affinity = knowledge.ties.between(request.home, request.site)
    note = "; ".join(affinity.reasons)
    value = _known(affinity.value, 1)
    return [Fact("affinity", mark("Affinity with home"), value, "0-100", knowledge.tie_source, note=note)]


def _law(knowledge: Knowledge, request: ProfileRequest) -> list[Fact]:
    regime = transfer_regime(knowledge.laws, request.home, request.site)
    statement, law = regime.instrument_fact, regime.law_fact
    facts = [
        _legal(
            mark("Data-transfer tier"),
            regime.tier.label,
            statement,
            t("{reason} {next}", reason=regime.reason, next=marked(DISCLAIMER)),
        ),
        _legal(mark("Data-transfer score"), _known(regime.score, 1), statement, regime.method, "0-100"),
        _legal(mark("Instrument"), regime.instrument, statement, statement.remark if statement else ""),
        _legal(mark("Data-protection law"), regime.law or None, law),
        _legal(
            mark("Supervisory authority"),
            regime.authority,
            knowledge.laws.fact(request.site, "dp_authority"),
        ),
    ]
    for label, *names in _LISTED:
        found = (knowledge.laws.fact(request.site, name) for name in names)
        known = next((fact for fact in found if fact is not None), None)
        if known is not None:
            facts.append(_legal(label, known.value, known, known.remark))
        elif names[0] in ("fatf_status", "us_sanctions"):
            # Lists are dated and not complete, so their silence is no clearance.
            facts.append(_legal(label, t("not on the list that was read"), knowledge.laws.listing(names[-1])))
    return facts


# Label, and the facts that answer it, the weightiest first.
_LISTED = (
    (mark("Year of the law"), "dp_law_year"),
    (mark("Global CBPR Forum"), "global_cbpr"),
    (mark("Convention 108+"), "convention108plus"),
    (mark("FATF list"), "fatf_status"),
    (mark("United States sanctions"), "us_sanctions", "sanctions_us"),
    (mark("European Union sanctions"), "sanctions_eu"),
    (mark("Level of the US travel advisory, out of 4"), "travel_advisory_us"),
    (mark("Legal origin"), "legal_origin"),
)


def _legal(label: str, value: Value, fact: LegalFact | None, note: str = "", unit: str = "") -> Fact:
    source, year = (fact.source_id, str(fact.year or "")) if fact else ("", "")
    return Fact("law", label, value, unit, source, year, note)


def at_work_label(language: str) -> str:
    """Label of the fact how well a place works in a language, given by its English name."""
    return t("{language} at work", language=language)


def with_customers_label(language: str) -> str:
    """Label of the fact whether a place can serve customers in a language, given by its English name."""
    return t("{language} with customers", language=language)


def _package(name: str) -> str:
    return t("Python package {name} {version}", name=name, version=package_version(name))
