"""The study: the document that people save. Scenarios, and what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Annotated

from pydantic import Field, StringConstraints

from advisor.datapack.schema import DataPack
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.talk import TalkStep
from advisor.scenario.study.values import AsBuilt, Day, Few, Id, Name, Note, ShortText, Weight, study_value
from advisor.words.translation import t

MOST_SCENARIOS = 100
_SOME = Field(min_length=1, max_length=MOST_SCENARIOS, strict=False)


@study_value
class PackVersion:
    """The data pack that a study was made with; empty where that is not known."""

    name: ShortText = ""
    version: ShortText = ""


@study_value
class Stakeholder:
    """Somebody whose priorities count.

    Attributes:
        importance: how much, beside the other stakeholders; any scale.
        theme_weights, criterion_weights: what matters to them; any scale, ids left out keep the default.
    """

    name: Name
    importance: Weight = 1.0
    theme_weights: Annotated[Mapping[Id, Weight], Few] = field(default_factory=dict)
    criterion_weights: Annotated[Mapping[Id, Weight], Few] = field(default_factory=dict)

    @property
    def has_weighed(self) -> bool:
        """Whether they have said what matters to them."""
        return bool(self.theme_weights or self.criterion_weights)


@study_value
class Decision:
    """An entry of the decision log.

    Attributes:
        date: the day of the decision.
        who: who decided.
        note: why.
        chosen: location id, empty where none was chosen.
        rejected: location ids.
        scenario: as it was then.
        own: mark of the user's own figures as they were then (``mark_of``); empty where none was kept.
    """

    date: Day
    who: ShortText = ""
    note: Note = ""
    chosen: Id = ""
    rejected: Annotated[tuple[Id, ...], Few] = ()
    scenario: Annotated[Scenario, AsBuilt] | None = None
    own: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = ""


@study_value
class PlanItem:
    """An entry of the plan after the choice: one that somebody has changed, ticked, left out or added.

    Attributes:
        id: ``section.name``; those that the program proposes keep theirs, others are added to the section.
        text: what is to be done; empty for what the program proposes.
        done: whether it is ticked.
        left_out: whether it is not shown.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9-]+$", max_length=100)]
    text: Note = ""
    done: bool = False
    left_out: bool = False


@study_value
class Study:
    """One or more scenarios and everything that they share.

    Attributes:
        scenarios: in the order in which they are shown; each has a name of its own.
        active: the name of the one that is in force.
        pack: what the figures came from when the study was made or last saved.
        stakeholders: whose priorities count.
        decisions: the decision log, earliest first.
        own: figures, wages, rates and quotes of the user's own, shared by the scenarios.
        plan: what differs from the plan that the program proposes for the time after the choice.
        notes: what the speaker wants to say at each step of the presentation.
    """

    scenarios: Annotated[
        tuple[Annotated[Scenario, AsBuilt], ...], Field(min_length=1, max_length=MOST_SCENARIOS, strict=False)
    ]
    active: Name
    pack: Annotated[PackVersion, AsBuilt] = PackVersion()
    stakeholders: Annotated[tuple[Annotated[Stakeholder, AsBuilt], ...], Few] = ()
    decisions: Annotated[tuple[Annotated[Decision, AsBuilt], ...], Few] = ()
    own: Annotated[OwnData, AsBuilt] = NOTHING_OWN
    plan: Annotated[tuple[Annotated[PlanItem, AsBuilt], ...], Few] = ()
    notes: Annotated[Mapping[TalkStep, Note], Few] = field(default_factory=dict)

    def __post_init__(self) -> None:
        people = Counter(person.name for person in self.stakeholders)
        if twice := [name for name, count in people.items() if count > 1]:
            raise ValueError(t("two stakeholders are called '{name}'", name=twice[0]))
        names = [scenario.name for scenario in self.scenarios]
        if twice := [name for name, count in Counter(names).items() if count > 1]:
            raise ValueError(t("two scenarios are called '{name}'", name=twice[0]))
        entries = Counter(item.id for item in self.plan)
        if twice := [entry for entry, count in entries.items() if count > 1]:
            raise ValueError(t("two entries of the plan are called '{name}'", name=twice[0]))
        if self.active not in names:
            raise ValueError(t("there is no scenario '{name}' to be active", name=self.active[:40]))

    @classmethod
    def of(cls, scenario: Scenario, pack: DataPack | None = None) -> Study:
        """A study of one scenario."""
        version = PackVersion(pack.name, pack.version) if pack else PackVersion()
        return cls((scenario,), scenario.name, version)

    @property
    def scenario(self) -> Scenario:
        """The active scenario."""
        return self.named(self.active)

    @property
    def chosen(self) -> str:
        """Id of the location that the latest decision which chose one chose; empty for none."""
        return next((decision.chosen for decision in reversed(self.decisions) if decision.chosen), "")

    def named(self, name: str) -> Scenario:
        """A scenario by its name.

        Raises:
            ScenarioError: there is none of that name.
        """
        for scenario in self.scenarios:
            if scenario.name == name:
                return scenario
        names = ", ".join(f"'{scenario.name}'" for scenario in self.scenarios[:12])
        raise ScenarioError(
            t("There is no scenario '{name}' in the study: it has {names}.", name=name, names=names)
        )

    def with_active(self, scenario: Scenario) -> Study:
        """The study with another scenario in the place of the active one, which may also rename it.

        Raises:
            ScenarioError: another scenario has the name already.
        """
        changed = tuple(scenario if one.name == self.active else one for one in self.scenarios)
        return replace(self, scenarios=changed, active=scenario.name)

    def with_own(self, own: OwnData) -> Study:
        """The study with other figures of the user's own."""
        return replace(self, own=own)

    def made_with(self, pack: DataPack) -> Study:
        """The study as it is when its figures come from a pack."""
        version = PackVersion(pack.name, pack.version)
        return self if version == self.pack else replace(self, pack=version)
