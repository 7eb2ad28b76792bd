"""What is said where must-haves leave (almost) nothing: which excludes how many, and what to relax first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from advisor.core.evaluation import Status
from advisor.core.screening import Allowed, Bound, Constraint
from advisor.places.engagement import engagement_name
from advisor.scenario.ranking.assessment import ADVISORY, SANCTIONS, Assessment
from advisor.scenario.ranking.relaxing import (
    LimitEffect,
    Relaxation,
    first_to_lift,
    least_change,
    limit_effects,
)
from advisor.scenario.study.scenario import ENGAGEMENT_MODELS, MustHaves
from advisor.words.formatting import figure_text, list_text
from advisor.words.translation import t, tn

FEW = 3  # ranked locations, up to which the must-haves are spoken about
_MOST_LISTED = 5  # must-haves


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something to do about it with one click.

    Attributes:
        button: what it does, in a word.
        text: what it does, and what that brings back.
        undo: what the menu says after "Undo".
        must_haves: as they are afterwards.
    """

    button: str
    text: str
    undo: str
    must_haves: MustHaves


@dataclass(frozen=True, slots=True)
class LimitReport:
    """What the must-haves leave.

    Attributes:
        left: how many locations are ranked.
        sentence: how many are left, and why; empty where enough are.
        limits: a line for each must-have that excludes any.
        home: that the home country is excluded itself, and by what; empty where it is not.
        remedies: what to relax, the best first.
    """

    left: int
    sentence: str
    limits: tuple[str, ...]
    home: str
    remedies: tuple[Remedy, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.sentence and not self.home

    @property
    def spoken(self) -> str:
        """All of it as it is read aloud."""
        texts = [self.sentence, self.home, *(f"{line}." for line in self.limits)]
        texts += [f"{remedy.text}." for remedy in self.remedies[:1]]
        return " ".join(text for text in texts if text)


def limit_report(assessment: Assessment) -> LimitReport:
    """What is to be said of the must-haves of a ranking; quick where they leave enough."""
    left = int(np.sum(assessment.evaluation.status == Status.RANKED))
    home = _home_sentence(assessment)
    if left > FEW:
        return LimitReport(left, "", (), home, ())
    effects = limit_effects(assessment)
    if not effects:
        return LimitReport(left, "", (), home, ())
    lines = tuple(_line(assessment, effect) for effect in effects[:_MOST_LISTED])
    return LimitReport(left, _sentence(left), lines, home, _remedies(assessment))


def limit_text(assessment: Assessment, constraint: Constraint) -> str:
    """What a must-have asks for."""
    if isinstance(constraint, Bound):
        criterion = next(c for c in assessment.pack.criteria if c.id == constraint.column)
        limit = figure_text(constraint.limit, criterion.unit)
        if constraint.op == ">=":
            return t("{criterion} at least {limit}", criterion=criterion.name, limit=limit)
        return t("{criterion} at most {limit}", criterion=criterion.name, limit=limit)
    if isinstance(constraint, Allowed):
        allowed = [engagement_name(model) for model in ENGAGEMENT_MODELS if model in constraint.labels]
        return t("Only {models}", models=list_text(allowed))
    if constraint.column == SANCTIONS:
        return t("No comprehensive sanctions")
    if constraint.column == ADVISORY:
        return t("No travel advisory above what is allowed")
    return t("On no FATF list that excludes")


def _line(assessment: Assessment, effect: LimitEffect) -> str:
    limit, count = limit_text(assessment, effect.constraint), effect.excluded
    if not effect.alone:
        return t("{limit}: excludes {count}, none of them by itself", limit=limit, count=count)
    if effect.alone == count:
        return t("{limit}: excludes {count}, all of them by itself", limit=limit, count=count)
    return t(
        "{limit}: excludes {count}, {alone} of them by itself", limit=limit, count=count, alone=effect.alone
    )


def _sentence(left: int) -> str:
    if not left:
        return t("Nothing is left: the must-haves exclude every location.")
    return tn(
        "Only {count} location is left by the must-haves.",
        "Only {count} locations are left by the must-haves.",
        left,
    )


def _home_sentence(assessment: Assessment) -> str:
    home = assessment.scenario.home
    if assessment.home_figures is None or home not in assessment.pack.location_ids:
        return ""
    row = assessment.evaluation.row(home)
    if assessment.evaluation.status[row] != Status.EXCLUDED:
        return ""
    failed = [limit_text(assessment, one) for one in assessment.evaluation.screening.failed(row)]
    name = assessment.locations[row].name
    return t(
        "{place:The}, the home country, is excluded itself: {limits}.", place=name, limits=list_text(failed)
    )


def _remedies(assessment: Assessment) -> tuple[Remedy, ...]:
    lift, ease = first_to_lift(assessment), least_change(assessment)
    found = [_lifting(assessment, lift)] if lift else []
    # Where the eased limit brings back as many as lifting it does, lifting says it all.
    if ease and lift and not (ease.brings_back == lift.brings_back and _same_limit(ease, lift)):
        found.append(_easing(assessment, ease))
    return tuple(found)


def _same_limit(ease: Relaxation, lift: Relaxation) -> bool:
    if ease.eased is None:
        return False
    return any(
        isinstance(one, Bound) and (one.column, one.op) == (ease.eased.column, ease.eased.op)
        for one in lift.lifted
    )


def _lifting(assessment: Assessment, lift: Relaxation) -> Remedy:
    limits = list_text([limit_text(assessment, one) for one in lift.lifted])
    text = tn(
        "Lift “{limits}”: brings back {count} location",
        "Lift “{limits}”: brings back {count} locations",
        lift.brings_back,
        limits=limits,
    )
    return Remedy(t("Lift"), text, t("lift “{limits}”", limits=limits), lift.must_haves)


def _easing(assessment: Assessment, ease: Relaxation) -> Remedy:
    limit = limit_text(assessment, ease.eased) if ease.eased else ""
    text = tn(
        "Ease to “{limit}”: brings back {count} location",
        "Ease to “{limit}”: brings back {count} locations",
        ease.brings_back,
        limit=limit,
    )
    return Remedy(t("Ease"), text, t("ease to “{limit}”", limit=limit), ease.must_haves)
