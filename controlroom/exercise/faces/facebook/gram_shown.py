"""Instagram's accounts, posts and comments, field by field, and their lists."""

from collections.abc import Iterator, Mapping, Sequence

from controlroom.exercise.faces.facebook.ids import Stretch, id_of, medium_number
from controlroom.exercise.faces.facebook.lists import Items, Options, Placed
from controlroom.exercise.faces.facebook.moments import told
from controlroom.exercise.faces.facebook.shown_posts import Fields
from controlroom.exercise.faces.facebook.things import GRAM, Node, Thing, View
from controlroom.exercise.world import Account, Media, MediaKind, SimPost

MEDIA = "scontent.cdninstagram.com"
_SITE = "https://www.instagram.com"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def own(view: View, number: int) -> bool:
    """Whether a token stands for an account, or for the page it belongs to."""
    if not view.page:
        return bool(view.holder) and view.book.world.account(number).ours
    page, account = view.book.world.account(view.page), view.book.world.account(number)
    return view.page == number or (account.ours and page.handle == account.handle)


def _account(view: View, one: Thing) -> Account:
    return view.book.world.account(one.number)


USER: Fields = {
    "id": lambda _, one: one.id,
    "username": lambda view, one: _account(view, one).handle,
    "name": lambda view, one: _account(view, one).name,
    "biography": lambda view, one: _account(view, one).about or None,
    "followers_count": lambda view, one: _account(view, one).followers,
    "media_count": lambda view, one: sum(1 for _ in _media(view, one, {}, 0)),
    "is_published": lambda _, __: True,
}


def _writer(view: View, one: Thing) -> Account:
    return view.book.world.account(one.said.author)


def _type(_: View, one: Thing) -> str:
    media = one.said.said.media
    if len(media) > 1:
        return "CAROUSEL_ALBUM"
    return _kind(media[0]) if media else "IMAGE"


def _kind(media: Media) -> str:
    return "IMAGE" if media.kind is MediaKind.IMAGE else "VIDEO"


def _first(_: View, one: Thing) -> str | None:
    media = one.said.said.media
    return _where(media[0], one.id) if media else None


def _still(_: View, one: Thing) -> str | None:
    media = one.said.said.media
    return f"{_where(media[0], one.id)}&still=1" if media and _kind(media[0]) == "VIDEO" else None


def _where(media: Media, of: str) -> str:
    return f"https://{MEDIA}/media/{media.key}?of={of}"


def _comments_of(view: View, one: Thing) -> int:
    return sum(1 for number in _thread(view, one.number) if view.book.is_alive(number))


def _owner(view: View, one: Thing) -> Mapping[str, str] | None:
    number = one.said.author
    return {"id": id_of(Stretch.GRAM_USER, number)} if own(view, number) else None


def _alt(_: View, one: Thing) -> str | None:
    media = one.said.said.media
    return media[0].alt or None if len(media) == 1 else None


def _shortcode(_: View, one: Thing) -> str:
    number, letters = int(one.id), ""
    while number:
        number, at = divmod(number, len(_LETTERS))
        letters = _LETTERS[at] + letters
    return letters


POST: Fields = {
    "id": lambda _, one: one.id,
    "caption": lambda _, one: one.said.said.text or None,
    "media_type": _type,
    "media_product_type": lambda view, one: "REELS" if _type(view, one) == "VIDEO" else "FEED",
    "media_url": _first,
    "thumbnail_url": _still,
    "alt_text": _alt,
    "permalink": lambda view, one: f"{_SITE}/p/{_shortcode(view, one)}/",
    "shortcode": _shortcode,
    "timestamp": lambda _, one: told(one.said.created_ms),
    "username": lambda view, one: _writer(view, one).handle,
    "owner": _owner,
    "like_count": lambda _, one: one.said.likes,
    "comments_count": _comments_of,
    "is_comment_enabled": lambda _, __: True,
    "is_shared_to_feed": lambda _, __: True,
}


def _part_of(_: View, one: Thing) -> Media:
    return one.said.said.media[one.beside]


CHILD: Fields = {
    **POST,
    "media_type": lambda view, one: _kind(_part_of(view, one)),
    "media_url": lambda view, one: _where(_part_of(view, one), one.id),
    "thumbnail_url": lambda view, one: (
        f"{_where(_part_of(view, one), one.id)}&still=1"
        if _kind(_part_of(view, one)) == "VIDEO"
        else None
    ),
    "alt_text": lambda view, one: _part_of(view, one).alt or None,
    "caption": lambda _, __: None,
    "comments_count": lambda _, __: None,
    "like_count": lambda _, __: None,
}


def top_of(view: View, post: SimPost) -> int:
    """Returns the comment of the first depth another one stands below; itself if it is one."""
    world, number, above = view.book.world, post.number, post.reply_to
    while above != post.root:
        number, above = above, world.columns.row(above).reply_to
    return number


def _from(view: View, one: Thing) -> Mapping[str, str]:
    writer = _writer(view, one)
    return {"id": id_of(Stretch.GRAM_USER, writer.number), "username": writer.handle}


def _parent(view: View, one: Thing) -> str | None:
    top = top_of(view, one.said)
    return id_of(Stretch.GRAM_COMMENT, top) if top != one.number else None


COMMENT: Fields = {
    "id": lambda _, one: one.id,
    "text": lambda _, one: one.said.said.text,
    "timestamp": lambda _, one: told(one.said.created_ms),
    "username": lambda view, one: _writer(view, one).handle,
    "from": _from,
    "like_count": lambda _, one: one.said.likes,
    "hidden": lambda _, one: one.said.hidden,
    "parent_id": _parent,
    "media": lambda _, one: {"id": id_of(Stretch.GRAM_POST, one.said.root)},
}
CONTAINER: Fields = {
    "id": lambda _, one: one.id,
    "status_code": lambda view, one: (
        "PUBLISHED" if view.book.containers[one.number - 1].post else "FINISHED"
    ),
    "status": lambda view, one: (
        "Published" if view.book.containers[one.number - 1].post else "Finished: ready"
    ),
}


def post_thing(post: SimPost) -> Thing:
    """Returns a post of Instagram's."""
    return Thing(Node.GRAM_MEDIA, id_of(Stretch.GRAM_POST, post.number), post.number, post=post)


def comment_thing(post: SimPost) -> Thing:
    """Returns a comment of Instagram's."""
    name = id_of(Stretch.GRAM_COMMENT, post.number)
    return Thing(Node.GRAM_COMMENT, name, post.number, post=post)


def _media(view: View, one: Thing, _: Options, after: int) -> Placed:
    for post in view.book.world.newest(GRAM, "wall", one.number, before=after):
        if post.author == one.number:
            yield post.number, post_thing(post)


def _tags(view: View, one: Thing, _: Options, after: int) -> Placed:
    for post in view.book.world.newest(GRAM, "tagged", one.number, before=after):
        yield post.number, post_thing(post)


def _thread(view: View, number: int) -> Sequence[int]:
    return view.book.world.lists.numbers((GRAM, "thread", number))


def _comments(view: View, one: Thing, _: Options, after: int) -> Placed:
    numbers = view.book.world.lists.numbers((GRAM, "replies", one.number))
    yield from _placed(view, numbers, after)


def _replies(view: View, one: Thing, _: Options, after: int) -> Placed:
    """What answers an answer stands below the same comment."""
    world, post = view.book.world, one.said
    if not world.columns.replies(one.number):
        return
    below = [n for n in _thread(view, post.root) if n != one.number]
    found = [number for number in below if top_of(view, world.post(number)) == one.number]
    yield from _placed(view, found, after)


def _placed(view: View, numbers: Sequence[int], after: int) -> Iterator[tuple[int, Thing]]:
    for number in reversed(numbers):
        if (not after or number < after) and view.book.is_alive(number):
            yield number, comment_thing(view.book.world.post(number))


def _children(_: View, one: Thing, __: Options, after: int) -> Placed:
    for at in range(after, len(one.said.said.media) if len(one.said.said.media) > 1 else 0):
        name = id_of(Stretch.GRAM_CHILD, medium_number(one.number, at))
        yield at + 1, Thing(Node.GRAM_CHILD, name, one.number, at, one.post)


OF_NODE: Mapping[Node, Fields] = {
    Node.GRAM_USER: USER,
    Node.GRAM_MEDIA: POST,
    Node.GRAM_CHILD: CHILD,
    Node.GRAM_COMMENT: COMMENT,
    Node.GRAM_CONTAINER: CONTAINER,
}
EDGES: Mapping[Node, Mapping[str, Items]] = {
    Node.GRAM_USER: {"media": _media, "tags": _tags},
    Node.GRAM_MEDIA: {"comments": _comments, "children": _children},
    Node.GRAM_CHILD: {},
    Node.GRAM_COMMENT: {"replies": _replies},
    Node.GRAM_CONTAINER: {},
}
_POST_NAMES = """
    alt_text audio_id boost_eligibility_info caption comments_count copyright_check_information
    has_poll has_slider id ig_id is_ai_generated is_comment_enabled is_shared_to_feed
    legacy_instagram_media_id like_count live_status media_audio_type media_product_type media_type
    media_url owner permalink reposts_count saved_count shares_count shortcode thumbnail_url
    timestamp total_comments_count total_like_count total_views_count username view_count
"""
_NAMES = {
    "IGUser": """
        biography business_discovery followers_count follows_count has_profile_pic id ig_id
        is_published legacy_instagram_user_id media_count mentioned_comment mentioned_media name
        owner_business profile_picture_url shopping_product_tag_eligibility username website
    """,
    "IGMedia": _POST_NAMES,
    "IGMediaChild": _POST_NAMES,
    "IGComment": """
        from hidden id legacy_instagram_comment_id like_count media parent_id text timestamp user
        username
    """,
    "ShadowIGMediaBuilder": "copyright_check_status id status status_code video_status",
}
KNOWN: Mapping[str, frozenset[str]] = {
    node: frozenset(names.split()) for node, names in _NAMES.items()
}
USUAL: Mapping[Node, str] = {
    Node.GRAM_USER: "id",
    Node.GRAM_MEDIA: "id",
    Node.GRAM_CHILD: "id",
    Node.GRAM_COMMENT: "timestamp,text,id",
    Node.GRAM_CONTAINER: "id",
}
