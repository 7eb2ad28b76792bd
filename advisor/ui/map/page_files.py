"""The files of the map's page, served under an address of their own.

A page that is opened as a file may read other files of the machine. This one is ``advisor://map/map.html``,
where nothing is but what stands here.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QFile, QIODevice, QObject, QUrl
from PySide6.QtWebEngineCore import QWebEngineUrlRequestJob, QWebEngineUrlScheme, QWebEngineUrlSchemeHandler

from advisor import paths
from advisor.views.map.map_library import map_library

SCHEME = "advisor"
PAGE = QUrl("advisor://map/map.html")
_LIBRARY = "/plotly.js"
_FOLDER = paths.RESOURCES / "map"
_KINDS = {".html": b"text/html", ".css": b"text/css", ".js": b"text/javascript"}


def register_scheme() -> None:
    """Make the scheme known; before the application object is made."""
    if not QWebEngineUrlScheme.schemeByName(QByteArray(SCHEME.encode())).name().isEmpty():
        return
    scheme = QWebEngineUrlScheme(QByteArray(SCHEME.encode()))
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class PageFiles(QWebEngineUrlSchemeHandler):
    """Answers with the files of the page and with nothing else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = {f"/{file.name}": str(file) for file in _FOLDER.iterdir() if file.suffix in _KINDS}
        self._files[_LIBRARY] = str(paths.plotly_script())
        self._files["/qwebchannel.js"] = ":/qtwebchannel/qwebchannel.js"

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        """Qt's hook: called for every request with this scheme."""
        url = job.requestUrl()
        file = QFile(self._files.get(url.path(), ""))
        if url.host() != "map" or not file.open(QIODevice.OpenModeFlag.ReadOnly):
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        content = file.readAll()
        file.close()
        answer = QBuffer(job)
        answer.setData(map_library(bytes(content.data())) if url.path() == _LIBRARY else content)
        answer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(QByteArray(_KINDS[Path(url.path()).suffix]), answer)
