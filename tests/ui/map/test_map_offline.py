"""What keeps the map off the network, and what WebEngine is told before it starts."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QUrl

from advisor.ui.map.network_guard import is_local
from advisor.ui.map.webengine_setup import chromium_flags, prepare_webengine


@pytest.mark.parametrize(
    "address",
    [
        "file:///usr/share/map.html",
        "qrc:///qtwebchannel/qwebchannel.js",
        "data:image/png;base64,AAAA",
        "blob:file:///1234",
        "about:blank",
    ],
)
def test_that_what_is_on_this_machine_may_load(address: str) -> None:
    assert is_local(QUrl(address))


@pytest.mark.parametrize(
    "address",
    [
        "https://cdn.example.org/world_110m.json",
        "http://127.0.0.1:8000/",
        "ws://example.org/",
        "ftp://example.org/",
        "file://server/share/map.html",
        "map.html",
        "",
    ],
)
def test_that_everything_else_may_not(address: str) -> None:
    assert not is_local(QUrl(address))


def test_that_flags_are_added_once_and_keep_what_the_user_set() -> None:
    once = chromium_flags("--force-dark-mode", gpu=False)
    assert once.split()[0] == "--force-dark-mode"
    assert "--disable-gpu" in once.split()
    assert "--disable-background-networking" in once.split()
    assert chromium_flags(once, gpu=False) == once


def test_that_a_graphics_device_is_used_where_there_is_one() -> None:
    assert "--disable-gpu" not in chromium_flags("", gpu=True)


@pytest.mark.parametrize(("user", "expected"), [(0, "1"), (1000, None)])
def test_that_the_sandbox_is_given_up_for_root_only(
    monkeypatch: pytest.MonkeyPatch, user: int, expected: str | None
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(os, "environ", dict[str, str]())
    prepare_webengine()
    assert os.environ.get("QTWEBENGINE_DISABLE_SANDBOX") == expected
