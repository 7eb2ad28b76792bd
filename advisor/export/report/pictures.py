"""Charts and the map as PNG pictures, drawn from their SVG without Qt."""

from __future__ import annotations

from advisor.export.pictures.chart_files import png_of
from advisor.export.report.blocks import Figure, WorldMap
from advisor.export.report.map_drawing import map_svg
from advisor.views.look.theme import LIGHT
from advisor.views.scene.svg import svg_text
from advisor.views.scene.type_styles import PlainMeasurer

_DOTS = 240.0  # of charts 860 wide: 300 dots an inch across a page of paper


def figure_picture(figure: Figure) -> tuple[bytes, str]:
    """A chart as PNG, and its sentence."""
    scene = figure.scene(figure.size, PlainMeasurer())
    return png_of(svg_text(scene, LIGHT), _DOTS), scene.words


def map_picture(world: WorldMap) -> tuple[bytes, str]:
    """The map as PNG, and what it is."""
    return png_of(map_svg(world), _DOTS), world.title
