"""What is said about the certainty of a ranking, every sentence a whole template."""

from __future__ import annotations

from advisor.words.formatting import percent_text, share_text
from advisor.words.locale import digits
from advisor.words.translation import t, tn

NOTABLE = 0.03  # of the whole: smaller gaps between weight and influence are not worth a word
_HALF_A_PERCENT = 0.005
Named = tuple[str, float, float]
Ranks = tuple[int, int]


def interval_text(low: int, high: int) -> str:
    """An interval of ranks, ``3-16`` or ``1``."""
    return str(low) if low == high else t("{low}\N{EN DASH}{high}", low=low, high=high)


def rest_heading(first: int) -> str:
    """Heading of the column that gathers all ranks from one on."""
    return t("{rank}+", rank=first)


def cell_text(name: str, rank: int, share: float, *, is_rest: bool) -> str:
    """How often a location takes a rank, or that rank or one below it."""
    told = {"name": name, "rank": rank, "share": share_text(share)}
    if is_rest:
        return t("{name:The} is at rank {rank} or below in {share} of plausible weightings.", **told)
    return t("{name:The} is at rank {rank} in {share} of plausible weightings.", **told)


def row_text(name: str, rank: int, first: float, top: float, interval: str) -> str:
    """How sure the rank of a location is."""
    return t(
        "{name}, rank {rank}: first in {first} of plausible weightings, among the first three in {top}; "
        "nine times out of ten at rank {interval}",
        name=name,
        rank=rank,
        first=share_text(first),
        top=share_text(top),
        interval=interval,
    )


def pair_text(first: str, second: str, r: float, weight: float) -> str:
    """Two criteria that say nearly the same, or nearly the opposite."""
    told = {"first": first, "second": second, "r": digits(abs(r), 2), "weight": percent_text(weight)}
    if r > 0:
        return t(
            "“{first}” and “{second}” say nearly the same (r = {r}) and weigh {weight} together.",
            **told,
        )
    return t(
        "“{first}” and “{second}” say nearly the opposite (r = \N{MINUS SIGN}{r}) and weigh "
        "{weight} together.",
        **told,
    )


def pairs_text(count: int) -> str:
    """What all pairs of criteria come to."""
    if not count:
        return t("No two criteria of one theme say nearly the same, so nothing counts twice.")
    return tn(
        "One pair of criteria says nearly the same: what they share counts twice. If it should not, "
        "lower one.",
        "{count} pairs of criteria say nearly the same: what they share counts twice. If it should not, "
        "lower "
        "one.",
        count,
    )


def influence_text(more: Named | None, less: Named | None) -> str:
    """Which criterion decides much more than it weighs, and which much less.

    Args:
        more: name, weight and influence of the first, shares of the whole; none where there is no such.
        less: the same of the second.
    """
    if more is None or more[2] - more[1] < NOTABLE:
        return t("What weighs most also decides most.")
    told = {"more": more[0], "weight": percent_text(more[1]), "effect": percent_text(more[2])}
    if less is None or less[1] - less[2] < NOTABLE:
        return t("“{more}” weighs {weight} but makes {effect} of the differences.", **told)
    told |= {"less": less[0], "less_weight": percent_text(less[1])}
    if less[2] < -_HALF_A_PERCENT:
        return t(
            "“{more}” weighs {weight} but makes {effect} of the differences; “{less}” weighs {less_weight} "
            "and the "
            "ranking runs against it.",
            **told,
        )
    return t(
        "“{more}” weighs {weight} but makes {effect} of the differences; “{less}” weighs "
        "{less_weight} and makes {less_effect}.",
        less_effect=percent_text(max(0.0, less[2])),
        **told,
    )


def span_text(name: str, rank: int, ends: Ranks, estimated: float) -> str:
    """Where a location would be with its doubtful figures at their ends.

    Args:
        name: of the location.
        rank: as it stands.
        ends: best and worst rank.
        estimated: share of the weight on estimates.
    """
    told = {"name": name, "rank": rank, "share": percent_text(estimated)}
    if ends[0] == ends[1]:
        return t(
            "{name:The} is at rank {rank}. With its estimated and missing figures at their best or worst it "
            "would "
            "be at rank {same} all the same; {share} of the weight is on estimates.",
            same=ends[0],
            **told,
        )
    return t(
        "{name:The} is at rank {rank}. With its estimated and missing figures at their best or worst it "
        "would be between rank {best} and rank {worst}; {share} of the weight is on estimates.",
        best=ends[0],
        worst=ends[1],
        **told,
    )


def missing_text(missing: float, ends: Ranks) -> str:
    """Where a location would be with its missing figures alone at their ends."""
    share = percent_text(missing)
    if missing < _HALF_A_PERCENT:
        share = t("under {share}", share=percent_text(0.01))
    if ends[0] == ends[1]:
        return t(
            "Whatever its missing figures ({share} of the weight) turn out to be, it stays at rank {rank}.",
            share=share,
            rank=ends[0],
        )
    return t(
        "Its missing figures ({share} of the weight) alone could put it anywhere from rank {best} to "
        "rank {worst}.",
        share=share,
        best=ends[0],
        worst=ends[1],
    )


def spans_text(hanging: int, ranked: int, incomplete: int, ranks: int) -> str:
    """How many ranks hang on estimates.

    Args:
        hanging: how many locations could move that far.
        ranked: how many there are.
        incomplete: how many lack figures that have weight.
        ranks: what counts as far.
    """
    if not ranked:
        return t("No location is ranked.")
    told = {"hanging": hanging, "ranked": ranked, "ranks": ranks}
    if not hanging:
        if not incomplete:
            return t(
                "No location could move by {ranks} ranks or more within the ranges of estimated figures.",
                **told,
            )
        return tn(
            "No location could move by {ranks} ranks or more within the ranges of estimated figures; {count} "
            "lacks figures that carry weight.",
            "No location could move by {ranks} ranks or more within the ranges of estimated figures; {count} "
            "lack figures that carry weight.",
            incomplete,
            **told,
        )
    if not incomplete:
        return t(
            "{hanging} of {ranked} locations could move by {ranks} ranks or more within the ranges of "
            "estimated "
            "figures.",
            **told,
        )
    return tn(
        "{hanging} of {ranked} locations could move by {ranks} ranks or more within the ranges of estimated "
        "figures; {count} lacks figures that carry weight.",
        "{hanging} of {ranked} locations could move by {ranks} ranks or more within the ranges of estimated "
        "figures; {count} lack figures that carry weight.",
        incomplete,
        **told,
    )


def standing_text(name: str, first: float, ends: Ranks, ranked: int) -> str:
    """What the draws say about one location, for a room.

    Args:
        name: of the location.
        first: share of the draws in which it is first.
        ends: ranks at the 5th and the 95th percentile; 0 where it is not ranked.
        ranked: how many locations are.
    """
    low, high = ends
    if not low:
        return t("{name:The} is not ranked.", name=name)
    told = {"name": name, "share": percent_text(first), "low": low, "high": high, "ranked": ranked}
    if 0 < first < _HALF_A_PERCENT:
        told["share"] = t("under {share}", share=percent_text(0.01))
    if low == high:
        if first > 0:
            return t(
                "{name:The} is first in {share} of plausible weightings; nine times out of ten it is at rank "
                "{low} "
                "of {ranked}.",
                **told,
            )
        return t("{name:The} is never first; nine times out of ten it is at rank {low} of {ranked}.", **told)
    if first > 0:
        return t(
            "{name:The} is first in {share} of plausible weightings; nine times out of ten it is between "
            "rank {low} and rank {high} of {ranked}.",
            **told,
        )
    return t(
        "{name:The} is never first; nine times out of ten it is between rank {low} and rank {high} of "
        "{ranked}.",
        **told,
    )
