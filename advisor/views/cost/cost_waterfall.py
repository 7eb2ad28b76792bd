"""From the gap in wages to the true saving: what each cost gives or takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from advisor.costs.components import LINES
from advisor.costs.detail import Step
from advisor.views.cost.cost_components import part_label
from advisor.views.cost.cost_texts import (
    MERGED_STEPS,
    more_than_wages,
    taken_back,
    wages_against_truth,
    years_text,
)
from advisor.views.cost.cost_view import CostView
from advisor.words.tables import tab_separated
from advisor.words.translation import marked, t

WAGE_GAP, SAVING = "wage_gap", "saving"
_MERGED_FIRST = ("one-off", "home", "drift", "operations", "people", "wage", "management")
_GROUP_OF = {line.id: line.group for line in LINES}
_Bar: TypeAlias = tuple[str, str, list[Step]]  # id, label, and the steps that it stands for


@dataclass(frozen=True, slots=True)
class Fall:
    """One bar of the waterfall.

    Attributes:
        id: of the step, or of the group that was merged.
        label: what people read.
        start, end: where the bar begins and ends, money.
        steps: the steps that it stands for.
    """

    id: str
    label: str
    start: float
    end: float
    steps: tuple[Step, ...]

    @property
    def amount(self) -> float:
        """What it adds (above 0) or takes back (below 0)."""
        return self.end - self.start

    @property
    def is_whole(self) -> bool:
        """Whether it stands on zero: the wage gap and the saving."""
        return self.id in (WAGE_GAP, SAVING)


def waterfall(view: CostView, most: int = 99) -> tuple[Fall, ...]:
    """The bars from the wage gap to the saving; the last one is the saving exactly.

    Args:
        view: the location.
        most: merge steps by group, in a fixed order, until there are no more bars than this; below 9 only the
            largest groups stay, beside all else that falls away and all else that comes on top.
    """
    first, *middle, last = view.detail.waterfall
    steps = [step for step in middle if step.amount]
    merged: set[str] = set()
    for group in _MERGED_FIRST:
        if len(_grouped(steps, merged)) + 2 <= most:
            break
        merged.add(group)
    bars = _grouped(steps, merged, part_label("management", view.result.terms.delivery))
    if len(bars) + 2 > most:
        bars = _largest(bars, most - 2)
    falls = [Fall(WAGE_GAP, first.label, 0.0, first.amount, (first,))]
    level = first.amount
    for key, label, members in bars:
        after = level + sum(step.amount for step in members)
        falls.append(Fall(key, label, level, after, tuple(members)))
        level = after
    return (*falls, Fall(SAVING, t("True saving"), 0.0, last.amount, (last,)))


def _grouped(steps: Sequence[Step], merged: set[str], management: str = "") -> list[_Bar]:
    bars: list[_Bar] = []
    for step in steps:
        group = _GROUP_OF[step.id]
        if group in merged:
            found = next((bar for bar in bars if bar[0] == group), None)
            if found is not None:
                found[2].append(step)
            else:
                bars.append((group, marked(MERGED_STEPS.get(group, "")) or management, [step]))
        else:
            bars.append((step.id, step.label, [step]))
    return [(key, members[0].label if len(members) == 1 else label, members) for key, label, members in bars]


def _largest(bars: Sequence[_Bar], most: int) -> list[_Bar]:
    """The largest, as many as there are rows for, then the others that fall away and those on top."""
    order = sorted(bars, key=lambda bar: -abs(_sum(bar)))
    kept = [bar for bar in bars if bar in order[: max(0, most - 2)]]
    steps = [step for bar in bars if bar not in kept for step in bar[2]]
    on_top = (
        t("Other costs that come on top")
        if any(_sum(bar) < 0 for bar in kept)
        else t("Costs that come on top")
    )
    gained = ("gained", t("Other costs that fall away"), [step for step in steps if step.amount > 0])
    lost = ("lost", on_top, [step for step in steps if step.amount < 0])
    return [*kept, *(bar for bar in (gained, lost) if bar[2])]


def _sum(bar: _Bar) -> float:
    return sum(step.amount for step in bar[2])


def headline(view: CostView) -> str:
    """What becomes of the wage saving, in a sentence."""
    if view.is_home:
        return t("{name:The} is home: the work stays as it is, so nothing is saved or lost.", name=view.name)
    gap = view.detail.waterfall[0].amount
    if gap <= 0:
        if view.saving > 0:
            return t(
                "Wages in {name:the} are not lower than at home; other costs still leave a saving.",
                name=view.name,
            )
        return t(
            "Wages in {name:the} are not lower than at home, and the move makes the work dearer still.",
            name=view.name,
        )
    if view.saving > gap:
        gained = sorted((step for step in view.detail.waterfall[1:-1] if step.amount > 0), key=_by_amount)
        return more_than_wages([step.id for step in gained[-2:]][::-1], *_wages_and_true(view))
    costs = sorted((step for step in view.detail.waterfall[1:-1] if step.amount < 0), key=_by_amount)
    if not costs:
        return t("Nothing is taken back of the wage saving.")
    named = costs[:2]
    share = -sum(step.amount for step in named) / gap
    return taken_back([step.id for step in named], share, is_all=view.saving <= 0)


def _by_amount(step: Step) -> float:
    return step.amount


def waterfall_sentence(view: CostView) -> str:
    """Wage-only saving against the true one."""
    if view.is_home:
        return t("Home against itself: there is no gap in wages and no saving.")
    years = years_text(view.years)
    return wages_against_truth(*_wages_and_true(view), view.saving, view.currency, years)


def _wages_and_true(view: CostView) -> tuple[float, float]:
    """The saving by wages alone and that with all costs, shares."""
    at_home = sum(line.at_home for line in view.detail.lines)
    return float(view.result.wage_only_saving_pct[view.row]) / 100.0, view.saving / at_home


def waterfall_table(view: CostView) -> str:
    """Every step as a table."""
    header = [t("Step"), t("Amount ({money})", money=view.money)]
    return tab_separated(header, ([step.label, step.amount] for step in view.detail.waterfall))
