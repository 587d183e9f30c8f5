"""Every kind of file that a data folder may hold."""

from controlroom.store.cache.schema import CACHE
from controlroom.store.desk.schema import DESK
from controlroom.store.journal.schema import JOURNAL
from controlroom.store.shelf.file import SHELF

OURS = (CACHE, DESK, JOURNAL)
"""Backup, restore and the question for the key ask for all of these."""
WITH_SHELF = (*OURS, SHELF)
"""What is looked at for damage and salvaged; the shelf has its own way into the backups."""
TEAM_FILE = "team.json"
"""Says where the team's database is, in a folder that has joined one."""
