"""Work in parts: in order, once each, and never waiting for a thread that does not get its turn."""

from __future__ import annotations

import threading

import pytest

from advisor.costs.spread import spread


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_that_every_part_is_worked_on_once_and_comes_in_its_order(count, threads):
    seen = []

    def square(part: int) -> int:
        seen.append(part)
        return part * part

    assert spread(square, range(count), threads) == [part * part for part in range(count)]
    assert sorted(seen) == list(range(count))


def test_that_one_part_is_the_callers_own():
    assert spread(lambda _: threading.current_thread(), ["only"], 4) == [threading.current_thread()]


def test_that_the_caller_does_what_another_thread_does_not_get_to():
    here = threading.current_thread()
    rest_is_done = threading.Event()
    by_caller = []

    def work(part: int) -> None:
        if threading.current_thread() is not here:
            assert rest_is_done.wait(30)  # the machine gives it no turn until the caller has done all others
            return
        by_caller.append(part)
        if len(by_caller) == 9:
            rest_is_done.set()

    begun = threading.Event()

    def first_by_another(part: int) -> None:
        if threading.current_thread() is not here:
            begun.set()
        elif not by_caller:
            assert begun.wait(30)
        work(part)

    spread(first_by_another, range(10), 2)
    assert len(by_caller) == 9


def test_that_both_threads_work_where_there_is_work_for_both():
    both = threading.Barrier(2, timeout=30)
    assert spread(lambda part: both.wait() >= 0 and part, [0, 1], 2) == [0, 1]


@pytest.mark.parametrize("threads", [1, 3])
def test_that_what_a_part_raises_is_raised(threads):
    def refuse(part: int) -> int:
        if part == 3:
            raise ValueError("not this one")
        return part

    with pytest.raises(ValueError, match="not this one"):
        spread(refuse, range(6), threads)
