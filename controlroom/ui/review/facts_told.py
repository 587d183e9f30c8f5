"""The facts about a post, in words."""

from PySide6.QtCore import QCoreApplication

from controlroom.model.cached import CachedPost
from controlroom.model.post import PostKind
from controlroom.ui.board.card.clean import clean_line
from controlroom.ui.board.card.content import Ours
from controlroom.ui.board.card.networks import look_of
from controlroom.ui.language import counted, language
from controlroom.ui.review.fact_list import Fact
from controlroom.ui.review.narrowing import Group
from controlroom.ui.review.words import instant_told, value_told

translate = QCoreApplication.translate


def facts_of(cached: CachedPost, ours: Ours) -> list[Fact]:
    """Returns everything that is known of a post besides its words."""
    post = cached.post
    found = [
        (translate("Review", "Published"), instant_told(post.created_at)),
        (translate("Review", "Edited"), instant_told(post.edited_at) if post.edited_at else ""),
        (translate("Review", "Deleted, seen"), instant_told(cached.gone_at))
        if cached.gone_at
        else ("", ""),
        (translate("Review", "Last read"), instant_told(cached.seen_at)),
        *_through(cached, ours),
        (translate("Review", "Network"), look_of(post.network).name),
        (translate("Review", "Kind"), _kind(post.kind)),
        (translate("Review", "Language"), value_told(Group.LANGUAGE, post.language)),
        (translate("Review", "Counted"), _figures(cached)),
        (translate("Review", "Media"), _media(cached)),
        (translate("Review", "Address"), clean_line(post.url, 300)),
        (translate("Review", "Id there"), clean_line(post.remote_id)),
    ]
    return [fact for fact in found if fact[1]]


def _through(cached: CachedPost, ours: Ours) -> list[Fact]:
    known = [clean_line(ours.handles[one], 80) for one in cached.profiles if one in ours.handles]
    gone = len(cached.profiles) - len(known)
    if gone:
        template = translate("Review", "removed profiles: {n}")
        known.append(template.format(n=language().figure(gone)))
    first = translate("Review", "Came through")
    return [(first if not at else "", name) for at, name in enumerate(known)]


def _kind(kind: PostKind) -> str:
    return {
        PostKind.STATUS: translate("Review", "Post"),
        PostKind.COMMENT: translate("Review", "Comment"),
        PostKind.REPOST: translate("Review", "Repost"),
        PostKind.MESSAGE: translate("Review", "Direct message"),
        PostKind.VIDEO: translate("Review", "Video"),
        PostKind.ARTICLE: translate("Review", "Article"),
    }[kind]


def _figures(cached: CachedPost) -> str:
    told = cached.post.metrics
    named = (
        (told.replies, translate("Review", "{n} reply"), translate("Review", "{n} replies")),
        (told.reposts, translate("Review", "{n} repost"), translate("Review", "{n} reposts")),
        (told.likes, translate("Review", "{n} like"), translate("Review", "{n} likes")),
    )
    return " · ".join(
        counted(number, one, many) for number, one, many in named if number is not None
    )


def _media(cached: CachedPost) -> str:
    media = cached.post.media
    described = next((clean_line(one.alt) for one in media if one.alt), "")
    if not media:
        return ""
    return f"{language().figure(len(media))}{' · ' + described if described else ''}"
