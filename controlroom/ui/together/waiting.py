"""What a decision says that waits for the team's database."""

from typing import TYPE_CHECKING, Any

from controlroom.model.decoding import decoder

if TYPE_CHECKING:
    from controlroom.team.follower import Undecided

_BODY = decoder(dict[str, Any])


def body_of(undecided: "Undecided") -> dict[str, Any]:
    """Returns the body of a decision that waits; it was written on this computer."""
    return _BODY.decode(undecided.waiting.proposal.body)
