"""One start of the program as far as the keychain goes, in a process of its own.

    python starter.py ACTION FOLDER [ARGUMENT]

Prints one JSON object. Everything that is logged, at any level, goes to FOLDER/../log.
"""

import json
import logging
import secrets
import sys
from pathlib import Path

from sqlcipher3 import dbapi2

from controlroom.keychain import (
    Created,
    DataKey,
    open_house_key,
    recorded_backend,
    recover,
    system_keychain,
)
from controlroom.keychain.keysfile import entry_name, needed_keys
from controlroom.model.errors import WorldError


def rows(database: Path, key: DataKey) -> int:
    """Opens (or makes) the database with this key and counts what is in it."""
    connection = dbapi2.connect(str(database))
    try:
        connection.execute(f"PRAGMA key = \"x'{key.reveal().hex()}'\"")
        connection.execute("CREATE TABLE IF NOT EXISTS post (text)")
        with connection:
            if not connection.execute("SELECT count(*) FROM post").fetchone()[0]:
                connection.execute("INSERT INTO post VALUES ('Road closed at Fen Bridge')")
        return int(connection.execute("SELECT count(*) FROM post").fetchone()[0])
    finally:
        connection.close()


def start(folder: Path, _argument: str) -> dict[str, object]:
    database = folder / "cache.db"
    keychain = system_keychain(recorded_backend(folder))
    result = open_house_key(folder, keychain, [database])
    logging.getLogger("start").info("opened %r", result)
    told: dict[str, object] = {"outcome": type(result).__name__, "backend": keychain.backend}
    if isinstance(result, Created):
        told["recovery"] = result.recovery.text()
    return told | {"rows": rows(database, result.key), "check": result.key.check_value().hex()}


def rescue(folder: Path, typed: str) -> dict[str, object]:
    key = recover(folder, typed, system_keychain())
    return {"outcome": "Recovered", "rows": rows(folder / "cache.db", key)}


def delete(folder: Path, _argument: str) -> dict[str, object]:
    system_keychain().delete(entry_name(needed_keys(folder).key_id))
    return {"outcome": "Deleted"}


def alter(folder: Path, _argument: str) -> dict[str, object]:
    system_keychain().set(entry_name(needed_keys(folder).key_id), secrets.token_bytes(32))
    return {"outcome": "Altered"}


def garble(folder: Path, _argument: str) -> dict[str, object]:
    from keyring.backends.SecretService import Keyring

    Keyring().set_password("controlroom", entry_name(needed_keys(folder).key_id), "not base 64!")
    return {"outcome": "Garbled"}


def main() -> None:
    action, folder = sys.argv[1], Path(sys.argv[2])
    logging.basicConfig(filename=folder.parent / "log", level=logging.DEBUG)
    try:
        told = globals()[action](folder, sys.argv[3] if len(sys.argv) > 3 else "")
    except WorldError as error:
        logging.getLogger("start").exception("refused")
        told = {"outcome": type(error).__name__, "told": error.told(), "repr": repr(error)}
    print(json.dumps(told))  # noqa: T201 - this is the answer


if __name__ == "__main__":
    main()
