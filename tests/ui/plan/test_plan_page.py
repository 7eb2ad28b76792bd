"""The page of the plan: ticking, rewording, adding and leaving out are steps that can be undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.scenario.edits.decision_edits import with_decision
from advisor.ui.plan.plan_page import PlanPage, SectionBox
from advisor.views.plan.plan import PlanSection

Key, Left = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def page(document: Document, qtbot: QtBot) -> PlanPage:
    made = PlanPage(document)
    qtbot.addWidget(made)
    made.resize(460, 3000)
    made.show()
    return made


def test_that_a_tick_is_a_step_that_can_be_undone(page: PlanPage, document: Document, qtbot: QtBot) -> None:
    box = page.sections["pilot"].rows["pilot.scope"].box
    qtbot.mouseClick(box, Left, pos=QPoint(8, box.height() // 2))
    assert [(item.id, item.done) for item in document.study.plan] == [("pilot.scope", True)]
    assert page.sections["pilot"].count.text().startswith("1 of ")
    document.undo_stack.undo()
    assert document.study.plan == ()
    assert not page.sections["pilot"].rows["pilot.scope"].box.isChecked()


def test_that_a_text_is_reworded_in_place(page: PlanPage, document: Document, qtbot: QtBot) -> None:
    row = page.sections["leave"].rows["leave.people"]
    qtbot.mouseClick(row.text, Left)
    assert row.field.isVisible()
    row.field.setPlainText("We hire the team.")
    qtbot.keyClick(row.field, Key.Key_Return)
    assert row.text.text() == "We hire the team."
    assert document.study.plan[0].text == "We hire the team."
    qtbot.keyClick(row.text, Key.Key_Return)
    row.field.setPlainText("Something else")
    qtbot.keyClick(row.field, Key.Key_Escape)
    assert row.text.text() == "We hire the team."


def test_that_an_empty_text_takes_the_proposal_again(
    page: PlanPage, document: Document, qtbot: QtBot
) -> None:
    row = page.sections["leave"].rows["leave.people"]
    before = row.text.text()
    for text in ("Mine.", ""):
        qtbot.mouseClick(row.text, Left)
        row.field.setPlainText(text)
        qtbot.keyClick(row.field, Key.Key_Return)
    assert row.text.text() == before
    assert document.study.plan == ()


def test_that_lines_are_added_left_out_and_shown_again(
    page: PlanPage, document: Document, qtbot: QtBot
) -> None:
    section = page.sections["ask"]
    qtbot.keyClicks(section.add, "Ask about the canteen.")
    qtbot.keyClick(section.add, Key.Key_Return)
    assert section.add.text() == ""
    assert section.rows["ask.own-1"].text.text() == "Ask about the canteen."
    qtbot.mouseClick(section.rows["ask.security"].remove, Left)
    assert "ask.security" not in section.rows
    assert section.restore.isVisible()
    qtbot.mouseClick(section.restore, Left)
    assert "ask.security" in section.rows
    assert not section.restore.isVisible()
    qtbot.mouseClick(section.rows["ask.own-1"].remove, Left)
    assert document.study.plan == ()


def test_that_a_text_beyond_all_bounds_is_refused_with_a_word(
    page: PlanPage, document: Document, qtbot: QtBot
) -> None:
    row = page.sections["leave"].rows["leave.people"]
    qtbot.mouseClick(row.text, Left)
    row.field.setPlainText("x" * 10_001)
    qtbot.keyClick(row.field, Key.Key_Return)
    assert "longer than" in page.problem.text()
    assert page.problem.isVisible()
    assert document.study.plan == ()


def test_that_the_page_follows_a_decision_in_a_turn_of_its_own(
    page: PlanPage, document: Document, qtbot: QtBot
) -> None:
    before = page.basis.text()
    document.edit_study(with_decision(document.study, date(2026, 11, 28), chosen="POL"), "log a decision")
    assert page.basis.text() == before
    qtbot.waitUntil(lambda: "Poland" in page.basis.text())
    assert page.sections["risk"].title.text() == "Risks of Poland"


def test_that_sections_take_another_plan_one_after_the_other(
    page: PlanPage, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    show = SectionBox.show_section

    def count(box: SectionBox, section: PlanSection, *, lacks: bool) -> None:
        shown.append(section.id)
        show(box, section, lacks=lacks)

    every, turn = list(page.sections), page._pieces._go_on
    monkeypatch.setattr(SectionBox, "show_section", count)
    document.edit_study(with_decision(document.study, date(2026, 11, 28), chosen="POL"), "log a decision")
    assert shown == []
    for at in range(len(every)):
        turn()
        assert shown == every[: at + 1]
    assert page._pieces.is_done


def test_that_a_pack_without_places_has_the_page_too(generic_document: Document, qtbot: QtBot) -> None:
    page = PlanPage(generic_document)
    qtbot.addWidget(page)
    assert "Alpha" in page.basis.text()
    assert [id_ for id_, box in page.sections.items() if not box.rows] == ["risk"]
    assert "weak on nothing" in page.sections["risk"].intro.text()
