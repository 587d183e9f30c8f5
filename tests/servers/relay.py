"""The public stream of all posts, told from what the account server itself publishes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

from atproto import CAR, CID, FirehoseSubscribeReposClient, models, parse_subscribe_repos_message
from websockets.exceptions import ConnectionClosed

from controlroom.feeds.networks.bluesky.addresses import POST
from tests.feeds.bluesky.stream import Stream, event, streaming

_Commit = models.ComAtprotoSyncSubscribeRepos.Commit


@contextmanager
def relayed(pds: str) -> Iterator[Stream]:
    """A stream in the form the public ones have, of all that happens on the account server."""
    base = pds.replace("http://", "ws://") + "/xrpc"
    source = FirehoseSubscribeReposClient(base_uri=base, recv_timeout=None)
    with streaming() as stream:

        def told(message: Any) -> None:
            commit = parse_subscribe_repos_message(message)
            if isinstance(commit, _Commit):
                _pass_on(commit, stream)

        thread = threading.Thread(target=source.start, args=(told,), name="relay")
        thread.start()
        try:
            yield stream
        finally:
            source.stop()
            thread.join()


def _pass_on(commit: Any, stream: Stream) -> None:
    blocks = CAR.from_bytes(commit.blocks).blocks
    for operation in commit.ops:
        collection, _, key = operation.path.partition("/")
        if collection == POST:
            record = {} if operation.action == "delete" else _plain(blocks[operation.cid])
            # Whoever hung up a moment ago is told nothing.
            with suppress(ConnectionClosed):
                told = event(key, commit.repo, operation.action, **record)
                stream.send({**told, "time_us": _microseconds(commit.time)})


def _microseconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp() * 1e6)


def _plain(value: Any) -> Any:
    """Returns a record as JSON can hold it."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return {"$link": str(value)} if isinstance(value, CID | bytes) else value
