"""Invented posts of realistic shape, the same for the same seed.

Words follow the frequencies of English: a few in every other post, thousands in one of a thousand.
"""

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache

from controlroom.model.changes import Sighting
from controlroom.model.post import (
    Author,
    Media,
    MediaKind,
    Metrics,
    Post,
    PostKind,
    Span,
    SpanKind,
)

COMMON = (
    *("the", "police", "to", "and", "a", "of", "in", "is", "you", "we", "on", "for"),
    *("it", "this", "that", "are", "at", "with", "from", "road"),
)
NETWORKS = ("x", "facebook", "mastodon", "bluesky", "youtube", "rss")
PROFILES = 264
STREAMS = 40
PAGE = 100
"""Posts of one read, which were all seen at the same moment."""
RARE_WORD = "zemblanity"
PHRASE = "hard shoulder"
START = datetime(2026, 4, 1, tzinfo=UTC)

_ONSETS = tuple("bcdfghjklmnprstvw") + tuple(
    a + b for a, b in zip("bcdfgpst", "rlrlrrhr", strict=True)
)
_VOWELS = (*"aeiou", "ea", "oo", "ai")
_ENDS = (*"nrtlmp", "st", "ng", "ck")
_EMOJI = "😀🔥🚓🙏❤️🚧🌧️👍"


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """Returns 30,000 words and their weights, common English ones first."""
    words = list(COMMON)
    made = random.Random(7)
    seen = set(words)
    while len(words) < 30_000:
        word = "".join(
            made.choice(_ONSETS) + made.choice(_VOWELS) for _ in range(made.randint(1, 3))
        ) + made.choice(_ENDS)
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words, [1 / (rank + 8) for rank in range(len(words))]


def sightings(count: int, *, seed: int = 1, per_second: float = 0.5) -> Iterator[Sighting]:
    """Yields posts in order of time, `per_second` of them a second on average."""
    chance = random.Random(seed)
    words, weights = vocabulary()
    pool = chance.choices(words, weights, k=200_000)
    at = START
    for number in range(count):
        at += timedelta(milliseconds=chance.expovariate(per_second) * 1000)
        yield _sighting(chance, pool, number, at.replace(microsecond=at.microsecond // 1000 * 1000))


def _sighting(chance: random.Random, pool: list[str], number: int, at: datetime) -> Sighting:
    post = _post(chance, pool, number, at)
    streams = chance.sample(range(1, STREAMS + 1), chance.choice((1, 1, 2)))
    read = number // PAGE
    return Sighting(
        post,
        at.replace(second=0, microsecond=read % 1000 * 1000) + timedelta(minutes=1),
        (min(PROFILES, 1 + int(chance.expovariate(0.02))),),
        tuple(streams),
    )


def _post(chance: random.Random, pool: list[str], number: int, at: datetime) -> Post:
    start = chance.randrange(len(pool) - 40)
    words = pool[start : start + chance.randint(12, 32)]
    if chance.random() < 0.0002:
        words.insert(3, RARE_WORD)
    if chance.random() < 0.02:
        words.insert(5, PHRASE)
    if chance.random() < 0.3:
        words.append(chance.choice(_EMOJI))
    text, spans = _with_spans(chance, " ".join(words))
    author = int(chance.paretovariate(0.7)) % 60_000
    post = Post(
        network=chance.choice(NETWORKS),
        remote_id=str(1_900_000_000_000_000_000 + number * 7919),
        author=Author(f"a{author}", f"person{author}", f"Person {pool[author]}", followers=author),
        text=text,
        created_at=at,
        kind=chance.choice((PostKind.STATUS, PostKind.STATUS, PostKind.COMMENT)),
        spans=spans,
        media=_media(chance, number),
        metrics=Metrics(chance.randint(0, 9), chance.randint(0, 40), chance.randint(0, 99)),
        language=chance.choice(("en", "en", "en", "en", "en", "pl", "ur", "pa", "fr", "ro")),
        root=f"r{number // 10}" if chance.random() < 0.4 else "",
    )
    return _with_raw(post)


def _with_spans(chance: random.Random, text: str) -> tuple[str, tuple[Span, ...]]:
    spans = []
    for kind, mark, target in (
        (SpanKind.MENTION, "@", f"WestmarchUnit{chance.randint(1, 264)}"),
        (SpanKind.HASHTAG, "#", f"topic{chance.randint(1, 300)}"),
        (SpanKind.LINK, "", f"https://news.example/{chance.randint(1, 10**6)}"),
    ):
        if chance.random() < 0.35:
            text += " "
            spans.append(Span(kind, len(text), len(text) + len(mark + target), target))
            text += mark + target
    return text, tuple(spans)


def _media(chance: random.Random, number: int) -> tuple[Media, ...]:
    if chance.random() > 0.25:
        return ()
    alt = "A lorry on its side across two lanes" if chance.random() < 0.4 else ""
    url = f"https://media.example/{number}.jpg"
    return (Media(MediaKind.IMAGE, url, url + "?small", alt, 1200, 800),)


def _with_raw(post: Post) -> Post:
    object.__setattr__(post, "raw", json.dumps(_wire(post), ensure_ascii=False).encode())
    return post


def _wire(post: Post) -> dict[str, object]:
    return {
        "id": post.remote_id,
        "text": post.text,
        "created_at": post.created_at.isoformat(),
        "lang": post.language,
        "author": {
            "id": post.author.remote_id,
            "username": post.author.handle,
            "name": post.author.name,
            "public_metrics": {"followers_count": post.author.followers},
        },
        "entities": [{"start": s.start, "end": s.end, "expanded": s.target} for s in post.spans],
        "attachments": [{"url": m.url, "alt_text": m.alt} for m in post.media],
        "public_metrics": {"reply_count": post.metrics.replies, "like_count": post.metrics.likes},
        "conversation_id": post.root,
    }
