"""What a room is shown, as marks: type, contrast, room, figures, and what there is to show without places."""

from __future__ import annotations

import math
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import combinations, pairwise

import numpy as np
import pytest

from advisor.core.robustness import robustness
from advisor.core.screening import Bound
from advisor.core.tolerance import published_lead
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK, EXAMPLES
from advisor.scenario.edits.decision_edits import with_decision
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import read_study
from advisor.scenario.study.talk import TalkStep
from advisor.views.look.theme import DARK, LIGHT, staged
from advisor.views.marked_figure import marked_pair
from advisor.views.scene.box import Size
from advisor.views.scene.marks import Align, Bar, Cell, Dot, Rule, Text
from advisor.views.scene.roles import Role, role_colour
from advisor.views.scene.type_styles import ELLIPSIS, PlainMeasurer, Style, pixels
from advisor.views.stage.cards_scene import cards_scene
from advisor.views.stage.compare_scene import compare_scene
from advisor.views.stage.head_scenes import foot_scene, head_height, head_scene
from advisor.views.stage.priorities_scene import People, people_of, priorities_scene
from advisor.views.stage.range_scenes import certainty_scene, cost_scene
from advisor.views.stage.spotlight_scene import spotlight_scene
from advisor.views.stage.stage_texts import headline, question
from advisor.views.stage.standings import Standings, short_name
from advisor.views.stage.steps import step_name, steps_of
from advisor.views.stage.words_scenes import covered_scene, decision_scene, question_scene, title_scene
from advisor.words.locale import set_locale

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
def usual(assessor, workshop):
    return shown_of(assessor, workshop)


@pytest.fixture(scope="module")
def undecided(assessor):
    """The same without a decision."""
    return shown_of(assessor, read_study(EXAMPLES / "workshop.advisor"))


@contextmanager
def language_of(code):
    """Another language, for as long as something is made."""
    set_locale(code)
    try:
        yield
    finally:
        set_locale("en")


@pytest.fixture(scope="module")
def spanish_assessor():
    with language_of("es"):
        return Assessor(load_pack(DEFAULT_PACK))


@pytest.fixture(scope="module")
def spanish(spanish_assessor):
    """The study without a decision, with names of places and themes as Spanish has them."""
    with language_of("es"):
        return shown_of(spanish_assessor, read_study(EXAMPLES / "workshop.advisor"))


@pytest.fixture(scope="module")
def from_islands(spanish_assessor):
    """The same seen from the home with the longest name."""
    with language_of("es"):
        study = read_study(EXAMPLES / "workshop.advisor")
        seen = study.with_active(replace(study.scenario, home="VCT"))
        return shown_of(spanish_assessor, seen)


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
def nothing_left(assessor, workshop):
    must = replace(workshop.scenario.must_haves, bounds=(Bound("overlap", ">=", 24.0),))
    study = workshop.with_active(replace(workshop.scenario, must_haves=must))
    return shown_of(assessor, study)


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
    assert headline(TalkStep.COVERED, usual) == "5 of 5 people have set their weights. The votes are hidden."


def test_that_everybody_stands_on_the_bar_of_every_theme(usual):
    people = people_of(usual.assessment, usual.study.stakeholders)
    scene = scenes(usual, (1920, 1080), staged(LIGHT, 1920, 1080))["priorities"]
    dots = [mark for mark in scene.marks if isinstance(mark, Dot)]
    assert len(dots) == len(people.names) * len(usual.themes)
    assert (
        people.sentence == "“Cost” divides the room most: Security and compliance gives it 15 %, Finance 60 %"
    )
    ordered = sorted((dot for dot in dots if dot.key.startswith("cost/")), key=lambda dot: dot.x)
    assert [dot.values[0] for dot in ordered] == sorted(people.shares["cost"])


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920)])
def test_that_the_key_of_bars_and_rings_is_read_in_full(usual, size):
    with language_of("es"):  # where it is longer
        scene = scenes(usual, size, staged(LIGHT, *size))["priorities"]
    (key,) = (text for text in texts(scene) if text.text.startswith("Barra: el peso del escenario"))
    assert key.text.endswith("una persona.")


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
    assert f"{first.saving_text} less than today at home" in headline(TalkStep.COST, usual)


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


WIDE = Size(1872.0, 712.0)
MEASURE = PlainMeasurer(staged(LIGHT, 1920, 1080).base, staged(LIGHT, 1920, 1080).small)


def keyed(scene, kind, key):
    """Marks of a kind with figures that belong to a key, from left to right."""
    found = [mark for mark in scene.marks if isinstance(mark, kind) and mark.key == key and mark.values]
    return sorted(found, key=lambda mark: mark.box.x)


def tracks_of(scene):
    """The empty ways of bars, from top to bottom."""
    found = [mark for mark in scene.marks if isinstance(mark, Cell) and mark.role is Role.TRACK]
    return sorted(found, key=lambda mark: mark.box.y)


def test_that_a_card_s_bar_is_as_long_as_the_score_and_each_theme_has_its_part(usual):
    scene = cards_scene(usual, "", lambda _row: 0.0, WIDE, MEASURE)
    tracks = tracks_of(scene)
    assert len(tracks) == 5
    for one, track in zip(usual.top(5), tracks, strict=True):
        pieces = [mark for mark in keyed(scene, Cell, one.id) if mark.role is Role.THEME]
        assert [piece.theme for piece in pieces] == list(usual.themes)
        assert [piece.values[0] for piece in pieces] == pytest.approx(list(one.parts))
        left = track.box.x
        for piece in pieces:
            assert piece.box.x == pytest.approx(left, abs=0.01)
            left += piece.values[0] * track.box.width
            assert piece.box.right == pytest.approx(left, abs=2.0)
        assert (left - track.box.x) / track.box.width == pytest.approx(one.score / 100, abs=0.005)


def test_that_every_card_says_its_place_rank_and_score(usual):
    scene = cards_scene(usual, "", lambda _row: 0.0, WIDE, MEASURE)
    whole = [mark for mark in scene.stops if isinstance(mark, Cell)]
    for one, mark in zip(usual.top(5), sorted(whole, key=lambda mark: mark.box.y), strict=True):
        assert mark.key == one.id
        assert one.name in mark.said
        assert f"{one.score:.1f}" in mark.said


def test_that_bars_of_the_comparison_point_to_whom_they_speak_for_as_far_as_they_weigh(usual):
    scene = compare_scene(usual, WIDE, MEASURE)
    first, second = usual.top(2)
    evaluation = usual.assessment.evaluation
    parts = evaluation.contributions[first.row] - evaluation.contributions[second.row]
    expected = {criterion.id: float(part) for criterion, part in zip(evaluation.criteria, parts, strict=True)}
    bars = [mark for mark in scene.marks if isinstance(mark, Bar)]
    middle = scene.size.width / 2
    longest = max(bars, key=lambda bar: bar.box.width)
    for bar in bars:
        points = expected[bar.key]
        assert bar.values == pytest.approx((points,))
        assert (bar.box.centre[0] < middle) == (points > 0)
        assert (first if points > 0 else second).name in bar.said.split("points for")[1]
        share = abs(points) / abs(expected[longest.key])
        assert bar.box.width == pytest.approx(max(2.0, share * longest.box.width), abs=0.01)
    weights = [abs(expected[bar.key]) for bar in sorted(bars, key=lambda bar: bar.box.y)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] == pytest.approx(max(map(abs, expected.values())))


def test_that_the_figures_of_cost_lie_on_one_scale_from_nothing(usual):
    scene = cost_scene(usual, "", WIDE, MEASURE)
    start = min(track.box.x for track in tracks_of(scene))
    found = [mark for mark in scene.marks if isinstance(mark, Bar) and mark.values]
    assert {bar.key for bar in found} >= {one.id for one in usual.top(5)}
    one = found[0]
    unit = (one.box.right - start) / one.values[2]
    for bar in found:
        low, middle, high = bar.values
        assert low < middle < high
        assert bar.box.x == pytest.approx(start + unit * low, abs=0.01)
        assert bar.box.right == pytest.approx(start + unit * high, abs=0.01)
        knobs = [
            mark
            for mark in scene.marks
            if isinstance(mark, Cell) and mark.role is Role.TEXT and mark.box.meets(bar.box)
        ]
        assert [knob.box.centre[0] for knob in knobs] == pytest.approx([start + unit * middle], abs=0.01)


def test_that_chances_and_likely_ranks_lie_where_their_figures_are(usual):
    scene = certainty_scene(usual, "", WIDE, MEASURE)
    tracks, lines = tracks_of(scene), [mark for mark in scene.marks if isinstance(mark, Rule)]
    start, end = lines[0].start[0], lines[0].end[0]
    top = usual.top(5)
    worst = max([5, *(one.likely[1] for one in top)])
    for one, track in zip(top, tracks, strict=True):
        chance, ranks = keyed(scene, Bar, one.id)
        assert chance.values == pytest.approx((one.first,))
        assert chance.box.x == track.box.x
        assert chance.box.width == pytest.approx(max(1.0, track.box.width * one.first), abs=0.01)
        assert ranks.values == one.likely
        at = [start + (end - start) * (rank - 1) / (worst - 1) for rank in one.likely]
        assert (ranks.box.x + 2, ranks.box.right - 2) == pytest.approx(at, abs=0.01)


def test_that_bars_of_priorities_are_as_long_as_the_weights(usual):
    scene = priorities_scene(usual, None, WIDE, MEASURE)
    bars = [mark for mark in scene.marks if isinstance(mark, Bar)]
    assert [bar.key for bar in bars] == list(usual.themes)
    assert [bar.values[0] for bar in bars] == pytest.approx(list(usual.shares))
    unit = bars[0].box.width / bars[0].values[0]
    assert [bar.box.width for bar in bars] == pytest.approx([unit * bar.values[0] for bar in bars], abs=0.01)
    largest, track = max(bars, key=lambda bar: bar.values[0]), tracks_of(scene)[0]
    assert (largest.box.x, largest.box.right) == pytest.approx((track.box.x, track.box.right), abs=0.01)


def test_that_the_spotlight_s_bars_are_the_theme_scores_out_of_100(usual):
    first = usual.top(1)[0]
    scene = spotlight_scene(usual, first.id, Size(660.0, 1000.0), MEASURE)
    bars = [mark for mark in scene.marks if isinstance(mark, Bar)]
    scores = usual.assessment.evaluation.themes[first.row]
    assert [bar.values[0] for bar in bars] == pytest.approx(scores.tolist())
    for bar, track in zip(bars, tracks_of(scene), strict=True):
        assert bar.box.width == pytest.approx(track.box.width * bar.values[0] / 100, abs=0.01)


def test_that_lines_of_the_spotlight_move_closer_before_one_is_left_out(usual):
    first = usual.top(1)[0]

    def bars_at(height: float) -> list[Bar]:
        scene = spotlight_scene(usual, first.id, Size(660.0, height), MEASURE)
        return [mark for mark in scene.marks if isinstance(mark, Bar)]

    def step(bars: list[Bar]) -> float:
        return bars[1].box.y - bars[0].box.y

    loose = bars_at(1000.0)
    least = next(height for height in range(1000, 100, -1) if len(bars_at(height - 1)) < len(usual.themes))
    tight = bars_at(least)
    assert step(tight) < 0.9 * step(loose)
    assert tight[-1].box.bottom < least
    assert min(step(tight), step(loose)) > loose[0].box.height


def test_that_a_wide_and_low_spotlight_has_facts_and_all_themes_beside_each_other(usual):
    first = usual.top(1)[0]
    line = MEASURE.height(Style.PLAIN)
    width, height = 29 * line, 12 * line  # of an upright screen
    scene = spotlight_scene(usual, first.id, Size(width, height), MEASURE)
    bars = [mark for mark in scene.marks if isinstance(mark, Bar)]
    scores = usual.assessment.evaluation.themes[first.row]
    assert [bar.values[0] for bar in bars] == pytest.approx(scores.tolist())
    assert all(bar.box.x > width / 2 and bar.box.bottom < height for bar in bars)
    facts = [text for text in texts(scene) if text.text == first.score_text]
    assert facts
    assert all(text.box.right < width / 2 for text in facts)


@pytest.mark.parametrize("ems", [26, 29, 33, 38, 52])
def test_that_no_badge_is_cut_beside_a_name(usual, ems):
    line = MEASURE.height(Style.PLAIN)
    scene = cards_scene(usual, "", lambda _row: 0.0, Size(ems * line, 24 * line), MEASURE)
    said = [text.text for text in texts(scene)]
    for one in usual.top(5):
        assert one.badges in said


@pytest.mark.parametrize("width", [560.0, 640.0, 700.0, 760.0, 820.0, 1_280.0])
def test_that_what_is_said_of_the_decision_grows_no_larger_down_the_screen(undecided, width):
    measure = PlainMeasurer(34, 34)
    scene = decision_scene(undecided, Size(width, 1_500.0), measure)
    first_card = min(mark.area.y for mark in scene.marks if isinstance(mark, Cell))
    said = [mark for mark in scene.marks if isinstance(mark, Text) and mark.area.y < first_card]
    heights = [measure.height(mark.style) for mark in said]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("size", [Size(1280.0, 560.0), Size(1920.0, 860.0)])
def test_that_figures_of_the_decision_are_as_large_as_a_title_and_stand_amid_their_cards(undecided, size):
    scene = decision_scene(undecided, size, PlainMeasurer())
    cards = [mark for mark in scene.marks if isinstance(mark, Cell) and mark.role is Role.PANEL]
    figures = [mark for mark in scene.marks if isinstance(mark, Text) and mark.style is Style.TITLE]
    captions = [mark for mark in scene.marks if isinstance(mark, Text) and mark.role is Role.QUIET]
    assert len(cards) == len(figures) == 4
    for card, figure, caption in zip(cards, figures, captions[-4:], strict=True):
        above, below = figure.area.y - card.area.y, card.area.bottom - caption.area.bottom
        assert abs(above - below) < 0.2 * card.area.height
    assert max(card.area.bottom for card in cards) <= size.height


def test_that_what_speaks_for_each_of_two_places_differs_by_the_lead_that_is_told(usual):
    written = [text.text for text in texts(compare_scene(usual, WIDE, MEASURE))]
    for_first, for_second = (float(text) for text in written if text.startswith("+"))
    first, second = usual.top(2)
    ahead = published_lead(first.score, second.score)
    assert round(for_first - for_second, 1) == ahead
    assert f"by {ahead:.1f} points" in headline(TalkStep.COMPARE, usual)


@pytest.mark.parametrize(
    ("figures", "unit", "told"),
    [
        ((2.0, 9.16), "%", ("2.0 %", "9.2 %")),
        ((0.58, 0.11), "% of workforce", ("0.58 %", "0.11 %")),
        ((60.4, 66.1), "%", ("60 %", "66 %")),
        ((60.4, 60.1), "%", ("60.4 %", "60.1 %")),
        ((100.0, 70.5), "0-100", ("100", "70")),
        ((0.48, -0.62), "index \u22122.5 to 2.5", ("0.48", "\u22120.62")),
        ((52_000.0, 261_000.0), "people", ("52 k people", "261 k people")),
        ((0.0, 1.35), "hours a shift", ("0 h", "1 h 21")),
    ],
)
def test_that_figures_beside_each_other_have_equal_decimals_and_a_unit(usual, figures, unit, told):
    assessment = usual.assessment
    evaluation = assessment.evaluation
    raw = evaluation.valued.raw.copy()
    raw[:2, 0] = figures
    criteria = (replace(evaluation.criteria[0], unit=unit), *evaluation.criteria[1:])
    matrix = replace(evaluation.valued.matrix, criteria=criteria)
    other = replace(evaluation, valued=replace(evaluation.valued, matrix=matrix, raw=raw))
    found = marked_pair(replace(assessment, evaluation=other), (0, 1), 0, with_unit=True)
    assert tuple(figure.rstrip("*") for figure in found) == told


@pytest.mark.parametrize("votes", [(0.2,) * 5, (0.2, 0.2, 0.21, 0.22, 0.6), (0.0, 0.005, 0.01, 0.3, 0.3)])
def test_that_no_vote_hides_another_and_none_stands_out_of_the_bar_s_end(usual, votes):
    people = People(tuple("ABCDE"), dict.fromkeys(usual.themes, votes), "")
    scene = priorities_scene(usual, people, WIDE, MEASURE)
    ends = max(track.box.right for track in tracks_of(scene))
    for theme in usual.themes:
        dots = [mark for mark in scene.marks if isinstance(mark, Dot) and mark.key.startswith(f"{theme}/")]
        assert len(dots) == len(votes)
        for one, other in combinations(dots, 2):
            assert math.hypot(one.x - other.x, one.y - other.y) > one.radius
        assert all(dot.x + dot.radius + 3.0 <= ends + 0.01 for dot in dots)


@pytest.mark.parametrize("width", [820.0, 1_160.0])
def test_that_what_costs_are_shown_of_is_every_place_or_how_many_are_left_out(usual, width):
    names = {one.name for one in usual.top(5)}
    all_of_them = [text.text for text in texts(cost_scene(usual, "", Size(width, 800.0), MEASURE))]
    assert names <= set(all_of_them)
    assert any(text.startswith("Bar: low to high.") for text in all_of_them)
    few = [text.text for text in texts(cost_scene(usual, "", Size(width, 420.0), MEASURE))]
    shown = len(names & set(few))
    assert shown < 5
    assert ("and one more place" if shown == 4 else f"and {5 - shown} more places") in few


def test_that_axes_say_where_they_end(usual):
    written = [text.text for text in texts(certainty_scene(usual, "", WIDE, MEASURE))]
    worst = max(one.likely[1] for one in usual.top(5))
    assert {"0 %", "100 %", "1", str(worst)} <= set(written)


def test_that_names_begin_below_each_other_whatever_their_rank(usual):
    scene = cost_scene(usual, "", WIDE, MEASURE)
    names = {one.name for one in usual.top(5)} | {f"{usual.home.name} (home)"}
    assert usual.home.rank >= 10
    assert len({text.box.x for text in texts(scene) if text.text in names}) == 1


def test_that_figures_of_what_is_undecided_say_whose_they_are(undecided, usual):
    leader = undecided.top(1)[0].name
    assert f"{leader}, leading now" in [text.text for text in texts(decision_scene(undecided, WIDE, MEASURE))]
    assert not [text for text in texts(decision_scene(usual, WIDE, MEASURE)) if "leading" in text.text]


def test_that_a_covered_spotlight_tells_no_figure_of_the_ranking(usual):
    first = usual.top(1)[0]
    scene = spotlight_scene(usual, first.id, Size(700.0, 800.0), MEASURE, is_covered=True)
    written = {text.text for text in texts(scene)}
    assert first.cost_text in written
    assert not written & {"rank", "score", "likely ranks", first.score_text, first.likely_text}
    assert "score" not in scene.sentence


@pytest.mark.parametrize("is_below", [True, False])
def test_that_the_edge_of_the_spotlight_is_seen_in_full(usual, is_below):
    size = Size(700.0, 800.0)
    scene = spotlight_scene(usual, "ZAF", size, MEASURE, is_below=is_below)
    card = next(mark for mark in scene.marks if isinstance(mark, Cell) and mark.edge is Role.ACCENT)
    assert min(card.box.x, card.box.y, size.width - card.box.right, size.height - card.box.bottom) >= 2.0
    if is_below:
        assert card.box.x == pytest.approx(size.width - card.box.right)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=lambda look: look.name)
def test_that_hues_of_themes_have_an_outline_that_a_room_sees(look, usual):
    worn = staged(look, 1920, 1080)
    for name, scene in scenes(usual, (1920, 1080), worn).items():
        for mark in scene.marks:
            if isinstance(mark, Bar) and mark.role is Role.THEME:
                fill, edge = (role_colour(role, worn, mark.theme) for role in (mark.role, mark.edge))
                assert contrast(fill, worn.track) >= MARK or mark.edge_width >= 3.0, name
                assert contrast(edge, worn.track) >= MARK, name


def test_that_upright_cards_have_every_figure_below_names_that_leave_no_room_beside_them(usual):
    scene = cards_scene(usual, "", lambda _row: 0.0, Size(1_080.0, 1_500.0), MEASURE)
    written = [text.text for text in texts(scene)]
    for one in usual.top(5):
        assert {one.cost_text, one.first_text, one.overlap, one.score_text} <= set(written)


def test_that_upright_cards_above_a_spotlight_have_every_figure_too(spanish):
    with language_of("es"):
        scene = cards_scene(spanish, "ZAF", lambda _row: 0.0, Size(1_080.0, 950.0), MEASURE)
        top = spanish.top(5)
        wanted = {text for one in top for text in (one.name, one.cost_text, one.overlap, one.score_text)}
    assert wanted <= {text.text for text in texts(scene)}
    parts = [cell.box for cell in scene.marks if isinstance(cell, Cell) and cell.role is Role.THEME]
    names = [text.box for text in texts(scene) if text.style is Style.LARGE or text.role is Role.QUIET]
    assert not [part for part in parts for name in names if inked_over(part, name)]


def test_that_long_names_leave_upright_cards_their_figures(from_islands):
    with language_of("es"):
        scene = cards_scene(from_islands, "", lambda _row: 0.0, Size(1_080.0, 950.0), MEASURE)
        wanted = {text for one in from_islands.top(5) for text in (one.name, one.badges, one.cost_text)}
    assert wanted <= {text.text for text in texts(scene)}


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1080, 1920)], ids=str)
def test_that_long_names_of_places_and_criteria_are_read_in_full(from_islands, size):
    worn = staged(LIGHT, *size)
    measure = PlainMeasurer(worn.base, worn.small)
    with language_of("es"):
        made = [
            cost_scene(from_islands, "", Size(size[0], 0.6 * size[1]), measure),
            compare_scene(from_islands, Size(size[0], 0.66 * size[1]), measure),
        ]
    written = [text.text for scene in made for text in texts(scene)]
    assert "San Vicente y las Granadinas (origen)" in written
    assert not [text for text in written if text.endswith(ELLIPSIS)]


@pytest.mark.parametrize("width", [1_228.0, 1_920.0])
def test_that_a_star_beside_a_figure_is_explained_below(from_islands, usual, width):
    with language_of("es"):
        starred = [text.text for text in texts(compare_scene(from_islands, Size(width, 700.0), MEASURE))]
    assert any(text.endswith("*") for text in starred)
    assert any("* estimado" in text and not text.endswith(ELLIPSIS) for text in starred)
    plain = [text.text for text in texts(compare_scene(usual, Size(1_920.0, 700.0), MEASURE))]
    assert not [text for text in plain if "*" in text]


def inked_over(one, other):
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@pytest.mark.parametrize("height", [1_000.0, 1_650.0])
@pytest.mark.parametrize("scene", [covered_scene, decision_scene])
def test_that_little_of_an_upright_screen_is_left_empty(undecided, scene, height):
    cells = cells_of(scene(undecided, Size(1_080.0, height), MEASURE))
    assert height - max(cell.box.bottom for cell in cells) <= 0.06 * height


def test_that_lines_of_the_spotlight_move_apart_where_there_is_room(usual):
    first = usual.top(1)[0].id
    for width, height, is_below in ((690.0, 1_000.0, False), (1_080.0, 520.0, True)):
        scene = spotlight_scene(usual, first, Size(width, height), MEASURE, is_below=is_below)
        bars = [mark for mark in scene.marks if isinstance(mark, Bar)]
        assert len(bars) == len(usual.themes)
        assert height - max(bar.box.bottom for bar in bars) <= 2.0 * MEASURE.height(Style.PLAIN)


@pytest.mark.parametrize("size", [Size(1_150.0, 1_000.0), Size(1_228.0, 1_000.0), Size(1_920.0, 1_000.0)])
def test_that_the_question_is_as_large_as_a_title_with_a_spotlight_beside_it_too(usual, size):
    hold_large(question_scene(usual, size, MEASURE), question(usual))


@pytest.mark.parametrize("width", [1_228.0, 1_920.0])
def test_that_the_same_holds_where_the_question_is_longer(spanish, width):
    with language_of("es"):
        hold_large(question_scene(spanish, Size(width, 1_000.0), MEASURE), question(spanish))


def hold_large(scene, whole):
    """The question is said in full in the type of a title, and so is what its figures count."""
    asked = [text for text in texts(scene) if text.box.y < min(cell.box.y for cell in cells_of(scene))]
    assert " ".join(text.text for text in asked) == whole
    assert {text.style for text in asked} == {Style.TITLE}
    assert not [text.text for text in texts(scene) if text.text.endswith(ELLIPSIS)]


def test_that_a_question_without_room_for_a_title_is_not_half_as_large(usual):
    scene = question_scene(usual, Size(1_150.0, 800.0), MEASURE)
    asked = [text for text in texts(scene) if text.box.y < min(cell.box.y for cell in cells_of(scene))]
    assert {text.style for text in asked} == {Style.HEADLINE}


@pytest.mark.parametrize("language", ["en", "es"])
def test_that_an_upright_screen_gives_words_of_the_decision_their_room(undecided, language):
    with language_of(language):
        scene = decision_scene(undecided, Size(1_080.0, 1_700.0), MEASURE)
    assert texts(scene)[0].style is Style.LARGE


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_that_no_word_of_an_undecided_step_is_cut_beside_a_spotlight(spanish, size):
    worn = staged(LIGHT, *size)
    measure = PlainMeasurer(worn.base, worn.small)
    with language_of("es"):
        scene = decision_scene(spanish, Size(0.64 * size[0], 0.78 * size[1]), measure)
    assert not [text.text for text in texts(scene) if text.text.endswith(ELLIPSIS)]


def test_that_a_low_spotlight_takes_air_from_its_head_before_it_leaves_a_theme_out(usual):
    first, line = usual.top(1)[0].id, MEASURE.height(Style.PLAIN)
    scene = spotlight_scene(usual, first, Size(690.0, 16.2 * line), MEASURE)
    bars = [mark for mark in scene.marks if isinstance(mark, Bar)]
    assert len(bars) == len(usual.themes)
    (name,) = (text for text in texts(scene) if text.text == usual.top(1)[0].name)
    assert name.style is Style.LARGE
    roomy = spotlight_scene(usual, first, Size(690.0, 20 * line), MEASURE)
    assert next(text for text in texts(roomy) if text.text == name.text).style is Style.HUGE


def test_that_figures_of_a_spotlight_do_not_touch_each_other(usual):
    first, line = usual.top(1)[0].id, MEASURE.height(Style.PLAIN)
    for lines in (17.0, 17.8, 18.5, 20.0, 26.0):
        scene = spotlight_scene(usual, first, Size(690.0, lines * line), MEASURE)
        figures = [text for text in texts(scene) if text.align is Align.RIGHT]
        for one, below in pairwise(sorted(figures, key=lambda text: text.box.y)):
            apart = below.box.centre[1] - one.box.centre[1]
            assert apart >= 0.86 * MEASURE.height(max(one.style, below.style, key=MEASURE.height))


def test_that_lines_below_the_title_turn_rather_than_fall_a_size(usual):
    scene = title_scene(usual, DAY, Size(760.0, 1_000.0), MEASURE)
    assert {text.style for text in texts(scene) if text.role is Role.QUIET} == {Style.LARGE}


def cells_of(scene):
    return [mark for mark in scene.marks if isinstance(mark, Cell)]


def test_that_who_shares_the_last_rank_that_is_shown_is_named(default_pack, undecided):
    names = [one.name for one in undecided.top(6)]
    ranks = [one.rank for one in undecided.top(7)]
    assert ranks[4] == ranks[5] == 4 != ranks[6]
    assert headline(TalkStep.TOP, undecided).endswith(f"by 1.0 points; also at rank 4: {names[5]}")


def test_that_of_many_who_share_the_last_rank_that_is_shown_it_is_said_how_many(default_pack, undecided):
    study = undecided.study
    language = {theme: 100.0 * (theme == "language") for theme in undecided.themes}
    only = study.with_active(replace(study.scenario, theme_weights=language))
    shown = Standings(Assessor(default_pack).assess(only.scenario, only.own), only)
    assert len(shown.level_with_the_last()) == 7
    assert headline(TalkStep.TOP, shown).endswith("by 4.0 points; 7 more at rank 5")
