from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.places.customer_languages import customers_of
from advisor.places.languages import (
    LANGUAGES,
    LanguageFact,
    LanguageTable,
    customer_score,
    working_score,
)
from advisor.words.locale import locale_tag, set_locale


def fact(
    location: str = "A",
    language: str = "en",
    official: str = "",
    share: float | None = None,
    *,
    proficiency: float | None = None,
    method: str = "observed",
    note: str = "",
) -> LanguageFact:
    return LanguageFact(location, language, official, share, proficiency, None, method, "s", note)


def test_that_the_languages_asked_for_are_offered() -> None:
    assert set(LANGUAGES) == set("en es fr de pt it nl pl ar zh ja hi tr ru".split())


def test_that_a_native_place_has_the_full_score() -> None:
    score = working_score(fact(proficiency=100, share=96, official="de_facto", method="estimated"))
    assert score is not None
    assert (score.value, score.low, score.high, score.method) == (100, 95, 100, "estimated")


def test_that_nothing_known_is_unknown_and_not_zero() -> None:
    assert working_score(fact()) is None
    assert customer_score(fact()) is None


@pytest.mark.parametrize("share", [-1.0, 130.0, float("nan")])
def test_that_an_absurd_share_counts_as_unknown(share: float) -> None:
    assert working_score(fact(share=share)) is None


def test_that_an_official_language_of_few_is_no_common_working_language() -> None:
    irish, portuguese = (
        working_score(fact(official="official", share=22)),
        working_score(fact(official="official", share=95)),
    )
    assert irish is not None
    assert portuguese is not None
    assert irish.value == 61
    assert portuguese.value == 97.5


def test_that_a_test_and_official_status_meet_in_the_middle() -> None:
    india = working_score(fact(official="official", share=19, proficiency=46))
    assert india is not None
    assert (india.value, india.low, india.high) == (52.75, 46, 59.5)


def test_that_untested_english_gains_nothing_on_tested_english() -> None:
    """An estimated level counts as a tested one does; it only makes the interval wider."""
    tested = fact(official="official", share=81, proficiency=54.5)
    untested = fact(official="official", share=81, proficiency=54.5, method="estimated")
    for rule in (working_score, customer_score):
        one, other = rule(tested), rule(untested)
        assert one is not None
        assert other is not None
        assert other.value == one.value
        assert (other.method, other.low) == ("estimated", 54.5 - 15)
        assert other.high - other.low > one.high - one.low


def test_that_few_speakers_serve_customers_better_than_they_make_a_working_language() -> None:
    spanish = fact(language="es", official="regional", share=9.6)
    working, customers = working_score(spanish), customer_score(spanish)
    assert working is not None
    assert customers is not None
    assert working.value < customers.value == pytest.approx(100 * (9.6 / 40) ** 0.5)


def test_that_a_written_standard_says_little_about_speech() -> None:
    note = "share of the written standard language; the spoken one may differ"
    score = working_score(fact(language="zh", official="official", share=95, note=note))
    assert score is not None
    assert score.method == "estimated"
    assert score.high - score.low > 40
    assert note in score.reason


shares = st.none() | st.floats(0, 100)


@given(st.sampled_from(["", "regional", "official", "de_facto"]), shares, shares)
def test_that_every_score_lies_inside_its_interval(
    official: str, share: float | None, level: float | None
) -> None:
    for rule in (working_score, customer_score):
        score = rule(fact(official=official, share=share, proficiency=level))
        if score is not None:
            assert 0 <= score.low <= score.value <= score.high <= 100


@given(st.floats(0, 100), st.floats(0, 100), st.sampled_from(["", "regional", "official"]))
def test_that_more_speakers_never_score_less(share: float, more: float, official: str) -> None:
    share, more = sorted((share, more))
    for rule in (working_score, customer_score):
        few, many = rule(fact(official=official, share=share)), rule(fact(official=official, share=more))
        assert few is not None
        assert many is not None
        assert few.value <= many.value


IDS = [*"ABCDEFG", "none", *"HI"]
TABLE = LanguageTable(
    [
        fact("A", "en", "official", 60, proficiency=70),
        fact("A", "es", "", 10),
        fact("B", "en", proficiency=50),
        *(fact(place, "de", "", share) for place, share in zip("ABCDE", (5, 10, 20, 30, 40), strict=True)),
        *(fact(place, "en", proficiency=60) for place in "CDEHI"),
        fact("F", "es", "official", 95),
        *(fact(place, "xx", "official", 99) for place in "GHI"),
        fact("elsewhere", "en", "official", 99),
    ],
    IDS,
)


def test_that_a_place_without_any_facts_stays_unknown() -> None:
    for scores in (TABLE.working(["de"]), TABLE.customer({"de": 0.5, "en": 0.5})):
        assert np.isnan(scores.value[7])
        assert scores.methods[7] == "unknown"


def test_that_a_language_known_in_most_places_stays_unknown_elsewhere() -> None:
    scores = TABLE.working(["en"])
    assert scores.methods[5:7] == ("unknown", "unknown")
    assert scores.methods[0] == "observed"


def test_that_an_unlisted_language_is_estimated_low_and_marked() -> None:
    scores = TABLE.working(["de"])
    assert scores.methods[5] == "estimated"
    assert 0 < scores.value[5] == pytest.approx(np.percentile([5, 10, 20, 30, 40], 10))
    assert scores.low[5] == 0
    assert scores.high[5] == 20


def test_that_several_languages_are_averaged_and_repeats_count_once() -> None:
    both = TABLE.working(["en", "de", "en"])
    english, german = TABLE.working(["en"]), TABLE.working(["de"])
    assert both.value[1] == pytest.approx((english.value[1] + german.value[1]) / 2)
    assert both.methods[1] == "observed"


def test_that_one_known_language_never_stands_for_all() -> None:
    """F speaks Spanish; unknown English must not lift it as if Spanish were enough."""
    assert TABLE.working(["en", "es"]).value[5] < TABLE.working(["es"]).value[5]
    assert TABLE.working(["en", "es"]).methods[5] == "estimated"


def test_that_no_language_chosen_is_unknown() -> None:
    assert np.isnan(TABLE.customer({}).value).all()


def test_that_a_language_nobody_lists_takes_the_estimate_of_all() -> None:
    scores = TABLE.working(["tlh"])
    assert scores.methods[0] == "estimated"
    assert scores.methods[7] == "unknown"


def test_that_the_facts_behind_a_score_can_be_read() -> None:
    assert TABLE.fact("A", "es") == fact("A", "es", "", 10)
    assert [f.language for f in TABLE.facts_of("A")] == ["en", "es", "de"]
    assert "de" in TABLE.languages


def test_that_customers_languages_count_by_their_weight() -> None:
    english, german = TABLE.customer({"en": 1.0}).value[2], TABLE.customer({"de": 1.0}).value[2]
    both = TABLE.customer({"en": 0.9, "de": 0.1}).value[2]
    assert both == pytest.approx(0.9 * english + 0.1 * german)


HOME = LanguageTable(
    [
        fact("USA", "en", "de_facto", 96),
        fact("USA", "es", "regional", 9.6),
        fact("DEU", "de", "official", 91),
        fact("DEU", "en", "", 64),
        fact("CHE", "de", "official", 76),
        fact("CHE", "fr", "official", 39),
        fact("CHE", "gsw", "de_facto", 66),
        fact("XXA", "xx", "official", None),
    ],
    ("USA", "DEU", "CHE", "XXA"),
)


def test_that_customers_call_in_what_a_tenth_speak_by_their_shares() -> None:
    """9.6 % is a tenth in whole per cent: Spanish weighs 9.6 of 105.6."""
    served = customers_of(HOME, "USA", ())
    assert served == pytest.approx({"en": 96 / 105.6, "es": 9.6 / 105.6})
    assert customers_of(HOME, "CHE", ()) == pytest.approx({"de": 76 / 115, "fr": 39 / 115})


def test_that_a_language_of_learners_is_not_one_of_customers() -> None:
    assert customers_of(HOME, "DEU", ()) == {"de": 1.0}


def test_that_chosen_languages_replace_those_of_home_and_count_alike() -> None:
    assert customers_of(HOME, "DEU", ("en", "fr")) == {"en": 0.5, "fr": 0.5}
    assert customers_of(HOME, "XXA", ()) == {"xx": 1.0}


def test_that_speakers_nobody_counted_are_taken_as_in_tested_places() -> None:
    """Level 46, speakers 15 above it by the median of 48 places: 53.5. Speakers score 90 at most."""
    score = customer_score(fact(proficiency=46))
    assert score is not None
    assert (score.value, score.low, score.high, score.method) == (53.5, 38, 76, "estimated")
    top = customer_score(fact(proficiency=84))
    assert top is not None
    assert top.value == (84 + 90) / 2
    working = working_score(fact(proficiency=46))
    assert working is not None
    assert (working.value, working.method) == (46, "observed")


def test_that_figures_of_a_reason_are_written_as_the_language_writes_them() -> None:
    facts = (
        fact(proficiency=75.5),
        fact(share=0.4),
        fact(official="official", share=19.5),
        fact(official="regional", share=12.25),
    )
    before = locale_tag()
    try:
        set_locale("es")
        reasons = [score.reason for one in facts if (score := working_score(one)) is not None]
    finally:
        set_locale(before)
    assert [number for reason in reasons for number in re.findall(r"\d+[.,]\d+", reason)] == [
        "75,5",
        "0,4",
        "19,5",
        "12,25",
    ]
