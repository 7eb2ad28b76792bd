"""The map asks the network for nothing: every request that is not local is blocked and recorded."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

_log = logging.getLogger(__name__)
_LOCAL_SCHEMES = frozenset({"file", "qrc", "data", "blob", "about"})


def is_local(url: QUrl) -> bool:
    """Whether an address stays on this machine. A ``file`` address with a host is a network share."""
    return url.scheme().lower() in _LOCAL_SCHEMES and not (url.scheme().lower() == "file" and url.host())


class NetworkGuard(QWebEngineUrlRequestInterceptor):
    """Blocks what is not local and remembers it, so that a test can ask for the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocked: list[str] = []
        self._seen = 0

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Qt's hook: called for every request of the page, subresources included."""
        self._seen += 1
        url = info.requestUrl()
        if not is_local(url):
            info.block(True)
            self._blocked.append(url.toString())
            _log.error("Blocked a network request of the map: %s", url.toString())

    @property
    def blocked(self) -> tuple[str, ...]:
        """Addresses that were asked for and blocked, in order."""
        return tuple(self._blocked)

    @property
    def seen(self) -> int:
        """How many requests were looked at, local ones included."""
        return self._seen
