"""Whatever is done to the files of a pack: the check answers, and what it passes ranks."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.ranking.pack_trial import check_and_rank
from advisor.scenario.study.defaults import default_scenario

FILES = {
    "criteria.csv": "id,direction,lower,upper,weight,theme,theme_weight,transform,points,preference,q,p\n"
    "quality,up,1,10,2,t,3,log,,u-shape,1,\nprice,down,,,1,t,,points,0:1 50:0.5 100:0,,,\n",
    "locations.csv": "id,name,lat,lon,tz,region\na,Alpha,50,10,Europe/Berlin,x\nb,Beta,,,,x\nc,Gamma,,,,\n",
    "values.csv": "location_id,criterion_id,year,value,low,high,method,source_id\n"
    "a,quality,2024,8,7,9,observed,s\na,price,,40,,,,\nb,quality,2024,5,,,estimated,s\nb,price,2020,20,,,,s\n"
    "c,quality,2024,2,,,,\nc,price,2024,90,,,user,\n",
    "sources.csv": "id,publisher\ns,Someone\n",
    "functions.toml": '[f]\nlabel = "F"\nwork = "voice"\nstaff = { ISCO4 = 1 }\nthemes = { t = 3 }\n'
    "criteria = { quality = 2, price = 0 }\n",
    "pack.toml": 'name = "P"\nprice_year = 2025\ngeometry = "g.geojson"\n[themes]\nt = "T"\n',
    "g.geojson": '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": {},'
    ' "geometry": {"type": "Polygon", "coordinates": [[[6, 46], [14, 46], [14, 54], [6, 54], [6, 46]]]}}]}',
}
NUMBERS = (
    "nan",
    "inf",
    "1e308",
    "-1e308",
    "1e-320",
    "9" * 400,
    "1_000",
    "0x10",
    "١٢",
    "−3",
    "1,5",
    "1.234",
    "00",
)
SIGNS = (
    ";",
    "\t",
    ",",
    '"',
    "\n",
    "\r",
    "\0",
    "\ufeff",
    "sep=;\n",
    "..",
    "n/a",
    "-",
    "=1+1",
    "\u2028",
    "e\u0301",
)
NESTED = ("[", "]" * 50, "{" * 2000, "[" * 20_000, "null", "true", "-1")
WORDS = (
    "",
    "up",
    "down",
    "log",
    "points",
    "0:0 1:1",
    "1:0 0:1",
    "gaussian",
    "overlap",
    "Mars/Phobos",
    "a",
    "quality",
)
PIECES = (*NUMBERS, *SIGNS, *NESTED, *WORDS, "../../etc/passwd")
cuts = st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(PIECES))
mutations = st.lists(st.tuples(st.sampled_from(sorted(FILES)), cuts), min_size=1, max_size=3)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(mutations)
def test_that_a_mutated_pack_is_refused_with_reasons_or_ranks(changes):
    texts = dict(FILES)
    for file, (part, length, piece) in changes:
        at = int(part * len(texts[file]))
        texts[file] = texts[file][:at] + piece + texts[file][at + length :]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in texts.items():
            (folder / file).write_text(text, encoding="utf-8", newline="")
        answered(folder)


@pytest.mark.parametrize("figure", ["1e-320", "1e-300", "-1e-320", "1e300", "0"])
@pytest.mark.parametrize("criterion", ["quality", "price"])
def test_that_figures_endlessly_far_from_the_goalposts_are_answered(tmp_path, criterion, figure):
    was = {"quality": "c,quality,2024,2", "price": "c,price,2024,90"}[criterion]
    for file, text in FILES.items():
        (tmp_path / file).write_text(text.replace(was, f"c,{criterion},2024,{figure}"), encoding="utf-8")
    answered(tmp_path)


def answered(folder):
    problems = check_and_rank(folder)
    for problem in problems:
        assert problem.message
        assert problem.cure or problem.severity == "note"
        assert len(problem.message) < 400 and "\n" not in str(problem)
        str(problem).encode("utf-8")
    if not any(problem.severity == "error" for problem in problems):
        pack = load_pack(folder)
        Assessor(pack).assess(default_scenario(pack))
        if pack.geometry is not None:
            assert pack.geometry.page_text().isascii()


def cell_changed(text, row, column, piece):
    """A table with one cell replaced; row and column are parts of the whole."""
    lines = text.split("\n")
    at = int(row * (len(lines) - 1))
    cells = lines[at].split(",")
    cells[int(column * (len(cells) - 1))] = piece
    lines[at] = ",".join(cells)
    return "\n".join(lines)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(FILES)), st.floats(0, 1), st.floats(0, 1), st.sampled_from(PIECES)),
        min_size=1,
        max_size=3,
    )
)
def test_that_a_pack_with_changed_cells_is_refused_with_reasons_or_ranks(changes):
    texts = dict(FILES)
    for file, row, column, piece in changes:
        texts[file] = cell_changed(texts[file], row, column, piece)
    with tempfile.TemporaryDirectory() as name:
        for file, text in texts.items():
            (Path(name) / file).write_text(text, encoding="utf-8", newline="")
        answered(Path(name))


KEPT = {"GBR", "IND", "POL", "PHL"}


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """The pack that ships with four of its places, one function and no map."""
    folder = tmp_path_factory.mktemp("mutated")
    for source in DEFAULT_PACK.glob("*.csv"):
        with source.open(encoding="utf-8", newline="") as stream:
            header, *rows = list(csv.reader(stream))
        ids = [header.index(name) for name in ("location_id", "a", "b") if name in header]
        ids += [0] * (source.name == "locations.csv")
        with (folder / source.name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerows([header, *(row for row in rows if all(row[at] in KEPT for at in ids))])
    functions = (DEFAULT_PACK / "functions.toml").read_text(encoding="utf-8")
    (folder / "functions.toml").write_text(functions.partition("\n[technical-support]")[0], encoding="utf-8")
    header = (DEFAULT_PACK / "pack.toml").read_text(encoding="utf-8")  # type: ignore[assignment]
    (folder / "pack.toml").write_text(header.replace('geometry = "countries.geojson"', ""), encoding="utf-8")
    assert check_and_rank(folder) == []
    return folder


PLACE_FILES = tuple(f"{name}.csv" for name in "hubs languages legal wages premium labour fx tco".split())


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(PLACE_FILES), st.floats(0, 1), st.floats(0, 1), st.sampled_from(PIECES))
def test_that_a_changed_table_of_places_is_refused_with_reasons_or_ranks(places, file, row, column, piece):
    whole = (places / file).read_text(encoding="utf-8")
    try:
        (places / file).write_text(cell_changed(whole, row, column, piece), encoding="utf-8", newline="")
        answered(places)
    finally:
        (places / file).write_text(whole, encoding="utf-8", newline="")
