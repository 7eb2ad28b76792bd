"""Edits of what the speaker of a presentation wants to say. No Qt."""

from __future__ import annotations

from dataclasses import replace

from advisor.scenario.study.study import Study
from advisor.scenario.study.talk import TalkStep


def with_notes(study: Study, step: TalkStep, text: str) -> Study:
    """The study with other notes to a step; none at all where the text is empty.

    Raises:
        ScenarioError: a text that is too long.
    """
    others = {key: note for key, note in study.notes.items() if key is not step}
    return replace(study, notes=others | {step: text} if text.strip() else others)
