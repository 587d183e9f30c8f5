"""A Mastodon server that gives out prepared pages: bytes on a socket, made before it is asked.

    python -m benchmarks.mastodon_pages PAGES    prints its port and serves until its input ends

Account n has pages of 40 posts of its own; a cursor is the number of the last post of a page.
"""

import json
import re
import socket
import sys
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from benchmarks.posts import sightings
from controlroom.model.post import Post

PAGE = 40
_ACCOUNT = re.compile(rb"Bearer account-(\d+)")
_MAX_ID = re.compile(rb"max_id=(\d+)")


def status(number: int, post: Post) -> dict[str, object]:
    """Returns a post as Mastodon writes it."""
    avatar = "https://media.fenmast.example/avatars/original/0.png"
    url = f"https://fenmast.example/@{post.author.handle}"
    return {
        "id": str(number),
        "created_at": post.created_at.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z",
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "sensitive": False,
        "spoiler_text": "",
        "visibility": "public",
        "language": post.language,
        "uri": f"https://fenmast.example/users/x/statuses/{number}",
        "url": f"{url}/{number}",
        "replies_count": post.metrics.replies,
        "reblogs_count": post.metrics.reposts,
        "favourites_count": post.metrics.likes,
        "edited_at": None,
        "content": f"<p>{post.text}</p>",
        "reblog": None,
        "application": {"name": "Web", "website": None},
        "account": {
            "id": post.author.remote_id[1:],
            "username": post.author.handle,
            "acct": post.author.handle,
            "display_name": post.author.name,
            "locked": False,
            "bot": False,
            "created_at": "2020-01-01T00:00:00.000Z",
            "note": "<p>Walks, bread, the number 9 bus.</p>",
            "url": url,
            "avatar": avatar,
            "avatar_static": avatar,
            "header": avatar,
            "header_static": avatar,
            "followers_count": post.author.followers,
            "following_count": 120,
            "statuses_count": 3_456,
            "emojis": [],
            "fields": [],
        },
        "media_attachments": [
            {
                "id": str(number),
                "type": "image",
                "url": media.url,
                "preview_url": media.preview_url,
                "remote_url": None,
                "meta": {"original": {"width": media.width, "height": media.height}},
                "description": media.alt,
            }
            for media in post.media
        ],
        "mentions": [],
        "tags": [],
        "emojis": [],
        "card": None,
        "poll": None,
    }


def pages(count: int, seed: int) -> list[bytes]:
    """Returns an account's pages, the newest first."""
    posts = [one.post for one in sightings(count * PAGE, seed=seed)]
    first = seed * 1_000_000 + 1
    items = [status(first + number, post) for number, post in enumerate(posts)][::-1]
    return [json.dumps(items[at : at + PAGE]).encode() for at in range(0, len(items), PAGE)]


class Prepared:
    """What is served, by account; made when the account is first asked for."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._made: dict[int, list[bytes]] = {}

    def make(self, accounts: int) -> None:
        for account in range(1, accounts + 1):
            self._made[account] = pages(self._count, account)

    def answer(self, request: bytes) -> bytes:
        account, cursor = _ACCOUNT.search(request), _MAX_ID.search(request)
        mine = self._made.get(int(account[1]), []) if account else []
        place = len(mine) - (int(cursor[1]) % 1_000_000 - 1) // PAGE if cursor else 0
        body = mine[place] if place < len(mine) else b"[]"
        resets = (datetime.now(UTC) + timedelta(minutes=5)).isoformat()
        head = (
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-RateLimit-Limit: 300\r\n"
            f"X-RateLimit-Remaining: 299\r\nX-RateLimit-Reset: {resets}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


def hold(connection: socket.socket) -> None:
    """Streams signs of life until the other side ends."""
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:)\n"
    connection.sendall(head.encode())
    while True:
        time.sleep(15)
        connection.sendall(b":thump\n")


def serve(prepared: Prepared, connection: socket.socket) -> None:
    """Answers what comes over one connection until it ends."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with connection, suppress(OSError):
        rest = b""
        while chunk := connection.recv(65_536):
            rest += chunk
            while b"\r\n\r\n" in rest:
                request, _, rest = rest.partition(b"\r\n\r\n")
                if b"/api/v1/streaming" in request.partition(b"\r\n")[0]:
                    hold(connection)
                connection.sendall(prepared.answer(request))


def main(accounts: int, count: int) -> None:
    """Serves until the input ends."""
    prepared = Prepared(count)
    prepared.make(accounts if count else 0)
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(listener.getsockname()[1], flush=True)

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=serve, args=(prepared, connection), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
