"""The map asks the network for nothing, and may do no more than draw.

The page's own policy (``map.html``) forbids requests, the settings here what policies do not reach, and every
request that is not local is blocked and recorded. What connects without a request is stopped by the flags in
``webengine_setup``.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from advisor.ui.map.page_files import SCHEME

_log = logging.getLogger(__name__)
_LOCAL_SCHEMES = frozenset({SCHEME, "file", "qrc", "data", "blob", "about"})

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.FocusOnNavigationEnabled,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalStorageEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.ShowScrollBars,
    _Attribute.WebGLEnabled,
)


def restrict(page: QWebEnginePage) -> None:
    """Switch off all that drawing a map does not need."""
    settings = page.settings()
    for attribute in _OFF:
        settings.setAttribute(attribute, False)
    settings.setAttribute(_Attribute.WebRTCPublicInterfacesOnly, True)


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
