"""The registry of actions, walked as a whole and on real windows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QGridLayout, QLabel, QMessageBox, QScrollArea

from advisor.paths import HELP
from advisor.ui.widgets.piecemeal import finish_within
from advisor.ui.window.actions.action import Button
from advisor.ui.window.actions.registry import all_actions, all_menus
from advisor.ui.window.language_setup import put_language_in_force
from advisor.ui.window.pages import pages
from advisor.words.locale import locale_tag, set_locale
from advisor.words.translation import language, languages

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(open_window, document):
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return open_window(document)


@pytest.fixture
def plain(open_window, generic_document):
    return open_window(generic_document)


def test_that_every_action_has_an_id_of_its_own():
    ids = Counter(action.id for action in all_actions())
    assert [id_ for id_, count in ids.items() if count > 1] == []


@pytest.fixture(params=languages())
def translated(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language in turn."""
    before = language()
    set_locale(request.param)
    yield request.param
    set_locale(before)


def test_that_no_two_entries_of_a_menu_share_a_letter(translated, open_window, document):
    actions = open_window(document).actions_
    texts = {key: [action.text() for action in menu.actions()] for key, menu in actions.menus.items()}
    texts["bar"] = [menu.title() for menu in actions.bar]
    shared = []
    for key, entries in texts.items():
        letters = Counter(letter.casefold() for text in entries for letter in re.findall(r"&([^&\s])", text))
        shared += [(key, letter) for letter, count in letters.items() if count > 1]
    assert sum(len(entries) for entries in texts.values()) > 60
    assert shared == []


def test_that_no_two_actions_share_a_shortcut():
    keys = Counter(QKeySequence(key).toString() for action in all_actions() for key in action.keys)
    assert "" not in keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_that_every_action_is_in_a_menu_and_every_menu_in_the_bar():
    menus = {menu.id: menu for menu in all_menus()}
    assert [action.id for action in all_actions() if action.menu not in menus] == []
    assert [menu.id for menu in menus.values() if menu.parent and menu.parent not in menus] == []


def test_that_every_action_says_what_it_does_without_a_full_stop():
    assert [action.id for action in all_actions() if not action.help or action.help.endswith(".")] == []


def test_that_no_two_entries_of_a_menu_share_a_mnemonic():
    for menu in all_menus():
        texts = [action.text for action in all_actions() if action.menu == menu.id]
        texts += [inner.text for inner in all_menus() if inner.parent == menu.id]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert [letter for letter, count in letters.items() if count > 1] == [], menu.id


def test_that_what_stands_in_the_header_has_an_icon():
    buttons = [one for one in (*all_actions(), *all_menus()) if one.button is not Button.NONE]
    assert len(buttons) == 5
    assert all(one.icon for one in buttons)


def test_that_the_menus_of_the_window_hold_every_declared_action(kept):
    held = {
        action.objectName()
        for menu in kept.actions_.menus.values()
        for action in menu.actions()
        if action.objectName()
    }
    assert held == {action.id for action in all_actions()}


def test_that_every_action_can_be_triggered_on_a_real_window(window, qtbot):
    with qtbot.captureExceptions() as raised:
        for action in all_actions():
            if action.id == "quit":
                continue
            made = window.actions_[action.id]
            window.actions_.refresh()
            assert made.isEnabled() == action.is_enabled(window), action.id
            made.trigger()
            if made.isCheckable():
                assert made.isChecked() == action.is_on(window), action.id  # type: ignore[misc]
                made.trigger()
            window.side_page.close_page()
            for kind in (QFileDialog, QMessageBox):
                for dialog in window.findChildren(kind):
                    dialog.reject()
            if (popup := QApplication.activePopupWidget()) is not None:
                popup.close()
        window.document.undo_stack.setClean()
        window.actions_["quit"].trigger()
    assert raised == []
    assert not window.isVisible()


def test_that_a_generic_pack_switches_off_what_does_not_apply(plain):
    off = {
        action.id
        for action in all_actions()
        if not plain.actions_[action.id].isEnabled() and action.id not in ("undo", "redo")
    }
    assert off == {
        "conditions",
        "copy-map",
        "export-map",
        "fold-drawer",
        "go-function",
        "go-home",
        "go-industry",
        "go-currency",
        "go-map",
        "go-people",
        "reset-map",
        "show-rank-change",
        "tab-clock",
        "tab-cost",
        "tab-home",
    }


def test_that_the_keyboard_page_lists_every_action_with_its_keys(kept):
    QTest.keySequence(kept, "?")
    assert kept.side_page.title == "Keyboard"
    finish_within(kept.side_page.content)
    texts = [label.text() for label in kept.side_page.content.findChildren(QLabel)]
    for action in all_actions():
        assert action.name in texts
        for key in action.keys:
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            assert any(shown in text.split(", ") for text in texts), action.id


def test_that_titles_without_keys_have_the_whole_line(kept):
    page = kept.open_page("keyboard")
    finish_within(page)
    grids = page.findChildren(QGridLayout)
    wide = {
        label.text(): grid.getItemPosition(grid.indexOf(label))[3]
        for grid in grids
        for label in page.findChildren(QLabel)
        if grid.indexOf(label) >= 0
    }
    assert {wide[action.name] for action in all_actions() if not action.keys} == {2}
    assert {wide[action.name] for action in all_actions() if action.keys} == {1}


def test_that_the_help_says_keys_as_the_window_does(qapp):
    """Qt says them in the language of the window, in menus and on the page of all keys alike."""

    def combinations(language):
        pages = (path.read_text(encoding="utf-8") for path in (HELP / language).glob("*.md"))
        return {span for page in pages for span in re.findall(r"`([^`]+?\+[^`]+)`", page)}

    before = locale_tag()
    put_language_in_force("es")
    try:
        native = QKeySequence.SequenceFormat.NativeText
        keys = (QKeySequence(span.replace("PgDn", "PgDown")) for span in combinations("en"))
        shown = {one.toString(native) for one in keys}
    finally:
        put_language_in_force(before)
    said = {span.replace("\N{NO-BREAK SPACE}", " ") for span in combinations("es")}
    assert said == shown


def test_that_shift_and_f11_fill_the_screen_and_give_it_back(kept):
    QTest.keyClick(kept, Key.Key_F11, Mod.ShiftModifier)
    assert kept.isFullScreen()
    assert kept.actions_["full-screen"].isChecked()
    QTest.keyClick(kept, Key.Key_F11, Mod.ShiftModifier)
    assert not kept.isFullScreen()
    assert not kept.actions_["full-screen"].isChecked()


def test_that_large_type_comes_and_goes_with_a_key(kept):
    QTest.keyClick(kept, Key.Key_F5, Mod.ControlModifier)
    assert kept.has_large_type
    assert kept.actions_["large-type"].isChecked()
    QTest.keyClick(kept, Key.Key_F5, Mod.ControlModifier)
    assert not kept.has_large_type


def test_that_keys_lead_to_every_part_of_the_window(window):
    QTest.keyClick(window, Key.Key_H, Mod.AltModifier)
    assert window.header.home.hasFocus()
    QTest.keyClick(window, Key.Key_R, Mod.AltModifier)
    assert window.ranking.list.hasFocus()
    QTest.keyClick(window, Key.Key_W, Mod.AltModifier)
    assert next(iter(window.priorities.rows.values())).slider.hasFocus()
    QTest.keyClick(window, Key.Key_2, Mod.ControlModifier)
    assert window.drawer.current == "cost"


@pytest.mark.parametrize("page", list(pages()))
def test_that_an_open_page_holds_the_keyboard_and_gives_it_back(kept, page):
    slider = next(iter(kept.priorities.rows.values())).slider
    slider.setFocus()
    kept.open_page(page)
    for step in range(30):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab if step % 5 else Key.Key_Backtab)
        assert kept.side_page.isAncestorOf(QApplication.focusWidget()), step
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert kept.side_page.content is None
    assert slider.hasFocus()


def test_that_the_map_takes_the_room_of_a_folded_drawer_and_gives_it_back(window, qtbot):
    centre = window.panes.centre
    before = centre.sizes()
    QTest.keyClick(window, Key.Key_F9)
    QApplication.processEvents()
    assert window.drawer.height() == window.drawer.folded_height
    assert window.map_panel.height() + window.drawer.height() + centre.handleWidth() == centre.height()
    QTest.keyClick(window, Key.Key_F9)
    QApplication.processEvents()
    assert centre.sizes() == pytest.approx(before, abs=2)


def test_that_the_table_leaves_the_left_panel_as_wide_as_it_was(window):
    window.resize(1280, 720)
    QApplication.processEvents()
    before = window.panes.columns.sizes()
    window.actions_["table"].trigger()
    QApplication.processEvents()
    assert window.panes.columns.sizes()[0] == before[0]
    window.actions_["table"].trigger()
    QApplication.processEvents()
    assert window.panes.columns.sizes() == pytest.approx(before, abs=2)


def test_that_a_long_page_is_scrolled_by_keyboard(kept, qtbot):
    finish_within(kept.open_page("keyboard"))
    bar = kept.side_page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(kept.side_page, Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(kept.side_page, Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(kept.side_page, Key.Key_Home)
    assert bar.value() == 0
