"""What Word files need beyond their library: shading, lines, fields, boxes to tick."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

_BOXES = "http://schemas.microsoft.com/office/word/2010/wordml"
_TICKED, _OPEN = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"
_FONT = "MS Gothic"


def shade(cell: Any, colour: str) -> None:
    """Give a cell a ground; colour as ``#rrggbb``."""
    made = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.lstrip("#"))):
        made.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(made)


def rule_rows(table: Any, colour: str) -> None:
    """Hairlines between the rows of a table and nothing else, with narrow margins in its cells."""
    properties = table._tbl.tblPr
    hue = colour.lstrip("#")
    edges = "".join(
        f'<w:{side} w:val="{"single" if is_line else "nil"}" w:sz="4" w:space="0" w:color="{hue}"/>'
        for side, is_line in (
            ("top", False),
            ("left", False),
            ("bottom", True),
            ("right", False),
            ("insideH", True),
            ("insideV", False),
        )
    )
    properties.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{edges}</w:tblBorders>"))
    narrow_cells(table)


def narrow_cells(table: Any) -> None:
    """Narrow margins in the cells of a table."""
    sides = "".join(f'<w:{side} w:w="55" w:type="dxa"/>' for side in ("left", "right"))
    table._tbl.tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))


def say_language(styles: Any, code: str) -> None:
    """The language of all texts, by which Word checks spelling."""
    for made in styles.element.iter(qn("w:lang")):
        made.set(qn("w:val"), code)


def repeat_head(row: Any) -> None:
    """Show a row again on each page of its table."""
    made = OxmlElement("w:tblHeader")
    made.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(made)


def keep_whole(row: Any) -> None:
    """No page break inside a row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def add_page_number(paragraph: Any) -> None:
    """The number of the page, which Word fills in."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            made = OxmlElement("w:fldChar")
            made.set(qn("w:fldCharType"), kind)
        else:
            made = OxmlElement("w:instrText")
            made.set(qn("xml:space"), "preserve")
            made.text = text
        run._r.append(made)


def add_box(paragraph: Any, *, is_ticked: bool) -> None:
    """A box that Word lets one tick."""
    sign = _TICKED if is_ticked else _OPEN
    states = "".join(
        f'<w14:{name} w14:val="{code}" w14:font="{_FONT}"/>'
        for name, code in (("checkedState", "2612"), ("uncheckedState", "2610"))
    )
    face = f'<w:rFonts w:ascii="{_FONT}" w:eastAsia="{_FONT}" w:hAnsi="{_FONT}"/>'
    box = parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{_BOXES}"><w:sdtPr><w14:checkbox>'
        f'<w14:checked w14:val="{int(is_ticked)}"/>{states}</w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:rPr>{face}</w:rPr>"
        f"<w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    paragraph._p.append(box)
