"""How each network shows the world on the wire: one folder each."""
