"""What the clock view says in words: overlap and its range, the shift that would do, cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.words.dates import weekday_text, year_day_text
from advisor.words.formatting import hours_text, percent_text
from advisor.words.locale import digits
from advisor.words.tables import tab_separated
from advisor.words.translation import t

if TYPE_CHECKING:
    from datetime import date

    from advisor.places.cover import ServiceWindow
    from advisor.views.clock.clock_figure import ClockFigure, ClockPlace, ClockStep, ClockYear


def day_text(day: date) -> str:
    """``Monday 5 Jan 2027``."""
    return weekday_text(day, short=False)


def step_text(step: ClockStep) -> str:
    """``28 Mar: United Kingdom, Poland 1 h forward``."""
    way = "forward" if step.minutes > 0 else "back"
    return f"{year_day_text(step.day)}: {', '.join(step.names)} {hours_text(abs(step.minutes) / 60)} {way}"


def window_text(window: ServiceWindow) -> str:
    """``24x7``, or the hours."""
    if str(window.hours) == "00:00-24:00":
        return "24x5" if window.closed.days else "24x7"
    return str(window.hours)


def away_text(minutes: int) -> str:
    """Clock difference from home as ``+5 h 30``; ``same time`` for none."""
    if not minutes:
        return "same time"
    sign = "+" if minutes > 0 else "\N{MINUS SIGN}"
    return f"{sign}{hours_text(abs(minutes) / 60)}"


def year_sentence(place: ClockPlace, year: int, wanted: float) -> str:
    """The year's overlap, over hubs where they differ, and the shift that reaches what is wanted."""
    low, mean, high = place.spread
    told = f"{place.name} shares {hours_text(mean)} a working day in {year}"
    if high - low >= 1 / 60:
        told += f" ({hours_text(low)} to {hours_text(high)} by hub)"
    where = f"in {place.hub} " if len(place.hubs) > 1 else ""
    if place.offer is None:
        return f"{told}. No move of the shift {where}reaches {hours_text(wanted)}."
    if not place.offer.move:
        return f"{told}. The {hours_text(wanted)} wanted are reached {where}as it is."
    way = "later" if place.offer.move > 0 else "earlier"
    night = place.offer.night
    nights = f"with {hours_text(night)} of night work" if night else "without night work"
    moved = hours_text(abs(place.offer.move) / 60)
    return f"{told}. {place.offer.hours} {where}({moved} {way}) reaches {hours_text(wanted)} {nights}."


def cover_sentence(clocks: ClockYear) -> str:
    """What all shown places cover together."""
    sites = len(clocks.places) - 1
    who = "Home covers" if not sites else "All together cover"
    return f"{who} {digits(clocks.together)} % of {window_text(clocks.window)}."


def day_sentence(figure: ClockFigure) -> str:
    """What the date is about: working day, weekend or holiday at home."""
    home = figure.rows[0]
    if not home.bar.work:
        return f"{day_text(figure.day)}: no shift at home"
    if home.holiday:
        return f"{day_text(figure.day)}: {home.holiday} at home"
    return day_text(figure.day)


def spoken(figure: ClockFigure) -> str:
    """The figure as it is read aloud."""
    parts = [
        f"{row.place.name} {hours_text(row.minutes / 60)} shared, {hours_text(row.place.night)} at night"
        for row in figure.rows[1:]
    ]
    return f"{day_sentence(figure)}. {'; '.join(parts)}."


def table(figure: ClockFigure) -> str:
    """The figure's numbers, tabs between cells."""
    head = ("Place", "Hub", "Zone", "Hours", "Minutes ahead", "Overlap h", "Night h", "Cover %")
    rows: list[list[str | float]] = [
        [
            row.place.name,
            row.place.hub,
            row.bar.zone,
            str(row.place.schedule.hours),
            float(row.bar.offset_from_home),
            row.minutes / 60 if at else "",
            float(row.place.night),
            float(row.place.cover),
        ]
        for at, row in enumerate(figure.rows)
    ]
    return f"{figure.day.isoformat()}, home time\n{tab_separated(head, rows)}"


def row_words(figure: ClockFigure, index: int) -> str:
    """One place of the figure in words, home being the first."""
    row = figure.rows[index]
    place = row.place
    lines = [
        t(
            "{place}, {hub} ({zone}), {day} at home",
            place=place.name,
            hub=place.hub,
            zone=row.bar.zone,
            day=day_text(figure.day),
        ),
        t(
            "Works {hours} on its own clock, closed {weekend}.",
            hours=place.schedule.hours,
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
