"""Why no window opens is said by its cause: no display, or a display on which Qt can open none."""

from __future__ import annotations

import socket
import sys

import pytest

from advisor.ui.window.display import has_display, no_display, no_libraries, why_no_window

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays of another kind")
NUMBER = 9_731  # of a display that no machine has


@pytest.fixture
def answering_display():
    """A display that answers, as far as anyone asks."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"\0/tmp/.X11-unix/X{NUMBER}")
        server.listen()
        yield f":{NUMBER}"


def test_that_a_display_that_answers_is_one(answering_display):
    assert has_display({"DISPLAY": answering_display})
    assert has_display({"DISPLAY": f"unix{answering_display}.0"})


def test_that_a_display_that_nobody_serves_is_none():
    assert not has_display({"DISPLAY": f":{NUMBER}"})
    assert not has_display({})


def test_that_a_display_that_answers_lacks_libraries_where_qt_opens_no_window(answering_display):
    assert why_no_window({"DISPLAY": answering_display}) == no_libraries()
    assert "make run" in no_libraries()


def test_that_another_machines_display_or_none_is_said_to_be_missing():
    for environment in ({}, {"DISPLAY": f":{NUMBER}"}, {"DISPLAY": "127.0.0.1:55"}, {"DISPLAY": "garbage"}):
        assert why_no_window(environment) == no_display()
