"""The check of a pack on the command line."""

from __future__ import annotations

from advisor.cli.main import main


def test_that_the_check_says_how_untidy_tables_were_read(write_pack, capfdbinary):
    folder = write_pack(locations="id;name\na;Alpha\nb;Beta\nc;Gamma\n")
    assert main(["pack", "check", str(folder)]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert "note: locations.csv: Cells are separated by semicolons." in out
    assert "can be ranked" in out
    assert main(["rank", "--pack", str(folder)]) == 0
    assert b"semicolons" in capfdbinary.readouterr().err
