"""What depends on the client's home: time, language, law and distance, engagement model, legal gates."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from advisor.datapack.place_tables import PlaceTables
from advisor.datapack.schema import DataPack
from advisor.places.calendars import work_calendars
from advisor.places.from_home import HomeView, TimeSettings, prepare_year
from advisor.places.hubs import HubSet
from advisor.places.languages import LANGUAGES
from advisor.places.shifts import WorkingHours
from advisor.scenario.columns import Column
from advisor.scenario.home.language_columns import affinity_column, language_columns
from advisor.scenario.home.law_columns import transfer_column
from advisor.scenario.home.place_model import PlaceModel, place_model
from advisor.scenario.home.time_columns import time_columns
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario

_CACHED = 8
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False)
class HomeFigures:
    """Everything computed for one home and one set of working conditions.

    Attributes:
        key: equal for equal inputs.
        columns: computed criterion name to column.
        settings: hours, year and thresholds that time figures rest on.
        places: what is known about the places, from anywhere.
        hubs: the hubs that count; all of them but where one was chosen.
        view: time and distance by hub of ``hubs``.
        engagement: (m) engagement model of each location.
        fatf: (m) ``black``, ``grey`` or ``none``.
        sanctions: (m) ``comprehensive`` or ``none``.
    """

    key: Hashable
    columns: Mapping[str, Column]
    settings: TimeSettings
    places: PlaceModel
    hubs: HubSet
    view: HomeView
    engagement: tuple[str, ...]
    fatf: tuple[str, ...]
    sanctions: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _TimeFigures:
    columns: Mapping[str, Column]
    view: HomeView


class _Memory(Generic[_T]):
    """The latest few results by key."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, _T] = OrderedDict()

    def get(self, key: Hashable, compute: Callable[[], _T]) -> _T:
        if key not in self._kept:
            self._kept[key] = compute()
            while len(self._kept) > _CACHED:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def time_settings(scenario: Scenario) -> TimeSettings:
    """The scenario's hours, year and thresholds.

    Raises:
        ScenarioError: hours that cannot be read.
    """
    try:
        home, site = WorkingHours.parse(scenario.home_hours), WorkingHours.parse(scenario.site_hours)
    except ValueError as error:
        raise ScenarioError(str(error)) from error
    return TimeSettings(scenario.year, home, site, scenario.wanted_overlap, scenario.engagement_rule)


class HomeModel:
    """Computes and remembers home-dependent figures for one pack that knows places.

    What depends on the languages, the law and the clocks is remembered apart, so that a change
    of one does not compute the others again.
    """

    def __init__(self, pack: DataPack, tables: PlaceTables) -> None:
        self._pack = pack
        self.places = place_model(pack, tables)
        self._figures: _Memory[HomeFigures] = _Memory()
        self._hubs: _Memory[HubSet] = _Memory()
        self._time: _Memory[_TimeFigures] = _Memory()
        self._columns: _Memory[Mapping[str, Column]] = _Memory()
        self._building: dict[int, Lock] = {}

    def figures(self, scenario: Scenario) -> HomeFigures:
        """The figures for a scenario, computed once for equal inputs.

        Raises:
            ScenarioError: hours, a year, a hub or thresholds that cannot be used.
        """
        settings, home = time_settings(scenario), scenario.home
        chosen = tuple(sorted(scenario.hubs.items()))
        languages = (home, scenario.working_languages, scenario.customer_languages)
        key = (languages, settings, chosen)
        known = self.places.languages.languages
        for language in (*scenario.working_languages, *scenario.customer_languages):
            if language not in known:
                codes = ", ".join(code for code in LANGUAGES if code in known)
                raise ScenarioError(f"There is no language '{language}'. Use ISO 639 codes such as {codes}.")
        try:
            return self._figures.get(key, lambda: self._joined(scenario, settings, key))
        except ValueError as error:
            raise ScenarioError(str(error)) from error

    def hubs_of(self, scenario: Scenario) -> HubSet:
        """The hubs that count in a scenario.

        Raises:
            ValueError: a hub that its location does not have.
        """
        chosen = dict(scenario.hubs)
        if not chosen:
            return self.places.hubs
        return self._hubs.get(tuple(sorted(chosen.items())), lambda: self.places.hubs.with_chosen(chosen))

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

    def _joined(self, scenario: Scenario, settings: TimeSettings, key: Hashable) -> HomeFigures:
        self.prepare(settings)
        hubs, home = self.hubs_of(scenario), scenario.home
        time = self._time.get((home, settings, hubs), lambda: self._time_figures(hubs, home, settings))
        working, customers = scenario.working_languages, scenario.customer_languages
        languages = self._columns.get(
            ("languages", home, working, customers),
            lambda: language_columns(self.places.languages, home, working, customers),
        )
        pair = self._columns.get(("pair", home), lambda: self._pair_columns(home))
        return HomeFigures(
            key,
            {**time.columns, **languages, **pair},
            settings,
            self.places,
            hubs,
            time.view,
            tuple(str(model) for model in time.view.engagement),
            self.places.fatf,
            self.places.sanctions,
        )

    def _time_figures(self, hubs: HubSet, home: str, settings: TimeSettings) -> _TimeFigures:
        return _TimeFigures(*time_columns(hubs, self.places.regions, home, settings))

    def _pair_columns(self, home: str) -> Mapping[str, Column]:
        ids = self._pack.location_ids
        return {
            "data_transfer": transfer_column(self.places.law, home, ids),
            "affinity": affinity_column(self.places.ties, home, ids),
        }
