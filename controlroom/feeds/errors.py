"""What can go wrong while a network is read.

    ReadError
    ├── BudgetUsed                       too many reads; when it is whole again is known
    ├── TokenExpired, PermissionMissing  a person has to sign in again, or to ask for more
    ├── NotFound                         what was asked for is not there
    ├── HungUp                           we broke it off, because the engine ends
    ├── NetworkDown                      no answer, or "try later"
    └── NonsenseReceived                 an answer nobody can read
        └── RedirectRefused, AddressRefused
    ConnectError                         a profile could not be connected, and not by a read
    ├── LoopbackBusy, NobodyCameBack, NoAccountFound
    └── SignInRefused
        └── AppRefused                   the force's application itself is not accepted

No value ever holds a token, a header or a query: hosts, plain reasons and moments only.
"""

from datetime import datetime
from typing import ClassVar

from controlroom.feeds.base import Per
from controlroom.model.errors import WorldError
from controlroom.model.reading import GapCause


class ReadError(WorldError):
    """A read failed; `host` names the server.

    Attributes:
        cause: what the gap is called that comes of it.
        lasting: trying again is of little use before a person has acted.
    """

    cause: ClassVar[GapCause] = GapCause.NONSENSE
    lasting: ClassVar[bool] = False


class BudgetUsed(ReadError):
    """The network wants no more reads before `resets_at`.

    Attributes:
        allowance: which one is used up, by its name in the network's rules; "" if it is not known.
        per: who shares it, where the rules do not say.
    """

    sentence = "{host} allows no more reads before {resets_at:%H:%M:%S} UTC."
    remedy = "Reading goes on by itself then."
    cause = GapCause.BUDGET_USED

    def __init__(
        self,
        *,
        host: str,
        resets_at: datetime,
        allowance: str = "",
        per: Per = Per.PROFILE,
    ) -> None:
        super().__init__(host=host, resets_at=resets_at)
        self.resets_at = resets_at
        self.allowance = allowance
        self.per = per


class TokenExpired(ReadError):
    sentence = "{host} no longer accepts this profile's sign-in."
    remedy = "Connect the profile again."
    cause = GapCause.TOKEN_EXPIRED
    lasting = True


class PermissionMissing(ReadError):
    sentence = "{host} does not let this profile read that."
    remedy = "Connect the profile again and allow reading, or ask the owner of the account."
    cause = GapCause.PERMISSION_MISSING


class NotFound(ReadError):
    sentence = "{host} does not know what was asked for."
    remedy = "Check the profile, list or address in the stream."
    cause = GapCause.NOT_FOUND


class NetworkDown(ReadError):
    """`reason` is plain English and short."""

    sentence = "{host} does not answer ({reason})."
    remedy = "Reading goes on by itself when it does."
    cause = GapCause.NETWORK_DOWN


class HungUp(ReadError):
    """We ended the read ourselves: nothing is wrong with `host`, and nothing is to be recorded."""

    sentence = "Reading {host} was broken off."
    cause = GapCause.NOT_READING


class NonsenseReceived(ReadError):
    """`reason` is plain English and short; it never quotes what was received."""

    sentence = "{host} sent something that cannot be read ({reason})."
    remedy = "It is tried again later; if this stays, tell the network's support."


class RedirectRefused(NonsenseReceived):
    """The answer points to `target`, another server or scheme, where a token must not go."""

    sentence = "{host} points to {target}, which was not followed."
    remedy = "If it has moved, connect it again under its new address."


class AddressRefused(NonsenseReceived):
    """Neither https nor this computer."""

    sentence = "{host} can only be read over https."
    remedy = "Use its https address."


class ConnectError(WorldError):
    """A profile could not be connected for a reason that is not the network's."""


class LoopbackBusy(ConnectError):
    """`port` is taken."""

    sentence = "Another program uses port {port}, to which the browser is to come back."
    remedy = "Close that program, or choose another port in the settings and at the network."


class NobodyCameBack(ConnectError):
    sentence = "Nobody came back from the browser."
    remedy = "Begin again when you are ready."


class SignInRefused(ConnectError):
    """`host` answered with `reason`, a short word of the protocol such as "access_denied"."""

    sentence = "{host} did not let this profile sign in ({reason})."
    remedy = "Begin again; if it stays, ask who looks after the force's application there."


class AppRefused(SignInRefused):
    sentence = "{host} does not accept the force's application: its id or its secret is wrong."
    remedy = "Compare both with what {host} shows for the application, and begin again."

    def __init__(self, *, host: str) -> None:
        super().__init__(host=host, reason="application")


class NoAccountFound(ConnectError):
    sentence = "{host} accepted the sign-in but offers no account to connect."
    remedy = "Sign in as somebody who looks after the account, and allow everything that is asked."
