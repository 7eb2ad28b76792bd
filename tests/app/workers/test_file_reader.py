"""Files that are opened or dropped: read off the main thread, and told apart by what they hold."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor.app.document.opened import Opened, read_opened
from advisor.app.workers import file_reader
from advisor.app.workers.file_reader import Figures, FileReader, may_be_taken
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.export.registry import export_formats
from advisor.export.writing import subject_for, write_beside
from advisor.scenario.people.vote_tables import VoteTable, read_votes
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.files import write_study
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.study import Study
from tests.endurance.mutations import PACK

KEPT_IN = {how.id: how for how in export_formats() if how.page is None}  # a printed page needs a browser


@pytest.fixture(scope="module")
def assessor(tmp_path_factory: pytest.TempPathFactory) -> Assessor:
    """Of a pack with a map and few places, which is soon exported."""
    folder = tmp_path_factory.mktemp("pack")
    for name, text in PACK.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Assessor(load_pack(folder))


@pytest.fixture
def study(assessor: Assessor) -> Study:
    return default_study(assessor.pack).made_with(assessor.pack)


@pytest.fixture
def reader(qapp: object) -> Iterator[FileReader]:
    made = FileReader()
    yield made
    made.shutdown()


@pytest.fixture
def look(qtbot: QtBot, reader: FileReader, assessor: Assessor) -> Callable[..., object]:
    """What files turn out to be, or what is wrong with them."""

    def find(*paths: Path, among: Assessor = assessor) -> object:
        told: list[object] = []
        reader.found.connect(told.append)
        reader.failed.connect(told.append)
        reader.look_at(paths, among, default_study(among.pack))
        qtbot.waitUntil(lambda: bool(told), timeout=30_000)
        return told[0]

    return find


def exported(kind: str, folder: Path, assessor: Assessor, study: Study) -> Path:
    how = KEPT_IN[kind]
    path = folder / f"out{how.suffix}"
    assessment = assessor.assess(study.scenario, study.own)
    subject = subject_for(how, study, assessment, assessor.cost_model, date(2026, 11, 29))
    write_beside(path, how.files(subject, lambda _part: None))
    return path


@pytest.mark.parametrize("kind", KEPT_IN)
def test_that_every_export_is_known_for_the_study_inside_it(
    kind: str, look: Callable[..., object], tmp_path: Path, assessor: Assessor, study: Study
) -> None:
    path = exported(kind, tmp_path, assessor, study)
    found = look(path)
    assert isinstance(found, Opened)
    assert found.study == study
    assert found.came_inside


def test_that_a_study_file_is_its_own_file(look: Callable[..., object], tmp_path: Path, study: Study) -> None:
    path = tmp_path / "mine.advisor"
    write_study(study, path)
    found = look(path)
    assert isinstance(found, Opened)
    assert not found.came_inside


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("wifi.csv", "Country,Wifi\nPoland,5\n"),
        ("rates.csv", "Name,Cost\nPoland,5\nSpain,6\n"),
        (
            "sites.geojson",
            '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "A"}, '
            '"geometry": {"type": "Point", "coordinates": [21, 52]}}]}',
        ),
    ],
)
def test_that_figures_are_told_from_votes(
    name: str, text: str, look: Callable[..., object], tmp_path: Path, default_pack: DataPack
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert look(path, among=Assessor(default_pack)) == Figures(path)


@pytest.mark.parametrize(
    "text",
    [
        "name,cost,people,time\nAna,1,2,3\n",
        "Person,Cost\nAna,80\nBen,40\n",  # one theme, beside people
        "who,cost\nChad,80\nAna,40\nEva,20\n",  # also the name of a country
    ],
)
def test_that_votes_are_read_with_what_they_hold(
    text: str, look: Callable[..., object], tmp_path: Path, default_pack: DataPack
) -> None:
    path = tmp_path / "votes.csv"
    path.write_text(text, encoding="utf-8")
    found = look(path, among=Assessor(default_pack))
    assert isinstance(found, VoteTable)
    assert found.problems == ()
    assert "Ana" in {vote.name for vote in found.votes}


def test_that_votes_are_read_off_the_main_thread_and_can_be_let_go(
    qtbot: QtBot,
    reader: FileReader,
    default_pack: DataPack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assessor, study = Assessor(default_pack), default_study(default_pack)
    path = tmp_path / "votes.csv"
    path.write_text("name,cost,people\n" + "".join(f"P{at},1,2\n" for at in range(1_500)), encoding="utf-8")
    threads: list[threading.Thread] = []

    def read(*given: object) -> VoteTable:
        threads.append(threading.current_thread())
        return read_votes(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(file_reader, "read_votes", read)
    parts: list[float] = []
    reader.progressed.connect(parts.append)
    for begin in (reader.look_at, reader.read_votes):
        with qtbot.waitSignal(reader.found, timeout=30_000) as heard:
            begin([path], assessor, study)
        assert heard.args is not None
        assert len(heard.args[0].votes) == 1_500
    assert len(threads) == 2
    assert threading.main_thread() not in threads
    assert any(0 < part < 1 for part in parts)
    with qtbot.assertNotEmitted(reader.found):
        reader.read_votes([path], assessor, study)
        reader.cancel()
        reader.shutdown()


def test_that_a_page_without_a_study_says_so(look: Callable[..., object], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body>Nothing</body></html>")
    found = look(path)
    assert isinstance(found, StudyFileError)
    assert "page.html holds no study" in str(found)


def test_that_reading_and_ranking_are_done_off_the_main_thread(
    qtbot: QtBot,
    reader: FileReader,
    assessor: Assessor,
    study: Study,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    threads: list[threading.Thread] = []

    def read(*given: object) -> Opened:
        threads.append(threading.current_thread())
        return read_opened(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(file_reader, "read_opened", read)
    path = exported(".xlsx", tmp_path, assessor, study)
    for begin in (lambda: reader.open(path, assessor), lambda: reader.look_at([path], assessor, study)):
        with qtbot.waitSignal(reader.found, timeout=30_000):
            begin()
    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_that_a_file_nobody_waits_for_any_more_is_told_to_nobody(
    qtbot: QtBot, reader: FileReader, assessor: Assessor, study: Study, tmp_path: Path
) -> None:
    path = tmp_path / "mine.advisor"
    write_study(study, path)
    with qtbot.assertNotEmitted(reader.found):
        reader.open(path, assessor)
        reader.cancel()
        reader.shutdown()
    assert not reader.is_busy


def test_that_files_are_refused_by_their_names(tmp_path: Path) -> None:
    assert may_be_taken([tmp_path / "a.PDF"])
    assert may_be_taken([tmp_path / "a.csv", tmp_path / "b.xlsx"])
    assert not may_be_taken([])
    assert not may_be_taken([tmp_path / "a.png"])
    assert not may_be_taken([tmp_path / "a.csv", tmp_path / "b.pdf"])
