"""The steps of a presentation, by the names that stand in study files."""

from __future__ import annotations

from enum import StrEnum


class TalkStep(StrEnum):
    """A step, in the order in which they are shown."""

    TITLE = "title"
    QUESTION = "question"
    COVERED = "priorities-covered"
    PRIORITIES = "priorities"
    MAP = "map"
    TOP = "top"
    COMPARE = "compare"
    COST = "cost"
    CERTAINTY = "certainty"
    DECISION = "decision"
