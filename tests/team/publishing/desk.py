"""A force with people for every route, and a draft on its way, for the tests of this folder."""

from datetime import datetime, timedelta

from controlroom.model.journal import Entry, Head, chained
from controlroom.model.journal_kinds import (
    Decision,
    OfficerAdded,
    ProfilePlaced,
    RoleGranted,
)
from controlroom.model.journal_outgoing import (
    DeliveryClaimed,
    DeliverySent,
    DraftApproved,
    DraftSubmitted,
)
from controlroom.model.journal_rights import Refusal
from controlroom.model.outgoing.content import Act, Content, Piece, hash_of, written
from controlroom.model.outgoing.delivery import Delivery, DeliveryKey, DeliveryState
from controlroom.team.publishing import views
from controlroom.team.publishing.content import to_open
from controlroom.team.publishing.routes import defined
from controlroom.team.publishing.usual import usual
from controlroom.team.snapshot import restored, snapshot
from controlroom.team.state import State
from tests.team.record import CHIEF, START, M, Record, X, with_profiles

WRITER, BOSS, SECOND, COMMANDER, CASE, BEAT, MEDIA = "22", "33", "34", "35", "36", "44", "55"
DRAFT, OTHER = "a" * 32, "b" * 32
SENDER, RIVAL = "5" * 32, "6" * 32
B = "bluesky/bsky.example/did:plc:fen"
PEOPLE = {
    WRITER: "operator",
    BOSS: "supervisor",
    SECOND: "supervisor",
    COMMANDER: "commander",
    CASE: "case_officer",
    MEDIA: "media_officer",
}
SOON = timedelta(minutes=1)


class Desk(Record):
    """A record whose clock is set by hand; see `Record`."""

    def __init__(self, *, routes: bool = True) -> None:
        base = with_profiles()
        self.entries, self.fold = base.entries, base.fold
        self.clock = START + timedelta(minutes=len(self.entries))
        staff: list[Decision] = [ProfilePlaced(B)]
        for number, role in PEOPLE.items():
            staff += [OfficerAdded(number, f"Officer {number}"), RoleGranted(number, role, "force")]
        staff += [
            OfficerAdded(BEAT, "Officer 44"),
            RoleGranted(BEAT, "neighbourhood_officer", "group/Fenmarsh"),
        ]
        assert self.says(CHIEF, *staff) == []
        if routes:
            assert self.says(CHIEF, defined(usual().routes)) == []

    @property
    def now(self) -> datetime:
        return self.clock

    @property
    def state(self) -> State:
        return self.fold.state

    def waits(self, minutes: float = 0, *, hours: float = 0, days: float = 0) -> None:
        """Lets time pass."""
        self.clock += timedelta(minutes=minutes, hours=hours, days=days)

    def refused(self, actor: str, decision: Decision) -> Refusal:
        """Adds a decision that is without effect, and returns why."""
        (seq,) = self.says(actor, decision)
        return self.state.refused[seq]

    def submits(self, content: Content, officer: str = WRITER, draft: str = DRAFT) -> list[int]:
        """Puts a draft forward."""
        return self.says(officer, DraftSubmitted(draft, written(content)))

    def approves(self, officer: str = BOSS, step: int = 0, draft: str = DRAFT) -> list[int]:
        """Agrees to a draft as it stands."""
        return self.says(officer, self.approval(step, draft))

    def approval(self, step: int = 0, draft: str = DRAFT) -> DraftApproved:
        """Returns an agreement to a draft as it stands, with everything opened."""
        found = self.draft(draft)
        content = found.content
        opened = to_open(content) if content is not None else frozenset()
        return DraftApproved(draft, found.hash, step, tuple(sorted(opened)))

    def draft(self, draft: str = DRAFT) -> views.DraftView:
        found = views.draft(self.state, draft)
        assert found is not None
        return found

    def claim(
        self, name: str, sender: str = SENDER, key: str = "", *, keyed: bool = False
    ) -> DeliveryClaimed:
        """Returns a claim on a delivery of the draft, by "part/profile"."""
        return DeliveryClaimed(f"{DRAFT}/{name}", self.draft().hash, sender, key, keyed)

    def sends(self, name: str, remote_id: str = "", sender: str = SENDER) -> list[int]:
        """Claims a delivery and sends it."""
        done = DeliverySent(f"{DRAFT}/{name}", sender, remote_id or f"at-{name}")
        return self.says(STATION, self.claim(name, sender), done)

    def stands(self, name: str, draft: str = DRAFT) -> DeliveryState:
        """Returns how a delivery stands now."""
        return self.delivery(name, draft).state

    def delivery(self, name: str, draft: str = DRAFT) -> Delivery:
        found = views.deliveries(self.state, draft, self.now)
        part, _, profile = name.partition("/")
        return next(one for one in found if one.key == DeliveryKey(draft, part, profile))

    def due(self) -> list[str]:
        """Returns what may be claimed now, by "part/profile"."""
        found = views.due(self.state, self.now)
        return [f"{one.key.part}/{one.key.profile}" for one in found]

    def is_whole(self) -> bool:
        """Returns whether a snapshot gives the same as the entries."""
        made = restored(snapshot(self.state))
        return made.publishing == self.state.publishing

    def _chained(self, actor: str, proposal: object) -> Entry:
        head = Head(self.entries[-1].seq, self.entries[-1].hash)
        self.clock += timedelta(seconds=1)
        self.entries.append(chained(proposal, head, self.clock, actor))  # type: ignore[arg-type]
        return self.entries[-1]


STATION = "login:station_one"
TEXT = (Piece("The M97 is closed."),)


def post(*targets: str, **more: object) -> Content:
    """Returns a post that nobody else has to agree to if who writes it may publish."""
    values = {"pieces": TEXT, "kind": "news", **more}
    return Content(Act.POST, targets or (X, M), **values)  # type: ignore[arg-type]


def key(name: str, draft: str = DRAFT) -> DeliveryKey:
    """Returns a delivery by "part/profile"."""
    part, _, profile = name.partition("/")
    return DeliveryKey(draft, part, profile)


def one_approval(*targets: str, **more: object) -> Content:
    """Returns a post that one other person has to agree to."""
    return post(*targets, **{"kind": "other", **more})


def hash_now(content: Content) -> str:
    """Returns the hash an approval of a content names."""
    return hash_of(written(content))


def approved(*targets: str, **more: object) -> Desk:
    """Returns a desk with a draft somebody has agreed to."""
    desk = Desk()
    assert desk.submits(one_approval(*targets, **more)) == []
    assert desk.approves() == []
    return desk
