"""Waiting for a page, for fixtures that several tests share and where there is no ``qtbot``."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance


def wait(signal: SignalInstance, start: Callable[[], object]) -> None:
    """Start something, and go on when its signal has come, which takes less than a minute."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(60_000)
    start()
    loop.exec()
    assert timer.isActive(), "nothing came"
    signal.disconnect(loop.quit)
