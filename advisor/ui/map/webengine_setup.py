"""What Qt WebEngine must be told before it is imported: sandbox, graphics, and to stay off the network."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
# A proxy that nobody can reach: whatever would connect, ahead of a request or for one, ends there, and no
# name is looked up. Pages of this machine need none.
_OFFLINE = (
    "--proxy-server=socks5://255.255.255.255:1",
    "--proxy-bypass-list=<-loopback>",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--dns-prefetch-disable",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
)


def has_gpu() -> bool:
    """Whether a graphics device is in sight; always assumed outside Linux."""
    return not sys.platform.startswith("linux") or any(Path("/dev/dri").glob("renderD*"))


def chromium_flags(existing: str, *, gpu: bool) -> str:
    """The flags in ``existing`` and those this app needs, without repeating any."""
    flags = existing.split()
    wanted = _OFFLINE if gpu else (*_OFFLINE, "--disable-gpu")
    return " ".join(flags + [flag for flag in wanted if flag not in flags])


def prepare_webengine() -> None:
    """Set the environment and the shared OpenGL context; call before the application object is made.

    As root Chromium refuses its sandbox and ends the process without a word, so it is switched off there
    and only there. Without a graphics device, looking for one doubles the time to load a page.
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    os.environ[_FLAGS] = chromium_flags(os.environ.get(_FLAGS, ""), gpu=has_gpu())

    from PySide6.QtCore import QCoreApplication, Qt

    if QCoreApplication.instance() is None:
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

    from advisor.ui.map.page_files import register_scheme

    register_scheme()
