"""Which sites the clock view shows: those kept by hand, or else the best ranked, and the selected one."""

from __future__ import annotations

from advisor.scenario.ranking.assessment import Assessment
from advisor.views.clock.clock_figure import MOST_SITES

_AUTOMATIC = 4


class ClockPlaces:
    """An ordered choice of at most six sites; home never counts as one."""

    def __init__(self) -> None:
        self._kept: list[str] | None = None
        self._guest = ""

    def is_guest(self, site: str, assessment: Assessment) -> bool:
        """Is the site shown only because it is selected?"""
        return site == self._guest and site not in self._base(assessment)

    def visit(self, site: str) -> None:
        """Show a site as long as it is selected; none for an empty id."""
        self._guest = site

    def keep(self, site: str, assessment: Assessment) -> None:
        """Show a site until it is removed."""
        kept = self._base(assessment)
        if site not in kept:
            kept = [*kept[: MOST_SITES - 1], site]
        self._kept = kept

    def remove(self, site: str, assessment: Assessment) -> None:
        """Show a site no longer."""
        self._kept = [other for other in self._base(assessment) if other != site]
        if site == self._guest:
            self._guest = ""

    def shown(self, assessment: Assessment) -> list[str]:
        """The sites in order, at most six."""
        base, home = self._base(assessment), assessment.scenario.home
        if not self._guest or self._guest == home or self._guest in base:
            return base[:MOST_SITES]
        return [*base[: MOST_SITES - 1], self._guest]

    def _base(self, assessment: Assessment) -> list[str]:
        home, ids = assessment.scenario.home, assessment.pack.location_ids
        if self._kept is not None:
            return [site for site in self._kept if site != home and site in ids]
        evaluation = assessment.evaluation
        ranked = [row for row in evaluation.order if evaluation.ranks[row]]
        return [ids[row] for row in ranked if ids[row] != home][:_AUTOMATIC]
