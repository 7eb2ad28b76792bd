"""Why one location leads another, in a sentence that a room understands."""

from __future__ import annotations

import math
from collections.abc import Callable

from advisor.core.evaluation import Evaluation
from advisor.core.explanation import Explanation, by_change
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.words.locale import digits
from advisor.words.translation import t

_ROUNDING = 1e-6  # of the last digit shown; a share so near to a round one is that one


def lead_sentence(
    evaluation: Evaluation,
    explanation: Explanation,
    name: Callable[[int], str] | None = None,
    theme_name: Callable[[str], str] = str.capitalize,
    criterion_name: Callable[[str], str] | None = None,
) -> str:
    """An explanation in a sentence.

    Args:
        evaluation: what was explained.
        explanation: of two of its alternatives.
        name: name of the alternative in a row; its id unless given.
        theme_name: name of a theme by its id, for flips of themes.
        criterion_name: name of a criterion by its id; its label unless given.
    """
    name = name or (lambda row: evaluation.alternatives[row])
    labels = {criterion.id: criterion.name for criterion in evaluation.criteria}
    criterion_name = criterion_name or labels.__getitem__
    behind_first = explanation.difference < 0
    ahead, behind = (explanation.b, explanation.a) if behind_first else (explanation.a, explanation.b)
    told = {"ahead": name(ahead), "behind": name(behind)}
    points = abs(explanation.published_difference)
    if points == 0:
        return t("{ahead:The} and {behind:the} are level.", **told)
    parts = -explanation.parts if behind_first else explanation.parts
    told["reason"] = criterion_name(evaluation.criteria[int(parts.argmax())].id)
    told["points"] = digits(points, SCORE_DECIMALS)
    flips = sorted((*explanation.flips, *explanation.theme_flips), key=by_change)
    if not flips:
        values = evaluation.valued.values
        if (values[behind] <= values[ahead]).all():
            return t(
                "{ahead:The} leads {behind:the} by {points} points, mostly on “{reason}”; {behind:the} is "
                "better on nothing, "
                "so no weights would put it ahead.",
                **told,
            )
        return t(
            "{ahead:The} leads {behind:the} by {points} points, mostly on “{reason}”; no single weight "
            "would make the two level.",
            **told,
        )
    flip = flips[0]
    now, needed = percentages(flip.weight_now, flip.weight_needed)
    return t(
        "{ahead:The} leads {behind:the} by {points} points, mostly on “{reason}”; {behind:the} would lead "
        "if “{what}” weighed "
        "{needed} instead of {now}.",
        what=criterion_name(flip.id) if flip.level == "criterion" else theme_name(flip.id),
        needed=needed,
        now=now,
        **told,
    )


def percentages(now: float, needed: float) -> tuple[str, str]:
    """Two different shares as percentages with the fewest digits that tell them apart.

    What is needed is rounded away from what is now, so that the figure shown is far enough.
    """
    decimals = next((n for n in range(4) if f"{100 * now:.{n}f}" != f"{100 * needed:.{n}f}"), 4)
    scaled = 100 * 10**decimals * needed
    far = math.ceil(scaled - _ROUNDING) if needed > now else math.floor(scaled + _ROUNDING)
    shown = (digits(100 * now, decimals), digits(far / 10**decimals, decimals))
    return t("{number} %", number=shown[0]), t("{number} %", number=shown[1])
