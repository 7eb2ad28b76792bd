"""The report as one HTML file that opens offline anywhere: nothing is fetched, every text is escaped."""

from __future__ import annotations

import html
import json
import math
import re
from collections.abc import Iterable
from typing import Any

from advisor.export.progress import Progress, told, unheard
from advisor.export.report.block_writer import BlockWriter, rows_in_sight, shortened_note
from advisor.export.report.blocks import (
    Bullets,
    Cards,
    Cell,
    Chapter,
    Checklist,
    Column,
    Figure,
    Heading,
    Panels,
    Paragraph,
    Report,
    Table,
    WorldMap,
)
from advisor.export.report.html_map import map_document, map_legend
from advisor.export.subject import Subject
from advisor.paths import RESOURCES, plotly_script
from advisor.scenario.study.inside_html import html_study
from advisor.scenario.study.study import Study
from advisor.views.look.theme import LIGHT
from advisor.views.scene.svg import svg_text
from advisor.views.scene.type_styles import PlainMeasurer
from advisor.words.translation import language, t

_FOLDER = RESOURCES / "report"
_SHORT = 8  # rows of a table that is not broken between pages
_TOGETHER = 2  # rows that stay with the head of a table, and at its end
_PERCENT = re.compile(r"(?<=\d) %")
# Nothing from anywhere: scripts and styles stand in the page, pictures are drawn by it.
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)
# With polygons of its own Plotly still asks its vendor for a topology, unless it has one.
_TOPOLOGY = (
    "window.PlotlyGeoAssets = {topojson: {world_110m: {type: 'Topology', objects: {}, arcs: []}, "
    "world_50m: {type: 'Topology', objects: {}, arcs: []}}};"
)


def html_report(report: Report, study: Study, progress: Progress = unheard) -> str:
    """The page.

    Args:
        report: its content.
        study: goes into the page, so that the file opens again.
        progress: told the part that is done; what it raises ends the work.
    """
    body = [_chapter(chapter) for chapter in told(report.chapters, progress)]
    world = next((b for chapter in report.chapters for b in chapter.blocks if isinstance(b, WorldMap)), None)
    links = "".join(
        f'<a href="#{_text(chapter.id)}">{_text(chapter.title)}</a>' for chapter in report.chapters
    )
    return "\n".join(
        (
            "<!doctype html>",
            f'<html lang="{_text(language())}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(report.title)}</title>",
            f"<style>{_colours()}{_resource('report.css')}{_paper_foot(report.footer)}</style>",
            "</head>",
            "<body>",
            f"<header><h1>{_text(report.title)}</h1><p>{_text(report.subtitle)}</p></header>",
            f"<nav>{links}</nav>",
            *body,
            f"<footer>{_text(report.footer)}</footer>",
            html_study(study),
            *(_map_scripts(world) if world else ()),
            f"<script>{_resource('report.js')}</script>",
            "</body>",
            "</html>\n",
        )
    )


def page_report(report: Report, subject: Subject, progress: Progress = unheard) -> bytes:
    """The page as a file's content."""
    return html_report(report, subject.study, progress).encode("utf-8")


def _map_scripts(world: WorldMap) -> tuple[str, ...]:
    plotly = plotly_script().read_text(encoding="utf-8")  # as it is, so that a reader can compare it
    return (
        f'<script type="application/json" id="map-data">{_json(map_document(world))}</script>',
        f"<script>{_TOPOLOGY}</script>",
        # A script ends at the first closing tag, also at one inside a text of it.
        f"<script>{plotly.replace('</script', '<' + chr(92) + '/script')}</script>",
    )


def _colours() -> str:
    """The colours of the style sheet, from the table of the light look."""
    named = {
        "ink": LIGHT.text,
        "quiet": LIGHT.quiet,
        "line": LIGHT.line,
        "soft": LIGHT.window,
        "accent": LIGHT.accent,
        "tint": LIGHT.selected,
        "paper": LIGHT.panel,
    }
    return f":root {{ {' '.join(f'--{name}: {colour};' for name, colour in named.items())} }}\n"


def _paper_foot(footer: str) -> str:
    """What stands at the foot of each printed page, with its number."""
    return (
        f"@page {{ @bottom-left {{ content: {_css_text(footer)}; }} "
        f"@bottom-right {{ content: counter(page) {_css_text(' / ')} counter(pages); }} }}\n"
    )


def _css_text(text: str) -> str:
    """A text of a style sheet: whatever is no letter or number stands as its code."""
    return '"' + "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in text) + '"'


def _resource(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":")).replace(
        "<", "\\u003c"
    )


def _text(text: str) -> str:
    """Escaped; a number and its percent sign stay on one line."""
    return _PERCENT.sub("\N{NO-BREAK SPACE}%", html.escape(text))


def _chapter(chapter: Chapter) -> str:
    writer = _Writer()
    blocks = "\n".join(writer.write(block) for block in chapter.blocks)
    return f'<section id="{_text(chapter.id)}">\n<h2>{_text(chapter.title)}</h2>\n{blocks}\n</section>'


class _Writer(BlockWriter[str]):
    """Writes blocks as elements; every text is escaped."""

    def paragraph(self, block: Paragraph) -> str:
        return f"<p{' class=quiet' if block.quiet else ''}>{_text(block.text)}</p>"

    def heading(self, block: Heading) -> str:
        return f"<h3>{_text(block.text)}</h3>"

    def bullets(self, block: Bullets) -> str:
        return f"<ul>{''.join(f'<li>{_text(item)}</li>' for item in block.items)}</ul>"

    def figure(self, block: Figure) -> str:
        return f"<figure>{svg_text(block.scene(block.size, PlainMeasurer()), LIGHT)}</figure>"

    def cards(self, block: Cards) -> str:
        made = "".join(
            f'<div class="card"><div class="caption">{_text(card.caption)}</div>'
            f'<div class="figure">{_text(card.figure)}</div><div class="below">{_text(card.note)}</div></div>'
            for card in block.cards
        )
        return f'<div class="cards">{made}</div>'

    def panels(self, block: Panels) -> str:
        made = "".join(
            f"<div><h3>{_text(panel.title)}</h3>{self.write(panel.matter)}</div>" for panel in block.panels
        )
        widths = " ".join(f"minmax(0,{panel.wide:g}fr)" for panel in block.panels)
        return f'<div class="panels" style="--columns:{widths}">{made}</div>'

    def checklist(self, block: Checklist) -> str:
        items = "".join(
            f"<li{' class=done' if line.done else ''}><span>{'&#9745;' if line.done else '&#9744;'}</span>"
            f"<span>{_text(line.text)}</span></li>"
            for line in block.lines
        )
        return f'<ul class="checks">{items}</ul>'

    def table(self, block: Table) -> str:
        shown = rows_in_sight(block)
        heads = "".join(_head(column, is_sortable=block.is_sortable) for column in block.columns)
        rows = "".join(
            f"<tr{_row_class(block, at, shown)}>"
            + "".join(_cell(cell, column) for cell, column in zip(row, block.columns, strict=True))
            + "</tr>"
            for at, row in enumerate(block.rows)
        )
        kinds = {"sortable": block.is_sortable, "short": len(shown) <= _SHORT}
        kind = _classes(name for name, is_so in kinds.items() if is_so)
        name = f' aria-label="{_text(block.name)}"' if block.name else ""
        said = shortened_note(len(shown), block)
        note = f'<p class="quiet shortened">{_text(said)}</p>' if said else ""
        whole = f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
        return f'<div class="scroll"><table{kind}{name}>{whole}</table></div>{note}'

    def map(self, block: WorldMap) -> str:
        weak, gradient, strong = map_legend(block)
        title = _text(block.title)
        return "\n".join(
            (
                f"<h3>{title}</h3>",
                f'<div class="map" id="map" role="img" aria-label="{title}"></div>',
                f'<div class="legend"><span>{_text(weak)}</span>',
                f'<span class="ramp" style="background:{gradient}"></span><span>{_text(strong)}</span>',
                f'<span class="grey" style="background:{LIGHT.map.excluded}"></span>',
                f"<span>{_text(t('not ranked'))}</span></div>",
                f'<p class="quiet">{_text(block.source)}</p>',
            )
        )


def _row_class(table: Table, at: int, shown: list[int]) -> str:
    """Rows that stand out, those that paper has no room for, and those that never stand alone on a page."""
    kinds = {
        "strong": at in table.strong,
        "more": at not in shown,
        "first": at in shown[:_TOGETHER],
        "last": at in shown[-_TOGETHER:],
    }
    return _classes(name for name, is_so in kinds.items() if is_so)


def _classes(names: Iterable[str]) -> str:
    joined = " ".join(names)
    return f' class="{joined}"' if joined else ""


def _head(column: Column, *, is_sortable: bool) -> str:
    title = _text(column.title)
    if is_sortable:
        title = f'<button type="button">{title}</button>'
    return f'<th scope="col"{_number(column)}{_tip(column.tip)}>{title}</th>'


def _cell(cell: Cell, column: Column) -> str:
    key = ""
    if cell.key is not None:
        key = f' data-key="{"" if math.isnan(cell.key) else f"{cell.key:.6g}"}"'
    bar = f'<span class="bar" style="width:{100 * cell.bar:.0f}%"></span>' if cell.bar > 0 else ""
    return f"<td{_number(column)}{key}{_tip(cell.tip)}>{_text(cell.text)}{bar}</td>"


def _number(column: Column) -> str:
    return ' class="number"' if column.is_number else ""


def _tip(text: str) -> str:
    return f' title="{_text(text)}"' if text else ""
