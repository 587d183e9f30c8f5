"""Posts as the AppView shows them."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.kept import GATE, LIKE, REPOST, Kept, Uri
from controlroom.exercise.faces.bluesky.moments import written_ms
from controlroom.exercise.faces.bluesky.people import CDN, CLIPS, basic_of
from controlroom.exercise.faces.bluesky.records import Records, blob_cid, label_of, ratio_of
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.world import Media, MediaKind, PostKind, SimPost, World

Json = dict[str, Any]
_DEFS = "app.bsky.feed.defs#"


@dataclass(frozen=True, slots=True)
class Views:
    """Shows posts to somebody; `viewer` is 0 for nobody in particular."""

    world: World
    kept: Kept
    records: Records
    viewer: int = 0

    def post(self, post: SimPost) -> Json:
        """Returns a post as it stands in any list."""
        uri, number = str(self.kept.uri(post.number)), post.number
        record = self.records.of(post)
        told: Json = {
            "uri": uri,
            "cid": self.records.learn(number, record),
            "author": basic_of(self.world.account(post.author)),
            "record": record,
            "replyCount": post.replies,
            "repostCount": post.reposts,
            "likeCount": post.likes,
            "quoteCount": self.world.lists.count((NETWORK, "quotes", number)),
            "bookmarkCount": 0,
            "indexedAt": written_ms(post.created_ms),
            "labels": self._labels(post, uri),
        }
        if embed := self._embed(post):
            told["embed"] = embed
        if gate := self._gate(post):
            told["threadgate"] = gate
        if self.viewer:
            told["viewer"] = self._viewer(uri, gate)
        return told

    def item(self, post: SimPost) -> Json:
        """Returns a post as it stands in a feed: with what it answers, and why it is there."""
        if post.kind is PostKind.REPOST:
            return {"post": self.post(self.world.post(post.quote)), "reason": self._repost(post)}
        told: Json = {"post": self.post(post)}
        if post.reply_to:
            parent = self.around(post.reply_to)
            root = self.around(post.root) if post.root != post.reply_to else parent
            told["reply"] = {"root": root, "parent": parent}
        return told

    def around(self, number: int) -> Json:
        """Returns a post, or the note that it is gone, in a list that takes both."""
        if self.world.is_gone(number):
            return self.absent(str(self.kept.uri(number)))
        return {"$type": f"{_DEFS}postView"} | self.post(self.world.post(number))

    def absent(self, uri: str) -> Json:
        """Returns the note that a post is gone."""
        return {"$type": f"{_DEFS}notFoundPost", "uri": uri, "notFound": True}

    def _repost(self, post: SimPost) -> Json:
        return {
            "$type": f"{_DEFS}reasonRepost",
            "by": basic_of(self.world.account(post.author)),
            "uri": str(self.kept.uri(post.number)),
            "cid": self.records.cid(post.number),
            "indexedAt": written_ms(post.created_ms),
        }

    def _labels(self, post: SimPost, uri: str) -> list[Json]:
        if not post.said.warning:
            return []
        return [
            {
                "src": did_of(post.author), "uri": uri, "val": label_of(post.said.warning),
                "cts": written_ms(post.created_ms),
            }
        ]  # fmt: skip

    def _embed(self, post: SimPost) -> Json | None:
        media = self._media(post)
        if not post.quote:
            return media or self._card(post)
        quoted = {"$type": "app.bsky.embed.record#view", "record": self._quoted(post.quote)}
        if not media:
            return quoted
        kind = "app.bsky.embed.recordWithMedia#view"
        return {"$type": kind, "media": media, "record": quoted}

    def _media(self, post: SimPost) -> Json | None:
        moving = next((one for one in post.said.media if one.kind is not MediaKind.IMAGE), None)
        if moving:
            return self._video(moving, post.number)
        images = [_image(one, post.number) for one in post.said.media[:4]]
        return {"$type": "app.bsky.embed.images#view", "images": images} if images else None

    def _video(self, media: Media, number: int) -> Json:
        told = {
            "$type": "app.bsky.embed.video#view",
            "cid": blob_cid(media),
            "playlist": f"{address(CLIPS, media, number, '/playlist.m3u8')}",
            "thumbnail": address(CDN, media, number),
            "alt": media.alt,
        }
        gif = {"presentation": "gif"} if media.kind is MediaKind.GIF else {}
        return told | ratio_of(media) | gif

    def _card(self, post: SimPost) -> Json | None:
        """Returns the card of an address that a client hung on a post."""
        embed = self.kept.written.get(post.number, {}).get("embed", {})
        if embed.get("$type") != "app.bsky.embed.external":
            return None
        told = {name: embed["external"].get(name, "") for name in ("uri", "title", "description")}
        thumb = embed["external"].get("thumb")
        if isinstance(thumb, dict):
            key = str(thumb.get("ref", {}).get("$link", ""))
            told["thumb"] = address(CDN, Media(key, MediaKind.IMAGE), post.number)
        return {"$type": "app.bsky.embed.external#view", "external": told}

    def _quoted(self, number: int) -> Json:
        uri = str(self.kept.uri(number))
        if self.world.is_gone(number):
            return {"$type": "app.bsky.embed.record#viewNotFound", "uri": uri, "notFound": True}
        post = self.world.post(number)
        media = self._media(post)
        return {
            "$type": "app.bsky.embed.record#viewRecord",
            "uri": uri,
            "cid": self.records.cid(number),
            "author": basic_of(self.world.account(post.author)),
            "value": self.records.of(post),
            "labels": self._labels(post, uri),
            "indexedAt": written_ms(post.created_ms),
            "embeds": [media] if media else [],
        }

    def _gate(self, post: SimPost) -> Json | None:
        """Returns who may answer, and which answers the author hides."""
        if post.reply_to:
            return None
        uri = Uri(post.author, GATE, self.kept.key(post.number))
        record = self.kept.records.get(uri)
        if record is None:
            return None
        return {"uri": str(uri), "record": record, "lists": []}

    def _viewer(self, uri: str, gate: Json | None) -> Json:
        told: Json = {"bookmarked": False, "threadMuted": False, "embeddingDisabled": False}
        for name, collection in (("like", LIKE), ("repost", REPOST)):
            if given := self.kept.about(self.viewer, collection, uri):
                told[name] = str(given)
        if gate and gate["record"].get("allow") == []:
            told["replyDisabled"] = True
        return told


def address(host: str, media: Media, number: int, behind: str = "") -> str:
    """Returns where a medium lies; the post it hangs on says what it shows."""
    return f"https://{host}/media/{quote(media.key, safe='')}{behind}?of={number}"


def _image(media: Media, number: int) -> Json:
    lies = address(CDN, media, number)
    return {"fullsize": lies, "thumb": lies, "alt": media.alt} | ratio_of(media)
