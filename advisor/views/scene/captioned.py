"""A chart with its caption around it, as a scene of its own: for pictures that leave the program."""

from __future__ import annotations

from dataclasses import replace

from advisor.views.captions import Caption
from advisor.views.scene.box import Box, Point, Size
from advisor.views.scene.marks import Area, Bar, Cell, Dot, Handle, Line, Mark, Rule, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import PAD, Scene, SceneMaker
from advisor.views.scene.type_styles import Measurer, Style, wrapped

_EDGE = 8.0
_MOST_LINES = 4


def captioned(make: SceneMaker, caption: Caption, size: Size, measure: Measurer) -> Scene:
    """Lay a chart out with title and scenario above it and the source below it.

    Args:
        make: lays the chart out; it gets the width, and the height that is left, or what it needs at least.
        caption: the texts.
        size: of the whole; it grows where the chart needs more.
        measure: how long texts are.
    """
    room = size.width - 2 * PAD
    large, small = measure.height(Style.LARGE), measure.height(Style.SMALL)
    title = wrapped(measure, caption.title, Style.LARGE, room, _MOST_LINES)
    above = wrapped(measure, caption.scenario, Style.SMALL, room, _MOST_LINES)
    below = wrapped(measure, caption.source, Style.SMALL, room, _MOST_LINES)
    head = _EDGE + large * len(title) + small * len(above) + _EDGE
    foot = _EDGE + small * len(below) + _EDGE
    height = max(1.0, size.height - head - foot)
    scene = make(Size(size.width, height), measure)
    if scene.least_height > height:
        height = scene.least_height
        scene = make(Size(size.width, height), measure)
    # Many charts need less than they are given: no picture ends in an empty half.
    height = min(height, max((mark.bounds.bottom for mark in scene.marks), default=height) + _EDGE)
    marks: list[Mark] = []
    y = _EDGE
    heading = ((title, Style.LARGE, Role.TEXT, large), (above, Style.SMALL, Role.QUIET, small))
    for lines, style, role, step in heading:
        for line in lines:
            marks.append(Text(Box(PAD, y, room, step), line, style, role=role))
            y += step
    marks += [moved(mark, 0.0, head) for mark in (*scene.marks, *scene.pinned)]
    y = head + height + _EDGE
    for line in below:
        marks.append(Text(Box(PAD, y, room, small), line, Style.SMALL, role=Role.QUIET))
        y += small
    return replace(
        scene, size=Size(size.width, head + height + foot), marks=tuple(marks), pinned=(), pinned_top=0.0
    )


def moved(mark: Mark, right: float, down: float) -> Mark:
    """The same mark elsewhere."""

    def point(place: Point) -> Point:
        return place[0] + right, place[1] + down

    reach = mark.reach.moved(right, down) if mark.reach is not None else None
    if isinstance(mark, Handle):
        return replace(
            mark, box=mark.box.moved(right, down), track=mark.track.moved(right, down), reach=reach
        )
    if isinstance(mark, Bar | Cell | Text):
        return replace(mark, box=mark.box.moved(right, down), reach=reach)
    if isinstance(mark, Line | Area):
        return replace(mark, points=tuple(map(point, mark.points)), reach=reach)
    if isinstance(mark, Dot):
        return replace(mark, x=mark.x + right, y=mark.y + down, reach=reach)
    if isinstance(mark, Rule):
        return replace(mark, start=point(mark.start), end=point(mark.end), reach=reach)
    raise TypeError(f"no such mark: {type(mark).__name__}")
