"""What the desk may say to the engine."""

import msgspec

from controlroom.model.profile import Profile
from controlroom.model.stream import Stream


class Order(msgspec.Struct):
    """One line from the desk; usually one field is set.

    Attributes:
        key: the data key in hexadecimal; only in the first line.
        tokens: by profile id; "" takes one away. Never in arguments or the environment.
        read_now: id of a stream whose sources are to be read at once.
        save_profile, save_stream: to be saved and, from then on, read.
        stop: end after what is being read.
    """

    key: str = ""
    tokens: dict[int, str] = {}
    read_now: int = 0
    save_profile: Profile | None = None
    save_stream: Stream | None = None
    stop: bool = False

    def __repr__(self) -> str:
        return "Order(hidden)"


decode = msgspec.json.Decoder(Order).decode
"""Returns the order in a line. Raises `msgspec.MsgspecError`, whose text may not be shown."""
