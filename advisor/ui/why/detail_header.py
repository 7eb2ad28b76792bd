"""Who is shown in the detail panel: rank, name, engagement model, score and how far to trust it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor.core.evaluation import Status
from advisor.places.engagement import engagement_name
from advisor.scenario.ranking.assessment import Assessment
from advisor.ui.look.current import follow_look, look_in_force
from advisor.ui.look.marks import paint_engagement_mark
from advisor.ui.look.row_paint import Ink, Type, theme_colours, write
from advisor.ui.look.score_bar import paint_score_bar
from advisor.views.look.theme import GAP
from advisor.views.scene.fitting import first_fitting
from advisor.views.why.criteria_rows import theme_row
from advisor.views.why.why_texts import WORST_BEST_TIP
from advisor.words.formatting import UNKNOWN, in_sentence, percent_text
from advisor.words.glossary import with_meaning
from advisor.words.locale import digits
from advisor.words.marks import chosen_mark
from advisor.words.plain_text import as_typed
from advisor.words.translation import marked, t

_PAD = 12
_BAR = 8.0
_NAME_ROOM = 9  # lines' height kept for rank and name before facts are shown beside the score


class DetailHeader(QWidget):
    """The first line of the panel: rank and name on the left, score and its range on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._assessment: Assessment | None = None
        self._row = -1
        self._chosen = False
        follow_look(self._dress)

    def _dress(self) -> None:
        """Use other colours and sizes."""
        look = look_in_force()
        bold, half = QFont.Weight.Bold, QFont.Weight.DemiBold
        self._ink = Ink.of(look)
        self._rank = Type(self.font(), look.base + 13, half)
        self._name = Type(self.font(), look.base + 5, half)
        self._score = Type(self.font(), look.base + 7, bold)
        self._fact = Type(self.font(), look.base, half)
        self._small = Type(self.font(), look.small)
        self.updateGeometry()
        self.update()

    def show_location(self, assessment: Assessment, row: int, *, chosen: bool = False) -> None:
        """Show a location by its index in the pack, marked if the latest decision chose it."""
        self._assessment, self._row, self._chosen = assessment, row, chosen
        self.setAccessibleName(self.summary)
        self.setToolTip(as_typed(self._tip()))
        self.update()

    @property
    def summary(self) -> str:
        """The line as it is read aloud."""
        if self._assessment is None:
            return ""
        evaluation, row = self._assessment.evaluation, self._row
        rank = int(evaluation.ranks[row])
        place = t("rank {rank}", rank=rank) if rank else t("not ranked")
        model = engagement_name(self._assessment.engagement(row))
        chosen = t("chosen") if self._chosen else ""
        parts = [self._assessment.locations[row].name, chosen, place, model]
        parts += [
            t("{caption} {number}", caption=in_sentence(caption), number=text)
            for caption, text in self.facts()
        ]
        return ", ".join(part for part in parts if part)

    def facts(self) -> list[tuple[str, str]]:
        """Captions and figures at the right end, the score last."""
        if self._assessment is None:
            return []
        evaluation, row = self._assessment.evaluation, self._row
        score, worst, best = (
            float(array[row]) for array in (evaluation.scores, evaluation.worst, evaluation.best)
        )
        known = percent_text(int(evaluation.coverage[row] * 100 + 1e-9) / 100)
        spread = f"{digits(worst)}\N{EN DASH}{digits(best)}"
        shown = UNKNOWN if evaluation.status[row] == Status.INSUFFICIENT else digits(score, 1)
        return [
            (t("Coverage"), known),
            (t("Worst\N{EN DASH}best"), spread),
            (t("Score"), shown),
        ]

    def sizeHint(self) -> QSize:
        """Two lines and a bar."""
        return QSize(400, round(self._name.height + self._small.height + _BAR + 22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and the bar below it."""
        assessment, ink = self._assessment, self._ink
        if assessment is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, name, small = 6.0, self._name.height, self._small.height
        right = float(self.width() - _PAD)
        for position, (caption, text) in enumerate(reversed(self.facts())):
            face = self._fact if position else self._score
            width = max(face.width(text), self._small.width(caption)) + 2
            if position and right - width < _NAME_ROOM * name:
                break
            area = QRectF(right - width, top, width, name)
            write(painter, area, text, face, ink.text if not position else ink.quiet, right=True)
            write(
                painter,
                area.translated(0, name).adjusted(0, 0, 0, small - name),
                caption,
                self._small,
                ink.quiet,
                right=True,
            )
            right -= width + 2.5 * GAP
        self._paint_place(painter, assessment, top, right)
        bar = QRectF(_PAD, top + name + small + 6, self.width() - 2 * _PAD, _BAR)
        self._paint_bar(painter, assessment, bar)

    def _paint_place(self, painter: QPainter, assessment: Assessment, top: float, right: float) -> None:
        ink, left = self._ink, float(_PAD)
        rank = int(assessment.evaluation.ranks[self._row])
        if rank:
            text = str(rank)
            width = self._rank.width(text) + 2
            area = QRectF(left, top, width, self._name.height + self._small.height)
            write(painter, area, text, self._rank, ink.text)
            left += width + 1.5 * GAP
        location = assessment.locations[self._row]
        first = QRectF(left, top, right - left, self._name.height)
        second = QRectF(left, first.bottom(), right - left, self._small.height)
        write(painter, first, location.name, self._name, ink.text)
        if self._chosen:
            words = chosen_mark()
            beside = first.adjusted(self._name.width(location.name) + GAP, 0, 0, 0)
            if self._fact.width(words) <= beside.width():
                write(painter, beside, words, self._fact, ink.text)
        model = engagement_name(assessment.engagement(self._row))
        if model:
            side = round(self._small.metrics.capHeight()) + 1
            mark = QRectF(left, second.center().y() - side / 2, side, side)
            paint_engagement_mark(painter, mark, model, ink.quiet)
            second.setLeft(left + side + 5)
        said = first_fitting(self._places(assessment), self._small.width, second.width())
        write(painter, second, said, self._small, ink.quiet)

    def _places(self, assessment: Assessment) -> list[str]:
        """Engagement model and where in the world, first as exactly as is known, then shorter."""
        location = assessment.locations[self._row]
        model = engagement_name(assessment.engagement(self._row))
        wheres = [location.subregion, location.region, ""]
        if location.country:
            country = assessment.pack.location(location.country).name
            wheres = [t("your site in {country:the}", country=country), ""]
        texts = [" \N{MIDDLE DOT} ".join(part for part in (model, where) if part) for where in wheres]
        return [text for text in texts if text] or [""]

    def _paint_bar(self, painter: QPainter, assessment: Assessment, area: QRectF) -> None:
        themes = assessment.evaluation.weights.themes
        if assessment.evaluation.status[self._row] == Status.INSUFFICIENT:
            paint_score_bar(painter, area, [], self._ink.track)
            return
        points = [theme_row(assessment, self._row, k).points / 100 for k in range(len(themes))]
        paint_score_bar(painter, area, zip(points, theme_colours(themes), strict=True), self._ink.track)

    def _tip(self) -> str:
        if self._assessment is None:
            return ""
        return with_meaning(marked(WORST_BEST_TIP), "coverage")
