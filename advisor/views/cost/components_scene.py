"""Two stacked bars over one scale: the work at home, and the work at the location."""

from __future__ import annotations

from functools import partial

from advisor.views.cost.cost_components import (
    Part,
    components,
    components_sentence,
    components_table,
    part_lines,
)
from advisor.views.cost.cost_view import CostView
from advisor.views.look.theme import GAP
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Bar, Cell
from advisor.views.scene.placement import spread
from advisor.views.scene.roles import Role, part_role
from advisor.views.scene.scales import Scale
from advisor.views.scene.scene import Scene, Sheet
from advisor.views.scene.type_styles import Measurer, Style
from advisor.words.formatting import number_text, range_text
from advisor.words.translation import t

_SEAM = 1.0
_LABEL_GAP = 14.0
_LEAST_BAR, _MOST_BAR = 16.0, 44.0
_SLIVER = 6.0  # layers narrower than this are named together, not one by one
_FAR = 2.4  # lines from a layer to the caption that still belongs to it
_SWATCH, _BESIDE = 0.55, 4.0  # of a line, high and wide; pixels from it to the words
_NAMES = 0.3  # of the width, at most

_Span = tuple[Part, float, float, float]  # a layer, its amount, its left and its right end


def components_scene(view: CostView, size: Size, measure: Measurer) -> Scene:
    """The layers of the cost, named above the first bar and below the second."""
    sheet = Sheet(size, measure, components_sentence(view))
    area = sheet.opened()
    parts = components(view)
    rows = [("away", view.name, [part.away for part in parts])]
    if not view.is_home:
        rows.insert(0, ("home", view.home_name, [part.at_home for part in parts]))
    names = min(area.width * _NAMES, sheet.widest((name for _, name, _ in rows), Style.STRONG) + 1.5 * GAP)
    spread_text = range_text(*(view.three("total")[at] for at in (0, 2)))
    # The layers are likely amounts: their sum is not the median that the key figures show.
    totals = [t("{amount} likely", amount=number_text(sum(amounts))) for _, _, amounts in rows]
    ends = max(sheet.widest(totals, Style.STRONG), sheet.width(spread_text)) + 1.5 * GAP
    low = min(0.0, *(sum(min(0.0, a) for a in amounts) for _, _, amounts in rows))
    high = max(sum(max(0.0, a) for a in amounts) for _, _, amounts in rows)
    scale = Scale(low, high, area.x + names, area.right - ends)
    captions = 2 * sheet.height() + 10
    room = area.height - captions * len(rows) - GAP * (len(rows) - 1)
    bar = max(_LEAST_BAR, min(_MOST_BAR, room / len(rows)))
    top = area.y + max(0.0, (room - bar * len(rows)) / 3)
    first_top = top
    for at, (key, name, amounts) in enumerate(rows):
        above = at == 0 and len(rows) > 1
        bar_top = top + captions if above else top
        first_top = bar_top if at == 0 else first_top
        line = Box(scale.start, bar_top, scale.end - scale.start, bar)
        sheet.paragraph(Box(area.x, bar_top, names - GAP, bar), name, Style.STRONG)
        spans = _spans(scale, parts, amounts)
        _stack(sheet, line, spans, key)
        right = scale.at(sum(max(0.0, amount) for amount in amounts))
        beside = Box(right + GAP, bar_top, area.right - right - GAP, bar)
        if key == "away" and bar >= 2 * sheet.height() and not view.is_home:
            half = bar / 2
            sheet.write(beside.inset(0, 0, 0, half), totals[at], Style.STRONG)
            sheet.write(beside.inset(0, half, 0, 0), spread_text, role=Role.QUIET)
        else:
            sheet.write(beside, totals[at], Style.STRONG)
        _captions(sheet, line, Box(scale.start, area.y, area.right - scale.start, 0), spans, above)
        top = bar_top + bar + GAP
    zero = scale.at(0.0)
    sheet.gridline((zero, first_top - 4), (zero, top - GAP + 4), Role.QUIET)
    return sheet.done(lambda: components_table(view))


def _spans(scale: Scale, parts: tuple[Part, ...], amounts: list[float]) -> list[_Span]:
    """Each layer with its ends; what is below zero stands left of it."""
    spans: list[_Span] = []
    up = down = 0.0
    for part, amount in zip(parts, amounts, strict=True):
        if amount > 0:
            spans.append((part, amount, scale.at(up), scale.at(up + amount)))
            up += amount
        elif amount < 0:
            spans.append((part, amount, scale.at(down + amount), scale.at(down)))
            down += amount
    return spans


def _stack(sheet: Sheet, line: Box, spans: list[_Span], row: str) -> None:
    for part, amount, left, right in spans:
        sheet.add(
            Bar(
                Box(left, line.y, max(1.0, right - left - _SEAM), line.height),
                Role.QUIET,
                key=f"{row}.{part.id}",
                words=partial(_words, part),
                role=part_role(part.id),
                values=(amount,),
            )
        )


def _words(part: Part) -> str:
    return "\n".join([part.label, *part_lines(part)])


def _captions(sheet: Sheet, line: Box, whole: Box, spans: list[_Span], above: bool) -> None:
    """Names and amounts about their layers, each with its colour; what is too narrow is counted together."""
    named = [span for span in sorted(spans, key=lambda span: span[2]) if span[3] - span[2] >= _SLIVER]
    told, starts = _placed(sheet, spans, named, whole)
    far = _FAR * sheet.height()
    while named and not _are_near(named, starts, whole, [width for _, _, width in told], far):
        named.remove(min(named, key=lambda span: span[3] - span[2]))
        told, starts = _placed(sheet, spans, named, whole)
    height = sheet.height()
    text_top = line.y - 2 * height - 6 if above else line.bottom + 6
    side, before = height * _SWATCH, _before(sheet)
    for at, ((label, figure, wide), left) in enumerate(zip(told, starts, strict=True)):
        text = Box(left + before, text_top, wide - before - _LABEL_GAP + 4, height)
        if at < len(named):
            swatch = Box(left, text_top + (height - side) / 2, side, side)
            sheet.add(Cell(swatch, edge=Role.QUIET, role=part_role(named[at][0].id)))
        sheet.write(text, label, role=Role.QUIET)
        sheet.write(text.moved(0, height), figure, Style.SMALL_STRONG)


def _placed(
    sheet: Sheet, spans: list[_Span], named: list[_Span], whole: Box
) -> tuple[list[tuple[str, str, float]], list[float]]:
    """The captions and where each begins."""
    told = _told(sheet, spans, named)
    widths = [width for _, _, width in told]
    ends = [*(span[2] for span in named), max((span[3] for span in spans), default=whole.x)]
    middles = [end + width / 2 for end, width in zip(ends, widths, strict=False)]
    return told, spread(middles, widths, whole.x, whole.right)


def _are_near(named: list[_Span], starts: list[float], whole: Box, widths: list[float], far: float) -> bool:
    """Whether all captions have room, and none stands far off its layer."""
    near = all(
        span[2] - width - far + _LABEL_GAP <= left <= span[3] + far
        for span, left, width in zip(named, starts, widths, strict=False)
    )
    return near and sum(widths) <= whole.width


def _told(sheet: Sheet, spans: list[_Span], named: list[_Span]) -> list[tuple[str, str, float]]:
    """Each caption with its amount and the room it takes; the hover names what "the rest" is."""
    texts = [(part.label, number_text(amount)) for part, amount, _, _ in named]
    rest = [amount for part, amount, _, _ in spans if all(part is not kept[0] for kept in named)]
    if rest:
        texts.append((t("the rest"), number_text(sum(rest))))
    return [
        (
            label,
            figure,
            _before(sheet) + max(sheet.width(label), sheet.width(figure, Style.SMALL_STRONG)) + _LABEL_GAP,
        )
        for label, figure in texts
    ]


def _before(sheet: Sheet) -> float:
    """The room for the colour before a caption."""
    return sheet.height() * _SWATCH + _BESIDE
