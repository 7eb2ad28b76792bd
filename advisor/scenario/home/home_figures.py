"""What depends on the client's home: time, language, law and distance, engagement model, legal gates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from advisor.computed.choices import (
    HomeChoices,
    LanguageChoices,
    ShiftChoices,
    TimeChoices,
    WorkforceChoices,
)
from advisor.computed.materials import (
    LanguagesInUse,
    ShiftsFromHome,
    TiesFromHome,
    TimeFromHome,
    WorkforceToHire,
)
from advisor.datapack.place_facts import PlaceTables
from advisor.datapack.schema import DataPack
from advisor.places.calendars import work_calendars
from advisor.places.customer_languages import customers_of
from advisor.places.from_home import HomeView, TimeSettings, prepare_year, seen_from
from advisor.places.hubs import HubSet
from advisor.places.languages import LANGUAGES
from advisor.scenario.home.place_model import PlaceModel, place_model
from advisor.scenario.memory import Memory
from advisor.scenario.study.problems import ScenarioError
from advisor.words.translation import t

_Label = TypeVar("_Label", str, str | None)
_HOMES = 8  # that are remembered: going back to one is at once


@dataclass(frozen=True, slots=True, eq=False)
class HomeFigures:
    """What is seen from one home under one set of hours, thresholds and hubs.

    Attributes:
        settings: hours, year and thresholds that time figures rest on.
        places: what is known about the places, from anywhere.
        hubs: the hubs that count; all of them but where one was chosen.
        view: time and distance by hub of ``hubs``.
        engagement: (m) engagement model of each location.
        fatf: (m) ``black``, ``grey`` or ``none``.
        sanctions: (m) ``comprehensive`` or ``none``.
        advisories: (m) level of the official travel advisory, ``1`` to ``4``, None where none is known.
            Gates are open for home itself: the client is there already.
    """

    settings: TimeSettings
    places: PlaceModel
    hubs: HubSet
    view: HomeView
    engagement: tuple[str, ...]
    fatf: tuple[str, ...]
    sanctions: tuple[str, ...]
    advisories: tuple[str | None, ...]


class HomeModel:
    """Sees the places of one pack from any home and remembers the latest views."""

    def __init__(self, pack: DataPack, tables: PlaceTables) -> None:
        self._ids = pack.location_ids
        self.places = place_model(pack, tables)
        self.figures = Memory(self._figures, _HOMES)
        self._building: dict[int, Lock] = {}

    def ties(self, choices: HomeChoices) -> TiesFromHome:
        """What binds places to home."""
        return TiesFromHome(choices.home, self._ids, self.places.ties, self.places.law)

    def time(self, choices: TimeChoices) -> TimeFromHome:
        """Time and distance.

        Raises:
            ScenarioError: a year, a hub or thresholds that cannot be used.
        """
        seen = self.figures(choices)
        return TimeFromHome(choices.home, choices.settings, seen.hubs, seen.view)

    def shifts(self, choices: ShiftChoices) -> ShiftsFromHome:
        """The shift that the work takes.

        Raises:
            ScenarioError: as ``time``.
        """
        return ShiftsFromHome(self.time(choices.times), choices.for_customers)

    def workforce(self, choices: WorkforceChoices) -> WorkforceToHire:
        """Who could be hired."""
        figures = self.places.workforce.get(choices.kind, {})
        return WorkforceToHire(
            choices.home, self._ids, figures, self.places.collaborations, choices.head_count
        )

    def languages(self, choices: LanguageChoices) -> LanguagesInUse:
        """Languages of the work and of the customers.

        Raises:
            ScenarioError: a language that is not known.
        """
        table = self.places.languages
        for language in (*choices.working, *choices.customers):
            if language not in table.languages:
                codes = ", ".join(code for code in LANGUAGES if code in table.languages)
                raise ScenarioError(
                    t(
                        "There is no language '{language}'. Use ISO 639 codes such as {codes}.",
                        language=language,
                        codes=codes,
                    )
                )
        return LanguagesInUse(table, choices.working, customers_of(table, choices.home, choices.customers))

    def prepare(self, settings: TimeSettings, progress: Callable[[float], None] | None = None) -> None:
        """Build the clock and holiday tables of a year; a background thread may call this ahead of need.

        Whoever needs a year that is being built waits for it, so nothing is built twice.

        Args:
            settings: the year, and the hours at the sites.
            progress: told the part that is done; it may raise to stop the work.

        Raises:
            ValueError: a year outside the clock tables.
        """
        hubs = self.places.hubs
        with self._building.setdefault(settings.year, Lock()):
            prepare_year(hubs, settings)
            if progress is not None:
                for done, workplace in enumerate(hubs.workplaces):
                    progress(done / len(hubs.location_ids))
                    workplace.holidays(settings.year)
            work_calendars(hubs.workplaces, settings.year)

    def _figures(self, choices: TimeChoices) -> HomeFigures:
        places = self.places
        try:
            self.prepare(choices.settings)
            hubs = places.hubs.with_chosen(dict(choices.hubs)) if choices.hubs else places.hubs
            view = seen_from(hubs, places.regions, choices.home, choices.settings)
        except ValueError as error:
            raise ScenarioError(str(error)) from error
        return HomeFigures(
            choices.settings,
            places,
            hubs,
            view,
            tuple(str(model) for model in view.engagement),
            self._but_home(places.fatf, choices.home),
            self._but_home(places.sanctions, choices.home),
            self._but_home(places.advisories, choices.home),
        )

    def _but_home(self, labels: Sequence[_Label], home: str) -> tuple[_Label | str, ...]:
        """Labels that gates go by; they are open for home."""
        within = self.places.hubs.countries
        country = within.get(home, home)
        return tuple(
            "none" if within.get(at, at) == country else each
            for at, each in zip(self._ids, labels, strict=True)
        )
