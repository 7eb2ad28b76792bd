"""A scene as SVG, for reports and saved pictures: the same drawing as on screen, without a window."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from advisor.views.look.theme import Look
from advisor.views.scene.box import Box, Point
from advisor.views.scene.marks import Align, Area, Bar, Cell, Dot, Handle, Line, Mark, Rule, Text
from advisor.views.scene.roles import Role, role_colour
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import WEIGHTS, pixels

_FONTS = (
    "system-ui, 'Segoe UI', 'Helvetica Neue', Cantarell, 'DejaVu Sans', Arial, 'Noto Sans', 'Liberation "
    "Sans', "
    "Ubuntu, sans-serif"
)
_ANCHORS = {Align.LEFT: "start", Align.CENTRE: "middle", Align.RIGHT: "end"}
_BASELINE = 0.35  # of the size of type: how far the baseline lies below the middle of a line
_HATCH = "hatch"
_NOT_XML = {code: "\N{REPLACEMENT CHARACTER}" for code in range(32) if code not in (9, 10, 13)}


def svg_text(scene: Scene, look: Look) -> str:
    """A scene as an SVG document.

    Args:
        scene: what is drawn.
        look: its colours and sizes of type.

    Returns:
        One document, UTF-8 text without a declaration; its title is the scene's sentence, and every mark
        that explains itself carries its words.
    """
    width, height = _number(scene.size.width), _number(scene.size.height)
    writer = _Writer(scene, look)
    body = [writer.mark(mark) for mark in (*scene.marks, *scene.pinned)]
    back = role_colour(Role.PANEL, look)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" role="img" font-family="{_FONTS}">',
            f"<title>{_clean(scene.words)}</title>",
            f'<defs><pattern id="{_HATCH}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<path d="M0 6L6 0" stroke="{role_colour(Role.HATCH, look)}" stroke-opacity="0.35"/>'
            "</pattern></defs>",
            f'<rect width="{width}" height="{height}" fill="{back}"/>',
            *body,
            "</svg>\n",
        )
    )


class _Writer:
    def __init__(self, scene: Scene, look: Look) -> None:
        self._themes, self._look = scene.themes, look

    def mark(self, mark: Mark) -> str:
        """One element, with its words inside."""
        name, attributes, text = self._element(mark)
        if mark.key:
            attributes += f" data-key={quoteattr(_legal(mark.key))}"
        inside = _clean(text) + (f"<title>{_clean(mark.said)}</title>" if mark.words else "")
        return f"<{name} {attributes}>{inside}</{name}>" if inside else f"<{name} {attributes}/>"

    def _element(self, mark: Mark) -> tuple[str, str, str]:
        """Name, attributes and text of the element that draws a mark."""
        if isinstance(mark, Text):
            return "text", self._text(mark), mark.text
        if isinstance(mark, Bar | Cell | Handle):
            return "rect", self._surface(mark), ""
        if isinstance(mark, Dot):
            place = f'cx="{_number(mark.x)}" cy="{_number(mark.y)}" r="{_number(mark.radius)}"'
            return "circle", f"{place} {self._fill(mark)}{self._edge(mark)}", ""
        if isinstance(mark, Area):
            return "polygon", f'points="{_points(mark.points)}" {self._fill(mark)}', ""
        if isinstance(mark, Line | Rule):
            points = mark.points if isinstance(mark, Line) else (mark.start, mark.end)
            stroke = self._stroke(mark, mark.width, mark.dotted)
            return "polyline", f'points="{_points(points)}" fill="none" {stroke}', ""
        raise TypeError(f"no way to draw {type(mark).__name__}")

    def _surface(self, mark: Bar | Cell | Handle) -> str:
        if isinstance(mark, Handle):
            return f'{_rect(mark.box)} rx="{_number(mark.box.height / 2)}" {self._fill(mark)}'
        edge = self._edge(mark)
        if isinstance(mark, Bar):
            x, y, width, height = mark.box
            return f"{_rect(Box(x, y, max(1.0, width), height))} {self._fill(mark)}{edge}"
        round_by = f' rx="{_number(mark.radius)}"' if mark.radius else ""
        fill = f'fill="url(#{_HATCH})"' if mark.hatched else self._fill(mark)
        return f"{_rect(mark.box)}{round_by} {fill}{edge}"

    def _text(self, mark: Text) -> str:
        size, box = pixels(mark.style, self._look), mark.box
        x = {Align.LEFT: box.x, Align.CENTRE: box.centre[0], Align.RIGHT: box.right}[mark.align]
        y = box.centre[1] + _BASELINE * size
        middle = " ".join(map(_number, box.centre))
        turned = f' transform="rotate({_number(-mark.angle)} {middle})"' if mark.angle else ""
        return (
            f'x="{_number(x)}" y="{_number(y)}" font-size="{size}" font-weight="{WEIGHTS[mark.style]}" '
            f'text-anchor="{_ANCHORS[mark.align]}" {self._fill(mark)}{turned}'
        )

    def _colour(self, mark: Mark) -> str:
        share = mark.values[0] if mark.role in (Role.HEAT, Role.ON_HEAT) and mark.values else 0.0
        return role_colour(mark.role, self._look, mark.theme, self._position(mark), share)

    def _position(self, mark: Mark) -> int:
        return self._themes.index(mark.theme) if mark.theme in self._themes else 0

    def _fill(self, mark: Mark) -> str:
        faint = f' fill-opacity="{_number(mark.opacity)}"' if mark.opacity < 1.0 else ""
        return f'fill="{self._colour(mark) or "none"}"{faint}'

    def _edge(self, mark: Bar | Cell | Dot) -> str:
        if mark.edge is None:
            return ""
        colour = role_colour(mark.edge, self._look, mark.theme, self._position(mark))
        return f' stroke="{colour}" stroke-width="{_number(mark.edge_width)}"'

    def _stroke(self, mark: Mark, width: float, dotted: bool) -> str:
        faint = f' stroke-opacity="{_number(mark.opacity)}"' if mark.opacity < 1.0 else ""
        dots = f' stroke-dasharray="{_number(width)} {_number(2 * width)}"' if dotted else ""
        return f'stroke="{self._colour(mark)}" stroke-width="{_number(width)}"{faint}{dots}'


def _rect(box: Box) -> str:
    return (
        f'x="{_number(box.x)}" y="{_number(box.y)}" '
        f'width="{_number(max(0.0, box.width))}" height="{_number(max(0.0, box.height))}"'
    )


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _legal(text: str) -> str:
    """Without the control characters that XML forbids."""
    return text.translate(_NOT_XML)


def _clean(text: str) -> str:
    return escape(_legal(text))
