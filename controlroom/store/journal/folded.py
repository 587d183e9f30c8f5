"""What was folded so far, kept beside the record so that nobody need fold it all again."""

from dataclasses import dataclass
from hashlib import sha256

from controlroom.store.database import Database
from controlroom.store.journal.signing import Signer, seals


@dataclass(frozen=True, slots=True)
class Kept:
    """A state that was folded up to an entry, as a station seals it for new workstations.

    Attributes:
        seq: the entry.
        hash: of that entry.
        key: the public key of the seal, in hexadecimal.
    """

    seq: int
    hash: bytes
    state: bytes
    key: str
    seal: bytes

    def is_sealed(self) -> bool:
        """Returns whether the seal is that of its key."""
        return seals(self.key, self.seal, _sealed(self.seq, self.hash, self.state))


def sealed(signer: Signer, seq: int, digest: bytes, state: bytes) -> Kept:
    """Returns a state under the seal of a station."""
    return Kept(seq, digest, state, signer.public, signer.seal(_sealed(seq, digest, state)))


def kept_fold(database: Database) -> bytes | None:
    """Returns what was kept, None if it stands on an entry that is not in this record."""
    with database.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT state FROM folded JOIN entry USING (seq) WHERE folded.hash = entry.hash"
        ).one_or_none()
    return bytes(row[0]) if row else None


def keep_fold(database: Database, seq: int, digest: bytes, state: bytes) -> None:
    """Keeps a state that was folded up to entry `seq` with the hash `digest`."""
    with database.write() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO folded VALUES (1, ?, ?, ?)", (seq, digest, state)
        )


def forget_fold(database: Database) -> None:
    """Lets go of what was kept."""
    with database.write() as connection:
        connection.exec_driver_sql("DELETE FROM folded")


def _sealed(seq: int, digest: bytes, state: bytes) -> bytes:
    about = f"controlroom state 1\n{seq}\n{digest.hex()}\n{sha256(state).hexdigest()}\n"
    return about.encode()
