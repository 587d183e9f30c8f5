"""Ids of the Graph: long numbers, each kind of thing in a stretch of its own. Pure.

A number of the world stands at the end of its stretch, so that an id leads back without a table.
Whatever is not in the world yet (drafts, uploads, live videos that wait) has stretches, too.
"""

import base64
import hashlib
from dataclasses import dataclass
from enum import StrEnum

MEDIA = 64
"""Pictures and films a post can have."""
_WIDTH = 10**13
_LONGEST = 100
_PAIR = 10**8
_SIGNED = 8
_GRAM_THREAD, _GRAM_MESSAGE = "aWdfZAG06", "aWdfZAG1f"


class Stretch(StrEnum):
    """What an id names."""

    PAGE = "page"
    PERSON = "person"
    STORY = "story"
    DRAFT = "draft"
    COMMENT = "comment"
    PHOTO = "photo"
    LOOSE_PHOTO = "loose photo"
    VIDEO = "video"
    LOOSE_VIDEO = "loose video"
    LIVE = "live"
    SESSION = "session"
    GRAM_USER = "gram user"
    GRAM_POST = "gram post"
    GRAM_CHILD = "gram child"
    GRAM_COMMENT = "gram comment"
    GRAM_CONTAINER = "gram container"


_BEGINS = {
    Stretch.PAGE: 104_400_000_000_000,
    Stretch.SESSION: 440_000_000_000_000,
    Stretch.PHOTO: 3_300_000_000_000_000,
    Stretch.LOOSE_PHOTO: 3_400_000_000_000_000,
    Stretch.VIDEO: 1_700_000_000_000_000,
    Stretch.LOOSE_VIDEO: 1_650_000_000_000_000,
    Stretch.LIVE: 1_600_000_000_000_000,
    Stretch.COMMENT: 1_800_000_000_000_000,
    Stretch.PERSON: 24_900_000_000_000_000,
    Stretch.STORY: 122_100_000_000_000_000,
    Stretch.DRAFT: 122_200_000_000_000_000,
    Stretch.GRAM_USER: 17_841_400_000_000_000,
    Stretch.GRAM_POST: 18_050_000_000_000_000,
    Stretch.GRAM_CHILD: 18_070_000_000_000_000,
    Stretch.GRAM_COMMENT: 17_900_000_000_000_000,
    Stretch.GRAM_CONTAINER: 17_880_000_000_000_000,
}


@dataclass(frozen=True, slots=True)
class Named:
    """What an id names, by its number; `beside` is another one that belongs to it."""

    stretch: Stretch
    number: int
    beside: int = 0


def id_of(stretch: Stretch, number: int) -> str:
    """Returns the id of the thing of a number."""
    return str(_BEGINS[stretch] + number)


def named(told: str) -> Named | None:
    """Returns what a number of the Graph names, None for what is none."""
    if not (told.isascii() and told.isdigit() and len(told) <= 20):
        return None
    value = int(told)
    for stretch, begins in _BEGINS.items():
        if begins < value < begins + _WIDTH:
            return Named(stretch, value - begins)
    return None


def medium_number(post: int, index: int) -> int:
    """Returns the number of a medium of a post."""
    return post * MEDIA + index


def medium_in(number: int) -> tuple[int, int]:
    """Returns the post and the index a medium's number stands for."""
    return divmod(number, MEDIA)


def thread_id(page: int, person: int) -> str:
    """Returns the id of the dialogue between two accounts."""
    return f"t_{10**16 + page * _PAIR + person}"


def thread_in(told: str) -> tuple[int, int] | None:
    """Returns the page and the person of a dialogue, None for what is no id of one."""
    digits = told.removeprefix("t_")
    if digits == told or not (digits.isascii() and digits.isdigit()) or len(digits) != 17:
        return None
    return divmod(int(digits) - 10**16, _PAIR)


def message_id(number: int) -> str:
    """Returns the id of a message: as with the original, letters nobody can read."""
    whole = number.to_bytes(_SIGNED, "big") + _seal(number)
    return "m_" + base64.urlsafe_b64encode(whole).decode().rstrip("=")


def message_in(told: str) -> int:
    """Returns the number of a message, 0 for what is no id of one."""
    letters = told.removeprefix("m_")
    if letters == told or len(told) > _LONGEST:
        return 0
    try:
        whole = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
    except ValueError:
        return 0
    number = int.from_bytes(whole[:_SIGNED], "big")
    return number if whole[_SIGNED:] == _seal(number) else 0


def gram_thread_id(account: int, person: int) -> str:
    """Returns the id of a dialogue on Instagram."""
    pair = base64.urlsafe_b64encode(f"{account}:{person}".encode())
    return _GRAM_THREAD + pair.decode().rstrip("=")


def gram_thread_in(told: str) -> tuple[int, int] | None:
    """Returns the account and the person of a dialogue on Instagram, None for no id of one."""
    letters = told.removeprefix(_GRAM_THREAD)
    if letters == told or len(told) > _LONGEST:
        return None
    try:
        first, _, second = base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4)).partition(
            b":"
        )
        pair = int(first), int(second)
    except ValueError:
        return None
    return pair if gram_thread_id(*pair) == told else None


def gram_message_id(number: int) -> str:
    """Returns the id of a message on Instagram."""
    return _GRAM_MESSAGE + message_id(number).removeprefix("m_")


def gram_message_in(told: str) -> int:
    """Returns the number of a message on Instagram, 0 for what is no id of one."""
    letters = told.removeprefix(_GRAM_MESSAGE)
    return 0 if letters == told else message_in(f"m_{letters}")


def post_number(told: str) -> int:
    """Returns the number of the post, comment or message of an id, 0 for none."""
    found = named(told.rpartition("_")[2])
    number = found.number if found else 0
    return message_in(told) or gram_message_in(told) or number


def _seal(number: int) -> bytes:
    return hashlib.blake2b(number.to_bytes(_SIGNED, "big"), digest_size=37).digest()
