"""What the desk may say to the engine."""

import msgspec

from controlroom.feeds.signing_in import Way
from controlroom.model.clock import Pace
from controlroom.model.credential import AppKey, Credential
from controlroom.model.decoding import decoder
from controlroom.model.guard import Guard
from controlroom.model.profile import Profile
from controlroom.model.stream import Stream
from controlroom.store.cache.retention import Removal


class Connect(msgspec.Struct):
    """A sign-in to begin, or to end.

    Attributes:
        ticket: chosen by the desk; the answers bear it.
        host: the server, on networks that have many.
        secret: the token or the password, for these ways.
        port: where the browser comes back to, 0 for any that is free.
        page: what the browser is to show then.
        cancel: end the sign-in of this ticket.
    """

    ticket: int
    network: str = ""
    way: Way = Way.BROWSER
    host: str = ""
    app: AppKey = AppKey()
    handle: str = ""
    secret: str = ""
    port: int = 0
    page: str = ""
    cancel: bool = False

    def __repr__(self) -> str:
        return "Connect(hidden)"


class AddProfiles(msgspec.Struct):
    """Profiles to be saved and from then on read; the answer bears the ticket.

    Attributes:
        groups: the name of each profile's group; one that is not there is made; "" for none.
    """

    ticket: int
    profiles: list[Profile]
    groups: list[str] = []


class Converse(msgspec.Struct):
    """A conversation to be read from its network; what is told of it bears the ticket.

    Attributes:
        post, root: remote ids of the post it was opened at, and of the first one, "" if unknown.
        profiles: ids of ours that the post came through.
        private: only they may ask for it.
    """

    ticket: int
    network: str
    post: str
    root: str = ""
    profiles: list[int] = []
    private: bool = False


class Retain(msgspec.Struct):
    """Old posts to be removed as they were shown to a person; what is said of it bears the ticket.

    Attributes:
        removals: what was shown; how many there are may have changed since.
        cancel: end the removal of this ticket; what is gone stays gone.
    """

    ticket: int
    removals: tuple[Removal, ...] = ()
    cancel: bool = False


class Order(msgspec.Struct):
    """One line from the desk; usually one field is set.

    Attributes:
        key: the data key in hexadecimal; only in the first line.
        sign_ins: by profile id; an empty one takes it away. Never in arguments or the environment.
        servers: hosts that are led elsewhere, to addresses; only in the first line.
        sealed: only servers on this computer may be reached; only in the first line.
        team: address of the team's database, with everything that signs in to it; the cache follows
            that then, and no network is read; only in the first line.
        guard: what the checks before a delivery are to know; never in arguments or the environment.
        clock: how the clock of an exercise runs; an engine that is not sealed takes no heed of it.
        read_now: id of a stream whose sources are to be read at once.
        fill: id of a gap to be filled now, also one that was given up.
        watching: ids of all posts that are on a board now; they are looked at again the soonest.
        pictures: addresses of pictures that are about to be shown.
        converse: a conversation somebody has opened.
        clip: address of a film or sound somebody wants to play.
        save_profile, save_stream: to be saved and, from then on, read.
        connect: a sign-in to begin or to end.
        add_profiles, remove_profiles: the latter by id; their posts stay.
        retain: a removal of old posts to begin or to end.
        check_all: read every source now.
        networks: tell what every network offers.
        stop: end after what is being read.
    """

    key: str = ""
    sign_ins: dict[int, Credential] = {}
    servers: dict[str, str] = {}
    sealed: bool = False
    team: str = ""
    guard: Guard | None = None
    clock: Pace | None = None
    read_now: int = 0
    fill: int = 0
    watching: list[int] | None = None
    pictures: list[str] = []
    converse: Converse | None = None
    clip: str = ""
    save_profile: Profile | None = None
    save_stream: Stream | None = None
    connect: Connect | None = None
    add_profiles: AddProfiles | None = None
    remove_profiles: list[int] = []
    retain: Retain | None = None
    check_all: bool = False
    networks: bool = False
    stop: bool = False

    def __repr__(self) -> str:
        return "Order(hidden)"


decode = decoder(Order).decode
"""Returns the order in a line. Raises `msgspec.MsgspecError`, whose text may not be shown."""
