"""Articles as RSS 2.0, as Atom, and as a page. Pure."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formatdate
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from controlroom.exercise.world import Account, Media, MediaKind
from controlroom.exercise.world.post import SimPost

NETWORK = "rss"
_LONGEST_TITLE = 110
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FAMILIES = {MediaKind.VIDEO: "video", MediaKind.AUDIO: "audio"}


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed as it stands.

    Attributes:
        posts: newest first.
        changed_ms: when anything in it last changed.
    """

    account: Account
    host: str
    posts: Sequence[SimPost]
    changed_ms: int


def rss(channel: Channel) -> str:
    """Writes a feed as RSS 2.0."""
    account, base = channel.account, f"https://{channel.host}"
    items = "".join(_item(post, channel) for post in channel.posts)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:media="http://search.yahoo.com/mrss/"><channel>\n'
        f"<title>{_text(account.name)}</title><link>{base}/</link>"
        f"<description>{_text(account.about or account.name)}</description>"
        f"<language>{account.language}</language>"
        f'<atom:link href="{base}/feed" rel="self" type="application/rss+xml"/>'
        f"<lastBuildDate>{_mail_date(channel.changed_ms)}</lastBuildDate><ttl>5</ttl>\n"
        f"{items}</channel></rss>\n"
    )


def atom(channel: Channel) -> str:
    """Writes a feed as Atom."""
    account, base = channel.account, f"https://{channel.host}"
    entries = "".join(_entry(post, channel) for post in channel.posts)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" '
        f'xmlns:media="http://search.yahoo.com/mrss/" xml:lang="{account.language}">\n'
        f"<title>{_text(account.name)}</title><id>{base}/</id>"
        f'<link href="{base}/"/><link rel="self" href="{base}/feed"/>'
        f"<author><name>{_text(account.name)}</name></author>"
        f"<updated>{_moment(channel.changed_ms)}</updated>\n{entries}</feed>\n"
    )


def article_page(post: SimPost, account: Account) -> str:
    """Writes an article as a page."""
    title, body = parts_of(post.said.text)
    return (
        f'<!doctype html><html lang="{post.said.language}"><meta charset="utf-8">'
        f"<title>{_text(title)} – {_text(account.name)}</title>"
        f"<h1>{_text(title)}</h1>{_paragraphs(body)}</html>"
    )


def parts_of(text: str) -> tuple[str, str]:
    """Returns the title of an article and what follows it."""
    first, _, rest = text.strip().partition("\n")
    if rest.strip() or len(first) <= _LONGEST_TITLE:
        return first.strip(), rest.strip()
    sentence, *others = _SENTENCE.split(first, maxsplit=1)
    if others and len(sentence) <= _LONGEST_TITLE:
        return sentence, others[0]
    return f"{first[:_LONGEST_TITLE].rpartition(' ')[0] or first[:_LONGEST_TITLE]}…", first


def _item(post: SimPost, channel: Channel) -> str:
    title, body = parts_of(post.said.text)
    link = _link(post, channel)
    edited = f"<atom:updated>{_moment(post.edited_ms)}</atom:updated>" if post.edited_ms else ""
    return (
        f'<item><title>{_text(title)}</title><link>{link}</link><guid isPermaLink="true">{link}'
        f"</guid><pubDate>{_mail_date(post.created_ms)}</pubDate>{edited}"
        f"<description>{_text(_paragraphs(body))}</description>{_media(post, channel)}</item>\n"
    )


def _entry(post: SimPost, channel: Channel) -> str:
    title, body = parts_of(post.said.text)
    link = _link(post, channel)
    return (
        f'<entry><title>{_text(title)}</title><id>{link}</id><link href="{link}"/>'
        f"<published>{_moment(post.created_ms)}</published>"
        f"<updated>{_moment(post.edited_ms or post.created_ms)}</updated>"
        f'<content type="html" xml:lang="{post.said.language}">{_text(_paragraphs(body))}'
        f"</content>{_media(post, channel)}</entry>\n"
    )


def _media(post: SimPost, channel: Channel) -> str:
    return "".join(_medium(media, channel.host) for media in post.said.media)


def _medium(media: Media, host: str) -> str:
    url = quoteattr(f"https://{host}/media/{quote(media.key, safe='')}")
    family = _FAMILIES.get(media.kind, "image")
    told = f'medium="{family}" width="{media.width}" height="{media.height}"'
    alt = f"<media:description>{_text(media.alt)}</media:description>" if media.alt else ""
    return f"<media:content url={url} {told}>{alt}</media:content>"


def _link(post: SimPost, channel: Channel) -> str:
    return f"https://{channel.host}/news/{post.number}"


def _paragraphs(body: str) -> str:
    parts = (part.strip() for part in body.split("\n"))
    return "".join(f"<p>{_text(part)}</p>" for part in parts if part)


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("", text))


def _mail_date(ms: int) -> str:
    return formatdate(ms // 1000, usegmt=True)


def _moment(ms: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(ms // 1000))
