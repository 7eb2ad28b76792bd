"""Our own line icons, drawn in the colours of the look when they are first seen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from advisor.paths import ICONS
from advisor.ui.look.current import look_in_force

_SIZE = 16


@cache
def _drawing(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def _draw(painter: QPainter, area: QRectF, name: str, colour: str) -> None:
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode())).render(painter, area)


def _picture(name: str, colour: str, size: QSize) -> QPixmap:
    """Drawn once: a window paints its icons again and again."""
    key, picture = repr(("icon", name, colour, size.toTuple())), QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        _draw(painter, QRectF(0, 0, size.width(), size.height()), name, colour)
        painter.end()
        QPixmapCache.insert(key, picture)
    return picture


class _LineIcon(QIconEngine):
    """Draws at the size and sharpness that is asked for."""

    def __init__(self, name: str, role: str, disabled: str) -> None:
        super().__init__()
        self._name, self._role, self._disabled = name, role, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        role = self._disabled if mode == QIcon.Mode.Disabled else self._role
        _draw(painter, QRectF(rect), self._name, _colour(role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        role = self._disabled if mode == QIcon.Mode.Disabled else self._role
        return _picture(self._name, _colour(role), size)

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._role, self._disabled)


def icon(name: str, role: str, disabled: str = "") -> QIcon:
    """An icon that is sharp at every size and takes its colour from the look in force when it is painted.

    Args:
        name: file name in resources/icons without suffix.
        role: what its stroke stands for in a look ("text", "quiet", "accent").
        disabled: the same while its widget is disabled.
    """
    return QIcon(_LineIcon(name, role, disabled or role))


def pixmap(name: str, role: str, size: int = _SIZE, ratio: int = 1) -> QPixmap:
    """An icon as a picture of ``size`` points with ``ratio`` dots to a point, in the look in force."""
    picture = QPixmap(_picture(name, _colour(role), QSize(size * ratio, size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


def _colour(role: str) -> str:
    return str(getattr(look_in_force(), role))
