"""Hands mutated studies, packs, tables and geometries to what reads them: ``make fuzz``.

Every input has a number, from which its kind and its mutations follow together with the seed, so that one that
failed can be repeated (``--only NUMBER``). A run that was stopped goes on where it ended (``--state FILE``).

An input is read, or refused with a message of one line. Anything else is a fault: another exception, more than a
second of computing, a study or pack that was taken and cannot be ranked, written and read again, or a document that
is not as it was after an input was refused.
"""

# The tables of pieces would not be clearer in shorter lines.
# ruff: noqa: E501

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QCoreApplication

from advisor.app.document.document import Document
from advisor.core.screening import Bound
from advisor.datapack.loading import load_pack
from advisor.datapack.schema import DataPack
from advisor.paths import EXAMPLES
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.ranking.pack_trial import check_and_rank
from advisor.scenario.study.defaults import default_scenario, default_study
from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import MustHaves

BLOCK = 100
SLOW_S = 1.0
HANGING_S = 30  # of the wall clock, on a machine with other work
LONGEST_LINE = 2_000

PACK = {
    "criteria.csv": "id,label,direction,lower,upper,weight,theme,theme_weight,transform,points,preference,q,p\n"
    "quality,Quality,up,1,10,2,t,3,log,,u-shape,1,\nprice,Price,down,,,1,t,,points,0:1 50:0.5 100:0,,,\n",
    "locations.csv": "id,name,lat,lon,tz,region\na,Alpha,50,10,Europe/Berlin,x\nb,Beta,,,,x\nc,Gamma,,,,\n",
    "values.csv": "location_id,criterion_id,year,value,low,high,method,source_id\n"
    "a,quality,2024,8,7,9,observed,s\na,price,,40,,,,\nb,quality,2024,5,,,estimated,s\nb,price,2020,20,,,,s\n"
    "c,quality,2024,2,,,,\nc,price,2024,90,,,user,\n",
    "sources.csv": "id,publisher\ns,Someone\n",
    "functions.toml": '[f]\nlabel = "F"\nwork = "voice"\nstaff = { ISCO4 = 1 }\nthemes = { t = 3 }\n'
    "criteria = { quality = 2, price = 0 }\n",
    "pack.toml": 'name = "P"\nprice_year = 2025\ngeometry = "g.geojson"\n[themes]\nt = "T"\n',
    "g.geojson": '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": {"n": 1},'
    ' "geometry": {"type": "Polygon", "coordinates": [[[6, 46], [14, 46], [14, 54], [6, 54], [6, 46]]]}}, {"type":'
    ' "Feature", "id": "b", "properties": {"m": null}, "geometry": {"type": "MultiPolygon", "coordinates":'
    " [[[[170, -20], [-170, -20], [-170, -10], [170, -20]]]]}}]}",
}
TABLES = ("criteria.csv", "locations.csv", "values.csv", "sources.csv")
PIECES = (
    *(
        "nan",
        "inf",
        "-inf",
        "1e308",
        "-1e308",
        "1e-320",
        "9" * 400,
        "1_000",
        "0x10",
        "\u0661\u0662",
        "\u22123",
    ),
    *(
        "1,5",
        "1.234",
        "1.234,50",
        "1 234,5",
        "00",
        "-0",
        ";",
        "\t",
        ",",
        '"',
        "\n",
        "\r",
        "\0",
        "\ufeff",
        "sep=;\n",
    ),
    *(
        "..",
        "n/a",
        "-",
        "=1+1",
        "+1",
        "@x",
        "\uff1d1",
        "\u2028",
        "e\u0301",
        "\u202e",
        "<b>",
        "</script>",
        "[",
        "]" * 50,
    ),
    *(
        "{" * 2_000,
        "[" * 20_000,
        "null",
        "true",
        "-1",
        "",
        "up",
        "log",
        "points",
        "0:0 1:1",
        "gaussian",
        "overlap",
    ),
    *("Mars/Phobos", "a", "quality", "../../etc/passwd", "\\ud800", "x" * 70_000, "2026", "0.1", "25", "1e5"),
)
VALUES: tuple[object, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        0.5,
        -0.0,
        1e308,
        -1e308,
        1e-320,
        10**400,
        float("nan"),
        float("inf"),
        2**63,
    ),
    *(
        "",
        "x",
        "x" * 20_000,
        "=1+1",
        "<b>x</b>",
        "\u202e",
        "a\nb",
        "9999-99-99",
        "2026-02-30",
        "25:00-30:00",
        "\0",
    ),
    *([], {}, [[]], {"a": 1}, [None] * 200, {"a" * 300: 1}, {str(i): i for i in range(300)}),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must not happen; repeat it with ``--only``."""

    number: int
    kind: str
    what: str


class Hang(BaseException):
    """Took so long that it was stopped."""


class PartialStateError(Exception):
    """Something was half taken, or taken and is of no use."""


# Mutations ---------------------------------------------------------------------------------------------


def cut(text: str, chance: random.Random) -> str:
    """A piece put in the place of some letters."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) + text[at + chance.randrange(13) :]


def cell_changed(text: str, chance: random.Random) -> str:
    """A cell of a table replaced, doubled, or its line."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    cells = lines[at].split(",")
    cells[chance.randrange(len(cells))] = chance.choice(PIECES)
    lines[at] = ",".join(cells)
    if chance.random() < 0.1:
        lines.insert(chance.randrange(len(lines)), lines[at])
    return "\n".join(lines)


def encoded(text: str, chance: random.Random) -> bytes:
    """As spreadsheets save it, or with bytes that are no text."""
    if chance.random() < 0.4:
        text = text.replace(",", chance.choice(";\t|,"))
    content = text.encode(
        chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1", "cp1252")), "replace"
    )
    for _ in range(chance.choice((0, 0, 1, 4))):
        at = chance.randrange(len(content) + 1)
        content = content[:at] + bytes([chance.randrange(256)]) + content[at + chance.randrange(3) :]
    return content


def entry_changed(document: object, chance: random.Random) -> None:
    """One entry of a JSON document replaced, removed or put elsewhere, however deep."""
    places: list[tuple[object, object]] = []
    waiting = [document]
    while waiting:
        inside = waiting.pop()
        keys: Iterator[object] = iter(inside) if isinstance(inside, dict) else iter(range(len(inside)))  # type: ignore[arg-type]
        for key in keys:
            places.append((inside, key))
            value = inside[key]  # type: ignore[index]
            if isinstance(value, dict | list):
                waiting.append(value)
    if not places:
        return
    holder, key = chance.choice(places)
    what = chance.random()
    if what < 0.1:
        del holder[key]  # type: ignore[attr-defined]
    elif what < 0.3:
        other, other_key = chance.choice(places)
        holder[key] = json.loads(json.dumps(other[other_key])) if other_key in other else None  # type: ignore[index, operator]
    elif what < 0.4 and isinstance(holder, dict):
        holder[chance.choice(PIECES)[:40]] = deepcopy(chance.choice(VALUES))
    else:
        holder[key] = deepcopy(chance.choice(VALUES))  # type: ignore[index]


# What is tried -----------------------------------------------------------------------------------------


def refused(message: object) -> str:
    """A refusal that can be read."""
    text = str(message)
    if not text or "\n" in text or len(text) > LONGEST_LINE:
        raise PartialStateError(f"refused with {text[:200]!r}")
    return "refused"


@cache
def small_pack() -> DataPack:
    """What studies are opened with."""
    with tempfile.TemporaryDirectory() as name:
        for file, text in PACK.items():
            (Path(name) / file).write_text(text, encoding="utf-8")
        return load_pack(Path(name))


@cache
def study_texts() -> tuple[str, ...]:
    """Studies to begin with: a full one of the small pack, and the examples."""
    base = default_study(small_pack())
    limits = MustHaves(bounds=(Bound("quality", ">=", 2.0),))
    scenarios = tuple(replace(base.scenario, name=name, must_haves=limits) for name in ("one", "two"))
    own = study_text(replace(base, scenarios=scenarios, active="two"))
    examples = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.advisor"))]
    return (own, own, own, *examples)


@cache
def document() -> Document:
    """One for all studies, so that what a refusal leaves behind is seen."""
    if QCoreApplication.instance() is None:
        QCoreApplication([])
    return Document(Assessor(small_pack()), default_study(small_pack()))


def try_study(chance: random.Random, folder: Path) -> str:
    """A study file in the document."""
    text = chance.choice(study_texts())
    if chance.random() < 0.7:
        values = json.loads(text)
        for _ in range(chance.randint(1, 3)):
            entry_changed(values, chance)
        text = json.dumps(values, ensure_ascii=chance.random() < 0.5)
    else:
        for _ in range(chance.randint(1, 3)):
            text = cut(text, chance)
    file = folder / "x.advisor"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    opened = document()
    before = (opened.study, opened.assessment, opened.path, opened.undo_stack.count())
    try:
        opened.open(file)
    except (StudyFileError, ScenarioError) as error:
        if (opened.study, opened.assessment, opened.path, opened.undo_stack.count()) != before:
            raise PartialStateError("the document changed although the study was refused") from error
        return refused(error)
    again = study_from_text(study_text(opened.study), "again")
    if again != opened.study or opened.assessment.scenario != opened.study.scenario:
        raise PartialStateError("what was opened is not what is in force, or not what would be saved")
    opened.new(default_study(small_pack()))
    return "read"


def try_pack(
    chance: random.Random, folder: Path, files: tuple[str, ...] = tuple(PACK), *, raw: bool = False
) -> str:
    """A pack that is checked, ranked and drawn."""
    contents = {name: text.encode() for name, text in PACK.items()}
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(files)
        text = contents[name].decode("utf-8", "replace")
        if name.endswith(".geojson") and chance.random() < 0.6:
            try:
                values = json.loads(text)
                entry_changed(values, chance)
                text = json.dumps(values)
            except (ValueError, RecursionError):
                text = cut(text, chance)
        else:
            text = (cell_changed if name.endswith(".csv") and chance.random() < 0.6 else cut)(text, chance)
        contents[name] = encoded(text, chance) if raw else text.encode("utf-8", "surrogatepass")
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    problems = check_and_rank(folder)
    for problem in problems:
        refused(problem)
    if any(problem.severity == "error" for problem in problems):
        return "refused"
    pack = load_pack(folder)
    Assessor(pack).assess(default_scenario(pack))
    if pack.geometry is not None and not pack.geometry.page_text().isascii():
        raise PartialStateError("polygons that are not as they were checked")
    return "read"


def try_table(chance: random.Random, folder: Path) -> str:
    """A table as some program may have saved it."""
    return try_pack(chance, folder, TABLES, raw=True)


def try_geometry(chance: random.Random, folder: Path) -> str:
    """Polygons."""
    return try_pack(chance, folder, ("g.geojson",), raw=chance.random() < 0.2)


KINDS: dict[str, tuple[Callable[[random.Random, Path], str], float]] = {
    "study": (try_study, 0.4),
    "pack": (try_pack, 0.25),
    "table": (try_table, 0.2),
    "geometry": (try_geometry, 0.15),
}


def try_one(seed: int, number: int, folder: Path) -> tuple[str, str, Fault | None]:
    """Kind, result and fault of an input."""
    chance = random.Random(f"{seed}-{number}")
    kind = chance.choices(list(KINDS), [share for _work, share in KINDS.values()])[0]
    began = time.process_time()
    try:
        result = KINDS[kind][0](chance, folder)
    except Hang:
        return kind, "fault", Fault(number, kind, f"stopped after {HANGING_S} s")
    except Exception as error:  # whatever it is, it is what this looks for
        at = traceback.extract_tb(error.__traceback__)[-1]
        what = f"{type(error).__name__}: {str(error)[:200]} ({Path(at.filename).name}:{at.lineno})"
        return kind, "fault", Fault(number, kind, what)
    took = time.process_time() - began
    if took > SLOW_S:
        return kind, "fault", Fault(number, kind, f"took {took:.1f} s of computing")
    return kind, result, None


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise Hang


def try_block(task: tuple[int, int]) -> tuple[int, Counter[str], list[Fault]]:
    """All inputs of a block."""
    seed, block = task
    counts: Counter[str] = Counter()
    faults = []
    has_alarm = hasattr(signal, "SIGALRM")
    if has_alarm:
        signal.signal(signal.SIGALRM, _stop)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        for number in range(block * BLOCK, (block + 1) * BLOCK):
            if has_alarm:
                signal.alarm(HANGING_S)
            kind, result, fault = try_one(seed, number, Path(name))
            if has_alarm:
                signal.alarm(0)
            counts[f"{kind} {result}"] += 1
            faults += [fault] if fault else []
    return block, counts, faults


def run(count: int, seed: int, minutes: float, state: Path | None, processes: int) -> int:
    """Try ``count`` inputs or as many as the time allows; returns how many faults there were."""
    known = json.loads(state.read_text()) if state and state.exists() else {}
    kept = known if known.get("seed") == seed else {"seed": seed, "done": [], "counts": {}, "faults": []}
    done, counts = set(kept["done"]), Counter(kept["counts"])
    faults = [Fault(*fault) for fault in kept["faults"]]
    before, began = sum(counts.values()), time.monotonic()
    tasks = ((seed, block) for block in range(-(-count // BLOCK)) if block not in done)
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        for block, found, wrong in pool.imap_unordered(try_block, tasks):
            done.add(block)
            counts += found
            faults += wrong
            for fault in wrong:
                print(f"{fault.number} ({fault.kind}): {fault.what}", flush=True)
            if state is not None:
                listed = [[fault.number, fault.kind, fault.what] for fault in faults]
                kept = {"seed": seed, "done": sorted(done), "counts": counts, "faults": listed}
                state.parent.mkdir(parents=True, exist_ok=True)
                state.write_text(json.dumps(kept))
            if time.monotonic() - began > 60 * minutes:
                pool.terminate()
                break
    took, tried = time.monotonic() - began, sum(counts.values())
    kinds = ", ".join(f"{kind} {number:,}" for kind, number in sorted(counts.items()))
    rate = (tried - before) / max(took, 1e-9)
    print(
        f"{tried:,} inputs ({kinds}): {len(faults)} faults; {took:.0f} s on {processes} processes, "
        f"{rate:.0f} a second, {3600 * rate:,.0f} an hour"
    )
    return len(faults)


def main() -> int:
    """Exit code 1 where there were faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, help="where it goes on from")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", type=int, help="the number of one input, whose fault is raised")
    options = parser.parse_args()
    if options.only is not None:
        chance = random.Random(f"{options.seed}-{options.only}")
        kind = chance.choices(list(KINDS), [share for _work, share in KINDS.values()])[0]
        with tempfile.TemporaryDirectory() as name:
            print(kind, KINDS[kind][0](chance, Path(name)))
        return 0
    return 1 if run(options.count, options.seed, options.minutes, options.state, options.processes) else 0


if __name__ == "__main__":
    sys.exit(main())
