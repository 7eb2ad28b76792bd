"""The people of a study through the real window, by keys: who they are, the vote, what they come to."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStyle, QStyleOptionFrame, QStyleOptionViewItem

from advisor.app.document.document import Document
from advisor.app.models.people_model import COVERED, FIRST_THEME, IMPORTANCE, NAME, PeopleModel
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.study import Stakeholder
from advisor.ui.look.current import finish_dressing, look_in_force
from advisor.ui.people.people_panel import FINDINGS, PEOPLE, RANKINGS, WEIGHTS
from advisor.ui.people.people_table import PeoplePage
from advisor.ui.people.vote_screen import COVER, END, WEIGHING

Key, Mod = Qt.Key, Qt.KeyboardModifier
DASH = "\N{EN DASH}"


@pytest.fixture
def as_opened():
    """Asked for by tests of what has not been made yet: their window is one that nobody has used."""


@pytest.fixture
def window(request, open_window, one_window, assessor, default_pack):
    """The window of the default study, as new, with the tab of the people in front and the first page."""
    study = default_study(default_pack)
    if "as_opened" in request.fixturenames:
        used = open_window(Document(assessor, study))
    else:
        used = one_window
        used.document.new(study)
        used.messages.clear()
    used.drawer.show_tab("people")
    panel = used.drawer.panel("people")
    panel.show_page(PEOPLE)
    panel.people.field.clear()
    assert panel.vote_screen is None or panel.vote_screen.isHidden()
    assert panel.is_covered
    return used


@pytest.fixture
def document(window):
    return window.document


@pytest.fixture
def panel(window):
    return window.drawer.panel("people")


THEMES = ("cost", "people", "language", "time", "regulation", "resilience")
POINTS = {
    "Finance director": (55, 10, 10, 5, 10, 10),
    "Head of customer service": (20, 25, 30, 15, 4, 6),
    "Head of technology": (25, 35, 10, 10, 10, 10),
    "Legal and compliance": (25, 10, 10, 5, 35, 15),
    "Operations manager": (25, 20, 15, 25, 5, 10),
}


@pytest.fixture
def voted(document):
    """A study with five people who have weighed."""
    people = (
        Stakeholder(name, 1.0, {theme: float(part) for theme, part in zip(THEMES, points, strict=True)})
        for name, points in POINTS.items()
    )
    return replace(document.study, stakeholders=tuple(people))


@pytest.fixture
def workshop(window, document, panel, voted):
    """The tab of the people after that study was opened."""
    document.new(voted)
    return panel


def press(window, key, modifier=Mod.NoModifier):
    """A key to whatever has the focus."""
    QTest.keyClick(window.focusWidget(), key, modifier)


def add(panel, *names):
    panel.people.field.setFocus()
    for name in names:
        QTest.keyClicks(panel.people.field, name)
        QTest.keyClick(panel.people.field, Key.Key_Return)


def names(document):
    return [person.name for person in document.study.stakeholders]


def cell(panel, row, column):
    return panel.model.index(row, column).data()


def choose(panel, row, column=NAME):
    table = panel.people.table
    table.setFocus()
    table.setCurrentIndex(panel.model.index(row, column))
    return table


@pytest.mark.usefixtures("as_opened")
def test_that_three_people_vote_hidden_are_revealed_and_all_is_undone_to_the_first_state(
    window, panel, document
):
    first = document.study
    add(panel, "Ann", "Bob", "Cy")
    assert names(document) == ["Ann", "Bob", "Cy"]
    window.actions_["vote"].trigger()
    screen = panel.vote_screen
    assert screen.geometry() == window.rect()
    for name, slider, steps in (("Ann", 0, 4), ("Bob", 4, 4), ("Cy", 2, 2)):
        assert (screen.stage, screen.who.text()) == (COVER, name)
        assert screen.weighing is None  # nothing is to be seen but the name
        press(window, Key.Key_Return)
        assert screen.stage == WEIGHING
        for _ in range(slider):
            press(window, Key.Key_Tab)
        for _ in range(steps):
            press(window, Key.Key_Right, Mod.ShiftModifier)
        press(window, Key.Key_Return, Mod.ControlModifier)
        assert cell(panel, 0, FIRST_THEME) == COVERED
    assert screen.stage == END
    assert panel.is_covered
    assert panel.findings.texts == ()
    press(window, Key.Key_Return)  # reveal
    assert screen.isHidden()
    assert not panel.is_covered
    assert panel.page == FINDINGS
    said = " ".join(panel.findings.texts)
    assert "Kendall's W" in said
    assert "divides the room most" in said
    assert "is nearest to the group" in said
    ann, bob, cy = document.study.stakeholders
    assert max(ann.theme_weights, key=ann.theme_weights.get) == "cost"
    assert bob.theme_weights["regulation"] > ann.theme_weights["regulation"]
    assert cy.theme_weights["language"] > ann.theme_weights["language"]
    panel.findings.use_button.click()
    assert document.scenario.theme_weights
    assert document.undo_stack.count() == 7  # three names, three votes, the group's weights
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.study == first


def test_that_enter_in_the_field_adds_and_a_name_is_given_once(window, panel, document):
    add(panel, "Ann", "ann")
    assert names(document) == ["Ann"]
    assert "called 'Ann' already" in window.messages.text
    assert panel.people.field.text() == "ann"  # to be mended


def test_that_keys_move_rename_and_remove(panel, document):
    add(panel, "Ann", "Bob", "Cy")
    table = choose(panel, 2)
    QTest.keyClick(table, Key.Key_Up, Mod.AltModifier)
    assert names(document) == ["Ann", "Cy", "Bob"]
    assert panel.people.current == "Cy"
    typed(table, 1, NAME, "Cyrus")
    assert names(document) == ["Ann", "Cyrus", "Bob"]
    choose(panel, 0)
    QTest.keyClick(table, Key.Key_Delete)
    assert names(document) == ["Cyrus", "Bob"]
    assert document.undo_stack.undoText() == "remove Ann"


def typed(table, row, column, text):
    table.setCurrentIndex(table.model().index(row, column))
    QTest.keyClick(table, Key.Key_F2)
    editor = table.viewport().findChildren(QLineEdit)[-1]  # those of earlier cells are on their way out
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()


def test_that_cards_are_typed_in_and_covered_at_once(panel, document):
    add(panel, "Ann")
    table = choose(panel, 0)
    assert cell(panel, 0, FIRST_THEME) == DASH
    typed(table, 0, FIRST_THEME, "70")
    typed(table, 0, FIRST_THEME + 4, "30")
    points = document.study.stakeholders[0].theme_weights
    assert [points["cost"], points["regulation"], sum(points.values())] == [70, 30, 100]
    assert cell(panel, 0, FIRST_THEME) == COVERED
    assert panel.model.index(0, FIRST_THEME).data(Qt.ItemDataRole.EditRole) == ""
    panel.set_covered(False)
    assert [cell(panel, 0, FIRST_THEME), cell(panel, 0, panel.model.columnCount() - 1)] == ["70", "100"]


def test_that_what_cannot_be_typed_is_refused_with_the_reason(window, panel, document):
    add(panel, "Ann")
    before = document.study
    for column, text, said in (
        (FIRST_THEME, "many", "is not a number"),
        (FIRST_THEME, "-5", "is below 0"),
        (IMPORTANCE, "-1", "is below 0"),
    ):
        typed(choose(panel, 0), 0, column, text)
        assert said in window.messages.text
        assert document.study == before


def test_that_importance_changes_the_group(workshop, document):
    workshop.set_covered(False)
    before = workshop.figures.decision.group.weights.theme_weights
    workshop.model.setData(workshop.model.index(0, IMPORTANCE), "5")
    after = workshop.figures.decision.group.weights.theme_weights
    assert after[0] > before[0]  # who counts more wants cost


def test_that_votes_are_covered_whenever_a_study_is_opened(workshop, document, voted):
    workshop.set_covered(False)
    document.new(voted)
    assert workshop.is_covered
    workshop.show_page(FINDINGS)
    assert "5 of 5 people have weighed. The votes are hidden." in workshop.cover_text.text()
    workshop.cover_button.click()
    assert workshop.findings.texts


def test_that_escape_goes_back_and_leaves_without_a_vote(window, workshop, document):
    first = document.study
    workshop.begin_vote(["Finance director"])
    screen = workshop.vote_screen
    press(window, Key.Key_Return)
    press(window, Key.Key_Right)
    press(window, Key.Key_Escape)
    assert screen.stage == COVER
    press(window, Key.Key_Escape)
    assert screen.isHidden()
    assert document.study == first
    assert not document.undo_stack.canUndo()


def test_that_votes_which_were_revealed_are_covered_again_while_somebody_votes(window, workshop):
    workshop.set_covered(False)
    workshop.begin_vote(["Finance director"])
    assert workshop.is_covered
    press(window, Key.Key_Escape)
    assert workshop.vote_screen.isHidden()
    assert workshop.is_covered


def test_that_the_screen_keeps_the_keyboard(window, workshop):
    workshop.begin_vote(["Finance director"])
    press(window, Key.Key_Return)
    screen = workshop.vote_screen
    for _ in range(40):
        press(window, Key.Key_Tab)
        assert screen.isAncestorOf(window.focusWidget())


@pytest.mark.parametrize("way", [1, 2, 3])
def test_that_what_is_in_sight_counts_whichever_way_it_was_set(window, workshop, document, way):
    workshop.begin_vote(["Legal and compliance"])
    press(window, Key.Key_Return)
    page = workshop.vote_screen.weighing
    page.show_way(way)
    if way == 1:
        page.rank.list.setCurrentRow(5)
        for _ in range(5):
            QTest.keyClick(page.rank.list, Key.Key_Up, Mod.AltModifier)
        wanted = page.rank.list.order()[0][0]
    elif way == 2:
        row = page.pairs.rows[0]
        QTest.keyClick(row, Key.Key_Left)
        wanted = None
    else:
        row = page.swing.rows[1]
        QTest.keyClick(row.slider, Key.Key_End)
        wanted = row.item.id
    found = page.elicited()
    by_id = page.scope.by_id(found.weights)
    press(window, Key.Key_Return, Mod.ControlModifier)
    shares = next(p for p in document.study.stakeholders if p.name == "Legal and compliance").theme_weights
    assert shares == pytest.approx({key: 100 * share for key, share in by_id.items()}, abs=1e-4)
    if wanted:
        assert shares[wanted] == max(shares.values())


def test_that_a_vote_on_the_criteria_of_a_theme_is_kept_too(window, workshop, document):
    workshop.begin_vote(["Legal and compliance"])
    press(window, Key.Key_Return)
    page = workshop.vote_screen.weighing
    page.choose_scope("regulation")
    QTest.keyClick(page.sliders.rows[0].slider, Key.Key_End)
    press(window, Key.Key_Return, Mod.ControlModifier)
    person = next(p for p in document.study.stakeholders if p.name == "Legal and compliance")
    assert person.criterion_weights
    assert person.theme_weights["regulation"] == pytest.approx(35)


def test_that_charts_show_everybody_once_revealed(workshop, document):
    workshop.set_covered(False)
    workshop.show_page(WEIGHTS)
    scene = workshop.weights.scene
    people = [person.name for person in document.study.stakeholders]
    for theme in workshop.figures.decision.group.weights.themes:
        assert [mark.values for mark in scene.of(f"{theme}/group")]
        assert all(scene.of(f"{theme}/{name}") for name in people)
    words = [mark.words for mark in scene.stops]
    assert "Finance director gives “Cost” 55 %" in words
    workshop.show_page(RANKINGS)
    scene = workshop.ranks.scene
    leader = document.pack.location_ids[workshop.figures.decision.leader]
    assert scene.of(leader)[0].values[0] == 1
    assert "Rank" not in scene.table.split("\n")[0]
    assert scene.table.startswith("Location\tMean\tBorda\tRegret\tFinance director")


def test_that_moving_a_weight_of_the_scenario_reckons_nothing_anew(workshop, document):
    from advisor.scenario.edits.weight_edits import with_theme_share

    workshop.set_covered(False)
    before = workshop.figures
    document.edit(with_theme_share(document.pack, document.scenario, "cost", 80), "x")
    assert workshop.figures is before


def test_that_votes_dropped_on_the_window_are_taken_in_and_covered(window, panel, document, tmp_path, qtbot):
    panel.set_covered(False)
    paths = []
    for name in ("ana", "ben"):
        path = tmp_path / f"vote-{name}.csv"
        path.write_text(
            f'name,cost,people,language,time,regulation,resilience\r\n"{name.title()}",1,2,3,4,5,5\r\n',
            encoding="utf-8-sig",
        )
        paths.append(path)
    drop(window, paths)
    qtbot.waitUntil(lambda: names(document) == ["Ana", "Ben"])
    assert panel.is_covered
    assert "2 votes were taken" in window.messages.text
    document.undo_stack.undo()
    assert names(document) == []


def test_that_a_table_with_problems_takes_nothing_and_names_them(window, panel, document, tmp_path, qtbot):
    path = tmp_path / "votes.csv"
    path.write_text("name,cost,people\nAna,x,1\n,3,2\n", encoding="utf-8")
    drop(window, [path])
    qtbot.waitUntil(lambda: bool(window.messages.text))
    assert names(document) == []
    assert "No vote was taken." in window.messages.text
    assert "line 2, column cost: 'x' is not a number" in window.messages.text
    assert "line 3, column name: Nobody is named" in window.messages.text


def test_that_a_dropped_spreadsheet_is_a_study_or_votes_by_what_it_holds(
    window, panel, document, tmp_path, qtbot
):
    path = tmp_path / "votes.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["name", "cost", "people", "language", "time", "regulation", "resilience"])
    book.active.append(["Ana", 1, 1, 1, 1, 1, 1])
    book.save(path)
    drop(window, [path])
    qtbot.waitUntil(lambda: names(document) == ["Ana"])


def drop(window, paths: list[Path]):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, button, Mod.NoModifier)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, button, Mod.NoModifier))


def test_that_ballots_are_written_and_a_folder_that_is_not_there_is_told(window, workshop, tmp_path):
    assert workshop.files.save_browser_ballot(tmp_path / "b.html")
    assert "b.html" in window.messages.text
    assert workshop.files.save_paper_ballots(tmp_path / "b.pdf")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")
    assert not workshop.files.save_browser_ballot(tmp_path / "no" / "b.html")
    assert "could not be written" in window.messages.text


def test_that_a_vote_ends_when_another_study_is_opened(window, workshop, document, default_pack):
    window.actions_["vote"].trigger()
    assert workshop.vote_screen.isVisible()
    document.new(default_study(default_pack))
    assert not workshop.vote_screen.isVisible()


@pytest.mark.usefixtures("as_opened")
def test_that_without_people_a_vote_asks_for_some(window, panel):
    window.actions_["vote"].trigger()
    assert panel.vote_screen is None
    assert "add people" in window.messages.text
    assert panel.page == PEOPLE
    assert panel.people.hint.isVisible()
    add(panel, "Ann")
    assert panel.people.table.isVisible()
    assert not panel.people.hint.isVisible()


def test_that_cells_say_whose_they_are(panel, document):
    add(panel, "Ann")
    spoken = panel.model.index(0, FIRST_THEME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Ann, Cost: not weighed yet"


def test_that_a_pack_without_places_can_be_voted_on(open_window, generic_document):
    window = open_window(generic_document)
    window.drawer.show_tab("people")
    panel = window.drawer.panel("people")
    add(panel, "Ann", "Bob")
    panel.take_vote()
    for _ in range(2):
        press(window, Key.Key_Return)
        press(window, Key.Key_Return, Mod.ControlModifier)
    assert all(person.has_weighed for person in generic_document.study.stakeholders)
    press(window, Key.Key_Return)
    assert panel.findings.texts


def test_that_the_groups_weights_stay_covered_until_the_votes_are_revealed(window, workshop, document):
    before = document.scenario
    window.actions_["use-group"].trigger()
    assert document.scenario == before
    assert "Show them before" in window.messages.text
    window.actions_["reveal"].trigger()
    assert not workshop.is_covered
    window.actions_["use-group"].trigger()
    assert document.scenario != before
    assert document.undo_stack.undoText() == "use the group's weights"


def test_that_any_sequence_of_edits_is_undone_to_the_first_state(panel, document):
    """Two hundred random edits of people, cards, importance and votes; then all the way back and forth."""
    chance = random.Random(7)
    model, page = panel.model, panel.people
    first = document.study
    for at in range(200):
        row = chance.randrange(model.rowCount()) if model.rowCount() else -1
        page.table.setCurrentIndex(model.index(row, NAME))
        what = chance.choice(
            ["add", "add", "points", "points", "points", "move", "count", "rename", "remove"]
        )
        if what == "add" or row < 0:
            page.field.setText(f"P{at}")
            page.add()
        elif what == "points":
            column = FIRST_THEME + chance.randrange(6)
            model.setData(model.index(row, column), str(chance.randrange(60)))
        elif what == "move":
            page.move_current(chance.choice([-1, 1]))
        elif what == "count":
            model.setData(model.index(row, IMPORTANCE), str(chance.randrange(4)))
        elif what == "rename":
            model.setData(model.index(row, NAME), f"Q{at}")
        else:
            page.remove()
    last = document.study
    assert document.undo_stack.count() > 100
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.study == first
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert document.study == last


def test_that_names_are_shown_as_they_are_typed(window, panel, document):
    name = "<b>R&D</b> <img src='file:///x.png'>"
    add(panel, name, "Ann")
    assert cell(panel, 0, NAME) == name
    assert "&lt;b&gt;" in panel.model.index(0, FIRST_THEME).data(Qt.ItemDataRole.ToolTipRole)
    panel.take_vote()
    screen = panel.vote_screen
    assert screen.who.text() == name
    assert screen.who.textFormat() == Qt.TextFormat.PlainText
    for towards in (Key.Key_Right, Key.Key_Left):
        press(window, Key.Key_Return)
        press(window, towards, Mod.ShiftModifier)
        press(window, Key.Key_Return, Mod.ControlModifier)
    press(window, Key.Key_Return)
    texts = [text for text in panel.findings.findChildren(QLabel) if name in text.text()]
    assert texts
    assert all(text.textFormat() == Qt.TextFormat.PlainText for text in texts)


@pytest.mark.parametrize(("width", "is_below"), [(700, False), (480, False), (360, True)])
def test_that_buttons_without_room_beside_the_field_for_names_stand_below_it(
    qtbot, document, width, is_below
):
    page = PeoplePage(document, PeopleModel(document))
    qtbot.addWidget(page)
    page.resize(width, 400)
    page.show()
    QApplication.sendPostedEvents()
    field, frame = page.field, QStyleOptionFrame()
    field.initStyleOption(frame)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, field).width()
    assert room >= field.fontMetrics().horizontalAdvance(field.placeholderText()) + 4
    assert (page.weigh_button.y() > field.geometry().bottom()) == is_below
    assert page.remove_button.geometry().right() == page.width() - 13


def test_that_a_row_has_the_lines_that_its_name_is_shown_in(qtbot, document, voted):
    document.new(voted)
    page = PeoplePage(document, PeopleModel(document))
    qtbot.addWidget(page)
    page.show()
    table, seen = page.table, set()
    for width in range(320, 620, 7):
        page.resize(width, 400)
        QApplication.processEvents()
        for row in range(5):
            lines = lines_of(table, row)
            seen.add(lines)
            more = table.rowHeight(row) - table.verticalHeader().defaultSectionSize()
            assert round(more / table.fontMetrics().height()) == lines - 1, (width, row)
    assert seen >= {1, 2}


def lines_of(table, row):
    """How many lines Qt writes a name in."""
    index, option, style = table.model().index(row, NAME), QStyleOptionViewItem(), table.style()
    table.initViewItemOption(option)
    option.rect, option.text = table.visualRect(index), index.data()
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, table).width()
    beside = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, table) + 1
    layout = QTextLayout(option.text, table.font())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room - 2 * beside)
    layout.endLayout()
    return layout.lineCount()


def test_that_rows_are_low_again_after_larger_type(window, document):
    table = window.drawer.panel("people").people.table
    people = tuple(Stakeholder(name, 1.0, {}) for name in ("Ann", "Ben"))
    window.choose_text_size(200)
    finish_dressing()
    document.new(replace(document.study, stakeholders=people))
    QApplication.processEvents()
    window.choose_text_size(100)
    finish_dressing()
    QApplication.processEvents()
    assert max(table.rowHeight(row) for row in range(2)) <= look_in_force().base + 16


def test_that_findings_that_are_replaced_are_out_of_sight_at_once(window, workshop, document):
    workshop.set_covered(False)
    workshop.show_page(FINDINGS)
    shown = [part for part in workshop.findings.findChildren(QLabel) if part.isVisible()]
    people = document.study.stakeholders
    document.edit_study(replace(document.study, stakeholders=people[1:]), "without the first")
    assert shown
    assert not any(part.isVisible() for part in shown)


def test_that_a_line_runs_under_all_headings_where_they_are_turned(window, workshop):
    table = workshop.people.table
    table.resize(380, 300)
    assert table.head.is_turned
    picture = table.head.grab().toImage()
    ratio, colours = picture.devicePixelRatio(), set()
    for column in range(table.head.count()):
        middle = table.head.sectionViewportPosition(column) + table.head.sectionSize(column) / 2
        colours.add(picture.pixelColor(round(middle * ratio), picture.height() - 1).name())
    assert colours == {QColor(look_in_force().line).name()}


def test_that_points_stay_near_their_names_in_a_wide_window(qtbot, document, voted):
    document.new(voted)
    page = PeoplePage(document, PeopleModel(document))
    qtbot.addWidget(page)
    page.show()
    page.resize(2_400, 400)
    QApplication.processEvents()
    table = page.table
    widths = [table.columnWidth(column) for column in range(table.head.count())]
    assert widths[NAME] < 500
    assert min(widths[1:]) > 150
    assert table.viewport().width() - len(widths) <= sum(widths) <= table.viewport().width()


def test_that_turned_headings_stand_over_the_ends_of_figures_and_the_first_begins_as_low(window, workshop):
    table = workshop.people.table
    table.resize(380, 300)
    head = table.head
    assert head.is_turned
    picture = head.grab().toImage()
    paper, high = picture.pixelColor(1, 1), picture.height() - 3
    inked = []
    for column in range(head.count()):
        left, wide = head.sectionViewportPosition(column), head.sectionSize(column)
        spots = [
            (x - left, y)
            for x in range(left, min(left + wide, picture.width()))
            for y in range(high)
            if picture.pixelColor(x, y) != paper
        ]
        inked.append((max(x for x, _y in spots), max(y for _x, y in spots), wide))
    assert all(5 <= wide - right <= 12 for right, _low, wide in inked[1:])
    lows = [low for _right, low, _wide in inked]
    assert max(lows) - min(lows) <= 3
