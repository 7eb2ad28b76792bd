"""What the system says of motion, read by a reader that is made up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings

from advisor.app.document.document import Document
from advisor.app.document.settings import Settings
from advisor.ui.look.system_motion import system_reduces_motion
from advisor.ui.window import main_window
from advisor.ui.window.furnishing import furnished_window

SHARED = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")
KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")


def knows(**kept: object) -> Callable[[str, str], object]:
    """A desktop that keeps these settings and no others."""
    names = {"shared": SHARED, "gnome": GNOME, "kde": KDE}
    told = {names[key]: value for key, value in kept.items()}
    return lambda namespace, name: told.get((namespace, name))


@pytest.mark.parametrize(
    ("kept", "reduces"),
    [
        ({}, None),
        ({"shared": 1}, True),
        ({"shared": 0}, False),
        ({"gnome": False}, True),
        ({"gnome": True}, False),
        ({"shared": 1, "gnome": True}, True),
        ({"kde": "0"}, True),
        ({"kde": "1.5"}, False),
        ({"kde": "quick"}, None),
    ],
)
def test_that_a_desktop_says_it_in_the_words_of_its_kind(kept, reduces):
    assert system_reduces_motion(platform="linux", read=knows(**kept)) is reduces


@pytest.mark.parametrize("platform", ["win32", "darwin"])
@pytest.mark.parametrize(("told", "reduces"), [(True, True), (False, False), (None, None)])
def test_that_other_systems_are_asked_once(platform, told, reduces):
    assert system_reduces_motion(platform=platform, read=lambda _namespace, _name: told) is reduces


def test_that_an_unknown_system_says_nothing():
    assert system_reduces_motion(platform="haiku") is None


@pytest.mark.parametrize(
    ("chosen", "system", "reduces"),
    [(None, True, True), (None, None, False), (False, True, False), (True, False, True)],
)
def test_that_the_window_does_as_the_system_does_unless_the_user_has_chosen(
    qtbot, monkeypatch, generic_document: Document, tmp_path, chosen, system, reduces
):
    monkeypatch.setattr(main_window, "system_reduces_motion", lambda _state: system)
    settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    if chosen is not None:
        settings.reduced_motion = chosen
    window = furnished_window(generic_document, settings)
    qtbot.addWidget(window, before_close_func=lambda closed: closed.leave())
    heard: list[object] = []
    window._motion_asked.done.connect(heard.append)
    window.show()
    if chosen is None:
        qtbot.waitUntil(lambda: heard == [system])
    assert window.reduces_motion is reduces
    assert window.actions_["reduced-motion"].isChecked() is reduces
    assert settings.reduced_motion is chosen, "what the system says is not kept"
