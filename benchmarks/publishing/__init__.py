"""Real senders as processes that are killed, on networks that fail: for tests and figures.

`town` (networks, profiles, what really stands there) · `records` (where the record lies) ·
`machines` (a sender as a process, and who kills it) · `people` (who writes and decides) ·
`naive` (what happens to those who just try again) · `run` (all of it together).
"""
