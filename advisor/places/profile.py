"""Everything known about a home and a site as one list of facts, each with its source and date."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import numpy as np

from advisor.places.calendars import one_sided_days, work_calendars
from advisor.places.cover import cover_by
from advisor.places.engagement import engagement_reason
from advisor.places.from_home import HomeView, seen_from
from advisor.places.holiday_years import holiday_source
from advisor.places.knowledge import Fact, Knowledge, ProfileRequest, Value
from advisor.places.languages import LANGUAGES, customer_score, working_score
from advisor.places.regimes import DISCLAIMER, transfer_regime
from advisor.places.shifts import Schedule

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
    )
    nearest = hubs.hubs[view.nearest_hub[at]].name
    return [
        Fact("distance", "Home hub", hubs.hubs[view.home_hub].name, source=source),
        Fact("distance", "Site hub", hubs.hubs[site_hub].name, source=source),
        Fact("distance", "Great-circle distance", _known(view.hub_km[site_hub], 0), "km", source),
        Fact("distance", "Nearest hub", nearest, source=source),
        Fact("distance", "Distance to the nearest hub", _known(view.distance_km[at], 0), "km", source),
        Fact("distance", "Engagement model", str(view.engagement[at]), source=source, note=reason),
    ]


def _time(knowledge: Knowledge, request: ProfileRequest, view: HomeView, site_hub: int) -> list[Fact]:
    settings, hubs = request.settings, knowledge.hubs
    source, year = f"Python package tzdata {version('tzdata')}", str(settings.year)
    at = hubs.location_ids.index(request.site)
    home_hub = hubs.hubs[view.home_hub]
    home_weekend, site_weekend = (hubs.weekends[hubs.location_of[i]] for i in (view.home_hub, site_hub))
    here = Schedule(home_hub.zone, settings.home_hours, home_weekend)
    there = Schedule(hubs.hubs[site_hub].zone, settings.site_hours, site_weekend)
    week = f"Python package babel {version('babel')} (CLDR)"

    def fact(label: str, value: Value, unit: str = "", note: str = "") -> Fact:
        return Fact("time", label, value, unit, source, year, note)

    spread = view.overlap
    facts = [
        fact("Home zone", here.zone),
        fact("Site zone", there.zone),
        fact("Home hours", str(here.hours)),
        fact("Site hours", str(there.hours)),
        Fact("time", "Home weekend", str(here.weekend), source=week),
        Fact("time", "Site weekend", str(there.weekend), source=week),
        fact("Largest clock difference", _known(view.hub_clock_hours[site_hub], 2), "h"),
        fact("Overlap per home working day", _known(view.hub_overlap[site_hub], 4), "h"),
        fact("Overlap over all hubs, smallest", _known(spread.low[at], 4), "h"),
        fact("Overlap over all hubs, by population", _known(spread.mean[at], 4), "h"),
        fact("Overlap over all hubs, largest", _known(spread.high[at], 4), "h"),
    ]
    move = view.hub_move[site_hub]
    wanted = f"{settings.wanted_hours:g} h"
    if np.isnan(move):
        facts.append(fact(f"Shift that reaches {wanted}", None, note="No move of the shift reaches it."))
    else:
        moved = there.hours.moved(int(move))
        note = f"moved by {int(move):+d} minutes" if int(move) else "as it is"
        facts.append(fact(f"Shift that reaches {wanted}", str(moved), note=note))
        facts.append(fact("Night hours of that shift", _known(view.hub_night[site_hub], 2), "h"))
    if request.window is not None:
        cover = cover_by(here.zone, request.window, [there], settings.year)
        span = f"{request.window.hours}, closed {request.window.closed}"
        facts.append(fact("Cover of the service window", round(cover.share * 100, 2), "%", span))
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
        fact("Working days at home", _days(shared.home_days), "days"),
        fact("Shared working days", _days(shared.days[-1]), "days", notes),
        fact("Share of home working days", _known(shared.percent[-1], 2), "%"),
    ]
    coming = one_sided_days(pair[0], pair[-1], request.today)
    facts.extend(
        Fact(
            "calendar",
            f"Only {request.home if day.works == 'home' else request.site} works",
            day.day.isoformat(),
            source=holiday_source(),
            year=str(day.day.year),
            note=day.reason,
        )
        for day in coming
    )
    return facts


def _language(knowledge: Knowledge, request: ProfileRequest) -> list[Fact]:
    facts: list[Fact] = []
    for language in request.languages:
        known = knowledge.languages.fact(request.site, language)
        for label, score in (
            ("at work", working_score(known) if known else None),
            ("with customers", customer_score(known) if known else None),
        ):
            name = f"{LANGUAGES.get(language, language)} {label}"
            if score is None or known is None:
                facts.append(Fact("language", name, None, "0-100", note="not known"))
                continue
            note = f"{score.reason}; {score.low:.0f} to {score.high:.0f}; {score.method}"
            when = str(known.year or "")
            facts.append(Fact("language", name, round(score.value, 1), "0-100", known.source_id, when, note))
    return facts


def _affinity(knowledge: Knowledge, request: ProfileRequest) -> list[Fact]:
    affinity = knowledge.ties.between(request.home, request.site)
    note = "; ".join(affinity.reasons)
    value = _known(affinity.value, 1)
    return [Fact("affinity", "Affinity with home", value, "0-100", knowledge.tie_source, note=note)]


def _law(knowledge: Knowledge, request: ProfileRequest) -> list[Fact]:
    regime = transfer_regime(knowledge.laws, request.home, request.site)
    statement, law = regime.instrument_fact, regime.law_fact
    facts = [
        _legal("Data-transfer tier", regime.tier.label, statement, f"{regime.reason} {DISCLAIMER}"),
        _legal("Data-transfer score", _known(regime.score, 1), statement, regime.method, "0-100"),
        _legal("Instrument", regime.instrument, statement, statement.remark if statement else ""),
        _legal("Data-protection law", regime.law or None, law),
        _legal(
            "Supervisory authority",
            regime.authority,
            knowledge.laws.fact(request.site, "dp_authority"),
        ),
    ]
    shown = ("dp_law_year", "global_cbpr", "convention108plus", "fatf_status", "us_sanctions", "legal_origin")
    labels = (
        "Year of the law",
        "Global CBPR Forum",
        "Convention 108+",
        "FATF list",
        "United States sanctions",
        "Legal origin",
    )
    for name, label in zip(shown, labels, strict=True):
        known = knowledge.laws.fact(request.site, name)
        if known is not None:
            facts.append(_legal(label, known.value, known, known.remark))
        elif name in ("fatf_status", "us_sanctions"):
            facts.append(_legal(label, "not listed", knowledge.laws.listing(name)))
    return facts


def _legal(label: str, value: Value, fact: LegalFact | None, note: str = "", unit: str = "") -> Fact:
    source, year = (fact.source_id, str(fact.year or "")) if fact else ("", "")
    return Fact("law", label, value, unit, source, year, note)
