"""NumPy is kept from instructions that make it slow, on the processors where they do and on no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.processor import spare_slow_instructions

SPARED = {"NPY_DISABLE_CPU_FEATURES": "X86_V4 AVX512_ICL"}


def cpuinfo(folder: Path, vendor: str, family: int, model: int) -> Path:
    file = folder / "cpuinfo"
    told = {"processor": 0, "vendor_id": vendor, "cpu family": family, "model\t": model, "model name": "X"}
    file.write_text("".join(f"{name}\t: {value}\n" for name, value in told.items()))
    return file


@pytest.mark.parametrize(
    ("vendor", "family", "model", "expected"),
    [
        ("AuthenticAMD", 25, 17, SPARED),  # Zen 4: EPYC 9004
        ("AuthenticAMD", 25, 97, SPARED),  # Zen 4: Ryzen 7000
        ("AuthenticAMD", 25, 33, {}),  # Zen 3, which has no AVX-512
        ("AuthenticAMD", 26, 2, {}),  # Zen 5
        ("GenuineIntel", 6, 143, {}),
        ("GenuineIntel", 25, 17, {}),
    ],
)
def test_that_only_zen_4_is_spared(tmp_path, vendor, family, model, expected):
    linux: dict[str, str] = {}
    spare_slow_instructions(linux, cpuinfo(tmp_path, vendor, family, model))
    assert linux == expected
    identifier = f"AMD64 Family {family} Model {model} Stepping 1, {vendor}"
    windows = {"PROCESSOR_IDENTIFIER": identifier}
    spare_slow_instructions(windows, tmp_path / "none")
    assert windows == {"PROCESSOR_IDENTIFIER": identifier, **expected}


@pytest.mark.parametrize("name", ["NPY_DISABLE_CPU_FEATURES", "NPY_ENABLE_CPU_FEATURES"])
def test_that_a_choice_of_the_user_stays(tmp_path, name):
    chosen = {name: "AVX512_ICL"}
    spare_slow_instructions(chosen, cpuinfo(tmp_path, "AuthenticAMD", 25, 17))
    assert chosen == {name: "AVX512_ICL"}


def test_that_a_processor_that_nobody_describes_is_left_as_it_is(tmp_path):
    environment: dict[str, str] = {}
    spare_slow_instructions(environment, tmp_path / "none")
    (tmp_path / "cpuinfo").write_bytes(b"\xff\xfe processor : 0")
    spare_slow_instructions(environment, tmp_path / "cpuinfo")
    assert environment == {}
