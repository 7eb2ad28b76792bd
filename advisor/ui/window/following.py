"""What the parts of a window tell each other, and how its title follows the study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from advisor.app.workers.robustness_runner import Certainty
from advisor.ui.look.current import follow_look
from advisor.ui.window.actions.people_menu import take_votes
from advisor.ui.window.intake_opening import open_import
from advisor.ui.window.memory import trim
from advisor.ui.window.window_texts import MAP_COPIED, MAP_SAVED
from advisor.words.translation import marked, t

if TYPE_CHECKING:
    from advisor.ui.window.main_window import MainWindow


class Following(QObject):
    """Joins the parts of a window, of which none knows another.

    Args:
        window: with all its parts.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._document = window, window.document
        self._follow_document()
        self._follow_parts()
        self._follow_map()
        follow_look(self._refresh)
        self._name_window()
        self._select_best()

    def _follow_document(self) -> None:
        document = self._document
        document.undo_stack.cleanChanged.connect(self._show_clean)
        document.assessment_changed.connect(self._name_window)
        document.file_changed.connect(self._name_window)
        document.pack_changed.connect(self._take_pack)
        document.replaced.connect(self._begin_afresh)

    def _follow_parts(self) -> None:
        window = self._window
        window.changes.refused.connect(window.messages.problem)
        window.changes.slow_changed.connect(self._tell_slow_change)
        window.files.openings.figures_found.connect(lambda path: open_import(window, path))
        window.files.openings.votes_found.connect(lambda table: take_votes(window, table))
        for over in (
            window.load_ahead.done,
            window.side_page.closed,
            window.help_page.closed,
            window.files.exports.ended,
        ):
            over.connect(window.what_stays.look_soon)
        window.header.folded.connect(self._refresh)  # the keyboard can go to what is there
        window.tour.ended.connect(self._end_tour)
        window.scenarios.tabs.refused.connect(window.messages.problem)
        window.scenarios.tabs.told.connect(self._tell_undoable)
        window.compared.changed.connect(self._show_compared)
        self._show_compared()
        window.header.currency.refused.connect(window.messages.problem)
        window.robustness.changed.connect(self._show_certainty)
        window.priorities.conditions_wanted.connect(window.actions_["conditions"].trigger)
        window.priorities.another_way_wanted.connect(window.actions_["another-way"].trigger)
        window.drawer.folded_changed.connect(self._refresh)
        window.presentation.changed.connect(self._refresh)
        window.ranking.table_mode_changed.connect(self._refresh)

    def _tell_slow_change(self, is_slow: bool) -> None:
        window, text = self._window, t("Computing the figures…")
        if is_slow:
            window.messages.work(text, t("Cancel"), window.changes.forget)
        else:
            window.messages.end_work(text)

    def _follow_map(self) -> None:
        window = self._window
        if window.map_panel is not None:
            view = window.map_panel.view
            view.saving_failed.connect(window.messages.problem)
            view.failed.connect(window.messages.problem)
            view.picture_saved.connect(lambda path: window.messages.note(marked(MAP_SAVED, path=path)))
            view.picture_copied.connect(lambda: window.messages.note(marked(MAP_COPIED)))

    def _refresh(self) -> None:
        self._window.actions_.refresh()

    def _name_window(self) -> None:
        window, document = self._window, self._document
        window.setWindowTitle(t("{scenario}[*] – Location Advisor", scenario=document.scenario.name))
        window.setWindowModified(not document.undo_stack.isClean())
        window.setWindowFilePath(str(document.path) if document.path else "")

    def _show_clean(self, clean: bool) -> None:
        """Asks nobody: the stack says this a last time while it is taken down."""
        self._window.setWindowModified(not clean)

    def _end_tour(self, shows_again: bool) -> None:
        self._window.settings.shows_tour = shows_again
        self._window.settings.save()

    def _show_certainty(self, certainty: Certainty) -> None:
        self._window.ranking.set_certainty(certainty.intervals, certainty.sentence)
        if self._window.map_panel is not None:
            self._window.map_panel.set_certainty(certainty)
        if certainty.is_final:  # nobody does anything; whoever begins meanwhile is not held up
            self._window.giving_back.start(lambda _state: trim())

    def _show_compared(self) -> None:
        """What the map may show of the scenario that is compared with; computed only where there is one."""
        if self._window.map_panel is not None:
            self._window.map_panel.set_other(self._window.compared.other_assessment)

    def _tell_undoable(self, text: str) -> None:
        """Say what was done, with a button that takes it back."""
        self._window.messages.done(text, self._document.undo_stack)

    def _begin_afresh(self) -> None:
        """Another study: what was selected and which pages were open belonged to the one before."""
        self._window.side_page.close_page()
        self._select_best()

    def _take_pack(self) -> None:
        """The study adds other criteria or sites: what was built from those before is built again."""
        if self._window.selection.selected not in self._document.pack.location_ids:
            self._window.selection.select("")
        self._window.drawer.build_anew()

    def _select_best(self) -> None:
        """Start with the best place abroad, so that there is something to look at."""
        assessment = self._document.assessment
        ids, home = assessment.pack.location_ids, assessment.scenario.home
        best = (int(row) for row in assessment.evaluation.order if ids[row] != home)
        row = next(best, -1)
        is_ranked = row >= 0 and assessment.evaluation.ranks[row] > 0
        self._window.selection.select(ids[row] if is_ranked else "")
