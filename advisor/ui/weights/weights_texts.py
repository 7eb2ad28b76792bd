"""What is said about weights that were found another way than by sliders."""

from __future__ import annotations

from dataclasses import dataclass

from advisor.words.translation import mark, t

NOW_IN_FORCE = mark("In force; Undo takes it back in one step.")
WERE_IN_FORCE = mark("These weights were in force already.")
NOTHING_TO_WEIGH = mark("There is only one criterion, so there is nothing to weigh.")
ALL_ZERO = mark("Give at least one of them some weight.")
PAIRS_LEAD = mark(
    "Move each knob towards what matters more, up to nine times as much. They start where your weights are."
)
CONSISTENT = mark("Consistency ratio {ratio}: they agree with each other well enough (up to 0.10).")
INCONSISTENT = mark("Consistency ratio {ratio}, above 0.10: they contradict each other, most where {place}")
TOO_MANY_PAIRS = mark("Up to {count} things can be compared in pairs.")
SLIDER_LEAD = mark("Move what matters more to the right: the others make room, so that all add up to 100.")
RANK_LEAD = mark(
    "Put what matters most on top: drag, or choose with the arrow keys and move with Alt and an arrow "
    "key. The ranking alone gives the weights."
)
SWING_LEAD = mark(
    "Imagine a place that is at its worst on everything. Give 100 points to the step from worst to best "
    "that you would want first, and the others what they are worth beside it."
)


@dataclass(frozen=True, slots=True)
class RankMove:
    """Where a location stands now and where it would stand; ranks are 0 where it is not ranked."""

    name: str
    now: int
    then: int


def ranks_sentence(first: str, next_first: str, place: RankMove) -> str:
    """What weights would do to the leader, and to a location that is neither leader.

    Args:
        first: who leads now, empty for nobody.
        next_first: who would lead.
        place: the selected location; without a name nothing is said of it.
    """
    moves = bool(place.now and place.then) and place.name not in (first, next_first)
    if first == next_first:
        return (
            _with_the_same_leader(first, place) if moves else t("{first:The} would stay first.", first=first)
        )
    if not moves:
        return t("{next:The} would be first instead of {first:the}.", next=next_first, first=first)
    if place.now == place.then:
        return t(
            "{next:The} would be first instead of {first:the}; {name:the} would stay at rank {rank}.",
            next=next_first,
            first=first,
            name=place.name,
            rank=place.now,
        )
    return t(
        "{next:The} would be first instead of {first:the}; {name:the} would go from rank {now} to {then}.",
        next=next_first,
        first=first,
        name=place.name,
        now=place.now,
        then=place.then,
    )


def _with_the_same_leader(first: str, place: RankMove) -> str:
    if place.now == place.then:
        return t(
            "{first:The} would stay first; {name:the} would stay at rank {rank}.",
            first=first,
            name=place.name,
            rank=place.now,
        )
    return t(
        "{first:The} would stay first; {name:the} would go from rank {now} to {then}.",
        first=first,
        name=place.name,
        now=place.now,
        then=place.then,
    )


def step_names(what: str) -> tuple[str, str, str]:
    """What undo calls a change of weights by ranking, by comparing in pairs, and by swings."""
    return (
        t("weigh {what} by ranking", what=what),
        t("weigh {what} by comparing in pairs", what=what),
        t("weigh {what} by swings", what=what),
    )
