"""What people write on the Bluesky servers, beyond plain posts."""

from io import BytesIO
from typing import Any

from atproto import client_utils, models
from PIL import Image

from tests.servers.people import Person

VIOLET = (150, 40, 200)


def calling(one: Person, text: str) -> client_utils.TextBuilder:
    """Returns a text that mentions somebody."""
    return client_utils.TextBuilder().mention(f"@{one.handle}", one.did).text(f" {text}")


def answering(sent: Any) -> models.AppBskyFeedPost.ReplyRef:
    """Returns what makes a post the first answer to another."""
    ref = models.create_strong_ref(sent)
    return models.AppBskyFeedPost.ReplyRef(root=ref, parent=ref)


def put_again(one: Person, sent: Any, text: str) -> None:
    """Puts a post's record again with other words after whom it mentions.

    The network's own programs edit nothing, but its servers let every client do this.
    """
    key = sent.uri.rpartition("/")[2]
    held = one.client.get_post(key).value
    mention = held.text.encode()[: held.facets[0].index.byte_end].decode()
    held.text = f"{mention} {text}"
    data = models.ComAtprotoRepoPutRecord.Data(
        repo=one.did, collection="app.bsky.feed.post", rkey=key, record=held
    )
    one.client.com.atproto.repo.put_record(data)


def picture() -> bytes:
    """Returns a picture, all violet."""
    held = BytesIO()
    Image.new("RGB", (800, 450), VIOLET).save(held, "PNG")
    return held.getvalue()
