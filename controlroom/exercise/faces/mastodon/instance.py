"""What the server tells of itself."""

from typing import Any

from aiohttp import web

from controlroom.exercise.faces.mastodon.calls import Call, Question, Reply, Site
from controlroom.exercise.faces.mastodon.kept import NETWORK
from controlroom.exercise.faces.mastodon.limits import Limits
from controlroom.exercise.faces.mastodon.view import HOST

Json = dict[str, Any]
_TITLE = "Fenmast"
_ABOUT = "The server of a city that is not there."
_OPEN = {"local": "public", "remote": "public"}
_NEWER: Json = {
    "translation": {"enabled": False}, "limited_federation": False,
    "timelines_access": {
        "live_feeds": _OPEN, "hashtag_feeds": _OPEN, "trending_link_feeds": _OPEN,
    },
}  # fmt: skip
"""What only the newer form tells."""


def calls() -> list[Call]:
    """Returns what may be asked."""
    return [
        Call("GET", "/api/v2/instance", second),
        Call("GET", "/api/v1/instance", first),
        Call("GET", "/api/v1/custom_emojis", nothing),
        Call("GET", "/api/v1/filters", nothing, "read:filters"),
        Call("GET", "/api/v2/filters", nothing, "read:filters"),
        Call("GET", "/api/v1/announcements", nothing, "read"),
        Call("GET", "/api/v1/preferences", preferences, "read:accounts"),
    ]


async def second(question: Question) -> Reply:
    """Itself as newer clients ask for it."""
    limits = question.site.limits
    urls = {"streaming": _streaming(question.request), "about": None, "status": None}
    return Reply({
        "domain": HOST, "title": _TITLE, "version": limits.version, "source_url": "",
        "description": _ABOUT, "usage": {"users": {"active_month": _people(question.site)}},
        "thumbnail": {"url": f"https://{HOST}/media/server", "blurhash": None, "versions": {}},
        "icon": [], "languages": ["en"],
        "configuration": _configuration(limits) | _NEWER | {"urls": urls},
        "registrations": {"enabled": False, "approval_required": False, "message": None},
        "api_versions": {"mastodon": 7}, "rules": [],
        "contact": {"email": f"desk@{HOST}", "account": None},
    })  # fmt: skip


async def first(question: Question) -> Reply:
    """Itself as older clients ask for it."""
    limits, site = question.site.limits, question.site
    posts = site.world.lists.count((NETWORK, "public", ""))
    return Reply({
        "uri": HOST, "title": _TITLE, "short_description": _ABOUT, "description": _ABOUT,
        "email": f"desk@{HOST}", "version": limits.version, "languages": ["en"],
        "urls": {"streaming_api": _streaming(question.request)}, "thumbnail": None,
        "stats": {"user_count": _people(site), "status_count": posts, "domain_count": 1},
        "registrations": False, "approval_required": False, "invites_enabled": False,
        "configuration": _configuration(limits), "contact_account": None, "rules": [],
    })  # fmt: skip


async def preferences(question: Question) -> Reply:
    """How the caller likes it."""
    return Reply({
        "posting:default:visibility": "public", "posting:default:sensitive": False,
        "posting:default:language": question.caller.language, "reading:expand:media": "default",
        "reading:expand:spoilers": False, "posting:default:quote_policy": "public",
    })  # fmt: skip


async def nothing(_: Question) -> Reply:
    """Nobody has made any."""
    return Reply([])


def _configuration(limits: Limits) -> Json:
    return {
        "accounts": {"max_featured_tags": 10, "max_pinned_statuses": 5},
        "statuses": {
            "max_characters": limits.characters,
            "max_media_attachments": limits.attachments,
            "characters_reserved_per_url": limits.per_link,
        },
        "media_attachments": {
            "supported_mime_types": limits.media_types,
            "description_limit": limits.alt_characters,
            "image_size_limit": limits.image_bytes, "image_matrix_limit": 33_177_600,
            "video_size_limit": limits.video_bytes, "video_frame_rate_limit": 120,
            "video_matrix_limit": 8_294_400,
        },
        "polls": {
            "max_options": limits.poll_options,
            "max_characters_per_option": limits.poll_characters,
            "min_expiration": limits.poll_least_s, "max_expiration": limits.poll_most_s,
        },
    }  # fmt: skip


def _streaming(request: web.Request) -> str:
    """The place is where it was asked: elsewhere nobody would find it."""
    return f"{'wss' if request.secure else 'ws'}://{request.host}"


def _people(site: Site) -> int:
    return sum(one.network == NETWORK for one in site.world.accounts.values())
