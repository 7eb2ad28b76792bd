"""What a public holiday is called in the language in force.

The `holidays` package knows the names of some countries in some languages. What it has in English only is
translated by the names in ``holiday_texts``, which are all that it has for the places of the program's own
data (a test holds that). A name that a later edition of it brings stays English, and says so.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from advisor.places.holiday_texts import TRANSLATED
from advisor.places.shifts import alpha2
from advisor.words.dates import date_text
from advisor.words.translation import ENGLISH, language, mark, marked, t

_SEPARATOR = "; "  # of the package, between holidays of one day
_REMARK = re.compile(r"(?P<name>.+?) \((?:in\s)?(?P<remarks>\w+(?:, \w+)?)\)")
_SWAPPED = re.compile(r"Day\soff\s\(substituted\sfrom\s(?P<month>\d\d)/(?P<day>\d\d)/(?P<year>\d{4})\)")
_NONE: frozenset[str] = frozenset()
# Remarks of the package behind a name, to how they are said.
_REMARKS = {
    _NONE: "",
    frozenset({"observed"}): mark("{name} (observed)"),
    frozenset({"estimated"}): mark("{name} (date estimated)"),
    frozenset({"observed", "estimated"}): mark("{name} (observed, date estimated)"),
    frozenset({"lieu"}): mark("{name} (in lieu)"),
}


def holiday_name(name: str, iso3: str, part: str, day: date) -> str:
    """The name of a holiday as it is read.

    Args:
        name: in English, as its calendar has it; empty on a day that is none.
        iso3: the country.
        part: the part of the country, as ``holiday_year`` takes it.
        day: the date.
    """
    code = language()
    if not name or code == ENGLISH:
        return name
    own = _own_names(alpha2(iso3) or "", part, day.year, code).get(day)
    if own is not None:
        return own
    return _SEPARATOR.join(_translated(one) for one in name.split(_SEPARATOR))


def _translated(name: str) -> str:
    if swapped := _SWAPPED.fullmatch(name):
        day = date(*(int(swapped[part]) for part in ("year", "month", "day")))
        return t("day off in exchange for {day}", day=date_text(day))
    found = None if name in TRANSLATED else _REMARK.fullmatch(name)
    inner, remarks = (found["name"], frozenset(found["remarks"].split(", "))) if found else (name, _NONE)
    if inner not in TRANSLATED or remarks not in _REMARKS:
        return t("{name} (in English)", name=name)
    said = _REMARKS[remarks]
    return marked(said, name=marked(inner)) if said else marked(inner)


@lru_cache(maxsize=512)
def _own_names(territory: str, part: str, year: int, code: str) -> Mapping[date, str]:
    """Names of a country's holidays in a language; nothing where the package has none in it."""
    import holidays  # slow to load, and not needed in English

    cls = getattr(holidays, territory, None) if territory else None
    if cls is None or code not in (getattr(cls, "supported_languages", None) or ()):
        return MappingProxyType({})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # years out of reach are told of elsewhere
        found = holidays.country_holidays(territory, subdiv=part or None, years=[year], language=code)
    return MappingProxyType({day: str(name) for day, name in found.items()})
