"""What the whole cost is made of, at home and at the location: two stacks over one horizon."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from advisor.costs.detail import LineFigures
from advisor.costs.terms import DeliveryModel
from advisor.views.cost.cost_texts import COMPONENTS, beside_pay, line_text, years_text
from advisor.views.cost.cost_view import CostView
from advisor.words.tables import tab_separated
from advisor.words.translation import marked, t

ORDER = tuple(COMPONENTS)


@dataclass(frozen=True, slots=True)
class Part:
    """One layer of the stacks.

    Attributes:
        id, label: the group of lines.
        at_home, away: central amounts over the horizon.
        lines: what it is made of.
    """

    id: str
    label: str
    at_home: float
    away: float
    lines: tuple[LineFigures, ...]


def part_label(group: str, delivery: DeliveryModel) -> str:
    """What a group of lines is called under a delivery model."""
    is_captive = group == "management" and delivery is DeliveryModel.CAPTIVE
    return t("Overhead and travel") if is_captive else marked(COMPONENTS[group])


def components(view: CostView) -> tuple[Part, ...]:
    """The layers from the bottom; their ``away`` amounts add up to the median total."""
    ordered = sorted(view.detail.lines, key=lambda line: ORDER.index(line.line.group))
    parts = []
    for group, members in groupby(ordered, key=lambda line: line.line.group):
        lines = tuple(members)
        home, away = sum(each.at_home for each in lines), sum(each.likely for each in lines)
        parts.append(Part(group, part_label(group, view.result.terms.delivery), home, away, lines))
    return tuple(part for part in parts if part.at_home or part.away)


def components_sentence(view: CostView) -> str:
    """How much of the cost is not pay."""
    total = view.detail.total
    beside = sum(part.away for part in components(view) if part.id != "wage")
    if view.is_home:
        return beside_pay(beside / total, None)
    low, _, high = view.three("total")
    return beside_pay(beside / total, view.name, years_text(view.years), (low, high), view.currency)


def part_lines(part: Part) -> list[str]:
    """The lines of a layer, a sentence each: central amount, range, what it rests on."""
    texts = []
    for each in part.lines:
        if not (each.likely or each.high or each.at_home):
            continue
        amounts = (each.low, each.likely, each.high)
        texts.append(line_text(each.line.label, amounts, each.at_home, each.basis))
    return texts


def components_table(view: CostView) -> str:
    """Every line of the cost as a table."""
    money = view.money
    header = [
        t("Line"),
        t("Group"),
        t("Low ({money})", money=money),
        t("Likely ({money})", money=money),
        t("High ({money})", money=money),
        t("Likely at home ({money})", money=money),
        t("Basis"),
        t("Sources"),
    ]
    rows: list[list[str | float]] = [
        [
            each.line.label,
            part_label(each.line.group, view.result.terms.delivery),
            each.low,
            each.likely,
            each.high,
            each.at_home,
            each.basis,
            ";".join(each.source_ids),
        ]
        for each in view.detail.lines
    ]
    home = sum(each.at_home for each in view.detail.lines)
    low, _, high = view.three("total")
    rows.append([t("Total"), "", low, view.detail.total, high, home, "", ""])
    return tab_separated(header, rows)
