"""What Qt has to say goes to the log, where people look for it, and not between the lines of a result."""

from __future__ import annotations

import logging
import os
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    # Qt warns about every graphics driver it tries in vain; what matters is said by the program itself.
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_messages() -> None:
    """Send Qt's and Chromium's messages to Python's logging; call before the application object is made."""
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if "--log-level" not in flags:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} --log-level=3".strip()
    qInstallMessageHandler(_to_log)


class EndingWith:
    """While this holds, what Qt takes for the end of the program ends it with a sentence, not with an abort.

    Args:
        words: the sentence.
        code: of the process.
    """

    words = ""
    code = 0

    def __init__(self, words: str, code: int) -> None:
        self._words, self._code = words, code

    def __enter__(self) -> None:
        """From here."""
        EndingWith.words, EndingWith.code = self._words, self._code

    def __exit__(self, *_error: object) -> None:
        """To here."""
        EndingWith.words = ""


def _to_log(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if kind == QtMsgType.QtFatalMsg and EndingWith.words:
        print(EndingWith.words, file=sys.stderr, flush=True)
        os._exit(EndingWith.code)  # Qt aborts when this returns
    _log.log(_LEVELS.get(kind, logging.INFO), "%s: %s", context.category or "default", message)
