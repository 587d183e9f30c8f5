"""Bluesky and other servers of the AT protocol that carry its posts."""
