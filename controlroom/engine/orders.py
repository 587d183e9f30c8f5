"""What the desk may say to the engine."""

import msgspec

from controlroom.model.credential import Credential
from controlroom.model.profile import Profile
from controlroom.model.stream import Stream


class Order(msgspec.Struct):
    """One line from the desk; usually one field is set.

    Attributes:
        key: the data key in hexadecimal; only in the first line.
        sign_ins: by profile id; an empty one takes it away. Never in arguments or the environment.
        servers: hosts that are led elsewhere, to addresses; only in the first line.
        sealed: only servers on this computer may be reached; only in the first line.
        read_now: id of a stream whose sources are to be read at once.
        save_profile, save_stream: to be saved and, from then on, read.
        stop: end after what is being read.
    """

    key: str = ""
    sign_ins: dict[int, Credential] = {}
    servers: dict[str, str] = {}
    sealed: bool = False
    read_now: int = 0
    save_profile: Profile | None = None
    save_stream: Stream | None = None
    stop: bool = False

    def __repr__(self) -> str:
        return "Order(hidden)"


decode = msgspec.json.Decoder(Order).decode
"""Returns the order in a line. Raises `msgspec.MsgspecError`, whose text may not be shown."""
