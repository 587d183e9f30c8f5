"""Posts by their addresses, in their threads; people, and whom names mean."""

from controlroom.exercise.faces.bluesky.calls import Call, Question, Reply
from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.kept import Json
from controlroom.exercise.faces.bluesky.paging import page_of
from controlroom.exercise.faces.bluesky.people import detailed_of, document_of, viewer_of
from controlroom.exercise.faces.bluesky.problems import Refusal, invalid
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.faces.bluesky.view import Views
from controlroom.exercise.world import PostKind

_AT_ONCE = 25
_NODE = "app.bsky.feed.defs#threadViewPost"


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", "app.bsky.feed.getPosts", posts, "anybody"),
        Call("GET", "app.bsky.feed.getPostThread", thread, "anybody"),
        Call("GET", "app.bsky.feed.getQuotes", quotes, "anybody"),
        Call("GET", "app.bsky.actor.getProfile", profile, "anybody"),
        Call("GET", "app.bsky.actor.getProfiles", profiles, "anybody"),
        Call("GET", "app.bsky.actor.getPreferences", preferences),
        Call("GET", "com.atproto.identity.resolveHandle", resolved, "anybody"),
        Call("GET", "com.atproto.identity.resolveDid", document, "anybody"),
    ]


async def posts(question: Question) -> Reply:
    """The posts that are there of those asked for. Raises `Refusal`."""
    asked = question.listed("uris")
    if not asked:
        raise invalid('Error: Params must have the property "uris"')
    if len(asked) > _AT_ONCE:
        raise invalid(f"Error: uris must not have more than {_AT_ONCE} elements")
    numbers = (_number(question, uri) for uri in dict.fromkeys(asked))
    views = question.views
    return {"posts": [views.post(question.world.post(one)) for one in numbers if one]}


async def thread(question: Question) -> Reply:
    """A post with what stands above and below it. Raises `Refusal`."""
    uri = question.text("uri", None)
    depth = question.whole("depth", 6, 0, 1000)
    height = question.whole("parentHeight", 80, 0, 1000)
    number = _number(question, uri)
    if not number:
        raise Refusal(400, "NotFound", f"Post not found: {uri}")
    views = question.views
    node = _below(views, number, depth)
    _hang_above(views, node, question.world.post(number).reply_to, height)
    told: Json = {"thread": node}
    root = question.world.post(number).root or number
    if not question.world.is_gone(root):
        gate = views.post(question.world.post(root)).get("threadgate")
        told |= {"threadgate": gate} if gate else {}
    return told


async def quotes(question: Question) -> Reply:
    """Posts that quote one."""
    uri = question.text("uri", None)
    key = (NETWORK, "quotes", _number(question, uri))
    lists, world = question.world.lists, question.world
    found, cursor = page_of(
        question, lambda before: lists.newest_first(key, before),
        lambda post: not world.is_gone(post.number),
    )  # fmt: skip
    return cursor | {"uri": uri, "posts": [question.views.post(post) for post in found]}


async def profile(question: Question) -> Reply:
    """Somebody's profile. Raises `Refusal`."""
    return _profile(question, question.text("actor", None))


async def profiles(question: Question) -> Reply:
    """Several profiles; nobody's are left out."""
    known = [one for one in question.listed("actors")[:25] if question.site.kept.account(one)]
    return {"profiles": [_profile(question, one) for one in known]}


async def preferences(question: Question) -> Reply:
    """What the caller has set: nothing."""
    return {"preferences": []}


async def resolved(question: Question) -> Reply:
    """Whom a handle means. Raises `Refusal`."""
    handle = question.text("handle", None)
    return {"did": did_of(question.account(handle, "Unable to resolve handle").number)}


async def document(question: Question) -> Reply:
    """An account's document. Raises `Refusal`."""
    account = question.site.kept.account(question.text("did", None))
    if account is None:
        raise invalid("DID not found", "DidNotFound")
    return {"didDoc": document_of(account, question.home)}


def _profile(question: Question, told: str) -> Json:
    account = question.account(told)
    view = detailed_of(account, question.world)
    if question.caller:
        view |= viewer_of(question.site.kept, question.caller, account)
    return view


def _number(question: Question, uri: str) -> int:
    """Returns the post that lies there, 0 for none."""
    kept = question.site.kept
    number = kept.live(kept.read_uri(uri))
    return number if number and question.world.kind(number) is not PostKind.REPOST else 0


def _below(views: Views, number: int, depth: int) -> Json:
    """Returns a post and its answers, newest first; threads are deeper than the stack."""
    top = _node(views, number)
    waiting = [(top, number, depth)]
    while waiting:
        node, parent, levels = waiting.pop()
        if levels <= 0:
            continue
        node["replies"] = replies = []
        for reply in views.world.lists.newest_first((NETWORK, "replies", parent)):
            if not views.world.is_gone(reply):
                replies.append(child := _node(views, reply))
                waiting.append((child, reply, levels - 1))
    return top


def _hang_above(views: Views, node: Json, parent: int, height: int) -> None:
    while parent and height > 0:
        if views.world.is_gone(parent):
            node["parent"] = views.absent(str(views.kept.uri(parent)))
            return
        node["parent"] = above = _node(views, parent)
        node, parent = above, views.world.post(parent).reply_to
        height -= 1


def _node(views: Views, number: int) -> Json:
    return {"$type": _NODE, "post": views.post(views.world.post(number))}
