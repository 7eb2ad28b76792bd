"""The parameters of the total cost, for all locations, as a Qt table, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QObject

from advisor.app.document.document import Document
from advisor.app.models.range_table_model import ENDS, HEADINGS, Index, Part, RangeTableModel
from advisor.costs.parameters import CostParameter, CostParameters
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.edits.cost_edits import matters, typed_values, with_cost_change, without_cost_changes
from advisor.words.data_words import data_text
from advisor.words.formatting import capital, in_sentence
from advisor.words.number_input import typed_figure
from advisor.words.translation import marked, t


class CostParameterModel(RangeTableModel):
    """The parameters that have an effect under the scenario's terms."""

    def __init__(self, document: Document, model: CostModel, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        self._model = model
        self._parameters = model.of(document.scenario).parameters
        self._ids = self._wanted()
        document.assessment_changed.connect(self._refresh)

    @property
    def parameters(self) -> CostParameters:
        """The parameters in force."""
        return self._parameters

    def parameter(self, index: Index) -> CostParameter:
        """The parameter of a row."""
        return self._parameters[self._ids[index.row()]]

    def basis(self, index: Index) -> str:
        """What it rests on."""
        return self.parameter(index).basis

    def reset(self, *ids: str) -> None:
        """Take the pack's values again, for all parameters where none are named."""
        keys = ids or self._parameters.changed
        if len(keys) == 1:
            text = t("reset {name}", name=in_sentence(self._parameters[keys[0]].label))
        else:
            text = t("reset the cost parameters")
        self._document.edit(without_cost_changes(self._document.scenario, set(keys)), text)
        self.accepted.emit()

    def _put(self, index: Index, text: str) -> None:
        now = self.parameter(index)
        original = self._parameters.originals[now.id]
        values = typed_values(text, index.column() - Part.LOW, now, original)
        after = with_cost_change(self._document.scenario, original, values)
        self._model.of(after)  # refuses what cannot be before anything is assessed
        self._document.edit(after, t("change {name}", name=in_sentence(now.label)))

    def _refresh(self) -> None:
        self._parameters = self._model.of(self._document.scenario).parameters
        self._show_ids(self._wanted())

    def _wanted(self) -> tuple[str, ...]:
        terms = self._model.of(self._document.scenario).terms
        return tuple(key for key in self._parameters if matters(self._parameters[key], terms))

    # Texts ------------------------------------------------------------------------------------------

    def _text(self, index: Index, part: Part) -> str:
        parameter = self.parameter(index)
        if part in ENDS:
            return typed_figure(parameter.values[part - Part.LOW])
        texts = {
            Part.NAME: parameter.label,
            Part.UNIT: data_text(parameter.unit),
            Part.BASIS: self._basis_text(parameter),
        }
        return texts.get(part, "")

    def _basis_text(self, parameter: CostParameter) -> str:
        if parameter.basis == "user":
            return t("your figure")
        if parameter.basis == "assumption":
            return t("assumption")
        sources = self._document.pack.sources
        names = [sources[key].publisher or key if key in sources else key for key in parameter.source_ids]
        return ", ".join(name.partition(" (")[0] for name in dict.fromkeys(names))

    def _changed(self, index: Index, part: Part) -> bool:
        parameter = self.parameter(index)
        original = self._parameters.originals[parameter.id]
        if part in ENDS:
            at = part - Part.LOW
            return parameter.values[at] != original.values[at]
        return parameter.values != original.values

    def _tip(self, index: Index, part: Part) -> str:
        parameter = self.parameter(index)
        original = self._parameters.originals[parameter.id]
        if part is Part.RESET:
            return marked(HEADINGS[part][1]) if parameter.basis == "user" else ""
        about = {"parameter": parameter.label, "unit": data_text(parameter.unit), "base": original.base}
        lines = [
            t("{parameter}, {unit} of {base}", **about)
            if original.base
            else t("{parameter}, {unit}", **about)
        ]
        if parameter.values != original.values:
            figures = " / ".join(typed_figure(value) for value in original.values)
            lines.append(t("Your figure. Before: {figures} ({basis})", figures=figures, basis=original.basis))
        elif original.basis == "assumption":
            lines.append(t("Assumption: no source gives it."))
        sources = self._document.pack.sources
        lines += [sources[key].attribution if key in sources else key for key in original.source_ids]
        if original.note:
            lines.append(t("{message}.", message=capital(original.note)))
        if original.published:
            lines.append(t("Published: {figures}", figures="\n".join(original.published)))
        return "\n".join(lines)
