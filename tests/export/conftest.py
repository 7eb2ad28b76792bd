"""What tests of exports share."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def one_pack_for_all(kept_between_commands: None) -> None:
    """The program's own pack is opened once, not by every command."""
