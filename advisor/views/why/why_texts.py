"""What is said about a location beside its criteria: where it stands, what lifts it, what is not known."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.places.flags import Flag
from advisor.words.formatting import list_text
from advisor.words.translation import mark, t

WORST_BEST_TIP = mark(
    "Worst–best: the score if every figure were at the poor or good end of its interval,\n"
    "unknown figures at 0 or 100. Coverage: the share of the weight that rests on known figures."
)
NOTHING_SELECTED = mark("Select a place on the map or in the ranking to see why it stands where it stands.")
IN_THE_MIDDLE = mark("Close to the middle of the ranking on everything that counts.")


def imputed_sentence(counted: str, low: str, high: str) -> str:
    """How an unknown figure counts, and between which ends it may lie."""
    return t(
        "Unknown. It counts as {figure}, the middle of similar places ({low} to {high})",
        figure=counted,
        low=low,
        high=high,
    )


def unchecked_sentence(criteria: Sequence[str]) -> str:
    """Against which must-haves a location could not be checked."""
    return t(
        "Not checked against the must-have on {criteria}: the figure is unknown.",
        criteria=list_text(criteria),
    )


def lift_text(lifts: Sequence[str], lowers: Sequence[str]) -> str:
    """One whole sentence for each number of criteria that are named, as grammar wants it."""
    names = {"lifts": list_text(lifts), "lowers": list_text(lowers)}
    match len(lifts), len(lowers):
        case 0, 1:
            text = t(
                "{lowers} lowers it most, in points against the middle of the ranking.",
                **names,
            )
        case 0, _:
            text = t(
                "{lowers} lower it most, in points against the middle of the ranking.",
                **names,
            )
        case 1, 0:
            text = t(
                "{lifts} lifts it most, in points against the middle of the ranking.",
                **names,
            )
        case _, 0:
            text = t(
                "{lifts} lift it most, in points against the middle of the ranking.",
                **names,
            )
        case 1, 1:
            text = t(
                "{lifts} lifts it most; {lowers} lowers it most, "
                "in points against the middle of the ranking.",
                **names,
            )
        case 1, _:
            text = t(
                "{lifts} lifts it most; {lowers} lower it most, in points against the middle of the ranking.",
                **names,
            )
        case _, 1:
            text = t(
                "{lifts} lift it most; {lowers} lowers it most, in points against the middle of the ranking.",
                **names,
            )
        case _:
            text = t(
                "{lifts} lift it most; {lowers} lower it most, in points against the middle of the ranking.",
                **names,
            )
    return text


def flags_sentence(flags: Sequence[Flag]) -> str:
    """Flags with the date of each; empty without one."""
    dated = [
        t("{flag} (as of {date})", flag=flag.text, date=flag.as_of_text) if flag.as_of else flag.text
        for flag in flags
    ]
    return f"\N{WARNING SIGN} {'; '.join(dated)}" if dated else ""
