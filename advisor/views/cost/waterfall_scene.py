"""From the wage gap to the true saving, one row a step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from advisor.views.cost.cost_view import CostView
from advisor.views.cost.cost_waterfall import Fall, waterfall, waterfall_sentence, waterfall_table
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar
from advisor.views.scene.named_rows import NamedRows, RowName
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import number_text
from advisor.words.translation import t

_LABELS = 0.42  # of the width, at most
_MOST_ROW = 26.0
_BETWEEN = 2.0  # that a row is higher than its name, at least
_LEAST_HEIGHT = 80.0
_GAP = 0.14  # of a row, above and below its bar


def waterfall_scene(view: CostView, size: Size, measure: Measurer) -> Scene:
    """As many rows as can be read in full; the others are merged by group."""
    sheet = Sheet(size, measure, waterfall_sentence(view))
    area = sheet.opened()
    falls, names, width = _that_fit(sheet, view, area)
    rows = names.placed(area, _MOST_ROW)
    strong = rows[0].style  # of the wage gap, which is whole
    texts = [_amount(fall) for fall in falls]
    numbers = sheet.widest(texts, strong) + GAP
    levels = [0.0, *(fall.start for fall in falls), *(fall.end for fall in falls)]
    scale = Scale(min(levels), max(levels), area.x + width + numbers, area.right - 2)
    sheet.gridline((scale.at(0), area.y + 1), (scale.at(0), rows[-1].box.bottom - 1), Role.QUIET)
    gap = max(1.0, rows[0].bar.height * _GAP)
    for fall, row, text in zip(falls, rows, texts, strict=True):
        row.write_name(sheet, width - GAP)
        line = row.bar
        sheet.write(Box(line.x + width - GAP, line.y, numbers, line.height), text, strong, align=Align.RIGHT)
        left, right = sorted((scale.at(fall.start), scale.at(fall.end)))
        sheet.add(
            Bar(
                line.inset(left - line.x, gap, line.right - right, gap),
                key=fall.id,
                words=partial(_words, fall),
                role=Role.WHOLE if fall.is_whole else Role.GAIN if fall.amount > 0 else Role.LOSS,
                values=(fall.start, fall.end),
                reach=row.box,
            )
        )
    for fall, (above, below) in zip(falls, pairwise(rows), strict=False):
        x = scale.at(fall.end)
        sheet.gridline((x, above.bar.bottom - gap), (x, below.bar.y + gap), Role.QUIET)
    is_low = names.least_height > area.height
    least = area.y + names.least_height + GAP if is_low else 0.0
    return sheet.done(lambda: waterfall_table(view), least_height=max(_LEAST_HEIGHT, least))


def _that_fit(sheet: Sheet, view: CostView, area: Box) -> tuple[tuple[Fall, ...], NamedRows, float]:
    """The steps whose names can be read in full, merged until there are few enough; the width for names."""
    falls = waterfall(view, int(area.height // (sheet.height() + _BETWEEN)))
    while True:
        names, width = _names(sheet, falls, area)
        fewer = waterfall(view, len(falls) - 1)
        if names.least_height <= area.height or len(fewer) == len(falls):
            return falls, names, width
        falls = fewer


def _names(sheet: Sheet, falls: Sequence[Fall], area: Box) -> tuple[NamedRows, float]:
    most, row = area.width * _LABELS, min(_MOST_ROW, area.height / len(falls))
    wide = sheet.widest((fall.label for fall in falls), Style.STRONG) + 2 * GAP
    is_roomy = row >= sheet.height(Style.PLAIN) and wide <= most
    face, strong = (Style.PLAIN, Style.STRONG) if is_roomy else (Style.SMALL, Style.SMALL_STRONG)
    width = min(most, sheet.widest((fall.label for fall in falls), strong) + 2 * GAP)
    names = [RowName(fall.label, strong if fall.is_whole else face) for fall in falls]
    return NamedRows(sheet, names, width - GAP, 0.0 if is_roomy else _BETWEEN), width


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
