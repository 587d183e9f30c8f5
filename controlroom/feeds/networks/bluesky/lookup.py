"""Looking posts up by id: many at once, in their conversation, or once more."""

from collections.abc import Sequence

from controlroom.feeds.base import Budget, Looked, Page
from controlroom.feeds.errors import NonsenseReceived, NotFound
from controlroom.feeds.items import parts_of
from controlroom.feeds.networks.bluesky import shape, threads
from controlroom.feeds.networks.bluesky.addresses import is_post
from controlroom.feeds.networks.bluesky.client import Calls
from controlroom.feeds.networks.bluesky.parse import post_of
from controlroom.feeds.networks.bluesky.people import People
from controlroom.feeds.networks.bluesky.reads import MARKS, Read, listing_of, read
from controlroom.feeds.networks.bluesky.refusals import SaidNotFound
from controlroom.feeds.wire import Answer
from controlroom.model.decoding import decoder

AT_ONCE = 25
_LEVELS = "100"
_GONE = "app.bsky.feed.defs#notFoundPost"
_typed = decoder(shape.Feature).decode
_ref = decoder(shape.Ref).decode


class Lookup:
    """Looks up through the calls of one profile.

    Args:
        people: learns who wrote what was looked up.
    """

    def __init__(self, calls: Calls, people: People | None = None) -> None:
        self._calls = calls
        self._people = people or People()

    def posts(self, uris: Sequence[str]) -> tuple[Read, tuple[Budget, ...]]:
        """Returns posts in the order asked for, as far as they are there. Raises `ReadError`."""
        raw: list[bytes] = []
        budgets: tuple[Budget, ...] = ()
        wanted = list(dict.fromkeys(uris))
        for at in range(0, len(wanted), AT_ONCE):
            answer = self._calls.get("app.bsky.feed.getPosts", {"uris": wanted[at : at + AT_ONCE]})
            raw += listing_of(answer.body, "posts", self._calls.host).items
            budgets = answer.budgets or budgets
        self._people.learn(raw)
        places = {uri: place for place, uri in enumerate(wanted)}
        return read(sorted(raw, key=lambda item: places.get(_uri(item), 0)), post_of), budgets

    def again(self, remote_ids: Sequence[str]) -> Looked:
        """Returns posts as they stand now, and which are gone. Raises `ReadError`.

        A post that is not handed out may be hidden from this profile only, so each such one is
        asked for by itself: then the network says what is the matter.
        """
        wanted = [one for one in remote_ids if is_post(one)]
        found, budgets = self.posts(wanted)
        missing = [one for one in wanted if one not in found.ids]
        gone = tuple(one for one in missing if self._is_gone(one))
        return Looked(found.posts, gone, budgets)

    def conversation(self, term: str, known: str) -> Page:
        """Returns the whole conversation a post is in, newest first, as one page.

        Raises `ReadError`.
        """
        if not is_post(term):
            raise NotFound(host=self._calls.host)
        answer = self._thread(term, _LEVELS)
        items = list(threads.posts_of(self._tree(answer)))
        root = threads.root_of(self._tree(answer))
        if root and root != term:
            items = self._from(root) + items
        taken = read(dict.fromkeys(items), post_of)
        if not items:
            raise NotFound(host=self._calls.host)
        return _conversation(taken, known, answer.budgets)

    def id_of(self, handle: str) -> str:
        """Returns the id of who has a handle. Raises `ReadError`."""
        answer = self._calls.get("com.atproto.identity.resolveHandle", {"handle": handle})
        try:
            return _typed(answer.body).did
        except (ValueError, RecursionError):
            raise NonsenseReceived(host=self._calls.host, reason="no id in the answer") from None

    def _from(self, root: str) -> list[bytes]:
        """Returns the posts from the first one on; none if that is gone."""
        try:
            return list(threads.posts_of(self._tree(self._thread(root, _LEVELS))))
        except NotFound:
            return []

    def _is_gone(self, uri: str) -> bool:
        try:
            return _typed(self._tree(self._thread(uri, "0"))).type == _GONE
        except SaidNotFound:
            return True
        except (NotFound, ValueError, RecursionError):
            return False

    def _thread(self, uri: str, levels: str) -> Answer:
        query = {"uri": uri, "depth": levels, "parentHeight": levels}
        return self._calls.get("app.bsky.feed.getPostThread", query)

    def _tree(self, answer: Answer) -> bytes:
        return parts_of(answer.body, self._calls.host).get("thread", b"null")


def _conversation(taken: Read, known: str, budgets: tuple[Budget, ...]) -> Page:
    """Returns a page of posts that may have come twice, in a different guise each time."""
    once = {post.remote_id: post for post in taken.posts}
    newest_first = sorted(once.values(), key=lambda post: post.created_at, reverse=True)
    ids = [post.remote_id for post in newest_first]
    return Page(
        posts=tuple(newest_first),
        mark=" ".join(ids[:MARKS]) or known,
        reached_known=not set(known.split()).isdisjoint(ids),
        set_aside=taken.set_aside,
        budgets=budgets,
    )


def _uri(item: bytes) -> str:
    try:
        return _ref(item).uri
    except (ValueError, RecursionError):
        return ""
