"""The entries of the decision log as a timeline shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.datapack.schema import DataPack
from advisor.scenario.study.study import Decision, Study
from advisor.words.dates import date_text
from advisor.words.formatting import list_text
from advisor.words.translation import t, tn


@dataclass(frozen=True, slots=True)
class LoggedDecision:
    """One entry, in words.

    Attributes:
        place: in the log, 0 the earliest.
        day: of the decision.
        who: decided; empty where nobody is named.
        chosen: what was chosen, a sentence; that nothing was, where nothing was.
        rejected: what was rejected, a sentence; empty for nothing.
        note: why.
        scenario: name of the scenario that it kept; empty for none.
        about: that scenario in a line: home, function and people.
        in_force: whether its choice is the one that is marked everywhere.
    """

    place: int
    day: str
    who: str
    chosen: str
    rejected: str
    note: str
    scenario: str
    about: str
    in_force: bool

    @property
    def spoken(self) -> str:
        """The entry as it is read aloud."""
        parts = [self.day, self.who, self.chosen, self.rejected, self.note, self.scenario]
        return ". ".join(part.rstrip(".") for part in parts if part)


def logged_decisions(pack: DataPack, study: Study) -> tuple[LoggedDecision, ...]:
    """Every entry of a study's log, the latest first."""
    latest = max((at for at, one in enumerate(study.decisions) if one.chosen), default=-1)
    entries = [
        _entry(pack, at, decision, in_force=at == latest) for at, decision in enumerate(study.decisions)
    ]
    return tuple(reversed(entries))


def place_names(pack: DataPack, locations: Sequence[str]) -> list[str]:
    """Names of locations; an id that the pack does not know stays as it is."""
    known = set(pack.location_ids)
    return [pack.location(key).name if key in known else key for key in locations]


def _entry(pack: DataPack, place: int, decision: Decision, *, in_force: bool) -> LoggedDecision:
    kept = decision.scenario
    chosen, rejected = place_names(pack, [decision.chosen]), place_names(pack, decision.rejected)
    about = ""
    if kept is not None and kept.home in pack.location_ids and kept.function in pack.functions:
        about = tn(
            "{function} seen from {home:the}, {count} person",
            "{function} seen from {home:the}, {count} people",
            kept.headcount,
            function=pack.functions[kept.function].label,
            home=pack.location(kept.home).name,
        )
    return LoggedDecision(
        place,
        date_text(decision.date),
        decision.who,
        t("Chosen: {place}", place=chosen[0]) if decision.chosen else t("Nothing chosen"),
        t("Rejected: {places}", places=list_text(rejected)) if rejected else "",
        decision.note,
        kept.name if kept is not None else "",
        about,
        in_force,
    )
