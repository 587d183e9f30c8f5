"""Writes all hits of a query into a file, in small steps that can be stopped between."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from controlroom.model.cached import CachedPost
from controlroom.model.query.tree import Node
from controlroom.store.cache.reader import CacheReader
from controlroom.store.durable import disk_told, sync_folder
from controlroom.store.export.form import Form, Writer
from controlroom.store.export.hit import About, Hit
from controlroom.store.export.listing import ListingWriter
from controlroom.store.export.sheet import PageWords, PageWriter
from controlroom.store.export.table import TableWriter

STEP, TALKS = 500, 100
Told = Callable[[int], bool]
"""Takes how many posts are written so far; returns whether to go on."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        size: bytes.
        sha256: of the file, in hex.
    """

    path: Path
    posts: int
    size: int
    sha256: str


def writer_of(form: Form, words: PageWords) -> Writer:
    """Returns what writes a form."""
    if form is Form.CSV:
        return TableWriter()
    return ListingWriter() if form is Form.JSON else PageWriter(words)


def export(
    reader: CacheReader,
    node: Node,
    path: Path,
    writer: Writer,
    about: About,
    told: Told,
    only: Sequence[int] = (),
) -> Exported | None:
    """Writes all posts that fit, newest first (or by conversation, if `about` says so).

    Returns None if `told` stopped it.

    Args:
        only: ids of the posts that are wanted, none for all that fit.

    Until it is whole the file has another name beside `path`; what stood at `path` is replaced
    only then, and nothing is left of an export that was stopped or failed.

    Raises:
        DiskFull, WriteRefused, DiskFailed: the file cannot be written.
        StoreError: the cache cannot be read.
    """
    part = path.with_name(f".{path.name[:200]}.part")
    with disk_told(path):
        try:
            written = _write(
                part, path, _texts(_hits(reader, node, only, about), writer, about, told)
            )
            if written is not None:
                part.replace(path)
                sync_folder(path.parent)
            return written
        finally:
            with suppress(FileNotFoundError):
                part.unlink()


def _pages(reader: CacheReader, node: Node, only: Sequence[int]) -> Iterator[list[CachedPost]]:
    """Yields the posts that are wanted, newest first, some hundreds at a time."""
    wanted = sorted(only, reverse=True)
    for start in range(0, len(wanted), STEP):
        found = reader.posts(wanted[start : start + STEP])
        yield sorted(found, key=lambda one: -one.id)
    before = 0
    while not only and (page := reader.search(node, before=before, limit=STEP)):
        yield page
        before = page[-1].id


def _hits(
    reader: CacheReader, node: Node, only: Sequence[int], about: About
) -> Iterator[list[Hit]]:
    if about.grouped and not only:
        yield from _by_conversation(reader, node, about)
        return
    for page in _pages(reader, node, only):
        yield [_hit(reader, about, one) for one in page]


def _by_conversation(reader: CacheReader, node: Node, about: About) -> Iterator[list[Hit]]:
    """Yields the posts of some conversations at once, all of each one after the other."""
    before, last = 0, False
    while not last:
        found = reader.conversations(node, lambda ids: ids, before=before, limit=TALKS)
        before, last = found.before, found.last
        yield [
            _hit(reader, about, post, begins=0 if place or len(one.posts) < 2 else len(one.posts))
            for one in found.conversations
            for place, post in enumerate(one.posts)
        ]


def _hit(reader: CacheReader, about: About, one: CachedPost, begins: int = 0) -> Hit:
    earlier = tuple(reader.versions(one.id)[1:]) if one.versions > 1 else ()
    return Hit(one, about.through(one), earlier, begins)


def _texts(
    pages: Iterator[list[Hit]], writer: Writer, about: About, told: Told
) -> Iterator[tuple[str, int] | None]:
    """Yields text with the number of posts so far; None where it is to stop."""
    posts = 0
    yield writer.begin(about), 0
    for page in pages:
        posts += len(page)
        yield "".join(writer.hit(one) for one in page), posts
        if not told(posts):
            yield None
            return
    yield writer.end(posts), posts


def _write(part: Path, path: Path, texts: Iterator[tuple[str, int] | None]) -> Exported | None:
    digest, size, posts = hashlib.sha256(), 0, 0
    with part.open("wb") as file:
        for one in texts:
            if one is None:
                return None
            content = one[0].encode("utf-8")
            posts = one[1]
            digest.update(content)
            size += file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return Exported(path, posts, size, digest.hexdigest())
