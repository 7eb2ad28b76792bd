"""What every ballot says: what is asked, and what stands behind each theme."""

from __future__ import annotations

from advisor.datapack.schema import DataPack
from advisor.scenario.study.study import Study
from advisor.words.formatting import in_sentence, list_text
from advisor.words.translation import t


def question(pack: DataPack, study: Study) -> str:
    """What is decided."""
    scenario = study.scenario
    function = pack.functions.get(scenario.function)
    if function is None or not scenario.home:
        return t("{scenario}: which location is best?", scenario=scenario.name)
    return t(
        "{scenario}: where should {function} for {home:the} be delivered, by {count} people?",
        scenario=scenario.name,
        function=in_sentence(function.label),
        home=pack.location(scenario.home).name,
        count=scenario.headcount,
    )


def theme_content(pack: DataPack, theme: str) -> str:
    """The criteria of a theme in a sentence."""
    names = [criterion.name for criterion in pack.criteria if criterion.theme == theme]
    return list_text([names[0], *map(in_sentence, names[1:])])
