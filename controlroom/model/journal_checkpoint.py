"""A checkpoint: a signed root over the first entries of a journal, kept by another custodian.

A chain alone does not show that its end was cut off, nor that somebody wrote all of it anew; a
checkpoint that lies elsewhere does. What is signed (Ed25519) are these four lines in UTF-8, each
ended by a line feed: `controlroom checkpoint 1`, size, root, at. Exported, each is one line of JSON
with `size`, `root`, `at`, `key` and `signature`, the last two and the root in hexadecimal.
"""

from dataclasses import dataclass

from controlroom.model.journal_kinds import CheckpointSigned

FORMAT = "controlroom checkpoint 1"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What one custodian gives another.

    Attributes:
        size: how many entries it covers, from the first.
        root: of the Merkle tree over them, in hexadecimal.
        at: when it was signed, as entries are stamped.
        key: the public key it was signed with, in hexadecimal.
        signature: in hexadecimal.
    """

    size: int
    root: str
    at: str
    key: str
    signature: str

    @property
    def signed(self) -> bytes:
        """The bytes that are signed."""
        return f"{FORMAT}\n{self.size}\n{self.root}\n{self.at}\n".encode()

    def as_decision(self) -> CheckpointSigned:
        """Returns it as it is entered into the journal."""
        return CheckpointSigned(self.size, self.root, self.at, self.key, self.signature)


def checkpoint_of(decision: CheckpointSigned) -> Checkpoint:
    """Returns the checkpoint an entry holds."""
    at = decision.at
    return Checkpoint(decision.size, decision.root, at, decision.key, decision.signature)
