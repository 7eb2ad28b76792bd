"""Columns that every ranking has, whatever the pack: rank, name, score, and what is known of them."""

from __future__ import annotations

import math

from advisor.core.evaluation import Status
from advisor.datapack.schema import DataPack
from advisor.places.engagement import engagement_name
from advisor.views.ranking.ranking_column import DOWN, RankingColumn
from advisor.views.ranking.ranking_rows import RankingRows
from advisor.words.formatting import UNKNOWN, percent_text
from advisor.words.glossary import defined, meaning, with_meaning
from advisor.words.locale import digits
from advisor.words.translation import t

RANK, MOVEMENT, NAME, ENGAGEMENT, SCORE = "rank", "movement", "name", "engagement", "score"
LIKELY, COVERAGE, REASON = "likely_ranks", "coverage", "reason"


def place_columns(_pack: DataPack) -> tuple[RankingColumn, ...]:
    """Which location it is, and where it stands."""
    group = t("Ranking")
    rank = RankingColumn(
        RANK,
        t("Rank"),
        t("Place in the ranking; equal scores share it."),
        lambda rows, number: rows.rank(number) or None,
        lambda rows, number: str(rows.row(number).rank or UNKNOWN),
        score_tip,
        lambda rows, number: (
            t("Rank {rank}", rank=rank) if (rank := rows.row(number).rank) else t("Not ranked")
        ),
        group=group,
        fixed=True,
        paint="rank",
        ems=8.0,  # with the likely ranks beside it
    )
    name = RankingColumn(
        NAME,
        t("Location"),
        t("Where the work could be done."),
        lambda rows, number: rows.name(number),
        lambda rows, number: rows.name(number),
        _name_tip,
        _name_spoken,
        group=group,
        numeric=False,
        fixed=True,
        paint="name",
        ems=12.0,
    )
    return (rank, name)


def score_columns(_pack: DataPack) -> tuple[RankingColumn, ...]:
    """The score with its bar."""
    return (
        RankingColumn(
            SCORE,
            t("Score"),
            with_meaning(t("The bar is split by theme."), "score"),
            lambda rows, number: None if _is_thin(rows, number) else rows.score(number),
            lambda rows, number: UNKNOWN if _is_thin(rows, number) else digits(rows.row(number).score, 1),
            score_tip,
            _score_spoken,
            unit="0\N{EN DASH}100",
            group=t("Ranking"),
            best_first=DOWN,
            fixed=True,
            paint="score",
            ems=9.0,
        ),
    )


def kind_columns(pack: DataPack) -> tuple[RankingColumn, ...]:
    """What the location is to home, and where it has stood; behind the score, so that it comes first."""
    movement = RankingColumn(
        MOVEMENT,
        t("Moved"),
        t("Places gained or lost since the last pause in editing."),
        lambda rows, number: rows.movement(number),
        _movement_text,
        score_tip,
        group=t("Ranking"),
        best_first=DOWN,
        paint="movement",
        ems=4.0,
    )
    if pack.places is None:
        return (movement,)
    engagement = RankingColumn(
        ENGAGEMENT,
        t("Engagement"),
        defined("onshore", "nearshore", "offshore"),
        lambda rows, number: rows.assessment.engagement(number),
        lambda rows, number: engagement_name(rows.row(number).engagement),
        score_tip,
        lambda rows, number: engagement_name(rows.row(number).engagement),
        group=t("Ranking"),
        numeric=False,
        paint="badge",
        ems=8.0,
    )
    return (engagement, movement)


def knowledge_columns(_pack: DataPack) -> tuple[RankingColumn, ...]:
    """How sure the ranking is of a location."""
    likely = RankingColumn(
        LIKELY,
        t("Likely ranks"),
        meaning("likely-ranks"),
        lambda rows, number: found[0] if (found := rows.row(number).certainty) else None,
        likely_text,
        score_tip,
        _likely_spoken,
        group=t("Ranking"),
        shown=False,
    )
    coverage = RankingColumn(
        COVERAGE,
        t("Coverage"),
        with_meaning(t("The rest is taken from similar places."), "coverage"),
        lambda rows, number: rows.coverage(number),
        # Rounded down: "100 %" means that nothing is unknown.
        lambda rows, number: percent_text(math.floor(rows.row(number).coverage * 100 + 1e-9) / 100),
        _coverage_tip,
        unit=t("of the weight"),
        group=t("Ranking"),
        best_first=DOWN,
        ems=6.5,
    )
    return (likely, coverage)


def reason_columns(_pack: DataPack) -> tuple[RankingColumn, ...]:
    """Why a location is not ranked."""
    return (
        RankingColumn(
            REASON,
            t("Not ranked because"),
            t("What keeps it out of the ranking."),
            lambda rows, number: rows.row(number).reason,
            lambda rows, number: rows.row(number).reason,
            score_tip,
            group=t("Ranking"),
            numeric=False,
            shown=False,
            paint="reason",
        ),
    )


def likely_text(rows: RankingRows, number: int) -> str:
    """The likely ranks as a range; unknown is an en dash."""
    found = rows.row(number).certainty
    return "\N{EN DASH}".join(str(rank) for rank in dict.fromkeys(found)) if found else UNKNOWN


def score_tip(rows: RankingRows, number: int) -> str:
    """What a score is made of, or why there is none."""
    row = rows.row(number)
    lines = [row.name]
    if row.engagement:
        lines = [t("{name}, {engagement}", name=row.name, engagement=engagement_name(row.engagement))]
    if row.reasons:
        lines.append(t("Not ranked: {reasons}", reasons="; ".join(row.reasons)))
    if row.status != Status.INSUFFICIENT:
        lines.append(t("Score {score}, made of", score=digits(row.score, 1)))
        themes = rows.assessment.evaluation.weights.themes
        lines += [
            t("{theme} {points}", theme=rows.assessment.pack.theme_label(theme), points=digits(100 * part, 1))
            for theme, part in zip(themes, row.parts, strict=True)
            if part > 0
        ]
    if rows.remark is not None and row.rank:
        lines.append(rows.remark(number))
    return "\n".join(lines)


def _name_tip(rows: RankingRows, number: int) -> str:
    """Flags with their dates and what they do not cover, then what the score is made of."""
    details = [flag.detail_text for flag in rows.assessment.flags(number)]
    if rows.row(number).chosen:
        details.insert(0, t("Chosen in the decision log"))
    return "\n".join([*details, score_tip(rows, number)])


def _name_spoken(rows: RankingRows, number: int) -> str:
    row = rows.row(number)
    return ", ".join((row.name, *((t("chosen"),) if row.chosen else ()), *row.flags))


def _is_thin(rows: RankingRows, number: int) -> bool:
    return bool(rows.assessment.evaluation.status[number] == Status.INSUFFICIENT)


def _movement_text(rows: RankingRows, number: int) -> str:
    movement = rows.row(number).movement
    return f"{movement:+d}".replace("-", "\N{MINUS SIGN}") if movement else ""


def _score_spoken(rows: RankingRows, number: int) -> str:
    row = rows.row(number)
    return t("score {score}", score=digits(row.score, 1)) if row.rank else row.reason


def _likely_spoken(rows: RankingRows, number: int) -> str:
    found = rows.row(number).certainty
    if not found:
        return ""
    low, high = found
    if low == high:
        return t("likely rank {rank}", rank=low)
    return t("likely ranks {low} to {high}", low=low, high=high)


def _coverage_tip(rows: RankingRows, number: int) -> str:
    missing = rows.assessment.evaluation.missing(number)
    if not missing:
        return t("Every figure with weight is known.")
    return t("Unknown: {criteria}", criteria=", ".join(criterion.name for criterion in missing))
