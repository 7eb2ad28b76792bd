"""The map as a widget: a local page drawn by Plotly, kept up to date without ever piling up work.

State goes one way: Python holds what is to be shown, the page draws it and reports when the frame is on
the screen. While a frame is under way newer pictures replace each other, so a slider can be dragged as
fast as one likes and the map always ends on the last value.
"""

from __future__ import annotations

import json
import logging
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QShowEvent
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor.app.workers.worker import Worker
from advisor.datapack.problems import PackError
from advisor.ui.map.map_access import MapNode
from advisor.ui.map.map_bridge import MapBridge, MapPage
from advisor.ui.map.map_saving import PictureSaver
from advisor.ui.map.map_texts import DRAWS_TOO_LONG, NOT_DRAWN, NOT_YET_DRAWN, SAME_IN_RANKING
from advisor.ui.map.network_guard import NetworkGuard, restrict
from advisor.ui.map.page_files import PAGE, SCHEME, PageFiles
from advisor.ui.map.webengine_setup import prepare_webengine
from advisor.ui.widgets.announcing import announce
from advisor.ui.widgets.painted_parts import offer_node
from advisor.views.look.theme import LOOKS, LookName
from advisor.views.map import map_figure
from advisor.views.map.spoken_map import places_in_order, spoken_place
from advisor.words.translation import marked, t, tc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from advisor.datapack.geometry_file import GeometryFile
    from advisor.views.captions import Caption
    from advisor.views.map.map_figure import HoverCard, HubPoint, MapPicture

_log = logging.getLogger(__name__)
_MOST_RELOADS = 3
_PATIENCE_MS = 10_000  # a busy machine is no failure


class MapView(QWidget):
    """The interactive map.

    Args:
        geometry: the polygons of the pack; they are checked and written again before the page gets them.
        theme: ``"light"`` or ``"dark"``.
        parent: Qt parent.
        patience_ms: how long the page may take to draw, once it has loaded, before ``failed`` says so.

    Attributes:
        location_clicked: Id of the clicked location; ``""`` when Escape gives up the selection.
        location_hovered: Id under the pointer, or that the keyboard has come to, ``""`` when there is none.
        map_ready: The first frame is on the screen.
        failed: Message why the map is not drawn; at once where the page says so, else when patience ends.
        picture_painted: Sequence number (from ``show_picture``) of the picture now on the screen.
        picture_saved: Path of a picture written by ``save_picture``.
        picture_copied: A picture is on the clipboard, from ``copy_picture``.
        saving_failed: Message why a picture could not be written.
    """

    location_clicked = Signal(str)
    location_hovered = Signal(str)
    map_ready = Signal()
    failed = Signal(str)
    picture_painted = Signal(int)
    picture_saved = Signal(str)
    picture_copied = Signal()
    saving_failed = Signal(str)

    def __init__(
        self,
        geometry: GeometryFile,
        *,
        theme: LookName = "light",
        parent: QWidget | None = None,
        patience_ms: int = _PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        prepare_webengine()  # without it Chromium ends the process silently where it may not sandbox
        self._geometry = geometry
        self._theme: LookName = theme
        self._picture: MapPicture | None = None
        self._sent: MapPicture | None = None
        self._listed: tuple[str, ...] | None = None
        self._selected: str | None = None
        self._hovered: str | None = None
        self._hubs: tuple[HubPoint, ...] = ()
        self._names: tuple[tuple[str, str], ...] = ()
        self._text_scale = 1.0
        self._sequence = 0
        self._in_flight: int | None = None
        self._waiting = False
        self._loaded = self._ready = self._closed = False
        self._reloads = 0

        self._profile = QWebEngineProfile()  # off the record: nothing is written to disk
        self._guard = NetworkGuard(self)
        self._profile.setUrlRequestInterceptor(self._guard)
        self._files = PageFiles(self)
        self._profile.installUrlSchemeHandler(QByteArray(SCHEME.encode()), self._files)
        self._page = MapPage(self._profile, PAGE, self)
        restrict(self._page)
        self._bridge = MapBridge(self)
        self._channel = QWebChannel(self)
        self._channel.registerObject("bridge", self._bridge)
        self._page.setWebChannel(self._channel)
        self._page.renderProcessTerminated.connect(self._on_page_died)
        self._page.failed.connect(self._on_page_error)
        self._page.loadFinished.connect(self._on_load_finished)
        self._patience = self._made_patience(patience_ms)
        self._view = QWebEngineView(self)
        self._view.setAcceptDrops(False)  # a file dropped here is for the window
        self._view.setPage(self._page)
        self._reader = self._made_reader()
        self._saver = PictureSaver(self._page, self._bridge, self)
        self._saver.saved.connect(self.picture_saved)
        self._saver.copied.connect(self.picture_copied)
        self._saver.failed.connect(self.saving_failed)
        self._dress_widget()
        offer_node(self, partial(MapNode, self))
        self._bridge.ready.connect(self._on_page_ready)
        self._bridge.frame_painted.connect(self._on_painted)
        self._bridge.location_clicked.connect(self.location_clicked)
        self._bridge.location_hovered.connect(self._on_hovered)
        self._bridge.location_walked.connect(self._on_walked)
        # Children are deleted in the order in which they came, and the page must go before its profile.
        self._profile.setParent(self)
        self._load()

    def _dress_widget(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self._name_map()
        self._paint_background()

    def _name_map(self) -> None:
        """Say what it is coloured by."""
        for widget in (self, self._view):
            widget.setAccessibleName(map_figure.spoken_name(self._picture))
            widget.setAccessibleDescription(marked(SAME_IN_RANKING))

    def _load(self) -> None:
        self._page.load(PAGE)

    # What is shown -----------------------------------------------------------------------------------

    @property
    def is_ready(self) -> bool:
        """Whether the first frame is on the screen."""
        return self._ready

    @property
    def theme(self) -> LookName:
        """The theme the map is drawn in."""
        return self._theme

    def listed_places(self) -> Sequence[str]:
        """Ids of all places that are shown, the best first, for who hears the map."""
        if self._listed is None:
            self._listed = places_in_order(self._picture)
        return self._listed

    def card_of(self, location_id: str) -> HoverCard | None:
        """What the map says of a place, None where it shows no such place."""
        return self._picture.cards.get(location_id) if self._picture else None

    def is_selected(self, location_id: str) -> bool:
        """Whether a place is outlined as the selected one."""
        return bool(location_id) and location_id == self._selected

    def web_view(self) -> QWebEngineView:
        """The inner view; tests click its ``focusProxy()``."""
        return self._view

    def show_picture(self, picture: MapPicture) -> int:
        """Show a picture as soon as the map can; a later call before that replaces it.

        Returns:
            Its sequence number; ``picture_painted`` reports it (or a later one) when it can be seen.
        """
        self._picture, self._listed = picture, None
        self._name_map()
        self._sequence += 1
        self._waiting = True
        self._send_picture()
        return self._sequence

    def paint_again(self) -> int:
        """Paint the same picture once more; returns the number by which ``picture_painted`` reports it."""
        return self._sequence if self._picture is None else self.show_picture(self._picture)

    def set_geometry(self, geometry: GeometryFile) -> None:
        """Draw other polygons, for another data pack."""
        if geometry != self._geometry:
            self._geometry = geometry
            if self._loaded:
                self._start()

    def set_selected(self, location_id: str | None) -> None:
        """Outline a location and draw the line from home to it; ``None`` for none."""
        if location_id != self._selected:
            self._selected = location_id
            self._call("select", location_id)

    def set_hovered(self, location_id: str | None) -> None:
        """Outline a location lightly, without a card, because it is hovered elsewhere."""
        if location_id != self._hovered:
            self._hovered = location_id
            self._call("hover", location_id)

    def set_hubs(self, hubs: Sequence[HubPoint]) -> None:
        """Delivery hubs: those of the selected location are shown, and all of them when zoomed in."""
        if tuple(hubs) != self._hubs:
            self._hubs = tuple(hubs)
            self._call("setHubs", map_figure.hubs_payload(self._hubs))

    def set_names(self, names: Sequence[tuple[str, str]]) -> None:
        """Texts that stand beside their places, for a room: ids with what is written, the first the safest.

        One that has no room without covering another or another's place is left out.
        """
        if tuple(names) != self._names:
            self._names = tuple(names)
            self._call("setNames", self._names)

    def set_theme(self, theme: LookName) -> None:
        """Change between light and dark."""
        if theme != self._theme:
            self._theme = theme
            self._paint_background()
            self._call("setTheme", map_figure.theme_payload(theme))

    def set_text_scale(self, factor: float) -> None:
        """Larger type and marks for a room, e.g. 1.4; 1.0 is the usual size."""
        if factor != self._text_scale:
            self._text_scale = factor
            self._call("setTextScale", factor)

    def zoom_in(self) -> None:
        """Closer by half."""
        self._call("zoomIn")

    def zoom_out(self) -> None:
        """The opposite of ``zoom_in``."""
        self._call("zoomOut")

    def reset_view(self) -> None:
        """Back to the whole world."""
        self._call("resetView")

    def copy_picture(self, caption: Caption | None = None) -> None:
        """Put the map with its legend on the clipboard; ``picture_copied`` or ``saving_failed`` follows."""
        if self._ready:
            self._saver.copy(caption)
        else:
            self.saving_failed.emit(marked(NOT_YET_DRAWN))

    def save_picture(self, path: Path, caption: Caption | None = None) -> None:
        """Write the map with its legend as ``.png`` (300 dots an inch), ``.svg`` or ``.pdf``.

        It is made in the page: ``picture_saved`` or ``saving_failed`` tells how it ended.

        Args:
            path: its suffix names the format.
            caption: texts above and below; None for the bare map.
        """
        if self._ready:
            self._saver.save(path, caption)
        else:
            self.saving_failed.emit(marked(NOT_YET_DRAWN))

    def requests_blocked(self) -> tuple[str, ...]:
        """Network addresses the page asked for in vain; must stay empty."""
        return self._guard.blocked

    def page_errors(self) -> tuple[str, ...]:
        """JavaScript errors of the page; must stay empty."""
        return self._page.errors

    # Conversation with the page ----------------------------------------------------------------------

    def _call(self, function: str, *arguments: Any) -> None:
        """Call a function of the page; before the page is there, ``_start`` will send the state."""
        if self._loaded and not self._closed:
            texts = ", ".join(json.dumps(argument, separators=(",", ":")) for argument in arguments)
            self._page.runJavaScript(f"advisorMap.{function}({texts}); null")

    def _on_page_ready(self) -> None:
        self._loaded = True
        self._start()

    def _start(self) -> None:
        state = {
            "theme": map_figure.theme_payload(self._theme),
            "labels": self._labels(),
            "picture": map_figure.full_payload(self._picture) if self._picture else None,
            "selected": self._selected,
            "hubs": map_figure.hubs_payload(self._hubs),
            "names": self._names,
            "sequence": self._sequence,
            "text_scale": self._text_scale,
        }
        self._sent = self._picture
        self._waiting = False
        self._in_flight = self._sequence
        text = json.dumps(state, separators=(",", ":"))
        if self._geometry.is_large:
            self._patience.stop()  # it is the file that takes its time, not the page
            geometry = self._geometry
            self._reader.start(lambda _state: (text, geometry.page_text()))
            return
        try:
            self._draw((text, self._geometry.page_text()))
        except PackError as error:
            self._on_unreadable(error)

    def _made_reader(self) -> Worker:
        reader = Worker("polygons", self)
        reader.done.connect(self._draw)
        reader.failed.connect(self._on_unreadable)
        return reader

    def _made_patience(self, milliseconds: int) -> QTimer:
        patience = QTimer(self)
        patience.setSingleShot(True)
        patience.setInterval(milliseconds)
        patience.timeout.connect(lambda: self._fail(marked(DRAWS_TOO_LONG)))
        return patience

    def _draw(self, parts: tuple[str, str]) -> None:
        """Hand the page everything that it starts from: its state, and the polygons."""
        state, polygons = parts
        if self._geometry.is_large:
            self._patience.start()
        self._page.runJavaScript(f"advisorMap.start({{...{state}, geometry: {polygons}}}); null")

    def _on_unreadable(self, error: Exception) -> None:
        self.failed.emit(str(error))

    def _send_picture(self) -> None:
        picture = self._picture
        if picture is None or not self._loaded or self._in_flight is not None or self._closed:
            return
        full = map_figure.needs_full(self._sent, picture)
        payload = map_figure.full_payload(picture) if full else map_figure.update_payload(picture)
        if self._hovered and (card := picture.cards.get(self._hovered)):
            payload["card"] = {"id": self._hovered, "card": map_figure.card_payload(card)}
        self._sent = picture
        self._waiting = False
        self._in_flight = self._sequence
        self._call("show" if full else "update", payload, self._sequence)

    def _on_painted(self, sequence: int) -> None:
        if self._closed:
            return
        self._in_flight = None
        self._patience.stop()
        if not self._ready:
            self._ready = True
            if self.hasFocus():
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.map_ready.emit()
        self.picture_painted.emit(sequence)
        if self._waiting:
            self._send_picture()

    def _on_hovered(self, location_id: str) -> None:
        self._hovered = location_id or None
        if location_id and self._picture and (card := self._picture.cards.get(location_id)):
            self._call("card", location_id, map_figure.card_payload(card))
        self.location_hovered.emit(location_id)

    def _on_walked(self, location_id: str) -> None:
        """As if the pointer were there; who hears the map is told what the card says."""
        self._on_hovered(location_id)
        card = self.card_of(location_id)
        if card is not None:
            announce(self, spoken_place(card))

    def _on_page_died(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        if self._closed:
            return
        _log.error("The map's page ended by itself (%s, code %d); loading it again.", status.name, code)
        self._loaded = False
        self._in_flight = None
        self._reloads += 1
        if self._reloads <= _MOST_RELOADS:
            self._load()
        else:
            self._fail(t("its process has ended {count} times", count=self._reloads))

    def _on_load_finished(self, loaded: bool) -> None:
        if self._ready or self._closed:
            return
        if loaded:
            self._patience.start()
        else:
            self._fail(t("its page could not be loaded"))

    def _on_page_error(self, message: str) -> None:
        """An error before the first frame is the reason why there will be none."""
        if not self._ready:
            self._fail(message)

    def _fail(self, cause: str) -> None:
        self._patience.stop()
        if not self._closed:
            _log.error("The map is not drawn: %s", cause)
            self.failed.emit(marked(NOT_DRAWN, cause=cause))

    def _paint_background(self) -> None:
        """The sea's colour until the first frame is there: no white flash."""
        if not self._closed:
            self._page.setBackgroundColor(QColor(LOOKS[self._theme].map.sea))

    def _labels(self) -> dict[str, str]:
        return {
            "home": t("Home"),
            "chosen": t("Chosen"),
            "flagged": tc("key of the map", "Flagged"),
            "excluded": t("Excluded"),
            "insufficient": t("Too little data"),
            "unknown": t("Unknown"),
            "strongest": t("Strongest"),
            "weakest": t("Weakest"),
            "no_location": t("Not in this data pack"),
            "zoom_in": t("Zoom in (+)"),
            "zoom_out": t("Zoom out (-)"),
            "reset": t("Whole world (0)"),
        }

    # Life --------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go to the page, once there is one: Qt may crash where it is given them while it starts."""
        super().focusInEvent(event)
        if self._ready and not self._closed:
            self._view.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """A hidden page has no frames: send what has waited."""
        super().showEvent(event)
        if self._waiting:
            self._send_picture()

    def shutdown(self) -> None:
        """Let go of the page and its profile in the order Qt WebEngine wants; safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._patience.stop()
        self._reader.cancel()
        self._saver.shutdown()
        nothing = cast("Any", None)  # Qt's stubs do not know that a null pointer is allowed here
        self._page.setWebChannel(nothing)
        self._view.setPage(nothing)
        self._view.deleteLater()
        # The profile may go only after its last page, so the page's end is not left to the event loop.
        self._page.deleteLater()
        QCoreApplication.sendPostedEvents(self._page, QEvent.Type.DeferredDelete)
        self._profile.deleteLater()
