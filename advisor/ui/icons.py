"""Our own line icons, drawn in the colours of the look."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from advisor.paths import RESOURCES

ICONS = RESOURCES / "icons"
_SIZE = 16
_RATIOS = (1, 2, 3)


@cache
def _drawing(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def icon(name: str, colour: str, disabled: str = "") -> QIcon:
    """An icon of 16 x 16 points, sharp on dense screens.

    Args:
        name: file name in resources/icons without suffix.
        colour: stroke colour as #rrggbb.
        disabled: stroke colour while its widget is disabled.
    """
    drawn = QIcon()
    for mode, stroke in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for ratio in _RATIOS if stroke else ():
            drawn.addPixmap(pixmap(name, stroke, ratio=ratio), mode)
    return drawn


def pixmap(name: str, colour: str, size: int = _SIZE, ratio: int = 1) -> QPixmap:
    """An icon as a picture of ``size`` points with ``ratio`` dots to a point."""
    renderer = QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))
    picture = QPixmap(size * ratio, size * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
