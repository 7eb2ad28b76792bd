"""Weights from pairwise comparisons: the analytic hierarchy process.

Saaty 2008, Decision making with the analytic hierarchy process, International
Journal of Services Sciences 1(1), 83-98.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from advisor.core.elicitation import Elicited
from advisor.core.matrix import frozen
from advisor.core.value_functions import FloatArray
from advisor.words.translation import t

# Mean consistency index of random comparisons of n things, n from 1 to 10: the table of Saaty 2004,
# Journal of Systems Science and Systems Engineering 13(1), 1-35. His table of 1980 has 0.58, 0.90,
# 1.12, ... and gives slightly lower ratios up to n = 5.
RANDOM_INDEX = (0.0, 0.0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.40, 1.45, 1.49)
CONSISTENT = 0.10  # a consistency ratio up to here is accepted
LARGEST = 9.0  # the scale's extreme importance
RECIPROCAL = 0.05  # how far a[i, j] * a[j, i] may be from 1: 0.33 will do for 1/3


@dataclass(frozen=True, slots=True)
class Triple:
    """Three comparisons that contradict each other.

    Attributes:
        first, second, third: ids.
        said: (first over second, second over third, first over third).
        implied: first over third, as the other two comparisons have it.
    """

    first: str
    second: str
    third: str
    said: tuple[float, float, float]
    implied: float

    @property
    def sentence(self) -> str:
        """The contradiction in words."""
        one, two, three = (_times(ratio) for ratio in self.said)
        return t(
            "“{first}” was said to weigh {one} “{second}”, and “{second}” {two} “{third}”; then "
            "“{first}” should weigh {implied} “{third}”, but it was said to weigh {three} it.",
            first=self.first,
            one=one,
            second=self.second,
            two=two,
            third=self.third,
            implied=_times(self.implied),
            three=three,
        )


@dataclass(frozen=True, slots=True, eq=False)
class PairwiseResult:
    """What pairwise comparisons of n things come to.

    Attributes:
        names: n ids.
        weights: (n,) the principal eigenvector, sum 1.
        largest_eigenvalue: n if the comparisons do not contradict each other, else more.
        consistency_index: (largest eigenvalue - n) / (n - 1).
        random_index: the mean consistency index of random comparisons.
        consistency_ratio: consistency index / random index; 0 for n below 3.
        worst: the most inconsistent three; None if none contradict each other.
    """

    names: tuple[str, ...]
    weights: FloatArray
    largest_eigenvalue: float
    consistency_index: float
    random_index: float
    consistency_ratio: float
    worst: Triple | None

    def __post_init__(self) -> None:
        frozen(self.weights)

    @property
    def consistent(self) -> bool:
        """Whether the consistency ratio is 0.10 or less."""
        return self.consistency_ratio <= CONSISTENT

    def elicited(self) -> Elicited:
        """The weights, and what was done in a sentence."""
        told = {"ratio": f"{self.consistency_ratio:.3f}", "index": f"{self.random_index:g}"}
        if self.consistent:
            note = t(
                "Pairwise comparisons (AHP, principal eigenvector); consistency ratio {ratio} with the "
                "random "
                "index {index} of Saaty 2004, consistent.",
                **told,
            )
        else:
            note = t(
                "Pairwise comparisons (AHP, principal eigenvector); consistency ratio {ratio} with the "
                "random "
                "index {index} of Saaty 2004, above 0.10: look at them again.",
                **told,
            )
        return Elicited(dict(zip(self.names, map(float, self.weights), strict=True)), note)


def complete_comparisons(comparisons: FloatArray, names: Sequence[str]) -> FloatArray:
    """A full reciprocal matrix (n, n) from comparisons of which one side may be NaN.

    Raises:
        ValueError: not square, too large, a figure off the scale 1/9 to 9, a
            pair without comparison, or two sides that are not reciprocal.
    """
    count = len(names)
    if comparisons.shape != (count, count):
        raise ValueError(
            t(
                "{count} names need {count} × {count} comparisons, not {shape}.",
                count=count,
                shape=comparisons.shape,
            )
        )
    if not 1 <= count <= len(RANDOM_INDEX):
        raise ValueError(
            t("{count} things cannot be compared: 1 to {most} can.", count=count, most=len(RANDOM_INDEX))
        )
    full = np.ones((count, count))
    for i, j in combinations(range(count), 2):
        pair = t("'{first}' and '{second}'", first=names[i], second=names[j])
        there, back = float(comparisons[i, j]), float(comparisons[j, i])
        sides = (there, 1.0 / back if back != 0 else 0.0)
        known = [side for side in sides if not np.isnan(side)]
        if not known:
            raise ValueError(t("The comparison of {pair} is missing.", pair=pair))
        if not all(1 / (LARGEST + 0.5) <= side <= LARGEST + 0.5 for side in known):
            raise ValueError(t("The comparison of {pair} must be between 1/9 and 9.", pair=pair))
        if len(known) == 2 and abs(known[0] / known[1] - 1.0) > RECIPROCAL:
            raise ValueError(t("The two comparisons of {pair} are not reciprocal: use x and 1/x.", pair=pair))
        full[i, j] = float(np.sqrt(known[0] * known[-1]))
        full[j, i] = 1.0 / full[i, j]
    return full


def pairwise_comparisons(comparisons: FloatArray, names: Sequence[str]) -> PairwiseResult:
    """Weights from comparisons (n, n): entry [i, j] says how many times i matters as much as j.

    Raises:
        ValueError: comparisons that cannot serve; see ``complete_comparisons``.
    """
    full = complete_comparisons(comparisons, names)
    count = len(names)
    eigenvalues, eigenvectors = np.linalg.eig(full)
    index = int(eigenvalues.real.argmax())
    principal = np.abs(eigenvectors[:, index].real)
    largest = max(float(eigenvalues[index].real), float(count))
    consistency = (largest - count) / (count - 1) if count > 1 else 0.0
    random = RANDOM_INDEX[count - 1]
    return PairwiseResult(
        names=tuple(names),
        weights=principal / principal.sum(),
        largest_eigenvalue=largest,
        consistency_index=consistency,
        random_index=random,
        consistency_ratio=consistency / random if random > 0 else 0.0,
        worst=_worst_triple(full, names),
    )


def _worst_triple(full: FloatArray, names: Sequence[str]) -> Triple | None:
    logs = np.log(full)
    worst, found = 1e-6, None
    for i, j, k in combinations(range(len(names)), 3):
        gap = abs(logs[i, j] + logs[j, k] - logs[i, k])
        if gap > worst:
            worst, found = gap, (i, j, k)
    if found is None:
        return None
    i, j, k = found
    said = (float(full[i, j]), float(full[j, k]), float(full[i, k]))
    return Triple(names[i], names[j], names[k], said, said[0] * said[1])


def _times(ratio: float) -> str:
    """A ratio as people say it: "3 times", "as much as", "1/3 of"."""
    if abs(ratio - 1.0) < 0.005:
        return t("as much as")
    return (
        t("{ratio} times", ratio=f"{ratio:.3g}")
        if ratio > 1
        else t("1/{ratio} of", ratio=f"{1.0 / ratio:.3g}")
    )
