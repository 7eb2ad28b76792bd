"""Sentences about an import: how the table was understood, what it becomes, what is left out."""

from __future__ import annotations

from advisor.costs.own_costs import PLACE_FIGURES
from advisor.datapack.schema import DataPack
from advisor.scenario.intake.layout import Layout, Role, role_name
from advisor.scenario.intake.plan import Plan, SeriesPlan
from advisor.scenario.intake.proposals import Target, TargetKind, kind_name
from advisor.scenario.intake.taking import Sourced
from advisor.scenario.study.own_data import OwnData, OwnSource
from advisor.views.place_figures import figure_name
from advisor.words.dates import date_text
from advisor.words.formatting import list_text, number_text
from advisor.words.locale import digits
from advisor.words.translation import mark, marked, t, tn

_FEW = 6
_MOST_LOST = 8  # rows that are named

UNDERSTOOD_WITH_HEADER = mark("Header on line {line}, {rows}, {columns}.")
WITHOUT_HEADER = mark("No header, {rows}, {columns}.")


_MONEY = {
    (TargetKind.WAGE, "month"): mark("wages a month in {currency}"),
    (TargetKind.WAGE, "year"): mark("wages a year in {currency}"),
    (TargetKind.QUOTE, "month"): mark("quotes for a month in {currency}"),
    (TargetKind.QUOTE, "hour"): mark("quotes for an hour in {currency}"),
}


def layout_sentences(layout: Layout) -> list[str]:
    """Sheet, header, dialect and columns as understood, a sentence each."""
    rows = tn("{count} row", "{count} rows", len(layout.body))
    columns = tn("{count} column", "{count} columns", len(layout.columns))
    if layout.sheet.is_places:
        said = [
            tn("{count} place with its position.", "{count} places with their positions.", len(layout.body))
        ]
    elif layout.header < 0:
        said = [marked(WITHOUT_HEADER, rows=rows, columns=columns)]
    else:
        said = [marked(UNDERSTOOD_WITH_HEADER, line=layout.header_line, rows=rows, columns=columns)]
    said += layout.sheet.remarks
    commas = {column.style.decimal for column in layout.of_role(Role.VALUE) if column.style.decimal}
    if commas == {","}:
        said.append(t("Decimals are written with a comma."))
    elif commas == {",", "."}:
        said.append(t("Some columns write decimals with a comma, others with a point."))
    return said


def target_text(target: Target, pack: DataPack) -> str:
    """What a series becomes, in a few words."""
    if target.kind is TargetKind.CRITERION:
        name = next((c.name for c in pack.criteria if c.id == target.criterion), target.criterion)
        return t("your figures for {criterion}", criterion=name)
    if target.kind is TargetKind.NEW and target.new is not None:
        return t("new criterion {name}", name=target.new.label)
    if target.kind in (TargetKind.WAGE, TargetKind.QUOTE):
        return marked(_MONEY[target.kind, target.per], currency=target.currency or "?")
    if target.kind is TargetKind.RATE:
        name = figure_name(target.rate) if target.rate in PLACE_FIGURES else target.rate
        return t("the rate {name}", name=name)
    return kind_name(target.kind)


def criterion_text(target: Target, pack: DataPack) -> str:
    """What a new criterion is made of, in a sentence without full stop; empty for others."""
    made = target.new
    if target.kind is not TargetKind.NEW or made is None:
        return ""
    known = {c.theme for c in pack.criteria}
    theme = pack.theme_label(made.theme) if made.theme in known else made.theme_label or made.theme
    told = {
        "lower": number_text(made.lower),
        "upper": number_text(made.upper),
        "unit": made.unit or t("no unit"),
        "theme": theme,
        "weight": _weight_text(made.weight),
    }
    if made.direction == "down":
        return t("less is better, {lower} to {upper}, {unit}, theme {theme}, weight {weight}", **told)
    return t("more is better, {lower} to {upper}, {unit}, theme {theme}, weight {weight}", **told)


def _weight_text(weight: float) -> str:
    """A weight with all that it has: what is known of few locations weighs a hundredth or less."""
    return digits(weight, len(f"{weight:f}".rstrip("0").partition(".")[2]))


def years_text(plan: SeriesPlan) -> str:
    """Which years count, and how many older figures do not; empty where no year is known."""
    if not plan.years:
        return ""
    first, last = plan.years[0], plan.years[-1]
    span = str(last) if first == last else t("{first} to {last}", first=first, last=last)
    if not plan.older:
        return t("of {years}", years=span)
    older = tn("{count} older figure left out", "{count} older figures left out", plan.older)
    return t("newest of each location: {years}, {older}", years=span, older=older)


def series_text(plan: SeriesPlan, pack: DataPack) -> str:
    """A series and what becomes of it."""
    parts = [
        target_text(plan.target, pack),
        known_text(plan),
        years_text(plan),
        criterion_text(plan.target, pack),
    ]
    return t("{name}: {what}", name=plan.series.label, what="; ".join(part for part in parts if part))


def known_text(plan: SeriesPlan) -> str:
    """For how many locations a series has figures; of several quotes for one it counts both."""
    locations = len({reading.location for reading in plan.readings})
    told = tn("{count} location", "{count} locations", locations)
    if len(plan.readings) == locations:
        return told
    return t("{count} for {locations}", count=len(plan.readings), locations=told)


def left_out_text(plan: Plan) -> str:
    """Which rows are left out as totals and the like; empty for none."""
    rows = plan.gathered.left_out
    if not rows:
        return ""
    named = list_text(list(dict.fromkeys(row.text for row in rows if row.text))[:_FEW])
    return tn(
        "{count} row left out (a total, a group, or no figures): {names}.",
        "{count} rows left out (totals, groups, or no figures): {names}.",
        len(rows),
        names=named,
    )


def lost_sites_text(plan: Plan) -> str:
    """What keeps rows of sites from being sites, each with its cure; empty for nothing."""
    if not plan.layout.sites:
        return ""
    wrong = [one for one in plan.gathered.problems.found if one.severity == "error"]
    lines = [
        t("{number}: {message} {cure}", number=one.line, message=one.message, cure=one.cure)
        for one in wrong[:_MOST_LOST]
    ]
    if more := len(wrong) - len(lines):
        lines.append(t("and {count} more", count=more))
    return "\n".join(lines)


def places_text(plan: Plan) -> str:
    """How many locations were found, and how many names are not clear."""
    gathered = plan.gathered
    if plan.layout.sites:
        said = tn("{count} site.", "{count} sites.", len(gathered.sites))
    else:
        said = tn(
            "{count} location was recognised.", "{count} locations were recognised.", len(gathered.found)
        )
    if plan.asked:
        unclear = tn("{count} name is not clear.", "{count} names are not clear.", len(plan.asked))
        said = t("{first} {second}", first=said, second=unclear)
    return said


def plan_lines(plan: Plan, pack: DataPack) -> list[str]:
    """The whole plan as text."""
    lines = [plan.sheet.title, *(f"  {each}" for each in layout_sentences(plan.layout))]
    roles = [
        t("{column} ({role})", column=column.heading or "-", role=role_name(column.role))
        for column in plan.layout.columns
        if column.role is not Role.VALUE
    ]
    if roles:
        said = t("Columns: {columns}.", columns=list_text(roles))
        lines.append(f"  {said}")
    lines.append(f"  {places_text(plan)}")
    for row in plan.gathered.sites[:_FEW]:
        country = next((one.name for one in pack.locations if one.id == row.country), row.country)
        told = t("{site:The} in {country:the}", site=row.name, country=country)
        told = t("{site}: {remark}", site=told, remark=row.remark) if row.remark else told
        lines.append(f"    {told}")
    lines += [f"  {series_text(one, pack)}" for one in plan.series]
    if said := left_out_text(plan):
        lines.append(f"  {said}")
    if plan.gathered.blank:
        blank = tn("{count} blank cell.", "{count} blank cells.", plan.gathered.blank)
        lines.append(f"  {blank}")
    lines += [f"  {problem.told}" for problem in plan.problems if problem.severity != "error"][:_FEW]
    return lines


def table_text(own: OwnData, source: OwnSource) -> str:
    """What is left in a study of a table that was taken in, when that was, and the note about it."""
    kinds: tuple[tuple[Sourced, ...], ...] = (
        own.criteria, own.sites, own.figures, own.wages, own.rates, own.quotes,
    )  # fmt: skip
    criteria, sites, figures, wages, rates, quotes = (
        sum(entry.source == source.id for entry in kind) for kind in kinds
    )
    counts = (
        (criteria, tn("{count} criterion", "{count} criteria", criteria)),
        (sites, tn("{count} site", "{count} sites", sites)),
        (figures, tn("{count} figure", "{count} figures", figures)),
        (wages, tn("{count} wage", "{count} wages", wages)),
        (rates, tn("{count} rate", "{count} rates", rates)),
        (quotes, tn("{count} quote", "{count} quotes", quotes)),
    )
    parts = [text for count, text in counts if count]
    if source.date is not None:
        parts.append(t("taken in on {day}", day=date_text(source.date)))
    if source.file and source.file != source.title:
        parts.append(source.file)
    told = " \N{MIDDLE DOT} ".join(parts)
    return t("{what}. {note}", what=told, note=source.note) if source.note else told
