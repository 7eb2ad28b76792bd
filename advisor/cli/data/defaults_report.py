"""The page of default rankings: ``python -m advisor.cli.data.defaults_report``.

Six homes and four functions, the first fifteen of each with a sentence why. It is written to be argued with:
nothing in it is chosen by hand but homes and functions.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from advisor.core.evaluation import Status
from advisor.datapack.loading import load_pack
from advisor.paths import DEFAULT_PACK
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.defaults import default_scenario
from advisor.views.why.criteria_rows import lift_sentence
from advisor.words.formatting import capital
from advisor.words.locale import digits

OUTPUT = Path(__file__).resolve().parents[3] / "docs" / "defaults.md"
HOMES = ("GBR", "USA", "DEU", "FRA", "JPN", "AUS")
FUNCTIONS = ("customer-support", "data-entry", "finance-accounting", "software-development")
SHOWN = 15
_AGAINST = ", in points against the middle of the ranking"

_OPENING = """# Rankings by default

<!-- Written by `python -m advisor.cli.data.defaults_report`; do not edit. -->

What the program answers before anybody has set anything: six homes, four functions, 50 people with a
provider, no industry in particular. It is here to be argued with.

How to read it:

- **These are defaults, not advice.** They rank countries, and people choose cities and providers. Weights are
  judgements with a reason each (`functions.toml`); another mind has another list, and the presets "as in..."
  show how much that matters. Neighbours in a list are mostly a point or two apart, which is less than the
  figures can tell apart; the window says how sure a rank is.
- **The home country is in the list**, as a provider at home, with a saving of about nothing. Where it stands
  is what not moving is worth under these weights.
- **The saving is against the work in-house at home** at estimated wages, in percent, with a wide range.
- **What is left out by default**: places whose official US travel advisory says "do not travel", places under
  country-wide US sanctions or on the FATF black list, and places where more people are asked for than can be
  hired.
- **What these lists cannot see**: how good the providers are, what a city has that its country has not, who
  already works there for firms like yours, languages beyond those that are listed, and how many people do
  such work where nobody publishes it (an estimate then, typically off by a factor of two).

In each list a sentence says what lifts a place most and what lowers it most, in points against the middle of
that ranking.
"""


def report() -> str:
    """The page as Markdown."""
    pack = load_pack(DEFAULT_PACK)
    assessor, start = Assessor(pack), default_scenario(pack)
    parts = [_OPENING]
    for home in HOMES:
        parts.append(f"## From {pack.location(home).name}\n")
        for function in FUNCTIONS:
            assessment = assessor.assess(replace(start, home=home, function=function))
            parts.append(f"### {pack.functions[function].label}\n\n{pack.functions[function].reason}\n")
            parts.append("\n".join(_lines(assessment)) + "\n")
    return "\n".join(parts)


def _lines(assessment: Assessment) -> Iterator[str]:
    evaluation = assessment.evaluation
    saving = next(j for j, c in enumerate(evaluation.criteria) if c.id == "saving")
    yield "| Rank | Location | Model | Score | Saving | Why | Flags |"
    yield "| ---: | --- | --- | ---: | ---: | --- | --- |"
    ranked = [int(row) for row in evaluation.order if evaluation.status[row] == Status.RANKED]
    for row in ranked[:SHOWN]:
        cells = (
            str(int(evaluation.ranks[row])),
            assessment.locations[row].name,
            assessment.engagement(row),
            digits(evaluation.scores[row], 1),
            f"{digits(assessment.cells.values[row, saving])} %",
            capital(lift_sentence(assessment, row).replace(_AGAINST, "")),
            "; ".join(flag.text for flag in assessment.flags(row)),
        )
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Write the page."""
    OUTPUT.write_text(report(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{OUTPUT}\n")


if __name__ == "__main__":
    main()
