"""What NumPy must be told about the processor before it is first imported."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from pathlib import Path

_CPUINFO = Path("/proc/cpuinfo")
_FIRST_PROCESSOR = 400  # letters; on large machines the file has thousands of lines
# Family and model as Linux and Windows say them.
_LINUX = re.compile(r"AuthenticAMD\n.*family\s*:\s*(\d+)\n.*model\s*:\s*(\d+)\n")
_WINDOWS = re.compile(r"Family (\d+) Model (\d+) .*AuthenticAMD")

# AMD's Zen 4, after arch/x86/kernel/cpu/amd.c of Linux.
_ZEN_FAMILY, _ZEN_4_MODELS = 0x19, (*range(0x10, 0x20), *range(0x60, 0xB0))


def spare_slow_instructions(environment: MutableMapping[str, str], cpuinfo: Path = _CPUINFO) -> None:
    """Keep NumPy from AVX-512 where the processor takes five times as long to sort with it as without.

    Zen 4 has the instruction that puts chosen numbers side by side in memory in microcode only, and NumPy
    orders numbers with it (numpy/x86-simd-sort, issue 6). With AVX2 all costs of an engagement are there in
    two thirds of the time. Exponentials take longer, which are few. Whoever has chosen instructions is left
    alone.

    Args:
        environment: variables of the process, which NumPy reads once.
        cpuinfo: where Linux describes the processor.
    """
    if {"NPY_DISABLE_CPU_FEATURES", "NPY_ENABLE_CPU_FEATURES"} & environment.keys():
        return
    found = _WINDOWS.search(environment.get("PROCESSOR_IDENTIFIER", ""))
    if found is None and cpuinfo.is_file():
        with cpuinfo.open(encoding="utf-8", errors="replace") as lines:
            found = _LINUX.search(lines.read(_FIRST_PROCESSOR))
    if found and int(found[1]) == _ZEN_FAMILY and int(found[2]) in _ZEN_4_MODELS:
        environment["NPY_DISABLE_CPU_FEATURES"] = "X86_V4 AVX512_ICL"
