"""What is said about a data-transfer regime: reasons and instruments, every sentence a whole template."""

from __future__ import annotations

from advisor.words.data_words import data_text
from advisor.words.translation import mark, marked, t

DISCLAIMER = mark("An orientation from published facts, not legal advice.")
# Tiers by their number; see ``advisor.places.regimes.Tier``.
TIERS = (
    mark("unknown"),
    mark("same legal regime"),
    mark("recognised as adequate"),
    mark("comprehensive law, contractual safeguards needed"),
    mark("law without authority, or partial law"),
    mark("no general data-protection law"),
)

# What figures say in one word: of the family that a law belongs to, and of a place on a list.
LEGAL_WORDS = {
    "english": mark("English law"),
    "french": mark("French law"),
    "german": mark("German law"),
    "scandinavian": mark("Scandinavian law"),
    "socialist": mark("socialist law"),
    "ratified": mark("ratified"),
    "member": mark("member"),
    "associate": mark("associate"),
    "black": mark("black"),
    "grey": mark("grey"),
}


def legal_word(word: str) -> str:
    """What a fact of law is called; a text that is none of ours is one of the pack's."""
    return marked(LEGAL_WORDS[word]) if word in LEGAL_WORDS else data_text(word)


def followed_by(reason: str, remark: str) -> str:
    """A reason with a sentence behind it."""
    return t("{reason} {remark}", reason=reason, remark=remark)


def assumed_eu_list() -> str:
    """That home is taken to follow the EU's list."""
    return t("That home follows the EU's list is an assumption: its own is not in the figures.")


def own_list_unknown() -> str:
    """That home's list is not known."""
    return t("Home's own list of recognised countries is not in the figures.")


def contradiction() -> str:
    """That what is known about the location does not agree."""
    return t("The records contradict one another: check before relying on it.")


def found_adequate(remark: str, *, is_limited: bool) -> str:
    """That the European Commission has found a location adequate; the remark may be empty."""
    if is_limited and remark:
        return t(
            "The European Commission has found the location adequate, within limits ({remark}).",
            remark=remark,
        )
    if is_limited:
        return t("The European Commission has found the location adequate, within limits.")
    if remark:
        return t("The European Commission has found the location adequate ({remark}).", remark=remark)
    return t("The European Commission has found the location adequate.")


def covered_by_uk(limits: str, year: int | None) -> str:
    """That UK adequacy regulations cover a location; limits may be empty."""
    if limits and year:
        return t(
            "UK adequacy regulations cover the location within limits: {limits} (as of {year}).",
            limits=limits,
            year=year,
        )
    if limits:
        return t("UK adequacy regulations cover the location within limits: {limits}.", limits=limits)
    if year:
        return t("UK adequacy regulations cover the location (as of {year}).", year=year)
    return t("UK adequacy regulations cover the location.")


def recognised_law(*, in_eea: bool) -> str:
    """That the law of a location is good by the measure of the EU."""
    if in_eea:
        return t("The location has a comprehensive law with an authority and applies the GDPR.")
    return t("The location has a comprehensive law with an authority and has been found adequate by the EU.")


def clauses() -> str:
    """The instrument where safeguards do."""
    return t("standard contractual clauses, for example")


def clauses_and_assessment() -> str:
    """The instrument where they do not without a closer look."""
    return t("standard contractual clauses, for example, and a transfer assessment")
