"""How long a chart takes from new figures to its picture; measured with ``make bench``, never asserted."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from advisor.ui.charts.scene_painter import ScenePainter
from advisor.views.look.theme import LIGHT
from advisor.views.scene.box import Size
from advisor.views.scene.svg import svg_text

CHARTS = "components waterfall cash tornado quality difference sensitivity rank opinions".split()
CHARTS += "acceptability influence spans clock".split()


@pytest.mark.parametrize("name", CHARTS)
def test_bench_redraw_of_a_chart(benchmark, qapp: QApplication, chart_makers, name: str) -> None:
    make, painter_of = chart_makers[name], ScenePainter(LIGHT, qapp.font())
    image = QImage(900, 330, QImage.Format.Format_RGB32)

    def redraw() -> int:
        scene = make(Size(900.0, 330.0), painter_of.faces)
        painter = QPainter(image)
        painter_of.paint(painter, scene)
        painter.end()
        return len(scene.marks)

    assert benchmark(redraw) > 10


def test_bench_svg_of_a_chart(benchmark, qapp: QApplication, chart_makers) -> None:
    scene = chart_makers["quality"](Size(900.0, 330.0), ScenePainter(LIGHT, qapp.font()).faces)
    assert benchmark(svg_text, scene, LIGHT).startswith("<svg")
