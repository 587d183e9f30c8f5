"""Tokens of the simulated networks: who they stand for, and whether they still hold."""

import hashlib
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tokens:
    """Access and refresh tokens, made from the seed so that two runs give the same.

    Attributes:
        ended: tokens that are no longer accepted.
    """

    seed: int
    ended: set[str] = field(default_factory=set)
    _accounts: dict[str, int] = field(default_factory=dict)
    _made: int = 0

    def usual(self, network: str, account: int) -> str:
        """Returns the token an account's profile is connected with from the beginning."""
        token = self._digest(f"{network}/{account}")
        self._accounts[token] = account
        return token

    def issue(self, account: int) -> str:
        """Returns a new token for an account."""
        self._made += 1
        token = self._digest(f"issued/{account}/{self._made}")
        self._accounts[token] = account
        return token

    def account(self, token: str) -> int:
        """Returns whom a token stands for, 0 if nobody or if it no longer holds."""
        return 0 if token in self.ended else self._accounts.get(token, 0)

    def end(self, account: int) -> None:
        """Ends all tokens of an account."""
        self.ended |= {token for token, whose in self._accounts.items() if whose == account}

    def _digest(self, name: str) -> str:
        return hashlib.sha256(f"{self.seed}/{name}".encode()).hexdigest()[:40]
