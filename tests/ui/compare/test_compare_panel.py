"""Two locations compared in the drawer, with real keys and a real pointer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.scenario.edits.weight_edits import theme_shares
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study
from advisor.ui.compare.compare_panel import DIFFERENCE, MOVES, OPINIONS, SENSITIVITY, WHAT_IF, ComparePanel
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.views.look.theme import DARK, GAP, LIGHT, presented, scaled

LEFT, Key, Shift = Qt.MouseButton.LeftButton, Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def document(qapp, assessor):
    """A German finance team, for which Poland leads Romania by a clear margin."""
    return Document(assessor, Study.of(Scenario(home="DEU", function="finance-accounting")))


@pytest.fixture
def selection(qapp):
    return Selection()


@pytest.fixture
def make_panel(qtbot, selection):
    def make(document) -> ComparePanel:
        panel = ComparePanel(document, selection, rest_ms=0)
        qtbot.addWidget(panel)
        panel.resize(1000, 420)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return make


@pytest.fixture
def panel(make_panel, document, selection):
    selection.select("POL")
    made = make_panel(document)
    made.pair.choose("ROU")
    return made


def scores(document, *keys):
    evaluation = document.assessment.evaluation
    return [float(evaluation.scores[evaluation.row(key)]) for key in keys]


def press_segment(panel, index):
    QTest.mouseClick(panel.segments.button(index), LEFT)
    assert panel.page == index


# Which two ------------------------------------------------------------------------------------------


def test_that_the_selected_location_is_compared_with_the_leader(make_panel, document, selection):
    ids = document.pack.location_ids
    *best, other = (ids[int(row)] for row in document.assessment.evaluation.order[:3])
    selection.select(other)
    panel = make_panel(document)
    assert (panel.pair.first, panel.pair.second) == (other, best[0])
    selection.select(best[0])
    assert (panel.pair.first, panel.pair.second) == tuple(best)
    selection.select("")
    assert (panel.pair.first, panel.pair.second) == tuple(best)


def test_that_another_location_can_be_typed_and_stays_when_the_selection_moves(panel, selection):
    edit = panel.chooser.lineEdit()
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "viet")
    QTest.keyClick(edit, Key.Key_Return)
    assert panel.pair.second == "VNM"
    selection.select("IND")
    assert (panel.pair.first, panel.pair.second) == ("IND", "VNM")
    assert panel.chooser.key == "VNM"
    assert "India" in panel.difference.chart.sentence()


def test_that_a_location_is_never_compared_with_itself(panel, selection):
    selection.select("ROU")
    assert panel.pair.second != "ROU"
    selection.select("POL")
    assert panel.pair.second == "ROU"


# Difference -----------------------------------------------------------------------------------------


def test_that_a_comparison_that_is_not_seen_follows_once_it_is(panel, selection):
    panel.resize(1_400, 400)
    before = panel.who.text()
    panel.hide()
    selection.select("IND")
    assert panel.who.text() == before
    panel.show()
    assert panel.who.text() != before
    assert "India" in panel.who.text()


def test_that_the_difference_is_said_drawn_and_copied(panel):
    chart = panel.difference.chart
    assert "Poland" in chart.sentence()
    assert "instead of" in chart.sentence()
    chart.grab()
    keyed = [mark for mark in chart.scene.stops if mark.key]
    assert len(keyed) >= 5
    copied = []
    panel.copied.connect(copied.append)
    chart.copy_numbers()
    assert QGuiApplication.clipboard().text() == panel.pair.comparison.table
    assert len(copied) == 1
    picture = chart.picture()
    assert picture.width() >= 900


@pytest.mark.parametrize("size", [(640, 240), (1000, 420), (1500, 700)])
def test_that_bars_of_both_sides_have_one_scale(panel, size):
    panel.resize(*size)
    panel.difference.chart.grab()
    points = {d.id: abs(d.points) for d in panel.pair.comparison.differences}
    bars = [mark for mark in panel.difference.chart.scene.stops if mark.key]
    scales = [bar.bounds.width / points[bar.key] for bar in bars]
    assert len(scales) >= 5
    assert scales == pytest.approx([scales[0]] * len(scales))


def test_that_a_click_on_a_bar_asks_what_if(panel):
    chart = panel.difference.chart
    chart.grab()
    mark = next(mark for mark in chart.scene.stops if mark.key == "saving")
    QTest.mouseClick(chart, LEFT, pos=QPointF(*mark.area.centre).toPoint())
    assert panel.page == WHAT_IF
    assert panel.what_if.choice.currentData() == "saving"


def test_that_a_page_is_built_when_it_is_first_shown(panel):
    assert panel.built == (DIFFERENCE,)
    press_segment(panel, SENSITIVITY)
    assert panel.built == (DIFFERENCE, SENSITIVITY)
    assert panel.sensitivity.isVisible()
    assert not panel.difference.isVisible()
    press_segment(panel, DIFFERENCE)
    assert panel.built == (DIFFERENCE, SENSITIVITY)
    assert panel.difference.isVisible()


def test_that_only_the_page_in_sight_follows_and_others_catch_up(panel, document, selection):
    assert panel.page == DIFFERENCE
    selection.select("IND")
    assert panel.moves.sentence.text() == ""
    press_segment(panel, MOVES)
    assert "India" in panel.moves.sentence.text()
    assert (
        "India scores higher than" in panel.moves.likelihood.text()
        or "scores higher than India" in panel.moves.likelihood.text()
    )


# What would change it -------------------------------------------------------------------------------


@pytest.mark.parametrize("column", ["themes", "criteria"])
def test_that_a_weight_set_from_its_row_ties_the_two_as_one_step(panel, document, column):
    press_segment(panel, MOVES)
    before = document.scenario
    row = getattr(panel.moves, column).shown()[0]
    move = row.move_
    QTest.mouseClick(row.button, LEFT)
    first, second = scores(document, "POL", "ROU")
    assert first == pytest.approx(second, abs=1e-4)
    assert move.name in document.undo_stack.undoText()
    assert document.undo_stack.count() == 1
    weights = document.assessment.evaluation.weights
    every = dict(zip(weights.themes, weights.theme_weights, strict=True)) | {
        c.id: w for c, w in zip(document.pack.criteria, weights.flat, strict=True)
    }
    assert every[move.id] == pytest.approx(move.needed, abs=1e-6)
    assert "are level" in panel.moves.sentence.text()
    document.undo_stack.undo()
    assert document.scenario == before


def test_that_the_smallest_joint_change_ties_the_two_as_one_step(panel, document):
    press_segment(panel, MOVES)
    before = document.scenario
    assert panel.moves.smallest.text().startswith("The least that would do it")
    QTest.mouseClick(panel.moves.smallest_button, LEFT)
    first, second = scores(document, "POL", "ROU")
    assert first == pytest.approx(second, abs=1e-4)
    document.undo_stack.undo()
    assert document.scenario == before


# What if --------------------------------------------------------------------------------------------


def test_that_a_change_in_percent_is_tried_live_and_applied_as_own_figure(panel, document):
    press_segment(panel, WHAT_IF)
    page = panel.what_if
    page.choose("cost_per_fte")
    now = page.figure
    assert not page.apply_button.isEnabled()
    page.percent.selectAll()
    QTest.keyClicks(page.percent, "20")
    assert page.figure == pytest.approx(1.2 * now)
    assert "would fall from rank" in page.chart.sentence()
    line = page.line
    assert not document.study.own.figures
    QTest.mouseClick(page.apply_button, LEFT)
    (override,) = document.study.own.figures
    assert (override.location, override.criterion) == ("POL", "cost_per_fte")
    assert override.value == pytest.approx(1.2 * now, rel=1e-3)
    row = document.assessment.evaluation.row("POL")
    # What is applied is rounded to readable digits, and so is what was promised for it.
    assert document.assessment.evaluation.ranks[row] == line.rank_at(override.value)[0]
    assert page.take_back_button.isVisible()
    document.undo_stack.undo()
    assert not document.study.own.figures
    assert page.figure == pytest.approx(now)


def test_that_a_figure_can_be_typed_and_taken_back(panel, document):
    press_segment(panel, WHAT_IF)
    page = panel.what_if
    page.choose("overlap")
    page.field.selectAll()
    QTest.keyClicks(page.field, "2 h 30")
    assert page.figure == pytest.approx(2.5)
    QTest.keyClick(page.field, Key.Key_Return)
    assert document.study.own.figures[0].value == pytest.approx(2.5)
    QTest.mouseClick(page.take_back_button, LEFT)
    assert not document.study.own.figures


def test_that_what_is_no_figure_is_refused_in_words(panel, document):
    press_segment(panel, WHAT_IF)
    page = panel.what_if
    page.choose("overlap")
    page.field.selectAll()
    QTest.keyClicks(page.field, "30")
    assert "lies between 0 h and 24 h" in page.message.text()
    QTest.keyClick(page.field, Key.Key_Return)
    assert not document.study.own.figures


def test_that_dearer_pay_becomes_a_dearer_employee(panel, document):
    press_segment(panel, WHAT_IF)
    page = panel.what_if
    page.choose("pay")
    now = page.figure
    page.percent.selectAll()
    QTest.keyClicks(page.percent, "20")
    assert now < page.figure < 1.2 * now
    assert page.chart.sentence().startswith("If pay rose by 20 %:")
    QTest.mouseClick(page.apply_button, LEFT)
    (override,) = document.study.own.figures
    assert override.criterion == "cost_per_fte"
    assert override.note == "Pay changed by +20 %"


def test_that_dearer_pay_beyond_a_limit_on_cost_says_excluded_and_so_does_what_follows(panel, document):
    must = document.scenario.must_haves
    press_segment(panel, WHAT_IF)
    page = panel.what_if
    page.choose("pay")
    limit = 1.05 * page.figure
    bounds = must.with_limit("cost_per_fte", "<=", limit)
    document.edit(replace(document.scenario, must_haves=replace(must, bounds=bounds)), "limit cost")
    page.percent.selectAll()
    QTest.keyClicks(page.percent, "25")
    assert page.figure > limit
    assert "Poland would be excluded: Cost per full-time employee" in page.chart.sentence()
    QTest.mouseClick(page.apply_button, LEFT)
    row = document.assessment.evaluation.row("POL")
    assert document.assessment.evaluation.screening.excluded[row]
    assert "Poland is excluded with “cost per full-time employee”" in page.chart.sentence()


@pytest.mark.parametrize("look", [LIGHT, presented(LIGHT)])
def test_that_the_buttons_of_what_if_show_all_their_words(panel, document, look):
    put_in_force(look)
    finish_dressing()
    press_segment(panel, WHAT_IF)
    page = panel.what_if
    page.choose("overlap")
    page.field.selectAll()
    QTest.keyClicks(page.field, "2 h 30")
    QTest.keyClick(page.field, Key.Key_Return)
    for button in (page.apply_button, page.take_back_button):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()


def test_that_a_figure_is_tried_by_dragging_in_the_chart(panel, document):
    press_segment(panel, WHAT_IF)
    page = panel.what_if
    page.choose("cost_per_fte")
    page.chart.grab()
    handle = page.chart.scene.handle
    first, second = (handle.low + part * (handle.high - handle.low) for part in (0.2, 0.7))
    start = round(handle.x_of(first)), page.chart.height() // 2
    QTest.mousePress(page.chart, LEFT, pos=QPoint(*start))
    assert page.figure == pytest.approx(first, rel=0.05)
    QTest.mouseMove(page.chart, QPoint(round(handle.x_of(second)), start[1]))
    assert page.figure == pytest.approx(second, rel=0.05)
    QTest.mouseRelease(page.chart, LEFT)
    before = page.figure
    QTest.keyClick(page.chart, Key.Key_Left)
    assert page.figure < before
    assert not document.undo_stack.count()


# Sensitivity ----------------------------------------------------------------------------------------


def test_that_a_drag_over_the_chart_sets_the_weight_as_one_step(panel, document):
    press_segment(panel, SENSITIVITY)
    panel.sensitivity.choose("people")
    chart, before = panel.sensitivity.chart, document.scenario
    chart.grab()
    middle = chart.height() // 2
    QTest.mousePress(chart, LEFT, pos=QPoint(round(chart.scene.handle.x_of(0.51)), middle))
    for share in (0.56, 0.62, 0.66):
        QTest.mouseMove(chart, QPoint(round(chart.scene.handle.x_of(share)), middle))
    moved = theme_shares(document.assessment.evaluation.weights)["people"]
    assert 60 < moved < 70
    QTest.mouseRelease(chart, LEFT, pos=QPoint(round(chart.scene.handle.x_of(0.66)), middle))
    assert document.undo_stack.count() == 1
    assert panel.sensitivity.lines.now == pytest.approx(moved / 100)
    document.undo_stack.undo()
    assert document.scenario == before


def test_that_a_drag_leaves_locked_themes_alone_and_a_locked_one_cannot_be_dragged(panel, document):
    press_segment(panel, SENSITIVITY)
    panel.sensitivity.choose("people")
    document.edit(replace(document.scenario, locked_themes=frozenset({"cost"})), "lock")
    chart, before = panel.sensitivity.chart, theme_shares(document.assessment.evaluation.weights)
    QTest.keyClick(chart, Key.Key_Right, Shift)
    after = theme_shares(document.assessment.evaluation.weights)
    assert after["people"] == pytest.approx(before["people"] + 10, abs=0.6)
    assert after["cost"] == pytest.approx(before["cost"])
    panel.sensitivity.choose("cost")
    assert chart.scene.handle is None
    QTest.keyClick(chart, Key.Key_Right, Shift)
    assert theme_shares(document.assessment.evaluation.weights) == after


def test_that_a_click_on_the_crossing_ties_the_two(panel, document):
    press_segment(panel, SENSITIVITY)
    panel.sensitivity.choose("cost")
    chart = panel.sensitivity.chart
    chart.grab()
    crossing = panel.sensitivity.lines.crossing
    move = next(m for m in panel.pair.comparison.moves if m.id == "cost")
    assert crossing.share == pytest.approx(move.needed)
    QTest.mouseClick(
        chart, LEFT, pos=QPoint(round(chart.scene.handle.x_of(crossing.share)), chart.height() // 2)
    )
    first, second = scores(document, "POL", "ROU")
    assert first == pytest.approx(second, abs=1e-4)


def test_that_keys_move_the_weight_by_one_and_with_shift_by_ten(panel, document):
    press_segment(panel, SENSITIVITY)
    panel.sensitivity.choose("time")
    chart = panel.sensitivity.chart
    now = panel.sensitivity.lines.now
    QTest.keyClick(chart, Key.Key_Right)
    assert panel.sensitivity.lines.now == pytest.approx(now + 0.01, abs=0.006)
    QTest.keyClick(chart, Key.Key_Right, Shift)
    assert panel.sensitivity.lines.now == pytest.approx(now + 0.11, abs=0.006)
    assert document.undo_stack.count() == 2


def test_that_a_criterion_can_be_moved_too(panel, document):
    press_segment(panel, SENSITIVITY)
    panel.sensitivity.choose("overlap")
    chart = panel.sensitivity.chart
    chart.grab()
    QTest.mouseClick(chart, LEFT, pos=QPoint(round(chart.scene.handle.x_of(0.83)), chart.height() // 2))
    index = [c.id for c in document.pack.criteria].index("overlap")
    assert document.assessment.evaluation.weights.flat[index] == pytest.approx(0.83, abs=0.03)


def test_that_return_on_a_crossing_takes_its_weight(panel, document):
    press_segment(panel, SENSITIVITY)
    panel.sensitivity.choose("cost")
    chart = panel.sensitivity.chart
    chart.setFocus()
    chart.grab()
    QTest.keyClick(chart, Key.Key_Down)
    wanted = float(chart.scene.stops[chart.current].key)
    QTest.keyClick(chart, Key.Key_Return)
    assert panel.sensitivity.lines.now == pytest.approx(wanted, abs=1e-6)


# Second opinions ------------------------------------------------------------------------------------


def test_that_other_methods_are_asked_when_the_page_is_shown(panel, qtbot, document):
    chart = panel.opinions.chart
    assert panel.opinions.told is None
    press_segment(panel, OPINIONS)
    qtbot.waitUntil(lambda: panel.opinions.told is not None)
    assert "TOPSIS" in panel.opinions.words.text()
    assert "They differ most on" in panel.opinions.words.text()
    chart.grab()
    assert any("Poland" in mark.said for mark in chart.scene.stops)
    told = panel.opinions.told
    document.edit(_heavier(document, "time"), "change")
    qtbot.waitUntil(lambda: panel.opinions.told is not told)
    assert chart.table().splitlines()[0].startswith("Location\tAdditive\tGeometric")


def _heavier(document, theme):
    from advisor.scenario.edits.weight_edits import with_theme_share

    return with_theme_share(document.pack, document.scenario, theme, 60)


# Looks and packs ------------------------------------------------------------------------------------


@pytest.mark.parametrize("look", [DARK, presented(LIGHT)])
@pytest.mark.parametrize("size", [(640, 240), (700, 300), (1300, 500)])
def test_that_every_page_draws_in_every_look_and_size(panel, qtbot, look, size):
    put_in_force(look)
    finish_dressing()
    panel.resize(*size)
    for page in range(5):
        press_segment(panel, page)
        if page == OPINIONS:
            qtbot.waitUntil(lambda: panel.opinions.told is not None)
        assert not panel.grab().isNull()
    assert panel.segments.button(MOVES).text() in ("What would change it", "Changes")


def test_that_a_pack_without_places_can_be_compared(make_panel, generic_document, qtbot):
    panel = make_panel(generic_document)
    assert panel.pair.first
    assert panel.pair.second
    for page in range(5):
        press_segment(panel, page)
        panel.grab()
    qtbot.waitUntil(lambda: panel.opinions.told is not None)
    assert panel.what_if.choice.findData("pay") < 0
    press_segment(panel, SENSITIVITY)
    panel.sensitivity.choose("quality")
    chart = panel.sensitivity.chart
    chart.grab()
    QTest.mouseClick(chart, LEFT, pos=QPointF(chart.scene.handle.x_of(0.9), chart.height() / 2).toPoint())
    assert generic_document.assessment.evaluation.weights.flat[0] == pytest.approx(0.9, abs=0.03)


def test_that_a_single_alternative_has_nothing_to_be_compared_with(make_panel, qapp, write_pack, qtbot):
    from advisor.app.document.document import Document
    from advisor.datapack.loading import load_pack
    from advisor.scenario.ranking.assessment import Assessor
    from advisor.scenario.study.defaults import default_study

    pack = load_pack(
        write_pack(
            criteria="id,direction,lower,upper\nquality,up,0,10\n",
            locations="id,name\na,Alpha\n",
            values="location_id,criterion_id,value\na,quality,8\n",
        )
    )
    panel = make_panel(Document(Assessor(pack), default_study(pack)))
    for page in range(5):
        press_segment(panel, page)
        panel.grab()
    qtbot.waitUntil(lambda: panel.opinions.told is not None)
    press_segment(panel, DIFFERENCE)
    assert panel.difference.chart.accessibleName().endswith("no second location to compare with.")
    assert panel.moves.themes.isHidden()


def test_pages_that_do_not_fit_in_one_row_stand_in_two_and_none_covers_another(panel):
    segments = panel.segments
    panel.resize(segments.tight_width - 20, 420)
    assert segments.is_folded
    QGuiApplication.processEvents()
    buttons = [segments.button(index) for index in range(5)]
    for button in buttons:
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 8
        assert segments.rect().contains(button.geometry())
    assert not any(a.geometry().intersects(b.geometry()) for a in buttons for b in buttons if a is not b)
    panel.resize(1000, 420)
    assert not segments.is_folded


def test_that_a_weight_set_from_its_row_leaves_locked_ones_alone(panel, document):
    press_segment(panel, MOVES)
    page = panel.moves
    assert page.locked.isHidden()
    document.edit(replace(document.scenario, locked_themes=frozenset({"people"})), "lock")
    assert not page.locked.isHidden()
    rows = {row.move_.id: row for row in page.themes.shown()}
    if "people" in rows:
        assert not rows["people"].button.isEnabled()
    before = theme_shares(document.assessment.evaluation.weights)
    row = next(row for key, row in rows.items() if key != "people")
    QTest.mouseClick(row.button, LEFT)
    after = theme_shares(document.assessment.evaluation.weights)
    assert after["people"] == pytest.approx(before["people"])
    assert after[row.move_.id] != pytest.approx(before[row.move_.id])
    document.undo_stack.undo()
    QTest.mouseClick(page.smallest_button, LEFT)
    assert theme_shares(document.assessment.evaluation.weights)["people"] == pytest.approx(before["people"])


def test_that_criteria_set_from_their_rows_leave_locked_ones_alone(panel, document):
    press_segment(panel, MOVES)
    page = panel.moves
    moved = page.criteria.shown()[0].move_
    ids = [criterion.id for criterion in document.pack.criteria]
    other = next(c.id for c in document.pack.criteria if c.theme == moved.theme and c.id != moved.id)
    document.edit(
        replace(
            document.scenario, locked_themes=frozenset({moved.theme}), locked_criteria=frozenset({other})
        ),
        "lock",
    )
    before = document.assessment.evaluation.weights
    row = next(row for row in page.criteria.shown() if row.move_.id == moved.id)
    QTest.mouseClick(row.button, LEFT)
    after = document.assessment.evaluation.weights
    assert theme_shares(after)[moved.theme] == pytest.approx(theme_shares(before)[moved.theme])
    assert after.flat[ids.index(other)] == pytest.approx(before.flat[ids.index(other)])
    assert after.flat[ids.index(moved.id)] != pytest.approx(before.flat[ids.index(moved.id)])


@pytest.mark.parametrize("width", [330, 420, 700])
def test_that_the_chart_of_what_if_stands_below_its_fields_where_there_is_no_room_beside(panel, width):
    press_segment(panel, WHAT_IF)
    panel.resize(width, 420)
    QGuiApplication.processEvents()
    page = panel.what_if
    fields, chart = page._controls.geometry(), page.chart.geometry()
    assert not fields.intersects(chart)
    assert (chart.top() > fields.bottom()) == (width < 480)
    assert chart.right() < page.widget().width()


def test_that_what_can_be_done_with_the_line_stands_beside_the_choice_or_below_it(qtbot, panel):
    press_segment(panel, SENSITIVITY)
    page = panel.sensitivity
    hint = page._hint
    for size, is_below in ((1.0, False), (2.0, True), (1.0, False)):
        put_in_force(scaled(LIGHT, size))
        finish_dressing()
        panel.resize(640, 420)
        qtbot.waitUntil(lambda wanted=is_below: (hint.y() > page.choice.geometry().bottom()) == wanted)
        assert hint.width() >= hint.fontMetrics().horizontalAdvance(hint.text())


@pytest.mark.parametrize(("width", "is_one_row"), [(749, True), (420, False)])
def test_that_the_fields_of_what_if_take_the_whole_width_above_their_chart(panel, width, is_one_row):
    put_in_force(scaled(LIGHT, 2.0))
    finish_dressing()
    press_segment(panel, WHAT_IF)
    panel.resize(width, 520)
    QGuiApplication.processEvents()
    page = panel.what_if
    button = page.apply_button.width() + GAP if is_one_row else 0
    assert page.choice.width() + button > width - 60
    assert (page.percent.geometry().bottom() > page.field.geometry().top()) == is_one_row
    assert not page.percent.geometry().intersects(page.field.geometry())
    put_in_force(LIGHT)
    finish_dressing()


@pytest.mark.parametrize(("size", "room"), [(1.0, (576, 204)), (2.0, (749, 422))])
def test_that_the_whole_chart_of_what_if_is_in_sight_also_while_a_figure_is_tried(panel, size, room):
    put_in_force(scaled(LIGHT, size))
    finish_dressing()
    press_segment(panel, WHAT_IF)
    page = panel.what_if
    page.choose("pay")
    for _ in range(2):  # the room of the page, which the rows above it leave
        panel.resize(panel.size() + QSize(*room) - page.size())
        QGuiApplication.processEvents()
    assert (page.width(), page.height()) == room
    for percent in (0, 10):
        page.percent.setValue(percent)
        for _ in range(3):
            QGuiApplication.processEvents()
        assert page.verticalScrollBar().maximum() == 0, percent
        assert page.choice.shown_text() == page.choice.currentText()
    put_in_force(LIGHT)
    finish_dressing()


def test_that_a_unit_of_what_if_is_read_in_full_beside_its_field(panel):
    press_segment(panel, WHAT_IF)
    panel.resize(577, 420)
    page = panel.what_if
    page.choose("homicide")
    QGuiApplication.processEvents()
    unit = page.unit
    wraps = Qt.TextFlag.TextWordWrap if unit.wordWrap() else Qt.TextFlag.TextSingleLine
    needed = unit.fontMetrics().boundingRect(unit.rect(), wraps, unit.text())
    assert unit.geometry().right() < page._controls.width()
    assert needed.width() <= unit.width()
    assert needed.height() <= unit.height()


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_that_the_second_location_stands_in_the_first_row_with_room_for_it(panel, size):
    put_in_force(scaled(LIGHT, size))
    finish_dressing()
    segments, rows = panel.segments, set()
    for width in range(round(200 * size), round(1000 * size), 20):
        panel.resize(width, 520)
        QGuiApplication.processEvents()
        box = panel.chooser
        top, left = box.mapTo(panel, QPoint(0, 0)).y(), box.mapTo(panel, QPoint(0, 0)).x()
        assert left >= 0
        assert left + box.width() <= panel.width()
        beside = [
            button
            for button in map(segments.button, range(segments.count))
            if button.mapTo(panel, QPoint(0, 0)).y() < top + box.height()
            and button.mapTo(panel, QPoint(0, button.height())).y() > top
        ]
        assert all(button.mapTo(panel, QPoint(button.width(), 0)).x() <= left for button in beside)
        row = 2 if not beside else 0 if segments.button(0) in beside else 1
        rows.add((row, segments.is_folded))
        if not beside and panel.who.isHidden():
            named = panel.who.fontMetrics().horizontalAdvance("against")
            assert named + box.width() > width - 40, width
    assert rows >= {(0, False), (1, True)}
    put_in_force(LIGHT)
    finish_dressing()
