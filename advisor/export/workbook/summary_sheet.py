"""The first sheet: what was ranked, the live top ten with a chart, and what the file is made of."""

from __future__ import annotations

from advisor import __version__
from advisor.core.evaluation import Status
from advisor.export.subject import Subject
from advisor.export.workbook.data_sheets import coverage_note
from advisor.export.workbook.live_ranking import Layout, live_top, sheet_ref
from advisor.export.workbook.sheet import SCORE, WHOLE, Sheet
from advisor.export.workbook.workbook_texts import SUMMARY, SUMMARY_NOTE, WEIGHTS
from advisor.views.look.theme import LIGHT
from advisor.words.dates import date_text
from advisor.words.translation import marked, t

_TOP = 10
_HEAD_ROW = 14


def fill_summary(sheet: Sheet, subject: Subject, layout: Layout) -> None:
    """Write the sheet."""
    assessment, scenario = subject.assessment, subject.assessment.scenario
    pack = assessment.pack
    sheet.title(scenario.name, t("Location Advisor: where to have outsourced work delivered"))
    facts: list[tuple[str, str | int]] = []
    if scenario.home:
        facts.append((t("Home"), pack.location(scenario.home).name))
    if scenario.function:
        facts.append((t("Function"), pack.functions[scenario.function].label))
        facts.append((t("Headcount"), scenario.headcount))
    exported = t("{date}, Location Advisor {version}", date=date_text(subject.today), version=__version__)
    facts += [
        (t("Method"), assessment.evaluation.aggregation.formula.name),
        (t("Locations"), coverage_note(layout)),
        (
            t("Data pack"),
            t("{pack} {edition}", pack=pack.title, edition=pack.version) if pack.version else pack.title,
        ),
        (t("Terms"), pack.licence),
        (t("Exported"), exported),
    ]
    for row, (name, value) in enumerate(facts, start=4):
        sheet.put(row, 1, name, font_color=LIGHT.quiet)
        sheet.put(row, 2, value, align="left")
    ranked = int((assessment.evaluation.status == Status.RANKED).sum())
    count = min(_TOP, ranked)
    sheet.header(_HEAD_ROW, [t("Rank"), t("Location"), t("Score")], numbers=(1, 3))
    for row, place in enumerate(live_top(layout, count), start=_HEAD_ROW + 1):
        sheet.formula(row, 1, *place.rank, WHOLE)
        sheet.formula(row, 2, *place.name)
        sheet.formula(row, 3, *place.score, SCORE)
    note = marked(SUMMARY_NOTE, sheet=marked(WEIGHTS))
    sheet.put(_HEAD_ROW + count + 2, 2, note, font_color=LIGHT.quiet)
    if count:
        _add_chart(sheet, count)
    sheet.finish(_HEAD_ROW, (1, 1), filtered=False)


def _add_chart(sheet: Sheet, count: int) -> None:
    chart = sheet.book.workbook.add_chart({"type": "bar"})
    if chart is None:
        raise RuntimeError("bar charts are known")
    first, last = _HEAD_ROW + 1, _HEAD_ROW + count
    name = sheet_ref(SUMMARY)
    series = {"values": f"={name}$C${first}:$C${last}", "categories": f"={name}$B${first}:$B${last}"}
    chart.add_series({**series, "fill": {"color": LIGHT.accent}, "gap": 60})
    chart.set_title({"name": t("Score of the first {count}", count=count), "name_font": {"size": 11}})
    chart.set_legend({"none": True})
    chart.set_x_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": LIGHT.line}}})
    chart.set_y_axis({"reverse": True})
    chart.set_size({"width": 620, "height": 330})
    sheet.worksheet.insert_chart(_HEAD_ROW - 1, 4, chart)
