"""Nearshore thresholds and the industry's proposals, set with real keys and clicks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from advisor.places.languages import LANGUAGES
from advisor.ui.home.conditions_page import ConditionsPage, languages_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, document):
    made = ConditionsPage(document)
    qtbot.addWidget(made)
    made.resize(460, 1000)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_that_all_languages_of_the_trade_are_offered(default_pack):
    assert set(LANGUAGES) <= {code for code, _ in languages_of(default_pack)}
    assert ("zh", "Mandarin") in languages_of(default_pack)


def test_that_a_narrower_clock_difference_turns_neighbours_into_offshore(page, document):
    row = document.pack.location_ids.index("EGY")
    assert document.assessment.engagement(row) == "nearshore"
    page.places.hours.setFocus()
    page.places.hours.selectAll()
    QTest.keyClicks(page.places.hours, "1")
    QTest.keyClick(page.places.hours, Qt.Key.Key_Return)
    assert document.scenario.engagement_rule.max_clock_hours == 1.0
    assert document.assessment.engagement(row) == "offshore"
    document.undo_stack.undo()
    assert page.places.hours.value() == 3


def test_that_distance_and_region_count(page, document):
    page.places.distance.setValue(1000)
    box = page.places.region
    QTest.mouseClick(box, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(8, box.height() // 2))
    rule = document.scenario.engagement_rule
    assert (rule.max_distance_km, rule.same_region_is_near) == (1000.0, False)
    row = document.pack.location_ids.index("POL")
    assert document.assessment.engagement(row) == "offshore"


def test_that_an_industry_says_what_it_raises_and_its_musts_are_added_one_by_one(page, document):
    document.edit(replace(document.scenario, industry="finance"), "industry")
    assert "“Regulation” weighs" in page.industry.effect.text()
    assert [button.accessibleName() for button in page.industry.buttons] == [
        "Add the must-have: Not on the FATF grey list",
        "Add the must-have: Data transfer from home at least 50",
    ]
    QTest.mouseClick(page.industry.buttons[0], LEFT)
    assert document.scenario.must_haves.fatf == "grey"
    assert len(page.industry.buttons) == 1
    QTest.mouseClick(page.industry.buttons[0], LEFT)
    assert document.scenario.must_haves.limit("data_transfer", ">=") == 50.0
    assert page.industry.buttons == []
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.scenario.must_haves.fatf == "black"
    assert len(page.industry.buttons) == 2


def test_that_no_industry_raises_nothing(page):
    assert "No weight is raised." in page.industry.effect.text()


def test_that_weights_set_by_hand_are_not_said_to_rise(page, document):
    themes = dict.fromkeys(document.assessment.evaluation.weights.themes, 1.0)
    criteria = {criterion.id: 1.0 for criterion in document.pack.criteria}
    own = replace(document.scenario, theme_weights=themes, criterion_weights=criteria, industry="legal")
    document.edit(own, "own")
    assert "yours are set by hand" in page.industry.effect.text()
