"""Dates as people read them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from advisor.words.dates import (
    date_text,
    moment_text,
    month_names,
    time_text,
    weekday_text,
    with_dates,
    year_day_text,
)
from advisor.words.locale import set_locale

DAY = date(2027, 11, 29)


@pytest.fixture(autouse=True)
def english():
    yield
    set_locale("en")


def test_that_a_date_has_day_month_and_year():
    assert date_text(DAY) == "29 Nov 2027"
    assert weekday_text(DAY) == "Mon 29 Nov 2027"
    assert weekday_text(DAY, short=False) == "Monday 29 Nov 2027"
    assert year_day_text(DAY) == "29 Nov"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("advisory of 2025-05-27, read 2025-08-14", "advisory of 27 May 2025, read 14 Aug 2025"),
        ("as of 2025-08", "as of Aug 2025"),
        ("2025", "2025"),
        ("2005-2025, 2025-13, 2025-02-30", "2005-2025, 2025-13, 2025-02-30"),
        (
            "https://example.org/2025-08-14/list, ISO 22301-2019-05",
            "https://example.org/2025-08-14/list, ISO 22301-2019-05",
        ),
    ],
)
def test_that_dates_within_a_text_of_data_are_written_as_people_read_them(written, read):
    assert with_dates(written) == read


def test_that_dates_within_a_text_follow_the_language():
    set_locale("es")
    assert with_dates("leída el 2025-08-14") == "leída el 14 ago 2025"


def test_that_a_time_of_day_has_24_hours_in_english_too():
    moment = datetime(2027, 11, 29, 16, 5)
    assert time_text(moment) == "16:05"
    assert moment_text(moment) == "29 Nov 2027, 16:05"
    set_locale("es")
    assert time_text(moment) == "16:05"


def test_that_names_follow_the_language():
    set_locale("fr")
    assert month_names()[1] == "févr."
    assert weekday_text(DAY, short=False) == "lundi 29 nov. 2027"
