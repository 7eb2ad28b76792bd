"""What two scenarios assume differently, as a table in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.views.look.theme import GAP
from advisor.views.scenarios.assumption_texts import Difference
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Cell
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style, wrapped
from advisor.words.tables import tab_separated
from advisor.words.translation import t, tn

_NAMED = 0.4  # part of the width for what differs, at most
_MOST_LINES = 3  # of a cell
_MOST_NAME_LINES = 6
_ROW = 5.0  # that a row is higher than its text
_ROOMY = 20.0  # lines: a column that is wider than that and than its texts leads nowhere


def differences_scene(
    rows: Sequence[Difference], names: tuple[str, str], size: Size, measure: Measurer
) -> Scene:
    """Headings with the names of the scenarios, then a line for each difference.

    Args:
        rows: the differences.
        names: of the scenarios.
        size: of the whole.
        measure: how long texts are.
    """
    first, second = names
    if not rows:
        return empty_scene(
            size, measure, t("“{first}” and “{second}” assume the same.", first=first, second=second)
        )
    sentence = tn(
        "“{first}” and “{second}” differ in {count} assumption.",
        "“{first}” and “{second}” differ in {count} assumptions.",
        len(rows),
        first=first,
        second=second,
    )
    sheet = Sheet(size, measure, sentence)
    area = sheet.opened()
    height = sheet.height(Style.PLAIN)
    label = min(sheet.widest((row.label for row in rows), Style.PLAIN) + 2 * GAP, _NAMED * area.width)
    longest = sheet.widest((text for row in rows for text in (row.a, row.b)), Style.PLAIN)
    longest = max(longest, sheet.widest((first, second), Style.SMALL_STRONG)) + 2 * GAP
    wide = min((area.width - label) / 2, max(longest, _ROOMY * height))
    columns = [(area.x, label), (area.x + label, wide), (area.x + label + wide, wide)]
    heads = (t("What differs"), first, second)
    tops = [
        wrapped(measure, text, Style.SMALL_STRONG, width - GAP, _MOST_NAME_LINES)
        for (_x, width), text in zip(columns, heads, strict=True)
    ]
    small, most = sheet.height(Style.SMALL_STRONG), max(map(len, tops))
    for (x, width), lines in zip(columns, tops, strict=True):
        for place, line in enumerate(lines, start=most - len(lines)):
            box = Box(x, area.y + place * small, width - GAP, small)
            sheet.write(box, line, Style.SMALL_STRONG, Role.QUIET)
    at = area.y + most * small + 3
    for row in rows:
        sheet.gridline((area.x, at), (area.x + label + 2 * wide, at))
        cells = [
            wrapped(measure, text, Style.PLAIN, width - GAP, _MOST_LINES)
            for (_x, width), text in zip(columns, (row.label, row.a, row.b), strict=True)
        ]
        tall = max(map(len, cells)) * height + _ROW
        words = t(
            "{what}: {before} in “{first}”, {after} in “{second}”",
            what=row.label,
            before=row.a,
            after=row.b,
            first=first,
            second=second,
        )
        sheet.add(Cell(Box(area.x, at, area.width, tall), key=row.label, words=words, role=Role.NOTHING))
        for (x, width), lines in zip(columns, cells, strict=True):
            for place, line in enumerate(lines):
                box = Box(x, at + _ROW / 2 + place * height, width - GAP, height)
                sheet.write(box, line, Style.PLAIN)
        at += tall
    head = [t("What differs"), first, second]
    return sheet.done(
        lambda: tab_separated(head, ([row.label, row.a, row.b] for row in rows)), least_height=at + GAP
    )
