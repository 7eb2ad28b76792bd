"""What the chosen industry does: which weights it raises, and the must-haves it proposes, one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from advisor.datapack.schema import DataPack
from advisor.places.industries import INDUSTRIES, ProposedMust
from advisor.scenario.edits.industry_offer import with_proposed
from advisor.scenario.study.scenario import MustHaves, Scenario
from advisor.scenario.weights.default_weights import weights_in_force
from advisor.views.priorities.priorities_texts import SET_BY_HAND, limit_text, raised_sentence
from advisor.words.formatting import in_sentence, number_text
from advisor.words.translation import marked, t

_GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A must-have that the industry proposes.

    Attributes:
        text: what it asks for.
        reason: why, a sentence.
        must_haves: the scenario's must-haves with it.
        is_met: whether the scenario asks for as much already.
    """

    text: str
    reason: str
    must_haves: MustHaves
    is_met: bool


def weight_sentence(pack: DataPack, scenario: Scenario) -> str:
    """Which weights the industry raises, against no industry in particular; empty for the general one."""
    industry = INDUSTRIES.get(scenario.industry)
    if industry is None or scenario.industry == _GENERAL:
        return ""
    with_it = weights_in_force(pack, scenario)
    without = weights_in_force(pack, replace(scenario, industry=_GENERAL))
    themes = [
        (pack.theme_label(theme), before, after)
        for theme, before, after in zip(
            with_it.themes, without.theme_weights, with_it.theme_weights, strict=True
        )
        if after > before + 0.005
    ]
    inside = [
        in_sentence(criterion.name)
        for criterion, before, after in zip(pack.criteria, without.within, with_it.within, strict=True)
        if after > before + 0.005
    ]
    return raised_sentence(themes, inside) or marked(SET_BY_HAND)


def proposals(pack: DataPack, scenario: Scenario) -> tuple[Proposal, ...]:
    """The industry's must-haves, each beside those of the scenario."""
    industry = INDUSTRIES.get(scenario.industry)
    names = {criterion.id: criterion.name for criterion in pack.criteria}
    found = []
    for proposed in industry.musts if industry else ():
        text = _asked(proposed, names)
        if text:
            must = with_proposed(scenario.must_haves, proposed, set(names))
            found.append(Proposal(text, proposed.reason, must, must == scenario.must_haves))
    return tuple(found)


def _asked(proposed: ProposedMust, names: dict[str, str]) -> str:
    if proposed.criterion == "sanctions":
        return t("No comprehensive sanctions")
    if proposed.criterion == "fatf":
        return t("Not on the FATF grey list") if proposed.value == "grey" else t("Not on the FATF black list")
    if proposed.criterion not in names or not isinstance(proposed.value, int | float):
        return ""
    return limit_text(names[proposed.criterion], proposed.relation, number_text(float(proposed.value)))
