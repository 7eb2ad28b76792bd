"""Polygons of many megabytes are read beside the window, and said to be unreadable like any others."""

from __future__ import annotations

import threading

from advisor.datapack.geometry_file import GeometryFile
from advisor.datapack.problems import PackError, Problem
from advisor.ui.map.map_view import MapView

LONG_MS = 60_000
SQUARE = '{"type":"FeatureCollection","features":[]}'


def test_that_large_polygons_are_read_in_a_thread_and_drawn(qtbot, tmp_path, monkeypatch):
    (tmp_path / "g.geojson").write_text(" " * (9 * 2**20))
    (tmp_path / "small.geojson").write_text(" ")
    assert GeometryFile(tmp_path, "g.geojson").is_large
    assert not GeometryFile(tmp_path, "small.geojson").is_large
    assert not GeometryFile(tmp_path, "missing.geojson").is_large
    threads = []

    def page_text(_geometry):
        threads.append(threading.current_thread())
        return SQUARE

    monkeypatch.setattr(GeometryFile, "page_text", page_text)
    view = MapView(GeometryFile(tmp_path, "g.geojson"))
    try:
        with qtbot.waitSignal(view.map_ready, timeout=LONG_MS):
            view.show()
        assert threads != [] and threading.main_thread() not in threads
    finally:
        view.shutdown()
        view.deleteLater()


def test_that_large_polygons_that_cannot_be_read_are_said(qtbot, tmp_path, monkeypatch):
    (tmp_path / "g.geojson").write_text(" " * (9 * 2**20))

    def page_text(_geometry):
        raise PackError("p", [Problem("g.geojson", 1, "", "This is no GeoJSON.", "Save it again.")])

    monkeypatch.setattr(GeometryFile, "page_text", page_text)
    view = MapView(GeometryFile(tmp_path, "g.geojson"))
    try:
        with qtbot.waitSignal(view.failed, timeout=LONG_MS) as failed:
            view.show()
        assert "This is no GeoJSON." in failed.args[0]
    finally:
        view.shutdown()
        view.deleteLater()
