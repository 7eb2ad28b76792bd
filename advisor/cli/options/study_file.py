"""Opening a study on the command line: its file, the scenario that is wanted, a word about the pack."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from advisor.cli.errors import CommandError, tell
from advisor.datapack.schema import DataPack
from advisor.paths import is_there
from advisor.scenario.study.checks import check_study, pack_change
from advisor.scenario.study.defaults import default_study
from advisor.scenario.study.json_reading import StudyFileError
from advisor.scenario.study.problems import ScenarioError
from advisor.scenario.study.study import Study
from advisor.words.translation import t


def open_study(path: Path | None, name: str | None, pack: DataPack) -> Study:
    """The study of a file, or the default one, with the scenario that is wanted in force.

    A file that was made with another pack, or another version of it, is told of on standard error.

    Args:
        path: the file, None for the default study.
        name: the scenario, None for the active one.
        pack: what it is ranked with.

    Raises:
        CommandError: a file that cannot be opened or does not fit the pack, or no such scenario.
    """
    try:
        if path is None:
            study = default_study(pack)
        else:
            from advisor.scenario.study.embedding import study_in  # with readers of every kind of file

            path = _today(path)
            study = study_in(path)
            check_study(pack, study)
            if change := pack_change(pack, study):
                tell(t("{name}: {change}", name=path.name, change=change))
        return study if name is None else replace(study, active=study.named(name).name)
    except (StudyFileError, ScenarioError) as error:
        raise CommandError(str(error)) from error


def _today(path: Path) -> Path:
    """Where a study is that scripts know by its old name: saved anew, it got today's suffix."""
    from advisor.scenario.study.files import OLD_SUFFIX, SUFFIX

    if not path.name.endswith(OLD_SUFFIX) or is_there(path):
        return path
    renamed = path.with_name(path.name.removesuffix(OLD_SUFFIX) + SUFFIX)
    if not is_there(renamed):
        return path
    tell(t("There is no {old}; {new} was taken.", old=path.name, new=renamed.name))
    return renamed
