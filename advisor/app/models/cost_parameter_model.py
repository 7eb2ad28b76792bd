"""The parameters of the total cost as a Qt table, edited in place."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from advisor.app.document.document import Document
from advisor.costs.parameters import CostParameter, CostParameters
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.edits.cost_edits import matters, typed_values, with_cost_change, without_cost_changes
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.scenario import Scenario
from advisor.words.formatting import capital, in_sentence
from advisor.words.number_input import NumberError, typed_figure
from advisor.words.plain_text import as_typed
from advisor.words.translation import mark, marked, t

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
CHANGED_ROLE = int(Qt.ItemDataRole.UserRole) + 1
PARAMETER_ROLE = int(Qt.ItemDataRole.UserRole) + 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Part(IntEnum):
    """Columns of the table."""

    NAME = 0
    LOW = 1
    LIKELY = 2
    HIGH = 3
    UNIT = 4
    BASIS = 5
    RESET = 6


ENDS = (Part.LOW, Part.LIKELY, Part.HIGH)
HEADINGS = {
    Part.NAME: (mark("Parameter"), mark("What the total cost is computed with.")),
    Part.LOW: (mark("Low"), mark("Lower end. Double-click to change it.")),
    Part.LIKELY: (
        mark("Likely"),
        mark("The figure that the likely cost is computed with. Double-click to change it."),
    ),
    Part.HIGH: (mark("High"), mark("Upper end. Double-click to change it.")),
    Part.UNIT: (mark("Unit"), mark("What it counts; what a percentage is taken of is told on hover.")),
    Part.BASIS: (mark("Basis"), mark("The source, the word assumption, or your own figure.")),
    Part.RESET: ("", mark("Take the source's figures again.")),
}


class CostParameterModel(QAbstractTableModel):
    """The parameters that have an effect under the scenario's terms.

    An edit goes through the undo stack. While an editor is open, ``preview``
    puts what is typed in force as far as it can be; the whole edit is one step.

    Signals:
        refused: why a figure could not be taken, a sentence; nothing has changed.
        accepted: the last figure was taken.
    """

    refused = Signal(str)
    accepted = Signal()

    def __init__(self, document: Document, model: CostModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._model = model
        self._before: Scenario | None = None
        self._parameters = model.of(document.scenario).parameters
        self._ids = self._wanted()
        document.assessment_changed.connect(self._refresh)

    @property
    def parameters(self) -> CostParameters:
        """The parameters in force."""
        return self._parameters

    @property
    def ids(self) -> tuple[str, ...]:
        """The parameters that are listed."""
        return self._ids

    # What Qt asks -----------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """One row a parameter."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:  # noqa: N802
        """The parts of a row."""
        return 0 if parent.isValid() else len(Part)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Title and explanation of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Part):
            return None
        title, tip = map(marked, HEADINGS[Part(section)])
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: title,
            Qt.ItemDataRole.ToolTipRole: as_typed(tip),
            Qt.ItemDataRole.TextAlignmentRole: _RIGHT if section in ENDS else _LEFT,
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Low, likely and high can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() in ENDS else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Texts, figures to edit, and whether the user changed them."""
        if not index.isValid():
            return None
        parameter, part = self.parameter(index), Part(index.column())
        original = self._parameters.originals[parameter.id]
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: self._text(parameter, part),
            Qt.ItemDataRole.EditRole: lambda: self._text(parameter, part),
            Qt.ItemDataRole.ToolTipRole: lambda: as_typed(self._tip(parameter, original, part)),
            Qt.ItemDataRole.TextAlignmentRole: lambda: _RIGHT if part in ENDS else _LEFT,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(parameter, part),
            CHANGED_ROLE: lambda: self._is_changed(parameter, original, part),
            PARAMETER_ROLE: lambda: parameter,
        }
        return answers[role]() if role in answers else None

    def parameter(self, index: Index) -> CostParameter:
        """The parameter of a row."""
        return self._parameters[self._ids[index.row()]]

    # Edits ------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Take what was typed, or refuse it and leave everything as it was."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or index.column() not in ENDS:
            return False
        try:
            self._put(index, str(value))
        except (NumberError, ScenarioError) as error:
            self.take_back()
            self.refused.emit(self._in_words(str(error), self.parameter(index)))
            return False
        self.accepted.emit()
        return True

    def begin_edit(self) -> None:
        """From here to ``end_edit`` all edits are one step that can be undone."""
        self._before = self._document.scenario
        self._document.begin_gesture()

    def preview(self, index: Index, text: str) -> None:
        """Put in force what has been typed so far, or what was there before if that cannot be."""
        try:
            self._put(index, text)
        except (NumberError, ScenarioError):
            self.take_back()

    def take_back(self) -> None:
        """Put in force what was there when the editor was opened."""
        if self._before is not None:
            self._document.edit(self._before, t("change a cost parameter"))

    def end_edit(self) -> None:
        """The editor has been closed."""
        if self._before is not None:
            self._before = None
            self._document.end_gesture()

    def reset(self, *parameters: str) -> None:
        """Take the pack's values again, for all parameters where none are named."""
        keys = parameters or self._parameters.changed
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

    @staticmethod
    def _in_words(message: str, parameter: CostParameter) -> str:
        return message.replace(parameter.id, parameter.label, 1)

    def _refresh(self) -> None:
        self._parameters = self._model.of(self._document.scenario).parameters
        ids = self._wanted()
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
            return
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Part) - 1))

    def _wanted(self) -> tuple[str, ...]:
        terms = self._model.of(self._document.scenario).terms
        return tuple(key for key in self._parameters if matters(self._parameters[key], terms))

    # Texts ------------------------------------------------------------------------------------------

    def _text(self, parameter: CostParameter, part: Part) -> str:
        if part in ENDS:
            return typed_figure(parameter.values[part - Part.LOW])
        texts = {Part.NAME: parameter.label, Part.UNIT: parameter.unit, Part.BASIS: self._basis(parameter)}
        return texts.get(part, "")

    def _basis(self, parameter: CostParameter) -> str:
        if parameter.basis == "user":
            return t("your figure")
        if parameter.basis == "assumption":
            return t("assumption")
        sources = self._document.pack.sources
        names = [sources[key].publisher or key if key in sources else key for key in parameter.source_ids]
        return ", ".join(name.partition(" (")[0] for name in dict.fromkeys(names))

    def _spoken(self, parameter: CostParameter, part: Part) -> str:
        text = self._text(parameter, part)
        if part not in ENDS:
            return text
        return t(
            "{parameter}, {end}: {number} {unit}",
            parameter=parameter.label,
            end=marked(HEADINGS[part][0]),
            number=text,
            unit=parameter.unit,
        )

    @staticmethod
    def _is_changed(parameter: CostParameter, original: CostParameter, part: Part) -> bool:
        if part in ENDS:
            at = part - Part.LOW
            return parameter.values[at] != original.values[at]
        return parameter.values != original.values

    def _tip(self, parameter: CostParameter, original: CostParameter, part: Part) -> str:
        if part is Part.RESET:
            return marked(HEADINGS[part][1]) if parameter.basis == "user" else ""
        about = {"parameter": parameter.label, "unit": parameter.unit, "base": original.base}
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
