"""How a column's stream stands, in an icon, a word, and a note where something is wrong."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from controlroom.model.reading import GapCause, SourceState
from controlroom.model.stream import Source, Stream
from controlroom.ui.language import counted, language
from controlroom.ui.marked import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
FRESH = timedelta(minutes=15)
"""A stream read within this time counts as live; polling may be as slow as this."""
REFUSED = {
    GapCause.TOKEN_EXPIRED: QT_TRANSLATE_NOOP(
        "Standing", "The sign-in has expired. Sign in again in Profiles."
    ),
    GapCause.PERMISSION_MISSING: QT_TRANSLATE_NOOP(
        "Standing", "The network does not allow this reading to the profile that asks for it."
    ),
    GapCause.NOT_FOUND: QT_TRANSLATE_NOOP(
        "Standing", "The network does not know what is asked for any more."
    ),
    GapCause.NONSENSE: QT_TRANSLATE_NOOP(
        "Standing", "The network answers in a way that cannot be read."
    ),
}
SLOWED = (GapCause.BUDGET_USED, GapCause.TOO_MUCH)


class Note(NamedTuple):
    """What stands above the cards while something is wrong; `alert` makes it red."""

    icon: str
    heading: str
    text: str
    alert: bool = False


class Standing(NamedTuple):
    """How a stream stands.

    Attributes:
        colour: name of a colour of the palette for icon and word.
        detail: a few quieter words, "" for none.
        loading: nothing was ever read.
    """

    icon: str
    word: str
    detail: str = ""
    colour: str = "text2"
    note: Note | None = None
    loading: bool = False


def standing_of(
    stream: Stream | None, states: Mapping[Source, SourceState], now: datetime, *, whole: bool
) -> Standing:
    """Returns how the stream of a column stands.

    Args:
        stream: None if the cache has no such stream.
        states: how each source was last read.
        whole: the column asks the whole cache and no stream.
    """
    if whole or (stream is not None and not stream.sources):
        return Standing("review", translate("Standing", "Saved posts"))
    if stream is None:
        return _stream_gone()
    known = [states[source] for source in stream.sources if source in states]
    if not known:
        return Standing("sync", translate("Standing", "Waiting for the first read"), loading=True)
    troubles = [state.trouble for state in known if state.trouble]
    return _in_trouble(troubles, known) or _well(stream, known, now)


def paused(since: datetime | None, now: datetime) -> Standing:
    """Returns the standing of a paused column; `since` is None if it was paused before today."""
    detail = ""
    if since is not None and now - since >= timedelta(minutes=1):
        minutes = int((now - since).total_seconds() // 60)
        detail = translate("Standing", "{n} min").format(n=language().figure(minutes))
    return Standing("pause", translate("Standing", "Paused"), detail)


def _stream_gone() -> Standing:
    heading = translate("Standing", "This stream has been removed.")
    text = translate("Standing", "Close the column, or choose another stream for a new one.")
    note = Note("crit", heading, text, alert=True)
    return Standing("crit", translate("Standing", "Cannot read"), "", "red", note)


def _in_trouble(troubles: Sequence[GapCause], known: list[SourceState]) -> Standing | None:
    if GapCause.NETWORK_DOWN in troubles:
        return _offline(known)
    refused = [cause for cause in troubles if cause in REFUSED]
    if refused:
        return _refused(refused[0], len(refused), known)
    if any(cause in SLOWED for cause in troubles):
        return Standing("gauge", translate("Standing", "Slowed"), _read_at(known), "amber")
    return None


def _offline(known: list[SourceState]) -> Standing:
    heading = translate("Standing", "The network cannot be reached.")
    text = translate(
        "Standing", "You see posts saved on this workstation. New ones come once it is back."
    )
    note = Note("offline", heading, text)
    word = translate("Standing", "Offline")
    return Standing("offline", word, _read_at(known), "text1", note)


def _refused(cause: GapCause, number: int, known: list[SourceState]) -> Standing:
    if number == len(known):
        heading = translate("Standing", "Cannot read this stream.")
    else:
        heading = counted(
            number,
            translate("Standing", "Cannot read {n} part of this stream."),
            translate("Standing", "Cannot read {n} parts of this stream."),
        )
    note = Note("crit", heading, translate("Standing", REFUSED[cause]), alert=True)
    word = translate("Standing", "Cannot read")
    return Standing("crit", word, _read_at(known), "red", note)


def _well(stream: Stream, known: list[SourceState], now: datetime) -> Standing:
    read = [state.complete_to for state in known if state.complete_to is not None]
    if read and now - max(read) < FRESH:
        return Standing("dot", translate("Standing", "Live"), _profiles(stream))
    return Standing("review", translate("Standing", "Saved posts"), _read_at(known))


def _profiles(stream: Stream) -> str:
    number = len({source.profile for source in stream.sources if source.profile})
    if not number:
        return ""
    return counted(
        number, translate("Standing", "{n} profile"), translate("Standing", "{n} profiles")
    )


def _read_at(known: list[SourceState]) -> str:
    read = [state.complete_to for state in known if state.complete_to is not None]
    if not read:
        return ""
    at = max(read).astimezone()
    today = at.date() == datetime.now().astimezone().date()
    when = language().time_in_table(at) if today else language().short_date(at)
    return translate("Standing", "saved up to {time}").format(time=when)
