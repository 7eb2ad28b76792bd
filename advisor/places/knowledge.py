"""What a pair profile is drawn from, what is asked, and the form of an answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from advisor.places.languages import LANGUAGES

if TYPE_CHECKING:
    from datetime import date

    from advisor.places.affinity import TieTable
    from advisor.places.cover import ServiceWindow
    from advisor.places.from_home import TimeSettings
    from advisor.places.hubs import HubSet
    from advisor.places.languages import LanguageScore, LanguageTable
    from advisor.places.law import LegalTable

Value = str | float | int | bool | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known about the pair.

    Attributes:
        section: time, calendar, distance, language, affinity, law.
        label: what it is.
        value: the figure or statement; None is unknown.
        unit: unit of a figure, blank otherwise.
        source: source id of the pack, or the name and version of a package.
        year: year or date of the statement, blank if undated.
        note: what a reader has to know.
        about: the language, or the id of the place, that several facts with this label are apart by.
        score: how good a language is there, where that is the fact.
    """

    section: str
    label: str
    value: Value
    unit: str = ""
    source: str = ""
    year: str = ""
    note: str = ""
    about: str = ""
    score: LanguageScore | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """The tables that a profile is drawn from.

    Attributes:
        hubs: all hubs.
        regions: UN M49 region of each location of ``hubs``.
        languages: language facts.
        laws: legal facts.
        ties: ties and legal origins.
        hub_source: source id of the hubs.
        tie_source: source id of the ties.
    """

    hubs: HubSet
    regions: tuple[str, ...]
    languages: LanguageTable
    laws: LegalTable
    ties: TieTable
    hub_source: str = ""
    tie_source: str = ""


@dataclass(frozen=True, slots=True)
class ProfileRequest:
    """What to ask about a pair.

    Attributes:
        home: home location id.
        site: location id of the site.
        settings: year, hours, wanted overlap, thresholds.
        today: date from which coming dates are listed.
        home_hub: hub of the home, by default the main one.
        site_hub: hub of the site, by default its main one.
        languages: languages to report; by default all that are offered.
        window: service window whose cover is reported.
    """

    home: str
    site: str
    settings: TimeSettings
    today: date
    home_hub: str | None = None
    site_hub: str | None = None
    languages: tuple[str, ...] = field(default=tuple(LANGUAGES))
    window: ServiceWindow | None = None
