"""How each network is spoken to: calls, parsing and what a network can do, as data."""
