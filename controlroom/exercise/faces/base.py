"""What every face has: the hosts it answers for, and the application that answers.

A network's module `controlroom.exercise.faces.<network>` has `make_face(world)`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import web

from controlroom.exercise.world import Account
from controlroom.model.credential import Credential

LARGEST_UPLOAD = 600 * 1024 * 1024
"""Bytes a face takes in one request: the largest film of the originals, with room to spare."""


class Face(Protocol):
    """One network as its clients meet it.

    Attributes:
        network: its key, as in `Post.network`.
        hosts: the hosts of the original it answers for ("api.x.com"); each gets a port of its own.
        many_hosts: profiles have a server of their own, the first of `hosts`.
    """

    network: str
    hosts: tuple[str, ...]
    many_hosts: bool

    def application(self, host: str) -> web.Application:
        """Returns what answers for one host; called once for each, in the server's loop."""

    def credential(self, account: Account) -> Credential:
        """Returns what a profile signs in with from the beginning."""

    def remote_id(self, account: Account) -> str:
        """Returns the network's id of an account, as the real network would give it."""

    def post_number(self, remote_id: str) -> int:
        """Returns the number of the post that `Post.remote_id` means, 0 for what means none."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where the faces answer: from hosts of the originals to addresses on this computer."""

    addresses: Mapping[str, str] = field(default_factory=dict)
