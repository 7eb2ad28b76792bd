"""Where things stand in the rows of the list, and in the heading above them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.places.engagement import engagement_name
from advisor.ui.look.current import finish_dressing, put_in_force
from advisor.ui.ranking.ranking_delegate import ListDelegate
from advisor.ui.ranking.ranking_view import RankingView
from advisor.views.look.theme import LIGHT, scaled


@pytest.fixture
def delegate(qtbot: QtBot, document: Document) -> ListDelegate:
    view = RankingView(document, Selection(), glide_ms=0)
    qtbot.addWidget(view)
    return view.list.delegate


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("ems", [20, 25, 40])
def test_that_figures_of_both_lines_end_at_one_place_with_half_an_em_between_headings(
    delegate: ListDelegate, percent: int, ems: int
) -> None:
    put_in_force(scaled(LIGHT, percent / 100))
    finish_dressing()
    small, places = delegate.small, delegate.places(ems * delegate.look.base)
    (overlap, left, width), (_, cost_left, cost_width) = places.figures
    assert places.name[0] + places.name[1] == cost_left + cost_width
    assert places.score[0] + places.score[1] == left + width
    heading, _sample = delegate.rows.model.columns[overlap].in_list or ("", "")
    begins = left + width - max(map(small.width, ("Score", heading)))
    assert begins - (cost_left + cost_width) >= small.width("M") / 2


def test_that_engagement_models_are_told_in_full_or_by_their_shape_alone(delegate: ListDelegate) -> None:
    word = delegate.small.width(engagement_name("nearshore"))
    least = 4 * delegate.look.base
    told = set()
    for width in range(240, 700, 10):
        places = delegate.places(width)
        assert places.badge[1] > word if places.full_words else places.badge[1] < delegate.small.height
        assert not places.full_words or places.bar[1] >= least
        told.add(places.full_words)
    assert told == {False, True}
