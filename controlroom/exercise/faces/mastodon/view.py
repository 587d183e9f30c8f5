"""Posts and accounts of the world as Mastodon's JSON."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from controlroom.exercise.faces.mastodon.ids import id_at, media_id, number_in
from controlroom.exercise.faces.mastodon.kept import NETWORK, Kept
from controlroom.exercise.faces.mastodon.markup import SITE, Named, Written, tag_url, written
from controlroom.exercise.faces.mastodon.moments import day, midnight, written_ms
from controlroom.exercise.world import Account, Denied, Media, MediaKind, PostKind
from controlroom.exercise.world.post import Poll, Said, SimPost

Json = dict[str, Any]
HOST = SITE.partition("://")[2]
_TYPES = {
    MediaKind.IMAGE: "image", MediaKind.VIDEO: "video", MediaKind.GIF: "gifv",
    MediaKind.AUDIO: "audio",
}  # fmt: skip
_MARKS = ("favourited", "bookmarked", "pinned", "muted")
_SMALL = 400


def account_id(account: Account) -> str:
    """Returns the server's id of an account."""
    return id_at(account.joined_ms, account.number)


def status_id(post: SimPost) -> str:
    """Returns the server's id of a post."""
    return id_at(post.created_ms, post.number)


def page_of(account: Account) -> str:
    """Returns the address of an account's page."""
    return f"{SITE}/@{account.handle}"


class View:
    """Shows posts to one person.

    Args:
        viewer: number of the account, 0 for nobody.
        base: where media lie for whoever asks.
    """

    def __init__(self, kept: Kept, viewer: int = 0, base: str = SITE) -> None:
        self._kept = kept
        self.world = kept.world
        self._viewer = viewer
        self._base = base

    def account(self, account: Account) -> Json:
        """Returns an account as others see it."""
        number, name = account_id(account), account.handle
        avatar = f"{self._base}/avatars/{number}.png"
        header = f"{self._base}/headers/{number}.png"
        lists, key = self.world.lists, (NETWORK, "posts", account.number)
        latest = next(lists.newest_first(key), 0)
        last_at = day(self.world.columns.created_ms(latest)) if latest else None
        return {
            "id": number, "username": name, "acct": name, "display_name": account.name,
            "locked": False, "bot": account.kind == "bot", "discoverable": True,
            "indexable": True, "group": False, "created_at": midnight(account.joined_ms),
            "note": written(account.about, self._named).html, "url": page_of(account),
            "uri": f"{SITE}/users/{name}", "avatar": avatar, "avatar_static": avatar,
            "avatar_description": "", "header": header, "header_static": header,
            "header_description": "", "followers_count": account.followers,
            "following_count": account.followers // 3, "statuses_count": lists.count(key),
            "last_status_at": last_at, "hide_collections": False, "noindex": False,
            "emojis": [], "roles": [], "fields": [],
        }  # fmt: skip

    def own_account(self, account: Account) -> Json:
        """Returns an account as its owner sees it."""
        source = {
            "privacy": "public", "sensitive": False, "language": account.language,
            "note": account.about, "fields": [], "follow_requests_count": 0,
            "hide_collections": False, "discoverable": True, "indexable": True,
            "attribution_domains": [], "quote_policy": "public",
        }  # fmt: skip
        role = {"id": "-99", "name": "", "permissions": "0", "color": "", "highlighted": False}
        return self.account(account) | {"source": source, "role": role}

    def status(self, post: SimPost, depth: int = 0) -> Json:
        """Returns a post; of what it quotes only so much as Mastodon gives."""
        author = self.world.account(post.author)
        reposted = self._other(post.quote) if post.kind is PostKind.REPOST else None
        number = status_id(post)
        text = Written() if reposted else written(self.plain(post), self._named)
        answered = self._known(post.reply_to)
        said = post.said
        uri = f"{SITE}/users/{author.handle}/statuses/{number}"
        told: Json = {
            "id": number,
            "created_at": written_ms(post.created_ms),
            "in_reply_to_id": status_id(answered) if answered else None,
            "in_reply_to_account_id": self._author_id(answered) if answered else None,
            "sensitive": bool(said.warning) or post.number in self._kept.sensitive,
            "spoiler_text": said.warning,
            "visibility": self._kept.visibility_of(post),
            "language": said.language or None,
            "uri": f"{uri}/activity" if reposted else uri,
            "url": f"{uri}/activity" if reposted else f"{page_of(author)}/{number}",
            "replies_count": post.replies,
            "reblogs_count": post.reposts,
            "favourites_count": post.likes,
            "quotes_count": 0,
            "edited_at": written_ms(post.edited_ms) if post.edited_ms else None,
            "content": text.html,
            "reblog": self.status(reposted, depth) if reposted else None,
            "account": self.account(author),
            "media_attachments": [] if reposted else self.attachments(said, number),
            "mentions": [self._mention(who) for who in text.mentions],
            "tags": [{"name": tag.casefold(), "url": tag_url(tag)} for tag in text.tags],
            "emojis": [],
            "card": None,
            "poll": self.poll(post.number, said.poll) if said.poll else None,
            "quote": None if reposted else self._quoted(post, depth),
            "quote_approval": {"automatic": ["public"], "manual": [], "current_user": "automatic"},
        }
        return told | (self._of_viewer(post) if self._viewer else {})

    def statuses(self, posts: Iterator[SimPost]) -> list[Json]:
        """Returns posts."""
        return [self.status(post) for post in posts]

    def plain(self, post: SimPost) -> str:
        """Returns the words; a direct message names whom it is for."""
        text = post.said.text
        if post.kind is not PostKind.MESSAGE or not post.to or post.to == post.author:
            return text
        name = f"@{self.world.account(post.to).handle}"
        return text if name.casefold() in text.casefold() else f"{name} {text}".rstrip()

    def is_shown(self, post: SimPost) -> bool:
        """Whether a post is there for the viewer; a repost goes with what it reposts."""
        if post.network != NETWORK or post.deleted_ms or not self._kept.sees(self._viewer, post):
            return False
        return post.kind is not PostKind.REPOST or self._other(post.quote) is not None

    def attachments(self, said: Said, of: str = "") -> list[Json]:
        """Returns what hangs on a post."""
        return [self.attachment(media, of) for media in said.media]

    def attachment(self, media: Media, of: str = "", *, ready: bool = True) -> Json:
        """Returns one attachment; its address is missing while the server works on it."""
        url = f"{self._base}/media/{quote(media.key, safe='')}" + (f"?of={of}" if of else "")
        small = min(1.0, _SMALL / max(media.width, media.height, 1))
        meta: Json = {
            "original": _size(media.width, media.height),
            "small": _size(round(media.width * small), round(media.height * small)),
        }
        if media.duration_ms:
            meta["original"] |= {"duration": media.duration_ms / 1000, "frame_rate": "25/1"}
        return {
            "id": media_id(media.key), "type": _TYPES[media.kind], "url": url if ready else None,
            "preview_url": url, "remote_url": None, "preview_remote_url": None, "text_url": None,
            "meta": meta, "description": media.alt or None, "blurhash": None,
        }  # fmt: skip

    def poll(self, number: int, poll: Poll) -> Json:
        """Returns a poll with the votes given here."""
        given = [chosen for (_, of), chosen in self._kept.votes.items() if of == number]
        votes = [
            count + sum(at in chosen for chosen in given) for at, count in enumerate(poll.votes)
        ]
        told: Json = {
            "id": str(number), "expires_at": written_ms(poll.closes_ms),
            "expired": self.world.clock.now_ms() >= poll.closes_ms, "multiple": False,
            "votes_count": sum(votes), "voters_count": sum(votes), "emojis": [],
            "options": [
                {"title": title, "votes_count": count}
                for title, count in zip(poll.options, votes, strict=True)
            ],
        }  # fmt: skip
        if self._viewer:
            own = self._kept.votes.get((self._viewer, number))
            told |= {"voted": own is not None, "own_votes": list(own or ())}
        return told

    def notification(self, post: SimPost) -> Json:
        """Returns the news that a post names the viewer."""
        return {
            "id": str(post.number), "type": "mention", "created_at": written_ms(post.created_ms),
            "group_key": f"ungrouped-{post.number}",
            "account": self.account(self.world.account(post.author)),
            "status": self.status(post),
        }  # fmt: skip

    def _of_viewer(self, post: SimPost) -> Json:
        pair = (self._viewer, post.number)
        told: Json = {mark: pair in self._kept.marked(mark) for mark in _MARKS}
        return told | {"reblogged": pair in self._kept.marked("reblogged"), "filtered": []}

    def _quoted(self, post: SimPost, depth: int) -> Json | None:
        if not post.quote:
            return None
        other = self._other(post.quote)
        if other is None:
            return {"state": "deleted", "quoted_status": None}
        if depth:
            return {"state": "accepted", "quoted_status_id": status_id(other)}
        return {"state": "accepted", "quoted_status": self.status(other, depth + 1)}

    def _other(self, number: int) -> SimPost | None:
        post = self._known(number)
        return None if post is None or post.deleted_ms else post

    def _known(self, number: int) -> SimPost | None:
        try:
            return self.world.post(number) if number else None
        except Denied:
            return None

    def _author_id(self, post: SimPost) -> str:
        return account_id(self.world.account(post.author))

    def _named(self, handle: str) -> Named | None:
        found = self.world.by_handle(NETWORK, handle)
        return Named(account_id(found), found.handle, page_of(found)) if found else None

    def _mention(self, who: Named) -> Json:
        return {"id": who.id, "username": who.username, "url": who.url, "acct": who.username}


def post_of(kept: Kept, told: str) -> SimPost | None:
    """Returns the post of an id, gone or not; None if there never was one."""
    try:
        post = kept.world.post(number_in(told))
    except Denied:
        return None
    return post if post.network == NETWORK and status_id(post) == told else None


def account_of(kept: Kept, told: str) -> Account | None:
    """Returns the account of an id, None if it is nobody's."""
    found = kept.world.accounts.get(number_in(told))
    ours = found is not None and found.network == NETWORK and account_id(found) == told
    return found if ours else None


def _size(width: int, height: int) -> Json:
    aspect = width / height if height else 0.0
    return {"width": width, "height": height, "size": f"{width}x{height}", "aspect": aspect}
