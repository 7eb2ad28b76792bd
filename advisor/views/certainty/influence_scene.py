"""What weighs and what decides: two bars a criterion."""

from __future__ import annotations

from advisor.views.certainty.diagnostics_figures import Diagnostics, Influence
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Cell
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import percent_text
from advisor.words.translation import t

_BAR = 6.0
_FAINT = 0.5  # opacity of weights beside effects
_LEAST_ROW, _MOST_ROW = 20.0, 30.0
_NAMES = 0.48  # of the width, at most


def influence_scene(shown: Diagnostics, size: Size, measure: Measurer) -> Scene:
    """A criterion a row: a pale bar for its weight, a full one for its effect."""
    rows = shown.influences
    if not rows:
        return empty_scene(size, measure, t("The scores do not differ, so nothing decides."))
    sheet = Sheet(size, measure, shown.influences_sentence)
    area = sheet.opened()
    wish = sheet.widest(one.name for one in rows) + 2
    name = min(area.width * _NAMES, wish)
    lines = 1 if name >= wish else 2  # of names
    lowest = max(_LEAST_ROW, lines * sheet.height() + 2)
    low = min(0.0, *(one.effect for one in rows))
    high = max(0.01, *(max(one.weight, one.effect) for one in rows))
    columns = _headings(sheet, area)
    scale = Scale(low, high, area.x + name + GAP, columns[0].x - GAP)
    top = area.y + sheet.height() + 8
    height = min(max(_MOST_ROW, lowest), max(lowest, (area.bottom - top) / len(rows)))
    for index, one in enumerate(rows):
        line = Box(area.x, top + index * height, area.width, height)
        values = (one.weight, one.effect)
        sheet.add(Cell(line, key=one.name, words=_words(one), role=Role.NOTHING, values=values))
        sheet.paragraph(Box(line.x, line.y, name, height), one.name)
        _bars(sheet, line, one, scale)
        for column, share in zip(columns, values, strict=True):
            place = Box(column.x, line.y, column.width, height)
            sheet.write(place, _signed(share), align=Align.RIGHT)
    zero = scale.at(0.0)
    sheet.gridline((zero, top), (zero, top + len(rows) * height))
    least = len(rows) * lowest + 3 * measure.height(Style.PLAIN) + 24
    return sheet.done(lambda: shown.influences_text, least_height=least)


def _bars(sheet: Sheet, line: Box, one: Influence, scale: Scale) -> None:
    middle, zero, end = line.centre[1], scale.at(0.0), scale.at(one.effect)
    weight = Box(zero, middle - _BAR, scale.at(one.weight) - zero, _BAR)
    sheet.add(Bar(weight, key="weight", role=Role.QUIET, opacity=_FAINT, values=(one.weight,)))
    sheet.add(
        Bar(
            Box(min(zero, end), middle, abs(end - zero), _BAR),
            Role.THEME_EDGE,
            key="effect",
            role=Role.THEME,
            theme=one.theme,
            values=(one.effect,),
        )
    )


def _headings(sheet: Sheet, area: Box) -> tuple[Box, Box]:
    """The two columns of figures, each headed by what its bar looks like."""
    columns, right = [], area.right
    for role, opacity, text in ((Role.WHOLE, 1.0, t("decides")), (Role.QUIET, _FAINT, t("weighs"))):
        width = sheet.width(text) + 16
        column = Box(right - width, area.y, width, sheet.height() + 4)
        sheet.swatch(Box(column.x, column.centre[1] - _BAR / 2, 10, _BAR), role, opacity)
        sheet.write(column, text, role=Role.QUIET, align=Align.RIGHT)
        columns.append(column)
        right -= width + GAP
    return columns[1], columns[0]


def _words(one: Influence) -> str:
    weight = percent_text(one.weight)
    if one.effect < 0:
        return t(
            "“{what}” weighs {weight}, yet the ranking runs against it: places that are good at it rank low.",
            what=one.name,
            weight=weight,
        )
    return t(
        "“{what}” weighs {weight} and makes {effect} of what tells the ranked locations apart.",
        what=one.name,
        weight=weight,
        effect=percent_text(one.effect),
    )


def _signed(share: float) -> str:
    return percent_text(share).replace("-", "\N{MINUS SIGN}")
