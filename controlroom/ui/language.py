"""The desk's language: which translation is loaded, and how dates and figures are written."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

from controlroom.model.errors import WorldError

translate = QCoreApplication.translate

THIN = "\u202f"
"""The narrow space that does not break a line."""
SIZES = ("B", "kB", "MB", "GB", "TB")
TAILS = ("", "k", "M", "G")
SHORT = QLocale.FormatType.ShortFormat


class Language:
    """One language's ways with dates, figures and quotation marks."""

    code = "en"
    point = "."
    thousands = ","
    before_percent = ""
    quotes = "“{}”"
    byte = "B"

    def __init__(self) -> None:
        self.locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)

    def figure(self, number: int) -> str:
        """Returns a whole number with its thousands set apart: 1,204."""
        return f"{number:,}".replace(",", self.thousands)

    def percent(self, share: int) -> str:
        """Returns a share of a hundred: 64%."""
        return f"{share}{self.before_percent}%"

    def short_figure(self, number: int) -> str:
        """Returns a large number in three digits or fewer: 1.84 M; small ones whole."""
        return self._shortened(number, 1000, TAILS)

    def size(self, count: int) -> str:
        """Returns a number of bytes as one reads it: 3.2 MB."""
        return self._shortened(count, 1000, SIZES).replace("B", self.byte)

    def clock(self, moment: datetime) -> str:
        """Returns the time with seconds, as a clock shows it: 18:42:07."""
        return moment.strftime("%H:%M:%S")

    def time_in_table(self, moment: datetime) -> str:
        """Returns the time as it stands in tables: 18:55."""
        return moment.strftime("%H:%M")

    def time_in_prose(self, moment: datetime) -> str:
        """Returns the time as it stands in a sentence: 18:55."""
        return self.time_in_table(moment)

    def short_date(self, moment: datetime) -> str:
        """Returns weekday, day and month: Thu 14 May."""
        # Put together by hand: with a QDate, Qt loads its time zones before the first painting.
        weekday = self.locale.dayName(moment.isoweekday(), SHORT)
        return f"{weekday} {moment.day} {self.locale.monthName(moment.month, SHORT)}"

    def date(self, moment: datetime) -> str:
        """Returns day, month and year: 14 May 2026."""
        return f"{moment.day} {self.locale.monthName(moment.month, SHORT)} {moment.year}"

    def quoted(self, text: str) -> str:
        """Returns a text between quotation marks."""
        return self.quotes.format(text)

    def is_one(self, number: int) -> bool:
        """Returns whether the singular goes with a number."""
        return abs(number) == 1

    def _shortened(self, number: int, step: int, tails: tuple[str, ...]) -> str:
        value, rank = float(number), 0
        while abs(value) >= step and rank < len(tails) - 1:
            value, rank = value / step, rank + 1
        digits = 0 if rank == 0 or abs(value) >= 100 else 1 if abs(value) >= 10 else 2
        text = f"{value:.{digits}f}".replace(".", self.point)
        return f"{text}{THIN}{tails[rank]}".strip()


class French(Language):
    """French: 18 h 55 in prose, 1 204, « », 64 %, with narrow spaces."""

    code = "fr"
    point = ","
    thousands = THIN
    before_percent = THIN
    quotes = f"«{THIN}{{}}{THIN}»"
    byte = "o"

    def __init__(self) -> None:
        self.locale = QLocale(QLocale.Language.French, QLocale.Country.France)

    def time_in_prose(self, moment: datetime) -> str:
        minutes = f"{THIN}{moment:%M}" if moment.minute else ""
        return f"{moment.hour}{THIN}h{minutes}"

    def is_one(self, number: int) -> bool:
        return abs(number) < 2


LANGUAGES: dict[str, Callable[[], Language]] = {"en": Language, "fr": French}


class Announcement(QObject):
    """Tells that another language is in force.

    Signals:
        changed: every word that is shown must be asked for anew.
    """

    changed = Signal()


announcement = Announcement()
_spoken: Language = Language()
_translators: list[QTranslator] = []


def language() -> Language:
    """Returns the language in force."""
    return _spoken


def speak(wish: str) -> None:
    """Changes the language at once and lets `announcement` tell of it.

    Args:
        wish: "en", "fr", or "system" for the system's language, English if that is not ours.
    """
    global _spoken
    code = wish if wish in LANGUAGES else _system_language()
    if code == _spoken.code and (_translators or code == "en"):
        return
    _spoken = LANGUAGES[code]()
    _install(code)
    announcement.changed.emit()


def counted(number: int, one: str, many: str) -> str:
    """Returns the sentence for one or for many with its `{n}` filled in."""
    template = one if _spoken.is_one(number) else many
    return template.format(n=_spoken.figure(number))


def told(error: WorldError) -> str:
    """Returns an error's sentence and remedy in the language in force, values filled in."""
    parts = [translate("errors", text) for text in (error.sentence, error.remedy) if text]
    return " ".join(parts).format(**error.values)


def _system_language() -> str:
    code = QLocale.system().name().partition("_")[0]
    return code if code in LANGUAGES else "en"


def _install(code: str) -> None:
    app = QCoreApplication.instance()
    if app is None:
        return
    old, _translators[:] = _translators[:], []
    for translator in () if code == "en" else _loaded(code):
        _translators.append(translator)
        app.installTranslator(translator)
    for translator in old:
        app.removeTranslator(translator)


def _loaded(code: str) -> list[QTranslator]:
    from PySide6.QtCore import QLibraryInfo

    from controlroom.ui.translations import compiled

    ours, qts = QTranslator(), QTranslator()
    ours.load(str(compiled(code)))
    qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return [qts, ours]
