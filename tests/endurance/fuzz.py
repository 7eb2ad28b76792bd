"""Hands mutated studies, packs, tables and geometries to what reads them: ``make fuzz``.

Every input has a number, from which its kind and its mutations follow together with the seed, so that one
that failed can be repeated (``--only NUMBER``). A run that was stopped goes on where it ended
(``--state FILE``).

An input is read, or refused with a message of one line. Anything else is a fault: another exception, more
than a second of computing, a study or pack that was taken and cannot be ranked, written and read again, a
line with a fault that was taken, or a document that is not as it was after an input was refused.

``--quick`` tries mostly what is soon tried (texts of studies, single tables, polygons) and few whole packs.
"""

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
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from PySide6.QtCore import QCoreApplication

from advisor.app.document.document import Document
from advisor.core.screening import Bound
from advisor.datapack.cost_tables import PARAMETERS, RATES
from advisor.datapack.criteria_table import CRITERIA
from advisor.datapack.geometry_file import GeometryFile
from advisor.datapack.loading import load_pack
from advisor.datapack.location_table import LOCATIONS
from advisor.datapack.place_tables import COLLABORATIONS, HUBS, LANGUAGES, LEGAL, TIES, WORKFORCE
from advisor.datapack.problems import Problem, Problems
from advisor.datapack.schema import DataPack
from advisor.datapack.source_table import SOURCES
from advisor.datapack.tables import Table
from advisor.datapack.value_table import VALUES
from advisor.datapack.wage_tables import LABOUR, PREMIUM, WAGES
from advisor.paths import DEFAULT_PACK, EXAMPLES
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.ranking.pack_trial import check_and_rank
from advisor.scenario.study.defaults import default_scenario, default_study
from advisor.scenario.study.files import study_from_text, study_text
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import MustHaves
from tests.endurance.mutations import PACK, cell_changed, cut, encoded, entry_changed
from tests.few_places import table_of

BLOCK = 100
SLOW_S = 1.0
HANGING_S = 30  # of the wall clock, on a machine with other work
LONGEST_REFUSAL, LONGEST_PROBLEM = 2_000, 400
PLACES = ("AUS", "DEU", "GBR", "IND", "PHL", "POL", "USA")  # homes of the examples, and where they look
TABLES: tuple[Table[Any], ...] = (
    *(CRITERIA, LOCATIONS, VALUES, SOURCES, HUBS, LANGUAGES, LEGAL, TIES, WORKFORCE, COLLABORATIONS),
    *(WAGES, PREMIUM, LABOUR, RATES, PARAMETERS),
)
LINES_ALONE = 12  # of a table that is read by itself


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


# What is tried -----------------------------------------------------------------------------------------


def refused(message: object, longest: int = LONGEST_REFUSAL) -> str:
    """A refusal that can be read."""
    text = str(message)
    if not text or "\n" in text or len(text) > longest:
        raise PartialStateError(f"refused with {text[:200]!r}")
    text.encode("utf-8")
    return "refused"


def told(problems: list[Problem]) -> bool:
    """Whether something keeps the pack from opening; every problem says what is wrong and what helps."""
    for problem in problems:
        refused(problem)
        refused(problem.message, LONGEST_PROBLEM)
        if not problem.cure and problem.severity != "note":
            raise PartialStateError(f"no cure for {problem}")
    return any(problem.severity == "error" for problem in problems)


def put(folder: Path, name: str, content: bytes) -> None:
    """Write a file in place: a new one takes ten times as long, and one emptied first goes to the disk."""
    handle = os.open(folder / name, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb", buffering=0) as file:
        file.write(content)
        file.truncate()


@cache
def pack_folder() -> Path:
    """The small pack without places, kept for this process."""
    folder = _kept_folder()
    for file, text in PACK.items():
        put(folder, file, text.encode())
    return folder


@cache
def places_texts() -> dict[str, str]:
    """The files of the pack that ships, with few of its places and no map."""
    texts = {}
    for source in sorted(DEFAULT_PACK.glob("*.csv")):
        header, kept = table_of(source, PLACES)
        texts[source.name] = "\n".join(",".join(map(_quoted, row)) for row in (header, *kept)) + "\n"
    texts["functions.toml"] = (DEFAULT_PACK / "functions.toml").read_text(encoding="utf-8")
    header_text = (DEFAULT_PACK / "pack.toml").read_text(encoding="utf-8")
    texts["pack.toml"] = header_text.replace('geometry = "countries.geojson"', "")
    return texts


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\n') else cell


@cache
def places_folder(functions: bool = False) -> Path:
    """That pack; with all business functions, or with one, which is soon tried."""
    folder = _kept_folder()
    for file, text in places_texts().items():
        is_cut = file == "functions.toml" and not functions
        put(folder, file, (text.partition("\n[technical-support]")[0] if is_cut else text).encode())
    return folder


def _kept_folder() -> Path:
    return Path(tempfile.mkdtemp())  # inside the folder of the run


@dataclass(frozen=True, slots=True)
class Desk:
    """A document for all studies of a pack, so that what a refusal leaves behind is seen."""

    pack: DataPack
    document: Document
    texts: tuple[str, ...]


def _desk(pack: DataPack, texts: tuple[str, ...]) -> Desk:
    if QCoreApplication.instance() is None:
        QCoreApplication([])
    return Desk(pack, Document(Assessor(pack), default_study(pack)), texts)


@cache
def small_desk() -> Desk:
    """For a study with everything that needs no places."""
    pack = load_pack(pack_folder())
    base = default_study(pack)
    limits = MustHaves(bounds=(Bound("quality", ">=", 2.0),))
    scenarios = tuple(replace(base.scenario, name=name, must_haves=limits) for name in ("one", "two"))
    return _desk(pack, (study_text(replace(base, scenarios=scenarios, active="two")),))


@cache
def places_desk() -> Desk:
    """For the examples."""
    files = sorted(EXAMPLES.glob("*.advisor"))
    return _desk(load_pack(places_folder(functions=True)), tuple(file.read_text("utf-8") for file in files))


def try_study(chance: random.Random, folder: Path, desk: Callable[[], Desk] = small_desk) -> str:
    """A study file in the document."""
    opened, pack = desk().document, desk().pack
    text = chance.choice(desk().texts)
    if chance.random() < 0.7:
        values = json.loads(text)
        for _ in range(chance.randint(1, 3)):
            entry_changed(values, chance)
        text = json.dumps(values, ensure_ascii=chance.random() < 0.5)
    else:
        for _ in range(chance.randint(1, 3)):
            text = cut(text, chance)
    put(folder, "x.advisor", text.encode("utf-8", "surrogatepass"))
    before = (opened.study, opened.assessment, opened.path, opened.undo_stack.count())
    try:
        opened.open(folder / "x.advisor")
    except (StudyFileError, ScenarioError) as error:
        now = (opened.study, opened.assessment, opened.path, opened.undo_stack.count())
        if any(a is not b and a != b for a, b in zip(now, before, strict=True)):
            raise PartialStateError("the document changed although the study was refused") from error
        return refused(error)
    again = study_from_text(study_text(opened.study), "again")
    if again != opened.study or opened.assessment.scenario != opened.study.scenario:
        raise PartialStateError("what was opened is not what is in force, or not what would be saved")
    opened.new(default_study(pack))
    return "read"


def try_places_study(chance: random.Random, folder: Path) -> str:
    """An example, in a pack with places."""
    return try_study(chance, folder, places_desk)


def _checked_and_ranked(folder: Path) -> str:
    if told(check_and_rank(folder)):
        return "refused"
    pack = load_pack(folder)
    Assessor(pack).assess(default_scenario(pack))
    if pack.geometry is not None:
        _drawn(pack.geometry)
    return "read"


def _drawn(geometry: GeometryFile) -> None:
    text = geometry.page_text()
    if not text.isascii() or json.loads(text)["type"] != "FeatureCollection":
        raise PartialStateError("polygons that are not as they were checked")


def _geometry_changed(text: str, chance: random.Random) -> str:
    if chance.random() < 0.6:
        try:
            values = json.loads(text)
            entry_changed(values, chance)
            return json.dumps(values)
        except (ValueError, RecursionError):
            pass
    return cut(text, chance)


def try_pack(chance: random.Random, _folder: Path) -> str:
    """A pack without places that is checked, ranked and drawn; at times as spreadsheets save it."""
    folder, changed = pack_folder(), {}
    raw = chance.random() < 0.4
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(list(PACK))
        text = changed.get(name, PACK[name].encode()).decode("utf-8", "replace")
        if name.endswith(".geojson"):
            text = _geometry_changed(text, chance)
        else:
            text = (cell_changed if name.endswith(".csv") and chance.random() < 0.7 else cut)(text, chance)
        changed[name] = encoded(text, chance) if raw else text.encode("utf-8", "surrogatepass")
    try:
        for name, content in changed.items():
            put(folder, name, content)
        return _checked_and_ranked(folder)
    finally:
        for name in changed:
            put(folder, name, PACK[name].encode())


def try_places(chance: random.Random, _folder: Path) -> str:
    """A pack with places, one of whose tables has another cell or two."""
    folder, name = places_folder(), chance.choice(TABLES).file
    text = places_texts()[name]
    try:
        changed = text
        for _ in range(chance.randint(1, 2)):
            changed = cell_changed(changed, chance)
        put(folder, name, changed.encode("utf-8", "surrogatepass"))
        return _checked_and_ranked(folder)
    finally:
        put(folder, name, text.encode())


@cache
def short_table(file: str) -> str:
    """The first lines of a table that ships, or the whole one of the small pack."""
    return "\n".join(places_texts()[file].split("\n")[:LINES_ALONE]) + "\n"


def try_table(chance: random.Random, folder: Path) -> str:
    """A table by itself, as some program may have saved it."""
    table: Table[Any] = chance.choice(TABLES)
    text = chance.choice((PACK.get(table.file, ""), short_table(table.file))) or short_table(table.file)
    for _ in range(chance.randint(1, 3)):
        text = (cell_changed if chance.random() < 0.7 else cut)(text, chance)
    put(folder, table.file, encoded(text, chance))
    problems = Problems()
    rows = table.read(folder, problems)
    lines = [row.line for row in rows]
    wrong = {problem.line for problem in problems.errors if problem.line > 1}
    if wrong.intersection(lines) or lines != sorted(set(lines)):
        raise PartialStateError(f"lines with a fault were taken: {wrong.intersection(lines)}")
    return "refused" if told(problems.found) else "read"


def try_geometry(chance: random.Random, folder: Path) -> str:
    """Polygons by themselves."""
    text = PACK["g.geojson"]
    for _ in range(chance.randint(1, 3)):
        text = _geometry_changed(text, chance)
    raw = chance.random() < 0.2
    put(folder, "g.geojson", encoded(text, chance) if raw else text.encode("utf-8", "surrogatepass"))
    put(folder, LOCATIONS.file, PACK[LOCATIONS.file].encode())
    geometry, problems = GeometryFile(folder, "g.geojson"), Problems()
    geometry.check(("a", "b", "c"), problems)
    if told(problems.found):
        return "refused"
    _drawn(geometry)
    return "read"


# Name to the work, and how often it is tried, of a hundred: thoroughly and quickly.
KINDS: dict[str, tuple[Callable[[random.Random, Path], str], int, int]] = {
    "study": (try_study, 20, 44),
    "study with places": (try_places_study, 20, 8),
    "table": (try_table, 20, 26),
    "geometry": (try_geometry, 15, 20),
    "pack": (try_pack, 20, 2),
    "pack with places": (try_places, 5, 0),
}


@dataclass(frozen=True, slots=True)
class Task:
    """A block of inputs."""

    seed: int
    block: int
    quick: bool


def drawn(seed: int, number: int, quick: bool) -> tuple[random.Random, str]:
    """What decides everything about an input, and its kind."""
    chance = random.Random(f"{seed}-{number}")
    shares = [soon if quick else thorough for _work, thorough, soon in KINDS.values()]
    return chance, chance.choices(list(KINDS), shares)[0]


def try_one(seed: int, number: int, folder: Path, quick: bool = False) -> tuple[str, str, Fault | None]:
    """Kind, result and fault of an input."""
    chance, kind = drawn(seed, number, quick)
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


def prepare() -> None:
    """Once a process: what the first input would otherwise wait for; from here on a warning is a fault."""
    for desk in (small_desk(), places_desk()):
        desk.document.new(default_study(desk.pack))
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _stop)
    warnings.simplefilter("error")


def try_block(task: Task) -> tuple[int, Counter[str], list[Fault]]:
    """All inputs of a block."""
    counts: Counter[str] = Counter()
    faults = []
    has_alarm = hasattr(signal, "SIGALRM")
    with tempfile.TemporaryDirectory() as name:
        for number in range(task.block * BLOCK, (task.block + 1) * BLOCK):
            if has_alarm:
                signal.alarm(HANGING_S)
            kind, result, fault = try_one(task.seed, number, Path(name), task.quick)
            if has_alarm:
                signal.alarm(0)
            counts[f"{kind} {result}"] += 1
            faults += [fault] if fault else []
    return task.block, counts, faults


@dataclass(slots=True)
class Tally:
    """What a run has found so far, kept in a file so that a later one goes on from there.

    Attributes:
        key: seed and kind of the run; another one begins anew.
        done: blocks that were tried.
        counts: how many inputs of each kind were read, refused, or showed a fault.
        faults: the faults.
        took_s: time on the clock, seconds.
    """

    key: str
    done: set[int]
    counts: Counter[str]
    faults: list[Fault]
    took_s: float = 0.0

    @classmethod
    def read(cls, state: Path | None, key: str) -> Tally:
        """What an earlier run has left."""
        kept = json.loads(state.read_text()) if state and state.exists() else {}
        if kept.get("key") != key:
            return cls(key, set(), Counter(), [])
        faults = [Fault(*fault) for fault in kept["faults"]]
        return cls(key, set(kept["done"]), Counter(kept["counts"]), faults, kept["took_s"])

    def write(self, state: Path) -> None:
        """Keep it."""
        faults = [[fault.number, fault.kind, fault.what] for fault in self.faults]
        kept = {"key": self.key, "done": sorted(self.done), "counts": self.counts, "faults": faults}
        state.parent.mkdir(parents=True, exist_ok=True)
        state.write_text(json.dumps({**kept, "took_s": self.took_s}))

    def summary(self, processes: int) -> str:
        """Two lines: what was tried, and how fast."""
        tried = sum(self.counts.values())
        kinds = ", ".join(f"{kind} {number:,}" for kind, number in sorted(self.counts.items()))
        rate = tried / max(self.took_s, 1e-9)
        return (
            f"{tried:,} inputs in {self.took_s / 60:.1f} minutes: {len(self.faults)} faults ({kinds})\n"
            f"{rate:.0f} a second on {processes} processes, {3600 * rate:,.0f} an hour"
        )


@contextmanager
def everything_in_one_folder() -> Iterator[Path]:
    """Temporary files of this process and of those that it starts stand in one folder, which goes with it."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        os.environ["TMPDIR"] = tempfile.tempdir = name
        yield Path(name)
        tempfile.tempdir = None


def run(count: int, seed: int, minutes: float, state: Path | None, processes: int, quick: bool) -> int:
    """Try ``count`` inputs or as many as the time allows; returns how many faults there were."""
    tally = Tally.read(state, f"{seed}{' quick' if quick else ''}")
    before, began = tally.took_s, time.monotonic()
    tasks = [Task(seed, block, quick) for block in range(-(-count // BLOCK)) if block not in tally.done]

    def note(block: int, found: Counter[str], wrong: list[Fault]) -> bool:
        """Whether there is time for more."""
        tally.done.add(block)
        tally.counts += found
        tally.faults += wrong
        tally.took_s = before + time.monotonic() - began
        for fault in wrong:
            print(f"{fault.number} ({fault.kind}): {fault.what}", flush=True)
        if state is not None:
            tally.write(state)
        return tally.took_s - before < 60 * minutes

    with everything_in_one_folder():
        if processes == 1:
            prepare()
            all(note(*try_block(task)) for task in tasks)
        else:
            with multiprocessing.get_context("spawn").Pool(processes, prepare) as pool:
                all(note(*found) for found in pool.imap_unordered(try_block, tasks))
    print(tally.summary(processes))
    return len(tally.faults)


def main() -> int:
    """Exit code 1 where there were faults."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, help="where it goes on from")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--quick", action="store_true", help="mostly what is soon tried")
    parser.add_argument("--only", type=int, help="the number of one input, whose fault is raised")
    options = parser.parse_args()
    if options.only is not None:
        chance, kind = drawn(options.seed, options.only, options.quick)
        with everything_in_one_folder() as folder:
            prepare()
            print(kind, KINDS[kind][0](chance, folder))
        return 0
    arguments = (
        options.count,
        options.seed,
        options.minutes,
        options.state,
        options.processes,
        options.quick,
    )
    return 1 if run(*arguments) else 0


if __name__ == "__main__":
    sys.exit(main())
