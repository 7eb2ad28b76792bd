"""Which mark lies under a point."""

from __future__ import annotations

from advisor.views.scene.marks import Dot, Mark
from advisor.views.scene.scene import Scene


def mark_at(scene: Scene, x: float, y: float, *, stops: bool = False) -> Mark | None:
    """The mark with words under a point: the last one drawn, of several dots the nearest.

    Args:
        scene: the chart.
        x: the point's distance from the left.
        y: its distance from the top.
        stops: leave out marks at which the keyboard does not halt.
    """
    under = [
        mark for mark in scene.marks if mark.words and (mark.stop or not stops) and mark.area.holds(x, y)
    ]
    if not under:
        return None
    if isinstance(under[-1], Dot):
        dots = [mark for mark in under if isinstance(mark, Dot)]
        return min(reversed(dots), key=lambda dot: abs(dot.x - x) + abs(dot.y - y))
    return under[-1]
