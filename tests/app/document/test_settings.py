"""What is remembered between two starts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from advisor.app.document.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def open_settings(path: Path) -> Settings:
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


def test_that_a_first_start_follows_the_system(path):
    settings = open_settings(path)
    assert settings.look == ""
    assert settings.reduced_motion is None
    assert settings.geometry.isEmpty()
    assert settings.sizes("main", 3) is None
    assert settings.recent_files == []


def test_that_everything_is_there_again_at_the_next_start(path, tmp_path):
    first = open_settings(path)
    first.look = "dark"
    first.reduced_motion = True
    first.geometry = QByteArray(b"\x01\x02")
    first.keep_sizes("main", [300, 700, 380])
    first.add_recent_file(tmp_path / "a, b | c.advisor")
    first.save()
    second = open_settings(path)
    assert second.look == "dark"
    assert second.reduced_motion is True
    assert second.geometry == QByteArray(b"\x01\x02")
    assert second.sizes("main", 3) == [300, 700, 380]
    assert second.recent_files == [tmp_path / "a, b | c.advisor"]


def test_that_senseless_values_count_as_not_stored(path):
    path.write_text("[General]\nlook=pink\n[sizes]\nmain=1 2\ncentre=a b\n", encoding="utf-8")
    settings = open_settings(path)
    assert settings.look == ""
    assert settings.sizes("main", 3) is None
    assert settings.sizes("centre", 2) is None


def test_that_a_file_used_again_moves_to_the_front(path, tmp_path):
    settings = open_settings(path)
    for name in ("a", "b", "a"):
        settings.add_recent_file(tmp_path / name)
    assert [file.name for file in settings.recent_files] == ["a", "b"]


def test_that_the_latest_study_is_opened_at_the_start_only_where_that_is_wished_and_it_is_there(
    path, tmp_path
):
    settings = open_settings(path)
    older, latest = tmp_path / "older.advisor.json", tmp_path / "latest.advisor.json"
    for file in (older, latest):
        file.write_text("{}")
        settings.add_recent_file(file)
    assert settings.study_at_start is None
    settings.reopens_last = True
    assert open_settings(path).study_at_start == latest
    latest.unlink()
    assert settings.study_at_start is None
