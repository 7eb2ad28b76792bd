"""Qt without a display, before anything imports it; the packs that tests share."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LOCATION_ADVISOR_CACHE"] = tempfile.mkdtemp(prefix="location-advisor-")  # nobody's own
os.environ["LOCATION_ADVISOR_DATA"] = ""  # tests of the window have a folder each

from advisor.datapack import kept_pack
from advisor.datapack.loading import load_pack
from advisor.datapack.read_words import learn_words
from advisor.datapack.schema import DataPack
from advisor.garbage import Searches
from advisor.paths import DEFAULT_PACK
from advisor.scenario.ranking import assessment
from advisor.scenario.ranking.assessment import Assessor
from advisor.ui.window.plain_imports import import_plainly
from advisor.words.translation import language

import_plainly()  # as the program does: pytest-qt has loaded PySide, and most that tests need comes now

from advisor.app.workers import own_turn  # noqa: E402

# How busy a machine is decides nothing: what has a turn of its own is done in the next one. Tests of turns
# set clocks by hand.
own_turn._clock = own_turn.TurnClock(lambda: 0.0)

WritePack = Callable[..., Path]
_searches = Searches(many_values=7_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    """``make baselines``: pictures that tests compare with are drawn anew instead of compared."""
    parser.addoption("--renew-baselines", action="store_true", help="draw the pictures of comparison anew")


def pytest_configure() -> None:
    """Machines differ, so no example has a deadline; what failed is printed so that it can be tried again.

    A run by hand tries half as many examples as the checks of a change, others every time.
    """
    settings.register_profile("default", deadline=None, print_blob=True, max_examples=50)
    settings.register_profile("ci", settings.get_profile("default"), derandomize=True, max_examples=100)
    settings.register_profile("nightly", settings.get_profile("default"), max_examples=2_000)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection() -> None:
    """What collecting loads stays; from here on nothing is searched for garbage but between two tests."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Without this every full search for garbage looks at all that was loaded."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """As in the program, garbage is searched for where widgets are at home, and within no event."""
    yield
    assert not gc.isenabled(), "the test has left Python to search whenever it likes, for all that follow"
    _searches.search_if_due()


@pytest.fixture(scope="session")
def default_pack() -> DataPack:
    """The pack that ships with the program."""
    return load_pack(DEFAULT_PACK)


@pytest.fixture(scope="session")
def assessor(default_pack: DataPack) -> Assessor:
    """Ranks the default pack; what it has found out of homes and scenarios it remembers for all tests."""
    return Assessor(default_pack)


@pytest.fixture(scope="session")
def few_places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the default pack cut down to twelve places, for tests that copy it."""
    from tests.few_places import write_few_places

    return write_few_places(tmp_path_factory.mktemp("few") / "pack")


@pytest.fixture(scope="session")
def few_places_pack(few_places: Path) -> DataPack:
    """The default pack with twelve of its places, for what does not depend on how many there are."""
    return load_pack(few_places)


_open_pack, _Engine = kept_pack.open_pack, assessment._Engine
_OPENED: dict[str, DataPack] = {}  # the program's own pack by language


@cache
def _engine_of(pack: DataPack) -> assessment._Engine:
    return _Engine(pack, pack)


@pytest.fixture
def each_command_afresh() -> None:
    """Asked for by tests of what two runs of a command have in common: nothing is kept between them."""


@pytest.fixture
def kept_between_commands(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands of one process share the program's own pack, and what follows from it and a scenario alone.

    A process has one command, so the program itself has no use for that; here hundreds follow each other.
    What is shared is frozen, or kept under everything that it depends on.
    """

    from tests.reckoned_once import reckon_costs_once

    def opened(folder: Path) -> DataPack:
        if folder != DEFAULT_PACK:
            return _open_pack(folder)
        if language() not in _OPENED:
            _OPENED[language()] = _open_pack(DEFAULT_PACK)
        learn_words(folder)
        return _OPENED[language()]

    def engine(base: DataPack, pack: DataPack, *bare: assessment._Engine) -> assessment._Engine:
        is_kept = base is pack and any(pack is one for one in _OPENED.values())
        return _engine_of(pack) if is_kept else _Engine(base, pack, *bare)

    if "each_command_afresh" not in request.fixturenames:
        reckon_costs_once(monkeypatch)
        monkeypatch.setattr(kept_pack, "open_pack", opened)
        monkeypatch.setattr(assessment, "_Engine", engine)


@pytest.fixture
def write_pack(tmp_path: Path) -> WritePack:
    """Writes a small pack without places; keyword ``criteria``, ``locations``, ``values`` replace a file."""

    def write(
        criteria: str = "id,direction,lower,upper\nquality,up,0,10\nprice,down,0,100\n",
        locations: str = "id,name\na,Alpha\nb,Beta\nc,Gamma\n",
        values: str = (
            "location_id,criterion_id,value\na,quality,8\na,price,40\nb,quality,5\nb,price,20\n"
            "c,quality,2\nc,price,90\n"
        ),
        **others: str,
    ) -> Path:
        folder = tmp_path / "pack"
        folder.mkdir(exist_ok=True)
        files = {"criteria.csv": criteria, "locations.csv": locations, "values.csv": values}
        files |= {name.replace("__", "."): text for name, text in others.items()}
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write
