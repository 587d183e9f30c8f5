"""A draft as the rules see it: every text in it once, with the profiles that say it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from controlroom.model.frozen import dataclass
from controlroom.model.outgoing.checked import Finding, Repair
from controlroom.model.outgoing.content import Content, Piece
from controlroom.outbound.checks.rulebook import rule
from controlroom.outbound.checks.surroundings import CaseHit, Surroundings


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a draft.

    Attributes:
        variant, piece, file: where it stands, as in a `Finding`.
        whole: everything that is said beside it, itself among it.
        profiles: who says it; empty for all targets.
        loose: it has no place in the piece's text (a title, an option of a poll, a description).
    """

    text: str
    whole: str
    variant: str = ""
    piece: int = 0
    file: int = -1
    profiles: tuple[str, ...] = ()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """A draft, its texts, and what is known beside it.

    Attributes:
        listed: by a text, what stands in it of the case lists.
    """

    content: Content
    about: Surroundings
    texts: tuple[Text, ...]
    listed: Mapping[str, tuple[CaseHit, ...]]

    def said(self) -> Iterator[Text]:
        """Yields the texts of the pieces, without titles, options and descriptions."""
        return (text for text in self.texts if not text.loose)

    def places(self) -> frozenset[str]:
        """Returns the words of the places for which the force's profiles speak, in lower case."""
        return _words_of(frozenset(one.place for one in self.about.profiles.values()))


@lru_cache(maxsize=8)
def _words_of(places: frozenset[str]) -> frozenset[str]:
    return frozenset(word for place in places for word in place.lower().split())


def look(content: Content, about: Surroundings) -> Look:
    """Returns a draft as the rules see it."""
    texts = [
        text
        for variant, profiles in shared_out(content.targets, tuple(content.variants))
        for text in _of_variant(content, variant, profiles)
    ]
    every, lists = (*texts, *_descriptions(content)), about.lists
    listed = {one.text: tuple(lists.found(one.text)) for one in every} if lists else {}
    return Look(content, about, every, listed)


@lru_cache(maxsize=64)
def shared_out(
    targets: tuple[str, ...], variants: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Returns which profiles say which variant; all of one variant are no profiles at all."""
    by_variant: dict[str, list[str]] = {}
    for target in targets:
        network = target.partition("/")[0]
        variant = next((one for one in (target, network) if one in variants), "")
        by_variant.setdefault(variant, []).append(target)
    if not targets:
        return tuple((variant, ()) for variant in ("", *variants))
    if len(by_variant) == 1:
        return ((next(iter(by_variant)), ()),)
    return tuple((variant, tuple(profiles)) for variant, profiles in by_variant.items())


def finding(
    key: str,
    text: Text,
    start: int = 0,
    end: int = 0,
    *,
    repair: Repair | None = None,
    figure: str = "",
) -> Finding:
    """Returns what a rule says about some words of a text."""
    return Finding(
        rule=key,
        verdict=rule(key).verdict,
        variant=text.variant,
        piece=text.piece,
        start=0 if text.loose and text.file < 0 else start,
        end=0 if text.loose and text.file < 0 else end,
        words=text.text[start:end],
        profiles=text.profiles,
        file=text.file,
        figure=figure,
        repair=None if text.loose else repair,
    )


def _of_variant(content: Content, variant: str, profiles: tuple[str, ...]) -> Iterable[Text]:
    pieces = content.variants.get(variant) or content.pieces
    whole = "\n\n".join(one for piece in pieces for one in _texts(piece) if one)
    for number, piece in enumerate(pieces):
        yield Text(piece.text, whole, variant, number, profiles=profiles)
        for extra in _beside(piece):
            if extra:
                yield Text(extra, whole, variant, number, profiles=profiles, loose=True)


def _texts(piece: Piece) -> tuple[str, ...]:
    return (piece.text, *_beside(piece))


def _beside(piece: Piece) -> tuple[str, ...]:
    """Returns everything a piece says beside its text."""
    options = piece.poll.options if piece.poll else ()
    card = (piece.card.title, piece.card.description, piece.card.url) if piece.card else ()
    return (piece.title, *options, *card)


def _descriptions(content: Content) -> Iterable[Text]:
    for number, file in enumerate(content.files):
        if file.alt:
            yield Text(file.alt, file.alt, file=number, loose=True)
