"""What is loaded for good is left out of searches for cycles, but nothing that an export is still using."""

from __future__ import annotations

import threading

from advisor.ui.window import following, what_stays
from advisor.ui.window.what_stays import WhatStays


def test_that_it_waits_until_nothing_is_under_way(qtbot, monkeypatch):
    left_out, busy = [], [True, False]
    monkeypatch.setattr(what_stays, "_REST_MS", 0)
    monkeypatch.setattr(what_stays, "search_no_more_in_what_stays", lambda: left_out.append(len(busy)))
    stays = WhatStays(lambda: busy.pop(0))
    stays.look_soon()
    qtbot.waitUntil(lambda: len(busy) == 1)
    assert left_out == []
    stays.look_soon()
    qtbot.waitUntil(lambda: busy == [])
    assert left_out == [0]


def test_that_the_window_looks_after_everything_that_may_load_modules(open_window, document):
    window = open_window(document)
    later = window.what_stays._later
    for over in (window.load_ahead.done, window.side_page.closed, window.files.exports.ended):
        later.stop()
        over.emit()
        assert later.isActive()


def test_that_freed_memory_goes_back_beside_what_the_user_does(open_window, document, qtbot, monkeypatch):
    givers: list[threading.Thread] = []
    monkeypatch.setattr(following, "trim", lambda: givers.append(threading.current_thread()))
    open_window(document)
    qtbot.waitUntil(lambda: len(givers) > 0)
    assert threading.main_thread() not in givers
