"""The pages for an error of opening, and for what a rescue has brought."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from controlroom.keychain.errors import SecretError
from controlroom.model.errors import WorldError
from controlroom.model.house import Remedy, Rescued, Trouble
from controlroom.store.errors import Damaged
from controlroom.store.lock import AlreadyRunning
from controlroom.ui.language import counted, language
from controlroom.ui.opening.stand_in import Action, StandIn, Telling, Words

translate = QCoreApplication.translate

Runs = Mapping[Remedy, Callable[[], object]]


def trouble_page(trouble: Trouble, runs: Runs, close: Callable[[], object]) -> StandIn:
    """Returns the page for an error: its sentence, its remedy, and what can be tried."""
    error = trouble.error
    telling = Telling(
        _icon(error),
        lambda: _heading(error),
        lambda: sentence(error),
        lambda: _remedy(error),
    )
    actions = [Action(one.name, _words(one), runs[one]) for one in trouble.remedies]
    return StandIn(telling, [*actions, Action("close", _close, close)])


def rescued_page(
    rescued: Sequence[Rescued], go_on: Callable[[], object], close: Callable[[], object]
) -> StandIn:
    """Returns the page that says what was saved and where the damaged file is kept."""
    telling = Telling(
        "info",
        lambda: _outcome(rescued),
        lambda: "\n".join(_line(one) for one in rescued) or _nothing_found(),
        lambda: _kept(rescued),
    )
    actions = [Action("go-on", _open, go_on), Action("close", _close, close)]
    return StandIn(telling, actions)


def sentence(error: WorldError) -> str:
    """Returns what is wrong, without the remedy, in the language in force."""
    return _filled(error.sentence, error)


def _icon(error: WorldError) -> str:
    if isinstance(error, Damaged):
        return "warn"
    if isinstance(error, SecretError):
        return "lock"
    return "screen" if isinstance(error, AlreadyRunning) else "info"


def _heading(error: WorldError) -> str:
    if isinstance(error, Damaged):
        return translate("Opening", "A database is damaged")
    if isinstance(error, SecretError):
        return translate("Opening", "The databases stay locked")
    if isinstance(error, AlreadyRunning):
        return translate("Opening", "This desk is open already")
    return translate("Opening", "The databases cannot be opened")


def _remedy(error: WorldError) -> str:
    if isinstance(error, Damaged):
        return translate(
            "Opening",
            "Salvage saves what can still be read; a backup goes back to an earlier state."
            " Either way the damaged file is kept.",
        )
    return _filled(error.remedy, error)


def _filled(template: str, error: WorldError) -> str:
    return translate("errors", template).format(**error.values) if template else ""


def _words(remedy: Remedy) -> Words:
    return lambda: {
        Remedy.SALVAGE: translate("Opening", "Salvage…"),
        Remedy.RESTORE: translate("Opening", "Restore newest backup…"),
        Remedy.RECOVERY_KEY: translate("Opening", "Use recovery key…"),
        Remedy.TRY_AGAIN: translate("Opening", "Try again"),
    }[remedy]


def _close() -> str:
    return translate("Opening", "Close the desk")


def _open() -> str:
    return translate("Opening", "Open the desk")


def _outcome(rescued: Sequence[Rescued]) -> str:
    if rescued and rescued[0].made_at:
        return translate("Opening", "The backup is back in place")
    if rescued:
        return translate("Opening", "What could be read is saved")
    return translate("Opening", "Nothing was changed")


def _nothing_found() -> str:
    return translate("Opening", "No damaged page was found. Try to open the desk again.")


def _line(one: Rescued) -> str:
    if one.made_at is not None:
        moment = one.made_at.astimezone()
        when = f"{language().short_date(moment)}, {language().time_in_prose(moment)}"
        told = translate("Opening", "{file} is as it was on {when}.")
        return " ".join(filter(None, (told.format(file=one.file, when=when), _missing(one))))
    saved = counted(
        one.rows or 0,
        translate("Opening", "{n} row saved"),
        translate("Opening", "{n} rows saved"),
    )
    return f"{one.file}: {saved}, {_lost(one)}."


def _missing(one: Rescued) -> str:
    if not one.lost:
        return ""
    return counted(
        one.lost,
        translate("Opening", "{n} photo or clip is damaged in the backup and is missing."),
        translate("Opening", "{n} photos and clips are damaged in the backup and are missing."),
    )


def _lost(one: Rescued) -> str:
    if one.lost is None:
        return translate("Opening", "an unknown number lost")
    if not one.lost:
        return translate("Opening", "none lost")
    return counted(
        one.lost, translate("Opening", "{n} row lost"), translate("Opening", "{n} rows lost")
    )


def _kept(rescued: Sequence[Rescued]) -> str:
    damaged = translate("Opening", "The damaged file is kept in {folder}.")
    replaced = translate("Opening", "The file it replaced is kept in {folder}.")
    return "\n".join(
        (replaced if one.made_at else damaged).format(folder=one.kept) for one in rescued
    )
