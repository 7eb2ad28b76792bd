"""The report as a Word file: native tables and headings, boxes to tick, charts as pictures."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Cm, Pt, RGBColor

from advisor.export.progress import Progress, told, unheard
from advisor.export.report.block_writer import BlockWriter, map_note, rows_in_sight, shortened_note
from advisor.export.report.blocks import (
    Bullets,
    Cards,
    Cell,
    Checklist,
    Column,
    Figure,
    Heading,
    Paragraph,
    Report,
    Table,
    WorldMap,
)
from advisor.export.report.dated_archive import dated, describe
from advisor.export.report.pictures import figure_picture, map_picture
from advisor.export.report.word_parts import (
    add_box,
    add_page_number,
    keep_whole,
    repeat_head,
    rule_rows,
    shade,
)
from advisor.export.subject import Subject
from advisor.scenario.study.inside_office import PART, office_study
from advisor.views.look.theme import LIGHT

_FONT = "Calibri"
_TEXT, _SMALL, _CELL = 10.5, 9.0, 8.5  # points
_CARDS = 3  # beside each other
_WIDE = 17.4  # cm between the margins of A4
_GROUND, _TINT = LIGHT.window, LIGHT.selected


def word_report(report: Report, subject: Subject, progress: Progress = unheard) -> bytes:
    """The file's content; the study is in it, so that it opens again.

    Args:
        report: its content.
        subject: what is reported.
        progress: told the part that is done; what it raises ends the work.
    """
    return dated(_Writer(report, subject).content(progress), subject.today)


class _Writer(BlockWriter[None]):
    def __init__(self, report: Report, subject: Subject) -> None:
        super().__init__()
        self._report, self._subject = report, subject
        self._document: Any = Document()

    def content(self, progress: Progress) -> bytes:
        """Write all chapters."""
        self._set_up()
        report = self._report
        self._document.add_heading(report.title, 0)
        self._say(report.subtitle, _TEXT, LIGHT.quiet)
        for at, chapter in enumerate(told(report.chapters, progress)):
            heading = self._document.add_heading(chapter.title, 1)
            # The page for a board stands alone; the rest flows, so that no page holds a line or two.
            heading.paragraph_format.page_break_before = at == 1
            for block in chapter.blocks:
                self.write(block)
        self._add_study()
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _set_up(self) -> None:
        document = self._document
        section = document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.8)
        section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.8)
        styles = document.styles
        styles["Normal"].font.name, styles["Normal"].font.size = _FONT, Pt(_TEXT)
        styles["Normal"].paragraph_format.space_after = Pt(5)
        for name, size, before in (("Title", 24, 0), ("Heading 1", 17, 16), ("Heading 2", 12, 9)):
            style = styles[name]
            style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
            style.font.color.rgb = _rgb(LIGHT.text)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
            fonts = style.element.rPr.rFonts
            for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[theme]
        styles["Title"].element.pPr.remove_all("w:pBdr")
        foot = section.footer.paragraphs[0]
        run = foot.add_run(f"{self._report.footer} \N{MIDDLE DOT} ")
        add_page_number(foot)
        for each in (run, *foot.runs):
            each.font.size, each.font.color.rgb = Pt(8), _rgb(LIGHT.quiet)
        about = document.core_properties
        describe(about, self._report.title, self._subject.today)
        about.comments, about.revision = "", 1

    def _add_study(self) -> None:
        package = self._document.part.package
        part = Part(PackURI(PART), "application/xml", office_study(self._subject.study), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)

    # Blocks ------------------------------------------------------------------------------------------

    def _say(self, text: str, size: float, colour: str, style: str | None = None) -> Any:
        made = self._document.add_paragraph(style=style)
        run = made.add_run(text)
        run.font.size, run.font.color.rgb = Pt(size), _rgb(colour)
        return made

    def paragraph(self, block: Paragraph) -> None:
        size, colour = (_SMALL, LIGHT.quiet) if block.quiet else (_TEXT, LIGHT.text)
        self._say(block.text, size, colour)

    def heading(self, block: Heading) -> None:
        self._document.add_heading(block.text, 2)

    def bullets(self, block: Bullets) -> None:
        for item in block.items:
            self._say(item, _TEXT, LIGHT.text, "List Bullet").paragraph_format.space_after = Pt(2)

    def checklist(self, block: Checklist) -> None:
        for line in block.lines:
            made = self._document.add_paragraph()
            made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = Cm(0.65), Cm(-0.65)
            made.paragraph_format.space_after = Pt(2)
            made.paragraph_format.tab_stops.add_tab_stop(Cm(0.65))
            add_box(made, is_ticked=line.done)
            made.add_run(f"\t{line.text}").font.size = Pt(_TEXT - 0.5)

    def cards(self, block: Cards) -> None:
        cards = block.cards
        rows = -(-len(cards) // _CARDS)
        table = self._document.add_table(rows, _CARDS)
        for at, card in enumerate(cards):
            cell = table.cell(at // _CARDS, at % _CARDS)
            shade(cell, _TINT if at == 0 else _GROUND)
            first = cell.paragraphs[0]
            for paragraph, text, size, colour in (
                (first, card.caption, _SMALL, LIGHT.quiet),
                (cell.add_paragraph(), card.figure, 15, LIGHT.text),
                (cell.add_paragraph(), card.note, _SMALL, LIGHT.quiet),
            ):
                paragraph.paragraph_format.space_before = Pt(5 if paragraph is first else 0)
                paragraph.paragraph_format.space_after = Pt(5 if text == card.note else 0)
                run = paragraph.add_run(text)
                run.font.size, run.font.color.rgb, run.font.bold = Pt(size), _rgb(colour), size > _TEXT
        self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def table(self, block: Table) -> None:
        shown = rows_in_sight(block)
        table = self._document.add_table(1 + len(shown), len(block.columns))
        table.autofit = False
        rule_rows(table, LIGHT.line)
        whole = sum(column.wide for column in block.columns)
        widths = [Cm(_WIDE * column.wide / whole) for column in block.columns]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        cells = table._cells  # asking the table for each cell takes ever longer
        count = len(block.columns)
        for at, (column, width) in enumerate(zip(block.columns, widths, strict=True)):
            _fill(cells[at], Cell(column.title), column, width, LIGHT.quiet, is_strong=True)
        repeat_head(table.rows[0])
        for place, number in enumerate(shown, start=1):
            is_strong = number in block.strong
            for at, (cell, column) in enumerate(zip(block.rows[number], block.columns, strict=True)):
                target = cells[place * count + at]
                _fill(target, cell, column, widths[at], LIGHT.text, is_strong=is_strong)
                if is_strong:
                    shade(target, _TINT)
        for row in table.rows:
            keep_whole(row)
        if note := shortened_note(len(shown), block):
            self._say(note, _SMALL, LIGHT.quiet)
        else:
            self._document.add_paragraph().paragraph_format.space_after = Pt(0)

    def _picture(self, png: bytes, words: str) -> None:
        picture = self._document.add_picture(io.BytesIO(png), width=Cm(_WIDE))
        picture._inline.docPr.set("descr", words)

    def figure(self, block: Figure) -> None:
        self._picture(*figure_picture(block))

    def map(self, block: WorldMap) -> None:
        self.heading(Heading(block.title))
        self._picture(*map_picture(block))
        self._say(map_note(block), _SMALL, LIGHT.quiet)


def _fill(target: Any, cell: Cell, column: Column, width: Any, colour: str, *, is_strong: bool) -> None:
    target.width = width
    paragraph = target.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    if column.is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(cell.text)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(_CELL), is_strong, _rgb(colour)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())
