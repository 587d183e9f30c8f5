"""Changes of a draft's content. Pure: a content in, another one out."""

from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from controlroom.model.outgoing.content import Attachment, Content, Piece

EMPTY = Piece("")


def pieces_of(content: Content, variant: str) -> tuple[Piece, ...]:
    """Returns what a variant says, "" for the shared text; at least one piece."""
    return content.variants.get(variant) or content.pieces or (EMPTY,)


def has_own(content: Content, variant: str) -> bool:
    """Returns whether a variant says something of its own."""
    return bool(variant) and variant in content.variants


def with_pieces(content: Content, variant: str, pieces: tuple[Piece, ...]) -> Content:
    """Returns it with other pieces; a variant gets its own by that."""
    if not variant:
        return replace(content, pieces=pieces)
    return replace(content, variants={**content.variants, variant: pieces})


def with_piece(content: Content, variant: str, number: int, piece: Piece) -> Content:
    """Returns it with another piece in place of one."""
    pieces = pieces_of(content, variant)
    return with_pieces(content, variant, (*pieces[:number], piece, *pieces[number + 1 :]))


def with_text(content: Content, variant: str, number: int, text: str) -> Content:
    """Returns it with another text of one piece; the same text changes nothing."""
    piece = pieces_of(content, variant)[number]
    if piece.text == text:
        return content
    return with_piece(content, variant, number, replace(piece, text=text))


def with_new_piece(content: Content, variant: str, after: int, text: str = "") -> Content:
    """Returns it with one more piece behind another."""
    pieces = pieces_of(content, variant)
    return with_pieces(content, variant, (*pieces[: after + 1], Piece(text), *pieces[after + 1 :]))


def without_piece(content: Content, variant: str, number: int) -> Content:
    """Returns it without a piece; the last one stays, and its files go to the piece before."""
    pieces = pieces_of(content, variant)
    if len(pieces) < 2:
        return content
    left = list(pieces[:number] + pieces[number + 1 :])
    heir = max(0, number - 1)
    left[heir] = replace(left[heir], files=(*left[heir].files, *pieces[number].files))
    return with_pieces(content, variant, tuple(left))


def with_moved_piece(content: Content, variant: str, number: int, step: int) -> Content:
    """Returns it with a piece one further down (1) or up (-1)."""
    pieces = list(pieces_of(content, variant))
    to = number + step
    if not 0 <= to < len(pieces):
        return content
    pieces[number], pieces[to] = pieces[to], pieces[number]
    return with_pieces(content, variant, tuple(pieces))


def follow_shared(content: Content, variant: str) -> Content:
    """Returns it without what a variant said of its own."""
    left = {key: pieces for key, pieces in content.variants.items() if key != variant}
    return replace(content, variants=left)


def edits_of(content: Content, variant: str) -> int:
    """Returns in how many places a variant differs from the shared text."""
    if not has_own(content, variant):
        return 0
    shared = _words(pieces_of(content, ""))
    own = _words(pieces_of(content, variant))
    steps = SequenceMatcher(None, shared, own, autojunk=False).get_opcodes()
    pairs = zip_longest(pieces_of(content, ""), pieces_of(content, variant), fillvalue=EMPTY)
    beside = sum(_beside(one) != _beside(other) for one, other in pairs)
    return beside + sum(step[0] != "equal" for step in steps)


def with_targets(content: Content, targets: tuple[str, ...]) -> Content:
    """Returns it for other profiles; variants of networks that are gone stay until it is sent."""
    return replace(content, targets=targets)


def tidied(content: Content) -> Content:
    """Returns it without variants nobody gets."""
    known = {*content.targets, *(key.partition("/")[0] for key in content.targets)}
    kept = {key: pieces for key, pieces in content.variants.items() if key in known}
    return replace(content, variants=kept)


def with_file(content: Content, file: Attachment, variant: str = "", piece: int = 0) -> Content:
    """Returns it with one more file on a piece; on the shared text it goes to every variant too."""
    number = len(content.files)
    content = replace(content, files=(*content.files, file))
    for key in (variant,) if variant else ("", *content.variants):
        pieces = pieces_of(content, key)
        at = min(piece, len(pieces) - 1)
        own = replace(pieces[at], files=(*pieces[at].files, number))
        content = with_piece(content, key, at, own)
    return content


def with_changed_file(content: Content, number: int, file: Attachment) -> Content:
    """Returns it with a file as it is now."""
    files = content.files
    return replace(content, files=(*files[:number], file, *files[number + 1 :]))


def without_file(content: Content, number: int) -> Content:
    """Returns it without a file; what comes behind it moves up."""
    files = content.files[:number] + content.files[number + 1 :]
    variants = {key: _without(pieces, number) for key, pieces in content.variants.items()}
    pieces = _without(content.pieces, number)
    return replace(content, files=files, pieces=pieces, variants=variants)


def says_nothing(content: Content) -> bool:
    """Returns whether there is neither a word nor a file in it."""
    every = (content.pieces, *content.variants.values())
    return not content.files and not any(
        piece.text.strip() or piece.title.strip() for pieces in every for piece in pieces
    )


def _without(pieces: tuple[Piece, ...], number: int) -> tuple[Piece, ...]:
    return tuple(
        replace(one, files=tuple(at - (at > number) for at in one.files if at != number))
        for one in pieces
    )


def _beside(piece: Piece) -> tuple[object, ...]:
    """Returns everything of a piece but its text."""
    return piece.title, piece.files, piece.poll, piece.card


def _words(pieces: tuple[Piece, ...]) -> list[str]:
    return [word for piece in pieces for word in (*piece.text.split(), "\n")]
