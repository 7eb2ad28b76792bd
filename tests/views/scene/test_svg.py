"""A scene as SVG is well formed, complete, and takes nothing from hostile texts."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from advisor.views.look.theme import DARK, LIGHT
from advisor.views.scene.box import Box, Size
from advisor.views.scene.marks import Align, Area, Bar, Cell, Dot, Handle, Line, Rule, Text
from advisor.views.scene.roles import Role, role_colour
from advisor.views.scene.scene import Scene, Sheet, empty_scene
from advisor.views.scene.svg import svg_text
from advisor.views.scene.type_styles import PlainMeasurer, Style

HOSTILE = '</text><script>alert("1")</script> & \' \x00\x1b'
SVG = "{http://www.w3.org/2000/svg}"
SIZE = Size(480.0, 260.0)


@pytest.fixture
def scene() -> Scene:
    sheet = Sheet(SIZE, PlainMeasurer(), HOSTILE)
    sheet.opened()
    sheet.add(
        Bar(Box(10, 40, 100, 12), Role.QUIET, key=HOSTILE, words=HOSTILE, role=Role.GAIN, values=(1.0,)),
        Cell(Box(10, 60, 30, 12), 3.0, Role.HOME, role=Role.NOTHING),
        Cell(Box(10, 80, 30, 12), role=Role.NIGHT, hatched=True),
        Line(((0.0, 0.0), (10.0, 10.0)), role=Role.THEME, theme="cost"),
        Area(((0.0, 0.0), (10.0, 0.0), (10.0, 10.0)), role=Role.LOSS, opacity=0.25),
        Dot(50.0, 50.0, 4.0, Role.PANEL, role=Role.HOME),
        Rule((0.0, 5.0), (90.0, 5.0), role=Role.LINE, dotted=True),
        Handle(Box(5, 5, 20, 10), Box(0, 0, 100, 20), 0.0, 1.0, 0.5, 0.01, 0.01, role=Role.ACCENT),
        Text(Box(0, 100, 200, 14), HOSTILE, Style.STRONG, Align.RIGHT),
    )
    return sheet.done(str)


def test_that_it_is_well_formed_and_holds_every_mark(scene: Scene):
    root = ElementTree.fromstring(svg_text(scene, LIGHT))
    assert root.tag == f"{SVG}svg"
    drawn = [
        child.tag.removeprefix(SVG) for child in root if child.tag.removeprefix(SVG) not in ("title", "defs")
    ]
    assert len(drawn) == 1 + len(scene.marks)  # the background first
    for name in ("rect", "circle", "polygon", "polyline", "text"):
        assert name in drawn


def test_that_hostile_texts_stay_texts(scene: Scene):
    root = ElementTree.fromstring(svg_text(scene, LIGHT))
    assert not list(root.iter(f"{SVG}script"))
    harmless = HOSTILE.replace("\x00", "\N{REPLACEMENT CHARACTER}").replace(
        "\x1b", "\N{REPLACEMENT CHARACTER}"
    )
    bar = next(child for child in root.iter(f"{SVG}rect") if child.get("data-key"))
    assert bar.get("data-key") == harmless
    assert bar.find(f"{SVG}title").text == harmless
    assert root.find(f"{SVG}title").text == harmless


def test_that_colours_are_those_of_the_look(scene: Scene):
    for look in (LIGHT, DARK):
        root = ElementTree.fromstring(svg_text(scene, look))
        bar = next(child for child in root.iter(f"{SVG}rect") if child.get("data-key"))
        assert bar.get("fill") == role_colour(Role.GAIN, look)
        assert bar.get("stroke") == look.quiet


def test_that_texts_hang_on_their_anchor(scene: Scene):
    root = ElementTree.fromstring(svg_text(scene, LIGHT))
    text = list(root.iter(f"{SVG}text"))[-1]
    assert (text.get("text-anchor"), text.get("x")) == ("end", "200")


def test_that_a_turned_text_turns_about_the_middle_of_its_box():
    sheet = Sheet(SIZE, PlainMeasurer(), "")
    sheet.write(Box(10, 100, 80, 14), "read upwards", angle=90.0)
    sheet.write(Box(10, 200, 80, 14), "level")
    turned, level = ElementTree.fromstring(svg_text(sheet.done(str), LIGHT)).iter(f"{SVG}text")
    assert turned.get("transform") == "rotate(-90 50 107)"
    assert level.get("transform") is None


def test_that_an_empty_scene_says_why():
    scene = empty_scene(SIZE, PlainMeasurer(), "Nothing is ranked, because <must-haves> exclude everything.")
    root = ElementTree.fromstring(svg_text(scene, LIGHT))
    assert root.find(f"{SVG}title").text == scene.empty
    assert "must-haves" in "".join(child.text or "" for child in root.iter(f"{SVG}text"))
