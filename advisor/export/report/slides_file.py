"""The report as slides: native tables, charts as pictures, one matter a slide."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Cm, Pt

from advisor.export.pictures.png_file import picture_size
from advisor.export.progress import Progress, told, unheard
from advisor.export.report.block_writer import map_note, rows_in_sight, shortened_note
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
    Panel,
    Panels,
    Paragraph,
    Report,
    Table,
    WorldMap,
)
from advisor.export.report.office_writer import OfficeWriter, copied_over
from advisor.export.report.pictures import figure_picture, map_picture
from advisor.export.subject import Subject
from advisor.views.look.theme import LIGHT
from advisor.words.translation import t

_WIDE, _HIGH = 33.867, 19.05  # cm, 16 to 9
_LEFT, _TOP, _BOTTOM = 1.5, 2.9, 1.3
_ROOM = _WIDE - 2 * _LEFT
_TITLE_ONLY = 5  # layout of the library's template
_POINT = 0.0353  # cm
_LETTER, _LINE = 0.44, 1.2  # width of a letter and height of a line, parts of the size
_SIZES = (18, 16, 14, 12)  # points of running text: the largest that leaves a matter on one slide
_BOARD_SIZES = (14, 13, 12, 11, 10)  # the page for a board has to stay on one slide, however much it says
_ANSWER = 17  # points of the sentence that answers the question
_QUIET = 0.85  # size of notes, part of that of the text
_CELLS, _DENSE = 12, 10  # points in tables, and in those of long texts
_COLUMNS = 12  # of a table, from which on it is dense
_PAIR_ROWS, _PAIR_COLUMNS, _PAIR_LETTERS = 14, 4, 44  # of tables that stand in two parts beside each other
_ROWS = 14  # rows of a table that is cut short
_HALF = 7.0  # cm: a table that finds less room begins on a slide of its own
_SMALLEST = 0.7  # of the size that a picture has on a slide of its own: below it gets one
_CARD, _GAP = 2.2, 0.25  # cm
_GROUND, _TINT = LIGHT.window, LIGHT.selected
_MARK = "\N{BULLET}"
_TICKED, _OPEN = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"

_Part = tuple[str, float, str, bool]  # text, points, colour, and whether it is bold


def slides_report(report: Report, subject: Subject, progress: Progress = unheard) -> bytes:
    """The file's content; the study is in it, so that it opens again.

    Args:
        report: its content.
        subject: what is reported.
        progress: told the part that is done; what it raises ends the work.
    """
    return _Writer(report, subject).content(progress)


class _Writer(OfficeWriter):
    """Fills slides from top to bottom; what does not fit begins another of the same title."""

    def __init__(self, report: Report, subject: Subject) -> None:
        super().__init__(report, subject, Presentation(), Part, PackURI)
        self._slide: Any = None
        self._title = ""
        self._at = _TOP
        self._size: float = _SIZES[-1]
        self._below = 0.0  # cm for the note that follows

    def write_chapters(self, progress: Progress) -> None:
        """Write all chapters."""
        self.document.slide_width, self.document.slide_height = Cm(_WIDE), Cm(_HIGH)
        for at, chapter in enumerate(told(self.report.chapters, progress)):
            if at == 0:
                self._board(chapter)
            else:
                self._chapter(chapter)

    def _board(self, chapter: Chapter) -> None:
        """One slide with the answer, and one with the places it was chosen from."""
        self._begin(t("{study}: {chapter}", study=self.report.title, chapter=chapter.title))
        self._text([(self.report.subtitle, 12, LIGHT.quiet, False)])
        tables = (at for at, block in enumerate(chapter.blocks) if isinstance(block, Table))
        end = next(tables, len(chapter.blocks))
        blocks = chapter.blocks[:end]
        if blocks and isinstance(blocks[0], Paragraph):
            self._text([(blocks[0].text, _ANSWER, LIGHT.text, False)])
            blocks = blocks[1:]
        self._matter(blocks, _BOARD_SIZES)
        for block in chapter.blocks[end:]:
            if isinstance(block, Table):
                self._begin(block.name)
            self.write(block)

    def _chapter(self, chapter: Chapter) -> None:
        """A slide for each matter; a heading inside the chapter goes into the title of its slide."""
        title, blocks = chapter.title, list[Block]()
        for block in chapter.blocks:
            if not isinstance(block, Heading):
                blocks.append(block)
                continue
            # A sentence alone goes onto the slide of the part that it opens.
            if not all(isinstance(one, Paragraph) for one in blocks):
                self._slide_of(title, blocks)
                blocks = []
            title = t("{chapter}: {part}", chapter=chapter.title, part=block.text)
        self._slide_of(title, blocks)

    def _slide_of(self, title: str, blocks: Sequence[Block]) -> None:
        self._begin(title)
        self._matter(blocks, _SIZES)

    def _matter(self, blocks: Sequence[Block], sizes: Sequence[float]) -> None:
        """Write blocks in the largest text that leaves them on this slide."""
        fitting = (s for s in sizes if sum(_height(block, s) for block in blocks) <= self._left)
        self._size = next(fitting, sizes[-1])
        for at, block in enumerate(blocks):
            after = blocks[at + 1] if at + 1 < len(blocks) else None
            # A note goes to the next slide together with what it is about.
            if isinstance(block, Paragraph) and isinstance(after, Table):
                self._make_room(_height(block, self._size) + _HALF)
            is_note = isinstance(after, Paragraph) and after.quiet
            self._below = _height(after, self._size) + _GAP if after is not None and is_note else 0.0
            self.write(block)

    # Room --------------------------------------------------------------------------------------------

    def _begin(self, title: str) -> None:
        self._title = title
        slide = self._slide = self.document.slides.add_slide(self.document.slide_layouts[_TITLE_ONLY])
        head = slide.shapes.title
        head.left, head.top, head.width, head.height = Cm(_LEFT), Cm(0.8), Cm(_ROOM), Cm(1.6)
        frame = head.text_frame
        frame.text, frame.vertical_anchor, frame.word_wrap = title, MSO_ANCHOR.MIDDLE, True
        frame.margin_left = frame.margin_right = 0
        paragraph = frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.LEFT
        size = 26 if _lines(title, 26, _ROOM) == 1 else 20
        paragraph.font.size, paragraph.font.bold, paragraph.font.color.rgb = Pt(size), True, _rgb(LIGHT.text)
        line = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Cm(_LEFT), Cm(2.4), Cm(2.4), Cm(0.09))
        line.fill.solid()
        line.fill.fore_color.rgb = _rgb(LIGHT.accent)
        line.line.fill.background()
        foot = slide.shapes.add_textbox(Cm(_LEFT), Cm(_HIGH - 1.15), Cm(_ROOM), Cm(0.7)).text_frame
        foot.text = t(
            "{footer} \N{MIDDLE DOT} {page}", footer=self.report.footer, page=len(self.document.slides)
        )
        foot.word_wrap, foot.margin_left = True, 0
        foot.paragraphs[0].font.size, foot.paragraphs[0].font.color.rgb = Pt(9), _rgb(LIGHT.quiet)
        self._at = _TOP

    @property
    def _left(self) -> float:
        return _HIGH - _BOTTOM - self._at

    def _make_room(self, height: float) -> None:
        if height > self._left and self._at > _TOP:
            self._begin(self._title)

    # Blocks ------------------------------------------------------------------------------------------

    def _text(self, parts: Sequence[_Part]) -> None:
        """Paragraphs across the slide."""
        height = _parts_height(parts, _ROOM)
        self._make_room(height)
        self._box(parts, _LEFT, _ROOM, height)
        self._at += height

    def _box(self, parts: Sequence[_Part], left: float, wide: float, high: float) -> None:
        """Paragraphs in a box."""
        frame = self._slide.shapes.add_textbox(Cm(left), Cm(self._at), Cm(wide), Cm(high)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for at, (text, size, colour, is_bold) in enumerate(parts):
            paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(_after(size))
            run = paragraph.add_run()
            run.text = text
            run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_bold, _rgb(colour)

    def paragraph(self, block: Paragraph) -> None:
        self._text(_parts(block, self._size))

    def heading(self, block: Heading) -> None:
        self._text([(block.text, self._size + 1, LIGHT.text, True)])

    def bullets(self, block: Bullets) -> None:
        self._list(_parts(block, self._size))

    def checklist(self, block: Checklist) -> None:
        self._list(_parts(block, self._size))

    def _list(self, parts: Sequence[_Part]) -> None:
        """As many of a list's points as this slide takes, and the others on the next ones."""
        while parts:
            counts = range(len(parts), 0, -1)
            taken = next((n for n in counts if _parts_height(parts[:n], _ROOM) <= self._left), 1)
            self._text(parts[:taken])
            parts = parts[taken:]

    def panels(self, block: Panels) -> None:
        high = _height(block, self._size)
        self._make_room(high)
        left = _LEFT
        for panel, wide in _panel_widths(block):
            self._box(_panel_parts(panel, self._size), left, wide, high)
            left += wide + 2 * _GAP
        self._at += high

    def cards(self, block: Cards) -> None:
        count = len(block.cards)
        self._make_room(_CARD)
        wide = (_ROOM - _GAP * (count - 1)) / count
        for at, card in enumerate(block.cards):
            left = _LEFT + at * (wide + _GAP)
            box = self._slide.shapes.add_textbox(Cm(left), Cm(self._at), Cm(wide), Cm(_CARD))
            box.fill.solid()
            box.fill.fore_color.rgb = _rgb(_TINT if at == 0 else _GROUND)
            frame = box.text_frame
            frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
            frame.margin_left = frame.margin_right = Cm(0.25)
            large = 20 if _lines(card.figure, 20, wide - 0.5) == 1 else 14
            for place, (text, size, colour) in enumerate(
                (
                    (card.caption, 11, LIGHT.quiet),
                    (card.figure, large, LIGHT.text),
                    (card.note, 11, LIGHT.quiet),
                )
            ):
                paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
                run = paragraph.add_run()
                run.text = text
                run.font.size, run.font.bold, run.font.color.rgb = Pt(size), size > 12, _rgb(colour)
        self._at += _CARD + _GAP

    def table(self, block: Table) -> None:
        rows = rows_in_sight(block, _ROWS)
        note = shortened_note(len(rows), block)
        if _is_pair(block, rows):
            self._pair(block, rows)
        else:
            self._long(block, rows)
        if note:
            self._at += _GAP / 2
            self._text([(note, 11, LIGHT.quiet, False)])

    def _long(self, block: Table, rows: list[int]) -> None:
        """A table across the slide, on as many slides as it takes."""
        size = _DENSE if len(block.columns) > _COLUMNS or len(rows) > 2 * _ROWS else _CELLS
        head = _head_height(block, size, _ROOM)
        if self._left < head + min(_HALF, sum(_row_height(block, row, size, _ROOM) for row in rows)):
            self._make_room(_HIGH)
        while rows:
            heights = [_row_height(block, row, size, _ROOM) for row in rows]
            # As many on each slide, so that the last one does not hold a single row.
            slides = -(-(sum(heights)) // (self._left - head))
            even = sum(heights) / slides + max(heights)
            taken, height = 0, head
            for tall in heights:
                if taken and (height + tall > self._left or height - head + tall > even):
                    break
                taken, height = taken + 1, height + tall
            self._at += self._part(block, rows[:taken], size, _LEFT, _ROOM) + _GAP
            rows = rows[taken:]
            if rows:
                self._begin(self._title)

    def _pair(self, block: Table, rows: list[int]) -> None:
        """A narrow table in two parts beside each other."""
        wide = _ROOM / 2 - _GAP
        if self._left < _HALF:
            self._make_room(_HIGH)
        while rows:
            ends = {size: _ends(block, rows, size, wide, self._left) for size in (_CELLS, _DENSE)}
            # Small only where that leaves all of it on this slide.
            size = _DENSE if ends[_DENSE][1] == len(rows) > ends[_CELLS][1] else _CELLS
            first, second = ends[size]
            high = 0.0
            for part, left in ((rows[:first], _LEFT), (rows[first:second], _LEFT + wide + 2 * _GAP)):
                if part:
                    high = max(high, self._part(block, part, size, left, wide))
            self._at += high + _GAP
            rows = rows[second:]
            if rows:
                self._begin(self._title)

    def _part(self, block: Table, rows: Sequence[int], size: int, left: float, wide: float) -> float:
        """Some rows of a table below its head; its height in cm."""
        heights = [_head_height(block, size, wide), *(_row_height(block, row, size, wide) for row in rows)]
        shape = self._slide.shapes.add_table(
            len(rows) + 1, len(block.columns), Cm(left), Cm(self._at), Cm(wide), Cm(sum(heights))
        )
        table = shape.table
        table.horz_banding = False
        for made, width in zip(table.columns, _widths(block, wide), strict=True):
            made.width = Cm(width)
        texts = [tuple(Cell(column.title) for column in block.columns), *(block.rows[at] for at in rows)]
        grounds = [_GROUND, *(_TINT if at in block.strong else LIGHT.panel for at in rows)]
        first: dict[tuple[int, str], Any] = {}  # of those that look the same, which others are copies of
        for row, height, cells, ground in zip(table.rows, heights, texts, grounds, strict=True):
            row.height = Cm(height)
            for at, (target, cell) in enumerate(zip(row.cells, cells, strict=True)):
                if (at, ground) in first:
                    made = copied_over(first[at, ground], target._tc)
                    made.txBody.p_lst[0].r_lst[0].text = _shown(cell)
                else:
                    first[at, ground] = target._tc
                    is_strong = ground != LIGHT.panel
                    _fill(target, cell, block.columns[at], size, is_strong=is_strong, ground=ground)
        return sum(heights)

    def _picture(self, png: bytes, words: str) -> None:
        wide, high = picture_size(png)
        alone, here = (
            min(_ROOM / wide, (room - self._below) / high) for room in (_HIGH - _BOTTOM - _TOP, self._left)
        )
        if here < _SMALLEST * alone:
            self._make_room(_HIGH)
            here = alone
        scale = here
        width, height = wide * scale, high * scale
        left = _LEFT + (_ROOM - width) / 2
        shape = self._slide.shapes.add_picture(io.BytesIO(png), Cm(left), Cm(self._at), Cm(width), Cm(height))
        shape._element.nvPicPr.cNvPr.set("descr", words)
        self._at += height + 0.2

    def figure(self, block: Figure) -> None:
        self._picture(*figure_picture(block))

    def map(self, block: WorldMap) -> None:
        png, words = map_picture(block)
        note = [(map_note(block), 11.0, LIGHT.quiet, False)]
        self._below = _parts_height(note, _ROOM) + _GAP
        self._picture(png, words)
        self._text(note)
        self._begin(self._title)


# What texts take -------------------------------------------------------------------------------------


def _lines(text: str, size: float, wide: float) -> int:
    """How many lines a text takes in so many cm; a little too many rather than too few."""
    return max(1, -(-len(text) // max(3, int(wide / (_LETTER * size * _POINT)))))


def _after(size: float) -> float:
    """Points below a paragraph."""
    return size / 4


def _parts_height(parts: Sequence[_Part], wide: float) -> float:
    return sum(
        (_lines(text, size, wide) * _LINE * size + _after(size)) * _POINT
        for text, size, _colour, _bold in parts
    )


def _parts(block: Paragraph | Bullets | Checklist, size: float) -> list[_Part]:
    """What a block of texts consists of, each with its size and colour."""
    if isinstance(block, Paragraph):
        small, colour = (size * _QUIET, LIGHT.quiet) if block.quiet else (size, LIGHT.text)
        return [(block.text, small, colour, False)]
    if isinstance(block, Bullets):
        return [(f"{_MARK} {item}", size, LIGHT.text, False) for item in block.items]
    boxes = ((_TICKED if line.done else _OPEN, line.text) for line in block.lines)
    return [(f"{box} {text}", size, LIGHT.text, False) for box, text in boxes]


def _panel_parts(panel: Panel, size: float) -> list[_Part]:
    return [(panel.title, size + 1, LIGHT.text, True), *_parts(panel.matter, size)]


def _panel_widths(block: Panels) -> list[tuple[Panel, float]]:
    whole = sum(panel.wide for panel in block.panels)
    room = _ROOM - 2 * _GAP * (len(block.panels) - 1)
    return [(panel, room * panel.wide / whole) for panel in block.panels]


def _height(block: Block, size: float) -> float:
    """What a block takes, cm; tables and pictures find a slide of their own."""
    if isinstance(block, Paragraph | Bullets | Checklist):
        return _parts_height(_parts(block, size), _ROOM)
    if isinstance(block, Panels):
        return _GAP + max(
            _parts_height(_panel_parts(panel, size), wide) for panel, wide in _panel_widths(block)
        )
    return _CARD + _GAP if isinstance(block, Cards) else _HALF


def _is_pair(block: Table, rows: Sequence[int]) -> bool:
    """Whether a table is better read in two parts beside each other: many rows of few and short texts."""
    if len(rows) < _PAIR_ROWS or len(block.columns) > _PAIR_COLUMNS:
        return False
    return all(sum(len(cell.text) for cell in block.rows[row]) <= 1.6 * _PAIR_LETTERS for row in rows)


def _ends(block: Table, rows: Sequence[int], size: int, wide: float, room: float) -> tuple[int, int]:
    """Where the two parts of a table end: each in its room, and about as high where that is all of it."""
    room -= _head_height(block, size, wide)
    totals = list(accumulate(_row_height(block, row, size, wide) for row in rows))
    first = max(1, sum(total <= room for total in totals))
    second = sum(total - totals[first - 1] <= room for total in totals)
    if second == len(rows):
        first = min(first, 1 + sum(total <= totals[-1] / 2 for total in totals))
    return first, second


def _widths(block: Table, wide: float) -> list[float]:
    whole = sum(column.wide for column in block.columns)
    return [wide * column.wide / whole for column in block.columns]


def _head_height(block: Table, size: int, wide: float) -> float:
    return _texts_height([column.title for column in block.columns], block, size, wide)


def _row_height(block: Table, row: int, size: int, wide: float) -> float:
    return _texts_height([cell.text for cell in block.rows[row]], block, size, wide)


def _texts_height(texts: Sequence[str], block: Table, size: int, wide: float) -> float:
    most = max(
        _lines(text, size * 1.05, width - 0.3)
        for text, width in zip(texts, _widths(block, wide), strict=True)
    )
    padding = 0.25 if size > _DENSE else 0.14
    return padding + most * _LINE * size * _POINT


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
    run.text = _shown(cell)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), is_strong, _rgb(LIGHT.text)


def _shown(cell: Cell) -> str:
    return cell.text or "\N{NO-BREAK SPACE}"  # a cell without text is as high as the template's


def _rgb(colour: str) -> RGBColor:
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return RGBColor(red, green, blue)  # type: ignore[no-untyped-call]
