"""The report as a web page: complete, escaped, without anything from elsewhere, and it opens again."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.export.report.blocks import Chapter, Report, Table
from advisor.export.report.board_page import board_page
from advisor.export.report.html_page import html_report
from advisor.export.report.ranking_chapters import ranking_chapter
from advisor.export.report.report import make_report
from advisor.export.report.report_facts import report_facts
from advisor.export.subject import Subject
from advisor.paths import EXAMPLE_STUDY, RESOURCES, plotly_script
from advisor.scenario.edits.decision_edits import with_decision
from advisor.scenario.edits.plan_edits import with_plan_item, with_tick
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.embedding import study_in
from advisor.scenario.study.files import read_study
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.own_data import OwnSite
from advisor.views.cost.cost_texts import basis_text
from advisor.words.locale import set_locale
from advisor.words.translation import language

CHAPTERS = [
    *("board", "ranking", "comparison", "cost", "certainty", "clock", "law", "plan"),
    *("weights", "method", "sources", "about"),
]
NASTY = "</script><script>alert('x')</script> & \"<b>"


class Page(HTMLParser):
    """What a browser makes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.text: list[str] = []
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag
        if tag == "script":
            self.scripts.append((dict(attrs), ""))

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "script":
            attrs, text = self.scripts[-1]
            self.scripts[-1] = (attrs, text + data)
        elif self._in != "style":
            self.text.append(data)

    @property
    def run(self) -> list[str]:
        """The scripts that a browser runs."""
        return [text for attrs, text in self.scripts if "type" not in attrs]

    @property
    def chapters(self) -> list[str | None]:
        return [attrs["id"] for tag, attrs in self.tags if tag == "section"]


def page_of(subject: Subject) -> Page:
    return Page(html_report(make_report(subject), subject.study))


def board_of(subject: Subject) -> Chapter:
    """The page for the board alone."""
    return board_page(report_facts(subject))


@pytest.fixture(scope="module")
def written(subject: Subject, report: Report) -> str:
    return html_report(report, subject.study)


@pytest.fixture(scope="module")
def page(written: str) -> Page:
    return Page(written)


def test_that_every_chapter_is_there_the_board_page_first(page: Page) -> None:
    assert page.chapters == CHAPTERS
    links = [attrs["href"] for tag, attrs in page.tags if tag == "a"]
    assert links == [f"#{chapter}" for chapter in CHAPTERS]


def test_that_the_board_page_says_what_a_board_asks(subject: Subject, report: Report) -> None:
    board = report.chapters[0]
    evaluation = subject.assessment.evaluation
    leader = subject.assessment.locations[int(evaluation.order[0])].name
    texts = str(board.blocks)
    headings = ("Why ", "speaks against", "How sure", "costs and saves", "would change", "Flags", "Next step")
    assert all(heading in texts for heading in headings)
    assert leader in texts
    assert [card.caption for card in board.blocks[1].cards] == [
        *("Recommendation", "Runner-up", "First in", "Saving", "Payback month", "A person a year")
    ]
    assert "would lead if" in texts


def test_that_the_place_that_leads_is_no_runner_up_of_one_that_was_chosen(
    subject: Subject, make_subject
) -> None:
    pack, order = subject.assessment.pack, subject.assessment.evaluation.order
    first, third = (subject.assessment.locations[int(order[place])] for place in (0, 2))
    chosen = make_subject(pack, with_decision(subject.study, date(2026, 11, 28), chosen=third.id))
    cards = board_of(chosen).blocks[1].cards
    assert [(card.caption, card.figure) for card in cards[:2]] == [
        ("Recommendation", third.name),
        ("Leads abroad", first.name),
    ]


def test_that_the_board_reads_who_is_first_more_often_than_what_is_recommended(subject: Subject) -> None:
    row = int(subject.assessment.evaluation.order[0])
    assert subject.certainty is not None
    other = int(subject.assessment.evaluation.order[1])
    chances = 0.0 * subject.certainty.p_first
    chances[row] = 0.5
    leading = replace(subject, certainty=replace(subject.certainty, p_first=chances.copy()))
    assert "first more often" not in str(board_of(leading).blocks)
    chances[row], chances[other] = 0.24, 0.38
    shifted = replace(subject, certainty=replace(subject.certainty, p_first=chances))
    name = subject.assessment.locations[other].name
    assert f"{name} is first more often: in 38 %." in str(board_of(shifted).blocks)


def test_that_the_short_list_has_the_place_the_next_ones_and_home(subject: Subject, report: Report) -> None:
    board = report.chapters[0]
    (table,) = (block for block in board.blocks if isinstance(block, Table))
    evaluation, locations = subject.assessment.evaluation, subject.assessment.locations
    home = subject.assessment.pack.location(subject.assessment.scenario.home).name
    first = [locations[int(row)].name for row in evaluation.order[:4]]
    assert [row[1].text for row in table.rows][:4] == first
    assert home in [row[1].text for row in table.rows]
    assert table.strong == {0}


def test_that_a_board_is_not_told_of_a_rest_where_there_is_none(subject: Subject, report: Report) -> None:
    row = int(subject.assessment.evaluation.order[0])
    assert subject.assessment.evaluation.coverage[row] == pytest.approx(1.0)
    texts = str(report.chapters[0].blocks)
    assert "All of the weight rests on known figures." in texts
    assert "the rest is estimated" not in texts
    assert "anything is > 99 %" in texts  # ten thousand draws make nothing certain


def test_that_paper_keeps_rows_together_and_says_how_many_it_leaves_out(page: Page) -> None:
    ranking = [attrs.get("class") or "" for tag, attrs in page.tags if tag == "tr"]
    assert any("first" in each for each in ranking)
    assert any("last" in each for each in ranking)
    said = [text for text in page.text if "list them all" in text]
    assert said == ["20 of 205; the report as a web page and the spreadsheet list them all."]


def test_that_what_stands_at_the_foot_of_paper_cannot_end_its_style_sheet(
    few_places_pack: DataPack, make_subject
) -> None:
    study = read_study(EXAMPLE_STUDY)
    study = study.with_active(replace(study.scenario, name='</style><b>"; } x'))
    text = html_report(make_report(make_subject(few_places_pack, study)), study)
    style = text[text.index("<style>") : text.index("</style>")]
    assert "@bottom-right" in style
    assert "\\3c " in style
    assert text.count("</style>") == 1


def test_that_no_figure_of_the_report_has_the_name_of_another(report: Report) -> None:
    (cost,) = (chapter for chapter in report.chapters if chapter.id == "cost")
    assert "A person in a steady year" in str(cost.blocks)
    assert "'A person a year" not in str(cost.blocks)


def test_that_the_printed_map_is_drawn_as_high_as_its_box() -> None:
    css = (RESOURCES / "report" / "report.css").read_text(encoding="utf-8")
    script = (RESOURCES / "report" / "report.js").read_text(encoding="utf-8")
    printed = css[css.index("@media print") :]
    (box,) = re.findall(r"\.map \{ height: (\d+)px", printed)
    (drawn,) = re.findall(r"PRINTED_HEIGHT = (\d+)", script)
    assert int(box) == int(drawn) + 2  # its border


def test_that_a_number_and_its_percent_sign_stay_on_one_line(page: Page) -> None:
    sentences = [text for text in page.text if "The chance that it saves anything" in text]
    assert sentences
    assert not any(re.search(r"\d %", text) for text in sentences)


def test_that_nothing_comes_from_elsewhere(page: Page) -> None:
    for tag, attrs in page.tags:
        assert tag not in ("link", "iframe", "img", "object", "embed", "base", "form")
        for name in ("src", "href", "action", "srcset", "data", "xlink:href"):
            assert (attrs.get(name) or "#").startswith("#"), (tag, attrs)
    policy = next(a["content"] for t, a in page.tags if t == "meta" and a.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert "unsafe-eval" not in policy


def test_that_scripts_are_ours_and_the_plotting_librarys_alone(page: Page) -> None:
    topology, library, ours = page.run
    assert library == plotly_script().read_text(encoding="utf-8").replace("</script", "<\\/script")
    assert "PlotlyGeoAssets" in topology
    assert len(ours) < 5_000
    assert not re.search(r"https?://|fetch\(|XMLHttpRequest|import\(", topology + ours)
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)


def test_that_texts_of_people_and_packs_are_escaped(few_places_pack: DataPack, make_subject) -> None:
    study = read_study(EXAMPLE_STUDY)
    study = study.with_active(replace(study.scenario, name=NASTY))
    study = with_decision(study, date(2026, 11, 28), who=NASTY, note=NASTY, chosen="POL", rejected=("IND",))
    study = with_tick(with_plan_item(study, "ask", NASTY), "ask.own-1", True)
    subject = make_subject(few_places_pack, study)
    page = page_of(subject)
    assert len(page.run) == 3
    assert not any("alert(" in text for text in page.run)
    assert NASTY in "".join(page.text)
    assert "decisions" in page.chapters
    assert "Poland was chosen" in "".join(page.text)


def test_that_the_map_holds_every_place_with_its_card(subject: Subject, page: Page) -> None:
    data = json.loads(next(text for attrs, text in page.scripts if attrs.get("id") == "map-data"))
    land, pins = data["traces"]
    ids = set(subject.assessment.pack.location_ids)
    assert len(ids & set(land["locations"])) + len(pins["lat"]) >= len(ids)
    assert len(land["locations"]) == len(land["z"]) == len(land["text"])
    leader = subject.assessment.locations[int(subject.assessment.evaluation.order[0])]
    card = land["text"][land["locations"].index(leader.id)]
    assert card.startswith(f"<b>{leader.name}</b><br>Rank 1")


def test_that_the_ranking_is_the_programs(subject: Subject, report: Report) -> None:
    chapter = next(one for one in report.chapters if one.id == "ranking")
    table = chapter.blocks[-1]
    evaluation = subject.assessment.evaluation
    names = [subject.assessment.locations[int(row)].name for row in evaluation.order]
    assert [row[1].text for row in table.rows] == names
    assert table.rows[0][3].key == pytest.approx(float(evaluation.scores[evaluation.order[0]]))


def test_that_the_page_opens_again_and_ranks_the_same(subject: Subject, written: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(written, encoding="utf-8")
    study = study_in(path)
    assert study == subject.study
    again = Assessor(subject.assessment.pack).assess(study.scenario, study.own)
    assert again.evaluation.ranks.tolist() == subject.assessment.evaluation.ranks.tolist()


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "",
        '<script id="location-advisor-study">{}</script>',
        '<script id="location-advisor-study">{"format": "x"',
    ],
)
def test_that_a_page_without_a_study_is_refused_with_a_word(text: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StudyFileError, match=r"page\.html"):
        study_in(path)


def test_that_a_pack_without_places_costs_and_map_has_a_report_too(write_pack, make_subject) -> None:
    pack = load_pack(write_pack())
    page = page_of(make_subject(pack, default_study(pack)))
    assert page.chapters == [
        *("board", "ranking", "comparison", "certainty", "plan", "weights", "method", "sources", "about")
    ]
    assert len(page.run) == 1


def test_that_must_haves_that_leave_nobody_leave_a_report_that_says_so(
    few_places_pack: DataPack, make_subject
) -> None:
    study = read_study(EXAMPLE_STUDY)
    must = replace(study.scenario.must_haves, bounds=(Bound("overlap", ">=", 30.0),))
    subject = make_subject(few_places_pack, study.with_active(replace(study.scenario, must_haves=must)))
    report = make_report(subject)
    assert "must-haves leave none" in str(report.chapters[0].blocks)
    assert html_report(report, subject.study)


def test_that_what_costs_rest_on_is_said_in_words_and_in_the_language_of_the_report() -> None:
    assert basis_text("source + user") == "source + your own"
    before = language()
    set_locale("es")
    try:
        assert basis_text("source + user") == "fuente + propio"
    finally:
        set_locale(before)


def test_that_a_site_of_the_users_own_says_so_in_the_ranking(few_places_pack: DataPack, make_subject) -> None:
    study = read_study(EXAMPLE_STUDY)
    site = OwnSite("lodz", "Lodz plant", 51.77, 19.46, "POL")
    subject = make_subject(few_places_pack, study.with_own(replace(study.own, sites=(site,))))
    ranking = ranking_chapter(report_facts(subject))
    assert "Lodz plant (your site)" in str(ranking.blocks)


def test_that_a_board_is_told_where_personal_data_may_not_simply_go(
    few_places_pack: DataPack, make_subject
) -> None:
    study = read_study(EXAMPLE_STUDY)
    for home, place, is_flagged in (("DEU", "IND", True), ("DEU", "POL", False), ("GBR", "POL", False)):
        scenario = replace(study.scenario, home=home)
        chosen = with_decision(study.with_active(scenario), date(2026, 11, 28), chosen=place)
        board = board_of(make_subject(few_places_pack, chosen))
        assert ("Personal data: " in str(board.blocks)) is is_flagged, (home, place)
