"""Scenario + data pack -> assessment; the window and the command line both rank through this."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from advisor.computed.choices import ComputedChoices
from advisor.computed.materials import ShiftsFromHome, TimeFromHome
from advisor.computed.registry import computed_column
from advisor.core.cells import Cell, Cells
from advisor.core.evaluation import Evaluation, Status, ValuedMatrix, evaluate, value_matrix
from advisor.core.matrix import CellMethod, DecisionMatrix
from advisor.core.screening import Allowed, Constraint, Facts, Forbidden, Screening, screen
from advisor.datapack.location import Location
from advisor.datapack.schema import DataPack, Source
from advisor.places.engagement import engagement_name
from advisor.places.flags import Flag
from advisor.places.workforce import MOST_TO_HIRE_PERCENT
from advisor.scenario.choices import (
    cost_choices,
    home_choices,
    language_choices,
    shift_choices,
    time_choices,
    time_settings,
    workforce_choices,
)
from advisor.scenario.cost.cost_model import CostModel, EngagementCosts
from advisor.scenario.cost.saving import COST, SAVING, column_of, followed_savings
from advisor.scenario.home.home_figures import HomeFigures, HomeModel
from advisor.scenario.home.place_model import place_model, software_sources
from advisor.scenario.memory import Memory
from advisor.scenario.ranking.column_model import ColumnModel
from advisor.scenario.ranking.flags import CUSTOMERS, ROOM, location_flags, warned_places
from advisor.scenario.ranking.reasons import failure_reason, insufficient_reason
from advisor.scenario.study.checks import check_fit, check_own
from advisor.scenario.study.extension import (
    Additions,
    additions_of,
    inherited_note,
    inherited_remark,
    own_sources,
    with_additions,
)
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData, OwnFigure
from advisor.scenario.study.scenario import ENGAGEMENT_MODELS, MustHaves, Scenario
from advisor.scenario.weights.default_weights import weights_in_force
from advisor.words.translation import t

ENGAGEMENT, FATF, SANCTIONS, ADVISORY = "engagement", "fatf_status", "us_sanctions", "travel_advisory"
_LEVELS = 4  # of the travel advisory
_CACHED = 4  # tables of all figures; their columns are remembered for more homes
_PACKS = 4  # with different additions, that are remembered
_OF_THE_SITE = (TimeFromHome, ShiftsFromHome)  # what reads these is of the site itself


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """A ranking with everything that explains it.

    Attributes:
        cells: (m, n) all figures, also computed ones and the user's own, with
            years, sources and notes; unknown cells are NaN.
        home_figures: what was computed for this home, None for a generic pack.
        second_opinion: the method that ranks instead of the scenario's own
            (see ``advisor.scenario.ranking.second_opinion``); empty for the headline.
        own: the user's own figures that it was made with.
        choices: what the computed figures depend on.
        cost_model: total costs for any scenario, None where the pack knows no costs.
    """

    pack: DataPack
    scenario: Scenario
    evaluation: Evaluation
    cells: Cells
    home_figures: HomeFigures | None
    second_opinion: str = ""
    own: OwnData = NOTHING_OWN
    choices: ComputedChoices = field(default_factory=ComputedChoices)
    cost_model: CostModel | None = None

    @property
    def costs(self) -> EngagementCosts | None:
        """The costs that the ranking was made with, None where none are known; nothing is computed yet."""
        return None if self.cost_model is None else self.cost_model.of(self.scenario, self.own)

    @property
    def locations(self) -> tuple[Location, ...]:
        """The m locations in row order."""
        return self.pack.locations

    @property
    def sources(self) -> Mapping[str, Source]:
        """All sources that cells can name: the pack's, packages for clocks and calendars, the user's own."""
        found = {**self.pack.sources, **software_sources()} if self.home_figures else self.pack.sources
        return {**found, **own_sources(self.own)} if self.own.sources else found

    def engagement(self, row: int) -> str:
        """Engagement model of a location seen from home, empty for a generic pack."""
        return self.home_figures.engagement[row] if self.home_figures else ""

    def flags(self, row: int) -> tuple[Flag, ...]:
        """What nobody may miss about a location, whatever its score; the loudest first."""
        if self.home_figures is None:
            return ()
        location = self.locations[row].id
        columns = [criterion.id for criterion in self.evaluation.criteria]
        room = self._cell(row, columns.index(ROOM)) if ROOM in columns else None
        serves = self.choices.shifts is not None and self.choices.shifts.for_customers
        customers = self._cell(row, columns.index(CUSTOMERS)) if serves and CUSTOMERS in columns else None
        is_out = location == self.scenario.home and self.evaluation.status[row] == Status.EXCLUDED
        left_out = self.reasons(row) if is_out else ()
        return location_flags(self.home_figures.places.law, location, room, customers, left_out)

    @property
    def warned(self) -> tuple[str, ...]:
        """Ids of ranked locations that carry a warning, as ``flags`` tells it; quick enough for a drag."""
        if self.home_figures is None:
            return ()
        evaluation = self.evaluation
        warned = warned_places(self.home_figures.places.law, self.pack.location_ids)
        columns = [criterion.id for criterion in evaluation.criteria]
        short = np.zeros(len(self.locations), dtype=bool)
        if ROOM in columns:
            short = self.cells.values[:, columns.index(ROOM)] > MOST_TO_HIRE_PERCENT
        return tuple(
            location
            for location, is_short, status in zip(
                self.pack.location_ids, short, evaluation.status, strict=True
            )
            if status == Status.RANKED and (is_short or location in warned)
        )

    def _cell(self, row: int, column: int) -> Cell:
        return self.cells.cell(row, column)

    def reasons(self, row: int) -> tuple[str, ...]:
        """Why a location is not ranked, a sentence each; empty if it is ranked."""
        evaluation = self.evaluation
        if evaluation.status[row] == Status.RANKED:
            return ()
        if evaluation.status[row] == Status.INSUFFICIENT:
            return (insufficient_reason(evaluation, row),)
        figures = evaluation.valued.raw[row]
        labels = {ENGAGEMENT: engagement_name(self.engagement(row))}
        if self.home_figures is not None:
            labels[ADVISORY] = self.home_figures.advisories[row] or ""
        return tuple(
            failure_reason(constraint, evaluation.criteria, figures, labels)
            for constraint in evaluation.screening.failed(row)
        )


class _OwnFigures:
    """The user's own figures as a part of a key: there may be thousands, so they are hashed only once."""

    __slots__ = ("_hash", "figures")

    def __init__(self, figures: tuple[OwnFigure, ...]) -> None:
        self.figures = figures
        self._hash = hash(figures)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, _OwnFigures) and self.figures == other.figures)


@dataclass(frozen=True, slots=True)
class _FigureChoices:
    """Everything that the figures which are ranked depend on."""

    computed: ComputedChoices
    own: _OwnFigures


@dataclass(frozen=True, slots=True)
class _ScreeningChoices:
    """Everything that it depends on who is ranked at all."""

    must_haves: MustHaves
    figures: _FigureChoices


class Assessor:
    """Assesses scenarios against one pack, and what the user adds to it.

    A scenario is resolved once into the choices that each computation depends
    on; these are also the keys under which results are remembered. Moving a
    weight costs one evaluation, changing home computes what depends on home.

    Attributes:
        pack: without what the user adds.
    """

    def __init__(self, pack: DataPack) -> None:
        self.pack = pack
        self._bare = _Engine(pack, pack)
        self._engines = Memory(self._engine, _PACKS)
        self._latest: tuple[OwnData, _Engine, _OwnFigures] = (NOTHING_OWN, self._bare, _OwnFigures(()))

    @property
    def cost_model(self) -> CostModel | None:
        """Total costs of the pack's locations, None where it knows no costs."""
        return self._bare.cost_model

    def assess(self, scenario: Scenario, own: OwnData = NOTHING_OWN) -> Assessment:
        """Rank the pack's locations and the user's own sites for a scenario.

        Args:
            scenario: what is asked for.
            own: figures, criteria and sites of the user's own, which the scenarios of a study share.

        Raises:
            ScenarioError: the scenario, or what the user adds, does not fit the pack.
        """
        engine, figures = self._engine_for(own)
        return engine.assess(scenario, own, figures)

    def knows(self, scenario: Scenario, own: OwnData = NOTHING_OWN) -> bool:
        """Whether assessing a scenario takes no more than weighing figures that are remembered.

        Raises:
            ScenarioError: the scenario, or what the user adds, does not fit the pack.
        """
        engine, figures = self._engine_for(own)
        return engine.knows(scenario, own, figures)

    def prepare(self, scenario: Scenario, progress: Callable[[float], None] | None = None) -> None:
        """Build what a scenario's year needs; a background thread may call this ahead of need.

        Args:
            scenario: its year and hours count.
            progress: told the part that is done; it may raise to stop the work.

        Raises:
            ScenarioError: hours that cannot be read.
            ValueError: a year outside the clock tables.
        """
        self._bare.prepare(scenario, progress)

    def _engine_for(self, own: OwnData) -> tuple[_Engine, _OwnFigures]:
        latest = self._latest  # other threads may ask as well
        if latest[0] is not own:
            engine = self._engines(additions_of(own))
            check_own(engine.pack, own)
            latest = (own, engine, _OwnFigures(own.figures))
            self._latest = latest
        return latest[1], latest[2]

    def _engine(self, added: Additions) -> _Engine:
        return _Engine(self.pack, with_additions(self.pack, added), self._bare) if added else self._bare


class _Engine:
    """Assesses scenarios against one pack as it stands.

    Args:
        base: the pack without what the user adds.
        pack: the pack with it.
        bare: the same for ``base``, whose models serve here too where no site is added.
    """

    def __init__(self, base: DataPack, pack: DataPack, bare: _Engine | None = None) -> None:
        self.pack = pack
        self._home_model: HomeModel | None
        self.cost_model: CostModel | None
        self._columns: ColumnModel
        if bare is not None and pack.places is base.places:
            self._home_model, self.cost_model = bare._home_model, bare.cost_model
            self._columns = bare._columns
        else:
            self._home_model = HomeModel(pack, pack.places) if pack.places is not None else None
            self.cost_model = _cost_model(base, pack, self._home_model)
            self._columns = ColumnModel(self._home_model, self.cost_model)
        self._countries = _countries(pack)
        self._figures = Memory(self._valued, _CACHED)
        self._screening = Memory(self._screened, _CACHED)
        self._latest: ValuedMatrix | None = None  # most of its columns will be the same in the next

    def assess(self, scenario: Scenario, own: OwnData, figures: _OwnFigures) -> Assessment:
        """Rank; see ``Assessor.assess``."""
        check_fit(self.pack, scenario)
        weights = weights_in_force(self.pack, scenario)
        if self.cost_model:
            self.cost_model.rate(scenario.currency)
        chosen = _FigureChoices(self._computed(scenario, own), figures)
        cells, valued = self._figures(chosen)
        screening = self._screening(_ScreeningChoices(scenario.must_haves, chosen))
        evaluation = evaluate(valued, weights, scenario.aggregation, screening)
        seen = self._home_figures(chosen.computed)
        return Assessment(
            self.pack,
            scenario,
            evaluation,
            cells,
            seen,
            own=own,
            choices=chosen.computed,
            cost_model=self.cost_model,
        )

    def knows(self, scenario: Scenario, own: OwnData, figures: _OwnFigures) -> bool:
        """Whether the figures are remembered; see ``Assessor.knows``."""
        check_fit(self.pack, scenario)
        return self._figures.holds(_FigureChoices(self._computed(scenario, own), figures))

    def prepare(self, scenario: Scenario, progress: Callable[[float], None] | None = None) -> None:
        """Build ahead; see ``Assessor.prepare``."""
        if self._home_model is not None:
            self._home_model.prepare(time_settings(scenario), progress)

    def _computed(self, scenario: Scenario, own: OwnData) -> ComputedChoices:
        if self._home_model is None:
            return ComputedChoices()
        function = self.pack.functions.get(scenario.function)
        return ComputedChoices(
            home_choices(scenario),
            time_choices(scenario),
            shift_choices(scenario, function),
            workforce_choices(scenario, function),
            language_choices(scenario),
            cost_choices(scenario, own) if self.cost_model else None,
        )

    def _home_figures(self, choices: ComputedChoices) -> HomeFigures | None:
        if self._home_model is None or choices.times is None:
            return None
        return self._home_model.figures(choices.times)

    def _valued(self, chosen: _FigureChoices) -> tuple[Cells, ValuedMatrix]:
        pack = self.pack
        columns = {
            j: self._columns.column(criterion.computed, chosen.computed)
            for j, criterion in enumerate(pack.criteria)
            if criterion.computed
        }
        rows = {location.id: i for i, location in enumerate(pack.locations)}
        places = {criterion.id: j for j, criterion in enumerate(pack.criteria)}
        own = {
            (rows[figure.location], places[figure.criterion]): _own_cell(figure)
            for figure in chosen.own.figures
        }
        from_countries = self._from_countries(own)
        laid_over = self._savings(chosen, columns, own) | from_countries | own
        cells = pack.cells.overlaid(columns, laid_over)
        if self._countries:
            cells = self._inherited(cells, columns)
        self._latest = valued = value_matrix(_matrix(pack, cells, self._copied(own)), self._latest)
        return cells, valued

    def _from_countries(self, own: Mapping[tuple[int, int], Cell]) -> dict[tuple[int, int], Cell]:
        """The user's own figures of countries, at their sites that have none."""
        found: dict[tuple[int, int], Cell] = {}
        sites: dict[int, list[int]] = {}
        for site, country in self._countries.items():
            sites.setdefault(country, []).append(site)
        for (row, column), cell in own.items():
            note = inherited_note(self.pack.locations[row].name, str(cell.note)) if row in sites else ""
            for site in sites.get(row, ()):
                found[site, column] = replace(cell, note=note)
        return found

    def _inherited(self, cells: Cells, columns: Collection[int]) -> Cells:
        """The same where a computed figure of a site, which is its country's, says so."""
        notes = cells.notes.copy()
        for row, country in self._countries.items():
            name = self.pack.locations[country].name
            for column in columns:
                reads = computed_column(self.pack.criteria[column].computed).reads
                left_alone = cells.methods[row, column] in (CellMethod.UNKNOWN, CellMethod.USER)
                if reads not in _OF_THE_SITE and not left_alone:
                    notes[row, column] = inherited_remark(name, notes[row, column])
        return replace(cells, notes=notes)

    def _copied(self, own: Collection[tuple[int, int]]) -> NDArray[np.bool_] | None:
        """(m, n) Where a site has its country's figure; None where there is no site."""
        if not self._countries:
            return None
        copied = np.zeros((len(self.pack.locations), len(self.pack.criteria)), dtype=np.bool_)
        copied[list(self._countries)] = True
        for at in own:
            copied[at] = False
        return copied

    def _savings(
        self, chosen: _FigureChoices, columns: Mapping[int, Cells], own: Mapping[tuple[int, int], Cell]
    ) -> dict[tuple[int, int], Cell]:
        """The savings that follow from the user's own costs."""
        cost, saving = (column_of(self.pack.criteria, name) for name in (COST, SAVING))
        if cost is None or saving is None or chosen.computed.home is None:
            return {}
        costs = {row: cell.value for (row, column), cell in own.items() if column == cost}
        home = self.pack.location_ids.index(chosen.computed.home.home)
        found = followed_savings(columns[cost].values, costs, home) if costs else {}
        note = t("From your own cost")
        return {(row, saving): Cell(value, method=CellMethod.USER, note=note) for row, value in found.items()}

    def _screened(self, chosen: _ScreeningChoices) -> Screening:
        figures = self._home_figures(chosen.figures.computed)
        facts = _facts(self._figures(chosen.figures)[1], figures)
        return screen(len(self.pack.locations), _constraints(chosen.must_haves, figures), facts)


def _constraints(must: MustHaves, figures: HomeFigures | None) -> list[Constraint]:
    constraints: list[Constraint] = []
    if figures is not None:
        if must.engagement != frozenset(ENGAGEMENT_MODELS):
            constraints.append(Allowed(ENGAGEMENT, must.engagement))
        if must.exclude_sanctioned:
            constraints.append(Forbidden(SANCTIONS, frozenset({"comprehensive"})))
        if must.fatf != "none":
            lists = {"black"} if must.fatf == "black" else {"black", "grey"}
            constraints.append(Forbidden(FATF, frozenset(lists)))
        if must.advisory < _LEVELS:
            above = range(must.advisory + 1, _LEVELS + 1)
            constraints.append(Forbidden(ADVISORY, frozenset(str(level) for level in above)))
    return [*constraints, *must.bounds]


def _facts(valued: ValuedMatrix, figures: HomeFigures | None) -> Facts:
    # An estimate from peers is no evidence that a must-have is met or missed.
    raw = np.where(valued.known, valued.raw, np.nan)
    columns = {criterion.id: raw[:, j] for j, criterion in enumerate(valued.criteria)}
    if figures is None:
        return Facts(columns)
    labels = {
        ENGAGEMENT: figures.engagement,
        FATF: figures.fatf,
        SANCTIONS: figures.sanctions,
        ADVISORY: figures.advisories,
    }
    return Facts(columns, labels)


def _own_cell(figure: OwnFigure) -> Cell:
    note = figure.note or t("Your own figure")
    return Cell(figure.value, method=CellMethod.USER, year=figure.year, source=figure.source, note=note)


def _countries(pack: DataPack) -> dict[int, int]:
    """Row of each site to the row of its country."""
    rows = {location.id: row for row, location in enumerate(pack.locations)}
    return {rows[site.id]: rows[site.country] for site in pack.locations if site.country}


def _cost_model(base: DataPack, pack: DataPack, home_model: HomeModel | None) -> CostModel | None:
    if home_model is None or base.places is None or base.wages is None or base.costs is None:
        return None
    mixes = {each.id: each.mix for each in base.functions.values() if each.mix is not None}
    places = home_model.places if pack is base else place_model(base, base.places)
    return CostModel(
        base.wages,
        base.costs,
        places.hubs,
        mixes,
        places.languages,
        _peers(base),
        None if pack is base else home_model.places.hubs,
    )


def _matrix(pack: DataPack, cells: Cells, copied: NDArray[np.bool_] | None) -> DecisionMatrix:
    return DecisionMatrix(
        pack.location_ids,
        pack.criteria,
        cells.values,
        cells.low,
        cells.high,
        cells.methods,
        _peers(pack),
        copied,
    )


def _peers(pack: DataPack) -> tuple[tuple[str, ...], ...]:
    """Groupings that unknown figures are estimated from: peer group, then region."""
    groupings = (
        tuple(location.peer_group for location in pack.locations),
        tuple(location.region for location in pack.locations),
    )
    return tuple(labels for labels in groupings if any(labels))
