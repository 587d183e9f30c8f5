"""Feeds: what those write one follows, what one account writes, lists, and feeds of everything."""

from collections.abc import Callable, Iterator

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply
from controlroom.exercise.faces.bluesky.cids import record_cid
from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.kept import ITEM, LIST, Json, Uri
from controlroom.exercise.faces.bluesky.moments import written_ms
from controlroom.exercise.faces.bluesky.paging import merged, page_of
from controlroom.exercise.faces.bluesky.people import followed, view_of
from controlroom.exercise.faces.bluesky.problems import invalid
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import MediaKind, PostKind, SimPost, World

GENERATOR = "app.bsky.feed.generator"
EVERYTHING = "whats-new"
"""The key of the feed of all posts; every account is taken for its maker."""
_LISTS = {
    "force": ("The force", ""),
    "press": ("Press", "press"),
    "council": ("Councils", "council"),
}
"""Lists that are there from the beginning, by key: their name, and whose kind they hold."""


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", "app.bsky.feed.getTimeline", home),
        Call("GET", "app.bsky.feed.getAuthorFeed", author, "anybody"),
        Call("GET", "app.bsky.feed.getListFeed", in_list, "anybody"),
        Call("GET", "app.bsky.feed.getFeed", feed, "anybody"),
        Call("GET", "app.bsky.feed.getFeedGenerator", generator, "anybody"),
        Call("GET", "app.bsky.graph.getList", one_list, "anybody"),
        Call("GET", "app.bsky.graph.getLists", lists, "anybody"),
    ]


async def home(question: Question) -> Reply:
    """What those write whom the caller follows, and the caller."""
    whose = {*followed(question.site.kept, question.caller), question.caller}
    return _feed(question, lambda before: merged(question.world, "posts", whose, before))


async def author(question: Question) -> Reply:
    """What an account publishes and reposts."""
    who = question.account(question.text("actor", None)).number
    wanted = _FILTERS.get(question.text("filter"), _everything)
    return _feed(question, lambda before: merged(question.world, "posts", [who], before), wanted)


async def in_list(question: Question) -> Reply:
    """What the members of a list write. Raises `Refusal`."""
    _, members = _list(question, question.text("list", None))
    return _feed(question, lambda before: merged(question.world, "posts", members, before))


async def feed(question: Question) -> Reply:
    """A feed somebody computes: here, of everything. Raises `Refusal`."""
    _generator(question, question.text("feed", None))
    return _feed(
        question, lambda before: merged(question.world, "public", [""], before), _no_repost
    )  # fmt: skip


async def generator(question: Question) -> Reply:
    """Tells of a feed. Raises `Refusal`."""
    uri = _generator(question, question.text("feed", None))
    maker = question.world.account(uri.account)
    view = {
        "uri": str(uri),
        "cid": record_cid({"$type": GENERATOR, "did": did_of(uri.account)}),
        "did": did_of(uri.account),
        "creator": view_of(maker),
        "displayName": "What's new",
        "indexedAt": written_ms(maker.joined_ms),
    }
    return {"view": view, "isOnline": True, "isValid": True}


async def one_list(question: Question) -> Reply:
    """Tells of a list and its members. Raises `Refusal`."""
    uri, members = _list(question, question.text("list", None))
    items = [
        {"uri": str(Uri(uri.account, ITEM, did_of(one)[-13:])), "subject": _person(question, one)}
        for one in members
    ]
    return {"list": _list_view(question, uri, len(members)), "items": items}


async def lists(question: Question) -> Reply:
    """Tells of the lists of an account."""
    who = question.account(question.text("actor", None))
    own = [uri for uri, _ in question.site.kept.of(who.number, LIST)]
    usual = [Uri(who.number, LIST, key) for key in _LISTS] if who.ours else []
    found = [(uri, _members(question, uri)) for uri in (*own, *usual)]
    return {"lists": [_list_view(question, uri, len(members)) for uri, members in found]}


def _feed(
    question: Question,
    numbers: Callable[[int], Iterator[int]],
    wanted: Callable[[World, SimPost], bool] | None = None,
) -> Json:
    def keep(post: SimPost) -> bool:
        lost = post.kind is PostKind.REPOST and question.world.is_gone(post.quote)
        return not lost and (wanted is None or wanted(question.world, post))

    posts, cursor = page_of(question, numbers, keep)
    views = question.views
    return cursor | {"feed": [views.item(post) for post in posts]}


Wanted = Callable[[World, SimPost], bool]


def _everything(_: World, post: SimPost) -> bool:
    return True


def _no_repost(_: World, post: SimPost) -> bool:
    return post.kind is not PostKind.REPOST


def _begins(_: World, post: SimPost) -> bool:
    return not post.reply_to


def _with_media(_: World, post: SimPost) -> bool:
    return post.kind is not PostKind.REPOST and bool(post.said.media)


def _with_video(_: World, post: SimPost) -> bool:
    return any(one.kind is MediaKind.VIDEO for one in post.said.media)


def _own_threads(world: World, post: SimPost) -> bool:
    return not post.reply_to or world.columns.row(post.root).author == post.author


_FILTERS: dict[str, Wanted] = {
    "posts_with_replies": _everything,
    "posts_no_replies": _begins,
    "posts_with_media": _with_media,
    "posts_with_video": _with_video,
    "posts_and_author_threads": _own_threads,
}


def _generator(question: Question, told: str) -> Uri:
    uri = question.site.kept.read_uri(told)
    if not uri.account or (uri.collection, uri.key) != (GENERATOR, EVERYTHING):
        raise invalid("could not find feed", "UnknownFeed")
    return uri


def _list(question: Question, told: str) -> tuple[Uri, list[int]]:
    uri = question.site.kept.read_uri(told)
    known = uri in question.site.kept.records or uri.key in _LISTS
    if not uri.account or uri.collection != LIST or not known:
        raise invalid("List not found", "UnknownList")
    return uri, _members(question, uri)


def _members(question: Question, uri: Uri) -> list[int]:
    kept, told = question.site.kept, str(uri)
    if uri in kept.records:
        items = (record for _, record in kept.of(uri.account, ITEM) if record.get("list") == told)
        found = (kept.account(str(record.get("subject", ""))) for record in items)
        return [one.number for one in found if one]
    kind = _LISTS[uri.key][1]
    accounts = (one for one in question.world.accounts.values() if one.network == NETWORK)
    return [one.number for one in accounts if (one.kind == kind if kind else one.ours)]


def _list_view(question: Question, uri: Uri, members: int) -> Json:
    record = question.site.kept.records.get(uri, {})
    creator = question.world.account(uri.account)
    usual = _LISTS.get(uri.key, ("", ""))[0]
    return {
        "uri": str(uri),
        "cid": record_cid(record or {"$type": LIST, "name": usual}),
        "creator": view_of(creator),
        "name": record.get("name") or usual,
        "purpose": record.get("purpose") or "app.bsky.graph.defs#curatelist",
        "listItemCount": members,
        "indexedAt": record.get("createdAt") or written_ms(creator.joined_ms),
    }


def _person(question: Question, number: int) -> Json:
    return view_of(question.world.account(number))
