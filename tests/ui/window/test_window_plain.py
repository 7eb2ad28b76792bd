"""The window without a map: drawer, pages, messages, status, settings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from advisor.scenario.edits.weight_edits import theme_shares
from advisor.ui.look.current import finish_dressing, follow_look, look_in_force
from advisor.ui.widgets.small_widgets import ChoiceBox
from advisor.ui.window.furnishing import furnished_window
from advisor.ui.window.main_window import first_size
from advisor.views.look.theme import DARK, LIGHT

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def plain(open_window, generic_document):
    """A window on a pack without places and map."""
    return open_window(generic_document)


def test_that_sizes_are_there_again_in_the_next_window(plain, open_window, generic_document):
    handle = plain.panes.columns.handle(2)
    QTest.mousePress(handle, LEFT)
    QTest.mouseMove(handle, QPoint(-40, 5))
    QTest.mouseRelease(handle, LEFT, pos=QPoint(-40, 5))
    sizes = plain.panes.columns.sizes()
    plain.close()
    again = open_window(generic_document)
    assert again.panes.columns.sizes() == pytest.approx(sizes, abs=3)
    assert sizes[2] > 400


def test_that_the_first_window_of_all_and_its_frame_fit_the_screen():
    assert first_size(QSize(2560, 1400)) == QSize(1440, 900)
    laptop = QSize(1366, 728)  # 768 without a bar
    assert first_size(laptop).width() == 1366
    assert 650 <= first_size(laptop).height() <= 728 - 30  # the least that a frame takes


def test_that_a_generic_pack_hides_what_does_not_apply(plain):
    assert plain.map_panel is None
    for widget in (plain.header.home, plain.header.function, plain.header.industry, plain.header.people):
        assert not widget.isVisible()
    assert not plain.actions_["export-map"].isEnabled()
    assert not plain.actions_["conditions"].isEnabled()
    assert plain.ranking.isVisible()


def test_that_the_status_line_counts(plain, generic_document):
    assert plain.status_line.text == "pack · 2 criteria · 3 ranked · offline"
    row = plain.must_haves.offer_limit("price", "<=")
    QTest.keyClicks(row.field, "50")
    QTest.keyClick(row.field, Key.Key_Return)
    assert plain.status_line.text == "pack · 2 criteria · 2 ranked, 1 excluded · offline"


def test_that_the_drawer_takes_more_tabs_and_folds(plain):
    extra = QWidget()
    plain.drawer.set_can_fold(True)
    plain.drawer.add_tab("extra", "Extra", lambda: extra)
    seen = []
    plain.drawer.folded_changed.connect(seen.append)
    plain.drawer.show_tab("extra")
    assert extra.isVisible()
    plain.actions_.refresh()
    QTest.keyClick(plain, Key.Key_F9)
    assert plain.drawer.is_folded
    assert not extra.isVisible()
    plain.drawer.set_folded(True)
    QTest.mouseClick(plain.drawer.tabs, LEFT, pos=plain.drawer.tabs.tabRect(0).center())
    assert not plain.drawer.is_folded
    assert plain.drawer.current == "why"
    assert plain.drawer.panel("why").isVisible()
    assert seen == [True, False]
    QTest.mouseClick(plain.drawer.fold_button, LEFT)
    assert plain.actions_["fold-drawer"].isChecked()


def test_that_a_tab_is_built_when_it_is_first_shown(plain):
    built = []

    def build():
        built.append(True)
        return QWidget()

    plain.drawer.add_tab("extra", "Extra", build)
    assert plain.drawer.built == ("why",)
    plain.actions_["dark"].trigger()
    plain.actions_["dark"].trigger()
    assert built == []
    plain.drawer.show_tab("extra")
    plain.drawer.show_tab("why")
    plain.drawer.show_tab("extra")
    assert built == [True]


def test_that_without_a_map_there_is_nothing_to_fold_the_drawer_for(plain):
    QTest.keyClick(plain, Key.Key_F9)
    assert not plain.drawer.is_folded
    assert not plain.drawer.fold_button.isVisible()


def test_that_a_tab_built_later_has_the_look_in_force_and_follows_it(plain):
    class Tab(QWidget):
        def __init__(self):
            super().__init__()
            self.looks = []
            follow_look(self.dress)

        def dress(self):
            self.looks.append(look_in_force())

    plain.actions_["dark"].trigger()
    plain.drawer.add_tab("more", "More", Tab)
    plain.drawer.show_tab("more")
    plain.actions_["dark"].trigger()
    finish_dressing()
    # When it is made, once more when it has come into the window, and with the change.
    assert plain.drawer.panel("more").looks == [DARK, DARK, LIGHT]


def test_that_pages_slide_in_and_escape_closes_them(plain, qtbot):
    plain.priorities.rows["all"].slider.setFocus()
    QTest.keyClick(plain, Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert plain.side_page.title == "Sources"
    assert plain.side_page.content is not None
    plain.actions_["about"].trigger()
    assert plain.side_page.title == "About"
    plain.resize(1100, 700)
    qtbot.waitUntil(lambda: plain.side_page.geometry().right() == plain.centralWidget().rect().right())
    closed = []
    plain.side_page.closed.connect(lambda: closed.append(True))
    QTest.keyClick(plain.side_page, Key.Key_Escape)
    assert plain.side_page.content is None
    assert closed == [True]
    plain.side_page.close_page()
    assert closed == [True]
    assert plain.priorities.rows["all"].slider.hasFocus()


def test_that_a_message_can_carry_what_to_do(plain):
    done = []
    plain.messages.note("Something could be better.", "Make it better", lambda: done.append(True))
    QTest.mouseClick(plain.messages.action_button, LEFT)
    assert done == [True]
    assert plain.messages.text == ""
    plain.messages.problem("Bad.")
    assert not plain.messages.action_button.isVisible()
    QTest.keyClick(plain.messages, Key.Key_Escape)
    assert plain.messages.text == ""


def test_that_reduced_motion_is_remembered(plain, settings):
    assert plain.actions_["reduced-motion"].isChecked()
    plain.actions_["reduced-motion"].trigger()
    assert settings.reduced_motion is False
    plain.actions_["reduced-motion"].trigger()
    assert settings.reduced_motion is True


def test_that_resetting_all_weights_is_in_the_menu(plain, generic_document):
    plain.priorities.rows["all"].chevron.click()
    QTest.keyClick(plain.priorities.criterion_rows["price"].slider, Key.Key_Right)
    QTest.keySequence(plain, "Ctrl+R")
    assert generic_document.scenario.criterion_weights == {}
    assert theme_shares(generic_document.assessment.evaluation.weights) == {"all": 100}


def test_that_the_best_place_is_selected_to_begin_with(plain):
    assert plain.selection.selected == "a"


def test_that_taking_down_a_changed_document_after_its_window_is_silent(generic_document, settings, qtbot):
    window = furnished_window(generic_document, settings)
    generic_document.rename("Changed")
    assert window.isWindowModified()
    window._is_closing = True
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.captureExceptions() as raised:
        generic_document.undo_stack.clear()
    assert raised == []


def test_that_a_choice_without_room_ends_in_an_ellipsis(qtbot):
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItem("Finance and insurance of every kind")
    box.resize(400, 28)
    assert box.shown_text() == box.currentText()
    box.resize(90, 28)
    assert box.shown_text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert not box.grab().isNull()
