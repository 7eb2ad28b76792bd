"""What is said about two locations beside each other, about what-ifs and second opinions: whole templates."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.words.formatting import list_text, percent_text, quoted
from advisor.words.locale import digits
from advisor.words.translation import t, tn


def least_move(points: float, given: Sequence[str], taken: Sequence[str]) -> str:
    """The smallest joint change of weights.

    Args:
        points: percentage points that move.
        given: names of those that give weight.
        taken: names of those that get it.
    """
    told = {
        "points": digits(points, 1 if points < 9.95 else 0),
        "given": list_text([quoted(name) for name in given]),
        "taken": list_text([quoted(name) for name in taken]),
    }
    if points < 0.05:
        return t(
            "It would take least: under a tenth of a percentage point of weight from {given} to {taken}.",
            **told,
        )
    if round(points, 1) == 1.0:
        return t(
            "The least that would do it: {points} percentage point of weight from {given} to {taken}.", **told
        )
    return t(
        "The least that would do it: {points} percentage points of weight from {given} to {taken}.", **told
    )


# Leads while a weight moves


def lead_text(leader: str, name: str, ends: tuple[float, float], below: str, above: str) -> str:
    """Who leads now and how far a weight may move until that changes.

    Args:
        leader: who leads now.
        name: whose weight moves, as it stands in a sentence.
        ends: shares between which the leader leads.
        below: who would lead below them; empty where nobody else would.
        above: who would lead above them; empty where nobody else would.
    """
    told = {"leader": leader, "name": name, "below": below, "above": above}
    told |= {"low": percent_text(ends[0]), "high": percent_text(ends[1])}
    if below and above:
        return t(
            "{leader:The} leads while “{name}” weighs {low} to {high}; below it {below:the} would, above "
            "it {above:the}.",
            **told,
        )
    if above:
        return t("{leader:The} leads until “{name}” weighs {high}; above it {above:the} would.", **told)
    if below:
        return t(
            "{leader:The} leads while “{name}” weighs {low} or more; below it {below:the} would.",
            **told,
        )
    return t("{leader:The} leads whatever “{name}” weighs.", **told)


# Second opinions


def first_by_methods(name: str, first: int, total: int, most: str, least: str) -> str:
    """Who is first by how many methods, and which of them agrees least.

    Args:
        name: of the leader.
        first: by how many other methods it is first too.
        total: how many other methods there are.
        most: the method that agrees most; empty, as is the next, where that cannot be told.
        least: the method that agrees least.
    """
    told = {"name": name, "total": total, "most": most, "least": least}
    if first == total:
        if not least:
            return t("{name:The} is first here and by all of {total} other methods.", **told)
        return t(
            "{name:The} is first here and by all of {total} other methods; “{most}” agrees most with this "
            "ranking, “{least}” least.",
            **told,
        )
    if not first:
        if not least:
            return t("{name:The} is first here and by none of {total} other methods.", **told)
        return t(
            "{name:The} is first here and by none of {total} other methods; “{most}” agrees most with this "
            "ranking, "
            "“{least}” least.",
            **told,
        )
    if not least:
        return t("{name:The} is first here and by {first} of {total} other methods.", first=first, **told)
    return t(
        "{name:The} is first here and by {first} of {total} other methods; “{most}” agrees most with this "
        "ranking, “{least}” least.",
        first=first,
        **told,
    )


def disagreement_text(name: str, here: int, there: int, criterion: str, apart: int) -> str:
    """Where a method disagrees most, and why.

    Args:
        name: of the location that they differ most on.
        here: its rank in force.
        there: its rank by the method.
        criterion: what explains it, as it stands in a sentence; empty where nothing does.
        apart: how many ranks they would be apart without it.
    """
    told = {"name": name, "here": here, "there": there, "criterion": criterion}
    if not criterion:
        return t(
            "They differ most on {name:the}: rank {here} here, {there} by this method. No single criterion "
            "explains it.",
            **told,
        )
    if not apart:
        return t(
            "They differ most on {name:the}: rank {here} here, {there} by this method. Mostly because of "
            "“{criterion}”: without it they would be of one mind.",
            **told,
        )
    return tn(
        "They differ most on {name:the}: rank {here} here, {there} by this method. Mostly because of "
        "“{criterion}”: without it they would be only {count} rank apart.",
        "They differ most on {name:the}: rank {here} here, {there} by this method. Mostly because of "
        "“{criterion}”: without it they would be only {count} ranks apart.",
        apart,
        **told,
    )
