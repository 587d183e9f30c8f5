"""How far a sweep has come: it travels as the cursor."""

from datetime import datetime

import msgspec

from controlroom.model.decoding import decoder
from controlroom.model.errors import OurError


class Waiting(msgspec.Struct, frozen=True, array_like=True):
    """A thing whose items go on at a cursor; those younger than `down_to` have come."""

    thing: str
    cursor: str = ""
    down_to: datetime | None = None


class Stage(msgspec.Struct, frozen=True, array_like=True):
    """A stage of a sweep.

    Attributes:
        older: where the list of things goes on, "" if it does not.
        seen: things seen so far.
        waiting: things whose items go on.
        began: when, by the network's clock.
        listed: things that changed later than this have been listed.
    """

    older: str = ""
    seen: int = 0
    waiting: tuple[Waiting, ...] = ()
    began: datetime | None = None
    listed: datetime | None = None

    @property
    def over(self) -> bool:
        """Whether there is nothing left to ask."""
        return not (self.older or self.waiting)

    @property
    def cursor(self) -> str:
        """The stage as it travels."""
        return msgspec.json.encode(self).decode()

    @property
    def back_to(self) -> datetime | None:
        """Everything younger has come; None if that can be told from the items."""
        ends = [one.down_to or self.began for one in self.waiting]
        ends += [self.listed or self.began] if self.older else []
        return max((end for end in ends if end), default=None)


_stage = decoder(Stage).decode


def stage_of(cursor: str, only: str) -> Stage:
    """Returns the stage a cursor stands for; "" for the first, of one thing or of all."""
    if not cursor:
        return Stage(waiting=(Waiting(only),) if only else ())
    try:
        return _stage(cursor)
    except msgspec.DecodeError as error:
        raise OurError(f"no cursor of a sweep: {error}") from None
