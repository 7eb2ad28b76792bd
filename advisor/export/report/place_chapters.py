"""Chapters about the recommended place: its cost, its clock and its law."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from advisor.costs.components import LINES
from advisor.export.report.blocks import Block, Cell, Chapter, Column, Figure, Paragraph, Table, plain_table
from advisor.export.report.ranking_chapters import WIDE
from advisor.export.report.report_facts import ReportFacts
from advisor.views.clock.clock_figure import clock_year
from advisor.views.clock.clock_scene import clock_height, clock_scene
from advisor.views.cost.cost_figures import key_figures
from advisor.views.cost.cost_texts import basis_text
from advisor.views.cost.waterfall_scene import waterfall_scene
from advisor.views.home.site_cards import Card as SiteCard
from advisor.views.home.site_cards import site_cards
from advisor.views.plan.plan_facts import rows_abroad
from advisor.views.scene.box import Size
from advisor.views.scene.type_styles import PlainMeasurer
from advisor.words.dates import weekday_text
from advisor.words.formatting import capital, number_text, range_text
from advisor.words.translation import t
from advisor.words.true_signs import true_signs

_SITES = 5
_WEDNESDAY = 2


def cost_chapter(facts: ReportFacts) -> Chapter | None:
    """Key figures, waterfall and the lines of the total; the course of the saving is on the first page."""
    view = facts.cost_view
    if view is None:
        if not facts.why_no_cost:
            return None
        return Chapter("cost", t("Cost"), (Paragraph(facts.why_no_cost),))
    title = t("Cost in {place:the}", place=view.name)
    figures = [(one.caption, one.text, one.middle) for one in key_figures(view)]
    blocks: list[Block] = [plain_table((t("Figure"), t("Range"), t("Note")), figures, (2.0, 1.2, 1.2))]
    if not view.is_home:
        steps = len(view.detail.waterfall)
        blocks.append(Figure(partial(waterfall_scene, view), Size(WIDE, 70 + 20.0 * steps)))
    labels = {line.id: line.label for line in LINES}
    rows = tuple(
        (
            Cell(labels.get(each.line.id, each.line.label)),
            Cell(number_text(each.likely), each.likely),
            Cell(range_text(each.low, each.high)),
            Cell(basis_text(each.basis)),
        )
        for each in view.detail.lines
        if each.likely
    )
    columns = (
        Column(t("Line"), wide=2.4),
        Column(t("Likely, {currency}", currency=view.currency), is_number=True),
        Column(t("Range"), is_number=True, wide=1.3),
        Column(t("Basis")),
    )
    note = t("Amounts over the whole horizon. Ranges hold in eight cases of ten; {money}.", money=view.money)
    blocks += [Table(columns, rows, name=t("Lines of the cost")), Paragraph(note, quiet=True)]
    return Chapter("cost", title, tuple(blocks))


def clock_chapter(facts: ReportFacts) -> Chapter | None:
    """Working hours of home and the first places on a usual day, and the shift that gives more overlap."""
    if facts.row is None or facts.assessment.home_figures is None:
        return None
    rows = dict.fromkeys((facts.row, *rows_abroad(facts.assessment)[:_SITES]))
    ids = facts.assessment.pack.location_ids
    year = clock_year(facts.assessment, [ids[row] for row in rows][:_SITES])
    if year is None or len(year.places) < 2:
        return None
    day = _usual_day(year.year)
    drawn = partial(clock_scene, year.on(day), ids[facts.row])
    height = clock_height(len(year.places), PlainMeasurer()) + 14.0 * len(year.places)
    sentences = [capital(t("{day}, in home time.", day=weekday_text(day, short=False)))]
    site = year.places[1]
    if site.offer is not None and site.offer.move:
        sentences.append(
            t(
                "A shift of {hours} in {place:the} reaches the overlap wanted.",
                hours=true_signs(str(site.offer.hours)),
                place=site.name,
            )
        )
    blocks = (Figure(drawn, Size(WIDE, height)), Paragraph(" ".join(sentences), quiet=True))
    return Chapter("clock", t("Working hours"), blocks)


def _usual_day(year: int) -> date:
    """The second Wednesday of June: no clock changes, few holidays."""
    first = date(year, 6, 8)
    return first + timedelta((_WEDNESDAY - first.weekday()) % 7)


def law_chapter(facts: ReportFacts) -> Chapter | None:
    """What holds for personal data and contracts there."""
    if facts.row is None or facts.assessment.home_figures is None or facts.row == facts.home:
        return None
    try:
        cards = site_cards(facts.assessment, facts.assessment.locations[facts.row].id, facts.subject.today)
    except ValueError:  # without a hub nothing is known of the pair
        return None
    law = next((card for card in cards if card.id == "law"), None)
    if law is None:
        return None
    return Chapter("law", t("Law in {place:the}", place=facts.name(facts.row)), _law_blocks(law))


def _law_blocks(law: SiteCard) -> tuple[Block, ...]:
    rows = [(row.label, row.value, row.note, row.source) for row in law.rows]
    headline = t("{headline}. {sentence}", headline=law.headline, sentence=law.sentence)
    return (
        Paragraph(headline),
        # Above the table, because below it the note would now and then stand alone on a page.
        Paragraph(law.footer, quiet=True),
        plain_table((t("What"), t("Statement"), t("Note"), t("Source")), rows, (1.2, 1.5, 2.0, 1.5)),
    )
