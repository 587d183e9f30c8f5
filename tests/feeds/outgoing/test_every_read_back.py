"""Every act on every simulated network is found by reading back, or is gone when it says so."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from controlroom.exercise.clock import Clock
from controlroom.exercise.server import NETWORKS, faces_of
from controlroom.exercise.world import Account, PostKind, Said, World
from controlroom.feeds.base import Seat
from controlroom.feeds.outgoing.ways import writing_of
from controlroom.feeds.registry import make_writer
from controlroom.feeds.servers import Servers
from controlroom.feeds.writing import Carried, Outgoing, Seen, SentAs, Writer
from controlroom.model.outgoing.content import About, Act, Target
from controlroom.model.profile import Profile
from controlroom.outbound.sending.matching import Window, found
from tests.exercise.serving import Served, serving
from tests.feeds.outgoing.pieces import Asked, clip, photo, piece
from tests.feeds.seats import SignedIn

WRITTEN = sorted(set(NETWORKS) - {"rss"})
STARTS = datetime(2026, 5, 14, 9, tzinfo=UTC)
FOUND = [
    (network, act)
    for network in WRITTEN
    for act, way in writing_of(network).ways.items()
    if way.finds and act is not Act.DELETE
]
CARRIES: dict[str, Carried] = {"instagram": photo(), "youtube": clip()}
"""What a post cannot be without."""


class Street:
    """Two profiles of the force and somebody else on each network, with a pen for each profile."""

    def __init__(self) -> None:
        self.world = World(Clock(STARTS), seed=7)
        joined = round(STARTS.timestamp() * 1000) - 900 * 86_400_000
        self.people = {
            (network, handle): self.world.add_account(
                Account(
                    0, network, handle, handle, kind=kind, ours=kind == "force", joined_ms=joined
                )
            )
            for network in WRITTEN
            for handle, kind in (("Ours", "force"), ("Sister", "force"), ("ida", "person"))
        }
        self.faces = {one.network: one for one in faces_of(self.world, WRITTEN)}
        self.server: Served
        self.writers: dict[tuple[str, str], Writer] = {}
        self.number = 0

    def pen(self, network: str, handle: str = "Ours") -> Writer:
        if (network, handle) not in self.writers:
            account, face = self.people[network, handle], self.faces[network]
            host = face.hosts[0] if face.many_hosts else ""
            profile = Profile(
                1, network, face.remote_id(account), account.handle, account.name, host
            )
            seat = Seat(
                profile, SignedIn(face.credential(account)), self.world.clock.now,
                Servers(self.server.led, sealed=True),
            )  # fmt: skip
            self.writers[network, handle] = make_writer(network, seat)
        return self.writers[network, handle]

    def sends(self, network: str, outgoing: Outgoing, handle: str = "Ours") -> SentAs:
        return self.pen(network, handle).send(outgoing, Asked())

    def out(self, network: str, act: Act, about: About | None = None) -> Outgoing:
        self.number += 1
        files = (CARRIES[network],) if act is Act.POST and network in CARRIES else ()
        text = "" if act in (Act.REPOST, Act.LIKE) else f"{act.value} {self.number}"
        title = text if act is Act.POST and network == "youtube" else ""
        return piece(
            text, self.world.clock.now(), act, key=self.pen(network).new_key(), files=files,
            about=about, title=title,
        )  # fmt: skip

    def other(self, network: str) -> About:
        """Returns a post that can be answered: of the other profile, where others' can be."""
        handle = "Ours" if network == "instagram" else "Sister"
        made = self.sends(network, self.out(network, Act.POST), handle)
        account = self.people[network, handle]
        return About(
            made.remote_id, author=account.handle, person=self.faces[network].remote_id(account)
        )

    def writer_to_us(self, network: str) -> About:
        """Has somebody write to the profile and returns who."""
        ours, ida = self.people[network, "Ours"], self.people[network, "ida"]
        said, kind = Said("Hello"), PostKind.MESSAGE
        publish = partial(self.world.publish, ida.number, said, kind=kind, to=ours.number)
        self.server.do(publish)
        return About("", author=ida.handle, person=self.faces[network].remote_id(ida))

    def about(self, network: str, act: Act) -> About | None:
        match act:
            case Act.POST:
                return None
            case Act.MESSAGE:
                return self.writer_to_us(network)
        return self.other(network)


@pytest.fixture(scope="module")
def street() -> Iterator[Street]:
    one = Street()
    with serving(one.world, one.faces.values()) as server:
        one.server = server
        yield one
        for writer in one.writers.values():
            writer.close()


@pytest.mark.parametrize(("network", "act"), FOUND)
def test_what_left_is_found_and_nothing_else(street: Street, network: str, act: Act) -> None:
    about = street.about(network, act)
    outgoing = street.out(network, act, about)
    assert looked_for(street, network, outgoing) is None
    made = street.sends(network, outgoing)
    seen = looked_for(street, network, outgoing)
    assert seen is not None
    assert seen.sent.remote_id == made.remote_id


def looked_for(street: Street, network: str, outgoing: Outgoing) -> Seen | None:
    """Returns what the sender would take for what was sent; what does no harm it sends again."""
    looked = street.pen(network).look_back(outgoing)
    if writing_of(network).ways[outgoing.act].harmless and outgoing.about is not None:
        answers = (one for one in looked.seen if one.answers == outgoing.about.remote_id)
        return next(answers, None)
    window = Window(outgoing.since - timedelta(hours=1), outgoing.since + timedelta(hours=1))
    return found(outgoing, looked, window, lambda _: False)


@pytest.mark.parametrize("network", WRITTEN)
def test_what_is_deleted_is_seen_gone(street: Street, network: str) -> None:
    way = writing_of(network).ways[Act.DELETE]
    act = Act.POST if way.fits(Target.POST) else Act.REPLY
    made = street.sends(network, street.out(network, act, street.about(network, act)))
    assert not street.pen(network).is_gone(made.remote_id)
    street.sends(network, street.out(network, Act.DELETE, About(made.remote_id)))
    assert street.pen(network).is_gone(made.remote_id)
