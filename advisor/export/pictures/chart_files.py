"""A chart as SVG or PNG: the same bytes from window and command line, because no window draws them."""

from __future__ import annotations

from functools import lru_cache

from advisor.export.pictures.png_file import DOTS, PIXELS, with_density
from advisor.export.rasterizer import rasterized
from advisor.views.captions import Caption
from advisor.views.look.theme import LIGHT
from advisor.views.scene.box import Size
from advisor.views.scene.captioned import captioned
from advisor.views.scene.scene import Scene, SceneMaker
from advisor.views.scene.svg import svg_text
from advisor.views.scene.type_styles import PlainMeasurer

SIZE = Size(860.0, 480.0)  # of a chart with its caption, if it needs no more
SUFFIXES = (".png", ".svg", ".pdf")
_KEPT = 12  # pictures: those of a report and some more, a few megabytes


def chart_scene(make: SceneMaker, caption: Caption, size: Size = SIZE) -> Scene:
    """A chart with its caption, laid out without fonts."""
    return captioned(make, caption, size, PlainMeasurer())


def chart_svg(scene: Scene) -> bytes:
    """A chart as SVG."""
    return svg_text(scene, LIGHT).encode("utf-8")


def chart_png(scene: Scene) -> bytes:
    """A chart as PNG at 300 dots an inch."""
    return png_of(svg_text(scene, LIGHT), said=scene.words)


@lru_cache(_KEPT)
def png_of(svg: str, dots: float = DOTS, said: str = "") -> bytes:
    """An SVG drawing as PNG.

    Half of the time that a report takes goes into its pictures. Word file and slides have the same, and a
    report is often written again after something else was changed, so the latest are kept.

    Args:
        svg: 96 of its units are an inch.
        dots: an inch.
        said: what it shows.
    """
    return with_density(rasterized(svg, dots / PIXELS), dots, said)
