"""Pictures, films and links as attachments, and where their bytes lie."""

from typing import Any
from urllib.parse import quote, urlsplit

from controlroom.exercise.faces.facebook import words
from controlroom.exercise.faces.facebook.ids import Stretch, id_of, medium_number, named
from controlroom.exercise.faces.facebook.things import View
from controlroom.exercise.world import Media, MediaKind, SimPost

Json = dict[str, Any]
SITE = "https://www.facebook.com"
STILLS, FILMS = "scontent.xx.fbcdn.net", "video.xx.fbcdn.net"
_SHIM = "https://l.facebook.com/l.php?u="


def medium_id(post: int, index: int, media: Media) -> str:
    """Returns the id of a medium of a post; what was uploaded has its own."""
    name = named(media.key)
    if name and name.stretch in (Stretch.LOOSE_PHOTO, Stretch.LOOSE_VIDEO):
        return media.key
    stretch = Stretch.PHOTO if media.kind is MediaKind.IMAGE else Stretch.VIDEO
    return id_of(stretch, medium_number(post, index))


def still(media: Media, of: str) -> str:
    """Returns where a picture lies, or the still of a film."""
    return f"https://{STILLS}/media/{quote(media.key, safe='')}?of={of}"


def film(media: Media, of: str) -> str:
    """Returns where a film lies."""
    return f"https://{FILMS}/media/{quote(media.key, safe='')}?of={of}"


def attachments_of(view: View, post: SimPost) -> list[Json]:
    """Returns what hangs on a post."""
    media = post.said.media
    if len(media) == 1:
        return [attachment(post, 0)]
    if media:
        each = [attachment(post, at) for at in range(len(media))]
        first = {"media": each[0]["media"], "target": each[0]["target"], "url": each[0]["url"]}
        return [{"type": "album", "media_type": "album", "title": "Photos from the post", **first,
                 "subattachments": {"data": each}}]  # fmt: skip
    if post.quote:
        return [_shared(view, post)]
    link = view.book.links.get(post.number) or words.link_in(post.said.text)
    return [_link(link)] if link else []


def attachment(post: SimPost, index: int) -> Json:
    """Returns one medium of a post or comment."""
    media = post.said.media[index]
    of = medium_id(post.number, index, media)
    size = {"height": media.height, "width": media.width}
    shown: Json = {"image": {**size, "src": still(media, of)}}
    if media.kind is MediaKind.IMAGE:
        kind, url = ("photo", "photo"), f"{SITE}/photo.php?fbid={of}"
    elif media.kind is MediaKind.GIF:
        kind, url = ("animated_image_share", "photo"), f"{SITE}/photo.php?fbid={of}"
        shown["source"] = film(media, of)
    else:
        kind, url = ("video_inline", "video"), f"{SITE}/watch/?v={of}"
        shown["source"] = film(media, of)
    told: Json = {"type": kind[0], "media_type": kind[1], "media": shown}
    described = media.alt or post.said.text
    if described:
        told["description"] = described
    return {**told, "target": {"id": of, "url": url}, "url": url}


def _shared(view: View, post: SimPost) -> Json:
    quoted = view.book.world.post(post.quote)
    author = view.book.world.account(quoted.author)
    url = f"{SITE}/{view.book.owner_id(author)}/posts/{id_of(Stretch.STORY, quoted.number)}"
    message, _ = words.shown(view, quoted.said.text)
    told: Json = {"type": "share", "media_type": "link", "title": author.name, "url": url,
                  "description": message, "target": {"url": url}}  # fmt: skip
    return told | attachment(quoted, 0) | {"title": author.name} if quoted.said.media else told


def _link(link: str) -> Json:
    url = f"{_SHIM}{quote(link, safe='')}"
    return {"type": "share", "media_type": "link", "title": urlsplit(link).netloc, "url": url,
            "description": "", "target": {"url": url}, "unshimmed_url": link}  # fmt: skip
