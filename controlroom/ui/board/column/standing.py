"""How a column's stream stands, in an icon, a word, and a note where something is wrong."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from controlroom.model.reading import SourceState
from controlroom.model.stream import Source, SourceKind, Stream
from controlroom.store.cache.veil import Veil
from controlroom.ui.board.column import trouble
from controlroom.ui.board.state import Level, Note, Standing
from controlroom.ui.language import counted, language

translate = QCoreApplication.translate
FRESH = timedelta(minutes=15)
"""A source read within this time counts as live; polling may be as slow as this."""


def saved_posts() -> Standing:
    """Returns the standing of a question to all that is saved."""
    return Standing("review", translate("Standing", "Saved posts"))


def gone() -> Standing:
    """Returns the standing of a column whose stream has been removed."""
    heading = translate("Standing", "This stream has been removed.")
    text = translate("Standing", "Close the column, or choose another stream for a new one.")
    note = Note("crit", heading, text, Level.RED)
    return Standing("crit", translate("Standing", "Cannot read"), "", "red", note)


def standing_of(
    stream: Stream | None, states: Sequence[SourceState], now: datetime, *, whole: bool
) -> Standing:
    """Returns how the stream of a column stands.

    Args:
        stream: None if the cache has no such stream.
        states: how each of its sources was last read, as far as any was.
        whole: the column asks the whole cache and no stream.
    """
    if whole or (stream is not None and not (stream.sources or stream.reaches)):
        return saved_posts()
    if stream is None:
        return gone()
    if not any(state.complete_to or state.trouble for state in states):
        return _first_read(stream, states)
    worse = trouble.in_trouble(stream, states)
    if worse is None and _unread(stream, states):
        return _first_read(stream, states)
    return worse or _well(stream, states, now)


def not_reading(states: Sequence[SourceState]) -> Standing:
    """Returns the standing of a stream while no engine runs."""
    heading = translate("Standing", "Nothing is being read.")
    text = translate(
        "Standing", "The engine has stopped; it starts again by itself. You see saved posts."
    )
    word = translate("Standing", "Not reading")
    note = Note("pause", heading, text)
    return Standing("pause", word, trouble.read_at(states), "text1", note)


def veiled(standing: Standing, stream: Stream | None, veil: Veil) -> Standing:
    """Returns the standing of a stream whose private messages may not all be read here."""
    if stream is None or veil.readable is None:
        return standing
    hidden = {one.profile for one in stream.sources if _is_hidden(one, veil)}
    if not hidden:
        return standing
    heading = translate("Standing", "Private: messages are hidden here.")
    text = counted(
        len(hidden),
        translate(
            "Standing",
            "No role of who works at this desk has the right to read private messages of"
            " {n} profile of this stream.",
        ),
        translate(
            "Standing",
            "No role of who works at this desk has the right to read private messages of"
            " {n} profiles of this stream.",
        ),
    )
    action = (trouble.PROFILES, translate("Standing", "Open Profiles"))
    note = Note("lock", heading, text, actions=(action,))
    if all(_is_hidden(one, veil) for one in stream.sources):
        return Standing("lock", translate("Standing", "Private"), "", "text2", note)
    return standing if standing.note is not None else standing._replace(note=note)


def _is_hidden(source: Source, veil: Veil) -> bool:
    return source.kind is SourceKind.MESSAGES and veil.hides_profile(source.profile)


def paused(since: datetime | None, now: datetime) -> Standing:
    """Returns the standing of a paused column; `since` is None if it was paused before today."""
    detail = ""
    if since is not None and now - since >= timedelta(minutes=1):
        minutes = int((now - since).total_seconds() // 60)
        detail = translate("Standing", "{n} min").format(n=language().figure(minutes))
    return Standing("pause", translate("Standing", "Paused"), detail)


def _first_read(stream: Stream, states: Sequence[SourceState]) -> Standing:
    done, number, template = _progress(stream, states)
    words = template.format(done=language().figure(done), n=language().figure(number))
    word = translate("Standing", "First read")
    if not done:
        word = translate("Standing", "Waiting for the first read")
    share = done / max(number, 1)
    return Standing("sync", word, words if number > 1 else "", loading=True, share=share)


def _progress(stream: Stream, states: Sequence[SourceState]) -> tuple[int, int, str]:
    """Returns how many profiles of how many have been read; sources, if some have no profile."""
    unread = _unread(stream, states)
    if all(one.profile for one in stream.sources):
        number = len({one.profile for one in stream.sources})
        left = len({one.profile for one in unread})
        return number - left, number, translate("Standing", "{done} of {n} profiles")
    number = len(stream.sources)
    return number - len(unread), number, translate("Standing", "{done} of {n} sources")


def _unread(stream: Stream, states: Sequence[SourceState]) -> list[Source]:
    """Returns the sources that were never read, nor refused."""
    read = [one.source for one in states if one.complete_to or one.trouble]
    if len(read) == len(stream.sources):
        return []
    known = frozenset(read)
    return [one for one in stream.sources if one not in known]


def _well(stream: Stream, states: Sequence[SourceState], now: datetime) -> Standing:
    """Live is said only where every source was read a short time ago."""
    fresh = [one for one in states if one.complete_to and now - one.complete_to < FRESH]
    missing = len(stream.sources) - len(fresh)
    if not fresh:
        return Standing("review", translate("Standing", "Saved posts"), trouble.read_at(states))
    if not missing:
        return Standing("dot", translate("Standing", "Live"), _profiles(stream))
    detail = counted(
        missing,
        translate("Standing", "{n} source not read lately"),
        translate("Standing", "{n} sources not read lately"),
    )
    return Standing("half", translate("Standing", "Partly live"), detail)


def _profiles(stream: Stream) -> str:
    number = len({source.profile for source in stream.sources if source.profile})
    if not number:
        return ""
    return counted(
        number, translate("Standing", "{n} profile"), translate("Standing", "{n} profiles")
    )
