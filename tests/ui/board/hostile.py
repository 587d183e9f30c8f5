"""Texts made to hurt: markup, bidi tricks, piles of marks, endless words, broken characters."""

from collections.abc import Iterator
from datetime import UTC, datetime

from controlroom.model.cached import CachedPost
from controlroom.model.post import (
    Author,
    Media,
    MediaKind,
    Poll,
    PollOption,
    Post,
    Quote,
    Span,
    SpanKind,
)

BASES = (
    '<img src="file:///etc/hostname">',
    "<b>bold</b>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<a href='https://evil.example'>police.example</a>",
    "\u202eetalp\u202c",
    "\u2066x\u2069\u200f",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319",
    "\ud800broken\udfff",
    "\x00\x01\x1b[31m",
    "ａｄｍｉｎ",
    "раypal.com",
    "https://аpple.com/login",
    "مرحبا بالعالم",
    "שלום עולם",
    "ภาษาไทยไม่มีช่องว่าง",
    "👨\u200d👩\u200d👧\u200d👦🏴\U000e0067\U000e0062\U000e007f",
    "\u0300" * 50,
    "﷽" * 20,
    "\t\t\r\n\v\f\u2028\u2029",
    "%s %n {0} {name} $HOME `id`",
    "'; DROP TABLE post; --",
    "\ufeff\ufffe\uffff",
    "😀" * 40,
)
WRAPS = (
    "{}",
    "a {} b",
    "{0}{0}{0}",
    "{}\n\n\n\n\n{}",
    "\u202b{}",
    "@{} #{}",
    "x" * 300 + "{}",
    "{} " * 40,
    "\u0627{}\u0627",
    "{}\u200d\u200d\u200d",
)
HUGE = (
    "a" * 1_000_000,
    "а" * 500_000,
    "Z" + "\u0351" * 1_000_000,
    "\u202e" * 300_000,
    "\n" * 1_000_000,
    "😀" * 250_000,
    "<b>" * 300_000,
    "word " * 200_000,
    "\ud83d" * 500_000,
    "\u200b" * 900_000,
    "مرحبا " * 150_000,
    "https://a.example/" + "%20" * 300_000,
)


def hostile_post(number: int, text: str) -> CachedPost:
    """Returns a stored post with a text wherever its author may write."""
    now, short = datetime.now(UTC), text[:500]
    post = Post(
        "x", str(number), Author("h", short, short), text, now,
        url=f"file:///{text[:50]}",
        spans=(Span(SpanKind.LINK, 0, len(text), text[:100]), Span(SpanKind.MENTION, 5, 3, "")),
        media=(Media(MediaKind.IMAGE, f"file:///{text[:50]}", alt=text),),
        quote=Quote("q", short, text), poll=Poll((PollOption(text, 1),)), language=text[:9],
    )  # fmt: skip
    return CachedPost(number, post, (1,), now)


def hostile_texts() -> Iterator[str]:
    """Yields more than 500 texts."""
    for base in BASES:
        for wrap in WRAPS:
            yield wrap.replace("{0}", base).replace("{}", base)
            yield wrap.replace("{0}", base[::-1]).replace("{}", base[::-1] + " police")
    yield from (*HUGE, *(huge[::-1] + "x" for huge in HUGE))
    for base in BASES:
        yield base * 5_000
        yield "\n".join([base] * 20)
