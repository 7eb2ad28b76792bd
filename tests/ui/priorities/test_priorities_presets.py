"""Published weightings in the menu of the priorities."""

from __future__ import annotations

import pytest

from advisor.app.document.document import Document
from advisor.scenario.edits.weight_edits import theme_shares
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.ui.priorities.priorities_panel import PrioritiesPanel


def test_that_the_menu_takes_published_weights_in_one_step_of_undo(qtbot, default_pack):
    document = Document(Assessor(default_pack), default_study(default_pack))
    panel = PrioritiesPanel(document)
    qtbot.addWidget(panel)
    before = document.scenario
    actions = {action.text(): action for action in panel.ways_button.menu().actions()}
    assert len([text for text in actions if text.startswith("As in ")]) == 4
    name = next(text for text in actions if "2015" in text)
    assert "Costs 50, risks 20, conditions 30." in actions[name].toolTip()
    actions[name].trigger()
    shares = theme_shares(document.assessment.evaluation.weights)
    assert shares["cost"] == pytest.approx(50)
    document.undo_stack.undo()
    assert document.scenario == before
