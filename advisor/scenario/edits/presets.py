"""Published weightings of location indices, as theme weights to start from.

An index weighs groups of ours that it has one number for. Inside a group the themes keep the proportions that
they have by default, for the business function. What an index calls a group is not always what stands in
ours, so a preset gives its weights and not its ranking.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.scenario.edits.weight_edits import theme_shares, weights_by_default, with_theme_shares
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.words.translation import mark, t


@dataclass(frozen=True, slots=True)
class Preset:
    """A published weighting.

    Attributes:
        id: name on the command line.
        label: name on the screen, for ``marked``.
        groups: share of the whole in percent, and the themes that make it up.
        reason: what the index calls its groups, for ``marked``.
        source: who described the weights, and when.
    """

    id: str
    label: str
    groups: tuple[tuple[float, tuple[str, ...]], ...]
    reason: str
    source: str


_PEOPLE, _ENVIRONMENT = ("people", "language"), ("time", "regulation", "resilience")
PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        preset.id: preset
        for preset in (
            Preset(
                "gsli-2016",
                mark("As in the Global Services Location Index, 2007 and 2016"),
                ((40.0, ("cost",)), (30.0, _PEOPLE), (30.0, _ENVIRONMENT)),
                mark(
                    "Financial attractiveness 40, people skills and availability 30, business environment 30."
                ),
                "consultancy.uk, article 3169",
            ),
            Preset(
                "gsli-2021",
                mark("As in the Global Services Location Index, 2021"),
                ((35.0, ("cost",)), (25.0, _PEOPLE), (25.0, ("time", "regulation")), (15.0, ("resilience",))),
                mark(
                    "Financial 35, people 25, business environment 25, digital resonance 15; digital "
                    "resonance is taken for resilience, where networks and security stand."
                ),
                "mcit.gov.eg, news 63386",
            ),
            Preset(
                "bpo-index-2015",
                mark("As in the Cushman & Wakefield BPO location index, 2015"),
                ((50.0, ("cost",)), (20.0, ("regulation", "resilience")), (30.0, (*_PEOPLE, "time"))),
                mark("Costs 50, risks 20, conditions 30."),
                "The Register, 2015",
            ),
            Preset(
                "fdi-benchmark",
                mark("As in the example of fDi Benchmark"),
                ((20.0, ("cost",)), (80.0, (*_PEOPLE, *_ENVIRONMENT))),
                mark("Cost 20, quality 80."),
                "fdiintelligence.com, article 31366",
            ),
        )
    }
)


def presets_of(pack: DataPack) -> tuple[Preset, ...]:
    """The presets that a pack has all themes for."""
    themes = set(themes_of(pack.criteria))
    return tuple(
        preset
        for preset in PRESETS.values()
        if {theme for _, members in preset.groups for theme in members} <= themes
    )


def with_preset(pack: DataPack, scenario: Scenario, preset_id: str) -> Scenario:
    """A scenario with the theme weights of a published weighting; weights within themes stay.

    Raises:
        ScenarioError: there is no such preset, or the pack lacks its themes.
    """
    preset = next((one for one in presets_of(pack) if one.id == preset_id), None)
    if preset is None:
        known = ", ".join(one.id for one in presets_of(pack))
        if not known:
            raise ScenarioError(t("The data pack {name} has no themes for a preset.", name=pack.title))
        raise ScenarioError(
            t("There is no preset '{name}'. Use one of: {known}.", name=preset_id, known=known)
        )
    usual = theme_shares(weights_by_default(pack, scenario))
    shares = dict.fromkeys(usual, 0.0)
    for share, members in preset.groups:
        total = sum(usual[theme] for theme in members)
        for theme in members:
            shares[theme] = share * usual[theme] / total if total else share / len(members)
    return with_theme_shares(pack, scenario, shares)
