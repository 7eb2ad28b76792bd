"""Where must-haves leave nothing the ranking says so, and one click helps, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advisor.app.document.document import Document
from advisor.core.evaluation import Status
from advisor.core.screening import Bound
from advisor.ui.ranking import limits_notice


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers were told."""
    told: list[str] = []
    monkeypatch.setattr(limits_notice, "announce", lambda _widget, text: told.append(text))
    return told


def limited(document: Document, *bounds: Bound) -> None:
    must = replace(document.scenario.must_haves, bounds=bounds)
    document.edit(replace(document.scenario, must_haves=must), "limit")


def left(document: Document) -> int:
    return int(np.sum(document.assessment.evaluation.status == Status.RANKED))


def test_that_an_empty_ranking_is_said_announced_and_mended_with_one_click(
    open_window: Callable[[Document], Any], document: Document, said: list[str]
) -> None:
    window = open_window(document)
    notice = window.ranking.limits
    assert not notice.isVisible()
    limited(document, Bound("overlap", ">=", 20.0))
    empty = document.study
    assert left(document) == 0
    assert notice.isVisible()
    assert notice.sentence.text() == "Nothing is left: the must-haves exclude every location."
    assert said == [notice.accessibleName()]
    assert "United Kingdom, the home country, is excluded itself" in said[0]
    QTest.mouseClick(notice.buttons[0], Qt.MouseButton.LeftButton)
    assert left(document) > 100
    assert not notice.isVisible()
    assert document.undo_stack.undoText() == "lift “Working-time overlap at least 20 h”"
    document.undo_stack.undo()
    assert document.study == empty
    assert notice.isVisible()


def test_that_the_space_key_eases_a_limit_just_so_far(
    open_window: Callable[[Document], Any], document: Document, said: list[str]
) -> None:
    window = open_window(document)
    limited(document, Bound("cost_per_fte", "<=", 500.0))
    button = window.ranking.limits.buttons[1]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert left(document) >= 1
    (bound,) = document.scenario.must_haves.bounds
    assert bound.limit > 500.0
    assert len(said) == 2  # nothing left, then few


def test_that_a_slider_moved_while_nothing_is_left_is_not_announced_again(
    open_window: Callable[[Document], Any], document: Document, said: list[str]
) -> None:
    open_window(document)
    limited(document, Bound("overlap", ">=", 20.0))
    document.edit(replace(document.scenario, theme_weights={"cost": 3.0}), "weight")
    assert len(said) == 1
