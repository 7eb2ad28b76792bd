"""What the clock view says in words: overlap and its range, the shift that would do, cover."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from advisor.words.data_words import data_text
from advisor.words.dates import weekday_text, year_day_text
from advisor.words.formatting import hours_text, percent_text
from advisor.words.tables import tab_separated
from advisor.words.translation import t
from advisor.words.true_signs import true_signs

if TYPE_CHECKING:
    from advisor.places.cover import ServiceWindow
    from advisor.views.clock.clock_figure import ClockFigure, ClockPlace, ClockStep, ClockYear, ShiftOffer


def day_text(day: date) -> str:
    """``Monday 5 Jan 2027``."""
    return weekday_text(day, short=False)


def step_text(step: ClockStep) -> str:
    """``28 Mar: United Kingdom, Poland 1 h forward``."""
    told = {
        "day": year_day_text(step.day),
        "places": ", ".join(step.names),
        "hours": hours_text(abs(step.minutes) / 60),
    }
    if step.minutes > 0:
        return t("{day}: {places} {hours} forward", **told)
    return t("{day}: {places} {hours} back", **told)


def window_text(window: ServiceWindow) -> str:
    """``24×7``, or the hours."""
    if str(window.hours) == "00:00-24:00":
        return true_signs("24x5" if window.closed.days else "24x7")
    return true_signs(str(window.hours))


def away_text(minutes: int) -> str:
    """Clock difference from home as ``+5 h 30``; ``same time`` for none."""
    if not minutes:
        return t("same time")
    hours = hours_text(abs(minutes) / 60)
    return t("+{hours}", hours=hours) if minutes > 0 else t("\N{MINUS SIGN}{hours}", hours=hours)


def year_sentence(place: ClockPlace, year: int, wanted: float) -> str:
    """The year's overlap, over hubs where they differ, and the shift that reaches what is wanted."""
    low, mean, high = place.spread
    told = {"place": place.name, "mean": hours_text(mean), "year": year}
    if high - low >= 1 / 60:
        shared = t(
            "{place:The} shares {mean} a working day in {year} ({low} to {high} by hub).",
            low=hours_text(low),
            high=hours_text(high),
            **told,
        )
    else:
        shared = t("{place:The} shares {mean} a working day in {year}.", **told)
    return t("{sentence} {next}", sentence=shared, next=_shift_sentence(place, hours_text(wanted)))


def _shift_sentence(place: ClockPlace, wanted: str) -> str:
    """Which shift shares what is wanted; the hub is named where there are several."""
    hub = data_text(place.hub) if len(place.hubs) > 1 else ""
    told = {"wanted": wanted, "hub": hub}
    if place.offer is None:
        if hub:
            return t("No move of the shift in {hub} reaches {wanted}.", **told)
        return t("No move of the shift reaches {wanted}.", **told)
    if not place.offer.move:
        if hub:
            return t("In {hub} the shift as it is reaches the {wanted} wanted.", **told)
        return t("The shift as it is reaches the {wanted} wanted.", **told)
    told |= {
        "shift": true_signs(str(place.offer.hours)),
        "moved": hours_text(abs(place.offer.move) / 60),
        "night": hours_text(place.offer.night),
    }
    return (
        _later_sentence(told, place.offer) if place.offer.move > 0 else _earlier_sentence(told, place.offer)
    )


def _later_sentence(told: dict[str, str], offer: ShiftOffer) -> str:
    match bool(told["hub"]), bool(offer.night):
        case True, True:
            return t("{shift} in {hub} ({moved} later) reaches {wanted} with {night} of night work.", **told)
        case True, False:
            return t("{shift} in {hub} ({moved} later) reaches {wanted} without night work.", **told)
        case False, True:
            return t("{shift} ({moved} later) reaches {wanted} with {night} of night work.", **told)
    return t("{shift} ({moved} later) reaches {wanted} without night work.", **told)


def _earlier_sentence(told: dict[str, str], offer: ShiftOffer) -> str:
    match bool(told["hub"]), bool(offer.night):
        case True, True:
            return t(
                "{shift} in {hub} ({moved} earlier) reaches {wanted} with {night} of night work.", **told
            )
        case True, False:
            return t("{shift} in {hub} ({moved} earlier) reaches {wanted} without night work.", **told)
        case False, True:
            return t("{shift} ({moved} earlier) reaches {wanted} with {night} of night work.", **told)
    return t("{shift} ({moved} earlier) reaches {wanted} without night work.", **told)


def cover_sentence(clocks: ClockYear) -> str:
    """What all shown places cover together."""
    told = {"share": percent_text(clocks.together / 100), "window": window_text(clocks.window)}
    if len(clocks.places) == 1:
        return t("Home covers {share} of {window}.", **told)
    return t("All together cover {share} of {window}.", **told)


def day_sentence(figure: ClockFigure) -> str:
    """What the date is about: working day, weekend or holiday at home."""
    home, day = figure.rows[0], day_text(figure.day)
    if not home.bar.work:
        return t("{day}: no shift at home", day=day)
    return t("{day}: {holiday} at home", day=day, holiday=home.holiday) if home.holiday else day


def day_texts(figure: ClockFigure) -> tuple[str, str, str]:
    """The same for less and less room: in full, the date alone, and the date with a short name of its day."""
    return day_sentence(figure), day_text(figure.day), weekday_text(figure.day)


def wide_days(year: int) -> tuple[str, ...]:
    """Dates of a year among which there is the widest: every day of the week in every month."""
    return tuple(day_text(date(year, month, day)) for month in range(1, 13) for day in range(20, 27))


def spoken(figure: ClockFigure) -> str:
    """The figure as it is read aloud."""
    parts = [
        t(
            "{place} {shared} shared, {night} at night",
            place=row.place.name,
            shared=hours_text(row.minutes / 60),
            night=hours_text(row.place.night),
        )
        for row in figure.rows[1:]
    ]
    return t("{day}. {places}.", day=day_sentence(figure), places="; ".join(parts))


def table(figure: ClockFigure) -> str:
    """The figure's numbers, tabs between cells."""
    head = (
        t("Place"),
        t("Hub"),
        t("Zone"),
        t("Hours"),
        t("Minutes ahead"),
        t("Overlap h"),
        t("Night h"),
        t("Cover %"),
    )
    rows: list[list[str | float]] = [
        [
            row.place.name,
            data_text(row.place.hub),
            row.bar.zone,
            str(row.place.schedule.hours),
            float(row.bar.offset_from_home),
            row.minutes / 60 if at else "",
            float(row.place.night),
            float(row.place.cover),
        ]
        for at, row in enumerate(figure.rows)
    ]
    title = t("{date}, home time", date=figure.day.isoformat())
    return "\n".join((title, tab_separated(head, rows)))


def row_words(figure: ClockFigure, index: int) -> str:
    """One place of the figure in words, home being the first."""
    row = figure.rows[index]
    place = row.place
    lines = [
        t(
            "{place}, {hub} ({zone}), {day} at home",
            place=place.name,
            hub=data_text(place.hub),
            zone=row.bar.zone,
            day=day_text(figure.day),
        ),
        t(
            "Works {hours} on its own clock, closed {weekend}.",
            hours=true_signs(str(place.schedule.hours)),
            weekend=place.schedule.weekend,
        ),
    ]
    if index:
        lines += [
            t("Shares {hours} with home on this date.", hours=hours_text(row.minutes / 60)),
            t("{hours} of its shift lie between 22:00 and 06:00.", hours=hours_text(place.night)),
        ]
    lines.append(
        t("Covers {share} of the service window in the year.", share=percent_text(place.cover / 100))
    )
    if row.holiday:
        lines.append(
            t("Public holiday there: {name}. Hours are counted as if it were none.", name=row.holiday)
        )
    return "\n".join(lines)
