"""Who may answer a post of ours, and which answers are hidden: one record beside the post."""

from datetime import datetime
from typing import Any

from controlroom.feeds.errors import NotFound
from controlroom.feeds.networks.bluesky.addresses import parts_of_uri
from controlroom.feeds.networks.bluesky.repository import Found, Repository
from controlroom.feeds.networks.bluesky.write_record import GATE, gate_record
from controlroom.feeds.outgoing import outcome
from controlroom.feeds.writing import Outgoing
from controlroom.model.outgoing.content import Act, Audience

Json = dict[str, Any]
MOST_HIDDEN = 300
"""Answers one such record can hide."""


class Gates:
    """Changes it over what stands there, and only over that. All raise `ReadError`."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def changed(self, outgoing: Outgoing, uri: str, now: datetime) -> Json:
        """Returns what to put so that an answer is hidden or shown, or a rule holds.

        Raises `NotFound` where the conversation is not one of ours.
        """
        rule = outgoing.act is Act.REPLY_RULE
        root = uri if rule else self._root(outgoing, uri)
        who, _, key = parts_of_uri(root)
        standing = self._repository.own(GATE, key)
        if rule:
            record = gate_record(root, outgoing.audience, now, _hidden(standing))
        else:
            record = _with_hidden(standing, root, uri, now, hide=outgoing.act is Act.HIDE)
        swap = standing.cid if standing else None
        return {
            "repo": who, "collection": GATE, "rkey": key, "record": record, "swapRecord": swap,
        }  # fmt: skip

    def _root(self, outgoing: Outgoing, uri: str) -> str:
        told = outgoing.about.root if outgoing.about else ""
        root = told or outcome.text(self._repository.reply_to(uri)["root"].get("uri"))
        if not root or root == uri:
            raise NotFound(host=parts_of_uri(uri)[0])
        return root


def _hidden(standing: Found | None) -> list[str]:
    told = standing.value.get("hiddenReplies") if standing else None
    return [one for one in told if isinstance(one, str)] if isinstance(told, list) else []


def _with_hidden(standing: Found | None, root: str, uri: str, now: datetime, *, hide: bool) -> Json:
    """What else stands in the record stays, also what other clients know and we do not."""
    others = [one for one in _hidden(standing) if one != uri]
    hidden = [*others, uri][-MOST_HIDDEN:] if hide else others
    before = dict(standing.value) if standing else gate_record(root, Audience.EVERYBODY, now)
    return before | {"hiddenReplies": hidden}
