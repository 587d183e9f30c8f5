"""Photos and clips on their way to a Mastodon server, which works on clips for a while."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.body import form_with
from controlroom.feeds.outgoing.outlet import Reply, Request
from controlroom.feeds.writing import Carried, NotSent
from controlroom.model.outgoing.delivery import Unsent

if TYPE_CHECKING:
    from controlroom.feeds.outgoing.writer import NetworkWriter

_UPLOAD = "/api/v2/media"
_LOOKS, _PAUSE_S = 90, 2.0
_WORKING = (202, 206)


def upload(writer: "NetworkWriter", files: Sequence[Carried]) -> list[str]:
    """Uploads files and returns the server's ids for them. Raises `NotSent`."""
    sent = [_sent(writer, one) for one in files]
    for number, reply in sent:
        _until_ready(writer, number, reply)
    return [number for number, _ in sent]


def _sent(writer: "NetworkWriter", carried: Carried) -> tuple[str, Reply]:
    body = form_with({"description": carried.alt}, "file", carried, writer.host)
    reply = writer.prepared(Request("POST", _UPLOAD, body=body))
    number = outcome.text(outcome.fields(reply.body).get("id"))
    if not number:
        raise writer.later("it took the file and gave it no name")
    return number, reply


def _until_ready(writer: "NetworkWriter", number: str, reply: Reply) -> None:
    """Waits until a file can be attached."""
    request = Request("GET", f"/api/v1/media/{quote(number, safe='')}")
    for _ in range(_LOOKS):
        if reply.status not in _WORKING:
            break
        writer.wait(_PAUSE_S)
        reply = writer.outlet.prepare(request)
    if reply.status in _WORKING:
        raise writer.later("it still works on the clip")
    if not reply.good:
        said = outcome.text(outcome.fields(reply.body).get("error"))
        raise NotSent(host=writer.host, reason=Unsent.REFUSED, said=outcome.plain(said))
