"""The language of the whole program: its own texts, numbers and dates, and those of Qt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from advisor.words.locale import chosen_locale, locale_tag, set_locale
from advisor.words.translation import language

_QT_TEXTS = "qtbase"


def put_language_in_force(*wishes: str | None) -> None:
    """Put the first language that is wished for and known in force, for whatever is made from now on.

    Args:
        wishes: languages or locales, the strongest first; of a language without territory that of the system
            says how numbers are written.
    """
    set_locale(chosen_locale(*(_with_territory(wish) for wish in wishes if wish)))
    QLocale.setDefault(QLocale(locale_tag()))  # Qt's own texts and fields follow the same convention
    _translate_qt()


def _with_territory(wish: str) -> str:
    system = QLocale.system().name()
    return system if system.startswith(f"{wish}_") else wish


class _Installed:
    translator: QTranslator | None = None


def _translate_qt() -> None:
    """Buttons of Qt's dialogs and menus of its fields, where Qt brings the language with it."""
    application = QCoreApplication.instance()
    if application is None:
        return
    if _Installed.translator is not None:
        application.removeTranslator(_Installed.translator)
        _Installed.translator = None
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"{_QT_TEXTS}_{language()}", folder):
        application.installTranslator(translator)
        _Installed.translator = translator
