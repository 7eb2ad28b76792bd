"""From the wage gap to the true saving, one row a step."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from advisor.views.cost.cost_view import CostView
from advisor.views.cost.cost_waterfall import Fall, waterfall, waterfall_sentence, waterfall_table
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import number_text
from advisor.words.translation import t

_LABELS = 0.42  # of the width, at most
_MOST_ROW = 26.0
_GAP = 0.14  # of a row, above and below its bar


def waterfall_scene(view: CostView, size: Size, measure: Measurer) -> Scene:
    """As many rows as can be read; the others are merged by group."""
    sheet = Sheet(size, measure, waterfall_sentence(view))
    area = sheet.opened()
    falls = waterfall(view, int(area.height // (sheet.height() + 2)))
    row = min(_MOST_ROW, area.height / len(falls))
    wide = sheet.widest((fall.label for fall in falls), Style.STRONG) + 2 * GAP
    is_roomy = row >= sheet.height(Style.PLAIN) and wide <= area.width * _LABELS
    face, strong = (Style.PLAIN, Style.STRONG) if is_roomy else (Style.SMALL, Style.SMALL_STRONG)
    names = min(area.width * _LABELS, sheet.widest((fall.label for fall in falls), strong) + 2 * GAP)
    texts = [_amount(fall) for fall in falls]
    numbers = sheet.widest(texts, strong) + GAP
    levels = [0.0, *(fall.start for fall in falls), *(fall.end for fall in falls)]
    scale = Scale(min(levels), max(levels), area.x + names + numbers, area.right - 2)
    bottom = area.y + row * len(falls)
    sheet.gridline((scale.at(0), area.y + 1), (scale.at(0), bottom - 1), Role.QUIET)
    gap = max(1.0, row * _GAP)
    for at, fall in enumerate(falls):
        line = Box(area.x, area.y + at * row, area.width, row)
        sheet.write(Box(line.x, line.y, names - GAP, row), fall.label, strong if fall.is_whole else face)
        sheet.write(Box(line.x + names - GAP, line.y, numbers, row), texts[at], strong, align=Align.RIGHT)
        left, right = sorted((scale.at(fall.start), scale.at(fall.end)))
        sheet.add(
            Bar(
                Box(left, line.y + gap, right - left, row - 2 * gap),
                key=fall.id,
                words=partial(_words, fall),
                role=Role.WHOLE if fall.is_whole else Role.GAIN if fall.amount > 0 else Role.LOSS,
                values=(fall.start, fall.end),
                reach=line,
            )
        )
    for at, (before, _after) in enumerate(pairwise(falls)):
        x, y = scale.at(before.end), area.y + (at + 1) * row
        sheet.gridline((x, y - gap), (x, y + gap), Role.QUIET)
    return sheet.done(lambda: waterfall_table(view))


def _amount(fall: Fall) -> str:
    text = number_text(fall.amount)
    return text if fall.is_whole or fall.amount <= 0 else f"+{text}"


def _words(fall: Fall) -> str:
    if fall.is_whole:
        return t("{what}: {amount}", what=fall.label, amount=number_text(fall.amount))
    told = {"what": fall.label, "amount": number_text(abs(fall.amount)), "rest": number_text(fall.end)}
    if fall.amount > 0:
        lines = [t("{what} adds {amount}, which leaves {rest}", **told)]
    else:
        lines = [t("{what} takes back {amount}, which leaves {rest}", **told)]
    if len(fall.steps) > 1:
        lines += [
            t("{what}: {amount}", what=step.label, amount=number_text(step.amount)) for step in fall.steps
        ]
    return "\n".join(lines)
