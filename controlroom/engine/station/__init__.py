"""The engine as a service for a team: reads the networks once for everybody.

`seat` (what a station works with) → `serving` (waits for its turn, is on duty, gives way) →
`spooling` (what is read lies on this disk first) → `copying` (from there into the team's database)
and `record` (folds the record: who may see what, checkpoints).
"""
