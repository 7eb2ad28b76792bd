"""A folder of plain files to a frozen ``DataPack``, with every problem found on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from advisor.computed.materials import CostsFromHome
from advisor.computed.registry import computed_column
from advisor.core.criteria import Criterion, themes_of
from advisor.datapack.business_function import BusinessFunction
from advisor.datapack.cost_tables import PARAMETERS, read_cost_tables
from advisor.datapack.criteria_table import read_criteria
from advisor.datapack.functions import FILE as FUNCTIONS_FILE
from advisor.datapack.functions import read_functions
from advisor.datapack.location_table import LOCATIONS, read_locations
from advisor.datapack.pack_header import geometry_of, price_year_missing, read_header
from advisor.datapack.pack_words import in_words
from advisor.datapack.place_tables import HUBS, read_place_tables
from advisor.datapack.problems import PackError, Problem, Problems, shown
from advisor.datapack.read_words import read_words
from advisor.datapack.schema import DataPack
from advisor.datapack.source_table import read_sources
from advisor.datapack.value_table import read_values
from advisor.datapack.wage_tables import WAGES, read_labour_terms, read_wages
from advisor.paths import is_folder
from advisor.words.data_words import learn
from advisor.words.place_names import learn_names
from advisor.words.translation import language, t

_MOST_CELLS = 20_000_000


def load_pack(folder: Path) -> DataPack:
    """Open a data pack.

    Raises:
        PackError: the pack has errors; the exception holds all of them.
    """
    pack, problems = read_pack(folder)
    if pack is None:
        raise PackError(str(folder), [problem for problem in problems if problem.severity == "error"])
    return pack


def check_pack(folder: Path) -> list[Problem]:
    """Everything that is wrong with the files of a pack, and how untidy ones were read.

    Whether the pack can be ranked as well is for ``advisor.scenario.ranking.pack_trial`` to try.
    """
    return read_pack(folder)[1]


def read_pack(folder: Path) -> tuple[DataPack | None, list[Problem]]:
    """A pack, None if it has errors, with all problems found."""
    problems = Problems()
    if not is_folder(folder):
        cure = t("Name the folder that holds criteria.csv.")
        problems.error(str(folder), 0, "", t("There is no such folder."), cure)
        return None, problems.found
    words = read_words(folder, problems)
    learn(words)
    header = read_header(folder, problems)
    sources = read_sources(folder, problems)
    criteria = read_criteria(folder, problems)
    locations = read_locations(folder, problems)
    if len(criteria) * len(locations) > _MOST_CELLS:
        message = t("{places} places by {criteria} criteria are more than can be ranked.",
                    places=len(locations), criteria=len(criteria))  # fmt: skip
        problems.error(LOCATIONS.file, 0, "", message, t("Split the pack."))
        return None, problems.found
    ids = [location.id for location in locations]
    cells = read_values(folder, locations, criteria, problems)
    functions = read_functions(
        folder, themes_of(criteria), [criterion.id for criterion in criteria], problems
    )
    places = read_place_tables(folder, ids, problems)
    labour = read_labour_terms(folder, ids, problems)
    price_year = header["price_year"]
    wages = read_wages(folder, ids, price_year, labour, problems)
    costs = read_cost_tables(folder, price_year, labour, problems)
    present = {HUBS.file: places, WAGES.file: wages, PARAMETERS.file: costs}
    _check_computed(criteria, present, functions, problems)
    if wages is not None and not price_year:
        price_year_missing(problems)
    geometry = geometry_of(folder, header)
    if geometry is not None:
        geometry.check(ids, problems)
    if problems.errors:
        return None, problems.found
    pack = DataPack(
        folder=folder,
        name=header["name"] or folder.name,
        version=header["version"],
        price_year=price_year,
        licence=header["licence"],
        geometry=geometry,
        theme_labels=header["themes"],
        criteria=tuple(criteria),
        locations=tuple(locations),
        cells=cells,
        sources=sources,
        functions=functions,
        places=places,
        wages=wages,
        costs=costs,
        remarks=tuple(problems.found),
    )
    pack = in_words(pack, words)
    learn_names(((place.name, place.in_sentence) for place in pack.locations), language())
    return pack, problems.found


def _check_computed(
    criteria: Sequence[Criterion],
    present: Mapping[str, object],
    functions: Mapping[str, BusinessFunction],
    problems: Problems,
) -> None:
    """Computed criteria need the tables that they are computed from."""
    computed = {criterion.computed for criterion in criteria} - {""}
    if not computed or problems.errors:
        return
    needs_costs = any(computed_column(column).reads is CostsFromHome for column in computed)
    for file, table in present.items():
        if table is None and (file == HUBS.file or needs_costs):
            message = t("The computed criteria need this file.")
            problems.error(file, 0, "", message, t("Add it, or blank 'computed' in criteria.csv."))
    if not needs_costs:
        return
    if not functions:
        cure = t("Add it with one entry, or blank 'computed' in criteria.csv.")
        problems.error(FUNCTIONS_FILE, 0, "", t("The computed cost needs a business function."), cure)
    for function in functions.values():
        if function.mix is None:
            message = t("The computed cost needs to know who does the work.")
            cure = t("Add an entry such as {example}.", example="staff = { ISCO4 = 1 }")
            problems.error(FUNCTIONS_FILE, 0, shown(f"{function.id}.staff"), message, cure)
