"""Charts and the map as PNG pictures, drawn from their SVG without Qt."""

from __future__ import annotations

import struct

from advisor.export.rasterizer import rasterized
from advisor.export.report.blocks import Figure, WorldMap
from advisor.export.report.map_drawing import map_svg
from advisor.views.look.theme import LIGHT
from advisor.views.scene.svg import svg_text
from advisor.views.scene.type_styles import PlainMeasurer

_ZOOM = 2.5  # of charts 860 wide: 300 dots an inch across a page of paper


def figure_picture(figure: Figure) -> tuple[bytes, str]:
    """A chart as PNG, and its sentence."""
    scene = figure.scene(figure.size, PlainMeasurer())
    return rasterized(svg_text(scene, LIGHT), _ZOOM), scene.words


def map_picture(world: WorldMap) -> tuple[bytes, str]:
    """The map as PNG, and what it is."""
    return rasterized(map_svg(world), _ZOOM), world.title


def picture_size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG, pixels."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height
