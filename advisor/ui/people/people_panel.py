"""The people of a study: who they are, the vote, and what they come to together once it is revealed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.document.vote_cover import VoteCover
from advisor.app.models.people_model import PeopleModel
from advisor.core.aggregation import Aggregation
from advisor.core.evaluation import ValuedMatrix
from advisor.core.screening import Screening
from advisor.scenario.people.group_model import with_group_weights
from advisor.scenario.people.people_edits import with_votes_cleared
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Stakeholder
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.look.current import follow_look
from advisor.ui.people.findings_page import FindingsPage
from advisor.ui.people.people_table import PeoplePage
from advisor.ui.people.vote_files import VoteFiles
from advisor.ui.people.vote_screen import MakeWeighing, VoteScreen
from advisor.ui.widgets.help_topic import give_topic
from advisor.ui.widgets.segments import Segments
from advisor.ui.widgets.small_widgets import label
from advisor.views.look.theme import GAP
from advisor.views.people.people_figures import GroupFigures, group_figures
from advisor.views.people.ranks_scene import ranks_scene
from advisor.views.people.weights_scene import weights_scene
from advisor.words.translation import t

PEOPLE, FINDINGS, WEIGHTS, RANKINGS = range(4)
_COVER = 4  # the page that lies over the last three
_PAD = 12
_Key = tuple[ValuedMatrix, Screening, Aggregation, str, str, tuple[Stakeholder, ...]]


class PeoplePanel(QWidget):
    """Votes are covered until somebody reveals them: after opening a study, and whenever votes are taken.

    Args:
        document: whose people they are.
        selection: shared with map and ranking.
        make_weighing: makes the page on which somebody weighs.
        cover: whether votes are hidden, shared with the presentation; one of its own where none is given.

    Signals:
        noted: what was done, for a message.
        refused: why something could not be done.
        copied: what was copied from a chart, for a message.
    """

    noted = Signal(str)
    refused = Signal(str)
    copied = Signal(str)

    def __init__(
        self,
        document: Document,
        selection: Selection,
        make_weighing: MakeWeighing,
        cover: VoteCover | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._document, self._selection, self._make_weighing = document, selection, make_weighing
        self._figures: GroupFigures | None = None
        self._key: _Key | None = None
        self.cover = cover or VoteCover(document, self)
        self.vote_screen: VoteScreen | None = None
        self.model = PeopleModel(document, self)
        self.files = VoteFiles(document, self)
        self.people = PeoplePage(document, self.model, self)
        self.findings = FindingsPage(self)
        self.weights = SceneView(t("Weights by person"), size=(600, 320))
        self.ranks = SceneView(t("Rankings by person"), picks=True, size=(600, 320))
        self.segments = Segments(
            t("What to see of the people"),
            (
                (t("People"), t("People")),
                (t("Findings"), t("Findings")),
                (t("Weights"), t("Weights")),
                (t("Rankings"), t("Ranks")),
            ),
            self,
            folds=True,
        )
        self.vote_button = QPushButton(t("Take a vote"), self)
        self.reveal_button = QPushButton(self)
        self.more_button = QPushButton(t("Ballots and votes ▾"), self)
        self.cover_text = label("", "", self)
        self.cover_button = QPushButton(t("Show votes"), self)
        self._build()
        self._connect()
        self._take_cover()
        follow_look(self._fit)

    # Building -------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.vote_button.setToolTip(t("One after the other weighs, unseen by the others"))
        self.more_button.setMenu(self._menu())
        self.cover_button.setProperty("role", "primary")
        self.pages = QStackedWidget(self)
        pages: list[tuple[QWidget, str]] = [
            (self.people, "people#vote"),
            (self.findings, "people#findings"),
            (_scrolled(self.weights), "people#rankings"),
            (_scrolled(self.ranks), "people#rankings"),
        ]
        for page, topic in pages:
            give_topic(page, topic)
            self.pages.addWidget(page)
        self.pages.addWidget(self._cover_page())
        head = QHBoxLayout()
        head.setContentsMargins(_PAD, 6, _PAD, 4)
        head.setSpacing(GAP)
        head.addWidget(self.segments)
        head.addStretch(1)
        for button in (self.vote_button, self.reveal_button, self.more_button):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        # Also here, where there is no room for their buttons.
        # Made here, not by the menu: what a menu makes, PySide may take for deleted while it is there.
        self.vote_action = QAction(t("Take a vote"), self)
        self.vote_action.triggered.connect(lambda _checked: self.take_vote())
        self.reveal_action = QAction(self)
        self.reveal_action.triggered.connect(lambda _checked: self.turn())
        menu.addActions([self.vote_action, self.reveal_action])
        menu.addSeparator()
        menu.addAction(t("Take in votes…"), self.files.ask_votes)
        menu.addAction(t("Ballot for a browser…"), self.files.ask_browser_ballot)
        menu.addAction(t("Ballots to print…"), self.files.ask_paper_ballots)
        menu.addSeparator()
        self.clear_action = QAction(t("Clear all votes"), self)
        self.clear_action.triggered.connect(lambda _checked: self.clear_votes())
        menu.addAction(self.clear_action)
        return menu

    def _cover_page(self) -> QWidget:
        page = QWidget(self)
        self.cover_text.setWordWrap(True)
        self.cover_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.cover_text.setContentsMargins(_PAD, 0, _PAD, 0)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self.cover_text)
        column.addWidget(self.cover_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        document = self._document
        self.segments.chosen.connect(self.show_page)
        self.vote_button.clicked.connect(self.take_vote)
        self.reveal_button.clicked.connect(self.turn)
        self.cover_button.clicked.connect(lambda: self.set_covered(False))
        self.people.weighing_wanted.connect(lambda name: self.begin_vote([name]))
        self.people.refused.connect(self.refused)
        self.findings.use_wanted.connect(self.use_group_weights)
        self.files.noted.connect(self.noted)
        self.files.refused.connect(self.refused)
        self.files.taken.connect(lambda: self.set_covered(True))
        self.ranks.chosen.connect(self._selection.select)
        for chart in (self.weights, self.ranks):
            chart.copied.connect(self.copied)
        document.follow(self._show_state)
        self.cover.changed.connect(self._take_cover)
        self._selection.selected_changed.connect(self._refresh)

    # The vote -------------------------------------------------------------------------------------------

    def take_vote(self) -> None:
        """Let everybody weigh who has not yet; where all have, everybody again."""
        people = self._document.study.stakeholders
        waiting = [one.name for one in people if not one.has_weighed]
        if self._has_people():
            self.begin_vote(waiting or [one.name for one in people])

    def turn(self) -> None:
        """Reveal what is covered, or cover it again."""
        if self._has_people():
            self.set_covered(not self.is_covered)

    def _has_people(self) -> bool:
        """Whether there is anybody; where not, say how to change that."""
        if self._document.study.stakeholders:
            return True
        self.show_page(PEOPLE)
        self.people.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refused.emit(t("There is nobody to vote yet: add people, or take in their votes."))
        return False

    def begin_vote(self, names: Sequence[str]) -> None:
        """Let some people weigh, one after the other, behind the cover."""
        self.set_covered(True)
        if self.vote_screen is None:
            self.vote_screen = VoteScreen(self._document, self.window(), self._make_weighing)
            self.vote_screen.reveal_wanted.connect(self._reveal_findings)
        self.vote_screen.begin(names)

    def clear_votes(self) -> None:
        """Everybody has yet to weigh."""
        self._document.edit_study(with_votes_cleared(self._document.study), t("clear all votes"))

    def set_covered(self, covered: bool) -> None:
        """Hide the votes and all that follows from them, or show them."""
        self.cover.cover(covered)

    @property
    def is_covered(self) -> bool:
        """Whether votes, and everything that follows from them, are hidden."""
        return self.cover.is_covered

    def _take_cover(self) -> None:
        self.model.set_covered(self.is_covered)
        self._show_state()

    def _reveal_findings(self) -> None:
        self.set_covered(False)
        self.show_page(FINDINGS)

    # What follows ---------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page that is chosen, covered or not."""
        return self.segments.current

    def show_page(self, page: int) -> None:
        """Choose ``PEOPLE``, ``FINDINGS``, ``WEIGHTS`` or ``RANKINGS``."""
        self.segments.show_current(page)
        self._refresh()

    @property
    def figures(self) -> GroupFigures:
        """What the people come to; made anew only when something changed that it rests on.

        Raises:
            ScenarioError: nobody, nobody who counts, or weights that cannot serve.
        """
        assessment, people = self._document.assessment, self._document.study.stakeholders
        evaluation, scenario = assessment.evaluation, assessment.scenario
        # Not the scenario's own weights: moving a slider changes nobody's vote.
        key = (
            evaluation.valued,
            evaluation.screening,
            evaluation.aggregation,
            scenario.function,
            scenario.industry,
            people,
        )
        if self._figures is None or not _is_same(key, self._key):
            self._figures, self._key = group_figures(assessment, people), key
        return self._figures

    def use_group_weights(self) -> None:
        """Put the group's weights in the place of the scenario's, as one step."""
        document = self._document
        if not self._has_people():
            return
        if self.is_covered:
            self.refused.emit(t("The votes are hidden. Show them before the scenario takes their weights."))
            return
        try:
            after = with_group_weights(document.assessment, self.figures.decision)
            document.edit(after, t("use the group's weights"))
        except ScenarioError as error:
            self.refused.emit(str(error))
            return
        self.noted.emit(t("The group's weights are in force; Undo takes them back in one step."))

    def _show_state(self) -> None:
        people = self._document.study.stakeholders
        weighed = sum(one.has_weighed for one in people)
        for part in (self.reveal_button, self.reveal_action):
            part.setText(t("Show votes") if self.is_covered else t("Hide votes"))
        self.reveal_button.setToolTip(
            t("Show everybody's votes and what follows from them")
            if self.is_covered
            else t("Hide everybody's votes and what follows from them")
        )
        self.reveal_button.setEnabled(bool(people))
        self.clear_action.setEnabled(weighed > 0)
        self.cover_text.setText(
            t("{count} of {all} people have weighed. The votes are hidden.", count=weighed, all=len(people))
            if people
            else t("Nobody is here yet. Add people on the first page, or take in their votes.")
        )
        self.cover_button.setVisible(bool(people))
        self._refresh()

    def _refresh(self) -> None:
        """Bring the page in sight up to date."""
        page = self.page
        if page == PEOPLE:
            self.pages.setCurrentIndex(PEOPLE)
            return
        if self.is_covered or not self._document.study.stakeholders:
            self.pages.setCurrentIndex(_COVER)
            return
        if not self.isVisible():
            return
        try:
            figures = self.figures
        except ScenarioError as error:
            self.cover_text.setText(str(error))
            self.cover_button.hide()
            self.pages.setCurrentIndex(_COVER)
            return
        if page == FINDINGS:
            self.findings.show_figures(figures)
        elif page == WEIGHTS:
            self.weights.show_scene(partial(weights_scene, figures))
        else:
            self.ranks.show_scene(partial(ranks_scene, figures, self._selection.selected))
        self.pages.setCurrentIndex(page)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed meanwhile."""
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the labels where room is short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Buttons beside the pages where there is room; else one menu with all that they do."""
        buttons = (self.vote_button, self.reveal_button, self.more_button)
        room, roomy, taken = self.width() - 2 * _PAD - GAP, False, 0
        for words in (t("Ballots and votes ▾"), t("Votes ▾")):
            self.more_button.setText(words)
            taken = sum(button.sizeHint().width() + GAP for button in buttons)
            roomy = self.segments.short_width + taken <= room
            if roomy:
                break
        if not roomy:
            taken = self.more_button.sizeHint().width() + GAP
        for button in (self.vote_button, self.reveal_button):
            button.setVisible(roomy)
        for action in (self.vote_action, self.reveal_action):
            action.setVisible(not roomy)
        self.more_button.setAccessibleName(self.more_button.text().removesuffix(" ▾"))
        self.segments.fit(room - taken)


def _is_same(key: _Key, before: _Key | None) -> bool:
    if before is None:
        return False
    return key[0] is before[0] and key[1] is before[1] and key[2:] == before[2:]


def _scrolled(chart: SceneView) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(chart)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.verticalScrollBar().valueChanged.connect(chart.scroll_to)
    return area
