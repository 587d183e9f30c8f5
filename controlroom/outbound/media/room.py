"""The media room: takes files in, has them looked at and made, aside and at most two at once."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from controlroom.model.errors import WorldError
from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.content import FileKind, Rendition
from controlroom.outbound.media.bench import Bench, Cancelled, Tell
from controlroom.outbound.media.edit import Edit, Mark
from controlroom.outbound.media.errors import MediaError
from controlroom.outbound.media.made import Followed, Looked, Made
from controlroom.outbound.media.needs import ClipNeed, Needs, PhotoNeed, needs
from controlroom.outbound.media.orders import Answer, Follow, Look, MakeClip, MakePhoto, TakeStills
from controlroom.outbound.media.scratch import Scratch
from controlroom.store.shelf.base import Shelf

T = TypeVar("T")
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was attached: sealed on the shelf, and what it is."""

    original: str
    looked: Looked


@dataclass(frozen=True, slots=True)
class Renditions:
    """What was made of a file.

    Attributes:
        made: by network; several may share one.
        refused: why there is none, by network.
    """

    made: Mapping[str, Rendition]
    refused: Mapping[str, MediaError]


class Job(Generic[T]):
    """Work under way. Its callbacks come in a thread of the room."""

    def __init__(self) -> None:
        self.bench = Bench()

    def cancel(self) -> None:
        """Ends it; nothing is called any more, and nothing of it is left."""
        self.bench.cancel()


class MediaRoom:
    """Does one thing after the other for whoever attaches and edits files.

    Args:
        shelf: gives the shelf; called in the room's threads, may raise `WorldError`.
        folder: for files that exist while they are worked on.
        needs: gives what the networks take.

    Every method returns at once; `then` gets what came of it, `failed` a `WorldError`, `tell` the
    share that is done, all in a thread of the room.
    """

    def __init__(
        self,
        shelf: Callable[[], Shelf],
        folder: Path,
        needs: Callable[[], Mapping[str, Needs]] = needs,
    ) -> None:
        self._shelf, self._folder, self.needs = shelf, folder, needs
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="media")
        self._jobs: set[Job[object]] = set()

    def take(
        self,
        path: Path,
        then: Callable[[Taken], object],
        failed: Callable[[WorldError], object],
    ) -> Job[Taken]:
        """Seals a file on the shelf and looks at it."""

        def work(job: Job[Taken]) -> Taken:
            original = self._shelf().put(path)
            return Taken(original, self._looked(job.bench, original))

        return self._begin(work, then, failed)

    def take_bytes(
        self,
        content: BinaryIO,
        then: Callable[[Taken], object],
        failed: Callable[[WorldError], object],
    ) -> Job[Taken]:
        """As `take`, for what was pasted."""

        def work(job: Job[Taken]) -> Taken:
            original = self._shelf().take(content)
            return Taken(original, self._looked(job.bench, original))

        return self._begin(work, then, failed)

    def look(
        self,
        original: str,
        then: Callable[[Looked], object],
        failed: Callable[[WorldError], object],
    ) -> Job[Looked]:
        """Looks at a file that is on the shelf."""
        return self._begin(lambda job: self._looked(job.bench, original), then, failed)

    def stills(
        self,
        original: str,
        moments: Sequence[int],
        side: int,
        then: Callable[[list[bytes]], object],
        failed: Callable[[WorldError], object],
        edit: Edit | None = None,
    ) -> Job[list[bytes]]:
        """Takes JPEG pictures of moments; empty bytes where there is none."""
        work = partial(self._stills, original, tuple(moments), side, edit)
        return self._begin(work, then, failed)

    def follow(
        self,
        original: str,
        begin: Mark,
        end_ms: int,
        then: Callable[[Followed], object],
        failed: Callable[[WorldError], object],
        tell: Tell,
    ) -> Job[Followed]:
        """Follows a region through a clip."""

        def work(job: Job[Followed]) -> Followed:
            with Scratch(self._folder) as source:
                self._lay(original, source)
                answer = job.bench.run(Follow(source.place, begin, end_ms), (source.place,), tell)
            assert answer.followed is not None
            return answer.followed

        return self._begin(work, then, failed)

    def make(
        self,
        original: str,
        kind: FileKind,
        edit: Edit,
        networks: Sequence[str],
        then: Callable[[Renditions], object],
        failed: Callable[[WorldError], object],
        tell: Tell,
    ) -> Job[Renditions]:
        """Makes what leaves, for each network, and puts it on the shelf."""
        work = partial(self._renditions, original, kind, edit, tuple(networks), tell)
        return self._begin(work, then, failed)

    def close(self) -> None:
        """Ends everything."""
        for job in tuple(self._jobs):
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _begin(
        self,
        work: Callable[[Job[T]], T],
        then: Callable[[T], object],
        failed: Callable[[WorldError], object],
    ) -> Job[T]:
        job: Job[T] = Job()
        self._jobs.add(job)  # type: ignore[arg-type]
        self._pool.submit(self._do, job, work, then, failed)
        return job

    def _do(
        self,
        job: Job[T],
        work: Callable[[Job[T]], T],
        then: Callable[[T], object],
        failed: Callable[[WorldError], object],
    ) -> None:
        try:
            found = work(job)
        except Cancelled:
            return
        except WorldError as error:
            failed(error)
        else:
            then(found)
        finally:
            self._jobs.discard(job)

    def _lay(self, original: str, scratch: Scratch) -> None:
        with self._shelf().open(original) as file:
            scratch.fill(file)
        scratch.rewind()

    def _looked(self, bench: Bench, original: str) -> Looked:
        with Scratch(self._folder) as source:
            self._lay(original, source)
            answer = bench.run(Look(source.place), (source.place,), _untold)
        assert answer.looked is not None
        return answer.looked

    def _stills(
        self,
        original: str,
        moments: tuple[int, ...],
        side: int,
        edit: Edit | None,
        job: Job[list[bytes]],
    ) -> list[bytes]:
        with Scratch(self._folder) as source, Scratch(self._folder) as into:
            self._lay(original, source)
            order = TakeStills(source.place, into.place, moments, side, edit)
            answer = job.bench.run(order, (source.place, into.place), _untold)
            assert answer.stills is not None
            into.rewind()
            return [into.file.read(length) for length in answer.stills.lengths]

    def _renditions(
        self,
        original: str,
        kind: FileKind,
        edit: Edit,
        networks: tuple[str, ...],
        tell: Tell,
        job: Job[Renditions],
    ) -> Renditions:
        made: dict[str, Rendition] = {}
        refused: dict[str, MediaError] = {}
        known = self.needs()
        with Scratch(self._folder) as source:
            self._lay(original, source)
            needed = ((name, _need(known.get(name), kind)) for name in networks)
            wanted = [(name, need) for name, need in needed if need is not None]
            for count, (name, need) in enumerate(wanted):
                share = partial(_share, tell, count, len(wanted))
                found = next((one for one in made.values() if _fits(one, need)), None)
                try:
                    made[name] = found or self._made(job.bench, source, edit, need, share)
                except MediaError as error:
                    refused[name] = error
        return Renditions(made, refused)

    def _made(
        self, bench: Bench, source: Scratch, edit: Edit, need: PhotoNeed | ClipNeed, tell: Tell
    ) -> Rendition:
        with ExitStack() as stack:
            into = stack.enter_context(Scratch(self._folder))
            source.rewind()
            order = _order(source, into, edit, need)
            answer: Answer = bench.run(order, (source.place, into.place), tell)
            assert answer.made is not None
            into.rewind()
            return _rendition(self._shelf().take(into.file), answer.made)


def _order(
    source: Scratch, into: Scratch, edit: Edit, need: PhotoNeed | ClipNeed
) -> MakePhoto | MakeClip:
    if isinstance(need, PhotoNeed):
        return MakePhoto(source.place, into.place, edit, need)
    return MakeClip(source.place, into.place, edit, need)


def _need(known: Needs | None, kind: FileKind) -> PhotoNeed | ClipNeed | None:
    if known is None:
        return None
    return known.photo if kind is FileKind.PHOTO else known.clip


def _rendition(sha256: str, made: Made) -> Rendition:
    return Rendition(sha256, made.mime, made.size, made.width, made.height, made.duration_ms)


def _fits(made: Rendition, need: PhotoNeed | ClipNeed) -> bool:
    """Whether what was made for another network is taken here too, and is not far too small."""
    if made.size > need.bytes or max(made.width, made.height) > need.side:
        return False
    if isinstance(need, ClipNeed):
        longest = need.most_ms or made.duration_ms
        return need.least_ms <= made.duration_ms <= longest
    shape = made.width * 1000 // made.height
    return made.mime in need.types and (not need.widest or need.narrowest <= shape <= need.widest)


def _share(tell: Tell, count: int, whole: int, share: float) -> None:
    tell((count + share) / whole)


def _untold(_share: float) -> None:
    """What is quick tells nothing on its way."""
