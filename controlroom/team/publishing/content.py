"""What the record has to know of a content: whether it is whole, and what there is to see."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache

from controlroom.model.outgoing.content import Act, Content, ContentUnreadable, read_content

WITHOUT_ABOUT = frozenset({Act.POST})
WITH_TEXT = frozenset({Act.POST, Act.REPLY, Act.MESSAGE, Act.EDIT})
MOST_TARGETS = 2_000
MOST_PIECES = 100
LONGEST_SPREAD_MIN = 7 * 24 * 60
LONGEST_TITLE, LONGEST_NAME = 500, 100
_FAR = datetime(9000, 1, 1, tzinfo=UTC)

content_of = lru_cache(64)(read_content)
"""Returns a draft's content by its text; many questions are asked about the same."""


def told_content(text: str) -> Content | None:
    """Returns the content of an entry, None for one that nothing can be done with."""
    try:
        content = content_of(text)
    except ContentUnreadable:
        return None
    return content if _is_whole(content) else None


def _is_whole(content: Content) -> bool:
    targets = content.targets
    return (
        0 < len(targets) == len(set(targets)) <= MOST_TARGETS
        and 0 <= content.spread_min <= LONGEST_SPREAD_MIN
        and content.withdraw_days >= 0
        and len(content.title) <= LONGEST_TITLE
        and all(
            len(one) <= LONGEST_NAME for one in (content.kind, content.incident, content.appeal)
        )
        and (content.at is None or content.at < _FAR)
        and (content.about is not None or content.act in WITHOUT_ABOUT)
        and all(_says_something(content, one) for one in targets)
    )


def _says_something(content: Content, target: str) -> bool:
    pieces = content.pieces_for(target)
    if content.act in WITH_TEXT and not pieces:
        return False
    return len(pieces) <= MOST_PIECES and all(
        0 <= number < len(content.files) for piece in pieces for number in piece.files
    )


def first_texts(content: Content) -> tuple[str, ...]:
    """Returns what the posts of a content begin with, each text once."""
    said = (content.pieces, *content.variants.values())
    return tuple(dict.fromkeys(pieces[0].text for pieces in said if pieces))


def to_open(content: Content) -> frozenset[str]:
    """Returns everything an approver has to have opened.

    "" for the shared text where there is one, the key of each variant, and SHA-256 of each file as
    a network gets it and of captions.
    """
    texts = {*content.variants, *([""] if content.pieces else [])}
    files = {made.sha256 for one in content.files for made in one.renditions.values()}
    captions = {one.captions for one in content.files if one.captions}
    return frozenset(texts | files | captions)


def threads(content: Content) -> dict[str, int]:
    """Returns how many posts a target gets, for those that get more than one."""
    counts = ((one, len(content.pieces_for(one))) for one in content.targets)
    return {one: count for one, count in counts if count > 1}


def due_times(content: Content, approved: datetime) -> list[datetime]:
    """Returns when each target's first post leaves, in their order."""
    begin = approved if content.at is None else content.at.astimezone(UTC)
    spread, count = timedelta(minutes=content.spread_min), len(content.targets)
    return [begin + spread * number / count for number in range(count)]
