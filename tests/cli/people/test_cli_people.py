"""``group`` and ``ballot`` on the example that ships with the program."""

from __future__ import annotations

import json

import pytest

from advisor.cli.main import main
from advisor.paths import EXAMPLES
from advisor.scenario.study.files import read_study

WORKSHOP = EXAMPLES / "workshop.advisor"


@pytest.fixture(scope="module")
def document():
    """What ``group --json`` says of the example."""
    import contextlib
    import io

    class Out(io.StringIO):
        buffer = io.BytesIO()

    with contextlib.redirect_stdout(Out()):
        assert main(["group", str(WORKSHOP), "--json"]) == 0
    return json.loads(Out.buffer.getvalue())


def test_that_the_groups_weights_are_the_mean_by_importance(document):
    people = read_study(WORKSHOP).stakeholders
    total = sum(person.importance for person in people)
    cost = sum(person.importance * person.theme_weights["cost"] / 100 for person in people) / total
    assert len(people) == 5
    assert document["weights"]["themes"]["cost"] == pytest.approx(cost)
    assert sum(document["weights"]["criteria"].values()) == pytest.approx(1.0)


def test_that_the_rankings_agree_with_what_everybody_ranks(document):
    ranking, borda, regret = document["ranking"], document["borda"], document["least_regret"]
    assert [entry["rank"] for entry in ranking] == sorted(entry["rank"] for entry in ranking)
    people = document["people"]
    compared = [entry["id"] for entry in borda]  # those that everybody ranks
    weight = sum(person["importance"] for person in people)
    for entry in borda[:3]:
        middle = 0.0
        for person in people:
            ranks = [person["ranks"][place] for place in compared]
            mine = person["ranks"][entry["id"]]
            before, level = sum(rank < mine for rank in ranks), ranks.count(mine)
            middle += person["importance"] * (before + (level + 1) / 2) / weight
        points = 100 * (len(borda) - middle) / (len(borda) - 1)
        assert entry["points"] == pytest.approx(points)
    assert regret[0]["worst_regret"] == min(entry["worst_regret"] for entry in regret)
    assert [borda[0]["points"], regret[0]["rank"]] == [max(entry["points"] for entry in borda), 1]


def test_that_divisions_and_agreement_are_there(document):
    assert 0 < document["kendall_w"] < 1
    first = document["divides"][0]
    assert first["points"] == max(division["points"] for division in document["divides"])
    assert first["shares"][first["highest"]] == max(first["shares"].values())
    assert first["shares"][first["lowest"]] == min(first["shares"].values())
    distances = {person["name"]: person["distance"] for person in document["people"]}
    assert distances[document["nearest"]] == min(distances.values())
    assert distances[document["farthest"]] == max(distances.values())
    assert document["compromise"]["theme"] == first["theme"]
    assert document["compromise"]["kendall_w"] > document["kendall_w"]


def test_that_the_old_name_of_a_study_finds_it(capfd):
    assert main(["group", str(EXAMPLES / "workshop.advisor.json"), "--top", "2"]) == 0
    out, said = capfd.readouterr()
    assert "There is no workshop.advisor.json; workshop.advisor was taken." in said
    assert "divides the room most" in out


def test_that_votes_are_taken_and_the_study_is_written(tmp_path, capfd):
    votes, out = tmp_path / "votes.csv", tmp_path / "out.advisor"
    votes.write_text(
        "name,cost,people,language,time,regulation,resilience\nAna,1,1,1,1,1,1\n", encoding="utf-8"
    )
    assert main(["group", str(WORKSHOP), "--import", str(votes), "--use", "--out", str(out)]) == 0
    study = read_study(out)
    assert study.stakeholders[-1].name == "Ana"
    assert study.scenario.theme_weights
    assert "Ana" in capfd.readouterr().out


def test_that_nothing_is_taken_from_a_table_with_problems(tmp_path, capfd):
    votes, out = tmp_path / "votes.csv", tmp_path / "out.advisor"
    votes.write_text(
        "name,cost,people,language,time,regulation,resilience\nAna,1,1,1,1,1,\n", encoding="utf-8"
    )
    assert main(["group", str(WORKSHOP), "--import", str(votes), "--out", str(out)]) == 2
    assert "votes.csv, line 2, column resilience: The weight is missing." in capfd.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no stakeholders yet"),
        ([str(WORKSHOP), "--top", "0"], "must be 1 or more"),
        ([str(WORKSHOP), "--use"], "say with --out"),
    ],
)
def test_that_what_cannot_be_gets_one_message(arguments, said, capfd):
    assert main(["group", *arguments]) == 2
    assert said in capfd.readouterr().err


def test_that_a_ballot_is_one_page_that_needs_no_network(tmp_path, capfd):
    out = tmp_path / "ballot.html"
    assert main(["ballot", str(WORKSHOP), "--out", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    assert "default-src 'none'" in page
    assert "http://" not in page
    assert "https://" not in page
    assert page.count('type="range"') == 6


def test_that_a_printed_ballot_has_a_page_for_each_person(tmp_path, capfd, qapp):
    out = tmp_path / "ballot.pdf"
    assert main(["ballot", str(WORKSHOP), "--out", str(out)]) == 0
    content = out.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/Count 5" in content


def test_that_another_kind_of_ballot_is_refused(tmp_path, capfd):
    assert main(["ballot", "--out", str(tmp_path / "ballot.doc")]) == 2
    assert "neither .html nor .pdf" in capfd.readouterr().err
