"""The widget that shows a scene: pointing, walking, dragging, copying, and what a screen reader finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QHelpEvent, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor.ui.charts.scene_painter import ScenePainter
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.ui.widgets import painted_parts
from advisor.views.look.theme import DARK, LIGHT
from advisor.views.scene.box import Box, Size, around
from advisor.views.scene.marks import Bar, Cell, Dot, Handle
from advisor.views.scene.roles import Role
from advisor.views.scene.scene import Scene, SceneMaker, Sheet, empty_scene
from advisor.views.scene.svg import svg_text
from advisor.views.scene.type_styles import Measurer, Style

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
PointAt = Callable[[QWidget, QPoint], None]
Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


def bars(names: str = "abc", *, title: str = "Three bars", handle: float | None = None) -> SceneMaker:
    """A bar a letter, below each other, 100 wide; a handle over 0..1 below them if asked for."""

    def make(size: Size, measure: Measurer) -> Scene:
        sheet = Sheet(size, measure, f"{title}.")
        sheet.opened()
        for at, name in enumerate(names):
            words = f"{title}, bar {name}"
            place = Box(20, 40 + 30 * at, 100, 20)
            sheet.add(Bar(place, key=name, words=words, role=Role.GAIN, values=(float(at),)))
        if handle is not None:
            track = Box(100, 150, 200, 60)
            knob = Box(track.x + 200 * handle - 5, 170, 10, 10)
            sheet.add(
                Handle(knob, track, 0.0, 1.0, handle, 0.01, 0.01, (0.333,), words="Weight", role=Role.ACCENT)
            )
        return sheet.done(
            lambda: "Bar\tValue\n" + "\n".join(f"{name}\t{at}" for at, name in enumerate(names))
        )

    return make


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., SceneView]:
    def one(make: SceneMaker, **options: bool) -> SceneView:
        view = SceneView("Bars", **options)
        qtbot.addWidget(view)
        view.show_scene(make)
        view.resize(480, 260)
        view.show()
        qtbot.waitExposed(view)
        return view

    return one


def middle(view: SceneView, key: str) -> QPoint:
    return QPointF(*view.scene.of(key)[0].area.centre).toPoint()


def test_that_it_says_its_sentence_or_why_it_is_empty(show: Callable[..., SceneView]):
    view = show(bars())
    assert view.accessibleName() == "Bars: Three bars."
    view.show_scene(lambda size, measure: empty_scene(size, measure, "Nothing yet."))
    assert view.accessibleName() == "Bars: Nothing yet."
    assert view.is_empty


def test_that_arrows_home_and_end_walk_and_escape_leaves(show: Callable[..., SceneView]):
    view = show(bars())
    view.setFocus()
    walked = []
    for key in (
        Key.Key_Down,
        Key.Key_Right,
        Key.Key_Right,
        Key.Key_Right,
        Key.Key_Up,
        Key.Key_Home,
        Key.Key_End,
    ):
        QTest.keyClick(view, key)
        walked.append(view.accessibleDescription()[-1])
    assert walked == ["a", "b", "c", "c", "b", "a", "c"]
    QTest.keyClick(view, Key.Key_Escape)
    assert view.current == -1
    assert view.accessibleDescription() == ""
    QTest.keyClick(view, Key.Key_Up)
    assert view.accessibleDescription()[-1] == "c"
    QToolTip.hideText()


def test_that_nothing_is_described_as_it_was_before(show: Callable[..., SceneView]):
    view = show(bars())
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down)
    view.show_scene(bars(title="Another place"))
    assert view.accessibleDescription() == "Another place, bar a"
    view.show_scene(bars("xyz", title="Elsewhere"))
    assert view.accessibleDescription() == ""
    assert view.current == -1
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Escape)
    view.show_scene(bars("xyz", title="Once more"))
    assert view.accessibleDescription() == ""
    QToolTip.hideText()


@pytest.fixture
def low(qtbot: QtBot) -> QScrollArea:
    """A chart that is higher than the area in which it is scrolled, with a button after it."""
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    view, button = SceneView("Bars"), QPushButton("Next")
    view.show_scene(bars("abcdefghijklmnop"))
    view.setMinimumHeight(560)
    column.addWidget(view)
    column.addWidget(button)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.resize(480, 200)
    area.show()
    qtbot.waitExposed(area)
    return area


def test_that_a_mark_that_is_walked_to_comes_into_sight(low: QScrollArea):
    view, bar = low.findChild(SceneView), low.verticalScrollBar()
    view.setFocus()
    for key, name in ((Key.Key_End, "p"), (Key.Key_Home, "a"), (Key.Key_Up, "a"), (Key.Key_End, "p")):
        QTest.keyClick(view, key)
        area = view.scene.of(name)[0].area
        assert bar.value() <= area.y
        assert area.bottom <= bar.value() + low.viewport().height()
    QToolTip.hideText()


@pytest.mark.parametrize("scrolled", [0, 120])
def test_that_a_chart_that_the_keyboard_comes_to_or_leaves_stays_where_it_was(
    low: QScrollArea, scrolled: int
):
    view, button = low.findChild(SceneView), low.findChild(QPushButton)
    button.setFocus()
    low.verticalScrollBar().setValue(scrolled)
    QTest.keyClick(button, Key.Key_Backtab)
    assert view.hasFocus()
    assert low.verticalScrollBar().value() == scrolled
    button.hide()  # or else the keyboard leaves for what has to be scrolled to
    QTest.keyClick(view, Key.Key_Tab)
    assert low.verticalScrollBar().value() == min(scrolled, low.verticalScrollBar().maximum())


def test_that_return_and_a_click_choose(show: Callable[..., SceneView]):
    view = show(bars(), picks=True)
    chosen: list[str] = []
    view.chosen.connect(chosen.append)
    QTest.mouseClick(view, LEFT, pos=middle(view, "b"))
    QTest.mouseClick(view, LEFT, pos=QPoint(400, 20))
    QTest.keyClick(view, Key.Key_Down)
    QTest.keyClick(view, Key.Key_Return)
    assert chosen == ["b", "a"]
    QToolTip.hideText()


def test_that_walking_chooses_at_once_where_it_should_and_starts_at_the_selected(
    show: Callable[..., SceneView],
):
    def make(size: Size, measure: Measurer) -> Scene:
        return replace(bars()(size, measure), marked="b")

    view = show(make, walk_chooses=True)
    chosen: list[str] = []
    removed: list[str] = []
    view.chosen.connect(chosen.append)
    view.removed.connect(removed.append)
    QTest.keyClick(view, Key.Key_Delete)
    QTest.keyClick(view, Key.Key_Down)
    assert (removed, chosen) == (["b"], ["c"])


def test_that_the_pointer_hovers_and_is_told(show: Callable[..., SceneView], point_at: PointAt):
    view = show(bars(), picks=True)
    hovered: list[str] = []
    view.hovered.connect(hovered.append)
    point_at(view, middle(view, "c"))
    point_at(view, middle(view, "c") + QPoint(1, 0))
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert hovered == ["c", ""]


def test_that_names_are_no_markup_in_a_tool_tip(show: Callable[..., SceneView]):
    view = show(bars(title="<b>Bold</b> & so on"))
    place = middle(view, "a")
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place)))
    assert QToolTip.text().startswith("<qt>&lt;b&gt;Bold&lt;/b&gt; &amp; so on")
    QToolTip.hideText()


def test_that_a_handle_is_dragged_and_moved_by_keys_as_one_gesture(show: Callable[..., SceneView]):
    view = show(bars("a", handle=0.5))
    asked: list[float] = []
    gestures: list[str] = []
    view.dragged.connect(asked.append)
    view.gesture_began.connect(lambda: gestures.append("began"))
    view.gesture_ended.connect(lambda: gestures.append("ended"))
    QTest.mousePress(view, LEFT, pos=QPoint(140, 180))
    QTest.mouseMove(view, QPoint(160, 180))
    QTest.mouseMove(view, QPoint(168, 180))  # close to a third
    QTest.mouseMove(view, QPoint(900, 180))
    QTest.mouseRelease(view, LEFT)
    assert asked == [0.2, 0.3, 0.333, 1.0]
    assert gestures == ["began", "ended"]
    QTest.keyClick(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Left, Shift)
    assert asked[-2:] == [0.51, 0.4]
    assert gestures == ["began", "ended"] * 3
    QTest.keyClick(view, Key.Key_Down)
    assert view.accessibleDescription() == "Three bars, bar a"
    QToolTip.hideText()


def test_that_it_is_copied_as_numbers_and_as_a_picture(show: Callable[..., SceneView]):
    view = show(bars())
    told: list[str] = []
    view.copied.connect(told.append)
    view.copy_numbers()
    assert QGuiApplication.clipboard().text() == "Bar\tValue\na\t0\nb\t1\nc\t2"
    view.copy_picture()
    assert QGuiApplication.clipboard().image().width() == 2812
    assert told == ["Bars is on the clipboard as a table.", "Bars is on the clipboard as a picture."]
    view.show_scene(lambda size, measure: empty_scene(size, measure, "Nothing yet."))
    assert not any(action.isEnabled() for action in view.menu().actions())


def test_that_a_screen_reader_finds_the_sentence_and_every_mark(show: Callable[..., SceneView]):
    view = show(bars(handle=0.5))
    chart = QAccessible.queryAccessibleInterface(view)
    assert chart.role() is QAccessible.Role.Chart
    assert chart.text(Name) == "Bars: Three bars."
    assert chart.childCount() == 4
    second = chart.child(1)
    assert second.text(Name) == "Three bars, bar b"
    assert second.text(QAccessible.Text.Value) == "1"
    assert second.role() is QAccessible.Role.Graphic
    assert chart.child(3).role() is QAccessible.Role.Slider
    assert second.rect().size().toTuple() == (100, 20)
    assert second.rect().topLeft() == view.mapToGlobal(QPoint(20, 70))
    corner = view.mapToGlobal(middle(view, "c"))
    assert chart.childAt(corner.x(), corner.y()).text(Name) == "Three bars, bar c"
    assert chart.indexOfChild(second) == 1
    assert chart.child(4) is None
    QTest.keyClick(view, Key.Key_Down)
    assert chart.focusChild().text(Name) == chart.text(Description) == "Three bars, bar a"
    view.show_scene(bars("x", title="Fewer"))
    assert chart.childCount() == 1
    assert chart.child(0).text(Name) == "Fewer, bar x"
    assert not second.isValid()
    QToolTip.hideText()


def test_that_nothing_of_a_chart_stays_when_it_goes(qapp: QApplication):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = len(painted_parts._offered)
    view = SceneView("Bars")
    view.show_scene(bars())
    QAccessible.queryAccessibleInterface(view).child(0)
    assert len(painted_parts._offered) == before + 1
    view.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(painted_parts._offered) == before


def test_that_of_several_dots_the_nearest_is_meant(show: Callable[..., SceneView]):
    def make(size: Size, measure: Measurer) -> Scene:
        sheet = Sheet(size, measure, "Dots.")
        for x in (100.0, 106.0):
            reach = Box(x - 8, 92, 16, 16)
            sheet.add(Dot(x, 100.0, 3.0, key=f"{x:g}", words=f"at {x:g}", reach=reach))
        return sheet.done(str)

    view = show(make)
    assert view.words_at(QPointF(101, 100)) == "at 100"
    assert view.words_at(QPointF(105, 100)) == "at 106"
    assert view.words_at(QPointF(300, 100)) == ""


def test_that_colours_follow_the_look(show: Callable[..., SceneView]):
    view = show(bars())
    inside = middle(view, "a")

    def colour() -> str:
        return view.grab().toImage().pixelColor(inside).name().upper()

    assert colour() == "#4C8FD6"
    put_in_force(DARK)
    finish_dressing()
    assert colour() == "#8FC0F5"


def test_that_what_is_pinned_stays_in_sight(qapp: QApplication):
    def make(size: Size, measure: Measurer) -> Scene:
        sheet = Sheet(size, measure, "")
        pinned = (Cell(Box(0, 10, 50, 10), role=Role.LOSS),)
        return sheet.done(str, pinned=pinned, pinned_top=10.0)

    painter_of = ScenePainter(LIGHT, qapp.font())
    for scrolled, top in ((0.0, 10), (5.0, 10), (40.0, 40)):
        image = QImage(60, 80, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter_of.paint(painter, make(Size(60, 80), painter_of.faces), scrolled)
        painter.end()
        drawn = [y for y in range(80) if image.pixelColor(25, y).name() != "#ffffff"]
        assert (drawn[0], drawn[-1]) == (top, top + 9)


def test_that_the_picture_on_screen_and_the_svg_are_the_same_drawing(qapp: QApplication):
    painter_of = ScenePainter(LIGHT, qapp.font())
    scene = bars(handle=0.5)(Size(480.0, 260.0), painter_of.faces)
    images = []
    for way in ("screen", "svg"):
        image = QImage(480, 260, QImage.Format.Format_RGB32)
        image.fill(LIGHT.panel)
        painter = QPainter(image)
        if way == "screen":
            painter_of.paint(painter, scene)
        else:
            QSvgRenderer(svg_text(scene, LIGHT).encode()).render(painter, QRectF(0, 0, 480, 260))
        painter.end()
        images.append(image.scaled(60, 32, mode=Qt.TransformationMode.SmoothTransformation))
    first, second = (
        [
            (colour.red(), colour.green(), colour.blue())
            for y in range(5, 32)
            for x in range(60)
            for colour in [image.pixelColor(x, y)]
        ]
        for image in images
    )
    assert len(set(first)) > 3
    apart = [
        max(abs(a - b) for a, b in zip(one, other, strict=True))
        for one, other in zip(first, second, strict=True)
    ]
    assert max(apart) < 24


def test_that_a_turned_text_is_drawn_in_its_turned_box_and_the_next_one_level(qapp: QApplication):
    painter_of, words = ScenePainter(LIGHT, qapp.font()), "read on"
    sheet = Sheet(Size(400.0, 200.0), painter_of.faces, "")
    sheet.write(Box(40, 40, 16, 120).turned(90), words, angle=90.0)
    sheet.write(Box(200, 20, 120, 16), words)
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(LIGHT.panel)
    painter = QPainter(image)
    painter_of.paint(painter, Scene(Size(400.0, 200.0), tuple(sheet.marks)))
    painter.end()
    long, turned, level = painter_of.faces.width(words, Style.SMALL), *(mark.bounds for mark in sheet.marks)
    upwards = _ink(image, 0, 150)
    assert upwards.within(turned)
    assert turned.bottom - upwards.bottom < 3  # it begins below
    assert upwards.height == pytest.approx(long, abs=3)
    onwards = _ink(image, 150, 400)
    assert onwards.within(level)
    assert onwards.x - level.x < 3
    assert onwards.width == pytest.approx(long, abs=3)


def _ink(image: QImage, left: int, right: int) -> Box:
    """Around everything that is drawn between two columns of a picture."""
    back = QColor(LIGHT.panel).rgb()
    points = [(x, y) for x in range(left, right) for y in range(image.height()) if image.pixel(x, y) != back]
    box = around(tuple((float(x), float(y)) for x, y in points))
    return Box(box.x, box.y, box.width + 1, box.height + 1)
