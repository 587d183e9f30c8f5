"""A record in which something was sent, taken back, and said in private."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from controlroom.model import clock
from controlroom.model.journal_kinds import Decision, proposal_of
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliveryFailed,
    DeliveryMarkedSent,
    DeliveryReadBack,
    DeliverySeenGone,
    DeliverySent,
    DeliveryUnknown,
    DraftApproved,
    DraftSubmitted,
    DraftWithdrawn,
)
from controlroom.model.outgoing.content import (
    About,
    Act,
    Attachment,
    Content,
    FileKind,
    Piece,
    Rendition,
    hash_of,
    written,
)
from controlroom.model.outgoing.route import Route, RouteStep
from controlroom.team.publishing.content import to_open
from controlroom.team.publishing.routes import defined
from tests.ui.journal.conftest import Home, X, Y

SENDER = "5" * 32
SENT_AT = datetime(2026, 11, 22, 6, 30, tzinfo=UTC)
ROUTES = (
    Route("private", (), acts=("message",)),
    Route("news", (), kinds=("news",)),
    Route("rest", (RouteStep("approver"),)),
)
ROAD, APPEAL, PRIVATE = "a" * 32, "b" * 32, "c" * 32
PHOTO = Attachment(
    "1" * 64, FileKind.PHOTO, {"": Rendition("2" * 64, "image/png", 900)}, "A closed road."
)
ROADS = Content(Act.POST, (X, Y), (Piece("=The M97 is closed."),), title="M97", kind="news")
LOST = Content(
    Act.POST,
    (X,),
    (Piece("Have you seen Rowan?", files=(0,)),),
    files=(PHOTO,),
    title="Rowan",
    kind="appeal",
)
TOLD = Content(
    Act.MESSAGE, (X,), (Piece("Ring me about the bridge"),), about=About("77", author="@fen")
)


class Sender:
    """Says what desks and senders would say."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.says("1", defined(ROUTES))

    def says(self, actor: str, *decisions: Decision) -> None:
        self.home.adds(actor, [proposal_of(one) for one in decisions])

    def submits(self, draft: str, content: Content, officer: str = "1") -> str:
        self.says(officer, DraftSubmitted(draft, written(content)))
        return hash_of(written(content))

    def sends(
        self, draft: str, content_hash: str, profile: str, part: str = "0", **more: object
    ) -> None:
        key, name = f"{draft}/{part}/{profile}", profile.partition("/")[0]
        done = DeliverySent(key, SENDER, f"{name}-{draft[:3]}", sent_at=SENT_AT, **more)  # type: ignore[arg-type]
        self.says("1", DeliveryClaimed(key, content_hash, SENDER), done)

    def sends_roads(self) -> None:
        """News on two profiles, without approval; on X with an answer, on Mastodon found."""
        made = self.submits(ROAD, ROADS)
        self.sends(ROAD, made, X, url="https://x.example/900", said="Created")
        self.sends(ROAD, made, Y, found=True)

    def sends_appeal(self) -> None:
        """An appeal that the operator wrote and the chief agreed to."""
        made = self.submits(APPEAL, LOST, "2")
        opened = tuple(sorted(to_open(LOST)))
        self.says("1", DraftApproved(APPEAL, made, 0, opened))
        self.sends(APPEAL, made, X)

    def withdraws_appeal(self) -> None:
        """The appeal is withdrawn, deleted, and seen gone."""
        self.says("1", DraftWithdrawn(APPEAL, "found safe"))
        self.sends(APPEAL, hash_of(written(LOST)), X, "w0")
        self.says("1", DeliverySeenGone(f"{APPEAL}/w0/{X}"))

    def sends_in_vain(self) -> None:
        """News that X refuses, and of which nobody knows on Mastodon, where one looked for it."""
        made, first = self.submits(ROAD, ROADS), clock.now() - timedelta(hours=1)
        on_x, on_y = (f"{ROAD}/0/{one}" for one in (X, Y))
        self.says(
            "1",
            DeliveryClaimed(on_x, made, SENDER),
            DeliveryFailed(on_x, SENDER, "refused", "Too long by 3"),
            DeliveryClaimed(on_y, made, SENDER),
            DeliveryUnknown(on_y, SENDER, "504 Gateway Time-out"),
            DeliveryReadBack(on_y, 40, first),
        )

    def sends_private(self) -> None:
        """A private message."""
        self.sends(PRIVATE, self.submits(PRIVATE, TOLD), X, said="to @fen")

    def marks(self, draft: str, profile: str) -> None:
        """Somebody sent it by hand."""
        self.says("1", DeliveryMarkedSent(f"{draft}/0/{profile}", "https://m.example/1"))

    def sends_many(self, count: int, targets: Sequence[str] = (X,)) -> None:
        """News, each a draft of its own."""
        decisions: list[Decision] = []
        for number in range(count):
            said = Content(Act.POST, tuple(targets), (Piece(f"Notice {number}"),), kind="news")
            draft, made = f"{number:032x}", hash_of(written(said))
            decisions.append(DraftSubmitted(draft, written(said)))
            for one in targets:
                key = f"{draft}/0/{one}"
                decisions.append(DeliveryClaimed(key, made, SENDER))
                decisions.append(DeliverySent(key, SENDER, f"id-{number}"))
        self.says("1", *decisions)
