"""Weights set by ranking, by pairs and by swings, with real keys and a real pointer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon
from PySide6.QtTest import QTest

from advisor.app.document.selection import Selection
from advisor.scenario.edits.weight_edits import criterion_shares, theme_shares, with_locked_theme
from advisor.scenario.edits.weight_scope import Item
from advisor.ui.look.current import finish_dressing, look_in_force, put_in_force
from advisor.ui.weights.elicitation_page import PAIRS, RANK, SWING, ElicitationPage
from advisor.ui.weights.rank_way import _chip
from advisor.ui.weights.weight_bars import WeightBars
from advisor.views.look.theme import DARK, LIGHT, presented

LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def make_page(qtbot):
    def make(document) -> ElicitationPage:
        selection = Selection(document)
        selection.select("POL")
        page = ElicitationPage(document, selection)
        qtbot.addWidget(page)
        page.resize(440, 900)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def page(make_page, document):
    return make_page(document)


def themes(document):
    return theme_shares(document.assessment.evaluation.weights)


def apply(page):
    QTest.mouseClick(page.apply_button, LEFT)


def test_that_the_ranking_begins_with_the_weights_in_force(page, document):
    shares = themes(document)
    order = [key for key, _ in page.rank.list.order()]
    assert [shares[key] for key in order] == sorted(shares.values(), reverse=True)


@pytest.mark.parametrize("modifier", [ALT, CTRL])
def test_that_a_ranking_made_with_keys_gives_centroid_weights(page, document, modifier):
    before = document.scenario
    ways = page.rank.list
    order = [key for key, _ in ways.order()]
    QTest.keyClick(ways, Key.Key_Down)
    QTest.keyClick(ways, Key.Key_Down)
    QTest.keyClick(ways, Key.Key_Up, modifier)
    QTest.keyClick(ways, Key.Key_Up, modifier)
    assert [key for key, _ in ways.order()] == [order[2], order[0], order[1], *order[3:]]
    apply(page)
    shares = themes(document)
    assert shares[order[2]] == pytest.approx(100 * (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5 + 1 / 6) / 6, abs=1e-4)
    assert shares[order[5]] == pytest.approx(100 / 36, abs=1e-4)
    assert document.undo_stack.count() == 1
    assert "by ranking" in document.undo_stack.undoText()
    assert page.done.text().startswith("Rank-order centroid weights of ")
    document.undo_stack.undo()
    assert document.scenario == before


def test_that_buttons_move_an_entry_and_stop_at_the_ends(page):
    ways = page.rank.list
    order = [key for key, _ in ways.order()]
    QTest.mouseClick(page.rank.up, LEFT)
    assert [key for key, _ in ways.order()] == order
    QTest.mouseClick(page.rank.down, LEFT)
    assert [key for key, _ in ways.order()][:2] == [order[1], order[0]]
    assert ways.item(0).text().startswith("1 ")


def test_that_a_row_moved_by_dragging_is_renumbered_and_counts(page):
    ways = page.rank.list
    order = [key for key, _ in ways.order()]
    heard = []
    page.rank.changed.connect(lambda: heard.append(1))
    # What a drop within the list ends in.
    assert ways.model().moveRow(ways.rootIndex(), 3, ways.rootIndex(), 0)
    assert next(key for key, _ in ways.order()) == order[3]
    assert ways.item(0).text().startswith("1 ")
    assert heard


def test_that_what_would_happen_is_said_before_and_what_was_done_after(page, document):
    page.show_way(RANK)
    QTest.mouseClick(page.rank.down, LEFT)
    assert "first" in page.effect.text()
    assert page.done.text() == ""
    assert not document.undo_stack.count()
    apply(page)
    assert page.done.text().endswith("Undo takes it back in one step.")
    apply(page)
    assert page.done.text().endswith("were in force already.")
    assert document.undo_stack.count() == 1


def test_that_pairs_begin_consistent_and_a_contradiction_is_pointed_out_live(page, document):
    QTest.mouseClick(page.segments.button(PAIRS), LEFT)
    result = page.pairs.result()
    assert result.consistent
    assert "agree with each other" in page.pairs.verdict.text()
    row = next(r for r in page.pairs.rows if (r.first.id, r.second.id) == ("cost", "people"))
    row.setFocus()
    for _ in range(9):
        QTest.keyClick(row, Key.Key_Right)
    assert row.step < -5
    assert not page.pairs.result().consistent
    assert "contradict each other, most where" in page.pairs.verdict.text()
    worst = page.pairs.result().worst
    names = {worst.first, worst.second, worst.third}
    warned = [r for r in page.pairs.rows if r.is_warned]
    assert len(warned) == 3
    assert {r.first.name for r in warned} | {r.second.name for r in warned} == names
    before = document.scenario
    expected = dict(zip([i.id for i in page.scope.items], page.pairs.result().weights, strict=True))
    apply(page)
    assert themes(document) == pytest.approx({k: 100 * w for k, w in expected.items()}, abs=1e-4)
    assert "consistency ratio" in page.done.text()
    document.undo_stack.undo()
    assert document.scenario == before


def test_that_a_knob_follows_the_pointer_and_delete_makes_equal(page):
    page.show_way(PAIRS)
    row = page.pairs.rows[0]
    QTest.mouseClick(row, LEFT, pos=QPoint(round(row.place(6)), row.height() // 2))
    assert row.step == 6
    assert row.accessibleName() == "“Cost” matters 7 times as much as “Talent”"
    QTest.mouseClick(row, LEFT, pos=QPoint(round(row.place(-3)), row.height() // 2))
    assert row.step == -3
    QTest.keyClick(row, Key.Key_Delete)
    assert row.step == 0
    assert row.accessibleName() == "“Cost” matters as much as “Talent”"


def test_that_swings_show_real_units_and_give_weights_within_a_theme(page, document):
    page.choose_scope("time")
    QTest.mouseClick(page.segments.button(SWING), LEFT)
    rows = {row.item.id: row for row in page.swing.rows}
    assert rows["overlap"].swing.text() == "from 0 to 8 hours a day"
    assert max(row.points for row in rows.values()) == 100
    for row in rows.values():
        QTest.keyClick(row.slider, Key.Key_Home)
    assert not page.apply_button.isEnabled()
    QTest.keyClick(rows["overlap"].slider, Key.Key_End)
    for _ in range(5):
        QTest.keyClick(rows["distance"].slider, Key.Key_PageUp)
    before, whole = document.scenario, themes(document)
    apply(page)
    shares = criterion_shares(document.pack, document.assessment.evaluation.weights, "time")
    assert shares["overlap"] == pytest.approx(100 * 100 / 150, abs=1e-4)
    assert shares["distance"] == pytest.approx(100 * 50 / 150, abs=1e-4)
    assert shares["night_hours"] == 0
    assert themes(document) == pytest.approx(whole)
    assert page.done.text().startswith("Swing weights")
    document.undo_stack.undo()
    assert document.scenario == before


def test_that_bars_show_what_follows_beside_what_is_in_force(page, document):
    page.show_way(RANK)
    assert len(page.bars.texts) == 6
    assert sum(int(text.split()[-2]) for text in page.bars.texts) == 100


def test_that_bars_are_as_long_as_weights_and_notches_stand_at_those_in_force(qtbot):
    hue, found, now = QColor("#0072b2"), {"a": 60.0, "b": 30.0, "c": 10.0}, {"a": 5.0, "b": 80.0, "c": 15.0}
    bars = WeightBars()
    qtbot.addWidget(bars)
    bars.show_weights([Item(one, "", "cost", "", "") for one in found], {"cost": hue}, found, now)
    bars.resize(900, bars.sizeHint().height())
    image = bars.grab().toImage()
    ink, track = QColor(look_in_force().text), QColor(look_in_force().track)
    for place, one in enumerate(found):
        middle = (2 * place + 1) * image.height() // (2 * len(found))
        colours = [image.pixelColor(x, middle) for x in range(image.width())]
        left = min(at for at, colour in enumerate(colours) if colour == hue)
        whole = max(at for at, colour in enumerate(colours) if colour in (hue, track)) - left
        length = max(at for at, colour in enumerate(colours) if colour == hue) - left
        notch = next(at for at, colour in enumerate(colours) if at > left and colour == ink) - left
        assert length / whole == pytest.approx(found[one] / 80, abs=0.01), one
        assert notch / whole == pytest.approx(now[one] / 80, abs=0.01), one


@pytest.mark.parametrize("look", [DARK, presented(LIGHT)])
def test_that_every_way_draws_in_every_look(page, look):
    put_in_force(look)
    finish_dressing()
    for way in (RANK, PAIRS, SWING):
        page.show_way(way)
        assert not page.grab().isNull()


def test_that_a_pack_with_one_theme_weighs_its_criteria(make_page, generic_document):
    page = make_page(generic_document)
    assert page.scope.name == "Criteria"
    QTest.mouseClick(page.rank.down, LEFT)
    apply(page)
    shares = criterion_shares(generic_document.pack, generic_document.assessment.evaluation.weights, "all")
    assert shares == pytest.approx({"price": 75, "quality": 25})


def test_that_the_window_slides_the_page_in_from_priorities_and_menu(document, open_window):
    window = open_window(document)
    window.priorities.ways_button.menu().actions()[0].trigger()
    assert isinstance(window.side_page.content, ElicitationPage)
    assert window.side_page.title == "Set weights another way"
    window.side_page.close_page()
    window.actions_["another-way"].trigger()
    page = window.side_page.content
    assert isinstance(page, ElicitationPage)
    QTest.mouseClick(page.rank.down, LEFT)
    QTest.mouseClick(page.apply_button, LEFT)
    assert window.priorities.caption.text() == "Your own weights"
    window.actions_["undo"].trigger()
    assert window.priorities.caption.text() != "Your own weights"


def test_that_the_drawer_compares(document, open_window):
    window = open_window(document)
    window.drawer.show_tab("compare")
    window.selection.select("IND")
    assert "India" in window.drawer.panel("compare").difference.chart.sentence()


def test_that_applying_leaves_locked_themes_alone(page, document):
    before = themes(document)
    locked = with_locked_theme(document.scenario, "cost", True)
    document.edit(locked, "lock")
    for _ in range(4):
        QTest.keyClick(page.rank.list, Key.Key_Down, ALT)
    assert page.locked.text() == f"Locked, so it stays: {document.pack.theme_label('cost')}"
    apply(page)
    after = themes(document)
    assert after != before
    assert after["cost"] == pytest.approx(before["cost"])
    assert sum(after.values()) == pytest.approx(100)


def test_that_with_everything_locked_nothing_changes(page, document):
    scenario = document.scenario
    for theme in themes(document):
        scenario = with_locked_theme(scenario, theme, True)
    document.edit(scenario, "lock all")
    before = themes(document)
    QTest.keyClick(page.rank.list, Key.Key_Down, ALT)
    apply(page)
    assert themes(document) == pytest.approx(before)
    assert "in force already" in page.done.text()


@pytest.mark.parametrize("look", [LIGHT, presented(DARK)])
def test_that_no_word_of_the_ways_is_cut(page, look):
    put_in_force(look)
    finish_dressing()
    page.resize(440, 901)
    for index in (PAIRS, SWING, RANK):
        page.show_way(index)
        button = page.segments.button(index)
        font = QFont(button.font())
        font.setWeight(QFont.Weight.DemiBold)
        assert button.width() >= QFontMetrics(font).horizontalAdvance(button.text()) + 8


def test_that_a_theme_keeps_its_hue_in_the_row_that_is_chosen():
    chip = _chip(QColor("#d55e00"))
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        assert chip.pixmap(8, 32, mode).toImage().pixelColor(4, 16) == QColor("#d55e00")
