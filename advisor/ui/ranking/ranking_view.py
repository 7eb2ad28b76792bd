"""The ranking panel: a bar to filter by, then the list or the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.models.ranking_filter import RankingFilter
from advisor.app.models.ranking_model import REST_SECONDS, RankingModel
from advisor.places.engagement import engagement_name
from advisor.scenario.study.scenario import ENGAGEMENT_MODELS
from advisor.ui.look.current import dress_again
from advisor.ui.ranking.column_arrangement import ColumnArrangement, arrangement_of
from advisor.ui.ranking.column_chooser import ColumnChooser
from advisor.ui.ranking.limits_notice import LimitsNotice
from advisor.ui.ranking.ranking_list import RankingList
from advisor.ui.ranking.ranking_table import RankingTable
from advisor.ui.ranking.ranking_texts import MODELS_TIP, NEW_LEADER, NOTHING_FOUND, PLACES_SHOWN
from advisor.ui.widgets.announcing import announce
from advisor.ui.widgets.fitting import Fitting
from advisor.ui.widgets.prompted_field import PromptedField
from advisor.ui.widgets.small_widgets import ChoiceBox, PlainLabel, offer_clearing
from advisor.views.look.theme import GAP, GLIDE_MS
from advisor.views.ranking.fixed_columns import ENGAGEMENT
from advisor.views.ranking.limit_texts import Remedy, limit_report
from advisor.words.formatting import capital
from advisor.words.plain_text import as_typed
from advisor.words.translation import marked, t, tn

_EDGE = 12  # pixels beside the bar that filters
_STORED_COLUMNS, _STORED_ARRANGEMENT = "ranking/columns", "ranking/arrangement"


class RankingView(QWidget):
    """The ranked locations as a compact list or a wide table, with one filter for both.

    Args:
        document: whose ranking is shown.
        selection: shared with map and drawer.
        store: where the chosen columns are remembered; None forgets them.
        glide_ms: how long rows take to their new place; 0 for reduced motion.
        rest_seconds: pause after which movement is measured anew.

    Signals:
        table_mode_changed: the panel now shows the table (True) and would like more width, or the list.
    """

    table_mode_changed = Signal(bool)
    wanted = Signal()  # by somebody who looks for a location, where it may have made room for other things

    def __init__(
        self,
        document: Document,
        selection: Selection,
        parent: QWidget | None = None,
        *,
        store: QSettings | None = None,
        glide_ms: int = GLIDE_MS,
        rest_seconds: float = REST_SECONDS,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._document = document
        self._selection = selection
        self._store = store
        self._glide_ms = glide_ms
        self._is_new = False
        self._leader = ""
        self._fitting = Fitting(self, self._fit_filters)
        document.replaced.connect(self._begin_anew)
        self.model = RankingModel(document, self, rest_seconds=rest_seconds)
        self._held: tuple[set[str], list[str], ColumnArrangement] = (set(), [], ColumnArrangement())
        self._came: list[str] = []  # keys of columns that have come while there was no table
        self.model.modelAboutToBeReset.connect(self._hold_columns)
        self.rows = RankingFilter(self.model, self)
        self._table: RankingTable | None = None
        bar = self._filter_bar()
        self.limits = LimitsNotice(self)
        self.limits.wanted.connect(self._relax)
        self._pages = QStackedWidget(self)
        self._compact = QWidget(self._pages)
        self.list = RankingList(self.rows, selection, self._compact, glide_ms=glide_ms)
        document.pack_changed.connect(self._take_pack)  # after the model has
        document.assessment_changed.connect(self._follow)
        self._build(bar)
        self.rows.counts_changed.connect(self._show_count)
        self.rows.rearranged.connect(self._show_emptiness)
        self._show_count(*self.rows.counts)
        self._show_emptiness()
        self.limits.show_report(limit_report(document.assessment))
        self._tell_leader()
        self.list.shared.show_selected()

    @property
    def table(self) -> RankingTable:
        """The ranking as a table, made when somebody first wants it."""
        if self._table is None:
            self._table = self._made_table()
            dress_again(self._table)
            self._table.shared.show_selected()
        return self._table

    def _made_table(self) -> RankingTable:
        table = RankingTable(self.rows, self._selection, self._pages, glide_ms=self._glide_ms)
        self._pages.addWidget(table)
        store = self._store
        stored = str(store.value(_STORED_COLUMNS, "")) if store is not None else ""
        if stored or self._came:
            table.show_columns([*(stored.split() or table.shown_columns), *self._came])
        if store is not None:
            table.arrange(arrangement_of(str(store.value(_STORED_ARRANGEMENT, ""))))
        table.columns_changed.connect(self._store_columns)
        table.arranged.connect(self._store_arrangement)
        self._chooser = self._made_chooser(table)
        return table

    def _made_chooser(self, table: RankingTable) -> ColumnChooser:
        chooser = ColumnChooser(self.model.columns, self)
        chooser.chosen.connect(table.show_columns)
        chooser.closed.connect(lambda: self._columns_button.setChecked(False))
        return chooser

    @property
    def _views(self) -> tuple[RankingList | RankingTable, ...]:
        """Those that there are now."""
        return (self.list,) if self._table is None else (self.list, self._table)

    def _hold_columns(self) -> None:
        """Other columns come: what is shown, and how it is arranged, is known by key and not by place."""
        known, table = {column.key for column in self.model.columns}, self._table
        shown, arrangement = (
            ([], ColumnArrangement()) if table is None else (table.shown_columns, table.arrangement)
        )
        self._held = known, shown, arrangement

    def _take_pack(self) -> None:
        """Other columns or locations: the table keeps the columns that were chosen, and shows what is new."""
        known, shown, arrangement = self._held
        new = [column.key for column in self.model.columns if column.key not in known]
        if self._table is None:
            self._came += new
        else:
            self._chooser.deleteLater()
            self._chooser = self._made_chooser(self._table)
            self._table.take_columns([*shown, *new], arrangement)
        self.limits.show_report(limit_report(self._document.assessment))
        for view in self._views:
            view.shared.begin_anew()

    @property
    def table_mode(self) -> bool:
        """Whether the table is shown."""
        return self._table_button.isChecked()

    def set_table_mode(self, table: bool) -> None:
        """Show the table or the list."""
        self._table_button.setChecked(table)

    def set_certainty(
        self, intervals: Mapping[str, tuple[int, int]], remark: Callable[[int], str] | None = None
    ) -> None:
        """Show the lowest and highest plausible rank of locations, by id; empty shows none.

        Args:
            intervals: the ranks.
            remark: more about a location for its tooltip, by its index in the pack.
        """
        self.model.set_certainty(intervals, remark)
        self.list.header.update()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let rows jump rather than glide."""
        self._glide_ms = 0 if reduced else GLIDE_MS
        for view in self._views:
            view.glide.duration = self._glide_ms

    # Building ---------------------------------------------------------------------------------------

    def _build(self, bar: QVBoxLayout) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.limits)
        inner = QVBoxLayout(self._compact)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.list.header)
        inner.addWidget(self.list, 1)
        self._pages.addWidget(self._compact)
        self._nothing = self._nothing_page()
        self._pages.addWidget(self._nothing)
        layout.addWidget(self._pages, 1)

    def _filter_bar(self) -> QVBoxLayout:
        self.search = PromptedField((t("Find a location"), t("Find")), self)
        self.search.setAccessibleName(t("Find a location by name"))
        offer_clearing(self.search)
        self.search.textChanged.connect(lambda text: self.rows.set_filter(text=text))
        self._columns_button = self._button(t("Columns"), t("Choose the columns of the table"))
        self._columns_button.setCheckable(True)
        self._columns_button.toggled.connect(self._choose_columns)
        self._columns_button.hide()
        self._table_button = self._button(t("Table"), t("Show all columns, sortable"))
        self._table_button.setCheckable(True)
        self._table_button.toggled.connect(self._switch)
        self._regions = self._choice(
            t("All regions"),
            [(region, region) for region in self.rows.regions],
            "region",
            t("Regions shown"),
        )
        has_models = self.model.column(ENGAGEMENT) >= 0
        models = [(capital(engagement_name(model)), model) for model in ENGAGEMENT_MODELS if has_models]
        self._models = self._choice(t("All models"), models, "engagement", t("Engagement models shown"))
        self._models.setToolTip(marked(MODELS_TIP))
        self._count = PlainLabel(parent=self)
        self._count.setProperty("role", "quiet")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.search, 1)
        first.addWidget(self._columns_button)
        first.addWidget(self._table_button)
        second.addWidget(self._regions)
        second.addWidget(self._models)
        second.addStretch(1)
        second.addWidget(self._count)
        bar = QVBoxLayout()
        bar.setContentsMargins(_EDGE, GAP, _EDGE, GAP)
        for line in (first, second):
            line.setSpacing(GAP)
            bar.addLayout(line)
        bar.setSpacing(GAP)
        return bar

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(as_typed(tip))
        button.setAccessibleDescription(tip)
        return button

    def _choice(self, everything: str, choices: Sequence[tuple[str, str]], part: str, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setAccessibleName(name)
        box.addItem(everything, "")
        for text, value in choices:
            box.addItem(text, value)
        box.currentIndexChanged.connect(lambda _: self.rows.set_filter(**{part: box.currentData()}))
        box.currentIndexChanged.connect(lambda _: self._fitting.again())
        box.adjustSize()  # nobody fits one that is not shown
        box.setVisible(bool(choices))
        return box

    def _nothing_page(self) -> QWidget:
        page = QWidget(self._pages)
        layout = QVBoxLayout(page)
        label = PlainLabel(marked(NOTHING_FOUND), page)
        label.setProperty("role", "quiet")
        clear = QPushButton(t("Clear the filter"), page)
        clear.setProperty("role", "link")
        clear.clicked.connect(self.clear_filter)
        layout.addStretch(1)
        layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(clear, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return page

    def start_finding(self) -> None:
        """Put the keyboard where names are typed."""
        self.wanted.emit()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def reveal(self, location_id: str) -> None:
        """Select a location, and show it even where the filter hid it."""
        shown = {self._document.pack.location_ids[row] for row in self.rows.keys}
        if location_id not in shown:
            self.clear_filter()
        self._selection.select(location_id)

    # Reacting ---------------------------------------------------------------------------------------

    def clear_filter(self) -> None:
        """Show all locations again."""
        self.search.clear()
        self._regions.setCurrentIndex(0)
        self._models.setCurrentIndex(0)

    def _begin_anew(self) -> None:
        """Another study comes: nothing of it is filtered away."""
        self._is_new = True
        self.clear_filter()

    def _relax(self, remedy: Remedy) -> None:
        """One click puts the must-haves in force that leave more."""
        after = replace(self._document.scenario, must_haves=remedy.must_haves)
        self._document.edit(after, remedy.undo)

    def _follow(self) -> None:
        """The ranking is there; of another study it is shown from the top, at once."""
        self.limits.show_report(limit_report(self._document.assessment))
        self._tell_leader()
        if self._is_new:
            self._is_new = False
            for view in self._views:
                view.shared.begin_anew()

    def _tell_leader(self) -> None:
        """Say who leads now, to whoever does not see it; another study has a leader of its own."""
        assessment = self._document.assessment
        row = assessment.evaluation.leader
        leader = "" if row < 0 else assessment.pack.locations[row].name
        if leader and self._leader and leader != self._leader and not self._is_new:
            announce(self, marked(NEW_LEADER, now=leader, before=self._leader))
        self._leader = leader

    def _switch(self, table: bool) -> None:
        self._columns_button.setVisible(table)
        self._columns_button.setChecked(False)
        if table:
            header = self.table.header()
            self.rows.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        else:
            self.rows.sort(-1)
        self._show_emptiness()
        view = self.table if table else self.list
        view.shared.show_selected()
        self.table_mode_changed.emit(table)
        if table:  # while it was narrow Qt has looked for the name of the current row
            self.table.horizontalScrollBar().setValue(0)

    def _show_count(self, shown: int, total: int) -> None:
        text = (
            t("{shown} of {total}", shown=shown, total=total)
            if shown != total
            else tn("{count} place", "{count} places", total)
        )
        if shown != total and text != self._count.text():
            announce(self._count, marked(PLACES_SHOWN, shown=shown, total=total))
        self._count.setText(text)
        self._fitting.again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the choices of the filter the room to be read."""
        super().resizeEvent(event)
        self._fitting.now()

    def _fit_filters(self) -> None:
        """Choices are read in full; where that leaves no room the number of places goes.

        Unless something is filtered away: then it stays, and the choices are shortened.
        """
        boxes = [box for box in (self._regions, self._models) if not box.isHidden()]
        room = self.width() - 2 * _EDGE - GAP * len(boxes)
        wishes = [box.reading_width() for box in boxes]
        count = self._count.sizeHint().width()
        shown, total = self.rows.counts
        is_told = shown != total or sum(wishes) + count <= room
        self._count.setVisible(is_told)
        each = (room - (count if is_told else 0)) // max(1, len(boxes))
        narrow = sum(wish for wish in wishes if wish <= each)
        wide = sum(wish > each for wish in wishes)
        most = (each * len(boxes) - narrow) // max(1, wide)
        for box, wish in zip(boxes, wishes, strict=True):
            box.setFixedWidth(max(1, min(wish, most if wish > each else wish)))

    def _show_emptiness(self) -> None:
        filled = self.table if self.table_mode else self._compact
        self._pages.setCurrentWidget(filled if self.rows.keys else self._nothing)

    def _choose_columns(self, wanted: bool) -> None:
        if wanted:
            self._chooser.tick(self.table.shown_columns)
            self._chooser.drop_from(self._columns_button, self)
        elif self._table is not None:
            self._chooser.hide()

    def _store_columns(self) -> None:
        if self._store is not None:
            self._store.setValue(_STORED_COLUMNS, " ".join(self.table.shown_columns))

    def _store_arrangement(self) -> None:
        if self._store is not None:
            self._store.setValue(_STORED_ARRANGEMENT, self.table.arrangement.to_text())
