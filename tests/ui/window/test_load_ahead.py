"""Code of tabs is read while the window rests."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from advisor.scenario.names import gazetteer_of
from advisor.ui.window import tabs
from advisor.ui.window.load_ahead import LoadAhead


def test_that_modules_are_read_one_after_the_other(qtbot):
    sys.modules.pop("colorsys", None)
    ahead = LoadAhead(["colorsys", "wave"], rest_ms=0)
    qtbot.waitUntil(lambda: "colorsys" in sys.modules)
    assert not ahead.is_done
    ahead.shutdown()


def test_that_names_of_the_pack_are_indexed_before_anybody_types(qtbot, default_pack):
    gazetteer_of.cache_clear()
    ahead = LoadAhead(["colorsys"], pack=default_pack, rest_ms=0)
    qtbot.waitUntil(lambda: gazetteer_of.cache_info().currsize == 1)
    ahead.shutdown()
    gazetteer_of(default_pack)
    assert gazetteer_of.cache_info().hits == 1


def test_that_what_tabs_are_built_from_is_what_is_read_ahead():
    tree = ast.parse(Path(tabs.__file__).read_text(encoding="utf-8"))
    builders = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    imported = {
        node.module for builder in builders for node in ast.walk(builder) if isinstance(node, ast.ImportFrom)
    }
    assert imported == set(tabs.MODULES)
