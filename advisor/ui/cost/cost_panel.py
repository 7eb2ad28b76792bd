"""What the work would really cost at the selected location: figures, charts and parameters."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor.app.document.document import Document
from advisor.app.document.selection import Selection
from advisor.app.workers.cost_worker import CostAnswer, CostWorker, cost_request
from advisor.costs.own_costs import baseline_basis, own_results
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.edits.own_costs import COST_AT_HOME
from advisor.scenario.ranking.flags import STAFFING
from advisor.ui.cost.cost_bar import CostBar, baseline_link
from advisor.ui.cost.cost_charts import CostCharts
from advisor.ui.cost.cost_figures import CostFigures
from advisor.ui.cost.cost_parameters_panel import HOME, CostParametersPanel
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.widgets.small_widgets import label, line
from advisor.views.cost.cost_figures import key_figures
from advisor.views.cost.cost_quality import quality_dots
from advisor.views.cost.cost_view import CostView, unknown_reason
from advisor.views.cost.cost_waterfall import headline
from advisor.views.cost.own_texts import baseline_text
from advisor.words.translation import t

_BESIDE = 68  # of the type size: from this width on the parameters stand beside the chart
_PARAMETERS_SHARE, _PARAMETERS_LEAST, _PARAMETERS_MOST = 0.46, 31, 48
_BASELINE_SHARE = 0.4  # of the width: where the cost at home would take more, it stands below the headline
_BEFORE_LINK = 6  # pixels: with those within it, as far from the edge as the words around it
# Of the type size, high. Where the head would leave less than that, the figures in it go without medians,
# and the sentence above them goes, whose numbers they are: so what is below is in sight.
_CHART_LEAST = 12
_PARAMETERS_IN_SIGHT = 18  # fields and a few rows of the table
_SPACING, _TIGHT = 3, 1  # pixels between the lines of the head
_UNLIMITED = 16_777_215


class _Inside(QWidget):
    """What is scrolled where there is little height; as narrow as the panel, where words make room."""

    def minimumSizeHint(self) -> QSize:
        """Of any width."""
        return QSize(0, super().minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """As high as it must be: charts and tables take what is left and would like more."""
        layout = self.layout()
        return super().heightForWidth(width) if layout is None else layout.minimumHeightForWidth(width)


class CostPanel(QWidget):
    """The cost of the selected location. Computes only while it can be seen.

    Args:
        document: whose scenario is costed and edited.
        model: the pack's cost model.
        selection: tells which location is shown.
        worker: computes off the main thread; made here where none is given.
    """

    def __init__(
        self,
        document: Document,
        model: CostModel,
        selection: Selection,
        worker: CostWorker | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document, self._model, self._selection = document, model, selection
        self._is_stale = True
        self._was_wide = False
        self.view: CostView | None = None
        self.worker = worker or CostWorker(self)
        self._area = QScrollArea(self)
        self._inside = inside = _Inside(self._area.viewport())  # Qt dresses anew what gets another parent
        self.headline = label("", "section", inside)
        self.headline.setWordWrap(True)
        self.baseline = baseline_link(inside)
        self.staffing = label("", "error", inside)
        self.message = label("", "error", inside)
        self.figures = CostFigures(inside)
        self.charts = CostCharts(inside)
        self.bar = CostBar(self.charts, inside)
        self.parameters = CostParametersPanel(document, model, inside)
        self._build()
        self._connect()
        follow_look(self._dress)
        self._arrange()

    # Layout -----------------------------------------------------------------------------------------

    def _build(self) -> None:
        for text in (self.headline, self.staffing, self.message):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setContentsMargins(12, 0, 12, 0)
        for text in (self.staffing, self.message):
            text.setWordWrap(True)
            text.hide()
        self._head = head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(0)
        head.addWidget(self.headline, 1)
        beside = QHBoxLayout()
        beside.setContentsMargins(_BEFORE_LINK, 0, 0, 0)
        beside.addWidget(self.baseline, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        beside.addStretch()  # without a link Qt would take what is left of this for as wide as all may be
        head.addLayout(beside)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.charts, 1)
        self._body.addWidget(self.parameters)
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(_SPACING)
        column.addLayout(head)
        column.addWidget(self.staffing)
        column.addWidget(self.figures)
        column.addWidget(line(self._inside))
        column.addWidget(self.bar)
        column.addWidget(self.message)
        column.addLayout(self._body, 1)
        area = self._area
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _connect(self) -> None:
        self.charts.chart_changed.connect(self._on_chart)
        self.bar.show_parameters.toggled.connect(self._arrange)
        quality = self.charts.quality
        quality.chosen.connect(self._selection.select)
        quality.hovered.connect(self._selection.hover)
        self._selection.hovered_changed.connect(self.charts.show_hovered)
        for link in (self.baseline, self.bar.baseline):
            link.clicked.connect(self.enter_baseline)
        self.parameters.refused.connect(self._refuse)
        self.parameters.accepted.connect(self._accept)
        self._selection.selected_changed.connect(self._on_selected)
        self._document.assessment_changed.connect(self._update)
        self.worker.answered.connect(self._on_answer)
        self.worker.failed.connect(lambda error: self._show_nothing(str(error)))
        self.worker.slow_changed.connect(self._on_slow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parameters stand beside the chart where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        em = look_in_force().base
        wide = self.width() >= _BESIDE * em
        if wide != self._was_wide:
            self._was_wide = wide
            blocked = self.bar.show_parameters.blockSignals(True)
            self.bar.show_parameters.setChecked(wide)
            self.bar.show_parameters.blockSignals(blocked)
        shown = self.bar.show_parameters.isChecked()
        self.parameters.setVisible(shown)
        self.charts.setVisible(wide or not shown)
        share = min(max(_PARAMETERS_SHARE * self.width(), _PARAMETERS_LEAST * em), _PARAMETERS_MOST * em)
        self.parameters.setMinimumWidth(round(share) if wide else 0)
        self.parameters.setMaximumWidth(round(share) if wide else _UNLIMITED)
        # Of the link that is seen: the other one may wear the type before until it is shown.
        link = (self.bar.baseline if self.baseline.isHidden() else self.baseline).sizeHint().width()
        below = link > _BASELINE_SHARE * self.width()
        self._head.setDirection(
            QHBoxLayout.Direction.TopToBottom if below else QHBoxLayout.Direction.LeftToRight
        )
        self.charts.setMinimumHeight(_CHART_LEAST * em)
        width = self.width() - self._area.verticalScrollBar().sizeHint().width()
        least = (_PARAMETERS_IN_SIGHT if shown and not wide else _CHART_LEAST) * em
        is_short = self.height() < self._head_height(width, link, below=below) + least
        self.figures.set_short(is_short)
        is_told = self.view is not None
        self.headline.setHidden(is_short and is_told)
        is_wanted = is_told and not (is_short and shown)  # the parameters have a page for it
        is_in_bar = self.bar.take_baseline(is_wanted and (is_short or below), link, width)
        self.baseline.setVisible(is_wanted and not is_in_bar)
        self._column.setSpacing(_TIGHT if is_short else _SPACING)

    def _head_height(self, width: int, link: int, *, below: bool) -> int:
        """How high all is that stands above the chart while nothing of it has gone.

        Whether something of it has gone now makes no difference to that, or it would come and go by turns.
        """
        words = self.headline.heightForWidth(width - (0 if below else link + _BEFORE_LINK))
        lines = [words, self.bar.sizeHint().height(), 1]
        if self.view is not None:
            lines.append(self.figures.height_of(short=False))
        if self.view is not None and below:
            lines.append(self.baseline.sizeHint().height())
        lines += [each.heightForWidth(width) for each in (self.staffing, self.message) if not each.isHidden()]
        return self._column.contentsMargins().top() + sum(lines) + _SPACING * len(lines)

    def minimumSizeHint(self) -> QSize:
        """May become small: what has no room is shortened or goes."""
        return QSize(20 * look_in_force().base, 9 * look_in_force().base)

    def enter_baseline(self) -> None:
        """Let the user's own cost at home be typed."""
        self.bar.show_parameters.setChecked(True)
        self.parameters.show_page(HOME)
        self.parameters.home.edit(COST_AT_HOME)

    # Showing ----------------------------------------------------------------------------------------

    def _on_chart(self) -> None:
        if not self._was_wide:
            self.bar.show_parameters.setChecked(False)
        self._update_state()

    def _dress(self) -> None:
        """Use other colours and sizes."""
        self._arrange()

    def shutdown(self) -> None:
        """Wait until nothing computes any more; call before the window goes."""
        self.worker.shutdown()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._update()

    def _on_selected(self) -> None:
        self._accept()
        self._update()

    def _update(self) -> None:
        self._is_stale = not self.isVisible()
        if self._is_stale:
            self.worker.cancel()
            return
        scenario, location = self._document.scenario, self._selection.selected
        rate = self._model.rate(scenario.currency)
        dots = quality_dots(self._document.assessment, rate.per_usd)
        self.charts.show_quality(dots, rate.currency, location)
        if not location:
            self.worker.cancel()
            self._show_nothing(t("Select a place on the map or in the ranking to see what it costs."))
            return
        request = cost_request(self._model, scenario, location, self._document.study.own)
        names = (self._name(location), self._name(scenario.home))
        reason = unknown_reason(request.inputs, request.row, 0, names)
        if reason:
            self.worker.cancel()
            self._show_nothing(reason)
        else:
            self.worker.ask(request)

    def _name(self, location: str) -> str:
        return self._document.pack.location(location).name

    def _on_answer(self, answer: CostAnswer) -> None:
        request = answer.request
        home = self._name(answer.result.location_ids[0])
        self.view = CostView(
            self._name(request.location_id),
            home,
            answer.result,
            request.row,
            answer.detail,
            request.parameters,
            self._model.price_year,
            own_results(request.inputs, request.row, request.terms),
        )
        self.headline.setText(headline(self.view))
        self.parameters.show_answer(answer, self.view.name)
        cost = float(answer.result.run_rate.p50[0])
        for link in (self.baseline, self.bar.baseline):
            link.setText(baseline_text(cost, self.view.currency, baseline_basis(request.inputs, 0)))
        self._show_staffing(request.location_id)
        self.figures.show_figures(key_figures(self.view))
        self.figures.show()
        self._show_view("")

    def _show_nothing(self, reason: str) -> None:
        self.view = None
        self.parameters.show_answer(None, "")
        self.staffing.hide()
        self.headline.setText(reason)
        self.figures.hide()
        self._show_view(reason)

    def _show_staffing(self, location: str) -> None:
        """Say that more people are asked for than can be hired there."""
        assessment = self._document.assessment
        flags = assessment.flags(assessment.evaluation.row(location))
        told = [
            t("{flag}. {why}", flag=each.text, why=each.detail_text)
            for each in flags
            if each.kind == STAFFING
        ]
        self.staffing.setText("\n".join(told))
        self.staffing.setVisible(bool(told))

    def _show_view(self, nothing: str) -> None:
        self.charts.show_view(self.view, nothing)
        self._update_state()
        self._arrange()

    def _update_state(self) -> None:
        self.bar.say(self.view.money if self.view else "")

    def _on_slow(self, slow: bool) -> None:
        if slow:
            self.bar.say(t("Computing \N{HORIZONTAL ELLIPSIS}"))
        else:
            self._update_state()

    def _refuse(self, reason: str) -> None:
        self.message.setText(reason)
        self.message.show()
        self._arrange()

    def _accept(self) -> None:
        self.message.hide()
        self._arrange()
