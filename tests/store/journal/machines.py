"""Processes that append to a journal: `python -m tests.store.journal.machines FOLDER NAME COUNT`.

Tells each entry on standard output as soon as the journal has told it.
"""

import os
import sys
from pathlib import Path

from controlroom.model.journal import propose
from controlroom.store.journal.errors import Conflict
from controlroom.store.journal.file import JournalFile

KEY = bytes(range(32))


def main(folder: Path, name: str, count: int) -> None:
    """Appends: every other entry is about a subject for which all processes race."""
    journal = JournalFile.open(folder, KEY, name)
    tell("open")
    for number in range(count):
        subject = f"note/{name}{number}" if number % 2 else f"race/{number}"
        try:
            entry = journal.append(propose("note.added", subject, {"by": name}), 0)
            tell(entry.seq, entry.hash.hex())
        except Conflict:
            tell("lost", subject)
    journal.close()


def tell(*words: object) -> None:
    """Writes one line in one call, so that a kill leaves all of it or nothing."""
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
