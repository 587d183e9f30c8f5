"""The one way out: what is due is claimed, sent once, and what became of it is recorded.

`sender` (the loop) → `attempts` (claim, send, outcome) and `looks` (what is unknown is read back,
what was withdrawn is seen gone). `jobs` and `doors` name what these need of the record, the
networks and the files; the engine brings them.
"""
