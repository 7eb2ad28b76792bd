"""The charts of the help, drawn from the example studies: ``python -m advisor.export.help_pictures``.

The window draws them in its own language and look when a page is read. The files in ``docs/help/pictures``
are the same drawings in English and the light look, for a code host and for packs of one's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from advisor.core.robustness import robustness
from advisor.datapack.loading import load_pack
from advisor.export.help_criteria import criteria_page
from advisor.export.report.blocks import Chapter, Figure
from advisor.export.report.place_chapters import clock_chapter, cost_chapter
from advisor.export.report.ranking_chapters import certainty_chapter, comparison_chapter
from advisor.export.report.report_facts import ReportFacts, report_facts
from advisor.export.subject import Subject
from advisor.paths import DEFAULT_PACK, EXAMPLE_STUDY, EXAMPLES, HELP
from advisor.scenario.ranking.assessment import Assessor
from advisor.scenario.study.files import read_study
from advisor.views.compare.sensitivity_figures import movable, weight_lines
from advisor.views.compare.sensitivity_scene import sensitivity_scene
from advisor.views.look.theme import LIGHT
from advisor.views.people.people_figures import group_figures
from advisor.views.people.ranks_scene import ranks_scene
from advisor.views.scenarios.comparison import ScenarioPair
from advisor.views.scenarios.slope_scene import slope_scene
from advisor.views.scene.box import Size
from advisor.views.scene.svg import svg_text
from advisor.views.scene.type_styles import PlainMeasurer
from advisor.words.locale import set_locale
from advisor.words.translation import ENGLISH, languages

WIDE = 720.0  # of every picture
_TODAY = date(2026, 11, 29)  # what the day is does not change a chart


@dataclass(frozen=True)
class HelpPictures:
    """Makes the charts of the help.

    Attributes:
        assessor: of the pack that ships with the program.
    """

    assessor: Assessor

    def figure(self, name: str) -> Figure:
        """A chart by the name of its file, without suffix.

        Raises:
            KeyError: there is no such chart.
        """
        return PICTURES[name](self)

    @cached_property
    def facts(self) -> ReportFacts:
        """The example of the tour, with how sure its ranking is."""
        study = read_study(EXAMPLE_STUDY)
        assessment = self.assessor.assess(study.scenario, study.own)
        certainty = robustness(assessment.evaluation, spread=assessment.scenario.weight_spread)
        return report_facts(Subject(study, assessment, self.assessor.cost_model, certainty, _TODAY))

    def of(self, make: Callable[[ReportFacts], Chapter | None], height: float) -> Figure:
        """The first chart of a chapter of the report."""
        chapter = make(self.facts)
        blocks = chapter.blocks if chapter else ()
        return Figure(next(one for one in blocks if isinstance(one, Figure)).scene, Size(WIDE, height))

    def sensitivity(self) -> Figure:
        """Scores while cost weighs more."""
        facts = self.facts
        key = next(key for key, _name in movable(facts.assessment))
        lines = weight_lines(facts.assessment, key, facts.row or 0, facts.runner_up or 0)
        return Figure(partial(sensitivity_scene, lines), Size(WIDE, 300))

    def scenarios(self) -> Figure:
        """Ranks in two scenarios of an example."""
        study = read_study(EXAMPLES / "strategy-team.advisor")
        first, second = (self.assessor.assess(one, study.own) for one in study.scenarios[:2])
        return Figure(partial(slope_scene, ScenarioPair(first, second), ""), Size(WIDE, 540))

    def people(self) -> Figure:
        """Ranks by person of an example."""
        study = read_study(EXAMPLES / "workshop.advisor")
        figures = group_figures(self.assessor.assess(study.scenario, study.own), study.stakeholders)
        return Figure(partial(ranks_scene, figures, ""), Size(WIDE, 300))


#: Every chart by the name of its file.
PICTURES: Mapping[str, Callable[[HelpPictures], Figure]] = {
    "compare": lambda made: made.of(comparison_chapter, 400),
    "certainty": lambda made: made.of(certainty_chapter, 400),
    "clock": lambda made: made.of(clock_chapter, 230),
    "cost-waterfall": lambda made: made.of(cost_chapter, 600),
    "sensitivity": HelpPictures.sensitivity,
    "scenarios": HelpPictures.scenarios,
    "people": HelpPictures.people,
}


def write_files(folder: Path = HELP) -> None:
    """Write all charts as SVG files, and the page of all criteria in every language of the help."""
    for code in languages():
        if (folder / code).is_dir():
            set_locale(code)
            page = criteria_page(load_pack(DEFAULT_PACK))
            (folder / code / "criteria.md").write_text(page, encoding="utf-8", newline="\n")
    set_locale(ENGLISH)
    made = HelpPictures(Assessor(load_pack(DEFAULT_PACK)))
    for name in PICTURES:
        figure = made.figure(name)
        scene = figure.scene(figure.size, PlainMeasurer())
        path = folder / "pictures" / f"{name}.svg"
        path.write_text(svg_text(scene, LIGHT), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_files()
