"""The record of decisions: in `journal.db` for one workstation, in PostgreSQL for a team.

`Journal` (base.py) is the whole of it to the rooms above; `JournalFile` and `TeamJournal` keep it
with the same promises: appended only, stamped, chained, one winner a race, on the disk when told.
"""
