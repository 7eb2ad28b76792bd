"""A pack in the language in force.

A pack is read in the language in force: names, labels, descriptions and remarks are translated once, when the
pack is opened, so that nothing which is kept for a while holds words of another language. Ids, units and
whatever else the program computes with stay as they are; units are put into words where they are shown
(``advisor.words.data_words``). Countries without a translation of their own are called as CLDR calls them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from advisor.core.cells import Cells
from advisor.core.criteria import Criterion
from advisor.costs.parameters import CostParameter, CostParameters
from advisor.costs.wages import WageTable
from advisor.datapack.business_function import BusinessFunction
from advisor.datapack.location import Location
from advisor.datapack.schema import DataPack, Source
from advisor.places.shifts import alpha2
from advisor.words.data_words import DataWords
from advisor.words.locale import locale
from advisor.words.translation import ENGLISH, language

_Say = Callable[[str], str]


def in_words(pack: DataPack, words: DataWords) -> DataPack:
    """A pack in the language in force."""
    if not words.texts and language() == ENGLISH:
        return pack
    said = words.said
    return replace(
        pack,
        title=said(pack.name),
        licence=said(pack.licence),
        theme_labels={theme: said(label) for theme, label in pack.theme_labels.items()},
        criteria=tuple(_criterion(each, said) for each in pack.criteria),
        locations=tuple(_location(each, said) for each in pack.locations),
        cells=_cells(pack.cells, said),
        sources={key: _source(each, said) for key, each in pack.sources.items()},
        functions={key: _function(each, said) for key, each in pack.functions.items()},
        wages=None if pack.wages is None else _wages(pack.wages, said),
        costs=None
        if pack.costs is None
        else replace(pack.costs, parameters=_parameters(pack.costs.parameters, said)),
    )


def place_name(location: Location, said: _Say) -> str:
    """What a place is called: as the pack says, else a country as CLDR calls it."""
    name = said(location.name)
    if name != location.name or location.id != location.iso3 or language() == ENGLISH:
        return name
    # Kosovo has a code of its own making in both.
    code = "XK" if location.iso3 == "XKX" else alpha2(location.iso3)
    return str(locale().territories.get(code or "") or name)


def _criterion(criterion: Criterion, said: _Say) -> Criterion:
    return replace(
        criterion,
        label=said(criterion.label),
        description=said(criterion.description),
        basis=said(criterion.basis),
    )


def _location(location: Location, said: _Say) -> Location:
    name, in_sentence = place_name(location, said), said(location.in_sentence)
    if in_sentence == location.in_sentence and name != location.name:
        in_sentence = ""  # of another language than the name
    return replace(
        location,
        name=name,
        in_sentence=in_sentence,
        region=said(location.region),
        subregion=said(location.subregion),
        income_group=said(location.income_group),
    )


def _cells(cells: Cells, said: _Say) -> Cells:
    return replace(cells, notes=_each(cells.notes, said))


def _source(source: Source, said: _Say) -> Source:
    return replace(
        source,
        publisher=said(source.publisher),
        dataset=said(source.dataset),
        edition=said(source.edition),
        licence=said(source.licence),
        note=said(source.note),
    )


def _function(function: BusinessFunction, said: _Say) -> BusinessFunction:
    mix = function.mix
    return replace(
        function,
        label=said(function.label),
        reason=said(function.reason),
        mix=None if mix is None else replace(mix, reason=said(mix.reason)),
    )


def _wages(wages: WageTable, said: _Say) -> WageTable:
    return replace(wages, steps=_each(wages.steps, said))


def _parameters(parameters: CostParameters, said: _Say) -> CostParameters:
    def each(rates: Mapping[str, CostParameter]) -> dict[str, CostParameter]:
        return {key: _parameter(rate, said) for key, rate in rates.items()}

    return replace(
        parameters,
        items_by_id=each(parameters.items_by_id),
        originals=each(parameters.originals),
        other_work=each(parameters.other_work),
    )


def _parameter(parameter: CostParameter, said: _Say) -> CostParameter:
    return replace(
        parameter,
        label=said(parameter.label),
        base=said(parameter.base),
        note=said(parameter.note),
        published=tuple(said(text) for text in parameter.published),
    )


def _each(texts: NDArray[np.object_], said: _Say) -> NDArray[np.object_]:
    translated = np.empty(texts.size, dtype=object)
    translated[:] = [said(str(text)) if text else "" for text in texts.flat]
    return translated.reshape(texts.shape)
