"""A post as a card: what it says, where it stands, how it is drawn. Each step is pure."""
