"""What the scenes of a presentation share: texts in the largest type that fits, sheets without a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Text
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style, fitted, wrapped

FALLING: tuple[Style, ...] = (Style.HUGE, Style.LARGE, Style.STRONG)
THEME_OUTLINE = 3.0  # pixels: hues that are pale on their ground are read by it from the last row
_MANY = 99  # lines
_HALVINGS = 6  # of a width, until lines are of one length but for a word


def em(sheet: Sheet) -> float:
    """Height of a line of plain type, the unit of every distance here."""
    return sheet.height(Style.PLAIN)


def upright(size: Size) -> bool:
    """Whether what is drawn stands upright, so that there is height to give to rows and cards."""
    return size.height > size.width


def blank_sheet(size: Size, measure: Measurer, sentence: str) -> tuple[Sheet, Box]:
    """A sheet whose sentence is not written on it, for it stands above the whole, and all of its room."""
    sheet = Sheet(size, measure, sentence)
    side = em(sheet) * 0.8
    return sheet, Box(side, 0.0, size.width - 2 * side, size.height)


def finished(
    sheet: Sheet, *, sentence: str, empty: str = "", marked: str = "", themes: tuple[str, ...] = ()
) -> Scene:
    """A scene of what is on a sheet, which is as high as it is: nothing scrolls before a room."""
    return Scene(
        sheet.size,
        tuple(sheet.marks),
        sentence=sentence,
        empty=empty,
        marked=marked,
        themes=themes,
        least_height=0.0,
    )


def lines_in(
    measure: Measurer, text: str, width: float, height: float, styles: Sequence[Style] = FALLING
) -> tuple[Style, tuple[str, ...]]:
    """A text in lines, in the first style in which all of it fits; else shortened in the last one."""
    for style in styles:
        most = max(1, int(height / measure.height(style)))
        lines = _lines_that_fit(measure, text, style, width)
        if lines and len(lines) <= most:
            return style, lines
    style = styles[-1]
    return style, wrapped(measure, text, style, width, max(1, int(height / measure.height(style))))


def _lines_that_fit(measure: Measurer, text: str, style: Style, width: float) -> tuple[str, ...]:
    """A text in lines; none where a word is wider than a line."""
    lines = wrapped(measure, text, style, width, _MANY)
    return lines if all(measure.width(line, style) <= width for line in lines) else ()


def balanced(
    measure: Measurer, lines: tuple[str, ...], text: str, style: Style, width: float
) -> tuple[str, ...]:
    """As many lines of about one length, so that no word stands alone below a long one.

    For whoever writes them: how many there are does not change. Those of a shortened text stay as they are.
    """
    if len(lines) == 1 or " ".join(lines) != text:
        return lines
    too_narrow, enough = 0.0, width
    for _ in range(_HALVINGS):
        tried = (too_narrow + enough) / 2
        found = _lines_that_fit(measure, text, style, tried)
        if 0 < len(found) <= len(lines):
            lines, enough = found, tried
        else:
            too_narrow = tried
    return lines


def write_lines(
    sheet: Sheet,
    box: Box,
    text: str,
    styles: Sequence[Style] = FALLING,
    role: Role = Role.TEXT,
    align: Align = Align.LEFT,
    *,
    key: str = "",
    words: str = "",
) -> float:
    """Write a text from the top of a box; returns where it ends."""
    if not text:
        return box.y
    style, lines = lines_in(sheet.measure, text, box.width, box.height, styles)
    height = sheet.height(style)
    for at, line in enumerate(balanced(sheet.measure, lines, text, style, box.width)):
        place = Box(box.x, box.y + at * height, box.width, height)
        shown = fitted(sheet.measure, line, style, box.width)
        sheet.add(Text(place, shown, style, align, role=role, key=key, words=words if at == 0 else ""))
    return box.y + len(lines) * height


def said_scene(text: str, size: Size, measure: Measurer) -> Scene:
    """A sentence in the middle, where there is nothing to draw."""
    sheet, area = blank_sheet(size, measure, text)
    style, lines = lines_in(measure, text, area.width, area.height)
    height = len(lines) * measure.height(style)
    top = Box(area.x, max(0.0, (area.height - height) / 2), area.width, area.height)
    write_lines(sheet, top, text, (style,), Role.QUIET, Align.CENTRE)
    return finished(sheet, sentence=text, empty=text)
