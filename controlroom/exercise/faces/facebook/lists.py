"""The lists of the Graph: what hangs on what, in which order, from a position on."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from controlroom.exercise.faces.facebook import gram_talks
from controlroom.exercise.faces.facebook.holders import NETWORK
from controlroom.exercise.faces.facebook.ids import Stretch, id_of, message_id, thread_id
from controlroom.exercise.faces.facebook.media import medium_id
from controlroom.exercise.faces.facebook.moments import seconds_in
from controlroom.exercise.faces.facebook.problems import bad, forbidden
from controlroom.exercise.faces.facebook.shown_live import live_of
from controlroom.exercise.faces.facebook.shown_talks import dialogue
from controlroom.exercise.faces.facebook.things import (
    Node,
    Thing,
    View,
    account_thing,
    comment_thing,
    draft_thing,
    post_thing,
    wall_of,
)
from controlroom.exercise.world import MediaKind

Options = Mapping[str, str]
Placed = Iterator[tuple[int, Thing]]
"""Things with their positions, those after a position."""
Items = Callable[[View, Thing, Options, int], Placed]


def _walls(view: View, one: Thing, options: Options, after: int) -> Iterator[int]:
    """Yields numbers of what stands on a wall, newest first."""
    since, until = options.get("since", ""), options.get("until", "")
    first = seconds_in(since) * 1000 if since else 0
    last = seconds_in(until) * 1000 if until else 0
    world = view.book.world
    for number in world.lists.newest_first((NETWORK, "wall", one.number), after):
        created = world.columns.created_ms(number)
        if created < first:
            return
        if not world.is_gone(number) and not (last and created > last):
            yield number


def _feed(view: View, one: Thing, options: Options, after: int) -> Placed:
    for number in _walls(view, one, options, after):
        yield number, post_thing(view, view.book.world.post(number))


def _posts(view: View, one: Thing, options: Options, after: int) -> Placed:
    columns = view.book.world.columns
    for number in _walls(view, one, options, after):
        if columns.row(number).author == one.number:
            yield number, post_thing(view, view.book.world.post(number))


def _visitors(view: View, one: Thing, options: Options, after: int) -> Placed:
    columns = view.book.world.columns
    for number in _walls(view, one, options, after):
        if columns.row(number).author != one.number:
            yield number, post_thing(view, view.book.world.post(number))


def _tagged(view: View, one: Thing, _: Options, after: int) -> Placed:
    for post in view.book.world.newest(NETWORK, "tagged", one.number, before=after):
        yield post.number, post_thing(view, post)


def _scheduled(view: View, one: Thing, _: Options, after: int) -> Placed:
    own_page(view, one)
    waiting = [draft for draft in view.book.drafts if draft.waits and draft.at_s]
    for draft in reversed(waiting):
        if draft.page == one.number and (not after or draft.number < after):
            yield draft.number, draft_thing(view, draft)


def _lives(view: View, one: Thing, options: Options, after: int) -> Placed:
    wanted = options.get("broadcast_status", "")
    for live in reversed(view.book.lives):
        shown = not live.gone and live.page == one.number and (not wanted or live.status in wanted)
        if shown and (not after or live.number < after):
            yield live.number, Thing(Node.LIVE, id_of(Stretch.LIVE, live.number), live.number)


def _media(view: View, one: Thing, node: Node, after: int) -> Placed:
    """Films or pictures of a page's own posts, newest first."""
    for number, post in _posts(view, one, {}, after):
        media = post.said.said.media
        if media and (media[0].kind is not MediaKind.IMAGE) == (node is Node.VIDEO):
            yield number, medium_thing(post, 0, node)


def medium_thing(post: Thing, index: int, node: Node) -> Thing:
    """Returns a picture or film of a post."""
    of = medium_id(post.number, index, post.said.said.media[index])
    return Thing(node, of, post.number, index, post.post)


def _comments(view: View, one: Thing, options: Options, after: int) -> Placed:
    numbers = comment_numbers(view, one, options.get("filter", "toplevel"))
    since = options.get("since", "")
    if since:
        first = seconds_in(since) * 1000
        created = view.book.world.columns.created_ms
        numbers = [number for number in numbers if created(number) >= first]
    backwards = options.get("order", "chronological").startswith("reverse")
    for number in reversed(numbers) if backwards else numbers:
        beyond = not after or (number < after if backwards else number > after)
        if beyond and view.book.is_alive(number):
            post = view.book.world.post(number)
            if not post.hidden or view.page in (post.author, wall_of(view, post).number):
                yield number, comment_thing(view, post)


def comment_numbers(view: View, one: Thing, kept: str) -> Sequence[int]:
    """Returns numbers of comments, oldest first, with those that are gone.

    Args:
        kept: "stream" for every depth, "toplevel" for the first.
    """
    if kept not in ("stream", "toplevel"):
        raise bad("Param filter must be one of {STREAM, TOPLEVEL}")
    lists, number = view.book.world.lists, root_of(view, one)
    if not number:
        return ()
    if kept == "toplevel":
        return lists.numbers((NETWORK, "replies", number))
    if one.node is not Node.COMMENT:
        return lists.numbers((NETWORK, "thread", number))
    return sorted(_below(view, number))


def _below(view: View, number: int) -> Iterator[int]:
    for reply in view.book.world.lists.numbers((NETWORK, "replies", number)):
        yield reply
        yield from _below(view, reply)


def root_of(view: View, one: Thing) -> int:
    """Returns what comments on a thing are replies to, 0 for nothing yet."""
    return live_of(view, one).post if one.node is Node.LIVE else one.number


def _threads(view: View, one: Thing, options: Options, after: int) -> Placed:
    """Dialogues by their latest message."""
    own_page(view, one)
    if options.get("platform", "MESSENGER").upper() == "INSTAGRAM":
        yield from gram_talks.threads(view, one, options.get("user_id", ""), after)
        return
    world, met = view.book.world, set()
    wanted = options.get("user_id", "")
    for number in world.lists.newest_first((NETWORK, "messages", one.number)):
        row = world.columns.row(number)
        other = row.to if row.author == one.number else row.author
        if other in met or world.is_gone(number):
            continue
        met.add(other)
        if after and number >= after:
            continue
        if not wanted or view.book.owner_id(world.account(other)) == wanted:
            yield number, Thing(Node.THREAD, thread_id(one.number, other), one.number, other)


def _messages(view: View, one: Thing, _: Options, after: int) -> Placed:
    for post in view.book.world.newest(NETWORK, "dialogue", dialogue(one), before=after):
        yield post.number, Thing(Node.MESSAGE, message_id(post.number), post.number, post=post)


def _accounts(view: View, _: Thing, __: Options, after: int) -> Placed:
    for account in view.book.pages():
        if account.number > after:
            yield account.number, account_thing(view, account)


def _nobody(_: View, __: Thing, ___: Options, ____: int) -> Placed:
    """Who liked something is told to nobody; how many did is."""
    return iter(())


def own_page(view: View, one: Thing) -> None:
    """Refuses whoever is not that page. Raises `Problem`."""
    if view.page == one.number:
        return
    if view.page:
        raise forbidden("User does not have sufficient administrative permission for this action "
                        "on this page.", 283)  # fmt: skip
    raise forbidden("A page access token is required for this call for the new Pages experience.",
                    210)  # fmt: skip


_LIKED: Mapping[str, Items] = {"comments": _comments, "likes": _nobody}
_REACTED: Mapping[str, Items] = {"comments": _comments, "reactions": _nobody}
EDGES: Mapping[Node, Mapping[str, Items]] = {
    Node.PAGE: {
        "posts": _posts, "published_posts": _posts, "feed": _feed, "visitor_posts": _visitors,
        "tagged": _tagged, "scheduled_posts": _scheduled, "live_videos": _lives,
        "conversations": _threads,
        "videos": lambda view, one, _, after: _media(view, one, Node.VIDEO, after),
        "photos": lambda view, one, _, after: _media(view, one, Node.PHOTO, after),
    },
    Node.USER: {"accounts": _accounts},
    Node.POST: {**_LIKED, **_REACTED, "sharedposts": _nobody},
    Node.COMMENT: {**_LIKED, **_REACTED},
    Node.PHOTO: _LIKED,
    Node.VIDEO: _LIKED,
    Node.LIVE: _REACTED,
    Node.THREAD: {"messages": _messages},
    Node.MESSAGE: {},
}  # fmt: skip
"""The lists of each kind of thing."""
