"""Looking things up before writing: records by their names, references to posts, people's ids."""

from contextlib import suppress
from typing import Any

from controlroom.feeds.errors import NonsenseReceived, NotFound
from controlroom.feeds.networks.bluesky.addresses import parts_of_uri
from controlroom.feeds.networks.bluesky.client import CHAT, Calls
from controlroom.feeds.networks.bluesky.lookup import Lookup
from controlroom.feeds.networks.bluesky.reads import listing_of
from controlroom.feeds.outgoing import outcome
from controlroom.model.frozen import dataclass

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A record as it lies there, and its hash."""

    uri: str
    cid: str
    value: Json

    @property
    def files(self) -> int:
        """How many photos and clips hang on it."""
        embed = self.value.get("embed")
        told = embed if isinstance(embed, dict) else {}
        images = told.get("images")
        return len(images) if isinstance(images, list) else int("video" in told)

    @property
    def answers(self) -> str:
        """What it answers, or repeats, or likes; "" for nothing."""
        reply = self.value.get("reply")
        about = reply.get("parent") if isinstance(reply, dict) else self.value.get("subject")
        return outcome.text(about.get("uri")) if isinstance(about, dict) else ""


class Repository:
    """The profile's own, and what of others it refers to. All raise `ReadError`."""

    def __init__(self, calls: Calls, lookup: Lookup, own: str) -> None:
        self._calls, self._lookup, self._own = calls, lookup, own

    def own(self, collection: str, key: str) -> Found | None:
        """Returns a record of the profile's, None if there is none: the server itself knows."""
        query = {"repo": self._own, "collection": collection, "rkey": key}
        try:
            answer = self._calls.get("com.atproto.repo.getRecord", query)
        except NotFound:
            return None
        return self._read(answer.body)

    def reference(self, uri: str) -> Found:
        """Returns a post with its hash. Raises `NotFound` if it is not there."""
        who, collection, key = parts_of_uri(uri)
        if who == self._own:
            found = self.own(collection, key)
            if found is None:
                raise NotFound(host=self._calls.host)
            return found
        return self._of_others(uri)

    def reply_to(self, uri: str) -> Json:
        """Returns what a reply names: the post it answers, and the first of the conversation."""
        parent = self.reference(uri)
        said = parent.value.get("reply")
        root = said.get("root") if isinstance(said, dict) else None
        told = {"uri": parent.uri, "cid": parent.cid}
        return {"root": root if isinstance(root, dict) else told, "parent": told}

    def did_of(self, handle: str) -> str:
        """Returns the id of who has a handle, "" for nobody, and for what can be no handle."""
        with suppress(NotFound, NonsenseReceived):
            return self._lookup.id_of(handle)
        return ""

    def dialogue_with(self, did: str, handle: str) -> str:
        """Returns the id of the dialogue with somebody. Raises `NotFound` for nobody."""
        who = did or self.did_of(handle.removeprefix("@"))
        if not who:
            raise NotFound(host=self._calls.host)
        query = {"members": who}
        answer = self._calls.get("chat.bsky.convo.getConvoForMembers", query, CHAT)
        dialogue = outcome.fields(answer.body).get("convo")
        found = outcome.text(dialogue.get("id")) if isinstance(dialogue, dict) else ""
        if not found:
            raise NonsenseReceived(host=self._calls.host, reason="no dialogue in the answer")
        return found

    def _of_others(self, uri: str) -> Found:
        answer = self._calls.get("app.bsky.feed.getPosts", {"uris": uri})
        for item in listing_of(answer.body, "posts", self._calls.host).items:
            told = outcome.fields(item)
            if told.get("uri") == uri and isinstance(told.get("record"), dict):
                return Found(uri, outcome.text(told.get("cid")), told["record"])
        raise NotFound(host=self._calls.host)

    def _read(self, body: bytes) -> Found:
        told = outcome.fields(body)
        value = told.get("value")
        if not isinstance(value, dict) or not told.get("uri"):
            raise NonsenseReceived(host=self._calls.host, reason="no record in the answer")
        return Found(outcome.text(told["uri"]), outcome.text(told.get("cid")), value)
