"""The Review section: search over everything that is kept, with or without a network."""
