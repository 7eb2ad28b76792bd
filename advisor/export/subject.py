"""What is exported: a study with the ranking of one of its scenarios, and what was counted beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from advisor.core.robustness import Robustness
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment
from advisor.scenario.study.study import Study


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """Everything that an export may draw on; window and command line hand over the same.

    Attributes:
        study: the document.
        assessment: the ranking of its active scenario.
        cost_model: total costs for any scenario, None where the pack knows no costs.
        certainty: how sure the ranking is, None where it was not counted.
        today: the date that the export carries.
        printed: the page of a format that asks for one, as PDF; empty for the others.
        text_mark: whether text begins with a byte-order mark, by which some spreadsheets know UTF-8.
    """

    study: Study
    assessment: Assessment
    cost_model: CostModel | None
    certainty: Robustness | None
    today: date
    printed: bytes = b""
    text_mark: bool = False
