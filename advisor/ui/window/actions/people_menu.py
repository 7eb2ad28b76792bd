"""The people of the study: votes, ballots, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.ui.window.actions.action import Action, Menu
from advisor.ui.window.context import WindowContext
from advisor.words.translation import t

if TYPE_CHECKING:
    from advisor.scenario.people.vote_tables import VoteTable
    from advisor.ui.people.people_panel import PeoplePanel


def menus() -> tuple[Menu, ...]:
    """The menu."""
    return (Menu("people", t("Peo&ple")),)


def actions() -> tuple[Action, ...]:
    """In the order of the menu."""
    return (
        Action(
            "vote",
            t("Take a &vote"),
            lambda window, _on: _shown(window).take_vote(),
            t("One after the other weighs, unseen by the others"),
            "people",
            ("Ctrl+Shift+V",),
        ),
        Action(
            "reveal",
            t("&Show the votes"),
            lambda window, _on: _shown(window).turn(),
            t("Show everybody's votes and what follows from them, or hide them again"),
            "people",
            ("Ctrl+Shift+R",),
            words=_reveal_words,
        ),
        Action(
            "use-group",
            t("&Use the group's weights"),
            lambda window, _on: _shown(window).use_group_weights(),
            t("Put the mean weights of the people in the place of the scenario's"),
            "people",
        ),
        Action(
            "take-votes",
            t("&Take in votes…"),
            lambda window, _on: _shown(window).files.ask_votes(),
            t("From a table with one row a person, or from ballots that were filled in"),
            "people",
            ("Ctrl+Shift+I",),
            1,
        ),
        Action(
            "browser-ballot",
            t("&Ballot for a browser…"),
            lambda window, _on: _shown(window).files.ask_browser_ballot(),
            t("A page that needs no network and saves a vote as a small file"),
            "people",
            section=1,
        ),
        Action(
            "paper-ballots",
            t("Ballots to &print…"),
            lambda window, _on: _shown(window).files.ask_paper_ballots(),
            t("A page for each person, to be typed in afterwards"),
            "people",
            section=1,
        ),
    )


def take_votes(window: WindowContext, table: VoteTable) -> None:
    """Take in votes that were dropped on the window or chosen."""
    _shown(window).files.take(table)


def _shown(window: WindowContext) -> PeoplePanel:
    """The tab of the people, in front."""
    from advisor.ui.people.people_panel import PeoplePanel

    window.drawer.show_tab("people")
    panel = window.drawer.panel("people")
    assert isinstance(panel, PeoplePanel)
    return panel


def _reveal_words(window: WindowContext) -> str:
    return t("&Show the votes") if window.vote_cover.is_covered else t("&Hide the votes")
