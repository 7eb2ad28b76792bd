"""A presentation on the real window, by keys: steps, spotlight, sliders, notes; the window left as it was.

What its map draws is told by ``tests/ui/window/test_map_in_window.py``.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from advisor.app.document.document import Document
from advisor.core.screening import Bound
from advisor.paths import EXAMPLES
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import read_study, study_from_text, study_text
from advisor.scenario.study.talk import TalkStep
from advisor.ui.look.current import finish_dressing, look_in_force, look_of
from advisor.ui.stage.speaker_window import SpeakerWindow
from advisor.ui.window.presenting import screens_for
from advisor.ui.window.talk_help import TOPICS
from advisor.views.look.theme import DARK, LIGHT, presented
from advisor.views.scene.marks import Cell, Text
from advisor.views.scene.type_styles import pixels
from tests.ui.stage.on_stage import begun, press, press_slider

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture(scope="module")
def window(keep_window, assessor, default_pack):
    """One window for all of these tests; each leaves it as it found it."""
    return keep_window(Document(assessor, default_study(default_pack)))


@pytest.fixture
def present(window, default_pack):
    """Begins a presentation of a study on a screen of a size; afterwards everything is as it was."""
    begins, selected, tab = default_study(default_pack), window.selection.selected, window.drawer.current

    yield partial(begun, window)
    window.presentation.leave()
    window.settings.reduced_motion = True
    if window.document.study != begins or window.document.undo_stack.count():
        window.document.new(begins)
    window.selection.select(selected)
    window.drawer.show_tab(tab)


@pytest.fixture
def talk(window):
    return window.presentation.talk


def written(view):
    return [mark.text for mark in view.scene.marks if isinstance(mark, Text)]


def cards(screen):
    """Ids from top to bottom."""
    found = [mark for mark in screen.chart.scene.marks if isinstance(mark, Cell) and mark.words]
    return [mark.key for mark in sorted(found, key=lambda mark: mark.box.y)]


@pytest.mark.parametrize("keys", [(Key.Key_F5, Key.Key_F5), (Key.Key_F11, Key.Key_Escape)])
def test_that_a_key_fills_the_screen_and_another_gives_the_window_back_as_it_was(window, keys):
    def state():
        panes = window.panes
        return (
            window.geometry(),
            window.windowState(),
            window.drawer.current,
            look_in_force(),
            panes.columns.sizes(),
            panes.centre.sizes(),
            window.map_panel.layer,
            window.map_panel.view.geometry(),
            window.selection.selected,
            window.vote_cover.is_covered,
            window.focusWidget(),
            window.document.study,
        )

    tab = window.drawer.current
    window.drawer.show_tab("cost")
    window.ranking.list.setFocus()
    before = state()
    QTest.keyClick(window, keys[0])
    screen = window.presentation.screen
    assert screen.isFullScreen() and screen.isVisible()
    assert window.actions_["present"].isChecked()
    assert screen.isAncestorOf(window.map_panel.view)
    for _ in range(6):
        press(screen, Key.Key_PageDown)
    press(screen, Key.Key_3)
    press(screen, keys[1])
    assert not screen.isVisible()
    assert not window.actions_["present"].isChecked()
    assert window.map_panel.isAncestorOf(window.map_panel.view)
    QApplication.processEvents()
    assert state() == before
    window.drawer.show_tab(tab)


def test_that_arrows_and_a_clicker_walk_the_steps_and_stop_at_both_ends(present, talk):
    screen = present()
    seen = [talk.step]
    for key in (Key.Key_Right, Key.Key_PageDown, Key.Key_Space, Key.Key_Down, Key.Key_Return, Key.Key_N):
        press(screen, key)
        seen.append(talk.step)
    assert seen == list(TalkStep)[:7]
    for key in (Key.Key_Left, Key.Key_PageUp, Key.Key_Up, Key.Key_Backspace):
        press(screen, key)
    assert talk.step is list(TalkStep)[2]
    press(screen, Key.Key_End)
    press(screen, Key.Key_Right)
    assert talk.step is TalkStep.DECISION
    assert screen.foot.sentence() == "Step 10 of 10: The decision"
    press(screen, Key.Key_Home)
    press(screen, Key.Key_PageUp)
    assert talk.step is TalkStep.TITLE


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period])
def test_that_a_blank_screen_comes_back_where_it_was(present, talk, key):
    screen = present()
    press(screen, Key.Key_Right)
    press(screen, key)
    assert screen.is_blank
    assert screen.grab().toImage().pixelColor(screen.width() // 2, screen.height() // 2).lightness() == 0
    press(screen, Key.Key_PageDown)
    assert not screen.is_blank
    assert talk.step is TalkStep.QUESTION


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920), (3840, 2160)], ids=str)
def test_that_no_type_on_any_step_is_smaller_than_a_thirtieth_of_the_screen(present, talk, size):
    screen = present(read_study(EXAMPLES / "workshop.advisor"), size)
    least = 0.032 * min(size)
    for step in talk.steps:
        talk.go_to(step)
        talk.light_place(0)
        QApplication.processEvents()
        labels = [label for label in screen.findChildren(QLabel) if label.isVisible() and label.text()]
        assert [label.text() for label in labels if QFontInfo(label.font()).pixelSize() < least] == [], step
        views = [
            view for view in (screen.head, screen.chart, screen.spotlight, screen.foot) if view.isVisible()
        ]
        for view in views:
            look = view._painter.look
            styles = {mark.style for mark in view.scene.marks if isinstance(mark, Text)}
            assert styles
            lowest = max(mark.box.bottom for mark in view.scene.marks if isinstance(mark, Text))
            assert lowest <= view.height() + 1, (step, view.name)
            assert all(pixels(style, look) >= least for style in styles), step
            assert all(view.measure[style].font.pixelSize() >= least for style in styles), step


def test_that_the_map_is_the_one_of_the_window_and_goes_on_following_the_weights(present, talk, window):
    screen = present()
    view = window.map_panel.view
    talk.go_to(TalkStep.MAP)
    before = view._picture
    press_slider(screen, "cost", Key.Key_Right)
    assert view._picture is not before
    window.document.undo_stack.undo()


def test_that_the_map_marks_the_leader_and_what_is_lit_and_afterwards_what_the_window_has_selected(
    present, talk, window
):
    view = window.map_panel.view
    window.selection.select("ZAF")
    present(read_study(EXAMPLES / "workshop.advisor"))
    window.selection.select("ZAF")
    leader, second = (one.id for one in talk.shown.top(2))
    talk.go_to(TalkStep.MAP)
    assert leader != "ZAF" and view.is_selected(leader)
    talk.light_place(1)
    assert view.is_selected(second)
    talk.light("")
    assert view.is_selected(leader)
    window.presentation.leave()
    assert view.is_selected(window.selection.selected)


def test_that_a_place_that_is_clicked_on_the_map_comes_into_the_spotlight(present, talk, window):
    present()
    view = window.map_panel.view
    talk.go_to(TalkStep.MAP)
    for place in ("POL", "IND", "IND"):
        view.location_clicked.emit(place)
        assert talk.lit == place and view.is_selected(place)
    window.presentation.leave()
    view.location_clicked.emit("POL")
    assert window.selection.selected == "POL"


def test_that_a_slider_moves_the_cards_and_undo_brings_them_back(present, talk, window):
    screen = present()
    talk.go_to(TalkStep.TOP)
    before, study = cards(screen), window.document.study
    assert before == [one.id for one in talk.shown.top()]
    slider = screen.strip.sliders["cost"]
    assert slider.isVisible()
    slider.setFocus()
    for _ in range(3):
        press(screen, Key.Key_Left, Mod.ShiftModifier)
    assert cards(screen) != before
    assert talk.step is TalkStep.TOP  # arrows moved the slider, not the steps
    press(screen, Key.Key_PageDown)  # and a clicker still moves the steps
    assert talk.step is TalkStep.COMPARE
    press(screen, Key.Key_PageUp)
    while window.document.study != study:
        QTest.keySequence(screen, "Ctrl+Z")
    assert cards(screen) == before


def test_that_cards_glide_and_jump_where_motion_is_reduced(window, present, talk, qtbot):
    window.settings.reduced_motion = False
    screen = present()
    assert screen.glide_ms > 0
    talk.go_to(TalkStep.TOP)
    settled = cards(screen)
    press_slider(screen, "cost", Key.Key_Home)
    assert screen.is_gliding
    qtbot.waitUntil(lambda: not screen.is_gliding, timeout=5_000)
    assert cards(screen) == [one.id for one in talk.shown.top()] != settled
    window.document.undo_stack.undo()
    window.presentation.leave()
    window.settings.reduced_motion = True
    QTest.keyClick(window, Key.Key_F5)
    talk.go_to(TalkStep.TOP)
    press_slider(window.presentation.screen, "cost", Key.Key_Home)
    assert not window.presentation.screen.is_gliding


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920), (1024, 768)], ids=str)
def test_that_sliders_stand_in_equal_columns_each_share_by_its_own_name(present, talk, size):
    screen = present(size=size)
    talk.go_to(TalkStep.TOP)
    QApplication.processEvents()
    parts = [slider.parentWidget() for slider in screen.strip.sliders.values()]
    widths = [part.width() for part in parts]
    assert max(widths) - min(widths) <= 1
    rows = {part.y(): sorted(one.x() for one in parts if one.y() == part.y()) for part in parts}
    for row in rows.values():
        steps = [after - before for before, after in pairwise(row)]
        assert max(steps) - min(steps) <= 1
    assert min(part.x() for part in parts) <= look_of(screen).base  # the margin of everything else
    gaps = set()
    for part in parts:
        wide = part.name.fontMetrics().horizontalAdvance(part.name.text())
        assert part.name.x() == part.slider.x() == 0 and part.slider.width() == part.width()
        assert wide <= part.name.width()
        gaps.add(part.share.x() - wide)
    assert max(gaps) - min(gaps) <= 4


def test_that_a_locked_theme_has_a_slider_that_does_not_move(window, present):
    study = window.document.study
    locked = study.with_active(replace(study.scenario, locked_themes=frozenset({"cost"})))
    screen = present(locked)
    assert not screen.strip.sliders["cost"].isEnabled()
    assert screen.strip.sliders["people"].isEnabled()


def test_that_the_spotlight_follows_digits_arrows_and_clicks_and_goes_with_the_step(present, talk, window):
    screen = present()
    talk.go_to(TalkStep.TOP)
    top = [one.id for one in talk.shown.top(9)]
    press(screen, Key.Key_3)
    assert talk.lit == window.selection.selected == top[2]
    assert screen.spotlight.isVisible()
    assert talk.shown.of(top[2]).name in written(screen.spotlight)
    press(screen, Key.Key_Down)
    assert talk.lit == top[3]
    press(screen, Key.Key_Up)
    press(screen, Key.Key_Up)
    assert talk.lit == top[1]
    press(screen, Key.Key_S)
    assert not talk.lit and not screen.spotlight.isVisible()
    screen.chart.chosen.emit(top[4])
    assert talk.lit == top[4]
    press(screen, Key.Key_PageDown)
    assert not talk.lit
    press(screen, Key.Key_S)
    assert talk.lit == top[4]  # what is selected


def test_that_votes_are_covered_at_one_step_and_shown_at_the_next(present, talk, window):
    screen = present(read_study(EXAMPLES / "workshop.advisor"))
    window.vote_cover.cover(False)
    talk.go_to(TalkStep.COVERED)
    assert window.vote_cover.is_covered
    assert "The votes are hidden." in " ".join(written(screen.head))
    assert not any("%" in text for text in written(screen.chart))
    press(screen, Key.Key_PageDown)
    assert not window.vote_cover.is_covered
    assert "divides the room most" in " ".join(written(screen.head))
    press(screen, Key.Key_Escape)
    assert window.vote_cover.is_covered  # as it was before the presentation began


def test_that_the_spotlight_tells_no_rank_until_the_votes_are_revealed(present, talk, window):
    screen = present(read_study(EXAMPLES / "workshop.advisor"))
    for step in (TalkStep.TITLE, TalkStep.COVERED):
        talk.go_to(step)
        talk.light_place(1)
        assert "saving" in written(screen.spotlight) and "rank" not in written(screen.spotlight)
    talk.go_to(TalkStep.PRIORITIES)
    talk.light_place(1)
    assert "rank" in written(screen.spotlight)


def test_that_the_speaker_reads_who_is_in_the_spotlight_and_whether_votes_are_covered(window, present, talk):
    screen = present(read_study(EXAMPLES / "workshop.advisor"))
    press(screen, Key.Key_P)
    speaker = window.presentation.speaker
    talk.go_to(TalkStep.COVERED)
    assert speaker.lit.text() == "No place is in the spotlight."
    assert speaker.votes.isVisible() and speaker.votes.text() == "The votes are hidden."
    talk.go_to(TalkStep.PRIORITIES)
    talk.light_place(1)
    assert speaker.lit.text() == f"In the spotlight: {talk.shown.top(2)[1].name}"
    assert speaker.votes.text() == "The votes are shown."
    assert speaker.place.font().pixelSize() == speaker.sentence.font().pixelSize()


def test_that_votes_of_a_study_that_is_opened_meanwhile_are_covered(window, present, talk):
    window.vote_cover.cover(False)
    present()
    selected: list[str] = []
    connection = window.selection.selected_changed.connect(selected.append)
    window.document.new(read_study(EXAMPLES / "workshop.advisor"))
    window.selection.disconnect(connection)
    assert not talk.is_on
    assert window.vote_cover.is_covered
    assert len(selected) <= 1  # the best place; not first what the study before had selected


def test_that_the_people_tab_and_the_presentation_share_one_cover(window, present, talk):
    present(read_study(EXAMPLES / "workshop.advisor"))
    window.drawer.show_tab("people")
    panel = window.drawer.panel("people")
    talk.go_to(TalkStep.PRIORITIES)
    assert not panel.is_covered
    panel.set_covered(True)
    assert "divides" not in " ".join(written(window.presentation.screen.head))


def test_that_the_speaker_sees_the_next_step_and_keeps_notes_in_the_study(window, present, talk):
    screen = present()
    press(screen, Key.Key_P)
    speaker = window.presentation.speaker
    assert speaker.isVisible()
    assert speaker.current.text() == "Title"
    assert speaker.next.text() == "The question"
    assert "Where should" in speaker.next_sentence.text()
    speaker.notes.setFocus()
    QTest.keyClicks(speaker.notes, "Say hello, b and n")
    QTest.keyClick(speaker.notes, Key.Key_PageDown)  # a clicker, while notes are typed
    assert talk.step is TalkStep.QUESTION
    assert not talk.is_blank
    assert window.document.study.notes == {TalkStep.TITLE: "Say hello, b and n"}
    assert speaker.notes.toPlainText() == ""
    assert window.document.undo_stack.undoText() == "edit the notes on “title”"
    assert study_from_text(study_text(window.document.study), "study") == window.document.study
    QTest.keyClick(speaker.notes, Key.Key_PageUp)
    assert speaker.notes.toPlainText() == "Say hello, b and n"
    window.document.undo_stack.undo()
    assert speaker.notes.toPlainText() == ""
    QTest.keyClick(speaker.notes, Key.Key_Escape)
    assert talk.is_on and not speaker.notes.hasFocus()
    QTest.keyClick(speaker, Key.Key_B)
    assert talk.is_blank and "blank" in speaker.place.text()
    QTest.keyClick(speaker, Key.Key_Escape)
    assert not talk.is_on and not speaker.isVisible()


def test_that_notes_that_are_too_long_are_refused_with_the_reason(window, present):
    screen = present()
    press(screen, Key.Key_P)
    speaker = window.presentation.speaker
    speaker.notes.setPlainText("x" * 10_001)
    speaker.keep_notes()
    assert "10,000" in speaker.problem.text()
    assert window.document.study.notes == {}
    speaker.notes.setPlainText("short")
    speaker.keep_notes()
    assert speaker.problem.isHidden()


def test_that_the_speakers_clock_counts_from_the_beginning_and_can_start_anew(window, present, talk, qtbot):
    present()
    now = [100.0]
    speaker = SpeakerWindow(talk, lambda: now[0], lambda: datetime(2026, 11, 30, 14, 30))
    qtbot.addWidget(speaker)
    speaker.begin()
    now[0] += 125
    speaker.show_time()
    assert speaker.elapsed.text() == "2:05"
    assert speaker.time_of_day.text() == "14:30"
    speaker.reset_button.click()
    assert speaker.elapsed.text() == "0:00"


def test_that_the_speakers_window_has_the_contrast_of_a_room_in_one_size_of_type(window, present):
    present()
    look = look_of(window.presentation.open_speaker())
    assert (look.text, look.quiet) == (presented(LIGHT).text, presented(LIGHT).quiet)
    assert look.small == look.base > LIGHT.base


def test_that_keys_steer_from_the_speakers_window_until_somebody_goes_to_the_notes(window, present, talk):
    screen = present()
    press(screen, Key.Key_P)
    speaker = window.presentation.speaker
    press(speaker, Key.Key_B)
    assert talk.is_blank
    press(speaker, Key.Key_B)
    assert not talk.is_blank
    assert speaker.notes.toPlainText() == ""


FACTORS = ("", "desk=1;room=2", "desk=1.5;room=1.25")


@pytest.fixture(scope="module")
def on_two_screens(tmp_path_factory):
    """What was found by scale factors, in processes of their own: screens are there from the start of one."""
    folder = tmp_path_factory.mktemp("screens")
    screens = [
        {"name": name, "x": x, "y": 0, "width": wide, "height": high, "dpr": 1}
        | {"logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x, wide, high in (("desk", 0, 1440, 900), ("room", 1440, 1920, 1080))
    ]
    config = folder / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("two_screens.py")), *FACTORS],
        env=os.environ
        | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
        | {"PYTHONPATH": os.pathsep.join(sys.path), "TWO_SCREENS": str(folder)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip(FACTORS, map(json.loads, done.stdout.splitlines()), strict=True))


@pytest.mark.parametrize("factors", FACTORS)
def test_that_two_screens_are_used_by_the_room_and_its_speaker_and_can_be_swapped(on_two_screens, factors):
    assert on_two_screens[factors] == [
        {"room": "room", "full": True, "speaker": "desk", "maximized": True, "covers": True},
        {"room": "desk", "full": True, "speaker": "room", "maximized": True, "covers": True},
        {"room": "room", "full": True, "speaker": "desk", "maximized": True, "covers": True},
    ]


def test_that_the_speakers_window_begins_a_presentation_by_itself(window, present):
    QTest.keyClick(window, Key.Key_F5, Mod.ShiftModifier)
    assert window.presentation.is_on
    assert window.presentation.speaker.isVisible()


@pytest.mark.parametrize(
    ("screens", "swapped", "found"),
    [
        (("laptop",), False, ("laptop", None)),
        (("laptop", "projector"), False, ("projector", "laptop")),
        (("projector", "laptop"), False, ("projector", "laptop")),
        (("laptop", "projector"), True, ("laptop", "projector")),
    ],
)
def test_that_the_room_has_the_screen_that_is_not_the_computers_own(screens, swapped, found):
    assert screens_for(screens, "laptop", screens[0], is_swapped=swapped) == found


def test_that_the_dark_look_reaches_the_screen_and_its_map(window, present, talk):
    screen = present()
    QTest.keySequence(screen, "Ctrl+Shift+L")
    talk.go_to(TalkStep.TOP)
    assert look_in_force() == DARK
    finish_dressing()
    image = screen.grab().toImage()
    assert image.pixelColor(2, 2).name().upper() == DARK.window
    assert window.map_panel.view.theme == "dark"
    QTest.keySequence(screen, "Ctrl+Shift+L")
    finish_dressing()
    assert screen.grab().toImage().pixelColor(2, 2).name().upper() == LIGHT.window


def test_that_every_part_says_what_it_is_to_a_screen_reader(present, talk):
    screen = present()
    talk.go_to(TalkStep.TOP)
    talk.light_place(0)
    assert screen.head.accessibleName().startswith("What is shown: The best places: ")
    assert screen.foot.accessibleName() == "Steps: Step 6 of 10: The best places"
    assert screen.spotlight.accessibleName().startswith("In the spotlight: Rank 1")
    for theme, slider in screen.strip.sliders.items():
        assert talk.shown.theme(theme) in slider.accessibleName()
    said = [mark.said for mark in screen.chart.scene.stops]
    assert [words.split(":")[0] for words in said] == [f"Rank {one.rank}" for one in talk.shown.top()]


def test_that_it_goes_on_without_a_place_left(present, talk, window):
    study = window.document.study
    must = replace(study.scenario.must_haves, bounds=(Bound("overlap", ">=", 24.0),))
    screen = present(study.with_active(replace(study.scenario, must_haves=must)))
    for step in talk.steps:
        talk.go_to(step)
        press(screen, Key.Key_S)
        press(screen, Key.Key_1)
        QApplication.processEvents()
        assert written(screen.chart)
    talk.go_to(TalkStep.TOP)
    assert "No place is left" in " ".join(written(screen.chart))


def test_that_another_study_ends_the_presentation(window, present, default_pack):
    screen = present()
    window.document.new(default_study(default_pack))
    assert not window.presentation.is_on and not screen.isVisible()
    assert window.map_panel.isAncestorOf(window.map_panel.view)


def test_that_the_menu_names_every_key_and_leaves(window, present):
    screen = present()
    press(screen, Key.Key_Question, Mod.ShiftModifier)
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    assert [text.split("\t")[0] for text in texts][:3] == ["Next", "Back", "Blank screen"]
    leave = menu.actions()[-1]
    menu.close()
    leave.trigger()
    assert not window.presentation.is_on


def test_that_f1_opens_the_help_for_the_step_and_escape_goes_back_to_it(window, present, talk):
    screen = present()
    for step in talk.steps:
        talk.go_to(step)
        press(screen, Key.Key_F1)
        shown = window.presentation.help
        assert shown.isVisible()
        assert shown.view.place.split("#")[0] == TOPICS[step].split("#")[0]
        QTest.keyClick(shown.focusWidget(), Key.Key_Escape)
        assert not shown.isVisible()
        assert window.presentation.is_on
    press(screen, Key.Key_F1)
    window.presentation.leave()
    assert not shown.isVisible()


def test_that_a_generic_pack_is_presented_without_map_and_costs(open_window, generic_document, qtbot):
    window = open_window(generic_document)
    window.actions_["present"].trigger()
    screen, talk = window.presentation.screen, window.presentation.talk
    for _ in talk.steps:
        press(screen, Key.Key_PageDown)
        QApplication.processEvents()
        assert not screen.shows_map
    assert talk.step is TalkStep.DECISION
    press(screen, Key.Key_Escape)
    assert not screen.isVisible()
    window.close()  # also while something is presented
    gc.collect()


def test_that_what_stands_in_an_empty_field_for_notes_can_be_read(window, present, talk):
    present()
    speaker = window.presentation.open_speaker()
    assert (
        speaker.notes.palette().color(QPalette.ColorRole.PlaceholderText).name().upper()
        == presented(LIGHT).quiet.upper()
    )
