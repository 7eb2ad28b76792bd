"""Data-transfer tier from home to a location: how freely personal data may be sent there.

Five tiers, best first: same legal regime / adequacy decision / comprehensive law with an authority, so that
contractual safeguards are needed / law without authority or partial law / no general law. The figures hold
two adequacy lists, the European Commission's and the United Kingdom's. Therefore:

- a home in the EEA is judged by that list;
- the United Kingdom is judged by its own adequacy regulations: a decision of the EU is not one of the UK;
- Switzerland, whose own list the figures do not hold, is assumed to follow the EU's, and the result is marked
  as an estimate;
- a home whose adequacy is mutual (the fact says so: Brazil) has adequacy towards the EEA;
- any other home is given an orientation by what is known: membership of both sides in the Global CBPR
  Forum, then the law and authority of the location, a little more where the EU has recognised that law.

It is an orientation and no legal advice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from advisor.places.arrays import frozen_array
from advisor.places.law import LegalFact, LegalTable, Protection
from advisor.places.regime_texts import (
    TIERS,
    assumed_eu_list,
    clauses,
    clauses_and_assessment,
    contradiction,
    covered_by_uk,
    followed_by,
    found_adequate,
    own_list_unknown,
    recognised_law,
)
from advisor.words.data_words import data_text
from advisor.words.locale import follow_language
from advisor.words.translation import marked, t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

FOLLOWS_EU = frozenset({"CHE"})
UNITED_KINGDOM = "GBR"


class Tier(IntEnum):
    """Tiers, best first; 0 is unknown."""

    UNKNOWN = 0
    SAME_REGIME = 1
    ADEQUATE = 2
    SAFEGUARDS = 3
    PARTIAL_LAW = 4
    NO_LAW = 5

    @property
    def label(self) -> str:
        """What the tier means, in a few words."""
        return marked(TIERS[self])


# Scores 0..100 are a judgement: equal treatment, recognised, safeguards, weak law, none.
SCORES = {
    Tier.SAME_REGIME: 100.0,
    Tier.ADEQUATE: 80.0,
    Tier.SAFEGUARDS: 50.0,
    Tier.PARTIAL_LAW: 25.0,
    Tier.NO_LAW: 0.0,
}
_PARTIAL_ADEQUACY = 65.0  # only certified or commercial recipients
_FRAMEWORK = 70.0  # both in the Global CBPR Forum: certified recipients
_RECOGNISED_BY_EU = 60.0  # safeguards tier, but another regime has found the law adequate
_REMEMBERED = 2_000  # places as homes of some kinds see them


@dataclass(frozen=True, slots=True)
class TransferRegime:
    """How personal data may go from home to one location.

    Attributes:
        tier: the tier.
        score: 0..100, NaN if unknown.
        low: lower end.
        high: upper end.
        method: ``observed``, ``estimated`` (an assumption or an orientation) or ``unknown``.
        reason: one sentence.
        instrument: name of the instrument that a transfer would rest on.
        instrument_fact: the dated fact behind it, if one is stated.
        law: data-protection law of the location, blank if unknown.
        law_fact: the dated fact that names it.
        authority: is there a supervisory authority? None if unknown.
        flags: FATF and sanctions, in words.
    """

    tier: Tier
    score: float
    low: float
    high: float
    method: str
    reason: str
    instrument: str
    instrument_fact: LegalFact | None = None
    law: str = ""
    law_fact: LegalFact | None = None
    authority: bool | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Regimes:
    """Data-transfer regimes of n locations: (n,) scores, NaN where unknown."""

    score: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    methods: tuple[str, ...]
    details: tuple[TransferRegime, ...]


def regimes_from(table: LegalTable, home: str, location_ids: Sequence[str]) -> Regimes:
    """Data-transfer regime from home to every location."""
    home = table.country(home)
    seen_by = _Home.of(table, home)
    sites = map(table.country, location_ids)
    details = tuple(_seen_from(table, None if site == home else seen_by, site) for site in sites)
    return Regimes(
        frozen_array(np.array([regime.score for regime in details], dtype=np.float64)),
        frozen_array(np.array([regime.low for regime in details], dtype=np.float64)),
        frozen_array(np.array([regime.high for regime in details], dtype=np.float64)),
        tuple(regime.method for regime in details),
        details,
    )


def transfer_regime(table: LegalTable, home: str, site: str) -> TransferRegime:
    """Data-transfer regime from home to one location."""
    home, site = table.country(home), table.country(site)
    return _seen_from(table, None if home == site else _Home.of(table, home), site)


@dataclass(frozen=True, slots=True)
class _Home:
    """All that a regime depends on of a home abroad: most homes are alike.

    Attributes:
        applies_gdpr: it is in the European Economic Area.
        is_uk: it is the United Kingdom.
        follows_eu: it is taken to follow the EU's list.
        mutual: the fact that says that it and the EU recognise each other.
        in_framework: it is a member of the Global CBPR Forum.
    """

    applies_gdpr: bool
    is_uk: bool
    follows_eu: bool
    mutual: LegalFact | None
    in_framework: bool

    @classmethod
    def of(cls, table: LegalTable, home: str) -> _Home:
        """What counts of one home."""
        mine = table.fact(home, "gdpr_transfer_status")
        return cls(
            table.in_eea(home),
            home == UNITED_KINGDOM,
            home in FOLLOWS_EU,
            mine if mine is not None and "mutual" in mine.note else None,
            table.value(home, "global_cbpr") == "member",
        )


@lru_cache(maxsize=_REMEMBERED)
def _seen_from(table: LegalTable, home: _Home | None, site: str) -> TransferRegime:
    """The regime towards a location, from itself where there is no other home."""
    law = table.fact(site, "dp_law_name")
    authority = {"yes": True, "no": False}.get(table.value(site, "dp_authority"))
    if authority is None and table.in_eea(site):
        authority = True
    return replace(
        _regime(table, home, site),
        law=law.value if law else t("General Data Protection Regulation (EU)") if table.in_eea(site) else "",
        law_fact=law,
        authority=authority,
        flags=table.flags(site),
    )


follow_language(_seen_from.cache_clear)


def _regime(table: LegalTable, home: _Home | None, site: str) -> TransferRegime:
    if home is None:
        return _made(Tier.SAME_REGIME, t("Nothing leaves the home country."), t("no transfer"))
    if home.applies_gdpr or home.is_uk:
        own = _by_uk_list(table, site) if home.is_uk else _by_eu_list(table, site, same=True)
        return own or _by_law(table, site)
    if home.follows_eu:
        found = _by_eu_list(table, site, same=False)
        if found is not None:
            return replace(found, method="estimated", reason=followed_by(found.reason, assumed_eu_list()))
        return _by_law(table, site)
    if home.mutual is not None and table.in_eea(site):
        return _made(
            Tier.ADEQUATE,
            t("Home and the EU recognise each other."),
            t("mutual adequacy decisions"),
            home.mutual,
        )
    return (_by_framework(table, site) if home.in_framework else None) or _orientation(table, site)


def _made(
    tier: Tier,
    reason: str,
    instrument: str,
    fact: LegalFact | None = None,
    *,
    score: float | None = None,
    spread: tuple[float, float] | None = None,
    method: str = "observed",
) -> TransferRegime:
    value = SCORES[tier] if score is None else score
    low, high = spread or (value, value)
    return TransferRegime(tier, value, low, high, method, reason, instrument, fact)


def _by_eu_list(table: LegalTable, site: str, *, same: bool) -> TransferRegime | None:
    """By the European Commission's list; ``same`` if home applies the GDPR itself."""
    status = table.fact(site, "gdpr_transfer_status")
    if table.in_eea(site):
        if same:
            reason = t("Both are in the European Economic Area, so the GDPR applies on both sides.")
            return _made(Tier.SAME_REGIME, reason, t("GDPR within the European Economic Area"), status)
        reason = t("The location is in the European Economic Area, where the GDPR applies.")
        return _made(Tier.ADEQUATE, reason, t("recognition of the European Economic Area"), status)
    if status is None or not status.value.startswith("adequate"):
        return None
    remark = status.remark if status.remark != status.value else ""
    limits = status.value == "adequate-partial" or "commercial" in status.note
    reason = found_adequate(remark, is_limited=limits)
    name = t("European Commission adequacy decision (GDPR, Article 45)")
    if status.value == "adequate-partial":
        spread = (SCORES[Tier.SAFEGUARDS], SCORES[Tier.ADEQUATE])
        return _made(Tier.ADEQUATE, reason, name, status, score=_PARTIAL_ADEQUACY, spread=spread)
    return _made(Tier.ADEQUATE, reason, name, status)


def _by_uk_list(table: LegalTable, site: str) -> TransferRegime | None:
    """By the adequacy regulations of the United Kingdom; its law names the European Economic Area in them."""
    name = t("UK adequacy regulations (Data Protection Act 2018)")
    if table.in_eea(site):
        reason = t("UK adequacy regulations cover the European Economic Area.")
        return _made(Tier.ADEQUATE, reason, name, table.fact(site, "gdpr_transfer_status"))
    status = table.fact(site, "uk_adequacy")
    if status is None:
        return None
    if status.value == "adequate":
        return _made(Tier.ADEQUATE, covered_by_uk("", status.year), name, status)
    limits = data_text(status.note.split(";")[0])
    reason = covered_by_uk(limits, status.year)
    spread = (SCORES[Tier.SAFEGUARDS], SCORES[Tier.ADEQUATE])
    return _made(Tier.ADEQUATE, reason, name, status, score=_PARTIAL_ADEQUACY, spread=spread)


def _by_framework(table: LegalTable, site: str) -> TransferRegime | None:
    """From one member of the Global CBPR Forum to another."""
    theirs = table.fact(site, "global_cbpr")
    if theirs is None or theirs.value != "member":
        return None
    reason = t("Home and location are members of the Global CBPR Forum; recipients there can be certified.")
    spread = (SCORES[Tier.SAFEGUARDS], SCORES[Tier.ADEQUATE])
    return _made(
        Tier.ADEQUATE,
        reason,
        t("Global Cross-Border Privacy Rules (CBPR) certification"),
        theirs,
        score=_FRAMEWORK,
        spread=spread,
        method="estimated",
    )


def _orientation(table: LegalTable, site: str) -> TransferRegime:
    """For homes whose own list is not known: by the law of the location."""
    found = _by_law(table, site)
    note = own_list_unknown()
    status = table.fact(site, "gdpr_transfer_status")
    if found.tier is Tier.SAFEGUARDS and status is not None:
        reason = followed_by(recognised_law(in_eea=table.in_eea(site)), note)
        return replace(
            found,
            score=_RECOGNISED_BY_EU,
            low=min(found.low, SCORES[Tier.SAFEGUARDS]),
            high=SCORES[Tier.ADEQUATE],
            method="estimated",
            reason=reason,
            instrument_fact=status,
        )
    method = "unknown" if found.tier is Tier.UNKNOWN else "estimated"
    return replace(found, method=method, reason=followed_by(found.reason, note))


def _by_law(table: LegalTable, site: str) -> TransferRegime:
    """By the kind of data-protection law alone; the reason says what neither tier nor instrument do."""
    kind = table.protection(site)
    fact = table.fact(site, "dp_law_name") or table.fact(site, "dp_law_status")
    weak, good, none = SCORES[Tier.PARTIAL_LAW], SCORES[Tier.SAFEGUARDS], SCORES[Tier.NO_LAW]
    if kind is Protection.UNKNOWN:
        reason = t("Nothing is known about data-protection law there.")
        return TransferRegime(Tier.UNKNOWN, np.nan, np.nan, np.nan, "unknown", reason, t("unknown"))
    if kind is Protection.COMPREHENSIVE:
        reason = t("Home is not known to recognise the law there.")
        made = _made(Tier.SAFEGUARDS, reason, clauses(), fact)
    elif kind is Protection.LAW_AUTHORITY_UNKNOWN:
        reason = t("The location has a data-protection law; whether an authority enforces it is not known.")
        made = _made(Tier.PARTIAL_LAW, reason, clauses(), fact, spread=(weak, good), method="estimated")
        made = replace(made, score=(weak + good) / 2)
    elif kind is Protection.WITHOUT_AUTHORITY:
        reason = t("The location has a law, but no authority that enforces it.")
        made = _made(Tier.PARTIAL_LAW, reason, clauses_and_assessment(), fact)
    elif kind is Protection.PARTIAL:
        reason = t("The location protects personal data in single sectors only.")
        made = _made(Tier.PARTIAL_LAW, reason, clauses_and_assessment(), fact)
    elif kind is Protection.DRAFT:
        reason = t("The location has a draft law only; everything rests on the contract.")
        made = _made(Tier.NO_LAW, reason, clauses_and_assessment(), fact, spread=(none, weak))
    else:
        reason = t("Everything rests on the contract.")
        made = _made(Tier.NO_LAW, reason, clauses_and_assessment(), fact)
    if table.suspect(site):
        reason = followed_by(made.reason, contradiction())
        made = replace(
            made, low=min(made.low, none), high=max(made.high, good), method="estimated", reason=reason
        )
    return made
