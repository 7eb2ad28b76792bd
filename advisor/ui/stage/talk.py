"""How far a presentation has come, and what it shows: one state for the room's screen and the speaker's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.document.vote_cover import VoteCover
from advisor.app.workers.robustness_runner import Certainty, RobustnessRunner
from advisor.scenario.edits.talk_edits import with_notes
from advisor.scenario.study.talk import TalkStep
from advisor.views.stage.stage_texts import headline
from advisor.views.stage.standings import Standings
from advisor.views.stage.steps import BEFORE_RANKING, step_name, steps_of
from advisor.words.formatting import in_sentence
from advisor.words.translation import t


class Talk(QObject):
    """Steps, spotlight and blank screen of one presentation.

    Args:
        document: what is presented.
        selection: the spotlight is what it has selected.
        runner: counts how sure the ranking is.
        cover: hides the votes at one step and shows them at the next.

    Signals:
        changed: another step, another spotlight, blank or not.
        figures_changed: what the steps show is something else.
    """

    changed = Signal()
    figures_changed = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        runner: RobustnessRunner,
        cover: VoteCover,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.document, self.selection, self.cover = document, selection, cover
        self._runner = runner
        self._certainty: Certainty | None = runner.current
        self._shown: Standings | None = None
        self._baseline: dict[str, int] = {}
        self._before = ("", True)
        self._at = 0
        self._is_on = self._is_blank = self._is_lit = False
        self.steps = steps_of(document.pack, knows_costs=document.cost_model is not None)
        document.follow(lambda _assessment: self._forget())
        document.replaced.connect(self._begin_anew)
        runner.changed.connect(self._take)
        cover.changed.connect(lambda _covered: self._forget())
        selection.selected_changed.connect(lambda _key: self._tell())

    # Its course -----------------------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether something is presented."""
        return self._is_on

    def begin(self) -> None:
        """Start at the first step; movement in the ranking is measured from here."""
        self._is_on, self._is_blank, self._is_lit, self._at = True, False, False, 0
        evaluation = self.document.assessment.evaluation
        self._baseline = dict(zip(evaluation.alternatives, evaluation.ranks.tolist(), strict=True))
        self._before = (self.selection.selected, self.cover.is_covered)
        self._certainty = self._runner.current
        self._forget()
        self.changed.emit()

    def end(self) -> None:
        """Put selection and cover back as they were; what was edited stays, and can be undone."""
        if not self._is_on:
            return
        self._is_on = False
        selected, covered = self._before
        self.selection.select(selected if selected in self.document.pack.location_ids else "")
        self.cover.cover(covered)
        self.changed.emit()

    def _begin_anew(self) -> None:
        """Another study: what was selected, and revealed, before belonged to the one before."""
        self._before = (self.selection.selected, True)

    @property
    def at(self) -> int:
        """Number of the step, 0 the first."""
        return self._at

    @property
    def step(self) -> TalkStep:
        """The step that is shown."""
        return self.steps[self._at]

    @property
    def next_step(self) -> TalkStep | None:
        """The step after it, None at the end."""
        return self.steps[self._at + 1] if self._at + 1 < len(self.steps) else None

    def forward(self) -> None:
        """The next step; a blank screen comes back first."""
        self._move(1)

    def back(self) -> None:
        """The step before; a blank screen comes back first."""
        self._move(-1)

    def go_to(self, step: TalkStep) -> None:
        """A step by its name; one that the pack has nothing for is left out."""
        if step in self.steps:
            self._enter(self.steps.index(step))

    def _move(self, by: int) -> None:
        if self._is_blank:
            self.blank(False)
        else:
            self._enter(max(0, min(len(self.steps) - 1, self._at + by)))

    def _enter(self, at: int) -> None:
        self._is_blank = False
        if at != self._at:
            self._is_lit = False
        self._at = at
        if self.step is TalkStep.COVERED:
            self.cover.cover(True)
        elif self.step is TalkStep.PRIORITIES:
            self.cover.cover(False)
        self.changed.emit()

    # Blank and spotlight --------------------------------------------------------------------------------

    @property
    def is_blank(self) -> bool:
        """Whether the room's screen shows nothing."""
        return self._is_blank

    def blank(self, blank: bool) -> None:
        """Let the room's screen show nothing, or again what it showed."""
        if blank != self._is_blank:
            self._is_blank = blank
            self.changed.emit()

    @property
    def lit(self) -> str:
        """Id of the location in the spotlight, empty for none."""
        return self.selection.selected if self._is_lit else ""

    @property
    def pointed_at(self) -> str:
        """Id of the location that the map marks: in the spotlight, else the one that leads."""
        order = self.shown.order
        return self.lit or (self.shown.row(order[0]).id if order else "")

    @property
    def hides_ranking(self) -> bool:
        """Whether no figure of the ranking may be told yet: votes are covered, and no step has shown any."""
        return self.cover.is_covered and self.step in BEFORE_RANKING

    def light(self, location: str) -> None:
        """Put a location in the spotlight; the same one again, or none, takes it out."""
        if not location or location == self.lit:
            self._is_lit = False
            self.changed.emit()
            return
        self._is_lit = True
        self.selection.select(location)
        self.changed.emit()

    def turn_light(self) -> None:
        """Put the selected location in the spotlight, the leader where none is, or take it out."""
        self.light("" if self._is_lit else self.selection.selected or self.pointed_at)

    def light_place(self, place: int) -> None:
        """Put the location at a place of the ranking in the spotlight, 0 the best."""
        if 0 <= place < len(self.shown.order):
            self.light(self.shown.row(self.shown.order[place]).id)

    def light_next(self, by: int) -> None:
        """Move the spotlight down the ranking, or up."""
        order = self.shown.order
        found = self.shown.of(self.lit)
        if found is not None and found.row in order:
            place = max(0, min(len(order) - 1, order.index(found.row) + by))
            if order[place] != found.row:
                self.light_place(place)
        else:
            self.light_place(0)

    # What it shows --------------------------------------------------------------------------------------

    @property
    def shown(self) -> Standings:
        """Where every location stands now."""
        if self._shown is None:
            assessment, certainty = self.document.assessment, self._certainty
            fits = certainty is not None and certainty.assessment is assessment
            counted = certainty.robustness if certainty is not None and fits else None
            sentence = ""
            if certainty is not None and counted is not None and len(counted.rows):
                sentence = certainty.sentence(int(counted.rows[0]))
            self._shown = Standings(assessment, self.document.study, counted, sentence, self._baseline)
        return self._shown

    def sentence(self, step: TalkStep) -> str:
        """What a step says."""
        return headline(step, self.shown)

    def _take(self, certainty: Certainty) -> None:
        self._certainty = certainty
        self._forget()

    def _forget(self) -> None:
        self._shown = None
        if self._is_on:
            self.figures_changed.emit()

    def _tell(self) -> None:
        if self._is_on:
            self.changed.emit()

    # Notes ----------------------------------------------------------------------------------------------

    def notes(self, step: TalkStep) -> str:
        """What the speaker wants to say at a step."""
        return self.document.study.notes.get(step, "")

    def write_notes(self, step: TalkStep, text: str) -> None:
        """Keep other notes, as a step that can be undone.

        Raises:
            ScenarioError: a text that is too long.
        """
        study = self.document.study
        self.document.edit_study(
            with_notes(study, step, text), t("edit the notes on “{step}”", step=in_sentence(step_name(step)))
        )
