"""Everything of a draft that has to be opened before it may be agreed to. Pure."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from controlroom.model.outgoing.content import Attachment, Content, FileKind, Piece
from controlroom.ui.board.card.networks import look_of

translate = QCoreApplication.translate


class FilePart(NamedTuple):
    """One file as it leaves, or the captions of a clip.

    Attributes:
        sha256: by which the shelf has it.
        network: key of the network it was made for, "" for all of them.
    """

    sha256: str
    number: int
    kind: FileKind
    alt: str
    done: tuple[str, ...]
    network: str = ""
    is_captions: bool = False
    duration_ms: int = 0


def texts(content: Content) -> list[str]:
    """Returns the keys of the texts, the shared one first."""
    shared = [""] if content.pieces else []
    return [*shared, *content.variants]


def files(content: Content) -> list[FilePart]:
    """Returns every file that leaves, each once."""
    found: dict[str, FilePart] = {}
    for number, one in enumerate(content.files):
        for part in _of(number, one):
            found.setdefault(part.sha256, part)
    return list(found.values())


def text_of(content: Content, key: str) -> str:
    """Returns what a text says; the posts of a thread with an empty line between them."""
    pieces = content.variants[key] if key else content.pieces
    return "\n\n".join(_piece_told(one) for one in pieces)


def _piece_told(piece: Piece) -> str:
    """Returns everything a post says, with the words of its card."""
    card = piece.card
    beside = (f"[{card.title}]", card.description, card.url) if card is not None else ()
    return "\n".join(one for one in (piece.title, piece.text, *beside) if one)


def variant_told(key: str) -> str:
    """Returns the name of a text."""
    if not key:
        return translate("Approvals", "Shared text")
    return look_of(key.partition("/")[0]).name


def file_told(part: FilePart) -> str:
    """Returns the name of a file."""
    if part.is_captions:
        told = translate("Approvals", "Captions of clip {n}")
    elif part.kind is FileKind.CLIP:
        told = translate("Approvals", "Clip {n}")
    else:
        told = translate("Approvals", "Photo {n}")
    name = told.format(n=part.number + 1)
    if part.network:
        for_one = translate("Approvals", "{file} for {network}")
        return for_one.format(file=name, network=look_of(part.network).name)
    return name


def _of(number: int, one: Attachment) -> list[FilePart]:
    made = list(one.renditions.items())
    alone = len({rendition.sha256 for _, rendition in made}) == 1
    parts = [
        FilePart(
            rendition.sha256,
            number,
            one.kind,
            one.alt,
            one.done,
            "" if alone else network,
            duration_ms=rendition.duration_ms,
        )
        for network, rendition in made
    ]
    if one.captions:
        parts.append(FilePart(one.captions, number, one.kind, "", (), is_captions=True))
    return parts
