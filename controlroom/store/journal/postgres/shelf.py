"""The team's photos and clips in PostgreSQL: written by whoever attaches them, read by everybody.

A copy belongs to the login that wrote it, and is never changed once it is whole. The database does
not sum up half a gigabyte: who reads a copy compares its SHA-256 and goes on to the next one if it
is not what it is called. So nobody can put something else in the place of a file.
"""

from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from controlroom.store.journal.postgres.link import Link
from controlroom.store.journal.postgres.pinned import PINNED
from controlroom.store.journal.postgres.roles import DESK, STATION
from controlroom.store.shelf.base import CHUNK, MOST_FILE, NotOnShelf
from controlroom.store.shelf.chunks import buffered, chunks_of
from controlroom.store.shelf.file import ShelfFile

_OF_NOTHING = sha256().hexdigest()
_MOST_CHUNKS = MOST_FILE // CHUNK

_COPY = """
CREATE TABLE controlroom.shelf_copy (
    sha256 text COLLATE "C" NOT NULL,
    put_by text COLLATE "C" NOT NULL,
    size bigint NOT NULL DEFAULT -1,
    put_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (sha256, put_by)
)
"""
_PART = """
CREATE TABLE controlroom.shelf_chunk (
    sha256 text COLLATE "C" NOT NULL,
    put_by text COLLATE "C" NOT NULL,
    number int NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (sha256, put_by, number)
)
"""
_TABLES = (
    _COPY,
    _PART,
    # Photos and clips are as small as they get already.
    "ALTER TABLE controlroom.shelf_chunk ALTER COLUMN body SET STORAGE EXTERNAL",
)

_PUT_CHUNK = rf"""
CREATE FUNCTION controlroom.put_chunk(p_sha256 text, p_number int, p_body bytea)
RETURNS void LANGUAGE plpgsql {PINNED} SET lock_timeout = '10s' AS $$
DECLARE
    v_me text := controlroom.actor();
BEGIN
    IF p_sha256 IS NULL OR p_sha256 !~ '^[0-9a-f]{{64}}$' OR p_number IS NULL OR p_body IS NULL
        OR p_number NOT BETWEEN 0 AND {_MOST_CHUNKS - 1}
        OR octet_length(p_body) NOT BETWEEN 1 AND {CHUNK} THEN
        RAISE EXCEPTION 'no chunk' USING ERRCODE = 'CR400';
    END IF;
    INSERT INTO controlroom.shelf_copy (sha256, put_by) VALUES (p_sha256, v_me)
        ON CONFLICT DO NOTHING;
    PERFORM 1 FROM controlroom.shelf_copy c
        WHERE c.sha256 = p_sha256 AND c.put_by = v_me AND c.size < 0 FOR UPDATE;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    INSERT INTO controlroom.shelf_chunk VALUES (p_sha256, v_me, p_number, p_body)
        ON CONFLICT (sha256, put_by, number) DO UPDATE SET body = p_body;
END $$
"""

# Every chunk but the last is full, so the size says how many there have to be.
_END_COPY = f"""
CREATE FUNCTION controlroom.end_copy(p_sha256 text, p_size bigint)
RETURNS boolean LANGUAGE plpgsql {PINNED} SET lock_timeout = '10s' AS $$
DECLARE
    v_me text := controlroom.actor();
    v_size bigint;
BEGIN
    IF p_sha256 = '{_OF_NOTHING}' THEN
        INSERT INTO controlroom.shelf_copy (sha256, put_by) VALUES (p_sha256, v_me)
            ON CONFLICT DO NOTHING;
    END IF;
    SELECT c.size INTO v_size FROM controlroom.shelf_copy c
        WHERE c.sha256 = p_sha256 AND c.put_by = v_me FOR UPDATE;
    IF v_size IS NULL OR v_size >= 0 THEN
        RETURN v_size IS NOT NULL;
    END IF;
    DELETE FROM controlroom.shelf_chunk k WHERE k.sha256 = p_sha256 AND k.put_by = v_me
        AND k.number >= (p_size + {CHUNK - 1}) / {CHUNK};
    SELECT coalesce(sum(octet_length(k.body)), 0) INTO v_size FROM controlroom.shelf_chunk k
        WHERE k.sha256 = p_sha256 AND k.put_by = v_me;
    IF v_size IS DISTINCT FROM p_size THEN
        RETURN false;
    END IF;
    UPDATE controlroom.shelf_copy c SET size = p_size
        WHERE c.sha256 = p_sha256 AND c.put_by = v_me;
    RETURN true;
END $$
"""

_COPIES = f"""
CREATE FUNCTION controlroom.copies(p_sha256 text)
RETURNS TABLE (put_by text, size bigint) LANGUAGE sql STABLE {PINNED} AS $$
    SELECT c.put_by, c.size FROM controlroom.shelf_copy c
    WHERE c.sha256 = p_sha256 AND c.size >= 0 ORDER BY c.put_at, c.put_by
$$
"""

_CHUNK = f"""
CREATE FUNCTION controlroom.chunk(p_sha256 text, p_put_by text, p_number int)
RETURNS bytea LANGUAGE sql STABLE {PINNED} AS $$
    SELECT k.body FROM controlroom.shelf_chunk k
    JOIN controlroom.shelf_copy c USING (sha256, put_by)
    WHERE k.sha256 = p_sha256 AND k.put_by = p_put_by AND k.number = p_number AND c.size >= 0
$$
"""

_FUNCTIONS = (
    "put_chunk(text, int, bytea)",
    "end_copy(text, bigint)",
    "copies(text)",
    "chunk(text, text, int)",
)

SHELF = (
    *_TABLES,
    _PUT_CHUNK,
    _END_COPY,
    _COPIES,
    _CHUNK,
    *(f"REVOKE ALL ON FUNCTION controlroom.{one} FROM PUBLIC" for one in _FUNCTIONS),
    *(f"GRANT EXECUTE ON FUNCTION controlroom.{one} TO {DESK}, {STATION}" for one in _FUNCTIONS),
)
"""What is made by the owner, in this order."""


class TeamShelf:
    """The team's shelf with this computer's before it; a `Shelf`.

    Args:
        url: as libpq takes it.
        here: keeps what was put or fetched here; closed with this one.
    """

    def __init__(self, url: str, here: ShelfFile) -> None:
        self._link, self._here = Link(url), here

    def put(self, path: Path) -> str:
        return self._shared(self._here.put(path))

    def take(self, file: BinaryIO) -> str:
        return self._shared(self._here.take(file))

    def has(self, sha256: str) -> bool:
        return self._here.has(sha256) or bool(self._copies(sha256))

    def open(self, sha256: str) -> BinaryIO:
        if not self._here.has(sha256):
            self._fetch(sha256)
        return self._here.open(sha256)

    def close(self) -> None:
        self._link.close()
        self._here.close()

    def _shared(self, sha256: str) -> str:
        """Writes a copy of one's own, since another's is not known to be what it is called."""
        size = 0
        with self._here.open(sha256) as file:
            for number, chunk in enumerate(chunks_of(file, "")):
                self._link.write(
                    "SELECT controlroom.put_chunk(%s, %s, %s)", (sha256, number, chunk)
                )
                size += len(chunk)
        self._link.write("SELECT controlroom.end_copy(%s, %s)", (sha256, size))
        return sha256

    def _fetch(self, sha256: str) -> None:
        for put_by, size in self._copies(sha256):
            with buffered(size, partial(self._chunk, sha256, put_by)) as file:
                if self._here.take(file) == sha256:
                    return
        raise NotOnShelf

    def _copies(self, sha256: str) -> list[tuple[str, int]]:
        rows = self._link.read("SELECT put_by, size FROM controlroom.copies(%s)", (sha256,))
        return [(str(by), int(size)) for by, size in rows]

    def _chunk(self, sha256: str, put_by: str, number: int) -> bytes:
        query = "SELECT controlroom.chunk(%s, %s, %s)"
        ((body,),) = self._link.read(query, (sha256, put_by, number))
        if body is None:
            raise NotOnShelf
        return bytes(body)
