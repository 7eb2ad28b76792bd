"""Freed memory goes back to the system."""

from __future__ import annotations

import subprocess
import sys

import pytest

SESSION = """
import numpy as np
from advisor.ui.window.memory import return_freed_memory

return_freed_memory()

def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

np.ones(4_000_000).sum()
before, small = resident(), []
for _ in range(40):
    arrays = [np.ones(60_000) for _ in range(40)]
    small.append([bytearray(900) for _ in range(40)])
    del arrays
print(round(resident() - before))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do as they like")
def test_that_arrays_of_one_computation_do_not_stay_between_what_outlives_them():
    done = subprocess.run([sys.executable, "-c", SESSION], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 10


PIECES = """
from advisor.ui.window.memory import trim

def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

pieces = [bytearray(5_000) for _ in range(8_000)]
some = pieces[::200]
del pieces
before = resident()
trim()
print(round(before - resident()))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do as they like")
def test_that_what_lies_free_between_what_is_used_is_given_back():
    done = subprocess.run([sys.executable, "-c", PIECES], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 25


SEARCHES = """
import gc, weakref
from advisor.ui.window.memory import search_no_more_in_what_stays

search_no_more_in_what_stays()
counts = [gc.get_freeze_count()]
kept = [[] for _ in range(1_000)]
search_no_more_in_what_stays()
counts.append(gc.get_freeze_count())
import concurrent.futures, csv, decimal, email.message, http.client, json, sqlite3, statistics
import xml.dom.minidom
class Cycle:
    pass
gone = Cycle()
gone.itself, there = gone, weakref.ref(gone)
del gone
search_no_more_in_what_stays()
assert there() is None
counts.append(gc.get_freeze_count())
kept += [[] for _ in range(1_000)]
search_no_more_in_what_stays()
counts.append(gc.get_freeze_count())
print(*counts)
"""


def test_that_modules_loaded_later_are_left_out_of_searches_as_well():
    done = subprocess.run([sys.executable, "-c", SEARCHES], capture_output=True, text=True, check=True)
    begun, searched, loaded, after = map(int, done.stdout.split())
    assert begun > 1_000
    assert searched <= begun
    assert loaded > begun + 3_000
    assert after <= loaded
