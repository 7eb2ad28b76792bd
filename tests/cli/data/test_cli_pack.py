"""The check of a pack on the command line."""

from __future__ import annotations

import json

from advisor.cli.main import main


def test_that_the_check_says_how_untidy_tables_were_read(write_pack, capfdbinary):
    folder = write_pack(locations="id;name\na;Alpha\nb;Beta\nc;Gamma\n")
    assert main(["pack", "check", str(folder)]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert "note: locations.csv: Cells are separated by semicolons." in out
    assert "can be ranked" in out
    assert main(["rank", "--pack", str(folder)]) == 0
    assert b"semicolons" in capfdbinary.readouterr().err


def test_that_the_validation_names_groups_and_the_worst(capfdbinary):
    assert main(["pack", "validation", "--json"]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert len(told["worst"]) == 10
    assert {"Contact centre agents", "Developers"} <= {group["name"] for group in told["by_occupation"]}
    assert main(["pack", "validation"]) == 0
    assert b"within a factor of" in capfdbinary.readouterr().out


def test_that_a_pack_without_published_pay_says_so(write_pack, capfdbinary):
    assert main(["pack", "validation", str(write_pack())]) != 0
    assert b"no published pay" in capfdbinary.readouterr().err
