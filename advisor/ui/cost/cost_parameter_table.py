"""The table of cost parameters: figures are edited where they stand, with effect while typing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from advisor.app.models.range_table_model import CHANGED_ROLE, ENDS, HEADINGS, Part, RangeTableModel
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.icons import icon
from advisor.ui.widgets.copied_table import TableCopying
from advisor.ui.widgets.row_heights import give_lines
from advisor.words.data_words import data_text
from advisor.words.formatting import in_sentence
from advisor.words.number_input import NumberError, parse_figure, typed_figure
from advisor.words.translation import marked, t

Index = QModelIndex | QPersistentModelIndex
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_FAST = 10
# Widths in units of the type size; the name gets the rest.
_FIGURE = 4.2
_WIDTHS = {Part.UNIT: 5.2, Part.BASIS: 5.5, Part.RESET: 1.7}
_BASIS_AMPLE = 10.0
# Of the column of names: below the first the units go, below the second who says so.
_NAME_LEAST, _NAME_LEAST_ALONE = 14.0, 10.0
_CELL_EDGES = 14  # pixels beside the words of a cell
_IN_A_CELL = 12  # of these, what Qt keeps free
_SHEET = """QTableView { border: none; }
QTableView::item { padding: 0 3px; border: none; }
QHeaderView::section { padding: 3px 6px; }"""  # over the words of the cells
_EDITOR_SHEET = "QLineEdit { min-height: 0; max-height: 999px; padding: 0 3px; border-radius: 3px; }"


class CostParameterDelegate(QStyledItemDelegate):
    """Marks what the user changed, and lets figures be typed or stepped with the arrow keys."""

    def __init__(self, model: RangeTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.units_inline = False  # whether units stand behind the names because their column has no room
        self.basis_short = False  # whether there is no room for who publishes a figure
        self._reset = icon("reset", "accent")

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Changed figures are bold and in the accent colour; what is secondary is small and quiet."""
        super().initStyleOption(option, index)
        part, changed = Part(index.column()), bool(index.data(CHANGED_ROLE))
        colour = look_in_force().accent if changed else look_in_force().text
        if part in (Part.UNIT, Part.BASIS):
            option.font.setPixelSize(look_in_force().small)
            colour = look_in_force().accent if changed and part is Part.BASIS else look_in_force().quiet
        if part is Part.NAME:
            option.text = self.name_text(index)
        else:
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText
        if part is Part.BASIS and self.basis_short and self._model.basis(index) == "source":
            option.text = t("source")
        option.font.setBold(changed and part in (*ENDS, Part.NAME))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, QColor(colour))

    def name_text(self, index: Index) -> str:
        """What a row is called, with its unit where that has no column."""
        name, unit = str(index.data()), self._model.parameter(index).unit
        is_said = self.units_inline and unit != "%"
        return t("{what}, {unit}", what=name, unit=data_text(unit)) if is_said else name

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell, and in the last column the arrow back to the source."""
        super().paint(painter, option, index)
        if index.column() == Part.RESET and index.data(CHANGED_ROLE):
            side = 14
            place = QRect(0, 0, side, side)
            place.moveCenter(option.rect.center())
            self._reset.paint(painter, place)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field whose text is in force as it is typed."""
        field = QLineEdit(parent)
        parameter = self._model.parameter(index)
        heading = in_sentence(marked(HEADINGS[Part(index.column())][0]))
        field.setAccessibleName(t("{parameter}, {column}", parameter=parameter.label, column=heading))
        field.setStyleSheet(_EDITOR_SHEET)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        place = QPersistentModelIndex(index)
        field.textEdited.connect(lambda text: self._model.preview(place, text))
        self._model.begin_edit()
        return field

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The edit is over."""
        self._model.end_edit()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start from the figure in force, all of it selected; never overwrite what is being typed."""
        if isinstance(editor, QLineEdit) and not editor.isModified() and not editor.text():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed; the model judges it."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            self._model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Up and Down step the figure, with Shift by ten; Escape takes everything back."""
        if isinstance(editor, QLineEdit) and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() == QEvent.Type.KeyPress and key in _STEPS:
                fast = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._step(editor, _STEPS[key] * (_FAST if fast else 1))
                return True
            if event.type() == QEvent.Type.KeyPress and key == Qt.Key.Key_Escape:
                self._model.take_back()
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
                return True
        return super().eventFilter(editor, event)

    @staticmethod
    def _step(editor: QLineEdit, step: int) -> None:
        try:
            figure = parse_figure(editor.text())
        except NumberError:
            return
        editor.setText(typed_figure((figure or 0.0) + step))
        editor.setModified(True)
        editor.textEdited.emit(editor.text())


class CostParameterTable(QTableView):
    """Figures by row; a double click, F2 or a digit edits a figure, Delete takes the source's again."""

    def __init__(
        self, model: RangeTableModel, parent: QWidget | None = None, *, figure_width: float = _FIGURE
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._widths = {**dict.fromkeys(ENDS, figure_width), **_WIDTHS}
        self._delegate = CostParameterDelegate(model, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_SHEET)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(t("Cost parameters"))
        self.copying = TableCopying(self, t("The table"))
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.clicked.connect(self._on_click)
        model.modelReset.connect(self._fit)
        follow_look(self._dress)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        self.verticalHeader().setMinimumSectionSize(look.base + 10)
        self.verticalHeader().setDefaultSectionSize(look.base + 10)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return edits, Delete takes the source's figures again."""
        index = self.currentIndex()
        if self.state() == QTableView.State.EditingState:  # keys that the open editor has let through
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index if index.column() in ENDS else index.siblingAtColumn(Part.LIKELY))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            self._model.reset(self._model.parameter(index).id)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        em = look_in_force().base
        widths = {part: round(width * em) for part, width in self._widths.items()}
        widths |= {part: max(widths[part], self._heading_width(part)) for part in ENDS}
        widths[Part.BASIS] = max(widths[Part.BASIS], self._basis_width())
        room = self.viewport().width()
        for part, least in ((Part.UNIT, _NAME_LEAST), (Part.BASIS, _NAME_LEAST_ALONE)):
            is_shown = room - sum(widths.values()) >= least * em
            self.setColumnHidden(part, not is_shown)
            if not is_shown:
                widths[part] = 0
        self._delegate.units_inline = not widths[Part.UNIT]
        rest = room - sum(widths.values())
        name = min(rest, self._name_width()) if widths[Part.BASIS] else rest
        widths[Part.BASIS] += rest - name
        self._delegate.basis_short = widths[Part.BASIS] < _BASIS_AMPLE * em
        for part, width in {**widths, Part.NAME: name}.items():
            self.setColumnWidth(part, max(width, 0))
        give_lines(self, self._names, name - _IN_A_CELL, self._changed_face)

    @property
    def _names(self) -> list[str]:
        rows = range(self._model.rowCount())
        return [self._delegate.name_text(self._model.index(row, Part.NAME)) for row in rows]

    @property
    def _changed_face(self) -> QFontMetrics:
        """Of names whose figures were changed, which are the widest."""
        font = QFont(self.font())
        font.setBold(True)
        return QFontMetrics(font)

    def _name_width(self) -> int:
        """What the longest name needs to be read in one line."""
        return max(map(self._changed_face.horizontalAdvance, self._names), default=0) + _CELL_EDGES

    def _heading_width(self, part: Part) -> int:
        """What a heading needs to keep off its neighbours."""
        text = str(self._model.headerData(part, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
        return self.horizontalHeader().fontMetrics().horizontalAdvance(text) + _CELL_EDGES

    def _basis_width(self) -> int:
        """What the words for where a figure comes from need."""
        font = QFont(self.font())
        font.setPixelSize(look_in_force().small)
        words = (t("assumption"), t("source"))
        return max(map(QFontMetrics(font).horizontalAdvance, words)) + _CELL_EDGES

    def _on_click(self, index: QModelIndex) -> None:
        if index.column() == Part.RESET and index.data(CHANGED_ROLE):
            self._model.reset(self._model.parameter(index).id)
