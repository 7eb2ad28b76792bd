"""What a room is told, in sentences."""

from __future__ import annotations

import math

import pytest

from advisor.datapack.loading import load_pack
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Stakeholder
from advisor.views.people.people_figures import agreement_words, group_figures, sides

CRITERIA = "id,theme,direction,lower,upper,theme_weight\nprice,cost,down,0,100,50\nskill,talent,up,0,10,50\n"
VALUES = (
    "location_id,criterion_id,value\na,price,0\na,skill,0\nb,price,100\nb,skill,10\nc,price,40\nc,skill,7\n"
)


def person(name, cost, importance=1.0):
    return Stakeholder(name, importance, {"cost": float(cost), "talent": 100.0 - cost})


@pytest.fixture
def told(write_pack):
    assessment = Assessor(load_pack(write_pack(criteria=CRITERIA, values=VALUES))).assess(Scenario())

    def tell(*people):
        return group_figures(assessment, people)

    return tell


def texts(figures):
    return {finding.id: finding.text for finding in figures.findings}


def test_that_a_room_of_three_is_told_what_was_worked_out_by_hand(told):
    """Scores of Alpha, Beta, Gamma: Ann 80 20 62, Bob 20 80 68, Cy 50 50 65; the group 50 50 65."""
    said = texts(told(person("Ann", 80), person("Bob", 20), person("Cy", 50)))
    assert said["leaders"] == (
        "Gamma is first by the mean of the weights, by Borda count and by least worst regret. "
        "1 of 3 puts Gamma first: Cy."
    )
    assert said["agreement"].startswith("The room is divided: 0.09 on a scale")
    # Shares 80, 20, 50: spread 24.5 points; cost scores 100, 0, 60 differ by 41.1, talent 0, 100, 70 by 42.3.
    assert said["divides"] == (
        "“Talent” divides the room most: Bob gives it 80 %, Ann 20 %; that is worth 10.3 points of the score."
    )
    assert said["acceptable"] == (
        "Gamma is what most could live with: nobody gives up more than 18.0 points of their own best, "
        "Ann the most."
    )
    assert said["near"] == (
        "Cy is nearest to the group, Ann farthest: to weigh as the group does, Ann would have to move 30 % "
        "of the weight, Cy 0 %."
    )
    assert said["compromise"] == (
        "If everybody gave “Talent” 50 %, as the group does, agreement would go from 0.09 to 1.00. "
        "Gamma would stay first, and 3 of 3 people would put it first themselves (now 1)."
    )
    # Without Bob cost weighs 65: Alpha 65, Gamma 63.5; without Ann 35: Gamma 66.5, Beta 65; without Cy 50.
    assert said["without"] == "Gamma is first only with everybody: without Bob it would be Alpha."
    assert "waiting" not in said


def test_that_sides_name_who_stands_where_the_farthest_first(told):
    figures = told(person("Ann", 80), person("Bob", 20), person("Cy", 50), person("Dee", 70))
    assert sides(figures, "cost") == (("Ann", "Dee"), ("Bob", "Cy"))
    assert "More than the group: Bob and Cy. Less: Ann and Dee." in texts(figures)["divides"]


def test_that_one_voice_that_decides_is_named(told):
    """Without Ann cost weighs 25: Beta 75, Gamma 67.5, Alpha 25."""
    figures = told(person("Ann", 95, 4.0), person("Bob", 20), person("Cy", 30))
    assert texts(figures)["without"] == "Alpha is first only with everybody: without Ann it would be Beta."


def test_that_people_who_agree_are_told_so(told):
    said = texts(told(person("Ann", 60), person("Bob", 60)))
    assert said["agreement"].startswith("The room is of one mind: 1.00")
    assert said["divides"].startswith("Nothing divides the room")
    assert said["acceptable"] == "Gamma is everybody's best: nobody gives up anything."
    assert said["leaders"].endswith("Everybody puts Gamma first.")
    assert "compromise" not in said
    assert "near" not in said


def test_that_one_person_alone_is_no_room(told):
    said = texts(told(person("Ann", 60)))
    assert said["agreement"] == "One person alone always agrees: add somebody else."
    assert set(said) == {"leaders", "agreement", "acceptable"}


def test_that_who_has_not_weighed_is_named(told):
    said = texts(told(person("Ann", 60), Stakeholder("Bob"), Stakeholder("Cy")))
    assert said["waiting"].startswith("Bob and Cy count with the usual weights")


@pytest.mark.parametrize(
    ("kendall_w", "words"),
    [(0.95, "of one mind"), (0.7, "largely agreed"), (0.3, "partly agreed"), (0.29, "divided")],
)
def test_that_agreement_has_words(kendall_w, words):
    assert agreement_words(kendall_w) == words
    assert agreement_words(math.nan) == "cannot be compared"
