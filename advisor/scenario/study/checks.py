"""Does a study fit a data pack? Everything that does not, in one clear message."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.places.cover import ServiceWindow
from advisor.places.industries import INDUSTRIES
from advisor.scenario.study.extension import extended_pack
from advisor.scenario.study.own_data import NOTHING_OWN, OwnData
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.scenario.study.study import Study
from advisor.words.data_words import data_text
from advisor.words.formatting import capital
from advisor.words.translation import mark, marked, t, tn

_FEW = 12  # names that a sentence may list
_MOST_SAID = 6  # sentences in one message


def check_scenario(pack: DataPack, scenario: Scenario, own: OwnData = NOTHING_OWN) -> None:
    """Check every id of a scenario and of the user's own figures against a pack and what they add to it.

    Raises:
        ScenarioError: naming everything that does not fit.
    """
    pack = extended_pack(pack, own)
    _refuse([*_misfits(pack, scenario), *_own_misfits(pack, own)])


def check_fit(pack: DataPack, scenario: Scenario) -> None:
    """Check every id of a scenario against a pack, to which all is added that the study adds.

    Raises:
        ScenarioError: naming everything that does not fit.
    """
    _refuse(list(_misfits(pack, scenario)))


def check_own(pack: DataPack, own: OwnData) -> None:
    """Check every id of the user's own figures against a pack, to which all is added that the study adds.

    Raises:
        ScenarioError: naming everything that does not fit.
    """
    _refuse(list(_own_misfits(pack, own)))


def check_study(pack: DataPack, study: Study) -> None:
    """Check every scenario and stakeholder of a study and the user's own figures against a pack.

    Raises:
        ScenarioError: naming everything that does not fit.
    """
    pack = extended_pack(pack, study.own)
    found = list(_own_misfits(pack, study.own))
    for scenario in study.scenarios:
        for misfit in _misfits(pack, scenario):
            several = len(study.scenarios) > 1
            named = t("Scenario '{name}': {problem}", name=scenario.name, problem=misfit)
            found.append(named if several else misfit)
    for person in study.stakeholders:
        found += [
            t("Stakeholder '{name}': {problem}", name=person.name, problem=misfit)
            for misfit in _weight_misfits(pack, person.theme_weights, person.criterion_weights)
        ]
    _refuse(found)


def pack_change(pack: DataPack, study: Study) -> str:
    """What to tell where a study was made with another pack or version; empty where it was not."""
    before = study.pack
    if not before.name or (before.name, before.version) == (pack.name, pack.version):
        return ""
    if before.name == pack.name:
        return t(
            "Made with data of {before}, shown with {now}: figures may differ.",
            before=before.version or t("an unknown version"),
            now=pack.version,
        )
    return t(
        "Made with the data pack {before} {before_version}, shown with {now} {now_version}: "
        "figures may differ.",
        before=data_text(before.name),
        before_version=before.version,
        now=pack.title,
        now_version=pack.version,
    )


def _refuse(problems: list[str]) -> None:
    if not problems:
        return
    unique = list(dict.fromkeys(problems))
    said = " ".join(unique[:_MOST_SAID])
    more = len(unique) - _MOST_SAID
    if more > 0:
        said = tn(
            "{said} {count} more name does not fit.", "{said} {count} more names do not fit.", more, said=said
        )
    raise ScenarioError(said)


def _misfits(pack: DataPack, scenario: Scenario) -> Iterator[str]:
    criteria = [criterion.id for criterion in pack.criteria]
    if pack.places is not None:
        yield from _unknown("home", [scenario.home], pack.location_ids, "location-advisor locations")
    elif scenario.home:
        yield t("The data pack {name} knows no places, so it takes no home country.", name=pack.title)
    if pack.functions or scenario.function:
        yield from _unknown(
            "function", [scenario.function], tuple(pack.functions), "location-advisor functions"
        )
    yield from _unknown("industry", [scenario.industry], tuple(INDUSTRIES))
    themes = [*scenario.theme_weights, *sorted(scenario.locked_themes)]
    yield from _unknown("theme", themes, themes_of(pack.criteria))
    bounded = [bound.column for bound in scenario.must_haves.bounds]
    named = [*scenario.criterion_weights, *sorted(scenario.locked_criteria), *bounded]
    yield from _unknown("criterion", named, criteria, "location-advisor criteria")
    yield from _unknown("location", scenario.hubs, pack.location_ids, "location-advisor locations")
    rows = pack.places.hubs if pack.places else ()
    for location, hub in scenario.hubs.items():
        if location in pack.location_ids:
            known = [hub_row.name for hub_row in rows if hub_row.location_id == location]
            yield from _unknown("hub", [hub], known)
    if scenario.service_window:
        try:
            ServiceWindow.parse(scenario.service_window)
        except ValueError as error:
            yield t("{cause}.", cause=capital(str(error)))


def _weight_misfits(pack: DataPack, themes: Collection[str], criteria: Collection[str]) -> Iterator[str]:
    yield from _unknown("theme", themes, themes_of(pack.criteria))
    known = [criterion.id for criterion in pack.criteria]
    yield from _unknown("criterion", criteria, known, "location-advisor criteria")


def _own_misfits(pack: DataPack, own: OwnData) -> Iterator[str]:
    locations = dict.fromkeys(figure.location for figure in own.figures)
    criteria = dict.fromkeys(figure.criterion for figure in own.figures)
    yield from _unknown("location", locations, pack.location_ids, "location-advisor locations")
    known = [criterion.id for criterion in pack.criteria]
    yield from _unknown("criterion", criteria, known, "location-advisor criteria")


def _unknown(kind: str, names: Collection[str], known: Collection[str], command: str = "") -> Iterator[str]:
    """What is wrong with each name that is not known, with the nearest that is.

    Args:
        kind: a key of what names can stand for.
        names: that are used.
        known: that there are.
        command: lists them.
    """
    for name in names:
        if name not in known:
            said = _none_chosen(kind) if not name else _no_such(kind, name, known)
            if command:
                yield t("{sentence} See '{command}'.", sentence=said, command=command)
            elif len(known) <= _FEW:
                yield t("{sentence} Use one of: {names}.", sentence=said, names=", ".join(known))
            else:
                yield said


def _none_chosen(kind: str) -> str:
    return marked(_KINDS[kind][0])


def _no_such(kind: str, name: str, known: Collection[str]) -> str:
    said = marked(_KINDS[kind][1], name=name)
    folded = {item.casefold(): item for item in known}
    if near := get_close_matches(name.casefold(), folded, n=1):
        return t("{sentence} Did you mean '{name}'?", sentence=said, name=folded[near[0]])
    return said


# What names can stand for: where none is chosen, and where there is no such.
_KINDS = {
    "home": (mark("No home country is chosen."), mark("There is no home country '{name}'.")),
    "function": (
        mark("No business function is chosen."),
        mark("There is no business function '{name}'."),
    ),
    "industry": (mark("No industry is chosen."), mark("There is no industry '{name}'.")),
    "theme": (mark("No theme is chosen."), mark("There is no theme '{name}'.")),
    "criterion": (mark("No criterion is chosen."), mark("There is no criterion '{name}'.")),
    "location": (mark("No location is chosen."), mark("There is no location '{name}'.")),
    "hub": (mark("No hub is chosen."), mark("There is no hub '{name}'.")),
}
