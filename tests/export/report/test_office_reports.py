"""The report as Word file and as slides: native tables, boxes, pictures, and the study inside."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
import pptx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from pptx.enum.text import PP_ALIGN

from advisor.datapack.loading import load_pack
from advisor.export.pictures.png_file import picture_size
from advisor.export.registry import format_of
from advisor.export.report.block_writer import rows_in_sight
from advisor.export.report.blocks import Figure, Panels, Report, Table, WorldMap
from advisor.export.report.slides_file import _ROWS, _TINT
from advisor.export.subject import Subject
from advisor.scenario.edits.decision_edits import with_decision
from advisor.scenario.edits.plan_edits import with_tick
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.embedding import study_in
from advisor.scenario.study.json_reading import StudyFileError
from advisor.views.look.theme import LIGHT
from advisor.words.locale import set_locale
from advisor.words.translation import language

NASTY = "</w:t> & <b> \" '"
KINDS = (".docx", ".pptx")


def written(subject: Subject, suffix: str, folder: Path) -> Path:
    how = format_of(Path(f"x{suffix}"))
    assert how is not None
    path = folder / f"report{suffix}"
    path.write_bytes(how.files(subject)[""])
    return path


@pytest.fixture(scope="module")
def files(subject: Subject, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    return {suffix: written(subject, suffix, folder) for suffix in KINDS}


def blocks_of(report: Report, kind: type) -> list:
    return [b for chapter in report.chapters for b in chapter.blocks if isinstance(b, kind)]


def test_that_the_figures_of_the_cost_stand_below_headings(report: Report) -> None:
    cost = next(chapter for chapter in report.chapters if chapter.id == "cost")
    titles = [[column.title for column in block.columns] for block in cost.blocks if isinstance(block, Table)]
    assert len(titles) == 2
    assert all(all(row) for row in titles)


def test_that_a_word_file_has_headings_native_tables_pictures_and_boxes(
    files: dict[str, Path], subject: Subject, report: Report
) -> None:
    document = docx.Document(str(files[".docx"]))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == [chapter.title for chapter in report.chapters]
    tables = blocks_of(report, Table)
    beside = blocks_of(report, Panels)
    assert len(document.tables) == len(tables) + len(beside) + 1  # the cards are one
    ranking = next(table for table in document.tables if table.cell(0, 0).text == "Rank")
    first = subject.assessment.locations[int(subject.assessment.evaluation.order[0])].name
    assert ranking.cell(1, 1).text == first
    assert len(document.inline_shapes) == len(blocks_of(report, Figure)) + len(blocks_of(report, WorldMap))
    xml = zipfile.ZipFile(files[".docx"]).read("word/document.xml").decode()
    assert xml.count("<w14:checkbox>") > 30
    assert document.core_properties.title == report.title
    assert "2026.11" in document.sections[0].footer.paragraphs[0].text


def texts_of(block: Table, rows: list[int]) -> list[str]:
    """Heads and cells, from left to right and line by line."""
    heads = [column.title for column in block.columns]
    return heads + [cell.text for at in rows for cell in block.rows[at]]


def test_that_cells_of_a_word_file_say_what_the_report_says_and_look_as_they_should(
    files: dict[str, Path], report: Report
) -> None:
    tables = iter(docx.Document(str(files[".docx"])).tables)
    for block in blocks_of(report, Table):
        rows, count = rows_in_sight(block), len(block.columns)
        wanted = texts_of(block, rows)
        cells = next(
            cells
            for cells in (table._cells for table in tables)
            if [cell.text for cell in cells[:count]] == wanted[:count]
        )
        assert [cell.text for cell in cells] == wanted
        for at, cell in enumerate(cells[count:]):
            (paragraph,), column = cell.paragraphs, block.columns[at % count]
            assert (paragraph.alignment == WD_ALIGN_PARAGRAPH.RIGHT) is column.is_number
            is_strong = rows[at // count] in block.strong
            assert paragraph.runs[0].font.bold is is_strong
            assert (cell._tc.tcPr.find(qn("w:shd")) is not None) is is_strong


def test_that_cells_on_slides_say_what_the_report_says_and_look_as_they_should(
    files: dict[str, Path], report: Report
) -> None:
    deck = pptx.Presentation(str(files[".pptx"]))
    tables = iter([shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table])
    for block in blocks_of(report, Table):
        rows, count = rows_in_sight(block, _ROWS), len(block.columns)
        wanted = [text or "\N{NO-BREAK SPACE}" for text in texts_of(block, rows)]
        cells: list = []
        while len(cells) < count * len(rows):
            made = [cell for row in next(tables).rows for cell in row.cells]
            assert [cell.text for cell in made[:count]] == wanted[:count]
            cells += made[count:]
        assert [cell.text for cell in cells] == wanted[count:]
        for at, cell in enumerate(cells):
            (paragraph,), column = cell.text_frame.paragraphs, block.columns[at % count]
            assert (paragraph.alignment == PP_ALIGN.RIGHT) is column.is_number
            is_strong = rows[at // count] in block.strong
            assert paragraph.runs[0].font.bold is is_strong
            ground = _TINT if is_strong else LIGHT.panel
            assert str(cell.fill.fore_color.rgb) == ground.lstrip("#").upper()
    assert next(tables, None) is None


def test_that_slides_have_titles_native_tables_and_pictures_within_the_slide(
    files: dict[str, Path], report: Report
) -> None:
    deck = pptx.Presentation(str(files[".pptx"]))
    titles = [slide.shapes.title.text for slide in deck.slides]
    for chapter in report.chapters[1:]:
        assert any(title.startswith(chapter.title) for title in titles)
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    pictures = [shape for shape in shapes if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE]
    assert len(pictures) == len(blocks_of(report, Figure)) + len(blocks_of(report, WorldMap))
    assert sum(shape.has_table for shape in shapes) >= len(blocks_of(report, Table))
    for shape in shapes:
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height, (shape.name, shape.height)


def test_that_the_page_for_a_board_is_one_slide(files: dict[str, Path]) -> None:
    deck = pptx.Presentation(str(files[".pptx"]))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert titles[0] != titles[1]
    texts = " ".join(s.text_frame.text for s in deck.slides[0].shapes if s.has_text_frame)
    assert "What would change it" in texts
    assert "Flags" in texts
    assert titles[1] == "The short list"


def test_that_no_slide_holds_only_a_note_or_a_row_or_two(files: dict[str, Path]) -> None:
    deck = pptx.Presentation(str(files[".pptx"]))
    for slide in deck.slides:
        bodies = [s for s in slide.shapes if s != slide.shapes.title and s.top < deck.slide_height * 0.9]
        letters = sum(len(s.text_frame.text) for s in bodies if s.has_text_frame)
        rows = sum(len(s.table.rows) - 1 for s in bodies if s.has_table)
        pictures = sum(s.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.PICTURE for s in bodies)
        assert pictures or rows > 4 or letters > 250, slide.shapes.title.text


def test_that_texts_on_slides_can_be_read_from_a_chair(files: dict[str, Path]) -> None:
    deck = pptx.Presentation(str(files[".pptx"]))
    for at, slide in enumerate(deck.slides):
        for shape in slide.shapes:
            if not shape.has_text_frame or shape.top > deck.slide_height * 0.9:  # the foot
                continue
            sizes = [run.font.size.pt for p in shape.text_frame.paragraphs for run in p.runs if run.font.size]
            assert all(size >= (10 if at == 0 else 11) * 0.85 for size in sizes), shape.text_frame.text


def test_that_headings_of_a_word_file_stay_with_what_they_stand_above(files: dict[str, Path]) -> None:
    document = docx.Document(str(files[".docx"]))
    for name in ("Heading 1", "Heading 2"):
        assert document.styles[name].paragraph_format.keep_with_next
    body = list(document.element.body.iterchildren())
    for before, after in pairwise(body):
        if before.tag.endswith("}p") and after.tag.endswith("}tbl"):
            paragraph = Paragraph(before, document)
            is_said = bool(paragraph.text) and not paragraph.style.name.startswith("Heading")
            assert not is_said or paragraph.paragraph_format.keep_with_next, paragraph.text


def test_that_tables_of_a_word_file_repeat_their_heads_and_leave_no_row_alone(files: dict[str, Path]) -> None:
    document = docx.Document(str(files[".docx"]))
    long = [table for table in document.tables if len(table.rows) > 12]
    assert len(long) >= 4
    for table in long:
        rows = table._tbl.tr_lst
        assert rows[0].xpath("./w:trPr/w:tblHeader")
        kept = [bool(row.xpath(".//w:keepNext[not(@w:val='0')]")) for row in rows]
        assert kept[:3] == [True] * 3
        assert kept[-2:] == [True, False]
        assert not all(kept[:-1])


@pytest.mark.parametrize("code", ["en", "es"])
def test_that_a_word_file_says_in_which_language_it_is(
    write_pack, make_subject, code: str, tmp_path: Path
) -> None:
    pack = load_pack(write_pack())
    before = language()
    set_locale(code)
    try:
        document = docx.Document(str(written(make_subject(pack, default_study(pack)), ".docx", tmp_path)))
    finally:
        set_locale(before)
    said = document.styles.element.xpath("//w:lang/@w:val")
    assert said == [code]


def test_that_pictures_are_sharp_and_not_blank(files: dict[str, Path]) -> None:
    for suffix, folder in ((".docx", "word/media/"), (".pptx", "ppt/media/")):
        archive = zipfile.ZipFile(files[suffix])
        pictures = [archive.read(n) for n in archive.namelist() if n.startswith(folder) and n.endswith("png")]
        assert len(pictures) >= 5
        for picture in pictures:
            assert picture_size(picture)[0] == 2_150
            assert len(picture) > 20_000


@pytest.mark.parametrize("suffix", KINDS)
def test_that_the_file_opens_again_and_ranks_the_same(
    files: dict[str, Path], subject: Subject, suffix: str
) -> None:
    study = study_in(files[suffix])
    assert study == subject.study
    again = Assessor(subject.assessment.pack).assess(study.scenario, study.own)
    assert again.evaluation.ranks.tolist() == subject.assessment.evaluation.ranks.tolist()


def test_that_the_study_survives_being_saved_by_another_program(
    files: dict[str, Path], subject: Subject, tmp_path: Path
) -> None:
    document = docx.Document(str(files[".docx"]))
    document.add_paragraph("A word of ours")
    document.save(str(tmp_path / "edited.docx"))
    assert study_in(tmp_path / "edited.docx") == subject.study
    deck = pptx.Presentation(str(files[".pptx"]))
    deck.save(str(tmp_path / "edited.pptx"))
    assert study_in(tmp_path / "edited.pptx") == subject.study


@pytest.mark.parametrize("suffix", KINDS)
def test_that_entries_carry_the_day_of_the_export(files: dict[str, Path], suffix: str) -> None:
    entries = zipfile.ZipFile(files[suffix]).infolist()
    assert {entry.date_time for entry in entries} == {(2026, 11, 28, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("suffix", KINDS)
def test_that_texts_of_people_stay_texts(write_pack, make_subject, suffix: str, tmp_path: Path) -> None:
    pack = load_pack(write_pack())
    study = default_study(pack)
    study = study.with_active(replace(study.scenario, name=NASTY))
    study = with_decision(study, date(2026, 11, 28), who=NASTY, note=NASTY, chosen="a")
    study = with_tick(study, "pilot.scope", True)
    subject = make_subject(pack, study)
    path = written(subject, suffix, tmp_path)
    assert study_in(path) == subject.study
    if suffix == ".docx":
        document = docx.Document(str(path))
        assert document.paragraphs[0].text == NASTY
        log = next(table for table in document.tables if table.cell(0, 0).text == "Date")
        assert log.cell(1, 4).text == NASTY
        xml = zipfile.ZipFile(path).read("word/document.xml").decode()
        assert xml.count('<w14:checked w14:val="1"/>') == 1


@pytest.mark.parametrize("suffix", KINDS)
def test_that_a_pack_without_places_has_them_too(
    write_pack, make_subject, suffix: str, tmp_path: Path
) -> None:
    pack = load_pack(write_pack())
    subject = make_subject(pack, default_study(pack))
    assert study_in(written(subject, suffix, tmp_path)) == subject.study


@pytest.mark.parametrize("suffix", [*KINDS, ".pdf"])
@pytest.mark.parametrize("content", [b"", b"nothing", b"PK\x03\x04broken", b"%PDF-1.7 broken"])
def test_that_a_broken_file_is_refused_with_a_word(suffix: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"broken{suffix}"
    path.write_bytes(content)
    with pytest.raises(StudyFileError, match=path.name):
        study_in(path)


def test_that_a_document_of_somebody_else_holds_no_study(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    docx.Document().save(str(path))
    with pytest.raises(StudyFileError, match="holds no study"):
        study_in(path)


def test_that_a_part_that_declares_entities_is_not_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        bomb = '<!DOCTYPE a [<!ENTITY b "c">]><study xmlns="urn:location-advisor:study">&b;</study>'
        archive.writestr("customXml/item1.xml", bomb)
    path = tmp_path / "bomb.docx"
    path.write_bytes(out.getvalue())
    with pytest.raises(StudyFileError, match="holds no study"):
        study_in(path)
