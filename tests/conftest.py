"""Qt without a display, before anything imports it; the packs that tests share."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LOCATION_ADVISOR_CACHE"] = tempfile.mkdtemp(prefix="location-advisor-")  # nobody's own
os.environ["LOCATION_ADVISOR_DATA"] = ""  # tests of the window have a folder each

from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.paths import DEFAULT_PACK

WritePack = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``make baselines``: pictures that tests compare with are drawn anew instead of compared."""
    parser.addoption("--renew-baselines", action="store_true", help="draw the pictures of comparison anew")


def pytest_configure() -> None:
    """Machines differ, so no example has a deadline; what failed is printed so that it can be tried again."""
    settings.register_profile("default", deadline=None, print_blob=True)
    settings.register_profile("ci", settings.get_profile("default"), derandomize=True)
    settings.register_profile("nightly", settings.get_profile("default"), max_examples=2_000)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_collection_finish() -> None:
    """What collecting has loaded stays; without this every full collection of garbage looks at all of it."""
    gc.freeze()


@pytest.fixture(scope="session")
def default_pack() -> DataPack:
    """The pack that ships with the program."""
    return load_pack(DEFAULT_PACK)


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
