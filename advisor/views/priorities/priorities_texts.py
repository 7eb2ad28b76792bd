"""What is said about weights and must-haves."""

from __future__ import annotations

from collections.abc import Sequence

from advisor.words.formatting import list_text, percent_text
from advisor.words.translation import mark, t, tn

SET_BY_HAND = mark("The industry raises no weight, because yours are set by hand.")


def limit_name(criterion: str, op: str, unit: str = "") -> str:
    """What a limit on a figure is called.

    Args:
        criterion: name of the figure.
        op: ``>=`` or ``<=``.
        unit: of the figure, empty to leave it out.
    """
    if op == ">=":
        if unit:
            return t("{criterion} at least, {unit}", criterion=criterion, unit=unit)
        return t("{criterion} at least", criterion=criterion)
    if unit:
        return t("{criterion} at most, {unit}", criterion=criterion, unit=unit)
    return t("{criterion} at most", criterion=criterion)


def limit_text(criterion: str, op: str, limit: str) -> str:
    """A limit with its figure."""
    if op == ">=":
        return t("{criterion} at least {limit}", criterion=criterion, limit=limit)
    return t("{criterion} at most {limit}", criterion=criterion, limit=limit)


def excluded_sentence(excluded: int, unchecked: int) -> str:
    """How many locations a must-have excludes, and how many cannot be checked."""
    said = tn("Excludes {count} location.", "Excludes {count} locations.", excluded)
    if not unchecked:
        return said
    unsure = tn(
        "{count} cannot be checked and stays in.", "{count} cannot be checked and stay in.", unchecked
    )
    return f"{said} {unsure}"


def raised_sentence(themes: Sequence[tuple[str, float, float]], criteria: Sequence[str]) -> str:
    """Which weights are raised; empty where none is.

    Args:
        themes: name, share before and share now (0..1) of each theme that weighs more.
        criteria: names of the criteria that weigh more within their theme.
    """
    said = [
        t(
            "“{theme}” weighs {now} instead of {before}.",
            theme=name,
            now=percent_text(now),
            before=percent_text(before),
        )
        for name, before, now in themes
    ]
    if criteria:
        said.append(t("More of its theme goes to: {criteria}.", criteria=list_text(criteria)))
    return " ".join(said)
