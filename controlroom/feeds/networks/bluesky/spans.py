"""Facets to spans: Bluesky counts bytes of UTF-8, we count characters."""

from itertools import accumulate

import msgspec

from controlroom.feeds.networks.bluesky import shape
from controlroom.model.decoding import decoder
from controlroom.model.post import Span, SpanKind

MOST = 500
"""Facets read of one text; more are no help to anybody."""
_facets = decoder(list[msgspec.Raw]).decode
_facet = decoder(shape.Facet).decode


def spans_of(text: str, raw: bytes) -> tuple[Span, ...]:
    """Returns the spans of a text in their order; facets that make no sense are left out."""
    facets = facets_of(raw)
    if not facets:
        return ()
    places = _places(text)
    spans = [span for facet in facets if (span := _span(text, places, facet))]
    return _apart(spans)


def facets_of(raw: bytes) -> list[shape.Facet]:
    """Returns the facets that can be read."""
    try:
        items = _facets(raw)[:MOST]
    except (ValueError, RecursionError):
        return []
    return [facet for item in items if (facet := _read(item))]


def _read(item: msgspec.Raw) -> shape.Facet | None:
    try:
        return _facet(item)
    except (ValueError, RecursionError):
        return None


def _places(text: str) -> dict[int, int]:
    """From the byte at which each character begins to the character's number."""
    sizes = accumulate((len(char.encode()) for char in text), initial=0)
    return {byte: number for number, byte in enumerate(sizes)}


def _span(text: str, places: dict[int, int], facet: shape.Facet) -> Span | None:
    start = places.get(facet.index.byte_start)
    end = places.get(facet.index.byte_end)
    if start is None or end is None or start >= end:
        return None
    meanings = (_meaning(feature, text[start:end]) for feature in facet.features)
    kind, target = next((m for m in meanings if m), (None, ""))
    return Span(kind, start, end, target) if kind else None


def _meaning(feature: shape.Feature, stretch: str) -> tuple[SpanKind, str] | None:
    match feature.type:
        case "app.bsky.richtext.facet#link" if feature.uri.startswith(("https://", "http://")):
            return SpanKind.LINK, feature.uri
        case "app.bsky.richtext.facet#tag" if feature.tag:
            return SpanKind.HASHTAG, feature.tag.removeprefix("#")
        case "app.bsky.richtext.facet#mention" if feature.did:
            # The id says who is meant; the text can be a handle only if it looks like one.
            handle = stretch.removeprefix("@")
            plain = stretch.startswith("@") and "." in handle and not any(map(str.isspace, handle))
            return SpanKind.MENTION, handle if plain else feature.did
    return None


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """In order; of two that overlap the earlier stays."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
