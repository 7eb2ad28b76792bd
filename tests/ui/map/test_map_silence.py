"""The map's page tries every way out that is known, and a listener on this machine hears nothing."""

# The ways out are lines of JavaScript, which would not be clearer in pieces.
# ruff: noqa: E501

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from pytestqt.qtbot import QtBot

from advisor import paths
from advisor.datapack.geometry_file import GeometryFile
from advisor.ui.map.map_view import MapView
from advisor.ui.map.network_guard import NetworkGuard
from advisor.views.map.map_figure import MapPicture

# Silence can only be shown for a time; what gets out takes a few milliseconds.
LISTEN_MS = 1_200


class Listener:
    """Waits for connections and datagrams on one port of this machine."""

    def __init__(self) -> None:
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._tcp.getsockname()[1]
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", self.port))
        for one in (self._tcp, self._udp):
            one.setblocking(False)

    def heard(self) -> list[str]:
        """What has come since the last time, as the beginning of each message."""
        found = []
        try:
            while True:
                connection, _address = self._tcp.accept()
                connection.settimeout(0.2)
                try:
                    found.append("tcp " + connection.recv(80).decode("latin-1"))
                except TimeoutError:
                    found.append("tcp without a word")
                connection.close()
        except BlockingIOError:
            pass
        try:
            while True:
                found.append(f"udp {self._udp.recv(80)!r}")
        except BlockingIOError:
            pass
        return found

    def close(self) -> None:
        self._tcp.close()
        self._udp.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


@pytest.fixture(scope="module")
def view(qapp: object) -> Iterator[MapView]:
    made = MapView(GeometryFile(paths.DEFAULT_PACK, "countries.geojson"))
    made.resize(600, 400)
    made.show()
    loop = QEventLoop()
    made.picture_painted.connect(lambda _sequence: loop.quit())
    QTimer.singleShot(20_000, loop.quit)
    made.show_picture(
        MapPicture(
            ids=("POL",),
            values=(72.0,),
            statuses=("ranked",),
            low=30.0,
            high=80.0,
            label="Score",
            unit="0-100",
            ticks=("30", "55", "80"),
            home="GBR",
            points={},
            cards={},
        )
    )
    loop.exec()
    assert made.is_ready
    yield made
    made.shutdown()


def run(view: MapView, code: str) -> Any:
    """What a function body of the page returns."""
    answers: list[Any] = []
    loop = QEventLoop()

    def take(answer: Any) -> None:
        answers.append(answer)
        loop.quit()

    view.web_view().page().runJavaScript(f"(() => {{ {code} }})()", take)
    QTimer.singleShot(10_000, loop.quit)
    if not answers:
        loop.exec()
    assert answers, code
    return answers[0]


_ELEMENT = (
    "const make = (tag, values) => {{ const e = document.createElement(tag); Object.assign(e, values);"
    " document.head.append(e); return e; }};"
)
WAYS = {
    "fetch": "fetch('http://{at}/fetch', {{mode: 'no-cors'}}).catch(() => 0);",
    "request": "const x = new XMLHttpRequest(); x.open('GET', 'http://{at}/xhr'); x.send();",
    "socket": "new WebSocket('ws://{at}/');",
    "events": "new EventSource('http://{at}/');",
    "beacon": "navigator.sendBeacon('http://{at}/', 'x');",
    "transport": "new WebTransport('https://{at}/');",
    "picture": "new Image().src = 'http://{at}/x.png';",
    "script": _ELEMENT + "make('script', {{src: 'http://{at}/x.js'}});",
    "style": _ELEMENT + "make('link', {{rel: 'stylesheet', href: 'http://{at}/x.css'}});",
    "rule": _ELEMENT
    + "make('style', {{textContent: '@import \"http://{at}/x\"; body {{ background: url(http://{at}/y) }}'}});",
    "frame": _ELEMENT
    + "make('iframe', {{src: 'http://{at}/'}}); document.body.append(make('iframe', {{src: 'http://{at}/'}}));",
    "object": "const o = document.createElement('object'); o.data = 'http://{at}/'; document.body.append(o);",
    "video": "const v = document.createElement('video'); v.src = 'http://{at}/'; document.body.append(v); v.load();",
    "prefetch": _ELEMENT + "make('link', {{rel: 'prefetch', href: 'http://{at}/p'}});",
    "preload": _ELEMENT + "make('link', {{rel: 'preload', as: 'image', href: 'http://{at}/p'}});",
    "preconnect": _ELEMENT + "make('link', {{rel: 'preconnect', href: 'http://{at}'}});",
    "names": _ELEMENT + "make('link', {{rel: 'dns-prefetch', href: '//{at}'}});",
    "speculation": _ELEMENT
    + "make('script', {{type: 'speculationrules', textContent: '{{\"prefetch\":[{{\"urls\":[\"http://{at}/s\"]}}]}}'}});",
    "form": "const f = document.createElement('form'); f.action = 'http://{at}/'; f.method = 'post';"
    " document.body.append(f); f.submit();",
    "window": "window.open('http://{at}/');",
    "link": "const a = document.createElement('a'); a.href = 'http://{at}/'; a.ping = 'http://{at}/ping';"
    " document.body.append(a); a.click();",
    "address": "location.href = 'http://{at}/';",
    "refresh": _ELEMENT + "make('meta', {{httpEquiv: 'refresh', content: '0; url=http://{at}/'}});",
    "worker": "new Worker(URL.createObjectURL(new Blob([\"importScripts('http://{at}/w.js')\"])));",
    "calls": "const c = new RTCPeerConnection({{iceServers: [{{urls: 'stun:{at}'}}, {{urls: 'turn:{at}?transport=tcp',"
    " username: 'u', credential: 'c'}}]}}); c.createDataChannel('x'); c.createOffer().then(o => c.setLocalDescription(o));",
}


def test_that_no_way_out_is_heard(view: MapView, listener: Listener, qtbot: QtBot) -> None:
    before = run(view, "return document.title + location.href;")
    for way, code in WAYS.items():
        run(
            view,
            f"try {{ {code.format(at=f'127.0.0.1:{listener.port}')} }} catch (error) {{}} return '{way}';",
        )
    qtbot.wait(LISTEN_MS)
    assert listener.heard() == []
    assert run(view, "return document.title + location.href;") == before
    assert view.requests_blocked() == ()  # nothing came as far as the guard


def test_that_a_request_to_the_network_is_refused_and_recorded(view: MapView, qtbot: QtBot) -> None:
    run(view, "new Image().src = 'https://example.org/x.png';")
    qtbot.waitUntil(lambda: any("example.org" in one for one in view.page_errors()), timeout=20_000)
    assert view.requests_blocked() == ()  # the page's policy comes before the guard


def test_that_the_guard_blocks_and_names_what_no_policy_stops(
    qapp: object, listener: Listener, qtbot: QtBot
) -> None:
    profile = QWebEngineProfile()
    guard = NetworkGuard()
    profile.setUrlRequestInterceptor(guard)
    page = QWebEnginePage(profile)
    address = f"http://127.0.0.1:{listener.port}/x.png"
    try:
        with qtbot.waitSignal(page.loadFinished, timeout=20_000):
            page.setHtml(f"<img src='{address}'>")
        assert guard.blocked == (address,)
        assert listener.heard() == []
    finally:
        page.deleteLater()
        QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        profile.deleteLater()


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "{own}", "advisor://map/../../../etc/hostname", "advisor://x/map.css"]
)
def test_that_no_file_of_this_machine_can_be_read(view: MapView, qtbot: QtBot, url: str) -> None:
    own = Path(paths.RESOURCES / "map" / "map.css").as_uri()
    address = json.dumps(url.format(own=own))
    run(
        view,
        f"window.got = {{}}; fetch({address}).then(r => r.text()).then(x => got.fetch = x).catch(() => got.fetch = '');"
        f"const x = new XMLHttpRequest(); x.onloadend = () => got.request = x.responseText;"
        f"try {{ x.open('GET', {address}); x.send(); }} catch (error) {{ got.request = ''; }}"
        f"const f = document.createElement('iframe'); f.src = {address}; document.body.append(f); return 1;",
    )
    qtbot.waitUntil(lambda: run(view, "return Object.keys(got).length;") == 2)
    assert json.loads(run(view, "return JSON.stringify(got);")) == {"fetch": "", "request": ""}
    code = "try { return frames[frames.length - 1].document.body.textContent; } catch (error) { return ''; }"
    assert not run(view, code)


def test_that_code_in_texts_is_not_run(view: MapView) -> None:
    hostile = "<img src=x onerror='window.pwned = 1'><script>window.pwned = 1</script>"
    for way in (
        f"document.getElementById('legend-label').innerHTML = {json.dumps(hostile)};",
        "const s = document.createElement('script'); s.textContent = 'window.pwned = 1'; document.head.append(s);",
        "try { eval('window.pwned = 1'); } catch (error) {}",
        "try { new Function('window.pwned = 1')(); } catch (error) {}",
        "try { setTimeout('window.pwned = 1', 0); } catch (error) {}",
        "location.href = 'javascript:window.pwned = 1';",
    ):
        run(view, f"{way} return 1;")
    assert run(view, "return String(window.pwned);") == "undefined"


def test_that_what_drawing_does_not_need_is_off(view: MapView) -> None:
    settings, attribute = view.web_view().page().settings(), QWebEngineSettings.WebAttribute
    for one in (
        attribute.LocalContentCanAccessRemoteUrls,
        attribute.LocalContentCanAccessFileUrls,
        attribute.JavascriptCanOpenWindows,
        attribute.DnsPrefetchEnabled,
        attribute.PluginsEnabled,
    ):
        assert not settings.testAttribute(one), one
    assert settings.testAttribute(attribute.WebRTCPublicInterfacesOnly)
