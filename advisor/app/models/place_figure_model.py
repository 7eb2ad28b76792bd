"""Pay, rates and prices of one location as a Qt table: estimates until the user says better."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject

from advisor.app.document.document import Document
from advisor.app.models.range_table_model import ENDS, HEADINGS, Index, Part, RangeTableModel
from advisor.app.workers.cost_worker import CostAnswer
from advisor.costs.inputs import CostInputs
from advisor.costs.own_costs import PLACE_FIGURES
from advisor.costs.parameters import CostParameters
from advisor.costs.ranges import Range
from advisor.costs.terms import DeliveryModel
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.edits.own_costs import (
    AT_HOME,
    AT_SITE,
    COST_AT_HOME,
    PRICE,
    WAGE,
    OwnValue,
    Values,
    own_value,
    shown_values,
    with_own_value,
    without_own_values,
)
from advisor.views.place_figures import figure_meaning, figure_name, figure_unit
from advisor.words.dates import date_text
from advisor.words.formatting import in_sentence
from advisor.words.number_input import NumberError, parse_figure, typed_figure
from advisor.words.translation import marked, t

_UNKNOWN = (math.nan, math.nan, math.nan)
_RANGES = (WAGE, "benefits_pct", "attrition_pct", "real_wage_growth_pct", "currency_drift_pct")


@dataclass(frozen=True, slots=True)
class PlaceFigure:
    """One row.

    Attributes:
        id: of the figure.
        label, unit: what people read.
        estimate: low, likely, high without the user; NaN where unknown. Money in the scenario's currency.
        own: what the user says, None for nothing.
        values: in force.
    """

    id: str
    label: str
    unit: str
    estimate: Values
    own: OwnValue | None
    values: Values

    @property
    def is_range(self) -> bool:
        """Whether it has a low and a high end."""
        return self.id in _RANGES


class PlaceFigureModel(RangeTableModel):
    """What can be overruled for one location: home, or the selected one.

    Args:
        document: whose study is edited.
        model: the pack's cost model.
        at_home: whether the table is of home, where the work is in-house.
    """

    def __init__(
        self, document: Document, model: CostModel, parent: QObject | None = None, *, at_home: bool
    ) -> None:
        super().__init__(document, parent)
        self._model, self._at_home = model, at_home
        self._answer: CostAnswer | None = None
        self._rows: dict[str, PlaceFigure] = {}
        document.assessment_changed.connect(self._refresh)

    @property
    def location(self) -> str:
        """The location that the table is of; empty for none."""
        if self._answer is None:
            return ""
        return self._answer.request.inputs.location_ids[0 if self._at_home else self._answer.request.row]

    @property
    def rows(self) -> dict[str, PlaceFigure]:
        """The rows by their ids."""
        return self._rows

    def show_answer(self, answer: CostAnswer | None) -> None:
        """Take the estimates from a costing; None for no location."""
        self._answer = answer
        wanted: tuple[str, ...] = ()
        self._rows = {}
        if answer is not None and (self._at_home or answer.request.row != 0):
            wanted = AT_HOME if self._at_home else AT_SITE
            if answer.request.terms.delivery is not DeliveryModel.PROVIDER:
                wanted = tuple(each for each in wanted if each != PRICE)
            self._rows = {figure: self._row(answer, figure) for figure in wanted}
        self._show_ids(wanted)

    def parameter(self, index: Index) -> PlaceFigure:
        """The figure of a row."""
        return self._rows[self._ids[index.row()]]

    def basis(self, index: Index) -> str:
        """Whose it is."""
        return "user" if self.parameter(index).own else "estimate"

    def reset(self, *ids: str) -> None:
        """Take the estimates again, for all figures of the location where none are named."""
        ids = ids or tuple(key for key, row in self._rows.items() if row.own)
        if not ids:
            return
        if len(ids) == 1:
            text = t("take the estimate of {name} again", name=in_sentence(self._rows[ids[0]].label))
        else:
            text = t("take the estimates of a location again")
        self._document.edit_study(without_own_values(self._document.study, self.location, ids), text)
        self.accepted.emit()

    def note(self, row: int) -> str:
        """Where the user's figure comes from; empty for an estimate."""
        own = self._rows[self._ids[row]].own
        return own.note if own else ""

    def set_note(self, row: int, note: str) -> None:
        """Say where the user's figure comes from."""
        figure = self._rows[self._ids[row]]
        if figure.own is not None and note != figure.own.note:
            self._enter(figure, figure.values, note)

    # Edits ------------------------------------------------------------------------------------------

    def _put(self, index: Index, text: str) -> None:
        figure = self.parameter(index)
        typed = parse_figure(text, for_source=True)
        if typed is None:
            after = without_own_values(self._document.study, self.location, {figure.id})
            self._document.edit_study(after, t("change {name}", name=in_sentence(figure.label)))
            return
        self._enter(figure, _changed_values(figure, index.column() - Part.LOW, typed))

    def _enter(self, figure: PlaceFigure, values: Values, note: str | None = None) -> None:
        study = self._document.study
        kept = figure.own.note if figure.own and note is None else note or ""
        per_usd = self._model.rate(study.scenario.currency).per_usd
        after = with_own_value(study, self.location, figure.id, values, per_usd, kept)
        self._document.edit_study(after, t("enter your own {name}", name=in_sentence(figure.label)))

    # Rows -------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """What the user says counts at once; estimates follow with the next costing."""
        answer = self._answer
        is_of_home = answer and answer.request.inputs.location_ids[0] == self._document.scenario.home
        self.show_answer(answer if is_of_home else None)

    def _row(self, answer: CostAnswer, figure: str) -> PlaceFigure:
        study = self._document.study
        scenario = study.scenario
        own = own_value(study, self.location, figure)
        estimate = self._estimate(answer, figure)
        values = estimate
        if own is not None:
            values = shown_values(own, scenario, lambda code: self._model.rate(code).per_usd)
        return PlaceFigure(
            figure, figure_name(figure), figure_unit(figure, scenario.currency), estimate, own, values
        )

    def _estimate(self, answer: CostAnswer, figure: str) -> Values:
        """What is in force in the costing, rounded: an estimate is not known to the cent."""
        request, result = answer.request, answer.result
        row = 0 if self._at_home else request.row
        if figure == WAGE and self._at_home:  # in-house pay knows no premium and no provider's pay
            wage, per_usd = request.inputs.base_wage, request.rate.per_usd
            ends = [float(end[row]) * per_usd for end in (wage.low, wage.likely, wage.high)]
        elif figure in (WAGE, COST_AT_HOME, PRICE):
            names = {WAGE: "wage_month", COST_AT_HOME: "run_rate", PRICE: "price_hour"}
            found = getattr(result, names[figure])
            ends = [float(end[row]) for end in (found.p10, found.p50, found.p90)]
        else:
            ends = list(_of_inputs(request.inputs, request.parameters, figure, row))
        low, likely, high = (_rounded(end) for end in ends)
        return low, likely, high

    # Texts ------------------------------------------------------------------------------------------

    def _editable(self, index: Index) -> bool:
        part = index.column()
        return part == Part.LIKELY or (part in ENDS and self.parameter(index).is_range)

    def _text(self, index: Index, part: Part) -> str:
        figure = self.parameter(index)
        if part in ENDS:
            value = figure.values[part - Part.LOW]
            return typed_figure(value) if self._editable(index) and not math.isnan(value) else ""
        basis = t("yours") if figure.own else t("estimate")
        return {Part.NAME: figure.label, Part.UNIT: figure.unit, Part.BASIS: basis}.get(part, "")

    def _changed(self, index: Index, _part: Part) -> bool:
        return self.parameter(index).own is not None

    def _tip(self, index: Index, part: Part) -> str:
        figure = self.parameter(index)
        if part is Part.RESET:
            return marked(HEADINGS[part][1]) if figure.own else ""
        lines = [figure_meaning(figure.id)]
        if figure.own is None:
            lines.append(t("An estimate. Double-click a figure to enter your own."))
        else:
            day = figure.own.date
            lines.append(t("Your figure, entered {day}.", day=date_text(day)) if day else t("Your figure."))
            if figure.own.note:
                lines.append(figure.own.note)
        return "\n".join(lines)


def _changed_values(figure: PlaceFigure, end: int, typed: float) -> Values:
    """Low, likely and high after one was typed: who types one figure first, means that figure for sure.

    Raises:
        NumberError: the three no longer rise.
    """
    low, likely, high = figure.values
    is_one = figure.own is None or low == likely == high
    if any(map(math.isnan, figure.values)):
        return typed, typed, typed
    if end == 1 and (is_one or not figure.is_range):
        return typed, typed, typed
    values = [low, likely, high]
    values[end] = typed
    if not values[0] <= values[1] <= values[2]:
        shown = [typed_figure(value) for value in values]
        raise NumberError(
            t(
                "{name}: low, likely and high must rise; they would be {low}, {likely} and {high}.",
                name=figure.label,
                low=shown[0],
                likely=shown[1],
                high=shown[2],
            )
        )
    return values[0], values[1], values[2]


def _of_inputs(inputs: CostInputs, parameters: CostParameters, figure: str, row: int) -> Values:
    found = getattr(inputs, PLACE_FIGURES[figure])
    if not isinstance(found, Range):
        value = float(found[row])
        return value, value, value
    ends = (float(found.low[row]), float(found.likely[row]), float(found.high[row]))
    if any(map(math.isnan, ends)):  # every place without a figure takes the general one
        return parameters[figure].values if figure in parameters else _UNKNOWN
    return ends


def _rounded(value: float) -> float:
    return float(f"{value:.3g}") if math.isfinite(value) else math.nan
