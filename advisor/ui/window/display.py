"""Is there a display that a window can open on? Asked before Qt, which would abort the process."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from advisor.words.translation import t

_LOCAL = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")  # display of this machine


def no_display() -> str:
    """What to do where there is no display."""
    return t(
        "A window needs a display, and this machine offers none. Start it in a desktop session (or with "
        "'ssh -X'), or work without a window: see 'location-advisor rank --help'."
    )


def no_libraries() -> str:
    """What to do where Qt opens no window on a display that is there."""
    return t(
        "Qt cannot open a window on the display of this machine: libraries of the system that it needs are "
        "missing, or QT_QPA_PLATFORM names what is not there. 'make run' installs what is missing; without a "
        "window: see 'location-advisor rank --help'."
    )


def why_no_window(environment: Mapping[str, str] = os.environ) -> str:
    """What to do where Qt has tried to open a window, and could not."""
    display = environment.get("DISPLAY", "")
    answers = _wayland(environment) or (_is_local(display) and _x_server(display))
    return no_libraries() if answers else no_display()


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can open here.

    A platform plug-in chosen by hand (``QT_QPA_PLATFORM=offscreen``) counts, because Qt will then open one.
    """
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return _wayland(environment) or _x_server(environment.get("DISPLAY", ""))


def _wayland(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(environment.get("XDG_RUNTIME_DIR", "/")) / name).exists()


def _is_local(display: str) -> bool:
    return _LOCAL.fullmatch(display) is not None


def _x_server(display: str) -> bool:
    match = _LOCAL.fullmatch(display)
    if match is None:
        return bool(display)  # another machine's display: only trying would tell
    number = match.group(1)
    for address in (f"/tmp/.X11-unix/X{number}", f"\0/tmp/.X11-unix/X{number}"):
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


if __name__ == "__main__":
    sys.exit(0 if has_display() else 1)
