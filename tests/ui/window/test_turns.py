"""A worker that computes does not keep the window waiting."""

from __future__ import annotations

import sys

import pytest

from advisor.ui.window.turns import take_short_turns


@pytest.fixture
def usual_turns():
    usual = sys.getswitchinterval()
    yield usual
    sys.setswitchinterval(usual)


def test_that_turns_are_short(usual_turns):
    take_short_turns()
    assert sys.getswitchinterval() <= usual_turns / 5
