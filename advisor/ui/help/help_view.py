"""The help: pages with contents, search, and a way back; read from the files that came with the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QByteArray, QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QResizeEvent, QTextDocument
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from advisor.ui.charts.scene_painter import ScenePainter
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.widgets.announcing import announce
from advisor.ui.widgets.small_widgets import offer_clearing
from advisor.views.help.help_pages import CONTENTS, PICTURES, Place, help_page, help_pages
from advisor.views.help.help_search import search
from advisor.views.help.help_texts import page_style, results_html
from advisor.views.scene.box import Size
from advisor.views.scene.scene import SceneMaker
from advisor.words.plain_text import as_typed
from advisor.words.translation import t

_SEARCH = "search:"
_MARGIN = 20
_SCROLLBAR = 16


class Drawn(Protocol):
    """A chart, laid out for a size."""

    @property
    def scene(self) -> SceneMaker:
        """Makes its marks."""

    @property
    def size(self) -> Size:
        """The size."""


#: A chart by the name of its file; None where it cannot be drawn.
Draw = Callable[[str], Drawn | None]


class HelpView(QWidget):
    """One page at a time, with a field that finds and buttons that go back and forward.

    Args:
        draw: makes charts in the language and look in force; pictures that it does not know are files.

    Attributes:
        draw: the same.
    """

    def __init__(self, draw: Draw = lambda _name: None) -> None:
        super().__init__()
        self.draw = draw
        self._past: list[str] = []
        self._future: list[str] = []
        self._here = ""
        self.pages = _Pages(self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(t("Search the help"))
        self.field.setAccessibleName(t("Search the help"))
        offer_clearing(self.field)
        self.field.textEdited.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.contents_button = self._button("", t("Contents"), "Alt+Home", lambda: self.open(CONTENTS))
        self.back_button = self._button("chevron-left", t("Back"), "Alt+Left", self.back)
        self.forward_button = self._button("chevron-right", t("Forward"), "Alt+Right", self.forward)
        row = QHBoxLayout()
        row.setContentsMargins(_MARGIN - 6, 0, _MARGIN, 8)
        row.setSpacing(2)
        for button in (self.contents_button, self.back_button, self.forward_button):
            row.addWidget(button)
        row.addSpacing(6)
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        self.setFocusProxy(self.pages)
        follow_look(self._dress)

    # Places ------------------------------------------------------------------------------------------

    @property
    def place(self) -> str:
        """The page that is shown, and perhaps a place in it: ``compare#what-if``."""
        return self._here

    @property
    def text(self) -> str:
        """What is shown, without markup."""
        return self.pages.toPlainText()

    def open(self, place: str) -> None:
        """Show a page, or a place in one; the present page can be gone back to.

        Raises:
            KeyError: there is no such page.
        """
        if place == self._here:
            return
        if self._here:
            self._past.append(self._here)
        self._future.clear()
        self._show(place)

    def back(self) -> None:
        """To the page before."""
        if self._past:
            self._future.append(self._here)
            self._show(self._past.pop())

    def forward(self) -> None:
        """To the page that was gone back from."""
        if self._future:
            self._past.append(self._here)
            self._show(self._future.pop())

    def look_for(self, typed: str) -> None:
        """List what the help says about some words."""
        self.field.setText(typed)
        self._on_typed(typed)

    def _show(self, place: str) -> None:
        if place.startswith(_SEARCH):
            typed = place.removeprefix(_SEARCH)
            html, title = results_html(typed, search(help_pages(), typed)), ""
            self.field.setText(typed)
        else:
            page = help_page(Place.of(place).page)
            html, title = page.html, page.title
            self.field.clear()
        self._here = place
        self.pages.show_html(html, Place.of(place).anchor)
        self.back_button.setEnabled(bool(self._past))
        self.forward_button.setEnabled(bool(self._future))
        if title:
            self.pages.setAccessibleName(title)
            announce(self.pages, title)

    def _on_typed(self, typed: str) -> None:
        """Every letter narrows what was found; an empty field goes back to what was read before."""
        searching = self._here.startswith(_SEARCH)
        if not typed.strip():
            if searching:
                self.back()
            return
        if searching:
            self._show(_SEARCH + typed)
        else:
            self.open(_SEARCH + typed)

    # Keys --------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the first of what was found, arrow down to the list."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                found = search(help_pages(), self.field.text())
                if found:
                    self.open(str(found[0].place))
                    self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Down:
                self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
                self.pages.focusNextPrevChild(True)
                return True
        return super().eventFilter(watched, event)

    def picture(self, name: str, width: float) -> QImage:
        """A picture of a page, drawn for a width in points.

        Args:
            name: of its file.
            width: of the page.
        """
        stem, _, suffix = name.rpartition(".")
        ratio = self.devicePixelRatioF()
        drawn = self.draw(stem) if suffix == "svg" else None
        if drawn is not None:
            painter = ScenePainter(look_in_force(), self.font())
            scene = drawn.scene(drawn.size, painter.faces)
            size = QSizeF(drawn.size.width, drawn.size.height)
            return _drawing(size, width, ratio, lambda brush: painter.paint(brush, scene))
        content = (PICTURES / name).read_bytes()
        if suffix == "svg":
            renderer = QSvgRenderer(QByteArray(content))
            size = QSizeF(renderer.defaultSize())
            return _drawing(size, width, ratio, lambda brush: renderer.render(brush, QRectF(QPointF(), size)))
        smooth = Qt.TransformationMode.SmoothTransformation
        image = QImage.fromData(content).scaledToWidth(round(width * ratio), smooth)
        image.setDevicePixelRatio(ratio)
        return image

    def draw_again(self) -> None:
        """Draw the pictures of the page anew: there is more to be drawn than before."""
        self.pages.draw_again()

    def _dress(self) -> None:
        self.pages.document().setDefaultStyleSheet(page_style(look_in_force()))
        if self._here:
            self._show(self._here)

    def _button(self, picture: str, name: str, keys: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        if picture:
            button.setIcon(icon(picture, "text", "line"))
            button.setIconSize(QSize(16, 16))
        else:
            button.setText(name)
        button.setAccessibleName(name)
        button.setToolTip(as_typed(t("{words} ({keys})", words=name, keys=keys)))
        button.setShortcut(keys)
        button.clicked.connect(do)
        return button


def _drawing(size: QSizeF, width: float, ratio: float, draw: Callable[[QPainter], object]) -> QImage:
    """A drawing of a size, as wide as the page."""
    scale = width / max(1.0, size.width())
    image = QImage((size * (scale * ratio)).toSize(), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(look_in_force().panel)
    brush = QPainter(image)
    brush.scale(scale, scale)
    draw(brush)
    brush.end()
    return image


class _Pages(QTextBrowser):
    """Shows one page; links stay within the help, pictures are those of the help."""

    def __init__(self, view: HelpView) -> None:
        super().__init__(view)
        self._view = view
        self._html, self._width = "", 0
        self._pictures: dict[str, QImage] = {}
        self.setObjectName("helpPages")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self.anchorClicked.connect(self._on_link)

    def show_html(self, html: str, anchor: str) -> None:
        """Show a page from a place on."""
        self._html = html
        self._pictures.clear()
        self._width = self._room()
        self.setHtml(f"<body>{html}</body>")
        if anchor:
            self.scrollToAnchor(anchor)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Pictures of the help, and nothing else from anywhere."""
        file = QUrl(name).fileName()
        if kind != QTextDocument.ResourceType.ImageResource.value or not (PICTURES / file).is_file():
            return None
        if file not in self._pictures:
            self._pictures[file] = self._view.picture(file, float(self._width))
        return self._pictures[file]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are as wide as the page."""
        super().resizeEvent(event)
        if self._room() != self._width:
            self.draw_again()

    def draw_again(self) -> None:
        """Draw the pictures anew, and stay at the same place."""
        if self._pictures:
            place = self.verticalScrollBar().value()
            self.show_html(self._html, "")
            self.verticalScrollBar().setValue(place)

    def _room(self) -> int:
        return max(240, self.width() - 2 * _MARGIN - _SCROLLBAR)

    def _on_link(self, link: QUrl) -> None:
        place = Place.of(link.toString(), Place.of(self._view.place).page)
        self._view.open(str(place))
