"""The charts of the help, drawn when a page with them is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.app.document.document import Document
from advisor.export.report.blocks import Figure
from advisor.ui.look.current import look_in_force
from advisor.views.look.theme import LIGHT
from advisor.words.translation import ENGLISH, language

if TYPE_CHECKING:
    from advisor.export.help_pictures import HelpPictures


class HelpCharts:
    """Draws the charts of the help from the example study, in the language in force.

    Args:
        document: whose pack the examples are assessed with, if they fit it.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._language = ""
        self._made: HelpPictures | None = None

    def __call__(self, name: str) -> Figure | None:
        """A chart; None where its file shows the same, or the pack is another one."""
        if language() == ENGLISH and look_in_force().name == LIGHT.name:
            return None
        # What draws them takes a while to load, and few read a page with charts in every session.
        from advisor.export.help_pictures import PICTURES, HelpPictures
        from advisor.scenario.study.examples import first_example

        if name not in PICTURES:
            return None
        if self._made is None or self._language != language():
            if first_example(self._document.pack) is None:
                return None
            self._made, self._language = HelpPictures(self._document.assessor), language()
        return self._made.figure(name)
