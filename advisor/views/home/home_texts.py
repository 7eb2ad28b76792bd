"""What is said about the way from home to a location. Facts come in English; they are translated here."""

from __future__ import annotations

from advisor.words.formatting import list_text
from advisor.words.translation import mark, t

NO_CUSTOMER_LANGUAGES = mark("None chosen: the languages of the home country.")
HOME_HOURS_TIP = mark("Local time, as 09:00–17:00.")
SITE_HOURS_TIP = mark("Local time there, as 09:00–17:00.")
OVERLAP_TIP = mark("Hours a day in which both sides should be at work; it decides how many are night hours.")
YEAR_TIP = mark("Whose clock changes and public holidays count.")
WORKING_LANGUAGES_TIP = mark("In which home and location work together.")
OVERLAP_LIMITS = mark("The overlap wanted must be between 0 h and 24 h.")
NO_WORKING_LANGUAGE = mark("At least one working language is needed: add another before removing this one.")
NOTHING_SELECTED = mark("Select a place on the map or in the ranking to see how it relates to home.")
REGIONS_TIP = mark("Regions are Africa, the Americas, Asia, Europe and Oceania (UN M49)")
NO_WEIGHT_RAISED = mark("No weight is raised.")
WINDOW_TIP = mark("Home time in which service is wanted; the clock says how much is covered.")
NEARSHORE_TIP = mark("The clocks never differ by more in the year, and the hub is no farther away.")

# Labels of facts, which are also their keys.
LAW_ROWS = (
    mark("Instrument"),
    mark("Data-protection law"),
    mark("Supervisory authority"),
    mark("FATF list"),
    mark("United States sanctions"),
    mark("European Union sanctions"),
    mark("Level of the US travel advisory, out of 4"),
    mark("Global CBPR Forum"),
    mark("Convention 108+"),
)
DISTANCE = mark("Great-circle distance")
HUB_DISTANCE = mark("Distance to the nearest hub")
AFFINITY = mark("Affinity with home")
PLACE_ROWS = (DISTANCE, HUB_DISTANCE, mark("Largest clock difference"), mark("Legal origin"))
SECTIONS = {
    "time": mark("Time"),
    "calendar": mark("Calendar"),
    "language": mark("Language"),
    "affinity": mark("Affinity"),
    "law": mark("Law"),
    "distance": mark("Distance"),
}


def shared_days_headline(shared: str, home: str) -> str:
    """How many working days are shared; both with their unit."""
    return t("{shared} of {home} shared", shared=shared, home=home)


def shared_days_sentence(share: str, *, is_one_sided: bool) -> str:
    """What part of home's working days is shared, and what is listed below it.

    Args:
        share: the part, in percent.
        is_one_sided: whether coming dates are listed on which only one side works.
    """
    said = t("{share} of home's working days, by weekends and public holidays.", share=share)
    return f"{said} {coming_dates()}" if is_one_sided else said


def coming_dates() -> str:
    """What the dates below the shared working days are."""
    return t("Below: the next dates on which only one side works.")


def interval_text(interval: str, *, is_estimated: bool) -> str:
    """The interval of a language score, and whether it is an estimate."""
    return t("{interval}, estimated", interval=interval) if is_estimated else interval


def language_note(reason: str, work: str, customers: str) -> str:
    """Why a language has its scores, and their intervals; an interval that is not known is empty."""
    if work and customers:
        return t(
            "{reason}; at work {work}, customers {customers}", reason=reason, work=work, customers=customers
        )
    if work:
        return t("{reason}; at work {work}", reason=reason, work=work)
    return t("{reason}; customers {customers}", reason=reason, customers=customers) if customers else reason


def languages_footer(unknown: list[str]) -> str:
    """How to read the scores, and the names of the languages that have none."""
    said = t("Scores 0 to 100 with their interval.")
    if not unknown:
        return said
    return f"{said} {t('Not known, which is not zero: {languages}.', languages=list_text(unknown))}"
