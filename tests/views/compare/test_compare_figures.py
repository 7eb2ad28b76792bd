"""Two locations beside each other: the data of the comparison."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.core.aggregation import Aggregation
from advisor.core.robustness import robustness
from advisor.datapack.loading import load_pack
from advisor.scenario.edits.weight_moves import with_move, with_moves
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.compare.compare_figures import compare
from advisor.views.compare.compare_texts import disagreement_text, first_by_methods, lead_text, least_move
from advisor.views.compare.opinion_figures import opinions
from advisor.views.compare.sensitivity_figures import movable, weight_lines
from advisor.views.compare.what_if_figures import rank_line
from advisor.words.place_names import within_sentence

PAIRS = [("POL", "ROU"), ("IND", "PHL"), ("ZAF", "POL")]


@pytest.fixture(scope="module", params=["additive", "geometric"])
def assessment(request, assessor, default_pack):
    return assessor.assess(replace(default_scenario(default_pack), aggregation=Aggregation(request.param)))


@pytest.fixture
def generic(write_pack):
    pack = load_pack(write_pack())
    return Assessor(pack).assess(default_scenario(pack))


@pytest.mark.parametrize("pair", PAIRS)
def test_that_differences_are_sorted_and_add_up_to_the_lead(assessment, pair):
    found = compare(assessment, *pair)
    points = [d.points for d in found.differences]
    assert points == sorted(points, reverse=True)
    scores = assessment.evaluation.scores
    assert sum(points) == pytest.approx(scores[found.a] - scores[found.b])


@pytest.mark.parametrize("pair", PAIRS)
def test_that_turning_the_pair_round_turns_every_difference_round(assessment, pair):
    there, back = compare(assessment, *pair), compare(assessment, *reversed(pair))
    mine = {d.id: d.points for d in there.differences}
    assert {d.id: -d.points for d in back.differences} == pytest.approx(mine)
    assert there.ahead == back.ahead
    assert there.sentence == back.sentence


@pytest.mark.parametrize("pair", PAIRS)
def test_that_the_likelihood_of_the_lead_is_what_certainty_counts(assessment, pair):
    found = compare(assessment, *pair)
    assert compare(assessment, *reversed(pair)).likelihood == found.likelihood
    ahead, behind = found.name(found.ahead), within_sentence(found.name(found.behind), "en")
    share = f"{100 * found.likelihood:.0f} %"
    expected = f"{ahead} scores higher than {behind} in {share} of plausible weightings and figures."
    assert found.likelihood_sentence in (expected, expected.replace("100 %", ">99 %"))
    counted = robustness(assessment.evaluation, 2_000, spread=assessment.scenario.weight_spread)
    if counted.rank_high[found.ahead] < counted.rank_low[found.behind]:
        assert found.likelihood >= 0.9


@pytest.mark.parametrize("pair", PAIRS)
def test_that_every_move_makes_the_two_level(assessor, default_pack, assessment, pair):
    found = compare(assessment, *pair)
    assert found.moves
    for move in found.moves:
        if 0 < move.needed < 0.999:
            after = assessor.assess(with_move(default_pack, assessment.scenario, move)).evaluation
            assert after.scores[found.a] == pytest.approx(after.scores[found.b], abs=1e-4), move


@pytest.mark.parametrize("pair", PAIRS)
def test_that_the_smallest_joint_change_makes_the_two_level(assessor, default_pack, assessment, pair):
    found = compare(assessment, *pair)
    after = assessor.assess(with_moves(default_pack, assessment.scenario, found.smallest)).evaluation
    assert after.scores[found.a] == pytest.approx(after.scores[found.b], abs=1e-4)
    total = sum(abs(move.needed - move.now) for move in found.smallest)
    alone = [m for m in found.moves if m.level == found.smallest[0].level]
    assert all(total <= 2 * abs(move.needed - move.now) + 1e-9 for move in alone)


def test_that_an_excluded_location_is_said_to_be_excluded(assessor, default_pack):
    assessment = assessor.assess(default_scenario(default_pack))
    said = compare(assessment, "IRN", "POL").sentence
    assert said.endswith("is excluded by a must-have, whatever its score.")


def test_that_the_table_holds_every_criterion_and_the_sum(assessment):
    lines = compare(assessment, "POL", "ROU").table.splitlines()
    assert len(lines) == len(assessment.pack.criteria) + 2
    assert lines[0].split("\t")[3:5] == ["Poland", "Romania"]


def test_that_figures_from_peers_carry_an_asterisk(assessment):
    values, known = assessment.cells.values, assessment.evaluation.valued.known
    row = next(i for i in range(len(values)) if not known[i].all() and i != 0)
    found = compare(assessment, assessment.pack.location_ids[row], assessment.pack.location_ids[0])
    marked = {d.id for d in found.differences if d.first.endswith("*")}
    unknown = {c.id for c, told in zip(assessment.pack.criteria, known[row], strict=True) if not told}
    assert marked <= unknown
    assert marked


def test_that_a_crossing_in_the_chart_is_the_flip_of_the_theme(assessment):
    for pair in PAIRS:
        found = compare(assessment, *pair)
        for move in found.moves:
            if move.level == "theme":
                lines = weight_lines(assessment, move.id, found.a, found.b)
                assert lines.crossing is not None
                assert lines.crossing.share == pytest.approx(move.needed, abs=1e-9)


def test_that_a_crossing_of_a_criterion_is_its_flip(assessor, default_pack):
    assessment = assessor.assess(default_scenario(default_pack))
    found = compare(assessment, "POL", "ROU")
    moves = {move.id: move.needed for move in found.moves if move.level == "criterion"}
    for key, _name in movable(assessment):
        if key in moves:
            lines = weight_lines(assessment, key, found.a, found.b)
            assert lines.crossing is not None
            assert lines.crossing.share == pytest.approx(moves[key], abs=1e-9)


def test_that_whoever_reigns_over_a_stretch_of_weights_leads_there(assessor, default_pack, assessment):
    from advisor.scenario.edits.weight_edits import with_theme_share

    lines = weight_lines(assessment, "cost", 0, 1)
    assert lines.reigns[0].start == 0.0
    assert lines.reigns[-1].end == 1.0
    ranked = assessment.evaluation.ranks > 0
    for reign in lines.reigns:
        middle = 50.0 * (reign.start + reign.end)
        scenario = with_theme_share(default_pack, assessment.scenario, "cost", middle)
        scores = assessor.assess(scenario).evaluation.scores
        assert scores[reign.row] == pytest.approx(scores[ranked].max(), abs=1e-6)


def test_that_the_compared_and_all_leaders_are_drawn_first(assessment):
    lines = weight_lines(assessment, "people", 3, 7)
    assert lines.lines.rows[:2].tolist() == [3, 7]
    assert {reign.row for reign in lines.reigns} <= set(lines.lines.rows.tolist())
    assert len(lines.table().splitlines()) == 102


def test_that_only_themes_can_be_moved_where_scores_are_products(assessment):
    offered = {key for key, _ in movable(assessment)}
    geometric = assessment.evaluation.aggregation.method == "geometric"
    assert ("saving" in offered) != geometric
    assert set(assessment.evaluation.weights.themes) <= offered


def test_that_a_pack_with_one_theme_moves_its_criteria(generic):
    assert [key for key, _ in movable(generic)] == ["quality", "price"]
    lines = weight_lines(generic, "quality", 0, 1)
    assert lines.now == pytest.approx(0.5)
    assert not lines.is_theme
    found = compare(generic, "a", "b")
    move = next(m for m in found.moves if m.id == "quality")
    assert lines.crossing is not None
    assert lines.crossing.share == pytest.approx(move.needed)


def test_that_a_location_better_on_nothing_has_no_way_to_lead(generic):
    found = compare(generic, "c", "a")
    assert found.moves == found.smallest == ()
    assert found.smallest_sentence == ""
    assert "better on nothing" in found.sentence


def test_that_second_opinions_hold_the_best_and_the_two_compared(assessment):
    told = opinions(assessment, ("NER", "POL"), top=5)
    names = [row.name for row in told.rows]
    assert len(names) in (6, 7)
    assert "Poland" in names
    assert [row.headline for row in told.rows] == sorted(row.headline for row in told.rows)
    methods = {v.method for v in told.verdicts}
    assert assessment.evaluation.aggregation.method not in methods
    assert {"topsis", "promethee", "equal-weights"} <= methods
    for verdict in told.verdicts:
        assert -1 <= verdict.tau <= 1
        assert verdict.words.startswith("They differ most on") or verdict.words.startswith("It ranks every")
    assert told.table().splitlines()[-1].startswith("Kendall's tau")


def test_that_names_of_criteria_and_methods_are_told_from_the_sentence_around_them():
    assert "of weight from “years of school” to “rent” and “pay”." in least_move(
        2.0, ["Years of school"], ["Rent", "Pay"]
    )
    assert "“TOPSIS” agrees most with this ranking, “Equal weights” least." in first_by_methods(
        "Poland", 1, 4, "TOPSIS", "Equal weights"
    )
    assert "Mostly because of “rent”: without it" in disagreement_text("Poland", 1, 9, "rent", 2)
    assert lead_text("Poland", "rent", (0.1, 0.2), "", "India").startswith("Poland leads until “rent” weighs")


def test_that_opinions_on_a_generic_pack_can_be_told(generic):
    told = opinions(generic, ("a", "b"))
    assert [row.name for row in told.rows] == [
        generic.locations[int(i)].name for i in generic.evaluation.order
    ]
    assert told.sentence


def test_that_the_rank_over_a_figure_is_the_rank_that_the_figure_gives(assessor, default_pack, assessment):
    from advisor.scenario.edits.own_figures import with_own_figure
    from advisor.scenario.study.study import Study

    line = rank_line(assessment, "POL", "cost_per_fte")
    row = assessment.pack.location_ids.index("POL")
    assert line.rank_at(line.now) == (
        int(assessment.evaluation.ranks[row]),
        pytest.approx(assessment.evaluation.scores[row]),
    )
    for figure in (20_000.0, 45_000.0, 150_000.0):
        study = with_own_figure(Study.of(assessment.scenario), "POL", "cost_per_fte", figure)
        after = assessor.assess(study.scenario, study.own).evaluation
        assert line.rank_at(figure) == (int(after.ranks[row]), pytest.approx(after.scores[row]))


def test_that_a_dearer_place_never_ranks_better(assessment):
    line = rank_line(assessment, "POL", "cost_per_fte")
    assert (line.ranks[1:] >= line.ranks[:-1]).all()
    said = line.sentence(4 * line.now)
    assert "would fall from rank" in said
    assert line.sentence(line.now).endswith("say what it might be instead.")


def limited(assessor, default_pack, limit):
    scenario = default_scenario(default_pack)
    must = scenario.must_haves.with_limit("cost_per_fte", "<=", limit)
    return assessor.assess(replace(scenario, must_haves=replace(scenario.must_haves, bounds=must)))


def test_that_a_figure_beyond_a_must_have_excludes_rather_than_ranks(assessor, default_pack):
    from advisor.scenario.edits.own_figures import with_own_figure
    from advisor.scenario.study.study import Study

    assessment = limited(assessor, default_pack, 100_000.0)
    line = rank_line(assessment, "POL", "cost_per_fte")
    row = assessment.pack.location_ids.index("POL")
    for figure in (60_000.0, 99_999.0, 100_001.0, 150_000.0):
        study = with_own_figure(Study.of(assessment.scenario), "POL", "cost_per_fte", figure)
        after = assessor.assess(study.scenario, study.own)
        assert line.is_excluded_at(figure) == bool(after.evaluation.screening.excluded[row])
    assert "would be excluded: Cost per full-time employee USD 150 k a year" in line.sentence(150_000.0)
    assert "at most USD 100 k a year" in line.sentence(150_000.0)
    assert "rank" not in line.sentence(150_000.0)
    assert line.mark_text(150_000.0) == "150 k: excluded"
    assert line.mark_text(60_000.0).startswith("60 k: rank ")
    assert (line.excluded == (line.figures > 100_000.0)).all()
    assert line.table().splitlines()[-1].split("\t")[1] == "excluded"


def test_that_a_figure_within_the_limit_brings_an_excluded_place_back(assessor, default_pack):
    assessment = limited(assessor, default_pack, 20_000.0)
    line = rank_line(assessment, "POL", "cost_per_fte")
    assert line.sentence(line.now).startswith("Poland is excluded with “cost per full-time employee” at ")
    assert "would no longer be excluded: rank " in line.sentence(15_000.0)
    assert "would stay excluded: " in line.sentence(25_000.0)


def test_that_another_must_have_excludes_whatever_the_figure(assessor, default_pack):
    scenario = default_scenario(default_pack)
    must = replace(scenario.must_haves, engagement=frozenset({"onshore"}))
    line = rank_line(assessor.assess(replace(scenario, must_haves=must)), "POL", "cost_per_fte")
    assert line.excluded.all()
    assert "would stay excluded: nearshore is not allowed" in line.sentence(15_000.0)
