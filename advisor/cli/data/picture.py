"""The part of ``location-advisor export`` that draws: a chart or the map as PNG, SVG or PDF."""

from __future__ import annotations

import argparse
from datetime import date

from advisor.cli.errors import CommandError
from advisor.cli.options.scenario_options import open_pack, study_from
from advisor.cli.printing import emit, writing
from advisor.export.charts.registry import charts
from advisor.export.pictures.chart_files import SUFFIXES, chart_png, chart_scene, chart_svg
from advisor.export.report.report_facts import report_facts
from advisor.export.writing import make_subject, write_beside
from advisor.scenario.cost.cost_model import CostModel
from advisor.scenario.ranking.assessment import Assessment, Assessor
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.views.captions import chart_caption
from advisor.views.map.map_layers import layers_of
from advisor.views.map.score_layers import SCORE
from advisor.words.translation import t


def add_picture_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for pictures."""
    group = parser.add_argument_group(t("pictures (PNG, SVG, PDF) with title, date, scenario and sources"))
    which = group.add_mutually_exclusive_group()
    which.add_argument(
        "--chart",
        metavar="NAME",
        help=t("a chart of the recommended place: {names}", names=", ".join(charts())),
    )
    which.add_argument(
        "--map",
        nargs="?",
        const=SCORE,
        metavar="LAYER",
        help=t("the map, coloured by the score or by another layer, such as a criterion"),
    )


def assessed(options: argparse.Namespace) -> tuple[Study, Assessment, CostModel | None]:
    """The study that the options name, its ranking, and what counts costs.

    Raises:
        CommandError: bad input.
    """
    pack = open_pack(options.pack)
    assessor = Assessor(pack)
    try:
        study = study_from(options, pack)
        assessment = assessor.assess(study.scenario, study.own)
    except ScenarioError as error:
        raise CommandError(str(error)) from error
    return study, assessment, assessment.cost_model


def write_picture(options: argparse.Namespace) -> int:
    """Write a chart or the map.

    Raises:
        CommandError: no such chart, nothing to draw, another suffix, or a file that cannot be written.
    """
    suffix = options.out.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise CommandError(t("{file}: a picture ends in one of {known}.", file=options.out, known=known))
    if options.map is not None:
        _write_map(options)
    else:
        content = _drawn(options, suffix)
        with writing(options.out):
            write_beside(options.out, {"": content})
    said = t("Written: {files}", files=options.out)
    emit(f"{said}\n")
    return 0


def _drawn(options: argparse.Namespace, suffix: str) -> bytes:
    known = charts()
    chart = known.get(options.chart)
    if chart is None:
        names = ", ".join(known)
        raise CommandError(
            t("There is no chart '{name}'. There are: {names}.", name=options.chart, names=names)
        )
    subject = make_subject(*assessed(options), date.today(), wants_certainty=chart.wants_certainty)
    made = chart.draw(report_facts(subject))
    if isinstance(made, str):
        raise CommandError(made)
    caption = chart_caption(chart.title, subject.assessment, subject.today)
    if suffix != ".pdf":
        scene = chart_scene(made, caption)
        return chart_png(scene) if suffix == ".png" else chart_svg(scene)
    # Qt takes a while to load and is needed only here.
    from PySide6.QtWidgets import QApplication

    from advisor.ui.charts.chart_pdf import chart_pdf
    from advisor.ui.map.map_rendering import use_offscreen

    if QApplication.instance() is None:
        use_offscreen()
    application = QApplication.instance() or QApplication([])
    pdf = chart_pdf(made, caption, subject.study, subject.today)
    del application
    return pdf


def _write_map(options: argparse.Namespace) -> None:
    _study, assessment, _costs = assessed(options)
    known = [layer.id for layer in layers_of(assessment.pack)]
    if options.map not in known:
        names = ", ".join(known)
        raise CommandError(
            t("There is no layer '{name}'. There are: {names}.", name=options.map, names=names)
        )
    from advisor.ui.map.map_rendering import RenderingError, render_map, use_offscreen

    use_offscreen()
    try:
        with writing(options.out):
            render_map(assessment, options.out, layer=options.map)
    except RenderingError as error:
        raise CommandError(str(error)) from error
