"""Finds texts of a chart that are written over each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from advisor.views.scene.box import Box
from advisor.views.scene.marks import Align, Mark, Text
from advisor.views.scene.type_styles import Measurer

_INK = 0.72  # of the height of a line, what letters take
_SIDES = 1.0  # pixels beside a text that are not counted


def written_box(mark: Text, measure: Measurer) -> Box:
    """Where the letters of a text are, as turned as it is."""
    width, height = measure.width(mark.text, mark.style), _INK * measure.height(mark.style)
    spare = mark.box.width - width
    left = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[mark.align]
    level = Box(mark.box.x + left, mark.box.centre[1] - height / 2, width, height)
    return level.turned(mark.angle, mark.box.centre)


def colliding_texts(marks: Iterable[Mark], measure: Measurer) -> Iterator[tuple[str, str]]:
    """Each two texts that share any room."""
    texts = [mark for mark in marks if isinstance(mark, Text) and mark.text.strip()]
    boxes = [written_box(mark, measure).inset(_SIDES, 0, _SIDES, 0) for mark in texts]
    for (one, a), (other, b) in combinations(zip(texts, boxes, strict=True), 2):
        if a.meets(b):
            yield one.text, other.text
