"""The one way to draw a scene on screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF, QStaticText

from advisor.ui.charts.faces import Faces
from advisor.ui.look.row_paint import Type
from advisor.views.look.theme import Look
from advisor.views.scene.box import Box, Point
from advisor.views.scene.marks import Align, Area, Bar, Cell, Dot, Handle, Line, Mark, Rule, Text
from advisor.views.scene.roles import Role, role_colour
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import Style

_FRAME = 2.0  # width of the frame around what has the focus
_HATCH_ALPHA = 0.35
_REMEMBERED = 4_000  # colours
_LAID_OUT = 1_500  # texts, more than the largest chart has; each takes some kilobytes
_NO_BRUSH, _NO_PEN = QBrush(Qt.BrushStyle.NoBrush), QPen(Qt.PenStyle.NoPen)


class ScenePainter:
    """Draws scenes in one look. Colours, pens and laid out texts are kept from one drawing to the next.

    Args:
        look: colours and sizes.
        font: of the widget, for the family.
    """

    def __init__(self, look: Look, font: QFont) -> None:
        self.look = look
        self.faces = Faces(look, font)
        self._colours: dict[tuple[object, ...], QColor] = {}
        self._pens: dict[tuple[object, ...], QPen] = {}
        self._texts: dict[tuple[str, Style], tuple[QStaticText, float, float, Type]] = {}
        self._scene: Scene | None = None
        self._polygons: dict[int, QPolygonF] = {}
        self._themes: dict[str, int] = {}
        self._is_smooth = True
        self._face: Type | None = None
        self._pen_now: QPen | QColor | None = None
        self._brush_now: QBrush | QColor | None = None
        self._draw: dict[type[Mark], Callable[[QPainter, Any], None]] = {
            Text: self._text,
            Bar: self._bar,
            Cell: self._cell,
            Rule: self._rule,
            Line: self._line,
            Area: self._area,
            Dot: self._dot,
            Handle: self._handle,
        }

    def paint(self, painter: QPainter, scene: Scene, scrolled: float = 0.0) -> None:
        """Draw a scene.

        Args:
            painter: draws.
            scene: what.
            scrolled: how much of its top is out of sight; what is pinned is kept in sight.
        """
        if scene is not self._scene:
            self._scene, self._polygons = scene, {}
            self._themes = {theme: at for at, theme in enumerate(scene.themes)}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._is_smooth = True
        self._start_anew()
        draw = self._draw
        for mark in scene.marks:
            draw[type(mark)](painter, mark)
        if scene.pinned:
            painter.save()
            painter.translate(0.0, max(0.0, scrolled - scene.pinned_top))
            for mark in scene.pinned:
                draw[type(mark)](painter, mark)
            painter.restore()
            self._start_anew()
        self._smooth(painter, True)

    def _start_anew(self) -> None:
        """Forget what the painter was set to."""
        self._face = self._pen_now = self._brush_now = None

    def frame(self, painter: QPainter, box: Box) -> None:
        """The frame around what has the focus."""
        self._smooth(painter, True)
        painter.setPen(QPen(QColor(self.look.accent), _FRAME))
        painter.setBrush(_NO_BRUSH)
        half = _FRAME / 2
        painter.drawRoundedRect(_rect(box).adjusted(half, half, -half, -half), 3, 3)

    # Colours --------------------------------------------------------------------------------------------

    def _colour(self, mark: Mark) -> QColor:
        role = mark.role
        share, position = 0.0, 0
        key: tuple[object, ...] = (role, mark.opacity)
        if role is Role.HEAT or role is Role.ON_HEAT:
            share = mark.values[0] if mark.values else 0.0
            key = (role, share, mark.opacity)
        elif mark.theme:
            position = self._themes.get(mark.theme, 0)
            key = (role, mark.theme, position, mark.opacity)
        found = self._colours.get(key)
        if found is None:
            if len(self._colours) > _REMEMBERED:
                self._colours.clear()
            found = QColor(role_colour(mark.role, self.look, mark.theme, position, share))
            found.setAlphaF(mark.opacity)
            self._colours[key] = found
        return found

    def _edge(self, mark: Bar | Cell | Dot) -> QPen:
        role = mark.edge
        if role is None:
            return _NO_PEN
        position = self._themes.get(mark.theme, 0) if mark.theme else 0
        key = (role, mark.theme, position, mark.edge_width)
        found = self._pens.get(key)
        if found is None:
            colour = QColor(role_colour(role, self.look, mark.theme, position))
            found = self._pens[key] = QPen(colour, mark.edge_width)
        return found

    def _draw_with(self, painter: QPainter, pen: QPen | QColor) -> None:
        if pen is not self._pen_now:
            painter.setPen(pen)
            self._pen_now = pen

    def _fill_with(self, painter: QPainter, brush: QBrush | QColor) -> None:
        if brush is not self._brush_now:
            painter.setBrush(brush)
            self._brush_now = brush

    def _smooth(self, painter: QPainter, smooth: bool) -> None:
        if smooth is not self._is_smooth:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
            self._is_smooth = smooth

    # Marks ----------------------------------------------------------------------------------------------

    def _text(self, painter: QPainter, mark: Text) -> None:
        key = (mark.text, mark.style)
        laid, width, height, face = self._texts.get(key) or self._laid_out(key)
        box = mark.box
        left, align = box.x, mark.align
        if align is Align.RIGHT:
            left += box.width - width
        elif align is Align.CENTRE:
            left += (box.width - width) / 2
        if face is not self._face:
            painter.setFont(face.font)
            self._face = face
        self._draw_with(painter, self._colour(mark))
        place = QPointF(left, box.y + (box.height - height) / 2)
        if not mark.angle:
            painter.drawStaticText(place, laid)
            return
        before, (x, y) = painter.transform(), box.centre
        painter.translate(x, y)
        painter.rotate(-mark.angle)
        painter.translate(-x, -y)
        painter.drawStaticText(place, laid)
        painter.setTransform(before)

    def _laid_out(self, key: tuple[str, Style]) -> tuple[QStaticText, float, float, Type]:
        """A text laid out once for all, with its width, the height of its line and its font."""
        if len(self._texts) > _LAID_OUT:
            self._texts.clear()
        text, style = key
        face, laid = self.faces[style], QStaticText(text)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.prepare(font=face.font)
        found = self._texts[key] = (laid, face.width(text), face.height, face)
        return found

    def _bar(self, painter: QPainter, mark: Bar) -> None:
        self._smooth(painter, False)
        x, y, width, height = mark.box
        area = QRectF(x, y, max(1.0, width), height)
        painter.fillRect(area, self._colour(mark))
        if mark.edge is not None:
            self._draw_with(painter, self._edge(mark))
            self._fill_with(painter, _NO_BRUSH)
            painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _cell(self, painter: QPainter, mark: Cell) -> None:
        area = QRectF(*mark.box)
        if mark.hatched:
            colour = QColor(role_colour(Role.HATCH, self.look))
            colour.setAlphaF(_HATCH_ALPHA)
            painter.fillRect(area, QBrush(colour, Qt.BrushStyle.BDiagPattern))
            return
        if not mark.radius and mark.edge is None:
            if mark.role is not Role.NOTHING:
                self._smooth(painter, False)
                painter.fillRect(area, self._colour(mark))
            return
        self._smooth(painter, bool(mark.radius))
        self._draw_with(painter, self._edge(mark))
        self._fill_with(painter, _NO_BRUSH if mark.role is Role.NOTHING else self._colour(mark))
        painter.drawRoundedRect(area, mark.radius, mark.radius)

    def _rule(self, painter: QPainter, mark: Rule) -> None:
        (x0, y0), (x1, y1) = mark.start, mark.end
        is_straight = x0 == x1 or y0 == y1
        self._smooth(painter, not is_straight)
        self._draw_with(painter, self._pen(mark, mark.width, mark.dotted))
        painter.drawLine(QLineF(x0, y0, x1, y1))

    def _line(self, painter: QPainter, mark: Line) -> None:
        self._smooth(painter, True)
        self._draw_with(painter, self._pen(mark, mark.width, mark.dotted))
        if len(mark.points) == 2:  # many times as fast
            (x0, y0), (x1, y1) = mark.points
            painter.drawLine(QLineF(x0, y0, x1, y1))
        else:
            painter.drawPolyline(self._polygon(mark, mark.points))

    def _area(self, painter: QPainter, mark: Area) -> None:
        self._smooth(painter, True)
        self._draw_with(painter, _NO_PEN)
        self._fill_with(painter, self._colour(mark))
        painter.drawPolygon(self._polygon(mark, mark.points))

    def _dot(self, painter: QPainter, mark: Dot) -> None:
        self._smooth(painter, True)
        self._draw_with(painter, self._edge(mark))
        self._fill_with(painter, _NO_BRUSH if mark.role is Role.NOTHING else self._colour(mark))
        painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)

    def _handle(self, painter: QPainter, mark: Handle) -> None:
        if mark.role is Role.NOTHING:
            return
        self._smooth(painter, True)
        self._draw_with(painter, _NO_PEN)
        self._fill_with(painter, self._colour(mark))
        half = mark.box.height / 2
        painter.drawRoundedRect(_rect(mark.box), half, half)

    def _pen(self, mark: Line | Rule, width: float, dotted: bool) -> QPen:
        key = (mark.role, mark.theme, self._themes.get(mark.theme, 0), mark.opacity, width, dotted)
        found = self._pens.get(key)
        if found is None:
            style = Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine
            found = self._pens[key] = QPen(self._colour(mark), width, style, Qt.PenCapStyle.FlatCap)
        return found

    def _polygon(self, mark: Mark, points: tuple[Point, ...]) -> QPolygonF:
        found = self._polygons.get(id(mark))
        if found is None:
            found = self._polygons[id(mark)] = QPolygonF([QPointF(x, y) for x, y in points])
        return found


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
