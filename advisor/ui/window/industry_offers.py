"""What a newly chosen industry changes, said in the message bar, and its usual must-haves offered there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from advisor.scenario.edits.industry_offer import stricter_must_haves
from advisor.ui.window.context import WindowContext
from advisor.views.priorities.industry_effect import weight_sentence
from advisor.words.formatting import in_sentence
from advisor.words.translation import t


class IndustryOffers(QObject):
    """Follows the choice of an industry in the header."""

    def __init__(self, window: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        window.header.industry_chosen.connect(self.offer)

    def offer(self) -> None:
        """Say which weights the industry raises, and offer its usual must-haves that are not set."""
        window, document = self._window, self._window.document
        _must, reasons = stricter_must_haves(document.pack, document.scenario)
        raised = weight_sentence(document.pack, document.scenario)
        if not reasons and not raised:
            window.messages.clear()
            return
        industry = window.header.industry.currentText()

        def add() -> None:
            # From the scenario of this moment: limits set since the offer was made stay.
            must, _reasons = stricter_must_haves(document.pack, document.scenario)
            text = t("add the must-haves of {industry}", industry=in_sentence(industry))
            document.edit(replace(document.scenario, must_haves=must), text)

        said = " ".join(part for part in (raised, *reasons) if part)
        text = t("{industry}: {message}", industry=industry, message=said)
        window.messages.note(text, t("Add as must-haves") if reasons else "", add)
