"""Whether the system is told to move less, which Qt does not say.

Asked of the desktop portal on Linux, of the system's own settings on Windows and macOS. No answer is no wish.
The answer may take its time, so ask from a thread of its own.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from advisor.app.workers.worker import WorkState

_PATIENCE_MS = 300  # for each answer
_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
_SETTINGS = "org.freedesktop.portal.Settings"
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION

# What a desktop keeps under a name of a namespace; None where it does not know the name.
Read = Callable[[str, str], object]


def system_reduces_motion(
    _state: WorkState | None = None, platform: str = sys.platform, read: Read | None = None
) -> bool | None:
    """Whether the system wishes that things jump rather than glide.

    Args:
        platform: as ``sys.platform``.
        read: asks the system; for tests.

    Returns:
        None where nothing tells.
    """
    if platform.startswith("linux"):
        return _of_desktop(read or _read_portal)
    reader = read or {"win32": _read_windows, "darwin": _read_mac}.get(platform)
    told = reader("", "") if reader is not None else None
    return bool(told) if told is not None else None


def _of_desktop(read: Read) -> bool | None:
    """The wish that all desktops share, else what GNOME and KDE call it: animations off, and their length."""
    wish = read("org.freedesktop.appearance", "reduced-motion")
    if wish is not None:
        return wish == 1
    animated = read("org.gnome.desktop.interface", "enable-animations")
    if animated is not None:
        return not animated
    factor = read("org.kde.kdeglobals.KDE", "AnimationDurationFactor")
    try:
        return None if factor is None else float(str(factor)) == 0.0
    except ValueError:
        return None


def _has_bus(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a session bus is there; to look for one that is not would start one."""
    if environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return bool(folder) and (Path(folder) / "bus").exists()


def _read_portal(namespace: str, name: str) -> object:
    if not _has_bus():
        return None
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

    question = QDBusMessage.createMethodCall(*_PORTAL, _SETTINGS, "Read")
    question.setArguments([namespace, name])
    answer = QDBusConnection.sessionBus().call(question, QDBus.CallMode.Block, _PATIENCE_MS)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return None
    value: object = answer.arguments()[0]
    while isinstance(value, QDBusVariant):  # the portal wraps its answer twice
        value = value.variant()
    return value


def _read_windows(_namespace: str, _name: str) -> object:
    is_animated = ctypes.c_int(1)
    ask = getattr(ctypes, "windll").user32.SystemParametersInfoW  # noqa: B009  (there on Windows only)
    known = ask(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(is_animated), 0)
    return not is_animated.value if known else None


def _read_mac(_namespace: str, _name: str) -> object:
    question = ["/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion"]
    try:
        told = subprocess.run(question, capture_output=True, timeout=_PATIENCE_MS / 1000, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return told.stdout.strip() == b"1" if told.returncode == 0 else None
