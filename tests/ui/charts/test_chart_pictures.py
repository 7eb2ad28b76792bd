"""Each chart beside a picture of it that somebody has looked at. ``make baselines`` draws the pictures anew.

The figures are made up, so that no new edition of the data changes a picture. Texts are all taken to be of
one length and drawn as faint bars, so that neither other words nor another machine's fonts do.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from advisor.costs.components import Line as CostLine
from advisor.costs.detail import CashFlow, CostDetail, LineFigures, Step
from advisor.costs.sensitivity import Swing
from advisor.costs.terms import EngagementTerms
from advisor.datapack.loading import load_pack
from advisor.places.calendars import Workplace
from advisor.places.clock import clock_day
from advisor.places.shifts import Schedule, Weekend, WorkingHours
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.scenario.study.study import Stakeholder
from advisor.ui.charts.scene_painter import ScenePainter
from advisor.views.certainty.acceptability_scene import acceptability_scene
from advisor.views.certainty.certainty_figures import RankShares, RankTable
from advisor.views.certainty.diagnostics_figures import Diagnostics, Influence, RankSpan
from advisor.views.certainty.influence_scene import influence_scene
from advisor.views.certainty.rank_span_scene import rank_span_scene
from advisor.views.clock.clock_figure import ClockFigure, ClockPlace, ClockRow
from advisor.views.clock.clock_scene import clock_scene
from advisor.views.compare.compare_figures import compare
from advisor.views.compare.difference_scene import difference_scene
from advisor.views.compare.opinion_figures import OpinionRow, Opinions, Verdict
from advisor.views.compare.opinions_scene import opinions_scene
from advisor.views.compare.rank_scene import rank_scene
from advisor.views.compare.sensitivity_figures import weight_lines
from advisor.views.compare.sensitivity_scene import sensitivity_scene
from advisor.views.compare.what_if_figures import rank_line
from advisor.views.cost.cash_flow_scene import cash_flow_scene
from advisor.views.cost.components_scene import components_scene
from advisor.views.cost.cost_quality import Dot as Place
from advisor.views.cost.cost_view import CostView
from advisor.views.cost.quality_scene import quality_scene
from advisor.views.cost.tornado_scene import tornado_scene
from advisor.views.cost.waterfall_scene import waterfall_scene
from advisor.views.look.theme import LIGHT
from advisor.views.people.people_figures import group_figures
from advisor.views.people.ranks_scene import ranks_scene
from advisor.views.people.weights_scene import weights_scene
from advisor.views.scene.box import Size
from advisor.views.scene.marks import Align, Text
from advisor.views.scene.scene import Scene, SceneMaker
from advisor.views.scene.type_styles import PlainMeasurer, Style

BASELINES = Path(__file__).parent / "baselines"
WIDE, TALL, SMALLER = 480, 260, 4
MEAN, MOST = 1.0, 40  # of 255, in pictures made smaller: what lines smoothed otherwise may differ by
CHARTS = "components waterfall cash tornado quality difference sensitivity rank opinions".split()
CHARTS += "acceptability influence spans clock people_weights people_ranks".split()


class EvenMeasurer(PlainMeasurer):
    """Every text is as long as every other."""

    def width(self, text: str, style: Style) -> float:
        return 2.2 * self.height(style) if text else 0.0


class BarPainter(ScenePainter):
    """Draws texts as bars, so that no font is needed."""

    def _text(self, painter: QPainter, mark: Text) -> None:
        measure, box = EvenMeasurer(), mark.box
        width, height = measure.width(mark.text, mark.style), 0.5 * measure.height(mark.style)
        free = box.width - width
        left = box.x + {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[mark.align]
        colour = QColor(self._colour(mark))
        colour.setAlphaF(0.4 * colour.alphaF())
        painter.fillRect(QRectF(left, box.centre[1] - height / 2, width, height), colour)


def drawn(make: SceneMaker) -> QImage:
    scene = make(Size(float(WIDE), float(TALL)), EvenMeasurer())
    image = QImage(WIDE, TALL, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    painter = QPainter(image)
    BarPainter(LIGHT, QFont()).paint(painter, scene)
    painter.end()
    return image


def pixels(image: QImage) -> np.ndarray:
    """(height, width, 3) of a picture made smaller, so that the last pixel of an edge hardly counts."""
    small = image.convertToFormat(QImage.Format.Format_RGB32).scaled(
        WIDE // SMALLER,
        TALL // SMALLER,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    raw = np.frombuffer(small.constBits(), np.uint8).reshape(small.height(), small.width(), 4)
    return raw[:, :, :3].astype(int)


# Made-up figures ------------------------------------------------------------------------------------


def costs() -> CostView:
    amounts = {
        ("base_wage", "wage"): (9.0, 4.0),
        ("supervision", "operations"): (4.0, 2.5),
        ("attrition", "people"): (1.0, 1.2),
        ("provider_margin", "management"): (0.0, 2.2),
        ("transition", "one-off"): (0.0, 0.9),
        ("wage_growth", "drift"): (0.4, 0.3),
    }
    lines = tuple(
        LineFigures(
            CostLine(key, key.replace("_", " "), group),
            0.8e6 * away,
            1e6 * away,
            1.3e6 * away,
            1e6 * home,
            "",
            (),
        )
        for (key, group), (home, away) in amounts.items()
    )
    steps = (
        Step("wage_gap", "Gap in national wages", 5.0e6),
        Step("supervision", "Supervision", 1.5e6),
        Step("attrition", "Leavers", -0.2e6),
        Step("provider_margin", "Margin", -2.2e6),
        Step("transition", "Transition", -0.9e6),
        Step("wage_growth", "Wage growth", 0.1e6),
        Step("saving", "True saving", 3.3e6),
    )
    swings = tuple(
        Swing(f"site.{key}", label, low, high, at_low, at_high, 1e6 * at_low, 1e6 * at_high)
        for key, label, low, high, at_low, at_high in (
            ("margin", "Margin", 8.0, 30.0, 4.6, 0.9),
            ("attrition", "Attrition", 12.0, 60.0, 3.9, 2.1),
            ("growth", "Wage growth", 0.0, 4.0, 2.8, 3.6),
        )
    )
    months = np.arange(61.0)
    likely = -0.9e6 + 4.2e6 * months / 60
    flow = CashFlow(
        months, likely, likely - 4e4 * months, likely + 5e4 * months, np.ones(5), np.ones(5), 13.0
    )
    quantiles = {
        name: SimpleNamespace(p10=np.full(2, low), p50=np.full(2, mid), p90=np.full(2, high))
        for name, (low, mid, high) in {
            "total": (9e6, 11.1e6, 14e6),
            "payback_month": (9.0, 13.0, 40.0),
        }.items()
    }
    result = SimpleNamespace(
        terms=EngagementTerms(),
        home_index=0,
        location_ids=("H", "A"),
        currency="USD",
        wage_only_saving_pct=np.array([0.0, 50.0]),
        **quantiles,
    )
    detail = CostDetail("A", lines, steps, swings, flow, ("premises",))
    parameters = {key: SimpleNamespace(unit="%") for key in ("margin", "attrition", "growth")}
    return CostView("Away", "Home", cast("object", result), 1, detail, parameters, 2025)  # type: ignore[arg-type]


def places() -> tuple[Place, ...]:
    figures = (
        (9, 40, True),
        (12, 38, False),
        (15, 52, True),
        (22, 45, False),
        (30, 66, True),
        (60, 60, False),
    )
    return tuple(
        Place(
            str(at),
            f"Place {at}",
            800.0 * k,
            1000.0 * k,
            1300.0 * k,
            float(q),
            at,
            is_home=k == 60,
            is_best=best,
        )
        for at, (k, q, best) in enumerate(figures)
    )


def small_assessment(write_pack: Callable[..., Path]) -> Assessment:
    pack = load_pack(
        write_pack(
            criteria="id,direction,lower,upper,theme\nquality,up,0,10,people\nprice,down,0,100,cost\n"
            "time,up,0,8,time\n",
            values="location_id,criterion_id,value\na,quality,9\na,price,70\na,time,7\nb,quality,6\n"
            "b,price,20\nb,time,3\nc,quality,4\nc,price,45\nc,time,8\n",
        )
    )
    return Assessor(pack).assess(default_scenario(pack))


def voters() -> tuple[Stakeholder, ...]:
    weights = {"Ann": (60.0, 20.0, 20.0), "Bob": (20.0, 50.0, 30.0), "Cy": (20.0, 20.0, 60.0)}
    themes = ("people", "cost", "time")
    return tuple(
        Stakeholder(name, 1.0, dict(zip(themes, shares, strict=True))) for name, shares in weights.items()
    )


def told() -> Opinions:
    rows = tuple(
        OpinionRow(at, f"Place {at}", at, ranks) for at, ranks in enumerate(((1, 40), (35, 1), (2, 30)), 1)
    )
    verdicts = tuple(
        Verdict(name, name, name, "What it means.", 0.6, "agrees broadly", "") for name in ("TOPSIS", "Other")
    )
    return Opinions("Additive", rows, verdicts)


def chances() -> RankTable:
    shares = ((0.6, 0.3, 0.08, 0.02), (0.3, 0.4, 0.2, 0.1), (0.1, 0.2, 0.6, 0.1))
    rows = tuple(
        RankShares(str(at), f"Place {at}", at, row, row[0], sum(row[:3]), at, at + 3)
        for at, row in enumerate(shares, 1)
    )
    return RankTable(("1", "2", "3", "4+"), rows, 40, 10_000)


def checks() -> Diagnostics:
    influences = (
        Influence("Price", "cost", 0.4, 0.15),
        Influence("Quality", "people", 0.3, 0.5),
        Influence("Distance", "time", 0.1, -0.05),
    )
    spans = (
        RankSpan("a", "Alpha", 1, 1, 4, 1, 2, 0.2, 0.1),
        RankSpan("b", "Beta", 2, 1, 12, 2, 2, 0.3, 0.0),
    )
    return Diagnostics((), influences, spans, 1, 20, 1)


def day() -> ClockFigure:
    weekend = Weekend((5, 6))
    sites = [("Home", "Europe/London"), ("East", "Asia/Kolkata"), ("West", "America/New_York")]
    hours = WorkingHours.parse("12:00-23:00")
    schedules = [Schedule(zone, hours, weekend) for _, zone in sites]
    named = [(name, schedule) for (name, _), schedule in zip(sites, schedules, strict=True)]
    bars = clock_day(named[0], named[1:], date(2027, 11, 22))
    rows = tuple(
        ClockRow(
            ClockPlace(
                name,
                name,
                "Hub",
                ("Hub",),
                schedule,
                Workplace(name, "", weekend),
                (1, 2, 3),
                1.0,
                60.0,
                None,
            ),
            bar,
            sum(end - start for start, end in bar.overlap),
            "",
        )
        for (name, schedule), bar in zip(named, bars.bars, strict=True)
    )
    return ClockFigure(date(2027, 11, 22), bars.length, rows)


@pytest.fixture
def makers(write_pack: Callable[..., Path]) -> dict[str, Callable[..., Scene]]:
    assessment, view = small_assessment(write_pack), costs()
    pair = compare(assessment, "a", "b")
    line = rank_line(assessment, "a", "price")
    room = group_figures(assessment, voters())
    return {
        "components": partial(components_scene, view),
        "waterfall": partial(waterfall_scene, view),
        "cash": partial(cash_flow_scene, view),
        "tornado": partial(tornado_scene, view),
        "quality": partial(quality_scene, places(), "USD", "3", "1"),
        "difference": partial(difference_scene, pair),
        "sensitivity": partial(sensitivity_scene, weight_lines(assessment, "cost", pair.a, pair.b)),
        "rank": partial(rank_scene, line, 30.0, "", True),
        "opinions": partial(opinions_scene, told(), (1,)),
        "acceptability": partial(acceptability_scene, chances(), "Place 1 leads.", "2", "3"),
        "influence": partial(influence_scene, checks()),
        "spans": partial(rank_span_scene, checks()),
        "clock": partial(clock_scene, day(), "East"),
        "people_weights": partial(weights_scene, room),
        "people_ranks": partial(ranks_scene, room, "b"),
    }


# Comparing ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CHARTS)
def test_that_a_chart_looks_as_in_its_picture(
    qapp: QApplication, request: pytest.FixtureRequest, makers: dict[str, Callable[..., Scene]], name: str
) -> None:
    image, baseline = drawn(makers[name]), BASELINES / f"{name}.png"
    if request.config.getoption("--renew-baselines"):
        assert image.save(str(baseline))
    wanted = QImage(str(baseline))
    assert not wanted.isNull(), f"no picture {baseline.name} to compare with: make baselines"
    apart = np.abs(pixels(image) - pixels(wanted))
    where = np.unravel_index(int(apart.max(axis=2).argmax()), apart.shape[:2])
    place = [int(part) * SMALLER for part in reversed(where)]
    assert apart.mean() <= MEAN, f"{name} differs from its picture: make baselines, and look at it"
    assert apart.max() <= MOST, (
        f"{name} differs from its picture near {place}: make baselines, and look at it"
    )


def test_that_there_is_no_picture_without_a_chart() -> None:
    assert sorted(path.stem for path in BASELINES.glob("*.png")) == sorted(CHARTS)
