"""From the gap in wages to the true saving: what each cost gives or takes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.costs.components import LINES
from advisor.costs.detail import Step
from advisor.views.cost.cost_components import part_label
from advisor.views.cost.cost_view import CostView, years_text
from advisor.words.formatting import list_text, number_text, percent_text
from advisor.words.tables import tab_separated

WAGE_GAP, SAVING = "wage_gap", "saving"
GROUP_LABELS = {
    "wage": "Premiums, extra months, contributions, benefits",
    "operations": "Supervisors, support, seats, equipment",
    "people": "Turnover and productivity lag",
    "one-off": "One-off costs",
    "home": "Work at home until moved",
    "drift": "Growth, currency, inflation",
}
_MERGED_FIRST = ("one-off", "home", "drift", "operations", "people", "wage", "management")
_PLURAL = ("extra_months", "contributions", "benefits", "supervision", "premises")
_GROUP_OF = {line.id: line.group for line in LINES}

# How a step is called inside a sentence.
_PHRASES = {
    "premium": "the premium for export work",
    "extra_months": "thirteenth months",
    "contributions": "employer contributions",
    "benefits": "benefits",
    "language_premium": "the premium for a foreign language",
    "supervision": "supervisors",
    "support": "support staff",
    "premises": "seats",
    "technology": "equipment",
    "provider_overhead": "the provider's overhead",
    "provider_margin": "the provider's margin",
    "captive_overhead": "the overhead of one's own centre",
    "attrition": "turnover",
    "governance": "governance",
    "productivity_lag": "the productivity lag",
    "travel": "travel",
    "selection": "choosing the provider",
    "site_setup": "setting up the centre",
    "transition": "the transition",
    "double_running": "double running",
    "process_improvement": "process improvement",
    "work_at_home": "the work at home until it has moved",
    "severance": "severance",
    "wage_growth": "wage growth",
    "currency_drift": "currency drift",
    "inflation": "inflation",
}


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
        most: merge steps by group, in a fixed order, until there are no more bars than this; below 9 merge
            what falls away with the work at home, and what comes on top.
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
        bars = _by_sign(steps)
    falls = [Fall(WAGE_GAP, first.label, 0.0, first.amount, (first,))]
    level = first.amount
    for key, label, members in bars:
        after = level + sum(step.amount for step in members)
        falls.append(Fall(key, label, level, after, tuple(members)))
        level = after
    return (*falls, Fall(SAVING, "True saving", 0.0, last.amount, (last,)))


def _grouped(
    steps: Sequence[Step], merged: set[str], management: str = ""
) -> list[tuple[str, str, list[Step]]]:
    bars: list[tuple[str, str, list[Step]]] = []
    for step in steps:
        group = _GROUP_OF[step.id]
        if group in merged:
            found = next((bar for bar in bars if bar[0] == group), None)
            if found is not None:
                found[2].append(step)
            else:
                bars.append((group, GROUP_LABELS.get(group, management), [step]))
        else:
            bars.append((step.id, step.label, [step]))
    return [(key, members[0].label if len(members) == 1 else label, members) for key, label, members in bars]


def _by_sign(steps: Sequence[Step]) -> list[tuple[str, str, list[Step]]]:
    gained = [step for step in steps if step.amount > 0]
    lost = [step for step in steps if step.amount < 0]
    bars = [("gained", "Other costs that fall away", gained), ("lost", "Costs that come on top", lost)]
    return [bar for bar in bars if bar[2]]


def headline(view: CostView) -> str:
    """What becomes of the wage saving, in a sentence."""
    if view.is_home:
        return f"{view.name} is home: the work stays as it is, so nothing is saved or lost."
    gap = view.detail.waterfall[0].amount
    if gap <= 0:
        if view.saving > 0:
            return f"Wages in {view.name} are not lower than at home; other costs still leave a saving."
        return f"Wages in {view.name} are not lower than at home, and the move makes the work dearer still."
    costs = sorted((step for step in view.detail.waterfall[1:-1] if step.amount < 0), key=lambda s: s.amount)
    if not costs:
        return "Nothing is taken back of the wage saving."
    named = costs[:2]
    words = list_text([_PHRASES[step.id] for step in named])
    words = words[0].upper() + words[1:]
    is_one = len(named) == 1 and named[0].id not in _PLURAL
    share = percent_text(-sum(step.amount for step in named) / gap)
    sentence = f"{words} {'takes' if is_one else 'take'} back {share} of the wage saving."
    if view.saving <= 0:
        return f"{sentence[:-1]}; all costs together leave no saving."
    return sentence


def waterfall_sentence(view: CostView) -> str:
    """Wage-only saving against the true one."""
    if view.is_home:
        return "Home against itself: there is no gap in wages and no saving."
    wages = float(view.result.wage_only_saving_pct[view.row])
    true = 100.0 * view.saving / sum(line.at_home for line in view.detail.lines)
    first = (
        f"promise a saving of {percent_text(wages / 100)}"
        if wages > 0
        else f"are {percent_text(-wages / 100)} higher"
    )
    amount = f"{number_text(abs(view.saving))} in {years_text(view.years)}"
    last = (
        f"it is likely {percent_text(true / 100)}"
        if true > 0
        else f"the work is likely {percent_text(-true / 100)} dearer"
    )
    return f"Wages alone {first}; with all costs counted {last} ({amount})."


def waterfall_table(view: CostView) -> str:
    """Every step as a table."""
    header = ["Step", f"Amount ({view.money})"]
    return tab_separated(header, ([step.label, step.amount] for step in view.detail.waterfall))
