"""The one way to draw a scene on screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygonF, QStaticText

from advisor.ui.charts.faces import Faces
from advisor.views.look.theme import Look
from advisor.views.scene.box import Box, Point
from advisor.views.scene.marks import Align, Area, Bar, Cell, Dot, Handle, Line, Mark, Rule, Text
from advisor.views.scene.roles import Role, role_colour
from advisor.views.scene.scene import Scene
from advisor.views.scene.type_styles import Style

_FRAME = 2.0  # width of the frame around what has the focus
_HATCH_ALPHA = 0.35
_REMEMBERED = 4000
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
        self._texts: dict[tuple[str, Style], tuple[QStaticText, float]] = {}
        self._scene: Scene | None = None
        self._polygons: dict[int, QPolygonF] = {}
        self._themes: dict[str, int] = {}
        self._is_smooth = True
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
        draw = self._draw
        for mark in scene.marks:
            draw[type(mark)](painter, mark)
        if scene.pinned:
            painter.save()
            painter.translate(0.0, max(0.0, scrolled - scene.pinned_top))
            for mark in scene.pinned:
                draw[type(mark)](painter, mark)
            painter.restore()
        self._smooth(painter, True)

    def frame(self, painter: QPainter, box: Box) -> None:
        """The frame around what has the focus."""
        self._smooth(painter, True)
        painter.setPen(QPen(QColor(self.look.accent), _FRAME))
        painter.setBrush(_NO_BRUSH)
        half = _FRAME / 2
        painter.drawRoundedRect(_rect(box).adjusted(half, half, -half, -half), 3, 3)

    # Colours --------------------------------------------------------------------------------------------

    def _colour(self, mark: Mark) -> QColor:
        share = mark.values[0] if mark.role in (Role.HEAT, Role.ON_HEAT) and mark.values else 0.0
        position = self._themes.get(mark.theme, 0)
        key = (mark.role, mark.theme, position, share, mark.opacity)
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
        position = self._themes.get(mark.theme, 0)
        key = (role, mark.theme, position, mark.edge_width)
        found = self._pens.get(key)
        if found is None:
            colour = QColor(role_colour(role, self.look, mark.theme, position))
            found = self._pens[key] = QPen(colour, mark.edge_width)
        return found

    def _smooth(self, painter: QPainter, smooth: bool) -> None:
        if smooth is not self._is_smooth:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
            self._is_smooth = smooth

    # Marks ----------------------------------------------------------------------------------------------

    def _text(self, painter: QPainter, mark: Text) -> None:
        face = self.faces[mark.style]
        key = (mark.text, mark.style)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > _REMEMBERED:
                self._texts.clear()
            laid = QStaticText(mark.text)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.prepare(font=face.font)
            found = self._texts[key] = (laid, face.width(mark.text))
        laid, width = found
        box, left = mark.box, mark.box.x
        if mark.align is Align.RIGHT:
            left += box.width - width
        elif mark.align is Align.CENTRE:
            left += (box.width - width) / 2
        painter.setFont(face.font)
        painter.setPen(self._colour(mark))
        painter.drawStaticText(QPointF(left, box.y + (box.height - face.height) / 2), laid)

    def _bar(self, painter: QPainter, mark: Bar) -> None:
        self._smooth(painter, False)
        x, y, width, height = mark.box
        area = QRectF(x, y, max(1.0, width), height)
        painter.fillRect(area, self._colour(mark))
        if mark.edge is not None:
            painter.setPen(self._edge(mark))
            painter.setBrush(_NO_BRUSH)
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
        painter.setPen(self._edge(mark))
        painter.setBrush(_NO_BRUSH if mark.role is Role.NOTHING else self._colour(mark))
        painter.drawRoundedRect(area, mark.radius, mark.radius)

    def _rule(self, painter: QPainter, mark: Rule) -> None:
        (x0, y0), (x1, y1) = mark.start, mark.end
        is_straight = x0 == x1 or y0 == y1
        self._smooth(painter, not is_straight)
        painter.setPen(self._pen(mark, mark.width, mark.dotted))
        painter.drawLine(QLineF(x0, y0, x1, y1))

    def _line(self, painter: QPainter, mark: Line) -> None:
        self._smooth(painter, True)
        pen = self._pen(mark, mark.width, mark.dotted)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(self._polygon(mark, mark.points))

    def _area(self, painter: QPainter, mark: Area) -> None:
        self._smooth(painter, True)
        painter.setPen(_NO_PEN)
        painter.setBrush(self._colour(mark))
        painter.drawPolygon(self._polygon(mark, mark.points))

    def _dot(self, painter: QPainter, mark: Dot) -> None:
        self._smooth(painter, True)
        painter.setPen(self._edge(mark))
        painter.setBrush(_NO_BRUSH if mark.role is Role.NOTHING else self._colour(mark))
        painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)

    def _handle(self, painter: QPainter, mark: Handle) -> None:
        if mark.role is Role.NOTHING:
            return
        self._smooth(painter, True)
        painter.setPen(_NO_PEN)
        painter.setBrush(self._colour(mark))
        half = mark.box.height / 2
        painter.drawRoundedRect(_rect(mark.box), half, half)

    def _pen(self, mark: Mark, width: float, dotted: bool) -> QPen:
        return QPen(self._colour(mark), width, Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine)

    def _polygon(self, mark: Mark, points: tuple[Point, ...]) -> QPolygonF:
        found = self._polygons.get(id(mark))
        if found is None:
            found = self._polygons[id(mark)] = QPolygonF([QPointF(x, y) for x, y in points])
        return found


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
