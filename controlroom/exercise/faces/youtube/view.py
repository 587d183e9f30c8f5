"""Channels, videos and comments of the world as YouTube's resources."""

import time
from collections.abc import Callable, Collection
from typing import Any

from controlroom.exercise.faces.youtube.doors import NETWORK
from controlroom.exercise.faces.youtube.ids import (
    channel_id,
    chat_id,
    message_id,
    uploads_id,
    video_id,
)
from controlroom.exercise.faces.youtube.kept import Broadcast, Kept, Stage
from controlroom.exercise.faces.youtube.text import WATCH, displayed, parts_of
from controlroom.exercise.world import Account, MediaKind, PostKind
from controlroom.exercise.world.post import SimPost

Json = dict[str, Any]
PICTURES = "https://i.ytimg.com"
_SIZES = {
    "default": ("default", 120, 90), "medium": ("mqdefault", 320, 180),
    "high": ("hqdefault", 480, 360), "standard": ("sddefault", 640, 480),
    "maxres": ("maxresdefault", 1280, 720),
}  # fmt: skip
_WITH_THREAD = 5
"""Answers that come with a comment."""
_USUAL_LENGTH_MS = 60_000


def moment(ms: int) -> str:
    """Returns a moment as YouTube tells it, in UTC."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(ms // 1000))


class View:
    """Shows resources to one channel.

    Args:
        viewer: number of the account, 0 for nobody.
        parts: those asked for.
        html: texts of comments are shown as HTML.
    """

    def __init__(
        self, kept: Kept, viewer: int, parts: Collection[str], *, html: bool = True
    ) -> None:
        self._kept = kept
        self._world = kept.world
        self._viewer = viewer
        self._parts = parts
        self._html = html

    def channel(self, account: Account) -> Json:
        """Returns a channel."""
        uploads = sum(1 for _ in self._kept.uploads(account.number))
        return self._resource("channel", channel_id(account.number), {
            "snippet": lambda: {
                "title": account.name, "description": account.about,
                "customUrl": f"@{account.handle}", "publishedAt": moment(account.joined_ms),
                "thumbnails": _face(account), "country": "GB",
                "localized": {"title": account.name, "description": account.about},
            },
            "contentDetails": lambda: {
                "relatedPlaylists": {"likes": "", "uploads": uploads_id(account.number)}
            },
            "statistics": lambda: {
                "viewCount": str(account.followers * 90),
                "subscriberCount": str(account.followers), "hiddenSubscriberCount": False,
                "videoCount": str(uploads),
            },
            "status": lambda: {"privacyStatus": "public", "isLinked": True, "madeForKids": False},
        })  # fmt: skip

    def video(self, post: SimPost) -> Json:
        """Returns a video."""
        return self._resource("video", video_id(post.number), {
            "snippet": lambda: self._video_snippet(post),
            "status": lambda: self._status(post),
            "statistics": lambda: {
                "viewCount": str(post.views), "likeCount": str(post.likes), "favoriteCount": "0",
                "commentCount": str(self._comments_on(post)),
            },
            "contentDetails": lambda: {
                "duration": self._duration(post), "dimension": "2d", "definition": "hd",
                "caption": "false", "licensedContent": False, "contentRating": {},
                "projection": "rectangular",
            },
            "liveStreamingDetails": lambda: self._live(post),
        })  # fmt: skip

    def listed(self, post: SimPost, position: int) -> Json:
        """Returns a video as an entry of the list of its channel's uploads."""
        author = self._world.account(post.author)
        snippet = self._video_snippet(post)
        named = {"kind": "youtube#video", "videoId": video_id(post.number)}
        own = {
            "playlistId": uploads_id(author.number), "position": position, "resourceId": named,
            "videoOwnerChannelTitle": author.name, "videoOwnerChannelId": snippet["channelId"],
        }  # fmt: skip
        kept = ("publishedAt", "channelId", "title", "description", "thumbnails", "channelTitle")
        return self._resource("playlistItem", f"UU.{video_id(post.number)}", {
            "snippet": lambda: {name: snippet[name] for name in kept} | own,
            "contentDetails": lambda: {
                "videoId": named["videoId"], "videoPublishedAt": moment(post.created_ms)
            },
            "status": lambda: {"privacyStatus": self._kept.privacy_of(post)},
        })  # fmt: skip

    def found(self, post: SimPost) -> Json:
        """Returns a video as a search finds it."""
        snippet = self._video_snippet(post)
        kept = ("publishedAt", "channelId", "title", "description", "thumbnails", "channelTitle",
                "liveBroadcastContent")  # fmt: skip
        told = {name: snippet[name] for name in kept} | {"publishTime": snippet["publishedAt"]}
        named = {"kind": "youtube#video", "videoId": video_id(post.number)}
        return {"kind": "youtube#searchResult", "etag": "", "id": named, "snippet": told}

    def thread(self, top: SimPost) -> Json:
        """Returns a comment with some of its answers."""
        kept = self._kept
        numbers = kept.answers(top.number)
        shown = [
            post
            for post in map(self._world.post, numbers)
            if kept.is_shown(self._viewer, post) and not post.hidden
        ]
        video = self._world.post(top.root)
        inner = View(kept, self._viewer, {"snippet"}, html=self._html)
        parts: dict[str, Callable[[], Json]] = {
            "snippet": lambda: {
                "channelId": channel_id(video.author), "videoId": video_id(video.number),
                "topLevelComment": inner.comment(top), "canReply": bool(self._viewer),
                "totalReplyCount": len(shown), "isPublic": not top.hidden,
            },
        }  # fmt: skip
        if shown:
            some = shown[-_WITH_THREAD:]
            parts["replies"] = lambda: {"comments": [inner.comment(one) for one in some]}
        return self._resource("commentThread", kept.id_of(top), parts)

    def comment(self, post: SimPost) -> Json:
        """Returns a comment or an answer."""
        return self._resource(
            "comment", self._kept.id_of(post), {"snippet": lambda: self._comment_snippet(post)}
        )

    def message(self, post: SimPost) -> Json:
        """Returns a message of a live chat."""

        author, video = self._world.account(post.author), self._world.post(post.root)
        text, own = post.said.text, channel_id(author.number)
        return self._resource("liveChatMessage", message_id(post.number), {
            "snippet": lambda: {
                "type": "textMessageEvent", "liveChatId": chat_id(video.number),
                "authorChannelId": own, "publishedAt": moment(post.created_ms),
                "hasDisplayContent": True, "displayMessage": text,
                "textMessageDetails": {"messageText": text},
            },
            "authorDetails": lambda: {
                "channelId": own, "channelUrl": f"{WATCH}/channel/{own}",
                "displayName": f"@{author.handle}", "isVerified": author.verified,
                "profileImageUrl": _face(author)["default"]["url"],
                "isChatOwner": author.number == video.author, "isChatSponsor": False,
                "isChatModerator": False,
            },
        })  # fmt: skip

    def broadcast(self, post: SimPost, live: Broadcast) -> Json:
        """Returns a broadcast."""
        title, description = parts_of(post.said.text)
        times = _times(live)
        return self._resource("liveBroadcast", video_id(post.number), {
            "snippet": lambda: {
                "publishedAt": moment(post.created_ms), "channelId": channel_id(post.author),
                "title": title, "description": description, "thumbnails": _stills(post),
                "isDefaultBroadcast": False, "liveChatId": chat_id(post.number),
            } | times,
            "status": lambda: {
                "lifeCycleStatus": live.stage.value, "privacyStatus": self._kept.privacy_of(post),
                "recordingStatus": _RECORDING.get(live.stage, "notRecording"),
                "madeForKids": False, "selfDeclaredMadeForKids": False,
            },
        })  # fmt: skip

    def _resource(self, kind: str, id_: str, parts: dict[str, Callable[[], Json]]) -> Json:
        told: Json = {"kind": f"youtube#{kind}", "etag": "", "id": id_}
        return told | {name: made() for name, made in parts.items() if name in self._parts}

    def _video_snippet(self, post: SimPost) -> Json:
        author = self._world.account(post.author)
        title, description = parts_of(post.said.text)
        live = self._kept.broadcasts.get(post.number)
        return {
            "publishedAt": moment(post.created_ms), "channelId": channel_id(author.number),
            "title": title, "description": description, "thumbnails": _stills(post),
            "channelTitle": author.name,
            "categoryId": self._kept.categories.get(post.number, "25"),
            "liveBroadcastContent": _CONTENT.get(live.stage, "none") if live else "none",
            "defaultLanguage": post.said.language, "defaultAudioLanguage": post.said.language,
            "localized": {"title": title, "description": description},
        }  # fmt: skip

    def _status(self, post: SimPost) -> Json:
        told, public_ms = self._kept.privacy.get(post.number, ("public", 0))
        privacy = self._kept.privacy_of(post)
        later = {"publishAt": moment(public_ms)} if public_ms and privacy == told else {}
        return {
            "uploadStatus": "processed", "privacyStatus": privacy, "license": "youtube",
            "embeddable": True, "publicStatsViewable": True, "madeForKids": False,
            "selfDeclaredMadeForKids": False,
        } | later  # fmt: skip

    def _live(self, post: SimPost) -> Json:
        live = self._kept.broadcasts.get(post.number)
        if live is None:
            return {}
        chat = {} if live.stage is Stage.COMPLETE else {"activeLiveChatId": chat_id(post.number)}
        return _times(live) | chat

    def _duration(self, post: SimPost) -> str:
        live = self._kept.broadcasts.get(post.number)
        if live is not None:
            length_ms = max(0, live.ended_ms - live.began_ms)
            return _duration(length_ms) if live.stage is Stage.COMPLETE else "P0D"
        clips = (one.duration_ms for one in post.said.media if one.kind is MediaKind.VIDEO)
        return _duration(next(clips, 0) or _USUAL_LENGTH_MS)

    def _comments_on(self, video: SimPost) -> int:
        numbers = self._world.lists.numbers((NETWORK, "thread", video.number))
        kinds = (self._world.kind(one) for one in numbers if not self._world.is_gone(one))
        return sum(kind is PostKind.COMMENT for kind in kinds)

    def _comment_snippet(self, post: SimPost) -> Json:
        author, video = self._world.account(post.author), self._world.post(post.root)
        own, text = channel_id(author.number), post.said.text
        top = self._kept.top_of(post.number)
        told: Json = {
            "channelId": channel_id(video.author), "videoId": video_id(video.number),
            "textDisplay": displayed(text) if self._html else text,
            "authorDisplayName": f"@{author.handle}",
            "authorProfileImageUrl": _face(author)["default"]["url"],
            "authorChannelUrl": f"http://www.youtube.com/@{author.handle}",
            "authorChannelId": {"value": own}, "canRate": bool(self._viewer),
            "viewerRating": "like" if (self._viewer, post.number) in self._kept.rated else "none",
            "likeCount": post.likes, "publishedAt": moment(post.created_ms),
            "updatedAt": moment(post.edited_ms or post.created_ms),
        }  # fmt: skip
        if top != post.number:
            told["parentId"] = self._kept.id_of(self._world.post(top))
        if self._viewer == post.author:
            told["textOriginal"] = text
        if self._viewer == video.author and post.hidden:
            told["moderationStatus"] = self._kept.moderation_of(post).value
        return told


_CONTENT = {Stage.CREATED: "upcoming", Stage.TESTING: "upcoming", Stage.LIVE: "live"}
_RECORDING = {Stage.LIVE: "recording", Stage.COMPLETE: "recorded"}


def _times(live: Broadcast) -> Json:
    told = {
        "scheduledStartTime": live.scheduled_ms, "actualStartTime": live.began_ms,
        "actualEndTime": live.ended_ms,
    }  # fmt: skip
    return {name: moment(ms) for name, ms in told.items() if ms}


def _stills(post: SimPost) -> Json:
    base = f"{PICTURES}/vi/{video_id(post.number)}"
    return {
        name: {"url": f"{base}/{file}.jpg", "width": width, "height": height}
        for name, (file, width, height) in _SIZES.items()
    }


def _face(account: Account) -> Json:
    url = f"{PICTURES}/faces/{channel_id(account.number)}"
    sizes = {"default": 88, "medium": 240, "high": 800}
    return {
        name: {"url": f"{url}={size}", "width": size, "height": size}
        for name, size in sizes.items()
    }


def _duration(ms: int) -> str:
    minutes, seconds = divmod(max(1, round(ms / 1000)), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    return "PT" + "".join(f"{value}{sign}" for value, sign in parts if value)
