"""Every chart of a study by its name. A new chart is one entry here; the command line lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from advisor.datapack.loading import load_pack
from advisor.datapack.validation_table import wage_checks
from advisor.export.report.report_facts import ReportFacts
from advisor.export.scenario_costs import scenario_costs
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.problems import ScenarioError
from advisor.views.certainty.acceptability_scene import acceptability_scene
from advisor.views.certainty.certainty_figures import rank_table, sureness_sentence
from advisor.views.certainty.diagnostics_figures import diagnostics
from advisor.views.certainty.influence_scene import influence_scene
from advisor.views.certainty.rank_span_scene import rank_span_scene
from advisor.views.clock.clock_figure import clock_year
from advisor.views.clock.clock_scene import clock_scene
from advisor.views.compare.difference_scene import difference_scene
from advisor.views.compare.opinion_figures import opinions
from advisor.views.compare.opinions_scene import opinions_scene
from advisor.views.compare.sensitivity_figures import movable, weight_lines
from advisor.views.compare.sensitivity_scene import sensitivity_scene
from advisor.views.cost.cash_flow_scene import cash_flow_scene
from advisor.views.cost.components_scene import components_scene
from advisor.views.cost.cost_quality import quality_dots
from advisor.views.cost.cost_view import CostView
from advisor.views.cost.quality_scene import quality_scene
from advisor.views.cost.tornado_scene import tornado_scene
from advisor.views.cost.wage_quality import wage_quality_scene
from advisor.views.cost.waterfall_scene import waterfall_scene
from advisor.views.people.people_figures import group_figures
from advisor.views.people.ranks_scene import ranks_scene
from advisor.views.people.weights_scene import weights_scene
from advisor.views.plan.plan_facts import rows_abroad
from advisor.views.scenarios.comparison import ScenarioPair
from advisor.views.scenarios.slope_scene import slope_scene
from advisor.views.scene.box import Size
from advisor.views.scene.scene import Scene, SceneMaker
from advisor.views.scene.type_styles import Measurer
from advisor.words.translation import t

_SITES = 5
_JUNE, _WEDNESDAY = 6, 2

# What draws the chart, or a sentence that says why there is none.
Drawn = SceneMaker | str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart that a study may have.

    Attributes:
        title: of the picture.
        draw: from what is recommended.
        wants_certainty: whether how sure the ranking is must be counted first.
    """

    title: str
    draw: Callable[[ReportFacts], Drawn]
    wants_certainty: bool = False


def charts() -> Mapping[str, Chart]:
    """Every chart by its name, in the language in force."""
    return {
        "certainty": Chart(t("Certainty of the ranks"), _certainty, wants_certainty=True),
        "influence": Chart(t("Weight and influence"), _influence),
        "estimates": Chart(t("Ranks that hang on estimates"), _estimates),
        "difference": Chart(t("Difference"), _difference),
        "sensitivity": Chart(t("Sensitivity"), _sensitivity),
        "opinions": Chart(t("Second opinions"), _opinions),
        "components": Chart(t("Components of the cost"), partial(_of_cost, components_scene)),
        "waterfall": Chart(t("From wage to total cost"), partial(_of_cost, waterfall_scene)),
        "cash-flow": Chart(t("Cash flow"), partial(_of_cost, cash_flow_scene)),
        "tornado": Chart(t("What matters most for the cost"), partial(_of_cost, tornado_scene)),
        "quality": Chart(t("Cost and quality"), _quality),
        "clock": Chart(t("Working hours"), _clock),
        "scenarios": Chart(t("Ranks in two scenarios"), _scenarios),
        "people-weights": Chart(t("Weights by person"), partial(_of_people, "weights")),
        "people-ranks": Chart(t("Rankings by person"), partial(_of_people, "ranks")),
        "wages": Chart(t("How good the wages are"), _wages),
    }


def _nothing() -> str:
    return t("No location is ranked: the must-haves leave none, or too little is known.")


def _certainty(facts: ReportFacts) -> Drawn:
    certainty = facts.subject.certainty
    if certainty is None or facts.row is None or not len(certainty.rows):
        return _nothing()
    row = facts.row if certainty.rank_low[facts.row] else int(certainty.rows[0])
    selected = facts.assessment.locations[row].id
    table = rank_table(facts.assessment, certainty, selected)
    return partial(
        acceptability_scene, table, sureness_sentence(certainty, row, facts.name(row)), selected, ""
    )


def _influence(facts: ReportFacts) -> Drawn:
    return partial(influence_scene, diagnostics(facts.assessment))


def _estimates(facts: ReportFacts) -> Drawn:
    return partial(rank_span_scene, diagnostics(facts.assessment))


def _difference(facts: ReportFacts) -> Drawn:
    return _nothing() if facts.pair is None else partial(difference_scene, facts.pair)


def _sensitivity(facts: ReportFacts) -> Drawn:
    """How the scores of both follow the weight of the heaviest theme."""
    entries, weights = movable(facts.assessment), facts.evaluation.weights
    if facts.pair is None or not entries:
        return t("There is no second weight that this one could be moved against.")
    themes = [key for key, _ in entries if key in weights.themes]
    heaviest = max(
        themes or [entries[0][0]],
        key=lambda key: float(weights.theme_weights[weights.themes.index(key)]) if themes else 0.0,
    )
    return partial(sensitivity_scene, weight_lines(facts.assessment, heaviest, facts.pair.a, facts.pair.b))


def _opinions(facts: ReportFacts) -> Drawn:
    if facts.row is None:
        return _nothing()
    rows = tuple(row for row in (facts.row, facts.runner_up) if row is not None)
    ids = tuple(facts.assessment.locations[row].id for row in rows)
    return partial(opinions_scene, opinions(facts.assessment, ids), rows)


def _of_cost(scene: Callable[[CostView, Size, Measurer], Scene], facts: ReportFacts) -> Drawn:
    if facts.cost_view is None:
        return facts.why_no_cost or t("This data pack knows no costs.")
    return partial(scene, facts.cost_view)


def _quality(facts: ReportFacts) -> Drawn:
    model, costs = facts.subject.cost_model, scenario_costs(facts.subject)
    if model is None or costs is None:
        return t("This data pack knows no costs.")
    rate = model.rate(facts.assessment.scenario.currency)
    selected = facts.assessment.locations[facts.row].id if facts.row is not None else ""
    return partial(quality_scene, quality_dots(facts.assessment, rate.per_usd), rate.currency, selected, "")


def _clock(facts: ReportFacts) -> Drawn:
    """Home and the first places on the second Wednesday of June: no clock changes, few holidays."""
    if facts.row is None or facts.assessment.home_figures is None:
        return t("This data pack knows no places, so there are no clocks to compare.")
    rows = dict.fromkeys((facts.row, *rows_abroad(facts.assessment)[:_SITES]))
    ids = facts.assessment.pack.location_ids
    year = clock_year(facts.assessment, [ids[row] for row in rows][:_SITES])
    if year is None or len(year.places) < 2:
        return t("No clock is known for these places.")
    first = date(year.year, _JUNE, 8)
    day = first + timedelta((_WEDNESDAY - first.weekday()) % 7)
    return partial(clock_scene, year.on(day), ids[facts.row])


def _scenarios(facts: ReportFacts) -> Drawn:
    """The scenario in force beside the one before it in the study, else the one after it."""
    study, pack = facts.subject.study, facts.assessment.pack
    others = [scenario for scenario in study.scenarios if scenario.name != study.active]
    if not others:
        return t("The study has one scenario, so there is nothing to set it beside.")
    if study.own.criteria or study.own.sites:
        pack = load_pack(pack.folder)  # as it was before the study added to it
    other = Assessor(pack).assess(others[0], study.own)
    selected = facts.assessment.locations[facts.row].id if facts.row is not None else ""
    return partial(slope_scene, ScenarioPair(other, facts.assessment), selected)


def _of_people(what: str, facts: ReportFacts) -> Drawn:
    try:
        figures = group_figures(facts.assessment, facts.subject.study.stakeholders)
    except ScenarioError as error:
        return str(error)
    if what == "weights":
        return partial(weights_scene, figures)
    selected = facts.assessment.locations[facts.row].id if facts.row is not None else ""
    return partial(ranks_scene, figures, selected)


def _wages(facts: ReportFacts) -> Drawn:
    pack = facts.assessment.pack
    checks = wage_checks(pack.folder)
    if not checks:
        return t("This data pack has no checks of its wages.")
    names = {location.id: location.name for location in pack.locations}
    return partial(wage_quality_scene, checks, lambda location: names.get(location, location))
