"""Everything sent, as rows made of entries alone."""

from datetime import UTC, datetime, timedelta

from controlroom.model.journal_outgoing import (
    DeliveryFailed,
    DeliveryLetGo,
    DeliveryMarkedSent,
    DeliveryReadBack,
    DeliverySeenGone,
    DeliverySent,
    DeliveryUnknown,
    DraftReturned,
    DraftWithdrawn,
)
from controlroom.model.outgoing.content import Act, Piece
from controlroom.model.outgoing.delivery import Unsent
from controlroom.team.publishing.sent_record import Outcome, SentFile, SentRow, sent_rows
from tests.team.publishing.desk import (
    BOSS,
    DRAFT,
    MEDIA,
    SECOND,
    SENDER,
    STATION,
    WRITER,
    Desk,
    M,
    X,
    one_approval,
    post,
)
from tests.team.publishing.test_approving import PHOTO

ON_X, ON_M = f"0/{X}", f"0/{M}"
SENT_AT = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
APPEAL = post(
    kind="appeal",
    title="Route 61",
    files=(PHOTO,),
    pieces=(Piece("Do you know him?", files=(0,)), Piece("Write to us.")),
    variants={"mastodon": (Piece("Do you know this man?"),)},
)


def sent() -> Desk:
    desk = Desk()
    desk.submits(APPEAL)
    assert desk.approves(BOSS, 0) == []
    assert desk.approves(SECOND, 1) == []
    done = DeliverySent(f"{DRAFT}/{ON_X}", SENDER, "900", "https://x.example/900", SENT_AT, "ok")
    assert desk.says(STATION, desk.claim(ON_X), done) == []
    assert desk.sends(ON_M, "901") == []
    return desk


def rows(desk: Desk) -> list[SentRow]:
    return sent_rows(desk.entries, desk.state.refused)


def test_a_row_tells_what_was_said_with_what_and_who_agreed() -> None:
    first, second = rows(sent())
    assert (first.key.profile, first.act, first.title) == (X, Act.POST, "Route 61")
    assert first.text == "Do you know him?"
    assert first.files == (SentFile("2" * 64, "image/png", "A closed road."),)
    assert (first.author, [one.officer for one in first.agreed]) == (WRITER, [BOSS, SECOND])
    assert (second.text, second.files) == ("Do you know this man?", ())


def test_a_row_tells_what_the_network_answered() -> None:
    desk = sent()
    first, _ = rows(desk)
    assert (first.remote_id, first.url, first.said) == ("900", "https://x.example/900", "ok")
    assert first.sent_at == SENT_AT
    assert first.claimed is not None
    assert first.claimed < first.told
    assert first.hash == desk.draft().hash


def test_what_was_edited_is_told_as_it_left() -> None:
    desk = Desk()
    desk.submits(one_approval(X, pieces=(Piece("Worse words."),)))
    desk.approves()
    desk.says(SECOND, DraftReturned(DRAFT, desk.draft().hash, ()))
    desk.submits(one_approval(X), MEDIA)
    desk.approves(SECOND)
    desk.sends(ON_X, "900")
    (row,) = rows(desk)
    assert (row.text, row.author) == ("The M97 is closed.", MEDIA)
    assert [one.officer for one in row.agreed] == [SECOND]


def test_what_was_refused_is_not_told() -> None:
    desk = Desk()
    desk.submits(one_approval(X))
    assert desk.sends(ON_X, "900") != []
    assert rows(desk) == []


def test_a_withdrawal_is_told_with_its_proof() -> None:
    desk = sent()
    desk.says(BOSS, DraftWithdrawn(DRAFT, "found"))
    desk.sends(f"w{ON_X}")
    desk.says(STATION, DeliverySeenGone(f"{DRAFT}/w{ON_X}"))
    first, second = rows(desk)
    assert (first.withdrawn_by, first.why, first.seen_gone) == (BOSS, "found", desk.now)
    assert first.taken_back is not None
    assert (second.withdrawn_by, second.seen_gone) == (BOSS, None)


def test_what_a_person_sent_by_hand_is_told_as_that() -> None:
    desk = Desk()
    desk.submits(post(X), MEDIA)
    desk.waits(minutes=20)
    desk.says(MEDIA, DeliveryMarkedSent(f"{DRAFT}/{ON_X}", "https://x.example/1"))
    (row,) = rows(desk)
    assert (row.by_hand, row.url, row.claimed) == (True, "https://x.example/1", None)


def test_what_failed_is_told_with_what_the_network_said_until_it_leaves() -> None:
    desk = Desk()
    desk.submits(post(X), MEDIA)
    refused = DeliveryFailed(f"{DRAFT}/{ON_X}", SENDER, Unsent.REFUSED, "Too long")
    assert desk.says(STATION, desk.claim(ON_X), refused) == []
    (row,) = rows(desk)
    assert (row.outcome, row.reason, row.said) == (Outcome.FAILED, "refused", "Too long")
    assert (row.never_left, row.let_by) == (False, "")
    assert desk.says(MEDIA, DeliveryLetGo(f"{DRAFT}/{ON_X}", desk.draft().hash)) == []
    (row,) = rows(desk)
    assert (row.outcome, row.let_by, row.let_at) == (Outcome.FAILED, MEDIA, desk.now)
    assert desk.sends(ON_X, "900") == []
    (row,) = rows(desk)
    assert (row.outcome, row.reason, row.attempts) == (Outcome.LEFT, "", 2)
    assert row.let_by == ""


def test_what_is_unknown_is_told_with_each_look_and_has_never_left_after_two() -> None:
    desk = Desk()
    desk.submits(post(X), MEDIA)
    assert desk.says(STATION, desk.claim(ON_X)) == []
    claimed = desk.now
    assert desk.says(STATION, DeliveryUnknown(f"{DRAFT}/{ON_X}", SENDER, "504")) == []
    short = DeliveryReadBack(f"{DRAFT}/{ON_X}", 3, claimed + timedelta(seconds=1))
    far = DeliveryReadBack(f"{DRAFT}/{ON_X}", 90, claimed - timedelta(hours=1))
    assert desk.says(STATION, short, far) == []
    (row,) = rows(desk)
    assert (row.outcome, row.said) == (Outcome.UNKNOWN, "504")
    assert [(one.looked, one.far) for one in row.looks] == [(3, False), (90, True)]
    assert desk.says(BOSS, DraftWithdrawn(DRAFT, "wrong")) == []
    assert not rows(desk)[0].never_left
    assert desk.says(STATION, far) == []
    assert rows(desk)[0].never_left
