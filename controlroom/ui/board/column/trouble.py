"""What is wrong with the reading of a stream, in plain words, and what can be done about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from controlroom.model import clock
from controlroom.model.reading import GapCause, SourceState
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.board.state import Level, Note, Standing
from controlroom.ui.language import counted, language
from controlroom.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from controlroom.model.stream import Stream
translate = QCoreApplication.translate
REFUSED = {
    GapCause.TOKEN_EXPIRED: QT_TRANSLATE_NOOP(
        "Standing", "The sign-in has expired. Sign in again in Profiles."
    ),
    GapCause.PERMISSION_MISSING: QT_TRANSLATE_NOOP(
        "Standing",
        "The network does not allow this reading to the profile that asks for it. Ask whoever"
        " looks after the profile for the right to read, or read it through another one.",
    ),
    GapCause.NOT_FOUND: QT_TRANSLATE_NOOP(
        "Standing",
        "The network does not know what is asked for any more. Check the name in Profiles, or"
        " close the column.",
    ),
    GapCause.NONSENSE: QT_TRANSLATE_NOOP(
        "Standing",
        "The network answers in a way that cannot be read. It is tried again by itself; tell"
        " support if it stays so.",
    ),
}
SLOWED = {
    GapCause.BUDGET_USED: QT_TRANSLATE_NOOP(
        "Standing",
        "The network’s budget for this reading is used for now. It goes on by itself when the"
        " budget is full again.",
    ),
    GapCause.TOO_MUCH: QT_TRANSLATE_NOOP(
        "Standing",
        "More comes in than may be read at once. The newest is read first, the rest is filled in"
        " later.",
    ),
}
READ_NOW, PROFILES = "read-now", "profiles"


def in_trouble(stream: "Stream", states: Sequence[SourceState]) -> Standing | None:
    """Returns the standing for the worst trouble of a stream, None if it has none."""
    causes = [state.trouble for state in states if state.trouble]
    down = [state for state in states if state.trouble is GapCause.NETWORK_DOWN]
    refused = [state for state in states if state.trouble in REFUSED]
    if down and len(down) + len(refused) >= len(stream.sources):
        return _offline(states)
    if refused:
        return _refused(refused, len(stream.sources))
    if down:
        return _partly_offline(down, len(stream.sources))
    slowed = [cause for cause in causes if cause in SLOWED]
    return _slowed(slowed[0], states) if slowed else None


def read_at(states: Sequence[SourceState]) -> str:
    """Returns up to when everything was read, "" if nothing ever was."""
    when = _when(states)
    return translate("Standing", "saved up to {time}").format(time=when) if when else ""


def _when(states: Sequence[SourceState]) -> str:
    read = [state.complete_to for state in states if state.complete_to is not None]
    if not read:
        return ""
    at = max(read).astimezone()
    today = at.date() == clock.now().astimezone().date()
    return language().clock(at) if today else language().short_date(at)


def _offline(states: Sequence[SourceState]) -> Standing:
    when = _when(states)
    heading = translate("Standing", "The network cannot be reached.")
    if when:
        heading = translate("Standing", "Offline since {time}.").format(time=when)
    text = translate(
        "Standing",
        "You see posts saved on this workstation; filters and search work. New ones come by"
        " themselves once the network is back.",
    )
    note = Note("offline", heading, text, actions=(_read_now(),))
    word = translate("Standing", "Offline")
    detail = translate("Standing", "saved posts")
    return Standing("offline", word, detail, "text1", note, ends=read_at(states))


def _partly_offline(down: Sequence[SourceState], sources: int) -> Standing:
    """Some of a stream cannot be reached; the rest is read as ever, and nothing ends."""
    names = sorted({look_of(one.source.network).name for one in down})
    heading = translate("Standing", "{networks}: not everything can be reached.")
    text = translate(
        "Standing", "The rest of this stream is read. What is missing comes once it can be reached."
    )
    note = Note("offline", heading.format(networks=", ".join(names)), text, actions=(_read_now(),))
    detail = translate("Standing", "{n} of {all} sources not reached").format(
        n=language().figure(len(down)), all=language().figure(sources)
    )
    return Standing("half", translate("Standing", "Partly offline"), detail, "text1", note)


def _slowed(cause: GapCause, states: Sequence[SourceState]) -> Standing:
    heading = translate("Standing", "Slowed by the network.")
    text = translate("Standing", SLOWED[cause])
    note = Note("gauge", heading, text, Level.AMBER, (_read_now(),))
    return Standing("gauge", translate("Standing", "Slowed"), read_at(states), "amber", note)


def _refused(states: Sequence[SourceState], sources: int) -> Standing:
    number = len(states)
    heading = translate("Standing", "Cannot read this stream.")
    if number < sources:
        heading = counted(
            number,
            translate("Standing", "Cannot read {n} part of this stream."),
            translate("Standing", "Cannot read {n} parts of this stream."),
        )
    cause = next(state.trouble for state in states if state.trouble)
    text = translate("Standing", REFUSED[cause])
    actions = ((PROFILES, translate("Standing", "Open Profiles")), _read_now())
    code = translate("Standing", "For support: {code}").format(code=cause.value)
    note = Note("crit", heading, text, Level.RED, actions, code)
    word = translate("Standing", "Cannot read")
    ends = _when(states)
    last = translate("Standing", "last good read {time}").format(time=ends) if ends else ""
    return Standing("crit", word, last, "red", note,
                    ends="" if number < sources else last)  # fmt: skip


def _read_now() -> tuple[str, str]:
    return READ_NOW, translate("Standing", "Read once now")
