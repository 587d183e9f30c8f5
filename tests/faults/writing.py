"""A program that saves drafts and tells which were saved: `python -m tests.faults.writing DIR`."""

import os
import sys
from pathlib import Path

from controlroom.store.desk.store import DeskStore
from controlroom.store.errors import StoreError
from tests.faults.doomed import KEY, NOW, UnsentDraft, tell

DRAFTS = 12


def main() -> None:
    try:
        desk = DeskStore.open(Path(sys.argv[1]), KEY)
    except StoreError as error:
        tell("not-opened", type(error).__name__)
        return
    for number in range(DRAFTS):
        try:
            desk.save_draft(UnsentDraft(f"d{number}", os.urandom(9_000), NOW))
            tell("saved", f"d{number}")
        except StoreError as error:
            tell("refused", f"d{number}", type(error).__name__)
    tell("there", *[draft.id for draft in desk.drafts()])


if __name__ == "__main__":
    main()
    # The faults go on; a clean close would only meet them once more.
    os._exit(0)
