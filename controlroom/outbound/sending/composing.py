"""From a job to what a network gets."""

from datetime import datetime
from functools import partial

from controlroom.feeds.writing import Carried, Outgoing
from controlroom.model.outgoing.content import Act
from controlroom.outbound.sending.doors import Files
from controlroom.outbound.sending.jobs import Job


class NoFile(Exception):
    """A file of a draft is not on the shelf, or nothing is made of it for this network."""


def composed(job: Job, act: Act, files: Files, key: str, since: datetime) -> Outgoing:
    """Returns one piece for one profile, as it is to appear. Raises `NoFile`, `WorldError`.

    Args:
        key: by which the network knows the attempt.
        since: when it was first claimed.
    """
    piece, content = job.piece, job.content
    return Outgoing(
        act,
        piece.text,
        key,
        since,
        title=piece.title,
        files=tuple(_carried(job, files, number) for number in piece.files),
        poll=piece.poll,
        card=piece.card,
        about=job.about,
        language=content.language,
        audience=content.audience,
    )


def _carried(job: Job, files: Files, number: int) -> Carried:
    if number >= len(job.content.files):
        raise NoFile
    attached = job.content.files[number]
    rendition = attached.rendition(job.key.network)
    if rendition is None or not files.has(rendition.sha256):
        raise NoFile
    if attached.captions and not files.has(attached.captions):
        raise NoFile
    return Carried(
        rendition,
        attached.alt,
        partial(files.open, rendition.sha256),
        captions=_read(files, attached.captions) if attached.captions else None,
        sensitive=attached.sensitive,
    )


def _read(files: Files, sha256: str) -> bytes:
    with files.open(sha256) as file:
        return file.read()
