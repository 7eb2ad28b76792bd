"""What a room is shown, as marks: type, contrast, room, figures, and what there is to show without places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations

import numpy as np
import pytest

from advisor.core.robustness import robustness
from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.paths import EXAMPLES
from advisor.scenario.edits.decision_edits import with_decision
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import read_study
from advisor.scenario.study.talk import TalkStep
from advisor.views.look.theme import DARK, LIGHT, staged
from advisor.views.scene.box import Size
from advisor.views.scene.marks import Bar, Cell, Dot, Text
from advisor.views.scene.roles import Role, role_colour
from advisor.views.scene.type_styles import PlainMeasurer, Style, pixels
from advisor.views.stage.cards_scene import cards_scene
from advisor.views.stage.compare_scene import compare_scene
from advisor.views.stage.head_scenes import foot_scene, head_height, head_scene
from advisor.views.stage.priorities_scene import people_of, priorities_scene
from advisor.views.stage.range_scenes import certainty_scene, cost_scene
from advisor.views.stage.spotlight_scene import spotlight_scene
from advisor.views.stage.stage_texts import headline
from advisor.views.stage.standings import Standings, short_name
from advisor.views.stage.steps import step_name, steps_of
from advisor.views.stage.words_scenes import covered_scene, decision_scene, question_scene, title_scene

SCREENS = ((1280, 720), (1920, 1080), (3840, 2160), (1080, 1920), (1024, 768))
DAY = date(2026, 11, 29)
LONG = "The United Commonwealth of Far Distant Islands, Atolls and Other Territories Overseas"
DRAWS = 200
ROOM, MARK = 7.0, 3.0


def shown_of(assessor, study):
    assessment = assessor.assess(study.scenario, study.own)
    counted = robustness(assessment.evaluation, DRAWS)
    ranks = dict(zip(assessment.pack.location_ids, assessment.evaluation.ranks[::-1].tolist(), strict=True))
    return Standings(assessment, study, counted, "Alpha is first in 8 % of weightings.", ranks)


@pytest.fixture(scope="module")
def workshop():
    """A study with people who have weighed and a decision."""
    study = read_study(EXAMPLES / "workshop.advisor")
    return with_decision(
        study, DAY, who="The board", note="It is nearest. " * 60, chosen="ZAF", rejected=("IND", "PHL", "POL")
    )


@pytest.fixture(scope="module")
def usual(default_pack, workshop):
    return shown_of(Assessor(default_pack), workshop)


@pytest.fixture(scope="module")
def long_names(default_pack, workshop):
    """The same with the longest names that anybody has thought of."""
    places = tuple(replace(place, name=f"{LONG} {place.id}") for place in default_pack.locations)
    criteria = tuple(replace(one, label=f"{LONG}: {one.id}") for one in default_pack.criteria)
    pack = replace(default_pack, locations=places, criteria=criteria)
    people = tuple(replace(one, name=f"{one.name}, {LONG}") for one in workshop.stakeholders)
    scenario = replace(workshop.scenario, name=LONG + LONG)
    study = replace(workshop, stakeholders=people, scenarios=(scenario,), active=scenario.name)
    return shown_of(Assessor(pack), study)


@pytest.fixture(scope="module")
def nothing_left(default_pack, workshop):
    must = replace(workshop.scenario.must_haves, bounds=(Bound("overlap", ">=", 24.0),))
    study = workshop.with_active(replace(workshop.scenario, must_haves=must))
    return shown_of(Assessor(default_pack), study)


@pytest.fixture
def generic(write_pack):
    pack = load_pack(write_pack())
    return shown_of(Assessor(pack), default_study(pack))


def scenes(shown, size, look):
    """Every scene of every step on a screen of a size, each in the room that it has about there."""
    measure = PlainMeasurer(look.base, look.small)
    width, height = size
    body = Size(width, 0.66 * height)
    narrow = Size(0.64 * width, body.height)
    people = people_of(shown.assessment, shown.study.stakeholders)
    first = shown.row(int(shown.assessment.evaluation.order[0])).id
    makers = {
        "title": (partial(title_scene, shown, DAY), Size(width, 0.9 * height)),
        "question": (partial(question_scene, shown), Size(width, 0.9 * height)),
        "covered": (partial(covered_scene, shown), body),
        "priorities": (partial(priorities_scene, shown, people), body),
        "alone": (partial(priorities_scene, shown, None), body),
        "cards": (partial(cards_scene, shown, first, lambda _row: 0.0), body),
        "narrow cards": (partial(cards_scene, shown, first, lambda _row: 0.0), narrow),
        "compare": (partial(compare_scene, shown), body),
        "cost": (partial(cost_scene, shown, first), body),
        "narrow cost": (partial(cost_scene, shown, first), narrow),
        "certainty": (partial(certainty_scene, shown, ""), body),
        "narrow certainty": (partial(certainty_scene, shown, first), narrow),
        "decision": (partial(decision_scene, shown), body),
        "spotlight": (partial(spotlight_scene, shown, first), Size(0.36 * width, body.height)),
    }
    made = {name: make(room, measure) for name, (make, room) in makers.items()}
    for step in TalkStep:
        sentence = headline(step, shown)
        room = Size(width, head_height(sentence, width, measure))
        made[f"head of {step}"] = head_scene(step, sentence, room, measure)
    made["foot"] = foot_scene(tuple(TalkStep), 3, Size(width, 1.6 * measure.height(Style.PLAIN)), measure)
    return made


def texts(scene):
    return [mark for mark in scene.marks if isinstance(mark, Text)]


@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_that_no_type_is_smaller_than_a_thirtieth_of_the_screen(size):
    for look in (LIGHT, DARK):
        worn = staged(look, *size)
        least = min(pixels(style, worn) for style in Style)
        assert least >= 0.032 * min(size)
        assert size != (1920, 1080) or least >= 24


@pytest.mark.parametrize("names", ["usual", "long_names"])
@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_that_texts_stand_inside_and_off_each_other(size, names, request):
    shown = request.getfixturevalue(names)
    look = staged(LIGHT, *size)
    measure = PlainMeasurer(look.base, look.small)
    for name, scene in scenes(shown, size, look).items():
        written = texts(scene)
        assert written, name
        for text in written:
            assert text.box.x >= -1 and text.box.right <= scene.size.width + 1, (name, text.text)
            assert text.box.y >= -1 and text.box.bottom <= scene.size.height + 1, (name, text.text)
            assert measure.width(text.text, text.style) <= text.box.width + 1, (name, text.text)
        for one, other in combinations(written, 2):
            assert not inked(measure, one).meets(inked(measure, other)), (name, one.text, other.text)


def inked(measure, text):
    """Where the letters of a text stand, without the air above and below."""
    width, height = measure.width(text.text, text.style), 0.6 * measure.height(text.style)
    left = {
        "left": text.box.x,
        "right": text.box.right - width,
        "centre": text.box.centre[0] - width / 2,
    }[text.align]
    return text.box._replace(x=left, width=width, y=text.box.centre[1] - height / 2, height=height)


@pytest.mark.parametrize("names", ["usual", "long_names"])
@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_that_no_figure_is_cut_whatever_the_names_are(size, names, request):
    shown = request.getfixturevalue(names)
    made = scenes(shown, size, staged(DARK, *size))
    top = shown.top()
    wanted = {
        "priorities": [f"{round(100 * share)} %" for share in shown.shares],
        "cards": [one.score_text for one in top],
        "narrow cards": [one.score_text for one in top],
        "cost": [one.cost_text for one in top[:4]],
        "narrow cost": [one.cost_text for one in top[:1]],
        "certainty": [text for one in top[:4] for text in (one.first_text, one.likely_text)],
        "spotlight": [top[0].score_text, top[0].cost_text],
        "question": ["300", str(len(shown.order))],
    }
    for name, figures in wanted.items():
        written = [text.text for text in texts(made[name])]
        assert [figure for figure in figures if figure not in written] == [], name


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)], ids=str)
@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_that_every_text_has_seven_to_one_on_what_lies_below_it(look, size, usual):
    worn = staged(look, *size)
    for name, scene in scenes(usual, size, worn).items():
        for at, mark in enumerate(scene.marks):
            if not isinstance(mark, Text):
                continue
            ground = worn.window
            for below in scene.marks[:at]:
                is_filled = isinstance(below, Bar | Cell | Dot) and below.role is not Role.NOTHING
                if is_filled and below.bounds.holds(*mark.box.centre):
                    ground = role_colour(below.role, worn, below.theme)
            assert contrast(role_colour(mark.role, worn), ground) >= ROOM, (name, mark.text)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_that_every_bar_stands_out_from_its_ground(look, usual):
    worn = staged(look, 1920, 1080)
    for name, scene in scenes(usual, (1920, 1080), worn).items():
        for mark in scene.marks:
            if isinstance(mark, Bar) and mark.opacity == 1.0:
                colours = [role_colour(role, worn, mark.theme) for role in (mark.role, mark.edge) if role]
                assert max(contrast(colour, worn.track) for colour in colours) >= MARK, name


def contrast(first, second):
    """WCAG 2 contrast of two colours."""

    def light(colour):
        parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
        linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
        return float(linear @ (0.2126, 0.7152, 0.0722))

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


def test_that_covered_priorities_show_no_share_and_nobody(usual):
    scene = scenes(usual, (1920, 1080), staged(LIGHT, 1920, 1080))["covered"]
    assert [text.text for text in texts(scene)] == [usual.theme(theme) for theme in usual.themes]
    assert headline(TalkStep.COVERED, usual) == "5 of 5 people have weighed. The votes are covered."


def test_that_everybody_stands_on_the_bar_of_every_theme(usual):
    people = people_of(usual.assessment, usual.study.stakeholders)
    scene = scenes(usual, (1920, 1080), staged(LIGHT, 1920, 1080))["priorities"]
    dots = [mark for mark in scene.marks if isinstance(mark, Dot)]
    assert len(dots) == len(people.names) * len(usual.themes)
    assert (
        people.sentence == "Cost divides the room most: Security and compliance gives it 15 %, Finance 60 %"
    )
    ordered = sorted((dot for dot in dots if dot.key.startswith("cost/")), key=lambda dot: dot.x)
    assert [dot.values[0] for dot in ordered] == sorted(people.shares["cost"])


def test_that_a_gliding_card_is_drawn_on_its_way_and_one_from_below_comes_in(usual):
    look = staged(LIGHT, 1920, 1080)
    measure, size = PlainMeasurer(look.base, look.small), Size(1920, 720)
    still = cards_scene(usual, "", lambda _row: 0.0, size, measure)
    first, sixth = usual.order[0], usual.order[5]
    moving = cards_scene(usual, "", lambda row: {first: 0.5, sixth: -1.5}.get(row, 0.0), size, measure)

    def top_of(scene, row):
        return next(mark.box.y for mark in scene.of(usual.row(row).id) if isinstance(mark, Cell))

    step = top_of(still, usual.order[1]) - top_of(still, first)
    assert top_of(moving, first) == pytest.approx(top_of(still, first) + 0.5 * step)
    assert not still.of(usual.row(sixth).id)
    assert top_of(moving, sixth) == pytest.approx(3.5 * step)


def test_that_parts_of_a_score_add_up_to_it(usual):
    for one in usual.top():
        assert 100 * sum(one.parts) == pytest.approx(one.score)


def test_that_the_cost_and_the_saving_are_those_of_the_ranking(usual):
    first = usual.top(1)[0]
    cells = usual.assessment.cells
    columns = [criterion.id for criterion in usual.assessment.evaluation.criteria]
    assert first.cost[1] == cells.values[first.row, columns.index("cost_per_fte")]
    assert f"{first.saving_text} less than the work as it is" in headline(TalkStep.COST, usual)


@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_that_without_a_place_left_every_step_says_so_or_goes_on(size, nothing_left):
    made = scenes(nothing_left, size, staged(LIGHT, *size))
    for name in ("cards", "compare", "cost", "certainty"):
        said = " ".join(text.text for text in texts(made[name]))
        assert said.startswith("No place is left: the must-haves exclude"), name
    assert headline(TalkStep.MAP, nothing_left).endswith("Relax one of them.")
    assert "Not ranked" in " ".join(text.text for text in texts(made["spotlight"]))


def test_that_a_pack_without_places_has_neither_map_nor_costs_and_asks_all_the_same(generic):
    pack = generic.assessment.pack
    steps = steps_of(pack, knows_costs=False)
    assert TalkStep.MAP not in steps and TalkStep.COST not in steps
    assert len(steps) == len(TalkStep) - 2
    assert headline(TalkStep.QUESTION, generic) == "Which of 3 places serves us best?"
    made = scenes(generic, (1920, 1080), staged(LIGHT, 1920, 1080))
    assert "What the best places cost is not known." in [text.text for text in texts(made["cost"])]
    assert "Alpha" in [text.text for text in texts(made["cards"])]


def test_that_every_step_has_a_name_and_a_name_is_cut_only_where_it_is_long():
    assert len({step_name(step) for step in TalkStep}) == len(TalkStep)
    assert short_name("Poland") == "Poland"
    assert len(short_name(LONG)) <= 32
    assert short_name(LONG).endswith("\N{HORIZONTAL ELLIPSIS}")
