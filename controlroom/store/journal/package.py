"""The whole record as a signed package, which anybody can check with standard tools.

A zip of: the entries (`record.jsonl`, as `export` writes them), the checkpoints, the public key,
the script that checks it and a page saying how; `SHA256SUMS` over all of these as `sha256sum` reads
it; and `SHA256SUMS.sig`, 64 bytes of Ed25519 under that.
"""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from controlroom.bundle import bundled
from controlroom.model.journal import Entry, stamp
from controlroom.model.journal_checkpoint import Checkpoint
from controlroom.model.journal_tree import Frontier
from controlroom.store.durable import disk_told
from controlroom.store.journal.checkpoints import checkpoints_in
from controlroom.store.journal.draft import Draft, Going, Stopped, draft_at, drafted
from controlroom.store.journal.errors import PackageFalse
from controlroom.store.journal.export import entries_in, line_of
from controlroom.store.journal.signing import Signer, seals

RECORD, CHECKPOINTS, KEY = "record.jsonl", "checkpoints.jsonl", "public_key.txt"
KEY_PEM, SCRIPT, HOW = "public_key.pem", "verify_journal.py", "VERIFY.txt"
SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
FILES = (RECORD, CHECKPOINTS, KEY, KEY_PEM, SCRIPT, HOW)
STEP = 1_000
_MOST_SMALL = 64 * 1024 * 1024
_CHUNK = 1 << 20
_NO_PACKAGE = (KeyError, EOFError, NotImplementedError)
"""`zipfile` raises the last for a compression or encryption it does not know."""


def export_package(
    entries: Iterable[Entry],
    kept: Iterable[Checkpoint],
    signer: Signer,
    path: Path,
    now: datetime,
    going: Going,
) -> Draft:
    """Writes a package; a fresh checkpoint over everything in it is added to those that were kept.

    Args:
        entries: from the first on.
        kept: the custodian's copies.

    Raises `Stopped`, and what reading and writing raise.
    """
    with drafted(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        filled = _Filling(package, now)
        tree = filled.take_entries(entries, going)
        made = signer.sign(tree.size, tree.root(), stamp(now))
        known = [*(one for one in kept if one.size <= tree.size), made]
        filled.add(CHECKPOINTS, "".join(json.dumps(asdict(one)) + "\n" for one in known).encode())
        filled.add(KEY, f"{signer.public}\n".encode())
        filled.add(KEY_PEM, _pem(signer.public))
        filled.add(SCRIPT, bundled(SCRIPT).read_bytes())
        filled.add(HOW, bundled(HOW).read_bytes())
        filled.seal(signer)
    return draft_at(path, tree.size)


class _Filling:
    def __init__(self, package: zipfile.ZipFile, now: datetime) -> None:
        self._package, self._now = package, now.astimezone(UTC)
        self._sums: dict[str, str] = {}

    def take_entries(self, entries: Iterable[Entry], going: Going) -> Frontier:
        tree, digest = Frontier(), hashlib.sha256()
        with self._package.open(self._named(RECORD), "w", force_zip64=True) as file:
            for entry in entries:
                line = line_of(entry).encode()
                digest.update(line)
                file.write(line)
                tree.add(entry.hash)
                if tree.size % STEP == 0 and not going(tree.size):
                    raise Stopped
        self._sums[RECORD] = digest.hexdigest()
        return tree

    def add(self, name: str, content: bytes) -> None:
        self._package.writestr(self._named(name), content)
        self._sums[name] = hashlib.sha256(content).hexdigest()

    def seal(self, signer: Signer) -> None:
        sums = "".join(f"{self._sums[name]}  {name}\n" for name in FILES).encode()
        self._package.writestr(self._named(SUMS), sums)
        self._package.writestr(self._named(SIGNATURE), signer.seal(sums))

    def _named(self, name: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, self._now.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        return info


class Package:
    """An opened package whose signature and sums hold.

    Attributes:
        key: the public key it is signed with, in hexadecimal.
    """

    def __init__(self, path: Path, package: zipfile.ZipFile) -> None:
        self._path, self._package = path, package
        self.key = self._small(KEY).decode("ascii", "replace").strip()

    @classmethod
    @contextmanager
    def opened(cls, path: Path, keys: Collection[str] = ()) -> Iterator[Self]:
        """Opens a package.

        Args:
            keys: the public keys that may sign, in lower-case hexadecimal; empty for any.

        Raises `PackageFalse`, and what reading a disk raises.
        """
        with disk_told(path):
            try:
                with zipfile.ZipFile(path) as package:
                    one = cls(path, package)
                    one._refuse_false(keys)
                    yield one
            except (zipfile.BadZipFile, zlib.error, *_NO_PACKAGE) as error:
                raise PackageFalse(path=path, name=path.name) from error

    def entries(self) -> Iterator[Entry]:
        """Yields the entries. Raises `EntryUnreadable`."""
        with self._package.open(RECORD) as file:
            yield from entries_in(file)

    def checkpoints(self) -> list[Checkpoint]:
        """Returns the checkpoints. Raises `CheckpointsUnreadable`."""
        return checkpoints_in(self._path, self._small(CHECKPOINTS).splitlines())

    def _refuse_false(self, keys: Collection[str]) -> None:
        sums = self._small(SUMS)
        if keys and self.key not in keys:
            raise PackageFalse(path=self._path, name=KEY)
        if not seals(self.key, self._small(SIGNATURE), sums):
            raise PackageFalse(path=self._path, name=SIGNATURE)
        if sorted(self._package.namelist()) != sorted([*FILES, SUMS, SIGNATURE]):
            raise PackageFalse(path=self._path, name=SUMS)
        for line in sums.decode("ascii", "replace").splitlines():
            told, _, name = line.partition("  ")
            if name not in FILES or self._sum_of(name) != told:
                raise PackageFalse(path=self._path, name=name)
        if sums.count(b"\n") != len(FILES):
            raise PackageFalse(path=self._path, name=SUMS)

    def _sum_of(self, name: str) -> str:
        digest = hashlib.sha256()
        with self._package.open(name) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def _small(self, name: str) -> bytes:
        with self._package.open(name) as file:
            content = file.read(_MOST_SMALL + 1)
        if len(content) > _MOST_SMALL:
            raise PackageFalse(path=self._path, name=name)
        return content


def is_package(path: Path) -> bool:
    """Returns whether a file is a zip, as a package is."""
    with disk_told(path):
        return zipfile.is_zipfile(path)


def _pem(key: str) -> bytes:
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
