"""What a desk may say to its exercise."""

import msgspec

from controlroom.model.decoding import decoder


class AddInject(msgspec.Struct):
    """Words somebody says now."""

    network: str
    text: str
    by: str = ""


class MakeFault(msgspec.Struct):
    """A network fails; for ever if `for_s` is 0."""

    network: str
    kind: str
    for_s: float = 0.0


class MakeMishaps(msgspec.Struct):
    """Something befalls shares of the requests that publish on a network; see `mishaps`.

    Attributes:
        shares: by the word for the mishap, from 0 to 1; without any there are none any more.
    """

    network: str
    shares: dict[str, float] = {}
    seed: int = 0
    late_s: float = 5.0
    silent_s: float = 40.0
    wait_s: float = 2.0


class Found(msgspec.Struct):
    """A post that the team has kept or marked, as its network calls it."""

    network: str
    remote_id: str


class Debrief(msgspec.Struct):
    """A debrief to be written.

    Attributes:
        folder: into which it goes.
        language: of the desk, as "fr".
        found: what the team kept or marked.
    """

    folder: str
    language: str = "en"
    found: list[Found] = []


class Order(msgspec.Struct):
    """One line from the desk; usually one field is set.

    Attributes:
        speed: times the pace of a real clock.
        jump_s: seconds the clock is put ahead.
        send, hold, release, skip: name of an inject.
        lift: network whose fault ends.
    """

    pause: bool = False
    go_on: bool = False
    speed: float = 0.0
    jump_s: float = 0.0
    send: str = ""
    hold: str = ""
    release: str = ""
    skip: str = ""
    add: AddInject | None = None
    fault: MakeFault | None = None
    lift: str = ""
    mishaps: MakeMishaps | None = None
    debrief: Debrief | None = None


decode = decoder(Order).decode
"""Returns the order in a line. Raises `msgspec.MsgspecError`."""
