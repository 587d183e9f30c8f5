"""Whom a reply answers, as which profiles it can, and what that is on the network. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from controlroom.model.cached import CachedPost
from controlroom.model.journal_subject import profile_key
from controlroom.model.outgoing.addressing import addressed
from controlroom.model.outgoing.content import About, Act, Content, Piece
from controlroom.model.post import PostKind
from controlroom.model.profile import Profile
from controlroom.outbound.counting.limits import limits_of
from controlroom.ui.board.card.person import handle_of, name_of
from controlroom.ui.called import called
from controlroom.ui.language import language


def acts_for(post: CachedPost) -> tuple[Act, ...]:
    """Returns how somebody can be answered: a message only by a message."""
    if post.post.kind is PostKind.MESSAGE:
        return (Act.MESSAGE,)
    if not post.post.author.remote_id:
        return (Act.REPLY,)
    return (Act.REPLY, Act.MESSAGE)


def about_for(post: CachedPost, act: Act, heard: datetime | None = None) -> About:
    """Returns what something is done to.

    Args:
        heard: when whoever gets a message spoke last.
    """
    one = post.post
    person, author = one.author.remote_id, one.author.handle
    if act is not Act.MESSAGE:
        return About(one.remote_id, root=one.root, author=author, person=person)
    if one.kind is PostKind.MESSAGE:
        return About(one.root or one.remote_id, author=author, person=person, heard=heard)
    return About("", author=author, person=person, comment=one.remote_id, heard=heard)


def heard_last(
    post: CachedPost, others: Iterable[CachedPost], profiles: Iterable[Profile]
) -> datetime | None:
    """Returns when whoever a message answers spoke last, None if they never did.

    Args:
        others: what else is known of the conversation.
    """
    if post.post.kind is not PostKind.MESSAGE:
        return post.post.created_at
    ours = {one.remote_id for one in profiles if one.network == post.post.network}
    said = (one.post for one in (post, *others) if one.post.kind is PostKind.MESSAGE)
    return max((one.created_at for one in said if one.author.remote_id not in ours), default=None)


def default_profile(post: CachedPost, profiles: Sequence[Profile]) -> Profile | None:
    """Returns the profile a post came to, the first of several; else one of its network."""
    mine = [one for one in profiles if one.network == post.post.network]
    through = [one for one in mine if one.id in post.profiles]
    return next(iter(through or mine), None)


def profiles_for(
    post: CachedPost, profiles: Sequence[Profile], may: Mapping[str, bool]
) -> list[tuple[str, str]]:
    """Returns key and name of every profile that can answer, those it came to first."""
    mine = [one for one in profiles if one.network == post.post.network]
    mine.sort(key=lambda one: (one.id not in post.profiles, called(one).casefold()))
    keys = [(profile_key(one), called(one)) for one in mine]
    return [(key, name) for key, name in keys if may.get(key)]


def content_for(about: About, act: Act, profile: str, text: str) -> Content:
    """Returns the draft of a reply."""
    return Content(
        act, (profile,), (Piece(text),), about=about, kind="reply",
        language=language().code,
    )  # fmt: skip


def call_for(post: CachedPost, act: Act) -> str:
    """Returns what a text to somebody begins with where it has to name them, else ""."""
    author = about_for(post, act).author
    is_named = not author or act not in limits_of(post.post.network).addressed
    return "" if is_named else addressed("", author)


def name_for(post: CachedPost) -> str:
    """Returns how whoever is answered is called."""
    author = post.post.author
    return handle_of(post.post.network, author) or name_of(author)
