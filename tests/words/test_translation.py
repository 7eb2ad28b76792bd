"""Templates are looked up whole; numbers choose their form; an unknown language is English."""

from __future__ import annotations

import gettext

import pytest

from advisor.words import translation
from advisor.words.translation import language, set_language, t, tc, tn


class _Reversed(gettext.NullTranslations):
    """A language that puts the places in another order."""

    def gettext(self, message: str) -> str:
        return {"{a} before {b}": "{b} después de {a}"}.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return f"{message}/{context}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{count} lugar" if n == 1 else "{count} lugares de {all}"


@pytest.fixture(autouse=True)
def english():
    yield
    set_language("en")


def test_that_english_needs_no_catalogue():
    assert t("{name} leads", name="Poland") == "Poland leads"
    assert tn("{count} place", "{count} places", 1) == "1 place"
    assert tn("{count} place of {all}", "{count} places of {all}", 3, all=7) == "3 places of 7"


def test_that_a_text_without_places_may_hold_braces():
    assert t("write {id}") == "write {id}"


def test_that_a_language_may_change_the_order_of_the_words(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(translation, "_load", lambda _code: _Reversed())
    set_language("es")
    assert language() == "es"
    assert t("{a} before {b}", a="uno", b="dos") == "dos después de uno"
    assert tc("verb", "open") == "open/verb"
    assert [tn("{count} place", "{count} places", n, all=4) for n in (1, 2)] == ["1 lugar", "2 lugares de 4"]


def test_that_a_language_without_catalogue_is_read_in_english():
    set_language("xx")
    assert t("Home") == "Home"
