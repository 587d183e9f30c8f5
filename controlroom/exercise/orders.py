"""What a desk may say to its exercise."""

import msgspec


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


class Order(msgspec.Struct):
    """One line from the desk; usually one field is set.

    Attributes:
        speed: times the pace of a real clock.
        jump_s: seconds the clock is put ahead.
        send, hold, release, skip: name of an inject.
        lift: network whose fault ends.
        debrief: folder into which the debrief is written.
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
    debrief: str = ""


decode = msgspec.json.Decoder(Order).decode
"""Returns the order in a line. Raises `msgspec.MsgspecError`."""
