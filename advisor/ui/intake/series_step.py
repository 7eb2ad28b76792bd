"""The second step: what each series becomes, with a picture of it and everything that can be changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from advisor.core.criteria import themes_of
from advisor.datapack.schema import DataPack
from advisor.scenario.intake.plan import Plan, SeriesPlan
from advisor.scenario.intake.proposals import (
    OWN_THEME,
    Target,
    TargetKind,
    currency_in,
    kind_name,
    new_criterion,
    rate_ids,
    usual_theme_weight,
    usual_weight,
)
from advisor.scenario.study.own_data import OwnCriterion
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.ui.charts.scene_view import SceneView
from advisor.ui.widgets.piecemeal import Piecemeal
from advisor.ui.widgets.search_combo import SearchCombo
from advisor.ui.widgets.small_widgets import ChoiceBox, ElidedLabel, empty_layout, label, line
from advisor.views.intake.distribution_scene import distribution_scene
from advisor.views.intake.intake_texts import known_text, years_text
from advisor.views.place_figures import figure_name
from advisor.words.formatting import plain_number
from advisor.words.number_input import NumberError, parse_figure
from advisor.words.plain_text import as_typed
from advisor.words.translation import t, tc, tn

_MOST_SHOWN = 40  # series: of more, somebody leaves out columns first
_AT_ONCE = 1  # card that is made before the window goes on
_PICTURE = (230, 96)


class SeriesCard(QFrame):
    """One series.

    Signals:
        changed: key of the series and what it becomes.
    """

    changed = Signal(str, object)

    def __init__(self, plan: SeriesPlan, pack: DataPack, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.key = plan.series.key
        self._pack, self._study, self._plan = pack, study, plan
        self.title = ElidedLabel(plan.series.label, self)
        self.title.setProperty("role", "section")
        self.count = label("", "quiet", self)
        self.count.setWordWrap(True)
        self.kind = ChoiceBox(self)
        self.kind.setAccessibleName(t("What {series} becomes", series=plan.series.label))
        for kind in TargetKind:
            if kind in (TargetKind.WAGE, TargetKind.RATE, TargetKind.QUOTE) and pack.costs is None:
                continue
            self.kind.addItem(kind_name(kind), kind)
        self.kind.activated.connect(self._on_kind)
        self.picture = SceneView(t("How the figures are spread"), size=_PICTURE)
        self.picture.setFixedSize(*_PICTURE)
        self.problem = label("", "error", self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._fields = QWidget(self)
        self.fields: dict[str, QLineEdit | ChoiceBox | SearchCombo] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.count, 1, 0)
        grid.addWidget(self.kind, 2, 0)
        grid.addWidget(self.picture, 0, 1, 3, 1)
        grid.addWidget(self._fields, 3, 0, 1, 2)
        grid.addWidget(self.problem, 4, 0, 1, 2)
        grid.addWidget(line(self), 5, 0, 1, 2)
        self._form = QGridLayout(self._fields)
        self._form.setContentsMargins(0, 4, 0, 0)
        self._form.setHorizontalSpacing(8)
        self._form.setVerticalSpacing(4)
        self._shown: TargetKind | None = None
        self.show_plan(plan)

    def show_plan(self, plan: SeriesPlan) -> None:
        """Show what the series becomes now."""
        self._plan = plan
        target = plan.target
        self.kind.setCurrentIndex(self.kind.findData(target.kind))
        places = known_text(plan)
        years = years_text(plan)
        self.count.setText(t("{places}; {years}", places=places, years=years) if years else places)
        self.kind.setToolTip(as_typed(target.why))
        if self._shown is not target.kind:
            self._make_fields(target)
        self._fill(target)
        unit = target.new.unit if target.new is not None else plan.series.unit
        self.picture.show_scene(partial(distribution_scene, list(plan.values), unit, target.new))
        self.problem.hide()

    # Fields -------------------------------------------------------------------------------------------

    def _make_fields(self, target: Target) -> None:
        empty_layout(self._form)
        self.fields.clear()
        self._shown = target.kind
        if target.kind is TargetKind.NEW:
            self._new_fields()
        elif target.kind is TargetKind.CRITERION:
            entries = [(criterion.id, criterion.name) for criterion in self._pack.criteria]
            combo = SearchCombo(entries, self)
            combo.chosen.connect(lambda key: self._tell(replace(self._plan.target, criterion=key)))
            self._put(0, 0, "criterion", t("Criterion"), combo, 5)
        elif target.kind is TargetKind.RATE:
            rates = ChoiceBox(self)
            for rate in rate_ids():
                rates.addItem(figure_name(rate), rate)
            rates.activated.connect(
                lambda _at: self._tell(replace(self._plan.target, rate=str(rates.currentData())))
            )
            self._put(0, 0, "rate", t("Rate"), rates, 5)
        elif target.kind in (TargetKind.WAGE, TargetKind.QUOTE):
            self._money_fields(target.kind)
        self._fields.setVisible(bool(self.fields))

    def _new_fields(self) -> None:
        direction = ChoiceBox(self)
        direction.addItem(t("more is better"), "up")
        direction.addItem(t("less is better"), "down")
        transform = ChoiceBox(self)
        transform.addItem(t("differences count"), "linear")
        transform.addItem(t("ratios count (logarithmic)"), "log")
        theme = ChoiceBox(self)
        for key in themes_of(self._pack.criteria):
            theme.addItem(self._pack.theme_label(key), key)
        if theme.findData(OWN_THEME) < 0:
            theme.addItem(t("Your own"), OWN_THEME)
        for box in (direction, transform):
            box.activated.connect(lambda _at: self._on_field())
        theme.activated.connect(lambda _at: self._on_theme())
        self._put(0, 0, "label", t("Name"), QLineEdit(self), 3)
        self._put(0, 4, "unit", t("Unit"), QLineEdit(self))
        self._put(1, 0, "direction", t("Direction"), direction)
        self._put(1, 2, "lower", t("Goalposts"), QLineEdit(self))
        self._put(1, 4, "upper", t("to"), QLineEdit(self))
        self._put(2, 0, "theme", t("Theme"), theme)
        self._put(2, 2, "weight", t("Weight"), QLineEdit(self))
        self._put(2, 4, "transform", t("Scale"), transform)
        for name in ("label", "unit", "lower", "upper", "weight"):
            field = self.fields[name]
            assert isinstance(field, QLineEdit)
            field.editingFinished.connect(self._on_field)

    def _money_fields(self, kind: TargetKind) -> None:
        currency, per = QLineEdit(self), ChoiceBox(self)
        currency.setMaxLength(3)
        choices = (
            ((tc("pay per", "a year"), "year"), (t("a month"), "month"))
            if kind is TargetKind.WAGE
            else ((t("an hour"), "hour"), (t("a month"), "month"))
        )
        for text, key in choices:
            per.addItem(text, key)
        currency.editingFinished.connect(self._on_money)
        per.activated.connect(lambda _at: self._on_money())
        self._put(0, 0, "currency", t("Currency"), currency)
        self._put(0, 2, "per", t("Period"), per)

    def _put(
        self,
        row: int,
        column: int,
        name: str,
        text: str,
        field: QLineEdit | ChoiceBox | SearchCombo,
        span: int = 1,
    ) -> None:
        field.setAccessibleName(t("{field} of {series}", field=text, series=self._plan.series.label))
        field.setMinimumWidth(140 if isinstance(field, ChoiceBox) else 70)
        self.fields[name] = field
        self._form.addWidget(label(text, "quiet", self), row, column)
        self._form.addWidget(field, row, column + 1, 1, span)

    def _fill(self, target: Target) -> None:
        made = target.new
        if made is not None:
            self._write("label", made.label)
            self._write("unit", made.unit)
            for name in ("lower", "upper", "weight"):
                self._write(name, plain_number(getattr(made, name)))
            for name in ("direction", "theme", "transform"):
                box = self.fields[name]
                assert isinstance(box, ChoiceBox)
                box.setCurrentIndex(box.findData(getattr(made, name)))
        if "criterion" in self.fields:
            combo = self.fields["criterion"]
            assert isinstance(combo, SearchCombo)
            combo.show_key(target.criterion)
        for name, key in (("rate", target.rate), ("per", target.per)):
            box = self.fields.get(name)  # type: ignore[assignment]
            if isinstance(box, ChoiceBox):
                box.setCurrentIndex(box.findData(key))
        if "currency" in self.fields:
            self._write("currency", target.currency)

    def _write(self, name: str, text: str) -> None:
        field = self.fields[name]
        assert isinstance(field, QLineEdit)
        if field.text() != text and not field.hasFocus():
            field.setText(text)
            field.setCursorPosition(0)

    def _text(self, name: str) -> str:
        field = self.fields[name]
        assert isinstance(field, QLineEdit)
        return field.text().strip()

    def _data(self, name: str) -> str:
        field = self.fields[name]
        assert isinstance(field, ChoiceBox)
        return str(field.currentData())

    # Edits --------------------------------------------------------------------------------------------

    def _on_kind(self, _at: int) -> None:
        kind, series = TargetKind(self.kind.currentData()), self._plan.series
        if kind is TargetKind.NEW:
            self._tell(Target(kind, new=new_criterion(series, self._pack, self._study)))
        elif kind is TargetKind.CRITERION:
            self._tell(Target(kind, self._pack.criteria[0].id, takes_unit=True))
        elif kind is TargetKind.RATE:
            self._tell(Target(kind, rate=rate_ids()[0]))
        elif kind in (TargetKind.WAGE, TargetKind.QUOTE):
            currency = currency_in(series.unit) or currency_in(series.label) or self._study.scenario.currency
            self._tell(Target(kind, currency=currency, per="year" if kind is TargetKind.WAGE else "hour"))
        else:
            self._tell(Target(kind))

    def _on_theme(self) -> None:
        """A theme has a scale of weights of its own."""
        made = self._plan.target.new
        if made is not None:
            theme = self._data("theme")
            is_new = theme not in themes_of(self._pack.criteria)
            changed = replace(
                made,
                theme=theme,
                theme_label=t("Your own") if is_new else "",
                weight=usual_weight(self._pack, self._study, theme),
                theme_weight=usual_theme_weight(self._pack, self._study) if is_new else None,
            )
            self._tell(replace(self._plan.target, new=changed))

    def _on_money(self) -> None:
        per = self._data("per")
        currency = self._text("currency").upper()
        target = replace(self._plan.target, currency=currency, per=per)  # type: ignore[arg-type]
        if target != self._plan.target:
            self._tell(target)

    def _on_field(self) -> None:
        made = self._plan.target.new
        if made is None:
            return
        try:
            changed = self._typed(made)
        except (NumberError, ScenarioError) as error:
            self.problem.setText(str(error))
            self.problem.show()
            return
        self.problem.hide()
        if changed != made:
            self._tell(replace(self._plan.target, new=changed))

    def _typed(self, made: OwnCriterion) -> OwnCriterion:
        """The criterion as the fields say it.

        Raises:
            NumberError: no number.
            ScenarioError: one that cannot be.
        """
        numbers: dict[str, Any] = {}
        for name in ("lower", "upper", "weight"):
            before = getattr(made, name)
            # What stands there as it was shown is not read again: it may be shown in fewer digits.
            shown = self._text(name) == plain_number(before)
            found = before if shown else parse_figure(self._text(name))
            numbers[name] = before if found is None else found
        direction, transform = self._data("direction"), self._data("transform")
        return replace(
            made,
            label=self._text("label") or made.label,
            unit=self._text("unit"),
            direction=direction,  # type: ignore[arg-type]
            transform=transform,  # type: ignore[arg-type]
            **numbers,
        )

    def _tell(self, target: Target) -> None:
        self.changed.emit(self.key, replace(target, why=t("as you chose")))


class SeriesStep(QWidget):
    """All series of a table.

    Signals:
        changed: key of a series and what it becomes.
    """

    changed = Signal(str, object)

    def __init__(self, pack: DataPack, study: Study, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack, self._study = pack, study
        self._shown: tuple[SeriesPlan, ...] = ()
        self._pieces = Piecemeal(self)
        self.cards: dict[str, SeriesCard] = {}
        self.nothing = label("", "quiet", self)
        self.nothing.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show every series of a plan."""
        shown = self._shown = plan.series[:_MOST_SHOWN]
        keys = [one.series.key for one in shown]
        if list(self.cards) != keys[: len(self.cards)]:
            self._clear()
        for one in shown[: len(self.cards)]:
            self.cards[one.series.key].show_plan(one)
        self._make_missing()
        more = len(plan.series) - len(shown)
        self.nothing.setVisible(not shown or more > 0)
        if not shown:
            self.nothing.setText(
                t("The table has no figures yet: say in the first step which columns hold some.")
            )
        elif more > 0:
            self.nothing.setText(
                tn("{count} more is taken as proposed.", "{count} more are taken as proposed.", more)
            )

    @property
    def is_complete(self) -> bool:
        """Whether every series has its card."""
        return len(self.cards) == len(self._shown)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with the cards, which nobody needs before."""
        super().showEvent(event)
        self._make_missing()

    def _clear(self) -> None:
        self._pieces.stop()
        for card in self.cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards.clear()

    def _make_missing(self) -> None:
        """Make a few cards, and the others turn by turn; while nobody sees them, the first few will do."""
        starts = range(len(self.cards), len(self._shown), _AT_ONCE)
        pieces = [partial(self._make, at, self._shown[at : at + _AT_ONCE]) for at in starts]
        if not self.isVisible():
            pieces = [] if self.cards else pieces[:1]
        self._pieces.start(pieces)

    def _make(self, at: int, plans: tuple[SeriesPlan, ...]) -> None:
        for place, one in enumerate(plans, start=at):
            card = SeriesCard(one, self._pack, self._study, self)
            card.changed.connect(self.changed)
            self.cards[one.series.key] = card
            self._column.insertWidget(place, card)
