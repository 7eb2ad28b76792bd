"""What languages call themselves."""

from __future__ import annotations

import pytest
from babel import Locale

from advisor.words.formatting import capital
from advisor.words.language_names import own_name
from advisor.words.translation import languages


@pytest.mark.parametrize("code", [*languages(), "fr", "pl"])
def test_that_a_language_is_named_as_cldr_has_it(code: str) -> None:
    assert own_name(code) == capital(Locale.parse(code).get_language_name(code))
