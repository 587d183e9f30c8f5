"""How each network is spoken to."""
