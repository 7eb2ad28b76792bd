"""The clock with real clicks and keys: fields, slider, places, hubs, the shift that would do."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from advisor.app.document.selection import Selection
from advisor.ui.clock.clock_panel import ClockPanel
from advisor.ui.look.current import finish_dressing, look_in_force, put_in_force
from advisor.ui.widgets.time_fields import plain_hours
from advisor.views.clock.clock_scene import clock_height
from advisor.views.look.theme import DARK, LIGHT, presented, scaled

TODAY = date(2026, 11, 22)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def selection(qapp):
    return Selection()


@pytest.fixture
def panel(qtbot, document, selection):
    made = ClockPanel(document, selection, today=TODAY)
    qtbot.addWidget(made)
    made.resize(1000, 420)
    made.show()
    qtbot.waitExposed(made)
    return made


def ids(panel):
    return [place.id for place in panel.clocks.places]


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def row_of(panel, site):
    return QPointF(*panel.chart.scene.stops[ids(panel).index(site)].area.centre).toPoint()


def test_that_it_begins_with_home_the_best_ranked_and_todays_date_in_the_scenarios_year(panel, document):
    assert ids(panel)[0] == "GBR"
    assert len(ids(panel)) == 5
    assert panel.slider.day == date(2027, 11, 22)
    assert panel.day_label.text() == "Monday 22 Nov 2027"


def test_that_a_date_on_the_home_weekend_is_moved_to_the_next_working_day(qtbot, document, selection):
    made = ClockPanel(document, selection, today=date(2026, 11, 20))  # a Saturday in 2027
    qtbot.addWidget(made)
    made.show()
    assert made.slider.day == date(2027, 11, 22)


def test_that_the_selected_place_is_among_the_bars_and_marked(panel, selection):
    selection.select("IND")
    assert "IND" in ids(panel)
    assert "India shares 3 h 06 a working day in 2027." in panel.sentence.text()


def test_that_a_click_on_a_bar_selects_its_place(panel, selection):
    site = ids(panel)[2]
    QTest.mouseClick(panel.chart, LEFT, Qt.KeyboardModifier.NoModifier, row_of(panel, site))
    assert selection.selected == site


def test_that_arrow_keys_walk_through_the_places_and_delete_removes_one(panel, selection):
    second = ids(panel)[1]
    selection.select(second)
    panel.chart.setFocus()
    QTest.keyClick(panel.chart, Qt.Key.Key_Down)
    assert selection.selected == ids(panel)[2]
    QTest.keyClick(panel.chart, Qt.Key.Key_Up)
    QTest.keyClick(panel.chart, Qt.Key.Key_Delete)
    assert second not in ids(panel)


def test_that_a_place_is_added_by_typing_its_name_and_removed_by_its_button(panel, selection):
    type_into(panel.fields.add.lineEdit(), "philip")
    assert ids(panel)[-1] == "PHL"
    assert selection.selected == "PHL"
    selection.select("GBR")
    assert "PHL" in ids(panel)
    selection.select("PHL")
    assert panel.keep_button.text() == "Remove"
    QTest.mouseClick(panel.keep_button, LEFT)
    assert "PHL" not in ids(panel)


def test_that_a_selected_guest_is_kept_by_its_button(panel, selection):
    selection.select("NZL")
    assert panel.keep_button.text() == "Keep"
    QTest.mouseClick(panel.keep_button, LEFT)
    selection.select("")
    assert "NZL" in ids(panel)


def test_that_hours_typed_in_are_an_undoable_edit(panel, document):
    type_into(panel.fields.home_hours, "8-18")
    assert document.scenario.home_hours == "08:00-18:00"
    assert panel.fields.home_hours.text() == "08:00–18:00"
    assert document.undo_stack.undoText() == "change hours at home"
    document.undo_stack.undo()
    assert panel.fields.home_hours.text() == "09:00–17:00"


def test_that_wrong_hours_are_refused_in_words_and_change_nothing(panel, document):
    type_into(panel.fields.site_hours, "nine")
    assert "not of the form 09:00–17:00" in panel.error.text()
    assert panel.fields.site_hours.property("wrong") is True
    assert document.scenario.site_hours == "09:00-17:00"
    type_into(panel.fields.site_hours, "10:00-18:00")
    assert panel.error.isHidden()
    assert panel.fields.site_hours.property("wrong") is False


@pytest.mark.parametrize("text", ["lots", "25", "0"])
def test_that_an_impossible_overlap_is_refused(panel, document, text):
    type_into(panel.fields.wanted, text)
    assert panel.error.text()
    assert document.scenario.wanted_overlap == 4.0


def test_that_the_shift_found_is_applied_by_its_button_and_undone(panel, document, selection):
    selection.select("IND")
    assert panel.apply_button.text() == "Use 10:00–18:00"
    QTest.mouseClick(panel.apply_button, LEFT)
    assert document.scenario.site_hours == "10:00-18:00"
    assert "the shift as it is reaches the 4 h wanted" in panel.sentence.text()
    assert panel.apply_button.isHidden()
    document.undo_stack.undo()
    assert document.scenario.site_hours == "09:00-17:00"


def test_that_the_service_window_is_chosen_or_typed(panel, document):
    panel.fields.window_field.setCurrentIndex(2)
    panel.fields.window_field.activated.emit(2)
    assert document.scenario.service_window == ""
    type_into(panel.fields.window_field.lineEdit(), "8-20")
    assert document.scenario.service_window == "08:00-20:00"
    assert panel.clocks.window.hours.length == 12 * 60
    type_into(panel.fields.window_field.lineEdit(), "whenever")
    assert "is not 24×7" in panel.error.text()
    assert document.scenario.service_window == "08:00-20:00"


def test_that_a_hub_is_chosen_for_a_country_with_several(panel, document, selection):
    selection.select("USA")
    assert panel.fields.hub.isVisible()
    assert "by hub)" in panel.sentence.text()
    index = panel.fields.hub.findText("Chicago")
    panel.fields.hub.setCurrentIndex(index)
    panel.fields.hub.activated.emit(index)
    assert document.scenario.hubs == {"USA": "Chicago"}
    assert "by hub)" not in panel.sentence.text()
    panel.fields.hub.setCurrentIndex(0)
    panel.fields.hub.activated.emit(0)
    assert document.scenario.hubs == {}


def test_that_the_hub_of_home_is_chosen_when_home_is_selected(panel, document, selection):
    from dataclasses import replace

    document.edit(replace(document.scenario, home="USA"), "home")
    selection.select("USA")
    index = panel.fields.hub.findText("San Francisco")
    panel.fields.hub.setCurrentIndex(index)
    panel.fields.hub.activated.emit(index)
    assert panel.clocks.places[0].hub == "San Francisco"


def test_that_arrows_move_the_date_and_ctrl_arrow_goes_to_the_next_clock_change(panel):
    panel.slider.setFocus()
    panel.slider.set_day(date(2027, 1, 5))
    QTest.keyClick(panel.slider, Qt.Key.Key_Right)
    assert panel.slider.day == date(2027, 1, 6)
    QTest.keyClick(panel.slider, Qt.Key.Key_PageUp)
    assert panel.slider.day == date(2027, 2, 3)
    steps = [step.day for step in panel.clocks.steps]
    QTest.keyClick(panel.slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert panel.slider.day == steps[0]
    QTest.keyClick(panel.slider, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert panel.slider.day == steps[0]


def test_that_dragging_the_knob_moves_the_bars(panel, selection):
    selection.select("IND")
    shared = []
    at = ids(panel).index("IND")
    panel.slider.valueChanged.connect(lambda _: shared.append(panel.figure.rows[at].minutes))
    middle = panel.slider.height() // 3
    QTest.mousePress(panel.slider, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(40, middle))
    for x in range(40, panel.slider.width() - 40, 8):
        QTest.mouseMove(panel.slider, QPoint(x, middle))
    QTest.mouseRelease(panel.slider, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, middle))
    assert {150, 210} <= set(shared)
    assert panel.slider.day.month >= 11


def test_that_a_press_on_a_mark_goes_to_the_clock_change(panel):
    panel.slider.set_day(date(2027, 6, 15))
    step = panel.clocks.steps[0]
    x = round(panel.slider._x(panel.slider._index(step))) + 3
    QTest.mouseClick(panel.slider, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, 8))
    assert panel.slider.day == step.day


def test_that_another_year_keeps_the_day_of_the_year(panel, document):
    from dataclasses import replace

    panel.slider.set_day(date(2027, 3, 2))
    document.edit(replace(document.scenario, year=2028), "year")
    assert panel.slider.day == date(2028, 3, 1)
    assert panel.clocks.year == 2028


def test_that_nothing_is_computed_while_it_cannot_be_seen(qtbot, document, selection):
    made = ClockPanel(document, selection, today=TODAY)
    qtbot.addWidget(made)
    selection.select("IND")
    assert made.clocks is None
    made.show()
    assert made.clocks is not None


def test_that_it_says_aloud_what_it_shows(panel, selection):
    selection.select("IND")
    assert "India 2 h 30 shared, 0 h at night" in panel.chart.accessibleName()
    for field in (
        panel.fields.home_hours,
        panel.fields.site_hours,
        panel.fields.wanted,
        panel.fields.window_field,
        panel.fields.add,
        panel.slider,
    ):
        assert field.accessibleName()


@pytest.mark.parametrize("size", [(640, 260), (700, 300), (1000, 420), (1800, 700)])
@pytest.mark.parametrize("look", [LIGHT, DARK, presented(DARK)])
def test_that_it_paints_at_every_size_and_look(panel, selection, size, look):
    selection.select("PHL")
    put_in_force(look)
    finish_dressing()
    panel.resize(*size)
    assert not panel.grab().isNull()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("9-17", "09:00-17:00"), ("9:30 – 18", "09:30-18:00"), ("22:00-06:00", "22:00-06:00"), ("noon", "noon")],
)
def test_that_hours_may_be_typed_short(typed, stored):
    assert plain_hours(typed) == stored


def test_that_the_bars_come_first_where_room_is_short(panel, selection):
    selection.select("USA")
    assert panel.fields.isVisible()
    assert panel.fields.add.isVisible()
    panel.resize(560, 300)
    assert panel.fields.hub.isVisible()
    assert not panel.fields.add.isVisible()
    panel.resize(560, 190)
    assert not panel.fields.isVisible()
    assert panel.chart.scene.stops[-1].area.bottom <= panel.chart.height()


def test_that_the_bars_can_be_copied_as_numbers_and_as_a_picture(panel, selection):
    selection.select("IND")
    panel.chart.setFocus()
    QTest.keyClick(panel.chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "2027-11-22, home time"
    india = next(line.split("\t") for line in lines if line.startswith("India"))
    assert india[:6] == ["India", "Mumbai", "Asia/Kolkata", "09:00-17:00", "330", "2.5"]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(panel.chart, Qt.Key.Key_C, both)
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.parametrize("base", [LIGHT.base, 2 * LIGHT.base])
def test_that_the_date_never_stands_over_the_slider_which_keeps_its_place(panel, qtbot, base):
    panel.resize(560, 420)
    put_in_force(presented(LIGHT, 1920) if base > LIGHT.base else LIGHT)
    finish_dressing()
    places = set()
    for day in (date(2027, 12, 27), date(2027, 9, 29), date(2027, 5, 4)):
        panel.slider.set_day(day)
        QCoreApplication.sendPostedEvents()
        assert panel.day_label.geometry().right() < panel.slider.x()
        assert day.strftime("%Y") in panel.day_label.text()
        places.add(panel.slider.x())
    assert len(places) == 1
    panel.slider.set_day(date(2027, 12, 27))
    assert panel.day_label.text() == "Monday 27 Dec 2027"
    assert panel.day_label.toolTip() == "Monday 27 Dec 2027: Christmas Day (observed) at home"


def test_that_a_holiday_is_named_beside_the_date_where_there_is_room(panel):
    panel.resize(1200, 420)
    panel.slider.set_day(date(2027, 12, 27))
    assert panel.day_label.text() == "Monday 27 Dec 2027: Christmas Day (observed) at home"


def test_that_fields_without_room_in_one_line_take_two_where_there_is_height(panel):
    put_in_force(scaled(LIGHT, 2.0))
    finish_dressing()
    fields = panel.fields
    cases = (((870, 1000), True, True), ((870, 400), False, True), ((1500, 1000), True, False))
    for size, is_seen, is_folded in cases:
        panel.resize(*size)
        QCoreApplication.processEvents()
        assert (fields.isVisible(), fields.is_folded) == (is_seen, is_folded), size
        if is_seen:
            for field in (fields.home_hours, fields.wanted, fields.window_field, fields.add):
                assert field.visibleRegion().boundingRect() == field.rect(), size


def test_that_the_clock_grows_no_wider_than_a_row_can_be_followed(panel):
    panel.resize(3_000, 500)
    QCoreApplication.processEvents()
    for part in (panel.chart, panel.fields):
        assert part.width() <= 120 * look_in_force().base


def test_that_fields_are_shown_alike_whatever_type_the_panel_wore_while_it_was_hidden(panel):
    """Those that stand in two lines as well: rows have smaller figures then."""
    large = scaled(LIGHT, 2.0)
    for height in range(360, 520, 20):
        seen = []
        for is_hidden in (False, True):
            put_in_force(LIGHT)
            finish_dressing()
            panel.resize(749, height)
            panel.setVisible(not is_hidden)
            put_in_force(large)
            panel.show()
            finish_dressing()
            QCoreApplication.processEvents()
            fields = panel.fields
            seen.append((fields.isVisible(), fields.is_folded, fields.add.isVisible()))
        assert seen[0] == seen[1], height
        rows, measure = len(panel.clocks.places), panel.chart.measure
        if seen[0][0]:
            assert panel.chart.height() >= clock_height(rows, measure), height
    assert seen[0] == (True, True, True)
    put_in_force(LIGHT)
    finish_dressing()
