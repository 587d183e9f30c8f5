"""Ed25519 signatures under checkpoints."""

from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from controlroom.model.journal_checkpoint import Checkpoint


class Signer:
    """Holds a private key and never shows it.

    Args:
        private: 32 bytes.
    """

    def __init__(self, private: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private)

    @classmethod
    def fresh(cls) -> Self:
        """Returns one with a new key."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> str:
        """The public key, in hexadecimal: to be noted by the other custodian."""
        return self._key.public_key().public_bytes_raw().hex()

    def reveal(self) -> bytes:
        """Returns the private key, for the one place that keeps it."""
        return self._key.private_bytes_raw()

    def sign(self, size: int, root: bytes, at: str) -> Checkpoint:
        """Returns a signed checkpoint."""
        unsigned = Checkpoint(size, root.hex(), at, self.public, "")
        signature = self._key.sign(unsigned.signed).hex()
        return Checkpoint(size, unsigned.root, at, self.public, signature)

    def seal(self, content: bytes) -> bytes:
        """Returns the 64 bytes of a signature under any content."""
        return self._key.sign(content)

    def __repr__(self) -> str:
        return f"Signer({self.public})"


def holds(checkpoint: Checkpoint) -> bool:
    """Returns whether the signature is that of the key the checkpoint names."""
    try:
        signature = bytes.fromhex(checkpoint.signature)
        return seals(checkpoint.key, signature, checkpoint.signed)
    except (ValueError, UnicodeEncodeError):
        return False


def seals(key: str, signature: bytes, content: bytes) -> bool:
    """Returns whether a signature under some content is that of a key, given in hexadecimal."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
