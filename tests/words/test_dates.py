"""Dates as people read them."""

from __future__ import annotations

from datetime import date

import pytest

from advisor.words.dates import date_text, month_names, weekday_text, year_day_text
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


def test_that_names_follow_the_language():
    set_locale("fr")
    assert month_names()[1] == "févr."
    assert weekday_text(DAY, short=False) == "lundi 29 nov. 2027"
