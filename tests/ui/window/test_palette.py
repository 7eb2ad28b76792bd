"""The command palette and the keys between panels, on a real window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advisor.ui.look.current import finish_dressing, look_in_force
from advisor.ui.window.actions.registry import all_actions
from advisor.ui.window.palette_offers import Offer, found_offers
from advisor.views.map.map_layers import layers_of

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(open_window, document):
    """One that nobody has used."""
    return open_window(document)


@pytest.fixture
def plain(open_window, generic_document):
    return open_window(generic_document)


def _open(window):
    QTest.keyClick(window, Key.Key_K, Mod.ControlModifier)
    assert window.palette_.field.hasFocus()
    return window.palette_


def _type(palette, text):
    QTest.keyClicks(palette.field, text)
    return [offer.name for offer in palette.shown]


def _enter(palette):
    QTest.keyClick(palette.field, Key.Key_Return)


def _offer(name, **more):
    return Offer("Place", name, lambda: None, **more)


# What is found ----------------------------------------------------------------------------------------


def test_that_accents_and_capitals_do_not_count():
    offers = [_offer("Côte d'Ivoire"), _offer("Kraków, Poland"), _offer("Türkiye")]
    assert [one.name for one in found_offers(offers, "COTE")] == ["Côte d'Ivoire"]
    assert [one.name for one in found_offers(offers, "krako")] == ["Kraków, Poland"]
    assert [one.name for one in found_offers(offers, "tür")] == ["Türkiye"]


def test_that_beginnings_come_before_words_words_before_parts_and_parts_before_scattered_letters():
    names = ["Spoland", "Polar land", "Upper Poland", "Poland", "Pol a bar n d"]
    found = found_offers([_offer(name) for name in names], "poland")
    assert [one.name for one in found] == ["Poland", "Upper Poland", "Spoland", "Polar land", "Pol a bar n d"]


def test_that_every_typed_word_must_begin_a_word_of_name_or_kind():
    offers = [_offer("Internet speed"), _offer("Internet price")]
    assert [one.name for one in found_offers(offers, "spe int")] == ["Internet speed"]
    assert len(found_offers(offers, "place int")) == 2
    assert found_offers(offers, "int xyz") == []


def test_that_nothing_typed_offers_the_actions_only():
    offers = [_offer("Poland"), _offer("Undo", is_prominent=True)]
    assert [one.name for one in found_offers(offers, "  ")] == ["Undo"]


# On the window ----------------------------------------------------------------------------------------


def test_that_the_palette_offers_every_action_place_criterion_theme_layer_and_scenario(kept):
    palette = _open(kept)
    _type(palette, "a")
    pack = kept.document.pack
    names = {offer.name for offer in palette._offers}
    wanted = {action.name for action in all_actions() if action.id != "palette" and action.words is None}
    wanted |= {location.name for location in pack.locations}
    wanted |= {criterion.name for criterion in pack.criteria}
    wanted |= {layer.title for layer in layers_of(pack)}
    wanted |= {scenario.name for scenario in kept.document.study.scenarios}
    assert wanted - names == set()


def test_that_it_opens_with_the_actions_and_goes_through_the_rest_in_turns(window, qtbot):
    palette = _open(window)
    assert {offer.kind for offer in palette._offers} & {"Place", "Criterion", "Term"} == set()
    assert {offer.name for offer in palette.shown} >= {"Sources", "Undo"}
    qtbot.waitUntil(lambda: {"Place", "Criterion", "Term"} <= {offer.kind for offer in palette._offers})


def test_that_a_tab_comes_to_the_front_by_two_letters_and_enter(edited):
    palette = _open(edited)
    _type(palette, "clock")
    assert palette.current.kind == "Tab"
    assert palette.current.keys == "Ctrl+3"
    _enter(palette)
    assert palette.isHidden()
    assert edited.drawer.current == "clock"


def test_that_a_place_is_selected_by_another_name_even_where_the_filter_hid_it(edited):
    edited.ranking.search.setText("Romania")
    palette = _open(edited)
    _type(palette, "ivory coast")
    _enter(palette)
    assert edited.document.pack.location(edited.selection.selected).iso3 == "CIV"
    assert edited.ranking.search.text() == ""


def test_that_a_city_selects_its_country(edited):
    palette = _open(edited)
    names = _type(palette, "krakow")
    assert names[0].startswith("Krak")
    _enter(palette)
    assert edited.document.pack.location(edited.selection.selected).iso3 == "POL"


def test_that_a_criterion_has_the_keyboard_on_its_slider_in_sight(edited, qtbot):
    criterion = edited.document.pack.criteria[-1]
    palette = _open(edited)
    _type(palette, criterion.name)
    while palette.current.kind != "Criterion":
        QTest.keyClick(palette.field, Key.Key_Down)
    _enter(palette)
    row = edited.priorities.criterion_rows[criterion.id]
    assert row.slider.hasFocus()
    area = edited.panes.left.viewport()
    qtbot.waitUntil(lambda: area.rect().contains(row.mapTo(area, row.rect().center())))
    share = row.slider.value()
    QTest.keyClick(row.slider, Key.Key_Right)
    assert row.slider.value() > share


def test_that_a_layer_colours_the_map(window):
    palette = _open(window)
    _type(palette, "map layer certainty")
    _enter(palette)
    assert window.map_panel.layer == "certainty"


def test_that_a_scenario_comes_in_force_and_undo_takes_it_back(edited):
    edited.scenarios.tabs.duplicate()
    second = edited.document.study.active
    first = edited.document.study.scenarios[0].name
    palette = _open(edited)
    _type(palette, f"scenario {first}")
    palette.list.setCurrentIndex(
        palette.model.index([(one.kind, one.name) for one in palette.shown].index(("Scenario", first)))
    )
    _enter(palette)
    assert edited.document.study.active == first
    edited.document.undo_stack.undo()
    assert edited.document.study.active == second


def test_that_what_is_switched_on_and_off_is_turned_round(edited):
    for is_dark in (True, False):
        palette = _open(edited)
        _type(palette, "dark look")
        _enter(palette)
        assert (look_in_force().name == "dark") is is_dark
        assert edited.actions_["dark"].isChecked() is is_dark


def test_that_escape_gives_the_focus_back_and_changes_nothing(kept):
    slider = next(iter(kept.priorities.rows.values())).slider
    slider.setFocus()
    study = kept.document.study
    palette = _open(kept)
    _type(palette, "reset")
    QTest.keyClick(palette.field, Key.Key_Escape)
    assert palette.isHidden()
    assert slider.hasFocus()
    assert kept.document.study == study


def test_that_what_cannot_be_done_is_offered_with_the_reason_and_not_run(edited):
    palette = _open(edited)
    _type(palette, "undo")
    assert palette.current.why_not == "There is nothing to take back"
    _enter(palette)
    assert palette.isVisible()
    edited.document.edit(replace(edited.document.scenario, headcount=77), "change the people")
    palette.close_down()
    palette = _open(edited)
    assert palette.field.text() == ""
    _type(palette, "undo")
    assert palette.current.name == "Undo change the people"
    assert palette.current.why_not == ""


def test_that_a_pack_without_places_says_what_it_lacks(plain):
    palette = _open(plain)
    _type(palette, "whole world")
    assert palette.current.why_not == "The data pack has no map"
    QTest.keyClick(palette.field, Key.Key_A, Mod.ControlModifier)
    _type(palette, plain.document.pack.locations[0].name)
    _enter(palette)
    assert plain.selection.selected == plain.document.pack.locations[0].id


def test_that_arrows_go_round_and_pages_stop_at_the_ends(kept):
    palette = _open(kept)
    last = len(palette.shown) - 1

    def at(key):
        QTest.keyClick(palette.field, key)
        return palette.list.currentIndex().row()

    assert at(Key.Key_Up) == last
    assert at(Key.Key_Down) == 0
    assert at(Key.Key_PageDown) == 8
    assert at(Key.Key_PageUp) == 0
    assert at(Key.Key_PageUp) == 0


def test_that_a_word_that_nothing_is_called_is_said_to_be_so(kept):
    palette = _open(kept)
    assert _type(palette, "qqqxzz") == []
    assert palette.nothing.isVisible()
    _enter(palette)
    assert palette.isVisible()


def test_that_the_palette_stays_within_the_window_at_every_size_and_in_a_presentation(kept):
    for presenting in (False, True):
        kept.use_large_type(presenting)
        palette = _open(kept)
        for size in ((960, 600), (1280, 720), (1920, 1080)):
            kept.resize(*size)
            QApplication.processEvents()
            finish_dressing()
            assert kept.panes.rect().contains(palette.geometry())
            line = palette.list.sizeHintForRow(0)
            assert palette.list.height() % line == 0
        palette.close_down()


def test_that_another_key_that_moves_the_keyboard_closes_the_palette(kept):
    palette = _open(kept)
    QTest.keyClick(kept, Key.Key_R, Mod.AltModifier)
    assert palette.isHidden()
    assert kept.ranking.list.hasFocus()


def test_that_the_current_line_is_painted_apart(kept):
    palette = _open(kept)
    image = palette.list.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    look = look_in_force()
    line = palette.list.sizeHintForRow(0)
    assert image.pixelColor(3, line // 2).name() == look.selected.lower()
    assert image.pixelColor(3, line + line // 2).name() == look.panel.lower()


def test_that_ctrl_f_goes_where_names_are_typed(kept):
    QTest.keyClick(kept, Key.Key_F, Mod.ControlModifier)
    assert kept.ranking.search.hasFocus()


def test_that_the_last_study_is_opened_at_the_start_once_that_is_wished(edited):
    for is_wished in (True, False):
        palette = _open(edited)
        _type(palette, "last study start")
        _enter(palette)
        assert edited.settings.reopens_last is is_wished
