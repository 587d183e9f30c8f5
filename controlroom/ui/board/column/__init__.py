"""A column: its head, its list of cards, and what it knows of its stream."""
