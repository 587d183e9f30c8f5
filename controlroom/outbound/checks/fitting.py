"""Files and polls that a network, or a profile's own server, does not take as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from controlroom.model.outgoing.checked import Finding
from controlroom.model.outgoing.content import Attachment, Content, FileKind, Piece, Poll
from controlroom.outbound.checks.lengths import TEXTS, Known, known_limits
from controlroom.outbound.checks.look import Look, Text, finding
from controlroom.outbound.counting import Limits, MediaLimits, PollLimits
from controlroom.outbound.media.needs import needs, told_s

_MANY, _FILE = "too_many_files", "file_unfit"
_SHORT, _LONG = "clip_short", "clip_long"
_ANSWERS, _ANSWER, _TIME = "poll_answers", "poll_answer_long", "poll_time"
Trouble = tuple[str, int, str, str]
"""A rule, the number of the file or -1, what is found, and what is taken."""


def about_fitting(seen: Look) -> Iterator[Finding]:
    """Yields what does not fit, once for each text, with the profiles it does not fit."""
    if seen.content.act not in TEXTS or not _has_any(seen.content):
        return
    for text in seen.said():
        held: dict[Trouble, list[str]] = {}
        for profile, trouble in _troubles(seen, text):
            held.setdefault(trouble, []).append(profile)
        for (key, file, figure, limit), profiles in held.items():
            found = finding(key, text, figure=figure)
            yield replace(found, profiles=tuple(profiles), file=file, limit=limit)


def _has_any(content: Content) -> bool:
    """Returns whether there is a file or a poll at all: most letters are typed without one."""
    pieces = (piece for said in (content.pieces, *content.variants.values()) for piece in said)
    return bool(content.files) or any(piece.poll is not None for piece in pieces)


def _troubles(seen: Look, text: Text) -> Iterator[tuple[str, Trouble]]:
    judged: dict[Known, list[Trouble]] = {}
    for profile in text.profiles or seen.content.targets:
        own = seen.about.profiles.get(profile)
        if own is None:
            continue
        known, limits = known_limits(own)
        if known not in judged:
            piece = seen.content.pieces_for(profile)[text.piece]
            judged[known] = list(_of_piece(piece, seen.content.files, own.network, limits))
        yield from ((profile, trouble) for trouble in judged[known])


def _of_piece(
    piece: Piece, files: tuple[Attachment, ...], network: str, limits: Limits
) -> Iterator[Trouble]:
    if piece.files and (limits.media.photos or limits.media.clips):
        used = [(number, files[number]) for number in piece.files if number < len(files)]
        yield from _too_many([file for _, file in used], limits.media)
        for number, file in used:
            yield from _unfit(number, file, network, limits.media)
            yield from _unmade(number, file, network)
    if piece.poll is not None and limits.poll.options:
        yield from _of_poll(piece.poll, limits.poll)


def _too_many(files: Iterable[Attachment], media: MediaLimits) -> Iterator[Trouble]:
    kinds = [file.kind for file in files]
    for kind, most in ((FileKind.PHOTO, media.photos), (FileKind.CLIP, media.clips)):
        if most and kinds.count(kind) > most:
            yield _MANY, -1, str(kinds.count(kind)), str(most)


def _unfit(number: int, file: Attachment, network: str, media: MediaLimits) -> Iterator[Trouble]:
    made = file.rendition(network)
    if made is None:
        return
    is_photo = file.kind is FileKind.PHOTO
    kinds = media.photo_kinds if is_photo else media.clip_kinds
    most = media.photo_bytes if is_photo else media.clip_bytes
    if kinds and made.mime not in kinds:
        yield _FILE, number, made.mime, ""
    if most and made.size > most:
        yield _FILE, number, _megabytes(made.size), _megabytes(most)


def _unmade(number: int, file: Attachment, network: str) -> Iterator[Trouble]:
    """Yields why no clip was made for a network, where its length says it."""
    need = known.clip if (known := needs().get(network)) is not None else None
    lasts = max((one.duration_ms for one in file.renditions.values()), default=0)
    if file.kind is not FileKind.CLIP or file.rendition(network) or need is None or not lasts:
        return
    if lasts < need.least_ms:
        yield _SHORT, number, f"{told_s(lasts)} s", f"{told_s(need.least_ms)} s"
    elif need.most_ms and lasts > need.most_ms:
        yield _LONG, number, f"{told_s(lasts)} s", f"{told_s(need.most_ms)} s"


def _of_poll(poll: Poll, limits: PollLimits) -> Iterator[Trouble]:
    if len(poll.options) > limits.options:
        yield _ANSWERS, -1, str(len(poll.options)), str(limits.options)
    longest = max((len(option) for option in poll.options), default=0)
    if limits.option and longest > limits.option:
        yield _ANSWER, -1, str(longest), str(limits.option)
    if poll.minutes < limits.least_min:
        yield _TIME, -1, str(poll.minutes), str(limits.least_min)
    if limits.most_min and poll.minutes > limits.most_min:
        yield _TIME, -1, str(poll.minutes), str(limits.most_min)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
