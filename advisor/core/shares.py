"""Shares that always add up to 100 %: what moving one slider does to the others."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def move_share(
    shares: Mapping[str, float], moved: str, share: float, locked: Collection[str] = ()
) -> dict[str, float]:
    """Set one share; the others that are not locked give or take in proportion to what they have.

    Args:
        shares: id to share, any scale; they are first brought to a sum of 100.
        moved: the share that is set.
        share: its new value, 0..100; kept within what the locked ones leave.
        locked: ids that keep their share.

    Returns:
        All shares, sum 100. With nothing to give or take, nothing moves.
    """
    total = sum(shares.values())
    if total <= 0:
        return {key: 100.0 / len(shares) for key in shares}
    scaled = {key: 100.0 * value / total for key, value in shares.items()}
    fixed = {key for key in scaled if key in locked and key != moved}
    free = [key for key in scaled if key not in fixed and key != moved]
    if not free:
        return scaled
    room = 100.0 - sum(scaled[key] for key in fixed)
    scaled[moved] = min(max(share, 0.0), room)
    rest, had = room - scaled[moved], sum(scaled[key] for key in free)
    for key in free:
        scaled[key] = rest * scaled[key] / had if had > 0 else rest / len(free)
    return scaled


def shares_around_locked(
    now: Mapping[str, float], wanted: Mapping[str, float], locked: Collection[str]
) -> dict[str, float]:
    """Wanted shares where some may not move: those stay, the others divide what is left as is wanted.

    Args:
        now: id to share in force, any scale.
        wanted: the same ids with the shares that are wanted, any scale.
        locked: ids that keep their share.

    Returns:
        All shares, sum 100. Where the others are all to be 0, they keep the proportions they had.
    """
    total = sum(now.values())
    kept = {key: 100.0 * now[key] / total for key in now if key in locked} if total > 0 else {}
    free = {key: wanted[key] for key in wanted if key not in kept}
    if sum(free.values()) <= 0:
        free = {key: now[key] for key in free}
    room, asked = 100.0 - sum(kept.values()), sum(free.values())
    return {
        key: kept[key] if key in kept else room * (free[key] / asked if asked > 0 else 1.0 / len(free))
        for key in now
    }


def rounded_shares(shares: Mapping[str, float]) -> dict[str, int]:
    """Whole percentages that add up to 100: the largest remainders are rounded up (Hamilton's method)."""
    total = sum(shares.values()) or 1.0
    exact = {key: 100.0 * value / total for key, value in shares.items()}
    whole = {key: int(value + 1e-9) for key, value in exact.items()}
    short = round(sum(exact.values())) - sum(whole.values())
    for key in sorted(exact, key=lambda k: whole[k] - exact[k])[: max(short, 0)]:
        whole[key] += 1
    return whole
