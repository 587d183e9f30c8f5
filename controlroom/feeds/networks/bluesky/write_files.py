"""Photos, clips and captions on their way into the profile's repository."""

from collections.abc import Sequence
from typing import Any

from controlroom.feeds.outgoing import outcome
from controlroom.feeds.outgoing.body import Body, of_bytes, of_file, opened
from controlroom.feeds.outgoing.outlet import Request
from controlroom.feeds.outgoing.writer import NetworkWriter
from controlroom.feeds.writing import Carried
from controlroom.model.frozen import dataclass

Json = dict[str, Any]
UPLOAD = "com.atproto.repo.uploadBlob"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file the server has taken.

    Attributes:
        blob, captions: how records name it and its captions.
    """

    carried: Carried
    blob: Json
    captions: Json | None = None


def store(writer: NetworkWriter, address: str, files: Sequence[Carried]) -> list[Stored]:
    """Uploads files. Raises `NotSent`.

    Args:
        address: of the call that takes them.
    """
    taken = []
    for one in files:
        content = opened(one, writer.host)
        blob = _stored(writer, address, of_file(content, one.rendition.size, one.rendition.mime))
        text = of_bytes(one.captions, "text/vtt") if one.captions else None
        taken.append(Stored(one, blob, _stored(writer, address, text) if text else None))
    return taken


def _stored(writer: NetworkWriter, address: str, body: Body) -> Json:
    reply = writer.prepared(Request("POST", address, body=body))
    blob = outcome.fields(reply.body).get("blob")
    if not isinstance(blob, dict):
        raise writer.later("it took the file and gave it no name")
    return blob
