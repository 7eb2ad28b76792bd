"""Chapters about the ranking: list and map, comparison of the first two, certainty, weights, method."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from advisor.core.aggregation.registry import opinion_methods
from advisor.core.evaluation import MIN_COVERAGE, Status
from advisor.core.tolerance import SCORE_DECIMALS
from advisor.costs.results import Quantiles
from advisor.export.metadata import method_document
from advisor.export.place_name import place_name
from advisor.export.report.blocks import (
    Block,
    Bullets,
    Cell,
    Chapter,
    Column,
    Figure,
    Paragraph,
    Table,
    WorldMap,
)
from advisor.export.report.report_facts import ReportFacts
from advisor.places.engagement import engagement_name
from advisor.views.certainty.acceptability_scene import acceptability_scene
from advisor.views.certainty.certainty_figures import rank_table, sureness_sentence
from advisor.views.compare.compare_figures import LEAST_POINTS
from advisor.views.compare.difference_scene import difference_scene
from advisor.views.cost.months import month_number, month_span
from advisor.views.map.map_caption import map_caption
from advisor.views.map.map_layer import Shown
from advisor.views.map.map_layers import layer_of, layer_picture
from advisor.views.map.score_layers import SCORE
from advisor.views.scene.box import Size
from advisor.words.data_words import data_text
from advisor.words.formatting import (
    UNKNOWN,
    capital,
    decimal_text,
    figure_text,
    hours_text,
    percent_range,
    percent_text,
    range_text,
    share_text,
)
from advisor.words.locale import digits
from advisor.words.translation import t, tn
from advisor.words.units import unit_text

WIDE = 860.0  # of charts
_FEW = 20  # places in a document that cannot be sorted and scrolled
_ROW = 19.0  # height of a line of a chart


def ranking_chapter(facts: ReportFacts) -> Chapter:
    """Map and ranked list."""
    blocks: list[Block] = []
    if (world := _map(facts)) is not None:
        blocks.append(world)
    out = len(facts.assessment.locations) - facts.ranked
    text = tn("{count} location is ranked.", "{count} locations are ranked.", facts.ranked)
    if out:
        more = tn(
            "{count} is not: must-haves exclude it, or too little is known.",
            "{count} are not: must-haves exclude them, or too little is known.",
            out,
        )
        blocks.append(Paragraph(" ".join((text, more))))
    else:
        blocks.append(Paragraph(text))
    order = tuple(int(row) for row in facts.evaluation.order)
    blocks.append(ranking_table(facts, order, t("Ranking"), few=_FEW))
    return Chapter("ranking", t("Ranking"), tuple(blocks))


def _map(facts: ReportFacts) -> WorldMap | None:
    assessment = facts.assessment
    if assessment.pack.geometry is None:
        return None
    shown = Shown(assessment, facts.subject.certainty)
    layer = layer_of(assessment.pack, SCORE)
    caption = map_caption(shown, layer, facts.subject.today)
    selected = assessment.locations[facts.row].id if facts.row is not None else ""
    return WorldMap(
        layer_picture(shown, layer),
        assessment.pack.geometry.page_text(),
        caption.title,
        caption.source,
        selected,
    )


def ranking_table(facts: ReportFacts, order: Sequence[int], name: str, few: int = 0) -> Table:
    """Places with all that the ranking says of them.

    Args:
        facts: what is reported.
        order: rows of the places, from top to bottom.
        name: what a screen reader calls the table.
        few: how many are shown where there is no room for all; 0 for all.
    """
    costs, certainty, seen = facts.costs, facts.subject.certainty, facts.assessment.home_figures
    columns = [Column(t("Rank"), is_number=True, wide=0.8), Column(t("Location"), wide=1.8)]
    if seen is not None:
        columns.append(Column(t("Engagement"), wide=1.3))
    columns.append(Column(t("Score"), is_number=True, tip=t("0 to 100 by fixed goalposts."), wide=1.3))
    if certainty is not None:
        tip = t("Ranks that it takes in nine of ten plausible weightings.")
        columns.append(Column(t("Likely ranks"), is_number=True, tip=tip, wide=1.1))
        tip = t("Share of plausible weightings.")
        columns.append(Column(t("First in"), is_number=True, tip=tip, wide=0.9))
    if costs is not None:
        money = t("Person a year, {currency}", currency=costs.currency)
        tip = t("Total cost of a person and year over the horizon, in eight cases of ten.")
        columns.append(Column(money, is_number=True, tip=tip, wide=1.3))
        columns.append(
            Column(t("Saving"), is_number=True, tip=t("Against leaving the work as it is."), wide=1.35)
        )
        columns.append(Column(t("Payback month"), is_number=True, wide=1.5))
    if seen is not None:
        tip = t("Hours a working day that both sides work at once.")
        columns.append(Column(t("Overlap"), is_number=True, tip=tip))
    tip = t("Part of the weight that rests on known figures.")
    columns.append(Column(t("Known"), is_number=True, tip=tip, wide=1.1))
    rows = tuple(tuple(_ranking_row(facts, row)) for row in order)
    strong = frozenset(at for at, row in enumerate(order) if row == facts.row)
    return Table(tuple(columns), rows, strong, is_sortable=True, few=few, name=name)


def _ranking_row(facts: ReportFacts, row: int) -> list[Cell]:
    evaluation, assessment = facts.evaluation, facts.assessment
    certainty, costs, seen = facts.subject.certainty, facts.costs, assessment.home_figures
    is_ranked = evaluation.status[row] == Status.RANKED
    reason = capital("; ".join(assessment.reasons(row)))
    score = float(evaluation.scores[row])
    rank = int(evaluation.ranks[row])
    cells = [
        Cell(str(rank) if is_ranked else UNKNOWN, float(rank) if is_ranked else math.nan, reason),
        Cell(place_name(assessment.locations[row]), tip=reason or assessment.locations[row].region),
    ]
    if seen is not None:
        cells.append(Cell(capital(engagement_name(assessment.engagement(row)))))
    text = decimal_text(score, SCORE_DECIMALS) if is_ranked else UNKNOWN
    cells.append(Cell(text, score if is_ranked else math.nan, bar=score / 100 if is_ranked else 0.0))
    if certainty is not None:
        low, high = int(certainty.rank_low[row]), int(certainty.rank_high[row])
        first = float(certainty.p_first[row])
        cells.append(Cell(_ranks(low, high), float(low) if low else math.nan))
        cells.append(Cell(UNKNOWN if math.isnan(first) else share_text(first), first))
    if costs is not None:
        each, saving, month = costs.total_year_per_fte, costs.saving_pct, costs.payback_month
        cells.append(_range(each, row))
        low_saving, high_saving = float(saving.p10[row]) / 100, float(saving.p90[row]) / 100
        cells.append(
            Cell(
                percent_range(low_saving, high_saving),
                float(saving.p50[row]),
                t("Median {figure}", figure=percent_text(float(saving.p50[row]) / 100)),
            )
        )
        span = month_span(float(month.p10[row]), float(month.p90[row]))
        median = float(month.p50[row])
        is_home = row == facts.home
        cells.append(
            Cell(UNKNOWN, math.nan)
            if is_home
            else Cell(span, min(median, 1e6), t("Median {figure}", figure=month_number(median)))
        )
    if seen is not None:
        hours = float(seen.view.overlap.mean[row])
        cells.append(Cell(hours_text(hours), hours))
    known = math.floor(100 * float(evaluation.coverage[row]) + 1e-9) / 100
    cells.append(Cell(percent_text(known), known))
    return cells


def _ranks(low: int, high: int) -> str:
    if not low:
        return UNKNOWN
    return str(low) if low == high else t("{low}–{high}", low=low, high=high)


def _range(quantiles: Quantiles, row: int) -> Cell:
    low, middle, high = (float(part[row]) for part in (quantiles.p10, quantiles.p50, quantiles.p90))
    return Cell(range_text(low, high), middle, t("Median {figure}", figure=range_text(middle, middle)))


def comparison_chapter(facts: ReportFacts) -> Chapter | None:
    """The place and the runner-up beside each other."""
    pair = facts.pair
    if pair is None:
        return None
    first, second = pair.name(pair.a), pair.name(pair.b)
    shown = [one for one in pair.differences if abs(one.points) >= LEAST_POINTS]
    rows = [
        (
            Cell(one.name),
            Cell(data_text(one.unit)),
            Cell(one.first),
            Cell(one.second),
            Cell(percent_text(one.weight, 1), one.weight),
            Cell(decimal_text(one.points), one.points),
        )
        for one in shown
    ]
    columns = (
        Column(t("Criterion"), wide=2.2),
        Column(t("Unit"), wide=1.2),
        Column(first, is_number=True),
        Column(second, is_number=True),
        Column(t("Weight"), is_number=True),
        Column(t("Points for {place:the}", place=first), is_number=True, wide=1.2),
    )
    count = max(1, *(sum(sign * one.points > 0 for one in shown) for sign in (1, -1)))
    blocks: tuple[Block, ...] = (
        *((Paragraph(pair.likelihood_sentence),) if pair.likelihood_sentence else ()),
        Figure(partial(difference_scene, pair), Size(WIDE, 90 + (count + 2) * _ROW)),
        Table(columns, tuple(rows), is_sortable=True, name=t("What sets both apart")),
        Paragraph(t("* unknown, estimated from similar places."), quiet=True),
    )
    return Chapter("comparison", t("{first} and {second}", first=first, second=second), blocks)


def certainty_chapter(facts: ReportFacts) -> Chapter | None:
    """How often which place takes which rank."""
    certainty = facts.subject.certainty
    if certainty is None or facts.row is None:
        return None
    selected = facts.assessment.locations[facts.row].id
    table = rank_table(facts.assessment, certainty, selected)
    sentence = sureness_sentence(certainty, facts.row, facts.name(facts.row))
    scene = partial(acceptability_scene, table, sentence, selected, "")
    blocks: list[Block] = [
        Figure(scene, Size(WIDE, 70 + (len(table.rows) + 1) * (_ROW + 2))),
        Paragraph(
            t(
                "{draws} weightings were drawn around those of the study (spread {spread}, seed {seed}), and "
                "figures from their intervals, after SMAA-2 (Lahdelma and Salminen 2001). The sampling "
                "error is one "
                "percentage point.",
                draws=digits(certainty.draws),
                spread=decimal_text(certainty.spread, 2),
                seed=certainty.seed,
            ),
            quiet=True,
        ),
    ]
    return Chapter("certainty", t("How sure the ranking is"), tuple(blocks))


def weights_chapter(facts: ReportFacts) -> Chapter:
    """Shares of themes and criteria."""
    weights, pack = facts.evaluation.weights, facts.assessment.pack
    most = max(float(share) for share in weights.flat)
    rows: list[tuple[Cell, ...]] = []
    strong: list[int] = []
    for position, theme in enumerate(weights.themes):
        share = float(weights.theme_weights[position])
        strong.append(len(rows))
        rows.append((Cell(pack.theme_label(theme)), Cell(""), Cell(percent_text(share), share)))
        inside = [
            j for j in range(len(weights.flat)) if weights.theme_of[j] == position and weights.flat[j] > 0
        ]
        for j in sorted(inside, key=lambda j: -weights.flat[j]):
            criterion, part = facts.evaluation.criteria[j], float(weights.flat[j])
            rows.append(
                (
                    Cell(criterion.name, tip=criterion.description),
                    Cell(unit_text(criterion.unit)),
                    Cell(percent_text(part, 1), part, bar=part / most),
                )
            )
    columns = (
        Column(t("Theme and criterion"), wide=3.0),
        Column(t("Unit"), wide=1.5),
        Column(t("Share of the whole"), is_number=True),
    )
    blocks: list[Block] = []
    function = pack.functions.get(facts.assessment.scenario.function)
    if function is not None and function.reason:
        text = t("Defaults for {function}: {reason}", function=function.label, reason=function.reason)
        blocks.append(Paragraph(text, quiet=True))
    blocks.append(Table(columns, tuple(rows), frozenset(strong), name=t("Weights")))
    return Chapter("weights", t("Weights"), tuple(blocks))


def method_chapter(facts: ReportFacts) -> Chapter:
    """How scores came about."""
    method = method_document(facts.assessment)
    aggregation = facts.evaluation.aggregation
    named = opinion_methods().get(facts.assessment.second_opinion)
    title = named.name if named is not None else aggregation.formula.name
    items = (
        t("Formula: {name}.", name=title),
        t("Each figure becomes a value from 0 to 1: {how}.", how=method["value_functions"]),
        t("Unknown figures: {how}.", how=method["unknown_cells"]),
        t("Ranks: {how}.", how=method["ranks"]),
        t(
            "A location needs {share} of the weight on known figures to be ranked.",
            share=percent_text(MIN_COVERAGE),
        ),
    )
    return Chapter("method", t("Method"), (Bullets(items), *_musts(facts)))


def _musts(facts: ReportFacts) -> tuple[Block, ...]:
    must, names = facts.assessment.scenario.must_haves, facts.evaluation.criteria
    labels = {criterion.id: criterion for criterion in names}
    said = []
    for bound in must.bounds:
        criterion = labels.get(bound.column)
        if criterion is None:
            continue
        limit = figure_text(float(bound.limit), criterion.unit)
        template = t("{criterion}: {limit} or more", criterion=criterion.name, limit=limit)
        if bound.op == "<=":
            template = t("{criterion}: {limit} or less", criterion=criterion.name, limit=limit)
        said.append(template)
    if not said:
        return ()
    return (Paragraph(t("Must-haves that exclude:")), Bullets(tuple(said)))
