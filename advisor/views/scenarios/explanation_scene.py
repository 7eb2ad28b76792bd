"""Which assumption explains the difference: a waterfall from one scenario's ranking to the other's."""

from __future__ import annotations

from advisor.datapack.schema import DataPack
from advisor.scenario.comparison.explanation import Explanation, Step
from advisor.scenario.study.scenario import Scenario
from advisor.views.look.theme import GAP
from advisor.views.scenarios.explanation_texts import explanation_sentence, step_text
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Bar, Cell
from advisor.views.scene.roles import Role
from advisor.views.scene.scales import Scale
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.type_styles import Measurer, Style, wrapped
from advisor.words.formatting import UNKNOWN, percent_text
from advisor.words.tables import tab_separated
from advisor.words.translation import t

_ROW = 6.0  # that a row is higher than its text
_BAR = 0.6  # height of a bar as a part of its row
_BAR_SHARE, _BAR_LEAST = 0.3, 0.16  # of the width
_LEAD_SHARE = 0.3  # the most
_MOST_LINES = 8  # of a label


def explanation_scene(
    pack: DataPack, found: Explanation, a: Scenario, b: Scenario, size: Size, measure: Measurer
) -> Scene:
    """A line for each assumption in the order of the way, with what it explains and who leads then.

    The bars stand on what is still different: the first one begins at all of it, the last one ends at
    nothing.

    Args:
        pack: what is ranked.
        found: the way from the one scenario to the other.
        a: where it begins.
        b: where it ends.
        size: of the whole.
        measure: how long texts are.
    """
    sentence = explanation_sentence(pack, found, a, b)
    if not found.steps:
        return empty_scene(size, measure, sentence)
    sheet = Sheet(size, measure, sentence)
    area = sheet.opened()
    height = sheet.height(Style.PLAIN)
    share = max(sheet.width(percent_text(-1.0), Style.STRONG), sheet.width(t("Explains"), Style.SMALL_STRONG))
    share += GAP
    texts = [step_text(pack, step, a, b) for step in found.steps]
    leaders = [_name(pack, key) for key in (found.leader, *(step.leader for step in found.steps))]
    lead = min(_LEAD_SHARE * area.width, sheet.widest(leaders, Style.STRONG) + 2)
    lead = GAP + max(lead, sheet.width(t("Leader then"), Style.SMALL_STRONG) + GAP)
    wanted = sheet.widest((found.a, found.b, *texts), Style.STRONG) + 2 * GAP
    rest = area.width - share - lead - GAP
    word = sheet.widest(t("Difference left").split(), Style.SMALL_STRONG) + 2 * GAP
    bar = max(word, min(_BAR_SHARE * area.width, max(_BAR_LEAST * area.width, rest - wanted)))
    label = min(wanted, rest - bar)
    lead += rest - bar - label
    columns = (
        Box(area.x, area.y, label - GAP, height),
        Box(area.x + label, area.y, bar, height),
        Box(area.x + label + bar, area.y, share, height),
        Box(area.right - lead, area.y, lead, height),
    )
    top = area.y + _heads(sheet, (*columns[:3], columns[3].inset(GAP, 0, 0, 0))) + 3
    most = float(max(found.distance, *(step.after for step in found.steps), 1))
    x = Scale(0.0, most, columns[1].x, columns[1].right - GAP)
    names = [(found.a, Style.STRONG), *((text, Style.PLAIN) for text in texts), (found.b, Style.STRONG)]
    told = [wrapped(measure, text, style, columns[0].width, _MOST_LINES) for text, style in names]
    lines, y = [], top
    for said in told:
        lines.append(Box(area.x, y, area.width, height * len(said) + _ROW))
        y = lines[-1].bottom
    sheet.gridline((x.start, top), (x.start, y), Role.QUIET)
    for line, said, (_text, style) in zip(lines, told, names, strict=True):
        for place, text in enumerate(said):
            box = Box(columns[0].x, line.y + _ROW / 2 + place * height, columns[0].width, height)
            sheet.write(box, text, style)
    last = found.steps[-1]
    _end(sheet, pack, columns, lines[0], x, (found.a, found.distance, found.leader))
    leader = found.leader
    for line, step, text in zip(lines[1:-1], found.steps, texts, strict=True):
        _step(sheet, pack, found, step, text, columns, line, x, changed=step.leader != leader)
        leader = step.leader
    _end(sheet, pack, columns, lines[-1], x, (found.b, last.after, last.leader))
    return sheet.done(lambda: _table(pack, found, a, b), least_height=y + GAP)


def _heads(sheet: Sheet, columns: tuple[Box, ...]) -> float:
    """What the columns hold, in as many lines as they need; returns how high that is."""
    heads = (t("Changed one at a time"), t("Difference left"), t("Explains"), t("Leader then"))
    alignments = (Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT)  # shares stand under the end of theirs
    told = [
        wrapped(sheet.measure, text, Style.SMALL_STRONG, column.width - GAP + 1, _MOST_LINES)
        for column, text in zip(columns, heads, strict=True)
    ]
    height, most = sheet.height(Style.SMALL_STRONG), max(map(len, told))
    for column, lines, align in zip(columns, told, alignments, strict=True):
        for place, text in enumerate(lines, start=most - len(lines)):
            box = Box(column.x, column.y + place * height, column.width, height)
            sheet.write(box, text, Style.SMALL_STRONG, Role.QUIET, align)
    return height * most


def _step(
    sheet: Sheet,
    pack: DataPack,
    found: Explanation,
    step: Step,
    text: str,
    columns: tuple[Box, ...],
    line: Box,
    x: Scale,
    *,
    changed: bool,
) -> None:
    share, leader = percent_text(found.share(step)), _name(pack, step.leader)
    words = t("{what}: explains {share}; {leader:the} leads then", what=text, share=share, leader=leader)
    values = (float(step.before), float(step.after))
    sheet.add(Cell(line, key=_key(step), words=words, role=Role.NOTHING, values=values))
    low, high = sorted((x.at(step.before), x.at(step.after)))
    box = _bar(sheet, line, low, high)
    if high > low:
        sheet.add(
            Bar(box, key=_key(step), role=Role.GAIN if step.explained > 0 else Role.LOSS, values=values)
        )
    at = x.at(step.after)
    sheet.gridline((at, box.bottom), (at, line.bottom + (box.y - line.y)), Role.QUIET)
    sheet.write(_line(columns[2], line), share, Style.STRONG, align=Align.RIGHT)
    style = Style.STRONG if changed else Style.PLAIN
    sheet.write(_line(columns[3], line).inset(GAP, 0, 0, 0), leader, style)


def _end(
    sheet: Sheet,
    pack: DataPack,
    columns: tuple[Box, ...],
    line: Box,
    x: Scale,
    end: tuple[str, int, str],
) -> None:
    """The scenario where the way begins or ends, with all that is different from the second one."""
    name, left, leader = end
    if left:
        bar = _bar(sheet, line, x.start, x.at(left))
        sheet.add(Bar(bar, key=name, role=Role.WHOLE, values=(float(left),)))
    words = t("{scenario}: {leader:the} leads", scenario=name, leader=_name(pack, leader))
    sheet.add(Cell(line, key=name, words=words, role=Role.NOTHING, values=(float(left),)))
    sheet.write(_line(columns[3], line).inset(GAP, 0, 0, 0), _name(pack, leader), Style.STRONG)


def _line(column: Box, line: Box) -> Box:
    return Box(column.x, line.y, column.width, line.height)


def _bar(sheet: Sheet, line: Box, start: float, end: float) -> Box:
    """As high in a row of several lines as in one of one."""
    tall = (sheet.height(Style.PLAIN) + _ROW) * _BAR
    return Box(start, line.centre[1] - tall / 2, end - start, tall)


def _key(step: Step) -> str:
    return f"{step.assumption.kind} {step.assumption.key}".strip()


def _name(pack: DataPack, location: str) -> str:
    return pack.location(location).name if location else UNKNOWN


def _table(pack: DataPack, found: Explanation, a: Scenario, b: Scenario) -> str:
    head = [t("Changed one at a time"), t("Places apart before"), t("Places apart after"), t("Leader then")]
    return tab_separated(
        head,
        (
            [step_text(pack, step, a, b), float(step.before), float(step.after), _name(pack, step.leader)]
            for step in found.steps
        ),
    )
