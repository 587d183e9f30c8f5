"""What a network gets of a draft."""

import io
from datetime import UTC, datetime
from typing import BinaryIO

import pytest

from controlroom.model.outgoing.content import (
    About,
    Act,
    Attachment,
    Audience,
    Content,
    FileKind,
    Piece,
    Poll,
    Rendition,
)
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState
from controlroom.outbound.sending.composing import NoFile, composed
from controlroom.outbound.sending.jobs import Job

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
PHOTO, SMALL, WORDS = "a" * 64, "b" * 64, "c" * 64
POLL = Poll(("Yes", "No"), 60)


class Files:
    """A shelf with two pictures and captions."""

    def __init__(self, *there: str) -> None:
        self.there = there

    def has(self, sha256: str) -> bool:
        return sha256 in self.there

    def open(self, sha256: str) -> BinaryIO:
        return io.BytesIO(sha256[:2].encode())


PICTURE = Attachment(
    "f" * 64,
    FileKind.PHOTO,
    {"": Rendition(PHOTO, "image/jpeg", 9), "bluesky": Rendition(SMALL, "image/jpeg", 5)},
    alt="A bus",
    captions=WORDS,
    sensitive=True,
)
CONTENT = Content(
    Act.POST,
    ("x//1", "bluesky//2"),
    (Piece("Shared", title="T", files=(0,)), Piece("Second", poll=POLL)),
    {"bluesky": (Piece("For Bluesky", files=(0,)),)},
    (PICTURE,),
    language="en",
    audience=Audience.NOBODY,
)


def job(part: str, profile: str, **others: object) -> Job:
    delivery = Delivery(DeliveryKey("0" * 32, part, profile), Act.POST, DeliveryState.SCHEDULED)
    return Job(delivery, CONTENT, "h", **others)  # type: ignore[arg-type]


def test_each_network_gets_its_own_text_and_its_own_rendition() -> None:
    files = Files(PHOTO, SMALL, WORDS)
    for profile, text, picture in (("x//1", "Shared", PHOTO), ("bluesky//2", "For Bluesky", SMALL)):
        made = composed(job("0", profile), Act.POST, files, "key", AT)
        assert (made.text, made.key, made.since) == (text, "key", AT)
        assert (made.language, made.audience) == ("en", Audience.NOBODY)
        carried = made.files[0]
        assert (carried.rendition.sha256, carried.alt, carried.sensitive) == (
            picture,
            "A bus",
            True,
        )
        assert carried.captions == WORDS[:2].encode()
        assert carried.open().read() == picture[:2].encode()


def test_a_later_piece_answers_the_one_before() -> None:
    made = composed(job("1", "x//1", about=About("p1")), Act.POST, Files(), "", AT)
    assert (made.text, made.poll, made.files) == ("Second", POLL, ())
    assert made.about == About("p1")


def test_what_takes_back_has_no_files_and_only_the_words_that_replace() -> None:
    made = composed(job("w0", "x//1", instead="Wrong."), Act.EDIT, Files(), "", AT)
    assert (made.act, made.text, made.files) == (Act.EDIT, "Wrong.", ())


def test_what_cannot_be_replaced_is_deleted() -> None:
    delivery = Delivery(DeliveryKey("0" * 32, "w0", "x//1"), Act.EDIT, DeliveryState.SCHEDULED)
    one = Job(delivery, CONTENT, "h")
    assert one.act({Act.POST, Act.DELETE}) is Act.DELETE
    assert one.act({Act.EDIT, Act.DELETE}) is Act.EDIT
    edit = Delivery(DeliveryKey("0" * 32, "0", "x//1"), Act.EDIT, DeliveryState.SCHEDULED)
    assert Job(edit, CONTENT, "h").act({Act.DELETE}) is Act.EDIT


@pytest.mark.parametrize("there", [(), (PHOTO,), (SMALL, WORDS)])
def test_a_file_that_is_not_there_keeps_everything_back(there: tuple[str, ...]) -> None:
    with pytest.raises(NoFile):
        composed(job("0", "x//1"), Act.POST, Files(*there), "", AT)
