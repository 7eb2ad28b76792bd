"""A chart that can be copied, as a picture and as numbers."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import QMenu, QWidget

from advisor.ui.charts.scene_painter import ScenePainter
from advisor.views.captions import Caption
from advisor.views.scene.box import Size
from advisor.views.scene.captioned import captioned
from advisor.views.scene.scene import Scene, SceneMaker, empty_scene
from advisor.words.translation import t

_PICTURE_SIZE = QSize(900, 420)
_DOTS, _PIXELS = 300, 96  # of a picture, and of a screen, an inch
_INCH = 0.0254  # metres


@runtime_checkable
class SavesCharts(Protocol):
    """A window that can write charts to files: it knows what they belong to."""

    def caption_of(self, name: str) -> Caption:
        """What stands around a picture of a chart."""

    def ask_save_chart(self, name: str, make: SceneMaker) -> None:
        """Ask where to, and write a chart there with its caption."""


class CopiedScene(QWidget):
    """What copying has to know of a chart; ``SceneView`` shows it.

    Args:
        name: what the chart is called.

    Signals:
        copied: what was copied, for a message.
    """

    copied = Signal(str)
    _painter: ScenePainter

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._make: SceneMaker = lambda size, measure: empty_scene(size, measure, "")
        self.copy_picture_action = self._action(t("Copy as a picture"), "Ctrl+Shift+C", self.copy_picture)
        self.copy_numbers_action = self._action(
            t("Copy as numbers"), QKeySequence.StandardKey.Copy, self.copy_numbers
        )
        self.save_picture_action = self._action(t("Save as a picture…"), "Ctrl+Alt+S", self.save_picture)

    @property
    def scene(self) -> Scene:
        """What is shown."""
        raise NotImplementedError

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw, or nothing yet."""
        return self.scene.is_empty or not self.scene.sentence

    def sentence(self) -> str:
        """What the chart shows, in a sentence."""
        return self.scene.sentence

    def table(self) -> str:
        """The chart's numbers, tabs between cells."""
        return self.scene.table

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(QPoint()))

    def menu(self) -> QMenu:
        """What can be done with the chart."""
        menu = QMenu(self)
        menu.addActions([self.copy_picture_action, self.copy_numbers_action])
        if isinstance(self.window(), SavesCharts):
            menu.addAction(self.save_picture_action)
        for action in menu.actions():
            action.setEnabled(not self.is_empty)
        return menu

    @property
    def maker(self) -> SceneMaker:
        """What lays the chart out, for any size."""
        return self._make

    def picture(self) -> QImage:
        """The chart with its sentence at 300 dots an inch, and with its caption where the window has one."""
        wanted = self.size().expandedTo(_PICTURE_SIZE)
        size = Size(float(wanted.width()), float(wanted.height()))
        faces, window = self._painter.faces, self.window()
        if isinstance(window, SavesCharts):
            scene = captioned(self._make, window.caption_of(self.name), size, faces)
        else:
            scene = self._make(size, faces)
        ratio = _DOTS / _PIXELS
        image = QImage(
            round(scene.size.width * ratio), round(scene.size.height * ratio), QImage.Format.Format_RGB32
        )
        image.setDevicePixelRatio(ratio)
        image.fill(self._painter.look.panel)
        painter = QPainter(image)
        self._painter.paint(painter, scene)
        painter.end()
        for say in (image.setDotsPerMeterX, image.setDotsPerMeterY):
            say(round(_DOTS / _INCH))
        return image

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        if not self.is_empty:
            QGuiApplication.clipboard().setImage(self.picture())
            self.copied.emit(t("{chart} is on the clipboard as a picture.", chart=self.name))

    def copy_numbers(self) -> None:
        """Put the chart's numbers on the clipboard, to paste into a spreadsheet."""
        if not self.is_empty:
            QGuiApplication.clipboard().setText(self.table())
            self.copied.emit(t("{chart} is on the clipboard as a table.", chart=self.name))

    def save_picture(self) -> None:
        """Let the window ask where to, and write the chart with its caption."""
        window = self.window()
        if not self.is_empty and isinstance(window, SavesCharts):
            window.ask_save_chart(self.name, self.maker)

    def _action(self, text: str, keys: QKeySequence.StandardKey | str, do: object) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.addAction(action)
        return action
