"""Exercises: simulated networks on this computer, that speak as the real ones do.

Read `world` (who is there and what is said), `faces` (how each network shows it on the wire),
`scenario` (what happens when) and `server` (one process for all of it). Nothing here is a network
library's client: what is simulated is the other side.
"""
