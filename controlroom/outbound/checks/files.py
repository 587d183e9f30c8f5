"""What people who cannot see a picture are told of it."""

from collections.abc import Iterator

from controlroom.model.outgoing.checked import Finding, Repair, Verdict
from controlroom.model.outgoing.content import Act
from controlroom.outbound.checks.look import Look
from controlroom.outbound.checks.rulebook import rule

_KEY = "alt_text"


def about_files(seen: Look) -> Iterator[Finding]:
    """Yields each file without a description, and each whose description says nothing."""
    if seen.content.act is Act.MESSAGE:
        return
    least = rule(_KEY).numbers["least_letters"]
    used = {number for text in _pieces(seen) for number in text}
    for number, file in enumerate(seen.content.files):
        if number in used and sum(one.isalpha() for one in file.alt) < least:
            yield Finding(
                _KEY,
                Verdict(rule(_KEY).verdict),
                words=file.alt.strip(),
                file=number,
                repair=Repair("write_alt"),
            )


def _pieces(seen: Look) -> Iterator[tuple[int, ...]]:
    content = seen.content
    for pieces in (content.pieces, *content.variants.values()):
        yield from (piece.files for piece in pieces)
