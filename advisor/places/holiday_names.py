"""What a public holiday is called in the language in force.

The `holidays` package knows the names of some countries in some languages. Of what it has in English only,
the names that most countries share are translated here; all others stay English, and say so.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from advisor.places.shifts import alpha2
from advisor.words.translation import ENGLISH, language, mark, marked, t

_SEPARATOR = "; "  # of the package, between holidays of one day
_REMARK = re.compile(r"(?P<name>.+?) \((?P<remarks>\w+(?:, \w+)?)\)")
_OBSERVED, _ESTIMATED = "observed", "estimated"

# As the package has them in English.
_SHARED = frozenset(
    {
        mark("All Saints' Day"),
        mark("All Souls' Day"),
        mark("ANZAC Day"),
        mark("Armed Forces Day"),
        mark("Armistice Day"),
        mark("Ascension Day"),
        mark("Ash Wednesday"),
        mark("Ashura"),
        mark("Assumption Day"),
        mark("Boxing Day"),
        mark("Carnival Monday"),
        mark("Carnival Tuesday"),
        mark("Children's Day"),
        mark("Chinese New Year"),
        mark("Christmas"),
        mark("Christmas Day"),
        mark("Christmas Eve"),
        mark("Columbus Day"),
        mark("Constitution Day"),
        mark("Corpus Christi"),
        mark("Day of Arafah"),
        mark("Day of Reconciliation"),
        mark("Diwali"),
        mark("Early May Bank Holiday"),
        mark("Easter Monday"),
        mark("Easter Sunday"),
        mark("Eid al-Adha"),
        mark("Eid al-Adha Holiday"),
        mark("Eid al-Fitr"),
        mark("Eid al-Fitr Holiday"),
        mark("Emancipation Day"),
        mark("Epiphany"),
        mark("Family Day"),
        mark("Freedom Day"),
        mark("Canada Day"),
        mark("German Unity Day"),
        mark("Good Friday"),
        mark("Heritage Day"),
        mark("Heroes' Day"),
        mark("Holy Saturday"),
        mark("Holi"),
        mark("Human Rights Day"),
        mark("Immaculate Conception"),
        mark("Independence Day"),
        mark("International Labor Day"),
        mark("International Women's Day"),
        mark("International Workers' Day"),
        mark("Islamic New Year"),
        mark("Juneteenth National Independence Day"),
        mark("King's Birthday"),
        mark("King's Day"),
        mark("Labor Day"),
        mark("Labour Day"),
        mark("Late Summer Bank Holiday"),
        mark("Liberation Day"),
        mark("Martin Luther King Jr. Day"),
        mark("Martyrs' Day"),
        mark("Maundy Thursday"),
        mark("May Day"),
        mark("Memorial Day"),
        mark("Mother's Day"),
        mark("National Day"),
        mark("National Women's Day"),
        mark("New Year Holidays"),
        mark("New Year's Day"),
        mark("New Year's Eve"),
        mark("Pentecost"),
        mark("Pentecost Monday"),
        mark("Prophet's Birthday"),
        mark("Public Holiday"),
        mark("Republic Day"),
        mark("Saint Stephen's Day"),
        mark("Second Day of Christmas"),
        mark("Spring Bank Holiday"),
        mark("Spring Festival"),
        mark("Thanksgiving Day"),
        mark("Unity Day"),
        mark("Veterans Day"),
        mark("Victory Day"),
        mark("Washington's Birthday"),
        mark("Whit Monday"),
        mark("Women's Day"),
        mark("Worker's Day"),
        mark("Workers' Day"),
        mark("Youth Day"),
    }
)


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
    if name in _SHARED:
        return marked(name)
    found = _REMARK.fullmatch(name)
    remarks = set(found["remarks"].split(", ")) if found else set()
    if found is None or found["name"] not in _SHARED or not remarks <= {_OBSERVED, _ESTIMATED}:
        return t("{name} (in English)", name=name)
    inner = marked(found["name"])
    if remarks == {_OBSERVED}:
        return t("{name} (observed)", name=inner)
    if remarks == {_ESTIMATED}:
        return t("{name} (date estimated)", name=inner)
    return t("{name} (observed, date estimated)", name=inner)


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
