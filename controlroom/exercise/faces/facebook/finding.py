"""How an id leads to a thing."""

from controlroom.exercise.faces.facebook import gram_talks
from controlroom.exercise.faces.facebook.book import is_page
from controlroom.exercise.faces.facebook.holders import NETWORK
from controlroom.exercise.faces.facebook.ids import (
    Named,
    Stretch,
    medium_in,
    message_in,
    named,
    thread_in,
)
from controlroom.exercise.faces.facebook.problems import (
    Problem,
    absent,
    no_token,
    unknown_alias,
)
from controlroom.exercise.faces.facebook.things import (
    GRAM,
    Node,
    Thing,
    View,
    account_thing,
    comment_thing,
    draft_thing,
    person_id,
    post_thing,
)
from controlroom.exercise.world import Denied, MediaKind, PostKind, SimPost


def find(view: View, told: str, method: str = "get") -> Thing:
    """Returns what an id names. Raises `Problem`."""
    if told == "me":
        return _me(view)
    found = (
        _thread(view, told)
        or _message(view, told)
        or gram_talks.thing(view, told)
        or _joined(view, told)
        or _single(view, told)
    )
    if found is None:
        raise absent(told, method)
    return found


def _me(view: View) -> Thing:
    if view.holder is None:
        raise no_token()
    page = view.book.page_of(view.holder)
    if page is None:
        return Thing(Node.USER, person_id(view), 0)
    return account_thing(view, page)


def _thread(view: View, told: str) -> Thing | None:
    pair = thread_in(told)
    if pair is None or pair[0] != view.page or pair[1] not in view.book.world.accounts:
        return None
    key = (NETWORK, "dialogue", f"{min(pair)}-{max(pair)}")
    return Thing(Node.THREAD, told, *pair) if view.book.world.lists.count(key) else None


def _message(view: View, told: str) -> Thing | None:
    number = message_in(told)
    post = _post(view, number) if number else None
    if post is None or post.kind is not PostKind.MESSAGE:
        return None
    mine = view.page in (post.author, post.to)
    return Thing(Node.MESSAGE, told, number, post=post) if mine else None


def _joined(view: View, told: str) -> Thing | None:
    """Posts are named by owner and number, comments by the post's number and their own."""
    first, _, second = told.partition("_")
    name, owner = named(second), named(first)
    if name is None or owner is None:
        return None
    thing = _story(view, second)
    if name.stretch is Stretch.COMMENT:
        thing = _comment(view, name.number)
    return thing if thing is not None and thing.id == told else None


def _story(view: View, told: str) -> Thing | None:
    name = named(told)
    if name is not None and name.stretch is Stretch.DRAFT:
        draft = next((one for one in view.book.drafts if one.number == name.number), None)
        if draft is None or draft.gone:
            return None
        if draft.waits:
            return draft_thing(view, draft) if draft.page == view.page else None
        post = _post(view, draft.post)
        return post_thing(view, post) if post else None
    post = _post(view, name.number) if name and name.stretch is Stretch.STORY else None
    if post is None or post.reply_to or post.kind is PostKind.MESSAGE:
        return None
    return post_thing(view, post)


def _comment(view: View, number: int) -> Thing | None:
    post = _post(view, number)
    if post is None or not post.reply_to or not view.book.is_alive(number):
        return None
    return comment_thing(view, post)


def _single(view: View, told: str) -> Thing | None:
    name = named(told)
    if name is None:
        if told.isdigit() or "_" in told or ":" in told:
            return None
        account = view.book.world.by_handle(NETWORK, told)
        if account is None or not is_page(account):
            raise unknown_alias(told)
        return account_thing(view, account)
    match name.stretch:
        case Stretch.PAGE | Stretch.PERSON:
            account = view.book.world.accounts.get(name.number)
            if account is None or account.network != NETWORK:
                return None
            thing = account_thing(view, account)
            return thing if thing.id == told else None
        case Stretch.PHOTO | Stretch.VIDEO:
            return _medium(view, told, name.number)
        case Stretch.LOOSE_PHOTO | Stretch.LOOSE_VIDEO:
            return _upload(view, told, name.number)
        case Stretch.LIVE:
            lives = (one for one in view.book.lives if one.number == name.number and not one.gone)
            return Thing(Node.LIVE, told, name.number) if next(lives, None) else None
        case Stretch.GRAM_USER | Stretch.GRAM_POST | Stretch.GRAM_COMMENT | Stretch.GRAM_CONTAINER:
            return _gram(view, told, name)
        case Stretch.STORY | Stretch.DRAFT:
            raise Problem(12, "(#12) singular statuses API is deprecated for versions v2.4 and "
                          "higher")  # fmt: skip
    return None


def _medium(view: View, told: str, number: int) -> Thing | None:
    of, index = medium_in(number)
    post = _post(view, of)
    if post is None or post.kind is PostKind.MESSAGE or index >= len(post.said.media):
        return None
    film = post.said.media[index].kind is not MediaKind.IMAGE
    return Thing(Node.VIDEO if film else Node.PHOTO, told, of, index, post)


def _upload(view: View, told: str, number: int) -> Thing | None:
    upload = next((one for one in view.book.uploads if one.number == number), None)
    if upload is None or upload.media.key != told:
        return None
    node = Node.PHOTO if upload.media.kind is MediaKind.IMAGE else Node.VIDEO
    post = _post(view, upload.post) if upload.post else None
    if post is None:
        return Thing(node, told, 0, number) if upload.page == view.page else None
    index = next((at for at, one in enumerate(post.said.media) if one.key == told), 0)
    return Thing(node, told, post.number, index, post)


def _gram(view: View, told: str, name: Named) -> Thing | None:
    """Returns what belongs to Instagram, which is asked through the same Graph."""
    match name.stretch:
        case Stretch.GRAM_USER:
            account = view.book.world.accounts.get(name.number)
            here = account is not None and account.network == GRAM
            return Thing(Node.GRAM_USER, told, name.number) if here else None
        case Stretch.GRAM_CONTAINER:
            there = name.number <= len(view.book.containers)
            return Thing(Node.GRAM_CONTAINER, told, name.number) if there else None
    post = _post(view, name.number, GRAM)
    is_comment = name.stretch is Stretch.GRAM_COMMENT
    if post is None or bool(post.reply_to) != is_comment:
        return None
    if is_comment and not view.book.is_alive(name.number):
        return None
    node = Node.GRAM_COMMENT if is_comment else Node.GRAM_MEDIA
    return Thing(node, told, name.number, post=post)


def _post(view: View, number: int, network: str = NETWORK) -> SimPost | None:
    world = view.book.world
    try:
        post = world.post(number)
    except Denied:
        return None
    return None if post.deleted_ms or post.network != network else post
