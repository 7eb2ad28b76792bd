"""languages/CODE.po of a pack: what its texts are called in another language."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from advisor.datapack.problems import Problems, shown
from advisor.datapack.reading import is_present, read_bytes
from advisor.words.data_words import DataWords, learn
from advisor.words.translation import language, t

FOLDER = "languages"
LARGEST_WORDS = 8 * 2**20  # bytes


def words_file(code: str) -> str:
    """The file of a language inside a pack, for an ISO 639 code."""
    return f"{FOLDER}/{code}.po"


def read_words(folder: Path, problems: Problems) -> DataWords:
    """What the texts of a pack are called in the language in force; nothing where the pack does not say."""
    file = words_file(language())
    if not is_present(folder, file):
        return DataWords({})
    content = read_bytes(folder, file, LARGEST_WORDS, problems)
    if content is None:
        return DataWords({})
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(BytesIO(content), abort_invalid=True)
    except (PoFileError, ValueError, LookupError) as error:  # also text that is not what it says it is
        message = t("The file cannot be read: {reason}.", reason=shown(str(error)))
        problems.error(file, 0, "", message, t("Write it with a program for gettext catalogues."))
        return DataWords({})
    texts = {
        message.id: message.string
        for message in catalogue
        if isinstance(message.id, str) and isinstance(message.string, str) and message.id and message.string
    }
    return DataWords(texts)


def learn_words(folder: Path) -> None:
    """Take up the words of a pack that has been read before."""
    learn(read_words(folder, Problems()))
