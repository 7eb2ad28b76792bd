"""The report as slides: native tables, charts as pictures, one matter a slide."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Cm, Pt

from advisor.export.pictures.png_file import picture_size
from advisor.export.progress import Progress, told, unheard
from advisor.export.report.block_writer import BlockWriter, map_note, rows_in_sight, shortened_note
from advisor.export.report.blocks import (
    Block,
    Bullets,
    Cards,
    Cell,
    Chapter,
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
from advisor.export.subject import Subject
from advisor.scenario.study.inside_office import PART, office_study
from advisor.views.look.theme import LIGHT
from advisor.words.translation import t

_WIDE, _HIGH = 33.867, 19.05  # cm, 16 to 9
_LEFT, _TOP, _BOTTOM = 1.5, 2.7, 1.3
_ROOM = _WIDE - 2 * _LEFT
_TITLE_ONLY = 5  # layout of the library's template
_LINE = 0.56  # cm of a line of 12 points
_LETTERS = 160.0  # of a line of 12 points across the slide
_ROWS, _ROW = 15, 0.82  # rows of a table on a slide, and the height of one, cm
_HALF = 7.0  # cm: a table that finds less room begins on a slide of its own
_NOTE = 1.3  # cm for a note below a picture
_DENSE = 9  # points in tables of many rows or columns
_GROUND, _TINT = LIGHT.window, LIGHT.selected
_MARK = "\N{BULLET}"
_TICKED, _OPEN = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"


def slides_report(report: Report, subject: Subject, progress: Progress = unheard) -> bytes:
    """The file's content; the study is in it, so that it opens again.

    Args:
        report: its content.
        subject: what is reported.
        progress: told the part that is done; what it raises ends the work.
    """
    return dated(_Writer(report, subject).content(progress), subject.today)


class _Writer(BlockWriter[None]):
    """Fills slides from top to bottom; what does not fit begins another of the same title."""

    def __init__(self, report: Report, subject: Subject) -> None:
        super().__init__()
        self._report, self._subject = report, subject
        self._deck: Any = Presentation()
        self._slide: Any = None
        self._title = ""
        self._at = _TOP
        self._below = 0.0  # room for the note that follows
        self._is_dense = True  # the page for a board, which has to fit on one slide

    def content(self, progress: Progress) -> bytes:
        """Write all chapters."""
        self._deck.slide_width, self._deck.slide_height = Cm(_WIDE), Cm(_HIGH)
        report = self._report
        for at, chapter in enumerate(told(report.chapters, progress)):
            title = chapter.title
            if at == 0:
                title = t("{study}: {chapter}", study=report.title, chapter=chapter.title)
            self._is_dense = at == 0
            self._begin(title)
            if at == 0:
                self._text([(report.subtitle, 12, LIGHT.quiet, False)])
            self._chapter(chapter)
        describe(self._deck.core_properties, report.title, self._subject.today)
        package = self._deck.part.package
        part = Part(PackURI(PART), "application/xml", package, office_study(self._subject.study))
        self._deck.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
        out = io.BytesIO()
        self._deck.save(out)
        return out.getvalue()

    def _chapter(self, chapter: Chapter) -> None:
        for at, block in enumerate(chapter.blocks):
            after = chapter.blocks[at + 1 : at + 2]
            # No note stands alone on the slide after its picture.
            notes = [note for note in after if isinstance(note, Paragraph) and note.quiet]
            self._below = sum(self._least(note) for note in notes)
            if isinstance(block, Heading):
                below = chapter.blocks[at + 1 : at + 3]
                self._make_room(_LINE * 2 + sum(self._least(each) for each in below))
            self.write(block)

    def _least(self, block: Block) -> float:
        """Height of what has to stand below its heading, cm."""
        if isinstance(block, Paragraph):
            return _lines(block.text, self._size) * _LINE
        if isinstance(block, Table):
            return _ROW + _HALF
        return 0.0 if isinstance(block, Heading) else 2 * _LINE

    # Room --------------------------------------------------------------------------------------------

    def _begin(self, title: str) -> None:
        self._title = title
        slide = self._slide = self._deck.slides.add_slide(self._deck.slide_layouts[_TITLE_ONLY])
        head = slide.shapes.title
        head.left, head.top, head.width, head.height = Cm(_LEFT), Cm(0.9), Cm(_ROOM), Cm(1.6)
        frame = head.text_frame
        frame.text, frame.vertical_anchor, frame.word_wrap = title, MSO_ANCHOR.MIDDLE, True
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.font.size, paragraph.font.bold, paragraph.font.color.rgb = Pt(26), True, _rgb(LIGHT.text)
        foot = slide.shapes.add_textbox(Cm(_LEFT), Cm(_HIGH - 1.15), Cm(_ROOM), Cm(0.7)).text_frame
        foot.text = t(
            "{footer} \N{MIDDLE DOT} {page}", footer=self._report.footer, page=len(self._deck.slides)
        )
        foot.word_wrap, foot.margin_left = True, 0
        foot.paragraphs[0].font.size, foot.paragraphs[0].font.color.rgb = Pt(9), _rgb(LIGHT.quiet)
        self._at = _TOP

    @property
    def _size(self) -> int:
        """Points of running text."""
        return 11 if self._is_dense else 12

    @property
    def _left(self) -> float:
        return _HIGH - _BOTTOM - self._at

    def _make_room(self, height: float) -> None:
        if height > self._left and self._at > _TOP:
            self._begin(self._title)

    # Blocks ------------------------------------------------------------------------------------------

    def _text(self, parts: Sequence[tuple[str, int, str, bool]]) -> None:
        """Paragraphs of text, size, colour and weight, in a box of their own."""
        height = sum(_lines(text, size) * _LINE * size / 12 for text, size, _, _ in parts)
        height += 0.07 if self._is_dense else 0.15
        self._make_room(height)
        frame = self._slide.shapes.add_textbox(Cm(_LEFT), Cm(self._at), Cm(_ROOM), Cm(height)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for at, (text, size, colour, is_bold) in enumerate(parts):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_bold, _rgb(colour)
        self._at += height

    def paragraph(self, block: Paragraph) -> None:
        self._text(
            [(block.text, 10 if block.quiet else 12, LIGHT.quiet if block.quiet else LIGHT.text, False)]
        )

    def heading(self, block: Heading) -> None:
        self._at += 0.1 if self._is_dense else 0.2
        self._text([(block.text, self._size + 1, LIGHT.text, True)])

    def bullets(self, block: Bullets) -> None:
        for item in block.items:
            self._text([(f"{_MARK} {item}", self._size, LIGHT.text, False)])

    def checklist(self, block: Checklist) -> None:
        for line in block.lines:
            self._text([(f"{_TICKED if line.done else _OPEN} {line.text}", 12, LIGHT.text, False)])

    def cards(self, block: Cards) -> None:
        count, high, gap = len(block.cards), 2.2, 0.3
        self._make_room(high)
        wide = (_ROOM - gap * (count - 1)) / count
        for at, card in enumerate(block.cards):
            left = _LEFT + at * (wide + gap)
            box = self._slide.shapes.add_textbox(Cm(left), Cm(self._at), Cm(wide), Cm(high))
            box.fill.solid()
            box.fill.fore_color.rgb = _rgb(_TINT if at == 0 else _GROUND)
            frame = box.text_frame
            frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
            frame.margin_left = frame.margin_right = Cm(0.25)
            for place, (text, size, colour) in enumerate(
                ((card.caption, 10, LIGHT.quiet), (card.figure, 17, LIGHT.text), (card.note, 10, LIGHT.quiet))
            ):
                paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
                run = paragraph.add_run()
                run.text = text
                run.font.size, run.font.bold, run.font.color.rgb = Pt(size), size > 12, _rgb(colour)
        self._at += high + 0.25

    def table(self, block: Table) -> None:
        rows = rows_in_sight(block, _ROWS)
        note = shortened_note(len(rows), block)
        size = _DENSE if len(block.columns) > 6 or len(rows) > _ROWS else 11
        if self._left < _ROW + min(_HALF, sum(_row_height(block, row, size) for row in rows)):
            self._begin(self._title)
        while rows:
            heights = [_row_height(block, row, size) for row in rows]
            # As many on each slide, so that the last one does not hold a single row.
            slides = -(-(sum(heights)) // (self._left - _ROW))
            even = sum(heights) / slides + max(heights)
            taken, height = 0, _ROW
            for tall in heights:
                if taken and (height + tall > self._left or height - _ROW + tall > even):
                    break
                taken, height = taken + 1, height + tall
            self._part(block, rows[:taken], size)
            rows = rows[taken:]
            if rows:
                self._begin(self._title)
        if note:
            self._text([(note, 10, LIGHT.quiet, False)])

    def _part(self, block: Table, rows: Sequence[int], size: int) -> None:
        """Some rows of a table below its head."""
        heights = [_ROW, *(_row_height(block, row, size) for row in rows)]
        shape = self._slide.shapes.add_table(
            len(rows) + 1, len(block.columns), Cm(_LEFT), Cm(self._at), Cm(_ROOM), Cm(sum(heights))
        )
        table = shape.table
        table.horz_banding = False
        whole = sum(column.wide for column in block.columns)
        for at, column in enumerate(block.columns):
            table.columns[at].width = Cm(_ROOM * column.wide / whole)
            _fill(table.cell(0, at), Cell(column.title), column, size, is_strong=True, ground=_GROUND)
        for place, number in enumerate(rows, start=1):
            is_strong = number in block.strong
            for at, (cell, column) in enumerate(zip(block.rows[number], block.columns, strict=True)):
                ground = _TINT if is_strong else LIGHT.panel
                _fill(table.cell(place, at), cell, column, size, is_strong=is_strong, ground=ground)
        for at, height in enumerate(heights):
            table.rows[at].height = Cm(height)
        self._at += sum(heights) + 0.3

    def _picture(self, png: bytes, words: str) -> None:
        wide, high = picture_size(png)
        if self._left < 8.0:
            self._begin(self._title)
        scale = min(_ROOM / wide, (self._left - max(_NOTE, self._below + 0.5)) / high)
        width, height = wide * scale, high * scale
        left = _LEFT + (_ROOM - width) / 2
        shape = self._slide.shapes.add_picture(io.BytesIO(png), Cm(left), Cm(self._at), Cm(width), Cm(height))
        shape._element.nvPicPr.cNvPr.set("descr", words)
        self._at += height + 0.3

    def figure(self, block: Figure) -> None:
        self._picture(*figure_picture(block))

    def map(self, block: WorldMap) -> None:
        png, words = map_picture(block)
        self._picture(png, words)
        self._text([(map_note(block), 10, LIGHT.quiet, False)])
        self._begin(self._title)


def _lines(text: str, size: float, share: float = 1.0) -> int:
    """How many lines a text takes in a part of the slide's width; a little too many rather than too few."""
    return max(1, -(-len(text) // max(3, int(_LETTERS * share * 12 / size))))


def _row_height(block: Table, row: int, size: int) -> float:
    whole = sum(column.wide for column in block.columns)
    most = max(
        _lines(cell.text, size, 0.86 * column.wide / whole)
        for cell, column in zip(block.rows[row], block.columns, strict=True)
    )
    padding = 0.34 if size > _DENSE else 0.2
    return padding + most * 0.44 * size / 10


def _fill(target: Any, cell: Cell, column: Column, size: int, *, is_strong: bool, ground: str) -> None:
    target.fill.solid()
    target.fill.fore_color.rgb = _rgb(ground)
    target.margin_left = target.margin_right = Cm(0.15)
    target.margin_top = target.margin_bottom = Cm(0.06)
    target.vertical_anchor = MSO_ANCHOR.MIDDLE
    paragraph = target.text_frame.paragraphs[0]
    if column.is_number:
        paragraph.alignment = PP_ALIGN.RIGHT
    run = paragraph.add_run()
    run.text = cell.text
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_strong, _rgb(LIGHT.text)


def _rgb(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]
