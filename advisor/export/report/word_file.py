"""The report as a Word file: native tables and headings, boxes to tick, charts as pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Cm, Pt, RGBColor

from advisor.export.progress import Progress, told, unheard
from advisor.export.report.block_writer import map_note, rows_in_sight, shortened_note
from advisor.export.report.blocks import (
    Block,
    Bullets,
    Cards,
    Cell,
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
from advisor.export.report.office_writer import OfficeWriter, copied_over
from advisor.export.report.pictures import figure_picture, map_picture
from advisor.export.report.word_parts import (
    add_box,
    add_page_number,
    keep_whole,
    narrow_cells,
    repeat_head,
    rule_rows,
    say_language,
    shade,
)
from advisor.export.subject import Subject
from advisor.views.look.theme import LIGHT
from advisor.words.translation import language

_FONT = "Calibri"
_TEXT, _SMALL, _CELL = 10.5, 9.0, 8.5  # points
_MANY, _NARROW = 9, 7.5  # columns, from which on headings are so small, that no word is broken
_SHORT = 8  # rows of a table that is not broken between pages
_TOGETHER = 2  # rows that stay with the head of a table, and at its end
_PANEL = 9.0  # points of texts beside each other
_HANG = Cm(0.4)  # of points in a narrow column
_GAP = 6  # points between tables
_FIGURE = 13  # points of figures that are read first
_LEAD = 13  # points of the sentence that answers the question
_WIDE = 17.4  # cm between the margins of A4
_GROUND, _TINT = LIGHT.window, LIGHT.selected


def word_report(report: Report, subject: Subject, progress: Progress = unheard) -> bytes:
    """The file's content; the study is in it, so that it opens again.

    Args:
        report: its content.
        subject: what is reported.
        progress: told the part that is done; what it raises ends the work.
    """
    return _Writer(report, subject).content(progress)


class _Writer(OfficeWriter):
    def __init__(self, report: Report, subject: Subject) -> None:
        super().__init__(report, subject, Document(), Part, PackURI)
        self._after: Block | None = None  # what follows in the chapter

    def write_chapters(self, progress: Progress) -> None:
        """Write all chapters."""
        self._set_up()
        report = self.report
        self.document.add_heading(report.title, 0)
        self._say(report.subtitle, _TEXT, LIGHT.quiet)
        for at, chapter in enumerate(told(report.chapters, progress)):
            heading = self.document.add_heading(chapter.title, 1)
            # The page for a board stands alone; the rest flows, so that no page holds a line or two.
            heading.paragraph_format.page_break_before = at == 1
            if at == 0:
                heading.paragraph_format.space_before = Pt(2)
            blocks = chapter.blocks
            if at == 0 and blocks and isinstance(blocks[0], Paragraph):
                self._say(blocks[0].text, _LEAD, LIGHT.text).paragraph_format.keep_with_next = True
                blocks = blocks[1:]
            for block, after in zip(blocks, (*blocks[1:], None), strict=True):
                self._after = after
                self.write(block)

    def _set_up(self) -> None:
        document = self.document
        section = document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(1.8)
        section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.4)
        section.footer_distance = Cm(0.7)
        styles = document.styles
        styles["Normal"].font.name, styles["Normal"].font.size = _FONT, Pt(_TEXT)
        styles["Normal"].paragraph_format.space_after = Pt(5)
        say_language(styles, language())
        for name, size, before in (("Title", 22, 0), ("Heading 1", 17, 16), ("Heading 2", 12, 9)):
            style = styles[name]
            style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), True
            style.font.color.rgb = _rgb(LIGHT.text)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
            fonts = style.element.rPr.rFonts
            for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
                del fonts.attrib[theme]
        styles["Title"].element.pPr.remove_all("w:pBdr")
        foot = section.footer.paragraphs[0]
        run = foot.add_run(f"{self.report.footer} \N{MIDDLE DOT} ")
        add_page_number(foot)
        for each in (run, *foot.runs):
            each.font.size, each.font.color.rgb = Pt(8), _rgb(LIGHT.quiet)
        about = document.core_properties
        about.comments, about.revision = "", 1

    # Blocks ------------------------------------------------------------------------------------------

    def _say(self, text: str, size: float, colour: str, style: str | None = None) -> Any:
        made = self.document.add_paragraph(style=style)
        run = made.add_run(text)
        run.font.size, run.font.color.rgb = Pt(size), _rgb(colour)
        return made

    def paragraph(self, block: Paragraph) -> None:
        size, colour = (_SMALL, LIGHT.quiet) if block.quiet else (_TEXT, LIGHT.text)
        made = self._say(block.text, size, colour)
        is_opening = self._after is not None and not isinstance(self._after, Heading)
        made.paragraph_format.keep_with_next = is_opening

    def heading(self, block: Heading) -> None:
        self.document.add_heading(block.text, 2)

    def bullets(self, block: Bullets) -> None:
        for item in block.items:
            self._say(item, _TEXT, LIGHT.text, "List Bullet").paragraph_format.space_after = Pt(2)

    def checklist(self, block: Checklist) -> None:
        for line in block.lines:
            made = self.document.add_paragraph()
            made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = Cm(0.65), Cm(-0.65)
            made.paragraph_format.space_after = Pt(2)
            made.paragraph_format.tab_stops.add_tab_stop(Cm(0.65))
            add_box(made, is_ticked=line.done)
            made.add_run(f"\t{line.text}").font.size = Pt(_TEXT - 0.5)

    def cards(self, block: Cards) -> None:
        table = self.document.add_table(1, len(block.cards))
        for at, card in enumerate(block.cards):
            cell = table.cell(0, at)
            shade(cell, _TINT if at == 0 else _GROUND)
            first = cell.paragraphs[0]
            for paragraph, text, size, colour in (
                (first, card.caption, _CELL, LIGHT.quiet),
                (cell.add_paragraph(), card.figure, _FIGURE, LIGHT.text),
                (cell.add_paragraph(), card.note, _CELL, LIGHT.quiet),
            ):
                paragraph.paragraph_format.space_before = Pt(4 if paragraph is first else 0)
                paragraph.paragraph_format.space_after = Pt(4 if text == card.note else 0)
                run = paragraph.add_run(text)
                run.font.size, run.font.color.rgb, run.font.bold = Pt(size), _rgb(colour), size == _FIGURE
        narrow_cells(table)
        self._gap()

    def panels(self, block: Panels) -> None:
        """A table without lines: each panel in a column of its own."""
        table = self.document.add_table(1, len(block.panels))
        table.autofit = False
        whole = sum(panel.wide for panel in block.panels)
        for at, panel in enumerate(block.panels):
            cell = table.cell(0, at)
            cell.width = table.columns[at].width = Cm(_WIDE * panel.wide / whole)
            cell.paragraphs[0].style = self.document.styles["Heading 2"]
            cell.paragraphs[0].paragraph_format.space_before = Pt(0)
            cell.paragraphs[0].add_run(panel.title)
            for text in panel.texts if panel.is_list else (" ".join(panel.texts),):
                made = cell.add_paragraph(style="List Bullet" if panel.is_list else None)
                made.paragraph_format.space_after = Pt(2)
                if panel.is_list:
                    made.paragraph_format.left_indent, made.paragraph_format.first_line_indent = _HANG, -_HANG
                run = made.add_run(text)
                run.font.size, run.font.color.rgb = Pt(_PANEL), _rgb(LIGHT.text)
        narrow_cells(table)
        self._gap()

    def _gap(self) -> None:
        """A little room: Word would join tables that touch."""
        made = self.document.add_paragraph()
        made.paragraph_format.space_after = Pt(0)
        made.paragraph_format.line_spacing = Pt(_GAP)

    def table(self, block: Table) -> None:
        shown = rows_in_sight(block)
        table = self.document.add_table(1 + len(shown), len(block.columns))
        table.autofit = False
        rule_rows(table, LIGHT.line)
        whole = sum(column.wide for column in block.columns)
        widths = [Cm(_WIDE * column.wide / whole) for column in block.columns]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        head = _NARROW if len(block.columns) > _MANY else _CELL
        cells = table._cells  # asking the table for each cell takes ever longer
        count = len(block.columns)
        for at, (column, width) in enumerate(zip(block.columns, widths, strict=True)):
            _fill(cells[at], Cell(column.title), column, width, LIGHT.quiet, is_strong=True, size=head)
        self._keep_with_next(cells[:count], is_last=not shown)
        first: dict[tuple[int, bool, bool, bool], Any] = {}  # of those that look the same
        for place, number in enumerate(shown, start=1):
            is_strong, is_last = number in block.strong, place == len(shown)
            stays = len(shown) <= _SHORT or not _TOGETHER < place < len(shown) - _TOGETHER
            for at, (cell, column) in enumerate(zip(block.rows[number], block.columns, strict=True)):
                target, look = cells[place * count + at], (at, is_strong, stays, is_last)
                if look in first:
                    copied_over(first[look], target._tc).p_lst[0].r_lst[0].text = cell.text
                    continue
                first[look] = target._tc
                _fill(target, cell, column, widths[at], LIGHT.text, is_strong=is_strong)
                if is_strong:
                    shade(target, _TINT)
                if stays:
                    self._keep_with_next([target], is_last=is_last)
        repeat_head(table.rows[0])
        for row in table.rows:
            keep_whole(row)
        if note := shortened_note(len(shown), block):
            self._say(note, _SMALL, LIGHT.quiet)
        else:
            self._gap()

    def _keep_with_next(self, cells: Sequence[Any], *, is_last: bool) -> None:
        """A row that stays on the page of the one below it; the last one has none."""
        for cell in cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = not is_last

    def _picture(self, png: bytes, words: str) -> None:
        picture = self.document.add_picture(io.BytesIO(png), width=Cm(_WIDE))
        picture._inline.docPr.set("descr", words)
        is_note = isinstance(self._after, Paragraph) and self._after.quiet
        self.document.paragraphs[-1].paragraph_format.keep_with_next = is_note

    def figure(self, block: Figure) -> None:
        self._picture(*figure_picture(block))

    def map(self, block: WorldMap) -> None:
        self.heading(Heading(block.title))
        self._picture(*map_picture(block))
        self._say(map_note(block), _SMALL, LIGHT.quiet)


def _fill(
    target: Any, cell: Cell, column: Column, width: Any, colour: str, *, is_strong: bool, size: float = _CELL
) -> None:
    target.width = width
    paragraph = target.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    if column.is_number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run(cell.text)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_strong, _rgb(colour)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())
