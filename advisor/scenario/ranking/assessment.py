"""Scenario + data pack -> assessment; the window and the command line both rank through this."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.core.evaluation import Evaluation, Status, ValuedMatrix, evaluate, value_matrix
from advisor.core.matrix import CellMethod, DecisionMatrix
from advisor.core.screening import Allowed, Constraint, Facts, Forbidden, screen
from advisor.datapack.schema import Cells, DataPack, Location, Source
from advisor.scenario.columns import Column
from advisor.scenario.cost.cost_columns import cost_column
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.home.home_figures import HomeFigures, HomeModel, time_settings
from advisor.scenario.home.place_model import software_sources
from advisor.scenario.ranking.reasons import failure_reason, insufficient_reason
from advisor.scenario.study.checks import check_scenario
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData, OwnFigure
from advisor.scenario.study.scenario import ENGAGEMENT_MODELS, Scenario
from advisor.scenario.weights.default_weights import effective_weights

ENGAGEMENT, FATF, SANCTIONS = "engagement", "fatf_status", "us_sanctions"
_CACHED = 8


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
    """

    pack: DataPack
    scenario: Scenario
    evaluation: Evaluation
    cells: Cells
    home_figures: HomeFigures | None
    second_opinion: str = ""
    own: OwnData = NOTHING_OWN

    @property
    def locations(self) -> tuple[Location, ...]:
        """The m locations in row order."""
        return self.pack.locations

    @property
    def sources(self) -> Mapping[str, Source]:
        """All sources that cells can name: the pack's, and installed packages for clocks and calendars."""
        return {**self.pack.sources, **software_sources()} if self.home_figures else self.pack.sources

    def engagement(self, row: int) -> str:
        """Engagement model of a location seen from home, empty for a generic pack."""
        return self.home_figures.engagement[row] if self.home_figures else ""

    def reasons(self, row: int) -> tuple[str, ...]:
        """Why a location is not ranked, a sentence each; empty if it is ranked."""
        evaluation = self.evaluation
        if evaluation.status[row] == Status.RANKED:
            return ()
        if evaluation.status[row] == Status.INSUFFICIENT:
            return (insufficient_reason(evaluation, row),)
        figures = evaluation.valued.raw[row]
        labels = {ENGAGEMENT: self.engagement(row)}
        return tuple(
            failure_reason(constraint, evaluation.criteria, figures, labels)
            for constraint in evaluation.screening.failed(row)
        )


class Assessor:
    """Assesses scenarios against one pack; remembers what depends on home and figures only.

    Moving a weight costs one evaluation, changing home recomputes the
    home-dependent figures once.
    """

    def __init__(self, pack: DataPack) -> None:
        self.pack = pack
        self._home_model = HomeModel(pack, pack.places) if pack.places is not None else None
        self.cost_model = _cost_model(pack, self._home_model)
        self._valued: OrderedDict[Hashable, tuple[Cells, ValuedMatrix]] = OrderedDict()

    def assess(self, scenario: Scenario, own: OwnData = NOTHING_OWN) -> Assessment:
        """Rank the pack's locations for a scenario.

        Args:
            scenario: what is asked for.
            own: figures of the user's own, which the scenarios of a study share.

        Raises:
            ScenarioError: the scenario does not fit the pack.
        """
        check_scenario(self.pack, scenario, own)
        weights = effective_weights(self.pack, scenario)
        figures = self._home_model.figures(scenario) if self._home_model else None
        if self.cost_model:
            self.cost_model.check(scenario)
        cells, valued = self._valued_matrix(scenario, own.figures, figures)
        screening = screen(
            len(self.pack.locations), self._constraints(scenario, figures), self._facts(valued, figures)
        )
        evaluation = evaluate(valued, weights, scenario.aggregation, screening)
        return Assessment(self.pack, scenario, evaluation, cells, figures, own=own)

    def prepare(self, scenario: Scenario, progress: Callable[[float], None] | None = None) -> None:
        """Build what a scenario's year needs; a background thread may call this ahead of need.

        Args:
            scenario: its year and hours count.
            progress: told the part that is done; it may raise to stop the work.

        Raises:
            ScenarioError: hours that cannot be read.
            ValueError: a year outside the clock tables.
        """
        if self._home_model is not None:
            self._home_model.prepare(time_settings(scenario), progress)

    def _valued_matrix(
        self, scenario: Scenario, own: tuple[OwnFigure, ...], figures: HomeFigures | None
    ) -> tuple[Cells, ValuedMatrix]:
        key = (figures.key if figures else None, own, _cost_key(scenario))
        if key not in self._valued:
            columns = dict(figures.columns) if figures else {}
            if self.cost_model:
                columns["cost_per_fte"] = cost_column(self.cost_model, scenario)
            cells = _joined_cells(self.pack, columns, own)
            self._valued[key] = (cells, value_matrix(_matrix(self.pack, cells)))
            while len(self._valued) > _CACHED:
                self._valued.popitem(last=False)
        self._valued.move_to_end(key)
        return self._valued[key]

    def _constraints(self, scenario: Scenario, figures: HomeFigures | None) -> list[Constraint]:
        must = scenario.must_haves
        constraints: list[Constraint] = []
        if figures is not None:
            if must.engagement != frozenset(ENGAGEMENT_MODELS):
                constraints.append(Allowed(ENGAGEMENT, must.engagement))
            if must.exclude_sanctioned:
                constraints.append(Forbidden(SANCTIONS, frozenset({"comprehensive"})))
            if must.fatf != "none":
                lists = {"black"} if must.fatf == "black" else {"black", "grey"}
                constraints.append(Forbidden(FATF, frozenset(lists)))
        return [*constraints, *must.bounds]

    def _facts(self, valued: ValuedMatrix, figures: HomeFigures | None) -> Facts:
        # An estimate from peers is no evidence that a must-have is met or missed.
        raw = np.where(valued.known, valued.raw, np.nan)
        columns = {criterion.id: raw[:, j] for j, criterion in enumerate(valued.criteria)}
        if figures is None:
            return Facts(columns)
        labels = {ENGAGEMENT: figures.engagement, FATF: figures.fatf, SANCTIONS: figures.sanctions}
        return Facts(columns, labels)


def _cost_model(pack: DataPack, home_model: HomeModel | None) -> CostModel | None:
    if home_model is None or pack.wages is None or pack.costs is None:
        return None
    mixes = {each.id: each.mix for each in pack.functions.values() if each.mix is not None}
    return CostModel(pack.wages, pack.costs, home_model.places.hubs, mixes, _peers(pack))


def _cost_key(scenario: Scenario) -> Hashable:
    """What the cost column depends on, besides home."""
    return (
        scenario.function,
        scenario.headcount,
        scenario.years,
        scenario.delivery,
        scenario.prices,
        scenario.cost_changes,
    )


def _joined_cells(pack: DataPack, computed: Mapping[str, Column], own: Sequence[OwnFigure]) -> Cells:
    """The pack's cells with computed columns and the user's own figures laid over."""
    names = ("values", "low", "high", "methods", "years", "sources", "notes")
    arrays = {name: getattr(pack.cells, name).copy() for name in names}
    for j, criterion in enumerate(pack.criteria):
        if criterion.computed in computed:
            column = computed[criterion.computed]
            for name in names:
                arrays[name][:, j] = getattr(column, name)
    rows = {location.id: i for i, location in enumerate(pack.locations)}
    columns = {criterion.id: j for j, criterion in enumerate(pack.criteria)}
    for figure in own:
        i, j = rows[figure.location], columns[figure.criterion]
        arrays["values"][i, j] = figure.value
        arrays["low"][i, j] = arrays["high"][i, j] = np.nan
        arrays["methods"][i, j] = CellMethod.USER
        arrays["years"][i, j], arrays["sources"][i, j] = 0, ""
        arrays["notes"][i, j] = figure.note or "Your own figure"
    return Cells(*(arrays[name] for name in names))


def _matrix(pack: DataPack, cells: Cells) -> DecisionMatrix:
    return DecisionMatrix(
        pack.location_ids, pack.criteria, cells.values, cells.low, cells.high, cells.methods, _peers(pack)
    )


def _peers(pack: DataPack) -> tuple[tuple[str, ...], ...]:
    """Groupings that unknown figures are estimated from: peer group, then region."""
    groupings = (
        tuple(location.peer_group for location in pack.locations),
        tuple(location.region for location in pack.locations),
    )
    return tuple(labels for labels in groupings if any(labels))
