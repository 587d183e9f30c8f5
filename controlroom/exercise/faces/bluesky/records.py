"""Posts as their authors' repositories hold them, and what those records hash to."""

from collections import OrderedDict
from dataclasses import dataclass, field

from controlroom.exercise.faces.bluesky.cids import bytes_cid, record_cid
from controlroom.exercise.faces.bluesky.ids import did_of
from controlroom.exercise.faces.bluesky.kept import POST, PROFILE, REPOST, Json, Kept, Uri
from controlroom.exercise.faces.bluesky.moments import written_ms
from controlroom.exercise.faces.bluesky.tokens import NETWORK
from controlroom.exercise.faces.bluesky.words import facets_of
from controlroom.exercise.world import (
    Event,
    EventKind,
    Media,
    MediaKind,
    PostKind,
    SimPost,
    World,
)

_REMEMBERED = 16_384
"""CIDs kept at hand: an answer names what it answers by its CID."""
_LABELS = frozenset({"porn", "sexual", "nudity", "graphic-media", "!warn", "!no-unauthenticated"})


@dataclass(slots=True)
class Records:
    """Makes records."""

    world: World
    kept: Kept
    _cids: OrderedDict[int, str] = field(default_factory=OrderedDict)

    def __post_init__(self) -> None:
        self.world.hear(self._forget)

    def of(self, post: SimPost) -> Json:
        """Returns the record of a post or repost, as its client wrote it if one did."""
        if post.number in self.kept.written:
            return self.kept.written[post.number]
        if post.kind is PostKind.REPOST:
            return self._repost(post)
        record: Json = {
            "$type": POST,
            "createdAt": written_ms(post.created_ms),
            "text": post.said.text,
            "langs": [post.said.language or "en"],
        }
        if facets := facets_of(post.said.text, self._did):
            record["facets"] = facets
        if post.reply_to:
            root, parent = self.ref(post.root or post.reply_to), self.ref(post.reply_to)
            record["reply"] = {"root": root, "parent": parent}
        if embed := self._embed(post):
            record["embed"] = embed
        if post.said.warning:
            labels = [{"val": label_of(post.said.warning)}]
            record["labels"] = {"$type": "com.atproto.label.defs#selfLabels", "values": labels}
        return record

    def cid(self, number: int) -> str:
        """Returns the CID of a post or repost."""
        if number in self._cids:
            return self._cids[number]
        waiting = [number]
        while waiting:
            # What a record refers to hashes first: threads are deeper than the stack.
            needed = [one for one in self._referred(waiting[-1]) if one not in self._cids]
            if needed:
                waiting += needed
                continue
            post = self.world.post(waiting.pop())
            told = self.learn(post.number, self.of(post))
        return told

    def learn(self, number: int, record: Json) -> str:
        """Returns the CID of a post whose record is at hand."""
        known = self._cids.get(number)
        if known is None:
            known = self._cids[number] = record_cid(record)
            if len(self._cids) > _REMEMBERED:
                self._cids.popitem(last=False)
        return known

    def ref(self, number: int) -> Json:
        """Returns a reference that names a record and its content."""
        return {"cid": self.cid(number), "uri": str(self.kept.uri(number))}

    def profile(self, account: int) -> Json:
        """Returns the record in which an account tells of itself."""
        kept = self.kept.records.get(Uri(account, PROFILE, "self"))
        who = self.world.account(account)
        return kept or {
            "$type": PROFILE,
            "createdAt": written_ms(who.joined_ms),
            "displayName": who.name,
            "description": who.about,
        }

    def blob(self, media: Media) -> Json:
        """Returns a reference to a medium's bytes."""
        content = self.world.media.get(media.key)
        size = len(content) if content else max(1, media.width * media.height // 8)
        kind = "image/jpeg" if media.kind is MediaKind.IMAGE else "video/mp4"
        link = {"$link": blob_cid(media)}
        return {"$type": "blob", "ref": link, "mimeType": kind, "size": size}

    def _repost(self, post: SimPost) -> Json:
        moment = written_ms(post.created_ms)
        return {"$type": REPOST, "createdAt": moment, "subject": self.ref(post.quote)}

    def _embed(self, post: SimPost) -> Json | None:
        media = self._media(post.said.media)
        quoted = {"$type": "app.bsky.embed.record"} if post.quote else None
        if quoted is not None:
            quoted |= {"record": self.ref(post.quote)}  # type: ignore[dict-item]
        if media and quoted:
            return {
                "$type": "app.bsky.embed.recordWithMedia", "media": media, "record": quoted,
            }  # fmt: skip
        return media or quoted

    def _media(self, media: tuple[Media, ...]) -> Json | None:
        moving = next((one for one in media if one.kind is not MediaKind.IMAGE), None)
        if moving:
            told = {"$type": "app.bsky.embed.video", "video": self.blob(moving), "alt": moving.alt}
            gif = {"presentation": "gif"} if moving.kind is MediaKind.GIF else {}
            return told | ratio_of(moving) | gif
        images = [{"image": self.blob(one), "alt": one.alt} | ratio_of(one) for one in media[:4]]
        return {"$type": "app.bsky.embed.images", "images": images} if images else None

    def _did(self, handle: str) -> str:
        account = self.world.by_handle(NETWORK, handle)
        return did_of(account.number) if account else ""

    def _referred(self, number: int) -> list[int]:
        """Returns what a record names by its CID; one that a client wrote names its own."""
        if number in self.kept.written:
            return []
        row = self.world.columns.row(number)
        return [one for one in dict.fromkeys((row.reply_to, row.root, row.quote)) if one]

    def _forget(self, event: Event) -> None:
        if event.kind is EventKind.EDITED:
            self._cids.pop(event.number, None)


def blob_cid(media: Media) -> str:
    """Returns the CID of a medium: what was uploaded lies under it, the rest is named by one."""
    return media.key if media.key.startswith("bafkrei") else bytes_cid(media.key.encode())


def ratio_of(media: Media) -> Json:
    """Returns the shape of a medium, nothing where nobody told it."""
    if not (media.width and media.height):
        return {}
    return {"aspectRatio": {"width": media.width, "height": media.height}}


def label_of(warning: str) -> str:
    """Returns the network's label for a warning."""
    return warning if warning in _LABELS else "graphic-media"
