"""What a status is to say, as Mastodon's JSON has it."""

from collections.abc import Sequence
from typing import Any

from controlroom.feeds.writing import Outgoing
from controlroom.model.outgoing.addressing import addressed
from controlroom.model.outgoing.content import Act

Json = dict[str, Any]
_ADDRESSED = (Act.MESSAGE, Act.REPLY)


def body_of(outgoing: Outgoing, files: Sequence[str], answers: str = "") -> Json:
    """Returns the body of a request that publishes or changes a status.

    Args:
        files: the server's ids of what was uploaded.
        answers: the server's id of the status that is answered.
    """
    body: Json = {"status": text_of(outgoing), "media_ids": list(files)}
    if any(one.sensitive for one in outgoing.files):
        body["sensitive"] = True
    if outgoing.language:
        body["language"] = outgoing.language.partition("-")[0]
    if outgoing.poll is not None:
        del body["media_ids"]
        body["poll"] = _poll(outgoing)
    if outgoing.act is not Act.EDIT:
        body["visibility"] = "direct" if outgoing.act is Act.MESSAGE else "public"
    return body | ({"in_reply_to_id": answers} if answers else {})


def text_of(outgoing: Outgoing) -> str:
    """Returns the text as it leaves: whom it is for has to be named in it.

    A message goes to whom it names, and whoever is answered hears of it only if named.
    """
    if outgoing.act not in _ADDRESSED or outgoing.about is None:
        return outgoing.text
    return addressed(outgoing.text, outgoing.about.author)


def _poll(outgoing: Outgoing) -> Json:
    poll = outgoing.poll
    if poll is None:
        return {}
    return {
        "options": list(poll.options),
        "expires_in": poll.minutes * 60,
        "multiple": poll.multiple,
    }
