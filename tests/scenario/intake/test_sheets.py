"""Files as sheets: dialects, encodings, spreadsheets; what cannot be read gives one message."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pyogrio
import pytest

from advisor.scenario.intake.sheet import IntakeError, holds_own_export, read_sheet


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_separator_is_found_out(tmp_path, sign):
    text = "\n".join(sign.join(row) for row in (("Country", "Wifi"), ("Poland", "5"), ("India", "6")))
    assert read_sheet(written(tmp_path, "t.csv", text)).rows[1] == ("Poland", "5")


def test_a_line_that_names_the_separator_is_no_row(tmp_path):
    sheet = read_sheet(written(tmp_path, "t.csv", 'sep=;\nCountry;Wifi\nPoland;"1,5"\n'))
    assert sheet.rows == (("Country", "Wifi"), ("Poland", "1,5"))
    assert sheet.lines == (2, 3)


@pytest.mark.parametrize(
    ("encoding", "remarked"), [("utf-8", False), ("utf-8-sig", False), ("utf-16", True), ("cp1252", True)]
)
def test_encodings_of_spreadsheet_programs_are_understood_and_said(tmp_path, encoding, remarked):
    sheet = read_sheet(written(tmp_path, "t.csv", "Land,Wert\nÖsterreich,1\n".encode(encoding)))
    assert sheet.rows[1][0] == "Österreich"
    assert any("read as" in remark for remark in sheet.remarks) is remarked


def test_blank_lines_are_passed_over_and_lines_keep_their_numbers(tmp_path):
    sheet = read_sheet(written(tmp_path, "t.csv", 'A,B\n\n"two\nlines",2\n,,\n\nx,3\n'))
    assert sheet.rows == (("A", "B"), ("two lines", "2"), ("x", "3"))
    assert sheet.lines == (1, 3, 7)


def test_a_spreadsheet_gives_percentages_as_people_see_them_and_the_largest_sheet(tmp_path):
    book = openpyxl.Workbook()
    book.create_sheet("Readme", 0)["A1"] = "read me"
    del book["Sheet"]
    sheet = book.create_sheet("Data")
    for row in (("Country", "Share", "Whole"), ("Poland", 0.45, 3.0), ("India", 0.5, 0.1)):
        sheet.append(row)
    for cell in ("B2", "B3"):
        sheet[cell].number_format = "0.0%"
    book.save(tmp_path / "b.xlsx")
    found = read_sheet(tmp_path / "b.xlsx")
    assert (found.name, found.sheets) == ("Data", ("Readme", "Data"))
    assert found.rows[1:] == (("Poland", "45 %", "3"), ("India", "50 %", "0.1"))
    assert read_sheet(tmp_path / "b.xlsx", "readme").rows == (("read me",),)
    with pytest.raises(IntakeError, match="no sheet 'Nowhere': it has 'Readme', 'Data'"):
        read_sheet(tmp_path / "b.xlsx", "Nowhere")
    assert not holds_own_export(tmp_path / "b.xlsx")


def test_a_row_of_a_spreadsheet_is_no_wider_than_its_sheet(tmp_path, monkeypatch):
    book = openpyxl.Workbook()
    for row in (("Country", "Wifi"), ("Poland", 5)):
        book["Sheet"].append(row)
    book.save(tmp_path / "b.xlsx")
    cells: list[object] = []

    def looked_at(cell: object) -> str:
        cells.append(cell)
        return "x"

    monkeypatch.setattr("advisor.scenario.intake.sheet._cell", looked_at)
    read_sheet(tmp_path / "b.xlsx")
    assert len(cells) == 4  # filled up to the most that a sheet may have, a long one takes minutes


def test_an_open_document_spreadsheet_is_read(tmp_path):
    frame = pd.DataFrame({"Country": ["Poland", "India"], "Wifi": [1.5, 20]})
    pyogrio.write_dataframe(frame, tmp_path / "t.ods", layer="Blatt", driver="ODS")
    assert read_sheet(tmp_path / "t.ods").rows == (("Country", "Wifi"), ("Poland", "1.5"), ("India", "20"))


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("t.pdf", b"x", "is no table: use one of"),
        ("t.csv", b"", "holds no cells"),
        ("t.csv", b"\n , \n", "holds no cells"),
        ("t.csv", b"a\0b", "is not text"),
        ("t.xlsx", b"no archive", "is no spreadsheet that can be read"),
        ("t.ods", b"no archive", "is no spreadsheet that can be read"),
        ("t.geojson", b"{}", "is no file of places that can be read"),
    ],
)
def test_what_cannot_be_read_gives_one_message(tmp_path, name, content, said):
    with pytest.raises(IntakeError, match=said):
        read_sheet(written(tmp_path, name, content))


def test_a_file_that_is_not_there_gives_one_message(tmp_path):
    with pytest.raises(IntakeError, match="There is no file"):
        read_sheet(tmp_path / "none.csv")


def test_what_steers_a_terminal_is_left_out(tmp_path):
    sheet = read_sheet(written(tmp_path, "t.csv", "Country,Wi\x1b[31mfi\x7f\nPoland,1\u00a0234\n"))
    assert sheet.rows == (("Country", "Wi[31mfi"), ("Poland", "1 234"))


def test_reading_can_be_stopped(tmp_path):
    path = written(tmp_path, "t.csv", "iso3,wifi\n" + "POL,1\n" * 20_000)

    class EnoughError(Exception):
        pass

    def stop(part: float) -> None:
        if part > 0.2:
            raise EnoughError

    with pytest.raises(EnoughError):
        read_sheet(path, "", stop)
