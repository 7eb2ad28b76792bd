"""Pages of paper from HTML."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

_MARGIN = 18.0  # millimetres
_DOTS = 300  # an inch
_TYPE = 11  # points


def pdf_of(html: str, title: str) -> bytes:
    """A4 pages as a PDF.

    Args:
        html: what stands on them, as far as Qt's rich text goes.
        title: of the document.
    """
    # Type needs an application; there is none yet where a script asks.
    application = QGuiApplication.instance() or QGuiApplication([])
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    font = QFont(application.font() if isinstance(application, QGuiApplication) else QFont())
    font.setPointSize(_TYPE)
    document.setDefaultFont(font)
    document.setHtml(html)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QSizeF(writer.width(), writer.height()))
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())
