"""Every kind of file that a data folder may hold."""

from controlroom.store.cache.schema import CACHE
from controlroom.store.desk.schema import DESK

OURS = (CACHE, DESK)
"""Backup, restore and the question for the key ask for all of these."""
