"""The page about packs says what the reader does."""

from __future__ import annotations

import re

from advisor.datapack.documentation import OUTPUT, PARTS, packs_page
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK


def test_that_the_page_is_what_the_row_models_say():
    written = OUTPUT.read_text(encoding="utf-8")
    assert written == packs_page(), "write it anew: python -m advisor.datapack.documentation"


def test_that_every_table_and_column_of_the_pack_that_ships_is_explained():
    described = {table.file: table.columns for _, _, tables in PARTS for table in tables}
    shipped = {path.name for path in DEFAULT_PACK.glob("*.csv")} - {"validation.csv"}  # for people only
    assert set(described) == shipped
    for name, columns in described.items():
        header = (DEFAULT_PACK / name).read_text(encoding="utf-8").partition("\n")[0]
        assert set(header.split(",")) <= set(columns), name
        assert all(len(kind.help) > 5 and kind.kind for kind in columns.values())


def test_that_the_smallest_pack_on_the_page_opens(tmp_path):
    blocks = re.findall(r"`(\w+\.csv)`\n\n```\n(.*?)```", OUTPUT.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 3
    for name, text in blocks:
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert [location.name for location in load_pack(tmp_path).locations] == ["Site A", "Site B"]
