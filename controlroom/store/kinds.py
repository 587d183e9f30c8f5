"""Every kind of file that a data folder may hold."""

from controlroom.store.cache.schema import CACHE
from controlroom.store.desk.schema import DESK
from controlroom.store.journal.schema import JOURNAL

OURS = (CACHE, DESK, JOURNAL)
"""Backup, restore and the question for the key ask for all of these."""
TEAM_FILE = "team.json"
"""Says where the team's database is, in a folder that has joined one."""
