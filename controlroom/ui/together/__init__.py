"""Several people at several desks and one conversation: whose it is, notes on it, who is there."""
