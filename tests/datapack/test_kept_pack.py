"""The program's own pack between two starts: the same pack, or none."""

from __future__ import annotations

import dataclasses
import os
import pickle
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from advisor.datapack import kept_pack
from advisor.datapack.kept_pack import open_pack, packed, unpacked
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK


@pytest.fixture(scope="module")
def read():
    return load_pack(DEFAULT_PACK)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("LOCATION_ADVISOR_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def own(few_places, tmp_path, monkeypatch):
    """A pack like the program's that it takes for its own."""
    copy = tmp_path / "pack"
    shutil.copytree(few_places, copy)
    monkeypatch.setattr(kept_pack, "DEFAULT_PACK", copy)
    return copy


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("pack-*.pickle"))


def flat(value: Any, where: str = "pack") -> Iterator[tuple[str, str]]:
    """Everything in a value, by where it stands; arrays with their kind and whether they are frozen."""
    if isinstance(value, np.ndarray):
        yield where, f"{value.dtype} {value.shape} {value.flags.writeable} {value.tolist()}"
    elif dataclasses.is_dataclass(value):
        yield where, type(value).__qualname__
        for field in dataclasses.fields(value):
            yield from flat(getattr(value, field.name), f"{where}.{field.name}")
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from flat(each, f"{where}[{key}]")
    elif isinstance(value, tuple):
        yield where, type(value).__qualname__
        for at, each in enumerate(value):
            yield from flat(each, f"{where}[{at}]")
    else:
        yield where, f"{type(value)} {value!r}"


def test_that_a_kept_pack_is_the_pack_that_was_read_and_as_frozen(read):
    again = unpacked(packed(read), DEFAULT_PACK)
    assert again is not None
    assert list(flat(again)) == list(flat(read))


def test_that_the_second_opening_reads_no_table(folder, own, monkeypatch):
    first = open_pack(own)
    monkeypatch.setattr("advisor.datapack.loading.load_pack", None)  # calling it would fail
    second = open_pack(own)
    assert second is not first
    assert (second.version, second.location_ids) == (first.version, first.location_ids)


def test_that_one_changed_figure_is_read_anew(folder, own):
    open_pack(own)
    table = own / "values.csv"
    before, text = table.stat(), table.read_text(encoding="utf-8")
    header, line = text.splitlines()[0].split(","), text.splitlines()[1].split(",")
    stated = dict(zip(header, line, strict=True))
    wanted = float(stated["value"]) + 0.125
    changed = [str(wanted) if name == "value" else cell for name, cell in stated.items()]
    table.write_text(text.replace(",".join(line), ",".join(changed), 1), encoding="utf-8")
    os.utime(table, ns=(before.st_atime_ns, before.st_mtime_ns))  # it is not the date that tells
    pack = open_pack(own)
    row = pack.location_ids.index(stated["location_id"])
    column = [criterion.id for criterion in pack.criteria].index(stated["criterion_id"])
    assert pack.cells.values[row, column] == wanted
    assert len(files(folder)) == 2


def test_that_changed_code_reads_anew(folder, own, monkeypatch):
    open_pack(own)
    monkeypatch.setattr(kept_pack, "_READ_BY", ("words",))
    open_pack(own)
    assert len(files(folder)) == 2


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"0" * 64 + b"x", None])
def test_that_a_damaged_file_is_read_anew_and_mended(folder, own, damage):
    version = open_pack(own).version
    (file,) = files(folder)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert open_pack(own).version == version
    assert file.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders of users are closed there")
def test_that_a_file_that_others_may_write_to_is_not_opened(folder, own, monkeypatch):
    open_pack(own)
    (file,) = files(folder)
    file.chmod(0o666)
    monkeypatch.setattr(kept_pack, "unpacked", None)  # calling it would fail
    open_pack(own)
    assert file.stat().st_mode & 0o777 == 0o600


def test_that_a_users_pack_is_never_kept(folder, few_places, tmp_path):
    copy = tmp_path / "mine"
    shutil.copytree(few_places, copy)
    open_pack(copy)
    assert not folder.exists() or files(folder) == []


class Harmful:
    def __reduce__(self):
        return os.mkdir, ("harm",)


@pytest.mark.parametrize(
    "content",
    [
        pickle.dumps(Harmful()),
        b"cadvisor.places.derived_files\nos.mkdir\n(S'harm'\ntR.",
        b"\x80\x04\x8c\x1eadvisor.places.derived_files\x94\x8c\x08os.mkdir\x94\x93\x8c\x04harm\x85R.",
        b"cadvisor.whole_file\nwrite_whole\n(S'harm'\ntR.",
        b"cadvisor.datapack.loading\nPath\n(S'harm'\ntR.",
        b"Pother\n.",
        pickle.dumps({"not": "a pack"}),
    ],
)
def test_that_nothing_but_values_of_a_pack_is_made_of_a_kept_file(tmp_path, monkeypatch, content):
    monkeypatch.chdir(tmp_path)
    assert unpacked(content, DEFAULT_PACK) is None
    assert list(tmp_path.iterdir()) == []
