"""A chart as PDF: the painter of the screen on paper, so that text stays text."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from advisor.export.pictures.chart_files import SIZE
from advisor.export.pictures.png_file import DOTS, PIXELS
from advisor.scenario.study.inside_pdf import pdf_with_study
from advisor.scenario.study.study import Study
from advisor.ui.charts.scene_painter import ScenePainter
from advisor.views.captions import Caption
from advisor.views.look.theme import LIGHT
from advisor.views.scene.box import Size
from advisor.views.scene.captioned import captioned
from advisor.views.scene.scene import SceneMaker

_POINTS = 72.0  # an inch


def chart_pdf(make: SceneMaker, caption: Caption, study: Study, day: date, size: Size = SIZE) -> bytes:
    """One page as large as the chart with its caption; needs a Qt application for its fonts.

    Args:
        make: lays the chart out.
        caption: what stands around it.
        study: is attached, so that the file opens again.
        day: that the file carries.
        size: of the whole; it grows where the chart needs more.
    """
    if QGuiApplication.instance() is None:
        raise RuntimeError("fonts need an application")
    painting = ScenePainter(LIGHT, QFont())
    scene = captioned(make, caption, size, painting.faces)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(caption.title)
    writer.setCreator("Location Advisor")
    writer.setResolution(DOTS)
    page = QSizeF(scene.size.width, scene.size.height) * (_POINTS / PIXELS)
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    painter = QPainter(writer)
    painter.scale(DOTS / PIXELS, DOTS / PIXELS)
    painting.paint(painter, scene)
    painter.end()
    buffer.close()
    return pdf_with_study(bytes(buffer.data().data()), study, caption.title, day)
