"""Every chart of the program, laid out from the pack that ships with it."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from advisor.core.robustness import robustness
from advisor.datapack.schema import DataPack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.certainty.acceptability_scene import acceptability_scene
from advisor.views.certainty.certainty_figures import rank_table
from advisor.views.certainty.diagnostics_figures import diagnostics
from advisor.views.certainty.influence_scene import influence_scene
from advisor.views.certainty.rank_span_scene import rank_span_scene
from advisor.views.clock.clock_figure import clock_year
from advisor.views.clock.clock_scene import clock_scene
from advisor.views.compare.compare_figures import compare
from advisor.views.compare.difference_scene import difference_scene
from advisor.views.compare.opinion_figures import opinions
from advisor.views.compare.opinions_scene import opinions_scene
from advisor.views.compare.rank_scene import rank_scene
from advisor.views.compare.sensitivity_figures import weight_lines
from advisor.views.compare.sensitivity_scene import sensitivity_scene
from advisor.views.compare.what_if_figures import rank_line
from advisor.views.cost.cash_flow_scene import cash_flow_scene
from advisor.views.cost.components_scene import components_scene
from advisor.views.cost.cost_quality import quality_dots
from advisor.views.cost.cost_view import CostView
from advisor.views.cost.quality_scene import quality_scene
from advisor.views.cost.tornado_scene import tornado_scene
from advisor.views.cost.waterfall_scene import waterfall_scene
from advisor.views.scene.scene import SceneMaker

DRAWS = 400


@pytest.fixture(scope="session")
def chart_makers(default_pack: DataPack) -> dict[str, SceneMaker]:
    """Makers of all charts by name, of Poland beside Romania."""
    assessor = Assessor(default_pack)
    scenario = default_scenario(default_pack)
    assessment = assessor.assess(scenario)
    model = assessor.cost_model
    assert model is not None
    costing = model.of(scenario)
    view = CostView(
        default_pack.location("POL").name,
        default_pack.location(scenario.home).name,
        costing.evaluate(DRAWS),
        default_pack.location_ids.index("POL"),
        costing.detail("POL", DRAWS),
        costing.parameters,
        model.price_year,
    )
    pair = compare(assessment, "POL", "ROU")
    ranks = rank_line(assessment, "POL", "cost_per_fte")
    table = rank_table(assessment, robustness(assessment.evaluation, draws=DRAWS), "POL")
    found = diagnostics(assessment, "POL")
    clocks = clock_year(assessment, ("POL", "IND", "USA", "PHL"))
    assert clocks is not None
    day = clocks.on(date(clocks.year, 11, 22))
    return {
        "components": partial(components_scene, view),
        "waterfall": partial(waterfall_scene, view),
        "cash": partial(cash_flow_scene, view),
        "tornado": partial(tornado_scene, view),
        "quality": partial(quality_scene, quality_dots(assessment), "USD", "POL", "IND"),
        "difference": partial(difference_scene, pair),
        "sensitivity": partial(sensitivity_scene, weight_lines(assessment, "cost", pair.a, pair.b)),
        "rank": partial(rank_scene, ranks, 1.3 * ranks.now, "", True),
        "opinions": partial(opinions_scene, opinions(assessment), (pair.a,)),
        "acceptability": partial(acceptability_scene, table, "Poland.", "POL", "IND"),
        "influence": partial(influence_scene, found),
        "spans": partial(rank_span_scene, found),
        "clock": partial(clock_scene, day, "IND"),
    }
