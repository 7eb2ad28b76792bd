"""Pictures of the map as files: the page makes them, this writes them."""

from __future__ import annotations

import base64
import json
import logging
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMarginsF, QObject, QSize, QSizeF, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings

from advisor.export.pictures.png_file import DOTS, PIXELS, picture_size, with_density
from advisor.ui.map.map_texts import NO_PICTURE, NOT_PRINTED, PICTURE_KINDS
from advisor.ui.map.network_guard import restrict
from advisor.whole_file import write_whole
from advisor.words.translation import marked, t

if TYPE_CHECKING:
    from advisor.ui.map.map_bridge import MapBridge
    from advisor.views.captions import Caption

_log = logging.getLogger(__name__)
_PNG_PREFIX = "data:image/png;base64,"
#: Points (1/72 inch) of a CSS pixel (1/96 inch).
_POINTS_PER_PIXEL = 0.75
_PRINT_POLICY = (
    "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'unsafe-inline'\">"
)
# No taller than the page: what is rounded over its end would begin another.
_PRINT_STYLE = (
    "@page{margin:0}html,body{margin:0;height:100vh;overflow:hidden}"
    "svg{display:block;width:100vw;height:100vh}"
)


class PictureSaver(QObject):
    """Asks the page for a picture, to be written or copied; several requests may be under way."""

    saved = Signal(str)
    copied = Signal()
    failed = Signal(str)

    def __init__(self, page: QWebEnginePage, bridge: MapBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._requests: dict[int, Path | None] = {}  # None for the clipboard
        self._printing: dict[int, tuple[QWebEnginePage, Path]] = {}
        self._next = 0
        self._closed = False
        bridge.picture_ready.connect(self._on_picture)

    def save(self, path: Path, caption: Caption | None = None) -> None:
        """Write the map to ``path``, whose suffix names the format, with the texts of a caption around it."""
        kind = path.suffix.lower().lstrip(".")
        if kind not in {"png", "svg", "pdf"}:
            self.failed.emit(marked(PICTURE_KINDS))
            return
        self._ask(path, "png" if kind == "png" else "svg", caption)

    def copy(self, caption: Caption | None = None) -> None:
        """Put the map on the clipboard, with the texts of a caption around it."""
        self._ask(None, "png", caption)

    def _ask(self, path: Path | None, made_as: str, caption: Caption | None) -> None:
        self._next += 1
        self._requests[self._next] = path
        words = json.dumps(asdict(caption) if caption else None)
        self._page.runJavaScript(f"advisorMap.save('{made_as}', {self._next}, {words}); null")

    def _on_picture(self, token: int, content: str, width: int, height: int) -> None:
        path = self._requests.pop(token)
        if not content:
            self.failed.emit(marked(NO_PICTURE))
        elif content.startswith(_PNG_PREFIX):
            png = base64.b64decode(content.removeprefix(_PNG_PREFIX))
            dots = PIXELS * picture_size(png)[0] / width if width else DOTS
            self._hand_over(path, with_density(png, dots))
        elif path is None:
            self.failed.emit(marked(NO_PICTURE))
        elif path.suffix.lower() == ".pdf":
            self._print(token, path, QSize(width, height), content)
        else:
            self._write(path, content.encode("utf-8"))

    def _hand_over(self, path: Path | None, png: bytes) -> None:
        if path is None:
            QGuiApplication.clipboard().setImage(QImage.fromData(png))
            self.copied.emit()
        else:
            self._write(path, png)

    def _print(self, token: int, path: Path, size: QSize, svg: str) -> None:
        """Load the drawing into a page of its own and print that: vector, text stays text."""
        with tempfile.NamedTemporaryFile("w", suffix=".html", delete=False, encoding="utf-8") as file:
            file.write(
                f"<!doctype html><meta charset='utf-8'>{_PRINT_POLICY}<style>{_PRINT_STYLE}</style>{svg}"
            )
        page = QWebEnginePage(self._page.profile(), self)
        restrict(page)
        page.settings().setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, False)
        self._printing[token] = (page, Path(file.name))
        points = QSizeF(size.width() * _POINTS_PER_PIXEL, size.height() * _POINTS_PER_PIXEL)
        layout = QPageLayout(
            QPageSize(points, QPageSize.Unit.Point, "map", QPageSize.SizeMatchPolicy.ExactMatch),
            QPageLayout.Orientation.Portrait,
            QMarginsF(),
        )

        def on_printed(data: object) -> None:
            if self._closed:
                return
            self._forget(token)
            content = bytes(data.data()) if hasattr(data, "data") else b""
            if content:
                self._write(path, content)
            else:
                self.failed.emit(marked(NOT_PRINTED))

        page.loadFinished.connect(lambda _ok: page.printToPdf(on_printed, layout))
        page.load(QUrl.fromLocalFile(file.name))

    def _forget(self, token: int) -> None:
        page, source = self._printing.pop(token)
        source.unlink(missing_ok=True)
        page.deleteLater()
        if self._closed:
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_whole(path, content)
        except OSError as error:
            self.failed.emit(t("{path} could not be written: {why}", path=path, why=error.strerror or error))
        else:
            self.saved.emit(str(path))

    def shutdown(self) -> None:
        """Give up what is under way."""
        self._closed = True
        self._requests.clear()
        for token in list(self._printing):
            self._forget(token)
